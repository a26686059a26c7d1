"""The rules: formulas and clause structure that speak for or against a label. Each firing names its rule.

A rule fires on a clause. Whether the clause is *operative* (this body, at this meeting, really does it) is decided once per
clause; formulas and verb classes then say what is done. What spoke against is kept too, for explanations and features.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from operator import attrgetter

from decisionnlp import lexicons
from decisionnlp.classification.clauses import Clause
from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.cues import cue, cues_of, formulas_to_try, lookout
from decisionnlp.classification.examined import Examined
from decisionnlp.classification.firings import ANSWER, ANSWER_WEIGHT, Firing, Reading
from decisionnlp.classification.formula_rules import read_formula
from decisionnlp.classification.layout_rules import read_layout
from decisionnlp.classification.line_markers import strip_marker
from decisionnlp.classification.operative import clause_state
from decisionnlp.classification.outcome_rules import read_outcome
from decisionnlp.classification.prefilter import Filtered
from decisionnlp.classification.structure import analyse
from decisionnlp.classification.task_rules import read_relative, read_task
from decisionnlp.classification.verbs import mend_text
from decisionnlp.classification.whole_answers import answer_behind, answer_within

# "Orientering om byggeriet", "Gennemgang af planen": what was talked about.
_TALK_NOUN = re.compile(rf"^\W*(?:{lexicons.alternatives('clause_words', 'talk_nouns')}) (?:om|vedr|af|fra|ved|på|v/)")


def read(context: SentenceContext) -> Reading:
    """Everything the rules see in one sentence: its text, the lead of its list, the zone's heading and the body count."""
    return _read(context.text, context.lead, context.heading, context.body)


# The same short lines come again and again: headings, "Godkendt.", and each sentence as its neighbours' neighbour.
@lru_cache(maxsize=2048)
def _read(words: str, lead: str | None, heading: str | None, body: str | None) -> Reading:
    own = line = strip_marker(words)
    stem = lead.rstrip(" :,–-") if lead else ""
    text, own_start = _joined(stem, own, words)
    structure = analyse(text, body)
    if not all(map(_is_right, structure.pieces)):
        own = mend_text(line)
        text, own_start = _joined(mend_text(stem), own, words)
        structure = analyse(text, body)
    firings: list[Firing] = []
    likely = lookout().likely_of(map(_lower, structure.pieces))
    if structure.clauses:
        _run(
            Examined(
                structure,
                likely,
                firings,
                text=words,
                line=line,
                own=own,
                own_start=own_start,
                lead=lead,
                heading=heading,
                body=body,
            )
        )
    return Reading(structure, own_start, tuple(firings), cues_of(own.lower(), likely))


_is_right, _lower = attrgetter("right"), attrgetter("lower")


def _joined(stem: str, own: str, words: str) -> tuple[str, int]:
    """The lead of a list and the own words of its item on one line, and where these begin: ``Udvalget besluttede:`` + ``• at …``, so that
    the item takes the lead's verb; a comma would cut an ``at`` off it."""
    if not stem or stem == words:
        return own, 0
    joint = " " if own.lower().startswith("at ") or stem.lower().endswith((" at", "om")) else ": "
    return stem + joint + own, len(stem) + len(joint)


def _run(sentence: Examined) -> None:
    own = sentence.own.strip()
    if own.endswith("?"):
        sentence.fire("question", None, -1.0, words=own[-20:])
        return
    answer = answer_within(sentence.line, sentence.lower, sentence.likely) if sentence.own_start == 0 else None
    answer = answer or answer_behind(sentence.line)  # an entry of a list answers its own matter, whatever the lead says
    if answer is not None and not any(sentence.foreign(clause) for clause in sentence.structure.clauses):
        weight = ANSWER_WEIGHT if answer.label else -1.0
        sentence.fire(f"{ANSWER}{answer.id}", answer.label, weight, answer.subtype, own[:40])
        if answer.label is None:
            return
    if cue("vote").search(own, sentence.likely):
        sentence.fire("vote", None, -0.8, words="vote")
    nominal = _TALK_NOUN.match(own) and all(clause.finite_at < 0 for clause in sentence.structure.clauses)
    if nominal and not cue("future").search(own, sentence.likely):
        sentence.fire("no-act", None, -0.6, words=own[:40])
    no_act = cue("no_act").search(own, sentence.likely)
    if no_act:
        sentence.fire("no-act", None, -0.6, words=no_act.group())
    sentence.blocked = _blocks(sentence)
    for index, clause in enumerate(sentence.structure.clauses):
        if clause.end > sentence.own_start:
            _read_clause(sentence, index, clause)
    for formula in formulas_to_try(sentence.likely):
        read_formula(sentence, formula)
    read_layout(sentence)


@cache
def _against() -> tuple[tuple[str, Filtered], ...]:
    return tuple((name, cue(name)) for name in ("earlier", "proposal", "competence", "law", "hypothetical"))


def _blocks(sentence: Examined) -> dict[str, str]:
    """What speaks against the whole sentence: a retold decision, a proposal, competence, law."""
    found = {}
    for name, pattern in _against():
        match = pattern.search(sentence.lower, sentence.likely) if pattern in sentence.likely else None
        if match:
            found[name] = match.group()
            sentence.fire(f"against-{name}", None, -0.6, words=match.group())
    return found


def _read_clause(sentence: Examined, index: int, clause: Clause) -> None:
    state = clause_state(sentence, index, clause)
    if state.startswith("not"):
        if clause.verb is not None:
            sentence.fire(f"against-{state[4:]}", None, -0.3, words=sentence.part(clause)[:60])
        if state == "not-rel":
            read_relative(sentence, clause)
        elif state == "not-foreign" and clause.form == "pres" and "task" in clause.classes and not clause.modal:
            # what another body decides is not ours, but "Festudvalget laver et oplæg" is a task
            read_task(sentence, clause, "direct")
        return
    read_outcome(sentence, clause, state)
    read_task(sentence, clause, state)
