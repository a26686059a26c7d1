"""What speaks for and against a candidate: the form of its line, what stands between it and the next, and other prints of its title."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence

from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.candidates import Candidate
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import (
    closed_title,
    has_item_mark,
    is_usual,
    looks_like_sentence,
    read_number,
    same_title,
)
from decisionnlp.segmentation.titles import CONTENTS, GROUP

# Prior of each style: how far a line so numbered is an agenda item before anything else is looked at.
_PRIOR = {
    "punkt": 2.2, "sag": 1.4, "ad": -0.6, "register": 1.5, "open": 2.0, "dot": 0.2, "dash": -0.6, "paren": -0.8,
    "letter": -2.2, "bare": -0.9, "alone": -0.6, "time": -0.8, "label": 0.0, "meta": -0.2,
}  # fmt: skip
_OPENING_KINDS = frozenset({ZoneKind.OUTCOME, ZoneKind.PROPOSAL, ZoneKind.CASE, ZoneKind.AGENDA, ZoneKind.HISTORY})


def score_candidates(
    found: Sequence[Candidate], lines: Sequence[Line], headings: Mapping[int, Heading], marked: Collection[int],
    first: int, last: int,
) -> None:  # fmt: skip
    """Score the candidates of ``lines[first:last]``; ``marked`` are lines that the file's own structure shows as headings."""
    order = sorted(headings)
    dense = not any(line.gap for line in lines[first + 1 : last])  # no empty lines: none can set a title apart
    for position, candidate in enumerate(found):
        following = next((other.numbered.line for other in _beside(found, position)), last)
        candidate.score = _PRIOR[candidate.numbered.style] + _shape(
            candidate, lines, headings, marked, following, order, first, dense=dense
        )
    _demote_lists(found, lines, headings)
    _demote_nested(found, lines)
    _demote_entries(found, lines, headings)
    paged = {*_page_numbered(found, lines, headings), *_ending_in_pages(found), *_under_contents(found, lines, first)}
    _score_recurrence(found, headings)
    for position in paged:
        found[position].score -= _IN_CONTENTS
        found[position].listed = True


_EXPLICIT = frozenset({"punkt", "sag", "ad"})
_LISTED = frozenset({"dot", "paren", "letter", "dash"})


def _beside(found: Sequence[Candidate], position: int) -> Iterator[Candidate]:
    """The candidates behind one, without the list that counts from 1 right below a point that says that it is one (``Ad. 2``)."""
    style = found[position].numbered.style
    below = itertools.islice(found, position + 1, None)
    one = next(below, None)
    if one is None:
        return
    agenda = found[position].key.startswith(one.key)  # its titles from the first one on, printed once more
    if style in _EXPLICIT and one.numbered.style in _LISTED and one.numbered.value == 1.0 and not agenda:
        yield from itertools.dropwhile(lambda other: other.numbered.style in _LISTED, below)
    else:
        yield one


# "Direktøren indstiller, at;": what follows is what is proposed.
_LEADS_IN = re.compile(
    r"\b(?:indstiller|indstilles|foreslår|foreslås|anbefaler|anbefales)\b[^.]*[,:;]$|,? at ?[:;,]?$", re.IGNORECASE
)
_LEAD_REACH = 300  # characters before the end of a line in which the verb that leads in is looked for
_PAGED = 3  # titles with a page number below them that make a contents list
_IN_CONTENTS = 10.0  # more than a row of titles gains by counting on


def _page_numbered(found: Sequence[Candidate], lines: Sequence[Line], headings: Mapping[int, Heading]) -> range:
    """The places in ``found`` of a contents list whose page numbers extraction set on lines of their own (``Takster`` / ``14``), as
    far as a title of it is printed once more below with text."""
    paged = [
        place
        for place, (one, other) in enumerate(itertools.pairwise(found))
        if other.numbered.line == one.title_last + 1
        and len(page := lines[one.title_last].text) <= 4
        and page.isdecimal()
        and one.title_last not in headings
    ]
    if len(paged) < _PAGED:
        return range(0)
    row = range(paged[0], paged[-1] + 1)
    if 2 * len(paged) < len(row):
        return range(0)
    keys = {(found[place].numbered.value, found[place].key[:8]) for place in row}
    if not any((one.numbered.value, one.key[:8]) in keys for one in found[row.stop :]):
        return range(0)
    for place in paged:
        found[place].empty = True
    return row


_TITLE_LETTERS = 6
_ROW = 4  # titles that make a contents list
_LONGEST_ROW = 150
_EMPTY = 3  # one of so many at most may have a text
_PAGE = re.compile(r"(?<=[^\W\d_]) (?P<page>\d{1,3})$")


