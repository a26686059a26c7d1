"""Plan tables whose cells extraction put on loose lines: Tidspunkt | Aktivitet | Ansvarlig and their kin, row by row."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from decisionnlp import lexicons
from decisionnlp.segmentation.lines import Line

# Column titles, by what the column holds.
_TIME = rf"(?:{lexicons.alternatives('line_words', 'plan_time')})"
_TASK = rf"(?:{lexicons.alternatives('line_words', 'plan_task')})"
_WHO = rf"(?:{lexicons.alternatives('line_words', 'plan_who')})"
_TITLE = re.compile(rf"(?P<time>{_TIME})|(?P<task>{_TASK})|(?P<who>{_WHO})", re.IGNORECASE)
_TITLES_ONLY = re.compile(rf"(?:(?:{_TIME}|{_TASK}|{_WHO})[\s/|:]*)+$", re.IGNORECASE)
# A cell of the time column, at its beginning.
_WHEN = re.compile(
    rf"(?:{lexicons.alternatives('line_words', 'plan_when')}|{lexicons.alternatives('calendar_words', 'months')})\b"
    r"|\d\.?(?:\s?[-–]\s?\d\.?)?\s*(?:kvartal|halvår)?$|\d\.(?:\s?[-–]\s?\d\.)?\s?(?:kvartal|halvår)|\d{1,2}\. ?(?:[-–] ?\d{1,2}\. ?)?[a-zæ]{3,9}\b|"
    r"\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?$|(?:19|20)\d\d$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:kvartal|halvår)?\s*(?:19|20)\d\d$")
_GROUP = re.compile(r"[A-ZÆØÅ][\w-]+:\s")


def plan_rows(lines: Sequence[Line], breaks: Collection[int] = frozenset()) -> list[tuple[int, int]]:
    """Rows of flattened plan tables as positions ``[first, last)`` in ``lines``; a row never crosses an offset in ``breaks``."""
    found: list[tuple[int, int]] = []
    place = 0
    while place < len(lines):
        header = _header(lines, place)
        if header is None:
            place += 1
            continue
        after, order = header
        rows = _rows(lines, after, breaks, leading=order[0] == "time")
        if len(rows) >= 2:
            found += rows
            place = rows[-1][1]
        else:
            place = after
    return found


def _header(lines: Sequence[Line], place: int) -> tuple[int, list[str]] | None:
    """Where the column titles that begin at ``place`` end, and which columns they name."""
    names: list[str] = []
    index = place
    while (
        index < len(lines) and index - place < 5 and lines[index].length <= 60 and _TITLES_ONLY.match(lines[index].text)
    ):
        names += [match.lastgroup for match in _TITLE.finditer(lines[index].text) if match.lastgroup]
        index += 1
    kinds = set(names)
    return (index, names) if "time" in kinds and len(kinds) >= 2 else None


def _rows(lines: Sequence[Line], start: int, breaks: Collection[int], *, leading: bool) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    first: int | None = None if leading else start
    index = start
    widest = 0  # of the cells so far: columns are narrow, the prose after a table is not
    while index < len(lines):
        line = lines[index]
        if rows and line.length > max(58, 1.4 * widest):
            if lines[index - 1].gap > 0 and first is not None and index - 1 > first:
                index -= 1  # the heading above that prose
            break
        if first is not None and not _GROUP.match(line.text):
            widest = max(widest, line.length)
        if (line.start in breaks and index > start) or line.length > 110:
            break
        if line.gap > 0 and line.length > 60 and line.text.endswith("."):
            break
        when = line.length <= 40 and _WHEN.match(line.text) is not None
        if when and index > start and _YEAR.match(line.text) and _WHEN.match(lines[index - 1].text):
            when = False  # "1.-2. kvartal" with its year on the next line
        if leading:
            if when:
                if first is not None:
                    rows.append((first, index))
                first = index
            elif first is not None and (_GROUP.match(line.text) or index - first > 12):
                rows.append((first, index))
                first = None
        elif when and first is not None:
            rows.append((first, index + 1))
            first = index + 1
        elif first is not None and index - first > 8:
            break
        index += 1
    if leading and first is not None:
        rows.append((first, min(index, first + 6)))
    return [row for row in rows if row[1] > row[0]]
