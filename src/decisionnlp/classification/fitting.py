"""How the linear classifier learns. Needs scikit-learn and scipy, which predicting does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.feature_table import FeatureTable
from decisionnlp.classification.features import batch_features
from decisionnlp.classification.hidden_layer import Descent, HiddenLayer, fit_hidden_layer
from decisionnlp.classification.item_numbers import LAYER_ONLY, OUTCOMES, item_numbers, spoken_endings
from decisionnlp.classification.linear import subtype_shares
from decisionnlp.classification.linear_weights import (
    COLUMNS,
    WIDTH,
    LinearWeights,
    joined_scores,
    layer_input,
    outcome_chances,
)
from decisionnlp.classification.protocol import LABELS, Gold, GoldItem
from decisionnlp.classification.rules import read
from decisionnlp.classification.workers import side_by_side, workers
from decisionnlp.classification.zones import NAMES, zone_features, zone_numbers
from decisionnlp.document import Item, Outcome
from decisionnlp.errors import ModelError

STRENGTH = 3.0
ZONE_STRENGTH = 1.0
# A feature counts from two sentences on (one seen in both segmentations weighs one).
MINIMUM = 1.9
OUTCOME_STRENGTH = 0.03
OUTCOME_LAYER = Descent(epochs=12, units_dropped=0.4)
FOLDS = 5
# Weights are stored rounded, so that the last bits of a solver do not decide whether two runs agree.
DECIMALS = 4
# Among what is left out: the scores of the sentences around.
AROUND = "around"
Array = NDArray[np.float64]


def fit_linear(
    contexts: Sequence[SentenceContext],
    gold: Sequence[Gold],
    groups: Sequence[str],
    *,
    seed: int = 0,
    weights: Sequence[float] | None = None,
    items: Sequence[GoldItem] = (),
    without: Sequence[str] = (),
) -> LinearWeights:
    """Learn from annotated sentences.

    Args:
        groups: the body of each sentence; at least two bodies are needed, since everything after the first look is fitted on
            bodies that the first look has not seen.
        items: annotated items, so that outcomes are learned from scores on unseen bodies; without them every item whose labels
            do not tell is ``discussed``.
        weights: one per sentence, for sentences seen twice (gold and automatic segmentation); 1 where left out.
        without: beginnings of features to leave out (``s:`` for a group), for ablations; ``around`` leaves out the second
            look's numbers about other sentences.

    Raises:
        ModelError: fewer than two bodies, or a label that occurs in fewer than two.
    """
    # Sums that several threads share come out otherwise in their last bits, and the weights with them. Only libraries that are
    # loaded can be held to one thread.
    import_module("sklearn.linear_model")
    with import_module("threadpoolctl").threadpool_limits(limits=1):
        return _fitted(contexts, gold, groups, seed, weights, items, without)


def _fitted(
    contexts: Sequence[SentenceContext],
    gold: Sequence[Gold],
    groups: Sequence[str],
    seed: int,
    weights: Sequence[float] | None,
    items: Sequence[GoldItem],
    without: Sequence[str],
) -> LinearWeights:
    places = [i for i, context in enumerate(contexts) if context.eligible]
    rows = [contexts[i] for i in places]
    truth = np.array([[label in gold[i].labels for label in LABELS] for i in places], dtype=np.float64).reshape(
        -1, len(LABELS)
    )
    bodies = np.array([groups[i] for i in places])
    mass = np.array([1.0 if weights is None else weights[i] for i in places])
    for column, label in enumerate(LABELS):
        if len(set(bodies[truth[:, column] > 0])) < 2:
            raise ModelError(f"training needs sentences with {label.value} from at least two bodies")
    readings = [read(context) for context in rows]
    left_out = tuple(without)
    lists = [[f for f in row.flat() if not f.startswith(left_out)] for row in batch_features(rows, readings)]
    table = FeatureTable(lists)
    zones = zone_numbers(rows)
    folds = body_folds(bodies, FOLDS)
    logits = np.zeros((len(rows), WIDTH))
    carried = [gold[i] for i in places]
    row_of = {place: i for i, place in enumerate(places)}
    endings = _endings(items, row_of)
    targets, told = hidden_targets(carried, endings, mass)
    everything = np.arange(len(rows))
    vocabularies = [
        table.vocabulary(inside, MINIMUM, mass[inside]) for inside in (*(fold[0] for fold in folds), everything)
    ]
    looks = side_by_side(
        _first_look,
        (
            (table.matrix(inside, words), targets[inside], told[inside], mass[inside], seed)
            for inside, words in zip((*(fold[0] for fold in folds), everything), vocabularies, strict=True)
        ),
        workers(len(rows)),
    )
    for (_, outside), words, (coefficients, biases, layer) in zip(folds, vocabularies, looks, strict=False):
        unseen = table.matrix(outside, words)
        logits[outside] = joined_scores(unseen @ coefficients + biases, layer.scores(unseen))
    words, (learned, biases, layer) = vocabularies[-1], looks[-1]
    numbers = zone_features(logits, zones)
    if AROUND in left_out:
        numbers[:, [i for i, name in enumerate(NAMES) if not name.startswith(("own:", "label:", "kinds:"))]] = 0.0
    mean, spread = _scale_of(numbers)
    scaled = (numbers - mean) / spread
    second = np.zeros_like(truth)
    zone = np.zeros((scaled.shape[1], len(LABELS)))
    zone_bias = np.zeros(len(LABELS))
    for column in range(len(LABELS)):
        for inside, outside in folds:
            coefficients, bias = logistic(scaled[inside], truth[inside, column], ZONE_STRENGTH, mass[inside], seed)
            second[outside, column] = scaled[outside] @ coefficients + bias
        zone[:, column], zone_bias[column] = logistic(scaled, truth[:, column], ZONE_STRENGTH, mass, seed)
    platt = np.zeros((len(LABELS), 2))
    thresholds = np.zeros(len(LABELS))
    probabilities = np.zeros_like(truth)
    for column in range(len(LABELS)):
        slope, bias = logistic(second[:, [column]], truth[:, column], 1e4, mass, seed)
        platt[column] = slope[0], bias
        probabilities[:, column] = 1 / (1 + np.exp(-(second[:, column] * slope[0] + bias)))
        thresholds[column] = best_threshold(probabilities[:, column], truth[:, column], mass, seed)
    shares = subtype_shares(logits, readings)
    evidence = np.hstack(
        [shares[:, [k]] * probabilities[:, [LABELS.index(COLUMNS[3 + k][0])]] for k in range(shares.shape[1])]
    )
    spoken = spoken_endings(logits[:, len(COLUMNS) :])
    outcome = _fit_outcomes(items, rows, row_of, (probabilities, evidence, spoken, logits[:, : len(COLUMNS)]), seed)
    return LinearWeights(
        vocabulary=words,
        weights=_stored(learned),
        bias=_stored(biases),
        hidden=layer.into.astype(np.float16),
        hidden_bias=_stored(layer.bias),
        hidden_out=_stored(layer.out),
        hidden_out_bias=_stored(layer.out_bias),
        zone=_stored(zone),
        zone_bias=_stored(zone_bias),
        mean=_stored(mean),
        spread=_stored(spread),
        platt=_stored(platt),
        thresholds=_stored(thresholds),
        outcome=_stored(outcome.weights),
        outcome_bias=_stored(outcome.bias),
        outcome_hidden=_stored(outcome.layer.into),
        outcome_hidden_bias=_stored(outcome.layer.bias),
        outcome_hidden_out=_stored(outcome.layer.out),
        outcome_hidden_out_bias=_stored(outcome.layer.out_bias),
        outcome_mean=_stored(outcome.mean),
        outcome_spread=_stored(outcome.spread),
        meta={"held_out": {**held_out_figures(probabilities, truth, thresholds, mass), "outcome": outcome.accuracy}},
    )


def _scale_of(numbers: Array) -> tuple[Array, Array]:
    """Mean and spread per column, rounded as they will be stored; 1 for a column that does not vary."""
    spread = numbers.std(axis=0)
    return np.round(numbers.mean(axis=0), DECIMALS), np.where(spread < 1e-3, 1.0, np.round(spread, DECIMALS))


def _stored(values: Array) -> NDArray[np.float32]:
    return np.ascontiguousarray(np.round(values, DECIMALS).astype(np.float32))


def _endings(items: Sequence[GoldItem], row_of: dict[int, int]) -> tuple[NDArray[np.int64], Array]:
    """How the items ended in which sentences are said: place in OUTCOMES, and what the sentence weighs, 0 where that is not known.

    An item's weight is shared by its sentences, but the longer it is, the more it weighs (by the root of their number)."""
    place, mass = np.zeros(len(row_of), dtype=np.int64), np.zeros(len(row_of))
    for gold in items:
        own = [row_of[i] for i in gold.places if i in row_of]
        place[own] = OUTCOMES.index(gold.outcome)
        mass[own] = gold.weight / max(len(own), 1) ** 0.5
    return place, mass


