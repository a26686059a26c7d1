"""Agenda items: candidates are scored and the best ascending sequence is chosen as a whole."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from decisionnlp import lexicons
from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.candidate_scores import score_candidates
from decisionnlp.segmentation.candidate_titles import place_titles
from decisionnlp.segmentation.candidates import UNCOUNTED, Candidate, find_candidates
from decisionnlp.segmentation.closing import closing_line
from decisionnlp.segmentation.headed_items import titled_by_case
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.item_chain import best_chain
from decisionnlp.segmentation.lettered_points import within_groups
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import (
    clean_title,
    closed_title,
    is_usual,
    looks_like_sentence,
    read_number,
    tells,
    title_key,
)
from decisionnlp.segmentation.series_items import better_titles
from decisionnlp.segmentation.shapes import LABELLED, LEAST_LABELLED
from decisionnlp.segmentation.subpoints import add_subpoints
from decisionnlp.segmentation.titles import CONTENTS, Found, agenda_head, with_meta
from decisionnlp.segmentation.told import PRESENT
from decisionnlp.segmentation.unnumbered import add_unnumbered
from decisionnlp.slotted import changed

_ZONED = frozenset({ZoneKind.OUTCOME, ZoneKind.PROPOSAL, ZoneKind.CASE})
_SAYS_SO = frozenset({"punkt", "sag", "register", "open"})  # styles in which a line says itself that it is a point


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
    candidates = find_candidates(lines, widths, headings, first, last)
    place_titles(candidates, lines, headings, first)
    score_candidates(candidates, lines, headings, marked, first, last)
    chain = best_chain(candidates, lines)
    if (
        _in_one_outcome(chain, headings, first, last)
        or _in_one_case(chain, headings, first, last)
        or _in_one_of_outcomes(chain, headings, first, last)
    ):
        chain = []
    if not chain:
        first = max([first, *(one.title_last for one in candidates if one.listed)])  # below a list of the contents
    opened = [_found(candidate, lines, first, last) for candidate in chain]
    ended = sum(lines[found.title_last - 1].text.endswith(".") for found in opened)
    if len(chain) >= _MESSAGES and 4 * ended >= 3 * len(chain) and _among_outcomes(chain, headings, first, last):
        chain, opened = [], []
    cased = titled_by_case(lines, headings, first, last)
    # A list of messages inside one point, or a few numbers inside the points' cases.
    if cased and (2 * len(chain) < len(cased) or (len(chain) >= _MESSAGES and 2 * ended > len(chain))):
        opened = cased
    others = _around_list(chain, lines, widths, headings, marked, first, last)
    if not others:  # else the series of the other agenda's titles would win
        opened = add_unnumbered(opened, lines, widths, headings, marked, first, last, candidates)
        others = better_titles(opened, lines, widths, headings, first, last)
    closed = within_groups(close_items(others, lines, widths, headings, last), lines)
    return _without_presenters(_without_kinds(add_subpoints(closed, lines, widths, headings), lines))


_MESSAGES = 3
_ABOVE_LIST = 3  # lines in which the head of a contents list stands above it
_LEAST = 3  # titles with text of their own around a list of titles without any


def _around_list(
    chain: Sequence[Candidate], lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading],
    marked: Collection[int], first: int, last: int,
) -> list[Found]:  # fmt: skip
    """The unnumbered items of minutes whose only numbered lines list the titles of another agenda; none if that is not so."""
    if len(chain) <= _LEAST:
        return []
    top = chain[0].numbered.line
    headed = any(CONTENTS.match(line.text) for line in lines[max(top - _ABOVE_LIST, first) : top])
    if sum(not one.empty for one in chain) > 1 + len(chain) // (3 if headed else 10):  # a title may run over its line
        return []
    found = add_unnumbered([], lines, widths, headings, marked, first, last, ())
    listed = range(chain[0].numbered.line, chain[-1].title_last)
    outside = [one for one in found if one.title and one.title_last not in listed and one.title_first not in listed]
    keys = {one.key for one in chain}
    if len(outside) >= _LEAST and 3 * sum(title_key(one.title) in keys for one in outside) >= 2 * len(outside):
        return outside  # the very titles of the list, printed once more without their numbers
    if outside and outside[0].title_first > listed.start:  # "Indholdsfortegnelse", whose points never come
        return outside if headed and len(outside) >= 2 and all(is_usual(one.title) for one in outside[:2]) else []
    return outside if len(outside) >= _LEAST else []


_KIND = rf"(?:{lexicons.alternatives('item_titles', 'kinds')})"
_KINDS_ALONE = re.compile(rf"{_KIND}(?:(?: ?[/,+] ?| og | eller ){_KIND})*$", re.IGNORECASE)
_SLOT_ALONE = re.compile(r"(?:[Kk]l\.? ?)?\d{1,2}[.:]\d\d ?[-–] ?\d{1,2}[.:]\d\d$")
_TIMED = 3  # points by the clock with nothing but their kind behind it


def _without_kinds(items: list[Found], lines: Sequence[Line]) -> list[Found]:
    """Points by the clock without what is no title: ``17.00-17.15 - Drøftelse``, where most of them say their kind alone; what stands
    below a slot alone is none there either."""
    timed = [item for item in items if item.style == "time"]
    alone = {id(item) for item in timed if _KINDS_ALONE.match(item.title)}
    if len(alone) < _TIMED or 2 * len(alone) <= len(timed):
        return items
    bare = {id(item) for item in timed if item.title and _SLOT_ALONE.match(lines[item.title_first].text)}
    return [
        replace(item, title="", title_last=item.title_first + 1 if id(item) in bare else item.title_last)
        if id(item) in alone | bare
        else item
        for item in items
    ]


_WHO = r"(?:[A-ZÆØÅ]{2,4}|[A-ZÆØÅ][a-zæøå]{1,12})"
# "Takster for havnen (NV)", "Tur til Ollerup (Bo og Ida)"
_PRESENTER = re.compile(rf"\s*\({_WHO}(?: ?(?:&|/|\+|,|og) ?{_WHO})*\)$")


def _without_presenters(items: list[Found]) -> list[Found]:
    """Titles without the label that several have behind a dash (``Takster - Ansvarlig (Ida)``), and without the initials or first
    names in brackets that at least two of them end in: who presents the item."""
    matches = [LABELLED.match(item.title) for item in items]
    tails = Counter(match["label"] for match in matches if match is not None)
    label, times = max(tails.items(), key=lambda pair: pair[1], default=("", 0))
    if times >= LEAST_LABELLED:
        items = [
            replace(item, title=match["title"].rstrip()) if match is not None and match["label"] == label else item
            for item, match in zip(items, matches, strict=True)
        ]
    presented = [item for item in items if _PRESENTER.search(item.title)]
    if len(presented) < 2 or 3 * len(presented) < len(items):
        return items
    return [replace(item, title=_PRESENTER.sub("", item.title).rstrip(" :") or item.title) for item in items]


_REPORT = re.compile(
    r"(?:møde|beslutnings)?referat(?:et)?(?: (?:af|fra) (?:mødet|generalforsamlingen|årsmødet)| (?:jf|jr|iht|ifølge|efter|til)\.? dagsorden(?:en)?)?(?: \([^()]{1,20}\))?\s?:?$",
    re.IGNORECASE,
)


def after_agenda(lines: Sequence[Line], headings: Mapping[int, Heading], first: int, last: int) -> int:
    """Where the minutes begin, if the agenda is printed as a list above a lone ``Referat:`` with who was there, or the points from
    1 on once more, below it."""
    if not any(line.length < 35 and _REPORT.match(line.text) for line in lines[first : min(first + 70, last)]):
        return first
    start = agenda_head(lines, first, last)
    listed = next((index for index in range(first, min(first + 25, last)) if _first(lines[index])), None)
    if start is None:
        start = listed
    if start is None:
        return first
    for index in range(start + 2, min(start + 45, last - 1)):
        line = lines[index]
        if line.length > 160:
            return first
        if not _REPORT.match(line.text):
            continue
        below = lines[index + 1 : min(index + 3, last)]
        if listed is not None and listed < index - 1 and _first(lines[index - 1]):
            return first  # the first point is printed once more, with its outcome below the word
        present = any(
            heading.kind is ZoneKind.ATTENDANCE for other in below if (heading := headings.get(other.index)) is not None
        )
        if present or any(PRESENT.match(other.text) for other in below):
            return index + 1
        again = any(_first(other) for other in lines[index + 1 : min(index + 12, last)])
        rows = sum(read_number(other) is not None for other in lines[start:index])
        # Titles alone stand above the word: no text between the rows of a list.
        return index + 1 if again and listed is not None and rows >= 3 and rows * 3 >= (index - listed) * 2 else first
    return first


def _first(line: Line) -> bool:
    numbered = read_number(line)
    return numbered is not None and numbered.value == 1.0 and numbered.style not in UNCOUNTED


def _in_one_outcome(chain: Sequence[Candidate], headings: Mapping[int, Heading], first: int, last: int) -> bool:
    """Whether the numbered lines stand in the only outcome of a page of one point, below its proposal or case."""
    if not chain:
        return False
    start = chain[0].numbered.line
    above = [heading for index, heading in headings.items() if first <= index < start and not heading.weak]
    if any(
        heading.kind in (ZoneKind.OUTCOME, ZoneKind.PROPOSAL, ZoneKind.CASE)
        for index, heading in headings.items()
        if start < index < last
    ):
        return False
    outcomes = [heading for heading in above if heading.kind is ZoneKind.OUTCOME and heading.alone]
    return (
        bool(outcomes)
        and above[-1].kind in (ZoneKind.OUTCOME, ZoneKind.ATTENDANCE)
        and any(
            heading.kind in (ZoneKind.PROPOSAL, ZoneKind.CASE) and heading.alone and heading.line < outcomes[0].line
            for heading in above
        )
    )


_OUTCOMES = 3  # points at least that tell their outcome under a heading


def _in_one_of_outcomes(chain: Sequence[Candidate], headings: Mapping[int, Heading], first: int, last: int) -> bool:
    """Whether the numbered lines are a list in one of many outcomes: below its heading, with no heading of theirs between them."""
    if not chain:
        return False
    start, end = chain[0].numbered.line, chain[-1].title_last
    zoned = [index for index, heading in headings.items() if first <= index < last and not heading.weak]
    outcomes = [index for index in zoned if headings[index].kind is ZoneKind.OUTCOME and headings[index].alone]
    above = max((index for index in zoned if index < start), default=None)
    return (
        len(outcomes) >= _OUTCOMES
        and above in outcomes
        and above == start - 1
        and not any(start < index < end for index in zoned)
    )


def _among_outcomes(chain: Sequence[Candidate], headings: Mapping[int, Heading], first: int, last: int) -> bool:
    """Whether numbered sentences are lists inside points that lost their titles: most outcome headings, each above a proposal or a
    case of its own, stand outside the row or below its last line."""
    edges = [one.numbered.line for one in chain]
    outcomes = [
        index for index, one in headings.items() if first <= index < last and one.kind is ZoneKind.OUTCOME and one.alone
    ]
    between = sum(any(one < index < other for index in outcomes) for one, other in itertools.pairwise(edges))
    return len(outcomes) >= 2 and min(outcomes) < edges[0] and 4 * between < len(edges)


def _in_one_case(chain: Sequence[Candidate], headings: Mapping[int, Heading], first: int, last: int) -> bool:
    """Whether all numbered lines stand in one case, between its heading and that of the outcome: a list inside a point that lost its
    title or has it above the case."""
    if len(chain) < 2 or chain[0].numbered.style in _SAYS_SO:
        return False
    clock = chain[0].numbered.style == "time"  # the programme of a day
    start, end = chain[0].numbered.line, chain[-1].numbered.line
    firm = [index for index in sorted(headings) if first <= index < last and headings[index].alone]
    firm = [index for index in firm if headings[index].kind in _ZONED]
    above = max((index for index in firm if index < start), default=None)
    below = next((index for index in firm if index > start), None)
    if above is None or headings[above].weak:
        return False
    if headings[above].kind is not ZoneKind.CASE and not (clock and headings[above].kind is ZoneKind.PROPOSAL):
        return False
    if below is None:  # the text ends in the case of a later point
        return any(headings[index].kind is ZoneKind.OUTCOME for index in firm if index < above)
    if clock and below > end:
        return True
    told = any(headings[index].kind is ZoneKind.OUTCOME for index in firm if index < start)
    return below > end and (
        (told and any(headings[index].kind is ZoneKind.OUTCOME for index in firm if index > end))
        or (headings[below].kind is ZoneKind.OUTCOME and headings[above].text.lower().startswith("sag"))
    )


def _found(candidate: Candidate, lines: Sequence[Line], first: int, last: int) -> Found:
    index = candidate.numbered.line
    style = candidate.numbered.style
    number = None if style in UNCOUNTED else candidate.numbered.number
    title_first = candidate.title_first if candidate.title_first >= 0 else index
    opening = with_meta(lines, title_first, first, candidate.title)
    raw = candidate.title
    closed = closed_title(raw) or closed_title(lines[index].text)
    if style == "meta":
        index = title_first = index + 1
    return Found(
        number,
        clean_title(raw),
        closed,
        opening,
        title_first,
        index if candidate.told else max(candidate.title_last, index + 1),
        last,
        "told" if candidate.told else candidate.numbered.style,
    )


_ANSWERS = 4  # points of minutes that print nothing but what came of each, under its number


def _answers_alone(opened: Sequence[Found], lines: Sequence[Line], last: int) -> bool:
    """Whether nearly every point is one numbered line that ends as a sentence, and several tell what was done: the agenda that they
    answer is printed elsewhere."""
    if len(opened) < _ANSWERS:
        return False
    ends = [*(found.first for found in opened[1:]), last]
    alone = [found for found, end in zip(opened, ends, strict=True) if found.title and found.title_last >= end]
    if opened[-1].title and opened[-1] not in alone:
        alone.append(opened[-1])  # the minutes' closing lines stand below it
    ended = [found for found in alone if lines[found.title_last - 1].text.endswith((".", "!"))]
    told = sum(tells(found.title) for found in ended)
    return len(ended) >= _ANSWERS and 5 * len(ended) >= 4 * len(opened) and 3 * told >= len(ended)


_INNER = re.compile(r"[a-zæøå]{2}[.!?] (?=[A-ZÆØÅ])|: (?=[A-ZÆØÅ])| [–-] (?=[A-ZÆØÅ])")


def _says(title: str) -> bool:
    """Whether a title is text as well: a sentence, or one behind its first mark."""
    if looks_like_sentence(title) or tells(title):
        return True
    inner = _INNER.search(title)
    return inner is not None and (
        inner.group()[-2] in ".!?" or looks_like_sentence(title[inner.end() :]) or tells(title[inner.end() :])
    )


def _run_in(opened: Sequence[Found], lines: Sequence[Line]) -> bool:
    """Whether nearly every numbered line begins with what was said, without a title of its own: ``Ad 2 Grethe har været til møde. …``"""
    if len(opened) < _ANSWERS or any(found.number is None for found in opened):
        return False
    saying = [found for found in opened if found.title_last < len(lines) and _says(found.title)]
    return len(saying) >= _ANSWERS and 3 * len(saying) >= 2 * len(opened)


def _opens_text(heading: Heading, line: Line) -> bool:
    """Whether a zone of an item begins here; another body's decision only with a colon (a place and a day close the minutes)."""
    return heading.kind in _ZONED or (heading.kind is ZoneKind.HISTORY and line.text.endswith(":"))


