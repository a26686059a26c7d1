"""How the transformer backend learns: an encoder and a linear head, or the head alone where the encoder is frozen."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.protocol import LABELS, Gold
from decisionnlp.classification.transformer_checkpoints import Checkpoint, Progress, put_back, weights_of
from decisionnlp.classification.transformer_encoder import Encoder
from decisionnlp.classification.transformer_settings import TransformerSettings
from decisionnlp.classification.transformer_windows import marked_parts
from decisionnlp.document import Label

# A rare label weighs at most this much more than its absence.
MOST_WEIGHT = 5.0
# Batches that are sorted by length together.
STRETCH = 16


class Learner:
    """One run: the sentences learned from, and those watched for early stopping.

    ``vectors``: for a frozen encoder, ``[train, width]`` and ``[watched, width]`` of what it makes of them, read once.
    """

    def __init__(
        self,
        encoder: Encoder,
        head: Any,
        settings: TransformerSettings,
        seed: int,
        train: tuple[Sequence[SentenceContext], Sequence[Gold]],
        watched: tuple[Sequence[SentenceContext], Sequence[Gold]],
        vectors: tuple[Any, Any] | None = None,
    ) -> None:
        self.encoder, self.head, self.settings, self.seed = encoder, head, settings, seed
        self.torch = encoder.torch
        self.watched, self.watched_gold = watched
        self.vectors = vectors
        self.rows = encoder.windows(train[0]) if vectors is None else []
        self.lengths = [max(len(window.ids) for window in row) for row in self.rows] or [0] * len(train[0])
        self.target, self.watched_target = (targets(self.torch, gold) for gold in (train[1], watched[1]))
        self.parts = {"head": head} if vectors is not None else {"head": head, "encoder": encoder.model}
        self.checkpoint = Checkpoint(settings, seed, fingerprint(*train, *watched))

    def run(self) -> Progress:
        """Trains until the validation loss has not fallen for ``patience`` epochs; the best epoch's weights are put back."""
        from transformers import get_linear_schedule_with_warmup

        torch, settings = self.torch, self.settings
        batches = -(-len(self.target) // settings.batch)
        loss_of = torch.nn.BCEWithLogitsLoss(pos_weight=label_weights(self.target).to(self.encoder.device))
        optimizer = torch.optim.AdamW(self._groups(), weight_decay=settings.weight_decay)
        steps = settings.epochs * batches
        schedule = get_linear_schedule_with_warmup(optimizer, int(steps * settings.warmup), steps)
        progress = self.checkpoint.resume(self.parts, optimizer, schedule)
        while progress.epoch < settings.epochs and progress.stale < settings.patience:
            # Order and dropout depend on seed and epoch alone: a resumed run does what the whole one would have done.
            torch.manual_seed(self.seed * 1000 + progress.epoch)
            order = alike(torch.randperm(len(self.target)).tolist(), self.lengths, settings.batch)
            self.encoder.model.train(self.vectors is None)
            for chosen in self._shown(order, progress.epoch, batches):
                optimizer.zero_grad()
                loss = loss_of(self.head(self._read(chosen)), self.target[chosen].to(self.encoder.device))
                loss.backward()
                torch.nn.utils.clip_grad_norm_([p for group in optimizer.param_groups for p in group["params"]], 1.0)
                optimizer.step()
                schedule.step()
            loss_now = self.validation_loss()
            better = loss_now < progress.best
            progress.epoch += 1
            progress.stale = 0 if better else progress.stale + 1
            if better or not progress.weights:
                progress.best, progress.weights = min(loss_now, progress.best), weights_of(self.parts)
            self.checkpoint.keep(progress, self.parts, optimizer, schedule)
        put_back(self.parts, progress.weights)
        return progress

    def _groups(self) -> list[dict[str, Any]]:
        groups = [{"params": list(self.head.parameters()), "lr": self.settings.head_learning_rate}]
        if self.vectors is None:
            groups.append({"params": self.encoder.learning(), "lr": self.settings.learning_rate})
        return groups

    def _read(self, chosen: Sequence[int]) -> Any:
        if self.vectors is not None:
            return self.vectors[0][chosen].to(self.encoder.device)
        return self.encoder.vectors([self.rows[row] for row in chosen])

    def watched_scores(self) -> Any:
        """``[watched, labels]`` logits as the weights now stand."""
        vectors = self.vectors[1] if self.vectors is not None else self.encoder.features(self.watched)
        with self.torch.inference_mode():
            return self.head(vectors.to(self.encoder.device)).float().cpu()

    def validation_loss(self) -> float:
        """The loss of the probabilities that would be given: class weights shift the logits, and Platt scaling takes that back."""
        scores = self.watched_scores()
        scaling, _ = calibrate(scores.tolist(), self.watched_gold)
        slope, bias = (self.torch.tensor([scaling[label][k] for label in LABELS]) for k in (0, 1))
        loss = self.torch.nn.functional.binary_cross_entropy_with_logits(scores * slope + bias, self.watched_target)
        return float(loss)

    def _shown(self, batches: Sequence[list[int]], epoch: int, total: int) -> Iterator[list[int]]:
        if not self.settings.progress or not sys.stderr.isatty():
            yield from batches
            return
        from rich.console import Console
        from rich.progress import track

        title = f"epoch {epoch + 1}/{self.settings.epochs}"
        yield from track(batches, description=title, total=total, console=Console(stderr=True))


def alike(order: Sequence[int], lengths: Sequence[int], size: int) -> list[list[int]]:
    """Batches of sentences about as long as each other (less padding), themselves in a random order.

    ``order`` is already drawn: within stretches of ``STRETCH`` batches it is sorted by length, and the batches come in the order
    in which their first sentences were drawn.
    """
    found: list[list[int]] = []
    place = {row: rank for rank, row in enumerate(order)}
    for start in range(0, len(order), size * STRETCH):
        part = sorted(order[start : start + size * STRETCH], key=lambda row: lengths[row])
        found += [part[k : k + size] for k in range(0, len(part), size)]
    return sorted(found, key=lambda batch: place[batch[0]])


def targets(torch: Any, gold: Sequence[Gold]) -> Any:
    """``[sentences, labels]`` of zeros and ones."""
    return torch.tensor([[float(label in row.labels) for label in LABELS] for row in gold]).reshape(-1, len(LABELS))


def label_weights(target: Any) -> Any:
    """What a label present weighs beside one absent: the root of the odds, since rare labels must count for more, but not for
    as much as their rarity alone would say."""
    positive = target.sum(0).clamp(min=1)
    return ((len(target) - positive) / positive).sqrt().clamp(min=1.0, max=MOST_WEIGHT)


def fingerprint(*parts: Sequence[Any]) -> str:
    """What a run learned from and watched, so that a checkpoint does not go on with other sentences."""
    digest = hashlib.sha256()
    for part in parts:
        for row in part:
            said = (
                marked_parts(row) if isinstance(row, SentenceContext) else sorted(label.value for label in row.labels)
            )
            digest.update(repr(said).encode("utf-8"))
    return digest.hexdigest()


def held_out_bodies(groups: Sequence[str], share: float, seed: int) -> set[str]:
    """The bodies kept for early stopping, calibration and thresholds: at least one, and at least one is left to learn from."""
    import numpy as np

    bodies = sorted(set(groups))
    order = np.random.default_rng(seed).permutation(len(bodies))
    return set([bodies[place] for place in order][: min(max(1, round(len(bodies) * share)), len(bodies) - 1)])


def calibrate(scores: Any, gold: Sequence[Gold]) -> tuple[dict[Label, tuple[float, float]], dict[Label, float]]:
    """Platt scaling (Platt 1999) and the threshold of best F1, per label, from ``[n, labels]`` logits of held-out bodies.

    A label that all or none of the sentences carry keeps its logit and 0.5.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    scaling, thresholds = dict.fromkeys(LABELS, (1.0, 0.0)), dict.fromkeys(LABELS, 0.5)
    raw = np.array(scores, dtype=float).reshape(-1, len(LABELS))
    for column, label in enumerate(LABELS):
        true = np.array([label in row.labels for row in gold], dtype=bool)
        if true.any() and not true.all():
            fitted = LogisticRegression(C=10.0).fit(raw[:, [column]], true)
            scaling[label] = (float(fitted.coef_[0, 0]), float(fitted.intercept_[0]))
            thresholds[label] = best_threshold(fitted.predict_proba(raw[:, [column]])[:, 1].tolist(), true.tolist())
    return scaling, thresholds


def best_threshold(chances: Sequence[float], true: Sequence[bool]) -> float:
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
