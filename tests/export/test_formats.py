from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import icalendar
import jsonschema
import openpyxl
import pytest
from dateutil.rrule import rrulestr

import decisionnlp
from decisionnlp.document import Minutes, Span
from decisionnlp.errors import InputError
from decisionnlp.export import FORMATS, render
from decisionnlp.export.links import file_link
from decisionnlp.export.rows import COLUMNS, flat_text
from decisionnlp.export.tables import neutral
from decisionnlp.export.words import recurrence_words
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
        ("\r=1", "'\r=1"),
        ("\n @x", "'\n @x"),
        ("\ufeff=1", "'\ufeff=1"),
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


# Which properties schema.org gives to the types used here (https://schema.org/docs/schemas.html), and what they hold.
REFERENCE = {
    "type": "object",
    "required": ["@id"],
    "additionalProperties": False,
    "properties": {"@id": {"type": "string"}},
}
AGENT = {
    "type": "object",
    "required": ["@type", "name"],
    "additionalProperties": False,
    "properties": {
        "@type": {"enum": ["Person", "Organization"]},
        "name": {"type": "string"},
        "email": {"type": "string"},
    },
}
DAY = {"type": "string", "format": "date"}
PLACE = {
    "type": "object",
    "required": ["@type", "isPartOf", "position"],
    "additionalProperties": False,
    "properties": {
        "@type": {"const": "CreativeWork"},
        "isPartOf": REFERENCE,
        "position": {"type": "string"},
        "url": {"type": "string", "format": "uri"},
    },
}
PROPERTIES = {
    "DigitalDocument": {
        "name": {"type": "string"}, "identifier": {"type": "string"}, "inLanguage": {"const": "da"}, "url": {"type": "string", "format": "uri"},
    },
    "Event": {
        "name": {"type": "string"}, "startDate": DAY, "organizer": AGENT, "recordedIn": REFERENCE, "superEvent": REFERENCE,
        "subEvent": {"type": "array", "items": REFERENCE}, "description": {"type": "string"},
    },
    "Action": {
        "name": {"enum": ["APPROVAL", "DECISION", "FOLLOW_UP", "PLANNED"]}, "description": {"type": "string"},
        "actionStatus": {"pattern": "^https://schema.org/(Potential|Completed)ActionStatus$"},
        "agent": {"anyOf": [AGENT, {"type": "array", "items": AGENT}]}, "startTime": DAY, "endTime": DAY, "object": REFERENCE,
        "subjectOf": PLACE,
    },
}  # fmt: skip
NODE = {
    "oneOf": [
        {
            "type": "object",
            "required": ["@id", "@type", "name"],
            "additionalProperties": False,
            "properties": {"@id": {"type": "string"}, "@type": {"const": name}, **properties},
        }
        for name, properties in PROPERTIES.items()
    ]
}
GRAPH = {
    "type": "object",
    "required": ["@context", "@graph"],
    "properties": {"@context": {"const": "https://schema.org"}, "@graph": {"type": "array", "items": NODE}},
}
# Popolo's motion, vote event, count, vote and link (https://www.popoloproject.com/specs/): their fields, closed, so that a
# field that Popolo does not know fails.
TEXT = {"type": ["string", "null"]}
ORGANIZATION = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}
LINKS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["url"],
        "additionalProperties": False,
        "properties": {"url": {"type": "string", "format": "uri"}, "note": TEXT},
    },
}
MOTION = {
    "type": "object",
    "required": ["id", "text"],
    "additionalProperties": False,
    "properties": {
        **dict.fromkeys(("id", "organization_id", "legislative_session_id", "creator_id", "text", "classification", "requirement"), TEXT),
        "organization": ORGANIZATION,
        "date": DAY,
        "result": {"enum": ["pass", "fail", None]},
        "sources": LINKS,
    },
}  # fmt: skip
EVENT = {
    "type": "object",
    "required": ["id", "motion_id"],
    "additionalProperties": False,
    "properties": {
        **dict.fromkeys(("id", "organization_id", "legislative_session_id", "identifier", "motion_id", "classification"), TEXT),
        "organization": ORGANIZATION,
        "start_date": DAY,
        "end_date": DAY,
        "result": {"enum": ["pass", "fail", None]},
        "counts": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["option", "value"],
                "additionalProperties": False,
                "properties": {"option": {"enum": ["yes", "no", "abstain"]}, "value": {"type": "integer"}},
            },
        },
        "votes": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["voter", "option"],
                "additionalProperties": False,
                "properties": {"voter": ORGANIZATION, "option": {"enum": ["yes", "no", "abstain"]}},
            },
        },
        "sources": LINKS,
    },
}  # fmt: skip


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
    (follow_up,) = minutes.follow_ups
    assert (
        task["subjectOf"]["position"]
        == f"referat.txt, side 1, tegn {follow_up.sentence.start}-{follow_up.sentence.end}"
    )


