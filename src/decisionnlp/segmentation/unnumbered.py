"""Agenda items without a number: titles above recurring headings, known from the contents list, or told by their shape."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from decisionnlp import lexicons
from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.bare import bare_items
from decisionnlp.segmentation.bodies import meeting_body
from decisionnlp.segmentation.candidates import Candidate
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import (
    clean_title,
    closed_title,
    is_unnumbered_title,
    looks_like_sentence,
    read_number,
    title_key,
)
from decisionnlp.segmentation.outcome_words import short_answer
from decisionnlp.segmentation.shapes import items_by_shape
from decisionnlp.segmentation.titles import CONTENTS, FRONT, META, TICK, Found, read_title, with_meta

_OPEN_CASE = re.compile(r"(?<=\S )(?:Åben|Lukket|ÅBEN|LUKKET) (?:sag|SAG)\b")
_OPENING = frozenset(lexicons.load("zone_headings")["opening"]["forms"])
_HELD_ON = re.compile(r"\b(?:kl\.|lokale|referat|dagsorden|møde)\b|\d{4}$", re.IGNORECASE)


def add_unnumbered(
    opened: list[Found], lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], marked: Collection[int],
    first: int, last: int, candidates: Sequence[Candidate],
) -> list[Found]:  # fmt: skip
    """Items without a number: titles above a recurring first heading, known from the contents list, or usual ones."""
    extra: list[Found] = []
    groups = _groups(lines, headings, first, last)
    grouped: list[Found] = []
    if len(opened) < 2 or len(opened) * 2 < len(groups):
        grouped = _items_by_headings(groups, lines, widths, headings, marked, first, last)
        if len(grouped) > len(opened) or not opened:
            opened = grouped
    if len(opened) < 2 and len(grouped) < 2 and not (opened and (groups or _zoned(opened[0], headings, last))):
        shaped = items_by_shape(lines, widths, headings, marked, first, last)
        if len(shaped) < 4:
            bare = bare_items(lines, widths, headings, first, last)
            shaped = bare if len(bare) > len(shaped) else shaped
        opened = shaped if len(shaped) > len(opened) else opened
    listed, listing = _listed_titles(lines, candidates, opened, headings, first)
    chosen: set[int] = set()
    if opened:
        # "Godkendelse af dagsorden:" with its outcome, printed above the first numbered item.
        for index in range(first + 1, opened[0].first - 1):
            line, below = lines[index], lines[index + 1]
            if (
                is_unnumbered_title(line.text)
                and read_number(below) is None
                and not is_unnumbered_title(below.text)
                and (below.text.endswith((".", "!")) or below.length > 90 or short_answer(below.text))
            ):
                chosen.add(index)
    body_start = opened[0].first if opened else first
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
            opened
            and is_unnumbered_title(line.text)
            and (line.gap > 0 or line.cut)
            and index > body_start
            and _not_in_title(opened, index)
            and not _printed_again(opened, line.text, index)
        ):
            if not _is_listed_before(lines, index, body_start):
                chosen.add(index)
        elif (
            listed
            and index > body_start
            and index not in listing
            and title_key(line.text) in listed
            and _not_in_title(opened, index)
            and (line.gap > 0 or line.cut or not opened)
        ):
            chosen.add(index)
    for index in sorted(chosen):
        title, title_last = read_title(lines, widths, headings, index, last, None)
        if not title or any(found.first <= index < found.title_last for found in opened):
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
    return sorted([*opened, *extra], key=lambda found: found.first)


def _printed_again(opened: Sequence[Found], text: str, index: int) -> bool:
    """Whether the line is an item's own title once more, right under it."""
    return any(
        found.title_last <= index <= found.title_last + 1 and title_key(found.title) == title_key(text)
        for found in opened
    )


def _not_in_title(opened: Sequence[Found], index: int) -> bool:
    return not any(found.first <= index < found.title_last for found in opened)


def _is_listed_before(lines: Sequence[Line], index: int, first: int) -> bool:
    """Whether the line stands in a list of short lines (an enumeration, not an item)."""
    return index > first and lines[index].gap == 0 and lines[index - 1].length < 60 and not lines[index].cut


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


