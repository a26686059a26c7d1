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
