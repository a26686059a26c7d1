"""Stretches of the calendar as they stand in a text, whatever their kind, and two of them joined."""

from __future__ import annotations

from datetime import date

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines.days import day, today
from decisionnlp.extraction.deadlines.periods import PARTS, Parser, month, period, period_parsers
from decisionnlp.extraction.deadlines.seasons import NAMED_HOLIDAYS, school_year, season
from decisionnlp.extraction.deadlines.stretches import Core, Grain, Reading, Sense, reading_of
from decisionnlp.extraction.deadlines.tokens import (
    DEFINITE_UNITS,
    HOLIDAYS,
    MONTHS,
    NEXT,
    ORDINALS,
    SEASONS,
    THIS,
    UNITS,
    WEEKDAYS,
    Tokens,
)

END_NOUNS = lexicons.words("deadline_words", "ends") | {"udgangen"}
GENITIVES = lexicons.words("deadline_words", "genitives")
CONNECTORS = frozenset({"-", "–", "—", "/", "til", "eller"})
_DAY_STARTS = frozenset({"den", "d", "dn", "dén", "sidste"})
_TODAY_STARTS = frozenset({"i", "idag", "imorgen", "dags", "d", "dd"})

# Beside the names of months and weekdays, of which there are thousands with all their misspellings.
OTHER_STARTS = frozenset({
    *SEASONS, *HOLIDAYS, *NEXT, *THIS, *ORDINALS, *PARTS, *DEFINITE_UNITS, *NAMED_HOLIDAYS, *_DAY_STARTS, *_TODAY_STARTS, "'", "’", "år", "det", "u", "uge", "uger",
    "ugerne", "q", "k", "skoleår", "skoleåret", "skoleårets", "tidlige", "sene", "tidligt", "sent", "hele", "månedsskiftet", "månedskiftet", "halvårsskiftet", "weekenden", "årets", "sidst",
})  # fmt: skip
ARTICLES = frozenset({"den", "det"})
# A holiday, a year and a unit name a time only behind a preposition; *i* and the articles do only before some words.
BARE_STARTS = frozenset({
    *SEASONS, *NEXT, *THIS, *ORDINALS, *PARTS, *GENITIVES, *_DAY_STARTS, *_TODAY_STARTS, "u", "uge", "uger", "ugerne", "ugen",
    "q", "k", "skoleåret", "månedsskiftet", "weekenden", "skolernes",
}) - ARTICLES - {"i"}  # fmt: skip

# The words behind figures with which they name a time; without a preposition before them a year is none.
FEW_BEHIND_FIGURES = frozenset({
    *(form for form, unit in UNITS.items() if unit in ("quarter", "half")), *DEFINITE_UNITS,
    "og", "eller", "el", "til", "halvdel", "weekend", "uge",
})  # fmt: skip
_BEHIND_FIGURES = FEW_BEHIND_FIGURES.union(MONTHS, WEEKDAYS)


def _core_parsers(word: str) -> tuple[Parser, ...]:
    """What reads a stretch that begins with a word, in the order of trial."""
    named = word in WEEKDAYS or word in _DAY_STARTS or word in ORDINALS
    return (
        *((today,) if word in _TODAY_STARTS else ()),
        *((day,) if named or word.isdecimal() else ()),
        *period_parsers(word),
    )


_CORE_PARSERS: dict[str, tuple[Parser, ...]] = {
    **dict.fromkeys(WEEKDAYS, (day,)),
    **dict.fromkeys(MONTHS, (month,)),
    **{word: _core_parsers(word) for word in OTHER_STARTS | (WEEKDAYS.keys() & MONTHS.keys())},
}
CORE_STARTS = _CORE_PARSERS.keys()
_YEAR_PARSERS, _FIGURE_PARSERS = _core_parsers("2024"), _core_parsers("3")


