"""What happens by itself, is foreseen, lasts or begins to apply: nobody is to do it.

Present passives and the verbs of people are deeds unless a list says otherwise: such verbs are an open class, while those
that tell how things are can be listed. An event, a period and a person can begin, but only work is somebody's to begin.
"""

from __future__ import annotations

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines.agents import (
    DEFINITE,
    HAPPENS,
    PREPOSITIONS,
    acts,
    is_work,
    subject,
    takes_object,
)
from decisionnlp.extraction.deadlines.members import TYPE_EVENT, TYPE_RECURRENCE
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.standing import are_goods
from decisionnlp.extraction.deadlines.surroundings import CUES, Surroundings, any_of, words_of
from decisionnlp.extraction.deadlines.tenses import FORMS, Form
from decisionnlp.extraction.deadlines.tokens import meeting_kind, word_set

# Leads that may tell how long something lasts.
UNTIL = frozenset({"until", "valid", "to", "end"})
_AGAIN = words_of("happens.deed")
_PLACES = frozenset({"finder", "finde", "løber", "løbe"})
_OFFICES = tuple(words_of("attends.offices"))
_STARTERS, _TRADES = tuple(words_of("work.groups")), words_of("work.trades")
# Moved or set: with these a time is still to come.
_MOVED = lexicons.words("deadline_words", "moved")
_PLAIN_ENDS = lexicons.words("deadline_words", "plain_ends")
_RUNNING = words_of("running")
_PUT = word_set("op ud ind ned på")
_POSTS = words_of("validity.posts")
_PERFORMING, _ENSEMBLES = words_of("running.performing"), tuple(words_of("running.ensembles"))
_RUNS_ON = any_of("running")
_FORESEEN = any_of("foreseen")
_APPLIED = any_of("beginning.applied")
_GOING_ON = words_of("running.work")
_HANDED_IN = lexicons.words("deadline_words", "handed_in")
_BEGINS = words_of("beginning")
_ATTENDS = any_of("attends")


def happens(placed: Placed, around: Surroundings) -> bool:
    """``Kulturnatten finder sted …``, ``Skoleåret begynder …``, ``Den nye rektor starter …``: not work that begins."""
    words = around.tokens.words
    first, last = around.clause_bounds(placed.start)
    verb = next((look for look in range(first, last) if words[look] in HAPPENS or words[look] in _PLACES), -1)
    if verb < 0:
        return False
    word = words[verb]
    if word in HAPPENS:
        if word == "ligger" and (verb + 1 != placed.start or around.clause_has(placed.start, "ready")):
            return False
        # åbner for tilmelding, starter op, begynder på, slutter med at
        if words[verb + 1] in _AGAIN and (words[verb + 1] != "med" or words[verb + 2] == "at"):
            return False
    elif not (
        (words[verb], words[verb + 1]) in (("finder", "sted"), ("finde", "sted"))
        or ("stablen" in around.clause_words(placed.start) and word in ("løber", "løbe"))
    ):
        return False
    head, noun = subject(placed, around, verb)
    if head < 0 or noun in ("vi", "jeg", "i") or is_work(noun) or noun.endswith(_STARTERS) or meeting_kind(noun):
        return False
    if noun in ("manden", "folkene") and words[head - 1] == "-" and words[head - 2] in _TRADES:
        return False
    behind = words[verb + 1]
    transitive = head < verb and behind.isalpha() and behind not in PREPOSITIONS and behind not in FORMS
    if takes_object(around, verb, head):
        return False
    again = words[head + 1] in _AGAIN and (words[head + 1] != "for" or around.tokens.capitalised(head))
    if head > verb and again and acts(around, head, noun):
        return False  # I maj begynder Jytte på den nye folder; not lukker biblioteket for sæsonen
    plain = behind in _PLAIN_ENDS
    return not transitive or plain or verb + 1 >= placed.start


def comes_to_be(placed: Placed, around: Surroundings) -> bool:
    """``Der kommer 14 nye børn i oktober.``, ``Til april kommer der ny overenskomst.``: so many, or something new."""
    words = around.tokens.words
    first, last = around.clause_bounds(placed.start)
    if "fra" in words[first:last]:
        return False  # Der kommer 3 forslag fra Bo i maj
    for look in range(first, last - 1):
        if words[look] in ("der", "kommer") and words[look + 1] in ("der", "kommer") and words[look] != words[look + 1]:
            behind = words[look + 2]
            some = (behind.isdecimal() and look + 2 != placed.start) or behind in ("ny", "nye", "nyt")
            return some and _PUT.isdisjoint(around.clause_words(placed.start))  # der kommer nyt skilt op: put there
    return False


def represents(placed: Placed, around: Surroundings) -> bool:
    """``Formanden deltager i landsmødet den 24. april.``: told of an office or a body; of a person by name it is a task."""
    words = around.tokens.words
    first, last = around.clause_bounds(placed.start)
    verb = next((look for look in range(first, last) if CUES.of(words[look]) & _ATTENDS), first)
    noun = subject(placed, around, verb)[1]
    return noun in ("vi", "der") or noun.endswith(_OFFICES)


