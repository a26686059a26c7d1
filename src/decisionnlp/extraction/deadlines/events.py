"""Tasks that hang on a meeting, a process, a thing or an act: which reading an expression gets."""

from __future__ import annotations

from decisionnlp import lexicons
from decisionnlp.document import Relation
from decisionnlp.extraction.deadlines import rules
from decisionnlp.extraction.deadlines.event_clauses import CLAUSE_LEADS, clause_at
from decisionnlp.extraction.deadlines.event_days import behind_noun, dated, on_day
from decisionnlp.extraction.deadlines.lengths import event_words
from decisionnlp.extraction.deadlines.meeting_events import meeting_at
from decisionnlp.extraction.deadlines.members import (
    REL_BEFORE,
    REL_BY,
    REL_ON,
    TYPE_EVENT,
)
from decisionnlp.extraction.deadlines.occasions import connected_at, feast_at, process_at
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.stretches import Grain, Reading
from decisionnlp.extraction.deadlines.tenses import FORMS, Form
from decisionnlp.extraction.deadlines.tokens import (
    MODIFIERS,
    MONTHS,
    NEXT,
    SEASONS,
    UNITS,
    PhraseTable,
    Tokens,
    is_occasion,
    is_process,
    meeting_kind,
    with_misspellings,
    word_set,
)

NEXT_TIME = rules.whole("event-next-time", "næste gang", "the next time the body meets")
THING = rules.whole(
    "event-thing", "inden kulturnatten", "before a thing in the definite, whose time is known to the reader"
)
_LEX = lexicons.load("deadlines")
_LEADS = PhraseTable(
    (form, (Relation(entry["relation"]), form))
    for entry in _LEX["event_leads"]
    for form in with_misspellings(entry["forms"])
)


