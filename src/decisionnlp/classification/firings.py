"""What the rules say of a sentence: each firing names its rule, its label and its weight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from decisionnlp.classification.structure import Structure
from decisionnlp.document import Label, Subtype
from decisionnlp.slotted import Slotted

# A line that is nothing but a formula: the rule's id begins so, and nothing else about the line counts.
ANSWER = "answer-"
ANSWER_WEIGHT = 0.97


class Firing(NamedTuple):
    """A rule that spoke: for ``label`` with ``weight`` in (0, 1], or against it (negative; ``label`` None = all labels)."""

    rule: str
    label: Label | None
    weight: float
    subtype: Subtype | None = None
    words: str = ""


@dataclass(slots=True)
class Reading(Slotted):
    """A sentence as the rules read it: its structure (with the list's lead before it), where its own words begin, what fired,
    and the cues of ``CUES`` in its own words."""

    structure: Structure
    own_start: int
    firings: tuple[Firing, ...]
    cues: tuple[str, ...]
