"""The transformer backend: any Hugging Face encoder, fine-tuned (or frozen) on sentences with their context.

torch and transformers (the ``transformers`` extra) are imported when a model is trained or used, never before.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from math import exp
from pathlib import Path
from typing import Any, Self

from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.protocol import LABELS, Explanation, Gold, Prediction, Reason
from decisionnlp.classification.rule_classifier import RulesClassifier
from decisionnlp.classification.transformer_encoder import Encoder, import_torch
from decisionnlp.classification.transformer_settings import TransformerSettings
from decisionnlp.document import SUBTYPES, Label, Subtype
from decisionnlp.errors import ModelError
from decisionnlp.models import verify, write_manifest, write_meta

_HEAD = "head.safetensors"
_ENCODER = "encoder"
# Reasons of less than this change of probability are not told.
_TOLD = 0.01


class TransformerClassifier:
    """An encoder with one sigmoid output per label, calibrated on bodies held out from training."""

    name = "transformer"

    def __init__(self, settings: TransformerSettings | None = None, *, seed: int = 0) -> None:
        self.settings = settings or TransformerSettings()
        self.seed = seed
        self.version = "1.0.0"
        self.meta: dict[str, Any] = {}
        self.thresholds = dict.fromkeys(LABELS, 0.5)
        self.scaling = dict.fromkeys(LABELS, (1.0, 0.0))
        self.encoder: Encoder | None = None
        self._head: Any = None
        self._rules = RulesClassifier()

    @property
    def by(self) -> str:
        return f"{self.name}-{self.version}"

    def _need(self) -> Encoder:
        if self.encoder is None:
            raise ModelError("the transformer classifier has not been fitted or loaded")
        return self.encoder

    def features(self, contexts: Sequence[SentenceContext]) -> Any:
        """``[contexts, width]`` float32: the encoder's vector of each sentence."""
        return self._need().features(contexts)

    # -- learning -------------------------------------------------------------------------------------------------------

    def fit(self, contexts: Sequence[SentenceContext], gold: Sequence[Gold], groups: Sequence[str]) -> Self:
        """Learn from eligible sentences; bodies are held out for early stopping, calibration and thresholds.

        Raises:
            ModelError: the encoder cannot be loaded, or there are too few bodies to hold one out.
        """
        from decisionnlp.classification.transformer_fitting import Learner, calibrate, held_out_bodies

        torch = import_torch()
        eligible = [row for row, context in enumerate(contexts) if context.eligible]
        if len({groups[row] for row in eligible}) < 2:
            raise ModelError("training needs sentences of at least two bodies")
        held = held_out_bodies([groups[row] for row in eligible], self.settings.validation, self.seed)
        parts = [[row for row in eligible if (groups[row] in held) is wanted] for wanted in (False, True)]
        train, watched = (([contexts[row] for row in part], [gold[row] for row in part]) for part in parts)
        self.encoder = Encoder.fetch(self.settings)
        torch.manual_seed(self.seed)
        self._head = torch.nn.Linear(self.encoder.width, len(LABELS)).to(self.encoder.device)
        vectors = (self.features(train[0]), self.features(watched[0])) if self.settings.freeze else None
        learner = Learner(self.encoder, self._head, self.settings, self.seed, train, watched, vectors)
        progress = learner.run()
        self.scaling, self.thresholds = calibrate(learner.watched_scores().tolist(), watched[1])
        counted = Counter((label, subtype) for row in train[1] for label, subtype in row.labels.items() if subtype)
        usual = {label.value: subtype.value for (label, subtype), _ in reversed(counted.most_common())}
        self.meta |= {
            "epochs": progress.epoch,
            "validation_loss": progress.best,
            "held_out_bodies": sorted(held),
            "usual_subtypes": usual,
        }
        return self

    # -- saying ---------------------------------------------------------------------------------------------------------

    def _probabilities(self, contexts: Sequence[SentenceContext]) -> list[dict[Label, float]]:
        if not contexts:
            return []
        torch = import_torch()
        vectors = self.features(contexts)
        with torch.inference_mode():
            rows = self._head(vectors.to(self._need().device)).float().cpu().tolist()
        return [
            {
                label: 1 / (1 + exp(-max(min(self.scaling[label][0] * score + self.scaling[label][1], 60.0), -60.0)))
                for label, score in zip(LABELS, scores, strict=True)
            }
            for scores in rows
        ]

    def predict(self, contexts: Sequence[SentenceContext]) -> list[Prediction]:
        """One prediction per context; subtypes are the rules' where they name one, else the label's most common."""
        eligible = [context for context in contexts if context.eligible]
        said = iter(zip(self._probabilities(eligible), self._rules.predict(eligible), strict=True))
        silent = Prediction(dict.fromkeys(LABELS, 0.0))
        found = []
        for context in contexts:
            if not context.eligible:
                found.append(silent)
                continue
            chances, ruled = next(said)
            labels = tuple(label for label in LABELS if chances[label] >= self.thresholds[label])
            subtypes: dict[Label, Subtype] = {label: ruled.subtypes.get(label, self._usual(label)) for label in labels}
            found.append(Prediction(chances, labels, subtypes, dict.fromkeys(labels, self.by)))
        return found

    def _usual(self, label: Label) -> Subtype:
        usual = self.meta.get("usual_subtypes", {}).get(label.value)
        return Subtype(usual) if usual else SUBTYPES[label][0]

    def explain(self, context: SentenceContext, zone: Sequence[SentenceContext] = ()) -> Explanation:
        """Occlusion: how the probability of each label changes when a word of the sentence is left out (Li et al. 2016).

        ``zone`` is not needed: the neighbours are part of what the encoder reads.
        """
        prediction = self.predict([context])[0]
        if not context.eligible:
            return Explanation(prediction)
        words = context.text.split()
        without = [
            replace(context, text=" ".join(words[:place] + words[place + 1 :]) or ".") for place in range(len(words))
        ]
        reasons = [
            Reason(
                label, prediction.probabilities[label] - chances[label], f"the word »{word}«", f"{self.by}:occlusion"
            )
            for word, chances in zip(words, self._probabilities(without), strict=True)
            for label in LABELS
        ]
        strong = [reason for reason in reasons if abs(reason.weight) >= _TOLD]
        return Explanation(prediction, tuple(sorted(strong, key=lambda reason: -abs(reason.weight))))

    # -- keeping --------------------------------------------------------------------------------------------------------

    def save(self, directory: Path) -> None:
        """The encoder and its tokenizer, the head, and ``meta.json``, with a manifest of checksums. No pickle is written."""
        encoder = self._need()
        from safetensors.torch import save_file

        directory.mkdir(parents=True, exist_ok=True)
        encoder.save(directory / _ENCODER)
        save_file({key: value.cpu().contiguous() for key, value in self._head.state_dict().items()}, directory / _HEAD)
        meta = {
            **self.meta,
            "name": self.name,
            "version": self.version,
            "backend": "transformer",
            "seed": self.seed,
            "settings": {**asdict(self.settings), "checkpoint": None},
            "thresholds": {label.value: value for label, value in self.thresholds.items()},
            "scaling": {label.value: list(value) for label, value in self.scaling.items()},
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
        torch = import_torch()
        from safetensors.torch import load_file

        try:
            meta = json.loads((directory / "meta.json").read_text(encoding="utf-8"))
            known = {field.name for field in fields(TransformerSettings)}
            settings = TransformerSettings(**{key: value for key, value in meta["settings"].items() if key in known})
            found = cls(replace(settings, device="auto"), seed=meta["seed"])
            found.version = meta["version"]
            found.meta = meta
            found.thresholds = {Label(key): value for key, value in meta["thresholds"].items()}
            found.scaling = {Label(key): (value[0], value[1]) for key, value in meta["scaling"].items()}
            weights = load_file(directory / _HEAD)
            head = torch.nn.Linear(weights["weight"].shape[1], len(LABELS))
            head.load_state_dict(weights)
        except (OSError, KeyError, ValueError, TypeError, RuntimeError) as error:
            raise ModelError(f"{directory}: not a transformer model: {(str(error).splitlines() or [''])[0]}") from error
        found.encoder = Encoder.load(directory / _ENCODER, found.settings)
        found._head = head.to(found.encoder.device)
        return found
