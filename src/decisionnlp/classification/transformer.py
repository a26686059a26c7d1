"""The transformer backend: any Hugging Face encoder, fine-tuned on sentences with their context.

torch and transformers (the ``transformers`` extra) are imported when a model is trained or used, never before. Weights are read
from safetensors (or, once frozen, from a GGUF file) only; nothing is fetched unless ``local_files_only`` is turned off.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Self

from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.protocol import LABELS, Explanation, Gold, Prediction, Reason
from decisionnlp.classification.rule_classifier import RulesClassifier
from decisionnlp.classification.transformer_windows import Window, windows
from decisionnlp.document import SUBTYPES, Label, Subtype
from decisionnlp.errors import MissingExtraError, ModelError
from decisionnlp.models import verify, write_manifest

_HEAD = "head.safetensors"
_ENCODER = "encoder"


@dataclass(frozen=True, slots=True)
class TransformerSettings:
    """How an encoder is fine-tuned.

    ``encoder``: a local folder or a hub id; ``revision`` pins the latter. ``pooling``: ``mean`` over the sentence's own tokens, or
    ``first``. ``freeze`` trains the head alone. ``patience``: epochs without a better validation loss before stopping.
    ``bf16``: ``auto`` uses it where the device has it. ``checkpoint``: a folder to resume from and to save into each epoch.
    """

    encoder: str = ""
    revision: str | None = None
    local_files_only: bool = True
    gguf_file: str | None = None
    pooling: str = "mean"
    length: int = 256
    stride: int = 64
    epochs: int = 10
    batch: int = 16
    learning_rate: float = 3e-5
    head_learning_rate: float = 1e-3
    weight_decay: float = 0.01
    warmup: float = 0.1
    patience: int = 3
    validation: float = 0.15
    freeze: bool = False
    bf16: str = "auto"
    device: str = "auto"
    checkpoint: str | None = None
    progress: bool = True


def _torch() -> Any:
    try:
        import torch
        import transformers
    except ImportError as error:
        raise MissingExtraError("the transformer backend", "transformers") from error
    transformers.logging.set_verbosity_error()
    return torch


class TransformerClassifier:
    """A fine-tuned encoder with one sigmoid output per label, calibrated on bodies held out from training."""

    name = "transformer"

    def __init__(self, settings: TransformerSettings | None = None, *, seed: int = 0) -> None:
        self.settings = settings or TransformerSettings()
        if self.settings.pooling not in ("mean", "first"):
            raise ValueError(f"pooling must be 'mean' or 'first', not {self.settings.pooling!r}")
        self.seed = seed
        self.version = "1.0.0"
        self.meta: dict[str, Any] = {}
        self.thresholds = dict.fromkeys(LABELS, 0.5)
        self.scaling = dict.fromkeys(LABELS, (1.0, 0.0))
        self._encoder: Any = None
        self._head: Any = None
        self._tokenizer: Any = None
        self._rules = RulesClassifier()

    # -- loading --------------------------------------------------------------------------------------------------------

    def _device(self) -> Any:
        torch = _torch()
        wanted = self.settings.device
        return torch.device(("cuda" if torch.cuda.is_available() else "cpu") if wanted == "auto" else wanted)

    def _prepare(self) -> None:
        """The encoder, its tokenizer and a fresh head."""
        torch = _torch()
        from transformers import AutoModel, AutoTokenizer

        settings = self.settings
        if not settings.encoder:
            raise ModelError("the transformer backend needs an encoder: a local folder or a hub id with a revision")
        if not settings.local_files_only and not settings.revision and not Path(settings.encoder).exists():
            raise ModelError(f"{settings.encoder}: a model from the hub needs a pinned revision")
        options: dict[str, Any] = {"revision": settings.revision, "local_files_only": settings.local_files_only}
        if settings.gguf_file:
            options["gguf_file"] = settings.gguf_file
        try:
            self._tokenizer = AutoTokenizer.from_pretrained(settings.encoder, **options)
            if not settings.gguf_file:
                options["use_safetensors"] = True
            self._encoder = AutoModel.from_pretrained(settings.encoder, trust_remote_code=False, **options)
        except (OSError, ValueError) as error:
            raise ModelError(f"{settings.encoder}: cannot be loaded: {str(error).splitlines()[0]}") from error
        if self._tokenizer.pad_token_id is None:
            self._tokenizer.pad_token = self._tokenizer.eos_token or self._tokenizer.unk_token
        width = int(self._encoder.config.get_text_config().hidden_size)
        torch.manual_seed(self.seed)
        self._head = torch.nn.Linear(width, len(LABELS))
        self._to_device()

    def _to_device(self) -> None:
        self._encoder.to(self._device())
        self._head.to(self._device())

    def _precision(self) -> Any:
        torch = _torch()
        device = self._device()
        has = device.type == "cuda" and torch.cuda.is_bf16_supported()
        if self.settings.bf16 == "never" or (self.settings.bf16 == "auto" and not has):
            return nullcontext()
        return torch.autocast(device.type, dtype=torch.bfloat16)

    # -- reading --------------------------------------------------------------------------------------------------------

    def _batches(
        self, rows: Sequence[Sequence[Window]], order: Sequence[int]
    ) -> Iterator[tuple[list[int], Any, Any, Any]]:
        """Rows of each window, and ``[windows, length]`` ids, attention and own-token masks."""
        torch = _torch()
        device = self._device()
        pad = int(self._tokenizer.pad_token_id or 0)
        for start in range(0, len(order), self.settings.batch):
            chosen = order[start : start + self.settings.batch]
            flat = [(row, window) for row in chosen for window in rows[row]]
            longest = max(len(window.ids) for _, window in flat)
            ids = torch.full((len(flat), longest), pad, dtype=torch.long)
            attention = torch.zeros((len(flat), longest), dtype=torch.long)
            own = torch.zeros((len(flat), longest), dtype=torch.float32)
            for place, (_, window) in enumerate(flat):
                ids[place, : len(window.ids)] = torch.tensor(window.ids)
                attention[place, : len(window.ids)] = 1
                own[place, : len(window.own)] = torch.tensor(window.own, dtype=torch.float32)
            yield [row for row, _ in flat], ids.to(device), attention.to(device), own.to(device)

    def _logits(self, rows: list[int], ids: Any, attention: Any, own: Any) -> tuple[list[int], Any]:
        """The distinct rows and ``[rows, labels]`` logits: windows of one sentence weighted by how many of its tokens they hold."""
        torch = _torch()
        with torch.set_grad_enabled(torch.is_grad_enabled() and not self.settings.freeze):
            states = self._encoder(input_ids=ids, attention_mask=attention).last_hidden_state.float()
        if self.settings.pooling == "first":
            pooled = states[:, 0]
        else:
            pooled = (states * own.unsqueeze(-1)).sum(1) / own.sum(1, keepdim=True).clamp(min=1)
        scores = self._head(pooled)
        distinct = list(dict.fromkeys(rows))
        if len(distinct) == len(rows):
            return distinct, scores
        place = torch.tensor([distinct.index(row) for row in rows], device=scores.device)
        weight = own.sum(1, keepdim=True).clamp(min=1)
        total = torch.zeros((len(distinct), scores.shape[1]), device=scores.device).index_add(0, place, scores * weight)
        mass = torch.zeros((len(distinct), 1), device=scores.device).index_add(0, place, weight)
        return distinct, total / mass

    def _windows(self, contexts: Sequence[SentenceContext]) -> list[list[Window]]:
        return [windows(c, self._tokenizer, length=self._length(), stride=self.settings.stride) for c in contexts]

    def _length(self) -> int:
        limit = getattr(self._encoder.config.get_text_config(), "max_position_embeddings", self.settings.length)
        # RoBERTa's positions start behind the padding index: two of them are never used.
        return min(self.settings.length, int(limit) - 2)

    def _raw(self, contexts: Sequence[SentenceContext]) -> list[list[float]]:
        """``[contexts, labels]`` logits."""
        torch = _torch()
        rows = self._windows(contexts)
        order = sorted(range(len(rows)), key=lambda row: max(len(window.ids) for window in rows[row]))
        found: dict[int, list[float]] = {}
        self._encoder.eval()
        with torch.inference_mode(), self._precision():
            for batch in self._batches(rows, order):
                distinct, scores = self._logits(*batch)
                found.update(zip(distinct, scores.float().cpu().tolist(), strict=True))
        return [found[row] for row in range(len(rows))]

    # -- learning -------------------------------------------------------------------------------------------------------

    def fit(self, contexts: Sequence[SentenceContext], gold: Sequence[Gold], groups: Sequence[str]) -> Self:
        """Fine-tune on eligible sentences; bodies are held out for early stopping, calibration and thresholds.

        Raises:
            ModelError: the encoder cannot be loaded, or there are too few bodies to hold one out.
        """
        torch = _torch()
        from transformers import get_linear_schedule_with_warmup, set_seed

        bodies = sorted(set(groups))
        if len(bodies) < 2:
            raise ModelError("training needs sentences of at least two bodies")
        set_seed(self.seed)
        self._prepare()
        generator = torch.Generator().manual_seed(self.seed)
        shuffled = [bodies[place] for place in torch.randperm(len(bodies), generator=generator).tolist()]
        held = set(shuffled[: max(1, round(len(bodies) * self.settings.validation))])
        chosen = [row for row, context in enumerate(contexts) if context.eligible and groups[row] not in held]
        watched = [row for row, context in enumerate(contexts) if context.eligible and groups[row] in held]
        rows = self._windows([contexts[row] for row in chosen])
        target = torch.tensor([[float(label in gold[row].labels) for label in LABELS] for row in chosen])
        positive = target.sum(0).clamp(min=1)
        # The root of the odds: rare labels weigh more, but not as much as their rarity alone would say.
        balance = ((len(chosen) - positive) / positive).sqrt().clamp(max=5).to(self._device())
        loss_of = torch.nn.BCEWithLogitsLoss(pos_weight=balance)
        optimizer = torch.optim.AdamW(self._groups(), weight_decay=self.settings.weight_decay)
        steps = self.settings.epochs * -(-len(rows) // self.settings.batch)
        schedule = get_linear_schedule_with_warmup(optimizer, int(steps * self.settings.warmup), steps)
        state = self._resume(optimizer, schedule)
        for epoch in range(state["epoch"], self.settings.epochs):
            if state["stale"] >= self.settings.patience:
                break
            self._encoder.train(not self.settings.freeze)
            generator.manual_seed(self.seed * 1000 + epoch)
            order = torch.randperm(len(rows), generator=generator).tolist()
            for batch in self._shown(self._batches(rows, order), epoch, -(-len(rows) // self.settings.batch)):
                optimizer.zero_grad()
                with self._precision():
                    distinct, scores = self._logits(*batch)
                    loss = loss_of(scores.float(), target[distinct].to(scores.device))
                loss.backward()
                torch.nn.utils.clip_grad_norm_([p for group in optimizer.param_groups for p in group["params"]], 1.0)
                optimizer.step()
                schedule.step()
            value = self._validation_loss([contexts[row] for row in watched], [gold[row] for row in watched])
            better = value < state["best"]
            state.update(epoch=epoch + 1, best=min(value, state["best"]), stale=0 if better else state["stale"] + 1)
            if better:
                state["weights"] = self._weights()
            self._keep(state, optimizer, schedule)
        if state["weights"] is not None:
            self._restore(state["weights"])
        self._calibrate([contexts[row] for row in watched], [gold[row] for row in watched])
        self.meta |= {"epochs": state["epoch"], "validation_loss": state["best"], "held_out_bodies": sorted(held)}
        return self

    def _groups(self) -> list[dict[str, Any]]:
        groups = [{"params": list(self._head.parameters()), "lr": self.settings.head_learning_rate}]
        if self.settings.freeze:
            self._encoder.requires_grad_(False)
        else:
            groups.append({"params": list(self._encoder.parameters()), "lr": self.settings.learning_rate})
        return groups

    def _shown(self, batches: Iterator[Any], epoch: int, total: int) -> Iterator[Any]:
        if not self.settings.progress or not sys.stderr.isatty():
            yield from batches
            return
        from rich.console import Console
        from rich.progress import track

        title = f"epoch {epoch + 1}/{self.settings.epochs}"
        yield from track(batches, description=title, total=total, console=Console(stderr=True))

    def _validation_loss(self, contexts: Sequence[SentenceContext], gold: Sequence[Gold]) -> float:
        torch = _torch()
        scores = torch.tensor(self._raw(contexts))
        target = torch.tensor([[float(label in row.labels) for label in LABELS] for row in gold])
        return float(torch.nn.functional.binary_cross_entropy_with_logits(scores, target))

    def _weights(self) -> dict[str, Any]:
        parts = {"head": self._head} | ({} if self.settings.freeze else {"encoder": self._encoder})
        return {
            f"{name}.{key}": value.detach().cpu().clone().contiguous()
            for name, part in parts.items()
            for key, value in part.state_dict().items()
        }

    def _restore(self, weights: dict[str, Any]) -> None:
        for name, part in (("head", self._head), ("encoder", self._encoder)):
            own = {key.removeprefix(f"{name}."): value for key, value in weights.items() if key.startswith(f"{name}.")}
            if own:
                part.load_state_dict(own)

    def _resume(self, optimizer: Any, schedule: Any) -> dict[str, Any]:
        """Where the last run stopped. The optimiser's moments are tensors, so that no pickle is needed to keep them."""
        fresh: dict[str, Any] = {"epoch": 0, "best": float("inf"), "stale": 0, "weights": None}
        folder = Path(self.settings.checkpoint) if self.settings.checkpoint else None
        if folder is None or not (folder / "state.json").exists():
            return fresh
        from safetensors.torch import load_file

        state = json.loads((folder / "state.json").read_text(encoding="utf-8"))
        if state["settings"] != self._training_settings() or state["seed"] != self.seed:
            raise ModelError(f"{folder}: a checkpoint of other settings; remove it or choose another folder")
        self._restore(load_file(folder / "last.safetensors"))
        moments = load_file(folder / "optimizer.safetensors")
        described = optimizer.state_dict()
        described["state"] = {}
        for key, value in moments.items():
            parameter, name = key.split(".")
            described["state"].setdefault(int(parameter), {})[name] = value
        optimizer.load_state_dict(described)
        schedule.load_state_dict({**schedule.state_dict(), **state["schedule"]})
        best = folder / "best.safetensors"
        return {
            "epoch": state["epoch"],
            "best": state["best"],
            "stale": state["stale"],
            "weights": load_file(best) if best.exists() else None,
        }

    def _training_settings(self) -> dict[str, Any]:
        return {
            key: value
            for key, value in asdict(self.settings).items()
            if key not in ("checkpoint", "progress", "device")
        }

    def _keep(self, state: dict[str, Any], optimizer: Any, schedule: Any) -> None:
        if not self.settings.checkpoint:
            return
        from safetensors.torch import save_file

        folder = Path(self.settings.checkpoint)
        folder.mkdir(parents=True, exist_ok=True)
        save_file(self._weights(), folder / "last.safetensors")
        if state["weights"] is not None:
            save_file(state["weights"], folder / "best.safetensors")
        moments = {
            f"{parameter}.{name}": value.detach().cpu().clone().contiguous()
            for parameter, values in optimizer.state_dict()["state"].items()
            for name, value in values.items()
        }
        save_file(moments, folder / "optimizer.safetensors")
        described = {
            "epoch": state["epoch"],
            "best": state["best"],
            "stale": state["stale"],
            "seed": self.seed,
            "settings": self._training_settings(),
            "schedule": {"last_epoch": schedule.last_epoch, "_step_count": schedule._step_count},
        }
        # Last of all: a run killed before this line resumes from the epoch before.
        (folder / "state.json").write_text(json.dumps(described) + "\n", encoding="utf-8")

    def _calibrate(self, contexts: Sequence[SentenceContext], gold: Sequence[Gold]) -> None:
        """Platt scaling (Platt 1999) and the threshold of best F1, per label, on the held-out bodies."""
        import numpy as np
        from sklearn.linear_model import LogisticRegression

        raw = np.array(self._raw(contexts), dtype=float).reshape(-1, len(LABELS))
        for column, label in enumerate(LABELS):
            true = np.array([label in row.labels for row in gold], dtype=bool)
            if true.any() and not true.all():
                fitted = LogisticRegression(C=10.0).fit(raw[:, [column]], true)
                self.scaling[label] = (float(fitted.coef_[0, 0]), float(fitted.intercept_[0]))
                chances = fitted.predict_proba(raw[:, [column]])[:, 1]
                self.thresholds[label] = _best_threshold(chances.tolist(), true.tolist())

    # -- saying ---------------------------------------------------------------------------------------------------------

    @property
    def by(self) -> str:
        return f"{self.name}-{self.version}"

    def _probabilities(self, contexts: Sequence[SentenceContext]) -> list[dict[Label, float]]:
        from math import exp

        found = []
        for scores in self._raw(contexts):
            row = {}
            for label, score in zip(LABELS, scores, strict=True):
                slope, shift = self.scaling[label]
                row[label] = 1 / (1 + exp(-max(min(slope * score + shift, 60.0), -60.0)))
            found.append(row)
        return found

    def predict(self, contexts: Sequence[SentenceContext]) -> list[Prediction]:
        """One prediction per context; subtypes are the rules' where they name one, else the label's most common."""
        eligible = [context for context in contexts if context.eligible]
        said = iter(zip(eligible, self._probabilities(eligible), self._rules.predict(eligible), strict=True))
        silent = Prediction(dict.fromkeys(LABELS, 0.0))
        found = []
        for context in contexts:
            if not context.eligible:
                found.append(silent)
                continue
            _, chances, ruled = next(said)
            labels = tuple(label for label in LABELS if chances[label] >= self.thresholds[label])
            subtypes: dict[Label, Subtype] = {label: ruled.subtypes.get(label, self._usual(label)) for label in labels}
            found.append(Prediction(chances, labels, subtypes, dict.fromkeys(labels, self.by)))
        return found

    def _usual(self, label: Label) -> Subtype:
        usual = self.meta.get("usual_subtypes", {}).get(label.value)
        return Subtype(usual) if usual else SUBTYPES[label][0]

    def explain(self, context: SentenceContext) -> Explanation:
        """Occlusion: how the probability of each label changes when a word of the sentence is left out (Li et al. 2016)."""
        from dataclasses import replace

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
        strong = [reason for reason in reasons if abs(reason.weight) >= 0.01]
        return Explanation(prediction, tuple(sorted(strong, key=lambda reason: -abs(reason.weight))))

    # -- keeping --------------------------------------------------------------------------------------------------------

    def save(self, directory: Path) -> None:
        """The encoder and its tokenizer, the head, and ``meta.json``, with a manifest of checksums. No pickle is written."""
        from safetensors.torch import save_file

        directory.mkdir(parents=True, exist_ok=True)
        self._encoder.save_pretrained(directory / _ENCODER, safe_serialization=True)
        self._tokenizer.save_pretrained(directory / _ENCODER)
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
        (directory / "meta.json").write_text(json.dumps(meta, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        write_manifest(directory)

    @classmethod
    def load(cls, directory: Path) -> Self:
        """A model that ``save`` wrote; every file is checked against the manifest first.

        Raises:
            ModelError: a file is missing, unknown or altered; MissingExtraError: torch or transformers is not installed.
        """
        verify(directory)
        torch = _torch()
        from safetensors.torch import load_file
        from transformers import AutoModel, AutoTokenizer

        try:
            meta = json.loads((directory / "meta.json").read_text(encoding="utf-8"))
            known = {field.name for field in fields(TransformerSettings)}
            settings = TransformerSettings(**{key: value for key, value in meta["settings"].items() if key in known})
            found = cls(settings, seed=meta["seed"])
            found.version = meta["version"]
            found.meta = meta
            found.thresholds = {Label(key): value for key, value in meta["thresholds"].items()}
            found.scaling = {Label(key): (value[0], value[1]) for key, value in meta["scaling"].items()}
            place = directory / _ENCODER
            found._tokenizer = AutoTokenizer.from_pretrained(place, local_files_only=True)
            found._encoder = AutoModel.from_pretrained(place, local_files_only=True, use_safetensors=True)
            weights = load_file(directory / _HEAD)
        except (OSError, KeyError, ValueError, TypeError) as error:
            raise ModelError(f"{directory}: not a transformer model: {str(error).splitlines()[0]}") from error
        found._head = torch.nn.Linear(weights["weight"].shape[1], len(LABELS))
        found._head.load_state_dict(weights)
        found._to_device()
        return found


def _best_threshold(chances: Sequence[float], true: Sequence[bool]) -> float:
    """The threshold of the best F1; midway to the next lower probability."""
    order = sorted(zip(chances, true, strict=True), reverse=True)
    wanted = sum(true)
    best, threshold, hits = 0.0, 0.5, 0
    for rank, (chance, hit) in enumerate(order, 1):
        hits += hit
        score = 2 * hits / (rank + wanted)
        if score > best:
            following = order[rank][0] if rank < len(order) else 0.0
            best, threshold = score, (chance + following) / 2
    return threshold
