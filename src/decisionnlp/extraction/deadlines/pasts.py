"""What a clause tells of the past: what has been done, was to be done or was agreed is no deadline."""

from __future__ import annotations

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines.members import (
    REL_AFTER,
    REL_BEFORE,
    REL_BY,
    REL_FROM,
    REL_IN,
    REL_ON,
    TYPE_EVENT,
    TYPE_VAGUE,
)
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.surroundings import Surroundings, any_of
from decisionnlp.extraction.deadlines.tenses import (
    PROSPECTIVE,
    REQUESTS,
    Form,
)
from decisionnlp.extraction.deadlines.tokens import DONE, PERFECT, word_set

# Behind these, *at* tells what is wished for, also in the past tense.
_WISHES = lexicons.words("deadline_words", "wishes")
_ANSWERS = word_set("svar svarfrist tilbagemelding frist")
_QUESTIONS = word_set("om hvem hvad hvordan hvorfor hvornår hvilke hvilken hvor")
_WISHING = lexicons.words("deadline_words", "wishing")
# Verbs that decide rather than ask: what was decided *inden sommerferien* was decided then.
_DECIDING = lexicons.words("deadline_words", "deciding")
_HAVE, _SHOULD, _TOLD_PLAN = any_of("was_to_be"), any_of("was_to_be.planned"), any_of("told_plan")
_IN_TIME = any_of("was_to_be.in_time")
_DEPENDENT = word_set("at som der hvor hvis idet og ,")
_UNTIL = word_set("når hvis inden før efter så")
_PUT_OFF = lexicons.words("deadline_words", "done_then")
_AUXILIARIES = frozenset({"blev", "var", "har", "er", "havde", "blevet"})
_REACH = 40  # tokens that are looked back over
_DONE_ALREADY = lexicons.words("deadline_words", "done_already")
_FORWARD = frozenset({REL_BY, REL_BEFORE, REL_AFTER, REL_FROM})


def _main_verb(around: Surroundings, verb: int) -> str:
    """The participle behind an auxiliary, else the verb itself."""
    clauses, words = around.clauses, around.tokens.words
    if words[verb] in _AUXILIARIES:
        behind = clauses.first_after(verb)
        if behind >= 0 and clauses.forms[behind] == Form.PARTICIPLE and clauses.clause(behind) == clauses.clause(verb):
            return words[behind]
    return words[verb]


def _was_to_be(placed: Placed, around: Surroundings) -> bool:
    """``Arbejdet skulle være færdigt den 1. marts, men er forsinket.``: in a main clause *skulle* tells of a plan that was."""
    words = around.tokens.words
    first, last = around.clause_bounds(placed.start)
    if "skulle" not in words[first : min(last, placed.start)] or words[first] in _DEPENDENT:
        return False
    begin, end = around.bounds(placed.start)
    return first == begin and "men" in words[placed.end : min(end, placed.end + 40)]


def _was_in_time(placed: Placed, around: Surroundings) -> bool:
    """``Sagen nåede ikke at blive behandlet inden jul.``: the past stands before the infinitive."""
    clauses, words, floor = around.clauses, around.tokens.words, max(placed.start - _REACH, 0)
    place = next((look for look in range(placed.start - 1, floor - 1, -1) if words[look] == "nåede"), -1)
    if place < 0:
        return False
    number = clauses.clause(placed.start)
    while (
        clauses.openers[number] > place
        and words[clauses.openers[number]] == "at"
        and words[clauses.openers[number] - 1] != ","
    ):
        number -= 1
    if clauses.openers[number] > place:
        return False
    behind = [word for word in words[place + 1 : placed.start] if word not in ("ikke", "desværre", "dog", "lige")]
    return behind[:1] == ["at"] and behind.count("at") == 1  # not nåede til enighed om at mødes


def _will_have(placed: Placed, around: Surroundings) -> bool:
    """``Inden månedens udgang har Poul talt med gartneren.``: behind a limit that is ahead, the perfect is of the future."""
    meeting = around.meeting
    ahead = (
        placed.type is not TYPE_EVENT and placed.latest is not None and meeting is not None and placed.latest > meeting
    )
    limit = placed.relation in (REL_BY, REL_BEFORE)
    opens = placed.start == around.bounds(placed.start)[0]
    if not (ahead and limit and opens and around.tokens.capitalised(placed.end + 1)):
        return False
    return _DONE_ALREADY.isdisjoint(around.clause_words(placed.start))  # not: har Bo lovet svar


def _was_agreed(placed: Placed, around: Surroundings) -> bool:
    """``havde aftalt, at hækken skulle klippes i uge 26``: told from before the past."""
    clauses, words = around.clauses, around.tokens.words
    opener = clauses.openers[clauses.clause(placed.start)]
    if words[opener] != "at" or "skulle" not in around.clause_words(placed.start):
        return False
    agreed = clauses.last_before(opener)
    return (
        agreed >= 0
        and clauses.forms[agreed] == Form.PARTICIPLE
        and (before := clauses.last_before(agreed)) >= 0
        and words[before] == "havde"
    )


def _is_wished(around: Surroundings, verb: int, at: int) -> bool:
    """``ønskede en plan forelagt på mødet i marts``: behind a wish the participle tells what is wished for."""
    clauses, words = around.clauses, around.tokens.words
    if clauses.forms[verb] not in (Form.PARTICIPLE, Form.PAST) or verb > at:
        return False
    wish = clauses.last_before(verb)
    return wish >= 0 and words[wish] in _WISHING and clauses.clause(wish) == clauses.clause(verb)


