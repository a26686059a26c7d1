"""The default classifier: logistic regression over sparse features, looked at twice, calibrated on bodies it has not seen.

First look: one-vs-rest logistic regression over ``features.py``, and beside it, to equal parts, a hidden layer over the same
features (``hidden_layer.py``). Second look: a small one over the scores of the whole zone
(``zones.py``), fitted on out-of-fold scores. Then Platt scaling, also on out-of-fold scores: two numbers per label, where isotonic
regression would have as many steps as the few hundred positive sentences allow. The outcome of an item: a multinomial regression and a
hidden layer over its numbers (``item_numbers.py``). Folds never split a body. Only numpy is needed to predict; scikit-learn is
imported by ``fitting.py`` alone.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache
from itertools import pairwise, repeat
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.feature_reasons import feature_reasons
from decisionnlp.classification.features import (
    GROUP_NUMBERS,
    SCALES,
    Block,
    FeatureRow,
    batch_features,
    letter_runs,
    lettered,
)
from decisionnlp.classification.firings import ANSWER, ANSWER_WEIGHT, Firing, Reading
from decisionnlp.classification.hidden_layer import HiddenLayer
from decisionnlp.classification.item_numbers import (
    ALL_SUBTYPES,
    OUTCOMES,
    consistent,
    item_numbers,
    silent,
    spoken_endings,
)
from decisionnlp.classification.linear_weights import (
    COLUMNS,
    LinearWeights,
    joined_scores,
    layer_input,
    outcome_chances,
    read_weights,
    write_weights,
)
from decisionnlp.classification.ngrams import NgramTable
from decisionnlp.classification.outcomes import (
    CLEAR,
    SURELY_NONE,
    UNRESOLVED,
    completion,
    of_agenda,
    plain_outcome,
    resolves,
)
from decisionnlp.classification.protocol import LABELS, Explanation, Gold, Prediction, Reason, Told
from decisionnlp.classification.rules import read
from decisionnlp.classification.zones import NAMES, zone_features, zone_numbers
from decisionnlp.document import SUBTYPES, Label, Outcome, Subtype
from decisionnlp.errors import ModelError
from decisionnlp.learned import Learned
from decisionnlp.slotted import changed

# How much a rule's word counts for the subtype it names, beside the learned scores.
RULE_BONUS = 2.0
_CACHED_WORDS = 50_000
_NO_SUBTYPES: dict[Label, Subtype] = {}
_GIVEN_BY_NONE: dict[Label, str] = {}
_NOTHING = Prediction(dict.fromkeys(LABELS, 0.0))
# For each subtype the column of its label; for each label its stretch of ALL_SUBTYPES.
_OWNERS = [LABELS.index(label) for label, subtype in COLUMNS if subtype is not None]
_PLACES = {subtype: place for place, subtype in enumerate(ALL_SUBTYPES)}
_RANGES = {label: (_OWNERS.index(i), len(_OWNERS) - _OWNERS[::-1].index(i)) for i, label in enumerate(LABELS)}


class LinearClassifier:
    """See the module. An instance without weights must be fitted or loaded before it predicts."""

    name = "linear"

    def __init__(self, learned: LinearWeights | None = None, *, seed: int = 0) -> None:
        self.seed = seed
        self.learned: LinearWeights | None = None
        if learned is not None:
            self._take(learned)

    def _take(self, learned: LinearWeights) -> None:
        """Lay the weights out for predicting."""
        self.learned = learned
        self._index = {word: i for i, word in enumerate(learned.vocabulary)}
        self._ngrams = NgramTable(self._index)
        self._letters = {feature[2:]: place for feature, place in self._index.items() if feature[0] == "c"}
        # Without words and letters, which are found on ways of their own: a table small enough to stay near.
        self._others = {feature: place for feature, place in self._index.items() if feature[0] not in "wbc"}
        self._by_word = Learned(self._learn_word, _CACHED_WORDS)
        self._by_block: dict[Block, array[int]] = {}
        self._groups = np.array([GROUP_NUMBERS[word[0]] for word in learned.vocabulary], dtype=np.int64)
        self._scales = np.array(list(SCALES.values()))
        # What an item's numbers are standardised by and weighed with, in the precision they are counted in.
        self._outcome_mean, self._outcome_spread, self._outcome, self._outcome_bias = (
            numbers.astype(np.float64)
            for numbers in (learned.outcome_mean, learned.outcome_spread, learned.outcome, learned.outcome_bias)
        )
        into, bias, out, out_bias = (
            part.astype(np.float64)
            for part in (
                learned.outcome_hidden,
                learned.outcome_hidden_bias,
                learned.outcome_hidden_out,
                learned.outcome_hidden_out_bias,
            )
        )
        self._outcome_layer = HiddenLayer(into, bias, out, out_bias)
        self._weights = np.hstack((learned.weights, learned.hidden)).astype(np.float32)
        self._bias = np.concatenate((learned.bias, learned.hidden_bias)).astype(np.float64)
        self._out, self._out_bias = learned.hidden_out.astype(np.float64), learned.hidden_out_bias.astype(np.float64)

    @property
    def version(self) -> str:
        return str(self.learned.meta.get("version", "0.0.0")) if self.learned else "0.0.0"

    @property
    def by(self) -> str:
        return f"{self.name}-{self.version}"

    # -- learning ----------------------------------------------------------------------------------------------------------

    def fit(self, contexts: Sequence[SentenceContext], gold: Sequence[Gold], groups: Sequence[str]) -> Self:
        from decisionnlp.classification.fitting import fit_linear

        self._take(fit_linear(contexts, gold, groups, seed=self.seed))
        return self

    # -- predicting --------------------------------------------------------------------------------------------------------

    def _need(self) -> LinearWeights:
        if self.learned is None:
            raise ModelError("the linear classifier has not been fitted or loaded")
        return self.learned

    def first_look(self, rows: Sequence[FeatureRow]) -> NDArray[np.float64]:
        """``[n, WIDTH]`` raw scores of feature rows: the linear ones and those of the hidden layer to equal parts."""
        self._need()
        find, by_word, by_block = self._others.get, self._by_word.__getitem__, self._by_block.get
        flat = array("q")
        ends: list[int] = []
        for row in rows:
            flat.extend(map(find, row.features, repeat(-1)))
            for block in row.blocks:
                known = by_block(block)
                flat += self._learn_block(block) if known is None else known
            for known in map(by_word, row.words):
                flat += known
            ends.append(len(flat))
        places = np.frombuffer(flat, dtype=np.int64)
        owner = np.repeat(np.arange(len(rows)), [end - start for start, end in pairwise([0, *ends])])
        runs_owner, runs = self._ngrams.places([row.words for row in rows])
        # Row by row the places of its features, in order and each once; not np.unique, which hashes before it sorts.
        bits = len(self._groups).bit_length()
        cells = np.concatenate((((owner << bits) | places)[places >= 0], (runs_owner << bits) | runs))
        cells.sort()
        cells = cells[np.concatenate(([True], cells[1:] != cells[:-1]))] if len(cells) else cells
        owner, taken = cells >> bits, cells & ((1 << bits) - 1)
        # Each group of a row is a vector of the group's length: scale by the root of how many features it has there.
        cell = owner * len(SCALES) + self._groups[taken]
        counts = np.bincount(cell, minlength=len(rows) * len(SCALES)).reshape(len(rows), len(SCALES))
        scale = (self._scales / np.sqrt(np.maximum(counts, 1))).ravel()[cell]
        scores = np.empty((len(rows), len(self._bias)))
        start, take = 0, self._weights.take
        for sums, end in zip(scores, np.searchsorted(owner, np.arange(len(rows)), side="right").tolist(), strict=True):
            np.dot(scale[start:end], take(taken[start:end], axis=0).astype(np.float64), out=sums)
            start = end
        return self._joined(scores + self._bias)

    def _joined(self, scores: NDArray[np.float64]) -> NDArray[np.float64]:
        """``[n, columns + units]`` sums over the features into ``[n, WIDTH]`` scores."""
        units = np.maximum(scores[:, len(COLUMNS) :], 0.0)
        return joined_scores(scores[:, : len(COLUMNS)], units @ self._out + self._out_bias)

    def _learn_word(self, word: str) -> array[int]:
        """The places of a word and, where they count, of its letters."""
        found = array("q")
        whole = self._index.get(f"w:{word}")
        if whole is not None:
            found.append(whole)
        if lettered(word):
            find = self._letters.get
            found.extend([place for part in letter_runs(word) if (place := find(part)) is not None])
        return found

    def _learn_block(self, block: Block) -> array[int]:
        """The places of a group of features; kept for the next time it stands somewhere."""
        if len(self._by_block) >= _CACHED_WORDS:
            self._by_block.clear()
        find = self._others.get
        places = [place for name in block.names if (place := find(name)) is not None]
        found = self._by_block[block] = array("q", places)
        return found

    def second_look(self, logits: NDArray[np.float64], zones: Sequence[int]) -> NDArray[np.float64]:
        """``[n, 3]`` calibrated probabilities from the ``[n, WIDTH]`` scores of the first look."""
        learned = self._need()
        numbers = (zone_features(logits, zones) - learned.mean) / learned.spread
        scores = numbers @ learned.zone.astype(np.float64) + learned.zone_bias
        scores = scores * learned.platt[:, 0] + learned.platt[:, 1]
        return np.asarray(1.0 / (1.0 + np.exp(-scores)), dtype=np.float64)

    def predict(self, contexts: Sequence[SentenceContext]) -> list[Prediction]:
        found = [_NOTHING] * len(contexts)
        places = [index for index, context in enumerate(contexts) if context.eligible]
        if not places:
            return found
        rows = [contexts[index] for index in places]
        readings = [read(context) for context in rows]
        scores = self.first_look(batch_features(rows, readings))
        probabilities = self.second_look(scores, zone_numbers(rows))
        shares = subtype_shares(scores, readings)
        formulas = heed_formulas(readings, shares, probabilities)
        for index, (place, prediction) in enumerate(
            zip(places, self._decide(scores, shares, probabilities), strict=True)
        ):
            if index in formulas and prediction.labels:
                prediction = changed(prediction, by=dict.fromkeys(prediction.labels, formulas[index].rule))
            found[place] = prediction
        return found

    def _decide(
        self, scores: NDArray[np.float64], shares: NDArray[np.float64], chances: NDArray[np.float64]
    ) -> list[Prediction]:
        """Predictions from ``[n, WIDTH]`` scores, ``[n, 16]`` subtype shares and ``[n, 3]`` probabilities."""
        learned = self._need()
        evidence = map(tuple, (shares * chances[:, _OWNERS]).tolist())
        endings = map(tuple, spoken_endings(scores[:, len(COLUMNS) :]).tolist())
        looks = map(tuple, scores[:, : len(COLUMNS)].tolist())
        given = (chances >= learned.thresholds).tolist()
        rounded = np.round(chances, 4).tolist()
        best = {
            label: (shares[:, first:last].argmax(axis=1) + first).tolist() for label, (first, last) in _RANGES.items()
        }
        found = []
        by = self.by
        for row, (flags, own, kinds, ends, look) in enumerate(
            zip(given, rounded, evidence, endings, looks, strict=True)
        ):
            labels = tuple([label for label, flag in zip(LABELS, flags, strict=True) if flag]) if True in flags else ()
            found.append(
                Prediction(
                    dict(zip(LABELS, own, strict=True)),
                    labels,
                    {label: ALL_SUBTYPES[best[label][row]] for label in labels} if labels else _NO_SUBTYPES,
                    dict.fromkeys(labels, by) if labels else _GIVEN_BY_NONE,
                    kinds,
                    ends,
                    look,
                )
            )
        return found

    def judge(self, items: Sequence[Told]) -> list[tuple[Outcome, float]]:
        """The outcome of each item and its probability, among those that agree with the labels given or clearly ask
        for one more (:func:`~decisionnlp.classification.outcomes.completion`)."""
        plain = [plain_outcome(contexts) for _, contexts, _ in items]
        shares = iter(self._outcome_shares([told for told, known in zip(items, plain, strict=True) if known is None]))
        found = [
            (known, ANSWER_WEIGHT) if known is not None else self._likeliest(contexts, predictions, next(shares))
            for (_, contexts, predictions), known in zip(items, plain, strict=True)
        ]
        return [(of_agenda(*told, outcome), score) for told, (outcome, score) in zip(items, found, strict=True)]

    def _outcome_shares(self, items: Sequence[Told]) -> list[list[float]]:
        """The chances of the outcomes for each of the items, all in one step."""
        if not items:
            return []
        self._need()
        rows = [
            item_numbers(
                item,
                contexts,
                [tuple(p.probabilities.values()) for p in predictions],
                [p.evidence for p in predictions],
                [p.endings for p in predictions],
                [p.scores for p in predictions],
            )
            for item, contexts, predictions in items
        ]
        numbers = (np.array(rows) - self._outcome_mean) / self._outcome_spread
        scores = numbers[:, : len(self._outcome)] @ self._outcome + self._outcome_bias
        chances: list[list[float]] = outcome_chances(scores, self._outcome_layer.outputs(layer_input(numbers))).tolist()
        return chances

    def _likeliest(
        self, contexts: Sequence[SentenceContext], predictions: Sequence[Prediction], shares: Sequence[float]
    ) -> tuple[Outcome, float]:
        allowed = _allowed(frozenset(label for p in predictions for label in p.labels), resolves(predictions))
        best = max(allowed, key=shares.__getitem__)
        surest = max(range(len(shares)), key=shares.__getitem__)
        if shares[surest] >= CLEAR and surest != best and completion(predictions, OUTCOMES[surest]) is not None:
            best = surest
        if OUTCOMES[best] is Outcome.NONE and shares[best] < SURELY_NONE and not silent(contexts):
            best = max((i for i in allowed if i != best), key=shares.__getitem__)
        return OUTCOMES[best], round(shares[best], 4)

    # -- explaining --------------------------------------------------------------------------------------------------------

    def explain(self, context: SentenceContext, zone: Sequence[SentenceContext] = ()) -> Explanation:
        """Reasons for and against. ``zone`` are all sentences of the context's zone, in order; without them only the
        neighbours' words are known, and scores may differ a little from those of the whole document."""
        learned = self._need()
        if not context.eligible:
            return Explanation(_NOTHING)
        rows = list(zone) if context in zone else [context]
        place = rows.index(context)
        readings = [read(row) for row in rows]
        lists = batch_features(rows, readings)
        scores = self.first_look(lists)
        chances = self.second_look(scores, zone_numbers(rows))
        shares = subtype_shares(scores, readings)
        formulas = heed_formulas(readings, shares, chances)
        prediction = self._decide(scores, shares, chances)[place]
        reasons = feature_reasons(learned, self._index, lists[place].flat(), readings[place])
        if place in formulas:
            said = formulas[place]
            prediction = changed(prediction, by=dict.fromkeys(prediction.labels, said.rule))
            for label in LABELS if said.label is None else (said.label,):
                reasons.append(
                    Reason(label, 9.0 if said.label else -9.0, f"the whole line is a formula ({said.rule})", said.rule)
                )
        numbers = (zone_features(scores, zone_numbers(rows)) - learned.mean) / learned.spread
        around = [i for i, name in enumerate(NAMES) if name.split(":")[0] in ("before", "after", "others", "earlier")]
        for i, label in enumerate(LABELS):
            weight = float((numbers[place, around] * learned.zone[around, i]).sum())
            if abs(weight) > 0.1:
                reasons.append(Reason(label, round(weight, 3), "what the sentences around it say", "zone"))
        reasons.sort(key=lambda reason: -abs(reason.weight))
        return Explanation(prediction, tuple(reasons))

    # -- files -------------------------------------------------------------------------------------------------------------

    def save(self, directory: Path) -> None:
        write_weights(self._need(), directory, name=self.name)

    @classmethod
    def load(cls, directory: Path) -> Self:
        return cls(read_weights(directory))


