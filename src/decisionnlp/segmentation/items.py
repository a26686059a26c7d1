"""Agenda items: which lines open one. Candidates are scored and the best ascending sequence is chosen as a whole."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import (
    Numbered,
    clean_title,
    closed_title,
    ends_items,
    has_item_mark,
    is_unnumbered_title,
    is_usual,
    looks_like_sentence,
    read_number,
    same_title,
    title_key,
)
from decisionnlp.segmentation.sentences import goes_on

# Prior of each style: how far a line so numbered is an agenda item before anything else is looked at.
_PRIOR = {
    "punkt": 2.2, "sag": 1.4, "ad": -0.6, "register": 1.5, "open": 2.0, "dot": 0.2, "dash": -0.6, "paren": -0.8,
    "letter": -2.2, "bare": -0.9, "alone": -0.6, "time": -0.8, "label": 0.0, "meta": -0.2,
}  # fmt: skip
# Styles without a number of their own: they ascend by place (or clock) only.
_UNCOUNTED = frozenset({"time", "label", "meta"})
_FAMILY = {"punkt": "punkt", "sag": "sag", "open": "dot", "dot": "dot", "bare": "dot", "alone": "dot", "dash": "dot"}
_MAX_TITLE_LINES = 5
# Metadata printed directly above a title: case and KLE numbers.
_META = re.compile(
    r"(?:sags?(?:nr|nummer|id)?|sagnr|acadre|journal|j\.? ?nr|kle|dok(?:ument)?\.? ?nr|esdh|EMN-)\b.{0,60}$|\d\d\.\d\d\.\d\d[-A-ZÆØÅ\d/ ]*$|\d{1,3}(?:-\d+){3,}$|\d{2}/\d{3,6}$",
    re.IGNORECASE,
)
# Group headings above titles: "A. Sager til afgørelse i byrådet", "Åbne", "Lukkede sager".
_GROUP = re.compile(
    r"(?:[A-Z]\. )?(?:sager til|sager der|orienteringssager|efterretningssager|beslutningssager|lukkede|åbne|åbne sager|lukkede sager|"
    r"orienteringspunkter|beslutningspunkter|drøftelsespunkter|sager til orientering)\b.{0,50}$",
    re.IGNORECASE,
)
# Lines of the front matter: they are no titles.
_FRONT = re.compile(
    r"(?:mødested|udvalg|medlemmer|bemærkninger|mødedato|mødetid(?:spunkt)?|dato|tid|tidspunkt|sted|deltagere|afbud|fraværende|fravær|til stede|tilstede|"
    r"starttidspunkt|sluttidspunkt|referent|ordstyrer|sags?id|mødeleder|dirigent)\s?\.?:",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"(?:indholdsfortegnelse|indhold|dagsorden(?: kort)?|åben dagsorden|lukket dagsorden|dagsordenspunkter|punkter|oversigt|pkt\. ?tekst|punkt(?: på)? dagsordenen|sagsoversigt|emner)\b.{0,30}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """An item's place in the lines: ``[first, last)``; the title fills ``[title_first, title_last)``."""

    number: str | None
    title: str
    closed: bool
    first: int
    title_first: int
    title_last: int
    last: int
    style: str = ""
    start: int | None = None


@dataclass(slots=True)
class _Candidate:
    numbered: Numbered
    score: float
    title: str
    title_last: int
    key: str
    empty: bool = False


def find_items(
    lines: Sequence[Line],
    widths: Sequence[int],
    headings: Mapping[int, Heading],
    marked: Collection[int] = frozenset(),
    *,
    first: int = 0,
    last: int | None = None,
) -> list[Found]:
    """The agenda items among ``lines[first:last]`` in order, each running to the next one's first line.

    ``marked`` are lines that the file's own structure shows as headings.
    """
    last = len(lines) if last is None else last
    candidates = _candidates(lines, widths, headings, marked, first, last)
    _score_recurrence(candidates)
    chain = _best_chain(candidates, lines, headings)
    opened = [_found(candidate, lines, first, last) for candidate in chain]
    opened = _add_unnumbered(opened, lines, widths, headings, marked, first, last, candidates)
    return _close(opened, lines, last)


