"""Clauses that settle a matter: adopted, rejected, deferred, elected, decided."""

from __future__ import annotations

import re

from decisionnlp import lexicons
from decisionnlp.classification.clauses import Clause
from decisionnlp.classification.cues import cue
from decisionnlp.classification.examined import Examined
from decisionnlp.classification.operative import performs
from decisionnlp.classification.verbs import PASSIVE
from decisionnlp.document import Label, Subtype

A, D = Label.APPROVAL, Label.DECISION

OPERATIVE_CLASSES = (
    ("reject", D, Subtype.REJECTED, 0.9),
    ("defer", D, Subtype.DEFERRED, 0.9),
    ("return", D, Subtype.RETURNED, 0.85),
    ("refer", D, Subtype.REFERRED, 0.8),
    ("approve", A, Subtype.ADOPTED, 0.95),
    ("recommend", A, Subtype.RECOMMENDED, 0.85),
    ("delegate", D, Subtype.DELEGATED, 0.9),
    ("appoint", D, Subtype.APPOINTED, 0.8),
    ("resolve", D, Subtype.OWN_RESOLUTION, 0.6),
)
_OPTION = re.compile(rf"\b(?:{lexicons.alternatives('clause_words', 'options')})\b")
_GRANTED = re.compile(rf"\b(?:{lexicons.alternatives('clause_words', 'granted')})\b")


def read_outcome(sentence: Examined, clause: Clause, state: str) -> None:
    classes = clause.classes
    if not classes and not (state == "decided" and clause.kind == "inf"):
        return
    sure = performs(sentence, clause, state)
    part = sentence.part(clause)
    if clause.lemma == "indstille" and clause.subject == "admin":
        return
    for name, label, subtype, weight in OPERATIVE_CLASSES:
        if name not in classes:
            continue
        if name in ("appoint", "resolve", "defer") and clause.lemma in ("vælge", "give", "yde", "prioritere"):
            read_choice(sentence, clause, state, sure, part)
            break
        if name == "resolve" and clause.form in (PASSIVE, "pret") and clause.subject in ("der", "matter", "thing", ""):
            weight = 0.7
        if (
            name == "resolve"
            and clause.form in ("pret", "pres")
            and clause.subject in ("admin", "person", "thing", "matter")
        ):
            break
        if clause.negated:
            if name in ("approve", "recommend"):
                label, subtype, weight = D, Subtype.REJECTED, 0.85
            elif name in ("defer", "return", "refer", "reject"):
                break
        if (
            label is A
            and clause.lemma == "vedtage"
            and state == "direct"
            and clause.form in ("pret", "part", "passpret")
            and sentence.has_complement(clause)
        ):
            break
        if label is A and subtype is Subtype.ADOPTED:
            rest = sentence.lower[clause.start :]
            if cue("condition").search(rest, sentence.likely) and "uden bemærkning" not in rest:
                subtype = Subtype.CONDITIONAL
        if state == "recommended" and label is A:
            subtype = Subtype.RECOMMENDED
        if sure > 0:
            sentence.fire(f"{name}-{state}-{clause.form or 'none'}", label, weight * sure, subtype, part[:60])
        break
    else:
        read_resolution(sentence, clause, state, sure, part)


def read_choice(sentence: Examined, clause: Clause, state: str, sure: float, part: str) -> None:
    if clause.lemma == "vælge":
        if sentence.has_complement(clause):
            return
        if _OPTION.search(part):
            sentence.fire(f"choose-{state}", D, 0.8 * sure, Subtype.CHOSEN_OPTION, part[:60])
        elif sure:
            sentence.fire(f"elect-{state}", D, 0.7 * sure, Subtype.APPOINTED, part[:60])
    elif _GRANTED.search(part):
        label, subtype = (D, Subtype.REJECTED) if "afslag" in part else (A, Subtype.ADOPTED)
        sentence.fire(f"grant-{state}", label, 0.55 * sure, subtype, part[:60])


def read_resolution(sentence: Examined, clause: Clause, state: str, sure: float, part: str) -> None:
    """A body's own decision: what stands under *besluttede*, or the verb itself."""
    if state == "decided" and (clause.verb is not None or clause.kind == "inf"):
        sentence.fire(f"decided-{clause.kind}", D, 0.75 * max(sure, 0.6), Subtype.OWN_RESOLUTION, part[:60])
    elif "decide" in clause.classes and state == "direct":
        if sentence.has_complement(clause) and not sentence.own_start:
            return
        sentence.fire("decided-noun", D, 0.55 * sure, Subtype.OWN_RESOLUTION, part[:60])
    elif state == "agreed" and "task" not in clause.classes and clause.verb is not None:
        sentence.fire("agreed-policy", D, 0.4, Subtype.OWN_RESOLUTION, part[:60])
