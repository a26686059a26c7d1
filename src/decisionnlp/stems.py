"""A cheap look before a regular expression that disregards case: such a search asks every alternative at every character."""

from __future__ import annotations


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