@cache
def _allowed(labels: frozenset[Label], resolved: bool) -> tuple[int, ...]:
    """The places of the outcomes that an item with these labels can have, and one in which something was surely resolved."""
    return tuple(
        i
        for i, outcome in enumerate(OUTCOMES)
        if consistent(outcome, labels) and not (resolved and outcome in UNRESOLVED)
    )


def subtype_shares(scores: NDArray[np.float64], readings: Sequence[Reading]) -> NDArray[np.float64]:
    """``[n, 16]``: for each label, how the probability divides over its subtypes: learned scores and the rules' word."""
    raw = scores[:, len(LABELS) : len(COLUMNS)].copy()
    for place, reading in enumerate(readings):
        for firing in reading.firings:
            if firing.subtype is not None and firing.weight > 0:
                raw[place, _PLACES[firing.subtype]] += RULE_BONUS * firing.weight
    start = 0
    for label in LABELS:
        end = start + len(SUBTYPES[label])
        block = np.exp(raw[:, start:end] - raw[:, start:end].max(axis=1, keepdims=True))
        raw[:, start:end] = block / block.sum(axis=1, keepdims=True)
        start = end
    return raw


def heed_formulas(
    readings: Sequence[Reading], shares: NDArray[np.float64], chances: NDArray[np.float64]
) -> dict[int, Firing]:
    """Lines that are nothing but a formula get what the formula says, in place; which rule spoke, by row."""
    found = {}
    for place, reading in enumerate(readings):
        firing = next((firing for firing in reading.firings if firing.rule.startswith(ANSWER)), None)
        if firing is None:
            continue
        found[place] = firing
        for i, label in enumerate(LABELS):
            if label is firing.label:
                chances[place, i] = max(float(chances[place, i]), ANSWER_WEIGHT)
            else:
                chances[place, i] = min(float(chances[place, i]), 1 - ANSWER_WEIGHT)
        if firing.label is not None and firing.subtype is not None:
            first, last = _RANGES[firing.label]
            shares[place, first:last] = 0.0
            shares[place, ALL_SUBTYPES.index(firing.subtype)] = 1.0
    return found
