"""From a source to its meetings, items, zones and sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from decisionnlp.document import (
    Item,
    MarkKind,
    Meeting,
    MeetingKind,
    Sentence,
    SentenceKind,
    Source,
    Span,
    Zone,
    ZoneKind,
)
from decisionnlp.segmentation.bars import find_bars, parted
from decisionnlp.segmentation.bodies import meeting_body
from decisionnlp.segmentation.closing import ends_tasks, is_tasks
from decisionnlp.segmentation.furniture import find_furniture, page_starts
from decisionnlp.segmentation.gluing import cut_lines
from decisionnlp.segmentation.grids import grid_rows
from decisionnlp.segmentation.head_day import header_date
from decisionnlp.segmentation.headings import Heading, find_headings
from decisionnlp.segmentation.lines import Line, column_widths, lines_of, mask, unglued
from decisionnlp.segmentation.meeting_facts import (
    acting,
    body_of_outcomes,
    day_of_agenda,
    day_of_closing,
    meeting_day,
    running_headers,
    told_by_headings,
)
from decisionnlp.segmentation.meeting_items import meeting_items
from decisionnlp.segmentation.meetings import Part, below_preamble, find_parts, title_lines
from decisionnlp.segmentation.numbered_answers import numbered_answers, titled_answers
from decisionnlp.segmentation.numbering import closed_title, is_alone
from decisionnlp.segmentation.page import Page
from decisionnlp.segmentation.presence import presence_lines
from decisionnlp.segmentation.recommendations import recommendations_of
from decisionnlp.segmentation.running_headers import STAMP
from decisionnlp.segmentation.same_bodies import same_body
from decisionnlp.segmentation.second_meetings import of_same_evening
from decisionnlp.segmentation.sentences import Piece, pieces_of
from decisionnlp.segmentation.titles import Found
from decisionnlp.segmentation.transcript_pages import page_paragraphs
from decisionnlp.segmentation.undated_bodies import undated_headings
from decisionnlp.segmentation.zone_records import Habits, Stretch
from decisionnlp.segmentation.zones import zones_of

_CASE_COLUMN = re.compile(
    r"(?:indhold|baggrund|sag|beskrivelse|sagsfremstilling|formål|oplæg)\b.{0,30}$", re.IGNORECASE
)
# "BESLUTNINGER KULTURUDVALGET Mandag den 4. januar 2010 Kl. 10.00": the head of the document.
_DAY_AND_HOUR = re.compile(r"\b(?:man|tirs|ons|tors|fre|lør|søn)dag\b.{5,40}\bkl\b", re.IGNORECASE)
_OUTCOME_COLUMN = re.compile(r"(?:beslutning|referat|konklusion)\b.{0,30}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Segmentation:
    """What ``segment`` found. ``meetings`` tile the document; ``furniture`` belongs to no sentence; ``warnings`` are for the user."""

    meetings: tuple[Meeting, ...]
    furniture: tuple[Span, ...]
    warnings: tuple[str, ...] = ()


def segment(source: Source, *, meeting_date: date | None = None) -> Segmentation:
    """Divide a document into meetings, items, zones and sentences.

    ``meeting_date`` is the day of the (main) meeting that the document reports; in a bundle it is not applied to the minutes of
    a former meeting, nor to another body's agenda. Every character of the text that is not white space lies in exactly one sentence or
    in furniture.
    """
    raw = lines_of(source.text)
    opening = page_starts(source, raw)
    bars = find_bars(raw) if "|" in source.text and not any(mark.kind is MarkKind.CELL for mark in source.marks) else []
    furniture = tuple(find_furniture(source, raw, opening, bars))
    masked = mask(source.text, furniture)
    transcript = next((line.start for line in raw[:14] if line.length < 15 and line.text.lower() == "transkript"), None)
    viewed = transcript is not None or page_paragraphs(raw)
    lines = unglued(lines_of(masked, skip=furniture) if furniture else raw)
    lines = cut_lines(parted(lines, bars) if bars else lines, paged=viewed)
    if not lines:
        whole = (
            (Meeting(0, len(source.text), meeting_date, "argument" if meeting_date else None),) if source.text else ()
        )
        return Segmentation(whole, furniture, ("the document holds no text",))
    starts = [line.start for line in lines]
    marked = frozenset(
        _line_at(starts, mark.start) for mark in source.marks if mark.kind is MarkKind.HEADING and mark.end > mark.start
    )
    cells = tuple(
        sorted(
            Span(mark.start, mark.end) for mark in source.marks if mark.kind is MarkKind.CELL and mark.end > mark.start
        )
    )
    headings = numbered_answers(lines, undated_headings(lines, titled_answers(lines, find_headings(lines, marked))))
    if _kind_of_case(lines, headings):
        marked |= {0}
        headings = {index: heading for index, heading in headings.items() if index}
    page = Page(
        source,
        masked,
        tuple(lines),
        tuple(column_widths(lines)),
        headings,
        marked,
        cells,
        furniture,
        tuple(grid_rows(source, lines)) if cells else (),
        bisect_left(starts, transcript)
        if transcript is not None and transcript < starts[-1]
        else below_preamble(lines),
    )
    stamps = {
        index for span in furniture if STAMP.match(source.text, span.start) and (index := bisect_left(starts, span.end)) < len(lines)
    }  # fmt: skip
    parts = find_parts(
        lines,
        page.headings,
        {index for place in opening if (index := bisect_left(starts, raw[place].start)) < len(lines)},
        stamps,
    )
    titles = {
        index
        for part in parts
        for index in title_lines(part, lines)
        if index not in page.headings
        or page.headings[index].body is None  # "Beslutninger Kulturudvalget den" decides
        or _DAY_AND_HOUR.search(lines[index].text)
    }
    page = replace(page, headings={index: heading for index, heading in page.headings.items() if index not in titles})
    warnings: list[str] = []
    meetings = [_meeting(page, part, meeting_date, warnings) for part in parts]
    for place, part in enumerate(parts[1:], 1):
        if meetings[place].date is None and of_same_evening(lines[part.first]):
            above = meetings[place - 1]
            meetings[place] = replace(meetings[place], date=above.date, date_source=above.date_source)
    edges = [0, *(lines[part.first].start for part in parts[1:]), len(source.text)]
    meetings = [replace(meeting, start=edges[index], end=edges[index + 1]) for index, meeting in enumerate(meetings)]
    return Segmentation(tuple(meetings), furniture, tuple(warnings))


def _kind_of_case(lines: Sequence[Line], headings: Mapping[int, Heading]) -> bool:
    """Whether the page of one point opens with its kind and title (``Beslutning: Takster for 2020``) rather than with an outcome."""
    first = headings.get(0)
    return (
        first is not None
        and first.kind is ZoneKind.OUTCOME
        and not first.alone
        and first.date is None
        and lines[0].length <= 200
        and not lines[0].text.endswith(".")
        and any(
            index and heading.kind is ZoneKind.OUTCOME and heading.alone and heading.text.lower() == first.text.lower()
            for index, heading in headings.items()
        )
    )


def _line_at(starts: Sequence[int], offset: int) -> int:
    return min(max(bisect_left(starts, offset), 0), len(starts) - 1)


def _meeting(page: Page, part: Part, argument: date | None, warnings: list[str]) -> Meeting:
    items = meeting_items(page, part)
    front_end = items[0].first if items else min(part.first + 25, part.last)
    front = [page.lines[index].text for index in range(part.first, front_end)]
    body = meeting_body(front)
    if body is None and len(items) == 1:  # a page of one point, whose introduction may name the body
        zoned = (index for index in range(items[0].title_last, part.last) if index in page.headings)
        body = meeting_body(
            [page.lines[index].text for index in range(part.first, min(next(zoned, part.first), front_end + 4))]
        )
    when, how = meeting_day(page, part, front, argument)
    if (body is None or when is None) and part.main:
        headers = running_headers(page, part)
        body = body or meeting_body(headers)
        if when is None and (printed := header_date(headers)) is not None:
            when, how = printed, "heading"
    if when is None and part.main:
        titles = [" ".join(line.text for line in page.lines[item.title_first : item.title_last]) for item in items[:2]]
        if (named := day_of_agenda(titles) or day_of_closing(page, part)) is not None:
            when, how = named, "text"
    if part.kind is MeetingKind.MINUTES:
        own_day, own_body = told_by_headings(page, part, items)
        if when is None and own_day is not None:
            when, how = own_day, "heading"
        told, times = body_of_outcomes(page, part, when)
        if told is not None and times >= 2 and body is not None and not same_body(body, told):
            body = told  # what stands above the items was a member's or a guest's
        body = body or told or own_body or acting(page, part)
    habits = _habits(page, part, items, when, body)
    rows = {row.found: row.stretches for row in page.grid}
    stretches: list[tuple[Found, list[Stretch]]] = [
        (item, list(rows[item]) if item in rows else zones_of(item, page.lines, page.widths, page.headings, habits))
        for item in items
    ]
    pieces = _pieces(page, part, stretches)
    start, end = page.lines[part.first].start, page.lines[part.last - 1].end
    built: list[Item] = []
    loose: list[Piece] = []
    position = 0
    for item, zones in stretches:
        item_start, item_end = page.lines[item.first].start, page.lines[item.last - 1].end
        while position < len(pieces) and pieces[position].start < item_start:
            loose.append(pieces[position])
            position += 1
        inner: list[Piece] = []
        while position < len(pieces) and pieces[position].start < item_end:
            inner.append(pieces[position])
            position += 1
        built.append(_item(page, item, zones, inner, item_start, item_end))
    loose += pieces[position:]
    sentences = _sentences(page, loose, _outside(page, part, items, front_end), set(), set())
    if not built and part.kind is MeetingKind.MINUTES:
        warnings.append("no agenda items were found in the minutes")
    return Meeting(start, end, when, how, body, part.kind, tuple(built), tuple(sentences))


def _outside(page: Page, part: Part, items: Sequence[Found], front_end: int) -> list[Stretch]:
    """The zones outside the items: who was there above them, a closing to-do list below them."""
    lines = page.lines
    if part.kind is MeetingKind.ATTACHMENT:
        return [Stretch(ZoneKind.ATTACHMENT, lines[part.first].start)]
    found = [Stretch(ZoneKind.AGENDA, lines[part.first].start)]
    present = presence_lines(lines, page.widths, page.headings, part.first, front_end)
    for index, told in enumerate(present, part.first):
        found.append(Stretch(ZoneKind.ATTENDANCE if told else ZoneKind.AGENDA, lines[index].start))
    if items:
        kind = ZoneKind.AGENDA
        found.append(Stretch(kind, lines[items[0].first].start))
        for index in range(items[-1].last, part.last):
            if is_tasks(lines[index].text):
                kind = ZoneKind.PLAN
            elif kind is ZoneKind.PLAN and ends_tasks(lines[index].text):
                kind = ZoneKind.AGENDA
            found.append(Stretch(kind, lines[index].start))
    return found


def _habits(page: Page, part: Part, items: Sequence[Found], when: date | None, body: str | None) -> Habits:
    headed = cased = 0
    for item in items:
        inside = [page.headings[index] for index in range(item.title_last, item.last) if index in page.headings]
        headed += any(heading.kind is ZoneKind.OUTCOME for heading in inside)
        cased += any(heading.kind is ZoneKind.CASE and heading.alone and not heading.weak for heading in inside)
    front = range(part.first, items[0].first if items else part.first)
    short = [page.lines[index].text for index in front if page.lines[index].length <= 40]
    case_column = any(_CASE_COLUMN.match(text) for text in short) and any(_OUTCOME_COLUMN.match(text) for text in short)
    case_column = case_column or 2 * sum(_put_beside(page, item) for item in items) >= max(len(items), _BESIDE)
    return Habits(
        part.kind,
        headed * 2 >= len(items) and headed > 0,
        when,
        body,
        case_column and headed == 0,
        headed == 0 and cased * 2 >= len(items) and cased > 1,
    )


_BESIDE = 6  # twice the points at least that say what is put to the meeting in the cell of their title


def _put_beside(page: Page, item: Found) -> bool:
    """Whether text stands behind the title in its cell, and a bar parts that from what was said."""
    at = item.title_last
    if not item.first < at < item.last - 1:
        return False
    text = page.source.text
    title, put, said = page.lines[at - 1 : at + 2]
    return not text[title.end : put.start].strip(" ") and text[put.end : said.start].strip(" ") == "|"


def _pieces(page: Page, part: Part, stretches: Sequence[tuple[Found, list[Stretch]]]) -> list[Piece]:
    """The part's sentences, with a break at every item, title end, heading and zone."""
    lines = page.lines
    breaks: set[int] = set()
    for item, zones in stretches:
        breaks.add(lines[item.first].start)
        breaks.add(lines[item.title_first].start)
        if item.title_last < len(lines):
            breaks.add(lines[item.title_last].start)
        if item.last < len(lines):
            breaks.add(lines[item.last].start)
        breaks.update(stretch.start for stretch in zones)
    whole = [span for item, _ in stretches if (span := _title_span(lines, item)) is not None]
    breaks.update(span.start for span in whole)
    breaks.update(
        lines[item.title_last - 1].start
        for item, _ in stretches
        if item.title_last > item.title_first + 1 and is_alone(lines[item.title_last - 1])
    )
    for index in range(part.first, part.last):
        heading = page.headings.get(index)
        if heading is None:
            continue
        breaks.add(heading.start)
        if not heading.alone:
            if _set_apart(page, heading):
                rest = page.masked[heading.end : lines[index].end]
                breaks.add(heading.end + len(rest) - len(rest.lstrip()))
        elif index + 1 < len(lines):
            breaks.add(lines[index + 1].start)
    first, last = part.first, part.last
    sub = lines[first:last]
    start, end = sub[0].start, sub[-1].end
    cells = [span for span in page.cells if start <= span.start < end]
    return pieces_of(page.masked, sub, widths=page.widths[first:last], breaks=breaks, cells=cells, whole=whole)


