"""Words and pairs of words that many papers share: what sentences of this kind are made of, whatever they are about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"[a-zæøåé]+|\d[\d.,]*")
_NUMBER = "#"  # stands for every figure
FEWEST_PAPERS = 8  # that must hold a phrase; what fewer hold is a subject rather than a way of saying
SCALE = 2.0  # of a sentence's phrases against the plain features: the larger, the less they are held back in training


def phrases_of(text: str) -> list[str]:
    """The words of ``text`` in lower case, and each two neighbours, once each and in order of the alphabet."""
    words = [word if not word[0].isdigit() else _NUMBER for word in _WORD.findall(text.lower())]
    return sorted({*words, *(f"{first} {second}" for first, second in pairwise(words))})


def shared_phrases(papers: Iterable[Sequence[str]], fewest: int = FEWEST_PAPERS) -> list[str]:
    """Those that at least ``fewest`` of ``papers`` (each its sentences) hold, in order of the alphabet."""
    counts: Counter[str] = Counter()
    for sentences in papers:
        counts.update({phrase for text in sentences for phrase in phrases_of(text)})
    return sorted(phrase for phrase, count in counts.items() if count >= fewest)


def phrase_matrix(texts: Sequence[str], vocabulary: Sequence[str]) -> NDArray[np.float64]:
    """A row per text, a column per phrase of ``vocabulary``; the length of a row that is not empty is ``SCALE``."""
    places = {phrase: place for place, phrase in enumerate(vocabulary)}
    found = np.zeros((len(texts), len(vocabulary)))
    for row, text in enumerate(texts):
        held = [places[phrase] for phrase in phrases_of(text) if phrase in places]
        if held:
            found[row, held] = SCALE / np.sqrt(len(held))
    return found


def phrase_worth(texts: Sequence[str], weights: dict[str, float]) -> NDArray[np.float64]:
    """``phrase_matrix(texts, list(weights)) @ weights`` without the matrix: papers may be long."""
    worth = np.zeros(len(texts))
    if weights:
        for row, text in enumerate(texts):
            held = [weights[phrase] for phrase in phrases_of(text) if phrase in weights]
            if held:
                worth[row] = SCALE * sum(held) / np.sqrt(len(held))
    return worth
