"""Titles of candidates that stand elsewhere: in the contents list under the same number, or on the lines above."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from decisionnlp.segmentation.candidates import UNCOUNTED, Candidate
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import (
    WORDED,
    is_ordinal,
    is_usual,
    looks_like_sentence,
    read_number,
    same_title,
    tells,
    title_key,
)
from decisionnlp.segmentation.outcome_words import short_answer
from decisionnlp.segmentation.titles import agenda_head
from decisionnlp.segmentation.told import told_behind_presence

_MORE = 8  # letters by which a line says more than the title it begins with
_LONGEST = 60  # characters of a title above the first number
_BULLET = re.compile(r"[-–•·▪*]\s+(?=[A-ZÆØÅ])")


def place_titles(
    found: Sequence[Candidate], lines: Sequence[Line], headings: Mapping[int, Heading], first: int
) -> None:
    """Give the candidates (of ``lines[first:]``) the titles that do not stand on their own lines."""
    _cut_as_listed(found)
    _adopt_titles(found)
    _adopt_told(found, lines, first)
    _take_titles_above(found, lines, headings, first)
    _title_of_first(found, lines, headings, first)


def _cut_as_listed(found: Sequence[Candidate]) -> None:
    """A title that seems to go on in the line below ends where the contents list above ends it."""
    listed: dict[float, Candidate] = {}
    for candidate in found:
        numbered = candidate.numbered
        other = listed.setdefault(numbered.value, candidate)
        if other is not candidate and candidate.title_last > numbered.line + 1:
            key = title_key(numbered.title)
            if len(key) >= 4 and key == other.key:
                candidate.title, candidate.key, candidate.title_last = numbered.title, key, numbered.line + 1


def _adopt_titles(found: Sequence[Candidate]) -> None:
    """``Ad. 1`` alone on its line, with text below: the title stands in the contents list above, under the same number."""
    alone = [candidate for candidate in found if candidate.numbered.style in WORDED and not candidate.numbered.title]
    if len(alone) < 2:
        return
    start = alone[0].numbered.line
    listed = {
        candidate.numbered.value: candidate
        for candidate in found
        if candidate.numbered.line < start
        and candidate.numbered.title
        and candidate.numbered.style not in UNCOUNTED | {"letter"}
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
        more = (
            other is not None and len(candidate.key) > len(other.key) + _MORE
        )  # "Takster", and below "Taksterne er uændrede"
        if other is not None and (more or not same_title(other.key, candidate.key)):
            candidate.title, candidate.key = other.title, other.key
            candidate.title_last = candidate.numbered.line + 1


def _take_listed(told: Sequence[Candidate], lines: Sequence[Line], first: int) -> None:
    """Give points that tell what was said the titles of an agenda printed as a list without numbers, by their order in it."""
    stop = told[0].numbered.line
    head = agenda_head(lines, first, stop)
    if head is None:
        return
    titles = [line.text[match.end() :] for line in lines[head + 1 : stop] if (match := _BULLET.match(line.text))]
    if len(titles) < len(told) or len(titles) + 1 < stop - head - 1:
        return
    for candidate in told:
        value = int(candidate.numbered.value)
        if 1 <= value <= len(titles):
            candidate.title = titles[value - 1]
            candidate.key = title_key(candidate.title)
            candidate.title_last, candidate.told = candidate.numbered.line, True


# "Dagsorden: 1. Referat fra 2. februar 2. Budget 3. Eventuelt"
_INLINE_AGENDA = re.compile(r"(?:[Ff]oreløbig )?(?:[Dd]agsorden|DAGSORDEN)(?:en)?\s?:? ?(?=1[.)] )")
_INLINE_TITLE = re.compile(r"(?<!\S)(?P<number>\d{1,2})[.)] (?=[A-ZÆØÅ\"”»])")
_INLINE_LEAST = 3


def _take_inline(told: Sequence[Candidate], lines: Sequence[Line], first: int) -> bool:
    """Give points that tell what was said the titles of an agenda printed on one line, if most of them have one there and say
    something else."""
    titles: dict[float, str] = {}
    for line in lines[first : told[0].numbered.line]:
        match = _INLINE_AGENDA.match(line.text)
        if match is None:
            continue
        begin = 0
        for number in _INLINE_TITLE.finditer(line.text, match.end()):
            if int(number["number"]) == len(titles) + 1 and not is_ordinal(line.text[number.end() : number.end() + 12]):
                if titles:
                    titles[len(titles)] = line.text[begin : number.start()].strip()
                titles[len(titles) + 1], begin = "", number.end()
        titles[len(titles)] = line.text[begin:].strip()
        break
    own = [one for one in told if one.numbered.value in titles]
    if len(titles) < _INLINE_LEAST or 3 * len(own) < 2 * len(told) or 3 * len(titles) < 2 * len(told):
        return False
    if 2 * sum(same_title(title_key(titles[one.numbered.value]), one.key) for one in own) >= len(own):
        return False
    for one in told:
        one.title = titles.get(one.numbered.value, "")
        one.key = title_key(one.title)
        one.title_last, one.told = one.numbered.line, True
    return True


def _adopt_told(found: Sequence[Candidate], lines: Sequence[Line], first: int) -> None:
    """``Ad 1: Datoerne står ved magt.`` below a list of titles with the same numbers: the line tells what was said on that title;
    so do the lines from the place on where the points count anew."""
    start = told_behind_presence(lines, first, len(lines))
    told = [candidate for candidate in found if candidate.numbered.style == "ad" and candidate.numbered.title]
    if len(told) < 3:
        told = [candidate for candidate in found if candidate.numbered.style == "punkt" and candidate.numbered.title]
        if 2 * sum(looks_like_sentence(candidate.numbered.title) for candidate in told) <= len(told):
            told = []  # titles of their own
    if len(told) < 3 and start is not None:
        told = [candidate for candidate in found if candidate.numbered.line >= start and candidate.numbered.title]
    if len(told) < 3:
        return
    listed: dict[float, Candidate] = {}
    for candidate in found:
        if candidate.numbered.line >= told[0].numbered.line:
            break
        if candidate.numbered.title and candidate.numbered.style in ("dot", "paren", "bare"):
            listed[candidate.numbered.value] = candidate
    if not listed:
        if not _take_inline(told, lines, first):
            _take_listed(told, lines, first)
        return
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
        if numbered.style == "register" and not candidate.title and _printed_twice(lines, headings, index, first):
            candidate.title, candidate.key = lines[index - 1].text, title_key(lines[index - 1].text)
            candidate.title_first, candidate.title_last = index - 2, index + 1
            continue
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


def _title_of_first(
    found: Sequence[Candidate], lines: Sequence[Line], headings: Mapping[int, Heading], first: int
) -> None:
    """Where the first number opens a sentence and the others titles, a usual title alone on the line above is the first one's."""
    values = [candidate.numbered.value for candidate in found]
    if values[:2] != [1.0, 2.0] or 3.0 not in values:
        return
    one, other = found[0], found[1]
    index = one.numbered.line
    if one.numbered.style != other.numbered.style or index - 1 < first or index - 1 in headings:
        return
    above = lines[index - 1]
    title = above.text.rstrip(" :")
    if (
        looks_like_sentence(one.title)
        and not looks_like_sentence(other.title)
        and (above.gap or above.cut)
        and is_usual(title)
        and above.length <= _LONGEST
        and not title.endswith((".", ",", "!"))
        and not tells(title)
    ):
        one.title, one.key = title, title_key(title)
        one.title_first, one.title_last, one.told = index - 1, index, True


def _printed_twice(lines: Sequence[Line], headings: Mapping[int, Heading], index: int, first: int) -> bool:
    """Whether the two lines above a number of the body's register print one title twice."""
    if index - 2 < first or index - 1 in headings:
        return False
    one, other = lines[index - 2].text, lines[index - 1].text
    return one == other and one[0].isupper() and not looks_like_sentence(one) and len(one) <= 220
