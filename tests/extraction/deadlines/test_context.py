"""What is no deadline, and why; beside it the same words where they are one."""

from __future__ import annotations

from datetime import date

import pytest

from decisionnlp.extraction.deadlines import find_deadlines, find_time_expressions

M = date(2024, 1, 23)

NONE = [
    ("Sagen blev behandlet den 3. marts 2022.", {"past"}),
    ("Udvalget drøftede sagen i november.", {"past-tense"}),
    ("Den 12. december sendte Ove brevet.", {"past-tense"}),
    ("Brevet er sendt i uge 2.", {"past", "past-tense"}),
    ("Arbejdet skulle have været afsluttet i november.", {"past-tense"}),
    ("Byrådet besluttede den 4. oktober 2022, at hallen skal bygges inden udgangen af 2025.", {"past", "retold"}),
    ("Mødet den 23. januar 2024 kl. 16.", {"meeting-date"}),
    ("Næste møde er den 20. februar.", {"next-meeting"}),
    ("Næste ordinære møde afholdes onsdag den 21. februar 2024.", {"next-meeting"}),
    ("Vi mødes igen den 21. februar.", {"next-meeting"}),
    ("Der var pr. 7. januar 41 brugere.", {"effective"}),
    ("Taksten træder i kraft 1. april.", {"effective"}),
    ("Ordningen gælder til og med 2026.", {"validity"}),
    ("Lejekontrakten udløber den 31. december 2025.", {"validity"}),
    ("Planen er i høring fra 1. marts til 26. april.", {"hearing"}),
    ("Klagefristen er den 15. februar.", {"hearing"}),
    ("Ifølge § 8 skal sagen afgøres inden for en måned.", {"statutory"}),
    ("Ansøgeren får svar inden for 15 hverdage.", {"statutory"}),
    ("Der er afsat 2 mio. kr. i 2025.", {"budget-year"}),
    ("Brevet af 3. maj er vedlagt.", {"document-date"}),
    ("Udvalget har i dag 9 medlemmer.", {"status"}),
    ("Kontoret har åbent mandag til fredag.", {"opening-hours"}),
    ("Mødedato: 24. januar 2024", {"label"}),
    ("I sidste uge var der storm.", {"past"}),
    ("Siden 2019 er tallet faldet.", {"past"}),
    ("Planen for 2025 er vedlagt.", {"about"}),
    ("Ifølge tidsplanen skulle gulvet stå færdigt i juli.", {"past-tense"}),
    ("Det var meningen, at muren skulle stå klar til påske.", {"past-tense"}),
    ("Fristen udløb i fredags.", {"past"}),
    ("Ansøgere skal være fyldt 18 år senest den 1. juli.", {"statutory"}),
    ("Ifølge bekendtgørelsen skal beviset fornyes hvert femtende år.", {"statutory"}),
    ("Høringen slutter den 29. maj.", {"hearing"}),
    ("Naboerne har indtil 15. marts mulighed for at klage.", {"hearing"}),
    ("Skolen holder ferie i uge 7.", {"opening-hours"}),
    ("Åbningstid i maj: 10-16", {"opening-hours"}),
    ("Orientering om markedsdagen den 16. august.", {"about"}),
    ("Beboere, der melder sig ud inden 1. marts, får pengene tilbage.", {"condition"}),
    ("Tilskuddet gives for perioden 1. august 2024 til 31. juli 2025.", {"period-name"}),
    ("Maleriet er udlånt til 2028.", {"validity"}),
    ("På mødet den 2. januar lovede rådgiveren en tidsplan inden udgangen af marts.", {"past", "past-tense", "retold"}),
    ("Der er ansøgningsrunder i marts og september hvert år.", {"status"}),
]


@pytest.mark.parametrize(("text", "reasons"), NONE)
def test_no_deadline_and_why(text: str, reasons: set[str]) -> None:
    found = find_time_expressions(text, meeting_date=M)
    assert found
    assert {expression.reason for expression in found} <= reasons
    assert find_deadlines(text, meeting_date=M) == []


@pytest.mark.parametrize(
    "text",
    [
        "Borgere i alderen 16-66 år.", "Budget 2024-2027 blev vist.", "Udvalg efter § 17, stk. 4.", "Punkt 65 (30 min).", "Ring på 86 12 34 56.",
        "Prisen er 12,5 mio. kr.", "Lokalplan 4-212 og matr. 12a.", "Sagsnr. 26/3-2024", "Der er 2/3 flertal.", "Mødet sluttede kl. 21.15.",
        "Fremover sendes referatet pr. mail.", "Fremadrettet ønskes bedre skilte.", "Sagen oversendes til 2. behandling.", "Jens Maj og August Holm deltog.",
        "Lånet løber over 25 år.", "Godkendt.", "",
    ],
)  # fmt: skip
def test_nothing_of_time_is_found(text: str) -> None:
    assert find_deadlines(text, meeting_date=M) == []


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("Udvalget besluttede at besigtige arealet den 26. marts.", date(2024, 3, 26)),
        ("Udvalget bad forvaltningen om et notat inden sommerferien.", date(2024, 6, 28)),
        ("Sagen blev udsat til den 7. marts.", date(2024, 3, 7)),
        ("Lise har undersøgt sagen og lægger svaret på hjemmesiden på mandag.", date(2024, 1, 29)),
        ("Rapporten, som blev omdelt i december, behandles i februar.", date(2024, 2, 29)),
        ("Formanden oplyste, at tilsynet kommer i uge 9.", date(2024, 3, 3)),
        ("Rådet sender sit høringssvar senest den 5. februar.", date(2024, 2, 5)),
        ("Fristen forlænges til den 1. maj.", date(2024, 5, 1)),
        ("Notatet skal senest afleveres den 3. april.", date(2024, 4, 3)),
        ("Rådmanden ønskede, at sagen blev taget op igen i marts.", date(2024, 3, 31)),
        ("Planen sendes i høring i marts.", date(2024, 3, 31)),
    ],
)
def test_the_past_around_a_deadline_does_not_hide_it(text: str, latest: date) -> None:
    (deadline,) = find_deadlines(text, meeting_date=M)
    assert deadline.latest == latest


def test_beside_a_date_the_vague_says_nothing_more() -> None:
    found = find_deadlines("Svaret sendes snarest og senest den 1. maj.", meeting_date=M)
    assert [deadline.text for deadline in found] == ["senest den 1. maj"]


def test_the_second_of_two_dates_takes_the_relation() -> None:
    found = find_deadlines("Tal sendes senest 1. maj og 1. november.", meeting_date=M)
    assert [(deadline.relation, deadline.latest) for deadline in found] == [
        ("by", date(2024, 5, 1)),
        ("by", date(2024, 11, 1)),
    ]


def test_a_past_expression_is_dated_backwards() -> None:
    (expression,) = find_time_expressions("Udvalget drøftede sagen i november.", meeting_date=M)
    assert expression.deadline.earliest == date(2023, 11, 1)
