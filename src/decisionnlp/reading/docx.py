"""Word documents, read from their XML: all text a reader of the printed page would see, and its structure.

Tracked insertions are text, deletions are not; text boxes, content controls, footnotes, list numbers, headers and footers
are read. python-docx leaves out most of these, docx2python knows no grid columns, levels or rendered pages.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import Any

from decisionnlp.document import MarkKind
from decisionnlp.reading.draft import Draft, ReadOptions, TextBuilder
from decisionnlp.reading.limits import MAX_DEPTH, Archive, UnreadableError
from decisionnlp.reading.numbering import Numbering, W
from decisionnlp.reading.tables import Cell, write_table

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
# Deleted or moved away, hidden properties, field codes, comments: no text of the page.
_SKIPPED = frozenset(
    f"{W}{name}"
    for name in [
        "del",
        "moveFrom",
        "delText",
        "delInstrText",
        "instrText",
        "pPr",
        "rPr",
        "tblPr",
        "tblGrid",
        "trPr",
        "tcPr",
        "sectPr",
        "sdtPr",
        "sdtEndPr",
        "commentReference",
        "annotationRef",
        "bookmarkStart",
        "bookmarkEnd",
        "proofErr",
        "rubyPr",
        "rt",
    ]
)
_BLOCKS = frozenset({f"{W}p", f"{W}tbl", f"{W}altChunk"})
_HEADING_NAME = re.compile(r"(?:heading|overskrift)\s*([1-9])", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "titel"})
_PRIVATE = {"F0A8": "☐", "F06F": "☐", "F0FE": "☒", "F078": "☒", "F0FC": "✓", "F0E0": "→"}
_LONGEST_BOLD_HEADING = 120


@dataclass(slots=True)
class _Style:
    name: str = ""
    based_on: str | None = None
    level: int | None = None  # outline level from 1
    number: str | None = None
    number_level: int | None = None
    bold: bool | None = None


@dataclass(slots=True)
class _Paragraph:
    pieces: list[str] = field(default_factory=list)
    bold_letters: int = 0
    letters: int = 0
    boxes: list[Any] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.pieces)


def read_docx(data: bytes, options: ReadOptions) -> Draft:
    archive = Archive(data)
    main = _main_part(archive)
    return _Reader(archive, main, options).read()


def _main_part(archive: Archive) -> str:
    """The document part, as the package's relationships name it."""
    if "_rels/.rels" in archive.names:
        for relation in archive.xml("_rels/.rels").iter(f"{_RELATIONSHIPS}Relationship"):
            if (relation.get("Type") or "").endswith("/officeDocument"):
                target = (relation.get("Target") or "").lstrip("/")
                if target in archive.names:
                    return target
    if "word/document.xml" in archive.names:
        return "word/document.xml"
    raise UnreadableError("the file is damaged (its document part is missing): save it anew")


