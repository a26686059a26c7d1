"""A sheet of lines whose pieces know the sentence they belong to: wrapped and broken into pages, it yields text and gold offsets."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from decisionnlp.document import (
    Item,
    Meeting,
    MeetingKind,
    Minutes,
    Sentence,
    Source,
    Span,
    Zone,
    ZoneKind,
)

_FURNITURE = -1
_SPACE = -2
_OUTSIDE = -1  # the number of no item


@dataclass(frozen=True)
class _Drafted:
    zone: ZoneKind
    item: int  # place among the items, or _OUTSIDE
    heading: str | None


@dataclass
class _Line:
    text: str = ""
    owners: list[int] = field(default_factory=list)
    wraps: int = 0  # width at which it breaks; 0: the sheet's own

    def add(self, text: str, owner: int) -> None:
        self.text += text
        self.owners += [owner] * len(text)


class Sheet:
    """Lines are added in reading order; ``item`` opens the next item, ``outside`` leaves it."""

    def __init__(self) -> None:
        self._lines: list[_Line] = []
        self._sentences: list[_Drafted] = []
        self._titles: list[str] = []
        self._item = _OUTSIDE

    def item(self, title: str) -> None:
        """The lines that follow belong to a new item."""
        self._titles.append(title)
        self._item = len(self._titles) - 1

    def outside(self) -> None:
        """The lines that follow belong to no item."""
        self._item = _OUTSIDE

    def line(
        self, *pieces: str, zone: ZoneKind, heading: str | None = None, between: str = " ", wraps: int = 0
    ) -> None:
        """One line (before wrapping); each piece is a sentence of the zone."""
        self._lines.append(_Line(wraps=wraps))
        self.go_on(*pieces, zone=zone, heading=heading, between=between)

    def go_on(self, *pieces: str, zone: ZoneKind, heading: str | None = None, between: str = " ") -> None:
        """More sentences on the line that was added last."""
        line = self._lines[-1]
        for piece in pieces:
            if line.text:
                line.add(between, _SPACE)
            self._sentences.append(_Drafted(zone, self._item, heading))
            line.add(piece, len(self._sentences) - 1)

    def blank(self, count: int = 1) -> None:
        """Empty lines, none above the first line."""
        if self._lines:
            self._lines += [_Line() for _ in range(count)]

    def furniture(self, text: str) -> None:
        """A line that belongs to no sentence."""
        self._lines.append(_Line(text, [_FURNITURE] * len(text)))

    def minutes(
        self, name: str, day: date | None, *, width: int = 0, page: int = 0, headers: Sequence[str] = ()
    ) -> Minutes:
        """The text with its gold annotation.

        ``width`` is where lines break (0: nowhere); ``page`` how many lines a page has (0: no pages), with ``headers`` printed,
        one line each, where a page ends (``{page}`` and ``{pages}`` are filled in).
        """
        rows: list[_Line] = []
        for line in self._lines:
            rows += _wrapped(line, line.wraps or width)
        if page:
            rows = _paged(rows, page, headers)
        text = "\n".join(row.text.rstrip() for row in rows) + "\n"
        starts: dict[int, int] = {}
        ends: dict[int, int] = {}
        furniture: list[Span] = []
        offset = 0
        for row in rows:
            for place, owner in enumerate(row.owners):
                if owner >= 0:
                    starts.setdefault(owner, offset + place)
                    ends[owner] = offset + place + 1
            if row.owners and row.owners[0] == _FURNITURE:
                furniture.append(Span(offset, offset + len(row.text)))
            offset += len(row.text.rstrip()) + 1
        return self._annotated(name, day, text, starts, ends, furniture)

    def _annotated(
        self,
        name: str,
        day: date | None,
        text: str,
        starts: dict[int, int],
        ends: dict[int, int],
        furniture: list[Span],
    ) -> Minutes:
        sentences: dict[int, list[Sentence]] = {}
        for number, drafted in enumerate(self._sentences):
            start, end = starts[number], ends[number]
            sentences.setdefault(drafted.item, []).append(
                Sentence(start, end, text[start:end], zone=drafted.zone, heading=drafted.heading)
            )
        items = []
        for place, title in enumerate(self._titles):
            inner = sentences[place]
            zones: list[Zone] = []
            for sentence in inner:
                if zones and (zones[-1].zone, zones[-1].heading) == (sentence.zone, sentence.heading):
                    zones[-1] = Zone(sentence.zone, zones[-1].start, sentence.end, sentence.heading)
                else:
                    zones.append(Zone(sentence.zone, sentence.start, sentence.end, sentence.heading))
            items.append(Item(None, title, inner[0].start, inner[-1].end, zones=tuple(zones), sentences=tuple(inner)))
        meeting = Meeting(
            0, len(text), day, None, None, MeetingKind.MINUTES, tuple(items), tuple(sentences.get(_OUTSIDE, ()))
        )
        source = Source(text, path=f"{name}.txt", sha256=hashlib.sha256(text.encode()).hexdigest())
        return Minutes(source, (meeting,), furniture=tuple(furniture))


def _wrapped(line: _Line, width: int) -> list[_Line]:
    """The line broken at white space so that no row is longer than ``width``, words apart that are."""
    rows: list[_Line] = []
    text, owners = line.text, line.owners
    while width and len(text) > width:
        at = text.rfind(" ", 1, width + 1)
        if at < 0:
            at = text.find(" ", width)
        if at < 0:
            break
        rows.append(_Line(text[:at], owners[:at]))
        text, owners = text[at + 1 :], owners[at + 1 :]
    rows.append(_Line(text, owners))
    return rows


def _paged(rows: list[_Line], length: int, headers: Sequence[str]) -> list[_Line]:
    pages = [rows[start : start + length] for start in range(0, len(rows), length)]
    printed: list[_Line] = []
    for number, page in enumerate(pages, 1):
        printed += page
        if number < len(pages):
            for header in headers:
                text = header.format(page=number + 1, pages=len(pages))
                printed.append(_Line(text, [_FURNITURE] * len(text)))
    return printed
