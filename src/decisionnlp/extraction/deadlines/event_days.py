"""Nouns that a time hangs on and the day, month or season said of them: what events of all kinds are read with."""

from __future__ import annotations

from datetime import date

from decisionnlp import lexicons
from decisionnlp.document import Relation
from decisionnlp.extraction.deadlines import calendar as cal
from decisionnlp.extraction.deadlines.cores import core_at
from decisionnlp.extraction.deadlines.members import (
    REL_AFTER,
    REL_BEFORE,
    REL_FROM,
    REL_ON,
    TYPE_DATE,
    TYPE_EVENT,
)
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.stretches import Core, Grain, Reading
from decisionnlp.extraction.deadlines.tenses import FORMS
from decisionnlp.extraction.deadlines.tokens import (
    MODIFIERS,
    Tokens,
    meeting_kind,
)

_BODIES = tuple(lexicons.words("deadline_words", "meeting_bodies"))
_DAY_OPENERS = lexicons.words("deadline_words", "day_openers")
_LOOK = 8


def noun_behind(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The meeting or gathering that a phrase beginning at ``index`` is about: its first and last token; modifiers are skipped."""
    words = tokens.words
    at = index
    while at < tokens.size and at - index < _LOOK:
        word = words[at]
        kind = meeting_kind(word)
        if kind is not None:
            last = at
            if words[at + 1] in ("-", "–") and tokens.glued(at + 1) and meeting_kind(words[at + 2]):
                last = at + 2
            return at, last
        # september-mødet, MED-mødet, Børne- og Ungeudvalgets møde
        hyphen = words[at + 1] in ("-", "–") and tokens.glued(at + 1)
        if hyphen:
            if meeting_kind(words[at + 2]) and tokens.glued(at + 2):
                return at, at + 2
            at += 2
            continue
        if not (
            word in MODIFIERS
            or (word in ("og", "&", "/") and at > index)
            or (word.endswith("s") and word.isalpha() and len(word) > 2 and word not in ("hos", "os", "dags"))
            or tokens.capitalised(at)
            or (word.isdecimal() and words[at + 1] == ".")
            or (word == "." and words[at - 1].isdecimal())
        ):
            return None
        at += 1
    return None


def behind_noun(tokens: Tokens, at: int, reading: Reading) -> tuple[Core | None, int]:
    """The time said of a meeting (*i marts*, *den 12. marts*, *efter sommerferien*) and the index behind it."""
    words = tokens.words
    step = at
    # mødet i Teknikudvalget den 12. marts
    if words[step] in ("i", "med", "for") and (tokens.capitalised(step + 1) or words[step + 1].endswith(_BODIES)):
        look = step + 2
        while (
            look - step < 7
            and words[look]
            and (
                tokens.capitalised(look)
                or words[look] in ("og", "-", "&", ",")
                or (words[look - 1] in ("-", "og") and words[look].isalpha())
            )
        ):
            look += 1
        at = look if words[look - 1] != "," and words[step] == "i" else at
        if words[look] in ("i", "den", "d", "til"):
            step = look
    if words[step] == "," and words[step + 1] in ("den", "d"):
        step += 1
    lead = step
    if words[step] in ("i", "til", "på", "her") and not (words[step] == "til" and words[step + 1] in ("at",)):
        step += 1
    if words[step] == "løbet" and words[step + 1] == "af":
        step += 2
    if words[step] in ("sidst", "først", "midt"):
        step = lead
    core = core_at(tokens, step, reading.within_frame())
    if core is None and step != lead:
        core = core_at(tokens, lead, reading.within_frame())
    if core is None or (
        step == lead
        and core.grain != Grain.DAY
        and words[step] not in _DAY_OPENERS
        and not (words[step].isdecimal() and core.rule == "date")  # på seminaret 4.-5. oktober
    ):
        return None, at
    return core, core.end


def day_behind(tokens: Tokens, at: int, reading: Reading) -> Core | None:
    """The day said of what begins at ``at`` (``indvielsen`` *af Troldehuset den 25. november*), a few words behind."""
    words = tokens.words
    for look in range(at + 2, at + _LOOK):
        if not words[look - 1].isalpha() or words[look - 1] in FORMS:
            return None
        if words[look] in ("den", "d"):
            core = core_at(tokens, look, reading.within_frame())
            return core if core is not None and core.grain == Grain.DAY else None
    return None


def on_day(start: int, end: int, relation: Relation, core: Core, rule: str) -> Placed:
    """What hangs on something whose day is said: the day stands, read with the preposition."""
    placed = Placed(start, end, TYPE_DATE, relation, None, None, rule, core.approximate, core.absolute,
                    grain=Grain.DAY, deictic=core.deictic)  # fmt: skip
    if core.first is None or core.last is None:
        return placed
    if relation is REL_BEFORE:
        return placed.but(latest=core.first - cal.DAY)
    if relation is REL_AFTER:
        return placed.but(earliest=core.last + cal.DAY)
    return placed.but(
        earliest=core.first if relation in (REL_ON, REL_FROM) else None,
        latest=core.last if relation is not REL_FROM else None,
    )


def dated(
    start: int,
    end: int,
    relation: Relation,
    bounds: tuple[date | None, date | None],
    rule: str,
    anchor: str,
    approximate: bool,
    meeting: date | None,
) -> Placed:
    """An event in a month: the month's bounds, from the meeting date on where that lies in it."""
    first, last = bounds
    if meeting is not None and first is not None and last is not None and first < meeting <= last:
        first = meeting
    return Placed(start, end, TYPE_EVENT, relation, first, last, rule, approximate, anchor=anchor)
