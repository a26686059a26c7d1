"""Lines that may open an agenda item, each with what speaks for and against it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.closing import is_tasks
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.line_joins import goes_on
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import (
    Numbered,
    closed_title,
    has_item_mark,
    is_usual,
    looks_like_sentence,
    read_number,
    same_title,
    title_key,
)
from decisionnlp.segmentation.outcome_words import short_answer
from decisionnlp.segmentation.titles import CONTENTS, META, read_title

# Prior of each style: how far a line so numbered is an agenda item before anything else is looked at.
_PRIOR = {
    "punkt": 2.2, "sag": 1.4, "ad": -0.6, "register": 1.5, "open": 2.0, "dot": 0.2, "dash": -0.6, "paren": -0.8,
    "letter": -2.2, "bare": -0.9, "alone": -0.6, "time": -0.8, "label": 0.0, "meta": -0.2,
}  # fmt: skip
# Styles without a number of their own: they ascend by place (or clock) only.
UNCOUNTED = frozenset({"time", "label", "meta"})
_OPENING_KINDS = frozenset({ZoneKind.OUTCOME, ZoneKind.PROPOSAL, ZoneKind.CASE, ZoneKind.AGENDA, ZoneKind.HISTORY})


@dataclass(slots=True)
class Candidate:
    numbered: Numbered
    score: float
    title: str
    title_last: int
    key: str
    empty: bool = False
    title_first: int = -1  # where the title stands above the number
    told: bool = False  # the line itself tells what was said; its title stands in the contents list


def find_candidates(
    lines: Sequence[Line],
    widths: Sequence[int],
    headings: Mapping[int, Heading],
    marked: Collection[int],
    first: int,
    last: int,
) -> list[Candidate]:
    found: list[Candidate] = []
    slots = [index for index in range(first, last) if lines[index].text[0] in _CLOCK and _SLOT.match(lines[index].text)]
    for index in range(first, last):
        line = lines[index]
        if index in headings and not (META.match(line.text) and _meta(lines, headings, index, last)):
            continue
        numbered = read_number(line) or _meta(lines, headings, index, last)
        if numbered is None:
            continue
        if index > first and line.gap == 0 and numbered.style == "dot" and _REFERRED.search(lines[index - 1].text):
            continue  # "se drøftelsen under punkt" / "2. Forvaltningen …"
        if (
            index > first
            and line.gap == 0
            and goes_on(lines[index - 1], line, widths[index])
            and not _opens_anyway(lines[index - 1], numbered)
        ):
            continue
        at = index + 1 if numbered.style == "meta" else index
        title, title_last = read_title(
            lines, widths, headings, at, last, None if numbered.style == "meta" else numbered
        )
        if (
            numbered.style == "time"
            and not numbered.title
            and len(slots) >= _SLOTS
            and (not title or looks_like_sentence(title))
        ):
            title, title_last = "", index + 1  # minutes by the clock: what was said stands right below
        elif not title and numbered.style in ("alone", "dot", "paren", "letter", "bare", "dash", "time"):
            continue
        if numbered.style == "label" and is_tasks(line.text):
            continue
        if numbered.style == "alone" and not title[:1].isupper():
            continue
        if _member(lines, index):
            continue
        found.append(Candidate(numbered, _PRIOR[numbered.style], title, title_last, title_key(title)))
    _adopt_titles(found, lines)
    _adopt_told(found, lines)
    _take_titles_above(found, lines, headings, first)
    order = sorted(headings)
    for position, candidate in enumerate(found):
        following = found[position + 1].numbered.line if position + 1 < len(found) else last
        candidate.score += _shape(candidate, lines, headings, marked, following, order, first)
    _demote_lists(found, lines, headings)
    return found


# "18.20-18.30" alone on its line, and how many of them make minutes by the clock.
_SLOT = re.compile(r"(?:kl\.? ?)?\d{1,2}[.:]\d\d\s?[-–]\s?\d{1,2}[.:]\d\d$", re.IGNORECASE)
_SLOTS = 4
_CLOCK = frozenset("0123456789Kk")
_REFERRED = re.compile(r"[a-zæøå,] (?:punkt|pkt\.?|sag|sag nr\.|nr\.|dagsordenspunkt)$")
_UNENDED = re.compile(
    r"(?:[,;(-]|\b(?:og|eller|samt|til|i|på|under|jf\.?|se|af|om|ved|fra|for|med|som|at|der|den|det|de|en|et|nr\.|punkt|pkt\.?))$",
    re.IGNORECASE,
)


def _opens_anyway(above: Line, numbered: Numbered) -> bool:
    """Whether a line that may carry on the paragraph above opens an item all the same: ``Punkt 4: Takster`` says so itself."""
    if numbered.style not in ("punkt", "sag", "register", "open") or not numbered.title[:1].isupper():
        return False
    if looks_like_sentence(numbered.title):
        return False
    return (numbered.style == "register" and above.text.endswith((".", "!", "?"))) or (
        numbered.style != "register" and _UNENDED.search(above.text) is None
    )


_TITLED_APART = frozenset({"ad", "punkt", "sag"})


def _adopt_titles(found: Sequence[Candidate], lines: Sequence[Line]) -> None:
    """``Ad. 1`` alone on its line, with text below: the title stands in the contents list above, under the same number."""
    alone = [
        candidate for candidate in found if candidate.numbered.style in _TITLED_APART and not candidate.numbered.title
    ]
    if len(alone) < 2:
        return
    start = alone[0].numbered.line
    listed = {
        candidate.numbered.value: candidate
        for candidate in found
        if candidate.numbered.line < start and candidate.numbered.title and candidate.numbered.style not in UNCOUNTED
    }
    if len(listed) * 3 < len(alone) * 2:
        return
    for candidate in found:
        other = listed.get(candidate.numbered.value)
        if (
            candidate.numbered.line >= start - 12
            and candidate.numbered.style == alone[0].numbered.style
            and other is not None
            and other is not candidate
            and short_answer(candidate.numbered.title)
        ):  # "Ad 1. Godkendt" among them
            candidate.title, candidate.key = other.title, other.key
            candidate.title_last, candidate.told = candidate.numbered.line, True
    for candidate in alone:
        other = listed.get(candidate.numbered.value)
        if other is not None and not same_title(other.key, candidate.key):
            candidate.title, candidate.key = other.title, other.key
            candidate.title_last = candidate.numbered.line + 1


def _adopt_told(found: Sequence[Candidate], lines: Sequence[Line]) -> None:
    """``Ad 1: Datoerne står ved magt.`` below a list of titles with the same numbers: the line tells what was said on that title."""
    told = [candidate for candidate in found if candidate.numbered.style == "ad" and candidate.numbered.title]
    if len(told) < 3:
        told = [candidate for candidate in found if candidate.numbered.style == "punkt" and candidate.numbered.title]
        if 2 * sum(looks_like_sentence(candidate.numbered.title) for candidate in told) <= len(told):
            return  # titles of their own
    if len(told) < 3:
        return
    listed: dict[float, Candidate] = {}
    for candidate in found:
        if candidate.numbered.line >= told[0].numbered.line:
            break
        if candidate.numbered.title and candidate.numbered.style in ("dot", "paren", "bare"):
            listed[candidate.numbered.value] = candidate
    own = [candidate for candidate in told if candidate.numbered.value in listed]
    if len(own) * 3 < len(told) * 2 or len(listed) * 3 < len(told) * 2:
        return
    if 2 * sum(same_title(listed[candidate.numbered.value].key, candidate.key) for candidate in own) >= len(own):
        return
    for candidate in own:
        other = listed[candidate.numbered.value]
        candidate.title, candidate.key = other.title, other.key
        candidate.title_last, candidate.told = candidate.numbered.line, True


def _take_titles_above(
    found: Sequence[Candidate], lines: Sequence[Line], headings: Mapping[int, Heading], first: int
) -> None:
    """Where the number stands alone below its title (``Takster`` / ``Sag nr. 12``), the candidate begins with the title."""
    above: list[tuple[Candidate, int]] = []
    alone = 0
    for candidate in found:
        numbered, index = candidate.numbered, candidate.numbered.line
        if numbered.style not in ("punkt", "sag") or numbered.title:
            continue
        alone += 1
        place = index - 1
        while place > first and lines[place].gap == 0 and index - place < 4:
            place -= 1
        following = lines[index + 1] if index + 1 < len(lines) else None
        if (
            lines[index].gap == 0
            and place >= first
            and (lines[place].gap > 0 or lines[place].cut)
            and not any(line.index in headings or read_number(line) for line in lines[place:index])
            and lines[place].text[0].isupper()
            and not lines[index - 1].text.endswith((".", ":", ","))
            and sum(line.length for line in lines[place:index]) <= 220
            and (following is None or following.gap > 0 or following.index in headings)
        ):
            above.append((candidate, place))
    if len(above) < 2 or len(above) * 3 < alone * 2:
        return
    for candidate, place in above:
        index = candidate.numbered.line
        candidate.title = " ".join(line.text for line in lines[place:index])
        candidate.key = title_key(candidate.title)
        candidate.title_first, candidate.title_last = place, index + 1


def _demote_lists(found: Sequence[Candidate], lines: Sequence[Line], headings: Mapping[int, Heading]) -> None:
    """A numbered list that a sentence announces (``Følgende emner blev nævnt:``) is no row of items."""
    for position, candidate in enumerate(found):
        index = candidate.numbered.line
        if candidate.numbered.value != 1 or index == 0 or position == 0 or not lines[index].gap:
            continue
        above = lines[index - 1]
        heading = headings.get(index - 1)
        if (
            heading is not None
            and heading.alone
            and heading.kind is ZoneKind.CASE
            and found[0].numbered.value == 1
            and found[0].score > 2.0
        ):
            pass  # the case of a point begins with a list
        elif (
            index - 1 in headings or not above.text.endswith(":") or above.length < 40 or read_number(above) is not None
        ):
            continue
        before = candidate
        for member in found[position:]:
            line = member.numbered.line
            if (
                member.numbered.style != candidate.numbered.style
                or (member is not candidate and member.numbered.value != before.numbered.value + 1)
                or any(place in headings for place in range(before.numbered.line, line))
            ):
                break
            member.score -= 2.5
            before = member


# "2. Lars Vind (A)": a member with a party.
_MEMBER = re.compile(
    r"\d{1,3}[.)] ?(?:[A-ZÆØÅ]?[\wæøå-]+ ){0,2}[A-ZÆØÅ][\wæøå.-]+(?: [A-ZÆØÅ][\wæøå.-]+){1,3},? \(?(?:[A-ZÆØÅ]{1,2}|UFP|løsgænger)\)?$"
)


def _member(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is one of a list of members with their parties."""
    if not _MEMBER.match(lines[index].text):
        return False
    return any(_MEMBER.match(near.text) for near in (*lines[max(index - 1, 0) : index], *lines[index + 1 : index + 2]))