def core_at(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """The time expression that begins at a token, whatever its kind."""
    word = tokens.words[index]
    parsers = _CORE_PARSERS.get(word)
    if parsers is None:
        if not word.isdecimal():
            return None
        following = tokens.words[index + 1]
        if not reading.framed and following.isalpha() and following not in _BEHIND_FIGURES:
            return None  # 600 borgere
        parsers = _YEAR_PARSERS if len(word) == 4 else _FIGURE_PARSERS
    for parse in parsers:
        found = parse(tokens, index, reading)
        if found is not None:
            return found
    return None


def genitive_end(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """``årets udgang``, ``marts måneds udgang``, ``forårets afslutning``: the stretch whose end is meant."""
    words = tokens.words
    word = words[index]
    if word in GENITIVES and words[index + 1] in END_NOUNS:
        definite = reading.defined()
        core = school_year(tokens, index, definite) if word == "skoleårets" else period(tokens, index, definite)
        return core.but(end=index + 2) if core else None
    if word in SEASONS and word.endswith("ts") and words[index + 1] in END_NOUNS:
        core = season(tokens, index, reading.within_frame())
        return core.but(end=index + 2) if core else None
    ordinal = tokens.ordinal(index, 4) if word[:1].isdecimal() or word in ORDINALS else None
    if ordinal is not None and words[ordinal[1]] in ("kvartals", "halvårs") and words[ordinal[1] + 1] in END_NOUNS:
        core = period(tokens, index, reading.within_frame())  # inden 1. kvartals udgang
        return core.but(end=ordinal[1] + 2) if core else None
    if word in MONTHS and words[index + 1] == "måneds" and words[index + 2] in END_NOUNS:
        core = period(tokens, index, reading.within_frame())
        return core.but(end=index + 3) if core else None
    return None


def joined(tokens: Tokens, core: Core, reading: Reading, connectors: frozenset[str]) -> Core | None:
    """``core`` and the one behind a hyphen, *til*, *eller* (or *og* behind *mellem*) as one stretch."""
    at = core.end
    if tokens.words[at] not in connectors:
        return None
    step = at + 1
    if tokens.words[at] == "til" and tokens.words[step] == "og" and tokens.words[step + 1] == "med":
        step += 2
    if tokens.words[at] in ("til", "eller", "og") and tokens.words[step] in ("i", "på", "udgangen", "senest"):
        if tokens.words[step] == "senest":
            return None
        step += 2 if tokens.words[step] == "udgangen" else 1
    later = reading.within_frame()
    if core.first is not None:
        later = reading_of(core.first, reading.sense, True, reading.definite)
    second = core_at(tokens, step, later)
    if second is None or ((second.grain == Grain.DAY) != (core.grain == Grain.DAY) and connectors is CONNECTORS):
        return None
    if core.first is None and reading.meeting is None and not (core.absolute and second.absolute):
        if second.absolute and second.first is not None and not core.absolute:
            first = _reread(tokens, core, reading, second.first)
            if first is not None:
                return second.but(first=first, grain=Grain.PART)
        return second.but(first=None, last=None, grain=Grain.PART)
    begin = core.first
    if second.absolute and not core.absolute and second.first is not None:
        begin = _reread(tokens, core, reading, second.first) or begin
    if begin is None or second.last is None or second.last < begin:
        return None
    return second.but(
        first=begin,
        grain=Grain.PART,
        approximate=core.approximate or second.approximate,
        absolute=second.absolute or core.absolute,
    )


def _reread(tokens: Tokens, core: Core, reading: Reading, before: date) -> date | None:
    """The first day of a yearless core in the occurrence nearest before ``before`` (*1. november – 15. januar 2025*)."""
    for back in range(core.end - 1, max(core.end - 8, -1), -1):
        again = core_at(tokens, back, reading_of(before, Sense.PAST, True))
        if again is not None and again.end == core.end and again.rule == core.rule:
            found = again
            earlier = core_at(tokens, back - 1, reading_of(before, Sense.PAST, True)) if back else None
            if earlier is not None and earlier.end == core.end and earlier.rule == core.rule:
                found = earlier
            return found.first
    return None
