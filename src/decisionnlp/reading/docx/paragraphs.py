"""The text inside one paragraph of a Word document, and what its runs tell: bold letters, text boxes, notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from decisionnlp.reading.docx.elements import MC, W, chosen, printed, switched_on
from decisionnlp.reading.limits import MAX_DEPTH, UnreadableError

_BLOCKS = frozenset({f"{W}p", f"{W}tbl", f"{W}altChunk"})
# Signs of Wingdings by their places in the private use area.
_SYMBOLS = {"F0A8": "☐", "F06F": "☐", "F0FE": "☒", "F078": "☒", "F0FC": "✓", "F0E0": "→"}
_BOLD_SHARE = 0.95  # of the letters; a line with a light blank or bracket is still bold


@dataclass(slots=True)
class Paragraph:
    """``boxes`` are the contents of text boxes anchored in it, ``notes`` the (kind, id) of foot- and endnotes it refers to."""

    pieces: list[str] = field(default_factory=list)
    bold_letters: int = 0
    letters: int = 0
    boxes: list[Any] = field(default_factory=list)
    notes: list[tuple[str, Any]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    @property
    def bold(self) -> bool:
        """Whether it has letters, and all but a few of them are bold."""
        return self.letters > 0 and self.bold_letters >= _BOLD_SHARE * self.letters

    def _write(self, text: str, bold: bool) -> None:
        letters = sum(map(str.isalpha, text))
        self.pieces.append(text)
        self.letters += letters
        self.bold_letters += letters if bold else 0

    def _read(self, parent: Any, bold: bool, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise UnreadableError("the document is nested too deep: save it as PDF")
        for child in filter(printed, parent):
            tag = child.tag
            if tag == f"{W}t":
                self._write(child.text or "", bold)
            elif tag == f"{W}r":
                properties = child.find(f"{W}rPr")
                if not switched_on(properties, "vanish"):
                    self._read(child, switched_on(properties, "b"), depth + 1)
            elif tag in (f"{W}tab", f"{W}ptab"):
                self.pieces.append("\t")
            elif tag in (f"{W}br", f"{W}cr"):
                self.pieces.append("\n")
            elif tag == f"{W}noBreakHyphen":
                self.pieces.append("-")
            elif tag == f"{W}sym":
                self.pieces.append(_SYMBOLS.get((child.get(f"{W}char") or "").upper(), "•"))
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                self.notes.append((tag.removeprefix(W).removesuffix("Reference"), child.get(f"{W}id")))
            elif tag == f"{W}txbxContent":
                self.boxes.append(child)
            elif tag == f"{MC}AlternateContent":
                alternative = chosen(child)
                if alternative is not None:
                    self._read(alternative, bold, depth + 1)
            elif tag not in _BLOCKS:
                self._read(child, bold, depth + 1)


def read_paragraph(element: Any, depth: int = 0) -> Paragraph:
    """What a ``w:p`` nested ``depth`` deep holds.

    Raises:
        UnreadableError: it is nested deeper than ``limits.MAX_DEPTH``.
    """
    paragraph = Paragraph()
    paragraph._read(element, False, depth)
    return paragraph


def trimmed(text: str) -> str:
    """Without line breaks at either end (a page break leaves one) and blanks before line ends."""
    return "\n".join(line.rstrip() for line in text.replace("\u00a0", " ").strip("\n").split("\n"))
