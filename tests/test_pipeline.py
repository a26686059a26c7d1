from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import decisionnlp
from decisionnlp.contract import json_schema, minutes_from_dict, minutes_to_dict
from decisionnlp.document import Label, Minutes, Outcome
from decisionnlp.errors import InputError
from decisionnlp.pipeline import parse_date

EXAMPLES = sorted(
    path
    for path in (Path(__file__).parents[1] / "examples").iterdir()
    if path.suffix in (".txt", ".pdf", ".docx", ".html")
)
REFERAT = """Referat

Teknik- og Miljøudvalget
Tirsdag den 23. januar 2024 kl. 16.00

Punkt 1: Godkendelse af dagsorden

Dagsordenen blev godkendt.

Punkt 2: Støj ved Nordre Havnevej

Indstilling
Det indstilles,
1. at støjkortlægningen godkendes
2. at der afsættes 250.000 kr. til et støjhegn

Beslutning
At 1 godkendt. At 2 kunne ikke tiltrædes.
Vej og Park fremlægger et billigere forslag senest i maj.

Punkt 3: Eventuelt

Intet.
"""


def spans(value: Any) -> list[dict[str, Any]]:
    """Everything in a result that claims to be a stretch of the text."""
    if isinstance(value, list):
        return [found for part in value for found in spans(part)]
    if isinstance(value, dict):
        own = [value] if {"text", "start", "end"} <= value.keys() else []
        return own + [found for part in value.values() for found in spans(part)]
    return []


def check_result(minutes: Minutes) -> None:
    """What must hold for every result: schema, round trip, exact slices, every character accounted for."""
    text = minutes.source.text
    data = json.loads(minutes.to_json())
    jsonschema.Draft202012Validator(json_schema()).validate(data)
    assert minutes_to_dict(minutes_from_dict(data, text=text)) == data
    for found in spans(data):
        assert text[found["start"] : found["end"]] == found["text"]
    for task in minutes.follow_ups:
        assert text[task.sentence.start : task.sentence.end] == task.text
    covered = bytearray(len(text))
    for span in minutes.furniture:
        for offset in range(span.start, span.end):
            covered[offset] = 1
    last = 0
    for sentence in minutes.sentences():
        assert sentence.start >= last
        last = sentence.end
        for offset in range(sentence.start, sentence.end):
            covered[offset] = 1
    assert not [text[offset] for offset in range(len(text)) if not covered[offset] and not text[offset].isspace()]
    edges = [(meeting.start, meeting.end) for meeting in minutes.meetings]
    assert [start for start, _ in edges[1:]] == [end for _, end in edges[:-1]]
    if text:
        assert edges[0][0] == 0
        assert edges[-1][1] == len(text)


@pytest.mark.parametrize("model", ["rules", "linear"])
def test_a_referat_goes_in_and_decisions_come_out(model: str) -> None:
    minutes = decisionnlp.analyze(text=REFERAT, model=model)
    check_result(minutes)
    (meeting,) = minutes.meetings
    assert (meeting.date, meeting.body) == (date(2024, 1, 23), "Teknik- og Miljøudvalget")
    assert [(item.number, item.title) for item in minutes.items] == [
        ("1", "Godkendelse af dagsorden"),
        ("2", "Støj ved Nordre Havnevej"),
        ("3", "Eventuelt"),
    ]
    assert [item.outcome for item in minutes.items] == [
        Outcome.APPROVED,
        Outcome.APPROVED_WITH_CONDITIONS,
        Outcome.NONE,
    ]
    assert [[answer.value for answer in point.answers] for point in minutes.items[1].recommendations] == [
        ["approved"],
        ["rejected"],
    ]
    (task,) = minutes.follow_ups
    assert [owner.name for owner in task.owners] == ["Vej og Park"]
    assert [deadline.latest for deadline in task.deadlines] == [date(2024, 5, 31)]
    assert not any(
        sentence.has(Label.APPROVAL) for sentence in minutes.items[1].sentences if "at støjkort" in sentence.text
    )


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_examples(path: Path) -> None:
    minutes = decisionnlp.analyze(path)
    check_result(minutes)
    assert len(minutes.items) >= 3
    assert minutes.decisions or minutes.approvals
    assert minutes.follow_ups
    assert minutes.meetings[0].date is not None


