"""A sentence while the rules read it: its structure and place, what fired so far, and the questions that rules share."""

from __future__ import annotations

import re

from decisionnlp import lexicons
from decisionnlp.classification.clauses import Clause
from decisionnlp.classification.cues import REMARK
from decisionnlp.classification.firings import Firing
from decisionnlp.classification.prefilter import Likely
from decisionnlp.classification.structure import Structure
from decisionnlp.document import Label, Subtype

# Names that any body goes by: said of none other than the one that meets.
_GENERAL_BODIES = frozenset(lexicons.load("decision_subjects")["body"]["general"])
_BODY_NAMES = tuple(lexicons.load("clause_words")["body_names"])
# "På regionsmødet blev det vedtaget …": said of a meeting that is not this one.
_OTHER_MEETING = re.compile(
    rf"^på (?:\w+s )?(\w{{4,}}(?:møde|mødet)) (?:\w+ ){{0,2}}?(?:{lexicons.alternatives('clause_words', 'elsewhere_acts')})\b"
)


class Examined:
    """One sentence under examination. ``own`` are its own words in lower case, without the lead of its list; ``blocked`` says
    what speaks against the whole sentence (see ``rules.py``); ``operative`` keeps the state of each clause, ``history`` whether an earlier body's decision is quoted (``operative.py``)."""

    def __init__(
        self,
        structure: Structure,
        likely: Likely,
        firings: list[Firing],
        *,
        text: str,
        line: str,
        own: str,
        own_start: int,
        lead: str | None,
        heading: str | None,
        body: str | None,
    ) -> None:
        self.structure = structure
        self.lower = structure.lower
        self.likely = likely
        self.firings = firings
        self.text = text
        self.line = line
        self.own = own.lower()
        self.own_start = own_start
        self.lead = lead or ""
        self.heading = heading or ""
        self.body = (body or "").lower()
        self.remark: int | None = None
        self.history: bool | None = None
        self.operative: dict[int, str] = {}
        self.blocked: dict[str, str] = {}

    def fire(
        self, rule: str, label: Label | None, weight: float, subtype: Subtype | None = None, words: str = ""
    ) -> None:
        self.firings.append(Firing(rule, label, round(weight, 3), subtype, words))

    def part(self, clause: Clause) -> str:
        return self.lower[clause.start : clause.end]

    def foreign(self, clause: Clause) -> bool:
        """Whether the clause's subject is a body other than the one that meets."""
        if clause.subject != "body" or not self.body:
            return False
        for word in clause.subject_words:
            if word in _GENERAL_BODIES:
                return False
            if word.endswith(_BODY_NAMES):
                return word.removesuffix("et").removesuffix("en")[:6] not in self.body and word[:6] not in self.body
        return False

    def told_elsewhere(self, clause: Clause) -> bool:
        """Whether the sentence opens with another meeting than this body's, and the clause tells what was done there."""
        match = _OTHER_MEETING.match(self.lower) if self.lower.startswith("på ") else None
        if match is None or clause.form not in ("pret", "passpret", "perf", "passperf"):
            return False
        return match.group(1)[:6] not in self.body and match.group(1)[:4] not in ("dett", "sids", "dagens")

    def quoted(self, clause: Clause) -> bool:
        """Inside a remark that a member had entered in the minutes, or in quotation marks."""
        if self.remark is None:
            match = REMARK.search(self.lower, self.likely)
            self.remark = match.start() if match else len(self.lower)
        return clause.start >= self.remark

    def has_complement(self, clause: Clause) -> bool:
        clauses = self.structure.clauses
        mine = clauses.index(clause)
        return any(other.governor == mine and other.kind in ("at", "inf") for other in clauses)
