"""The lexicons of formulas and cues as patterns, of which a sentence is asked only for those that its words may hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from decisionnlp import lexicons
from decisionnlp.classification.prefilter import Filtered, Likely, Lookout
from decisionnlp.classification.whole_answers import answer_keys
from decisionnlp.document import Label, Subtype

# The cues that are features of a sentence, whatever its rules say.
CUES = ("future", "deliverable", "phrasal", "condition", "minority")
REMARK = Filtered(rf"\b(?:{lexicons.alternatives('clause_words', 'remarks')})|[»„]|: ?[\"”“]")


@dataclass(frozen=True, slots=True)
class Formula:
    id: str
    label: Label
    subtype: Subtype
    weight: float
    whole_line: bool
    pattern: Filtered


@cache
def formulas() -> tuple[Formula, ...]:
    return tuple(
        Formula(
            row["id"],
            Label(row["label"]),
            Subtype(row["subtype"]),
            row["weight"],
            row["gate"] == "line",
            Filtered(row["pattern"]),
        )
        for row in lexicons.load("decision_formulas")["formula"]
    )


@cache
def _by_pattern() -> dict[Filtered, Formula]:
    return {formula.pattern: formula for formula in formulas()}


def formulas_to_try(likely: Likely) -> list[Formula]:
    """The formulas whose patterns are among those likely, in order."""
    known = _by_pattern()
    return [known[pattern] for pattern in likely if pattern in known]


@cache
def cue(name: str) -> Filtered:
    return Filtered(lexicons.load("decision_cues")[name]["pattern"])


@cache
def _feature_cues() -> tuple[tuple[str, Filtered], ...]:
    return tuple((name, cue(name)) for name in CUES)


def cues_of(lower: str, likely: Likely) -> tuple[str, ...]:
    """Those of ``CUES`` that a lower-case text holds, a part of one whose ``likely`` patterns are known."""
    return tuple([name for name, pattern in _feature_cues() if pattern in likely and pattern.search(lower, likely)])


@cache
def lookout() -> Lookout:
    """Tells which formulas, cues and keys of whole answers a lower-case text may hold."""
    cues = [cue(name) for name in lexicons.load("decision_cues")]
    return Lookout([*cues, *(formula.pattern for formula in formulas()), REMARK, *answer_keys()])
