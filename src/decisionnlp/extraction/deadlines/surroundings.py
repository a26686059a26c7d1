"""The words around an expression: cue lists as bits of a mask, collected once per clause and sentence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines.tenses import Clauses
from decisionnlp.extraction.deadlines.tokens import Learned, Tokens

_LEX = lexicons.load("deadline_context")


class Cues:
    """Every cue list as one bit of a mask: a word's mask is worked out once, a clause's is the union of its words'.

    An entry that ends in ``*`` is the beginning of a word.
    """

    def __init__(self, lexicon: dict[str, dict[str, Any]]) -> None:
        self._words: dict[str, int] = {}
        self._beginnings: list[tuple[tuple[str, ...], int]] = []
        self._known = Learned(self._learn)
        self.bits: dict[str, int] = {}
        for section, lists in lexicon.items():
            for key, entries in lists.items():
                if key == "example":
                    continue
                bit = 1 << len(self.bits)
                self.bits[section if key == "words" else f"{section}.{key}"] = bit
                beginnings = tuple(entry[:-1] for entry in entries if entry.endswith("*"))
                if beginnings:
                    self._beginnings.append((beginnings, bit))
                for entry in entries:
                    if not entry.endswith("*"):
                        self._words[entry] = self._words.get(entry, 0) | bit

    def mask(self, words: Iterable[str]) -> int:
        """The lists that any of the words is on."""
        return self._known.union(words)

    def _learn(self, word: str) -> int:
        bits = self._words.get(word, 0)
        for beginnings, bit in self._beginnings:
            if word.startswith(beginnings):
                bits |= bit
        return bits


_CUES = Cues(_LEX)


def words_of(name: str) -> frozenset[str]:
    section, _, key = name.partition(".")
    return frozenset(_LEX[section][key or "words"])


class Surroundings:
    """Words and cues of the clause and the sentence around an expression, each collected once."""

    __slots__ = ("_clause_masks", "_clause_words", "_sentence_masks", "clauses", "meeting", "starts", "tokens")

    def __init__(self, tokens: Tokens, clauses: Clauses, starts: list[int], meeting: date | None) -> None:
        self.tokens = tokens
        self.clauses = clauses
        self.starts = starts
        self.meeting = meeting
        self._clause_words: dict[int, frozenset[str]] = {}
        self._clause_masks: dict[int, int] = {}
        self._sentence_masks: dict[int, int] = {}

    def clause_words(self, index: int) -> frozenset[str]:
        number = self.clauses.clause(index)
        found = self._clause_words.get(number)
        if found is None:
            begin = self.clauses.openers[number]
            end = self.clauses.openers[number + 1] if number + 1 < len(self.clauses.openers) else self.tokens.size
            found = self._clause_words[number] = frozenset(self.tokens.words[begin:end])
        return found

    def bounds(self, index: int) -> tuple[int, int]:
        """The first token of the sentence and the one behind it."""
        number = self.clauses.sentence(index)
        begin = self.starts[number]
        end = self.starts[number + 1] if number + 1 < len(self.starts) else self.tokens.size
        return begin, end

    def clause_has(self, index: int, name: str) -> bool:
        number = self.clauses.clause(index)
        mask = self._clause_masks.get(number)
        if mask is None:
            mask = self._clause_masks[number] = _CUES.mask(self.clause_words(index))
        return bool(mask & _CUES.bits[name])

    def sentence_has(self, index: int, name: str) -> bool:
        number = self.clauses.sentence(index)
        mask = self._sentence_masks.get(number)
        if mask is None:
            begin, end = self.bounds(index)
            mask = self._sentence_masks[number] = _CUES.mask(self.tokens.words[begin:end])
        return bool(mask & _CUES.bits[name])

    def near_has(self, first: int, last: int, name: str) -> bool:
        """Between two tokens, which the sentence bounds."""
        return bool(_CUES.mask(self.tokens.words[first:last]) & _CUES.bits[name])
