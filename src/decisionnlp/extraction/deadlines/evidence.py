"""What speaks for and against a deadline, as named signs: how the time hangs on the words beside it, the verb and its
subject, the clause and the one above it, how far ahead the day lies and, lightly, the words themselves.

A sign is a name like ``lead:in`` or ``before:passive``; what each weighs is learned (``arbiter``), none decides alone. Signs
that are found together make a fact, whose weight can then be remembered as one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from decisionnlp.extraction.deadlines.agents import DEFINITE, PREPOSITIONS, acts, is_work, subject
from decisionnlp.extraction.deadlines.members import (
    REL_AFTER,
    REL_BEFORE,
    REL_BY,
    REL_FROM,
    REL_IN,
    REL_ON,
    TYPE_EVENT,
    TYPE_RECURRENCE,
    TYPE_VAGUE,
)
from decisionnlp.extraction.deadlines.placing import Placed
from decisionnlp.extraction.deadlines.surroundings import Surroundings, any_of
from decisionnlp.extraction.deadlines.tenses import FORMS, PROSPECTIVE, Form
from decisionnlp.extraction.deadlines.tokens import Tokens, word_set

_RELATIONS = {REL_BY: "by", REL_BEFORE: "before", REL_ON: "on", REL_IN: "in", REL_AFTER: "after", REL_FROM: "from"}
_KINDS = {TYPE_EVENT: "event", TYPE_RECURRENCE: "recurrence", TYPE_VAGUE: "vague"}
# Modal verbs by what they say of the deed.
_MODALS = {
    "skal": "must", "bør": "must", "må": "may", "kan": "may", "vil": "will", "skulle": "should", "kunne": "could",
    "ville": "would", "burde": "should", "måtte": "could",
}  # fmt: skip
_FORMS = {
    Form.PRESENT: "present",
    Form.PAST: "past",
    Form.PARTICIPLE: "participle",
    Form.INFINITIVE: "infinitive",
    Form.PERFECT: "is",
}
_OPENERS = word_set("at som der hvor hvis når idet mens da fordi og men hvorefter om inden før så")
_SIGNS = word_set(
    "ikke kun også allerede stadig fortsat igen automatisk normalt typisk senest tidligst gerne forventes forventer ventes bedes frist deadline der det man alle hver både"
)
_READY = any_of("ready")
_PRONOUNS = word_set("vi jeg han hun de den det der man alle hver begge ingen")
# Longest first: what inflects a verb or noun.
_ENDINGS = word_set("ernes erne ende edes ede erer eres ere ene es er et en te t e s r")
_BY_LENGTH = tuple(frozenset(ending for ending in _ENDINGS if len(ending) == size) for size in range(1, 6))
Fact = tuple[str, ...]


class Place(NamedTuple):
    """Tokens: the sentence from ``begin`` to ``finish``, the clause from ``first``; its verbs (-1 for none): the one that governs, the
    first and the last; ``inside`` says that they stand in the clause of the expression.
    """

    begin: int
    finish: int
    first: int
    verb: int
    finite: int
    main: int
    inside: bool


# Days ahead, and what lies so far ahead at most (the last: farther).
_LIMITS = (0, 8, 35, 125, 400)
_NAMES = ("now", "week", "month", "quarter", "year", "far")
# Tokens of the sentence that are looked at on either side.
_SPAN = 25


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word without what inflects it, roughly: *afholdes*, *afholder* and *afholdet* share one."""
    for size in range(min(5, len(word) - 3), 0, -1):
        if word[-size:] in _BY_LENGTH[size - 1]:
            return word[:-size]
    return word


def _shape(tokens: Tokens, index: int, form: int) -> str:
    """What kind of word stands at a token."""
    word = tokens.words[index]
    if form:
        return "passive" if form == Form.PRESENT and word[-1] == "s" else _FORMS[form]
    kind = _kind(word)
    return "name" if kind == "word" and tokens.capitalised(index) else kind


@lru_cache(maxsize=16384)
def _kind(word: str) -> str:
    if word in PREPOSITIONS:
        return "preposition"
    if word in _PRONOUNS:
        return "pronoun"
    first = word[:1]
    if not first.isalpha():
        return "figure" if first.isdigit() else word if word in ",.:()-" else "mark"
    if is_work(word):
        return "work"
    return "definite" if word.endswith(DEFINITE) else "word"


def _ahead(placed: Placed, around: Surroundings) -> str:
    """How far from the meeting the time lies."""
    day = placed.latest or placed.earliest
    if day is None or around.meeting is None:
        return "undated"
    return _NAMES[bisect_left(_LIMITS, (day - around.meeting).days)]


def _relation(placed: Placed) -> str:
    return _KINDS.get(placed.type) or ("none" if placed.relation is None else _RELATIONS[placed.relation])


def _told(tokens: Tokens, forms: dict[int, int], at: Place) -> str:
    """What the verbs of the clause are: ``passive``, ``must-infinitive``."""
    if at.verb < 0:
        return "none"
    told = _MODALS.get(tokens.words[at.finite]) or _shape(tokens, at.finite, forms[at.finite])
    return told if at.main == at.finite else f"{told}-{_shape(tokens, at.main, forms[at.main])}"


def _subject(placed: Placed, around: Surroundings, finite: int) -> Fact:
    index, noun = subject(placed, around, finite)
    if index < 0:
        return "subject", "none", ""
    if noun in _PRONOUNS:
        return "subject", noun, ""
    if acts(around, index, noun):
        return "subject", "agent", ""
    return "subject", "work" if is_work(noun) else "definite" if noun.endswith(DEFINITE) else "thing", noun


