"""Titles without number, mark or empty line: known from the lines around them alone, or from the columns of a flattened grid."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from decisionnlp import lexicons
from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.line_joins import goes_on
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import clean_title, closed_title, is_usual, looks_like_sentence, read_number
from decisionnlp.segmentation.titles import FRONT, Found

_COLUMNS = {
    kind: re.compile("(?:" + "|".join(forms) + r")\s*:?$", re.IGNORECASE)
    for kind, forms in lexicons.load("grid_columns").items()
}
_CLOSED = (".", "!", "?", ".”", '."', ".»", ".)")
_LONGEST = 70  # of a title
_LEAST = 4  # titles, for the minutes to be written so
# What fills the column of deadlines.
_WHEN = re.compile(rf"(?:{lexicons.alternatives('line_words', 'when_cells')}) |\W*\d", re.IGNORECASE)


def bare_items(
    lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], first: int, last: int
) -> list[Found]:
    """Items whose titles nothing but their place shows; none where the minutes are not clearly written so."""
    start = _below_columns(lines, first, last)
    places = (
        _in_grid(lines, start, last) if start is not None else _between_paragraphs(lines, widths, headings, first, last)
    )
    if len(places) < _LEAST or not any(is_usual(lines[place].text) for place in places):
        return []
    return [
        Found(
            None, clean_title(lines[index].text), closed_title(lines[index].text), index, index, index + 1, last, "bare"
        )
        for index in places
    ]


def _below_columns(lines: Sequence[Line], first: int, last: int) -> int | None:
    """The line below the column titles of a grid (``Emne`` / ``Indhold`` / ``Referat``), each on a line of its own."""
    for index in range(first, min(first + 30, last)):
        if not _COLUMNS["title"].match(lines[index].text):
            continue
        end, kinds = index, set()
        while end < last and end - index < 6 and lines[end].length <= 40:
            kind = next((kind for kind, pattern in _COLUMNS.items() if pattern.match(lines[end].text)), None)
            if kind is None and end - index < 2:
                break
            if kind is None and not re.search(r"[:/]", lines[end].text):
                break
            kinds.add(kind)
            end += 1
        if end - index >= 3 and "outcome" in kinds:
            return end
    return None


def _titled(line: Line) -> bool:
    text = line.text
    return (
        line.length <= _LONGEST
        and (text[0].isupper() or text[0] in '"»”')
        and (not text.endswith((*_CLOSED, ",", ";", ":", "-")) or text.lower().endswith("evt."))
        and not looks_like_sentence(text)
        and not FRONT.match(text)
        and read_number(line) is None
    )


def _between_paragraphs(
    lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], first: int, last: int
) -> list[int]:
    """Short unfinished lines, each between the full stop of one paragraph and the beginning of the next, where all text is finished."""
    places: list[int] = []
    unfinished = paragraphs = 0
    for index in range(first + 1, last - 1):
        line, above, below = lines[index], lines[index - 1], lines[index + 1]
        front = headings.get(index - 1)
        opens = above.text.endswith(_CLOSED) or (not places and front is not None and front.kind is ZoneKind.ATTENDANCE)
        if (
            opens
            and index not in headings
            and _titled(line)
            and below.text[0].isupper()
            and index + 1 not in headings
            and (below.length > line.length or below.text.endswith(_CLOSED))
            and not goes_on(line, below, widths[index + 1])
        ):
            places.append(index)
        elif places and not goes_on(line, below, widths[index + 1]):
            paragraphs += 1
            unfinished += not line.text.endswith((*_CLOSED, ":"))
    return places if unfinished * 8 <= paragraphs else []


def _in_grid(lines: Sequence[Line], start: int, last: int) -> list[int]:
    """First cells of rows: a short title, at most one short cell about the matter, then what was said in whole sentences."""
    counts = Counter(line.text for line in lines[start:last])
    places: list[int] = []
    for index in range(start, last - 1):
        line = lines[index]
        if places and index == places[-1] + 1:
            continue
        if not _titled(line) or line.length > 45 or counts[line.text] > 1 or _WHEN.match(line.text):
            continue
        if index > start and lines[index - 1].text.endswith(","):
            continue
        below = lines[index + 1]
        told = below if below.text.endswith(_CLOSED) or index + 2 >= last else lines[index + 2]
        if told is not below and (below.length > _LONGEST or _person(below, counts)):
            continue
        if told.text.endswith(_CLOSED) and told.length >= 12 and not _person(line, counts):
            places.append(index)
    return places


def _person(line: Line, counts: Mapping[str, int]) -> bool:
    """Whether a cell is a name, as it is where it stands in several rows."""
    return counts[line.text] > 1 and line.length <= 25
