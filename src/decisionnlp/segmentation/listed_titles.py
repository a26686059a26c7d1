"""Titles that lost their numbers on a viewer's pages: the words right before the case's own facts, as the contents list has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import clean_title, closed_title
from decisionnlp.segmentation.outcome_words import CAPITAL_ANSWERS
from decisionnlp.segmentation.titles import Found

LISTING = re.compile(r"Indholdsfortegnelse|INDHOLDSFORTEGNELSE|Sagsoversigt|Dagsordenspunkter")
# What a viewer's page prints behind a title: the initials or number of the case, its openness, the first heading.
_BEHIND_TITLE = re.compile(
    r" (?=(?:[A-ZÆØÅ]{4,8} / |(?:\d\d)?/\d{3,6}(?= |$)|Sags ?(?:nr|id|ID|nummer)\b|J\. ?nr\b|Åben sag\b|ÅBEN SAG\b|Lukket sag\b|Beslutning(?:er)? i\b|Beslutningstema\b|Sagsfremstilling\b|Resum[eé]\b))"
)
_CASE_BEHIND = re.compile(r" ?(?:[A-ZÆØÅ]{4,8} / ?)?(?:(?:\d\d)?/\d{3,6}(?= |$))?")
# "… er vedlagt. Godkendt Takster": the answer right above the next title.
_ANSWER_ABOVE = re.compile(rf"(?<=[.!?)] )(?:{CAPITAL_ANSWERS})\b[^.:]{{0,40}}\.? $")
_YEAR_BEHIND = re.compile(r" (?:19|20)\d\d$")
_NO_WORD = re.compile(r"\d{1,3}/\d{2,3}$|\w*sager:$")
_YEARLY = re.compile(r"(?<!\d)\d{1,3}/\d{2,3} $")  # "03/68 Takster": the meeting's number and the year's
_LISTED_LINE = 250  # characters from which a line holds a whole contents list
_WORDS = 30  # of a title
_LETTERS = 12  # of one at least


def listed_titles(lines: Sequence[Line]) -> Iterator[tuple[Line, int, int, list[int]]]:
    """Each title inside a line: the line, where the title begins and ends, and where the line is cut around it."""
    listed = ""
    for line in lines:
        head = LISTING.search(line.text)
        if head is not None and line.length > _LISTED_LINE:
            listed = line.text[head.end() :]
            continue
        if not listed or line.length < _LETTERS:
            continue
        ends = [mark.start() for mark in _BEHIND_TITLE.finditer(line.text)]
        if line.index + 1 < len(lines) and _BEHIND_TITLE.match(" " + lines[line.index + 1].text[:20]) is not None:
            ends.append(line.length)
        for end in ends:
            begin = _listed_before(line.text, end, listed)
            if begin is None:
                continue
            behind = _CASE_BEHIND.match(line.text, end)
            answer = _ANSWER_ABOVE.search(line.text, max(begin - 60, 0), begin)
            places = [
                begin,
                end,
                behind.end() if behind is not None else 0,
                answer.start() if answer is not None else 0,
            ]
            yield line, begin, end, places


def _listed_before(text: str, end: int, listed: str) -> int | None:
    """Where the longest stretch that ends at ``end`` and stands in ``listed`` begins, with a capital and no number before it."""
    year = _YEAR_BEHIND.search(text, max(end - 6, 0), end)  # contents lists lose it
    begin = stop = year.start() if year is not None else end
    found = None
    for _ in range(_WORDS):
        before, begin = begin, text.rfind(" ", 0, begin) if begin > 0 else -1
        if text[begin + 1 : stop] not in listed or _NO_WORD.match(text, begin + 1, before):
            break
        if text[begin + 1].isupper() and end - begin > _LETTERS:
            found = begin + 1
        if begin < 0:
            break
    yearly = _YEARLY.search(text, max((found or 0) - 8, 0), found) if found is not None else None
    if yearly is not None:
        return yearly.start()
    if found is None or (found > 1 and text[found - 2] in ".)0123456789"):
        return None
    return found


_CONTENTS_LINE = re.compile(
    r"(?:\d{1,3} )?.{0,80}(?:indholdsfortegnelse|sagsoversigt)\b|sag (?:tekst|nr\.?) side", re.IGNORECASE
)
_LONG_LINE = 80
_YEARLY_BEFORE = re.compile(r"(?P<number>\d{1,3}/\d{2,3}) (?=[A-ZÆØÅ])")  # "03/68 Takster"
_CASE_FACTS = re.compile(
    r"(?:J\. ?nr\b|[A-ZÆØÅ]{4,8} /|\d\d/\d{3,6}\b|Sags ?(?:nr|id|ID|nummer)\b|(?:Åben|ÅBEN|Lukket) (?:sag|SAG)\b)"
)


def named_in_contents(lines: Sequence[Line], first: int, last: int) -> list[Found]:
    """Items of a viewer's pages whose titles lost their numbers: lines that the contents list, printed as one line, holds as well,
    each right above facts about its case."""
    listing = next(
        (line for line in lines[first:last] if line.length > _LONG_LINE and _CONTENTS_LINE.match(line.text)), None
    )
    if listing is None:
        return []
    titles: list[tuple[int, str | None, str]] = []
    for index in range(listing.index + 1, last - 1):
        text = lines[index].text
        if lines[index].length > 200 or _CASE_FACTS.match(lines[index + 1].text) is None:
            continue
        yearly = _YEARLY_BEFORE.match(text)
        title = text[yearly.end() :] if yearly is not None else text
        if title[0].isupper() and _YEAR_BEHIND.sub("", title).rstrip(" .") in listing.text:
            titles.append((index, yearly["number"] if yearly is not None else None, title))
    ends = [*(index for index, _, _ in titles[1:]), last]
    return [
        Found(number, clean_title(title), closed_title(title), index, index, index + 1, end, "none")
        for (index, number, title), end in zip(titles, ends, strict=False)
    ]
