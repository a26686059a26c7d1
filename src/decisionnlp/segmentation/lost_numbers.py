"""Titles that lost their number in the minutes, between the numbered ones: known from the agenda printed above them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import clean_title, closed_title, title_key
from decisionnlp.segmentation.title_series import NUMBER
from decisionnlp.segmentation.titles import Found

_LEAST = 3  # numbered points found
_LETTERS = 5  # of a title at least
_MOST = 60  # numbers of an agenda


def with_lost_numbers(
    items: list[Found], lines: Sequence[Line], headings: Mapping[int, Heading], first: int, last: int
) -> list[Found]:
    """``items`` in ``lines[first:last]`` and between them those whose number is missing where the agenda above has their title."""
    values = [int(item.number) if item.number is not None and item.number.isdecimal() else 0 for item in items]
    counted = sorted({value for value in values if value})
    if len(counted) < _LEAST or counted[-1] - counted[0] >= _MOST:
        return items
    missing = set(range(1, counted[-1] + 1)) - set(counted)
    if not missing:
        return items
    listed = {value: key for value, key in _agenda(lines[first : items[0].first]) if value in missing}
    if not listed:
        return items
    found: list[Found] = []
    for place, item in enumerate(items):
        end = items[place + 1].first if place + 1 < len(items) else min(item.last, last)
        above = values[place]
        following = next((value for value in values[place + 1 :] if value), 0)
        between = [value for value in sorted(listed) if above and above < value < following]
        titles = list(_titles(between, listed, lines, headings, item.title_last, end))
        starts = [*titles, item.last]
        found.append(replace(item, last=starts[0]) if titles else item)
        for index, stop in zip(titles, starts[1:], strict=True):
            text = lines[index].text
            found.append(Found(None, clean_title(text), closed_title(text), index, index, index + 1, stop, "none"))
    return found


def _agenda(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Number and title key of each numbered line."""
    for line in lines:
        match = NUMBER.match(line.text)
        if match is not None:
            key = title_key(line.text[match.end() :])
            if len(key) >= _LETTERS:
                yield int(match["value"]), key


def _titles(
    wanted: Sequence[int], listed: Mapping[int, str], lines: Sequence[Line], headings: Mapping[int, Heading], first: int, last: int
) -> Iterator[int]:  # fmt: skip
    """The lines that are the wanted titles and nothing else, in order, each in a paragraph of its own."""
    at = first
    for value in wanted:
        for index in range(at, last):
            line = lines[index]
            if line.gap and index not in headings and title_key(line.text) == listed[value]:
                yield index
                at = index + 1
                break
