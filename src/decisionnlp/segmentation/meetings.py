"""Meetings in a file: where the minutes, another body's agenda, a paper or an attachment begin."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from decisionnlp import lexicons
from decisionnlp.document import MeetingKind, ZoneKind
from decisionnlp.segmentation.dates import DATE
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import read_number
from decisionnlp.segmentation.outcome_words import begins_answer
from decisionnlp.segmentation.second_meetings import later_minutes, second_meetings
from decisionnlp.segmentation.titles import FRONT
from decisionnlp.segmentation.told import PRESENT, told_behind_presence

_MINUTES = re.compile(
    rf"(?:(?:{lexicons.alternatives('line_words', 'minutes_states')}) )?(?:{lexicons.alternatives('line_words', 'minutes_titles')})"
    r"(?:\b(?! fra sidst|, godkendelse)[\s:,–-].{0,120})?$",
    re.IGNORECASE,
)
_AGENDA = re.compile(
    r"(?!.*\b(?:blev|godkend\w*|er)\b)(?:åben |foreløbig |endelig |udkast til )?(?:mødeindkaldelse|indkaldelse|dagsorden)(?:\b[\s:,–-].{0,120})?$",
    re.IGNORECASE,
)
_REPORT_OF = re.compile(r"(?:møde|beslutnings)?referat (?:af|fra) \w*møde", re.IGNORECASE)  # however long the line is
_AGENDA_LABEL = re.compile(r"(?:møde ?dato|mødetid|mødested|dagsorden kort)\b", re.IGNORECASE)
_PAPER = re.compile(
    rf"(?:{lexicons.alternatives('line_words', 'paper_titles')})(?:\s+(?:til|for|vedr).{{0,100}})?$", re.IGNORECASE
)
_ATTACHMENT = re.compile(
    r"(?:bilag (?:nr\.? ?)?\d{1,2}[a-z]?\b|notat\b|notits\b|høringssvar\b|forklæde\b).{0,140}$", re.IGNORECASE
)
_HANGING = re.compile(rf"(?:{lexicons.alternatives('line_words', 'hanging_papers')}) (?:på|om|for|vedr|over)\b")
_POINT = re.compile(r"(?:Punkt|PUNKT|Pkt\.) \d{1,3}[a-z]?\s?[:.] \S.{2,}")
_OUTCOME_TEXT = re.compile(lexicons.alternatives("line_words", "outcome_texts"), re.IGNORECASE)
# What stands right under "Beslutning" where a body has decided.
_DECIDED = re.compile(rf"\b(?:{lexicons.alternatives('outcome_words', 'decided')})\b", re.IGNORECASE)
_NARRATED = re.compile(rf"\b(?:{lexicons.alternatives('outcome_words', 'narrated')})\b", re.IGNORECASE)
# Told in the passive: only where no case is printed that may tell of earlier meetings so.
_PASSIVE = re.compile(r"\bblev (?:\w+ )?\w{3,}(?:et|t|gt)\b", re.IGNORECASE)
# Told in the present, as the minutes of small boards are: what we do, who does it.
_AGREED = re.compile("(?:" + "|".join(lexicons.load("meeting_edges")["agreed"]) + ")")
_PRESENT = re.compile(
    rf"(?:{lexicons.alternatives('line_words', 'present_labels')})\b.{{0,20}}?:.*\w{{3}}", re.IGNORECASE
)
# "Nanna, Egon og Bodil tilstede."
_NAMED = re.compile(r"(?:[A-ZÆØÅ][\wæøåé.-]*,? (?:og |samt )?){2,20}(?:var |er )?til ?stede\b")
# "2. Nanna Vorup er valgt"
_CHOSEN = re.compile(r"\b(?:er|blev|blevet) (?:enstemmigt )?(?:gen|ny)?(?:valgt|godkendt|vedtaget|udsat)\b")
_MINUTES_WORD = re.compile(r"\b(?:\w*referat|beslutningsprotokol|protokol)\b", re.IGNORECASE)


# "9. august 2019 Referat fra møde i Havneudvalget": the day it was written, and then the title.
_DATED_MINUTES = re.compile(
    r"\d{1,2}\. ?[a-zæøå]+ \d{4} (?:møde|beslutnings)?referat (?:af|fra) .{0,60}?(?:møde|udvalg|råd|bestyrelse)",
    re.IGNORECASE,
)
_HEAD_LINES = 60  # of a web page, above which the head of its minutes is looked for
_DATED = re.compile(
    rf"(?:\w*referat|\w*protokol) (?:af|fra|for) .{{0,60}}\w*møde\w*\b.{{0,50}}?\b{DATE}", re.IGNORECASE
)
_ANY_DATE = re.compile(rf"\b{DATE}", re.IGNORECASE)


def below_preamble(lines: Sequence[Line]) -> int:
    """The line that heads the minutes (``Referat af rådsmøde den 3. maj 2023``, and who was there) where a web page first tells in
    sentences what the body is; 0 where nothing of the kind stands above it."""
    told = False
    for line in lines[: min(_HEAD_LINES, len(lines) - 1)]:
        if line.length <= 140 and told and _DATED.match(line.text):
            present = any(PRESENT.match(other.text) for other in lines[line.index + 1 : line.index + 6])
            return line.index if present else 0
        if read_number(line) is not None or _ANY_DATE.search(line.text):
            return 0
        told = told or (line.length > 50 and line.text.endswith("."))
    return 0


_LONE = re.compile(r"(?:beslutnings|møde)?(?:referat|protokol)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """Lines ``[first, last)`` that belong to one meeting or to papers. ``main`` says that the part belongs to the meeting
    the file is about (not a former one, not another body's)."""

    first: int
    last: int
    kind: MeetingKind
    main: bool = True
    paper: bool = False


def find_parts(
    lines: Sequence[Line],
    headings: Mapping[int, Heading],
    pages: AbstractSet[int],
    stamps: AbstractSet[int] = frozenset(),
) -> list[Part]:
    """The parts of a file in order; they tile its lines. A file of one meeting is one part.

    ``pages`` are the lines that open a page, ``stamps`` those that follow a stamp such as ``Punkt 3, Bilag 2: …``.
    """
    if not lines:
        return []
    opened: list[tuple[int, str]] = []
    stamped = {line.index for line in lines if line.index in stamps}
    for index in sorted({0, *pages, *stamped, *_appended(lines, headings)}):
        opening = _opening(lines, headings, index)
        if opening is not None:
            opened.append((index, opening))
    if (len(pages) >= 2 or stamps) and any(kind in ("paper", "attachment") for _, kind in opened):
        opened = _with_points(opened, lines)
    opened = _without_running_heads(opened, lines)
    if not opened or opened[0][0] != 0:
        opened.insert(0, (0, "main"))
    if (
        len(opened) >= 2
        and (opened[0][1] == "minutes" or opened[0][1] == opened[1][1])
        and opened[1][1] in ("agenda", "minutes")
        and opened[1][0] - opened[0][0] <= 3
    ):
        # "Referat" on a page of its own above a head that says "Dagsorden", or a viewer's title above the document's own: one document.
        opened = [(opened[0][0], opened[0][1]), *opened[2:]]
    later = later_minutes(lines, opened)
    known = {index for index, _ in (*opened, *later)}
    later += [(index, "minutes") for index in second_meetings(lines) if index not in known]
    opened = sorted([*opened, *later])
    return _parts(opened, lines, headings)


def title_lines(part: Part, lines: Sequence[Line]) -> set[int]:
    """The lines at a part's top that name the document (``Referat``) and so are no zone headings."""
    top = range(part.first, min(part.first + 6, part.last))
    below = range(part.first + 6, min(part.first + 30, part.last - 1))
    # "Referat" above the day, below the introduction of a web page
    late = {index for index in below if _LONE.match(lines[index].text) and FRONT.match(lines[index + 1].text)}
    return late | {
        index
        for index in top
        if _MINUTES.match(lines[index].text)
        and ":" not in lines[index].text
        and not (index > part.first and read_number(lines[index - 1]) is not None)  # "1. Takster" / "Referat"
    }


def _opening(lines: Sequence[Line], headings: Mapping[int, Heading], index: int) -> str | None:
    """What a page (or the file) begins as, by its first lines."""
    top = list(lines[index : index + 14])
    text = top[0].text
    if text[0].islower() or _POINT.match(text):
        return None
    if _MINUTES.match(text) and len(text) < 130:
        return "minutes"
    if _PAPER.match(text):
        return "paper"
    if _ATTACHMENT.match(text) and not text.endswith((".", ",")):
        return "attachment"
    if any(_AGENDA.match(line.text) for line in top[:5]) or (
        sum(1 for line in top if _AGENDA_LABEL.match(line.text)) >= 2 and not _answered(lines, headings, index)
    ):
        held = _REPORT_OF.match(text) or any(_MINUTES.match(line.text) for line in top[:8])
        return "minutes" if held else "agenda"
    if any(_MINUTES.match(line.text) for line in top[1:5]):
        return "minutes"
    early = [headings[line.index] for line in top[:6] if line.index in headings]
    if (
        early
        and early[0].kind is ZoneKind.PROPOSAL
        and early[0].alone
        and (index or not any(heading.kind is ZoneKind.OUTCOME for heading in headings.values()))
        and any(heading.kind is ZoneKind.CASE for heading in headings.values())
        and not any(read_number(line) for line in top[: early[0].line - index])
    ):
        return "paper"
    if (index or not _held(lines, headings)) and _HANGING.match(text):
        return "attachment"
    return None


_TEXT = 80  # characters of a line that no heading or title has


def _answered(lines: Sequence[Line], headings: Mapping[int, Heading], first: int) -> bool:
    """Whether a sentence or an answer stands below a heading of the outcome: day and place alone make no agenda of such a page."""
    return any(
        index >= first
        and heading.kind is ZoneKind.OUTCOME
        and heading.alone
        and index + 1 < len(lines)
        and index + 1 not in headings
        and (
            lines[index + 1].text.rstrip('"”»)').endswith((".", "!"))
            or lines[index + 1].length > _TEXT
            or begins_answer(lines[index + 1].text)
        )
        and lines[index + 1].length > 3
        for index, heading in headings.items()
    )


_APPENDED = re.compile(r"Bilag \d{1,2} ?[-–:] ?\S.{5,}")


def _appended(lines: Sequence[Line], headings: Mapping[int, Heading]) -> set[int]:
    """Titles of attachments printed at length after the items, without a page break."""
    found: set[int] = set()
    for line in lines[len(lines) // 2 : -4]:
        if not _APPENDED.match(line.text) or (line.gap == 0 and not line.cut) or line.length > 120:
            continue
        below = lines[line.index + 1 : line.index + 5]
        listed = any(
            re.match(r"Bilag\b", other.text) for other in (*below[:2], *lines[max(line.index - 2, 0) : line.index])
        )
        above = max((index for index in headings if index < line.index), default=-1)
        if (
            not listed
            and not (above >= 0 and headings[above].kind is ZoneKind.ATTACHMENT)
            and not any(read_number(other) for other in below[:2])
        ):
            found.add(line.index)
    return found


def _with_points(opened: list[tuple[int, str]], lines: Sequence[Line]) -> list[tuple[int, str]]:
    """In a bundle of papers the main agenda goes on at lines such as ``Punkt 6: Orientering``."""
    result = list(opened)
    places = [place for place, _ in opened]
    for line in lines:
        if not _POINT.match(line.text) or (line.gap == 0 and not line.cut) or line.index in places:
            continue
        before = [kind for place, kind in sorted(result) if place < line.index]
        if before and before[-1] in ("paper", "attachment", "agenda"):
            result.append((line.index, "points"))
    return sorted(result)


def _without_running_heads(opened: list[tuple[int, str]], lines: Sequence[Line]) -> list[tuple[int, str]]:
    """The same opening line on page after page is a running header, not a new meeting."""
    kept: list[tuple[int, str]] = []
    seen: set[str] = set()
    for index, kind in opened:
        shape = re.sub(r"\d+", "#", lines[index].text.lower())
        if kind in ("minutes", "agenda") and shape in seen:
            continue
        if kind in ("paper", "attachment"):
            seen.clear()  # after papers the same head opens other minutes
        seen.add(shape)
        kept.append((index, kind))
    return kept


def _parts(opened: Sequence[tuple[int, str]], lines: Sequence[Line], headings: Mapping[int, Heading]) -> list[Part]:
    parts: list[Part] = []
    for place, (first, kind) in enumerate(opened):
        last = opened[place + 1][0] if place + 1 < len(opened) else len(lines)
        part = Part(first, last, _kind(kind, lines[first:last], headings), True, kind == "paper")
        before = parts[-1] if parts else None
        if before is not None and kind == "attachment" and before.kind is MeetingKind.ATTACHMENT and not before.paper:
            parts[-1] = replace(before, last=last)
        elif before is not None and kind == "points" and opened[place - 1][1] == "points":
            parts[-1] = replace(before, last=last, kind=_kind("points", lines[before.first : last], headings))
        else:
            parts.append(part)
    points = any(kind == "points" for _, kind in opened)
    if points:
        # The file is the bundle of the meeting whose points stand between the papers: minutes in it are a former meeting's.
        starts = {first for first, kind in opened if kind == "points"}
        parts = [replace(part, main=part.first in starts) for part in parts]
    elif len(parts) > 1:
        held = [index for index, part in enumerate(parts) if part.kind is MeetingKind.MINUTES]
        own = held[0] if held else 0
        if len(held) > 1 and any(parts[index].kind is MeetingKind.ATTACHMENT for index in range(held[0], held[-1])):
            own = held[-1]  # minutes before the papers are those of the meeting before
        parts = [replace(part, main=index == own) for index, part in enumerate(parts)]
    return parts


def _kind(kind: str, lines: Sequence[Line], headings: Mapping[int, Heading]) -> MeetingKind:
    if kind == "minutes":
        return MeetingKind.MINUTES
    if kind in ("paper", "attachment"):
        outcome = any(
            heading.kind is ZoneKind.OUTCOME for line in lines if (heading := headings.get(line.index)) is not None
        )
        return MeetingKind.MINUTES if outcome and kind == "paper" and _told(lines) else MeetingKind.ATTACHMENT
    if kind == "agenda":
        return MeetingKind.MINUTES if _held(lines, headings) else MeetingKind.AGENDA
    if kind == "points":
        return MeetingKind.MINUTES if _told(lines) else MeetingKind.AGENDA
    return MeetingKind.MINUTES


def _filled(lines: Sequence[Line], place: int, headings: Mapping[int, Heading]) -> bool:
    heading = headings[lines[place].index]
    if not heading.alone:
        return True
    following = lines[place + 1] if place + 1 < len(lines) else None
    if following is None or read_number(following) is not None or len(following.text) < 2:
        return False
    below = headings.get(following.index)
    if below is None or below.kind is not ZoneKind.ATTENDANCE:
        return below is None
    # "Fraværende med afbud:" with the names below it
    return not below.alone or (
        place + 2 < len(lines) and lines[place + 2].index not in headings and read_number(lines[place + 2]) is None
    )


def _reports_again(lines: Sequence[Line], place: int, heading: Heading) -> bool:
    """Whether ``Referat:`` stands between the points of the agenda and what was said to each, counted anew."""
    if not heading.alone or heading.text.lower() not in ("referat", "mødereferat") or place + 1 >= len(lines):
        return False
    below = read_number(lines[place + 1])
    return (
        below is not None
        and below.value == 1.0
        and any(number.value == 1.0 for line in lines[:place] if (number := read_number(line)) is not None)
    )


def _held(lines: Sequence[Line], headings: Mapping[int, Heading]) -> bool:
    """Whether a paper with an agenda's head tells what was done: outcomes under headings, formulas, who was there."""
    if told_behind_presence(lines, 0, len(lines)) is not None:
        return True
    weight = 0
    inside = (headings[line.index] for line in lines if line.index in headings)
    cased = any(heading.kind in (ZoneKind.PROPOSAL, ZoneKind.CASE) for heading in inside)
    for place, line in enumerate(lines):
        heading = headings.get(line.index)
        if heading is not None and _reports_again(lines, place, heading):
            weight += 3
        elif heading is not None and heading.kind is ZoneKind.OUTCOME:
            filled = _filled(lines, place, headings)
            told = filled and any(_DECIDED.search(other.text) for other in lines[place : place + 2])
            weight += (3 if told or (heading.date is not None and heading.body is not None) else 2) * filled
        elif (numbered := read_number(line)) is not None:
            # What was said on a title of the list above, or under a number alone.
            weight += (numbered.style == "ad" and not numbered.title) or (
                not cased and _CHOSEN.search(numbered.title) is not None
            )
        else:
            if begins_answer(line.text):
                weight += 2
            elif _NARRATED.search(line.text) or (
                not cased and (_PASSIVE.search(line.text) or _AGREED.search(line.text))
            ):
                weight += 1
            if place < 25 and (_PRESENT.match(line.text) or _NAMED.match(line.text)):
                weight += 1
            if place < 10 and _DATED_MINUTES.match(line.text):
                return True
            if place < 10 and _MINUTES_WORD.search(line.text):
                weight += 2
        if weight >= 3:
            return True
    return False


def _told(lines: Sequence[Line]) -> bool:
    return any(_OUTCOME_TEXT.search(line.text) for line in lines if read_number(line) is None)