def place(placed: Placed, around: Surroundings) -> Place:
    """Where in its clause an expression stands; bisection only, since most expressions are settled by little more."""
    clauses = around.clauses
    openers, verbs = clauses.openers, clauses.verbs
    start = placed.start
    begin, finish = around.bounds(start)
    number = bisect_right(openers, start)
    first = openers[number - 1]
    last = openers[number] if number < len(openers) else finish
    low = bisect_left(verbs, first)
    high = bisect_left(verbs, last, low)
    if low < high:
        at = bisect_left(verbs, start, low, high)
        verb = verbs[at - 1] if at > low else verbs[low]
        return Place(begin, finish, first, verb, verbs[low], verbs[high - 1], True)
    verb = clauses.governing(start, placed.end)  # in another clause, if anywhere
    return Place(begin, finish, first, verb, verb, verb, False)


def facts(placed: Placed, around: Surroundings, at: Place) -> list[Fact]:
    """What tells most of an expression; ``signs`` tells what each fact speaks for."""
    tokens, forms = around.tokens, around.clauses.forms
    words = tokens.words
    start, end = placed.start, placed.end
    relation = _relation(placed)
    before, beside = "begin", ""
    if start > at.begin:
        form = forms.get(start - 1, 0)
        before = _shape(tokens, start - 1, form)
        beside = "" if form else words[start - 1]
    return [
        ("lead", placed.lead or relation, relation, str(placed.grain)),
        ("time", words[start], _ahead(placed, around), "absolute" if placed.absolute else ""),
        ("beside", before, _shape(tokens, end, forms.get(end, 0)) if end < at.finish else "end", beside),
        ("verb", _told(tokens, forms, at), relation, before),
    ]


def more_facts(placed: Placed, around: Surroundings, at: Place) -> list[Fact]:
    """What else there is to tell: the subject, the verbs, the clause and the one above it."""
    tokens, clauses = around.tokens, around.clauses
    words, forms = tokens.words, clauses.forms
    start, first, begin = placed.start, at.first, at.begin
    found: list[Fact] = []
    if start == begin:
        found.append(("opens", _relation(placed)))
    elif start == first:
        found.append(("opens-clause",))
    elif words[begin] in PREPOSITIONS:
        found.append(("adverbial-first",))
    if at.verb >= 0:
        found += [("v", words[look]) for look in {at.verb, at.finite, at.main}]
        found += (
            ("finite", words[at.finite], "verb-before" if at.verb < start else "verb-behind"),
            _subject(placed, around, at.finite),
        )
        if not at.inside:
            found.append(("verb-outside",))
        if words[at.main] in PROSPECTIVE:
            found.append(("prospective",))
    clause = "main"
    above = ""
    if first > begin:
        opener = words[first + 1] if words[first] == "," else words[first]
        if opener in _OPENERS:
            clause = opener
        governing = clauses.last_before(first)
        if governing >= begin:
            above = _shape(tokens, governing, forms[governing])
    found.append(("clause", clause, above))
    if around.mask & _READY and around.clause_has(start, "ready"):
        found.append(("ready", _relation(placed)))
    if ":" in words[max(begin, start - _SPAN) : start]:
        found.append(("label",))
    return found


def words_near(placed: Placed, around: Surroundings, at: Place) -> set[str]:
    """The words of the sentence on either side."""
    words = around.tokens.words
    return {
        *words[max(at.begin, placed.start - _SPAN) : placed.start],
        *words[placed.end : min(at.finish, placed.end + _SPAN)],
    }


def signs(fact: Fact) -> list[str]:
    """The names of the signs in a fact; those of a kind begin alike (``verb:``)."""
    kind, *told = fact
    if kind == "lead":
        return [f"lead:{told[0]}", f"rel:{told[1]}", f"grain:{told[2]}"]
    if kind == "time":
        return [f"first:{told[0]}", f"far:{told[1]}", *filter(None, told[2:])]
    if kind == "beside":
        before = [f"b:{told[2][-4:]}"] if told[2].isalpha() else []
        return [f"before:{told[0]}", f"behind:{told[1]}", *before]
    if kind == "v":
        return [f"v:{stem(told[0])}"]
    if kind == "finite":
        if told[0] in _MODALS:
            return [told[1], f"modal:{told[0]}"]
        return [told[1]] if told[0] in FORMS else [told[1], "verb-unknown"]
    if kind == "subject":
        noun = [f"s:{told[1][-4:]}", f"s:{stem(told[1])}"] if told[1] else []
        return [f"subject:{told[0]}", *noun]
    if kind == "verb":
        return [f"verb:{told[0]}", f"verb:{told[0]}+{told[1]}", f"verb:{told[0]}+{told[2]}"]
    if kind == "clause":
        return [f"clause:{told[0]}", f"above:{told[1]}+{told[0]}"] if told[1] else [f"clause:{told[0]}"]
    return [":".join(fact)]


def word_signs(word: str) -> list[str]:
    """The signs of a word that stands near: itself, and how it ends."""
    if not word.isalpha():
        return ["figures"] if word.isdecimal() else []
    if word in _SIGNS:
        return [f"has:{word}"]
    if len(word) < 3:
        return []
    return [f"w:{word}", f"e:{word[-5:]}"] if len(word) > 6 else [f"w:{word}"]
