"""Agenda items without a number: titles above recurring headings, known from the contents list, or told by their shape."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.bare import bare_items
from decisionnlp.segmentation.candidates import Candidate
from decisionnlp.segmentation.headed_items import items_by_headings, proposed
from decisionnlp.segmentation.heading_groups import heading_groups
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.listed_titles import named_in_contents
from decisionnlp.segmentation.numbering import (
    clean_title,
    closed_title,
    is_unnumbered_title,
    read_number,
    title_key,
)
from decisionnlp.segmentation.points_above import titles_above
from decisionnlp.segmentation.shapes import items_by_shape
from decisionnlp.segmentation.titles import (
    CONTENTS,
    Found,
    read_title,
    with_meta,
)

_LISTED = 3  # items whose titles a list prints, for it to be that of all items
_USUAL_ALONE = 2  # usual titles set apart


def add_unnumbered(
    opened: list[Found], lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], marked: Collection[int],
    first: int, last: int, candidates: Sequence[Candidate],
) -> list[Found]:  # fmt: skip
    """Items without a number: titles above a recurring first heading, known from the contents list, or usual ones."""
    named = named_in_contents(lines, first, last) if len(opened) < 2 else []
    if len(named) >= 2:
        return [
            *_titled(titles_above(lines, first, named[0].first), named, lines, widths, headings, first, last),
            *named,
        ]
    groups = heading_groups(lines, headings, first, last)
    columns = range(groups[0], opened[0].title_first) if opened and groups else range(0)
    if len(columns) >= 2 and all(index in headings for index in columns):
        groups = groups[1:]  # "Referat" / "Beslutninger": the titles of a grid's columns, right above the first point
    grouped: list[Found] = []
    if len(opened) < 2 or (len(opened) * 2 < len(groups) and not _printed_in_contents(opened, candidates)):
        grouped = items_by_headings(groups, lines, widths, headings, marked, first, last)
        if not opened or (len(grouped) > len(opened) and not _all_titled(opened, grouped, groups)):
            opened = grouped
    if not opened and not groups:
        opened = items_by_headings(proposed(headings, first, last), lines, widths, headings, marked, first, last)
        opened = [found for found in opened if found.title]
    if len(opened) < 2 and len(grouped) < 2:
        held = bool(opened) and (bool(groups) or _zoned(opened[0], headings, last))
        shaped = items_by_shape(lines, widths, headings, marked, first, last)
        if held and not (opened[0].style == "untitled" and shaped and shaped[0].style == "decided"):
            shaped = []  # one heading may name the document: "Beslutninger fra Landsrådets møde"
        elif len(shaped) < 4:
            bare = bare_items(lines, widths, headings, first, last)
            shaped = bare if len(bare) > len(shaped) else shaped
        if len(shaped) > len(opened):
            # "1. Regnskab" may have kept its number where the converter made bullets of the others.
            kept = [found for found in opened if found.title_last < shaped[0].first and shaped[0].style == "dashed"]
            opened = [*kept, *shaped]
    listed, listing = _listed_titles(lines, candidates, opened, headings, first)
    chosen: set[int] = set()
    if opened:
        chosen.update(titles_above(lines, first, opened[0].first))
    body_start = opened[0].first if opened else first
    # Titles such as every body prints, where nothing else shows what the titles look like.
    usual = (
        not opened
        and sum(line.gap > 0 and line.length < 60 and is_unnumbered_title(line.text) for line in lines[first:last])
        >= _USUAL_ALONE
    )
    inside, again = _inside(opened), _again(opened)
    for index in range(body_start, last):
        if index in chosen or index in headings:
            continue
        above = headings.get(index - 1)
        if above is not None and above.alone and above.kind in (ZoneKind.CASE, ZoneKind.PROPOSAL):
            continue  # "Sagsfremstilling" / "Godkendelse af dagsorden."
        line = lines[index]
        if line.length > 160:
            continue
        if (
            (opened or usual)
            and is_unnumbered_title(line.text)
            and (line.gap > 0 or line.cut)
            and index > body_start
            and index not in inside
            and (index, title_key(line.text)) not in again
        ):
            if not _is_listed_before(lines, index, body_start):
                chosen.add(index)
        elif (
            listed
            and index > body_start
            and index not in listing
            and title_key(line.text) in listed
            and index not in inside
            and (line.gap > 0 or line.cut or not opened)
        ):
            chosen.add(index)
    extra = _titled(sorted(chosen), opened, lines, widths, headings, first, last)
    return sorted([*opened, *extra], key=lambda found: found.first)


def _titled(
    chosen: Sequence[int], opened: Sequence[Found], lines: Sequence[Line], widths: Sequence[int],
    headings: Mapping[int, Heading], first: int, last: int,
) -> list[Found]:  # fmt: skip
    """The items whose titles begin at the lines ``chosen``, but for lines inside the titles of ``opened``."""
    extra: list[Found] = []
    inside = _inside(opened)
    for index in chosen:
        title, title_last = read_title(lines, widths, headings, index, last, None)
        if not title or index in inside:
            continue
        extra.append(
            Found(
                None,
                clean_title(title),
                closed_title(title),
                with_meta(lines, index, first),
                index,
                title_last,
                last,
                "none",
            )
        )
    return extra


def _all_titled(opened: Sequence[Found], grouped: Sequence[Found], groups: Sequence[int]) -> bool:
    """Whether the one numbered title stands right above the first group, and nothing is titled that the groups open: empty headings
    below the point's outcome make no other point."""
    return (
        len(opened) == 1
        and len(grouped) == 2
        and 0 <= groups[0] - opened[0].title_last <= 2
        and not any(found.title for found in grouped)
    )


