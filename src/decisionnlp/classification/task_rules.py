"""Clauses that give somebody something to do."""

from __future__ import annotations

import re
from functools import partial

from decisionnlp import lexicons
from decisionnlp.classification.clauses import Clause
from decisionnlp.classification.cues import cue
from decisionnlp.classification.examined import Examined
from decisionnlp.classification.operative import calls_attention
from decisionnlp.document import Label, Subtype

F = Label.FOLLOW_UP

_words = partial(lexicons.alternatives, "clause_words")
_CONCRETE_BOER = re.compile(rf"\b(?:{_words('opinions')})\b")
# Work that goes on anyway, not an act agreed at the meeting.
_GOES_ON = re.compile(rf"\bder arbejdes (?!{_words('going_further')})(?:\w+ ){{0,3}}?(?:med|på|i)\b")
# Told in the historic present unless a time is given: "Lederen orienterer om sygefraværet."
_TELLING_VERBS = frozenset(lexicons.load("clause_words")["telling_verbs"])
_WISHING_VERBS = frozenset(lexicons.load("clause_words")["wishing_verbs"])
_TO_US = re.compile(rf"\b(?:{_words('addressees')})\b")
_COMES_BACK = re.compile(r"\b(?:tilbage|videre|op)\b")
_ABOUT = re.compile(r"\bom\b")


def read_task(sentence: Examined, clause: Clause, state: str) -> None:
    part = sentence.part(clause)
    classes = clause.classes
    if clause.negated or "law" in sentence.blocked or calls_attention(part):
        return
    if "order" in classes and state in ("direct", "attached", "loose", "agreed", "decided"):
        read_order(sentence, clause, part)
        return
    if clause.lemma == "aftale" and state == "direct":
        if not sentence.has_complement(clause) and clause.form in ("part", "passpret", "pass"):
            sentence.fire("agreed-noun", F, 0.45, Subtype.ASSIGNMENT, part[:60])
        if clause.form != "pass":
            return
    if state == "direct" and "proposal" in sentence.blocked:
        return
    task = "task" in classes or "promise" in classes or "unknown" in classes
    future = cue("future").search(part, sentence.likely) is not None
    if (
        not task
        and clause.modal == "skulle"
        and not clause.modal_past
        and state == "direct"
        and (future or clause.form == "infpass")
    ):
        sentence.fire(
            "shall-" + ("time" if future else "passive"), F, 0.55 if future else 0.4, Subtype.ASSIGNMENT, part[:60]
        )
    if not task:
        if state in ("agreed", "ordered", "needed", "promised") and (clause.verb is not None or clause.kind == "inf"):
            sentence.fire(
                f"task-{state}-other",
                F,
                0.5,
                Subtype.ASSIGNMENT if state != "needed" else Subtype.IMPLICIT,
                part[:60],
            )
        return
    light = "light" in classes or "unknown" in classes
    phrasal = cue("phrasal").search(part, sentence.likely) is not None
    deliverable = cue("deliverable").search(part, sentence.likely) is not None
    concrete = 1.0 if not light or phrasal else (0.8 if future else 0.65 if deliverable else 0.35)
    told = clause.form == "pres" and not clause.modal and clause.lemma in _TELLING_VERBS
    if not future and clause.kind == "main" and ((told and "idet" not in sentence.lower) or _GOES_ON.search(part)):
        concrete *= 0.4
    if state == "decided":
        if clause.kind == "at" and clause.form in ("pres", "pass", "inf", "infpass"):
            sentence.fire("task-decided", F, 0.75 * concrete, Subtype.ASSIGNMENT, part[:60])
        elif clause.kind == "inf":
            sentence.fire("task-decided-inf", F, 0.4 * concrete, Subtype.ASSIGNMENT, part[:60])
        return
    if state in ("agreed", "ordered", "needed", "delegated", "promised"):
        subtype = Subtype.IMPLICIT if state == "needed" else Subtype.ASSIGNMENT
        sentence.fire(f"task-{state}", F, 0.85 * max(concrete, 0.7), subtype, part[:60])
        return
    if state == "reported":
        promise = "promise" in classes or (clause.lemma in ("vende", "melde", "komme", "følge") and phrasal)
        if clause.form in ("pres", "pass") and promise and (future or _TO_US.search(part)):
            sentence.fire("task-promised", F, 0.7, Subtype.ASSIGNMENT, part[:60])
        else:
            sentence.fire(
                "task-reported",
                F,
                0.2 if clause.form in ("pres", "pass", "inf", "infpass") else 0.05,
                Subtype.ASSIGNMENT,
                part[:60],
            )
        return
    if state not in ("direct", "attached", "loose"):
        return
    if state == "attached" and cue("condition").search(sentence.lower, sentence.likely):
        concrete *= 0.5
    read_plain_task(sentence, clause, part, concrete, future, deliverable)


