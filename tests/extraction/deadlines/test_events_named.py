"""Events as tasks of minutes name them: feasts, readings, first times, acts told in a clause; and their like that set no time."""

from __future__ import annotations

from datetime import date

import pytest

from decisionnlp.extraction.deadlines import find_deadlines

M = date(2024, 9, 17)  # a Tuesday

# sentence | the words | type, relation, bounds
FOUND = [
    ("Skiltet afsløres ved rejsegildet.", "ved rejsegildet", "event on"),
    ("Lis uddeler kort i forbindelse med forårsfesten.", "i forbindelse med forårsfesten", "event on"),
    ("Vi køber en gave til Bo i forbindelse med jubilæet.", "i forbindelse med jubilæet", "event on"),
    (
        "Ole holder tale i forbindelse med jubilæet den 3. oktober.",
        "i forbindelse med jubilæet den 3. oktober",
        "date on 2024-10-03..2024-10-03",
    ),
    (
        "Ib overrækker nøglen ved indvielsen af Skovhuset den 8. november.",
        "ved indvielsen af Skovhuset den 8. november",
        "date on 2024-11-08..2024-11-08",
    ),
    ("Økonomi regner på det til budgettets 2. behandling.", "til budgettets 2. behandling", "event by"),
    ("Alle rykker bådene inden første storm.", "inden første storm", "event before"),
    ("Kontoret skal inden den første udbetaling se bilagene.", "inden den første udbetaling", "event before"),
    ("Teltet lappes inden sommerens landsskue.", "inden sommerens landsskue", "event before"),
    ("Bo booker en bane inden efterårets første træning.", "inden efterårets første træning", "event before"),
    ("Bo slår græsset i forårets første uge.", "i forårets", "interval in 2025-03-01..2025-05-31"),
    ("Bo ser på det inden vinterens sidste uge.", "inden vinterens", "date before ..2024-11-30"),
    ("Bo sender et kort, inden sagen når byrådet.", "inden sagen når byrådet", "event before"),
    ("Inden planen når udvalget skal Bo have set den.", "Inden planen når udvalget", "event before"),
    ("Reglerne lægges op, inden vi når oktober.", "inden vi når oktober", "date before ..2024-09-30"),
    ("Vi gør det op, når 2024 er gået.", "når 2024 er gået", "date after 2025-01-01.."),
    ("Lis kommer igen, når uge 40 er omme.", "når uge 40 er omme", "date after 2024-10-07.."),
    ("Lis kommer igen, når klubbens bud er i hus.", "når klubbens bud er i hus", "event after"),
    ("Lis bringer et kort, så snart det er muligt.", "så snart det er muligt", "vague None"),
    ("Bo låser lemmen senest når køerne er ude.", "senest når køerne er ude", "event by"),
    ("Kortet hænges op umiddelbart før løbet.", "umiddelbart før løbet", "event before"),
    ("Køleskabet købes senest inden høstfesten.", "senest inden høstfesten", "event by"),
    ("Nøglerne byttes i forbindelse med vagtskiftet.", "i forbindelse med vagtskiftet", "event on"),
    ("Efter høsten slår Jens grøfterne.", "Efter høsten", "event after"),
    ("Bo ser på taget efter ferien.", "efter ferien", "event after"),
    ("Bo køber bolde inden kampstart.", "inden kampstart", "event before"),
    ("Bo undersøger prisen – næste møde.", "næste møde", "event on"),
    ("Lis lægger en prøvetur ind, inden eleverne skal af sted.", "inden eleverne skal af sted", "event before"),
    ("Lis ser bilaget inden mødet med forpagteren.", "inden mødet med forpagteren", "event before"),
    ("Lis ser på det efter mødet i kirkeministeriet.", "efter mødet i kirkeministeriet", "event after"),
    ("Lis ser på det efter mødet med tallene.", "efter mødet", "date after 2024-09-18.."),
    ("Posterne fordeles på det konstituerende møde.", "på det konstituerende møde", "event on"),
    ("Et halvt år efter flytningen gennemføres en måling.", "Et halvt år efter flytningen", "event after"),
    ("Seks uger før sæsonstart mødes trænerne.", "Seks uger før sæsonstart", "event by"),
    ("Planen sendes ud sammen med næste dagsorden.", "sammen med næste dagsorden", "event on"),
    ("Gebyret ses på sammen med næste års budget.", "sammen med næste års budget", "event on"),
    ("Kortet sendes sammen med næste måneds opkrævning.", "sammen med næste måneds opkrævning", "event on"),
    ("Punktet sættes på dagsordenen til næste møde.", "til næste møde", "event by"),
    ("Punktet sættes på dagsordenen i februar.", "i februar", "interval in 2025-02-01..2025-02-28"),
    ("Bo ringer allerede i morgen.", "i morgen", "date on 2024-09-18..2024-09-18"),
    ("Brevet afsendes den 23. ds.", "den 23. ds.", "date on 2024-09-23..2024-09-23"),
    ("Sagen udsættes til mødet i maj, og Bo ser inden da på prisen.", "inden da", "event before"),
]


@pytest.mark.parametrize(("sentence", "words", "reading"), FOUND)
def test_events_of_tasks(sentence: str, words: str, reading: str) -> None:
    (found,) = find_deadlines(sentence, meeting_date=M)
    bounds = f" {found.earliest or ''}..{found.latest or ''}" if found.earliest or found.latest else ""
    assert (found.text, f"{found.type} {found.relation}{bounds}") == (words, reading)


# what stands beside an event without being due at it
NONE = [
    "Kassereren opgør udgifterne i forbindelse med forårsfesten.",
    "Lis skriver om støjen i forbindelse med rejsegildet.",
    "Forslaget sendes til 2. behandling i byrådet.",
    "Planen overgår til 2. behandling.",
    "Ole laver en liste over efterårets møder.",
    "Bo maler den første bænk.",
    "Dagsorden – næste møde.",
    "Kunden kontaktes i forbindelse med sagen.",
    "Lis skriver planen sammen med den næste formand.",
    "Lis skriver planen sammen med festudvalget.",
    "Lars laver mad sammen med næste værtspar.",
    "Mette laver mad sammen med næste familie på listen.",
    "Bo træner sammen med næste hold.",
    "Rådets medlemmer indsender ønsker til efterårets navne.",
    "Bo samler billeder fra sommerens landsskue.",
    "Bo undersøger, hvorfor beløbet ikke når ind på kontoen.",
    "Lis skriver til dem, der når målet.",
    "Bo køber 2024 skruer, når der er brug for det.",
]


@pytest.mark.parametrize("sentence", NONE)
def test_no_events_of_tasks(sentence: str) -> None:
    assert find_deadlines(sentence, meeting_date=M) == []
