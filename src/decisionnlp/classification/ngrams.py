"""Runs of one to three words: as features, and as a tree in which a model finds its own without spelling any out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise, repeat

# Stand for the ends of a sentence in runs of two and three words.
_FIRST, _LAST = "^", "$"
# Behind a second word: the place of the two words (-1 for none), and the third words with the places of the three, if any.
_Behind = tuple[int, dict[str, int] | None]
_NOTHING_BEHIND: dict[str, _Behind] = {}


def ngrams(words: Sequence[str]) -> list[str]:
    """``w:`` each word, ``b:`` each run of two and of three words, the ends of the sentence marked."""
    padded = [_FIRST, *words, _LAST]
    pairs = [f"b:{first} {second}" for first, second in pairwise(padded)]
    return [
        *(f"w:{word}" for word in words),
        *pairs,
        *(f"{pair} {third}" for pair, third in zip(pairs, padded[2:], strict=False)),
    ]


class NgramTree:
    """The places of a vocabulary's runs of two and three words. Most runs of a sentence are in no vocabulary, and the tree says
    so at their first or second word."""

    __slots__ = ("_pairs",)

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._pairs: dict[str, dict[str, _Behind]] = {}
        for feature, place in vocabulary.items():
            run = feature[2:].split(" ") if feature.startswith("b:") else []
            if len(run) not in (2, 3):
                continue
            behind = self._pairs.setdefault(run[0], {})
            known, thirds = behind.get(run[1], (-1, None))
            if len(run) == 2:
                behind[run[1]] = (place, thirds)
            else:
                thirds = {} if thirds is None else thirds
                thirds[run[2]] = place
                behind[run[1]] = (known, thirds)

    def places(self, words: Sequence[str]) -> list[int]:
        """The places of the runs in ``words`` (see :func:`ngrams`) that the vocabulary holds, some more than once."""
        found: list[int] = []
        padded = (_FIRST, *words, _LAST, "")  # no run has an empty word
        behind = map(self._pairs.get, padded, repeat(_NOTHING_BEHIND))
        for known, third in zip(map(dict.get, behind, padded[1:]), padded[2:], strict=False):
            if known is None:
                continue
            place, thirds = known
            if place >= 0:
                found.append(place)
            if thirds is not None and third in thirds:
                found.append(thirds[third])
        return found
