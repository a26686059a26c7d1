"""The row of agenda items among scored candidates: the ascending sequence with the highest sum of scores and transitions."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from decisionnlp import lexicons
from decisionnlp.segmentation.candidates import UNCOUNTED, Candidate
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import WORDED, is_usual, looks_like_sentence, same_title

_FAMILY = {"punkt": "punkt", "sag": "sag", "open": "dot", "dot": "dot", "bare": "dot", "alone": "dot", "dash": "dot"}


def best_chain(candidates: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """The ascending sequence of candidates with the highest sum of scores and transitions."""
    if not candidates:
        return []
    best: list[float] = []
    link: list[int] = []
    lost = _lost_numbers(candidates)
    again = _begun_again(candidates, lines)
    if lost:
        for before, after in itertools.pairwise(candidates):
            if before.empty and before.numbered.value == 1.0 and after.numbered.value == 2.0:
                before.empty = False  # what follows is a list inside the item
    for place, candidate in enumerate(candidates):
        value = candidate.numbered.value
        score = candidate.score + (
            1.0 if value == 1 else 0.0 if candidate.numbered.style in ("punkt", "sag", "register") else -0.4
        )
        total, chosen = score, -1
        lettered = candidate.numbered.style == "letter" and place > 0 and _next_letter(candidates[place - 1], candidate)
        for other in range(max(place - 120, 0), place):
            if lost and value == 2.0 and link[other] >= 0 and candidates[link[other]].numbered.value == 1.0:
                continue  # a list inside the item
            if lettered and candidates[other].numbered.style != "letter":
                continue  # "E." behind "D." counts no item "4." on
            step = _transition(candidates[other], candidate, lost=lost)
            if step is None and candidate.score > 1.0 and candidates[other].score > 1.0:
                step = _turn(candidates[other], candidate, lines)
            if step is None and again.get(place) == other:
                step = _RESTART
            if step is not None and other < place - 1 and _resumes(candidates[place - 1], candidates[other], candidate):
                step -= 1.5
            if step is not None and best[other] + candidate.score + step > total:
                total, chosen = best[other] + candidate.score + step, other
        best.append(total)
        link.append(chosen)
    top = max(range(len(best)), key=best.__getitem__)
    if best[top] < 1.5:
        return []
    chain: list[Candidate] = []
    place = top
    while place >= 0:
        chain.append(candidates[place])
        place = link[place]
    chain.reverse()
    if len(chain) == 1 and (chain[0].score < 1.8 or chain[0].numbered.style in UNCOUNTED):
        return []
    return chain


def _next_letter(one: Candidate, other: Candidate) -> bool:
    return one.numbered.style == "letter" and one.numbered.value == other.numbered.value - 1


def _resumes(last: Candidate, one: Candidate, other: Candidate) -> bool:
    """Whether ``other`` carries on a list that began again after ``one``: another line with its number stands before it."""
    return last.numbered.style == other.numbered.style and last.numbered.value == one.numbered.value


_LOST = 0.3  # least score of a title in a list that lost its numbers
_RESTART = 1.0
_FAR = 300  # candidates in which a row that counts anew is looked for
_LAST = ("eventuelt", "evt", "næste møde", "bordrunde")  # titles behind which no item counts anew


def _begun_again(candidates: Sequence[Candidate], lines: Sequence[Line]) -> dict[int, int]:
    """Candidates at which the row of items counts anew, with the item before each: a web page restarts its list behind bullets or
    a table. The first row never goes on, and the new one holds a title such as stands in most minutes."""
    found: dict[int, int] = {}
    hanging: dict[int, int] = {}  # the last number that hangs at each edge
    for place, candidate in enumerate(candidates):
        numbered, edge = candidate.numbered, _edge(candidate, lines)
        hung = hanging.get(edge)
        if _hangs(candidate, lines):
            hanging[edge] = place
        if place == 0 or numbered.value != 1.0 or numbered.style not in ("dot", "paren") or candidate.empty:
            continue
        if looks_like_sentence(candidate.title):
            continue
        apart = lines[numbered.line].gap > 0 or lines[numbered.line].cut
        hangs = not apart and hung is not None and hanging[edge] == place
        follows = place - 1 in found and numbered.line - candidates[place - 1].numbered.line <= 2
        if not (hangs or apart or follows):
            continue
        at = hung if hangs and hung is not None else place - 1
        before = candidates[at]
        value = before.numbered.value
        if (
            before.numbered.style != numbered.style
            or before.empty
            or (value == 1.0 and at not in found)
            or before.title.lower().startswith(_LAST)
        ):
            continue
        row = [candidate]
        rest = [other for other in candidates[place + 1 : place + 1 + _FAR] if not hangs or _edge(other, lines) == edge]
        for other in rest:
            if other.numbered.style == numbered.style and other.numbered.value == row[-1].numbered.value + 1:
                row.append(other)
        if any(other.numbered.value == value + 1 and other is not row[-1] and other not in row for other in rest):
            continue  # the first row goes on: this one is a list inside it
        if any(other.numbered.value == value + 1 and other in row and not is_usual(other.title) for other in rest):
            continue
        usual = any(is_usual(other.title) and not looks_like_sentence(other.title) for other in row)
        alone = (
            (apart or follows) and candidate.title[0].isupper() and is_usual(candidate.title)
        )  # each point below may begin a list of its own
        if alone or (len(row) >= 2 and (usual or all(_hangs(other, lines) for other in row))):
            found[place] = at
    return found


def _edge(candidate: Candidate, lines: Sequence[Line]) -> int:
    return lines[candidate.numbered.line].indent


def _hangs(candidate: Candidate, lines: Sequence[Line]) -> bool:
    """Whether the number hangs at the edge of text that is set in below it."""
    below = candidate.title_last
    return not candidate.empty and below < len(lines) and lines[below].indent > _edge(candidate, lines)


def _lost_numbers(candidates: Sequence[Candidate]) -> bool:
    """Whether extraction may have lost the numbers of an automatic list, so that every item is "1."."""
    values = Counter(candidate.numbered.value for candidate in candidates if candidate.numbered.style not in UNCOUNTED)
    return values[1.0] >= 3 and values[1.0] * 2 > sum(values.values())


def _transition(one: Candidate, other: Candidate, *, lost: bool = False) -> float | None:
    before, after = one.numbered.value, other.numbered.value
    if one.title_last > other.numbered.line:
        return None
    if one.numbered.style in UNCOUNTED or other.numbered.style in UNCOUNTED:
        if one.numbered.style == other.numbered.style:
            return 1.5 if after >= before else -2.0
        return -2.5
    if (
        lost
        and after == before == 1.0
        and one.numbered.style == other.numbered.style
        and not one.empty
        and not other.asked
        and min(one.score, other.score) > _LOST
        and not same_title(one.key, other.key)
    ):
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
        score = -0.5 * (step - 1)
    elif step <= 12:
        score = -2.5
    else:
        score = -4.0
    if one.numbered.style != other.numbered.style:
        same = _FAMILY.get(one.numbered.style, one.numbered.style) == _FAMILY.get(
            other.numbered.style, other.numbered.style
        )
        score -= 0.8 if same else 3.0
    if one.numbered.bulleted != other.numbered.bulleted:
        score -= 3.0  # "• 1 Meddelelser", and below it a plain "2." inside its case
    return score


_SURE = 3.4  # score of a candidate with an empty line above it and a zone's heading near below it
# "Lukket dagsorden": a second row of points.
_SECOND = re.compile(
    rf"(?:{lexicons.alternatives('line_words', 'row_kinds')})(?: (?:{lexicons.alternatives('line_words', 'rows')}))?\s*:?$",
    re.IGNORECASE,
)


def _turn(one: Candidate, other: Candidate, lines: Sequence[Line]) -> float | None:
    """What it costs to count back: points that say their number in words may be taken out of turn, a second agenda counts anew."""
    before, after, line = one.numbered.value, other.numbered.value, other.numbered.line
    if one.title_last > line or one.empty or other.empty or one.numbered.style != other.numbered.style:
        return None
    if other.asked and other.numbered.style not in WORDED:
        return None  # a point of the proposal
    if after == 1.0 and before > 1.0 and line and _SECOND.match(lines[line - 1].text):
        return 0.5
    if other.numbered.style in WORDED and before - 3 <= after < before and not same_title(one.key, other.key):
        return -1.5
    if before - 2 <= after <= before and min(one.score, other.score) >= _SURE and not same_title(one.key, other.key):
        return -0.4
    return None
