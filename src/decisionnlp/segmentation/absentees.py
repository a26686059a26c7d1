"""Absentees inside a line: with the outcome behind them (``Afbud: Mona Bak Drøftet.``), which a page may print under every point, or
behind the outcome."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.outcome_words import CAPITAL_ANSWERS

# "Ikke til stede: Nanna Vorup Dagsordenen godkendt."
_TOLD = re.compile(
    rf"\b(?:Ikke til stede|Fraværende|Afbud)(?: fra)?: ?[^.:]{{3,300}}?(?= (?:{CAPITAL_ANSWERS})\b"
    r"| [A-ZÆØÅ][a-zæøå]+(?:en|et|erne) (?:blev )?(?:godkendt|tiltrådt|vedtaget|drøftet|taget til)\b)"
)
# "Godkendt. Afbud: Nanna Vorup"
_BEHIND = re.compile(r"(?<=[a-zæøå][.!] )(?:Ikke til ?stede|Fraværende|Afbud)(?: fra| med afbud)?:(?= [A-ZÆØÅ])")
_LABEL = re.compile(r"(?:Afbud|Fraværende|Ikke til ?stede)(?: fra)?: ?(?=[A-ZÆØÅ])")
_LEAST = 3  # points with the same absentees
_FAR = 400  # characters that names fill at most
_NAMED = re.compile(r"[A-ZÆØÅ][\w.'-]+ [A-ZÆØÅ]\S*(?: ?\([A-ZÆØÅ]{1,2}\))?$")  # what a list of names ends with
_FOLLOWS = re.compile(r" (?=[A-ZÆØÅ])")


def around_absentees(text: str) -> list[int]:
    """Where inside a line the text goes on behind the absentees, and where they begin behind it."""
    return [*(match.end() for match in _TOLD.finditer(text)), *(match.start() for match in _BEHIND.finditer(text))]


def behind_absentees(lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """Each line that goes on behind the names that several lines of absentees begin with, and where."""
    listed = [
        (line, label.end())
        for line in lines
        if line.text[0] in "AFI" and (label := _LABEL.match(line.text)) is not None
    ]
    if len(listed) < _LEAST:
        return
    shared: Counter[str] = Counter()
    for (one, start), (other, _) in pairwise(listed):
        alike = takewhile(
            lambda pair: pair[0] == pair[1], zip(one.text[:_FAR].split(" "), other.text[:_FAR].split(" "), strict=False)
        )
        common = " ".join(word for word, _ in alike)
        while len(common) > start and _NAMED.search(common, start) is None:
            common = common[: max(common.rfind(" "), 0)]
        if len(common) > start:
            shared[common] += 1
    if not shared:
        return
    names = max(shared, key=lambda common: (shared[common], len(common)))
    told = [line for line, _ in listed if line.text.startswith(names)]
    if len(told) < _LEAST:
        return
    for line in told:
        if _FOLLOWS.match(line.text, len(names)) is not None:
            yield line, len(names)
