"""Minutes that number their first points alone."""

from __future__ import annotations

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

TEXT = """Referat

Lokalrådsmøde den 7. september 2022 i Forsamlingshuset

Deltager: Bjarne Tange, Else Kloster, Torben Ravn

1. Godkendelse af dagsorden: Ok

2. Godkendelse af referat fra sidst: Ok, Torben har lagt det på hjemmesiden

3. Møde med kommunen – Bjarne og Else gav referat fra mødet om cykelstien, der ikke er sat penge af til. Else spørger skolen inden 1. oktober.

4. Høstfest i mosen: Det gik godt, 140 spisende. Overskuddet er delt som aftalt.

Hjemmesiden: Der mangler billeder fra i år, alle sender til Torben.

Velkomstkurve: Vi har brugt den sidste. Brugsen vil gerne være med igen.

Den gamle station: På næste møde.

Julebelysning: Strømmen er blevet dyr, men vi tænder den 26. november.

Træer på Mosevej: To af dem er gået ud. Bjarne tager kontakt til kommunen.

Støj fra banen: Naboerne har klaget igen. Else svarer dem, der har skrevet.

Landsbyprisen: Vi søger. Bjarne skriver et udkast.

Bosætning: Der er tre byggegrunde tilbage. Helle holder øje med dem.

Bænken ved åen: Den er malet, og det er den blevet pæn af.

Økonomi: Kr. 38.214,50

Legepladsen: Gyngerne er slidte. Torben bestiller kæder hjem.
"""


def test_numbered_and_labelled_paragraphs_are_points() -> None:
    items = segment(Source(text=TEXT)).meetings[0].items
    assert [(item.number, item.title) for item in items] == [
        ("1", "Godkendelse af dagsorden"),
        ("2", "Godkendelse af referat fra sidst"),
        ("3", ""),
        ("4", "Høstfest i mosen"),
        (None, "Hjemmesiden"),
        (None, "Velkomstkurve"),
        (None, "Den gamle station"),
        (None, "Julebelysning"),
        (None, "Træer på Mosevej"),
        (None, "Støj fra banen"),
        (None, "Landsbyprisen"),
        (None, "Bosætning"),
        (None, "Bænken ved åen"),
        (None, "Økonomi"),
        (None, "Legepladsen"),
    ]