def _set_apart(page: Page, heading: Heading) -> bool:
    """Whether a heading before its text on one line is a sentence of its own: ``Beslutning: Godkendt.``, ``Byrådet den 4. juni 2019 Godkendt.``"""
    if heading.kind is ZoneKind.HISTORY and heading.date is not None:
        return page.masked[heading.end - 1].isalnum()
    return heading.kind is ZoneKind.OUTCOME


def _title_span(lines: Sequence[Line], item: Found) -> Span | None:
    """The title as one sentence; a number alone on the line above it or below it is a sentence of its own."""
    first, last = item.title_first, item.title_last
    if first + 1 < last and is_alone(lines[first]):
        first += 1
    elif first + 1 < last and is_alone(lines[last - 1]):
        last -= 1  # the number stands below the title
    return Span(lines[first].start, lines[last - 1].end) if last > first else None


def _item(page: Page, item: Found, stretches: Sequence[Stretch], pieces: Sequence[Piece], start: int, end: int) -> Item:
    lines = page.lines
    title = Span(lines[item.title_first].start, lines[item.title_last - 1].end)
    headed = {
        heading.start for index in range(item.first, item.last)
        if (heading := page.headings.get(index)) is not None and (heading.alone or _set_apart(page, heading))
    }  # fmt: skip
    titles = {piece.start for piece in pieces if title.start <= piece.start < title.end}
    sentences = _sentences(page, pieces, stretches, headed, titles)
    zones: list[Zone] = []
    for place, stretch in enumerate(stretches):
        stop = stretches[place + 1].start if place + 1 < len(stretches) else end
        piece = page.source.text[stretch.start : stop]
        if piece.strip():
            zones.append(Zone(stretch.kind, stretch.start, stretch.start + len(piece.rstrip()), stretch.heading))
    closed = item.closed or any(
        sentence.zone is ZoneKind.AGENDA and len(sentence.text) < 40 and closed_title(sentence.text)
        for sentence in sentences[:6]
    )
    return Item(
        number=item.number,
        title=item.title,
        start=start,
        end=end,
        closed=closed,
        zones=tuple(zones),
        recommendations=recommendations_of(page.source.text, sentences, page.furniture),
        sentences=tuple(sentences),
    )


