"""Page turns behind which the heading above no longer holds: the next heading stood at the page's edge and is lost."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from decisionnlp.document import SentenceKind, Span
from decisionnlp.summarization.centrality import terms
from decisionnlp.summarization.pieces import ENDED, Piece

_SHARED = 5  # letters by which a word is known again in a compound ("lederen" after "centerlederens")
_FEWEST = 3  # sentences behind the turn: fewer are the end of a section rather than one of their own


def lost_headings(text: str, furniture: Sequence[Span], pieces: Sequence[Piece]) -> frozenset[int]:
    """Indices of the pieces from which on no heading is known.

    Words of a heading that no other section uses tell where its section ends: they come back before the turn and never behind it.
    Where a heading shares no such word with its section (``Økonomi``) nothing can be told, and it holds on.
    """
    turns = _turns(text, furniture, pieces)
    if not turns:
        return frozenset()
    words = [frozenset(terms(piece.text)) for piece in pieces]
    everywhere = Counter(word for piece, held in zip(pieces, words, strict=True) if not piece.heading for word in held)
    opens = [index for index, piece in enumerate(pieces) if piece.heading]
    found = set()
    for heading, stop in pairwise([*opens, len(pieces)]):
        inside = turns[bisect_left(turns, heading + 2) : bisect_left(turns, stop)]
        if not inside:
            continue
        here = Counter(word for held in words[heading + 1 : stop] for word in held)
        own = {word for word in words[heading] if here[word] and here[word] == everywhere[word]}
        for turn in inside:
            behind = [index for index in range(turn, stop) if not pieces[index].reason]
            if (
                len(behind) >= _FEWEST
                and any(own & held for held in words[heading + 1 : turn])
                and not any(_akin(word, other) for held in words[turn:stop] for other in held for word in own)
            ):
                found.add(turn)
                break
    return frozenset(found)


def _akin(word: str, other: str) -> bool:
    return word == other or (min(len(word), len(other)) >= _SHARED and (word in other or other in word))


def _turns(text: str, furniture: Sequence[Span], pieces: Sequence[Piece]) -> list[int]:
    """Pieces of prose that begin a page where the one before ended its sentence."""
    edges = [span.start for span in furniture]
    found = []
    for index in range(1, len(pieces)):
        piece, last = pieces[index], pieces[index - 1]
        if (
            piece.kind is SentenceKind.PROSE
            and not (piece.heading or piece.reason or last.heading)
            and ENDED.search(last.text) is not None
            and ("\f" in text[last.end : piece.start] or bisect_left(edges, last.end) < bisect_left(edges, piece.start))
        ):
            found.append(index)
    return found
