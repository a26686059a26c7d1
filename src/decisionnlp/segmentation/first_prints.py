"""Items that begin at an earlier print of their title: pages of an old web system, one a point, put the bare title on top of the
body's name, the day of the meeting and the point with its number."""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import KEY_BEGINS, key_begins, title_key
from decisionnlp.segmentation.titles import Found

_FAR = 16  # lines between the first print and the point
_ANNEXES = re.compile(r"\bbilags?(?:oversigt|liste|fortegnelse)\W*$", re.IGNORECASE)
_SAME = 12  # letters by which two prints of a title are compared in a closing list
_FARTHEST = 300  # where the point's number stands below the heading of its outcome
_LETTERS = 8  # of a title at least
_LEAST = 2  # points printed so


def at_first_prints(
    items: list[Found], lines: Sequence[Line], headings: Mapping[int, Heading], first: int
) -> list[Found]:
    """``items`` in ``lines[first:]``, each from the first print of its title on where most of them have one behind the point above;
    as they are otherwise."""
    items = _without_annexes(items, lines)
    kept = _without_prints(items)
    places: list[int] = []
    floor = first
    for item in kept:
        key = title_key(item.title)
        # "Beslutning" / "Dagsordenspunkt 2: Takster": the number stands with the outcome, far below the title.
        over = headings.get(item.first - 1)
        outcome = over is not None and over.alone and over.kind is ZoneKind.OUTCOME
        far = _FARTHEST if outcome else _FAR
        above = range(max(floor, item.first - far), item.first) if len(key) >= _LETTERS else range(0)
        begins, letters = (None, key[:KEY_BEGINS]), frozenset(key)
        # (A line that begins otherwise or has not all of the letters cannot print it: a cheap look.)
        place = next(
            (
                index
                for index in above
                if len(text := lines[index].text) >= len(key)
                and key_begins(text) in begins
                and letters.issubset(text.lower())
                and title_key(text) == key
            ),
            item.first,
        )
        between = (headings[index].kind for index in range(place, item.first) if index in headings)
        places.append(item.first if ZoneKind.OUTCOME in between and not outcome else place)
        floor = max(item.title_last, item.title_first + 1)
    moved = sum(place < item.first for place, item in zip(places, kept, strict=True))
    if moved < _LEAST or 3 * moved < 2 * len(kept):
        return items
    ends = [*places[1:], kept[-1].last]
    return [replace(item, first=place, last=end) for item, place, end in zip(kept, places, ends, strict=True)]


def _without_annexes(items: list[Found], lines: Sequence[Line]) -> list[Found]:
    """``items`` without the rows of a closing list of bilag, which prints number and title of each point once more."""
    known: set[tuple[str, str]] = set()
    highest = 0
    for place, item in enumerate(items):
        value = item.value or 0
        key = (item.number or "", title_key(item.title)[:_SAME])
        listed = value and value < highest and _ANNEXES.search(lines[item.first - 1].text) is not None
        if listed and key in known and all(_again(other, known) for other in items[place:]):
            return items[:place]
        known.add(key)
        highest = max(highest, value)
    return items


def _again(item: Found, known: Container[tuple[str, str]]) -> bool:
    return (item.number or "", title_key(item.title)[:_SAME]) in known


def _without_prints(items: list[Found]) -> list[Found]:
    """``items`` without those that are a bare print of the numbered title next below."""
    return [
        item
        for item, below in itertools.zip_longest(items, items[1:])
        if below is None
        or item.number is not None
        or below.first - item.first > _FAR
        or len(own := title_key(below.title)) < _LETTERS
        or not title_key(item.title).startswith(own)
    ]
