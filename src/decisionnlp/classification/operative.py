"""Whether a clause is *operative*: this body, at this meeting, really does what it says."""

from __future__ import annotations

import re
from functools import partial

from decisionnlp import lexicons
from decisionnlp.classification.clauses import Clause
from decisionnlp.classification.examined import Examined

_words = partial(lexicons.alternatives, "clause_words")
_AGREED = re.compile(rf"\b(?:{_words('agreed')})\b")
# "Kulturudvalget, 9. januar, pkt. 12: Anbefales."
_HISTORY = re.compile(rf"^[\w -]*(?:{_words('earlier_bodies')}),? (?:den |d\. )?\d{{1,2}}[.-]")
_DIGIT = re.compile(r"\d")
# "F og Ø kan ikke …", "A, B og V anbefaler …": party letters as the subject.
_PARTIES = re.compile(rf"^(?:liste )?(?!i )[a-zæøå]\b(?:(?:, | og | samt )[a-zæøå]\b)* (?:{_words('party_acts')})\b")
_WANTS = re.compile(rf"\b(?:{_words('wants')})\b")
# "Rektor orienterede om:", "Nyt fra formanden:": what the list under it tells is told.
_TELLING_LEAD = re.compile(rf"\b(?:{_words('telling_leads')})\b[^.]*$")
_CALLS_ATTENTION = re.compile(rf"\b(?:{_words('calling_attention')}) (?:\w+ ){{0,2}}opmærksom\b")
_DECIDING = re.compile(r"\bbeslutning(?:en)?\b(?: \w+){0,2}$")
_MANDATE = re.compile(rf"\b(?:{_words('mandates')})\b")
_NEEDED = re.compile(r"\b(?:brug|behov) for\b")
_ATTACHES = re.compile(rf"\b(?:{_words('attaching')})\b")


def calls_attention(words: str) -> bool:
    """``gør opmærksom på``: what follows is told, not done."""
    return "opmærksom" in words and _CALLS_ATTENTION.search(words) is not None


def clause_state(sentence: Examined, index: int, clause: Clause) -> str:
    """Whether the clause is operative: ``direct``, ``decided`` or ``agreed`` (through its governor), else why not."""
    known = sentence.operative.get(index)
    if known is None:
        known = sentence.operative[index] = _find_state(sentence, index, clause)
    return known


def _find_state(sentence: Examined, index: int, clause: Clause) -> str:
    if clause.kind in ("if", "when", "cause", "though", "rel", "ask", "purpose"):
        return f"not-{clause.kind}"
    if sentence.quoted(clause):
        return "not-quoted"
    if clause.kind in ("at", "inf"):
        return _governed(sentence, clause)
    if clause.subject == "member" or (_PARTIES.match(sentence.part(clause)) and "flertal" not in sentence.lower):
        return "not-member"
    if sentence.history is None:
        sentence.history = _DIGIT.search(sentence.own) is not None and _HISTORY.match(sentence.own) is not None
    if sentence.history:
        return "not-earlier"
    if "earlier" in sentence.blocked and (clause.form in ("pret", "passpret", "perf", "passperf", "part")):
        return "not-earlier"
    if sentence.told_elsewhere(clause):
        return "not-earlier"
    if clause.start >= sentence.own_start > 0 and _TELLING_LEAD.search(
        sentence.lower[: sentence.own_start].rstrip(" :,–-")
    ):
        return "reported"
    if sentence.foreign(clause):
        return "not-foreign"
    if (
        clause.modal == "skulle"
        and clause.subject in ("body", "matter", "thing")
        and clause.form in ("inf", "infpass")
        and clause.modal_past
    ):
        return "not-modal"
    return "direct"


def _governed(sentence: Examined, clause: Clause) -> str:
    if clause.governor < 0:
        # an "at" line without its lead: the indstilling's form, here an answer only by its neighbours
        return "direct" if clause.kind == "at" and sentence.own_start else "loose"
    governor = sentence.structure.clauses[clause.governor]
    upper = clause_state(sentence, clause.governor, governor)
    words = sentence.part(governor)
    if upper.startswith("not"):
        return upper
    if governor.negated and governor.lemma in ("beslutte", "ønske", "aftale", "vedtage"):
        return "not-negated"
    classes = governor.classes
    if governor.lemma in ("beslutte", "vedtage", "bestemme", "vælge") or (
        "beslutning" in words and _DECIDING.search(words)
    ):
        if governor.subject in ("admin",) and governor.form in ("pret", "pres") and "enig" not in words:
            return "not-admin"
        return "decided"
    if governor.lemma in ("aftale", "enes") or _AGREED.search(words):
        return "agreed"
    if "order" in classes or governor.lemma == "bede" or _WANTS.search(words):
        if governor.subject == "member" or (governor.subject == "person" and governor.form in ("pres", "pret", "perf")):
            return "not-member"
        return "ordered"
    if _MANDATE.search(words):
        return "delegated"
    if _NEEDED.search(words):
        return "needed"
    if "delegate" in classes:
        return "delegated"
    if (
        governor.lemma in ("anbefale", "indstille")
        and "proposal" not in sentence.blocked
        and governor.subject != "admin"
    ):
        return "recommended"
    if governor.lemma == "foreslå" or "propose" in classes:
        return "not-proposal"
    if governor.lemma == "love":
        return "promised"
    if "report" in classes or governor.lemma in ("tilkendegive", "forvente") or calls_attention(words):
        return "reported"
    if upper in ("decided", "agreed", "ordered"):
        return upper
    if _ATTACHES.search(words) or not governor.lemma:
        return "attached"
    return "nested"


def performs(sentence: Examined, clause: Clause, state: str) -> float:
    """How sure it is that the clause performs its verb: 0 where it doesn't."""
    if state in ("decided", "agreed"):
        return 1.0 if clause.form not in ("pret", "perf") else 0.3
    if state == "recommended":
        return 0.9
    if state != "direct":
        return 0.0
    if "proposal" in sentence.blocked or "competence" in sentence.blocked:
        return 0.15
    form, subject = clause.form, clause.subject
    if form == "part":
        return 1.0 if subject in ("", "matter", "thing", "der", "person", "admin", "body") else 0.4
    if clause.modal:
        if clause.modal == "kunne" and form == "inf" and subject in ("body", "person", ""):
            return 0.95
        if clause.modal == "kunne" and form == "infpass":
            return 0.1 if " først " in sentence.part(clause) else 0.75
        if clause.modal == "ville" and subject == "body":
            return 0.6
        return 0.1
    if form in ("pass", "passpret"):
        return 0.95 if subject != "person" else 0.7
    if form == "passperf":
        return 0.7
    if form in ("pres", "pret"):
        if subject == "body":
            return 0.95
        if subject in ("", "adverbial"):
            return 0.6
        return 0.2 if subject in ("admin", "person", "matter", "thing") else 0.3
    if form == "perf":
        return 0.35 if subject == "body" else 0.1
    return 0.3 if form == "inf" else 0.0