def hidden_targets(gold: Sequence[Gold], endings: tuple[NDArray[np.int64], Array], mass: Array) -> tuple[Array, Array]:
    """``[n, WIDTH]`` each: what the hidden layer learns, and what each answer weighs."""
    columns = [
        [float(label in given.labels and subtype in (None, given.labels[label])) for label, subtype in COLUMNS]
        for given in gold
    ]
    place, told = endings
    ended = (place[:, None] == np.arange(len(OUTCOMES))).astype(np.float64)
    weights = [np.repeat(mass[:, None], len(COLUMNS), axis=1), np.repeat(told[:, None], len(OUTCOMES), axis=1)]
    return np.hstack((np.array(columns).reshape(-1, len(COLUMNS)), ended)), np.hstack(weights)


def _first_look(known: Any, targets: Array, told: Array, mass: Array, seed: int) -> tuple[Array, Array, HiddenLayer]:
    """Weights and biases of every column, each against all other sentences (the labels, then the subtypes), and the hidden layer."""
    import_module("sklearn.linear_model")
    with import_module("threadpoolctl").threadpool_limits(limits=1):
        learned = np.zeros((known.shape[1], len(COLUMNS)))
        biases = np.zeros(len(COLUMNS))
        for column in range(len(COLUMNS)):
            learned[:, column], biases[column] = logistic(known, targets[:, column], STRENGTH, mass, seed)
        return learned, biases, fit_hidden_layer(known, targets, told, seed)


