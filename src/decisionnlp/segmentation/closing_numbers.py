"""Points that lost their titles and end with the number of their case on a line of its own, as a region's pages print them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.titles import Found, proposes

_LEAST = 4  # such lines
_CASE = re.compile(r"\d{7,8}$")


def by_closing_numbers(
    items: list[Found], evident: Sequence[Found], lines: Sequence[Line], first: int, last: int
) -> list[Found]:
    """``items``, or one up to each line in ``lines[first:last]`` that is a case number and nothing else, where no item found has a number
    and there are more of those lines than items; the first begins with its proposal."""
    closing = [index for index in range(first, last) if _CASE.match(lines[index].text)]
    if len(closing) < _LEAST or len(closing) <= len(items) or any(item.number is not None for item in items):
        return items
    if len({len(lines[index].text) for index in closing}) > 1 or any(item.title for item in evident):
        return items
    begin = next((index for index in range(first, closing[0]) if proposes(lines[index].text)), None)
    if begin is None:
        return items
    starts = [begin, *(index + 1 for index in closing[:-1])]
    if 2 * sum(proposes(lines[start].text) for start in starts) < len(starts):
        return items
    return [
        Found(None, "", False, start, start, start, end + 1, "none") for start, end in zip(starts, closing, strict=True)
    ]