def read_title(lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], at: int, last: int, numbered: Numbered | None) -> tuple[str, int]:
    """The title that begins on line ``at`` and the index of the line after it."""
    parts = [numbered.title if numbered is not None else lines[at].text]
    index = at + 1
    if numbered is not None and (not numbered.title or re.fullmatch(r"\([^)]{1,40}\)", numbered.title)):
        if index < last and lines[index].gap <= 1 and index not in headings and not _META.match(lines[index].text):
            parts = [lines[index].text]
            index += 1
        elif index + 1 < last and _META.match(lines[index].text) and lines[index + 1].gap <= 1:
            parts = [lines[index + 1].text]
            index += 2
        else:
            return "", index
    while index < last and index - at < _MAX_TITLE_LINES:
        line = lines[index]
        if index in headings or line.length > 160 or has_item_mark(parts[-1][-14:]) or not goes_on(lines[index - 1], line, widths[index]):
            break
        if line.gap > 1 or read_number(line) is not None or parts[-1].endswith((".", "?", "!", ":")):
            break
        if line.gap == 1 and not line.text[0].islower():
            break
        parts.append(line.text)
        index += 1
    return _joined(parts), index


def _joined(parts: Sequence[str]) -> str:
    title = parts[0]
    for part in parts[1:]:
        if re.search(r"\w[-\u00ad\u2010\ufffe\x02]$", title):
            suspended = re.match(r"(?:og|eller|samt|til)\b", part)
            if suspended:
                title += " " + part
            elif part[0].islower() and not title[-2].isupper() and not title[-2].isdigit():
                title = title[:-1] + part
            else:
                title += part
        else:
            title += " " + part
    return " ".join(title.split())


def _candidates(
    lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], marked: Collection[int], first: int, last: int
) -> list[_Candidate]:
    found: list[_Candidate] = []
    for index in range(first, last):
        line = lines[index]
        if index in headings and not (_META.match(line.text) and _meta(lines, headings, index, last)):
            continue
        numbered = read_number(line) or _meta(lines, headings, index, last)
        if numbered is None:
            continue
        if index > first and line.gap == 0 and goes_on(lines[index - 1], line, widths[index]):
            continue
        at = index + 1 if numbered.style == "meta" else index
        title, title_last = read_title(lines, widths, headings, at, last, None if numbered.style == "meta" else numbered)
        if not title and numbered.style in ("alone", "dot", "paren", "letter", "bare", "dash", "time"):
            continue
        if numbered.style == "alone" and not title[:1].isupper():
            continue
        found.append(_Candidate(numbered, _PRIOR[numbered.style], title, title_last, title_key(title)))
    order = sorted(headings)
    for position, candidate in enumerate(found):
        following = found[position + 1].numbered.line if position + 1 < len(found) else last
        candidate.score += _shape(candidate, lines, headings, marked, following, order, first)
    return found


def _meta(lines: Sequence[Line], headings: Mapping[int, Heading], index: int, last: int) -> Numbered | None:
    """A case number on a line of its own with an unnumbered title below it."""
    line = lines[index]
    if line.gap == 0 and not line.cut and index > 0 or not _META.match(line.text) or index + 1 >= last:
        return None
    title = lines[index + 1]
    if title.gap > 1 or index + 1 in headings or read_number(title) is not None or title.length > 200 or not title.text[0].isupper():
        return None
    if title.text.endswith((".", ":")) or looks_like_sentence(title.text) or _META.match(title.text):
        return None
    return Numbered(index, "meta", "", 0.0, title.text, 0)


