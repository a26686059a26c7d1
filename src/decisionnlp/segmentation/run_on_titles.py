"""Title and text of a point on one line (``1. Takster. Godkendt.``): where the title ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from decisionnlp.extraction.vocabulary import first_names
from decisionnlp.segmentation.alike_titles import (
    bulleted,
    capital_borders,
    dashed,
    listed_above,
    printed_above,
    usual_heads,
    written_alike,
)
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import is_usual
from decisionnlp.segmentation.outcome_words import CAPITAL_ANSWERS, whole_answer
from decisionnlp.segmentation.title_borders import (
    BARE,
    BOUNDARY,
    EVT,
    NUMBERED,
    VERB,
    after_number,
    may_open,
    title_before_opener,
    title_before_subject,
    title_before_text,
)

# "1. Valg af ordstyrer – Nanna", "2. Godkendelse af dagsorden - ok"
_CHOSEN = re.compile(
    r"(?:(?:Punkt|Pkt\.?|Ad\.?) ?)?\d{1,3}\s?[.:)]?\s+(?:Valg|Godkendelse|Underskrift|Underskrivelse) af [^.:–]{3,60}? (?=[–-] \S)",
    re.IGNORECASE,
)


def title_ends(lines: Sequence[Line]) -> list[tuple[Line, int]]:
    """Title and outcome on one line: ``1. Takster. Godkendt.`` where most of the numbered lines are written so, and
    ``1. Valg af ordstyrer – Nanna`` anywhere."""
    listed = [*listed_above(lines), *bulleted(lines)]
    sure = {line.index for line, _ in listed}
    found = [*listed, *(pair for pair in _ends(lines) if pair[0].index not in sure)]
    known = {line.index for line, _ in found}
    chosen = [
        (line, match.end())
        for line in lines
        if line.index not in known
        and line.length <= 160
        and may_open(line.text)
        and (match := _CHOSEN.match(line.text)) is not None
    ]
    known |= {line.index for line, _ in chosen}
    return [*found, *chosen, *((line, end) for line, end in dashed(lines) if line.index not in known)]


def _ends(lines: Sequence[Line]) -> list[tuple[Line, int]]:
    numbered = [
        line for line in lines if line.length < 1200 and may_open(line.text) and NUMBERED.match(line.text) is not None
    ]
    if len(numbered) < 3:
        numbered = _bare(lines) or numbered
    if len(numbered) < 2 or len(numbered) > 400:
        return usual_heads(lines) if len(numbered) < 2 else []
    split: list[tuple[Line, int]] = []
    for line in numbered:
        end = title_before_text(line.text)
        if end is not None:
            split.append((line, end))
    # A short title alone on its line says nothing about how lines with text are written.
    texted = sum(1 for line in numbered if line.length > 60 or BOUNDARY.search(line.text, after_number(line.text)))
    if len(split) * 2 < texted or len(split) < 2:
        subjects = [(line, end) for line in numbered if (end := title_before_subject(line.text)) is not None]
        if len(subjects) * 3 >= len(numbered) * 2 and len(subjects) >= 3:
            split = subjects
        else:
            split = [
                pair
                for pair in split
                if is_usual(pair[0].text[after_number(pair[0].text) :]) or whole_answer(pair[0].text[pair[1] :].strip())
            ]
    certain = [
        (line, end) for line in numbered if line.length >= 16 and (end := title_before_opener(line.text)) is not None
    ]
    if certain:
        # Where most of the lines are written so, a subject and its verb tell the border in the others; else none is cut.
        known = {line.index for line, _ in split}
        unmarked = [(line, end) for line, end in certain if line.index not in known]
        known |= {line.index for line, _ in unmarked}
        unmarked += [
            (line, end)
            for line in numbered
            if line.index not in known and (end := title_before_subject(line.text, usual=False)) is not None
        ]
        if 2 * len([*split, *unmarked]) > texted:
            named = [
                pair for pair in unmarked if pair[0].text[after_number(pair[0].text) : pair[1]].strip() in first_names()
            ]
            split = [pair for pair in [*split, *unmarked] if pair not in named]  # "1. Oskar Lindvig er stoppet"
            if len(unmarked) >= _UNMARKED:
                split += capital_borders(numbered, {line.index for line, _ in split})
    split = [*split, *printed_above(numbered, {line.index for line, _ in split})]
    split += written_alike(numbered, {line.index for line, _ in split})
    brief = {line.index: evt.end() for line in numbered if (evt := EVT.match(line.text, after_number(line.text)))}
    split = [(line, end) for line, end in split if line.index not in brief]
    for line in numbered:
        if line.index in brief:
            split.append((line, brief[line.index]))
    glued = {line.index: match.start() for line in numbered if (match := _ANSWER_GLUED.search(line.text, 4, 90))}
    for line in numbered:
        place = glued.get(line.index)
        if place is None and glued and line.index not in brief and (match := _TEXT_GLUED.search(line.text, 4, 90)):
            place = match.start()
        if place is not None:
            split.append((line, place))
    return split


_UNMARKED = (
    3  # titles with their text behind them and nothing between, for a capital alone to show the border in the others
)


def _bare(lines: Sequence[Line]) -> list[Line]:
    """Lines that a number without any mark opens (``1 Referat. Godkendt.``), where they count up from 1."""
    found: list[Line] = []
    for line in lines:
        match = BARE.match(line.text) if line.text[0].isdigit() and line.length < 1200 else None
        if match is not None and int(match["number"]) == len(found) + 1:
            found.append(line)
    return found if len(found) >= 3 else []


# "11. EventueltIntet", "9. VandværkshavenDer er"
_ANSWER_GLUED = re.compile(
    rf"(?:(?<=[a-zæøå]{{3}})|(?<=\b(?:19|20)\d\d))(?=(?:{CAPITAL_ANSWERS}|Der (?:er|var|blev)|Ikke den|Det blev)\b)"
)

# "10. VandværkshavenHækken er klippet": in minutes that glue an answer to a title, too.
_TEXT_GLUED = re.compile(
    rf"(?<=[a-zæøå]{{3}})(?=[A-ZÆØÅ][a-zæøå]{{2,30}} (?:{VERB}|[a-zæøå]{{3,}}(?:ede|lte|gte|dte|kte|tte|erer))\b)"
)
