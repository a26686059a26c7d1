"""The ensemble backend: the linear model and an encoder, which err at different sentences, weighed against each other.

Stacked generalisation (Wolpert 1992) with as little as it can do: for each label a logistic regression over the two logits,
learned on bodies that neither member has seen. Subtypes and outcomes are the linear member's. Needs the ``transformers`` extra.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.firings import ANSWER
from decisionnlp.classification.item_numbers import ALL_SUBTYPES
from decisionnlp.classification.linear import LinearClassifier
from decisionnlp.classification.protocol import LABELS, Explanation, Gold, GoldItem, Prediction, Reason, Told
from decisionnlp.classification.transformer import TransformerClassifier
from decisionnlp.classification.transformer_settings import TransformerSettings
from decisionnlp.document import SUBTYPES, Label, Outcome, Subtype
from decisionnlp.errors import ModelError
from decisionnlp.models import verify, write_manifest, write_meta

_FORMAT = "decisionnlp-ensemble-1"
_LINEAR, _ENCODER = "linear", "transformer"
# Logits beyond this say no more than "sure", and would carry the sum alone.
_SUREST = 9.0


class EnsembleClassifier:
    """``weights`` ``[3, 3]``: for each label what the linear logit, the encoder's logit and 1 count; ``thresholds`` ``[3]``."""

    name = "ensemble"

    def __init__(self, settings: TransformerSettings | None = None, *, seed: int = 0) -> None:
        self.seed = seed
        self.version = "1.0.0"
        self.meta: dict[str, Any] = {}
        self.linear = LinearClassifier(seed=seed)
        self.encoder = TransformerClassifier(settings, seed=seed)
        self.weights: NDArray[np.float64] = np.zeros((len(LABELS), 3))
        self.thresholds: NDArray[np.float64] = np.full(len(LABELS), 0.5)

    @property
    def by(self) -> str:
        return f"{self.name}-{self.version}"

    def fit(
        self,
        contexts: Sequence[SentenceContext],
        gold: Sequence[Gold],
        groups: Sequence[str],
        *,
        weights: Sequence[float] | None = None,
        items: Sequence[GoldItem] = (),
    ) -> Self:
        """Learn both members on most bodies and the weighing on the rest, then the linear member again on all of them.

        Raises:
            ModelError: the encoder cannot be loaded, or there are too few bodies to hold some out.
        """
        from decisionnlp.classification.fitting import best_threshold, fit_linear, logistic
        from decisionnlp.classification.transformer_fitting import held_out_bodies
        from decisionnlp.classification.transformer_training import distinct_rows

        held = held_out_bodies(list(groups), self.encoder.settings.validation, self.seed)
        mass = [1.0] * len(contexts) if weights is None else list(weights)
        inside = [row for row, body in enumerate(groups) if body not in held]
        outside = [row for row, body in enumerate(groups) if body in held and contexts[row].eligible]
        rows = [contexts[row] for row in inside], [gold[row] for row in inside], [groups[row] for row in inside]
        self.linear = LinearClassifier(fit_linear(*rows, seed=self.seed, weights=[mass[row] for row in inside]))
        kept = distinct_rows(*rows)
        self.encoder.fit([rows[0][i] for i in kept], [rows[1][i] for i in kept], [rows[2][i] for i in kept])
        logits = self._logits([contexts[row] for row in outside])
        own = np.array([mass[row] for row in outside])
        for column, label in enumerate(LABELS):
            truth = np.array([float(label in gold[row].labels) for row in outside])
            found, bias = logistic(logits[:, column], truth, 1.0, own, self.seed)
            self.weights[column] = [*found, bias]
            chances = _sigmoid(logits[:, column] @ found + bias)
            self.thresholds[column] = best_threshold(chances, truth, own, self.seed)
        everything = fit_linear(contexts, gold, groups, seed=self.seed, weights=mass, items=items)
        self.linear = LinearClassifier(everything)
        self.meta |= {"held_out_bodies": sorted(held), "sentences_weighed": len(outside)}
        return self

    def _logits(self, contexts: Sequence[SentenceContext]) -> NDArray[np.float64]:
        """``[n, 3, 2]``: for each sentence and label, the logits of the linear member and of the encoder."""
        said = [member.predict(contexts) for member in (self.linear, self.encoder)]
        return np.array([[_logit_of(rows) for rows in pair] for pair in zip(*said, strict=True)]).swapaxes(1, 2)

    def predict(self, contexts: Sequence[SentenceContext]) -> list[Prediction]:
        """One prediction per context, in order. A line that is nothing but a formula stays as the linear member read it."""
        places = [place for place, context in enumerate(contexts) if context.eligible]
        found = list(self.linear.predict(contexts))
        if not places:
            return found
        encoded = self.encoder.predict([contexts[place] for place in places])
        for place, other in zip(places, encoded, strict=True):
            own = found[place]
            if any(by.startswith(ANSWER) for by in own.by.values()):
                continue
            pair = np.stack([_logit_of(own), _logit_of(other)], axis=1)
            chances = _sigmoid((pair * self.weights[:, :2]).sum(axis=1) + self.weights[:, 2])
            labels = tuple(
                label for label, chance, least in zip(LABELS, chances, self.thresholds, strict=True) if chance >= least
            )
            found[place] = replace(
                own,
                probabilities={label: round(float(c), 4) for label, c in zip(LABELS, chances, strict=True)},
                labels=labels,
                subtypes={label: own.subtypes.get(label) or _likeliest(own, label) for label in labels},
                by=dict.fromkeys(labels, self.by),
            )
        return found

    def judge(self, items: Sequence[Told]) -> list[tuple[Outcome, float]]:
        """The linear member's judgement of the items, with the labels both gave."""
        return self.linear.judge(items)

    def explain(self, context: SentenceContext, zone: Sequence[SentenceContext] = ()) -> Explanation:
        """The linear member's reasons, and what the encoder added to or took from each label, in logits."""
        told = self.linear.explain(context, zone)
        if not context.eligible:
            return told
        rows = list(zone) if context in zone else [context]
        prediction = self.predict(rows)[rows.index(context)]
        heard = _logit_of(self.encoder.predict([context])[0])
        added = [
            Reason(label, round(float(heard[i] * self.weights[i, 1]), 3), "what the encoder says", self.encoder.by)
            for i, label in enumerate(LABELS)
        ]
        return Explanation(prediction, tuple(sorted([*told.reasons, *added], key=lambda reason: -abs(reason.weight))))

    def save(self, directory: Path) -> None:
        """Both members in folders of their own, ``meta.json`` and a manifest of all files. No pickle is written."""
        self.linear.save(directory / _LINEAR)
        self.encoder.save(directory / _ENCODER)
        meta = {
            **self.meta,
            "format": _FORMAT,
            "name": self.name,
            "version": self.version,
            "backend": "ensemble",
            "seed": self.seed,
            "weights": self.weights.round(6).tolist(),
            "thresholds": self.thresholds.round(6).tolist(),
        }
        write_meta(directory, meta)
        write_manifest(directory)

    @classmethod
    def load(cls, directory: Path) -> Self:
        """A model that ``save`` wrote; every file is checked against the manifest first.

        Raises:
            ModelError: a file is missing, unknown or altered; MissingExtraError: torch or transformers is not installed.
        """
        verify(directory)
        try:
            meta = json.loads((directory / "meta.json").read_text(encoding="utf-8"))
            if meta.get("format") != _FORMAT:
                raise ModelError(f"{directory}: unknown format {meta.get('format')!r}")
            found = cls(seed=meta["seed"])
            found.version, found.meta = meta["version"], meta
            found.weights = np.array(meta["weights"], dtype=np.float64).reshape(len(LABELS), 3)
            found.thresholds = np.array(meta["thresholds"], dtype=np.float64).reshape(len(LABELS))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(f"{directory}: unreadable model ({error})") from error
        found.linear = LinearClassifier.load(directory / _LINEAR)
        found.encoder = TransformerClassifier.load(directory / _ENCODER)
        return found


