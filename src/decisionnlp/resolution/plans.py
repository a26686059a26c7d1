"""Plan tables (Tidspunkt | Aktivitet | Ansvarlig and kin) to planned follow-ups: from cells, and from flattened text.

In flattened text the columns wrap separately and rows may lack a column. A row is found by its first column (a time, an
owner) or by its last; what is left between is the task.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from decisionnlp.document import Deadline, FollowUp, Label, Mark, MarkKind, Meeting, Owner, Span, UnitMention
from decisionnlp.extraction.vocabulary import PREPOSITIONS, noun_kind
from decisionnlp.flattening import FlatText
from decisionnlp.resolution.cells import TIME, columns, header_columns, is_plan, is_time, owners_of, time_start
from decisionnlp.resolution.followups import TaskReader

_BULLET = re.compile(r"^\s*[-•–*\uf0b7]\s+")
_YEAR = re.compile(r"\b20\d{2}\b")
_SYMBOL = re.compile(r"[\ue000-\uf8ff•]")  # bullets, also those of the private use area
_REACH = 400  # lines that a table may run over
_ROW_LINES = 14  # lines that a row may run over


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its white space; ``gap`` says that a blank line stands before it."""

    start: int
    end: int
    text: str
    gap: bool


def find_plan_rows(meeting: Meeting, reader: TaskReader) -> dict[int, list[FollowUp]]:
    """Planned follow-ups by the index of the item they stand in; -1 for those outside every item."""
    rows: list[FollowUp] = []
    tables, taken = _tables(meeting, reader)
    rows += tables
    rows += _flattened(meeting, reader, taken)
    starts = [item.start for item in meeting.items]
    placed: dict[int, list[FollowUp]] = defaultdict(list)
    for row in rows:
        index = bisect_right(starts, row.sentence.start) - 1
        inside = index >= 0 and row.sentence.start < meeting.items[index].end
        placed[index if inside else -1].append(row)
    return dict(placed)


# -- tables that the reader marked ------------------------------------------------------------------------------------


def _tables(meeting: Meeting, reader: TaskReader) -> tuple[list[FollowUp], list[Span]]:
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


def _table_row(row: dict[int, Mark], kinds: dict[int, str], meeting: Meeting, reader: TaskReader) -> FollowUp | None:
    task: list[FlatText] = []
    owners: list[UnitMention] = []
    deadlines: list[Deadline] = []
    for column, mark in sorted(row.items()):
        flat = reader.flat(mark.start, mark.end)
        kind = kinds.get(column)
        if not flat.text.strip(" .-–"):
            continue
        if kind == "time":
            deadlines += _when(flat, meeting, reader)
        elif kind == "owner":
            owners += owners_of(flat, reader.dictionary) or [_whole(flat)]
        elif kind == "task":
            task.append(flat)
    if not task or not (owners or deadlines):
        return None  # a heading inside the table, or an empty row
    span = Span(min(mark.start for mark in row.values()), max(mark.end for mark in row.values()))
    return _row(" ".join(flat.text for flat in task), span, owners, deadlines, reader)


def _whole(flat: FlatText) -> UnitMention:
    text = flat.text.strip(" .:;")
    start = flat.text.index(text) if text else 0
    span = flat.span(start, start + len(text))
    return UnitMention(text, span.start, span.end, "owner", None, "cell")


def _when(flat: FlatText, meeting: Meeting, reader: TaskReader) -> list[Deadline]:
    """The cell's time. A bare month or quarter is read as *i marts*; a bare day as it stands."""
    skip = time_start(flat.text)
    cut = FlatText(flat.text[skip:], flat.offsets[skip:])
    found = reader.deadlines_in(cut, meeting.date)
    if found or not cut.text:
        return found
    year = _YEAR.search(cut.text)
    if year:  # a plan also lists what was to be done before the meeting
        eve = date(int(year.group()) - 1, 12, 31)
        found = reader.deadlines_in(cut, eve)
        if found:
            return found
    lead = "i "
    shifted = FlatText(lead + cut.text[0].lower() + cut.text[1:], [cut.offsets[0]] * len(lead) + list(cut.offsets))
    return [
        replace(deadline, text=deadline.text.removeprefix(lead))
        for deadline in reader.deadlines_in(shifted, meeting.date)
    ]


