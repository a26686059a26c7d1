"""Points that a page glues to the text above them and that count on: ``… til oktober13/2. Tankvogn``, ``… godkendtAd 2. Meddelelser``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from decisionnlp.segmentation.lines import Line

# "12/1. Regnskab": the case of the year and the point of the meeting.
_DOUBLE = re.compile(r"(?P<case>\d{1,8})/(?P<point>\d{1,3})\. ?(?=[A-ZÆØÅ])")
_AD = re.compile(r"(?<![A-ZÆØÅa-zæøå] )Ad (?P<point>\d{1,2})\. ?(?=[A-ZÆØÅ])")
# Where a title ends without a space: "dagsordenDagsordenen", "2008Rådet", "Evt.Intet", "Tove312 ud af".
_EDGE = re.compile(r"[a-zæøå\d)](?:(?=[A-ZÆØÅ][a-zæøå])|[.?!](?=[A-ZÆØÅ])|(?<!\d)(?=\d))")
# "… hundene må løbe. Ad. 8a) Kragefælder": a point taken in behind the one of its number.
_ANY_AD = re.compile(r"(?:(?<=[.!?] )|^)Ad\.? ?(?P<point>\d{1,2})(?P<letter>[a-d]?)[.:)] ?(?=[A-ZÆØÅ\"”»])")
_LONGEST = 160  # characters of a title
_LEAST = 3


def glued_points(lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """Offsets in lines where such a point begins, and where its title ends if text is glued to that, too."""
    for place, start in _double(lines):
        yield lines[place], start
    yield from _lettered(lines)
    run = _counted_ads(lines)
    if sum(start > 0 and not lines[place].text[start - 1].isspace() for place, start, _ in run) < _LEAST:
        return
    for place, start, after in run:
        line = lines[place]
        yield line, start
        following = _AD.search(line.text, after, after + _LONGEST)
        stop = following.start() if following is not None else min(after + _LONGEST, line.length)
        edge = _EDGE.search(line.text, after, stop)
        if edge is not None:
            yield line, edge.end()


def double_numbers(lines: Sequence[Line]) -> set[int]:
    """Indices of the lines that open with the number of a case and of a point, each counting on from the line above."""
    return {lines[place].index for place, start in _double(lines) if start == 0}


_OF_YEAR = re.compile(r"(?P<count>\d{1,4})/(?P<year>\d{2,4}):? +(?=[A-ZÆØÅ\"”»])")
_DAYS, _MONTHS = 31, 12
_COUNTED_ON = 2  # steps by one within the same year's count, for its numbers to be those of points


def all_days(counts: Iterable[int], year: str) -> bool:
    """Whether counts and what stands behind their stroke may all be days of one month: ``7/11 Basar``, ``8/11 Oprydning``."""
    return len(year) == 2 and int(year) <= _MONTHS and all(count <= _DAYS for count in counts)


def counts_of_year(lines: Sequence[Line]) -> set[int]:
    """Indices of the lines that open with the year's count of cases, counting on: ``61/09 Takster``, ``62/09 Havnen``."""
    years: dict[str, list[tuple[int, int]]] = {}
    for line in lines:
        match = _OF_YEAR.match(line.text) if line.text[0].isdigit() and "/" in line.text[:5] else None
        if match is not None:
            years.setdefault(match["year"], []).append((int(match["count"]), line.index))
    return {
        index
        for year, counts in years.items()
        if sum(below == above + 1 for (above, _), (below, _) in pairwise(counts)) >= _COUNTED_ON
        and not all_days((count for count, _ in counts), year)
        for _, index in counts
    }


def _double(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Places and offsets of double numbers in which both numbers count on by one, from the first point."""
    run: list[tuple[int, int]] = []
    case = point = 0
    for place, line in enumerate(lines):
        if "/" not in line.text:
            continue
        for match in _DOUBLE.finditer(line.text):
            digits, value = match["case"], int(match["point"])
            if value == 1 and len(run) < _LEAST:
                run, case = [(place, match.start())], int(digits[-4:])
            elif run and value == point + 1 and digits.endswith(str(case + 1)):
                case += 1
                # The year at the end of the text above may stand before the number: "… for 200618/7. Personsag".
                run.append((place, match.end("case") - len(str(case))))
            else:
                continue
            point = value
    return run if len(run) >= _LEAST else []


def _counted_ads(lines: Sequence[Line]) -> list[tuple[int, int, int]]:
    """Places, offsets and ends of ``Ad 1.``, ``Ad 2.`` … that count on from 1."""
    run: list[tuple[int, int, int]] = []
    for place, line in enumerate(lines):
        for match in _AD.finditer(line.text) if "Ad " in line.text else ():
            if int(match["point"]) == len(run) + 1:
                run.append((place, match.start(), match.end()))
    return run


def _lettered(lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """Points with a letter inside a line, directly behind the point of their number in the count."""
    value = 0
    for line in lines:
        for match in _ANY_AD.finditer(line.text) if "Ad" in line.text else ():
            if not match["letter"]:
                value = int(match["point"])
            elif int(match["point"]) == value and match.start():
                yield line, match.start()
