"""What stands before the words of a line: bullets, numbers, ``Ad 1:``, ``Beslutning:``."""

from __future__ import annotations

import re

from decisionnlp import lexicons

# "• ", "2.", "a)", "Ad 1:", "At 1 -", "1.-2.:", "Pkt. 3:" before the words of a line.
_MARKER = re.compile(
    rf"^\s*(?:[•·▪‣*–—\uf0b7-]\s*)?(?:(?:{lexicons.alternatives('clause_words', 'point_marks')})?\s*\.?\s*"
    r"\d{1,2}(?:\s*[.,-]+\s*(?:og\s*)?\d{1,2})*\s*(?:[.):]|(?:-|–)?\s*(?:at-)?punkt(?:et)?\W)\s*|[a-h]\)\s*)?(?:[-–:]\s*)?",
    re.IGNORECASE,
)
_PREFIX = re.compile(rf"^(?:{lexicons.alternatives('clause_words', 'outcome_labels')})\s*:\s*", re.IGNORECASE)


def strip_marker(text: str) -> str:
    """A line without its bullet, number or ``Ad 1:``."""
    stripped = text[_MARKER.match(text).end() :]  # type: ignore[union-attr]
    if ":" in stripped:
        stripped = _PREFIX.sub("", stripped)
    return stripped or text