def _behind_a_question(placed: Placed, around: Surroundings, verb: int) -> bool:
    """``Bo spørger, om skaden er dækket, inden fredag``: set off by a comma, the limit is that of the asking."""
    clauses, words = around.clauses, around.tokens.words
    if words[placed.start - 1] != "," or placed.relation not in (REL_BY, REL_BEFORE):
        return False
    opener = clauses.openers[clauses.clause(verb)]
    if words[opener + (words[opener] == ",")] not in _QUESTIONS:
        return False
    asker = clauses.last_before(opener)
    return asker >= 0 and clauses.forms[asker] in (Form.PRESENT, Form.INFINITIVE)


def past_tense(placed: Placed, around: Surroundings) -> bool:
    """The clause tells what has been done, and the expression belongs to that. Asked where the text may be of the past."""
    words, forms = around.tokens.words, around.may_be_past
    if forms == PERFECT or (forms == DONE and not (placed.start and around.tokens.marks[placed.start - 1] & DONE)):
        return False  # an auxiliary or a participle alone
    clauses = around.clauses
    verb = clauses.governing(placed.start, placed.end)
    if verb < 0:
        return False
    if (
        clauses.forms[verb] == Form.PARTICIPLE
        and placed.start - verb == 1
        and (
            placed.relation in (REL_ON, REL_IN)
            or (
                placed.relation is not REL_BY
                and verb
                and words[verb - 1].isalpha()
                and words[verb - 1].endswith(("er", "e"))
            )
        )
    ):
        if verb and words[verb - 1] == "som":  # Som besluttet på mødet den 12. februar
            return True
        if placed.relation not in (REL_ON, REL_IN, None) and clauses.forms.get(verb - 1) is None:
            return True  # tilladelser givet efter 1. januar
        alone = not any(
            clauses.forms.get(look)
            for look in range(max(verb - 8, 0), verb)
            if clauses.clause(look) == clauses.clause(verb)
        )
        if alone and words[verb] not in PROSPECTIVE:
            return True
    mask = around.mask
    if mask & _IN_TIME and _was_in_time(placed, around):
        return True
    if words[placed.end] == "har" and _will_have(placed, around):
        return False
    if mask & _HAVE:
        clause = around.clause_words(placed.start)
        if "have" in clause and not clause.isdisjoint(("ville", "skulle", "kunne")):  # ville have bygget et rådhus
            return True
    planned = mask & _SHOULD
    if planned and _was_to_be(placed, around):
        return True
    if mask & _TOLD_PLAN and around.sentence_has(placed.start, "told_plan"):
        modal = verb if words[verb] == "skulle" else clauses.last_before(verb)
        if modal >= 0 and words[modal] == "skulle" and clauses.clause(modal) == clauses.clause(verb):
            return True  # Ifølge tidsplanen skulle gulvet stå færdigt i juli.
    if planned and _was_agreed(placed, around):
        return True
    if not clauses.is_past(verb, around.tokens):
        return False
    if words[placed.end] == "at" and words[placed.start - 1] == "," and words[verb] in PROSPECTIVE:
        return False  # besluttede, efter sommerferien at booke en konsulent
    if _behind_a_question(placed, around, verb):
        return False
    if words[placed.start - 1] in _ANSWERS and words[placed.start - 2] == "med":
        return False  # blev sendt til udtalelse med svar senest 1. maj
    if _is_wished(around, verb, placed.start):
        return False
    if placed.lead == "by" and clauses.clause(verb) != clauses.clause(placed.start):
        told = clauses.openers[clauses.clause(verb)]
        if words[told] in _UNTIL or words[told + 1] in _UNTIL:  # når det er regnet igennem, dog senest i november
            return False
    opener = clauses.openers[clauses.clause(placed.start)]
    if words[opener] in ("hvis", "såfremt", "medmindre"):
        return False
    if words[opener] == "at":
        # ønskede, at sagen blev taget op i marts: the past of the wish, not of the deed
        wish = clauses.last_before(opener)
        if wish >= 0 and words[wish] in _WISHES:
            return False
        if verb < opener and words[verb] in ("besluttet", "besluttede", "vedtaget", "vedtog"):
            return False  # besluttet, at bladet udkommer …: the verb of the clause is not known
    begins = placed.earliest or placed.latest
    main = _main_verb(around, verb)
    if placed.absolute and around.meeting is not None and begins is not None and begins > around.meeting:
        # stemte for forslaget om forsøg i 2025: of the thing, where nothing is put off or agreed
        of_a_thing = placed.lead == "in" and words[placed.start - 2] in ("om", "for", "af")
        return of_a_thing and verb < placed.start - 2 and main not in PROSPECTIVE and words[opener] != "at"
    done = clauses.forms[verb] == Form.PARTICIPLE or main != words[verb]
    if done and not {"var", "havde"}.isdisjoint(around.clause_words(verb)):  # fristen var sat til den 10. februar
        return True
    event = placed.type in (TYPE_EVENT, TYPE_VAGUE)
    if main in PROSPECTIVE and verb < placed.start:
        held = main in _PUT_OFF and placed.relation is REL_ON  # udsat på mødet i januar: that is where it was put off
        if main not in _DECIDING and not held and (placed.relation in _FORWARD or placed.lead == "to" or event):
            return False
        if main in _DECIDING and placed.relation is REL_BY:
            return False
        if (
            main in REQUESTS
            and placed.start - verb > 2
            and not (words[placed.end] == "om" and main in ("bad", "anmodede"))
        ):
            return False
    # is afsluttet inden sommerferien: what will have been done by then
    return not (
        clauses.forms[verb] in (Form.PARTICIPLE, Form.PERFECT)
        and placed.relation in (REL_BY, REL_BEFORE)
        and "er" in around.clause_words(placed.start)
        and "har" not in around.clause_words(placed.start)
        and not any("frist" in word for word in words[placed.start : placed.end])  # er kommet inden fristens udløb
    )
