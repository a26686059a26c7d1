"""A cheap look before a regular expression: pieces of text of which every match must hold one.

Most sentences hold none of the words of most formulas. From a pattern's parse we take, for every way to match it, one piece
that must occur: five letters, four, or fewer where there are no more, or any digit. A sentence that holds none of them cannot
match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

SIZES = (5, 4)
# Stands among the pieces of a text that holds a digit.
DIGIT = "0-9"
_HAS_DIGIT = re.compile(r"\d")
_MOST_STRINGS = 400
_MOST_LETTERS = 6
_CACHED_WORDS = 20_000
# How much a piece of that many letters lets through, roughly; and a digit.
_COSTS = {5: 1.0, 4: 1.5, 3: 4.0, 2: 12.0, 1: 20.0}
_DIGIT_COST = 6.0
# Words that stand in half of all sentences of minutes: their pieces are the last to ask for. They steer speed, never results.
_FREQUENT = (
    " til ikke der med for skal kan som efter under over inden blev bliver blive udvalget rådet bestyrelsen godkendt godkender taget"
    " tager indstilling forvaltningen stilling center kommer kommune punktet sagen mødet forslag "
)
_FREQUENT_COST = 8.0


def required_pieces(pattern: str) -> frozenset[str] | None:
    """Pieces of which every match of ``pattern`` holds at least one; None where no such set is found (then always search)."""
    try:
        from re import _constants, _parser  # type: ignore[attr-defined]
    except ImportError:  # pragma: no cover - a Python without the parser: search everywhere
        return None
    return _Reader(_constants).best(_parser.parse(pattern))


def _cost(found: frozenset[str]) -> float:
    return sum(map(_piece_cost, found))


def _piece_cost(piece: str) -> float:
    if piece == DIGIT:
        return _DIGIT_COST
    return max(_COSTS[len(piece.strip()) or 1], _FREQUENT_COST if piece in _FREQUENT else 0.0)


class _Reader:
    """Walks a parsed pattern. A stretch with finitely many readings is kept as the set of those strings."""

    def __init__(self, constants: Any) -> None:
        self.c = constants

    def best(self, sequence: Any) -> frozenset[str] | None:
        candidates: list[frozenset[str]] = []
        strings: set[str] = {""}

        def flush() -> None:
            nonlocal strings
            if all(strings):
                candidates.append(frozenset(_rarest(string, min(len(string), SIZES[0])) for string in strings))
            strings = {""}

        for item in sequence:
            options = self.strings(item)
            if options is not None and len(options) * len(strings) <= _MOST_STRINGS:
                strings = {before + after for before in strings for after in options}
                continue
            flush()
            if options is not None:
                strings = set(options)
                continue
            inner = self.inner(item)
            if inner is not None:
                candidates.append(inner)
        flush()
        return min(candidates, key=lambda found: (_cost(found), sorted(found)), default=None)

    def strings(self, item: Any) -> set[str] | None:
        """Every string an element can match, if they are few; None otherwise."""
        kind, value = item
        c = self.c
        if kind is c.LITERAL:
            return {chr(value)}
        if kind is c.AT or kind in (c.ASSERT, c.ASSERT_NOT):
            return {""}
        if kind is c.IN:
            letters = {chr(number) for sort, number in value if sort is c.LITERAL}
            return letters if len(letters) == len(value) <= _MOST_LETTERS else None
        if kind is c.SUBPATTERN:
            return self.sequence_strings(value[-1])
        if kind is c.BRANCH:
            found: set[str] = set()
            for branch in value[1]:
                options = self.sequence_strings(branch)
                if options is None:
                    return None
                found |= options
            return found if len(found) <= _MOST_STRINGS else None
        if kind in (c.MAX_REPEAT, c.MIN_REPEAT) and value[1] == 1:
            options = self.sequence_strings(value[2])
            return None if options is None else options | ({""} if value[0] == 0 else set())
        return None

    def sequence_strings(self, sequence: Any) -> set[str] | None:
        found: set[str] = {""}
        for item in sequence:
            options = self.strings(item)
            if options is None or len(options) * len(found) > _MOST_STRINGS:
                return None
            found = {before + after for before in found for after in options}
        return found

    def inner(self, item: Any) -> frozenset[str] | None:
        """Required pieces of an element with endless readings."""
        kind, value = item
        c = self.c
        if kind is c.IN:
            return frozenset({DIGIT}) if all(self.is_digit(*member) for member in value) else None
        if kind is c.SUBPATTERN:
            return self.best(value[-1])
        if kind is c.BRANCH:
            found: set[str] = set()
            for branch in value[1]:
                part = self.best(branch)
                if part is None:
                    return None
                found |= part
            return frozenset(found)
        if kind in (c.MAX_REPEAT, c.MIN_REPEAT) and value[0] >= 1:
            return self.best(value[2])
        return None

    def is_digit(self, sort: Any, value: Any) -> bool:
        """Whether a member of a character class stands for digits alone."""
        c = self.c
        if sort is c.CATEGORY:
            return value is c.CATEGORY_DIGIT
        return sort is c.RANGE and chr(value[0]).isdecimal() and chr(value[1]).isdecimal() and value[1] - value[0] < 10


def _rarest(string: str, size: int) -> str:
    """One piece of a string, rather within a word than at its edge or across two, rather late than early, and of no frequent
    word."""
    best, chosen = -1, string[:size]
    for place in range(len(string) - size + 1):
        piece = string[place : place + size]
        rank = min(place, 3)
        if " " not in piece:
            rank += 28
        elif " " not in piece[1:-1]:
            rank += 16
        if piece not in _FREQUENT:
            rank += 8
        if rank > best:
            best, chosen = rank, piece
    return chosen


def factored(pattern: str) -> str:
    r"""The pattern with ``\b`` or ``^`` taken out before its alternatives: ``\ba|\bb`` as ``\b(?:a|b)``. ``re`` tries every
    alternative at every character; with the word's edge asked first, it tries them at words only. Same matches."""
    groups: dict[str, list[str]] = {"^": [], r"\b": [], "": []}
    for part in _alternatives(pattern):
        edge = next((edge for edge in ("^", r"\b") if part.startswith(edge)), "")
        groups[edge].append(part[len(edge) :])
    return "|".join(f"{edge}(?:{'|'.join(parts)})" for edge, parts in groups.items() if parts)


