"""What a reader hands over, and the builder with which readers grow a text together with its marks and pages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from decisionnlp.document import Mark, MarkKind, Page


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with what the reader knows of it; the door adds path, checksum and the name of the reader."""

    text: str
    marks: tuple[Mark, ...] = ()
    pages: tuple[Page, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the caller asked for. ``read_inner(data, name)`` reads a document inside a document (an attachment)."""

    name: str = ""
    ocr: bool = False
    password: str | None = None
    read_inner: Callable[[bytes, str], Draft] | None = None


@dataclass(slots=True)
class TextBuilder:
    """Grows a text line by line. Marks close around the characters that were added while they were open, without the
    white space at either end; a mark around nothing is left out."""

    warnings: list[str] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _marks: list[Mark] = field(default_factory=list)
    _page_starts: list[int] = field(default_factory=list)
    _tables: int = 0
    _held: bool = False

    def __len__(self) -> int:
        return self._length

    def add(self, text: str) -> None:
        """Write on, on the same line."""
        if self._held:
            text = text.lstrip()
        if text:
            self._held = False
            self._parts.append(text)
            self._length += len(text)

    @property
    def at_line_start(self) -> bool:
        """Whether the next character is the first of its line (after a list label: of its item)."""
        return self._held or not self._parts or self._parts[-1].endswith("\n")

    def hold_line(self) -> None:
        """A list label was written: line ends and blanks before the item's first word are left out."""
        self._held = True

    def end_line(self) -> None:
        """Make the next character the first of a line."""
        if not self.at_line_start:
            self.add("\n")

    def gap(self) -> None:
        """Make the next character follow a blank line."""
        self.end_line()
        if self._parts and not self._held and not "".join(self._parts[-2:]).endswith("\n\n"):
            self.add("\n")

    def drop_line_end(self) -> None:
        """Take back the line end just written, so that the next text goes on with the line."""
        while self._parts and self._parts[-1].strip("\n") == "":
            self._length -= len(self._parts.pop())
        if self._parts and self._parts[-1].endswith("\n"):
            kept = self._parts[-1].rstrip("\n")
            self._length -= len(self._parts[-1]) - len(kept)
            self._parts[-1] = kept

    def line(self, text: str) -> None:
        """Write a line of its own."""
        self.end_line()
        self.add(text)
        self.add("\n")

    def furniture(self, lines: Collection[str]) -> None:
        """Lines of headers, footers or notes, apart from the text around them; nothing where there are none."""
        if lines:
            self.gap()
            with self.mark(MarkKind.FURNITURE):
                for line in lines:
                    self.line(line)
            self.gap()

    def new_page(self) -> None:
        """What follows stands on another page."""
        self._page_starts.append(self._length)

    def new_table(self) -> int:
        """The number of the next table, counted from 0 within the document."""
        self._tables += 1
        return self._tables - 1

    @property
    def tables(self) -> int:
        """How many tables there are so far."""
        return self._tables

    @contextmanager
    def mark(
        self, kind: MarkKind, *, level: int = 0, table: int = -1, row: int = -1, column: int = -1
    ) -> Iterator[None]:
        """Mark what is written inside the block; ``level`` counts from 1, ``table``, ``row`` and ``column`` from 0, -1 for none."""
        place, parts, start = len(self._marks), len(self._parts), self._length
        yield
        text = "".join(self._parts[parts:])
        stripped = text.strip()
        self._held = False
        if stripped:
            first = start + len(text) - len(text.lstrip())
            self._marks.insert(place, Mark(kind, first, first + len(stripped), level, table, row, column))

    def append(self, draft: Draft, *, pages: bool = True) -> None:
        """Add a whole draft after a blank line, its marks, pages and tables moved to their new places."""
        self.gap()
        start, tables = self._length, self._tables
        self.add(draft.text)
        for mark in draft.marks:
            table = mark.table + tables if mark.table >= 0 else -1
            self._tables = max(self._tables, table + 1)
            self._marks.append(replace(mark, start=mark.start + start, end=mark.end + start, table=table))
        if pages:
            self._page_starts.extend(start + page.start for page in draft.pages)
            if not draft.pages:
                self._page_starts.append(start)
        self.warnings.extend(draft.warnings)

    def build(self) -> Draft:
        """The text so far, its end trimmed to one line break, with its marks and pages."""
        text = "".join(self._parts).rstrip()
        text += "\n" if text else ""
        starts = [min(start, len(text)) for start in self._page_starts]
        if starts:
            starts = [0, *starts[1:]]
        ends = [*starts[1:], len(text)]
        pages = tuple(
            Page(number, start, end) for number, (start, end) in enumerate(zip(starts, ends, strict=False), 1)
        )
        return Draft(text, tuple(_settled(self._marks, text)), pages, tuple(dict.fromkeys(self.warnings)))


def _settled(marks: list[Mark], text: str) -> Iterator[Mark]:
    """Marks in order; a list item ends where an item nested in it begins, so that no two items overlap."""
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    item_starts = [mark.start for mark in ordered if mark.kind is MarkKind.LIST_ITEM]
    for mark in ordered:
        if mark.kind is MarkKind.LIST_ITEM:
            following = bisect_right(item_starts, mark.start)
            if following < len(item_starts) and item_starts[following] < mark.end:
                end = mark.start + len(text[mark.start : item_starts[following]].rstrip())
                mark = replace(mark, end=end)
        yield mark