@pytest.mark.parametrize("format", ["jsonld", "popolo"])
def test_the_examples_fit_the_schemas(format: str) -> None:
    folder = Path(__file__).parents[2] / "examples"
    results = [decisionnlp.analyze(path, model="rules") for path in sorted(folder.glob("*-*.*"))]
    assert len(results) == 4
    for base in (None, "https://møder.example/2024"):
        rendered = render(results, format, link_base=base)
        assert isinstance(rendered, str)
        data = json.loads(rendered)
        if format == "jsonld":
            validated(data, GRAPH)
            continue
        for motion in data["motions"]:
            validated(motion, MOTION)
            assert motion["sources"][0]["url"].startswith("ni:///sha-256;" if base is None else "https://")
        for event in data["vote_events"]:
            validated(event, EVENT)
            assert event["motion_id"] in {motion["id"] for motion in data["motions"]}


def test_the_page_of_a_pdf(tmp_path: Path) -> None:
    path = tmp_path / "møde.PDF"
    path.write_bytes(b"%PDF-1.7")
    assert file_link(str(path), 3) == f"{path.as_uri()}#page=3"
    assert file_link(str(path)) == path.as_uri()
    assert file_link(str(tmp_path / "gone.pdf"), 3) is None


def test_where_a_task_can_be_looked_up(tmp_path: Path) -> None:
    path = tmp_path / "møde 1.txt"
    path.write_text(REFERAT, encoding="utf-8")
    given = decisionnlp.analyze(path, model="rules")
    paged = replace(given, source=replace(given.source, reader="pdf"))
    cases = [
        (given, None, path.as_uri()),
        (paged, "https://x.example/dok/", "https://x.example/dok/m%C3%B8de%201.txt#page=1"),
        (replace(given, source=replace(given.source, path="gone.txt")), None, None),
        (replace(given, source=replace(given.source, path="")), "https://x.example", None),
        (replace(given, source=replace(given.source, path="https://y.example/a")), None, "https://y.example/a"),
    ]
    for minutes, base, expected in cases:
        rendered = render([minutes], "ics", link_base=base)
        (todo,) = icalendar.Calendar.from_ical(rendered).walk("VTODO")
        assert todo.get("url") == expected
        book = openpyxl.load_workbook(io.BytesIO(bytes(render([minutes], "xlsx", link_base=base))))  # type: ignore[arg-type]
        head = [cell.value for cell in book["Opfølgning"][1]]
        cell = book["Opfølgning"].cell(2, head.index("Fil") + 1)
        told = cell.hyperlink and "#".join(filter(None, (cell.hyperlink.target, cell.hyperlink.location)))
        assert told == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=WEEKLY;INTERVAL=8", "hver 8. uge"),
        ("FREQ=MONTHLY", "hver måned"),
        ("FREQ=MONTHLY;INTERVAL=3", "hver 3. måned"),
        ("FREQ=YEARLY", "hvert år"),
        ("FREQ=WEEKLY;BYDAY=MO", "hver mandag"),
        ("FREQ=WEEKLY;BYDAY=MO,TH", "hver mandag og torsdag"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "fredag hver 2. uge"),
        ("FREQ=MONTHLY;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=1MO"),
        ("FREQ=WEEKLY;COUNT=3", "FREQ=WEEKLY;COUNT=3"),
        ("", ""),
    ],
)
def test_recurrences_in_words(rule: str, expected: str) -> None:
    assert recurrence_words(rule) == expected


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


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("• Vej og Park sender et notat.", "Vej og Park sender et notat."),
        ("- Vej og Park sender et notat.", "Vej og Park sender et notat."),
        ("\uf0b7 Vej og Park sender et notat.", "Vej og Park sender et notat."),
        ("-8,6 mio. kr. spares.", "-8,6 mio. kr. spares."),
        ("Vej- og Parkafdelingen", "Vej- og Parkafdelingen"),
        ("•", "•"),
    ],
)
def test_a_bullet_is_no_word_of_a_finding(line: str, expected: str) -> None:
    given = decisionnlp.analyze(text=line, model="rules")
    assert flat_text(given, Span(0, len(line))) == expected


@pytest.mark.parametrize("format", ["csv", "md", "html", "xlsx"])
def test_closed_items_are_marked(format: str) -> None:
    closed = decisionnlp.analyze(text=REFERAT.replace("Støj ved", "(Lukket) Støj ved"), model="rules", name="r.txt")
    assert [item.closed for item in closed.items] == [False, True, False]
    rendered = render([closed], format)
    if isinstance(rendered, bytes):
        book = openpyxl.load_workbook(io.BytesIO(rendered))
        titles = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
        assert any("(lukket)" in str(title) for title in titles)
    elif format == "csv":
        rows = list(csv.DictReader(io.StringIO(rendered)))
        assert {row["closed"] for row in rows if row["item"] == "2"} == {"true"}
        assert {row["closed"] for row in rows if row["item"] != "2"} == {""}
    else:
        assert ("lukket punkt" if format == "md" else "(lukket)") in rendered