def train_ensemble(
    contexts: Sequence[SentenceContext],
    gold: Sequence[Gold],
    groups: Sequence[str],
    *,
    output: Path,
    meta: dict[str, Any],
    seed: int,
    settings: TransformerSettings | None,
    weights: Sequence[float],
    items: Sequence[GoldItem],
) -> None:
    """Fit the ensemble and write its model directory; ``meta`` goes into its ``meta.json``.

    Raises:
        ModelError: as ``EnsembleClassifier.fit``; MissingExtraError: torch or transformers is not installed.
    """
    model = EnsembleClassifier(settings, seed=seed)
    model.fit(contexts, gold, groups, weights=weights, items=items)
    model.version = model.encoder.version = meta["version"]
    model.meta = {**meta, **model.meta}
    model.save(output)


def _logit_of(prediction: Prediction) -> NDArray[np.float64]:
    chances = np.clip([prediction.probabilities[label] for label in LABELS], 1e-9, 1 - 1e-9)
    return np.asarray(np.clip(np.log(chances / (1 - chances)), -_SUREST, _SUREST), dtype=np.float64)


def _sigmoid(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1.0 / (1.0 + np.exp(-scores)), dtype=np.float64)


def _likeliest(prediction: Prediction, label: Label) -> Subtype:
    """The subtype of ``label`` that the linear member finds likeliest, though it did not give the label."""
    return max(SUBTYPES[label], key=lambda subtype: prediction.evidence[ALL_SUBTYPES.index(subtype)])
