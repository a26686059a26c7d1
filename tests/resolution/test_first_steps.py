"""Tasks whose owner the next sentence names by the first step, a date or a pronoun; ``+`` marks what is taken from there."""

from __future__ import annotations

import pytest

from tests.resolution.test_resolving import document, item, told

ITEMS: list[tuple[str, list[tuple[str, str]]]] = [
    ("Bestyrelsen var enig om at skrive et læserbrev til ugeavisen.{F:assignment} Karna laver et udkast.{F:assignment}", [("Karna+", "")]),
    ("Der sendes et høringssvar til kommunen.{F:assignment} Formanden skriver en kladde, som de andre får på mail senest den 4. marts.{F:assignment}", [("Formanden+", "senest den 4. marts+")]),
    ("Det blev aftalt at sende en ansøgning til fonden.{F:assignment} Ib og Lis formulerer et første udkast inden påske.{F:assignment}", [("Ib+, Lis+", "inden påske+")]),
    ("Vi skal have skrevet en artikel til bladet.{F:assignment} Ebbe laver et oplæg.{F:assignment}", [("Vi", ""), ("Ebbe", "")]),
    ("Der skrives et brev til naboerne.{F:assignment} Lis laver et udkast til budget.{F:assignment}", [("", ""), ("Lis", "")]),
    ("Der sendes en kommentar til planen.{F:assignment} Bo laver kaffe.{F:assignment}", [("", ""), ("Bo", "")]),
    ("Ib sender et svar til banken.{F:assignment} Karna laver et udkast til ny aftale.{F:assignment}", [("Ib", ""), ("Karna", "")]),
    ("Der sendes en kommentar til udvalget senest den 3. marts.{F:assignment} Astrid laver et udkast inden fredag.{F:assignment}", [("", "senest den 3. marts"), ("Astrid", "inden fredag")]),
    ("Gelænderet skal males.{F:assignment} Karna laver et udkast til program.{F:assignment}", [("", ""), ("Karna", "")]),
    ("Der skal findes en kursusaften i april.{F:assignment} Ebbe laver aftale om dato.{F:assignment}", [("Ebbe+", "i april")]),
    ("Der skal holdes et møde med naboforeningen inden sommerferien.{F:assignment} Karna finder en dato.{F:assignment}", [("Karna+", "inden sommerferien")]),
    ("Der aftales et møde med halinspektøren.{F:assignment} Ib sender forslag til tidspunkter.{F:assignment}", [("Ib+", "")]),
    ("Der arrangeres en tur for de frivillige i maj.{F:assignment} Lis og Ib finder en dag.{F:assignment}", [("Lis+, Ib+", "i maj")]),
    ("Arbejdsdagen holdes den 4. maj.{F:assignment} Karna finder en dato for generalforsamlingen.{F:assignment}", [("", "den 4. maj"), ("Karna", "")]),
    ("Der skal findes en ny kasserer.{F:assignment} Karna finder en dato for festen.{F:assignment}", [("", ""), ("Karna", "")]),
    ("Der skal findes en dag i marts.{F:assignment} Ib køber ind til festen.{F:assignment}", [("", "i marts"), ("Ib", "")]),
    ("Der skal laves en folder om havnen.{F:assignment} Første udkast klar den 3. marts.{F:assignment} Karna, Ib og Lis arbejder på den.{F:assignment}", [("Karna+, Ib+, Lis+", "den 3. marts+")]),
    ("Bogen skal indeholde klubbens historie.{F:assignment} Første udgave færdig i maj 2024.{F:assignment}", [("", "i maj 2024+")]),
    ("Hjemmesiden skal opdateres.{F:assignment} Karna, Ib og Lis ser på den.{F:assignment}", [("Karna+, Ib+, Lis+", "")]),
    ("Hjemmesiden skal opdateres.{F:assignment} Karna, Ib og Lis ser på budgettet.{F:assignment}", [("", ""), ("Karna, Ib, Lis", "")]),
    ("Pladsen ryddes.{F:assignment} Karna henter en trailer i uge 9.{F:assignment}", [("", ""), ("Karna", "i uge 9")]),
    ("Bestyrelsen tilkendegav, at den gerne så planen to gange om året.{F:assignment}", [("", "")]),
    ("Vejafdelingen lovede, at den svarer inden påske.{F:assignment}", [("Vejafdelingen", "inden påske")]),
    ("Foreningen meddelte, at den ønsker en nøgle.{F:assignment}", [("", "")]),
    ("Rådet tilkendegav, at det gerne vil høre mere.{F:assignment}", [("", "")]),
    ("Klubben svarede, at den forventer et svar i maj 2024.{F:assignment}", [("", "i maj 2024")]),
    ("Klubben svarede, at den gerne stiller med to hjælpere.{F:assignment}", [("Klubben", "")]),
]  # fmt: skip


def _shown(parts: list[tuple[str, bool]]) -> str:
    return ", ".join(text + "+" * linked for text, linked in parts)


@pytest.mark.parametrize(("body", "tasks"), ITEMS)
def test_who_and_when(body: str, tasks: list[tuple[str, str]]) -> None:
    found = [told(task) for task in item(document(body)).follow_ups]
    assert [(_shown(owners), _shown(deadlines)) for owners, deadlines in found] == tasks
