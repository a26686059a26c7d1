"""The last word on an expression that the rules let pass: signs weighed together, with weights that were learned.

The rules know the wordings they were written for; the weights were fitted to sentences of many rounds at once and hold up
better before wordings nobody has seen. They only veto. ``training/deadline_arbiter.py`` fits and measures them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Generic, NamedTuple, TypeVar

from decisionnlp.extraction.deadlines.evidence import facts, more_facts, place, signs, word_signs, words_near
from decisionnlp.extraction.deadlines.placing import Placed
from decisionnlp.extraction.deadlines.surroundings import Surroundings

WEIGHTS = "arbiter.json"
_Key = TypeVar("_Key", str, tuple[str, ...])


class Weights(NamedTuple):
    """``of`` is what each sign adds to the log-odds of a deadline, ``bias`` what they begin with; below ``threshold`` is none."""

    bias: float
    threshold: float
    of: dict[str, float]


@cache
def weights() -> Weights:
    """The weights shipped with the package, read when first asked for."""
    stored = json.loads(files("decisionnlp.lexicons").joinpath(WEIGHTS).read_text(encoding="utf-8"))
    return Weights(stored["bias"], stored["threshold"], stored["weights"])


class _Remembered(dict[_Key, float], Generic[_Key]):
    """What a fact or word adds, worked out when it is first met; forgotten when there are too many."""

    def __init__(self, signs_of: Callable[[_Key], list[str]]) -> None:
        super().__init__()
        self._signs_of: Callable[[_Key], list[str]] = signs_of

    def __missing__(self, key: _Key) -> float:
        if len(self) >= _LIMIT:
            self.clear()
        of = weights().of
        found = self[key] = sum(of.get(sign, 0.0) for sign in self._signs_of(key))
        return found


_LIMIT = 60_000
# With so much in favour at first, nothing seen so far has spoken strongly enough against.
_SURE = 1.5
_facts = _Remembered(signs)
_words = _Remembered(word_signs)


def odds(placed: Placed, around: Surroundings) -> float:
    """The log-odds that the expression is a deadline; 0 is even. What the first signs settle is weighed by them alone."""
    at = place(placed, around)
    found = weights().bias + sum(map(_facts.__getitem__, facts(placed, around, at)))
    if found >= _SURE:
        return found
    found += sum(map(_facts.__getitem__, more_facts(placed, around, at)))
    return found + sum(map(_words.__getitem__, words_near(placed, around, at)))


# Leads that say themselves that a limit is meant: senest, frist; inden udgangen af. Rhythms, lengths and events have none.
SURE_LEADS = frozenset({"", "by", "end"})


def doubted(log_odds: float) -> bool:
    """Whether so little speaks for a deadline that the expression is taken for none."""
    return log_odds < weights().threshold
