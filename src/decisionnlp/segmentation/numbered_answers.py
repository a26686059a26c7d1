"""``Punkt 3: Godkendt.`` or ``Beslutning for Punkt 3: Takster``: what was decided on a point, told by the point's own number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line

# A page's header may stand before it: "Byrådets møde 28. november 2005 Punkt 3: Godkendt."
_ANSWER = re.compile(r"(?:[^.:]{0,80}? )?(?P<mark>(?:Punkt|PUNKT|Pkt\.?|Ad\.?) ?(?P<number>\d{1,3}):)(?:\s|$)")
_NUMBER = re.compile(r"(?P<number>\d{1,3})[.)]? +(?=[A-ZÆØÅ\"”»])")
_HINT = re.compile(r"P(?:unkt |UNKT |kt)|Ad")
_LEAST = 3  # points answered so
_MOST = 0.75  # share of such lines at least that answer the point they stand in

# "Beslutning for Punkt 3: Takster", below "Punkt 3: Takster".
_TITLED = re.compile(r"(?P<before>Beslutning for )punkt (?P<number>\d{1,3})(?::|\.|$)", re.IGNORECASE)
_POINT = re.compile(r"punkt (?P<number>\d{1,3})\b", re.IGNORECASE)
_LONGEST = 240  # characters of such a line; it holds the title once more


def decided_by(text: str) -> int:
    """How many characters stand before the point in ``Beslutning for Punkt 3: Takster``; 0 in any other line."""
    match = _TITLED.match(text) if text[0] in "Bb" else None
    return match.end("before") if match is not None else 0


def titled_answers(lines: Sequence[Line], headings: Mapping[int, Heading]) -> dict[int, Heading]:
    """``headings``, and as one of the outcome each last ``Beslutning for Punkt 3: Takster`` that stands below its ``Punkt 3``.

    A contents list may print such a line, too; one whose point is not printed above it opens the point and is no heading.
    """
    answers: dict[int, Heading] = {}
    opened: set[int] = set()
    for line in lines:
        match = _TITLED.match(line.text) if line.text[0] in "Bb" and line.length <= _LONGEST else None
        if match is not None:
            number = int(match["number"])
            if number in opened:
                answers[number] = Heading(
                    line.index, ZoneKind.OUTCOME, line.start, line.end, line.text.rstrip(":"), True
                )
            continue
        point = _POINT.match(line.text) if line.text[0] in "Pp" else None
        if point is not None:
            opened.add(int(point["number"]))
    found = {one.line: one for one in answers.values() if one.line not in headings}
    return dict(sorted({**headings, **found}.items())) if found else dict(headings)


def numbered_answers(lines: Sequence[Line], headings: Mapping[int, Heading]) -> dict[int, Heading]:
    """``headings``, and where a text answers its points by their numbers, each such mark as a heading of the outcome.

    ``Ad 1:``, ``Ad 2:`` inside one point answer its proposals and are none, nor is ``Punkt 3: Takster`` that opens a point.
    """
    found: dict[int, Heading] = {}
    point, told, finished, numbered = 0, 0, 0, 0
    for line in lines:
        if not line.text:
            continue
        number = _NUMBER.match(line.text) if line.text[0].isdigit() and line.index not in headings else None
        if number is not None:
            point = int(number["number"])
            numbered += 1
            continue
        answer = _ANSWER.match(line.text) if _HINT.search(line.text, 0, 90) else None
        if answer is None or line.index in headings:
            continue
        told += 1
        if int(answer["number"]) != point:
            continue
        rest = line.text[answer.end() :].strip()
        finished += not rest or rest.endswith((".", "!", "?"))
        found[line.index] = Heading(
            line.index,
            ZoneKind.OUTCOME,
            line.start + answer.start("mark"),
            line.start + answer.end("mark"),
            answer["mark"].rstrip(":"),
            not rest and not answer.start("mark"),
        )
        point = 0
    if len(found) < _LEAST or len(found) < _MOST * told or 2 * finished < len(found) or 2 * len(found) < numbered:
        return dict(headings)
    return dict(sorted({**headings, **found}.items()))
