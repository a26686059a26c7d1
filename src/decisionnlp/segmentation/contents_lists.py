"""Contents lists among the candidates: titles with their pages, or right below ``Indholdsfortegnelse``, that are printed again below."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from decisionnlp.segmentation.candidates import Candidate
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.titles import GROUP

_PAGED = 3  # titles with a page number below them that make a contents list
IN_CONTENTS = 10.0  # more than a row of titles gains by counting on


def page_numbered(found: Sequence[Candidate], lines: Sequence[Line], headings: Mapping[int, Heading]) -> range:
    """The places in ``found`` of a contents list whose page numbers extraction set on lines of their own (``Takster`` / ``14``), as
    far as a title of it is printed once more below with text."""
    paged = [
        place
        for place, (one, other) in enumerate(itertools.pairwise(found))
        if other.numbered.line == one.title_last + 1
        and len(page := lines[one.title_last].text) <= 4
        and page.isdecimal()
        and one.title_last not in headings
    ]
    if len(paged) < _PAGED:
        return range(0)
    row = range(paged[0], paged[-1] + 1)
    if 2 * len(paged) < len(row):
        return range(0)
    keys = {(found[place].numbered.value, found[place].key[:8]) for place in row}
    if not any((one.numbered.value, one.key[:8]) in keys for one in found[row.stop :]):
        return range(0)
    for place in paged:
        found[place].empty = True
    return row


_PAGE = re.compile(r"(?<=[\w)])(?<!\d) (?P<page>\d{1,3})$")


def ending_in_pages(found: Sequence[Candidate]) -> set[int]:
    """The places in ``found`` of a contents list whose titles end in their pages (``3. Takster 14``): a row without text between its
    titles, the pages never falling, with titles below it that count from 1 or carry text."""
    row: list[int] = []
    best: list[int] = []
    page = 0
    for place, candidate in enumerate(found):
        match = _PAGE.search(candidate.title)
        if match is None or int(match["page"]) < page or (row and row[-1] != place - 1):
            row, page = [], 0
            if match is None:
                continue
        row.append(place)
        page = int(match["page"])
        if len(row) > len(best):
            best = list(row)
        if not candidate.empty:
            row, page = [], 0  # the last title of the list
    if len(best) < _PAGED or all(other.empty or other.numbered.line < found[best[0]].numbered.line for other in found):
        return set()
    again = any(other.numbered.value == 1.0 or not other.empty for other in found[best[-1] + 1 :])
    return set(best) if again else set()


_CONTENTS_LINES = 25  # lines in which the head of a contents list is looked for


def under_contents(found: Sequence[Candidate], lines: Sequence[Line], first: int) -> range:
    """The places in ``found`` of the titles right below ``Indholdsfortegnelse``, with nothing between them but headings of groups;
    none where they count on below the row, as the points of the minutes themselves do."""
    head = next(
        (line.index for line in lines[first : first + _CONTENTS_LINES] if line.text.lower().startswith("indholdsf")),
        None,
    )
    if head is None or lines[head].length > 30:
        return range(0)
    start = next((place for place, one in enumerate(found) if one.numbered.line > head), len(found))
    stop, at = start, head + 1
    while (
        stop < len(found)
        and all(GROUP.match(line.text) for line in lines[at : found[stop].numbered.line])
        and (stop == start or found[stop].numbered.value > found[stop - 1].numbered.value)
    ):
        at = found[stop].title_last
        stop += 1
    if stop - start < _PAGED:
        return range(0)
    after = found[stop] if stop < len(found) else None
    if after is not None and after.numbered.value == found[stop - 1].numbered.value + 1:
        return range(0)
    return range(start, stop)