def _shape(
    candidate: _Candidate, lines: Sequence[Line], headings: Mapping[int, Heading], marked: Collection[int], following: int,
    order: Sequence[int], first: int,
) -> float:  # fmt: skip
    index, title = candidate.numbered.line, candidate.title
    line = lines[index]
    score = 0.0
    if index in marked:
        score += 3.0
    if not title:
        score -= 0.5
    elif title[0].islower():
        score -= 2.0 if candidate.numbered.style not in ("punkt", "sag") else 0.3
    elif title[0].isupper():
        score += 0.4
    if title.startswith("at "):
        score -= 4.0
    if title.endswith((",", ";", " og")):
        score -= 2.0
    elif looks_like_sentence(title):
        score -= 2.5
    elif title.endswith(".") and not title.lower().endswith(("evt.", "mv.", "m.m.")) and len(title) > 40:
        score -= 0.8
    if len(title) > 220:
        score -= 2.5
    if is_usual(title):
        score += 1.2
    if has_item_mark(title) or closed_title(title):
        score += 1.0
    if line.gap > 0 or line.cut or index == first:
        score += 0.7
    elif index > first:
        score -= 0.2
        above = lines[index - 1].text
        if above.endswith((":", ",")) and not _CONTENTS.match(above):
            score -= 1.8
    # What stands between this line and the next numbered one.
    after = candidate.title_last
    if after >= following:
        candidate.empty = True
    else:
        position = bisect_right(order, after - 1)
        near = order[position : position + 3]
        zone = next((place for place in near if place < following and headings[place].kind in _OPENING_KINDS), None)
        if zone is not None:
            score += 2.2 if zone - after <= 3 else 1.0
        elif lines[after].gap > 0:
            score += 0.4
    # Inside a proposal, small numbers are its points.
    position = bisect_right(order, index) - 1
    if position >= 0 and order[position] >= first:
        heading = headings[order[position]]
        if heading.kind is ZoneKind.PROPOSAL and index - heading.line <= 12 and zone_follows_not(candidate, headings, order, following):
            score -= 1.5
    return score


_OPENING_KINDS = frozenset({ZoneKind.OUTCOME, ZoneKind.PROPOSAL, ZoneKind.CASE, ZoneKind.AGENDA, ZoneKind.HISTORY})


def zone_follows_not(candidate: _Candidate, headings: Mapping[int, Heading], order: Sequence[int], following: int) -> bool:
    """Whether no proposal or case heading stands between the candidate and the next numbered line."""
    position = bisect_right(order, candidate.numbered.line)
    return not any(
        place < following and headings[place].kind in (ZoneKind.PROPOSAL, ZoneKind.CASE, ZoneKind.AGENDA) for place in order[position : position + 3]
    )


def _score_recurrence(candidates: Sequence[_Candidate]) -> None:
    """A contents list prints each title once more before the items: the first print loses, the last one gains."""
    by_key: dict[str, list[_Candidate]] = {}
    for candidate in candidates:
        if len(candidate.key) >= 3:
            by_key.setdefault(candidate.key[:8], []).append(candidate)
    for group in by_key.values():
        for place, candidate in enumerate(group):
            later = any(same_title(candidate.key, other.key) and candidate.numbered.value == other.numbered.value for other in group[place + 1 :])
            earlier = any(same_title(candidate.key, other.key) and candidate.numbered.value == other.numbered.value for other in group[:place])
            if later and not earlier:
                candidate.score -= 3.5 if candidate.empty else 1.0
            elif earlier and not candidate.empty:
                candidate.score += 2.0


def _best_chain(candidates: Sequence[_Candidate], lines: Sequence[Line], headings: Mapping[int, Heading]) -> list[_Candidate]:
    """The ascending sequence of candidates with the highest sum of scores and transitions."""
    if not candidates:
        return []
    best: list[float] = []
    link: list[int] = []
    for place, candidate in enumerate(candidates):
        value = candidate.numbered.value
        score = candidate.score + (1.0 if value == 1 else 0.0 if candidate.numbered.style in ("punkt", "sag", "register") else -0.4)
        total, chosen = score, -1
        for other in range(max(place - 120, 0), place):
            step = _transition(candidates[other], candidate)
            if step is not None and best[other] + candidate.score + step > total:
                total, chosen = best[other] + candidate.score + step, other
        best.append(total)
        link.append(chosen)
    top = max(range(len(best)), key=best.__getitem__)
    if best[top] < 1.5:
        return []
    chain: list[_Candidate] = []
    place = top
    while place >= 0:
        chain.append(candidates[place])
        place = link[place]
    chain.reverse()
    if len(chain) == 1 and (chain[0].score < 1.8 or chain[0].numbered.style in _UNCOUNTED):
        return []
    return chain


