"""What the linear classifier has learned, and its files: safetensors for numbers, JSON for words."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from decisionnlp.classification.item_numbers import LAYER_ONLY, OUTCOMES
from decisionnlp.classification.protocol import LABELS
from decisionnlp.classification.zones import NAMES
from decisionnlp.document import SUBTYPES, Label, Subtype
from decisionnlp.errors import ModelError
from decisionnlp.models import verify, write_manifest, write_meta

FORMAT = "decisionnlp-linear-5"
TENSORS = (
    "weights", "bias", "hidden", "hidden_bias", "hidden_out", "hidden_out_bias",
    "zone", "zone_bias", "mean", "spread", "platt", "thresholds",
    "outcome", "outcome_bias", "outcome_hidden", "outcome_hidden_bias", "outcome_hidden_out", "outcome_hidden_out_bias",
    "outcome_mean", "outcome_spread",
)  # fmt: skip
# Columns of the weight matrix: the labels, then the subtypes of each label.
COLUMNS: tuple[tuple[Label, Subtype | None], ...] = (
    *((label, None) for label in LABELS),
    *((label, subtype) for label in LABELS for subtype in SUBTYPES[label]),
)
# Behind them a column for each outcome: whether the item in which this is said ended so.
WIDTH = len(COLUMNS) + len(OUTCOMES)
# What the hidden layer counts in the chances of an outcome, the plain model the rest; what keeps either from ruling one out alone.
HIDDEN_SHARE = 0.7
LEAST_CHANCE = 1e-3
# The numbers a hidden layer reads: how far from their mean at most, and the length of a row of them.
_FURTHEST = 5.0
_LENGTH = 3.0


@dataclass(slots=True)
class LinearWeights:
    """What is learned. ``weights`` is ``[features, columns]``; ``bias`` ``[columns]``; ``hidden`` ``[features, units]``, ``hidden_bias`` ``[units]``,
    ``hidden_out`` ``[units, WIDTH]``, ``hidden_out_bias`` ``[WIDTH]``; ``zone`` ``[len(NAMES), 3]`` over
    standardised numbers (``mean``, ``spread``) with ``zone_bias``; ``platt`` ``[3, 2]``; ``thresholds`` ``[3]`` in (0, 1); ``outcome`` ``[numbers - LAYER_ONLY, 11]`` and
    ``outcome_hidden`` ``[numbers, units]`` over the standardised numbers of an item."""

    vocabulary: list[str]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    hidden: NDArray[np.float16]
    hidden_bias: NDArray[np.float32]
    hidden_out: NDArray[np.float32]
    hidden_out_bias: NDArray[np.float32]
    zone: NDArray[np.float32]
    zone_bias: NDArray[np.float32]
    mean: NDArray[np.float32]
    spread: NDArray[np.float32]
    platt: NDArray[np.float32]
    thresholds: NDArray[np.float32]
    outcome: NDArray[np.float32]
    outcome_bias: NDArray[np.float32]
    outcome_hidden: NDArray[np.float32]
    outcome_hidden_bias: NDArray[np.float32]
    outcome_hidden_out: NDArray[np.float32]
    outcome_hidden_out_bias: NDArray[np.float32]
    outcome_mean: NDArray[np.float32]
    outcome_spread: NDArray[np.float32]
    meta: dict[str, Any] = field(default_factory=dict)


def joined_scores(linear: NDArray[np.float64], hidden: NDArray[np.float64]) -> NDArray[np.float64]:
    """``[n, WIDTH]`` scores from ``[n, columns]`` linear ones and ``[n, WIDTH]`` of the hidden layer, which alone tells endings."""
    columns = len(COLUMNS)
    return np.hstack(((linear + hidden[:, :columns]) / 2, hidden[:, columns:]))


def layer_input(standardised: NDArray[np.float64]) -> NDArray[np.float64]:
    """Standardised numbers, one or rows of them, as a hidden layer reads them."""
    scale = _LENGTH / float(np.sqrt(standardised.shape[-1]))
    # (np.clip looks at its bounds longer than at a row of numbers.)
    return np.asarray(np.minimum(np.maximum(standardised, -_FURTHEST), _FURTHEST) * scale, dtype=np.float64)


def outcome_chances(plain: NDArray[np.float64], hidden: NDArray[np.float64]) -> NDArray[np.float64]:
    """``[..., 11]`` probabilities from the scores of the multinomial model and of the hidden layer, which are one for each outcome by itself."""
    first = np.exp(plain - plain.max(axis=-1, keepdims=True))
    second = 1.0 / (1.0 + np.exp(-hidden))
    logs = [np.log(part / part.sum(axis=-1, keepdims=True) + LEAST_CHANCE) for part in (first, second)]
    both = np.exp((1.0 - HIDDEN_SHARE) * logs[0] + HIDDEN_SHARE * logs[1])
    return np.asarray(both / both.sum(axis=-1, keepdims=True), dtype=np.float64)


def write_weights(learned: LinearWeights, directory: Path, *, name: str) -> None:
    """Write a model directory: weights, vocabulary, ``meta.json``, the manifest."""
    from safetensors.numpy import save_file

    directory.mkdir(parents=True, exist_ok=True)
    tensors = {tensor: np.ascontiguousarray(getattr(learned, tensor)) for tensor in TENSORS}
    save_file(tensors, str(directory / "weights.safetensors"))
    (directory / "weights.safetensors").chmod(0o644)
    (directory / "vocabulary.json").write_text(
        json.dumps(learned.vocabulary, ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
    )
    write_meta(directory, {"format": FORMAT, "name": name, **learned.meta})
    write_manifest(directory)


def read_weights(directory: Path) -> LinearWeights:
    """Read what :func:`write_weights` wrote.

    Raises:
        ModelError: a file is missing, altered or unreadable, or its numbers do not fit this version.
    """
    from safetensors.numpy import load_file

    verify(directory)
    try:
        meta = json.loads((directory / "meta.json").read_text(encoding="utf-8"))
        if meta.get("format") != FORMAT:
            raise ModelError(f"{directory}: unknown format {meta.get('format')!r}")
        vocabulary = json.loads((directory / "vocabulary.json").read_text(encoding="utf-8"))
        tensors = load_file(str(directory / "weights.safetensors"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{directory}: unreadable model ({error})") from error
    words, columns, labels = len(vocabulary), len(COLUMNS), len(LABELS)
    units, told = (tensors[name].shape[-1] if name in tensors else 0 for name in ("hidden", "outcome_hidden"))
    numbers, endings = (len(tensors["outcome_hidden"]) if "outcome_hidden" in tensors else 0), len(OUTCOMES)
    wanted = {
        "weights": (words, columns), "bias": (columns,), "hidden": (words, units), "hidden_bias": (units,),
        "hidden_out": (units, WIDTH), "hidden_out_bias": (WIDTH,), "zone": (len(NAMES), labels), "zone_bias": (labels,),
        "mean": (len(NAMES),), "spread": (len(NAMES),), "platt": (labels, 2), "thresholds": (labels,),
        "outcome": (numbers - LAYER_ONLY, endings), "outcome_bias": (endings,), "outcome_hidden": (numbers, told), "outcome_hidden_bias": (told,),
        "outcome_hidden_out": (told, endings), "outcome_hidden_out_bias": (endings,), "outcome_mean": (numbers,), "outcome_spread": (numbers,),
    }  # fmt: skip
    fits = set(tensors) == set(TENSORS) and all(tensors[name].shape == shape for name, shape in wanted.items())
    if not fits:
        raise ModelError(f"{directory}: the weights do not fit this version of decisionnlp")
    return LinearWeights(vocabulary=vocabulary, meta=meta, **tensors)
