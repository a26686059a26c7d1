"""Short items as minutes say them, with who has each task and when; ``+`` marks what is taken from another sentence.

Written in two rounds of 20 before the code saw them (15 of 20 right at first sight each time); five where the reading is open are left out.
"""

from __future__ import annotations

import pytest

from tests.resolution.test_resolving import document, item, told

ITEMS: list[tuple[str, list[tuple[str, str]]]] = [
    ("Taget over indgangen er utæt.{} Benny får en tømrer til at se på det.{F:assignment} Det skal være klaret inden 1. marts.{}", [("Benny", "inden 1. marts+")]),
    ("Mona og Per laver et udkast til brev.{F:assignment} Udkastet sendes rundt senest i uge 6.{F:assignment}", [("Mona, Per", "senest i uge 6+")]),
    ("Der indkøbes nye stole.{F:assignment} Ansvarlig: Kirsten.{} Frist: 1. februar.{}", [("Kirsten+", "Frist: 1. februar+")]),
    ("- Nye lamper i gangen – Ole – uge 7{F:assignment}\n- Maling af plankeværk – alle – arbejdsdagen den 4. maj{F:assignment}", [("Ole", "uge 7"), ("alle", "den 4. maj")]),
    ("Referatet fra beboermødet skal ud til alle.{F:implicit} Det sørger Gerda for i denne uge.{F:assignment}", [("Gerda+", "i denne uge+")]),
    ("Lise undersøger priser på legeredskaber.{F:assignment} Næste møde er den 5. marts.{}", [("Lise", "")]),
    ("Bestyrelsen ønsker en oversigt over udlejninger.{F:implicit} Jan laver den til næste møde.{F:assignment}", [("Jan+", "til næste møde+")]),
    ("Mads oplyste, at han kontakter vognmanden i næste uge.{F:assignment}", [("Mads", "i næste uge")]),
    ("Forvaltningen udarbejder et notat om parkering.{F:assignment} Notatet forelægges udvalget i april.{F:assignment}", [("Forvaltningen", "i april+")]),
    ("Følgende tager kontakt til sponsorer: Ib, Eva og Finn.{F:assignment}", [("Ib, Eva, Finn", "")]),
    ("Punktet drøftedes.{} Dorte har talt med Hans, og hun vender tilbage inden påske.{F:assignment}", [("Dorte", "inden påske")]),
    ("Vagtplanen for foråret er klar.{} Arne hænger den op.{F:assignment} Deadline for bytte af vagter er 1. februar.{}", [("Arne", "")]),
    ("Det blev besluttet at købe en ny printer.{D:own_resolution F:assignment} Kassereren indhenter tilbud senest den 9. februar.{F:assignment}", [("", ""), ("Kassereren", "senest den 9. februar")]),
    ("Jonas: bestiller pizza.{F:assignment} Sofie: musik.{F:assignment} Begge dele skal være på plads en uge før festen.{}", [("Jonas", "en uge før festen+"), ("Sofie", "en uge før festen+")]),
    ("Ulla ringer til brandvæsnet.{F:assignment} Hun melder tilbage på næste møde.{F:assignment}", [("Ulla", "på næste møde+")]),
    ("Regnskabet skal underskrives af alle.{F:assignment} Sker digitalt inden 15. februar.{}", [("alle", "inden 15. februar+")]),
    ("Poul spørger i lauget.{F:assignment} Bent har tilbudt at hjælpe.{}", [("Poul", "")]),
    ("Skolelederen retter teksten til og sender den til bestyrelsen inden weekenden.{F:assignment}", [("Skolelederen", "inden weekenden")]),
    ("Maja laver en liste over ønsker til biblioteket.{F:assignment} Den skal afleveres til skolelederen senest 12. februar.{F:assignment}", [("Maja", "senest 12. februar+")]),
    ("Næste skridt:{}\n- Signe skriver til fonden{F:assignment}\n- Ebbe tager billeder uge 8{F:assignment}", [("Signe", ""), ("Ebbe", "uge 8")]),
    ("Der skal findes en ny rengøringshjælp.{F:assignment} Bestyrelsen drøfter emnet igen i marts.{F:assignment}", [("", ""), ("Bestyrelsen", "i marts")]),
    ("Vi aftalte følgende: Rasmus køber maling, Villads og Tove maler, og Bent rydder op.{F:assignment}", [("Rasmus, Villads, Tove, Bent", "")]),
    ("Britta er forhindret i uge 9, men tager telefonen i uge 10.{F:assignment}", [("Britta", "i uge 10")]),
    ("Et medlem efterlyser mere lys på stien.{} Forvaltningen ser på det.{F:assignment}", [("Forvaltningen", "")]),
    ("Det blev besluttet, at udvalget besøger de tre institutioner i foråret.{D:own_resolution F:assignment}", [("udvalget", "i foråret")]),
    ("Udvalget udsætter sagen til mødet den 12. marts med henblik på, at forvaltningen belyser økonomien.{D:deferred F:assignment}", [("forvaltningen", "til mødet den 12. marts")]),
    ("Sagen tilbagesendes til forvaltningen, som bedes uddybe afsnittet om trafik inden næste møde.{D:returned F:assignment}", [("forvaltningen", "inden næste møde")]),
    ("Til orientering afholdes der åbent hus den 3. februar.{} Inge står i caféen.{F:assignment}", [("Inge", "")]),
    ("Kurt har fået en pris på 14.000 kr. på nye vinduer.{} Han får den bekræftet skriftligt inden udgangen af måneden.{F:assignment}", [("Kurt+", "inden udgangen af måneden")]),
    ("Ordensreglerne sættes op i alle opgange (Ivan, senest 1. marts).{F:assignment}", [("Ivan", "senest 1. marts")]),
    ("Udkast til strategi sendes i høring hos afdelingerne.{F:assignment} Frist for bemærkninger er 1. marts, hvorefter Hanne samler dem.{F:assignment}", [("", ""), ("Hanne", "1. marts")]),
    ("AP: undersøger regler for hjertestarter. LK: søger tilskud (frist 15/2).{F:assignment}", [("AP, LK", "frist 15/2")]),
    ("Medlemmerne bedes sende forslag til udflugtsmål til Kaj inden næste møde.{F:assignment}", [("Medlemmerne", "inden næste møde")]),
    ("Formanden indkalder arbejdsgruppen i løbet af 14 dage.{F:assignment} Gruppen består af Jan, Eva og Liv.{}", [("Formanden", "i løbet af 14 dage")]),
    ("Niels Peter kontakter revisoren, så vi kan få rettet fejlen inden årsmødet.{F:assignment}", [("Niels Peter", "inden årsmødet")]),
    # an article takes up nothing; a cell with a week stands beside an event
    ("Præsentationen lægges på nettet.{F:assignment} Den nedsatte arbejdsgruppe fortsætter arbejdet.{F:assignment}", [("", ""), ("arbejdsgruppe", "")]),
    ("Lone tager det med til teamledermøde.{F:assignment}\nuge 12{}", [("Lone", "til teamledermøde, uge 12+")]),
]  # fmt: skip


def _shown(parts: list[tuple[str, bool]]) -> str:
    return ", ".join(f"{text}+" if linked else text for text, linked in parts)


@pytest.mark.parametrize(("body", "tasks"), ITEMS)
def test_who_and_when(body: str, tasks: list[tuple[str, str]]) -> None:
    found = [told(task) for task in item(document(body)).follow_ups]
    assert [(_shown(owners), _shown(deadlines)) for owners, deadlines in found] == tasks
