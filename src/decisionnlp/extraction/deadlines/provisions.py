"""What a policy aims at, a paper lays down, others decide or anybody may do: no task of this meeting."""

from __future__ import annotations

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines.agents import PREPOSITIONS, subject
from decisionnlp.extraction.deadlines.lengths import N_FROM_EVENT
from decisionnlp.extraction.deadlines.members import REL_AFTER, REL_FROM, REL_IN, REL_ON, TYPE_RECURRENCE
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.stretches import Grain
from decisionnlp.extraction.deadlines.surroundings import CUES, Surroundings, any_of, words_of
from decisionnlp.extraction.deadlines.tenses import FORMS, Form
from decisionnlp.extraction.deadlines.tokens import word_set

# So many years ahead lie goals rather than tasks.
_FAR = 4
_MINISTRIES, _AWAITED = any_of("outside.ministries"), any_of("outside.awaited")
_OUTSIDE, _BALLOTS, _HELD = any_of("outside"), any_of("outside.ballots"), any_of("outside.held")
_ELSEWHERE, _OTHER_BODIES = any_of("elsewhere"), any_of("elsewhere.bodies")
_PRONOUNS = word_set("vi jeg han hun man de")
_COMPARATIVES = words_of("people.comparatives")
_DUTIES = word_set("skal bør må vil husk")
_LAID_DOWN = lexicons.words("deadline_words", "laid_down")
_NAMING = word_set("ifølge jf jævnfør følge henhold efter")
_MODALS = word_set("skal vil bør kan må")
_IMPLYING = any_of("implying")


def aimed_at(placed: Placed, around: Surroundings) -> bool:
    """``Målet er at halvere udledningen inden 2030.``: a year far ahead that a policy aims at. Asked of years alone."""
    at, words = placed.start, around.tokens.words
    if placed.type is TYPE_RECURRENCE or (
        placed.grain != Grain.YEAR and ("half" in placed.rule or "this" in placed.rule)
    ):
        return False
    if words[at : at + 2] in (["frem", "mod"], ["hen", "mod"], ["frem", "til"]):
        return True
    ends = placed.latest or placed.earliest
    if around.meeting is not None and ends is not None and ends.year - around.meeting.year >= _FAR:
        verb = around.clauses.governing(at, placed.end)
        if verb >= 0 and not words[verb].endswith("es"):
            return True
    return around.sentence_has(at, "aims")


# What a body has agreed or planned itself.
_OWN_PAPERS = lexicons.words("deadline_words", "own_papers")


def laid_down(placed: Placed, around: Surroundings) -> bool:
    """``Ifølge tidsplanen skal …``, ``I henhold til vedtægterne …``, ``Efter overenskomsten skal …``"""
    words = around.tokens.words
    begin, _ = around.bounds(placed.start)
    first = max(begin, placed.start - 40)
    if _NAMING.isdisjoint(words[first : placed.start]):
        return False
    for look in range(first, placed.start):
        word = words[look]
        named = word in ("ifølge", "jf", "jævnfør") or (
            word in ("følge", "henhold") and look > begin and words[look - 1] == "i"
        )
        if word in ("jf", "jævnfør") and words[around.tokens.skip_dot(look + 1)] in _OWN_PAPERS:
            continue  # laves jf. plan inden 1. maj
        if word == "ifølge" or (
            (named or (word == "efter" and look == begin)) and around.near_has(look + 1, look + 5, "papers")
        ):
            return True
        if word == "efter" and words[look + 1] in _LAID_DOWN:  # er efter planen afsluttet i november
            return True
    return False


def outside(placed: Placed, around: Surroundings) -> bool:
    """``Lovforslaget ventes vedtaget …``, ``Regeringen vil …``: what others decide for all."""
    words = around.tokens.words
    begin, _ = around.bounds(placed.start)
    for look in range(around.clause_bounds(placed.start)[0] + 1, placed.start):
        if CUES.of(words[look]) & _BALLOTS and CUES.of(words[look - 1]) & _HELD:
            return True  # Der afholdes folketingsvalg senest i juni.
    if CUES.of(words[begin]) & _MINISTRIES and CUES.of(words[begin + 1]) & _AWAITED:
        return True
    if words[begin] in ("i", "på", "hos"):  # I Folketinget forhandles …
        begin += 1
    for look in range(begin, min(begin + 3, placed.start)):
        if CUES.of(words[look]) & _OUTSIDE:
            return True
        if words[look] in FORMS or words[look] in PREPOSITIONS:
            return False
    return False


def implied(placed: Placed, around: Surroundings) -> bool:
    """``Udspillet indebærer, at jobcentrene nedlægges …``: what a text holds."""
    clauses = around.clauses
    opener = clauses.openers[clauses.clause(placed.start)]
    words = around.tokens.words
    if words[opener] != "at" or opener < 2:
        return False
    look = opener - 2 if words[opener - 1] == "," else opener - 1
    while look >= 0 and opener - look < 7 and words[look] not in (".", ",", ";"):
        if CUES.of(words[look]) & _IMPLYING:
            return True
        look -= 1
    return False