def _thing(tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    """``inden kulturnatten``, ``før sommerlejren i juli``: *inden* is of time, whatever stands behind it in the definite."""
    words = tokens.words
    at = index + 1
    ahead = words[at].endswith("s") and words[at] in SEASONS
    at += ahead  # inden sommerens landsskue, inden efterårets første træning
    while words[at] in MODIFIERS and at - index < 4:
        ahead = ahead or words[at] in NEXT or words[at] == "første"
        at += 1
    noun = words[at]
    if (
        words[index] not in ("inden", "før")
        or len(noun) < (4 if ahead else 5)
        or not (ahead or noun.endswith(("en", "et", "erne", "ene")) or _is_act(words, at, index))
        or not noun.isalpha()
        or noun in UNITS
        or noun in MONTHS
        or tokens.capitalised(at)
        or noun in FORMS
        or meeting_kind(noun)
        or is_process(noun)
        or noun.endswith(_BODIES)
    ):
        return None
    core, end = behind_noun(tokens, at + 1, reading)
    if core is not None and core.grain == Grain.DAY:
        return on_day(index, end, REL_BEFORE, core, THING)
    if _is_act(words, at, index) and words[at + 1] == "af":
        behind = event_words(tokens, at)
        return Placed(index, behind, TYPE_EVENT, REL_BEFORE, None, None, THING, anchor=tokens.excerpt(at, behind))
    anchor = tokens.excerpt(index + 1, at + 1)
    if core is not None and core.grain == Grain.MONTH:
        bounds = (core.first, core.last)
        return dated(index, end, REL_BEFORE, bounds, THING, anchor, core.approximate, reading.meeting)
    if words[at + 1] not in _THING_ENDS and FORMS.get(words[at + 1]) != Form.INFINITIVE:
        return None
    return Placed(index, at + 1, TYPE_EVENT, REL_BEFORE, None, None, THING, anchor=anchor)


def _is_act(words: list[str], at: int, index: int) -> bool:
    """``inden nedtagning af målerne``, ``før udsendelse``: an act named by a noun without its article, right behind the preposition."""
    noun = words[at]
    return at == index + 1 and noun.endswith(_ACTS) and len(noun) > 6 and words[at + 1] in _ACT_ENDS


def _next_occasion(tokens: Tokens, start: int, at: int, relation: Relation, lead: str) -> Placed | None:
    """``til næste fællesspisning``, ``ved næste koncert``: what is held again and again."""
    words = tokens.words
    if lead not in ("til", "ved", "på", "inden", "før", "efter") and not lead.startswith(
        ("i forbindelse", "ifm", "ifbm")
    ):
        return None
    at += words[at] in ("den", "det")
    noun = words[at + 1]
    if words[at] not in NEXT or not noun.isalpha() or not is_occasion(noun):
        return None
    return Placed(start, at + 2, TYPE_EVENT, relation, None, None, THING, anchor=tokens.excerpt(at, at + 2))


def _with_next(tokens: Tokens, start: int, at: int) -> Placed | None:
    """``sendes ud sammen med næste dagsorden``, ``behandles sammen med næste års budget``; not ``med næste hold``: with whom."""
    words = tokens.words
    end = at + 2 + (words[at + 1] in _OF_TIMES)
    if not words[end - 1].endswith(_SENT_WITH):
        return None
    return Placed(start, end, TYPE_EVENT, REL_ON, None, None, THING, anchor=tokens.excerpt(at, end))


_CALLS = lexicons.words("deadline_words", "calls")


def _takes_part(words: list[str], index: int, lead: str) -> bool:
    """``tilmelder foreningen til konferencen``, ``info til generalforsamlingen``, ``at deltage i et af rådets møder``"""
    before = words[max(0, index - 6) : index]
    if lead.startswith("i"):
        return before[-2:] == ["at", "deltage"]
    if lead != "til":
        return False
    if any(word.startswith(("inviter", "indby")) for word in before) and ("som" in before or "der" in before):
        return True  # sendes til revisoren, som inviteres med til næste møde
    return not _CALLS.isdisjoint(before[-1:]) or any(map(_signs_up, before))


def _is_laid(words: list[str], index: int) -> bool:
    """``lægge en plan frem til mødet``, ``lægges frem til mødet``: *frem* is a part of the verb, and *til* tells when."""
    return any(word in _LAYING for word in words[max(0, index - 6) : index])


def _closes_a_note(tokens: Tokens, index: int) -> bool:
    """``Bo undersøger prisen – næste møde.``: set off at the end of what is to be done."""
    words = tokens.words
    if tokens.before(index) not in _DASHES or words[index + 2] not in ("", ".", ")"):
        return False
    return any(FORMS.get(word) == Form.PRESENT for word in words[max(0, index - 12) : index])


def _signs_up(word: str) -> bool:
    return word.startswith("tilmeld")


_LAYING = frozenset(_LEX["laying"]["forms"])
_SENT_WITH, _OF_TIMES = tuple(_LEX["sent_with"]["endings"]), frozenset(_LEX["sent_with"]["of_times"])
_ACTS = tuple(lexicons.words("deadline_words", "act_endings"))
_ACT_ENDS = word_set("af , . ; : ) og men samt så") | {""}
_THING_ENDS = word_set(", . ; : ) og men samt så med for på til") | {""}
# Those who act: inden bestyrelsen …
_BODIES = tuple(lexicons.words("deadline_words", "acting_bodies"))
_DASHES = frozenset({"-", "–", "—", "("})
# What belongs to the word of relation behind it.
_CLOSELY = word_set("umiddelbart lige kort senest")
_NEXT_TIME_LEADS = {
    "næste": REL_ON,
    "til": REL_BY,
    "inden": REL_BEFORE,
    "før": REL_BEFORE,
    "senest": REL_BY,
}
CLAUSE_STARTS = frozenset(CLAUSE_LEADS)
EVENT_STARTS = frozenset({*_LEADS, *CLAUSE_LEADS, *_NEXT_TIME_LEADS})


def event_at(tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    """The event that begins at a token, with its preposition or conjunction."""
    words = tokens.words
    word = words[index]
    if word in _NEXT_TIME_LEADS:
        at = index + (word == "senest") + (word != "næste")
        if words[at + 1] == "gang" and words[at] == "næste":
            reason = "effective" if tokens.before(index) == "fra" else None
            return Placed(
                index, at + 2, TYPE_EVENT, _NEXT_TIME_LEADS[word], None, None, NEXT_TIME,
                anchor="next_meeting", reason=reason,
            )  # fmt: skip
    if word == "næste" and words[index + 1] == "møde" and _closes_a_note(tokens, index):
        return Placed(index, index + 2, TYPE_EVENT, REL_ON, None, None, NEXT_TIME, anchor="next_meeting")
    for phrase, (relation, text) in _LEADS.at(tokens, index) if tokens.told & 2 else ():
        if text == "frem til" and _is_laid(words, index):
            continue
        at = index + len(phrase)
        if text == "sammen med" and words[at] != "næste":
            continue  # with whom, most of the time
        found = (
            meeting_at(tokens, index, at, relation, reading, text)
            or process_at(tokens, index, at, relation, reading, text)
            or feast_at(tokens, index, at, relation, reading, text)
            or connected_at(tokens, index, at, relation, reading, text)
            or _next_occasion(tokens, index, at, relation, text)
            or (_with_next(tokens, index, at) if text == "sammen med" else None)
        )
        if found is not None:
            return found.but(reason="attending") if _takes_part(words, index, text) else found
    if word in CLAUSE_LEADS:
        told = _thing(tokens, index, reading) or clause_at(tokens, index, reading)
        if told is not None and index and words[index - 1] in _CLOSELY and word in ("inden", "før", "når"):
            by = words[index - 1] == "senest"  # senest når stilladset er nede
            if by or word != "når":
                return told.but(start=index - 1, relation=REL_BY if by else told.relation)
        return told
    return None
