"""Minutes written as a table: one row an item, the column says what a cell is (Emne | Tovholder | Proces | Beslutning)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from decisionnlp import lexicons
from decisionnlp.document import Mark, MarkKind, Source, ZoneKind
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import clean_title, closed_title, read_number
from decisionnlp.segmentation.titles import Found
from decisionnlp.segmentation.zone_records import Stretch

_COLUMNS = {
    kind: re.compile("(?:" + "|".join(forms) + r")\s*:?$", re.IGNORECASE)
    for kind, forms in lexicons.load("grid_columns").items()
}


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row that is an item, with the zones its cells are."""

    found: Found
    stretches: tuple[Stretch, ...]


def grid_rows(source: Source, lines: Sequence[Line]) -> list[GridRow]:
    """The items that stand in tables with a column of titles and one of decisions, in order."""
    tables: dict[int, dict[int, list[Mark]]] = {}
    for mark in source.marks:
        if mark.kind is MarkKind.CELL and mark.table >= 0 and mark.end > mark.start:
            tables.setdefault(mark.table, {}).setdefault(mark.row, []).append(mark)
    starts = [line.start for line in lines]
    found: list[GridRow] = []
    for rows in tables.values():
        order = sorted(rows)
        header = next((row for row in order[:3] if "outcome" in _kinds(source, rows[row]).values()), None)
        if header is None:
            continue
        columns = _kinds(source, rows[header])
        if len(columns) < 2:
            continue
        titles = [column for column, kind in columns.items() if kind == "title"] or [min(columns)]
        if columns[titles[0]] == "outcome":
            continue
        for row in order:
            if row > header:
                built = _row(source, lines, starts, sorted(rows[row], key=lambda mark: mark.start), columns, titles[0])
                if built is not None:
                    found.append(built)
    return sorted(found, key=lambda row: row.found.first)


def _kinds(source: Source, cells: Sequence[Mark]) -> dict[int, str]:
    kinds: dict[int, str] = {}
    for cell in cells:
        text = " ".join(source.text[cell.start : cell.end].split())
        kind = next((kind for kind, pattern in _COLUMNS.items() if pattern.match(text)), None)
        if kind is not None:
            kinds[cell.column] = kind
    return kinds


def _row(
    source: Source,
    lines: Sequence[Line],
    starts: Sequence[int],
    cells: Sequence[Mark],
    columns: dict[int, str],
    titled: int,
) -> GridRow | None:
    title_cell = next((cell for cell in cells if cell.column == titled), None)
    if title_cell is None:
        return None
    first = bisect_left(starts, cells[0].start)
    last = bisect_left(starts, cells[-1].end)
    at = bisect_left(starts, title_cell.start)
    if not (first <= at < last) or at >= len(lines) or lines[at].start >= title_cell.end:
        return None
    numbered = read_number(lines[at])
    number_cell = next((cell for cell in cells if columns.get(cell.column) == "number"), None)
    number = numbered.number if numbered is not None and numbered.title else None
    if number is None and number_cell is not None:
        digits = re.match(
            r"\W*(?:pkt|punkt)?\.?\s*(\d+[a-z]?)", source.text[number_cell.start : number_cell.end], re.IGNORECASE
        )
        number = digits[1] if digits else None
    raw = numbered.title if numbered is not None and numbered.title else lines[at].text
    stretches = [Stretch(ZoneKind.AGENDA, lines[first].start)]
    for cell in cells:
        kind = columns.get(cell.column)
        zone = ZoneKind(kind) if kind in ("outcome", "case", "proposal", "attachment") else ZoneKind.AGENDA
        place = bisect_left(starts, cell.start)
        if zone is not stretches[-1].kind and place < last and lines[place].start > lines[first].start:
            if cell.column == titled:
                continue
            stretches.append(Stretch(zone, lines[place].start))
    # A longer title cell explains the item below its title.
    if at + 1 < last and lines[at + 1].start < title_cell.end:
        extra = Stretch(ZoneKind.CASE, lines[at + 1].start)
        stretches = sorted([*stretches, extra], key=lambda stretch: stretch.start)
    item = Found(number, clean_title(raw), closed_title(raw), first, at, at + 1, last, "grid")
    return GridRow(item, tuple(stretches))
