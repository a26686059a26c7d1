"""Plan tables, from cells and from flattened text, and to-do lists."""

from __future__ import annotations

from datetime import date

import pytest

from decisionnlp.document import FollowUp, Mark, MarkKind, Meeting, MeetingKind, Source
from decisionnlp.resolution import resolve
from decisionnlp.resolution.cells import header_columns, is_plan, is_time

DAY = date(2024, 1, 23)


def rows(source: Source) -> list[FollowUp]:
    meeting = Meeting(0, len(source.text), DAY, kind=MeetingKind.ATTACHMENT)
    return list(resolve([meeting], source)[0].follow_ups)


def told(task: FollowUp) -> tuple[list[str], list[tuple[str, str]]]:
    dates = [(f"{deadline.earliest or ''}", f"{deadline.latest or ''}") for deadline in task.deadlines]
    return [owner.name for owner in task.owners], dates


@pytest.mark.parametrize(
    ("line", "plan"),
    [
        ("Tidspunkt Aktivitet Ansvarlig", True),
        ("Frist Hvem Hvad", True),
        ("Opgave Ansvarlig Deadline", True),
        ("Tid Punkt Referat", False),
        ("Emne Tovholder Proces Beslutning", False),
        ("Ansvarlig for aktiviteten er Bo", False),
    ],
)
def test_headings(line: str, plan: bool) -> None:
    kinds = header_columns(line)
    assert (kinds is not None and is_plan(kinds)) is plan


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.-2. kvartal 2024", True),
        ("Igangsat 4. kvartal 2023", True),
        ("Primo marts", True),
        ("Uge 30-31", True),
        ("9/12", True),
        ("Løbende", True),
        ("Efter sommerferien 2025", True),
        ("Møde med skolen i marts", False),
        ("12 nye skilte", False),
    ],
)
def test_time_cells(text: str, expected: bool) -> None:
    assert is_time(text) is expected


FLATTENED = """ Bilag 2 - Plan for stien

Tidspunkt Aktivitet Ansvarlig
Indsats: Vejen til ska-
temosen
Igangsat 4.\x20
kvartal 2023

Udarbejde skitser med naboerne Projektleder-
ne

1. kvartal\x20
2024

Udbud af belægning – også ved søen og
ved skolen

Faglig konsu-
lent og center-
ledelse.

2. kvartal\x20
2024

Anlæg af bro Vejafdelingen

3. kvartal\x20
2024

Busskuret er flyttet af trafikselskabet. Udgår fra Plads-X.

Ændringer i parken – nye bænke
Som nævnt på mødet har der vist sig en række udfordringer, som ikke er løst endnu.
"""


def test_flattened_table_with_columns_that_wrap_separately() -> None:
    found = rows(Source(FLATTENED))
    assert [task.task or task.text for task in found] == [
        "Udarbejde skitser med naboerne",
        "Udbud af belægning – også ved søen og ved skolen",
        "Anlæg af bro",
        "Busskuret er flyttet af trafikselskabet. Udgår fra Plads-X.",
    ]
    assert all(task.kind == "planned" for task in found)
    assert [told(task) for task in found] == [
        (["Projektlederne"], [("2023-10-01", "2023-12-31")]),
        (["Faglig konsulent", "centerledelse"], [("2024-01-01", "2024-03-31")]),
        (["Vejafdelingen"], [("2024-04-01", "2024-06-30")]),
        ([], [("2024-07-01", "2024-09-30")]),
    ]


def test_rows_on_one_line() -> None:
    text = "Hvad Hvem Hvornår\nTilbud på hegn Mona og Tage 1/3\nNy port Vejafdelingen uge 12\n"
    assert [told(task) for task in rows(Source(text))] == [
        (["Mona", "Tage"], [("2024-03-01", "2024-03-01")]),
        (["Vejafdelingen"], [("2024-03-18", "2024-03-24")]),
    ]


def test_one_cell_a_line_with_the_owner_first() -> None:
    text = "Hvem\nHvad\nHvornår\nMona\nundersøge kurset\nTage\nvagtplan på tavlen\n9/2\n"
    assert [told(task) for task in rows(Source(text))] == [
        (["Mona"], []),
        (["Tage"], [("2024-02-09", "2024-02-09")]),
    ]


def test_to_do_list() -> None:
    text = "Mødet sluttede kl. 21.\n\nTo do:\n- Rykke borgmesteren - Mona\n- Hylder - Tage 1/3\nNæste møde er i maj.\n"
    assert [told(task) for task in rows(Source(text))] == [
        (["Mona"], []),
        (["Tage"], [("2024-03-01", "2024-03-01")]),
    ]


def test_marked_cells() -> None:
    table = [
        ["Opgave", "Ansvarlig", "Deadline"],
        ["Tilbud på hegn", "Kultur og Fritid", "1. marts 2024"],
        ["Overskrift", "", ""],
    ]
    text, marks = "", []
    for number, row in enumerate(table):
        for column, cell in enumerate(row):
            marks.append(Mark(MarkKind.CELL, len(text), len(text) + len(cell), table=0, row=number, column=column))
            text += cell + "\n"
    (task,) = rows(Source(text, marks=tuple(marks)))
    assert told(task) == (["Kultur og Fritid"], [("2024-03-01", "2024-03-01")])
    assert text[task.sentence.start : task.sentence.end].split("\n")[0] == "Tilbud på hegn"


@pytest.mark.parametrize("text", ["", "Tid Punkt Referat\n10.00 Velkomst\n10.10 Godkendt\n", "Frist\n\nAnsvarlig\n"])
def test_no_plan(text: str) -> None:
    assert rows(Source(text)) == []
