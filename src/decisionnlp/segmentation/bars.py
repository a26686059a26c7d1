"""Bars of a table that a converter left in a plain text (``| 1. Takster | Godkendt |``): furniture, and each a border between cells."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from decisionnlp.document import Span
from decisionnlp.segmentation.lines import Line

_BAR = re.compile(r"(?:(?<=\s)|^)\|(?=\s|$)")
_RULE = re.compile(r"[|:\s-]*-{3}[|:\s-]*$")
_LEAST = 3  # lines that a bar opens or closes: a menu on one line has its bars between words


def find_bars(lines: Sequence[Line]) -> list[Span]:
    """The bars in lines of a text whose tables they draw, and the rules under their heads; none in any other text."""
    barred = [line for line in lines if "|" in line.text]
    if sum(line.text[0] == "|" or line.text[-1] == "|" for line in barred) < _LEAST:
        return []
    found: list[Span] = []
    for line in barred:
        if _RULE.match(line.text):
            found.append(Span(line.start, line.end))
            continue
        found += (Span(line.start + bar.start(), line.start + bar.end()) for bar in _BAR.finditer(line.text))
    return found


def parted(lines: Sequence[Line], bars: Collection[Span]) -> list[Line]:
    """``lines`` cut where a bar stood inside them; each cell but the first has an empty line above it."""
    places = sorted(bar.start for bar in bars)
    found: list[Line] = []
    at = 0
    for line in lines:
        while at < len(places) and places[at] <= line.start:
            at += 1
        begin = line.start
        while at < len(places) and places[at] < line.end:
            found += _piece(line, begin, places[at], len(found))
            begin, at = places[at] + 1, at + 1
        found += _piece(line, begin, line.end, len(found)) if begin > line.start else [line.but(index=len(found))]
    return found


def _piece(line: Line, begin: int, end: int, index: int) -> list[Line]:
    raw = line.text[begin - line.start : end - line.start]
    text = raw.strip()
    if not text:
        return []
    start = begin + len(raw) - len(raw.lstrip())
    opens = begin == line.start
    return [
        line.but(
            index=index,
            start=start,
            end=start + len(text),
            text=text,
            gap=line.gap if opens else 1,
            cut=line.cut and opens,
        )
    ]