def _row(text: str, span: Span, owners: list[UnitMention], deadlines: list[Deadline], reader: TaskReader) -> FollowUp:
    named: dict[str, Owner] = {}
    for mention in owners:
        owner = reader.owner(mention)
        named.setdefault(owner.name.lower(), owner)
    page = reader.source.page_at(span.start)
    return FollowUp(text, span, page, 1.0, tuple(named.values()), tuple(deadlines), (span,), "planned")


# -- flattened text ---------------------------------------------------------------------------------------------------

_PREFILTER = re.compile(
    r"^[ \t]*(?:[|])?(?:"
    + "|".join(re.escape(word) for word in sorted(columns(), key=len, reverse=True))
    + r"|to[ -]?do|\w+liste)[ \t:|-]*(?:\s|$|liste)",
    re.MULTILINE,
)


def _flattened(meeting: Meeting, reader: TaskReader, taken: list[Span]) -> list[FollowUp]:
    text = reader.source.text
    if not _PREFILTER.search(text[meeting.start : meeting.end].lower()):
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
_TO_DO = re.compile(
    r"(?:to[ -]?do|opgaveliste|aktionsliste|handleliste|actionliste|huskeliste)\b[^.]{0,30}$", re.IGNORECASE
)


def _ordered_near(meeting: Meeting, offset: int) -> bool:
    """The lines behind are labelled tasks of an item: they are ordered, not planned."""
    return any(
        sentence.has(Label.FOLLOW_UP)
        for item in meeting.items
        if item.start <= offset < item.end
        for sentence in item.sentences
        if offset <= sentence.start < offset + 400
    )


def _to_do(lines: list[_Line], meeting: Meeting, reader: TaskReader) -> tuple[list[FollowUp], int]:
    """Lines with an owner before or behind the task (``- Tablets - TS 1/11``, ``NV program``), up to the first without."""
    rows: list[FollowUp] = []
    for line in lines[:60]:
        flat = _strip_bullet(reader.flat(line.start, line.end))
        rest, deadlines, owners = _mixed(flat, [line], ["task", "owner", "time"], False, False, meeting, reader)
        if not owners:
            end = _leading_owner(rest, reader)
            owners = owners_of(_cut(rest, 0, end), reader.dictionary) if end else []
            rest = _cut(rest, end + 1, len(rest.text)) if end else rest
        if not owners or not rest.text.strip(" -–:") or line.text.endswith(":"):
            break
        rows.append(_row(rest.text.strip(" -–:"), Span(line.start, line.end), owners, deadlines, reader))
    return rows, len(rows)


def _lines(text: str, start: int, end: int, furniture: tuple[Span, ...]) -> Iterable[_Line]:
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
        yield _Line(begin, begin + len(stripped), stripped, gap)
        gap = False


def _header(lines: list[_Line], index: int) -> tuple[list[str], int] | None:
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
    lines: list[_Line], kinds: list[str], meeting: Meeting, reader: TaskReader
) -> tuple[list[FollowUp], int]:
    """(rows, lines used)."""
    plain = [kind for kind in kinds if kind != "other"]
    if lines and sum(bool(_BULLET.match(line.text)) for line in lines[:6]) >= 2 and plain[0] != "time":
        starts = [index for index, line in enumerate(lines) if _BULLET.match(line.text)]
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
        built, length = _read_row(chunk, plain, meeting, reader)
        if built is not None:
            rows.append(built)
            used = start + length
        elif rows and start - used > 3:
            break
    return rows, used


def _time_starts(lines: list[_Line]) -> list[int]:
    starts: list[int] = []
    index = 0
    while index < len(lines):
        length = _time_lines(lines, index)
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


def _time_lines(lines: list[_Line], index: int) -> int:
    """How many lines from ``index`` on are one time cell (``1. kvartal⏎2024``); 0 for none."""
    for length in (3, 2, 1):
        part = lines[index : index + length]
        if (
            len(part) == length
            and not any(line.gap for line in part[1:])
            and is_time(" ".join(line.text for line in part))
        ):
            return length
    return 0


