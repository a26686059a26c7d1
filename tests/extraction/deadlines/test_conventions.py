"""Every row of the deadline table in the guidelines, with bounds worked by hand; M is Tuesday 2024-01-23 unless said."""

from __future__ import annotations

from datetime import date

import pytest

from decisionnlp.document import Deadline
from decisionnlp.extraction.deadlines import MeetingCalendar, find_deadlines, find_time_expressions

M = date(2024, 1, 23)


def only(text: str, meeting_date: date | None = M, **more: object) -> Deadline:
    found = find_deadlines(text, meeting_date=meeting_date, **more)  # type: ignore[arg-type]
    assert len(found) == 1, found
    return found[0]


def shown(deadline: Deadline) -> str:
    """``type relation earliest..latest``, with ``~`` for approximate."""
    relation = deadline.relation.value if deadline.relation else "-"
    bounds = f"{deadline.earliest or ''}..{deadline.latest or ''}"
    return f"{deadline.type.value} {relation} {bounds}{' ~' if deadline.approximate else ''}"


DATED = [
    # senest, frist, inden udgangen af, er omme: by the last day
    ("Notatet sendes senest i maj.", "senest i maj", "date by ..2024-05-31"),
    ("Frist 3. maj for svar.", "Frist 3. maj", "date by ..2024-05-03"),
    ("Deadline fredag.", "Deadline fredag", "date by ..2024-01-26"),
    ("Pladen skiftes inden udgangen af uge 9.", "inden udgangen af uge 9", "date by ..2024-03-03"),
    ("Sagen lukkes, inden året er omme.", "inden året er omme", "date by ..2024-12-31"),
    # inden, før: the day before it begins
    ("Sagen lukkes inden 1. maj.", "inden 1. maj", "date before ..2024-04-30"),
    ("Sagen lukkes før maj.", "før maj", "date before ..2024-04-30"),
    ("Sagen lukkes inden uge 9.", "inden uge 9", "date before ..2024-02-25"),
    ("Sagen lukkes inden 2025.", "inden 2025", "date before ..2024-12-31"),
    # a day; a stretch; cut off at the meeting where the meeting lies in it
    ("Notatet sendes den 3. maj.", "den 3. maj", "date on 2024-05-03..2024-05-03"),
    ("Notatet sendes i februar.", "i februar", "interval in 2024-02-01..2024-02-29"),
    ("Notatet sendes i løbet af januar.", "i løbet af januar", "interval in 2024-01-23..2024-01-31"),
    ("Planen udføres i 2024.", "i 2024", "interval in 2024-01-23..2024-12-31"),
    # til
    ("Tavlen er klar til den 4. marts.", "til den 4. marts", "date by ..2024-03-04"),
    ("Tavlen er klar til marts.", "til marts", "interval in 2024-03-01..2024-03-31"),
    ("Tavlen er klar til foråret.", "til foråret", "interval in 2024-03-01..2024-05-31 ~"),
    # efter, fra, tidligst
    ("Vejen graves op efter 1. marts.", "efter 1. marts", "date after 2024-03-02.."),
    ("Vejen graves op fra 1. marts.", "fra 1. marts", "date from 2024-03-01.."),
    ("Vejen graves op tidligst i marts.", "tidligst i marts", "date from 2024-03-01.."),
    # between
    ("Samtaler holdes mellem 1. og 15. maj.", "mellem 1. og 15. maj", "interval in 2024-05-01..2024-05-15"),
    ("Samtaler holdes fra 1. marts til 15. april.", "fra 1. marts til 15. april", "interval in 2024-03-01..2024-04-15"),
    ("Samtaler holdes 28.-29. juni.", "28.-29. juni", "interval in 2024-06-28..2024-06-29"),
    # no year
    ("Notatet sendes d. 23. oktober.", "d. 23. oktober", "date on 2024-10-23..2024-10-23"),
    ("Notatet sendes den 5. januar.", "den 5. januar", "date on 2025-01-05..2025-01-05"),
    # figures: day first, two-digit years are 20xx
    ("Notatet sendes 16/6.", "16/6", "date on 2024-06-16..2024-06-16"),
    ("Notatet sendes d. 10.05.25.", "d. 10.05.25", "date on 2025-05-10..2025-05-10"),
    ("Notatet sendes 10-05-2025.", "10-05-2025", "date on 2025-05-10..2025-05-10"),
    # weekdays
    ("Notatet sendes på torsdag.", "på torsdag", "date on 2024-01-25..2024-01-25"),
    ("Notatet sendes førstkommende mandag.", "førstkommende mandag", "date on 2024-01-29..2024-01-29"),
    ("Notatet sendes tirsdag.", "tirsdag", "date on 2024-01-30..2024-01-30"),
    ("Notatet sendes torsdag den 7. marts kl. 12.", "torsdag den 7. marts", "date on 2024-03-07..2024-03-07"),
    # parts of months and years
    ("Primo marts sendes et udkast.", "Primo marts", "interval in 2024-03-01..2024-03-10 ~"),
    ("Et udkast sendes medio marts.", "medio marts", "interval in 2024-03-11..2024-03-20 ~"),
    ("Et udkast sendes i slutningen af februar.", "i slutningen af februar", "interval in 2024-02-21..2024-02-29 ~"),
    ("Et udkast sendes primo 2025.", "primo 2025", "interval in 2025-01-01..2025-01-31 ~"),
    ("Et udkast sendes ultimo 2024.", "ultimo 2024", "interval in 2024-12-01..2024-12-31 ~"),
    ("Et udkast sendes i første halvdel af marts.", "i første halvdel af marts", "interval in 2024-03-01..2024-03-15"),
    ("Et udkast sendes i anden halvdel af 2024.", "i anden halvdel af 2024", "interval in 2024-07-01..2024-12-31"),
    # quarters and half-years; a cell of a plan is not cut off
    ("1.-2. kvartal 2024", "1.-2. kvartal 2024", "interval in 2024-01-01..2024-06-30"),
    ("Et udkast sendes i 4. kvartal.", "i 4. kvartal", "interval in 2024-10-01..2024-12-31"),
    ("Et udkast sendes i andet halvår.", "i andet halvår", "interval in 2024-07-01..2024-12-31"),
    # weeks
    ("Et udkast sendes i uge 47.", "i uge 47", "interval in 2024-11-18..2024-11-24"),
    ("Et udkast sendes i uge 47-48.", "i uge 47-48", "interval in 2024-11-18..2024-12-01"),
    ("Et udkast sendes i uge 3.", "i uge 3", "interval in 2025-01-13..2025-01-19"),
    ("Et udkast sendes torsdag i uge 9.", "torsdag i uge 9", "date on 2024-02-29..2024-02-29"),
    # next, this
    ("Et udkast sendes i næste uge.", "i næste uge", "interval in 2024-01-29..2024-02-04"),
    ("Et udkast sendes næste måned.", "næste måned", "interval in 2024-02-01..2024-02-29"),
    ("Et udkast sendes i denne måned.", "i denne måned", "interval in 2024-01-23..2024-01-31"),
    # lengths
    ("Der følges op om 14 dage.", "om 14 dage", "date on 2024-02-06..2024-02-06"),
    ("Der følges op om et halvt år.", "om et halvt år", "date on 2024-07-23..2024-07-23"),
    ("Der følges op inden for en måned.", "inden for en måned", "date by ..2024-02-23"),
    ("Der følges op inden tre uger.", "inden tre uger", "date by ..2024-02-13"),
    ("Der følges op i løbet af 14 dage.", "i løbet af 14 dage", "date by ..2024-02-06"),
    ("Der følges op senest 4 uger efter mødet.", "senest 4 uger efter mødet", "date by ..2024-02-20"),
    ("Der følges op senest 15 hverdage efter mødet.", "senest 15 hverdage efter mødet", "date by ..2024-02-13"),
    # seasons and holidays
    ("Det sker i efteråret.", "i efteråret", "interval in 2024-09-01..2024-11-30 ~"),
    ("Det sker inden sommerferien.", "inden sommerferien", "date before ..2024-06-28 ~"),
    ("Det sker efter sommerferien.", "efter sommerferien", "date after 2024-08-12.. ~"),
    ("Det sker inden jul.", "inden jul", "date before ..2024-12-23"),
    ("Det sker inden årsskiftet.", "inden årsskiftet", "date before ..2024-12-31"),
    ("Det sker inden påske.", "inden påske", "date before ..2024-03-27"),
    ("Det sker efter jul.", "efter jul", "date after 2024-12-27.."),
    ("Det sker efter nytår.", "efter nytår", "date after 2025-01-01.."),
    ("Det sker efter påske.", "efter påske", "date after 2024-04-02.."),
    ("Det sker inden årets udgang.", "inden årets udgang", "date by ..2024-12-31"),
    ("Det sker senere på året.", "senere på året", "date in ..2024-12-31"),
    ("Det sker i skoleåret 2024/25.", "i skoleåret 2024/25", "interval in 2024-08-01..2025-07-31"),
    # a meeting whose day is said
    ("Sagen genoptages på mødet den 12. marts.", "på mødet den 12. marts", "date on 2024-03-12..2024-03-12"),
]