def _alternatives(pattern: str) -> list[str]:
    """A pattern cut at its outermost bars."""
    found, depth, start, place, in_class = [], 0, 0, 0, False
    while place < len(pattern):
        sign = pattern[place]
        if sign == "\\":
            place += 1
        elif in_class:
            in_class = sign != "]"
        elif sign == "[":
            in_class = True
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and depth == 0:
            found.append(pattern[start:place])
            start = place + 1
        place += 1
    return [*found, pattern[start:]]


class Filtered:
    """A compiled pattern with its pieces: ``needed`` are those that a :class:`Lookout` finds word by word, ``short`` are looked
    for in the text."""

    __slots__ = ("_compiled", "_source", "needed", "short")

    def __init__(self, pattern: str) -> None:
        self._source = pattern
        self._compiled: re.Pattern[str] | None = None
        found = required_pieces(pattern)
        self.needed = frozenset(p for p in found or () if p == DIGIT or (len(p) in SIZES and " " not in p[1:-1]))
        # The empty string stands in every text.
        short = {""} if found is None else found - self.needed
        self.short = tuple(sorted(piece for piece in short if not any(o in piece for o in short - {piece})))

    @property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when it is first needed: few documents ask for every formula."""
        if self._compiled is None:
            self._compiled = re.compile(factored(self._source))
        return self._compiled

    def possible(self, text: str, held: frozenset[str]) -> bool:
        """Whether there can be a match in ``text``; its pieces are among those ``held``."""
        if not self.needed.isdisjoint(held):
            return True
        return any(piece in text for piece in self.short) if self.short else False

    def search(self, text: str, held: frozenset[str]) -> re.Match[str] | None:
        """The first match in ``text``, whose pieces are among those ``held``."""
        if self.needed.isdisjoint(held):
            for piece in self.short:
                if piece in text:
                    break
            else:
                return None
        return (self._compiled or self.pattern).search(text)


class Lookout:
    """Finds which of the pieces that some patterns need a text holds. The words of minutes recur: each is cut up once."""

    def __init__(self, patterns: Iterable[Filtered]) -> None:
        self._needed = frozenset[str]().union(*(pattern.needed for pattern in patterns))
        self._words: dict[str, frozenset[str]] = {}

    def held(self, text: str) -> frozenset[str]:
        """The needed pieces in ``text``."""
        words = self._words
        found = []
        for word in text.split(" "):
            known = words.get(word)
            if known is None:
                if len(words) > _CACHED_WORDS:
                    words.clear()
                known = words[word] = self._pieces(word)
            if known:
                found.append(known)
        return frozenset().union(*found)

    def _pieces(self, word: str) -> frozenset[str]:
        marked = f" {word} "
        found = {marked[i : i + size] for size in SIZES for i in range(len(marked) - size + 1)}
        if _HAS_DIGIT.search(word):
            found.add(DIGIT)
        return self._needed & found
