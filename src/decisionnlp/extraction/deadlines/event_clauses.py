"""``når høringen er slut``, ``inden aftalen underskrives``: tasks that hang on an act told in a clause."""

from __future__ import annotations

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines import rules
from decisionnlp.extraction.deadlines.agents import is_agent
from decisionnlp.extraction.deadlines.cores import core_at
from decisionnlp.extraction.deadlines.event_days import on_day
from decisionnlp.extraction.deadlines.members import (
    REL_AFTER,
    REL_BEFORE,
    REL_ON,
    TYPE_EVENT,
)
from decisionnlp.extraction.deadlines.placing import OVER
from decisionnlp.extraction.deadlines.relations import AFTER, BEFORE, Placed, place
from decisionnlp.extraction.deadlines.stretches import Grain, Reading
from decisionnlp.extraction.deadlines.tenses import FORMS, Form, is_inverted
from decisionnlp.extraction.deadlines.tokens import (
    DEFINITE_ENDINGS,
    MONTHS,
    PhraseTable,
    Tokens,
    word_set,
)
from decisionnlp.extraction.deadlines.vague import VAGUE_STARTS

CLAUSE = rules.whole("event-clause", "når høringen er slut", "an act told in a clause")
CLAUSE_LEADS = PhraseTable((form, None) for form in lexicons.load("deadline_words")["clause_leads"]["words"])
SUBJECTS = lexicons.words("deadline_words", "clause_subjects")
_GENERIC = lexicons.words("deadline_words", "general_subjects")
# Verbs and adjectives that tell that something is there or over.
_DONE = lexicons.words("deadline_words", "there_or_over")
_GROUP = word_set("børnene eleverne")
_WHENEVER = word_set("nødt behov brug")
_DEGREES = lexicons.words("deadline_words", "degrees")
_CLAUSE_LIMIT = 16
_HELPERS = word_set("er bliver har skal kan vil må bør")
_MODALS = word_set("skal kan vil må bør")
_PRONOUNS = word_set("vi man det den der de han hun alle")


def _is_state(words: list[str], first: int, index: int) -> bool:
    """*når aftalen er underskrevet*; not *når der er frost*, *når det er helt stille*, which come and go."""
    return len(words[index]) > 3 and words[index] not in _DEGREES and words[first : first + 2] != ["der", "er"]


def comes_and_goes(placed: Placed, tokens: Tokens) -> bool:
    """``når føret kræver det``, ``når det er glat``: a state that may come again; not ``når regnskabet er godkendt``."""
    words = tokens.words[placed.start : placed.end]
    if placed.rule != CLAUSE or words[0] != "når":
        return False
    verbs = words[2:]  # behind the subject: vandet is no participle here
    return not any(word in _DONE or FORMS.get(word) in (Form.PARTICIPLE, Form.PAST) for word in verbs)


def _at_a_date(tokens: Tokens, index: int, at: int, lead: str, reading: Reading) -> Placed | None:
    """``inden vi når oktober``, ``når 2025 er gået``: the clause says no more than the date."""
    words = tokens.words
    if lead in ("inden", "før") and words[at + 1] == "når":
        at += 4 if words[at + 2 : at + 4] == ["frem", "til"] else 2
        core = core_at(tokens, at, reading.within_frame())
        return place(core, BEFORE, index, reading) if core is not None else None
    if lead == "når" and (words[at].isdecimal() or words[at] == "uge" or words[at] in MONTHS):
        core = core_at(tokens, at, reading.within_frame())
        if core is not None and words[core.end] == "er" and words[core.end + 1] in OVER:
            return place(core, AFTER, index, reading).but(end=core.end + 2)
    return None


_SUBORDINATE = word_set("så og men der som at hvor fordi da hvis når")
_PARTICLES = lexicons.words("deadline_words", "particles")


def _is_whole_sentence(tokens: Tokens, index: int, verb: int, end: int) -> bool:
    """``Inden receptionen pynter Else salen.``: nothing but the one verb is left for the main clause, so a noun stands behind *inden*."""
    words = tokens.words
    if (
        not tokens.capitalised(index)
        or words[index + 1] in _PRONOUNS
        or not words[verb - 1].endswith(DEFINITE_ENDINGS)
        or is_agent(words[verb - 1])
    ):
        return False
    if tokens.before(index) not in ("", ".", "-", "–", ":") or words[verb + 1] in (",", ".", ""):
        return False
    return words[end] in ("", ".", "!") or (words[end] == "," and words[end + 1] in _SUBORDINATE)