def read_relative(sentence: Examined, clause: Clause) -> None:
    """``…, som vender tilbage med et forslag``; ``…, der bedes regne på det``: a task told of the unit just named."""
    part = sentence.part(clause)
    if clause.negated or not clause.classes:
        return
    if sentence.structure.words[clause.first].startswith("hv"):
        return
    present = clause.modal in ("skulle", "ville") and not clause.modal_past
    if clause.lemma in ("bede", "anmode", "pålægge") and clause.form == "pass":
        sentence.fire("relative-order", F, 0.8, Subtype.ASSIGNMENT, part[:60])
    elif "task" in clause.classes and clause.form == "infpass" and present:
        sentence.fire("relative-task", F, 0.6, Subtype.ASSIGNMENT, part[:60])
    elif (
        "task" in clause.classes
        and clause.form in ("pres", "inf")
        and clause.modal in ("", "skulle", "ville")
        and not clause.modal_past
    ):
        phrasal = "light" not in clause.classes or cue("phrasal").search(part, sentence.likely)
        timely = cue("future").search(part, sentence.likely)
        if clause.modal == "skulle" or (phrasal and (timely or _COMES_BACK.search(part))):
            sentence.fire("relative-task", F, 0.55, Subtype.ASSIGNMENT, part[:60])


def read_order(sentence: Examined, clause: Clause, part: str) -> None:
    if clause.subject == "member" or clause.form in ("perf", "passperf"):
        return
    content = sentence.has_complement(clause) or cue("deliverable").search(part, sentence.likely) or _ABOUT.search(part)
    if clause.lemma in ("bede", "anmode", "pålægge"):
        weight = 0.85 if content else 0.5
        if clause.subject in ("person", "thing") and clause.form == "pret":
            weight *= 0.6
    elif clause.lemma == "kræve" or clause.lemma in _WISHING_VERBS:
        weight = 0.7 if content else 0.35
        if clause.subject == "person":
            weight *= 0.4
    else:
        weight = 0.35 if content else 0.15
    if clause.form == "pret" and clause.subject in ("admin",):
        weight *= 0.5
    subtype = (
        Subtype.IMPLICIT
        if (clause.lemma == "forvente" or clause.lemma in _WISHING_VERBS) and clause.subject != "body"
        else Subtype.ASSIGNMENT
    )
    sentence.fire(f"order-{clause.lemma}-{clause.form or 'none'}", F, weight, subtype, part[:60])


def read_plain_task(
    sentence: Examined, clause: Clause, part: str, concrete: float, future: bool, deliverable: bool
) -> None:
    form, subject, modal = clause.form, clause.subject, clause.modal
    bonus = 1.0 if future or deliverable else 0.85
    if modal:
        if clause.modal_past and modal != "burde":
            return
        if modal == "ville" and subject in ("admin", "person", "body", ""):
            sentence.fire("task-will", F, 0.75 * concrete * bonus, Subtype.ASSIGNMENT, part[:60])
        elif modal == "ville" and form == "infpass":
            sentence.fire("task-will-passive", F, 0.6 * concrete * bonus, Subtype.ASSIGNMENT, part[:60])
        elif modal == "skulle":
            subtype = Subtype.ASSIGNMENT
            sentence.fire(
                f"task-shall-{form}",
                F,
                (0.7 if subject in ("admin", "person", "der", "body") else 0.6) * concrete * bonus,
                subtype,
                part[:60],
            )
        elif modal == "burde" and not _CONCRETE_BOER.search(part):
            sentence.fire(f"task-should-{form}", F, 0.65 * concrete * bonus, Subtype.IMPLICIT, part[:60])
        elif modal == "kunne" and (phrase := cue("future").search(part, sentence.likely)):
            sentence.fire("task-can", F, 0.2, Subtype.IMPLICIT, phrase.group())
        return
    if form == "pres":
        if subject in ("admin", "person"):
            sentence.fire(f"task-active-{subject}", F, 0.85 * concrete * bonus, Subtype.ASSIGNMENT, part[:60])
        elif subject == "body":
            sentence.fire("task-active-body", F, 0.65 * concrete * bonus, Subtype.ASSIGNMENT, part[:60])
        elif subject in ("", "thing") and concrete > 0.6:
            sentence.fire("task-active-other", F, 0.5 * concrete * bonus, Subtype.ASSIGNMENT, part[:60])
    elif form == "pass":
        sentence.fire(f"task-passive-{subject or 'none'}", F, 0.75 * concrete * bonus, Subtype.IMPLICIT, part[:60])
    elif form == "inf" and clause.main_at == clause.first and (deliverable or future):
        sentence.fire("task-infinitive-line", F, 0.5 * concrete, Subtype.ASSIGNMENT, part[:60])
