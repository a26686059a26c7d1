"""From a Word file to a ``Draft``: paragraphs, tables and embedded parts in the order in which they are printed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from decisionnlp.document import MarkKind
from decisionnlp.reading.docx.elements import MC, W, cells, chosen, has_text, mark_deleted, printed, rows, value
from decisionnlp.reading.docx.numbering import Numbering
from decisionnlp.reading.docx.paragraphs import Paragraph, read_paragraph, trimmed
from decisionnlp.reading.docx.parts import Parts
from decisionnlp.reading.docx.styles import Styles
from decisionnlp.reading.draft import Draft, ReadOptions, TextBuilder
from decisionnlp.reading.limits import MAX_DEPTH, Archive, UnreadableError
from decisionnlp.reading.tables import Cell, write_table

_LONGEST_BOLD_HEADING = 120  # characters
_LOWEST_LEVEL = 9
_RENDERED_BREAK = f"{W}lastRenderedPageBreak"


def read_docx(data: bytes, options: ReadOptions) -> Draft:
    """The text of a DOCX file with its headings, list items, table cells and page furniture.

    Raises:
        UnreadableError: it is no Word file, damaged, encrypted, or over one of the limits in ``limits.py``.
    """
    return _Reader(Parts(Archive(data)), options).read()


class _Reader:
    def __init__(self, parts: Parts, options: ReadOptions) -> None:
        self._parts = parts
        self._options = options
        self._builder = TextBuilder()
        self._styles = Styles(parts.beside("styles.xml"))
        self._numbering = Numbering.parse(parts.beside("numbering.xml"))
        self._notes: list[tuple[str, Any]] = []
        self._rendered = False  # Word left its page breaks in the file
        self._joined: str | None = None  # the blank (or nothing) after which the next paragraph goes on with this line
        self._in_cell = 0

    def read(self) -> Draft:
        body = self._parts.main().find(f"{W}body")
        if body is None:
            raise UnreadableError("the file is damaged (it has no body): save it anew")
        self._rendered = next(body.iter(_RENDERED_BREAK), None) is not None
        headers, footers = self._margins(body)
        self._builder.new_page()
        self._builder.furniture(headers)
        self._blocks(body, 0)
        self._footnotes()
        self._builder.furniture(footers)
        return self._builder.build()

    # ---- around the text ---------------------------------------------------------------------------------------------
    def _margins(self, body: Any) -> tuple[list[str], list[str]]:
        """The distinct lines of all headers and footers that a section uses."""
        found: tuple[dict[str, None], dict[str, None]] = ({}, {})
        for section in body.iter(f"{W}sectPr"):
            for tag, lines in ((f"{W}headerReference", found[0]), (f"{W}footerReference", found[1])):
                for reference in section.findall(tag):
                    path = self._parts.related(reference)
                    if path is None:
                        continue
                    for paragraph in self._parts.xml(path).iter(f"{W}p"):
                        text = self._line([paragraph])
                        if text:
                            lines[text] = None
        return list(found[0]), list(found[1])

    def _footnotes(self) -> None:
        """Footnotes stand at the foot of their pages; here after the text, out of its sentences' way."""
        lines = []
        for kind, name in (("footnote", "footnotes.xml"), ("endnote", "endnotes.xml")):
            wanted = [identifier for noted, identifier in self._notes if noted == kind]
            part = self._parts.beside(name) if wanted else None
            if part is None:
                continue
            notes = {note.get(f"{W}id"): note for note in part.findall(f"{W}{kind}")}
            for number, identifier in enumerate(wanted, 1):
                if identifier in notes:
                    text = self._line(notes[identifier].iter(f"{W}p"))
                    if text:
                        lines.append(f"{number} {text}")
        self._builder.gap()
        self._builder.furniture(lines)

    # ---- blocks ------------------------------------------------------------------------------------------------------
    def _blocks(self, parent: Any, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise UnreadableError("the document is nested too deep: save it as PDF")
        for child in filter(printed, parent):
            if child.tag == f"{W}p":
                self._write_paragraph(child, depth + 1)
            elif child.tag == f"{W}tbl":
                self._table(child, depth + 1)
            elif child.tag == f"{W}altChunk":
                self._embedded(child)
            elif child.tag == f"{MC}AlternateContent":
                alternative = chosen(child)
                if alternative is not None:
                    self._blocks(alternative, depth + 1)
            else:  # w:sdt, w:sdtContent, w:ins, w:moveTo, w:customXml, w:smartTag …
                self._blocks(child, depth + 1)

    def _embedded(self, chunk: Any) -> None:
        """A whole document (often HTML from a case system) that Word shows in this place."""
        path = self._parts.related(chunk)
        if path is None or self._options.read_inner is None:
            return
        try:
            draft = self._options.read_inner(self._parts.read(path), path)
        except UnreadableError as error:
            self._builder.warnings.append(f"a part embedded in the document was not read: {error.reason}")
            return
        self._builder.append(draft, pages=False)
        self._builder.gap()

    # ---- paragraphs --------------------------------------------------------------------------------------------------
    def _write_paragraph(self, element: Any, depth: int) -> None:
        properties = element.find(f"{W}pPr")
        self._pages_before(element)
        paragraph = self._paragraph(element, depth)
        text = trimmed(paragraph.text)
        builder = self._builder
        joined, self._joined = self._joined, None
        if mark_deleted(properties):
            self._joined = " " if paragraph.text[-1:].isspace() else ""
        if joined is not None and text:
            builder.drop_line_end()
            builder.add(joined + text)
            builder.end_line()
        elif text.strip():
            number, list_level = self._styles.numbering(properties)
            label = self._numbering.label(number, list_level) if number is not None else None
            self._write_line(text, label, self._heading_level(properties, paragraph), list_level)
        elif not paragraph.boxes and not self._in_cell:
            builder.gap()
        for box in paragraph.boxes:
            builder.gap()
            self._blocks(box, depth + 1)
            builder.gap()

    def _write_line(self, text: str, label: str | None, level: int, list_level: int) -> None:
        builder = self._builder
        written = f"{label} {text}" if label else text
        if level:
            builder.gap()
            with builder.mark(MarkKind.HEADING, level=level):
                builder.line(written)
        elif label:
            builder.end_line()
            with builder.mark(MarkKind.LIST_ITEM, level=list_level + 1):
                builder.line(written)
        else:
            if not self._in_cell:
                builder.gap()
            builder.line(written)

    def _pages_before(self, element: Any) -> None:
        """A new page where Word last broke one (or, where it never rendered the file, at manual breaks)."""
        if self._in_cell:
            return
        if self._rendered:
            broken = next(element.iter(_RENDERED_BREAK), None) is not None
        else:
            broken = any(item.get(f"{W}type") == "page" for item in element.iter(f"{W}br"))
            before = element.find(f"{W}pPr/{W}pageBreakBefore")
            broken = broken or (before is not None and value(before) not in ("0", "false"))
        if broken:
            self._builder.end_line()
            if len(self._builder):
                self._builder.new_page()

    def _paragraph(self, element: Any, depth: int) -> Paragraph:
        paragraph = read_paragraph(element, depth)
        self._notes += paragraph.notes
        return paragraph

    def _line(self, elements: Iterable[Any]) -> str:
        """Paragraphs as one running line."""
        return " ".join(" ".join(self._paragraph(element, 0).text for element in elements).split())

    def _heading_level(self, properties: Any | None, paragraph: Paragraph) -> int:
        """A heading's level by outline or style; a short wholly bold line outside tables counts as the lowest one."""
        level = self._styles.level(properties)
        if level:
            return level
        text = paragraph.text.strip()
        short = len(text) <= _LONGEST_BOLD_HEADING and not text.endswith((".", ",", ";"))
        if paragraph.bold and short and not self._in_cell:
            return min(self._styles.lowest_level + 1, _LOWEST_LEVEL)
        return 0

    # ---- tables ------------------------------------------------------------------------------------------------------
    def _table(self, table: Any, depth: int) -> None:
        found = [row for row in map(cells, rows(table)) if row]
        filled = max((sum(1 for _, cell in row if has_text(cell)) for row in found), default=0)
        placing = len(found) < 2 or filled < 2 or self._is_layout(table)
        if placing or self._in_cell:  # a table in a cell: lines of that cell
            for row in found:
                for _, cell in row:
                    self._builder.end_line()
                    self._blocks(cell, depth)
                    if not placing:
                        self._builder.end_line()
                if placing:
                    self._builder.gap()
            return
        write_table(
            self._builder,
            [
                Cell(number, column, lambda cell=cell: self._write_cell(cell, depth))  # type: ignore[misc]
                for number, row in enumerate(found)
                for column, cell in row
            ],
        )

    def _write_cell(self, cell: Any, depth: int) -> None:
        self._in_cell += 1
        self._blocks(cell, depth)
        self._in_cell -= 1

    def _is_layout(self, table: Any) -> bool:
        """A table that only places things: it holds other tables of several cells, or styled headings."""
        if any(0 < self._styles.style_level(paragraph.find(f"{W}pPr")) <= 2 for paragraph in table.iter(f"{W}p")):
            return True
        return any(len(list(inner.iter(f"{W}tr"))) > 1 for inner in table.iter(f"{W}tbl") if inner is not table)