def foreseen(placed: Placed, around: Surroundings) -> bool:
    """``Elevtallet forventes at nå 600 i 2027.``: a number or a state, not that something is done."""
    at = placed.start
    if around.clause_has(at, "foreseen"):
        first, last = around.clause_bounds(at)
        words = around.tokens.words
        behind = (look + 1 for look in range(first, last) if CUES.of(words[look]) & _FORESEEN)
        figures = (look + (words[look] == "der") for look in behind)
        if any(words[look].isdecimal() and look != at for look in figures):
            return True  # i år ventes 10.000 gæster, ventes der 52 nye elever
    if not (around.sentence_has(at, "foreseen") and around.clause_has(at, "becomes")) or around.clause_has(at, "ready"):
        return False
    first, last = around.clause_bounds(at)
    return not any(around.clauses.forms.get(look) == Form.PARTICIPLE for look in range(first, last))


# How things are, also until a day: Lejligheden står tom til den 1. maj.
_STAYS = word_set("er bliver har hedder står ligger sidder")


def lasts(placed: Placed, around: Surroundings) -> bool:
    """``er bindende frem til …``, ``er spærret til …``, ``kan ses til …``: how long, not by when."""
    if placed.lead not in UNTIL or placed.type is TYPE_EVENT:
        return False
    at, words = placed.start, around.tokens.words
    if placed.lead == "end" and words[at] not in ("frem", "til", "op", "indtil"):
        return False
    clauses = around.clauses
    number = clauses.clause(at)
    clause = around.clause_words(at)
    if around.clause_has(at, "ready") or "senest" in clause:
        return False
    if placed.lead == "until" or words[at] in ("frem", "indtil"):
        verb = clauses.governing(at, placed.end)
        if verb < 0 or clauses.clause(verb) != number:
            return False
        if clauses.forms[verb] == Form.PRESENT:
            if words[verb].endswith("es"):  # skal meldes ind frem til 14. december: a limit
                return words[verb] not in _GOING_ON and not ("skal" in clause and words[verb] in _HANDED_IN)
            if words[verb] in _RUNNING or words[verb] in _POSTS:
                return True
            index, noun = subject(placed, around, verb)
            return index >= 0 and not acts(around, index, noun)
    verbs = [look for look in range(around.clause_bounds(at)[0], at) if look in clauses.forms]
    if not verbs or words[verbs[0]] not in _STAYS:
        return False
    if words[verbs[0]] == "har":
        return len(verbs) == 1 and placed.lead != "to"
    ahead = _MOVED if placed.lead == "to" else _MOVED - {"sat"}
    return not any(words[verb] in ahead or clauses.forms[verb] == Form.INFINITIVE for verb in verbs[1:])


def begins_to_apply(placed: Placed, around: Surroundings) -> bool:
    """``Fra 1. juli får borgerne …``: with *fra* something applies from then on, unless it is work that begins."""
    words, at = around.tokens.words, placed.start
    if words[at] != "fra" or placed.type is TYPE_EVENT:
        return False
    clauses = around.clauses
    verb = clauses.governing(at, placed.end)
    if verb < 0:
        first = around.bounds(at)[0]
        behind = words[placed.end].endswith("er") and acts(around, placed.end + 1, words[placed.end + 1])
        return "klar" not in around.clause_words(at) and not behind and not acts(around, first, words[first])
    word = words[verb]
    if word in _BEGINS or "gang" in around.clause_words(at):
        return False
    if CUES.of(word) & _APPLIED or around.clause_has(at, "budget"):
        return True
    if word.endswith("es"):  # Vejen graves op fra 1. marts.
        return False
    index, noun = subject(placed, around, verb)
    return index >= 0 and not acts(around, index, noun)


def moves_by_itself(placed: Placed, around: Surroundings) -> bool:
    """``Færgen sejler fra 1. april til 30. september.``: a verb that no list knows, and nobody acts."""
    words = around.tokens.words
    if around.mask & _RUNS_ON and around.clause_has(placed.start, "running"):
        first, last = around.clause_bounds(placed.start)
        verb = next((look for look in range(first, last) if words[look] in _RUNNING), -1)
        if verb < 0 or (words[verb] == "varer" and are_goods(around, placed.start)):
            return False
        index, noun = subject(placed, around, verb)
        if index < 0:
            return False
        performs = words[verb] in _PERFORMING and noun.endswith(_ENSEMBLES)
        return performs or not (acts(around, index, noun) or takes_object(around, verb, index))
    if placed.type is TYPE_RECURRENCE or around.tokens.has_verb:
        return False
    clauses = around.clauses
    first, last = around.clause_bounds(placed.start)
    if 0 <= clauses.first_after(first - 1) < last:
        return False
    for look in range(first + 1, min(placed.start, first + 6)):
        word = words[look]
        if word in PREPOSITIONS or word == "og":
            return False
        if (
            len(word) > 4
            and word.endswith("er")
            and not around.tokens.capitalised(look)
            and words[look - 1].endswith(DEFINITE)
            and words[look - 1].isalpha()
        ):
            behind = words[look + 1]
            acted_on = look + 1 < placed.start and behind.isalpha() and behind not in PREPOSITIONS
            return not acted_on and not acts(around, look - 1, words[look - 1])
    return False


def comes_of_age(around: Surroundings, index: int) -> bool:
    """``Marie bliver 70 år den 2. maj.``"""
    words = around.tokens.words
    first, last = around.clause_bounds(index)
    return any(
        words[look] == "bliver" and words[look + 1].isdecimal() and look + 1 != index for look in range(first, last)
    )


def stands(around: Surroundings, index: int) -> bool:
    """``er på valg til foråret``"""
    words = around.tokens.words
    first, last = around.clause_bounds(index)
    return any(words[look] == "valg" and words[look - 1] == "på" for look in range(first + 1, last))
