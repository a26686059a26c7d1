"""Relations: how a task lies against a stretch of the calendar (*senest*, *inden*, *i løbet af*, *fra … til*).

A lead (*senest i*, *inden udgangen af*) and a core (*maj*) together give relation, bounds and type.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from decisionnlp import lexicons
from decisionnlp.document import DeadlineType, Relation
from decisionnlp.extraction.deadlines import calendar as cal
from decisionnlp.extraction.deadlines import rules
from decisionnlp.extraction.deadlines.days import TODAY, day, today
from decisionnlp.extraction.deadlines.members import (
    REL_AFTER,
    REL_BEFORE,
    REL_BY,
    REL_FROM,
    REL_IN,
    REL_ON,
    TYPE_DATE,
    TYPE_INTERVAL,
)
from decisionnlp.extraction.deadlines.periods import PARTS, Parser, period, period_parsers, whole_unit
from decisionnlp.extraction.deadlines.seasons import NAMED_HOLIDAYS, school_year, season
from decisionnlp.extraction.deadlines.stretches import Core, Grain, Reading, Sense, reading_of
from decisionnlp.extraction.deadlines.tokens import (
    ABOUT,
    DEFINITE_UNITS,
    HOLIDAYS,
    LAST,
    MONTHS,
    NEXT,
    ORDINALS,
    PAST_WEEKDAYS,
    SEASONS,
    THIS,
    UNITS,
    WEEKDAYS,
    Duration,
    PhraseTable,
    Tokens,
)
from decisionnlp.slotted import Slotted

BY = rules.relation("by", "senest i maj", "senest, frist: the last day counts")
END = rules.relation("end", "inden udgangen af maj", "udgangen af, er omme: by the last day")
BEFORE = rules.relation("before", "inden 1. maj", "inden, før, forud for: the day before it begins")
IN = rules.relation(
    "in", "i løbet af marts", "i, i løbet af: between the first and last day, the meeting's at the earliest"
)
ON = rules.relation("on", "den 3. maj", "a day named alone or with på")
BARE = rules.relation("bare", "uge 47-48", "a period named without a preposition, as in the cell of a plan")
TO = rules.relation("to", "til den 4. maj", "til: by a day, in a month or season")
UNTIL = rules.relation("until", "frem til 1. maj", "frem til, indtil: by its last day")
AFTER = rules.relation("after", "efter påske", "efter: from the day behind it")
FROM = rules.relation("from", "tidligst i maj", "fra, tidligst: from its first day")
BETWEEN = rules.relation("between", "mellem 1. og 15. maj", "mellem … og, fra … til: first to last")
LATER = rules.relation("later", "senere på året", "senere på, senere i: by the last day, without a first one")
# Leads that make an expression something else than a deadline; the reason is told with it.
EFFECTIVE = rules.relation(
    "effective", "med virkning fra 1. august", "fra og med, med virkning fra, pr.: when something applies"
)
VALID = rules.relation("valid", "til og med 2026", "til og med: how long something lasts")
SINCE = rules.relation("since", "siden 2019", "siden: what has been")
OF = rules.relation("of", "notat af 3. maj 2023", "af, dateret: the date of a document or law")
ABOUT_IT = rules.relation("about", "planen for 2025", "for: the year or month that something is about")
FORMER = rules.relation("former", "i sidste uge", "sidste, forrige, for … siden: what has been")


@dataclass(slots=True)
class Placed(Slotted):
    """A read expression: tokens ``start`` to ``end``; ``reason`` says why it cannot be a deadline (``None`` if it can)."""

    start: int
    end: int
    type: DeadlineType
    relation: Relation | None
    earliest: date | None
    latest: date | None
    rule: str
    approximate: bool = False
    absolute: bool = False
    rrule: str | None = None
    anchor: str | None = None
    reason: str | None = None
    grain: int | None = None
    deictic: bool = False
    length: Duration | None = None  # of what lies a length of time from an event
    direction: int = 1
    lead: str = ""  # the relation rule, where there is one


_REASONS = {
    EFFECTIVE: "effective",
    VALID: "validity",
    SINCE: "past",
    OF: "document-date",
    ABOUT_IT: "about",
    FORMER: "past",
}

_LEADS = PhraseTable((form, entry["rule"]) for entry in lexicons.load("deadlines")["leads"] for form in entry["forms"])

LED_STARTS = frozenset({*_LEADS, "mellem"})
FORMER_STARTS = frozenset({"for", "i", "på", "over", "fra", "den", "det", "de", *LAST})
_DEFINITE = frozenset({END, LATER})
_LOOSE_DEFINITE = ("af", "inden", "resten")
_SKIP_AFTER_BY = frozenset({"i", "på", "til", "ved", "om", "her"})
_END_NOUNS = frozenset({"udgang", "slutning", "afslutning", "ende", "udløb", "udgangen"})
OVER = frozenset({"omme", "gået", "slut", "forbi", "ovre", "til", "udløbet", "rundet"})
_GENITIVES = {"årets", "ugens", "månedens", "kvartalets", "halvårets", "skoleårets", "kalenderårets"}
_CONNECTORS = frozenset({"-", "–", "—", "/", "til", "eller"})
_DAY_STARTS = frozenset({"den", "d", "dn", "dén", "sidste"})
_TODAY_BEHIND = frozenset({"dag", "morgen", "overmorgen"})
_TODAY_STARTS = frozenset({"i", "idag", "imorgen", "dags", "d", "dd"})


CORE_STARTS = frozenset({
    *MONTHS, *WEEKDAYS, *SEASONS, *HOLIDAYS, *NEXT, *THIS, *ORDINALS, *PARTS, *DEFINITE_UNITS, *NAMED_HOLIDAYS, *_DAY_STARTS, *_TODAY_STARTS, "'", "’", "år", "det", "uge", "uger",
    "ugerne", "q", "k", "skoleår", "skoleåret", "skoleårets", "tidlige", "sene", "tidligt", "sent", "hele", "månedsskiftet", "månedskiftet", "halvårsskiftet", "weekenden", "årets", "sidst",
})  # fmt: skip
# A holiday, a year and a unit name a time only behind a preposition.
BARE_STARTS = frozenset({
    *MONTHS, *WEEKDAYS, *SEASONS, *NEXT, *THIS, *ORDINALS, *PARTS, *_GENITIVES, *_DAY_STARTS, *_TODAY_STARTS, "det", "uge", "uger", "ugerne", "ugen",
    "q", "k", "skoleåret", "månedsskiftet", "weekenden", "skolernes",
})  # fmt: skip

# The words behind figures with which they name a time; without a preposition before them a year is none.
_BEHIND_FIGURES = frozenset({
    *MONTHS, *WEEKDAYS, *(form for form, unit in UNITS.items() if unit in ("quarter", "half")), *DEFINITE_UNITS,
    "og", "eller", "el", "til", "halvdel", "weekend", "uge",
})  # fmt: skip


def _core_parsers(word: str) -> tuple[Parser, ...]:
    """What reads a stretch that begins with a word, in the order of trial."""
    named = word in WEEKDAYS or word in _DAY_STARTS or word in ORDINALS
    return (
        *((today,) if word in _TODAY_STARTS else ()),
        *((day,) if named or word.isdecimal() else ()),
        *period_parsers(word),
    )


_CORE_PARSERS = {word: _core_parsers(word) for word in CORE_STARTS}
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


def _genitive_end(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """``årets udgang``, ``marts måneds udgang``, ``forårets afslutning``: the stretch whose end is meant."""
    words = tokens.words
    word = words[index]
    if word in _GENITIVES and words[index + 1] in _END_NOUNS:
        definite = reading.defined()
        core = school_year(tokens, index, definite) if word == "skoleårets" else period(tokens, index, definite)
        return core.but(end=index + 2) if core else None
    if word in SEASONS and word.endswith("ts") and words[index + 1] in _END_NOUNS:
        core = season(tokens, index, reading.within_frame())
        return core.but(end=index + 2) if core else None
    ordinal = tokens.ordinal(index, 4) if word[:1].isdecimal() or word in ORDINALS else None
    if ordinal is not None and words[ordinal[1]] in ("kvartals", "halvårs") and words[ordinal[1] + 1] in _END_NOUNS:
        core = period(tokens, index, reading.within_frame())  # inden 1. kvartals udgang
        return core.but(end=ordinal[1] + 2) if core else None
    if word in MONTHS and words[index + 1] == "måneds" and words[index + 2] in _END_NOUNS:
        core = period(tokens, index, reading.within_frame())
        return core.but(end=index + 3) if core else None
    return None


def _joined(tokens: Tokens, core: Core, reading: Reading, connectors: frozenset[str]) -> Core | None:
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
    if second is None or ((second.grain == Grain.DAY) != (core.grain == Grain.DAY) and connectors is _CONNECTORS):
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


def _ready(core: Core, relation: Relation, earliest: date | None, latest: date | None) -> DeadlineType:
    """``interval`` for two different bounds, ``date`` otherwise; without a meeting date the shape decides."""
    if earliest is None and latest is None:
        return TYPE_INTERVAL if relation is REL_IN and core.grain != Grain.DAY else TYPE_DATE
    return TYPE_INTERVAL if earliest and latest and earliest != latest else TYPE_DATE


_BY_LEADS = frozenset({BY, END, UNTIL})
# Leads that set one bound or move it; behind the others the stretch stands as it is.
_BOUNDING = _BY_LEADS | {LATER, BEFORE, AFTER, FROM, TO}


def place(core: Core, lead: str, start: int, reading: Reading, *, clamp: bool = True) -> Placed:
    """Apply a relation to a core."""
    first, last = core.first, core.last
    meeting = reading.meeting
    upside = first is not None and last is not None and last < first  # New Year, see ``holiday_bounds``
    earliest: date | None = None
    latest: date | None = None
    if lead not in _BOUNDING or (lead == TO and core.grain not in (Grain.DAY, Grain.HOLIDAY)):
        relation = REL_ON if core.grain == Grain.DAY else REL_IN
        if upside:  # ved årsskiftet: 31 December
            first, relation = last, REL_ON
        earliest, latest = first, last
        if clamp and meeting and earliest and latest and earliest < meeting <= latest and reading.sense != Sense.PAST:
            earliest = meeting
    elif lead in _BY_LEADS:
        relation = REL_BY
        latest = last
        if core.grain == Grain.HOLIDAY and not upside and first is not None:
            latest = last if lead == END else first - cal.DAY if core.approximate or lead == UNTIL else first
    elif lead == LATER:
        relation, latest = REL_IN, last
    elif lead == BEFORE:
        relation, latest = REL_BEFORE, first - cal.DAY if first else None
    elif lead == AFTER:
        relation, earliest = REL_AFTER, last + cal.DAY if last else None
    elif lead == FROM:
        relation, earliest = REL_FROM, first
    elif lead == TO and core.grain == Grain.DAY:
        relation, latest = REL_BY, last
    else:  # til with a holiday
        relation = REL_BY
        if first is not None and last is not None:
            latest = first - cal.DAY if core.approximate else min(first, last)
    if lead == SINCE:
        relation = REL_FROM
    return Placed(
        start,
        core.end,
        _ready(core, relation, earliest, latest),
        relation,
        earliest,
        latest,
        rules.joined(lead, core.rule),
        core.approximate,
        core.absolute,
        None,
        None,
        _REASONS.get(lead),
        core.grain,
        core.deictic,
        None,
        1,
        lead,
    )


# What may stand behind a lead; everyday prepositions stand before something else most of the time.
_FOLLOWERS = (
    CORE_STARTS
    | ABOUT
    | frozenset(
        {
            "inden",
            "før",
            "ved",
            "med",
            "udgangen",
            "forud",
            "op",
            "til",
            "frem",
            "hen",
            "i",
            "på",
            "om",
            "her",
            "senest",
            ":",
            "er",
            ",",
        }
    )
)
_NESTED_STARTS = frozenset({"inden", "før", "ved", "med", "udgangen", "forud", "op", "til", "frem", "hen"})
_DEICTIC = frozenset({"dag", "morgen", "overmorgen"})


def _has_two_ends(core: Core) -> bool:
    """The core itself ran from one day or week to another (*den 7. til den 17. april*, *uge 12 og uge 14*)."""
    if core.rule == "week":
        return core.first is not None and core.last is not None and (core.last - core.first).days > 7
    return core.grain == Grain.PART and core.rule in ("date", "date-numeric", "month", "year")


def _behind_lead(
    tokens: Tokens, start: int, at: int, lead: str, reading: Reading, phrase: tuple[str, ...]
) -> Placed | None:
    words = tokens.words
    about = False
    if lead == BY:
        if phrase[-1].endswith(("frist", "fristen", "deadline", "deadlinen")) and words[at] in (":", "er", "den", ","):
            at += 0 if words[at] == "den" else 1
        if words[at] == "senest":
            at += 1
        nested = None
        if words[at] in _NESTED_STARTS:
            nested = next((found for found in _LEADS.at(tokens, at) if found[1] in (END, BEFORE)), None)
        if nested is not None:
            return _behind_lead(tokens, start, at + len(nested[0]), nested[1], reading, nested[0])
        if words[at] in _SKIP_AFTER_BY and words[at + 1] not in _DEICTIC:
            at += 1
            if words[at - 1] == "i" and words[at] == "løbet" and words[at + 1] == "af":
                at += 2
    if words[at] in ABOUT and words[at] != words[start]:
        at, about = tokens.skip_dot(at + 1), True
    if words[at] == "i" and lead in (FROM, UNTIL, END) and words[at + 1] not in _DEICTIC:
        at += 1
    if lead in (TO, BEFORE) and words[at] == "på" and words[at + 1] in WEEKDAYS:
        at += 1
    sense = Sense.AHEAD if lead == BEFORE and reading.sense == Sense.FUTURE else reading.sense
    definite = lead in _DEFINITE or (len(phrase) > 1 and phrase[-1] == "af") or phrase[0] in ("inden", "før")
    inner = reading_of(reading.meeting, sense, True, definite)
    ended = None
    if words[at + 1] in _END_NOUNS or words[at + 2] in _END_NOUNS or words[at + 3] in _END_NOUNS:
        ended = _genitive_end(tokens, at, reading_of(reading.meeting, reading.sense, True, definite))
    if ended is not None:
        lead_of_end = AFTER if lead == AFTER else lead if lead in _REASONS else END
        return place(ended, lead_of_end, start, reading, clamp=False)
    core = core_at(tokens, at, inner)
    if core is None:
        return None
    if lead == BEFORE:
        over = core.end + 1 if words[core.end] in ("er", "måned") and words[core.end] == "er" else 0
        if over and words[over] in OVER:
            again = core_at(tokens, at, reading_of(reading.meeting, reading.sense, True, definite)) or core
            return place(again.but(end=over + (2 if words[over] == "til" else 1)), END, start, reading, clamp=False)
        if core.rule.endswith("school-year") and words[core.end] in ("begynder", "starter"):
            return None  # før skoleåret begynder: an event
        if core.rule == "this-period":
            return None  # inden året … without *er omme* is no date
    if lead == BEFORE and core.rule == "next-period" and core.first is None and reading.meeting is not None:
        return None
    if about or words[start] in ("omkring", "omk", "ca", "cirka"):
        core = core.but(approximate=True)
    if lead == FROM and phrase == ("fra",) and _has_two_ends(core):
        return place(core, BETWEEN, start, reading, clamp=False)
    if lead == FROM and words[start] != "tidligst":
        between = _joined(tokens, core, reading, frozenset({"til", "-", "–", "frem"})) if phrase == ("fra",) else None
        if between is not None:
            return place(between, BETWEEN, start, reading, clamp=False)
    joined = None
    if lead in (IN, TO):
        joined = _joined(tokens, core, reading, _CONNECTORS)
        if joined is not None:
            return place(
                joined,
                BETWEEN if core.grain == Grain.DAY else lead if lead == IN else IN,
                start,
                reading,
                clamp=joined.grain != Grain.PART or core.grain != Grain.DAY,
            )
    if lead in (EFFECTIVE, VALID, SINCE, OF, ABOUT_IT):
        more = _joined(tokens, core, reading, _CONNECTORS)
        return place(more or core, lead, start, reading, clamp=False)
    if lead == LATER and core.rule == "this-period" and core.first is not None:
        core = core.but(first=whole_unit(core, reading)[0])
    return place(core, lead, start, reading)


def _between(tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    """``mellem 1. og 15. maj``, ``mellem påske og sommerferien``, ``i perioden fra 1. maj til 3. juni``."""
    words = tokens.words
    at = index + 1
    if words[index] == "i" and words[index + 1] in ("perioden", "tidsrummet", "tiden", "dagene"):
        at = index + 2
        if words[at] in ("fra", "mellem"):
            at += 1
        elif words[index + 1] == "tiden":
            return None
    core = core_at(tokens, at, reading_of(reading.meeting, reading.sense, True))
    if core is None:
        return None
    if _has_two_ends(core) and tokens.words[index] == "mellem":
        return place(core, BETWEEN, index, reading, clamp=False)
    whole = _joined(tokens, core, reading, frozenset({"og", "til", "-", "–", "—", "frem"}))
    if whole is None:
        return place(core, IN, index, reading) if words[index] == "i" else None
    return place(whole, BETWEEN, index, reading, clamp=False)


def may_lead(word: str, following: str) -> bool:
    """Whether a relation with its stretch may begin with two words."""
    if word == "mellem" or (word == "i" and following in ("perioden", "tidsrummet", "tiden", "dagene")):
        return True
    return _LEADS.goes_on(word, following) or (
        _LEADS.is_whole(word) and (following in _FOLLOWERS or following.isdecimal())
    )


def led_at(tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    """The relation with its stretch that begins at a token."""
    words = tokens.words
    word = words[index]
    if word == "mellem" or (word == "i" and words[index + 1] in ("perioden", "tidsrummet", "tiden", "dagene")):
        found = _between(tokens, index, reading)
        if found is not None:
            return found
    for phrase, lead in _LEADS.at(tokens, index):
        following = words[index + len(phrase)]
        if following not in _FOLLOWERS and not following.isdecimal():
            continue
        found = _behind_lead(tokens, index, index + len(phrase), lead, reading, phrase)
        if found is not None:
            return found
    return None


def may_be_bare(word: str, following: str) -> bool:
    """Whether a stretch without a relation may begin with two words."""
    if word == "i":
        return following in _TODAY_BEHIND
    return not word.isdecimal() or not following.isalpha() or following in _BEHIND_FIGURES


def bare_at(tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    """The stretch that begins at a token without a relation."""
    ended = _genitive_end(tokens, index, reading) if tokens.words[index] in _GENITIVES else None
    if ended is not None:
        return place(ended, END, index, reading, clamp=False)
    core = core_at(tokens, index, reading)
    if core is None:
        return None
    whole = _joined(tokens, core, reading, _CONNECTORS)
    if whole is not None:
        return place(whole, BETWEEN, index, reading, clamp=False)
    return place(core, ON if core.grain == Grain.DAY else BARE, index, reading, clamp=False)


def former_at(tokens: Tokens, index: int) -> Placed | None:
    """``i sidste uge``, ``sidste år``, ``for tre uger siden``, ``i går``, ``i fjor``, ``de seneste to år``: what has been."""
    words = tokens.words
    at = index
    end = 0
    if words[at] == "for":
        length = tokens.duration(at + 1)
        if length is not None and words[length[1]] == "siden":
            end = length[1] + 1
    elif words[at] == "i" and (words[at + 1] in ("går", "fjor", "forgårs") or words[at + 1] in PAST_WEEKDAYS):
        end = at + 2
    else:
        if words[at] in ("i", "på", "over", "fra", "den", "det", "de"):
            at += 1
        if words[at] in ("den", "det", "de"):
            at += 1
        if words[at] in ("sidste", "seneste", "forrige", "forgangne", "foregående", "forløbne"):
            at += 1
            length = tokens.duration(at) if words[at] not in ("i",) else None
            if length is not None:
                end = length[1]
            elif words[at] in WEEKDAYS and words[at + 1] not in ("i", "af"):
                end = at + 1
            elif words[at] in (
                "uge",
                "måned",
                "år",
                "kvartal",
                "halvår",
                "sommer",
                "forår",
                "efterår",
                "vinter",
                "skoleår",
                "weekend",
                "gang",
                "møde",
            ):
                after = words[at + 1]
                end = (
                    at + 1
                    if not (
                        after in ("af", "i")
                        and (words[at + 2].isdecimal() or words[at + 2] in MONTHS or words[at + 2] == "året")
                    )
                    else 0
                )
            elif words[at] in MONTHS:
                end = at + 1
    if not end:
        return None
    return Placed(
        index,
        end,
        TYPE_DATE,
        REL_ON,
        None,
        None,
        rules.joined(FORMER, TODAY) if words[index + 1] == "går" else FORMER,
        reason="past",
    )
