"""Candidates for units and persons: words of a sentence, and which of them can be parts of a name."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from decisionnlp.document import Span
from decisionnlp.extraction.acronyms import UnitDictionary
from decisionnlp.extraction.vocabulary import (
    FUNCTION_ACRONYMS,
    TOKEN,
    heads,
    is_acronym,
    is_given_name,
    noun_kind,
    starters,
)
from decisionnlp.slotted import Slotted


class Token(NamedTuple):
    """A word or sign with its place in the flattened text; ``lower`` is it in small letters, ``capital`` says how it begins."""

    text: str
    lower: str
    start: int
    end: int
    capital: bool


@dataclass(slots=True)
class Atom(Slotted):
    """One candidate over the tokens ``[first, last)``.

    ``kind``: ``unit``, ``person``, ``acronym``, ``bare`` (capitalised, nothing else known), ``base`` (a noun without its
    article), ``noun`` (any definite noun before a verb that only people do, and *vi*). ``weak``: one capitalised word at the start of the sentence, which may be any noun. ``name`` expands an
    elliptical form.
    """

    first: int
    last: int
    kind: str
    weak: bool = False
    name: str | None = None
    shown: int | None = None  # end of the name itself, where more words belong to the candidate (Mogens | fra Trafik)

    @property
    def name_end(self) -> int:
        return self.last if self.shown is None else self.shown


@dataclass(slots=True)
class Group(Slotted):
    """Coordinated candidates (``UJU og Janus``) over the tokens ``[first, last)``."""

    atoms: tuple[Atom, ...]
    first: int
    last: int


def tokenize(text: str) -> list[Token]:
    """The words and signs of a flattened text, in order."""
    return [
        Token(word := match.group(), word.lower(), match.start(), match.end(), word[0].isupper())
        for match in TOKEN.finditer(text)
    ]


class Candidates(ABC):
    """The tokens of one sentence, with the names known beforehand."""

    def __init__(self, text: str, dictionary: UnitDictionary | None, *, names: Sequence[Span] = ()) -> None:
        self.text = text
        self.tokens = tokenize(text)
        self.dictionary = dictionary or UnitDictionary()
        self.known: dict[int, int] = {}
        taught = self.dictionary.named_in(text)
        if taught or names:
            at_start = {token.start: index for index, token in enumerate(self.tokens)}
            at_end = {token.end: index for index, token in enumerate(self.tokens)}
            for match in taught:
                first, last = at_start.get(match.start()), at_end.get(match.end())
                if first is not None and last is not None:
                    self.known[first] = last + 1
            for name in names:
                first, last = at_start.get(name.start), at_end.get(name.end)
                if first is not None and last is not None and last >= first:
                    self.known.setdefault(first, last + 1)
        self._given = self.dictionary.given
        self.initial = self._initial_positions()

    def _initial_positions(self) -> frozenset[int]:
        """Tokens that are capitalised for their place: the first word, and the first after a colon, a dash or a bullet."""
        found: set[int] = set()
        fresh = True
        for index, token in enumerate(self.tokens):
            if token.text[0].isalnum():
                if fresh and not token.text[0].isdigit():
                    found.add(index)
                    fresh = False
            elif token.text in '.:?!•·»"”)':
                fresh = True
        return frozenset(found)

    @abstractmethod
    def atom(self, index: int) -> Atom | None:
        """The candidate that begins at token ``index``."""

    def _name_word(self, index: int) -> bool:
        """A capitalised word that can be part of a name here."""
        if index >= len(self.tokens) or index in self.known:
            return False
        token = self.tokens[index]
        return token.capital and len(token.text) > 1 and not (index in self.initial and token.text in starters())

    def is_first_name(self, index: int) -> bool:
        """Whether the word is a given name, by the lexicon or as the document taught."""
        if index >= len(self.tokens):
            return False
        word = self.tokens[index].text
        return word in self._given or is_given_name(word)

    def _plain_name_word(self, index: int) -> bool:
        """A capitalised word that is neither a person, an abbreviation nor a unit by itself."""
        if index >= len(self.tokens):
            return False
        token = self.tokens[index]
        if not token.capital or len(token.text) < 2 or not token.text[0].isalpha():
            return False
        if is_acronym(token.text) and token.text not in FUNCTION_ACRONYMS:
            return False
        found = noun_kind(token.lower)
        return not self.is_first_name(index) and token.lower not in heads("for") and not (found and found[1])

    def _coordinate(self, index: int, commas: bool = True) -> int:
        """End of ``Børn, Unge og Familier``: capitalised words with commas, og and & between, no persons, no other units."""
        tokens = self.tokens
        end = index
        while end < len(tokens) and tokens[end].capital and len(tokens[end].text) > 1:
            end += 1
        while end < len(tokens):
            joiner = tokens[end].lower
            ahead = end + 1
            if joiner == "," and commas and ahead < len(tokens) and tokens[ahead].lower == "og":
                ahead += 1
            elif joiner not in ("og", "&") and not (joiner == "," and commas and self._list_closes(end)):
                break
            if not self._plain_name_word(ahead):
                break
            end = ahead + 1
            while end < len(tokens) and self._plain_name_word(end):
                end += 1
        return end

    def _list_closes(self, comma: int) -> bool:
        """A comma in a name is followed by capitalised words and, at last, *og* or *&* with one more."""
        tokens = self.tokens
        position = comma
        limit = comma + 24
        while (
            position + 1 < min(len(tokens), limit)
            and tokens[position].text == ","
            and self._plain_name_word(position + 1)
        ):
            position += 2
            while position < len(tokens) and self._plain_name_word(position):
                position += 1
        if position < len(tokens) and tokens[position].text == ",":
            position += 1
        return (
            position + 1 < len(tokens) and tokens[position].lower in ("og", "&") and self._plain_name_word(position + 1)
        )
