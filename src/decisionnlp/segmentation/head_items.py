"""Items by the evidence of each line, where what was found before leaves lines out or took lines that are none.

The rules read the layouts they know; the forests of ``head_model.py`` have seen how strangers' pages look. Which of the two is
believed depends on what the rules found: points that count on, points that each hold a heading of their outcome, or neither.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import Enum

import numpy as np

from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.head_lines import Label, read_label
from decisionnlp.segmentation.head_model import Vector, head_model
from decisionnlp.segmentation.head_refusals import without_others
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lettered_points import letter_follows
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbered_answers import decided_by
from decisionnlp.segmentation.numbering import clean_title, closed_title
from decisionnlp.segmentation.titles import Found, read_title, with_meta

SURE = 0.7  # chance from which a line opens an item that was not found
_PERHAPS = 0.3  # the same where the line stands as others do that are sure
UNLIKELY = 0.03  # chance below which a line opens none
_LABELLED = 0.9  # share of items with a number
_COUNTED = 0.85  # share of steps by one
_HEADED = 0.7  # share of items that hold a heading of their outcome
_PLAIN = 5  # items that count on and hold their outcomes
_NEAR = 6  # lines from a title to the heading below it
_FEW = 4  # lines at least in which items are looked for where none was found
_ROW = 4  # items whose numbers count on: not all of them are taken away
_LONG = 110  # characters of a title
# A title with its text on the same line: "Økonomi: Kassereren fortalte …", "Økonomi. Kassereren …", "Økonomi – kassereren …"
_ENDS = re.compile(r"(?<=\w)(?::\s+(?=\S)|[.?!]\s+(?=[A-ZÆØÅ])|\s+[–-]\s+(?=\S))")


class Belief(Enum):
    """Who is believed about the items of a meeting."""

    RULES = "rules"  # nothing is changed
    LESS = "less"  # lines are taken away
    FORESTS = "forests"  # lines are added and taken away


def belief(
    opened: Sequence[Found], lines: Sequence[Line], headings: Mapping[int, Heading], last: int
) -> Belief:  # fmt: skip
    """Who is believed, by what the rules found. Measured on pages that the rules had not seen
    (``eval/results/error-analysis.md``):
    lists inside a point look like titles where points without numbers hold the headings, so nothing is added there; many points that
    count on and hold their headings leave nothing to mend."""
    if not _hold_outcomes(opened, headings, last):
        return Belief.FORESTS
    if not _count_on(opened, lines):
        return Belief.LESS
    return Belief.RULES if len(opened) >= _PLAIN else Belief.FORESTS


def evident_items(
    opened: list[Found], lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], first: int, last: int
) -> list[Found]:  # fmt: skip
    """``opened`` with the lines of ``lines[first:last]`` that are very likely items of their own, and without those that are very
    likely none."""
    if last - first < (2 if opened else _FEW):
        return opened
    believed = belief(opened, lines, headings, last)
    if believed is Belief.RULES:
        return opened
    kept, more = judged(believed, opened, lines, headings, first, head_model().chances(lines[first:last], headings))
    if not more and len(kept) == len(opened):
        return opened
    added = [_found(lines, widths, headings, index, first, last) for index in more]
    return _apart(sorted([*kept, *added], key=lambda found: found.title_first))


def judged(
    believed: Belief, opened: Sequence[Found], lines: Sequence[Line], headings: Mapping[int, Heading], first: int, chances: Vector
) -> tuple[list[Found], list[int]]:  # fmt: skip
    """Those of ``opened`` that stay, and the lines that open an item beside them, in order, by the ``chances`` of the lines from ``first``
    on."""
    if believed is Belief.RULES:
        return list(opened), []
    places = {found.title_first - first for found in opened}
    less = {place for place in places if 0 <= place < len(chances) and chances[place] < UNLIKELY}
    less -= {found.title_first - first for found in _by_the_clock(opened, lines)}
    if less and _count_on(opened, lines):  # "1a", "1b" above "2": neither is a number by chance
        pairs = [pair for pair in itertools.pairwise(opened) if letter_follows(pair[0].number, pair[1].number)]
        less -= {found.title_first - first for pair in pairs for found in pair}
    for one, other in itertools.pairwise(opened) if less else ():  # "A: Forslag om skur" above "B: Forslag om hegn"
        if other.title_first - first not in less and _letters_on(lines[one.title_first], lines[other.title_first]):
            less.discard(one.title_first - first)
    if (
        less
        and len(opened) >= _ROW
        and [found.number for found in opened[:2]] == ["1", "2"]
        and _count_on(opened, lines)
    ):
        less.discard(opened[0].title_first - first)  # else the row would begin with its second point
    if len(opened) >= _ROW and 2 * len(less) > len(opened) and _count_on(opened, lines):
        less = set()  # a form of title that the forests do not know, rather than a row of numbers by chance
    likely: set[int] = set() if believed is Belief.LESS else set(np.flatnonzero(chances > SURE).tolist()) - places
    likely |= _as_the_others(likely, opened, chances, first)
    # A point that lost its title begins with a heading, which looks like no title; one whose title is found now goes with it.
    kept = [
        found
        for found in opened
        if found.title_first - first not in less
        or found.style == "decided"  # what the body did stands right below
        or decided_by(lines[found.title_first].text)  # the forests know such a line as a heading
        or (found.style == "untitled" and not any(0 < found.title_first - first - place <= _NEAR for place in likely))
    ]
    taken = {
        index for found in opened for index in range(found.first, max(found.title_last, found.title_first + 1))
    }  # fmt: skip
    # Below a title stands its number, below the slot of a point without one what was said.
    taken |= {
        found.title_last
        for found in opened
        if (found.style == "told" and found.title_last > found.title_first)
        or (found.style == "time" and not found.title)
    }
    open_lines = [index for index in sorted(first + place for place in likely) if index not in taken]
    return kept, without_others(open_lines, kept, lines[: first + len(chances)], headings, first)


def _as_the_others(likely: set[int], opened: Sequence[Found], chances: Vector, first: int) -> set[int]:
    """Less likely lines that stand above a point without a title just as far as the likely ones stand above the others."""
    untitled = [found.title_first - first for found in opened if found.style == "untitled"]
    steps = Counter(step for place in untitled for step in range(1, _NEAR + 1) if place - step in likely)
    step, times = steps.most_common(1)[0] if steps else (0, 0)
    if times < _ROW or 2 * times <= len(untitled):
        return set()
    return {place - step for place in untitled if place >= step and chances[place - step] > _PERHAPS}


def _letters_on(one: Line, other: Line) -> bool:
    """Whether two lines begin with letters that follow each other, with the same mark behind them."""
    marks = one.text[1:2], other.text[1:2]
    return (
        one.text[0].isalpha()
        and marks[0] == marks[1]
        and marks[0] in (":", ")", ".")
        and ord(other.text[0]) == ord(one.text[0]) + 1
    )


# "17.00-17.15": the slot of a point.
_SLOT = re.compile(r"(?:[Kk]l\.? ?)?(?P<from>\d{1,2}[.:]\d\d) ?[-–] ?(?P<to>\d{1,2}[.:]\d\d)\b")


def _by_the_clock(opened: Sequence[Found], lines: Sequence[Line]) -> list[Found]:
    """Those of ``opened`` whose slot of time begins where the slot of the item above ends, and the items above them."""
    slots = [_SLOT.match(lines[found.title_first].text) if found.style == "time" else None for found in opened]
    return [
        found
        for place, (above, slot) in enumerate(itertools.pairwise(slots))
        if above is not None and slot is not None and above["to"] == slot["from"]
        for found in opened[place : place + 2]
    ]


def _apart(items: Sequence[Found]) -> list[Found]:
    """The items in order; one that begins inside the title of the one above is part of that title."""
    found: list[Found] = []
    for item in items:
        if found and item.title_first < found[-1].title_last:
            continue
        if found and item.first < max(found[-1].title_last, found[-1].title_first + 1):
            item = replace(item, first=item.title_first)
        found.append(item)
    return found


def _count_on(opened: Sequence[Found], lines: Sequence[Line]) -> bool:
    """Whether at least two items were found and nearly all have a number that counts on."""
    if len(opened) < 2:
        return False
    values = [value for found in opened if (value := _value(found, lines))]
    steps = sum(other == one + 1 for one, other in itertools.pairwise(values))
    if steps < _COUNTED * (len(values) - 1):
        steps += sum(letter_follows(one.number, other.number) for one, other in itertools.pairwise(opened))
    return len(values) >= _LABELLED * len(opened) and steps >= _COUNTED * (len(values) - 1)


def _value(found: Found, lines: Sequence[Line]) -> int:
    """What the number of an item counts, also one that stands below its title (``Sag nr. 63``); 0 for none."""
    number = found.number or ""
    number = number[:-1] if number[-1:].isalpha() else number  # "2a"
    return int(number) if number.isdecimal() else read_label(lines[found.title_first].text).value


def _hold_outcomes(opened: Sequence[Found], headings: Mapping[int, Heading], last: int) -> bool:
    """Whether most items hold a line that is a heading of their outcome."""
    if not opened:
        return False
    firm = sorted(
        index for index, one in headings.items() if one.kind is ZoneKind.OUTCOME and one.alone and not one.weak
    )
    ends = [*(found.title_first for found in opened[1:]), last]
    held = sum(
        bisect_right(firm, found.title_first) < bisect_left(firm, end) for found, end in zip(opened, ends, strict=True)
    )
    return held >= _HEADED * len(opened)


def _found(
    lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], index: int, first: int, last: int
) -> Found:
    text = lines[index].text
    label = read_label(text)
    rest = text[label.end :]
    opening = with_meta(lines, index, first)
    end = _ENDS.search(rest)
    if end is not None and (len(rest) > _LONG or rest.endswith((".", "!"))):
        title = rest[: end.start()] if end.start() <= _LONG else ""
        return Found(_number(text, label), clean_title(title), closed_title(title), opening, index, index, last, "told")
    title, title_last = read_title(lines, widths, headings, index, last, None)
    title = title.removeprefix(text[: label.end].rstrip()).lstrip()
    return Found(
        _number(text, label), clean_title(title), closed_title(title), opening, index, title_last, last, "evident"
    )


def _number(text: str, label: Label) -> str | None:
    """The number as it is printed; None where a mark stands in its place."""
    printed = re.search(r"\d+(?:[./-]\d+)?", text[: label.end])
    if printed is not None:
        return printed.group()
    return text[: label.end].strip(" .:()") or None if label.value else None
