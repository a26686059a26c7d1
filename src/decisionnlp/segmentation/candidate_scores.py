"""What speaks for and against a candidate: the form of its line, what stands between it and the next, and other prints of its title."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence

from decisionnlp import lexicons
from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.candidate_rows import (
    LISTED,
    demote_cased,
    demote_entries,
    demote_lists,
    demote_nested,
    score_recurrence,
)
from decisionnlp.segmentation.candidates import Candidate
from decisionnlp.segmentation.contents_lists import IN_CONTENTS, ending_in_pages, page_numbered, under_contents
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import (
    WORDED,
    closed_title,
    has_item_mark,
    is_usual,
    looks_like_sentence,
    read_number,
)
from decisionnlp.segmentation.titles import CONTENTS

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
    demote_lists(found, lines, headings)
    demote_nested(found, lines)
    demote_cased(found, headings)
    demote_entries(found, lines, headings)
    paged = {*page_numbered(found, lines, headings), *ending_in_pages(found), *under_contents(found, lines, first)}
    score_recurrence(found, headings)
    for position in paged:
        found[position].score -= IN_CONTENTS
        found[position].listed = True


def _beside(found: Sequence[Candidate], position: int) -> Iterator[Candidate]:
    """The candidates behind one, without the list that counts from 1 right below a point that says that it is one (``Ad. 2``)."""
    style = found[position].numbered.style
    below = itertools.islice(found, position + 1, None)
    one = next(below, None)
    if one is None:
        return
    agenda = found[position].key.startswith(one.key)  # its titles from the first one on, printed once more
    if style in WORDED and one.numbered.style in LISTED and one.numbered.value == 1.0 and not agenda:
        yield from itertools.dropwhile(lambda other: other.numbered.style in LISTED, below)
    else:
        yield one


# "Direktøren indstiller, at;": what follows is what is proposed.
_LEADS_IN = re.compile(
    rf"\b(?:{lexicons.alternatives('line_words', 'leading_in')})\b[^.]*[,:;]$|,? at ?[:;,]?$", re.IGNORECASE
)
_LEADS_IN_ENDS = (",", ":", ";", "t", "T")
_ASKING = 3  # lines below the heading of a proposal in which its points are led in
_LEAD_REACH = 300  # characters before the end of a line in which the verb that leads in is looked for


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
    if (
        index > first
        and lines[index - 1].text.endswith(_LEADS_IN_ENDS)
        and _LEADS_IN.search(lines[index - 1].text[-_LEAD_REACH:])
    ):
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
        below = headings[order[position + 1]].kind if position + 1 < len(order) else None
        candidate.asked = heading.kind is ZoneKind.PROPOSAL and heading.alone and below is ZoneKind.OUTCOME
        if candidate.asked and candidate.numbered.style in LISTED:
            asks = lines[heading.line + 1 : min(heading.line + 1 + _ASKING, index)]
            if any(line.text.endswith((":", ",", " at")) and not read_number(line) for line in asks):
                score -= 3.0
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