def _begins_with_owner(line: _Line, reader: TaskReader) -> bool:
    flat = reader.flat(line.start, line.end)
    if owners_of(flat, reader.dictionary):
        return True
    cut = _leading_owner(flat, reader)
    return cut > 0


def _leading_owner(flat: FlatText, reader: TaskReader) -> int:
    """Length of an owner list at the start of a one-line row (``HR/AP opslag Borgerservice``)."""
    words = [match.end() for match in re.finditer(r"\S+", flat.text)]
    for end in reversed(words[:6]):
        if (
            end < len(flat.text)
            and flat.text[end:].lstrip()[:1].islower()
            and owners_of(_cut(flat, 0, end), reader.dictionary)
        ):
            return end
    return 0


def _after_last_column(lines: list[_Line], last: str, has_owner: bool, reader: TaskReader) -> list[int]:
    """Starts of rows whose first column is the task: a row ends with its last cell."""
    starts = [0] if lines else []
    for index, line in enumerate(lines[:-1]):
        if last == "time":
            tail = list(TIME.finditer(line.text))
            closes = (bool(tail) and tail[-1].end() >= len(line.text.rstrip(" ."))) or is_time(line.text)
        else:
            flat = reader.flat(line.start, line.end)
            closes = (bool(owners_of(flat, reader.dictionary)) and index > 0) or _trailing_owner(flat, reader) >= 0
        if closes and not (last == "time" and _time_lines(lines, index + 1) and not has_owner):
            starts.append(index + 1)
    return starts


def _trailing_owner(flat: FlatText, reader: TaskReader) -> int:
    """Where an owner list at the end of a one-line row begins (``Indhente tilbud Bo og Pia``); -1 for none.

    What follows a preposition belongs to the task (``Udgår fra Peronen``); a surely named unit or person at the very end beats
    a longer run of capitals (``Borgermøde i Over Å Formanden``).
    """
    longest = -1
    for match in re.finditer(r"(?<=[\wæøå.)»”] )(?=[A-ZÆØÅ])", flat.text):
        words = flat.text[: match.start()].split()
        if (
            words[-1].lower().strip(",") in PREPOSITIONS
            or words[-1].lower() in ("og", "samt", "&")
            or words[-1].endswith(",")
        ):
            continue
        found = owners_of(_cut(flat, match.start(), len(flat.text)), reader.dictionary)
        if not found:
            continue
        longest = match.start() if longest < 0 else longest
        noun = noun_kind(found[0].text.lower()) if " " not in found[0].text else None
        bare = noun is not None and not noun[1]  # Afdeling, of Teknisk Afdeling
        if (found[0].kind in ("person", "acronym") and not bare) or (noun and noun[1]):
            return match.start()
    return longest


def _cut(flat: FlatText, start: int, end: int) -> FlatText:
    return FlatText(flat.text[start:end], flat.offsets[start:end])


