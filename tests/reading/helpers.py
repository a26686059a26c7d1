"""What the tests look at in a ``Source``."""

from __future__ import annotations

from itertools import pairwise

from decisionnlp.document import Mark, MarkKind, Source, Span
from decisionnlp.flattening import flatten


def marked(source: Source, kind: MarkKind) -> list[str]:
    return [source.text[mark.start : mark.end] for mark in source.marks if mark.kind is kind]


def grid(source: Source) -> dict[tuple[int, int, int], str]:
    """Cells by table, row and column, each flattened to a line."""
    return {
        (mark.table, mark.row, mark.column): flatten(source.text, mark.start, mark.end).text
        for mark in source.marks
        if mark.kind is MarkKind.CELL
    }


def furniture(source: Source) -> list[Span]:
    return [Span(mark.start, mark.end) for mark in source.marks if mark.kind is MarkKind.FURNITURE]


def running(source: Source) -> str:
    """The whole text as one line without furniture: what a sentence splitter reads."""
    return flatten(source.text, skip=furniture(source)).text


def check_offsets(source: Source) -> None:
    """What holds for every source: marks lie in the text and begin and end with a letter; pages tile it in order."""
    last: Mark | None = None
    for mark in source.marks:
        assert 0 <= mark.start < mark.end <= len(source.text)
        assert last is None or (mark.start, -mark.end) >= (last.start, -last.end)
        piece = source.text[mark.start : mark.end]
        assert piece == piece.strip()
        last = mark
    if source.pages:
        assert source.pages[0].start == 0
        assert source.pages[-1].end == len(source.text)
        assert [page.number for page in source.pages] == list(range(1, len(source.pages) + 1))
        for page, following in pairwise(source.pages):
            assert page.start <= page.end == following.start
    cells = [mark for mark in source.marks if mark.kind is MarkKind.CELL]
    for before, after in pairwise(cells):
        assert before.end <= after.start
        assert (before.table, before.row, before.column) < (after.table, after.row, after.column)
