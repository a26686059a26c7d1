"""The words around an expression: cue lists as bits of a mask, collected once per clause and sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines.knowing import CUE_BITS, CUES_AT, KNOWN
from decisionnlp.extraction.deadlines.sentence_starts import sentence_starts
from decisionnlp.extraction.deadlines.tenses import Clauses
from decisionnlp.extraction.deadlines.tokens import Tokens

_LEX = lexicons.load("deadline_context")


class Cues:
    """The lists of cue words that words are on, each a bit of a mask (told with all else that is known of a word)."""

    bits = CUE_BITS

    def mask(self, words: Iterable[str]) -> int:
        """The lists that any of the words is on."""
        return reduce(or_, map(KNOWN.__getitem__, words), 0) >> CUES_AT

    def of(self, word: str) -> int:
        """The lists that a word is on."""
        return KNOWN[word] >> CUES_AT


CUES = Cues()
# Tokens that a look over a clause goes to either side.
_NEAR = 40


def words_of(name: str) -> frozenset[str]:
    section, _, key = name.partition(".")
    return frozenset(_LEX[section][key or "words"])


class Surroundings:
    """Words and cues of the clause and the sentence around an expression, each collected when first asked for.

    Most texts hold no cue and no past form at all: ``mask`` and ``may_be_past`` tell that at once, and then neither
    sentences nor clauses are ever made.
    """

    __slots__ = (
        "_clauses",
        "_sentence_masks",
        "_starts",
        "mask",
        "may_be_past",
        "meeting",
        "tokens",
    )

    def __init__(self, tokens: Tokens, meeting: date | None) -> None:
        self.tokens = tokens
        self.meeting = meeting
        self.mask = tokens.cues
        self.may_be_past = tokens.may_be_past
        self._starts: list[int] | None = None
        self._clauses: Clauses | None = None
        self._sentence_masks: dict[int, int] | None = None

    @property
    def starts(self) -> list[int]:
        """The tokens at which sentences begin."""
        if self._starts is None:
            self._starts = sentence_starts(self.tokens)
        return self._starts

    @property
    def clauses(self) -> Clauses:
        if self._clauses is None:
            self._clauses = Clauses(self.tokens, self.starts)
        return self._clauses

    def clause_words(self, index: int) -> frozenset[str]:
        clauses = self.clauses
        openers = clauses.openers
        number = bisect_right(openers, index) - 1
        found = clauses.words.get(number)
        if found is None:
            end = openers[number + 1] if number + 1 < len(openers) else self.tokens.size
            found = clauses.words[number] = frozenset(self.tokens.words[openers[number] : end])
        return found

    def clause_bounds(self, index: int) -> tuple[int, int]:
        """The first token of the clause and the one behind it, at most so far away that a look over them stays cheap."""
        openers = self.clauses.openers
        number = bisect_right(openers, index) - 1
        last = openers[number + 1] if number + 1 < len(openers) else self.tokens.size
        return max(openers[number], index - _NEAR), min(last, index + _NEAR)

    def bounds(self, index: int) -> tuple[int, int]:
        """The first token of the sentence and the one behind it."""
        starts = self._starts
        if starts is None:
            starts = self._starts = sentence_starts(self.tokens)
        if len(starts) == 1:
            return 0, self.tokens.size
        number = bisect_right(starts, index) - 1
        return starts[number], starts[number + 1] if number + 1 < len(starts) else self.tokens.size

    def clause_has(self, index: int, name: str) -> bool:
        bit = CUES.bits[name]
        if not self.mask & bit:
            return False
        return self.clause_mask(index) & bit != 0

    def clause_mask(self, index: int) -> int:
        """The lists that the words of the clause are on."""
        clauses = self.clauses
        if len(clauses.openers) == 1:
            return self.mask
        number = clauses.clause(index)
        mask = clauses.masks.get(number)
        if mask is None:
            mask = clauses.masks[number] = CUES.mask(self.clause_words(index))
        return mask

    def sentence_has(self, index: int, name: str) -> bool:
        bit = CUES.bits[name]
        if not self.mask & bit:
            return False
        return self.sentence_mask(index) & bit != 0

    def sentence_mask(self, index: int) -> int:
        """The lists that the words of the sentence are on."""
        begin, end = self.bounds(index)
        if end - begin == self.tokens.size:
            return self.mask
        masks = self._sentence_masks
        if masks is None:
            masks = self._sentence_masks = {}
        mask = masks.get(begin)
        if mask is None:
            mask = masks[begin] = CUES.mask(self.tokens.words[begin:end])
        return mask

    def near_has(self, first: int, last: int, name: str) -> bool:
        """Between two tokens, which the sentence bounds."""
        bit = CUES.bits[name]
        return self.mask & bit != 0 and CUES.mask(self.tokens.words[first:last]) & bit != 0


def any_of(*names: str) -> int:
    """The bits of several cue lists."""
    return reduce(or_, (CUES.bits[name] for name in names))
