"""A cheap look before a regular expression: pieces of text of which every match must hold one.

Most sentences hold none of the words of most formulas. From a pattern's parse we take, for every way to match it, a few pieces
that must occur: five letters, four, or fewer where there are no more, or any digit. A sentence that lacks them cannot match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any

from decisionnlp.learned import Learned

_LONGEST_PIECE = 5
# Stands among the pieces of a text that holds a digit.
DIGIT = "0-9"
_HAS_DIGIT = re.compile(r"\d")
_MOST_STRINGS = 400
_MOST_LETTERS = 6
# How much a piece of that many letters lets through, roughly; and a digit.
_COSTS = {5: 1.0, 4: 1.5, 3: 4.0, 2: 12.0, 1: 20.0}
_DIGIT_COST = 6.0
# Words that stand in half of all sentences of minutes: their pieces are the last to ask for. They steer speed, never results.
_FREQUENT = (
    " til ikke der med for skal kan som efter under over inden blev bliver blive udvalget rådet bestyrelsen godkendt godkender taget"
    " tager indstilling forvaltningen stilling center kommer kommune punktet sagen mødet forslag "
)
_FREQUENT_COST = 8.0
# How many pieces are asked for in each alternative of a pattern; more than that are rarely told apart.
_MOST_ASKED = 3


def required_pieces(pattern: str) -> list[tuple[frozenset[str], ...]]:
    """For each outermost alternative of ``pattern`` sets of pieces, the most telling first; every match of it holds one piece of
    each set. An alternative without sets must always be searched for."""
    ways = _alternatives(pattern)
    try:
        from re import _constants, _parser  # type: ignore[attr-defined]
    except ImportError:  # pragma: no cover - a Python without the parser: search everywhere
        return [()] * len(ways)
    reader = _Reader(_constants)
    return [tuple(reader.candidates(_parser.parse(way))[:_MOST_ASKED]) for way in ways]


def _cost(found: frozenset[str]) -> float:
    return sum(map(_piece_cost, found))


def _piece_cost(piece: str) -> float:
    if piece == DIGIT:
        return _DIGIT_COST
    return max(_COSTS[len(piece.strip())], _FREQUENT_COST if piece in _FREQUENT else 0.0)


class _Reader:
    """Walks a parsed pattern. A stretch with finitely many readings is kept as the set of those strings."""

    def __init__(self, constants: Any) -> None:
        self.c = constants

    def best(self, sequence: Any) -> frozenset[str] | None:
        return next(iter(self.candidates(sequence)), None)

    def candidates(self, sequence: Any) -> list[frozenset[str]]:
        """Sets of pieces, of each of which a match of the whole sequence holds one; the cheapest to ask for first."""
        candidates: list[frozenset[str]] = []
        strings: set[str] = {""}

        def flush() -> None:
            nonlocal strings
            if all(map(str.strip, strings)):
                candidates.append(frozenset(map(_rarest, strings)))
                others = {_rest(string, _rarest(string)) for string in strings}
                if all(others):
                    candidates.append(frozenset(map(_rarest, others)))
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
        return sorted(candidates, key=lambda found: (_cost(found), sorted(found)))

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


def _rest(string: str, piece: str) -> str:
    """What a string holds before the word of the piece, or else behind it; nothing where it is one word."""
    place = string.rindex(piece)
    before = string[: string.rfind(" ", 0, place + 1) + 1]
    end = string.find(" ", place + len(piece) - 1)
    behind = string[end:] if end >= 0 else ""
    return max(before, behind, key=lambda part: len(part.strip())) if (before + behind).strip() else ""


def _rarest(string: str) -> str:
    """One piece of a string, not across two words, as long as can be, rather within a word than at its edge, rather late than
    early, and of no frequent word."""
    for size in range(_LONGEST_PIECE, 0, -1):
        best, chosen = -1, ""
        for place in range(len(string) - size + 1):
            piece = string[place : place + size]
            if " " in piece[1:-1] or not piece.strip():
                continue
            rank = min(place, 3) + (28 if " " not in piece else 16) + (0 if piece in _FREQUENT else 8)
            if rank > best:
                best, chosen = rank, piece
        if chosen:
            return chosen
    raise ValueError("a blank string has no piece")


def factored(pattern: str) -> str:
    r"""The pattern with ``\b`` or ``^`` taken out before its alternatives: ``\ba|\bb`` as ``\b(?:a|b)``. ``re`` tries every
    alternative at every character; with the word's edge asked first, it tries them at words only. Same matches."""
    groups: dict[str, list[str]] = {"^": [], r"\b": [], "": []}
    for part in _alternatives(pattern):
        edge = next((edge for edge in ("^", r"\b") if part.startswith(edge)), "")
        groups[edge].append(part[len(edge) :])
    return "|".join(f"{edge}(?:{'|'.join(parts)})" for edge, parts in groups.items() if parts)


# A group with nothing but the edge of a word around it: what stands in it are alternatives of the whole.
_EDGED_GROUP = re.compile(r"(\^|\\b|)\(\?:(.*)\)(\\b|)", re.DOTALL)