def clause_at(tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    """``når høringen er slut``, ``så snart svaret foreligger``, ``inden arbejdet sættes i gang``."""
    words = tokens.words
    found = CLAUSE_LEADS.first_at(tokens, index)
    if found is None:
        return None
    phrase = found[0]
    at = index + len(phrase)
    again = words[at + 1] == "igen" and words[at + 2] in (
        "kan",
        "må",
    )  # når man igen kan køre på plænen: once, not whenever
    dated = _at_a_date(tokens, index, at, phrase[-1], reading)
    if dated is not None:
        return dated
    if phrase[-1] in ("snart", "inden") and VAGUE_STARTS.first_at(tokens, index) is not None:
        return None  # så snart det er muligt, inden længe
    if (
        (words[at] in _GENERIC and not again and not (phrase[-1] in ("inden", "før") and words[at] in _GROUP))
        or not words[at].isalpha()
        or (phrase[-1], words[at]) == ("inden", "for")
    ):
        return None
    before = phrase[-1] in ("inden", "før", "forinden")
    if phrase[-1] == "forinden" and index and FORMS.get(words[index - 1]) == Form.PRESENT:
        return None  # Ledelsen retter forinden de fejl, der er: an adverb
    if before and words[at] == "da":
        return Placed(index, at + 1, TYPE_EVENT, REL_BEFORE, None, None, CLAUSE, anchor="da")
    end = at
    verb, done = False, again
    first = 0  # place of the first verb
    last = -1  # place of the verb before, or of what it says has become
    while (
        end < tokens.size
        and end - at < _CLAUSE_LIMIT
        and (
            words[end] not in (",", ".", ";", ":", "(", ")", "?", "!", "–")
            or (words[end] == "." and words[end - 1].isdecimal() and words[end + 1].isalpha())
        )
    ):
        form = FORMS.get(words[end])
        if verb and (words[end].isdecimal() or (words[end] == "senest" and words[end + 1] != "i")):
            break  # a date of its own
        auxiliary = any(word in ("er", "bliver", "har") for word in words[max(at, end - 4) : end])
        if form == Form.PAST and end > at:
            if not auxiliary:
                return None
            done = True  # er holdt: past and participle are alike
        over = words[end] in _DONE or (
            auxiliary and (form == Form.PARTICIPLE or (words[end].endswith("t") and _is_state(words, at, end)))
        )
        done = done or over
        reached = words[end] == "når" and end > at and not verb  # inden sagen når byrådet: here a verb
        passive = words[end].endswith("es") and len(words[end]) > 4 and not tokens.capitalised(end)
        if form in (Form.PRESENT, Form.PERFECT) or passive or reached or (before and is_inverted(tokens, end)):
            if verb and tokens.capitalised(index) and words[end] in _MODALS and words[end - 1] not in _PRONOUNS:
                break  # Inden sagen når byrådet skal Ole regne på den
            if verb and end - at > 3 and words[end - 1] in ("og",):
                break
            close = last == end - 1 or (last == end - 2 and words[end - 1] in _PARTICLES)
            if verb and not index and close and words[last] not in _HELPERS:
                break  # Inden aftalen underskrives sendes den rundt: the main clause begins with its verb
            last = end
            first = first or end
            verb = verb or end > at
        elif over:
            last = end
        end += 1
    if before and first > at and first in (last, last - 1) and _is_whole_sentence(tokens, index, first, end):
        return Placed(index, first, TYPE_EVENT, REL_BEFORE, None, None, CLAUSE, anchor=tokens.excerpt(at, first))
    # når teksten ligger fast; a month inside is read for itself
    named = (
        words[at].endswith(("en", "et", "erne"))
        and len(words[at]) > 3
        and words[at] not in SUBJECTS
        and words[at] not in ("noget", "intet", "andet", "meget")
        and not any(word in MONTHS or word == "uge" for word in words[at:end])
    )
    done = (
        done or words[at] in ("han", "hun") or words[at + 1] in ("kender", "ved", "ses", "mødes")
    )  # når vi kender prisen
    if not verb or end == at or not (before or done or named or phrase[0] != "når"):
        return None  # når der er behov: whenever that is
    if phrase[0] == "når" and not _WHENEVER.isdisjoint(words[at:end]):
        return None
    if words[end - 1] in ("den", "d") and phrase[0] in ("når", "inden", "før"):
        core = core_at(tokens, end - 1, reading.within_frame())  # før det sendes den 19. november
        if core is not None and core.grain == Grain.DAY:
            return on_day(index, core.end, REL_BEFORE if before else REL_ON, core, CLAUSE)
    relation = REL_BEFORE if before else REL_AFTER
    if before and words[at + 1] == "kan" and words[at] in SUBJECTS:  # før der kan søges: what has to be there first
        return Placed(index, end, TYPE_EVENT, relation, None, None, CLAUSE, anchor="", reason="condition")
    return Placed(index, end, TYPE_EVENT, relation, None, None, CLAUSE, anchor=tokens.excerpt(at, end))