def _read_row(
    lines: list[_Line], kinds: list[str], meeting: Meeting, reader: TaskReader
) -> tuple[FollowUp | None, int]:
    """(the row, lines used). Cells are told apart by blank lines and by what their words are."""
    deadlines: list[Deadline] = []
    owners: list[UnitMention] = []
    task: list[FlatText] = []
    position = 0
    last = 0
    if kinds[0] == "time":
        length = _time_lines(lines, 0)
        if length:
            deadlines = _when(reader.flat(lines[0].start, lines[length - 1].end), meeting, reader)
            position = last = length
        else:
            line = lines[0]
            match = TIME.match(line.text)
            assert match is not None
            flat = reader.flat(line.start, line.end)
            deadlines = _when(_cut(flat, 0, len(line.text[: match.end()].rstrip())), meeting, reader)
            begin = line.start + match.end()
            lines = [
                replace(
                    line,
                    text=line.text[match.end() :].strip(),
                    start=begin + len(line.text[match.end() :]) - len(line.text[match.end() :].lstrip()),
                ),
                *lines[1:],
            ]
    while position < len(lines):
        block = [lines[position]]
        while position + len(block) < len(lines) and not lines[position + len(block)].gap:
            if "time" in kinds and kinds[0] != "time" and is_time(lines[position + len(block)].text):
                break
            if kinds[0] == "owner" and not task and not owners:
                break  # one cell a line
            block.append(lines[position + len(block)])
        flat = _strip_bullet(reader.flat(block[0].start, block[-1].end))
        size = len(block)
        if is_time(flat.text) and not deadlines:
            deadlines = _when(flat, meeting, reader)
        elif (found := owners_of(flat, reader.dictionary)) and not owners and (task or kinds[0] == "owner"):
            owners = found
        elif (owners and task) or (task and deadlines and not _wanted(lines, position + size, reader)):
            break  # the row is whole: what follows is a heading or prose
        else:
            flat, more_deadlines, more_owners = _mixed(
                flat, block, kinds, bool(deadlines), bool(owners), meeting, reader
            )
            deadlines = deadlines or more_deadlines
            owners = owners or more_owners
            if flat.text:
                task.append(flat)
        position += size
        last = position
        if owners and task and deadlines and kinds[0] == "time":
            break
    if not task or not (owners or deadlines):
        return None, 0
    start = min(reader_line.start for reader_line in lines[:1])
    if kinds[0] == "time" and deadlines:
        start = min(start, deadlines[0].start)
    end = max(
        [flat.offsets[-1] + 1 for flat in task]
        + [mention.end for mention in owners]
        + [deadline.end for deadline in deadlines]
    )
    text = " ".join(_SYMBOL.sub(" ", flat.text).strip(" -–") for flat in task)
    text = " ".join(text.split())
    return _row(text, Span(start, end), owners, deadlines, reader), last


def _wanted(lines: list[_Line], position: int, reader: TaskReader) -> bool:
    """The owner's cell still follows within the next two blocks."""
    for index in range(position, min(position + 6, len(lines))):
        if index > position and not lines[index].gap:
            continue
        end = index + 1
        while end < len(lines) and not lines[end].gap:
            end += 1
        if owners_of(reader.flat(lines[index].start, lines[end - 1].end), reader.dictionary):
            return True
    return False


def _strip_bullet(flat: FlatText) -> FlatText:
    match = _BULLET.match(flat.text)
    return _cut(flat, match.end(), len(flat.text)) if match else flat


def _mixed(
    flat: FlatText,
    block: list[_Line],
    kinds: list[str],
    has_time: bool,
    has_owner: bool,
    meeting: Meeting,
    reader: TaskReader,
) -> tuple[FlatText, list[Deadline], list[UnitMention]]:
    """A block that holds several cells: times and owners are cut off its ends."""
    deadlines: list[Deadline] = []
    owners: list[UnitMention] = []
    for _ in range(2):
        if not has_time and not deadlines and "time" in kinds:
            tails = [match for match in TIME.finditer(flat.text) if match.end() >= len(flat.text.rstrip(" ."))]
            if tails and tails[-1].start() > 0:
                deadlines = _when(_cut(flat, tails[-1].start(), len(flat.text)), meeting, reader)
                flat = _cut(flat, 0, len(flat.text[: tails[-1].start()].rstrip(" -–|")))
        if has_owner or owners or "owner" not in kinds or not flat.text:
            continue
        if kinds[0] == "owner":
            end = _leading_owner(flat, reader)
            if end:
                owners = owners_of(_cut(flat, 0, end), reader.dictionary)
                flat = _cut(flat, end + 1, len(flat.text))
            continue
        at = _trailing_owner(flat, reader)
        if at < 0:
            dash = flat.text.rfind(" - ")
            at = dash + 3 if dash > 0 and owners_of(_cut(flat, dash + 3, len(flat.text)), reader.dictionary) else -1
        if at > 0:
            owners = owners_of(_cut(flat, at, len(flat.text)), reader.dictionary)
            flat = _cut(flat, 0, len(flat.text[:at].rstrip(" -–|")))
    return flat, deadlines, owners
