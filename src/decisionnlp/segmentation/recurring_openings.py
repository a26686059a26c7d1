"""Points whose titles stand in the contents list alone: each begins with the same words, ``Sekretariatet indstiller, at Bestyrelsen …``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from decisionnlp import lexicons
from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.outcome_words import begins_answer
from decisionnlp.segmentation.titles import Found

_LEAST = 4  # points that begin so
_OFTEN = 3  # of them behind the outcome of the one above, on its line
_ROWS = 3  # of a contents list in one line
_NUMBERED = re.compile(r"(?:^|\s)\d{1,2}\. [A-ZÆØÅ]")
_OUTCOME = re.compile(
    rf"(?:{'|'.join(form.capitalize() for form in lexicons.load('zone_headings')[ZoneKind.OUTCOME]['exact'])})\b"
)
# A page's number may stand before them: "4 Sekretariatet indstiller, at …".
_OPENING = re.compile(
    r"(?:^|(?<=[.!?)”\"] ))(?:\d{1,2} )?(?P<words>(?:[A-ZÆØÅ][\wæøå-]{3,40}|Det) (?:indstille[rs]|foreslår|foreslås|anbefale[rs]))\b,? "
)


def recurring_openings(lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """Where the words stand behind the outcome on its line, if they do so often enough, and behind the contents on theirs."""
    found = [(line, match) for line in lines if _OUTCOME.match(line.text) for match in _openings(line)]
    usual = {words for words, times in Counter(match["words"] for _, match in found).items() if times >= _OFTEN}
    if not usual:
        return
    for line, match in found:
        if match["words"] in usual and match.start("words"):
            yield line, match.start("words")
    for line in lines:
        if len(_NUMBERED.findall(line.text)) >= _ROWS:
            yield from ((line, place) for words in usual if (place := line.text.find(words)) > 0)


def _openings(line: Line) -> Iterator[re.Match[str]]:
    if "indstil" in line.text or "foreslå" in line.text or "anbefal" in line.text:
        yield from _OPENING.finditer(line.text)


def by_recurring_openings(
    items: list[Found],
    evident: Sequence[Found],
    lines: Sequence[Line],
    headings: Mapping[int, Heading],
    first: int,
    last: int,
) -> list[Found]:
    """``items``, but the points in ``lines[first:last]`` that begin with the same words, where no item has a title of its own there:
    those above are rows of a contents list, with nothing below them, or the items begin at their headings."""
    opened = {
        index: match["words"]
        for index in range(first, last)
        if (match := _OPENING.match(lines[index].text)) is not None
    }
    usual, times = Counter(opened.values()).most_common(1)[0] if opened else ("", 0)
    if times < _LEAST:
        return items
    places = [index for index, words in opened.items() if words == usual]
    above = [item for item in items if item.first < places[0]]
    inside = [item for item in items if places[0] <= item.first <= places[-1]]
    below = [item for item in items if item.first > places[-1] and item.title]
    # A title that the forests know of is one, too.
    inside += [item for item in evident if places[0] < item.title_first < places[-1]]
    if any(item.title for item in inside) or any(item.title_last + 1 < min(item.last, places[0]) for item in above[1:]):
        return items
    if inside and inside[0].first == places[0]:
        return items  # they were found by these words
    ends = [*places[1:], below[0].first if below else items[-1].last if items else last]
    stretches = [range(index, end) for index, end in zip(places, ends, strict=True)]
    # What answers the first point may be read as the head of the document; where nothing else is found, the words are enough.
    if items and not all(_answered(stretch, lines, headings) for stretch in stretches[1:]):
        return items
    points = [Found(None, "", False, index, index, index, end, "none") for index, end in zip(places, ends, strict=True)]
    return [*points, *below]


def _answered(within: range, lines: Sequence[Line], headings: Mapping[int, Heading]) -> bool:
    """Whether one outcome is told there, below its heading or, where none is printed, on a line that begins as an answer does."""
    told = sum(index in headings and headings[index].kind is ZoneKind.OUTCOME for index in within)
    return told == 1 or (not told and any(begins_answer(lines[index].text) for index in within))