def _transition(one: _Candidate, other: _Candidate) -> float | None:
    before, after = one.numbered.value, other.numbered.value
    if one.title_last > other.numbered.line:
        return None
    if one.numbered.style in _UNCOUNTED or other.numbered.style in _UNCOUNTED:
        if one.numbered.style == other.numbered.style:
            return 1.5 if after >= before else -2.0
        return -2.5
    if after == before == 1.0 and one.numbered.style == other.numbered.style and not one.empty and one.score > 1.5 and other.score > 1.5:
        return 0.0  # an automatic list whose numbers extraction lost: every item is "1."
    if after <= before:
        return None
    step = after - before
    if step == 1.0 or (step < 1.0 and abs(step - 1 / 30) < 1e-6):
        score = 2.0
    elif step < 1.0:
        score = 0.5
    elif step <= 1.5:
        score = 1.5
    elif step <= 4:
        score = -0.6 * (step - 1)
    elif step <= 12:
        score = -2.5
    else:
        score = -4.0
    if one.numbered.style != other.numbered.style:
        same = _FAMILY.get(one.numbered.style, one.numbered.style) == _FAMILY.get(other.numbered.style, other.numbered.style)
        score -= 0.8 if same else 3.0
    return score


def _found(candidate: _Candidate, lines: Sequence[Line], first: int, last: int) -> Found:
    index = candidate.numbered.line
    style = candidate.numbered.style
    number = None if style in _UNCOUNTED else candidate.numbered.number
    opening = _with_meta(lines, index, first)
    raw = candidate.title
    closed = closed_title(raw) or closed_title(lines[index].text)
    if style == "meta":
        index += 1
    return Found(number, clean_title(raw), closed, opening, index, max(candidate.title_last, index + 1), last, candidate.numbered.style)


def _with_meta(lines: Sequence[Line], index: int, first: int) -> int:
    """The item begins with the case number printed directly above its title."""
    opening = index
    own = read_number(lines[index])
    while opening > first and index - opening < 4 and lines[opening].gap <= 1:
        above = lines[opening - 1]
        twin = read_number(above)
        same = twin is not None and own is not None and twin.number == own.number and same_title(title_key(twin.title), title_key(own.title))
        if not (_META.match(above.text) or _GROUP.match(above.text) or same):
            break
        opening -= 1
    # A case number that directly follows other text belongs to that text.
    while opening < index and lines[opening].gap == 0 and opening > first and not lines[opening].cut and not lines[opening - 1].text.endswith((".", "!", "-")):
        opening += 1
    return opening


def _add_unnumbered(
    opened: list[Found], lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], marked: Collection[int],
    first: int, last: int, candidates: Sequence[_Candidate],
) -> list[Found]:  # fmt: skip
    """Items without a number: titles above a recurring first heading, known from the contents list, or usual ones."""
    listed = _listed_titles(lines, candidates, opened, first)
    extra: list[Found] = []
    groups = _groups(headings, first, last)
    grouped: list[Found] = []
    if len(opened) < 2 or len(opened) * 2 < len(groups):
        grouped = _items_by_headings(groups, lines, widths, headings, marked, first, last)
        if len(grouped) > len(opened) or not opened:
            opened = grouped
    if len(opened) < 2 and len(grouped) < 2:
        shaped = _items_by_shape(lines, widths, headings, marked, first, last)
        opened = shaped if len(shaped) > len(opened) else opened
    chosen: set[int] = set()
    if opened:
        # "Godkendelse af dagsorden:" with its outcome, printed above the first numbered item.
        for index in range(first + 1, opened[0].first - 1):
            line, below = lines[index], lines[index + 1]
            if is_unnumbered_title(line.text) and read_number(below) is None and not is_unnumbered_title(below.text) and (
                below.text.endswith((".", "!")) or below.length > 90
            ):
                chosen.add(index)
    body_start = opened[0].first if opened else first
    for index in range(body_start, last):
        if index in chosen or index in headings:
            continue
        line = lines[index]
        if line.length > 160:
            continue
        if opened and is_unnumbered_title(line.text) and (line.gap > 0 or line.cut) and index > body_start and _not_in_title(opened, index):
            if not _is_listed_before(lines, index, body_start):
                chosen.add(index)
        elif listed and index > body_start and title_key(line.text) in listed and _not_in_title(opened, index) and (line.gap > 0 or line.cut or not opened):
            chosen.add(index)
    for index in sorted(chosen):
        title, title_last = read_title(lines, widths, headings, index, last, None)
        if not title or any(found.first <= index < found.title_last for found in opened):
            continue
        extra.append(Found(None, clean_title(title), closed_title(title), _with_meta(lines, index, first), index, title_last, last, "none"))
    return sorted([*opened, *extra], key=lambda found: found.first)


