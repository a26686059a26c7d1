"""The items of a meeting, wherever they stand: rows of a grid, a paper, titles, lines that tell the outcome at once."""

from __future__ import annotations

import re

from decisionnlp.document import (
    MeetingKind,
    ZoneKind,
)
from decisionnlp.segmentation.answers_alone import answers_alone
from decisionnlp.segmentation.capital_letters import with_capitals
from decisionnlp.segmentation.closing_numbers import by_closing_numbers
from decisionnlp.segmentation.first_prints import at_first_prints
from decisionnlp.segmentation.grouped_points import with_committees, with_groups, with_labelled
from decisionnlp.segmentation.head_items import evident_items
from decisionnlp.segmentation.inserted_points import with_inserted
from decisionnlp.segmentation.items import after_agenda, close_items, find_items
from decisionnlp.segmentation.lost_numbers import with_each_first, with_first_numbers, with_lost_numbers, without_set_in
from decisionnlp.segmentation.meetings import Part
from decisionnlp.segmentation.numbering import clean_title, closed_title, tells
from decisionnlp.segmentation.numbers_above import with_numbers_above
from decisionnlp.segmentation.page import Page
from decisionnlp.segmentation.recurring_openings import by_recurring_openings
from decisionnlp.segmentation.registered_items import with_registered
from decisionnlp.segmentation.stopped_titles import with_stopped
from decisionnlp.segmentation.titles import Found, read_title
from decisionnlp.segmentation.titles_between import with_titles_between
from decisionnlp.segmentation.told import told_as_one, told_below_agenda, told_by_number

_FEW = 4  # items, for minutes that may hold answers alone


def meeting_items(page: Page, part: Part) -> list[Found]:
    """The items of ``part`` in order; a paper is one, other attachments have none."""
    if part.kind is MeetingKind.ATTACHMENT:
        return _paper(page, part) if part.paper or _is_paper(page, part) else []
    rows = [row.found for row in page.grid if part.first <= row.found.first and row.found.last <= part.last]
    if len(rows) >= 2:
        rest = find_items(page.lines, page.widths, page.headings, page.marked, first=rows[-1].last, last=part.last)
        return [*rows, *rest]
    start = max(part.first, page.front)
    first = after_agenda(page.lines, page.headings, start, part.last)
    found = ruled = _by_rules(page, part, start, first)
    if len(found) < _FEW:
        alone = answers_alone(page.lines, page.headings, first, part.last)
        if len(alone) > 2 * len(found):
            return alone
    evident = evident_items(found, page.lines, page.widths, page.headings, first, part.last)
    points = by_recurring_openings(found, evident, page.lines, page.headings, first, part.last)
    points = by_closing_numbers(points, evident, page.lines, first, part.last)
    if points is not found:
        return points
    if evident is not found:
        found = close_items(evident, page.lines, page.widths, page.headings, part.last)
    # A counter of the page is no point: "0" above "Embed Size".
    found = [item for item in found if (item.number, item.style) != ("0", "alone")]
    found = with_labelled(with_each_first(found, page.lines, first, part.last), page.lines)
    found = with_stopped(without_set_in(found, page.lines), page.lines, page.headings, first, part.last)
    found = with_first_numbers(with_registered(found, page.lines), page.lines, start)
    found = with_numbers_above(found, page.lines, start)
    found = with_lost_numbers(found, page.lines, page.headings, start, part.last)
    found = with_titles_between(found, page.lines, page.headings)
    found = with_capitals(with_groups(with_committees(with_inserted(found, ruled)), page.lines), page.lines)
    return at_first_prints(found, page.lines, page.headings, first)


def _by_rules(page: Page, part: Part, start: int, first: int) -> list[Found]:
    """The items in the lines from ``first`` on, below an agenda that begins at ``start``."""
    found = find_items(page.lines, page.widths, page.headings, page.marked, first=first, last=part.last)
    if part.kind is not MeetingKind.MINUTES:
        return found
    if first > start:
        found = told_below_agenda(found, page.lines[start:first])
    if not found:
        told = told_by_number(page.lines, first, part.last)
        said = sum(tells(page.lines[item.first].text) for item in told)
        if len(told) >= 4 and 3 * said >= len(told):
            return told
    if (len(found) == 1 and found[0].first - first > 10) or (found and {item.number for item in found} <= {"1", "2"}):
        # A single title far down, or a list that lost its numbers: the points may be lines that tell the outcome at once.
        told = told_by_number(page.lines, first, part.last)
        lost = 5 * sum(item.number == "1" for item in told) >= 4 * len(told) or all(
            item.number == "1" for item in found
        )
        headed = {page.headings[index].kind for index in range(first, part.last) if index in page.headings}
        again = bool(told) and found[0].number == told[0].number and found[0].first > told[-1].first
        if (
            len(told) >= 4
            and len(told) > len(found)
            and told[0].first <= found[0].first
            and (lost or len(found) == 1)
            and not {ZoneKind.PROPOSAL, ZoneKind.OUTCOME} <= headed  # a list below a proposal's heading tells nothing
            and not again  # the agenda, whose points are printed once more below it
        ):
            return told
    return found or told_as_one(page.lines, first, part.last)


def _is_paper(page: Page, part: Part) -> bool:
    kinds = {heading.kind for index, heading in page.headings.items() if part.first <= index < part.last}
    return ZoneKind.PROPOSAL in kinds and ZoneKind.CASE in kinds


def _paper(page: Page, part: Part) -> list[Found]:
    """A paper (indstilling) is one item: its title is the first title-like line above its first heading."""
    first_heading = next(
        (
            index
            for index in range(part.first, part.last)
            if index in page.headings and page.headings[index].kind is not ZoneKind.AGENDA and index > part.first
        ),
        part.last,
    )
    best = part.first
    for index in range(part.first, min(first_heading, part.first + 15)):
        text = page.lines[index].text
        if (
            index in page.headings
            or re.match(r"(?:indstilling|cover|mødesag)\b.{0,40}$", text, re.IGNORECASE)
            or re.match(r"\d{1,2}[./ ]", text)
        ):
            continue
        if len(text) > 12:
            best = index
            break
    title, title_last = read_title(page.lines, page.widths, page.headings, best, part.last, None)
    return [Found(None, clean_title(title), closed_title(title), part.first, best, title_last, part.last)]
