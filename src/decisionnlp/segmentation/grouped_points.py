"""Titles that belong together: one point under which each committee tells its own (``Nyt fra udvalgene`` / ``Festudvalget v/ Bo:``), and
headings of groups of points (``Orienteringspunkter:``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from decisionnlp import lexicons
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import clean_title, closed_title
from decisionnlp.segmentation.titles import GROUP, Found

_ABOVE = tuple(lexicons.load("item_titles")["committees"])
_COMMITTEE = re.compile(
    r"(?!.*\b(?:valg|forslag|nedsættelse|til|om|af|ny|nyt)\b)"
    r"(?:[\wæøå-]+ ){0,4}?[\wæøå-]*(?:(?:udvalget|gruppen)(?: v(?:/|\.|ed) ?[^.:]{2,40})?|udvalg v(?:/|\.|ed) ?[^.:]{2,40})\W*$",
    re.IGNORECASE,
)


# The head of a table of points, below the heading of its group: "Punkt Titel".
_CELLS = re.compile(r"(?:Punkt|Pkt\.?|Sag|Nr\.?) (?:Titel|Emne|Overskrift)")


_MOTIONS = re.compile(
    r"(?:indkomne|indkommet|medlems)[- ]?forslag\W*$|(?:behandling af )?indkomne forslag\W*$", re.IGNORECASE
)
_MOTION = re.compile(r"(?:medlems|ændrings)?forslag (?:fra|om|til|nr)\b", re.IGNORECASE)


def with_committees(items: list[Found]) -> list[Found]:
    """``items`` with those that are a committee's part of the point above, or one of the proposals it is about, in that point; what has a
    number is a point of its own."""
    found: list[Found] = []
    for item in items:
        above = found[-1] if found else None
        if (
            above is not None
            and above.number is None
            and item.number is None
            and (
                (above.title.lower().startswith(_ABOVE) and _COMMITTEE.match(item.title) is not None)
                or (_MOTIONS.match(above.title) is not None and _MOTION.match(item.title) is not None)
            )
        ):
            found[-1] = replace(above, last=item.last)
        else:
            found.append(item)
    return found


_LEAST = 2  # points below the heading of a group
_REMARKS = frozenset(lexicons.load("line_words")["labels_of_remarks"])
_LABELLED = re.compile(r"(?P<title>[A-ZÆØÅ][^.:;?!]{2,58}): (?=[A-ZÆØÅ0-9\"”»])")


def with_labelled(items: list[Found], lines: Sequence[Line]) -> list[Found]:
    """``items``, each group's heading (``Orienteringspunkter:``) below which every paragraph begins with a title and a colon cut into those."""
    found: list[Found] = []
    for item in items:
        opening = [index for index in range(item.title_last, item.last) if lines[index].gap > 0]
        matches = [_LABELLED.match(lines[index].text) for index in opening]
        titles = [match["title"] for match in matches if match is not None]
        if (
            item.number is not None
            or len(titles) < max(_LEAST, len(opening))
            or opening[0] > item.title_last
            or GROUP.match(item.title) is None
            or any(title.lower() in _REMARKS for title in titles)
        ):
            found.append(item)
            continue
        for place, (index, title) in enumerate(zip(opening, titles, strict=True)):
            until = opening[place + 1] if place + 1 < len(opening) else item.last
            found.append(
                Found(
                    None, clean_title(title), closed_title(title), index if place else item.first, index, index, until,
                    "none",
                )
            )  # fmt: skip
    return found


def with_groups(items: list[Found], lines: Sequence[Line]) -> list[Found]:
    """``items``, each group's heading with the point below it rather than a point of its own, where nothing but titles stands between."""
    found: list[Found] = []
    begin: int | None = None
    for item, following in zip(items, [*items[1:], None], strict=False):
        cells = lines[item.title_last : item.last]
        heads = (
            following is not None
            and item.number is None
            and bool(item.title)
            and all(_CELLS.fullmatch(line.text) for line in cells)
            and (bool(cells) or GROUP.match(item.title) is not None)
        )
        if heads:
            begin = item.first if begin is None else begin
        else:
            found.append(item if begin is None else replace(item, first=begin))
            begin = None
    return found