def _alternatives(pattern: str) -> list[str]:
    """A pattern cut at its outermost bars: ``\ba|(?:b|c)\b`` into ``\ba``, ``b\b`` and ``c\b``."""
    found = []
    for part in _cut(pattern) or [pattern]:
        group = _EDGED_GROUP.fullmatch(part)
        inner = _cut(group[2]) if group else None
        found += [f"{group[1]}{way}{group[3]}" for way in inner] if group and inner else [part]
    return found


def _cut(pattern: str) -> list[str] | None:
    """The parts between the outermost bars; None where a bracket closes that was not opened."""
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
            if depth < 0:
                return None
        elif sign == "|" and depth == 0:
            found.append(pattern[start:place])
            start = place + 1
        place += 1
    return [*found, pattern[start:]]


class Filtered:
    """A pattern of which only those alternatives are searched for that a :class:`Lookout` says may be found."""

    __slots__ = ("_compiled", "_whole", "source", "ways")

    def __init__(self, pattern: str) -> None:
        self.source = pattern
        self.ways = _alternatives(pattern)
        # Compiled when they are first needed: few documents ask for every formula.
        self._whole: re.Pattern[str] | None = None
        self._compiled: dict[int, re.Pattern[str]] = {}

    @property
    def pattern(self) -> re.Pattern[str]:
        """The whole pattern, for texts of which nothing is known."""
        if self._whole is None:
            self._whole = re.compile(factored(self.source))
        return self._whole

    def search(self, text: str, likely: Likely) -> re.Match[str] | None:
        """The first match in ``text``, a part of one whose ``likely`` patterns are known: what the whole pattern would find."""
        found: re.Match[str] | None = None
        for way in likely.get(self, ()):
            compiled = self._compiled.get(way)
            if compiled is None:
                compiled = self._compiled[way] = re.compile(self.ways[way])
            match = compiled.search(text)
            if match is not None and (found is None or match.start() < found.start()):
                found = match
        return found


# Patterns and the numbers of their alternatives, in order.
Likely = Mapping[Filtered, Sequence[int]]


class Lookout:
    """Tells which of some patterns a text may match, by the pieces it holds. The words of minutes recur: each is cut up once.

    The ways to match are numbered over all patterns, from the last. What a piece speaks for is kept as the bits of one integer, in layers
    of a bit for each way: the first for the first set of pieces that the way asks for, and so on.
    """

    def __init__(self, patterns: Iterable[Filtered]) -> None:
        asked = [
            (pattern, way, sets) for pattern in patterns for way, sets in enumerate(required_pieces(pattern.source))
        ]
        asked.reverse()
        self._owners = [(pattern, way, 1 << number) for number, (pattern, way, _) in enumerate(asked)]
        pieces: dict[str, int] = {}
        # What is asked of no way is given.
        self._given = 0
        for number, (_, _, sets) in enumerate(asked):
            for layer in range(_MOST_ASKED):
                bit = 1 << (layer * len(asked) + number)
                if layer >= len(sets):
                    self._given |= bit
                    continue
                for piece in sets[layer]:
                    pieces[piece] = pieces.get(piece, 0) | bit
        self._digit = pieces.pop(DIGIT, 0)
        self._tree = _tree(pieces)
        self._words = Learned(self._bits)

    def likely(self, text: str) -> Likely:
        """The patterns that may match in ``text`` or in a part of it, each with those of its alternatives that may; both in
        the order in which they were given."""
        return self.likely_of(text.split(" "))

    def likely_of(self, words: Iterable[str]) -> Likely:
        """The same of a text that is cut at its blanks already."""
        bits = reduce(or_, map(self._words.__getitem__, words), self._given)
        count = len(self._owners)
        for _ in range(_MOST_ASKED - 1):
            bits &= bits >> count  # a way stands as long as its next layer does
        bits &= (1 << count) - 1
        found: dict[Filtered, list[int]] = {}
        while bits:
            # the highest, so that fewer bits are left each time
            pattern, way, bit = self._owners[bits.bit_length() - 1]
            found.setdefault(pattern, []).append(way)
            bits ^= bit
        return found

    def _bits(self, word: str) -> int:
        """What the pieces of a word speak for."""
        marked = f" {word} "
        bits = self._digit if _HAS_DIGIT.search(word) else 0
        for start in range(len(marked)):
            node, found = self._tree, 0
            for letter in marked[start : start + _LONGEST_PIECE]:
                behind = node.get(letter)
                if behind is None:
                    break
                found, node = behind
            if found:
                bits |= found
        return bits


# By the next letter: the bits of the pieces that end there or before, and the letters that go on.
_Tree = dict[str, tuple[int, "_Tree"]]


def _tree(pieces: Mapping[str, int]) -> _Tree:
    """Pieces and their bits as a tree of letters: few lead far in it, so that a word is soon looked through."""
    root: _Tree = {}
    for piece in sorted(pieces):  # a piece before those that it begins
        node, bits = root, 0
        for letter in piece[:-1]:
            bits, node = node.setdefault(letter, (bits, {}))
        node[piece[-1]] = (bits | pieces[piece], {})
    return root
