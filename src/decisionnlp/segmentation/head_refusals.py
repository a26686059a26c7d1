"""Lines that the forests take for titles and that are none, by what stands around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from decisionnlp import lexicons
from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.head_lines import NAMED, read_label
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.line_joins import runs_on
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import read_number, same_title, title_key
from decisionnlp.segmentation.titles import Found

_BUTTON = 3  # times that a button of the page ("Til oversigten") is printed at least
_LISTS = frozenset({"bilagsoversigt", "bilagsliste"})
_BACK = 40  # lines in which the entry before one of a list is looked for
# "Direktøren indstiller, at;" above "1. Dagsordenen godkendes"
_LEAD_IN = re.compile(
    rf"(?:\bat ?[:;,]?|\b(?:{lexicons.alternatives('line_words', 'leading_in')})\b[^.]{{0,80}}[:;,])$"
)
_AMOUNT = re.compile(r"\d[\d.,]* ?(?:[Kk]r\b|[Mm]io\b|[Mm]ia\b|[Tt]\.?[Kk]r\b|[Pp]ct\b|%)")

# "3. november: Tryk.": a row of a calendar
_DAY = re.compile(
    rf"\d{{1,2}}\. ?(?:{lexicons.alternatives('calendar_words', 'months')})(?: ?:|,? kl\b| (?:19|20)\d\d|$)"
)


def without_others(
    found: Sequence[int], kept: Sequence[Found], lines: Sequence[Line], headings: Mapping[int, Heading], first: int
) -> list[int]:
    """Those of the lines ``found`` (in order, from ``first`` on) that may open an item beside ``kept``."""
    printed = Counter(line.text for line in lines[first:])
    titles = [one.title_first for one in kept]
    named = _all_named(titles, lines)
    order = sorted(headings)
    opening = set(titles)
    for index in found:  # in order: a list goes on from what was refused above it
        if (
            printed[lines[index].text] < _BUTTON
            and not _answers(headings.get(index))
            and not _by_number(index, titles, lines)
            and not (named and index > titles[0] and _plain(lines[index]))
            and not _of_attachments(index, order, headings)
            and not _listed(lines[index], kept)
            and not _of_list(index, opening, lines)
            and not _entry_by_letter(index, kept, titles, lines)
            and _AMOUNT.match(lines[index].text) is None
            and _DAY.match(lines[index].text) is None
        ):
            opening.add(index)
    return [index for index in found if index in opening]


_NAMED = 4  # points that say with a word to be one (``Ad 6``)


def _all_named(titles: Sequence[int], lines: Sequence[Line]) -> bool:
    """Whether the points kept count on without a gap, each with a word before its number."""
    labels = [read_label(lines[index].text) for index in titles]
    values = [label.value for label in labels]
    return (
        len(labels) >= _NAMED
        and all(label.kind == NAMED for label in labels)
        and values == list(range(int(values[0]), int(values[0]) + len(values)))
    )


def _plain(line: Line) -> bool:
    """Whether a line begins with a number alone: an entry of a list, where points say with a word to be one."""
    return line.text[0].isdigit() and read_label(line.text).value > 0


def _of_attachments(index: int, order: Sequence[int], headings: Mapping[int, Heading]) -> bool:
    """Whether a line stands in the list of annexes that closes minutes, which prints their points once more."""
    place = bisect_left(order, index) - 1
    return place >= 0 and headings[order[place]].alone and headings[order[place]].text.lower() in _LISTS


def _answers(heading: Heading | None) -> bool:
    """Whether a line is the heading of an outcome with the outcome behind it: ``Beslutning: Godkendt.``"""
    return heading is not None and heading.kind is ZoneKind.OUTCOME and not heading.alone


def _listed(line: Line, kept: Sequence[Found]) -> bool:
    """Whether a line above the items prints number and title of one of them: a row of the contents list."""
    if not kept or line.index >= kept[0].first:
        return False
    numbered = read_number(line)
    return numbered is not None and any(
        one.number == numbered.number and same_title(title_key(one.title), title_key(numbered.title)) for one in kept
    )


def _by_number(index: int, titles: Sequence[int], lines: Sequence[Line]) -> bool:
    """Whether a line answers the point in which it stands by its number: ``Ad 2: …`` below ``2. Takster``."""
    label = read_label(lines[index].text)
    above = bisect_left(titles, index) - 1
    if above < 0 or not label.value or label.kind != NAMED:
        return False
    own = read_label(lines[titles[above]].text)
    return own.value == label.value and own.kind != label.kind


def _of_list(index: int, opening: set[int], lines: Sequence[Line]) -> bool:
    """Whether a numbered line is the first point of a proposal or goes on from one that opens no item."""
    label = read_label(lines[index].text)
    if not label.value or index == 0 or not lines[index].text[0].isdigit():
        return False  # letters number points of minutes, too
    if label.value == 1:
        return _LEAD_IN.search(lines[index - 1].text) is not None
    for at in range(index - 1, max(index - _BACK, -1), -1):
        other = read_label(lines[at].text)
        if other.kind == label.kind and other.value == label.value - 1:
            return at not in opening
    return False


def _entry_by_letter(index: int, kept: Sequence[Found], titles: Sequence[int], lines: Sequence[Line]) -> bool:
    """Whether a line is an entry ``b) Containere:`` of a list by letters, with its text on the line, inside a numbered point."""
    above = bisect_left(titles, index) - 1
    if above < 0 or not (kept[above].number or "").isdigit() or not runs_on(lines, index):
        return False
    text = lines[index].text
    return (
        text[0].isalpha()
        and text[1:2] in (")", ".")
        and any(_letter(line, text) for line in lines[max(index - _BACK, 0) : index])
    )


def _letter(line: Line, text: str) -> bool:
    """Whether a line carries the letter before that of ``text``, or ``text`` the first one."""
    return text[0].lower() == "a" or (line.text[1:2] == text[1:2] and ord(line.text[0]) == ord(text[0]) - 1)
