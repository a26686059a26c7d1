"""OpenDocument texts: content.xml walked for paragraphs, headings, lists with their numbers, and tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from decisionnlp.document import MarkKind
from decisionnlp.reading.draft import Draft, ReadOptions, TextBuilder
from decisionnlp.reading.limits import MAX_DEPTH, Archive, UnreadableError
from decisionnlp.reading.tables import Cell, numeral, write_table

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, OFFICE = f"{{{_NS}text:1.0}}", f"{{{_NS}table:1.0}}", f"{{{_NS}office:1.0}}"
STYLE, DRAW = f"{{{_NS}style:1.0}}", f"{{{_NS}drawing:1.0}}"
# Deleted text of tracked changes, comments, form data, hidden and generated parts: no text of the page.
_SKIPPED = frozenset(
    {
        f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{OFFICE}forms", f"{OFFICE}scripts",
        f"{TEXT}sequence-decls", f"{TEXT}variable-decls", f"{TEXT}user-field-decls", f"{TEXT}alphabetical-index-mark",
        f"{TEXT}toc-mark", f"{TEXT}hidden-paragraph", f"{TEXT}hidden-text", f"{TEXT}note-citation",
        f"{{{_NS}svg-compatible:1.0}}title", f"{{{_NS}svg-compatible:1.0}}desc", f"{TEXT}ruby-text",
    }
)  # fmt: skip
_PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})
_LONGEST_BOLD_HEADING = 120


@dataclass(slots=True)
class _ListLevel:
    bullet: bool = True
    style: str = "1"
    prefix: str = ""
    suffix: str = "."
    start: int = 1
    shown: int = 1  # how many levels the label shows: 2 gives 1.2


@dataclass(slots=True)
class _OpenList:
    style: str
    counts: list[int] = field(default_factory=list)


def read_odt(data: bytes, options: ReadOptions) -> Draft:
    """The text of an ODT file with its headings, list items, table cells and page furniture.

    Raises:
        UnreadableError: it is damaged, encrypted, or over one of the limits in ``limits.py``.
    """
    archive = Archive(data)
    if "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise UnreadableError("the file is encrypted: save it without a password")
    content = archive.xml("content.xml")
    styles = archive.xml("styles.xml") if "styles.xml" in archive.names else None
    return _Reader(content, styles).read()


class _Reader:
    def __init__(self, content: Any, styles: Any | None) -> None:
        self._content = content
        self._styles = styles
        self._builder = TextBuilder()
        self._lists: dict[str, dict[int, _ListLevel]] = {}
        self._headings: dict[int, _ListLevel] = {}
        self._bold: set[str] = set()
        self._breaks: set[str] = set()
        self._open: list[_OpenList] = []
        self._last_counts: dict[str, list[int]] = {}
        self._heading_counts: list[int] = [0] * 10
        self._notes: list[str] = []
        self._boxes: list[Any] = []
        self._in_cell = 0
        for root in (styles, content):
            if root is not None:
                self._read_styles(root)

    def read(self) -> Draft:
        body = self._content.find(f"{OFFICE}body/{OFFICE}text")
        if body is None:
            raise UnreadableError("the file is damaged (it holds no text body): save it anew")
        self._builder.new_page()
        self._furniture("header")
        self._blocks(body, 0)
        if self._notes:
            self._builder.gap()
            with self._builder.mark(MarkKind.FURNITURE):
                for number, note in enumerate(self._notes, 1):
                    self._builder.line(f"{number} {note}")
        self._furniture("footer")
        return self._builder.build()

    def _read_styles(self, root: Any) -> None:
        for item in root.iter(f"{TEXT}list-style"):
            self._lists[item.get(f"{STYLE}name") or ""] = {
                int(level.get(f"{TEXT}level") or 1): _list_level(level)
                for level in item
                if isinstance(level.tag, str) and (level.get(f"{TEXT}level") or "1").isdigit()
            }
        for item in root.iter(f"{TEXT}outline-level-style"):
            if (item.get(f"{TEXT}level") or "").isdigit() and item.get(f"{STYLE}num-format"):
                self._headings[int(item.get(f"{TEXT}level"))] = _list_level(item)
        for item in root.iter(f"{STYLE}style"):
            name = item.get(f"{STYLE}name") or ""
            for properties in item.findall(f"{STYLE}text-properties"):
                if any(key.endswith("}font-weight") and value == "bold" for key, value in properties.items()):
                    self._bold.add(name)
            for properties in item.findall(f"{STYLE}paragraph-properties"):
                if any(key.endswith("}break-before") and value == "page" for key, value in properties.items()):
                    self._breaks.add(name)

    def _furniture(self, kind: str) -> None:
        """The lines of the page style's header or footer."""
        if self._styles is None:
            return
        lines: dict[str, None] = {}
        for part in self._styles.iter(f"{STYLE}{kind}"):
            for paragraph in part.iter(f"{TEXT}p"):
                text = " ".join(self._inline(paragraph, 0)[0].split())
                if text:
                    lines[text] = None
        self._boxes.clear()
        self._builder.furniture(lines)

    # ---- blocks ------------------------------------------------------------------------------------------------------
    def _blocks(self, parent: Any, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise UnreadableError("the document is nested too deep: save it as PDF")
        for child in parent:
            tag = child.tag
            if not isinstance(tag, str) or tag in _SKIPPED:
                continue
            if tag in _PARAGRAPHS:
                self._paragraph(child, None, depth + 1)
            elif tag == f"{TEXT}list":
                self._list(child, depth + 1)
            elif tag == f"{TABLE}table":
                self._table(child, depth + 1)
            else:  # sections, frames, indexes
                self._blocks(child, depth + 1)

    def _paragraph(self, element: Any, label: str | None, depth: int) -> None:
        builder = self._builder
        if element.get(f"{TEXT}style-name") in self._breaks and not self._in_cell and len(builder):
            builder.end_line()
            builder.new_page()
        text, bold = self._inline(element, depth)
        text = "\n".join(line.strip() for line in text.split("\n")).strip("\n")
        boxes, self._boxes = self._boxes, []
        if text.strip():
            level = self._level(element, text, bold)
            if element.tag == f"{TEXT}h" and label is None:
                label = self._heading_label(level)
            written = f"{label} {text}" if label else text
            if level:
                builder.gap()
                with builder.mark(MarkKind.HEADING, level=level):
                    builder.line(written)
            elif self._open:
                builder.end_line()
                with builder.mark(MarkKind.LIST_ITEM, level=len(self._open)):
                    builder.line(written)
            else:
                (builder.end_line if self._in_cell else builder.gap)()
                builder.line(written)
        for box in boxes:
            builder.gap()
            self._blocks(box, depth + 1)
            builder.gap()

    def _level(self, element: Any, text: str, bold: bool) -> int:
        if element.tag == f"{TEXT}h":
            level = element.get(f"{TEXT}outline-level") or "1"
            return min(int(level), 9) if level.isdigit() and int(level) else 1
        short = len(text) <= _LONGEST_BOLD_HEADING and not text.endswith((".", ",", ";"))
        return 5 if bold and short and not self._in_cell and not self._open else 0

    def _heading_label(self, level: int) -> str | None:
        if level not in self._headings:
            return None
        shown = self._headings[level]
        self._heading_counts[level] += 1
        self._heading_counts[level + 1 :] = [0] * (9 - level)
        first = max(level - shown.shown + 1, 1)
        counts = self._heading_counts[first : level + 1]
        return shown.prefix + ".".join(numeral(count or 1, shown.style) for count in counts) + shown.suffix

    def _inline(self, parent: Any, depth: int) -> tuple[str, bool]:
        """A paragraph's text, and whether all its letters are bold."""
        pieces: list[tuple[str, bool]] = []
        self._collect(parent, parent.get(f"{TEXT}style-name") in self._bold, pieces, depth)
        letters = sum(sum(map(str.isalpha, text)) for text, _ in pieces)
        heavy = sum(sum(map(str.isalpha, text)) for text, bold in pieces if bold)
        return "".join(text for text, _ in pieces), letters > 0 and heavy >= 0.95 * letters

    def _collect(self, parent: Any, bold: bool, pieces: list[tuple[str, bool]], depth: int) -> None:
        if depth > MAX_DEPTH:
            raise UnreadableError("the document is nested too deep: save it as PDF")
        pieces.append((_folded(parent.text), bold))
        for child in parent:
            tag = child.tag
            if isinstance(tag, str) and tag not in _SKIPPED:
                if tag == f"{TEXT}s":
                    count = child.get(f"{TEXT}c") or "1"
                    pieces.append((" " * min(int(count), 100) if count.isdigit() else " ", bold))
                elif tag == f"{TEXT}tab":
                    pieces.append(("\t", bold))
                elif tag == f"{TEXT}line-break":
                    pieces.append(("\n", bold))
                elif tag == f"{TEXT}note":
                    paragraphs = child.iter(f"{TEXT}p")
                    self._notes.append(" ".join(" ".join(self._inline(p, depth + 1)[0] for p in paragraphs).split()))
                elif tag in (f"{DRAW}text-box", f"{TABLE}table"):
                    self._boxes.append(child)
                else:
                    self._collect(child, bold or child.get(f"{TEXT}style-name") in self._bold, pieces, depth + 1)
            pieces.append((_folded(child.tail), bold))

    # ---- lists -------------------------------------------------------------------------------------------------------
    def _list(self, element: Any, depth: int) -> None:
        style = element.get(f"{TEXT}style-name") or (self._open[-1].style if self._open else "")
        level = len(self._open) + 1
        continued = element.get(f"{TEXT}continue-numbering") == "true" or element.get(f"{TEXT}continue-list")
        counts = list(self._last_counts.get(style, [])) if continued else []
        outer = self._open[-1].counts if self._open else []
        current = _OpenList(style, [*outer[: level - 1], counts[level - 1] if len(counts) >= level else 0])
        definition = self._lists.get(style, {}).get(level, _ListLevel())
        if not current.counts[-1]:
            current.counts[-1] = definition.start - 1
        if not self._open and not self._in_cell:
            self._builder.gap()
        self._open.append(current)
        for item in element:
            if item.tag == f"{TEXT}list-item":
                start = item.get(f"{TEXT}start-value") or ""
                current.counts[-1] = int(start) if start.isdigit() else current.counts[-1] + 1
                self._list_item(item, _label(definition, current.counts, self._lists.get(style, {})), depth)
            elif item.tag == f"{TEXT}list-header":
                self._list_item(item, None, depth)
        self._open.pop()
        self._last_counts[style] = current.counts
        if not self._open and not self._in_cell:
            self._builder.gap()

    def _list_item(self, item: Any, label: str | None, depth: int) -> None:
        """The first paragraph carries the label; what follows in the item stands on lines of its own."""
        if depth > MAX_DEPTH:
            raise UnreadableError("the document is nested too deep: save it as PDF")
        for child in item:
            if child.tag in _PARAGRAPHS:
                self._paragraph(child, label, depth + 1)
                label = None
            elif child.tag == f"{TEXT}list":
                self._list(child, depth + 1)
            elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
                self._blocks(child, depth + 1)

    # ---- tables ------------------------------------------------------------------------------------------------------
    def _table(self, table: Any, depth: int) -> None:
        rows = [list(_cells(row)) for row in _rows(table, 0)]
        filled = max((sum(1 for _, cell in row if _has_text(cell)) for row in rows), default=0)
        nested = any(inner is not table for inner in table.iter(f"{TABLE}table"))
        lists, self._open = self._open, []
        if (
            sum(1 for row in rows if any(_has_text(cell) for _, cell in row)) < 2
            or filled < 2
            or nested
            or self._in_cell
        ):
            for row in rows:
                for _, cell in row:
                    self._builder.end_line()
                    self._blocks(cell, depth)
        else:
            write_table(
                self._builder,
                [
                    Cell(number, column, lambda cell=cell: self._write_cell(cell, depth))  # type: ignore[misc]
                    for number, row in enumerate(rows)
                    for column, cell in row
                ],
            )
        self._open = lists

    def _write_cell(self, cell: Any, depth: int) -> None:
        self._in_cell += 1
        self._blocks(cell, depth)
        self._in_cell -= 1


def _folded(text: str | None) -> str:
    """ODF collapses white space; blanks that count come as ``text:s``."""
    if not text:
        return ""
    folded = " ".join(text.replace("\u00a0", " ").split())
    if not folded:
        return " "
    return (" " if text[0].isspace() else "") + folded + (" " if text[-1].isspace() else "")


def _list_level(element: Any) -> _ListLevel:
    number_format = element.get(f"{STYLE}num-format")
    bullet = element.tag.endswith("list-level-style-bullet") or element.tag.endswith("list-level-style-image")
    start, shown = element.get(f"{TEXT}start-value") or "1", element.get(f"{TEXT}display-levels") or "1"
    return _ListLevel(
        bullet=bullet,
        style=number_format or "",
        prefix=element.get(f"{STYLE}num-prefix") or "",
        suffix=element.get(f"{STYLE}num-suffix") or "",
        start=int(start) if start.isdigit() else 1,
        shown=int(shown) if shown.isdigit() else 1,
    )


def _label(level: _ListLevel, counts: list[int], levels: dict[int, _ListLevel]) -> str | None:
    if level.bullet:
        return "•"
    if not level.style:
        return None
    depth = len(counts)
    first = max(depth - level.shown, 0)
    numbers = [numeral(counts[at], levels.get(at + 1, level).style or "1") for at in range(first, depth)]
    return f"{level.prefix}{'.'.join(numbers)}{level.suffix}".strip()


def _rows(table: Any, depth: int) -> list[Any]:
    found: list[Any] = []
    for child in table:
        if child.tag == f"{TABLE}table-row":
            found.append(child)
        elif child.tag in (f"{TABLE}table-header-rows", f"{TABLE}table-rows", f"{TABLE}table-row-group") and depth < 20:
            found.extend(_rows(child, depth + 1))
    return found


def _cells(row: Any) -> list[tuple[int, Any]]:
    found = []
    column = 0
    for cell in row:
        if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            continue
        repeated = cell.get(f"{TABLE}number-columns-repeated") or "1"
        if cell.tag == f"{TABLE}table-cell":
            found.append((column, cell))
        column += min(int(repeated), 1000) if repeated.isdigit() else 1
    return found


def _has_text(cell: Any) -> bool:
    return any(piece.strip() for piece in cell.itertext())
