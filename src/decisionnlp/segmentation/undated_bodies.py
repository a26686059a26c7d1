"""``Kulturudvalget den Godkendt.``: headings of a body and a day that lost the day, as some converters lose it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from decisionnlp import lexicons
from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line

_NAME = r"[A-ZÆØÅ][\wæøå-]*"
_BODY = re.compile(
    rf"(?:(?<=^)|(?<=[\w.,:;)”\"] ))(?P<body>Udvalget for {_NAME}(?:(?:,| og) {_NAME}){{0,4}}"
    rf"|(?:{_NAME}(?: og|, {_NAME} og) )?{_NAME}(?:udvalget|rådet|bestyrelsen))"
    r" den(?: ?:)?(?= [A-ZÆØÅ]|$)"
)
# "Beslutning Kulturudvalget den" is a heading as a whole, which is read elsewhere; "forelægges Byrådet den" is none.
_GOVERNED = re.compile(
    rf"\b(?:[Bb]eslutning(?:er)?:? (?:i |fra |på |af )?|(?:i|af|til|for|fra|på|hos|ved|med|og) |(?:{lexicons.alternatives('line_words', 'going_to')}) )$"
)
_HINT = re.compile(r"(?:udvalget|rådet|bestyrelsen) den|Udvalget for ")
_DAY = re.compile(r"\d{1,2}\.? ")  # a line end between "den" and its day
_LEAST = 3  # times that a text prints one


def undated_bodies(lines: Sequence[Line]) -> list[tuple[Line, int, int, str]]:
    """Each such heading as its line, start, end and body; none unless the same one comes often enough to be no chance."""
    found = [
        (line, match.start(), match.end(), match["body"])
        for place, line in enumerate(lines)
        if " den" in line.text and _HINT.search(line.text)
        for match in _BODY.finditer(line.text)
        if _GOVERNED.search(line.text, max(match.start() - 24, 0), match.start()) is None
        and not (match.end() == line.length and place + 1 < len(lines) and _DAY.match(lines[place + 1].text))
    ]
    if not found:
        return []
    times = Counter(body for *_, body in found)
    return [one for one in found if times[one[3]] >= _LEAST]


def undated_headings(lines: Sequence[Line], headings: Mapping[int, Heading]) -> dict[int, Heading]:
    """``headings``, and lines that begin with a heading that lost its day."""
    found = {
        line.index: Heading(
            line.index,
            ZoneKind.OUTCOME,
            line.start + start,
            line.start + end,
            line.text[start:end].rstrip(" :"),
            end == line.length,
            body=body,
        )
        for line, start, end, body in undated_bodies(lines)
        if start == 0 and line.index not in headings
    }
    return dict(sorted({**headings, **found}.items())) if found else dict(headings)