def _groups(lines: Sequence[Line], headings: Mapping[int, Heading], first: int, last: int) -> list[int]:
    """Lines of the headings that open an item's group: items print their headings in one order, and an outcome ends a group."""
    order = [
        index for index in sorted(headings)
        if first <= index < last
        and headings[index].kind not in (ZoneKind.ATTENDANCE, ZoneKind.ATTACHMENT, ZoneKind.AGENDA)
        and not (index > first and FRONT.match(lines[index].text) and FRONT.match(lines[index - 1].text))
    ]  # fmt: skip
    outcomes = [index for index in order if headings[index].kind is ZoneKind.OUTCOME]
    if not outcomes:
        return []
    forms = {index: headings[index].text.lower() for index in order}
    before = {forms[index] for index in order if index < outcomes[0]}
    after = {forms[index] for index in order if index > outcomes[-1]}
    # A form printed after the last outcome and never before the first one closes an item (Beslutningskompetence, Videre proces).
    closing = after - before
    # An outcome dated before the last day that any names was another meeting's: the item goes on.
    own = max((when for index in outcomes if (when := headings[index].date) is not None), default=None)
    groups: list[int] = []
    decided = True
    for place, index in enumerate(order):
        kind = headings[index].kind
        twin = (  # "Beslutning", and right below it "Økonomiudvalgets beslutning i mødet den 31. marts"
            kind is ZoneKind.OUTCOME
            and place > 0
            and headings[order[place - 1]].kind is ZoneKind.OUTCOME
            and _other_body(headings[order[place - 1]], headings[index])
        ) or (
            kind is ZoneKind.OUTCOME
            and place > 0
            and headings[order[place - 1]].kind is ZoneKind.OUTCOME
            and headings[order[place - 1]].date is None
            and (
                index - order[place - 1] <= 2
                if headings[index].date is not None
                else forms[index] != forms[order[place - 1]]  # "Drøftelse", and then "Beslutning"
            )
        )
        if (
            decided
            and not twin
            and kind is not ZoneKind.HISTORY
            and forms[index] not in closing
            and not (groups and _still_told(order, place, groups[0], forms, lines, headings))
        ):
            groups.append(index)
            decided = False
        when = headings[index].date
        if kind is ZoneKind.OUTCOME and (when is None or own is None or when == own):
            decided = True
    return groups


def _still_told(
    order: Sequence[int],
    place: int,
    opener: int,
    forms: Mapping[int, str],
    lines: Sequence[Line],
    headings: Mapping[int, Heading],
) -> bool:
    """Whether a heading below an outcome still belongs to the item decided: the form that opened the first item comes further down
    before the next outcome, or the items open with their outcome, below a title."""
    index = order[place]
    if headings[index].kind is ZoneKind.OUTCOME or _titled(lines, headings, index):
        return False
    above = headings.get(index - 1)
    if (above is not None and above.kind is ZoneKind.AGENDA) or (index and META.match(lines[index - 1].text)):
        return False  # "Åben" / "Indstilling"
    for later in order[place + 1 :]:
        if headings[later].kind is ZoneKind.OUTCOME:
            return headings[opener].kind is ZoneKind.OUTCOME and _titled(lines, headings, later)
        if forms[later] == forms[opener] and forms[index] != forms[opener] and forms[index] not in _OPENING:
            return True
    return headings[opener].kind is ZoneKind.OUTCOME and _titled(lines, headings, opener)


def _titled(lines: Sequence[Line], headings: Mapping[int, Heading], index: int) -> bool:
    """Whether a line that reads as a title stands above a heading, set apart from what is above it."""
    if index == 0 or index - 1 in headings:
        return False
    above = lines[index - 1]
    return (
        above.gap > 0 and above.text[0].isupper() and above.length <= 160 and not above.text.endswith((".", ",", ":"))
    )


def _zoned(found: Found, headings: Mapping[int, Heading], last: int) -> bool:
    """Whether a lone numbered point prints its proposal and its case under headings, whatever else ends in a colon there."""
    kinds = {headings[index].kind for index in headings if found.title_last <= index < last and headings[index].alone}
    return ZoneKind.PROPOSAL in kinds and ZoneKind.CASE in kinds


