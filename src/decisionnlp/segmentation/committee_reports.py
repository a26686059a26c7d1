"""One point under which each committee tells its own below a title: ``Nyt fra udvalgene`` / ``Festudvalget v/ Bo:`` / ``Stævneudvalget:``."""

from __future__ import annotations

import re
from dataclasses import replace

from decisionnlp import lexicons
from decisionnlp.segmentation.titles import Found

_ABOVE = tuple(lexicons.load("item_titles")["committees"])
_COMMITTEE = re.compile(
    r"(?:[\wæøå-]+ ){0,4}?[\wæøå-]*(?:udvalget|udvalg|gruppen)(?: v(?:/|\.|ed) ?[^.:]{2,40})?\W*$", re.IGNORECASE
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
