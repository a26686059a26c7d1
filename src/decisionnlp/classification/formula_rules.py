"""Formulas, weighed by the clause they stand in."""

from __future__ import annotations

from decisionnlp.classification.cues import Formula, cue
from decisionnlp.classification.examined import Examined
from decisionnlp.classification.operative import clause_state
from decisionnlp.document import Label, Subtype

A, F = Label.APPROVAL, Label.FOLLOW_UP


def read_formula(sentence: Examined, formula: Formula) -> None:
    if formula.id == "follow-person-brackets" and any(
        "defer" in clause.classes for clause in sentence.structure.clauses
    ):
        return  # "Punktet udsættes (Ib, Lis)": who is to be there
    if formula.whole_line:
        match = formula.pattern.search(sentence.own, sentence.likely)
        if match and "proposal" not in sentence.blocked:
            sentence.fire(formula.id, formula.label, formula.weight, formula.subtype, match.group()[:60])
        return
    match = formula.pattern.search(sentence.lower, sentence.likely)
    if match is None or match.end() <= sentence.own_start:
        return
    clause = sentence.structure.clause_at(match.start())
    if clause is None:
        return
    index = sentence.structure.clauses.index(clause)
    state = clause_state(sentence, index, clause)
    weight, subtype = formula.weight, formula.subtype
    # "Nyt medlem er …": the member is who is elected, not who wishes
    elected = state == "not-member" and subtype is Subtype.APPOINTED and clause.form == "pres"
    # "kunne ikke samle flertal", "skal en tur mere": there the modal tells the outcome
    modal_outcome = (clause.negated and subtype is Subtype.REJECTED) or (
        subtype in (Subtype.RETURNED, Subtype.DEFERRED) and clause.modal == "skulle" and not clause.modal_past
    )
    if state.startswith("not") and not elected:
        weight *= 0.15
    elif state in ("reported", "nested"):
        weight *= 0.3
    elif ("proposal" in sentence.blocked and formula.id != "recommend-passive") or "competence" in sentence.blocked:
        weight *= 0.25
    elif "earlier" in sentence.blocked and formula.label is not F:
        weight *= 0.3
    if formula.label is F:
        if clause.negated or (
            clause.form in ("pret", "perf", "passpret", "passperf")
            and formula.id not in ("follow-need", "follow-wish-noun")
        ):
            weight *= 0.2
        if clause.modal and clause.modal == "kunne":
            weight *= 0.3
    elif clause.negated and formula.label is A:
        weight *= 0.1
    elif not modal_outcome and (
        clause.modal in ("skulle", "burde")
        or (clause.modal == "kunne" and clause.modal_past and clause.subject != "body")
    ):
        weight *= 0.3
    if (
        formula.label is A
        and subtype is Subtype.ADOPTED
        and cue("condition").search(sentence.lower[match.start() :], sentence.likely)
        and "uden bemærkning" not in sentence.lower
    ):
        subtype = Subtype.CONDITIONAL
    sentence.fire(formula.id, formula.label, weight, subtype, match.group()[:60])
