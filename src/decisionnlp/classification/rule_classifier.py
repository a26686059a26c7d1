"""The rule floor as a classifier: the surest rule for a label gives its probability."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.firings import ANSWER, Firing, Reading
from decisionnlp.classification.protocol import LABELS, Explanation, Gold, Prediction, Reason
from decisionnlp.classification.rules import read
from decisionnlp.document import Label, Subtype
from decisionnlp.errors import ModelError
from decisionnlp.models import verify, write_manifest, write_meta

A, D, F = Label.APPROVAL, Label.DECISION, Label.FOLLOW_UP
_NOTHING = Prediction(dict.fromkeys(LABELS, 0.0))
# Formulas whose verb is the outcome itself, and the rules that would read the same verb as a task.
_ACT_ITSELF = frozenset(
    {"defer-again", "defer-shelf", "defer-decide-later", "defer-next-meeting", "return-another-turn", "refer-onwards"}
    | {"resolve-amount", "choose-becomes", "delegate-hands", "delegate-leave", "withdraw-pulled", "reject-no-further"}
    | {"resolve-we", "resolve-no-more", "resolve-placed", "reject-plain-words", "choose-side"}
)
_VERB_ALONE = frozenset(
    {
        "task-passive-thing",
        "task-passive-matter",
        "task-passive-der",
        "task-active-body",
        "follow-up-on",
        "follow-ready",
    }
)
_FORMAT = "decisionnlp-rules-1"


class RulesClassifier:
    """Formulas and clause structure. ``fit`` learns how often each rule is right; without it the lexicons' weights stand."""

    name = "rules"
    version = "1.0.0"

    def __init__(self, precisions: dict[str, float] | None = None, threshold: float = 0.5) -> None:
        self.precisions = precisions or {}
        self.threshold = threshold

    def fit(self, contexts: Sequence[SentenceContext], gold: Sequence[Gold], groups: Sequence[str]) -> Self:
        """Replace each rule's weight by its precision on the corpus, drawn towards the weight where it fired seldom."""
        counts: dict[str, tuple[int, int, float]] = {}
        for context, truth in zip(contexts, gold, strict=True):
            if not context.eligible:
                continue
            best: dict[str, float] = {}
            for firing in read(context).firings:
                if firing.label is not None and firing.weight > 0:
                    key = f"{firing.label.value}/{firing.rule}"
                    best[key] = max(best.get(key, 0.0), firing.weight)
            for key, weight in best.items():
                hits, seen, total = counts.get(key, (0, 0, 0.0))
                right = Label(key.split("/")[0]) in truth.labels
                counts[key] = (hits + right, seen + 1, total + weight)
        prior = 6.0
        self.precisions = {
            key: round((hits + prior * total / seen) / (seen + prior) / (total / seen), 4)
            for key, (hits, seen, total) in sorted(counts.items())
        }
        return self

    def predict(self, contexts: Sequence[SentenceContext]) -> list[Prediction]:
        return [self.decide(read(context)) if context.eligible else _NOTHING for context in contexts]

    def weigh(self, firing: Firing) -> float:
        if firing.label is None:
            return firing.weight
        return min(firing.weight * self.precisions.get(f"{firing.label.value}/{firing.rule}", 1.0), 0.99)

    def decide(self, reading: Reading) -> Prediction:
        """The labels of one sentence from what fired, with the conventions' tie-breaks."""
        best: dict[Label, tuple[float, Firing]] = {}
        brake = min(
            (
                -firing.weight
                for firing in reading.firings
                if firing.label is None and firing.rule in ("question", "vote", "no-act")
            ),
            default=0.0,
        )
        formula = next((firing for firing in reading.firings if firing.rule.startswith(ANSWER)), None)
        for firing in (formula,) if formula else reading.firings:
            if firing.label is None:
                continue
            weight = self.weigh(firing) * (1 - brake)
            if firing.label not in best or weight > best[firing.label][0]:
                best[firing.label] = (weight, firing)
        probabilities = {label: best[label][0] if label in best else 0.0 for label in LABELS}
        _break_ties(probabilities, best)
        given = tuple(label for label in LABELS if probabilities[label] >= self.threshold)
        subtypes: dict[Label, Subtype] = {}
        for label in given:
            subtype = best[label][1].subtype
            if subtype is not None:
                subtypes[label] = subtype
        return Prediction(
            {label: round(value, 4) for label, value in probabilities.items()},
            given,
            subtypes,
            {label: best[label][1].rule for label in given},
        )

    def explain(self, context: SentenceContext, zone: Sequence[SentenceContext] = ()) -> Explanation:
        if not context.eligible:
            return Explanation(_NOTHING)
        reading = read(context)
        reasons: list[Reason] = []
        for firing in reading.firings:
            weight = self.weigh(firing)
            for label in LABELS if firing.label is None else (firing.label,):
                direction = "speaks against" if firing.weight < 0 else "speaks for"
                subtype = f" ({firing.subtype.value})" if firing.subtype else ""
                reasons.append(
                    Reason(label, weight, f"“{firing.words}” {direction} {label.value}{subtype}", firing.rule)
                )
        reasons.sort(key=lambda reason: -abs(reason.weight))
        return Explanation(self.decide(reading), tuple(reasons))

    def save(self, directory: Path) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        meta = {"name": self.name, "version": self.version, "backend": "rules"}
        write_meta(directory, meta)
        content = {"format": _FORMAT, "threshold": self.threshold, "precisions": self.precisions}
        (directory / "rules.json").write_text(
            json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8"
        )
        write_manifest(directory)

    @classmethod
    def load(cls, directory: Path) -> Self:
        verify(directory)
        try:
            content = json.loads((directory / "rules.json").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise ModelError(f"{directory}: no readable rules.json") from error
        if content.get("format") != _FORMAT:
            raise ModelError(f"{directory}: unknown format {content.get('format')!r}")
        return cls(
            {str(key): float(value) for key, value in content["precisions"].items()}, float(content["threshold"])
        )


def _break_ties(probabilities: dict[Label, float], best: dict[Label, tuple[float, Firing]]) -> None:
    """Conventions: an accepted text is APPROVAL, also with a change; a bare deferral is no task; an agreed task no decision."""
    rules = {label: found[1].rule for label, found in best.items()}
    subtypes = {label: found[1].subtype for label, found in best.items()}
    if probabilities[A] >= 0.5 and probabilities[D] >= 0.5:
        same_words = best[A][1].words[:12] == best[D][1].words[:12]
        adopted_back = rules[A] in ("adopt-sent-back-with-resolution", "recommend-sent-with")
        if (
            adopted_back
            or rules[D] in ("decided-inf", "decided-noun", "resolve-announced")
            or (same_words and subtypes[D] is Subtype.OWN_RESOLUTION)
        ):
            probabilities[D] = min(probabilities[D], 0.3)
        elif subtypes[D] is Subtype.REJECTED and same_words:
            probabilities[A] = min(probabilities[A], 0.2)
        elif subtypes[D] is Subtype.CHOSEN_OPTION and same_words:
            probabilities[A] = min(probabilities[A], 0.3)
    if (
        probabilities[D] >= 0.5
        and probabilities[F] >= 0.5
        and subtypes[D] in (Subtype.DEFERRED, Subtype.REFERRED, Subtype.WITHDRAWN)
        and best[F][1].rule.startswith(("task-passive", "task-active-other", "follow-nominal", "task-infinitive"))
    ):
        probabilities[F] = min(probabilities[F], 0.3)
    if (
        probabilities[D] >= 0.5
        and probabilities[F] >= 0.5
        and rules[D] in _ACT_ITSELF
        and rules[F] in _VERB_ALONE
        and probabilities[D] >= probabilities[F] - 0.1
    ):
        probabilities[F] = min(probabilities[F], 0.3)
    if probabilities[D] >= 0.5 and probabilities[F] >= 0.5 and rules[D] in ("agreed-policy",):
        probabilities[D] = 0.2
    if (
        probabilities[F] >= 0.5
        and probabilities[A] >= 0.5
        and rules[F].startswith(("task-passive", "task-decided-inf", "task-active-other"))
        and best[F][1].words[:12] == best[A][1].words[:12]
    ):
        probabilities[F] = min(probabilities[F], 0.3)
