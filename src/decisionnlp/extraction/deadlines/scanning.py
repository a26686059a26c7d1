"""From text to expressions: a cheap look for words of time, then the grammar's rules from left to right.

What a word can begin or tell is worked out once per word; most sentences of minutes tell nothing of time and end there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import reduce
from operator import or_

from decisionnlp.document import Relation
from decisionnlp.extraction.deadlines import placing
from decisionnlp.extraction.deadlines.cores import ARTICLES, BARE_STARTS, FEW_BEHIND_FIGURES
from decisionnlp.extraction.deadlines.events import CLAUSE_STARTS, EVENT_STARTS, event_at
from decisionnlp.extraction.deadlines.knowing import (
    BEGINS,
    BEHIND_ARTICLE,
    BEHIND_FIGURES,
    BEHIND_I,
    BEHIND_LEAD,
    BEHIND_LENGTH,
    CUES_AT,
    EVENT,
    FORMER,
    KNOWN,
    LENGTH,
    OF_SEASON,
    OF_TIME,
    RECURRENT,
    TELLS,
    TIME,
    TOLD_AT,
    VAGUE,
    tell,
)
from decisionnlp.extraction.deadlines.lengths import (
    ALONE_BEFORE_LENGTHS,
    BEHIND_LENGTH_LEADS,
    LENGTH_STARTS,
    length_at,
)
from decisionnlp.extraction.deadlines.placing import bare_at, former_at, led_at
from decisionnlp.extraction.deadlines.recurrence import RECURRENCE_STARTS, recurrence_at
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.seasons import held_in_season
from decisionnlp.extraction.deadlines.stretches import Reading, Sense, reading_of
from decisionnlp.extraction.deadlines.tenses import FORMS
from decisionnlp.extraction.deadlines.tokens import MONTHS, OF_PAST, VERB, WEEKDAYS, Tokens, split
from decisionnlp.extraction.deadlines.vague import VAGUE as VAGUE_RULES
from decisionnlp.extraction.deadlines.vague import VAGUE_STARTS, vague_at
from decisionnlp.learned import Learned

# Figures that may be a date (10/5, 11.12, 2025, 3-5), and d.d.
_FIGURES = re.compile(r"\b[dD]\. ?[dD]\b|\d ?[./-] ?\d|(?:19|20)\d\d")


_Parser = Callable[[Tokens, int, Reading], "Placed | None"]


_Rules = tuple[tuple[int, int, _Parser], ...]


def _former(tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    return former_at(tokens, index)


def _recurrence(tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    return recurrence_at(tokens, index)


def _vague(tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    return vague_at(tokens, index)


def _held_in_season(tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    """``inden sommerens landsskue``: the event, where the readers of events take it; else the season is read."""
    found = event_at(tokens, index, reading) if held_in_season(tokens, index + 1) else None
    return found if found is not None and found.end > index + 2 else None


# Beside the words named with it a rule may begin with figures, or with the names of months and weekdays.
_WORDS, _FIGURE, _NAME = 0, 1, 2
# In this order: what the words tell of, what the word behind the first must be (0: any), the rule, and what it may begin with.
_RULES: tuple[tuple[int, int, _Parser, frozenset[str], int], ...] = (
    (FORMER, 0, _former, placing.FORMER_STARTS, _WORDS),
    (RECURRENT, 0, _recurrence, RECURRENCE_STARTS, _FIGURE),
    (LENGTH, 0, length_at, ALONE_BEFORE_LENGTHS, _FIGURE),
    (LENGTH, BEHIND_LENGTH, length_at, LENGTH_STARTS - ALONE_BEFORE_LENGTHS, _WORDS),
    (OF_SEASON, OF_SEASON << TOLD_AT, _held_in_season, EVENT_STARTS, _WORDS),
    (-1, BEHIND_LEAD, led_at, placing.LED_STARTS - {"mellem"}, _WORDS),
    (-1, 0, led_at, frozenset({"mellem"}), _WORDS),
    (-1, 0, bare_at, BARE_STARTS, _NAME),
    (-1, BEHIND_ARTICLE, bare_at, ARTICLES, _WORDS),
    (-1, BEHIND_I, bare_at, frozenset({"i"}), _WORDS),
    (-1, BEHIND_FIGURES, bare_at, frozenset(), _FIGURE),
    (-1, 0, event_at, CLAUSE_STARTS, _WORDS),
    (EVENT, 0, event_at, EVENT_STARTS - CLAUSE_STARTS, _WORDS),
    (VAGUE, 0, _vague, frozenset(VAGUE_STARTS), _WORDS),
)
tell(
    (
        *((BEGINS, starts) for _, _, _, starts, _ in _RULES),
        (BEHIND_LEAD, placing.BEHIND_LEADS),
        (BEHIND_ARTICLE, placing.BEHIND_ARTICLES),
        (BEHIND_I, placing.DEICTIC),
        (BEHIND_FIGURES, FEW_BEHIND_FIGURES),
        (BEHIND_LENGTH, BEHIND_LENGTH_LEADS),
    )
)


def _rules_of(word: str) -> _Rules:
    """The rules that may begin with a word, in the order of trial, each with what the text must tell of and what the word
    behind must be."""
    kind = _FIGURE if word.isdecimal() else _NAME if word in MONTHS or word in WEEKDAYS else _WORDS
    return tuple((told, behind, parse) for told, behind, parse, starts, also in _RULES if word in starts or kind & also)


_RULES_OF: Learned[_Rules] = Learned(_rules_of, limit=20_000)
_RULES_OF.update((word, _rules_of(word)) for _, _, _, starts, _ in _RULES for word in starts)
_GOOD_TIME = VAGUE_RULES["vague-good-time"]
_AHEAD = (Relation.BEFORE, Relation.BY)
# A word of time stands at most so many tokens behind the beginning of its expression.
_REACH = 12


def expression_at(tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    """The expression that begins at a token: what the first of the rules reads that reads anything."""
    word = tokens.words[index]
    if word == "op" and (tokens.before(index) in FORMS or tokens.before(index).endswith("es")):
        return None  # tages op / til mødet
    told = tokens.told
    following = tokens.marks[index + 1] if index + 1 < tokens.size else BEHIND_FIGURES
    for kind, behind, parse in _RULES_OF[word]:
        if kind & told and (not behind or behind & following):
            found = parse(tokens, index, reading)
            if found is not None:
                return found
    return None


def tokenize(text: str) -> Tokens | None:
    """The tokens of a flattened text, or ``None`` where no word or figure of time occurs."""
    blanked, words = split(text)
    marks = list(map(KNOWN.__getitem__, words))
    known = reduce(or_, marks, 0)
    told = (known & TELLS) >> TOLD_AT
    if not told:
        if _FIGURES.search(text) is None:
            return None
        told = TIME
    return Tokens(text, blanked, words, marks, told, known >> CUES_AT, known & VERB != 0, known & OF_PAST)


def scan(tokens: Tokens, meeting: date | None) -> list[Placed]:
    """All expressions, left to right, none overlapping another; each token is tried once."""
    found: list[Placed] = []
    reading = reading_of(meeting)
    marks = tokens.marks
    last = tokens.size - 1  # the last word of time
    while last >= 0 and not marks[last] & OF_TIME:
        last -= 1
    coming = -1  # a word of time, looked for anew when it lies behind
    end = 0
    for index in [index for index, bits in enumerate(marks[: last + 1]) if bits & BEGINS]:
        if index < end:
            continue
        if last - index > _REACH:
            if coming < index:
                coming = next(look for look in range(index, last + 1) if marks[look] & OF_TIME)
            if coming - index > _REACH:
                continue
        placed = expression_at(tokens, index, reading)
        if placed is not None:
            if found and end == placed.start and found[-1].rule == _GOOD_TIME and placed.relation in _AHEAD:
                placed = placed.but(start=found.pop().start)  # i god tid før festen
            found.append(placed)
            end = placed.end
    return found


def reread_as_past(placed: Placed, tokens: Tokens, meeting: date | None) -> Placed:
    """The same words read as of something that has been."""
    again = expression_at(tokens, placed.start, reading_of(meeting, Sense.PAST))
    return again if again is not None and again.end == placed.end else placed