def _meta(lines: Sequence[Line], headings: Mapping[int, Heading], index: int, last: int) -> Numbered | None:
    """A case number on a line of its own with an unnumbered title below it."""
    line = lines[index]
    if (line.gap == 0 and not line.cut and index > 0) or not META.match(line.text) or index + 1 >= last:
        return None
    title = lines[index + 1]
    if (
        title.gap > 1
        or index + 1 in headings
        or read_number(title) is not None
        or title.length > 200
        or not title.text[0].isupper()
    ):
        return None
    if title.text.endswith((".", ":")) or looks_like_sentence(title.text) or META.match(title.text):
        return None
    for near in lines[max(index - 2, 0) : index]:
        twin = read_number(near)
        if twin is not None and same_title(title_key(twin.title), title_key(title.text)):
            return None  # a numbered title, its case number, the title once more
    above = lines[index - 1] if index else None
    twin = read_number(above) if above is not None else None
    if twin is not None and len(twin.title) >= 4 and twin.title[0].isupper() and not looks_like_sentence(twin.title):
        return None  # the case number of the numbered title above
    return Numbered(index, "meta", "", 0.0, title.text, 0)


def _shape(
    candidate: Candidate, lines: Sequence[Line], headings: Mapping[int, Heading], marked: Collection[int], following: int,
    order: Sequence[int], first: int,
) -> float:  # fmt: skip
    index, title = candidate.numbered.line, candidate.title
    line = lines[index]
    score = 0.0
    if index in marked:
        score += 3.0
    if not title:
        score -= 0.5
    elif title[0].islower() and is_usual(title):
        pass
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
    if index == 0 and line.gap <= 1 and candidate.numbered.style in ("dot", "bare", "open") and not candidate.empty:
        score += 1.5  # the page of one point begins with its title
    if line.gap > 0 or line.cut or index == first or candidate.title_first >= 0:
        score += 0.7
    elif index > first:
        score -= 0.2
        above = lines[index - 1].text
        if above.endswith((":", ",")) and not CONTENTS.match(above):
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
        if (
            heading.kind is ZoneKind.PROPOSAL
            and index - heading.line <= 12
            and _no_zone_follows(candidate, headings, order, following)
        ):
            score -= 1.5
    return score


