"""What holds for every text: offsets, types, RRULEs that dateutil reads, and work that grows with the length only."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from decisionnlp.document import DeadlineType
from decisionnlp.errors import InputError
from decisionnlp.extraction.deadlines import find_deadlines, find_time_expressions
from decisionnlp.extraction.deadlines.rules import parts

M = date(2024, 1, 23)
TABLE = Path(__file__).parents[3] / "annotations" / "deadlines" / "deadlines.jsonl"
ROWS: list[dict[str, Any]] = [json.loads(line) for line in TABLE.read_text(encoding="utf-8").splitlines()]
WORDS = sorted({word for row in ROWS for word in row["text"].split()})


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from([*WORDS, "\n", "-\n", ".", "1", "31.", "/", "2024", "99", "12-"]), max_size=25),
    st.dates(date(1990, 1, 1), date(2060, 1, 1)),
)
def test_any_mixture_of_words_is_read(words: list[str], meeting: date) -> None:
    text = " ".join(words)
    end = 0
    for expression in find_time_expressions(text, meeting_date=meeting):
        deadline = expression.deadline
        assert text[deadline.start : deadline.end] == deadline.text
        assert end <= deadline.start < deadline.end
        end = deadline.end
        assert parts(deadline.rule)
        if deadline.earliest and deadline.latest:
            assert deadline.earliest <= deadline.latest
        if deadline.type is DeadlineType.DATE and deadline.earliest and deadline.latest:
            assert deadline.earliest == deadline.latest
        if deadline.type is DeadlineType.INTERVAL and (deadline.earliest or deadline.latest):
            assert deadline.earliest
            assert deadline.latest
            assert deadline.earliest < deadline.latest


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_survived(text: str) -> None:
    for expression in find_time_expressions(text, meeting_date=M):
        assert text[expression.deadline.start : expression.deadline.end] == expression.deadline.text


@pytest.mark.parametrize(
    "row", [row for row in ROWS if any(deadline["rrule"] for deadline in row["deadlines"])], ids=lambda row: row["id"]
)
def test_dateutil_reads_the_rules_unchanged(row: dict[str, Any]) -> None:
    found = find_deadlines(row["text"], meeting_date=date.fromisoformat(row["meeting_date"]))
    recurring = [deadline for deadline in found if deadline.rrule]
    assert recurring
    for deadline in recurring:  # beside one may stand the first time (hver måned, første gang i august)
        assert deadline.rrule
        read = rrulestr(deadline.rrule, dtstart=datetime(2024, 1, 1))
        assert deadline.rrule in str(read).splitlines()[-1].replace("+", "")
        assert len(list(islice(read, 2))) == 2


def test_the_annotated_table() -> None:
    """The floor that the grammar must not fall below; the benchmark prints the figures themselves."""
    exact = fired = traps = 0
    for row in ROWS:
        found = find_deadlines(row["text"], meeting_date=date.fromisoformat(row["meeting_date"]))
        if row["deadlines"]:
            gold = [(d["earliest"], d["latest"], d["rrule"]) for d in row["deadlines"]]
            exact += gold == [
                (d.earliest and d.earliest.isoformat(), d.latest and d.latest.isoformat(), d.rrule) for d in found
            ]
        else:
            traps += 1
            fired += bool(found)
    assert len(ROWS) >= 500
    assert traps * 3.3 >= len(ROWS)
    assert exact >= 0.98 * (len(ROWS) - traps)
    assert fired <= 0.016 * traps


def test_the_table_marks_its_own_words() -> None:
    for row in ROWS:
        for deadline in row["deadlines"]:
            assert row["text"][deadline["start"] : deadline["end"]] == deadline["text"], row["id"]


class _Work:
    """Counts the lines of Python that are run."""

    def __init__(self) -> None:
        self.lines = 0

    def __call__(self, frame: FrameType, event: str, argument: object) -> _Work:
        self.lines += event == "line"
        return self


def work(text: str) -> int:
    counted = _Work()
    before = sys.gettrace()
    sys.settrace(counted)
    try:
        find_time_expressions(text, meeting_date=M)
    finally:
        sys.settrace(before)
    return counted.lines


ADVERSARIAL = [
    "1. ", "uge 1, ", "den 3. og ", "senest inden udgangen af ", "maj - ", "når ", "når det er sket og ", "på et af de ", "i løbet af ", "10/5-", "1-", "første ", "hver anden ",
    "Teknik- og ", "senest 14 dage før ", "næste møde er den 3. maj og ", "blev ", "mellem 1. og ", "inden for de næste ", "efter vedtagelsen af den ", "2024-", "d. ", "år ", "fra 3. maj til ",
    "på Børne- og Ungeudvalgets ", "i mandags ", "a", "\n", "- ", "-\n", "senest ", "frist ",
    "nåede at male inden jul ", "nu nåede i maj ", "klagen inden for 14 dage ", "klagen besvares af formanden inden for 14 dage ", "indsigelser mod referatet inden 8 dage ",
    "bestyrelsen kræver, at det sker inden for 14 dage ", "de nærmeste naboer orienteres af Bo inden for 14 dage ", "som har en nøgle giver i maj ", "input til målingen senest mandag ", "mandag og tirsdag i uge ",
]  # fmt: skip


@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_work_grows_with_the_length_only(piece: str) -> None:
    short, long = (work(piece * (size // len(piece))) for size in (2_000, 8_000))
    assert long <= 4.4 * short + 400


@pytest.mark.parametrize(
    "piece",
    ["uge 1, ", "når det er sket og ", "senest 14 dage før ", "næste møde er den 3. maj og ", "blev ", "på et af de "],
)
def test_a_hundred_thousand_characters(piece: str) -> None:
    assert work(piece * (100_000 // len(piece))) < 150 * 100_000


@pytest.mark.parametrize(
    "text", ["Bo skriver et notat i skoleåret 9999/10.", "Bo skriver et notat i skoleåret 0000/01."]
)
def test_a_year_that_no_date_has_is_none(text: str) -> None:
    assert all(found.latest is None for found in find_deadlines(text, meeting_date=date(2024, 3, 3)))


@pytest.mark.parametrize("meeting", [date.min, date.max])
def test_a_meeting_at_the_end_of_time_is_refused(meeting: date) -> None:
    with pytest.raises(InputError, match="cannot be counted from"):
        find_deadlines("Bo skriver om to uger.", meeting_date=meeting)
