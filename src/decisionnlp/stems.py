"""Cheap looks before dear ones: a regular expression that disregards case asks every alternative at every character, and
``str.endswith`` every ending of a long list."""

from __future__ import annotations

from collections.abc import Iterable


def small(text: str) -> str:
    """``text`` in small letters, as a search without case takes them: ſ, ı and İ for s and i, which ``str.lower`` leaves apart."""
    lower = text.lower()
    if lower.isascii():
        return lower
    return lower.replace("ſ", "s").replace("ı", "i").replace("i\u0307", "i")


class Stems:
    """Pieces of words of which a pattern needs at least one, in small letters."""

    __slots__ = ("_stems",)

    def __init__(self, *stems: str) -> None:
        self._stems = stems

    def within(self, text: str) -> bool:
        """Whether the pattern can match in ``text``: false only where it holds none of the stems, in any case."""
        # (ſ, ı and İ: a search without case takes them for s and i, but ``str.lower`` leaves them apart.)
        lower = text.lower()
        for stem in self._stems:
            if stem in lower:
                return True
        return not text.isascii() and ("ſ" in text or "ı" in text or "İ" in text)


class Endings:
    """Dozens of endings, of which a word may have one: only those are tried that close with the word's own last letters."""

    __slots__ = ("_alike", "_letters")

    def __init__(self, endings: Iterable[str]) -> None:
        every = sorted(set(endings))
        self._letters = -min(map(len, every), default=1)
        alike: dict[str, list[str]] = {}
        for ending in every:
            alike.setdefault(ending[self._letters :], []).append(ending)
        self._alike = {letters: tuple(fitting) for letters, fitting in alike.items()}

    def close(self, word: str) -> bool:
        """Whether one of the endings closes ``word``."""
        return word.endswith(self._alike.get(word[self._letters :], ()))


class Affixes:
    """Bits that words have by how they begin (an entry ``frist*``) or how they end (``*møde``).

    Only those entries are tried that share the word's own first or last letters, and those one by one only where one fits.
    """

    __slots__ = ("_beginnings", "_endings", "_first", "_last")

    def __init__(self, entries: Iterable[tuple[str, int]]) -> None:
        every = list(entries)
        beginnings = [(entry[:-1], bits) for entry, bits in every if entry.endswith("*")]
        endings = [(entry[1:], bits) for entry, bits in every if entry.startswith("*")]
        self._first = min((len(beginning) for beginning, _ in beginnings), default=1)
        self._last = -min((len(ending) for ending, _ in endings), default=1)
        self._beginnings = _alike((beginning[: self._first], beginning, bits) for beginning, bits in beginnings)
        self._endings = _alike((ending[self._last :], ending, bits) for ending, bits in endings)

    def of(self, word: str) -> int:
        """The bits of all entries that fit ``word``."""
        found = 0
        likely = self._beginnings.get(word[: self._first])
        if likely is not None and word.startswith(likely[0]):
            for beginning, bits in likely[1]:
                if word.startswith(beginning):
                    found |= bits
        likely = self._endings.get(word[self._last :])
        if likely is not None and word.endswith(likely[0]):
            for ending, bits in likely[1]:
                if word.endswith(ending):
                    found |= bits
        return found


_Group = tuple[tuple[str, ...], list[tuple[str, int]]]


def _alike(entries: Iterable[tuple[str, str, int]]) -> dict[str, _Group]:
    """Pieces of words with their bits by the letters given with each: the pieces alone, for one look at all, and with the bits."""
    alike: dict[str, dict[str, int]] = {}
    for letters, piece, bits in entries:
        group = alike.setdefault(letters, {})
        group[piece] = group.get(piece, 0) | bits
    return {letters: (tuple(group), list(group.items())) for letters, group in alike.items()}
