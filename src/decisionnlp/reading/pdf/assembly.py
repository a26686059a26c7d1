"""From page layouts to the text: furniture apart, paragraphs, headings by size and weight, tables, bullets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from decisionnlp.document import MarkKind
from decisionnlp.reading.draft import Draft, TextBuilder
from decisionnlp.reading.pdf.furniture import running_lines
from decisionnlp.reading.pdf.layout import (
    Block,
    Fragment,
    PageLayout,
    TableBlock,
    is_address,
    read_order,
    side_column,
    starts_with_bullet,
)
from decisionnlp.reading.tables import Cell, write_table

_PARAGRAPH_GAP = 1.28  # times the page's usual line distance
_LARGER = 1.12  # times the body's size: a heading
_LONGEST_HEADING = 160  # characters
_MOST_HEADING_LINES = 3
_ENDS_SENTENCE = re.compile(r"[.;,]$")
_NUMBERED = re.compile(r"(?:punkt|pkt\.?|sag|nr\.?|ad\.?)?\s*\d{1,4}[.:)]?\s", re.IGNORECASE)


@dataclass(slots=True)
class _Fonts:
    """The body's size, and the sizes of headings, largest first."""

    body: float
    sizes: list[float]

    def level(self, line: Fragment) -> int:
        """A heading's level from 1, or 0 for a line of text."""
        size = _rounded(line.size)
        if size >= _LARGER * self.body:
            return min(self.sizes.index(size) + 1, 6) if size in self.sizes else 1
        if line.bold >= 0.9 and size >= 0.9 * self.body:
            return min(len(self.sizes) + 1, 6)
        return 0


def assemble(pages: Sequence[PageLayout], warnings: Sequence[str] = ()) -> Draft:
    """The document's text with its marks and pages."""
    builder = TextBuilder()
    builder.warnings.extend(warnings)
    fonts = _fonts(pages)
    writer = _Writer(builder, fonts)
    for page, (top, bottom) in zip(pages, running_lines(pages), strict=True):
        builder.end_line()
        builder.new_page()
        writer.page(page, top, bottom)
    return builder.build()


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _fonts(pages: Sequence[PageLayout]) -> _Fonts:
    letters: Counter[float] = Counter()
    bold = total = 0.0
    for page in pages:
        for fragment in page.fragments:
            letters[_rounded(fragment.size)] += len(fragment.text)
            bold += fragment.bold * len(fragment.text)
            total += len(fragment.text)
    body = letters.most_common(1)[0][0] if letters else 10.0
    sizes = sorted((size for size in letters if size >= _LARGER * body), reverse=True)
    return _Fonts(body if bold < 0.6 * total else body * 1.0, _merged(sizes))


def _merged(sizes: list[float]) -> list[float]:
    """At most five levels: the sizes as they are, the smallest ones falling together."""
    return sizes[:5]


