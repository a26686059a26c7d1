"""Paragraph styles of Word documents: outline level and numbering, also those that a style has from the one it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from decisionnlp.reading.docx.elements import W, value

_HEADING_NAME = re.compile(r"(?:heading|overskrift)\s*([1-9])", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "titel"})
_LONGEST_CHAIN = 20  # styles based on each other; a file may go round in a circle
_BODY = 9  # Word's outline level of body text, counted from 0
_HIGHEST = 3  # styles down to this level are taken for those of the document


@dataclass(frozen=True, slots=True)
class _Style:
    based_on: str | None
    level: int | None  # outline level from 1; 0: body text
    number: str | None
    number_level: int | None


class Styles:
    """The paragraph styles of a document by their ids."""

    def __init__(self, root: Any | None) -> None:
        """From ``word/styles.xml``; empty where the document has none."""
        elements = root.findall(f"{W}style") if root is not None else []
        self._styles = {
            element.get(f"{W}styleId") or "": _read(element)
            for element in elements
            if element.get(f"{W}type") == "paragraph"
        }

    @property
    def lowest_level(self) -> int:
        """The lowest of the outline levels 1 to 3 that a style has; 0 where none has one."""
        levels = (style.level for style in self._styles.values() if style.level is not None)
        return max((level for level in levels if level <= _HIGHEST), default=0)

    def level(self, properties: Any | None) -> int:
        """The outline level, from 1, of a paragraph with these ``w:pPr``: its own, else its style's; 0 for body text."""
        own = _outline(properties)
        return own if own is not None and own > 0 else self.style_level(properties)

    def style_level(self, properties: Any | None) -> int:
        """The outline level, from 1, of the paragraph's style; 0 for body text."""
        level = self._inherited(_style_of(properties), "level")
        return level if isinstance(level, int) else 0

    def numbering(self, properties: Any | None) -> tuple[str | None, int]:
        """(list, level from 0) of a paragraph with these ``w:pPr``; the list is None where it is not numbered."""
        style = _style_of(properties)
        number, level = _numbering(properties.find(f"{W}numPr") if properties is not None else None)
        if number is None:
            number = self._inherited(style, "number")
        if level is None:
            level = self._inherited(style, "number_level")
        return number, level or 0

    def _inherited(self, style: str | None, attribute: str) -> Any:
        """A style's property, or that of the styles it is based on."""
        for _ in range(_LONGEST_CHAIN):
            found = self._styles.get(style or "")
            if found is None:
                return None
            inherited = getattr(found, attribute)
            if inherited is not None:
                return inherited
            style = found.based_on
        return None


def _read(element: Any) -> _Style:
    properties = element.find(f"{W}pPr")
    name = (value(element.find(f"{W}name")) or "").strip()
    level = _outline(properties)
    if level is None:
        heading = _HEADING_NAME.fullmatch(name)
        if heading:
            level = int(heading.group(1))
        elif name.lower() in _TITLE_NAMES:
            level = 1
    number, number_level = _numbering(element.find(f"{W}pPr/{W}numPr"))
    return _Style(value(element.find(f"{W}basedOn")), level, number, number_level)


def _outline(properties: Any | None) -> int | None:
    """``w:outlineLvl`` counted from 1; 0 for body text, None where there is none."""
    found = value(properties.find(f"{W}outlineLvl")) if properties is not None else None
    if found is None or not found.isdecimal():
        return None
    return int(found) + 1 if int(found) < _BODY else 0


def _style_of(properties: Any | None) -> str | None:
    return value(properties.find(f"{W}pStyle")) if properties is not None else None


def _numbering(element: Any | None) -> tuple[str | None, int | None]:
    if element is None:
        return None, None
    level = value(element.find(f"{W}ilvl")) or ""
    return value(element.find(f"{W}numId")), (int(level) if level.isdecimal() else None)