def _sentences(
    page: Page, pieces: Sequence[Piece], stretches: Sequence[Stretch], headed: set[int], titles: set[int]
) -> list[Sentence]:
    starts = [stretch.start for stretch in stretches]
    built: list[Sentence] = []
    lead: Span | None = None
    lead_zone: ZoneKind | None = None
    text = page.source.text
    page_at = page.source.page_at if page.source.pages else None
    for piece in pieces:
        stretch = stretches[max(bisect_right(starts, piece.start) - 1, 0)]
        kind = piece.kind
        if piece.start in headed or piece.start in titles:
            kind = SentenceKind.HEADING
        if kind is SentenceKind.LIST_ITEM:
            given = lead if lead_zone is stretch.kind else None
        else:
            given = None
            closing = text[piece.end - 1]
            if (kind is SentenceKind.PROSE and closing in ":,") or (kind is SentenceKind.HEADING and closing == ","):
                lead, lead_zone = Span(piece.start, piece.end), stretch.kind
            elif kind is not SentenceKind.CELL:
                lead, lead_zone = None, None
        built.append(
            Sentence(
                piece.start,
                piece.end,
                text[piece.start : piece.end],
                1 if page_at is None else page_at(piece.start),
                stretch.kind,
                kind,
                stretch.heading,
                given,
            )
        )
    return built