def _inside(opened: Sequence[Found]) -> set[int]:
    """The lines from the first of each item to the end of its title."""
    return {index for found in opened for index in range(found.first, found.title_last)}


def _again(opened: Sequence[Found]) -> set[tuple[int, str]]:
    """The lines right under each title, with its key: there it may be printed once more."""
    return {(found.title_last + step, title_key(found.title)) for found in opened for step in (0, 1)}


def _is_listed_before(lines: Sequence[Line], index: int, first: int) -> bool:
    """Whether the line stands in a list of short lines (an enumeration, not an item)."""
    return index > first and lines[index].gap == 0 and lines[index - 1].length < 60 and not lines[index].cut


def _printed_in_contents(opened: Sequence[Found], candidates: Sequence[Candidate]) -> bool:
    """Whether a list above the first item prints nearly all their numbered titles: then they are all there are."""
    above = {one.key for one in candidates if one.numbered.line < opened[0].first}
    return len(opened) >= _LISTED and 4 * sum(title_key(found.title) in above for found in opened) >= 3 * len(opened)


def _listed_titles(
    lines: Sequence[Line],
    candidates: Sequence[Candidate],
    opened: Sequence[Found],
    headings: Mapping[int, Heading],
    first: int,
) -> tuple[set[str], set[int]]:
    """Keys of the titles in a contents list before the first item, as far as no item found has them, and its own lines."""
    edge = opened[0].first if opened else None
    have = {title_key(found.title) for found in opened}
    keys: set[str] = set()
    listing: set[int] = set()
    if edge is not None:
        for candidate in candidates:
            if (
                candidate.numbered.line < edge
                and candidate.empty
                and len(candidate.key) >= 8
                and candidate.key not in have
            ):
                keys.add(candidate.key)
    for index in range(first, min(edge if edge is not None else len(lines), first + 80)):
        if CONTENTS.match(lines[index].text):
            for line in lines[index + 1 : index + 40]:
                if edge is not None and line.index >= edge:
                    break
                if line.length > 140 or line.gap > 2 or line.index in headings:
                    break
                listing.add(line.index)
                numbered = read_number(line)
                text = numbered.title if numbered is not None else line.text
                key = title_key(re.sub(r"^\W+|[ .]{3,}\d+$", "", text))
                if len(key) >= 8 and key not in have:
                    keys.add(key)
            break
    return keys, listing


def _zoned(found: Found, headings: Mapping[int, Heading], last: int) -> bool:
    """Whether a lone numbered point prints its proposal and its case under headings, whatever else ends in a colon there."""
    kinds = {headings[index].kind for index in headings if found.title_last <= index < last and headings[index].alone}
    return ZoneKind.PROPOSAL in kinds and ZoneKind.CASE in kinds
