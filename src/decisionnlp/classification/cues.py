"""The lexicons of formulas and cues as patterns, of which a sentence is asked only for those that its words may hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from decisionnlp import lexicons
from decisionnlp.classification.prefilter import Filtered, Likely, Lookout
from decisionnlp.document import Label, Subtype

# The cues that are features of a sentence, whatever its rules say.
CUES = ("future", "deliverable", "phrasal", "condition", "minority")
REMARK = Filtered(r"\b(?:protokolbemærkning|mindretalsudtalelse|tilført (?:beslutnings)?protokollen)|[»„]|: ?[\"”“]")


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
def _formula_places() -> dict[Filtered, int]:
    return {formula.pattern: place for place, formula in enumerate(formulas())}


def formulas_to_try(likely: Likely) -> list[Formula]:
    """The formulas whose patterns are among those likely, in order."""
    places = _formula_places()
    known = formulas()
    return [known[place] for place in sorted([places[pattern] for pattern in likely if pattern in places])]


@cache
def cue(name: str) -> Filtered:
    return Filtered(lexicons.load("decision_cues")[name]["pattern"])


@cache
def lookout() -> Lookout:
    """Tells which formulas and cues a lower-case text may hold."""
    cues = [cue(name) for name in lexicons.load("decision_cues")]
    return Lookout([*cues, *(formula.pattern for formula in formulas()), REMARK])
