"""Times set by others or by a law, and times that something applies or lasts: hearings, legal limits, validity, budget years."""

from __future__ import annotations

from collections.abc import Sequence

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines.agents import acts, subject
from decisionnlp.extraction.deadlines.members import REL_BEFORE, REL_BY, REL_FROM, REL_IN, TYPE_EVENT, TYPE_RECURRENCE
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.standing import TIME_PREPOSITIONS, are_goods
from decisionnlp.extraction.deadlines.stretches import Grain
from decisionnlp.extraction.deadlines.surroundings import CUES, Surroundings, any_of, words_of
from decisionnlp.extraction.deadlines.tenses import FORMS, Form
from decisionnlp.extraction.deadlines.tokens import word_set

_DOCUMENT = words_of("document")
_VALIDITY, _LAWS_BY, _DRAFTED = any_of("validity"), any_of("law.by"), any_of("statutory.drafted")
_DONE = words_of("validity.done")
_DEMANDS, _PARTIES = any_of("statutory.demands"), any_of("statutory.generic", "statutory.parties")
_BODIES = tuple(words_of("statutory.bodies"))
_CERTAIN = words_of("statutory.certain")
_CASES, _OF_CASES = words_of("statutory.cases"), any_of("statutory.cases", "statutory.objections")
_RULES = tuple(words_of("statutory.rules"))
_STATUTORY, _PAPERS = any_of("statutory"), tuple(words_of("statutory.papers"))
# Words between a paper and what it is about.
_ABOUT = word_set("om til for på over af")
_PLACING = frozenset({"from", "on", "in", "bare", "to", "between"})
_LASTING = frozenset({"to", "until", "between", "end", "in", "bare", "from", "on", "by"})
_ACTED_ON = frozenset({"on", "in", "bare", "by", "end"})
_FINITE = (Form.PRESENT, Form.INFINITIVE)
_REACH = 40  # tokens before and behind an expression that are looked at each time, so that the work stays linear
_RUNS = words_of("hearing.runs")
_HEARINGS, _RUNNING = any_of("hearing", "hearing.limits", "hearing.answers"), any_of("hearing.runs")
_OWN_ANSWER = lexicons.words("deadline_words", "answering")
_ANSWERS = lexicons.words("deadline_words", "hearing_answers")


def hearing(placed: Placed, around: Surroundings) -> bool:
    """A hearing period, or the limit of one or of a complaint; not the body's own answer to a hearing."""
    at = placed.start
    if around.mask & _OF_CASES and _against_minutes(placed, around):
        return False
    if not around.sentence_mask(at) & _HEARINGS:
        return False
    words = around.tokens.words
    begin, end = around.bounds(at)
    before = words[max(begin, at - 14) : at]
    if "klage" in before and any("frist" in word for word in before):  # Fristen for at klage er 1. maj.
        return True
    if placed.relation is not REL_BEFORE and around.near_has(max(begin, at - 14), at, "hearing.limits"):
        return True
    if words[at] == "med" and placed.relation is REL_BY and "høring" in words[begin:at]:  # sendes i høring med frist …
        return True
    if (
        around.mask & _RUNNING
        and any(word.startswith(("høring", "partshøring", "nabohøring")) for word in before)
        and not _RUNS.isdisjoint(around.clause_words(at))
    ):
        return True  # Høringen slutter den 29. maj.
    lead = placed.lead
    free = lead == "until" and bool({"har", "kan"}.intersection(words[begin:at]))
    if free and any(around.near_has(*part, "hearing.answers") for part in ((begin, at), (placed.end, end))):
        return True  # Ejerne har indtil 15. november mulighed for at klage.
    if (
        lead in ("between", "until", "to", "valid", "from")
        and words[at] != "tidligst"
        and around.clause_has(at, "hearing")
    ):
        return lead != "to" or "høring" in before or "offentlig" in before
    if not (around.sentence_has(at, "hearing.arrival") and around.clause_has(at, "hearing.answers")):
        return False
    if any(word in _OWN_ANSWER for word in words[begin:end]):
        return False
    return not _ANSWERS.isdisjoint(around.clause_words(at)) or any("høring" in word for word in words[begin:end])


def _behind_a_question(around: Surroundings, at: int) -> bool:
    """``undersøge, om reglerne er overholdt, og svare inden to uger``: what is looked into stands in a clause of its own."""
    words, clauses = around.tokens.words, around.clauses
    opener = clauses.openers[clauses.clause(at)]
    asked = range(max(around.bounds(at)[0], opener - 40), opener)
    return words[opener] in ("og", ",") and any(words[look] == "," and words[look + 1] == "om" for look in asked)


