"""What was worked out of a word or a piece of text, kept for when it comes again: the words of minutes recur."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")


class Learned(dict[str, V]):
    """Worked out when a word is first asked for (``learned[word]``), and forgotten when there are too many.

    A whole line is asked for in one step: ``map(learned.__getitem__, words)``. Cheaper than ``lru_cache``, which keeps an order
    of use.
    """

    __slots__ = ("_learn", "_limit")

    def __init__(self, learn: Callable[[str], V], limit: int = 20_000) -> None:
        super().__init__()
        self._learn = learn
        self._limit = limit

    def __missing__(self, word: str) -> V:
        if len(self) >= self._limit:
            self.clear()
        found = self[word] = self._learn(word)
        return found
