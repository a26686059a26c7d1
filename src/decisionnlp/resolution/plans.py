"""Plan tables (Tidspunkt | Aktivitet | Ansvarlig and kin) to planned follow-ups: from cells, and from flattened text."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from decisionnlp.document import Deadline, FollowUp, Mark, MarkKind, Meeting, Span, UnitMention
from decisionnlp.flattening import FlatText
from decisionnlp.resolution.cells import columns, is_plan, owners_of
from decisionnlp.resolution.document_reader import DocumentReader
from decisionnlp.resolution.flattened_plans import flattened_rows
from decisionnlp.resolution.plan_rows import planned, times_of


def find_plan_rows(meeting: Meeting, reader: DocumentReader) -> dict[int, list[FollowUp]]:
    """Planned follow-ups by the index of the item they stand in; -1 for those outside every item."""
    rows: list[FollowUp] = []
    tables, taken = _tables(meeting, reader)
    rows += tables
    rows += flattened_rows(meeting, reader, taken)
    starts = [item.start for item in meeting.items]
    placed: dict[int, list[FollowUp]] = defaultdict(list)
    for row in rows:
        index = bisect_right(starts, row.sentence.start) - 1
        inside = index >= 0 and row.sentence.start < meeting.items[index].end
        placed[index if inside else -1].append(row)
    return dict(placed)


def _tables(meeting: Meeting, reader: DocumentReader) -> tuple[list[FollowUp], list[Span]]:
    cells: dict[int, dict[int, dict[int, Mark]]] = defaultdict(lambda: defaultdict(dict))
    for mark in reader.source.marks:
        if mark.kind is MarkKind.CELL and meeting.start <= mark.start < meeting.end and mark.end > mark.start:
            cells[mark.table][mark.row][mark.column] = mark
    found: list[FollowUp] = []
    taken: list[Span] = []
    for table in cells.values():
        kinds: dict[int, str] = {}
        every = [mark for row in table.values() for mark in row.values()]
        for _, row in sorted(table.items()):
            if not kinds:
                named = {
                    column: columns().get(reader.flat(mark.start, mark.end).text.lower().strip(" :"))
                    for column, mark in row.items()
                }
                if is_plan([kind for kind in named.values() if kind]):
                    kinds = {column: kind for column, kind in named.items() if kind}
                    taken.append(Span(min(mark.start for mark in every), max(mark.end for mark in every)))
                continue
            built = _table_row(row, kinds, meeting, reader)
            if built is not None:
                found.append(built)
    return found, taken


def _table_row(
    row: dict[int, Mark], kinds: dict[int, str], meeting: Meeting, reader: DocumentReader
) -> FollowUp | None:
    task: list[FlatText] = []
    owners: list[UnitMention] = []
    deadlines: list[Deadline] = []
    for column, mark in sorted(row.items()):
        flat = reader.flat(mark.start, mark.end)
        kind = kinds.get(column)
        if not flat.text.strip(" .-–"):
            continue
        if kind == "time":
            deadlines += times_of(flat, meeting, reader)
        elif kind == "owner":
            owners += owners_of(flat, reader.dictionary) or [_whole(flat)]
        elif kind == "task":
            task.append(flat)
    if not task or not (owners or deadlines):
        return None  # a heading inside the table, or an empty row
    span = Span(min(mark.start for mark in row.values()), max(mark.end for mark in row.values()))
    return planned(" ".join(flat.text for flat in task), span, owners, deadlines, reader)


def _whole(flat: FlatText) -> UnitMention:
    text = flat.text.strip(" .:;")
    start = flat.text.index(text) if text else 0
    span = flat.span(start, start + len(text))
    return UnitMention(text, span.start, span.end, "owner", None, "cell")