def for_anybody(placed: Placed, around: Surroundings) -> bool:
    """``Kunder kan afbestille indtil dagen før.``, ``Nye medlemmer betaler halvt efter 1. juli.``: a rule for people in general."""
    if placed.type is TYPE_RECURRENCE:
        return False
    begin, at = around.bounds(placed.start)[0], placed.start
    opening = around.tokens.words[begin]
    in_general = around.near_has(begin, begin + 2, "people") or (
        opening.endswith(("ere", "ister", "inder")) and opening not in _COMPARATIVES
    )
    if in_general and around.clause_has(at, "people.fees") and around.clause_has(at, "people.paying"):
        # Børn går gratis ind i uge 42; not Medlemmerne tilbydes gratis kaffe: somebody has to
        return not any(map(_is_passive, around.clause_words(at)))
    if (
        placed.relation in (REL_IN, REL_ON)
        and around.near_has(begin, begin + 1, "people")
        and "kan" in around.clause_words(at)
    ):
        return True  # Ældre over 75 kan få hjælp i december
    open_ended = placed.relation in (REL_AFTER, REL_FROM) or placed.lead == "until" or placed.rule == N_FROM_EVENT
    return open_ended and around.near_has(begin, begin + 2, "people")


def _is_passive(word: str) -> bool:
    """*inviteres*; not *skolernes*."""
    return len(word) > 4 and word.endswith("es") and not word.endswith(("ernes", "enes", "elses"))


def by_habit(placed: Placed, around: Surroundings) -> bool:
    """``Hækken klippes normalt hvert forår.``: what is done most of the time, unless it is a duty."""
    at = placed.start
    if placed.lead == "by" or not _DUTIES.isdisjoint(around.clause_words(at)):
        return False
    as_rule = around.clause_has(at, "habit.rule") and "som" in around.tokens.words[slice(*around.bounds(at))]
    used = around.clause_has(at, "habit.used") and around.clause_has(at, "habit.most")
    return around.clause_has(at, "habit") or as_rule or used


def of_neighbours(placed: Placed, around: Surroundings) -> bool:
    """``Nabokommunen holder temadag den 14. november.``; not ``Nabokommunen inviteres …``, which somebody has to do."""
    words, clauses = around.tokens.words, around.clauses
    verb = clauses.governing(placed.start, placed.end)
    first, last = around.clause_bounds(placed.start)
    verb = next((look for look in range(first, last) if look in clauses.forms), verb)
    index, noun = subject(placed, around, verb) if verb >= 0 else (-1, "")
    if around.tokens.capitalised(verb + 1) or words[verb + 1] in _PRONOUNS:
        return False  # Nabokommunen kontakter Bo i maj
    if index < 0 or noun.endswith("s") or any(map(_is_passive, words[first:last])):
        return False
    elsewhere = CUES.of(noun) & _ELSEWHERE != 0
    return elsewhere or (words[index - 1] == "andre" and CUES.of(noun) & _OTHER_BODIES != 0)


def says_who(placed: Placed, around: Surroundings) -> str | None:
    """``projekter, der er afsluttet før 1. januar``, ``børn, der starter i august``: the relative clause behind a comma says which are meant."""
    words = around.tokens.words
    clauses = around.clauses
    first, last = around.clause_bounds(placed.start)
    if first < 2 or words[first] not in ("der", "som") or words[first - 1] != ",":
        return None
    noun = words[first - 2]
    verbs = [look for look in range(first + 1, min(last, placed.start)) if look in clauses.forms]
    if not verbs or not noun.endswith(("er", "e", "børn", "mænd")):
        return None
    finite = words[verbs[0]]
    done = finite in ("er", "har") and len(verbs) > 1 and clauses.forms[verbs[1]] == Form.PARTICIPLE
    opening = clauses.clause(first)
    begin = max(clauses.openers[opening - 2] if opening > 1 else 0, first - 40)
    granted = finite.endswith("es") and around.near_has(begin, first, "granting")
    people = (
        noun.endswith(("ere", "børn", "elever", "forældre", "medlemmer")) and clauses.forms[verbs[0]] == Form.PRESENT
    )
    return "condition" if done or granted or (people and not finite.endswith("es") and finite not in _MODALS) else None


def entitled(placed: Placed, around: Surroundings) -> bool:
    """``har ret til …``, also before the infinitive that holds the expression."""
    clauses = around.clauses
    first, last = around.clause_bounds(placed.start)
    if around.tokens.words[first] == "at" and clauses.clause(first):
        first = max(clauses.openers[clauses.clause(first) - 1], first - 40)
    words = around.tokens.words[first:last]
    return around.near_has(first, last, "entitled") and not {"har", "have", "er"}.isdisjoint(words)
