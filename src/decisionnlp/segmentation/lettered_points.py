"""Points numbered with their group: ``1a``, ``1b``, ``2a`` inside a page printed as one paragraph, and groups that are no items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from decisionnlp import lexicons
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.titles import GROUP, Found

_POINT = re.compile(
    r"(?=\d)(?:(?<=[^\W\d_][.!?)] )|(?<=\) )|(?<=[^\W\d_] )|^)(?P<group>\d{1,2})(?P<letter>[a-z])[.)]? (?=[A-ZÆØÅ(\"”»])"
)
_REFERS = re.compile(
    rf"(?:\b(?:[Pp]unkt|[Pp]kt\.?|[Ss]ag|[Nn]r\.?|[Bb]ilag|[Ss]ide|§|stk\.?|[Mm]atr\.?(?: nr\.?)?|og|til|i|[A-ZÆØÅ][a-zæøå]*(?:{lexicons.alternatives('line_words', 'streets')})))[ ]$"
)
_LEAST = 3  # points so numbered that count on
_SKIPPED = 2  # letters or groups that a reader may have lost between two of them


def lettered_points(lines: Sequence[Line]) -> list[tuple[Line, int]]:
    """Where points numbered ``1a``, ``1b``, ``2a`` begin inside ``lines``, if they count on from the first letter of their first group."""
    found: list[tuple[Line, int]] = []
    group, letter = 0, 0
    for line in lines:
        for match in _POINT.finditer(line.text):
            if _REFERS.search(line.text, max(match.start() - 24, 0), match.start()):
                continue
            own, count = int(match["group"]), ord(match["letter"]) - 96
            again = own == group and letter < count <= letter + _SKIPPED
            opens = count == 1 and (group < own <= group + 1 + _SKIPPED)
            if again or opens:
                found.append((line, match.start()))
                group, letter = own, count
    return found if len(found) >= _LEAST and letter else []


def within_groups(items: Sequence[Found], lines: Sequence[Line]) -> list[Found]:
    """``items`` without ``2. Indstillingssager`` right above ``2a Takster``: the group belongs to the item below it."""
    found: list[Found] = []
    for item in items:
        above = found[-1] if found else None
        first = above is not None and item.number == f"{above.number}a" and above.title_last >= item.first
        if above is not None and first and GROUP.match(above.title):
            found.pop()
            item = replace(item, first=above.first)
        found.append(item)
    return found


_NUMBER = re.compile(r"(?P<group>\d{1,3})(?P<letter>[a-z])$")


def letter_follows(one: str | None, other: str | None) -> bool:
    """Whether ``other`` is the next letter of the group of ``one``: ``2c`` behind ``2b``."""
    above, below = _NUMBER.match(one or ""), _NUMBER.match(other or "")
    if above is None or below is None or above["group"] != below["group"]:
        return False
    return ord(below["letter"]) == ord(above["letter"]) + 1
