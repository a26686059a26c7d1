"""Plan tables and to-do lists in flattened text: where they stand, and where their rows begin.

The columns wrap separately and rows may lack a column. A row is found by its first column (a time, an owner) or by its last;
what is left between is the task.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from decisionnlp import lexicons
from decisionnlp.document import FollowUp, Label, Meeting, Span
from decisionnlp.resolution.cells import TIME, columns, header_columns, is_plan, is_time, owners_of
from decisionnlp.resolution.document_reader import DocumentReader
from decisionnlp.resolution.plan_rows import (
    BULLET,
    PlanLine,
    leading_owner,
    mixed,
    planned,
    read_row,
    strip_bullet,
    time_lines,
    trailing_owner,
)

_REACH = 400  # lines that a table may run over
_ROW_LINES = 14  # lines that a row may run over
_PREFILTER = re.compile(
    r"\n[ \t]*(?:[|])?(?:"
    + "|".join(re.escape(word) for word in sorted(columns(), key=len, reverse=True))
    + r"|to[ -]?do|\w+liste)[ \t:|-]*(?:\s|$|liste)",
)


def flattened_rows(meeting: Meeting, reader: DocumentReader, taken: list[Span]) -> list[FollowUp]:
    """Planned follow-ups of the meeting's flattened tables and to-do lists; ``taken`` are tables read from cells."""
    text = reader.source.text
    # (A line end before the first line as well: it is found faster than the beginning of a line.)
    if not _PREFILTER.search(f"\n{text[meeting.start : meeting.end].lower()}"):
        return []
    lines = list(_lines(text, meeting.start, meeting.end, reader.furniture))
    found: list[FollowUp] = []
    index = 0
    borders = sorted(
        {item.start for item in meeting.items}
        | {zone.start for item in meeting.items for zone in item.zones}
        | {meeting.end}
    )
    while index < len(lines):
        header = _header(lines, index)
        if header is None and _TO_DO.match(lines[index].text) and not _ordered_near(meeting, lines[index].end):
            rows, used = _to_do(lines[index + 1 :], meeting, reader)
            found += rows
            index += used
        if header is None or any(span.start <= lines[index].start < span.end for span in taken):
            index += 1
            continue
        kinds, body = header
        stop_offset = next((border for border in borders if border > lines[body - 1].start), meeting.end)
        end = body
        while (
            end < len(lines)
            and end - body < _REACH
            and lines[end].start < stop_offset
            and not (end > body and _header(lines, end))
        ):
            end += 1
        rows, used = _read_rows(lines[body:end], kinds, meeting, reader)
        found += rows
        index = max(body + used, index + 1)
    return found


# A list of its own at the end of the minutes: "To do:", "To do-liste pr. 4/12", "Aktionsliste".
_TO_DO = re.compile(rf"(?:{lexicons.alternatives('task_sentences', 'to_do_lists')})\b[^.]{{0,30}}$", re.IGNORECASE)


def _ordered_near(meeting: Meeting, offset: int) -> bool:
    """The lines behind are labelled tasks of an item: they are ordered, not planned."""
    return any(
        sentence.has(Label.FOLLOW_UP)
        for item in meeting.items
        if item.start <= offset < item.end
        for sentence in item.sentences
        if offset <= sentence.start < offset + 400
    )


def _to_do(lines: list[PlanLine], meeting: Meeting, reader: DocumentReader) -> tuple[list[FollowUp], int]:
    """Lines with an owner before or behind the task (``- Tablets - TS 1/11``, ``NV program``), up to the first without."""
    rows: list[FollowUp] = []
    for line in lines[:60]:
        flat = strip_bullet(reader.flat(line.start, line.end))
        rest, deadlines, owners = mixed(flat, ["task", "owner", "time"], False, False, meeting, reader)
        if not owners:
            end = leading_owner(rest, reader)
            owners = owners_of(rest.part(0, end), reader.dictionary) if end else []
            rest = rest.part(end + 1) if end else rest
        if not owners or not rest.text.strip(" -–:") or line.text.endswith(":"):
            break
        rows.append(planned(rest.text.strip(" -–:"), Span(line.start, line.end), owners, deadlines, reader))
    return rows, len(rows)