def _is_drafted(around: Surroundings, at: int) -> bool:
    """``Et forslag til regler for udlån skrives inden to måneder.``: the rules are what is written, or what a paper is about."""
    begin, end = around.bounds(at)
    if not around.clause_has(at, "statutory.drafted") or CUES.mask(around.tokens.words[begin:end]) & _LAWS_BY:
        return False
    words = around.tokens.words
    first = around.clause_bounds(at)[0]
    told = [look for look in range(first, at) if CUES.of(words[look]) & _STATUTORY]
    papers = (look for look in range(first, at) if words[look].endswith(_PAPERS) and words[look + 1] in _ABOUT)
    paper = next(papers, -1)
    if told and told[0] - first <= 1 and words[told[0]].startswith(_RULES):
        return any(CUES.of(words[look]) & _DRAFTED and words[look].endswith("es") for look in range(told[0], at))
    return paper >= 0 and bool(told) and told[0] > paper


def _runs_from(placed: Placed, words: Sequence[str]) -> bool:
    """*inden for 4 uger efter klagens modtagelse*: the time runs from whatever comes, as rules say."""
    return "efter" in words[placed.start : placed.end + 1]


def _opening(placed: Placed, around: Surroundings) -> int:
    """Where the sentence begins; -1 where that is too far before the expression to be looked at each time."""
    begin = around.bounds(placed.start)[0]
    return begin if placed.start - begin <= _REACH else -1


def _by_agent(around: Surroundings, begin: int, at: int) -> tuple[int, int]:
    """The first finite verb between two tokens, and the word behind *af* that follows it; -1 each for none."""
    words, forms = around.tokens.words, around.clauses.forms
    verb = next((look for look in range(begin, at) if forms.get(look) in _FINITE), -1)
    return verb, next((look + 1 for look in range(max(verb, begin) + 1, at) if words[look] == "af"), -1)


def _against_minutes(placed: Placed, around: Surroundings) -> bool:
    """``Indsigelser mod referatet sendes til referenten inden 8 dage``: a limit that these very minutes set."""
    words, begin = around.tokens.words, _opening(placed, around)
    if begin < 0:
        return False
    end = min(around.bounds(placed.start)[1], placed.end + _REACH)
    place = next((look for look in range(begin, end) if words[look].startswith("indsigelse")), -1)
    if "hvis" in words[begin:end] or "kan" in words[begin:end]:
        return False
    return place >= 0 and words[place + 1] in ("mod", "til") and words[place + 2] in ("referatet", "dette", "referat")


def _done_by_one(placed: Placed, around: Surroundings) -> bool:
    """``Klagen besvares af formanden inden for 14 dage``: who answers the one case is named, and no law or rule is."""
    words, at, begin = around.tokens.words, placed.start, _opening(placed, around)
    if begin < 0 or _runs_from(placed, words):
        return False
    end = min(around.bounds(at)[1], placed.end + _REACH)
    cases = {word for word in words[begin:end] if word in _CASES}
    if not cases or any(CUES.of(word) & _STATUTORY and word not in _CASES for word in words[begin:end]):
        return False
    verb, agent = _by_agent(around, begin, at)
    if verb < 0 or around.clause_bounds(at)[0] > begin:
        return False
    if words[verb].endswith("es"):  # the case is the subject, and *af* names who answers it
        office = agent > 0 and not CUES.of(words[agent]) & _PARTIES
        return words[begin].endswith(("en", "et")) and office and acts(around, agent, words[agent])
    index, noun = subject(placed, around, verb)
    named = any(word.endswith("s") for word in words[begin:at] if word != noun) or any(w.endswith("en") for w in cases)
    office = index == begin and not CUES.of(noun) & _PARTIES and not noun.endswith(("e", "er"))
    return office and named and acts(around, index, noun)


def _demanded(placed: Placed, around: Surroundings) -> bool:
    """``Bestyrelsen kræver, at fejlen rettes inden for en måned``: a body asks for it, no rule."""
    words, begin = around.tokens.words, _opening(placed, around)
    if begin < 0 or not CUES.of(words[begin + 1]) & _DEMANDS or words[begin + 2 : begin + 4] != [",", "at"]:
        return False
    if _runs_from(placed, words) or not words[begin].endswith(_BODIES):
        return False
    end = min(around.bounds(placed.start)[1], placed.end + _REACH)
    return not any(CUES.of(word) & _STATUTORY for word in (words[begin], *words[begin + 2 : end]))


def _done_for_some(placed: Placed, around: Surroundings) -> bool:
    """``De nærmeste naboer orienteres af forvaltningen inden for en uge``: who does it is named, and those are certain people."""
    words, at, begin = around.tokens.words, placed.start, _opening(placed, around)
    if begin < 0 or words[begin] != "de" or words[begin + 1] not in _CERTAIN or _runs_from(placed, words):
        return False
    if around.clause_bounds(at)[0] > begin:
        return False
    verb, agent = _by_agent(around, begin, at)
    return verb > 0 and words[verb].endswith("es") and agent > 0 and acts(around, agent, words[agent])


