"""Titles without a number, each with a sentence right below that says what the body did: ``Landsrådet besluttede, at …``."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from decisionnlp import lexicons
from decisionnlp.segmentation.closing import ends_tasks
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import is_usual, looks_like_sentence

# The body and what it did.
_DECIDED = re.compile(rf"(?P<body>[A-ZÆØÅ][\w-]+) (?:{lexicons.alternatives('outcome_words', 'deeds')})\b")
# "Godkendelse af svar til havnen": a title, whatever stands below it.
_ASKING = re.compile(rf"(?:{lexicons.alternatives('title_lines', 'asking')})\b", re.IGNORECASE)
_TO_DO = re.compile(r"\btil at [a-zæøå]+")  # "Udsættelse af frist til at søge": no verb of a sentence
_LEAST = 3
_LONGEST = 200
_GROUP = 40  # characters of a line that heads a group of titles


def above_decisions(lines: Sequence[Line], headings: Mapping[int, Heading], first: int, last: int) -> list[int]:
    """Lines set apart, each above a sentence that begins with one and the same body and what it did; and below three of them or more
    the usual titles under which nothing was said."""
    places: dict[str, list[int]] = {}
    for line, below in itertools.pairwise(lines[first:last]):
        decided = _DECIDED.match(below.text) if below.gap == 0 and (line.gap > 0 or line.cut) else None
        if decided is not None and line.index not in headings and _titled(line):
            places.setdefault(decided["body"], []).append(line.index)
    row = max(places.values(), key=len, default=[])
    stopped = [index for index in row if lines[index].text.endswith(".")]
    if 2 * len(stopped) >= len(row):
        row = [index for index in row if index not in stopped]
    if len(row) < _LEAST:
        return row
    end = next((line.index for line in lines[row[-1] + 1 : last] if line.gap > 0 and ends_tasks(line.text)), last)
    return row + [
        index
        for index in range(row[-1] + 2, end)
        if lines[index].gap > 0
        and (index + 1 >= end or lines[index + 1].gap > 0)
        and index not in headings
        and lines[index].text[0].isupper()
        and not lines[index].text.endswith(".")
        and (is_usual(lines[index].text) or _ASKING.match(lines[index].text))
    ]


def group_above(lines: Sequence[Line], index: int, first: int) -> int:
    """Where the item titled at ``index`` begins: with the short line set apart that heads a group of titles, if one stands above it,
    below a finished text."""
    if index - 2 < first:
        return index
    above, before = lines[index - 1], lines[index - 2]
    heads = (
        above.gap > 0
        and lines[index].gap > 0
        and above.length <= min(_GROUP, before.length)
        and above.text[0].isupper()
        and above.text[-1].isalpha()
        and " " not in above.text
        and not is_usual(above.text)
    )
    return index - 1 if heads else index


def _titled(line: Line) -> bool:
    return (
        line.length <= _LONGEST
        and line.text[0].isupper()
        and not line.text.endswith((",", ";", ":", "!"))
        and not _DECIDED.match(line.text)
        and not looks_like_sentence(_TO_DO.sub("", line.text))
    )
