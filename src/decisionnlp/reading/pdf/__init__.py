"""PDF by PDFium: words with their places, layout by geometry, ruled tables by the lines drawn on the page."""

from __future__ import annotations

from decisionnlp.reading.pdf.reader import read_pdf

__all__ = ["read_pdf"]