def statutory(placed: Placed, around: Surroundings) -> bool:
    at = placed.start
    if around.mask & _OF_CASES and (_done_by_one(placed, around) or _against_minutes(placed, around)):
        return False
    if around.mask & _DEMANDS and _demanded(placed, around):
        return False
    if around.sentence_has(at, "statutory"):
        if around.mask & _DRAFTED and _is_drafted(around, at):
            return False
        return around.clause_has(at, "statutory") or not _behind_a_question(around, at)
    if not around.sentence_has(at, "statutory.generic") or _done_for_some(placed, around):
        return False
    begin, end = around.bounds(at)
    return around.near_has(max(begin, at - 14), at, "statutory.generic") or around.near_has(
        placed.end, min(placed.end + 4, end), "statutory.generic"
    )


def by_law(placed: Placed, around: Surroundings) -> bool:
    """*fyldt 18 år senest den 1. juli*, *hvert femtende år ifølge bekendtgørelsen*: an age, a rhythm of the law."""
    at = placed.start
    if around.clause_has(at, "age"):
        return "år" in around.clause_words(at) and placed.type is not TYPE_EVENT
    return placed.type is TYPE_RECURRENCE and around.sentence_has(at, "law") and around.sentence_has(at, "law.by")


def holds_until(placed: Placed, around: Surroundings) -> bool:
    """``Aftalen løber frem til valget``, ``Hans bliver siddende som kasserer indtil næste valg``: how long until the event."""
    at = placed.start
    if any(around.clause_has(at, name) for name in ("validity", "validity.money", "validity.posts")):
        return True
    opener = around.clauses.openers[around.clauses.clause(at)]
    return around.tokens.words[opener] == "som" and around.sentence_has(at, "validity.posts")


def applies_or_lasts(placed: Placed, around: Surroundings) -> str | None:
    """A date from which something applies, until which it lasts, or of a document that is spoken of."""
    at, lead = placed.start, placed.lead
    words = around.tokens.words
    if lead in _PLACING:
        if placed.relation is REL_FROM and around.mask & _VALIDITY and {"gælder", "gælde"} & around.clause_words(at):
            return "effective"
        if around.clause_has(at, "effective"):
            clause = around.clause_words(at)
            if not ({"indstillingen", "forslaget", "anbefalingen"} & clause and "tiltræder" in clause):
                return "effective"
        if lead == "from" and at and (words[at - 1] in _DOCUMENT or _is_of_then(placed, around)):
            return "document-date"
    if lead in _LASTING:
        if (
            around.clause_has(at, "validity")
            and not are_goods(around, at)
            and (around.clauses.verbs or lead not in ("on", "in", "bare"))  # Lejekontrakt, Jan, 18. marts: a row
            and not around.clause_has(at, "validity.unless")
            and not (around.clause_has(at, "validity.done") and _is_done_by_people(placed, around))
            and not (
                (lead in _ACTED_ON or words[at] == "tidligst")
                and around.clause_has(at, "validity.studied")
                and _is_studied(around, at)
            )
            and "senest" not in around.clause_words(at)
        ):
            return "validity"
        if words[at] in ("til", "frem", "indtil") and around.clause_has(at, "validity.money"):
            return "validity"
    return None


def _is_done_by_people(placed: Placed, around: Surroundings) -> bool:
    """``Ida dækker bordene den 4. maj.``; not ``Forsikringen dækker i maj.``"""
    first, last = around.clause_bounds(placed.start)
    verb = next((look for look in range(first, last) if around.tokens.words[look] in _DONE), first)
    index, noun = subject(placed, around, verb)
    return index >= 0 and acts(around, index, noun)


def _is_studied(around: Surroundings, at: int) -> bool:
    """``Ida indhenter priser på udlejning af salen i maj``: the term is what the verb is about, and no verb of its own lasts."""
    clauses, words = around.clauses, around.tokens.words
    first, last = around.clause_bounds(at)
    verbs = [look for look in range(first, last) if look in clauses.forms]
    lasting = any(CUES.of(words[look]) & _VALIDITY for look in verbs)
    return bool(verbs) and not lasting and words[first] not in ("der", "som", "at", "om")


def _is_of_then(placed: Placed, around: Surroundings) -> bool:
    """*fejlene fra juli*: a month or year behind a noun in the definite tells what the noun is of."""
    before = around.tokens.words[placed.start - 1]
    if placed.grain not in (Grain.MONTH, Grain.YEAR, Grain.SEASON) or around.tokens.words[placed.start] != "fra":
        return False
    return before.endswith(("erne", "ene", "sen")) and before not in FORMS


def of_a_year(placed: Placed, around: Surroundings) -> str | None:
    """A year of a budget, a plan's name, or of how things are."""
    at = placed.start
    if placed.relation is not REL_IN:
        return None
    if placed.lead != "to" and around.sentence_has(at, "budget"):  # til næste år is no year of a budget
        return "budget-year"
    if placed.grain == Grain.PART and around.sentence_has(at, "descriptive"):
        return "period-name"
    if placed.rule.endswith("school-year") and at and around.tokens.words[at] == "skoleåret":
        return None if around.tokens.words[at - 1] in TIME_PREPOSITIONS else "about"
    return None
