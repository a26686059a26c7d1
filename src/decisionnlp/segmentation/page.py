"""A document as the steps of the segmentation see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from decisionnlp.document import (
    Source,
    Span,
)
from decisionnlp.segmentation.grids import GridRow
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line


@dataclass(frozen=True, slots=True)
class Page:
    """The text as all steps see it."""

    source: Source
    masked: str
    lines: tuple[Line, ...]
    widths: tuple[int, ...]
    headings: Mapping[int, Heading]
    marked: frozenset[int]
    cells: tuple[Span, ...]
    furniture: tuple[Span, ...]
    grid: tuple[GridRow, ...]
    front: int  # the line "Transkript" below what a document viewer prints, or the minutes' head below what a web page tells of
    # the body, else 0: no item stands above it