def _ending_in_pages(found: Sequence[Candidate]) -> set[int]:
    """The places in ``found`` of a contents list whose titles end in their pages (``3. Takster 14``): a row without text between its
    titles, the pages never falling, with titles below it that count from 1 or carry text."""
    row: list[int] = []
    best: list[int] = []
    page = 0
    for place, candidate in enumerate(found):
        match = _PAGE.search(candidate.title)
        if match is None or int(match["page"]) < page or (row and row[-1] != place - 1):
            row, page = [], 0
            if match is None:
                continue
        row.append(place)
        page = int(match["page"])
        if len(row) > len(best):
            best = list(row)
        if not candidate.empty:
            row, page = [], 0  # the last title of the list
    if len(best) < _PAGED or all(other.empty or other.numbered.line < found[best[0]].numbered.line for other in found):
        return set()
    again = any(other.numbered.value == 1.0 or not other.empty for other in found[best[-1] + 1 :])
    return set(best) if again else set()


_CONTENTS_LINES = 25  # lines in which the head of a contents list is looked for


def _under_contents(found: Sequence[Candidate], lines: Sequence[Line], first: int) -> range:
    """The places in ``found`` of the titles right below ``Indholdsfortegnelse``, with nothing between them but headings of groups;
    none where they count on below the row, as the points of the minutes themselves do."""
    head = next(
        (line.index for line in lines[first : first + _CONTENTS_LINES] if line.text.lower().startswith("indholdsf")),
        None,
    )
    if head is None or lines[head].length > 30:
        return range(0)
    start = next((place for place, one in enumerate(found) if one.numbered.line > head), len(found))
    stop, at = start, head + 1
    while (
        stop < len(found)
        and all(GROUP.match(line.text) for line in lines[at : found[stop].numbered.line])
        and (stop == start or found[stop].numbered.value > found[stop - 1].numbered.value)
    ):
        at = found[stop].title_last
        stop += 1
    if stop - start < _PAGED:
        return range(0)
    after = found[stop] if stop < len(found) else None
    if after is not None and after.numbered.value == found[stop - 1].numbered.value + 1:
        return range(0)
    return range(start, stop)


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


_ROWS = 3  # rows of entries, each right below a title of its own


def _demote_entries(found: Sequence[Candidate], lines: Sequence[Line], headings: Mapping[int, Heading]) -> None:
    """Rows that count from 1 anew, each right below a short line set apart, are what was said under unnumbered titles where most
    of their lines are sentences."""
    counted = [one for one in found if one.numbered.style in _LISTED]
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


_NESTED = 4.0  # more than a numbered line gains by its shape


def _demote_nested(found: Sequence[Candidate], lines: Sequence[Line]) -> None:
    """A row that counts from 1 and is set in further than the numbered line above it, which counts on below the row, is a list
    inside that item."""
    place = 1
    while place < len(found):
        outer, one = found[place - 1], found[place]
        edge, indent = lines[outer.numbered.line].indent, lines[one.numbered.line].indent
        place += 1
        if one.numbered.value != 1.0 or one.numbered.style not in _LISTED or indent <= edge:
            continue
        row = [one]
        while place - 1 + len(row) < len(found) and lines[found[place - 1 + len(row)].numbered.line].indent > edge:
            row.append(found[place - 1 + len(row)])
        after = found[place - 1 + len(row)] if place - 1 + len(row) < len(found) else None
        if after is None or after.numbered.style != outer.numbered.style:
            continue
        if after.numbered.value == outer.numbered.value + 1 or (
            after.numbered.value == outer.numbered.value == 1.0 and all(other.empty for other in row[:-1])
        ):
            for other in row:
                other.score -= _NESTED
            outer.empty = False
            place += len(row) - 1


def _shape(
    candidate: Candidate, lines: Sequence[Line], headings: Mapping[int, Heading], marked: Collection[int], following: int,
    order: Sequence[int], first: int, *, dense: bool,
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
        above = lines[index - 1].text
        if not dense or not above.endswith((".", "!", "?")):
            score -= 0.2
        if above.endswith((":", ",")) and not CONTENTS.match(above):
            score -= 1.8
    if index > first and _LEADS_IN.search(lines[index - 1].text[-_LEAD_REACH:]):
        score -= 4.0  # a point of a proposal, as "at …" is
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


def _score_recurrence(candidates: Sequence[Candidate], headings: Mapping[int, Heading]) -> None:
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
                if not other.listed and other.score > -_IN_CONTENTS / 2:
                    other.score -= _IN_CONTENTS
                    other.listed = True