class _Writer:
    def __init__(self, builder: TextBuilder, fonts: _Fonts) -> None:
        self._builder = builder
        self._fonts = fonts
        self._open_table: tuple[int, TableBlock, int] | None = None  # number, the last piece, its rows before

    def page(self, page: PageLayout, top: set[float], bottom: set[float]) -> None:
        text = [f for f in page.fragments if f.order not in top and f.order not in bottom]
        sideways = [f for f in text if f.angle]
        text = [f for f in text if not f.angle]
        column = side_column(text, page.width)
        in_column = {f.order for f in column}
        text = [f for f in text if f.order not in in_column]
        self._furniture([f for f in page.fragments if f.order in top])
        address = bool(column) and is_address(column)
        blocks = read_order(text, page.framed, page.width)
        leading = _leading(blocks)
        for index, block in enumerate(blocks):
            self._block(block, leading, first=index == 0)
        if column and not address:
            self._builder.gap()
            for block in read_order(column, [], page.width):
                self._block(block, leading, first=False)
        if sideways:
            self._builder.gap()
            for fragment in sorted(sideways, key=lambda f: f.order):
                self._builder.line(fragment.text)
        self._furniture(sorted(column, key=lambda f: (-round(f.y), f.x0)) if address else [])
        self._furniture([f for f in page.fragments if f.order in bottom])

    def _furniture(self, fragments: Sequence[Fragment]) -> None:
        if not fragments:
            return
        self._builder.end_line()
        with self._builder.mark(MarkKind.FURNITURE):
            for fragment in fragments:
                self._builder.line(fragment.text)

    def _block(self, block: Block, leading: float, *, first: bool) -> None:
        if block.table is not None:
            self._table(block.table, first)
            return
        self._open_table = None
        if not first:
            self._builder.gap()
        for paragraph in _paragraphs(block.lines, leading, self._fonts):
            self._paragraph(paragraph)

    def _paragraph(self, paragraph: _Paragraph) -> None:
        builder = self._builder
        if paragraph.gap:
            builder.gap()
        if paragraph.level:
            builder.end_line()
            with builder.mark(MarkKind.HEADING, level=paragraph.level):
                for line in paragraph.lines:
                    builder.line(line.text)
            return
        lines = paragraph.lines
        index = 0
        while index < len(lines):
            if not starts_with_bullet(lines[index].text):
                builder.line(lines[index].text)
                index += 1
                continue
            indent = lines[index].x0
            builder.end_line()
            with builder.mark(MarkKind.LIST_ITEM, level=1):
                builder.line(lines[index].text)
                index += 1
                while index < len(lines) and lines[index].x0 > indent + 3 and not starts_with_bullet(lines[index].text):
                    builder.line(lines[index].text)
                    index += 1

    def _table(self, table: TableBlock, first: bool) -> None:
        """Write a table; one that opens a page with the columns of the table that closed the last one goes on with it."""
        number, rows_before = None, 0
        if first and self._open_table is not None:
            last_number, last, before = self._open_table
            if len(last.columns) == len(table.columns) and all(
                abs(a - b) <= 6 for a, b in zip(last.columns, table.columns, strict=True)
            ):
                number, rows_before = last_number, before + last.rows
        cells = [
            Cell(rows_before + row, column, lambda text=text: self._builder.add(text))  # type: ignore[misc]
            for row, column, text in table.cells
        ]
        number = write_table(self._builder, cells, table=number)
        self._open_table = (number, table, rows_before)


@dataclass(slots=True)
class _Paragraph:
    lines: list[Fragment]
    gap: bool
    level: int


def _leading(blocks: Sequence[Block]) -> float:
    """The page's usual distance between lines."""
    drops = [
        before.y - after.y
        for block in blocks
        for before, after in zip(block.lines, block.lines[1:], strict=False)
        if 0.8 * after.size < before.y - after.y < 2.2 * after.size
    ]
    return median(drops) if drops else 0.0


def _paragraphs(lines: Sequence[Fragment], leading: float, fonts: _Fonts) -> Iterator[_Paragraph]:
    """Lines grouped where the gap above widens or the style changes; headings carry their level."""
    group: list[Fragment] = []
    gap = False
    level = 0
    for index, line in enumerate(lines):
        this = fonts.level(line)
        wide = False
        if index:
            drop = lines[index - 1].y - line.y
            usual = leading if leading and line.size <= 1.3 * fonts.body else 1.25 * line.size
            wide = drop > _PARAGRAPH_GAP * max(usual, line.size) or drop > 2.0 * max(line.size, lines[index - 1].size)
        if group and (wide or this != level):
            yield _settle(group, gap, level)
            group, gap = [], wide
        elif not group:
            gap = wide
        level = this
        group.append(line)
    if group:
        yield _settle(group, gap, level)


def _settle(lines: list[Fragment], gap: bool, level: int) -> _Paragraph:
    """A group in heading style is a heading only if it is short and does not read as a sentence."""
    text = " ".join(line.text for line in lines)
    if level and (
        len(lines) > _MOST_HEADING_LINES
        or len(text) > _LONGEST_HEADING
        or (_ENDS_SENTENCE.search(text) and not _NUMBERED.match(text))
        or starts_with_bullet(text)
        or not any(char.isalpha() for char in text)
    ):
        level = 0
    return _Paragraph(lines, gap, level)
