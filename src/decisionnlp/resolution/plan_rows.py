"""One row of a plan: from the cells of a table, or from loose lines whose cells are told apart by what their words are."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from decisionnlp.document import Deadline, FollowUp, Meeting, Owner, Span, UnitMention
from decisionnlp.extraction.vocabulary import PREPOSITIONS, noun_kind
from decisionnlp.flattening import FlatText
from decisionnlp.resolution.cells import TIME, is_time, owners_of, time_start
from decisionnlp.resolution.document_reader import DocumentReader
from decisionnlp.slotted import Slotted

BULLET = re.compile(r"^\s*[-•–*\uf0b7]\s+")
_YEAR = re.compile(r"\b20\d{2}\b")
_SYMBOL = re.compile(r"[\ue000-\uf8ff•]")  # bullets, also those of the private use area


@dataclass(slots=True)
class PlanLine(Slotted):
    """A line without its white space; ``gap`` says that a blank line stands before it."""

    start: int
    end: int
    text: str
    gap: bool


def times_of(flat: FlatText, meeting: Meeting, reader: DocumentReader) -> list[Deadline]:
    """The cell's time. A bare month or quarter is read as *i marts*; a bare day as it stands."""
    skip = time_start(flat.text)
    cut = flat.part(skip)
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


def planned(
    text: str, span: Span, owners: list[UnitMention], deadlines: list[Deadline], reader: DocumentReader
) -> FollowUp:
    """The row as a planned follow-up: ``text`` is the task, ``span`` the whole row."""
    named: dict[str, Owner] = {}
    for mention in owners:
        owner = reader.owner(mention)
        named.setdefault(owner.name.lower(), owner)
    page = reader.source.page_at(span.start)
    return FollowUp(text, span, page, 1.0, tuple(named.values()), tuple(deadlines), (span,), "planned")


def time_lines(lines: list[PlanLine], index: int) -> int:
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


def leading_owner(flat: FlatText, reader: DocumentReader) -> int:
    """Length of an owner list at the start of a one-line row (``HR/AP opslag Borgerservice``)."""
    words = [match.end() for match in re.finditer(r"\S+", flat.text)]
    for end in reversed(words[:6]):
        if (
            end < len(flat.text)
            and flat.text[end:].lstrip()[:1].islower()
            and owners_of(flat.part(0, end), reader.dictionary)
        ):
            return end
    return 0


def trailing_owner(flat: FlatText, reader: DocumentReader) -> int:
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
        found = owners_of(flat.part(match.start()), reader.dictionary)
        if not found:
            continue
        longest = match.start() if longest < 0 else longest
        noun = noun_kind(found[0].text.lower()) if " " not in found[0].text else None
        bare = noun is not None and not noun[1]  # Afdeling, of Teknisk Afdeling
        if (found[0].kind in ("person", "acronym") and not bare) or (noun and noun[1]):
            return match.start()
    return longest


def read_row(
    lines: list[PlanLine], kinds: list[str], meeting: Meeting, reader: DocumentReader
) -> tuple[FollowUp | None, int]:
    """(the row, lines used). Cells are told apart by blank lines and by what their words are."""
    deadlines: list[Deadline] = []
    owners: list[UnitMention] = []
    task: list[FlatText] = []
    position = 0
    last = 0
    if kinds[0] == "time":
        length = time_lines(lines, 0)
        if length:
            deadlines = times_of(reader.flat(lines[0].start, lines[length - 1].end), meeting, reader)
            position = last = length
        else:
            line = lines[0]
            match = TIME.match(line.text)
            assert match is not None
            flat = reader.flat(line.start, line.end)
            deadlines = times_of(flat.part(0, len(line.text[: match.end()].rstrip())), meeting, reader)
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
        flat = strip_bullet(reader.flat(block[0].start, block[-1].end))
        size = len(block)
        if is_time(flat.text) and not deadlines:
            deadlines = times_of(flat, meeting, reader)
        elif (found := owners_of(flat, reader.dictionary)) and not owners and (task or kinds[0] == "owner"):
            owners = found
        elif (owners and task) or (task and deadlines and not _wanted(lines, position + size, reader)):
            break  # the row is whole: what follows is a heading or prose
        else:
            flat, more_deadlines, more_owners = mixed(flat, kinds, bool(deadlines), bool(owners), meeting, reader)
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
    return planned(text, Span(start, end), owners, deadlines, reader), last


def _wanted(lines: list[PlanLine], position: int, reader: DocumentReader) -> bool:
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


def strip_bullet(flat: FlatText) -> FlatText:
    """The stretch without a bullet at its start."""
    match = BULLET.match(flat.text)
    return flat.part(match.end()) if match else flat


def mixed(
    flat: FlatText,
    kinds: list[str],
    has_time: bool,
    has_owner: bool,
    meeting: Meeting,
    reader: DocumentReader,
) -> tuple[FlatText, list[Deadline], list[UnitMention]]:
    """A block that holds several cells: times and owners are cut off its ends."""
    deadlines: list[Deadline] = []
    owners: list[UnitMention] = []
    for _ in range(2):
        if not has_time and not deadlines and "time" in kinds:
            tails = [match for match in TIME.finditer(flat.text) if match.end() >= len(flat.text.rstrip(" ."))]
            if tails and tails[-1].start() > 0:
                deadlines = times_of(flat.part(tails[-1].start()), meeting, reader)
                flat = flat.part(0, len(flat.text[: tails[-1].start()].rstrip(" -–|")))
        if has_owner or owners or "owner" not in kinds or not flat.text:
            continue
        if kinds[0] == "owner":
            end = leading_owner(flat, reader)
            if end:
                owners = owners_of(flat.part(0, end), reader.dictionary)
                flat = flat.part(end + 1)
            continue
        at = trailing_owner(flat, reader)
        if at < 0:
            dash = flat.text.rfind(" - ")
            at = dash + 3 if dash > 0 and owners_of(flat.part(dash + 3), reader.dictionary) else -1
        if at > 0:
            owners = owners_of(flat.part(at), reader.dictionary)
            flat = flat.part(0, len(flat.text[:at].rstrip(" -–|")))
    return flat, deadlines, owners
