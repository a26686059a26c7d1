"""Rows of candidates that are no items: lists inside a point, entries of lists, and first prints of titles."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.candidates import Candidate
from decisionnlp.segmentation.contents_lists import IN_CONTENTS
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import WORDED, looks_like_sentence, read_number, same_title
from decisionnlp.segmentation.titles import CONTENTS

LISTED = frozenset({"dot", "paren", "letter", "dash"})
_TITLE_LETTERS = 6
_ROW = 4  # titles that make a contents list
_LONGEST_ROW = 150
_EMPTY = 3  # one of so many at most may have a text


def demote_lists(found: Sequence[Candidate], lines: Sequence[Line], headings: Mapping[int, Heading]) -> None:
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


def demote_cased(found: Sequence[Candidate], headings: Mapping[int, Heading]) -> None:
    """A list that counts from 1 inside a case, between its heading and the next zone's, is no row of items where the page titles its
    points in words (``Punkt 33 Takster``), right above the heading of a zone."""
    worded = [
        one
        for one in found
        if one.numbered.style in WORDED and any(at in headings for at in range(one.title_last, one.title_last + 2))
    ]
    if not worded:
        return
    firm = [index for index in sorted(headings) if headings[index].alone and headings[index].kind in _CASED]
    for one in found:
        if one.numbered.style not in LISTED or one.numbered.line < worded[0].numbered.line:
            continue
        place = bisect_right(firm, one.numbered.line)
        if 0 < place < len(firm) and headings[firm[place - 1]].kind is ZoneKind.CASE:
            one.score -= _NESTED


_CASED = frozenset({ZoneKind.CASE, ZoneKind.PROPOSAL, ZoneKind.OUTCOME})
_ROWS = 3  # rows of entries, each right below a title of its own


def demote_entries(found: Sequence[Candidate], lines: Sequence[Line], headings: Mapping[int, Heading]) -> None:
    """Rows that count from 1 anew, each right below a short line set apart, are what was said under unnumbered titles where most
    of their lines are sentences."""
    counted = [one for one in found if one.numbered.style in LISTED]
    opening = [one for one in counted if one.numbered.value == 1.0]
    titled = [one for one in opening if _titled(one.numbered.line, lines, headings)]
    if len(titled) < _ROWS or 3 * len(titled) < 2 * len(opening):
        return
    told = sum(_told(one, lines) for one in counted)
    if 2 * told >= len(counted):
        for one in counted:
            one.score -= _NESTED


def _titled(index: int, lines: Sequence[Line], headings: Mapping[int, Heading]) -> bool:
    """Whether a short line that reads as a title stands right above, with an empty line above it."""
    above = lines[index - 1]
    return (
        index > 0
        and lines[index].gap == 0
        and (above.gap > 0 or above.cut)
        and index - 1 not in headings
        and above.length <= 60
        and above.text[0].isupper()
        and not above.text.endswith((".", ",", ";"))
        and not CONTENTS.match(above.text.rstrip(" :"))
        and read_number(above) is None
    )


def _told(one: Candidate, lines: Sequence[Line]) -> bool:
    line = lines[one.numbered.line]
    return line.length > 80 or line.text.endswith((".", "!", "?")) or looks_like_sentence(one.title)


_SAID_ON = 6  # points of a list that may be answered below it
_NESTED = 4.0  # more than a numbered line gains by its shape


def demote_nested(found: Sequence[Candidate], lines: Sequence[Line]) -> None:
    """A row that counts from 1 and is set in further than the numbered line above it, which counts on below the row, is a list
    inside that item."""
    place = 1
    while place < len(found):
        outer, one = found[place - 1], found[place]
        edge, indent = lines[outer.numbered.line].indent, lines[one.numbered.line].indent
        place += 1
        if one.numbered.value != 1.0 or one.numbered.style not in LISTED or indent <= edge:
            continue
        row = [one]
        while place - 1 + len(row) < len(found) and lines[found[place - 1 + len(row)].numbered.line].indent > edge:
            row.append(found[place - 1 + len(row)])
        # "ad 3" among what was said on the list's own points counts nothing.
        rest = found[place - 1 + len(row) : place - 1 + len(row) + _SAID_ON]
        after = next((other for other in rest if other.numbered.style != "ad" or outer.numbered.style == "ad"), None)
        if after is None or after.numbered.style != outer.numbered.style:
            continue
        if after.numbered.value == outer.numbered.value + 1 or (
            after.numbered.value == outer.numbered.value == 1.0 and all(other.empty for other in row[:-1])
        ):
            for other in row:
                other.score -= _NESTED
            outer.empty = False
            place += len(row) - 1


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
    _demote_counted_list(candidates)


def _demote_counted_list(candidates: Sequence[Candidate]) -> None:
    """A row that counts on from its first title, most of them without text, up to where that title is printed again with text, is a
    contents list, also where one of its titles reads as a title with a text of its own."""
    first: dict[tuple[float, str], int] = {}
    for place, one in enumerate(candidates):
        key = (one.numbered.value, one.key[:12])
        start = first.setdefault(key, place) if one.empty else first.get(key)
        if start is None or start == place or one.empty or not candidates[start].empty or len(one.key) < _TITLE_LETTERS:
            continue
        row = candidates[start:place] if place - start <= _LONGEST_ROW else ()
        if len(row) < _ROW or any(b.numbered.value != a.numbered.value + 1 for a, b in itertools.pairwise(row)):
            continue
        if _EMPTY * sum(not other.empty for other in row[:-1]) < len(row):
            for other in row:
                if not other.listed and other.score > -IN_CONTENTS / 2:
                    other.score -= IN_CONTENTS
                    other.listed = True