# Under "Eventuelt": all that a last point with nothing to report says.
_NOTHING = re.compile(
    r"(?:der (?:var|er) )?(?:intet|ingen(?:ting)?)(?: (?:nyt|at (?:bemærke|referere)|bemærkninger|punkter(?: til eventuelt)?|emner|indlæg|kommentarer|til (?:dette punkt|punktet|referat|eventuelt)))?\.?$",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"[•·▪–-]|.*[.!?;,]$")  # what goes on saying something


def _below_nothing(found: Found, lines: Sequence[Line], headings: Mapping[int, Heading], end: int) -> int:
    """Where the last point ends behind its answer that there was nothing (``Evt.`` / ``Intet.``); ``end`` if it says more, or anything
    else."""
    if not found.title.lower().startswith(("evt", "eventuelt")):
        return end
    index = found.title_last
    while index < end and index in headings and headings[index].alone:
        index += 1
    if index + 1 >= end or _NOTHING.match(lines[index].text) is None or index + 1 in headings:
        return end
    below = lines[index + 1]
    return index + 1 if below.gap > 0 and _ENTRY.match(below.text) is None else end


def close_items(
    opened: Sequence[Found], lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], last: int
) -> list[Found]:
    """The items with their ends: each runs to the next one's first line, the last one to what closes the minutes."""
    closed: list[Found] = []
    dotted = 2 * sum(lines[found.title_last - 1].text.endswith(".") for found in opened if found.title) <= len(opened)
    answers = _answers_alone(opened, lines, last)
    run_in = _run_in(opened, lines)
    # What opens a zone of the last item cannot stand after the items' end.
    floor = max(
        (index for index, one in headings.items() if index < last and _opens_text(one, lines[index])), default=-1
    )
    for place, found in enumerate(opened):
        end = opened[place + 1].first if place + 1 < len(opened) else last
        if place + 1 == len(opened):
            end = min(
                closing_line(lines, widths, found.title_last, end, floor), _below_nothing(found, lines, headings, end)
            )
        if end > found.first:
            if found.style == "told":
                closed.append(changed(found, last=end))
                continue
            # "3. Dagsordenen blev godkendt.": the line is title and outcome at once.
            told = tells(found.title) and (
                found.title_last >= end
                or (found.title_last == found.title_first + 1 and looks_like_sentence(lines[found.title_first].text))
            )
            told = told or (
                answers and found.title_last >= end and lines[found.title_last - 1].text.endswith((".", "!"))
            )
            told = told or (
                found.title_last >= end
                and len(found.title) > 60
                and lines[found.title_last - 1].text.endswith((".", "!"))
                and re.search(r"[a-zæøå]{2}[.!] [A-ZÆØÅ][a-zæøå]", found.title) is not None
            )
            if dotted and found.title_last == found.title_first + 1 and found.title_last >= end:
                # Most titles have no full stop, and this line has nothing below it: title and text in one.
                told = told or (
                    len(found.title) > 100 and re.search(r"[a-zæøå]{3}\. [A-ZÆØÅ]", found.title) is not None
                )
                told = told or (lines[found.title_first].text.endswith(".") and found.title.count(" ") >= 4)
            told = told or (run_in and _says(found.title))
            told = told and found.style != "decided"  # what was done would stand below it
            closed.append(changed(found, last=end, title_last=found.title_first if told else found.title_last))
    return closed