def _lines(text: str, start: int, end: int, furniture: tuple[Span, ...]) -> Iterable[PlanLine]:
    gap = True
    number = max(bisect_right([span.start for span in furniture], start) - 1, 0)
    for match in re.compile(r"[^\n\r\f]+").finditer(text, start, end):
        first, last = match.span()
        gap = gap or text[max(start, first - 3) : first].count("\n") > 1
        while number < len(furniture) and furniture[number].end <= first:
            number += 1
        while number < len(furniture) and furniture[number].start <= first < furniture[number].end:
            first = min(furniture[number].end, last)
            number += 1
        if number < len(furniture) and first < furniture[number].start < last:
            last = furniture[number].start
        piece = text[first:last]
        stripped = piece.strip()
        if not stripped:
            gap = gap or first < last or not piece
            continue
        begin = first + len(piece) - len(piece.lstrip())
        yield PlanLine(begin, begin + len(stripped), stripped, gap)
        gap = False


def _header(lines: list[PlanLine], index: int) -> tuple[list[str], int] | None:
    """(kinds of the columns, first line of the body) where a table's headings begin at ``index``: in one line or one a line."""
    kinds: list[str] = []
    position = index
    while position < len(lines) and position < index + 6 and len(lines[position].text) < 90:
        more = header_columns(lines[position].text)
        if more is None or (kinds and len(more) > 1):
            break
        kinds += more
        position += 1
        if len(more) > 1:
            break
    if not is_plan(kinds) or len(set(kinds)) < 2:
        return None
    return kinds, position


def _read_rows(
    lines: list[PlanLine], kinds: list[str], meeting: Meeting, reader: DocumentReader
) -> tuple[list[FollowUp], int]:
    """(rows, lines used)."""
    plain = [kind for kind in kinds if kind != "other"]
    if lines and sum(bool(BULLET.match(line.text)) for line in lines[:6]) >= 2 and plain[0] != "time":
        starts = [index for index, line in enumerate(lines) if BULLET.match(line.text)]
    elif plain[0] == "time":
        starts = _time_starts(lines)
    elif plain[0] == "owner":
        starts = [index for index, line in enumerate(lines) if _begins_with_owner(line, reader)]
    else:
        starts = _after_last_column(lines, plain[-1], "owner" in plain, reader)
    rows: list[FollowUp] = []
    used = 0
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(lines)
        chunk = lines[start : min(end, start + _ROW_LINES)]
        built, length = read_row(chunk, plain, meeting, reader)
        if built is not None:
            rows.append(built)
            used = start + length
        elif rows and start - used > 3:
            break
    return rows, used


def _time_starts(lines: list[PlanLine]) -> list[int]:
    starts: list[int] = []
    index = 0
    while index < len(lines):
        length = time_lines(lines, index)
        if length:
            starts.append(index)
            index += length
            continue
        match = TIME.match(lines[index].text)
        rest = lines[index].text[match.end() :].lstrip() if match else ""
        # A row on one line: the time, then the task; a bare number or year inside wrapped prose is none.
        if match and rest and rest[0].isupper() and not lines[index].text[: match.end()].strip().isdigit():
            starts.append(index)
        index += 1
    return starts


def _begins_with_owner(line: PlanLine, reader: DocumentReader) -> bool:
    flat = reader.flat(line.start, line.end)
    if owners_of(flat, reader.dictionary):
        return True
    return leading_owner(flat, reader) > 0


def _after_last_column(lines: list[PlanLine], last: str, has_owner: bool, reader: DocumentReader) -> list[int]:
    """Starts of rows whose first column is the task: a row ends with its last cell."""
    starts = [0] if lines else []
    for index, line in enumerate(lines[:-1]):
        if last == "time":
            tail = list(TIME.finditer(line.text))
            closes = (bool(tail) and tail[-1].end() >= len(line.text.rstrip(" ."))) or is_time(line.text)
        else:
            flat = reader.flat(line.start, line.end)
            closes = (bool(owners_of(flat, reader.dictionary)) and index > 0) or trailing_owner(flat, reader) >= 0
        if closes and not (last == "time" and time_lines(lines, index + 1) and not has_owner):
            starts.append(index + 1)
    return starts
