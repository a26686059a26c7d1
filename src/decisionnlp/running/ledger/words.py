"""What two wordings have in common: dictionary forms of the words that carry meaning, weighed by how rare they are here."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

import simplemma

from decisionnlp import lexicons

_WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*")


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(lexicons.load("summary_stopwords")["words"].split())


@cache
def cues(table: str, key: str = "words") -> frozenset[str]:
    return frozenset(lexicons.load("ledger")[table][key])


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """The dictionary form of a lower-case word."""
    return str(simplemma.lemmatize(word, lang="da")).lower()


@lru_cache(maxsize=50_000)
def content(text: str) -> frozenset[str]:
    """The meaningful words of a text as dictionary forms: no function words, no dates, nothing that fits every task."""
    found = set()
    for match in _WORD.finditer(text.lower()):
        word = match.group()
        if word in _stopwords() or word.isdigit() or len(word) < 2:
            continue
        form = lemma(word)
        if form not in cues("pale_words") and form not in _stopwords():
            found.add(form)
    return frozenset(found)


@lru_cache(maxsize=20_000)
def title_words(title: str) -> frozenset[str]:
    """The meaningful words of an item's title, without those that stand on every agenda."""
    return frozenset(word for word in content(title) if word not in cues("usual_titles"))


class Weights:
    """How telling a word is: the inverse share of ``texts`` that have it (Spärck Jones 1972)."""

    def __init__(self, texts: Iterable[frozenset[str]]) -> None:
        self._counts: Counter[str] = Counter()
        self._total = 0
        for words in texts:
            self._counts.update(words)
            self._total += 1

    def of(self, words: Iterable[str]) -> float:
        return sum(math.log1p((self._total + 1) / (self._counts[word] + 0.5)) for word in words)

    def alike(self, one: frozenset[str], two: frozenset[str]) -> float:
        """Weighed Dice coefficient in [0, 1]; 0 where either has no words."""
        if not one or not two:
            return 0.0
        return 2 * self.of(one & two) / (self.of(one) + self.of(two))

    def covered(self, wanted: frozenset[str], given: frozenset[str]) -> float:
        """The weighed share of ``wanted`` that ``given`` has, in [0, 1]."""
        return self.of(wanted & given) / self.of(wanted) if wanted else 0.0
