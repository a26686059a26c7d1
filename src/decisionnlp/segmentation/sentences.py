"""Sentence boundaries of Danish administrative text, over characters: wrapped lines, lists, headings, table debris.

Two questions are asked. Does a line go on in the next one (``line_joins``), or does something new begin there? And within a
paragraph: which full stops end a sentence (``full_stops``), and which belong to an abbreviation, an ordinal or a date?
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from typing import NamedTuple

from decisionnlp.document import SentenceKind, Span
from decisionnlp.segmentation.full_stops import stops
from decisionnlp.segmentation.line_joins import goes_on, list_label, opens_list, stops_in_word
from decisionnlp.segmentation.lines import Line, column_widths, is_full, lines_of, mask
from decisionnlp.segmentation.plans import plan_rows

__all__ = ["Piece", "pieces_of", "split_sentences"]


class Piece(NamedTuple):
    """A sentence's place and shape, before zones are known. ``paragraph`` counts the paragraphs it was cut from."""

    start: int
    end: int
    kind: SentenceKind
    paragraph: int


def split_sentences(text: str, start: int = 0, end: int | None = None, *, skip: Sequence[Span] = ()) -> list[Span]:
    """The sentences of ``text[start:end]`` in order, as trimmed spans.

    They cover every character outside ``skip`` (sorted, disjoint: page furniture) that is not white space exactly once. A heading
    on a line of its own, a list item (also a wrapped one) and a loose table line are sentences.

    Raises:
        ValueError: ``start`` and ``end`` are no stretch of the text.
    """
    end = len(text) if end is None else end
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"no stretch [{start}, {end}) in a text of {len(text)} characters")
    masked = mask(text, skip)
    lines = lines_of(masked, start, end, skip=skip)
    return [Span(piece.start, piece.end) for piece in pieces_of(masked, lines)]


def pieces_of(
    masked: str,
    lines: Sequence[Line],
    *,
    widths: Sequence[int] | None = None,
    breaks: Collection[int] = frozenset(),
    cells: Sequence[Span] = (),
    whole: Sequence[Span] = (),
) -> list[Piece]:
    """Cut ``lines`` (of the masked text) into sentences; a sentence begins at every offset in ``breaks``.

    ``cells`` are the spans of table cells known from the file: no sentence leaves one. ``whole`` are spans that are one sentence
    each (titles). A row of a flattened plan table is one sentence.
    """
    widths = column_widths(lines) if widths is None else widths
    inner = sorted(breaks)
    found: list[Piece] = []
    paragraph = 0
    first = 0
    listing = False  # after "Det indstilles, at udvalget": every line that is not full is a point
    cell_starts = {span.start for span in cells}
    rows = dict(plan_rows(lines, breaks)) if not cells else {}
    row_end = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines):
            line, above = lines[index], lines[index - 1]
            if line.start in breaks or line.gap > 1:
                listing = False
            elif opens_list(above, line, widths[index]):
                listing = True
            if index < row_end:
                continue
            fresh = (
                index in rows or (index == row_end and row_end > 0) or line.start in breaks or line.start in cell_starts
            )
            joined = not listing or is_full(above, line, widths[index]) or stops_in_word(above)
            if not fresh and joined and goes_on(above, line, widths[index], lines[first]):
                continue
        if first in rows:
            found.append(Piece(lines[first].start, lines[index - 1].end, SentenceKind.CELL, paragraph))
        else:
            _cut_paragraph(masked, lines[first:index], inner, paragraph, found, cell_starts)
        paragraph += 1
        first = index
        row_end = rows.get(first, 0)
    return _kept_whole(found, whole)


def _kept_whole(found: list[Piece], whole: Sequence[Span]) -> list[Piece]:
    """Join the pieces inside each of the ``whole`` spans (sorted)."""
    if not whole:
        return found
    joined: list[Piece] = []
    place = 0
    for piece in found:
        while place < len(whole) and whole[place].end <= piece.start:
            place += 1
        inside = place < len(whole) and whole[place].start < piece.start < whole[place].end
        if inside and joined and joined[-1].start >= whole[place].start:
            joined[-1] = Piece(joined[-1].start, piece.end, joined[-1].kind, joined[-1].paragraph)
        else:
            joined.append(piece)
    return joined


def _cut_paragraph(
    masked: str,
    lines: Sequence[Line],
    inner: Sequence[int],
    paragraph: int,
    found: list[Piece],
    cell_starts: Collection[int],
) -> None:
    start, end = lines[0].start, lines[-1].end
    kind = SentenceKind.PROSE
    if start in cell_starts:
        kind = SentenceKind.CELL
    elif list_label(lines[0].text) or (lines[0].text.startswith("at ") and len(lines[0].text) > 3):
        kind = SentenceKind.LIST_ITEM
    forced = inner[bisect_right(inner, start) : bisect_left(inner, end)]
    cuts = [*forced]
    for left, right in itertools.pairwise([start, *forced, end]):
        cuts += stops(masked, left, right)
    cuts.sort()
    position = start
    for cut in [*cuts, end]:
        piece = masked[position:cut]
        stripped = piece.strip()
        if stripped:
            first = position + len(piece) - len(piece.lstrip())
            shape = kind
            if kind is SentenceKind.PROSE and position > start and list_label(stripped):
                shape = SentenceKind.LIST_ITEM
            found.append(Piece(first, first + len(stripped), shape, paragraph))
        position = cut
