"""What the tables of the segmentation compare: the items of the one meeting in a text."""

from __future__ import annotations

from decisionnlp.document import Item, Source
from decisionnlp.segmentation import segment


def items(text: str) -> tuple[Item, ...]:
    """The items of the only meeting in ``text``."""
    (meeting,) = segment(Source(text)).meetings
    return meeting.items


def titles(text: str) -> list[str]:
    return [item.title for item in items(text)]


def numbered_titles(text: str) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in items(text)]


def outcomes(text: str) -> list[list[str]]:
    """The outcome zones of each item."""
    return [
        [text[zone.start : zone.end].strip() for zone in item.zones if zone.zone.value == "outcome"]
        for item in items(text)
    ]


def told_titles(text: str) -> list[tuple[str | None, str, list[str]]]:
    """Number, title and outcome zones of each item."""
    return [(*head, told) for head, told in zip(numbered_titles(text), outcomes(text), strict=True)]
