"""What stands between two blanks, looked at once for all who read the sentence: its words and marks, what verbs they may be, the words
as features, and whether they are written as meant. The pieces of minutes come again and again."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from decisionnlp.classification.verb_places import FINITE
from decisionnlp.classification.verbs import VerbForm, first_names, is_right, mend, subject_kind, verb_forms
from decisionnlp.learned import Learned

# A word (with inner hyphens, slashes, dots of abbreviations and dates) or a mark that can end a clause.
TOKEN = re.compile(r"[^\W_]+(?:[-'’./&][^\W_]+)*-?|[.,;:!?()\"»«”“–—-]")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+|[?!:;%§–—-]")
_SHORTEST_CONTENT = 5
_CONTENT = re.compile(rf"[^\W\d_]{{{_SHORTEST_CONTENT},}}")

Token = tuple[str, int, VerbForm | None, int, bool]


class Piece(NamedTuple):
    """``tokens`` are the words and marks: in lower case, where they begin, what verb they may be, how much they look like a name, and whether
    they can be a finite verb at all: a word outside the lexicon is one at most by its ending. ``size`` counts the characters, ``lower`` is the piece in lower case. ``words``
    are numbers and names generalised, ``stems`` the beginnings of longer words. ``right``: no slip of the keyboard is in it."""

    tokens: tuple[Token, ...]
    size: int
    lower: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    right: bool


# Marks that make a piece of their own behind a word, and those of them that are words as features.
_STOPS, _SPOKEN_STOPS = frozenset(".,;:!?"), frozenset(";:!?")


def _piece(text: str) -> Piece:
    lower = text.lower()
    end = len(text) - 1 if text[-1:] in _STOPS else len(text)
    if len(text) == len(lower) and text[:end].isalpha():
        return _word_piece(text, lower, end)
    plain = len(text) == len(lower)
    tokens = tuple(
        [
            _token(lower[begin:end], begin, text[begin:end] if plain else "")
            for begin, end in map(re.Match.span, TOKEN.finditer(lower))
        ]
    )
    words = tuple(map(generalised, WORD.findall(text)))
    return Piece(tokens, len(text), lower, words, tuple([word[:6] for word in _CONTENT.findall(lower)]), is_right(text))


def _word_piece(text: str, lower: str, end: int) -> Piece:
    """The same of letters alone, or with one mark behind them, which most pieces are: there is nothing to search for."""
    word, bare = lower[:end], text[:end]
    token = _token(word, 0, bare)
    own, stems = generalised(bare), (word[:6],) if end >= _SHORTEST_CONTENT else ()
    if end == len(text):
        return Piece((token,), end, lower, (own,), stems, mend(word) == word)
    mark = text[end]
    words = (own, mark) if mark in _SPOKEN_STOPS else (own,)
    return Piece((token, (mark, end, None, 0, False)), end + 1, lower, words, stems, mend(word) == word)


def _token(word: str, begin: int, written: str) -> Token:
    form = verb_forms().get(word)
    finite = form is not None or word in FINITE or word.endswith(("er", "es"))
    return word, begin, form, _name_strength(written, word) if written else 0, finite


_pieces = Learned(_piece)


def pieces_of(text: str) -> list[Piece]:
    """The pieces of a text in order; an empty one between two blanks."""
    return list(map(_pieces.__getitem__, text.split(" ")))


def _name_strength(written: str, word: str) -> int:
    """How much a word's capitals say that it is a name: 0 none, 1 a capital, 2 initials or a known first name."""
    if not written[0].isupper():
        return 0
    if word in first_names() or (2 <= len(written) <= 5 and written.isupper()):
        return 2
    return 1


@lru_cache(maxsize=20000)
def generalised(raw: str, initial: bool = False) -> str:
    """A word as a feature: numbers and names generalised, since names must not be learned."""
    if 2 <= len(raw) <= 4 and raw.isupper():
        return "INIT"
    word, capital = raw.lower(), raw[0].isupper()
    if word.isdigit():
        return "#" if len(word) < 4 else "####"
    if word in first_names() and capital:
        return "NAVN"
    if capital and not initial and subject_kind(word) is None:
        return "Xx"
    return word