LINES = st.sampled_from(
    [
        "Referat", "Punkt 1: Dagsorden", "Punkt 2: Vej", "2. Budget 2025", "Ad 3.", "Indstilling", "Beslutning", "Det indstilles,",
        "1. at vejen lukkes", "• at broen åbnes", "Godkendt.", "Udsat til næste møde", "Vej og Park følger op senest i maj.",
        "Side 2 af 4", "Fraværende: Ingen", "den 3. marts 2024", "Tidspunkt Aktivitet Ansvarlig", "1. kvartal 2024", "Byrådet",
        "temadrøftel-", "sen om støj", "", " ", "Bilag 1", "At 1: godkendt. At 2: ikke tiltrådt.", "\f", "\ufffe", "{", "1.", "§ 17",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=25), st.sampled_from(["\n", "\n\n", "\r\n", " "]))
def test_generated_minutes_hold_together(lines: list[str], glue: str) -> None:
    check_result(decisionnlp.analyze(text=glue.join(lines), model="rules", meeting_date="2024-01-23"))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all_holds_together(text: str) -> None:
    check_result(decisionnlp.analyze(text=text, model="rules"))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-01-23", date(2024, 1, 23)),
        ("23-01-2024", date(2024, 1, 23)),
        ("23.1.2024", date(2024, 1, 23)),
        ("23/1-2024", date(2024, 1, 23)),
        (date(2024, 1, 23), date(2024, 1, 23)),
        (None, None),
    ],
)
def test_dates_are_read(value: str | date | None, expected: date | None) -> None:
    assert parse_date(value) == expected


@pytest.mark.parametrize("value", ["", "i morgen", "2024-13-01", "31-02-2024", "2024-01"])
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(InputError, match="is no date"):
        parse_date(value)


def test_either_a_file_or_a_text() -> None:
    with pytest.raises(InputError, match="either"):
        decisionnlp.analyze()
    with pytest.raises(InputError, match="either"):
        decisionnlp.analyze("x.txt", text="x")


def test_the_same_input_gives_the_same_result() -> None:
    assert decisionnlp.analyze(text=REFERAT).to_json() == decisionnlp.analyze(text=REFERAT).to_json()


def test_minutes_without_items_are_told_of_once() -> None:
    warnings = decisionnlp.analyze(text="Referat\n\nhej\n", meeting_date="2024-01-23").warnings
    assert warnings == ("no agenda items were found in the minutes",)


def test_warnings_say_what_may_be_missing() -> None:
    undated = decisionnlp.analyze(
        text="Referat\n\nPunkt 1: Dagsorden\n\nGodkendt.\n\nPunkt 2: Vej\n\nIndstilling\nat vejen lukkes\n"
    )
    assert any("date" in warning for warning in undated.warnings)
    assert any("item 2" in warning for warning in undated.warnings)
    assert any(
        "no minutes" in warning or "no agenda" in warning for warning in decisionnlp.analyze(text="Kære alle").warnings
    )


@pytest.mark.parametrize("model", ["rules", "linear"])
def test_every_label_can_be_explained(model: str) -> None:
    minutes = decisionnlp.analyze(text=REFERAT, model=model)
    sentence = minutes.approvals[0]
    explanation = decisionnlp.explain(minutes, sentence)
    assert any(reason.label is Label.APPROVAL and reason.weight > 0 for reason in explanation.reasons)
    assert explanation.lines()
    with pytest.raises(ValueError, match="no sentence"):
        decisionnlp.explain(decisionnlp.analyze(text="Kære alle", model=model), sentence)
