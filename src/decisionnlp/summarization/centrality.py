"""How much of a paper a sentence stands for: cosine LexRank over term vectors, without ever forming the matrix of similarities.

Sentences are unit vectors of term weights (rows of ``X``). The random walk of LexRank with continuous similarities needs only
``X @ (X.T @ p)``: linear in the number of words, so 200 pages cost hundred times as much as two (Erkan and Radev 2004, section 3.3).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from decisionnlp import lexicons

_TOKEN = re.compile(r"[^\W_]+(?:[-/.][^\W_]+)*")
_LEXICON = lexicons.load("summary_stopwords")
STOPWORDS = frozenset(_LEXICON["words"].split())
_ENDINGS = tuple(sorted(_LEXICON["endings"].split(), key=len, reverse=True))
_DAMPING = 0.85
_ROUNDS = 25

Floats = NDArray[np.float64]


def terms(text: str) -> list[str]:
    """Lower-case content words of ``text``, cut to a crude stem (``kommunens``, ``kommuner`` as ``kommun``)."""
    return [_stem(token) for token in _TOKEN.findall(text.lower()) if token not in STOPWORDS]


def _stem(token: str) -> str:
    if token[0].isdigit():
        return token
    for ending in _ENDINGS:
        if token.endswith(ending) and len(token) - len(ending) >= 4:
            return token[: -len(ending)]
    return token


@dataclass(frozen=True, slots=True)
class Vectors:
    """Sparse unit vectors: entry ``k`` says that sentence ``rows[k]`` holds term ``columns[k]`` with weight ``values[k]``.

    Entries are sorted by row; ``bounds[i]:bounds[i + 1]`` are those of sentence ``i``.
    """

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    values: Floats
    bounds: NDArray[np.int64]
    vocabulary: dict[str, int]
    weights: Floats

    @property
    def size(self) -> int:
        return len(self.bounds) - 1

    def similarity(self, index: int) -> Floats:
        """Cosine of every sentence with sentence ``index``."""
        own = slice(self.bounds[index], self.bounds[index + 1])
        return self.against(self.columns[own], self.values[own])

    def against(self, columns: NDArray[np.int64], values: Floats) -> Floats:
        dense = np.zeros(len(self.weights))
        dense[columns] = values
        return np.asarray(np.bincount(self.rows, self.values * dense[self.columns], self.size), float)

    def to_query(self, text: str) -> Floats:
        """Cosine of every sentence with ``text``; zeros where they share no term."""
        counts: dict[int, float] = {}
        for term in terms(text):
            column = self.vocabulary.get(term)
            if column is not None:
                counts[column] = counts.get(column, 0.0) + 1.0
        if not counts:
            return np.zeros(self.size)
        columns = np.fromiter(counts, np.int64, len(counts))
        values = np.fromiter(counts.values(), float, len(counts)) * self.weights[columns]
        norm = float(np.linalg.norm(values))
        return self.against(columns, values / norm) if norm else np.zeros(self.size)


def vectors_of(texts: Sequence[str]) -> Vectors:
    """Unit vectors of ``texts`` with term frequency times inverse sentence frequency."""
    vocabulary: dict[str, int] = {}
    rows: list[int] = []
    columns: list[int] = []
    counts: list[float] = []
    bounds = [0]
    for row, text in enumerate(texts):
        own: dict[int, float] = {}
        for term in terms(text):
            column = vocabulary.setdefault(term, len(vocabulary))
            own[column] = own.get(column, 0.0) + 1.0
        rows += [row] * len(own)
        columns += own
        counts += own.values()
        bounds.append(len(rows))
    at_row, at_column = np.array(rows, np.int64), np.array(columns, np.int64)
    found = np.bincount(at_column, minlength=len(vocabulary)) if rows else np.zeros(0)
    weights = np.log((len(texts) + 1.0) / (found + 0.5))
    values = np.array(counts, float) * weights[at_column] if rows else np.zeros(0)
    norms = np.sqrt(np.bincount(at_row, values**2, len(texts))) if rows else np.zeros(len(texts))
    norms[norms == 0] = 1.0
    return Vectors(
        at_row, at_column, values / norms[at_row] if rows else values, np.array(bounds, np.int64), vocabulary, weights
    )


def centrality(vectors: Vectors) -> Floats:
    """LexRank of every sentence, scaled so that the average is 1; all 1 where nothing is shared."""
    size = vectors.size
    if not size:
        return np.zeros(0)

    def similar(given: Floats) -> Floats:
        spread = np.bincount(vectors.columns, vectors.values * given[vectors.rows], len(vectors.weights))
        return np.bincount(vectors.rows, vectors.values * spread[vectors.columns], size) - own * given

    own = np.bincount(vectors.rows, vectors.values**2, size)
    degree = np.maximum(similar(np.ones(size)), 0.0)
    linked = degree > 1e-9
    score = np.full(size, 1.0 / size)
    for _ in range(_ROUNDS):
        flow = np.where(linked, score / np.where(linked, degree, 1.0), 0.0)
        stranded = float(score[~linked].sum())
        fresh = (1 - _DAMPING + _DAMPING * stranded) / size + _DAMPING * np.maximum(similar(flow), 0.0)
        if float(np.abs(fresh - score).sum()) < 1e-7:
            score = fresh
            break
        score = fresh
    return score * size