def _no_zone_follows(
    candidate: Candidate, headings: Mapping[int, Heading], order: Sequence[int], following: int
) -> bool:
    """Whether no proposal or case heading stands between the candidate and the next numbered line."""
    position = bisect_right(order, candidate.numbered.line)
    return not any(
        place < following and headings[place].kind in (ZoneKind.PROPOSAL, ZoneKind.CASE, ZoneKind.AGENDA)
        for place in order[position : position + 3]
    )


def score_recurrence(candidates: Sequence[Candidate], headings: Mapping[int, Heading]) -> None:
    """A contents list prints each title once more before the items: the first print loses, the last one gains.

    A title repeated right under an outcome heading is part of that outcome and loses.
    """
    groups: dict[tuple[float, str], list[Candidate]] = {}
    for candidate in candidates:
        if len(candidate.key) < 3:
            continue
        group = groups.setdefault((candidate.numbered.value, candidate.key[:8]), [])
        above = headings.get(candidate.numbered.line - 1)
        if (
            above is not None
            and above.kind is ZoneKind.OUTCOME
            and above.alone
            and any(same_title(candidate.key, other.key) and not other.empty for other in group[-5:])
        ):
            candidate.score -= 4.0
            continue
        group.append(candidate)
    for group in groups.values():
        if len(group) < 2 or len(group) > 50:
            continue
        for place, candidate in enumerate(group):
            later = any(same_title(candidate.key, other.key) for other in group[place + 1 :])
            earlier = any(same_title(candidate.key, other.key) for other in group[:place])
            if later and not earlier:
                candidate.score -= 3.5 if candidate.empty else 1.0
            elif earlier and not candidate.empty:
                candidate.score += 2.0
    _demote_contents(candidates)


def _demote_contents(candidates: Sequence[Candidate]) -> None:
    """A row of titles without any text is a contents list as a whole where two of them or more are printed again below with text;
    the others of the row may be cut off, or worded anew, further down."""
    filled = {(candidate.numbered.value, candidate.key[:8]) for candidate in candidates if not candidate.empty}
    place = 0
    while place < len(candidates):
        row = [candidates[place]]
        while (
            place + len(row) < len(candidates)
            and row[-1].empty
            and candidates[place + len(row)].numbered.style == row[0].numbered.style
            and candidates[place + len(row)].numbered.value > row[-1].numbered.value
        ):
            row.append(candidates[place + len(row)])
        again = [(one.numbered.value, one.key[:8]) in filled for one in row]
        after = candidates[place + len(row)] if place + len(row) < len(candidates) else None
        anew = after is not None and (after.numbered.value, after.key) == (row[0].numbered.value, row[0].key)
        if len(row) >= 3 and all(one.empty for one in row[:-1]) and again[0] and (anew or sum(again) >= 2):
            for one, printed in zip(row, again, strict=True):
                if not printed or one is row[-1]:
                    one.score -= 3.5
        place += len(row)