@pytest.mark.parametrize(("text", "words", "reading"), DATED)
def test_dates_and_intervals(text: str, words: str, reading: str) -> None:
    deadline = only(text)
    assert (deadline.text, shown(deadline)) == (words, reading)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("hver ottende uge", "FREQ=WEEKLY;INTERVAL=8"),
        ("hver anden måned", "FREQ=MONTHLY;INTERVAL=2"),
        ("hvert kvartal", "FREQ=MONTHLY;INTERVAL=3"),
        ("to gange årligt", "FREQ=MONTHLY;INTERVAL=6"),
        ("fem gange årligt", "FREQ=MONTHLY;INTERVAL=2"),
        ("otte gange årligt", "FREQ=WEEKLY;INTERVAL=6"),
        ("månedligt", "FREQ=MONTHLY"),
        ("hver mandag", "FREQ=WEEKLY;BYDAY=MO"),
        ("den første tirsdag i hver måned", "FREQ=MONTHLY;BYDAY=1TU"),
        ("senest 1. juni hvert år", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1"),
        ("3-4 gange årligt", None),  # a range says no rhythm
        ("to til tre gange om året", None),
        ("2 eller 3 gange i kvartalet", None),
        ("før hver kampdag", None),
    ],
)
def test_recurrence(words: str, rule: str | None) -> None:
    deadline = only(f"Status forelægges {words}.")
    assert (deadline.text, deadline.rrule, deadline.relation) == (words, rule, None)


