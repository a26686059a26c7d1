"""Titles that belong together: one point under which each committee tells its own (``Nyt fra udvalgene`` / ``Festudvalget v/ Bo:``), and
headings of groups of points (``Orienteringspunkter:``)."""

from __future__ import annotations

import re
from dataclasses import replace

from decisionnlp import lexicons
from decisionnlp.segmentation.titles import GROUP, Found

_ABOVE = tuple(lexicons.load("item_titles")["committees"])
_COMMITTEE = re.compile(
    r"(?!.*\b(?:valg|forslag|nedsættelse|til|om|af|ny|nyt)\b)"
    r"(?:[\wæøå-]+ ){0,4}?[\wæøå-]*(?:(?:udvalget|gruppen)(?: v(?:/|\.|ed) ?[^.:]{2,40})?|udvalg v(?:/|\.|ed) ?[^.:]{2,40})\W*$",
    re.IGNORECASE,
)


def with_committees(items: list[Found]) -> list[Found]:
    """``items`` with those that are a committee's part of the point above in that point; what has a number is a point of its own."""
    found: list[Found] = []
    for item in items:
        above = found[-1] if found else None
        if (
            above is not None
            and above.number is None
            and item.number is None
            and above.title.lower().startswith(_ABOVE)
            and _COMMITTEE.match(item.title) is not None
        ):
            found[-1] = replace(above, last=item.last)
        else:
            found.append(item)
    return found


def with_groups(items: list[Found]) -> list[Found]:
    """``items``, each group's heading with the point below it rather than a point of its own, where nothing but titles stands between."""
    found: list[Found] = []
    begin: int | None = None
    for item, following in zip(items, [*items[1:], None], strict=False):
        heads = (
            following is not None
            and item.number is None
            and bool(item.title)
            and item.title_last >= item.last
            and GROUP.match(item.title) is not None
        )
        if heads:
            begin = item.first if begin is None else begin
        else:
            found.append(item if begin is None else replace(item, first=begin))
            begin = None
    return found
