"""Points put in between two others when the agenda was already printed: ``6a. Busruten`` between 6 and 7."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from decisionnlp.segmentation.titles import Found

_LEAST = 3  # numbered points found
_INSERTED = re.compile(r"(?P<value>\d{1,3}) ?[a-z]$", re.IGNORECASE)


def with_inserted(items: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """``items`` with those of ``ruled``, the items by rules, that have a letter behind the number of the point they stand in.

    They stand below what that point says itself, or each tells something of its own: ``2a`` and ``2b`` as a list right below the title of 2
    are its entries.
    """
    lettered = [item for item in ruled if item.number is not None and _INSERTED.match(item.number)]
    known = {item.number for item in items}
    lettered = [item for item in lettered if item.number not in known]
    if not lettered or sum(item.value is not None for item in items) < _LEAST:
        return items
    found: list[Found] = []
    for item in items:
        inside = [
            other for other in lettered
            if item.title_last <= other.first < item.last and other.number is not None
            and (match := _INSERTED.match(other.number)) is not None and match["value"] == item.number
        ]  # fmt: skip
        if inside and inside[0].first == item.title_last and not _told(inside):
            inside = []
        ends = [*(other.first for other in inside), item.last]
        found.append(replace(item, last=ends[0]))
        found += [replace(other, last=end) for other, end in zip(inside, ends[1:], strict=True)]
    return found


def _told(inside: Sequence[Found]) -> bool:
    """Whether the points count from *a* on, each once and with text below it."""
    letters = [(other.number or "")[-1].lower() for other in inside]
    return letters == list("abcdefgh"[: len(letters)]) and all(other.title_last < other.last for other in inside)
