"""The XML of WordprocessingML: its names, which elements hold no text of the page, and small questions to an element.

Names and meanings are those of ECMA-376, part 1 (``w:`` is WordprocessingML, ``mc:`` markup compatibility).
"""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Deleted or moved away, hidden properties, field codes, comments: no text of the page.
_SKIPPED = frozenset(
    f"{W}{name}"
    for name in (
        "del", "moveFrom", "delText", "delInstrText", "instrText", "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr",
        "sdtPr", "sdtEndPr", "commentReference", "annotationRef", "bookmarkStart", "bookmarkEnd", "proofErr", "rubyPr", "rt",
    )
)  # fmt: skip
_WIDEST_SPAN = 1000  # grid columns; a file may claim any number
_DEEPEST_WRAPPING = 20


def printed(element: Any) -> bool:
    """Whether an element can hold text of the page (comments and processing instructions of the XML cannot)."""
    return isinstance(element.tag, str) and element.tag not in _SKIPPED


def value(element: Any | None) -> str | None:
    """The ``w:val`` of an element; None where either is missing."""
    found = element.get(f"{W}val") if element is not None else None
    return found if isinstance(found, str) else None


def switched_on(properties: Any | None, name: str) -> bool:
    """Whether a toggle property (``b``, ``vanish``) stands there and is not switched off."""
    element = properties.find(f"{W}{name}") if properties is not None else None
    return element is not None and value(element) not in ("0", "false", "off")


def mark_deleted(properties: Any | None) -> bool:
    """The paragraph's own mark was deleted: Word shows it joined to the next."""
    return properties is not None and properties.find(f"{W}rPr/{W}del") is not None


def chosen(alternatives: Any) -> Any | None:
    """Of an ``mc:AlternateContent`` the first choice (what Word shows), else the fallback: never both."""
    choice = alternatives.find(f"{MC}Choice")
    return choice if choice is not None else alternatives.find(f"{MC}Fallback")


def rows(table: Any) -> list[Any]:
    """The rows of a table that were not deleted."""
    return [row for row in _inner(table, f"{W}tr", 0) if row.find(f"{W}trPr/{W}del") is None]


def cells(row: Any) -> list[tuple[int, Any]]:
    """A row's cells with their grid columns, from 0."""
    column = _span(row.find(f"{W}trPr/{W}gridBefore"))
    found = []
    for cell in _inner(row, f"{W}tc", 0):
        found.append((column, cell))
        column += max(_span(cell.find(f"{W}tcPr/{W}gridSpan")), 1)
    return found


def has_text(cell: Any) -> bool:
    """Whether a cell holds a character that is not white space."""
    return any((text.text or "").strip() for text in cell.iter(f"{W}t"))


def _inner(parent: Any, tag: str, depth: int) -> list[Any]:
    """Children with a tag, also through content controls and tracked insertions, in order."""
    found: list[Any] = []
    for child in parent:
        if child.tag == tag:
            found.append(child)
        elif printed(child) and depth < _DEEPEST_WRAPPING:
            found.extend(_inner(child, tag, depth + 1))
    return found


def _span(element: Any | None) -> int:
    found = value(element) or ""
    return min(int(found), _WIDEST_SPAN) if found.isdecimal() else 0
