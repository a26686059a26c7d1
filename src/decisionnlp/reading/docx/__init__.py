"""Word documents, read from their XML: all text a reader of the printed page would see, and its structure.

Tracked insertions are text, deletions are not; text boxes, content controls, footnotes, list numbers, headers and footers
are read. python-docx leaves out most of these, docx2python knows no grid columns, levels or rendered pages.
"""

from __future__ import annotations

from decisionnlp.reading.docx.reader import read_docx

__all__ = ["read_docx"]