def _other_body(one: Heading, other: Heading) -> bool:
    """Whether two outcome headings in a row name two bodies that treated the same case, each on its day."""
    return (
        one.date is not None
        and other.date is not None
        and bool(one.body and other.body)
        and (one.date, one.body) != (other.date, other.body)
        and one.body != other.body
    )


def _items_by_headings(
    groups: Sequence[int], lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], marked: Collection[int],
    first: int, last: int,
) -> list[Found]:  # fmt: skip
    """Unnumbered items: each group of headings with the title-like line above it; a title lost in extraction is empty."""
    found: list[Found] = []
    floor = first
    for place, group in enumerate(groups):
        at = _title_above(lines, group, floor, marked, headings)
        if at is None and len(groups) == 1:
            at = _title_on_page(lines, first, group)
        page = len(groups) == 1 and at == first and not _HELD_ON.search(lines[first].text)
        if page and meeting_body([lines[first].text]) is not None:
            page = False
        if at is not None and (place or at > first or at in marked or page):
            title, title_last = read_title(lines, widths, headings, at, last, None)
            title_last = min(title_last, group)
            found.append(
                Found(
                    None,
                    clean_title(title),
                    closed_title(title),
                    with_meta(lines, at, floor),
                    at,
                    max(title_last, at + 1),
                    last,
                    "none",
                )
            )
        else:
            found.append(Found(None, "", False, with_meta(lines, group, floor), group, group, last, "untitled"))
        floor = group + 1
    if found and found[0].title and len(found) > 1 and all(not other.title for other in found[1:]):
        # No other point has kept its title: what stands above the first one belongs to the front matter.
        found[0] = Found(None, "", False, groups[0], groups[0], groups[0], last, "untitled")
    return found


def _title_on_page(lines: Sequence[Line], first: int, group: int) -> int | None:
    """On a page of one point the title stands above an introduction, below the meeting's own lines."""
    second: int | None = None
    for index in range(group - 1, max(first, group - 12), -1):
        line = lines[index]
        ended = line.text.endswith((".", "!", ",", ";", ":"))
        if (
            (line.gap > 0 or (index > first and FRONT.match(lines[index - 1].text)))
            and line.text[0].isupper()
            and not ended
            and 12 <= line.length <= 200
            and not FRONT.match(line.text)
        ):
            if not _HELD_ON.search(line.text):
                return index
            if second is None and " og " in line.text and not any(char.isdigit() for char in line.text):
                second = index  # "Referat og godkendelse af dagsordenen" may be a title, too
    return second


def _title_above(
    lines: Sequence[Line],
    group: int,
    floor: int,
    marked: Collection[int],
    headings: Mapping[int, Heading],
) -> int | None:
    index = group - 1
    best: int | None = None
    while index >= floor and group - index <= 6:
        line = lines[index]
        if line.length <= 4 and TICK.match(line.text):
            index, group = index - 1, group - 1  # a grid of bodies with a cross at the one that decides
            continue
        if index in marked:
            return index
        if index in headings and not headings[index].alone and closed_title(headings[index].text):
            return index  # "Lukket: Salg af grund"
        if (index in headings and headings[index].kind is ZoneKind.AGENDA) or META.match(line.text):
            if best is not None:
                break
            index -= 1
            continue
        if index in headings or line.length > 160:
            break
        if FRONT.match(line.text):
            break
        if _OPEN_CASE.search(line.text):
            return index  # "Godkendelse af dagsorden Åben sag Sagsnr.:"
        titled = line.text[0].isupper() or line.text[0].isdigit() or line.text[0] in '"»”('
        ended = line.text.endswith((".", "!", ",", ";", ":")) and not line.text.lower().endswith(
            ("evt.", "kr.", "mv.", "m.v.", "m.m.")
        )
        if titled and not ended and not looks_like_sentence(line.text):
            best = index
            if line.gap > 0 or line.cut:
                return index
        elif ended:
            break
        index -= 1
    return best
