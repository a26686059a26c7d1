"""Titles that end with a full stop and stand alone above their text: ``Kystsikring.`` / ``Bytorvet.`` / ``Høstfest.``"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from decisionnlp import lexicons
from decisionnlp.document import ZoneKind
from decisionnlp.extraction.deadlines.tenses import FORMS
from decisionnlp.extraction.vocabulary import is_given_name
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import clean_title, closed_title, looks_like_sentence
from decisionnlp.segmentation.outcome_words import short_answer
from decisionnlp.segmentation.titles import Found

_LEAST = 3  # such titles
_WORDS = 5  # of one at most
_TEXT = 40  # characters of the text below one at least
_TITLE = re.compile(r"[A-ZÆØÅ\"»”][^.:;!?,]{2,48}\.$")
# "Frist:", "Bemærkning:" begin what a point says, not a point.
_REMARKS = frozenset(lexicons.load("line_words")["labels_of_remarks"])
_LABEL = re.compile(r"(?P<title>[A-ZÆØÅ][a-zæøå-]{3,}(?: [a-zæøå]{2,}){0,2}): [A-ZÆØÅ]")
_STYLES = frozenset({"untitled", "evident", "none", "usual", "series", "alone"})


def with_stopped(
    items: list[Found], lines: Sequence[Line], headings: Mapping[int, Heading], first: int, last: int
) -> list[Found]:
    """``items`` in ``lines[first:last]`` and the lines of that form, where no item found has a number and there are three of them;
    items that the text above the first title was taken for go."""
    if any(item.number is not None or item.style not in _STYLES for item in items):
        return items  # known by their numbers
    stopped = [index for index in range(first, last - 1) if _free(index, headings) and _stopped(lines, index)]
    # A text taken for a point of its own begins right below one of these titles.
    bare = [item for item in items if item.title or item.first - 1 not in stopped]
    titled = any(item.title for item in bare)
    if any(not item.title and (titled or item.first in headings) for item in bare[1:]):
        return items  # known by headings; bare paragraphs have no titles at all
    above = [item for item in items if stopped and item.title and item.title_first < stopped[0]]
    if any(not lines[item.title_first].text.endswith(".") for item in above):
        return items  # titles of another form stand above
    known = {item.title_first for item in items}
    added = [index for index in stopped if index not in known]
    if len(stopped) < _LEAST or not added or len({lines[index].text for index in stopped}) < len(stopped):
        return items
    kept = [item for item in items if item.title]
    end = items[-1].last if items else last
    added += _labelled(lines, headings, stopped, known)
    places = sorted([*((item.title_first, item) for item in kept), *((index, None) for index in added)], key=_place)
    found: list[Found] = []
    for place, (index, item) in enumerate(places):
        until = places[place + 1][0] if place + 1 < len(places) else end
        if until <= index:
            continue
        if until == index + 1 and until in stopped and item is not None and lines[index].text.endswith("."):
            continue  # a title right above another one: both head one point
        doubled = index in stopped and index - 1 > first and _reads_as_title(lines[index - 1])
        begin = index - 1 if doubled and (not found or index - 1 in known) else index
        if item is not None:
            found.append(replace(item, first=min(begin, item.first), last=until))
        else:
            label = _LABEL.match(lines[index].text)
            text = label["title"] if label is not None else lines[index].text
            found.append(
                Found(None, clean_title(text), closed_title(text), begin, index, index + (label is None), until, "none")
            )
    return found


def _free(index: int, headings: Mapping[int, Heading]) -> bool:
    """Whether a line is no heading, or one such as *Økonomi*, which is a title among others."""
    return index not in headings or headings[index].kind is ZoneKind.CASE


def _labelled(
    lines: Sequence[Line], headings: Mapping[int, Heading], stopped: Sequence[int], known: Collection[int]
) -> list[int]:
    """Paragraphs among those titles that begin with one of their own before a colon: ``Hjemmeside: Ingen opdaterer siden.`` Below the
    last title, *Evt.*, they are its parts."""
    return [
        index
        for index in range(stopped[0] + 2, stopped[-1])
        if _free(index, headings)
        and index not in known
        and lines[index].gap > 0
        and lines[index].length >= _TEXT
        and (label := _LABEL.match(lines[index].text)) is not None
        and not is_given_name(label["title"].split()[0])
        and label["title"].split()[0].lower() not in _REMARKS
    ]


def _place(entry: tuple[int, Found | None]) -> int:
    return entry[0]


def _stopped(lines: Sequence[Line], index: int) -> bool:
    """Whether such a line is a paragraph of its own above a longer one."""
    below = lines[index + 1]
    return below.gap > 0 and below.length >= _TEXT and _reads_as_title(lines[index])


def _reads_as_title(line: Line) -> bool:
    """Whether a line set apart is a few words without a verb, closed by its only full stop."""
    text = line.text
    return (
        line.gap > 0
        and _TITLE.match(text) is not None
        and text.count(" ") < _WORDS
        and not short_answer(text)
        and not looks_like_sentence(text)
        and not any(word.lower() in FORMS for word in text[:-1].split())
    )
