"""Minutes that number their first points and go on without: ``4. Høstfest: …`` above ``Hjemmesiden: …`` / ``Velkomstkurve: …``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import clean_title, closed_title, read_number
from decisionnlp.segmentation.titles import Found

_LEAST = 3  # points that count on, and points without a number
_LABEL = re.compile(r"(?P<title>[A-ZÆØÅ][\wæøå-]{2,}(?: [\wæøå-]+){0,7}):(?: \S|$)")


def with_numbers_above(items: list[Found], lines: Sequence[Line], first: int) -> list[Found]:
    """``items``, where those without a number are labelled paragraphs, and above them every paragraph from ``first`` on that counts from
    1, and behind the last of those every one that is labelled as they are."""
    plain = [item for item in items if item.number is None]
    if len(plain) < _LEAST or [item.number for item in items[len(items) - len(plain) :]] != [None] * len(plain):
        return items
    labels = sum(_LABEL.match(lines[item.title_first].text) is not None for item in plain)
    if 2 * labels <= len(plain):
        return items
    edge = plain[0].first
    counted: list[int] = []
    for index in range(first, edge):
        line = lines[index]
        numbered = read_number(line) if line.gap > 0 and line.text[0].isdigit() else None
        if numbered is not None and numbered.style == "dot" and numbered.value == len(counted) + 1:
            counted.append(index)
    if len(counted) < _LEAST or len(counted) <= len(items) - len(plain):
        return items
    labelled = [
        index
        for index in range(counted[-1] + 1, edge)
        if lines[index].gap > 0 and _LABEL.match(lines[index].text) is not None
    ]
    starts = [*counted, *labelled]
    added = [
        _item(lines[index], number, end)
        for number, (index, end) in enumerate(zip(starts, [*starts[1:], edge], strict=True), 1)
    ]
    return [*added, *plain]


def _item(line: Line, number: int, end: int) -> Found:
    numbered = read_number(line) if line.text[0].isdigit() else None
    label = _LABEL.match(numbered.title if numbered is not None else line.text)
    title = label["title"] if label is not None else ""
    whole = line.text.endswith(":")  # the title stands on a line of its own
    return Found(
        str(number) if numbered is not None else None, clean_title(title), closed_title(title), line.index, line.index,
        line.index + whole, end, "none",
    )  # fmt: skip