@dataclass(frozen=True, slots=True)
class _OutcomeFit:
    weights: Array
    bias: Array
    layer: HiddenLayer
    mean: Array
    spread: Array
    accuracy: float | None


def _fit_outcomes(
    items: Sequence[GoldItem],
    rows: Sequence[SentenceContext],
    row_of: dict[int, int],
    said: Sequence[Array],
    seed: int,
) -> _OutcomeFit:
    """A multinomial logistic regression and a hidden layer from the numbers of an item to its outcome; their accuracy is out of fold.

    ``said`` are the tables of :func:`~decisionnlp.classification.item_numbers.item_numbers`, one row a sentence."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    width = len(item_numbers(Item(None, "", 0, 0), [], [], [], [], []))
    plain, number = width - LAYER_ONLY, len(OUTCOMES)
    weights, bias = np.zeros((plain, number)), np.full(number, -20.0)
    bias[OUTCOMES.index(Outcome.DISCUSSED)] = 0.0
    if not items:
        layer = HiddenLayer(np.zeros((width, 1)), np.zeros(1), np.zeros((1, number)), bias.copy())
        return _OutcomeFit(weights, bias, layer, np.zeros(width), np.ones(width), None)
    vectors = []
    for gold in items:
        places = [row_of[place] for place in gold.places if place in row_of]
        told = [table[places].tolist() for table in said]
        vectors.append(item_numbers(gold.item, [rows[i] for i in places], *told))
    numbers = np.array(vectors)
    target = np.array([OUTCOMES.index(gold.outcome) for gold in items])
    mass = np.array([gold.weight for gold in items])
    mean, spread = _scale_of(numbers)
    scaled = (numbers - mean) / spread
    known = csr_matrix(layer_input(scaled))
    wanted, shares = np.eye(number)[target], np.repeat(mass[:, None], number, axis=1)

    def fitted(inside: NDArray[np.int64]) -> tuple[Array, Array, HiddenLayer]:
        model = LogisticRegression(C=OUTCOME_STRENGTH, max_iter=5000, tol=1e-6, random_state=seed)
        model.fit(scaled[inside, :plain], target[inside], sample_weight=mass[inside])
        own, own_bias = weights.copy(), bias.copy()
        if len(model.classes_) > 2:
            own[:, model.classes_], own_bias[model.classes_] = model.coef_.T, model.intercept_
        return own, own_bias, fit_hidden_layer(known[inside], wanted[inside], shares[inside], seed, OUTCOME_LAYER)

    right = 0.0
    bodies = np.array([gold.group for gold in items])
    for inside, outside in body_folds(bodies, FOLDS):
        own, own_bias, layer = fitted(inside)
        chances = outcome_chances(scaled[outside, :plain] @ own + own_bias, layer.scores(known[outside]))
        right += float(mass[outside][chances.argmax(axis=1) == target[outside]].sum())
    weights, bias, layer = fitted(np.arange(len(target)))
    return _OutcomeFit(weights, bias, layer, mean, spread, round(right / float(mass.sum()), 4))


def body_folds(bodies: NDArray[Any], count: int) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Folds over whole bodies, as even as greedy filling makes them; at most one per body."""
    names, sizes = np.unique(bodies, return_counts=True)
    count = min(count, len(names))
    fold_of: dict[str, int] = {}
    filled = [0] * count
    for place in sorted(range(len(names)), key=lambda i: (-int(sizes[i]), str(names[i]))):
        smallest = filled.index(min(filled))
        fold_of[str(names[place])] = smallest
        filled[smallest] += int(sizes[place])
    number = np.array([fold_of[str(name)] for name in bodies])
    return [(np.flatnonzero(number != fold), np.flatnonzero(number == fold)) for fold in range(count)]