@pytest.mark.parametrize(
    ("text", "relation", "anchor", "bounds"),
    [
        ("Sagen tages op på næste møde.", "on", "next_meeting", (None, None)),
        ("Sagen tages op ved udvalgets møde i marts.", "on", "meeting", (date(2024, 3, 1), date(2024, 3, 31))),
        ("Sagen tages op på oktobermødet.", "on", "meeting", (date(2024, 10, 1), date(2024, 10, 31))),
        ("Bilaget sendes senest 8 dage før mødet.", "by", "meeting", (None, None)),
        ("Bilaget sendes senest 14 dage før byrådsmødet i maj.", "by", "meeting", (None, None)),
        ("Forslaget medtages til budgetforhandlingerne.", "by", "budgetforhandlingerne", (None, None)),
        ("Forvaltningen vender tilbage, når høringen er slut.", "after", "høringen er slut", (None, None)),
        ("Når høringen er slut sendes sagen til byrådet.", "after", "høringen er slut", (None, None)),
        ("Inden aftalen underskrives sendes den rundt.", "before", "aftalen underskrives", (None, None)),
        ("Når bogen er trykt og betalt sender Bo den rundt.", "after", "bogen er trykt og betalt", (None, None)),
    ],
)
def test_events_stay_events(text: str, relation: str, anchor: str, bounds: tuple[date | None, date | None]) -> None:
    deadline = only(text)
    assert deadline.type.value == "event"
    assert deadline.relation is not None
    assert (deadline.relation.value, deadline.anchor) == (relation, anchor)
    assert (deadline.earliest, deadline.latest) == bounds


@pytest.mark.parametrize("words", ["løbende", "snarest", "hurtigst muligt", "inden længe", "i god tid", "på sigt"])
def test_vague(words: str) -> None:
    deadline = only(f"Forvaltningen følger {words} op.")
    assert (deadline.text, deadline.type.value, deadline.relation, deadline.latest) == (words, "vague", None, None)


def test_a_meeting_calendar_gives_events_their_day() -> None:
    days = [date(2024, 1, 23), date(2024, 2, 20), date(2024, 3, 19)]
    assert only("Sagen tages op på næste møde.", calendar=days).earliest == date(2024, 2, 20)
    assert only("Sagen tages op til mødet i marts.", calendar=MeetingCalendar.of(days)).latest == date(2024, 3, 19)
    assert only("Bilaget sendes senest 8 dage før næste møde.", calendar=days).latest == date(2024, 2, 12)
    assert only("Bilaget sendes inden næste møde.", calendar=days).latest == date(2024, 2, 19)


def test_a_meeting_announced_in_the_text_is_a_calendar() -> None:
    deadline = only("Sagen genoptages på næste møde. Næste møde er den 20. februar.")
    assert (deadline.earliest, deadline.latest) == (date(2024, 2, 20), date(2024, 2, 20))


def test_without_a_meeting_date_only_what_is_absolute_is_dated() -> None:
    assert only("Notatet sendes senest den 3. maj 2024.", None).latest == date(2024, 5, 3)
    undated = only("Notatet sendes senest i maj.", None)
    assert (undated.type.value, undated.latest) == ("date", None)
    assert only("Notatet sendes i maj.", None).type.value == "interval"
    assert only("Notatet sendes om 14 dage.", None).earliest is None


def test_broken_lines_are_read_over_and_offsets_refer_to_the_given_text() -> None:
    text = "  Notatet sendes inden ud-\ngangen af sep-\ntember,\nsom aftalt."
    deadline = only(text)
    assert text[deadline.start : deadline.end] == deadline.text == "inden ud-\ngangen af sep-\ntember"
    assert deadline.latest == date(2024, 9, 30)


def test_edges_of_the_calendar() -> None:
    assert only("Det sker i uge 53.", date(2020, 12, 15)).latest == date(2021, 1, 3)
    assert only("Det sker i uge 53.", M).latest == date(2027, 1, 3)  # 2026 is the next year with a week 53
    assert only("Det sker den 29. februar.", date(2024, 3, 1)).latest == date(2028, 2, 29)
    assert only("Det sker om en måned.", date(2024, 1, 31)).latest == date(2024, 2, 29)
    assert only("Det sker i uge 51-2.", date(2019, 11, 26)).latest == date(2020, 1, 12)
    assert find_deadlines("Det sker den 30. februar 2024.", meeting_date=M) == []


def test_a_reading_is_traceable() -> None:
    (expression,) = find_time_expressions("Taksten hæves med virkning fra 1. august.", meeting_date=M)
    assert (expression.reason, expression.deadline.rule, expression.is_deadline) == (
        "effective",
        "effective-date",
        False,
    )