def _not_in_title(opened: Sequence[Found], index: int) -> bool:
    return not any(found.first <= index < found.title_last for found in opened)


def _is_listed_before(lines: Sequence[Line], index: int, first: int) -> bool:
    """Whether the line stands in a list of short lines (an enumeration, not an item)."""
    return index > first and lines[index].gap == 0 and lines[index - 1].length < 60 and not lines[index].cut


def _listed_titles(lines: Sequence[Line], candidates: Sequence[_Candidate], opened: Sequence[Found], first: int) -> set[str]:
    """Keys of the titles in a contents list before the first item, as far as no item found has them."""
    edge = opened[0].first if opened else None
    have = {title_key(found.title) for found in opened}
    keys: set[str] = set()
    if edge is not None:
        for candidate in candidates:
            if candidate.numbered.line < edge and candidate.empty and len(candidate.key) >= 8 and candidate.key not in have:
                keys.add(candidate.key)
    for index in range(first, min(edge if edge is not None else len(lines), first + 80)):
        if _CONTENTS.match(lines[index].text):
            for line in lines[index + 1 : index + 40]:
                if edge is not None and line.index >= edge:
                    break
                if line.length > 140 or line.gap > 2:
                    break
                numbered = read_number(line)
                text = numbered.title if numbered is not None else line.text
                key = title_key(re.sub(r"^\W+|[ .]{3,}\d+$", "", text))
                if len(key) >= 8 and key not in have:
                    keys.add(key)
            break
    return keys


def _groups(headings: Mapping[int, Heading], first: int, last: int) -> list[int]:
    """Lines of the headings that open an item's group: items print their headings in one order, and an outcome ends a group."""
    order = [
        index for index in sorted(headings)
        if first <= index < last and headings[index].kind not in (ZoneKind.ATTENDANCE, ZoneKind.ATTACHMENT, ZoneKind.AGENDA)
    ]  # fmt: skip
    outcomes = [index for index in order if headings[index].kind is ZoneKind.OUTCOME]
    if not outcomes:
        return []
    forms = {index: headings[index].text.lower() for index in order}
    before = {forms[index] for index in order if index < outcomes[0]}
    after = {forms[index] for index in order if index > outcomes[-1]}
    # A form printed after the last outcome and never before the first one closes an item (Beslutningskompetence, Videre proces).
    closing = after - before
    groups: list[int] = []
    decided = True
    for index in order:
        kind = headings[index].kind
        if decided and kind is not ZoneKind.HISTORY and forms[index] not in closing:
            groups.append(index)
            decided = False
        if kind is ZoneKind.OUTCOME:
            decided = True
    return groups


def _items_by_headings(
    groups: Sequence[int], lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], marked: Collection[int],
    first: int, last: int,
) -> list[Found]:  # fmt: skip
    """Unnumbered items: each group of headings with the title-like line above it; a title lost in extraction is empty."""
    found: list[Found] = []
    floor = first
    for place, group in enumerate(groups):
        at = _title_above(lines, widths, group, floor, marked, headings)
        if at is None and len(groups) == 1:
            at = _title_on_page(lines, first, group)
        if at is not None and (place or at > first or at in marked):
            title, title_last = read_title(lines, widths, headings, at, last, None)
            title_last = min(title_last, group)
            found.append(Found(None, clean_title(title), closed_title(title), _with_meta(lines, at, floor), at, max(title_last, at + 1), last, "none"))
        elif len(groups) > 1:
            found.append(Found(None, "", False, _with_meta(lines, group, floor), group, group, last, "untitled"))
        floor = group + 1
    return found


