"""Wishes told in the past, nouns that look like participles, questions with a limit behind them, papers of a time that was."""

from __future__ import annotations

from datetime import date

import pytest

from decisionnlp.extraction.deadlines import find_time_expressions

M = date(2024, 9, 17)  # a Tuesday

# a task | the like of it that sets no time
PAIRS = [
    ("Bestyrelsen ønskede en plan forelagt på mødet i marts.", "Planen blev forelagt på mødet i marts."),
    (
        "Åbent hus planlægges afholdt den sidste søndag i oktober.",
        "Åbent hus blev afholdt den sidste søndag i oktober.",
    ),
    ("Kommunen retter gelænderet hurtigst muligt.", "Klassen blev indkvarteret i foråret."),
    ("Bo tømmer varelageret den 4. oktober.", "Bo har registreret fejlene den 4. september."),
    ("Kom og hjælp lørdag den 5. oktober.", "Bo kom og hjalp lørdag den 7. september."),
    ("Rådet besluttede, efter påske at hyre en konsulent.", "Rådet besluttede i marts at hyre en konsulent."),
    (
        "Lis undersøger, hvem der kan sidde i gruppen senest 1. november.",
        "Lis undersøger, hvem der skal svare senest 1. november.",
    ),
    ("Lis undersøger, hvad lejen koster, senest fredag.", "Lis undersøger, om svaret er sendt senest fredag."),
    ("Bo laver en liste over hullerne i oktober.", "Bo laver en opgørelse over fraværet i 2. kvartal."),
    ("Bo udbedrer skaderne i foråret.", "Bo sender protokollen fra synet i foråret."),
    ("Mette indhenter tilbud fra entreprenøren i april.", "Mette sender regningen fra entreprenøren i april."),
    ("Per afleverer nøglen fra kontoret i april.", "Per afleverer regnskabet fra kontoret i april."),
    ("Ole fjerner affaldet fra gården i maj.", "Ole fjerner affaldet fra mødet i maj."),
    ("Lis flytter møblerne over gården i maj.", "Lis sender opgørelsen over forbruget i maj."),
    ("Bo spørger, om skaden er dækket, inden fredag.", "Bo spørger, hvad der er betalt inden fredag."),
    ("Lejekontrakten underskrives inden udgangen af året.", "Lejekontrakten løber til udgangen af året."),
    ("Lejerne varsles mindst seks uger før opstart.", "Lejerne blev orienteret seks uger før opstart."),
    ("Vi snakkede om en arbejdsdag, som Bo finder i uge 41.", "Vi snakkede om en arbejdsdag."),
    ("Bo lukker kiosken fra maj.", "Bo betaler regningen fra maj."),
    ("Bo samler data om forbruget i oktober.", "Bo samler data om forbruget i perioden 1. januar-30. juni."),
    ("Bo bestiller varer til boden i næste uge.", "Kampagnen varer til den 1. maj."),
    ("Planen sendes til udtalelse med svar senest 25. oktober.", "Planen blev sendt ud med en rettelse i august."),
    ("Referatet lægges ud, når det er godkendt.", "Referater lægges fremover ud, når de er godkendt."),
    ("Bo tager sagen op næste gang.", "Fra næste gang afvises sagen."),
    ("Bo lægger tallene frem på årsmødet.", "Bo peger på årsmødets ja til gebyret."),
]


@pytest.mark.parametrize(("task", "trap"), PAIRS)
def test_pairs(task: str, trap: str) -> None:
    assert [found.reason for found in find_time_expressions(task, meeting_date=M)] == [None]
    assert all(found.reason is not None for found in find_time_expressions(trap, meeting_date=M))
