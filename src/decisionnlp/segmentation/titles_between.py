"""Titles that lost their number inside running text whose other titles are numbered: in front of the heading of a case when the point
above was decided (``… til mødet i maj. Beboerkursus Sagsfremstilling …``), and usual ones where one number is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from decisionnlp import lexicons
from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import (
    clean_title,
    closed_title,
    is_unnumbered_title,
    looks_like_sentence,
    read_number,
    tells,
)
from decisionnlp.segmentation.titles import Found

_HEADINGS = lexicons.load("zone_headings")
_FORMS = frozenset(
    form.lower() for kind in (ZoneKind.CASE, ZoneKind.OUTCOME, ZoneKind.PROPOSAL) for form in _HEADINGS[kind]["exact"]
)
_BLANKS = 1  # between two pieces of one line
_LEAST = 3  # numbered titles right above such a heading
_TITLE = re.compile(r"(?<=[.!?)] )[A-ZÆØÅ][^.!?]{3,90}$")
_USUAL = re.compile(r"(?:(?<=[.!?)] )|(?<=[.!?)] \d )|(?<=[.!?)] \d\d ))(?P<title>[A-ZÆØÅ][a-zæøå]{3,20}) (?=[A-ZÆØÅ])")


def titles_between(lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """Where such a title begins, and where it ends if its text stands behind it; the lines are cut at numbers and headings already."""
    if sum(_is_form(below) and _numbered(line) is not None for line, below in pairwise(lines)) >= _LEAST:
        for line, below in pairwise(lines):
            match = _TITLE.search(line.text) if _is_form(below) and _numbered(line) is None else None
            if match is not None and _reads_as_title(match.group()):
                yield line, match.start()
    for above, following in _gaps(lines):
        found = [
            (line, match)
            for line in lines[above + 1 : following]
            for match in _USUAL.finditer(line.text)
            if is_unnumbered_title(match["title"])
        ]
        if len(found) == 1:
            line, match = found[0]
            yield line, match.start("title")
            yield line, match.end("title")


def with_titles_between(items: list[Found], lines: Sequence[Line], headings: Mapping[int, Heading]) -> list[Found]:
    """``items``, the numbered ones cut at such titles, which stand on lines of their own now."""
    alone = {index for above, below in _gaps(lines) for index in _usual_alone(lines, above, below)}
    found: list[Found] = []
    for item in items:
        starts = [] if item.value is None else [i for i in range(item.title_last + 1, item.last - 1) if i in alone]
        starts += _above_cases(item, lines, headings) if item.value is not None and not starts else []
        ends = [*starts, item.last]
        found.append(replace(item, last=ends[0]))
        for index, end in zip(starts, ends[1:], strict=True):
            text = lines[index].text
            found.append(Found(None, clean_title(text), closed_title(text), index, index, index + 1, end, "none"))
    return found


def _is_form(line: Line) -> bool:
    return line.text.lower().rstrip(" :") in _FORMS


def _numbered(line: Line) -> int | None:
    """The number of a title cut from its text."""
    numbered = read_number(line) if line.text[0].isdigit() else None
    whole = numbered is not None and numbered.style == "dot" and numbered.value.is_integer()
    return int(numbered.value) if whole and numbered is not None and numbered.title[:1].isupper() else None


def _gaps(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Pairs of lines with titles between whose numbers one is missing, where the others count on."""
    counted = [(line.index, value) for line in lines if line.gap and (value := _numbered(line)) is not None]
    if sum(below == above + 1 for (_, above), (_, below) in pairwise(counted)) < _LEAST:
        return []
    return [(one, other) for (one, above), (other, below) in pairwise(counted) if below == above + 2]


def _usual_alone(lines: Sequence[Line], above: int, below: int) -> list[int]:
    found = [i for i in range(above + 1, below) if lines[i].gap and is_unnumbered_title(lines[i].text)]
    return found if len(found) == 1 else []


def _reads_as_title(text: str) -> bool:
    return not looks_like_sentence(text) and not tells(text)


def _above_cases(item: Found, lines: Sequence[Line], headings: Mapping[int, Heading]) -> list[int]:
    """The lines right above another heading of the form that opens the item's own text, below what was decided of it."""
    starts: list[int] = []
    decided = False
    opening = lines[item.title_last].text.lower() if item.title_last < item.last else ""
    for index in range(item.title_last, item.last - 1):
        below = lines[index + 1]
        if index in headings:
            decided = decided or headings[index].kind is ZoneKind.OUTCOME
        elif decided and index + 1 in headings and _opens(below, opening, lines[index]) and _cut_title(lines, index):
            starts.append(index)
            decided = headings[index + 1].kind is ZoneKind.OUTCOME
    return starts


def _opens(heading: Line, opening: str, title: Line) -> bool:
    """Whether a heading opens a point: as the one above does, or nothing but what was decided is told of a closed one."""
    return _is_form(heading) and (heading.text.lower() == opening or closed_title(title.text))


def _cut_title(lines: Sequence[Line], index: int) -> bool:
    """Whether a line may be a title that stood behind a sentence's end."""
    line, above = lines[index], lines[index - 1]
    running = line.start - above.end <= _BLANKS and above.text.endswith((".", "!"))
    return running and line.text[0].isupper() and line.text[-1] not in ".!?,;:" and _reads_as_title(line.text)
