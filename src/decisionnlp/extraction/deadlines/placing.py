"""A relation's words and the stretch behind them (*senest i* + *maj*, *inden udgangen af* + *maj*) read together: relation, bounds, type."""

from __future__ import annotations

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines import rules
from decisionnlp.extraction.deadlines.cores import (
    CONNECTORS,
    CORE_STARTS,
    END_NOUNS,
    GENITIVES,
    OTHER_STARTS,
    core_at,
    genitive_end,
    joined,
)
from decisionnlp.extraction.deadlines.days import TODAY
from decisionnlp.extraction.deadlines.members import REL_ON, TYPE_DATE
from decisionnlp.extraction.deadlines.periods import whole_unit
from decisionnlp.extraction.deadlines.relations import (
    ABOUT_IT,
    AFTER,
    BARE,
    BEFORE,
    BETWEEN,
    BY,
    EFFECTIVE,
    END,
    FORMER,
    FROM,
    IN,
    LATER,
    OF,
    ON,
    REASONS,
    SINCE,
    TO,
    UNTIL,
    VALID,
    Placed,
    place,
)
from decisionnlp.extraction.deadlines.stretches import Core, Grain, Reading, Sense, reading_of
from decisionnlp.extraction.deadlines.tokens import (
    ABOUT,
    LAST,
    MONTHS,
    NEXT,
    ORDINALS,
    PAST_WEEKDAYS,
    WEEKDAYS,
    PhraseTable,
    Tokens,
    with_misspellings,
)

_LEADS = PhraseTable(
    (form, entry["rule"]) for entry in lexicons.load("deadlines")["leads"] for form in with_misspellings(entry["forms"])
)

LED_STARTS = frozenset({*_LEADS, "mellem"})
FORMER_STARTS = frozenset({"for", "i", "på", "over", "fra", "den", "det", "de", *LAST})
_FORMER = lexicons.words("deadline_words", "former")
_FORMER_NOUNS = lexicons.words("deadline_words", "stretches")
_DEFINITE = frozenset({END, LATER})
_SKIP_AFTER_BY = frozenset({"i", "på", "til", "ved", "om", "her"})
OVER = lexicons.words("deadline_words", "over")
# What may stand behind a lead; everyday prepositions stand before something else most of the time.
_NESTED_STARTS = frozenset({"inden", "før", "ved", "med", "udgangen", "forud", "op", "til", "frem", "hen"})
_MORE_FOLLOWERS = frozenset({*ABOUT, *_NESTED_STARTS, "i", "på", "om", "her", "senest", ":", "er", ","})
_FOLLOWERS = frozenset({*CORE_STARTS, *_MORE_FOLLOWERS})
DEICTIC = frozenset({"dag", "morgen", "overmorgen"})
_BETWEENS = frozenset({"perioden", "tidsrummet", "tiden", "dagene"})
_FROM_TO = frozenset({"til", "-", "–", "frem"})
_AND_TO = _FROM_TO | {"og", "—"}
# What may stand behind the first word of a lead, beside figures and the names of months and weekdays.
BEHIND_LEADS = frozenset({*OTHER_STARTS, *_MORE_FOLLOWERS, *_BETWEENS, *_LEADS.seconds()})
# What may stand behind *den* and *det*, beside figures, where they begin the name of a time.
BEHIND_ARTICLES = NEXT | frozenset({*ORDINALS, "sidste", "tidlige", "sene", "hele", "."})


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
        if words[at] in _SKIP_AFTER_BY and words[at + 1] not in DEICTIC:
            at += 1
            if words[at - 1] == "i" and words[at] == "løbet" and words[at + 1] == "af":
                at += 2
    if words[at] in ABOUT and words[at] != words[start]:
        at, about = tokens.skip_dot(at + 1), True
    word = words[at]
    if word == "i":
        at += lead in (FROM, UNTIL, END) and words[at + 1] not in DEICTIC
    elif word == "på":
        at += lead in (TO, BEFORE) and words[at + 1] in WEEKDAYS
    sense = Sense.AHEAD if lead == BEFORE and reading.sense == Sense.FUTURE else reading.sense
    definite = lead in _DEFINITE or (len(phrase) > 1 and phrase[-1] == "af") or phrase[0] in ("inden", "før")
    inner = reading_of(reading.meeting, sense, True, definite)
    ended = None
    if words[at + 1] in END_NOUNS or words[at + 2] in END_NOUNS or words[at + 3] in END_NOUNS:
        ended = genitive_end(tokens, at, reading_of(reading.meeting, reading.sense, True, definite))
    if ended is not None:
        lead_of_end = AFTER if lead == AFTER else lead if lead in REASONS else END
        return place(ended, lead_of_end, start, reading, clamp=False)
    core = core_at(tokens, at, inner)
    if core is None:
        return None
    if lead == BEFORE:
        over = core.end + 1 if words[core.end] == "er" else 0
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
        between = joined(tokens, core, reading, _FROM_TO) if phrase == ("fra",) else None
        if between is not None:
            return place(between, BETWEEN, start, reading, clamp=False)
    if lead in (IN, TO) and words[core.end] in CONNECTORS:
        whole = joined(tokens, core, reading, CONNECTORS)
        if whole is not None:
            relation = BETWEEN if core.grain == Grain.DAY else IN
            return place(whole, relation, start, reading, clamp=whole.grain != Grain.PART or core.grain != Grain.DAY)
    if lead in (EFFECTIVE, VALID, SINCE, OF, ABOUT_IT):
        more = joined(tokens, core, reading, CONNECTORS)
        return place(more or core, lead, start, reading, clamp=False)
    if lead == LATER and core.rule == "this-period" and core.first is not None:
        core = core.but(first=whole_unit(core, reading)[0])
    return place(core, lead, start, reading)


def _between(tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    """``mellem 1. og 15. maj``, ``mellem påske og sommerferien``, ``i perioden fra 1. maj til 3. juni``."""
    words = tokens.words
    at = index + 1
    if words[index] == "i" and words[index + 1] in _BETWEENS:
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
    whole = joined(tokens, core, reading, _AND_TO)
    if whole is None:
        return place(core, IN, index, reading) if words[index] == "i" else None
    return place(whole, BETWEEN, index, reading, clamp=False)


def led_at(tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    """The relation with its stretch that begins at a token."""
    words = tokens.words
    word = words[index]
    following = words[index + 1]
    if word == "mellem" or (word == "i" and following in _BETWEENS):
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


def bare_at(tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    """The stretch that begins at a token without a relation."""
    ended = genitive_end(tokens, index, reading) if tokens.words[index] in GENITIVES else None
    if ended is not None:
        return place(ended, END, index, reading, clamp=False)
    core = core_at(tokens, index, reading)
    if core is None:
        return None
    if tokens.words[core.end] in CONNECTORS:
        whole = joined(tokens, core, reading, CONNECTORS)
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
        if words[at] in _FORMER:
            at += 1
            length = tokens.duration(at) if words[at] not in ("i",) else None
            if length is not None:
                end = length[1]
            elif words[at] in WEEKDAYS and words[at + 1] not in ("i", "af"):
                end = at + 1
            elif words[at] in _FORMER_NOUNS:
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