def _items_by_shape(
    lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], marked: Collection[int], first: int, last: int
) -> list[Found]:
    """Unnumbered items in minutes without headings: lines that the file marks as headings, or short lines that end with a
    colon or stand in capitals, where text follows and there are several."""
    kinds: dict[str, list[int]] = {"marked": [], "colon": [], "capitals": [], "alone": []}
    for index in range(first, last - 1):
        line = lines[index]
        text = line.text
        if line.length > 110 or not (text[0].isupper() or text[0] in "\"»”") or text.endswith((",", ";", ".")) and not text.lower().endswith("evt."):
            continue
        below = lines[index + 1]
        if index in headings and headings[index].kind is ZoneKind.ATTENDANCE or looks_like_sentence(text):
            continue
        if index in marked:
            kinds["marked"].append(index)
        if text.endswith(":") and line.length <= 60 and (line.gap > 0 or line.cut or lines[index - 1].text.endswith((".", "!", "?"))) and index > first:
            kinds["colon"].append(index)
        if text.isupper() and line.length >= 5 and (line.gap > 0 or line.cut):
            kinds["capitals"].append(index)
        if line.gap > 0 and below.gap == 0 and line.length <= 70 and below.text[0].isupper() and not text.endswith(":") and below.length > line.length:
            kinds["alone"].append(index)
    for name, needed in (("marked", 2), ("capitals", 3), ("colon", 3), ("alone", 4)):
        places = [index for index in kinds[name] if name != "marked" or index > first]
        usual = sum(1 for index in places if is_usual(lines[index].text))
        if len(places) >= needed and (usual or name in ("marked", "colon")):
            found = []
            for index in places:
                title, title_last = read_title(lines, widths, headings, index, last, None)
                found.append(Found(None, clean_title(title), closed_title(title), index, index, title_last, last, name))
            return found
    return []


def _title_on_page(lines: Sequence[Line], first: int, group: int) -> int | None:
    """On a page of one point the title stands above an introduction, below the meeting's own lines."""
    for index in range(group - 1, max(first, group - 12), -1):
        line = lines[index]
        ended = line.text.endswith((".", "!", ",", ";", ":"))
        if line.gap > 0 and line.text[0].isupper() and not ended and 12 <= line.length <= 200 and not _FRONT.match(line.text) and not _HELD_ON.search(line.text):
            return index
    return None


_HELD_ON = re.compile(r"\b(?:kl\.|lokale|referat|dagsorden|møde)\b|\d{4}$", re.IGNORECASE)


def _title_above(
    lines: Sequence[Line], widths: Sequence[int], group: int, floor: int, marked: Collection[int], headings: Mapping[int, Heading]
) -> int | None:
    index = group - 1
    best: int | None = None
    while index >= floor and group - index <= 6:
        line = lines[index]
        if index in marked:
            return index
        if index in headings and headings[index].kind is ZoneKind.AGENDA or _META.match(line.text):
            if best is not None:
                break
            index -= 1
            continue
        if index in headings or line.length > 160:
            break
        if _FRONT.match(line.text):
            break
        titled = line.text[0].isupper() or line.text[0].isdigit() or line.text[0] in "\"»”("
        ended = line.text.endswith((".", "!", ",", ";", ":")) and not line.text.lower().endswith("evt.")
        if titled and not ended and not looks_like_sentence(line.text):
            best = index
            if line.gap > 0 or line.cut:
                return index
        elif ended:
            break
        index -= 1
    return best


def _close(opened: Sequence[Found], lines: Sequence[Line], last: int) -> list[Found]:
    closed: list[Found] = []
    for place, found in enumerate(opened):
        end = opened[place + 1].first if place + 1 < len(opened) else last
        if place + 1 == len(opened):
            for index in range(found.title_last, end):
                apart = lines[index].gap > 0 or lines[index].cut or index > found.title_last and lines[index - 1].text.endswith((".", "!", "-"))
                if apart and ends_items(lines[index].text):
                    end = index
                    break
        if end > found.first:
            closed.append(replace(found, last=end))
    return closed