class _Reader:
    def __init__(self, archive: Archive, main: str, options: ReadOptions) -> None:
        self._archive = archive
        self._main = main
        self._options = options
        self._folder = posixpath.dirname(main)
        self._builder = TextBuilder()
        self._relations = self._read_relations()
        self._styles = _styles(self._part("styles.xml"))
        self._numbering = Numbering.parse(self._part("numbering.xml"))
        self._notes: list[tuple[str, Any]] = []
        self._page_break = f"{W}lastRenderedPageBreak"
        self._joined: str | None = None  # the blank (or nothing) after which the next paragraph goes on with this line
        self._in_cell = 0
        self._bold_levels = 1

    def read(self) -> Draft:
        root = self._archive.xml(self._main)
        body = root.find(f"{W}body")
        if body is None:
            raise UnreadableError("the file is damaged (it has no body): save it anew")
        if next(root.iter(self._page_break), None) is None:
            self._page_break = ""
        self._bold_levels = 1 + max((style.level or 0 for style in self._styles.values() if _used(style)), default=0)
        headers, footers = self._margins(body)
        self._builder.new_page()
        self._furniture(headers)
        self._blocks(body, 0)
        self._footnotes()
        self._furniture(footers)
        return self._builder.build()

    # ---- parts -------------------------------------------------------------------------------------------------------
    def _part(self, name: str) -> Any | None:
        path = posixpath.join(self._folder, name)
        return self._archive.xml(path) if path in self._archive.names else None

    def _read_relations(self) -> dict[str, str]:
        path = posixpath.join(self._folder, "_rels", f"{posixpath.basename(self._main)}.rels")
        if path not in self._archive.names:
            return {}
        found = {}
        for relation in self._archive.xml(path).iter(f"{_RELATIONSHIPS}Relationship"):
            if relation.get("TargetMode") != "External":
                target = relation.get("Target") or ""
                joined = target.lstrip("/") if target.startswith("/") else posixpath.join(self._folder, target)
                found[relation.get("Id") or ""] = posixpath.normpath(joined)
        return found

    def _margins(self, body: Any) -> tuple[list[str], list[str]]:
        """The distinct lines of all headers and footers that a section uses."""
        found: tuple[dict[str, None], dict[str, None]] = ({}, {})
        for section in body.iter(f"{W}sectPr"):
            for tag, lines in ((f"{W}headerReference", found[0]), (f"{W}footerReference", found[1])):
                for reference in section.findall(tag):
                    path = self._relations.get(reference.get(f"{R}id") or "")
                    if path is None or path not in self._archive.names:
                        continue
                    for paragraph in self._archive.xml(path).iter(f"{W}p"):
                        text = " ".join(self._paragraph(paragraph, 0).text.split())
                        if text:
                            lines[text] = None
        return list(found[0]), list(found[1])

    def _furniture(self, lines: list[str]) -> None:
        if lines:
            self._builder.end_line()
            with self._builder.mark(MarkKind.FURNITURE):
                for line in lines:
                    self._builder.line(line)
            self._builder.gap()

    def _footnotes(self) -> None:
        """Footnotes stand at the foot of their pages; here after the text, out of its sentences' way."""
        lines = []
        for kind, name in (("footnote", "footnotes.xml"), ("endnote", "endnotes.xml")):
            wanted = [identifier for noted, identifier in self._notes if noted == kind]
            part = self._part(name) if wanted else None
            if part is None:
                continue
            notes = {note.get(f"{W}id"): note for note in part.findall(f"{W}{kind}")}
            for number, identifier in enumerate(wanted, 1):
                if identifier in notes:
                    texts = (self._paragraph(paragraph, 0).text for paragraph in notes[identifier].iter(f"{W}p"))
                    text = " ".join(" ".join(texts).split())
                    if text:
                        lines.append(f"{number} {text}")
        self._builder.gap()
        self._furniture(lines)

    # ---- blocks ------------------------------------------------------------------------------------------------------
    def _blocks(self, parent: Any, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise UnreadableError("the document is nested too deep: save it as PDF")
        for child in parent:
            tag = child.tag
            if not isinstance(tag, str) or tag in _SKIPPED:
                continue
            if tag == f"{W}p":
                self._write_paragraph(child, depth + 1)
            elif tag == f"{W}tbl":
                self._table(child, depth + 1)
            elif tag == f"{W}altChunk":
                self._embedded(child)
            elif tag == f"{MC}AlternateContent":
                chosen = _chosen(child)
                if chosen is not None:
                    self._blocks(chosen, depth + 1)
            else:  # w:sdt, w:sdtContent, w:ins, w:moveTo, w:customXml, w:smartTag …
                self._blocks(child, depth + 1)

    def _embedded(self, chunk: Any) -> None:
        """A whole document (often HTML from a case system) that Word shows in this place."""
        path = self._relations.get(chunk.get(f"{R}id") or "")
        if path is None or path not in self._archive.names or self._options.read_inner is None:
            return
        try:
            draft = self._options.read_inner(self._archive.read(path), path)
        except UnreadableError as error:
            self._builder.warnings.append(f"a part embedded in the document was not read: {error.reason}")
            return
        self._builder.append(draft, pages=False)
        self._builder.gap()

    def _write_paragraph(self, element: Any, depth: int) -> None:
        properties = element.find(f"{W}pPr")
        style = self._style(properties)
        self._pages_before(element)
        paragraph = self._paragraph(element, depth)
        text = _trimmed(paragraph.text)
        builder = self._builder
        joined, self._joined = self._joined, None
        if _mark_deleted(properties):
            self._joined = " " if paragraph.text[-1:].isspace() else ""
        if joined is not None and text:
            builder.drop_line_end()
            builder.add(joined + text)
            builder.end_line()
        elif text.strip():
            label = self._label(properties, style)
            level = self._level(properties, style, paragraph)
            self._write_line(text, label, level, self._depth(properties, style))
        elif not paragraph.boxes and not self._in_cell:
            builder.gap()
        for box in paragraph.boxes:
            builder.gap()
            self._blocks(box, depth + 1)
            builder.gap()

    def _write_line(self, text: str, label: str | None, level: int, depth: int) -> None:
        builder = self._builder
        written = f"{label} {text}" if label else text
        if level:
            builder.gap()
            with builder.mark(MarkKind.HEADING, level=level):
                builder.line(written)
        elif label:
            builder.end_line()
            with builder.mark(MarkKind.LIST_ITEM, level=depth + 1):
                builder.line(written)
        else:
            if not self._in_cell:
                builder.gap()
            builder.line(written)

    def _pages_before(self, element: Any) -> None:
        """A new page where Word last broke one (or, where it never rendered the file, at manual breaks)."""
        if self._in_cell:
            return
        if self._page_break:
            broken = next(element.iter(self._page_break), None) is not None
        else:
            broken = any(item.get(f"{W}type") == "page" for item in element.iter(f"{W}br"))
            before = element.find(f"{W}pPr/{W}pageBreakBefore")
            broken = broken or (before is not None and before.get(f"{W}val") not in ("0", "false"))
        if broken:
            self._builder.end_line()
            if len(self._builder):
                self._builder.new_page()

    # ---- paragraphs --------------------------------------------------------------------------------------------------
    def _paragraph(self, element: Any, depth: int) -> _Paragraph:
        paragraph = _Paragraph()
        self._inline(element, paragraph, False, depth)
        return paragraph

    def _inline(self, parent: Any, paragraph: _Paragraph, bold: bool, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise UnreadableError("the document is nested too deep: save it as PDF")
        for child in parent:
            tag = child.tag
            if not isinstance(tag, str) or tag in _SKIPPED:
                continue
            if tag == f"{W}t":
                text = child.text or ""
                paragraph.pieces.append(text)
                letters = sum(map(str.isalpha, text))
                paragraph.letters += letters
                paragraph.bold_letters += letters if bold else 0
            elif tag == f"{W}r":
                properties = child.find(f"{W}rPr")
                if not _on(properties, "vanish"):
                    self._inline(child, paragraph, _on(properties, "b"), depth + 1)
            elif tag in (f"{W}tab", f"{W}ptab"):
                paragraph.pieces.append("\t")
            elif tag in (f"{W}br", f"{W}cr"):
                paragraph.pieces.append("\n")
            elif tag == f"{W}noBreakHyphen":
                paragraph.pieces.append("-")
            elif tag == f"{W}sym":
                paragraph.pieces.append(_PRIVATE.get((child.get(f"{W}char") or "").upper(), "•"))
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                self._notes.append((tag.removeprefix(W).removesuffix("Reference"), child.get(f"{W}id")))
            elif tag == f"{W}txbxContent":
                paragraph.boxes.append(child)
            elif tag == f"{MC}AlternateContent":
                chosen = _chosen(child)
                if chosen is not None:
                    self._inline(chosen, paragraph, bold, depth + 1)
            elif tag not in _BLOCKS:
                self._inline(child, paragraph, bold, depth + 1)

    def _style(self, properties: Any | None) -> str | None:
        element = properties.find(f"{W}pStyle") if properties is not None else None
        value = element.get(f"{W}val") if element is not None else None
        return value if isinstance(value, str) else None

    def _inherited(self, style: str | None, attribute: str) -> Any:
        """A style's property, or that of the styles it is based on."""
        for _ in range(20):
            found = self._styles.get(style or "")
            if found is None:
                return None
            value = getattr(found, attribute)
            if value is not None:
                return value
            style = found.based_on
        return None

    def _numbered(self, properties: Any | None, style: str | None) -> tuple[str | None, int]:
        own = properties.find(f"{W}numPr") if properties is not None else None
        number, level = _numbering_of(own)
        if number is None:
            number = self._inherited(style, "number")
        if level is None:
            level = self._inherited(style, "number_level")
        return number, level or 0

    def _label(self, properties: Any | None, style: str | None) -> str | None:
        number, level = self._numbered(properties, style)
        return self._numbering.label(number, level) if number is not None else None

    def _depth(self, properties: Any | None, style: str | None) -> int:
        return self._numbered(properties, style)[1]

    def _level(self, properties: Any | None, style: str | None, paragraph: _Paragraph) -> int:
        """A heading's level by outline or style; a short wholly bold line outside tables counts as the lowest one."""
        own = properties.find(f"{W}outlineLvl") if properties is not None else None
        if own is not None and (own.get(f"{W}val") or "").isdigit() and int(own.get(f"{W}val")) < 9:
            return int(own.get(f"{W}val")) + 1
        level = self._inherited(style, "level")
        if isinstance(level, int) and level:
            return level
        text = paragraph.text.strip()
        bold = paragraph.letters > 0 and paragraph.bold_letters >= 0.95 * paragraph.letters
        if bold and not self._in_cell and len(text) <= _LONGEST_BOLD_HEADING and not text.endswith((".", ",", ";")):
            return min(self._bold_levels, 9)
        return 0

    # ---- tables ------------------------------------------------------------------------------------------------------
    def _table(self, table: Any, depth: int) -> None:
        rows = [self._cells(row) for row in _rows(table, 0)]
        rows = [row for row in rows if row]
        filled = max((sum(1 for _, cell in row if _has_text(cell)) for row in rows), default=0)
        if len(rows) < 2 or filled < 2 or self._is_layout(table):
            for row in rows:
                for _, cell in row:
                    self._builder.end_line()
                    self._blocks(cell, depth)
                self._builder.gap()
            return
        if self._in_cell:  # a table in a cell: lines of that cell
            for row in rows:
                for _, cell in row:
                    self._builder.end_line()
                    self._blocks(cell, depth)
                    self._builder.end_line()
            return
        cells = [
            Cell(number, column, lambda cell=cell: self._write_cell(cell, depth))  # type: ignore[misc]
            for number, row in enumerate(rows)
            for column, cell in row
        ]
        write_table(self._builder, cells)

    def _write_cell(self, cell: Any, depth: int) -> None:
        self._in_cell += 1
        self._blocks(cell, depth)
        self._in_cell -= 1

    def _cells(self, row: Any) -> list[tuple[int, Any]]:
        """A row's cells with their grid columns."""
        before = row.find(f"{W}trPr/{W}gridBefore")
        column = _span(before)
        found = []
        for cell in _inner(row, f"{W}tc", 0):
            found.append((column, cell))
            column += max(_span(cell.find(f"{W}tcPr/{W}gridSpan")), 1)
        return found

    def _is_layout(self, table: Any) -> bool:
        """A table that only places things: it holds other tables of several cells, or styled headings."""
        for paragraph in table.iter(f"{W}p"):
            level = self._inherited(self._style(paragraph.find(f"{W}pPr")), "level")
            if isinstance(level, int) and 0 < level <= 2:
                return True
        return any(len(list(inner.iter(f"{W}tr"))) > 1 for inner in table.iter(f"{W}tbl") if inner is not table)


def _used(style: _Style) -> bool:
    return style.level is not None and style.level <= 3


def _styles(root: Any | None) -> dict[str, _Style]:
    found: dict[str, _Style] = {}
    if root is None:
        return found
    for element in root.findall(f"{W}style"):
        if element.get(f"{W}type") != "paragraph":
            continue
        name_element, base = element.find(f"{W}name"), element.find(f"{W}basedOn")
        name = (name_element.get(f"{W}val") or "") if name_element is not None else ""
        style = _Style(name, base.get(f"{W}val") if base is not None else None)
        outline = element.find(f"{W}pPr/{W}outlineLvl")
        heading = _HEADING_NAME.fullmatch(name.strip())
        if outline is not None and (outline.get(f"{W}val") or "").isdigit():
            value = int(outline.get(f"{W}val"))
            style.level = value + 1 if value < 9 else 0
        elif heading:
            style.level = int(heading.group(1))
        elif name.strip().lower() in _TITLE_NAMES:
            style.level = 1
        style.number, style.number_level = _numbering_of(element.find(f"{W}pPr/{W}numPr"))
        found[element.get(f"{W}styleId") or ""] = style
    return found


def _numbering_of(element: Any | None) -> tuple[str | None, int | None]:
    if element is None:
        return None, None
    number, level = element.find(f"{W}numId"), element.find(f"{W}ilvl")
    value = (level.get(f"{W}val") or "") if level is not None else ""
    return (number.get(f"{W}val") if number is not None else None), (int(value) if value.isdigit() else None)


def _on(properties: Any | None, name: str) -> bool:
    element = properties.find(f"{W}{name}") if properties is not None else None
    return element is not None and element.get(f"{W}val") not in ("0", "false", "off")


def _mark_deleted(properties: Any | None) -> bool:
    """The paragraph's own mark was deleted: Word shows it joined to the next."""
    return properties is not None and properties.find(f"{W}rPr/{W}del") is not None


def _chosen(alternatives: Any) -> Any | None:
    """The first choice (what Word shows), else the fallback: never both."""
    choice = alternatives.find(f"{MC}Choice")
    return choice if choice is not None else alternatives.find(f"{MC}Fallback")


def _inner(parent: Any, tag: str, depth: int) -> list[Any]:
    """Children with a tag, also through content controls and tracked insertions, in order."""
    found: list[Any] = []
    for child in parent:
        if child.tag == tag:
            found.append(child)
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED and depth < 20:
            found.extend(_inner(child, tag, depth + 1))
    return found


def _rows(table: Any, depth: int) -> list[Any]:
    return [row for row in _inner(table, f"{W}tr", depth) if row.find(f"{W}trPr/{W}del") is None]


def _span(element: Any | None) -> int:
    value = (element.get(f"{W}val") or "") if element is not None else ""
    return min(int(value), 1000) if value.isdigit() else 0


def _has_text(cell: Any) -> bool:
    return any((text.text or "").strip() for text in cell.iter(f"{W}t"))


def _trimmed(text: str) -> str:
    """Without line breaks at either end (a page break leaves one) and blanks before line ends."""
    return "\n".join(line.rstrip() for line in text.replace("\u00a0", " ").strip("\n").split("\n"))
