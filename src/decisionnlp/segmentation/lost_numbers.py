"""Points that the row of numbers lacks: titles that lost theirs, known from the agenda printed above, and the first ones where those
are told in sentences (``1. Formanden bød velkommen …``) and the titles begin behind them; and those it has too many, entries that a
converter numbered like their titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import clean_title, closed_title, read_number, title_key
from decisionnlp.segmentation.title_series import NUMBER
from decisionnlp.segmentation.titles import Found

_LEAST = 3  # numbered points found
_LETTERS = 5  # of a title at least
_MOST = 60  # numbers of an agenda
_TITLE_LENGTH = 40  # characters up to which a line may be a title
_MOST_FIRST = 5  # the number of the first point found, where those above it are looked for
_FAR = 12  # lines of one of those


def with_lost_numbers(
    items: list[Found], lines: Sequence[Line], headings: Mapping[int, Heading], first: int, last: int
) -> list[Found]:
    """``items`` in ``lines[first:last]`` and between them those whose number is missing where the agenda above has their title."""
    values = _values(items)
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
    for place, (item, above, following) in enumerate(zip(items, values, _following(values), strict=True)):
        end = items[place + 1].first if place + 1 < len(items) else min(item.last, last)
        between = [value for value in sorted(listed) if above and above < value < following]
        titles = list(_titles(between, listed, lines, headings, item.title_last, end))
        starts = [*titles, item.last]
        found.append(replace(item, last=starts[0]) if titles else item)
        for index, stop in zip(titles, starts[1:], strict=True):
            text = lines[index].text
            found.append(Found(None, clean_title(text), closed_title(text), index, index, index + 1, stop, "none"))
    return found


def _values(items: Sequence[Found]) -> list[int]:
    """The number of each item; 0 for none."""
    return [item.value or 0 for item in items]


def _following(values: Sequence[int]) -> list[int]:
    """For each value the next one behind it that is not 0; 0 for none."""
    found, following = [], 0
    for value in reversed(values):
        found.append(following)
        following = value or following
    return found[::-1]


def without_set_in(items: list[Found], lines: Sequence[Line]) -> list[Found]:
    """``items`` without those that stand set in right below another one, where a converter numbered them all 1: entries of its list."""
    ones = [item for item in items if item.number == "1"]
    if len(ones) < _LEAST or 2 * len(ones) <= len(items):
        return items
    edge = min(lines[item.title_first].indent for item in ones)
    found: list[Found] = []
    for item in items:
        line = lines[item.title_first]
        if item.number == "1" and line.indent > edge and not line.gap and line.length > _TITLE_LENGTH and found:
            found[-1] = replace(found[-1], last=item.last)
        else:
            found.append(item)
    return found


_FIRST = re.compile(r"1\.\s")
_COUNTED = re.compile(r"\d{1,2}\.\s")
_NESTED = 4  # titles that each count anew, above lists set in


def with_each_first(items: list[Found], lines: Sequence[Line], first: int, last: int) -> list[Found]:
    """``items``, or one for each line numbered 1 at the edge where a web page counts every title anew and sets in the list below it."""
    counted = [line for line in lines[first:last] if line.text[0].isdigit() and _COUNTED.match(line.text)]
    edge = min((line.indent for line in counted), default=0)
    titles = [line.index for line in counted if line.indent == edge]
    if len(titles) < _NESTED or not all(_FIRST.match(lines[index].text) for index in titles):
        return items
    if any(item.title and _COUNTED.match(lines[item.title_first].text) is None for item in items):
        return items  # titles of their own: these are points of proposals
    below = [lines[index + 1] for index in titles if index + 1 < last]
    lists = sum(line.indent > edge and _FIRST.match(line.text) is not None for line in below)
    if 2 * lists <= len(titles) or [item.title_first for item in items if item.title_first >= titles[0]] == titles:
        return items
    found = [item for item in items if item.last <= titles[0]]
    end = items[-1].last if items else last
    for index, stop in zip(titles, [*titles[1:], max(end, titles[-1] + 1)], strict=True):
        title = lines[index].text[2:].strip()
        found.append(Found("1", clean_title(title), closed_title(title), index, index, index + 1, stop, "dot"))
    return found


def with_first_numbers(items: list[Found], lines: Sequence[Line], first: int) -> list[Found]:
    """``items``, and before them the points from 1 on that are told in sentences of their own, each set apart."""
    values = _values(items)
    if len(items) < _LEAST or not 1 < values[0] <= _MOST_FIRST or values[1] != values[0] + 1:
        return items
    end, wanted = items[0].first, values[0] - 1
    added: list[Found] = []
    for index in range(items[0].first - 1, first - 1, -1):
        line = lines[index]
        match = NUMBER.match(line.text) if line.text[0].isdigit() and read_number(line) is not None else None
        if match is None or int(match["value"]) != wanted:
            if line.text[0].isdigit() and match is not None:
                return items  # another row of numbers
            continue
        last = lines[end - 1].text
        if not line.gap or not last.endswith((".", "!")) or end - index > _FAR:
            return items
        added.append(Found(str(wanted), "", False, index, index, index, end, items[0].style))
        end, wanted = index, wanted - 1
        if not wanted:
            return [*added[::-1], *items]
    return items


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
