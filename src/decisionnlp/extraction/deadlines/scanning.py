"""From text to expressions: a cheap look for words of time, then the grammar's rules from left to right.

What a word can begin or tell is worked out once per word; most sentences of minutes tell nothing of time and end there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache, reduce
from operator import or_

from decisionnlp import lexicons
from decisionnlp.document import Relation
from decisionnlp.extraction.deadlines import placing
from decisionnlp.extraction.deadlines.cores import BARE_STARTS
from decisionnlp.extraction.deadlines.events import CLAUSE_STARTS, EVENT_STARTS, event_at
from decisionnlp.extraction.deadlines.lengths import LENGTH_STARTS, length_at, may_be_length
from decisionnlp.extraction.deadlines.placing import bare_at, former_at, led_at
from decisionnlp.extraction.deadlines.recurrence import ADVERBS, RECURRENCE_STARTS, recurrence_at
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.seasons import held_in_season, of_season
from decisionnlp.extraction.deadlines.stretches import Reading, Sense, reading_of
from decisionnlp.extraction.deadlines.surroundings import CUES
from decisionnlp.extraction.deadlines.tenses import FORMS, clause_kind, past_forms
from decisionnlp.extraction.deadlines.tokens import (
    DEFINITE_UNITS,
    HOLIDAYS,
    LAST,
    LIMIT,
    MISSPELT,
    MONTHS,
    PAST_WEEKDAYS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    Known,
    Tokens,
    is_act,
    is_feast,
    is_occasion,
    is_process,
    meeting_kind,
    split,
    with_misspellings,
)
from decisionnlp.extraction.deadlines.vague import VAGUE as VAGUE_RULES
from decisionnlp.extraction.deadlines.vague import VAGUE_STARTS, vague_at

# What a word tells of: a rule is tried only where the text holds a word of its kind.
TIME, EVENT, FORMER, RECURRENT, LENGTH, VAGUE = 1, 2, 4, 8, 16, 32  # and LIMIT, 64
_EVERYTHING = 127
# Figures that may be a date (10/5, 11.12, 2025, 3-5), and d.d.
_FIGURES = re.compile(r"\b[dD]\. ?[dD]\b|\d ?[./-] ?\d|(?:19|20)\d\d")
_TIME_WORDS = frozenset(
    {"d", "u", "gang", "gange", "skoleår", "skoleåret", "skoleårets", "weekend", "weekenden", "månedsskiftet", "halvårsskiftet", "når", "snart", "dd", "inden", "før", "senest", "idag", "imorgen",
     "dag", "morgen", "overmorgen", "dato", "ds", "dennes", "halvdel", "udgangen", "uger", "ugerne", "kristi", "skærtorsdag", "langfredag", "bededag", "hans", "himmelfart", "skolernes"}
)  # fmt: skip
_ANY_TIME = _TIME_WORDS.union(MONTHS, WEEKDAYS, UNITS, DEFINITE_UNITS, SEASONS, HOLIDAYS)
_FORMER_WORDS = frozenset({*LAST, *PAST_WEEKDAYS, "går", "fjor", "forgårs", "siden"})
_RECURRENT_WORDS = frozenset(
    {
        *ADVERBS,
        "dag",
        "dage",
        "time",
        "timer",
        "hver",
        "hvert",
        "enhver",
        "hveranden",
        "hvertandet",
        "gang",
        "gange",
        "måneden",
        "pr",
        "per",
    }
)
# The longest word of a phrase tells that it may be there.
_VAGUE_WORDS = frozenset(
    max(form.split(), key=len)
    for entry in lexicons.load("deadlines")["vague"]
    for form in with_misspellings(entry["forms"])
)


_LIMIT_WORDS = frozenset({"senest", "tidligst", *MISSPELT["senest"]})


def _learn(word: str) -> int:
    if not word.isalpha():
        return 0
    told = TIME if word in _ANY_TIME else 0
    if word in UNITS or word in ("dagen", "ugen"):
        told |= LENGTH
    if word in _FORMER_WORDS:
        told |= FORMER
    if word in _RECURRENT_WORDS:
        told |= RECURRENT
    if word in _LIMIT_WORDS or "frist" in word or word.startswith("deadline"):
        told |= LIMIT
    if word in ("gang", "ses", "forbindelse", "ifm", "ifbm", "sammen"):
        told |= EVENT
    if word in _VAGUE_WORDS:
        told |= VAGUE
    if (
        meeting_kind(word) is not None
        or is_process(word)
        or is_act(word)
        or is_feast(word)
        or word.startswith("møde")
        or is_occasion(word)
    ):
        told |= EVENT
    return told


_Parser = Callable[[Tokens, int, Reading], "Placed | None"]


_Rules = tuple[tuple[int, _Parser], ...]


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


def _always(word: str, following: str) -> bool:
    return True


# In this order: what the words tell of, the rules, the words they may begin with (figures begin some as well), and
# whether they may with the word that follows.
_RULES: tuple[tuple[int, _Parser, frozenset[str], bool, Callable[[str, str], bool]], ...] = (
    (FORMER, _former, placing.FORMER_STARTS, False, _always),
    (RECURRENT, _recurrence, RECURRENCE_STARTS, True, _always),
    (LENGTH, length_at, LENGTH_STARTS, True, may_be_length),
    (-1, _held_in_season, EVENT_STARTS, False, of_season),
    (-1, led_at, placing.LED_STARTS, False, placing.may_lead),
    (-1, bare_at, BARE_STARTS, True, placing.may_be_bare),
    (-1, event_at, CLAUSE_STARTS, False, _always),
    (EVENT, event_at, EVENT_STARTS - CLAUSE_STARTS, False, _always),
    (VAGUE, _vague, frozenset(VAGUE_STARTS), False, VAGUE_STARTS.may_stand),
)
_STARTS = frozenset().union(*(starts for _, _, starts, _, _ in _RULES))


@lru_cache(maxsize=16384)
def _rules_for(word: str, following: str) -> _Rules:
    """The rules that may begin with two words, in the order of trial, each with what the text must tell of."""
    figures = word.isdecimal()
    return tuple(
        (kind, parse)
        for kind, parse, starts, with_figures, may in _RULES
        if (word in starts or (figures and with_figures)) and may(word, following)
    )


_GOOD_TIME = VAGUE_RULES["vague-good-time"]
_AHEAD = (Relation.BEFORE, Relation.BY)
# A word of time stands at most so many tokens behind the beginning of its expression.
_REACH = 12


# All that is known of a word, packed: 1, a rule may begin with it; 2, it is a word of time or a figure; 4, it may be a
# verb; then its kind (``KIND_AT``); then what it tells of; then which past forms it may be (three bits, see ``tenses``); then the lists of cue
# words it is on.
_BEGINS, _OF_TIME, _VERB = 1, 2, 4
_TOLD, _PAST, _CUE = 6, 13, 16


def _known(word: str) -> int:
    figures = word.isdecimal()
    told = _learn(word)
    marks = (_BEGINS if figures or word in _STARTS else 0) | (_OF_TIME if figures or told else 0)
    marks |= (_VERB if word in FORMS else 0) | clause_kind(word)
    return marks | told << _TOLD | past_forms(word) << _PAST | CUES.of(word) << _CUE


_known_words = Known(_known)


def expression_at(tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    """The expression that begins at a token."""
    words = tokens.words
    return _first_of(_rules_for(words[index], words[index + 1]), tokens, index, reading)


def _first_of(rules: _Rules, tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    """What the first of the rules reads that reads anything."""
    told = tokens.told
    if tokens.words[index] == "op" and (
        tokens.before(index) in FORMS or tokens.before(index).endswith("es")
    ):  # tages op / til mødet
        return None
    for kind, parse in rules:
        if kind & told:
            found = parse(tokens, index, reading)
            if found is not None:
                return found
    return None


def tokenize(text: str) -> Tokens | None:
    """The tokens of a flattened text, or ``None`` where no word or figure of time occurs."""
    blanked, words = split(text)
    marks = list(map(_known_words.__getitem__, words))
    known = reduce(or_, marks, 0)
    told = known >> _TOLD & _EVERYTHING
    if not told:
        if _FIGURES.search(text) is None:
            return None
        told = TIME
    return Tokens(text, blanked, words, marks, told, known >> _CUE, known & _VERB != 0, known >> _PAST & 7)


def scan(tokens: Tokens, meeting: date | None) -> list[Placed]:
    """All expressions, left to right, none overlapping another; each token is tried once."""
    found: list[Placed] = []
    reading = reading_of(meeting)
    marks, words = tokens.marks, tokens.words
    last = tokens.size - 1  # the last word of time
    while last >= 0 and not marks[last] & _OF_TIME:
        last -= 1
    coming = -1  # a word of time, looked for anew when it lies behind
    end = 0
    for index in [index for index, bits in enumerate(marks[: last + 1]) if bits & _BEGINS]:
        if index < end:
            continue
        if last - index > _REACH:
            if coming < index:
                coming = next(look for look in range(index, last + 1) if marks[look] & _OF_TIME)
            if coming - index > _REACH:
                continue
        rules = _rules_for(words[index], words[index + 1])
        placed = _first_of(rules, tokens, index, reading) if rules else None
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