def logistic(known: Any, target: Array, strength: float, mass: Array, seed: int) -> tuple[Array, float]:
    """Coefficients and bias of a logistic regression; a constant where the target does not vary."""
    from sklearn.linear_model import LogisticRegression

    if target.min() == target.max():
        return np.zeros(known.shape[1]), (20.0 if target[0] else -20.0)
    # liblinear brings its own linear algebra: the result does not depend on threads or the BLAS at hand.
    model = LogisticRegression(
        C=strength, solver="liblinear", intercept_scaling=10.0, max_iter=1000, tol=1e-4, random_state=seed
    )
    model.fit(known, target, sample_weight=mass)
    return np.asarray(model.coef_[0], dtype=np.float64), float(model.intercept_[0])


def matrix(lists: Sequence[Sequence[str]], words: Sequence[str]) -> Any:
    """The scaled sparse matrix of feature rows: each group of a row is a vector of the group's length."""
    return FeatureTable(lists).matrix(np.arange(len(lists)), words)


def best_threshold(chances: Array, target: Array, mass: Array, seed: int) -> float:
    """The threshold with the best F on average over resamples of the sentences: less fickle than the best on the sample itself."""
    candidates = np.round(np.arange(0.15, 0.71, 0.01), 2)
    given = chances[None, :] >= candidates[:, None]
    generator = np.random.default_rng(seed)
    total = np.zeros(len(candidates))
    for _ in range(50):
        draw = generator.integers(0, len(chances), len(chances))
        weight = mass[draw]
        hits = given[:, draw] @ (target[draw] * weight)
        size = given[:, draw] @ weight + (target[draw] * weight).sum()
        total += 2 * hits / np.maximum(size, 1e-9)
    return float(candidates[int(total.argmax())])


def held_out_figures(chances: Array, target: Array, thresholds: Array, mass: Array) -> dict[str, Any]:
    """Precision, recall, F and expected calibration error per label on bodies held out of the first look."""
    found: dict[str, Any] = {}
    for column, label in enumerate(LABELS):
        given = chances[:, column] >= thresholds[column]
        truth = target[:, column] > 0
        hits = float(mass[given & truth].sum())
        said, there = float(mass[given].sum()), float(mass[truth].sum())
        found[label.value] = {
            "precision": round(hits / said, 4) if said else None,
            "recall": round(hits / there, 4) if there else None,
            "f": round(2 * hits / (said + there), 4) if said + there else None,
            "ece": round(calibration_error(chances[:, column], target[:, column], mass), 4),
            "sentences": int(truth.sum()),
        }
    scores = [figures["f"] for figures in found.values() if figures["f"] is not None]
    found["macro_f"] = round(sum(scores) / len(scores), 4) if scores else None
    return found


def calibration_error(chances: Array, target: Array, mass: Array, bins: int = 10) -> float:
    """Expected calibration error over ``bins`` equal-width bins: mean gap of confidence and frequency, weighted by size."""
    number = np.minimum((chances * bins).astype(np.int64), bins - 1)
    total = 0.0
    for place in range(bins):
        inside = number == place
        size = mass[inside].sum()
        if size:
            total += abs((chances[inside] * mass[inside]).sum() - (target[inside] * mass[inside]).sum())
    return float(total / mass.sum())
