from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime

import icalendar
import jsonschema
import openpyxl
import pytest
from dateutil.rrule import rrulestr

import decisionnlp
from decisionnlp.document import Minutes
from decisionnlp.errors import InputError
from decisionnlp.export import FORMATS, render
from decisionnlp.export.rows import COLUMNS
from decisionnlp.export.tables import neutral
from tests.test_pipeline import REFERAT

HOSTILE = REFERAT.replace(
    "Vej og Park fremlægger et billigere forslag senest i maj.",
    '=HYPERLINK("x") skal undersøges af Vej og Park senest i maj <script>alert(1)</script>.\n'
    "Vej og Park fremlægger status hver ottende uge.",
)


@pytest.fixture(scope="module")
def minutes() -> Minutes:
    return decisionnlp.analyze(text=REFERAT, model="rules", name="referat.txt")


@pytest.fixture(scope="module")
def hostile() -> Minutes:
    return decisionnlp.analyze(text=HOSTILE, model="rules", name="=1+1.txt")


def text(results: list[Minutes], format: str) -> str:
    rendered = render(results, format)
    assert isinstance(rendered, str)
    return rendered


@pytest.mark.parametrize("format", [name for name in FORMATS if name not in ("table", "xlsx")])
def test_the_same_results_give_the_same_file(minutes: Minutes, format: str) -> None:
    assert render([minutes], format) == render([minutes], format)
    assert render([], format) is not None


def test_unknown_formats_are_named() -> None:
    with pytest.raises(InputError, match="choose one of"):
        render([], "docx")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+45", "'+45"),
        ("-8,6 mio. kr.", "'-8,6 mio. kr."),
        ("@navn", "'@navn"),
        ("\t=1", "'\t=1"),
        ("Godkendt.", "Godkendt."),
        ("", ""),
        (3, 3),
    ],
)
def test_cells_that_a_spreadsheet_would_run(value: str | int, expected: str | int) -> None:
    assert neutral(value) == expected


def test_csv_has_a_row_per_finding_and_no_formula(hostile: Minutes) -> None:
    found = list(csv.reader(io.StringIO(text([hostile], "csv"))))
    assert tuple(found[0]) == COLUMNS
    assert len(found) > 3
    assert not [cell for row in found for cell in row if cell[:1] in ("=", "+", "-", "@")]


def test_the_workbook_opens_and_runs_nothing(hostile: Minutes) -> None:
    rendered = render([hostile], "xlsx")
    assert isinstance(rendered, bytes)
    book = openpyxl.load_workbook(io.BytesIO(rendered))
    assert book.sheetnames == ["Opfølgning", "Beslutninger", "Bemærk"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert not [cell for cell in cells if isinstance(cell.value, str) and cell.value.startswith("=")]
    head, first = [[cell.value for cell in row] for row in list(book["Opfølgning"].iter_rows())[:2]]
    row = dict(zip(head, first, strict=True))
    assert (row["Ansvarlig"], row["Senest"].date(), row["Status"]) == ("Vej og Park", date(2024, 5, 31), "åben")


def test_tasks_in_the_calendar(hostile: Minutes) -> None:
    calendar = icalendar.Calendar.from_ical(text([hostile], "ics"))
    todos = list(calendar.walk("VTODO"))
    assert len(todos) == len(hostile.follow_ups) == 2
    due, recurring = todos
    assert due["due"].dt == date(2024, 5, 31)
    assert "Kilde: =1+1.txt, side 1" in due["description"]
    assert recurring["dtstart"].dt == date(2024, 1, 24)
    rule = rrulestr(recurring["rrule"].to_ical().decode(), dtstart=datetime(2024, 1, 24))
    assert (rule[1] - rule[0]).days == 56
    assert len({todo["uid"] for todo in todos}) == 2


NODE = {
    "type": "object",
    "required": ["@id", "@type", "name"],
    "properties": {
        "@type": {"enum": ["DigitalDocument", "Event", "Action"]},
        "startDate": {"type": "string", "format": "date"},
        "endTime": {"type": "string", "format": "date"},
        "actionStatus": {"pattern": "^https://schema.org/(Potential|Completed)ActionStatus$"},
    },
}
GRAPH = {
    "type": "object",
    "required": ["@context", "@graph"],
    "properties": {"@context": {"const": "https://schema.org"}, "@graph": {"type": "array", "items": NODE}},
}
# The fields of Popolo's motion and vote event that are used here (https://www.popoloproject.com/specs/).
MOTION = {
    "type": "object",
    "required": ["id", "text"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string"},
        "organization": {"type": "object", "required": ["name"]},
        "text": {"type": "string", "minLength": 1},
        "classification": {"type": "string"},
        "date": {"type": "string", "format": "date"},
        "result": {"enum": ["pass", "fail"]},
        "sources": {"type": "array", "items": {"type": "object", "required": ["url"]}},
        "vote_event_ids": {"type": "array", "items": {"type": "string"}},
    },
}
EVENT = {
    "type": "object",
    "required": ["id", "motion_id"],
    "properties": {
        "counts": {
            "type": "array",
            "items": {"type": "object", "required": ["option", "value"], "properties": {"value": {"type": "integer"}}},
        },
        "votes": {"type": "array", "items": {"type": "object", "required": ["voter", "option"]}},
    },
}


def validated(data: object, schema: dict[str, object]) -> None:
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(data)


def test_linked_data(minutes: Minutes) -> None:
    data = json.loads(text([minutes], "jsonld"))
    validated(data, GRAPH)
    known = {node["@id"] for node in data["@graph"]}
    references = [
        node[key]["@id"] for node in data["@graph"] for key in ("object", "superEvent", "recordedIn") if key in node
    ]
    assert references
    assert set(references) <= known
    task = next(node for node in data["@graph"] if node["name"] == "FOLLOW_UP")
    assert (task["endTime"], task["agent"][0]["name"]) == ("2024-05-31", "Vej og Park")


VOTED = REFERAT.replace(
    "At 1 godkendt. At 2 kunne ikke tiltrædes.", "Indstillingen blev godkendt. For stemte 15 (A, V). Imod stemte 4 (Ø)."
)


def test_motions_and_vote_events() -> None:
    data = json.loads(text([decisionnlp.analyze(text=VOTED, model="rules", name="r.txt")], "popolo"))
    for motion in data["motions"]:
        validated(motion, MOTION)
    for event in data["vote_events"]:
        validated(event, EVENT)
    assert len(data["motions"]) == 3
    (event,) = data["vote_events"]
    assert {(count["option"], count["value"]) for count in event["counts"]} == {("yes", 15), ("no", 4)}


def test_the_frame_has_the_rows_of_the_csv(minutes: Minutes) -> None:
    frame = minutes.to_dataframe()
    found = list(csv.DictReader(io.StringIO(text([minutes], "csv"))))
    assert list(frame.columns) == list(COLUMNS)
    assert list(frame["text"]) == [row["text"] for row in found]
