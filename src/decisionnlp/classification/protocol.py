"""What every classifier backend offers: one protocol, so that rules, linear and transformer models can be exchanged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, Self, runtime_checkable

from decisionnlp.classification.context import SentenceContext
from decisionnlp.document import Item, Label, Outcome, Subtype
from decisionnlp.slotted import Slotted

LABELS: tuple[Label, ...] = (Label.APPROVAL, Label.DECISION, Label.FOLLOW_UP)


@dataclass(frozen=True, slots=True)
class Gold:
    """What annotators gave a sentence: its labels, each with its subtype (None where unknown)."""

    labels: Mapping[Label, Subtype | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GoldItem:
    """An annotated item: its outcome, and which of the training sentences are its outcome sentences, in order."""

    item: Item
    outcome: Outcome
    group: str
    places: tuple[int, ...]
    weight: float = 1.0


@dataclass(slots=True)
class Prediction(Slotted):
    """What a classifier says of one sentence.

    ``probabilities`` holds a calibrated probability in [0, 1] for every label. ``labels`` are those above their thresholds
    (the others are abstained from), ``subtypes`` one per label given, ``by`` what gave each label: a rule id or a model's
    name and version. ``evidence`` may hold the probability of each subtype, in the order of ``item_numbers.ALL_SUBTYPES``, and
    ``endings`` for each outcome, in the order of ``item_numbers.OUTCOMES``, the logarithm of the chance that an item in which
    this is said ends so. ``scores`` may hold the first look at each label and then each subtype, as logits.
    """

    probabilities: Mapping[Label, float]
    labels: tuple[Label, ...] = ()
    subtypes: Mapping[Label, Subtype] = field(default_factory=dict)
    by: Mapping[Label, str] = field(default_factory=dict)
    evidence: tuple[float, ...] = ()
    endings: tuple[float, ...] = ()
    scores: tuple[float, ...] = ()


# An item, its outcome sentences, and what was predicted of each of them.
Told = tuple[Item, Sequence[SentenceContext], Sequence[Prediction]]


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that spoke for (``weight`` > 0) or against (< 0) a label; ``words`` says it for people, ``source`` is its id."""

    label: Label
    weight: float
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a sentence got its labels: the prediction and the reasons for and against, weightiest first."""

    prediction: Prediction
    reasons: tuple[Reason, ...] = ()

    def lines(self) -> list[str]:
        """The explanation as plain lines for a terminal."""
        found = []
        for label, probability in self.prediction.probabilities.items():
            given = "given" if label in self.prediction.labels else "not given"
            found.append(f"{label.value} {probability:.2f} ({given})")
            for reason in self.reasons:
                if reason.label is label:
                    found.append(
                        f"  {'+' if reason.weight > 0 else '-'} {reason.words} ({reason.weight:+.2f}, {reason.source})"
                    )
        return found


@runtime_checkable
class Classifier(Protocol):
    """A backend. ``groups`` name the body of each sentence: folds never split a body."""

    @property
    def name(self) -> str:
        """Its name among the models (``linear``)."""

    @property
    def version(self) -> str:
        """The version written into results (``1.0.0``)."""

    def fit(self, contexts: Sequence[SentenceContext], gold: Sequence[Gold], groups: Sequence[str]) -> Self:
        """Learn from annotated sentences; returns itself."""
        ...

    def predict(self, contexts: Sequence[SentenceContext]) -> list[Prediction]:
        """One prediction per context, in order. Sentences that are not eligible get no label."""
        ...

    def explain(self, context: SentenceContext, zone: Sequence[SentenceContext] = ()) -> Explanation:
        """The reasons for and against each label of one sentence, in words; ``zone`` are all sentences of its zone in order,
        for backends that look at them."""
        ...

    def save(self, directory: Path) -> None:
        """Write the model into ``directory`` (created if missing)."""
        ...

    @classmethod
    def load(cls, directory: Path) -> Self:
        """Read a model that ``save`` wrote.

        Raises:
            ModelError: a file is missing, unknown or altered.
        """
        ...


@runtime_checkable
class OutcomeJudge(Protocol):
    """A backend that also learned how items end. Backends without it leave that to ``outcomes.item_outcome``."""

    def judge(self, items: Sequence[Told]) -> list[tuple[Outcome, float]]:
        """The outcome of each item and its probability."""
        ...
