"""Titles and what is put to the meeting in one cell of a table without line breaks: ``7 - Haven - Hegn Rådet søger om 20.000 kr.``"""

from __future__ import annotations

import re
from collections.abc import Sequence

from decisionnlp import lexicons
from decisionnlp.extraction.vocabulary import first_names
from decisionnlp.segmentation.lines import Line

_NUMBERED = re.compile(r"(?P<value>\d{1,3}) [-–] (?=\S)")
_LEAST = 4  # points that count on from 1
_ASKED = 3  # of them with text behind their titles
_LONGEST = 120  # characters of a title
_WORDS = re.compile(r"\S+")
_SMALL = frozenset("abcdefghijklmnopqrstuvwxyzæøåé0123456789")
_GOVERNS = re.compile(
    rf"(?:{lexicons.alternatives('title_lines', 'governing')}|{lexicons.alternatives('title_lines', 'before_names')}|&)$",
    re.IGNORECASE,
)


def cell_titles(lines: Sequence[Line]) -> list[tuple[Line, int]]:
    """Where the titles end in lines numbered ``7 - `` that count on from 1 and have a sentence of their own behind the title, what
    was said set apart below it; none where fewer than three are written so."""
    value, found = 0, []
    for line in lines:
        match = _NUMBERED.match(line.text) if line.text[0].isdigit() else None
        if match is None or int(match["value"]) != value + 1:
            continue
        value += 1
        end = capital_border(line.text, match.end())
        if end is not None and line.index + 1 < len(lines) and lines[line.index + 1].gap:
            found.append((line, end))
    return found if value >= _LEAST and len(found) >= _ASKED else []


def capital_border(text: str, begin: int) -> int | None:
    """Before the first capital word behind ``begin`` that neither a dash, a comma, a first name nor a word that governs it ties to the
    title, in a line that ends as a sentence."""
    if not text.endswith((".", "?", "!")):
        return None
    part, named, before = begin, begin, ""  # where a part between dashes begins, and the word before
    for match in _WORDS.finditer(text, begin, begin + _LONGEST):
        word = match.group()
        if word in ("-", "–"):
            part, named, before = match.end() + 1, match.end() + 1, ""
            continue
        free = (
            before
            and (before[0] in _SMALL or named == part)
            and before[-1] not in ",(/-–"
            and not _GOVERNS.match(before)
        )
        if word[0].isupper() and free and before.split("-")[0] not in first_names():
            return match.start()
        named, before = match.start(), word
    return None
