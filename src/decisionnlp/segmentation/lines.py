"""The lines of a text as they look on the page: where they start, how they are set apart, how wide the column is."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from decisionnlp.document import Span
from decisionnlp.slotted import Slotted

# Everything up to a line end of any kind.
_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_BREAKS = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_SOLID = re.compile(r"[^\s]")


@dataclass(slots=True)
class Line(Slotted):
    """A line with something on it. ``start`` and ``end`` exclude white space and page furniture at the edges.

    ``gap`` counts the empty lines above it (0: it follows directly, also over furniture); ``cut`` says that furniture or a page
    end stands between it and the line above, so that the gap says nothing. ``length`` counts its characters.
    """

    index: int
    start: int
    end: int
    text: str
    gap: int
    cut: bool
    indent: int
    length: int = field(init=False)

    def __post_init__(self) -> None:
        self.length = self.end - self.start


def mask(text: str, skip: Sequence[Span]) -> str:
    """``text`` with the characters of ``skip`` blanked: every offset stays, line ends stay."""
    if not skip:
        return text
    pieces: list[str] = []
    position = 0
    for span in skip:
        if span.end <= position:
            continue
        start = max(span.start, position)
        pieces.append(text[position:start])
        pieces.append(_SOLID.sub(" ", text[start : span.end]))
        position = span.end
    pieces.append(text[position:])
    return "".join(pieces)


def lines_of(text: str, start: int = 0, end: int | None = None, *, skip: Sequence[Span] = ()) -> list[Line]:
    """The solid lines of ``text[start:end]``; ``text`` must be masked already, ``skip`` tells where furniture was."""
    end = len(text) if end is None else end
    found: list[Line] = []
    before = start
    skip_starts = [span.start for span in skip]
    for match in _LINE.finditer(text, start, end):
        raw = match.group()
        stripped = raw.strip()
        if not stripped:
            continue
        indent = len(raw) - len(raw.lstrip())
        first = match.start() + indent
        last = first + len(stripped)
        between = text[before:first]
        if between.count("\n") == len(between):
            gap, cut = (len(between) - 1 if found else 1), False
        else:
            gap = max(len(_BREAKS.findall(between)) - 1, 0) if found else 1
            cut = "\f" in between
        if skip_starts:
            index = bisect_right(skip_starts, before) - 1
            if (index >= 0 and skip[index].end > before) or (
                index + 1 < len(skip_starts) and skip_starts[index + 1] < first
            ):
                cut = True
        found.append(Line(len(found), first, last, stripped, gap, cut, indent))
        before = last
    return found


_NUMBERED_TITLE = re.compile(r"\d{1,4}\. ?[A-ZÆØÅ]")
_CONTENTS_GLUED = re.compile(
    r"(?:Indholdsfortegnelse|INDHOLDSFORTEGNELSE|Indhold|Dagsorden|DAGSORDEN|PUNKTER|Punkter):?(?=\d{1,4}\. ?[A-ZÆØÅ])"
)


def unglued(lines: Sequence[Line]) -> list[Line]:
    """Lines cut where extraction glued two: ``8. Eventuelt1. Takster`` (the last line of a contents list and the first title, which
    the list printed before) and ``Indholdsfortegnelse1. Takster``."""
    titles = {line.text for line in lines if line.text[0].isdigit() and _NUMBERED_TITLE.match(line.text)}
    if not titles and not any(line.text[0] in "IDPi" and _CONTENTS_GLUED.match(line.text) for line in lines):
        return list(lines)
    starts = {title[:8] for title in titles}
    found: list[Line] = []
    for line in lines:
        cut = 0
        match = _CONTENTS_GLUED.match(line.text)
        if match is not None:
            cut = match.end()
        elif line.text[0].isdigit() and _NUMBERED_TITLE.match(line.text):
            for other in _NUMBERED_TITLE.finditer(line.text, 3):
                # The year at the end of one title may stand before the number of the next: "… 29.01.20138. Godkendelse".
                for place in range(other.start(), line.text.index(".", other.start())):
                    tail = line.text[place:]
                    if tail[:8] in starts and tail in titles and line.text[place - 1] != "(":
                        cut = place
                        break
                if cut:
                    break
        if cut and line.length == len(line.text):
            found.append(line.but(index=len(found), end=line.start + cut, text=line.text[:cut].rstrip()))
            line = line.but(start=line.start + cut, text=line.text[cut:], gap=1)
        found.append(line.but(index=len(found)) if line.index != len(found) else line)
    return found


def column_widths(lines: Sequence[Line], reach: int = 30) -> list[int]:
    """For each line the width at which its surroundings are wrapped; 0 where they are not wrapped.

    A line directly followed by one that starts with a small letter was most likely broken because it was full; the upper
    quartile of such lengths among the ``reach`` nearest pairs on either side is the local width.
    """
    pairs: list[tuple[int, int]] = []
    for above, below in itertools.pairwise(lines):
        if below.gap == 0 and below.text[0].islower() and above.length >= 12:
            pairs.append((above.index, above.length + _first_word(below) // 2))
    if not pairs:
        return [0] * len(lines)
    places = [index for index, _ in pairs]
    offset = lines[0].index
    lengths = [line.length for line in lines]
    widths: list[int] = []
    known: dict[int, int] = {}
    for line in lines:
        middle = bisect_right(places, line.index)
        if middle not in known:
            near = sorted(length for _, length in pairs[max(middle - reach // 2, 0) : middle + reach // 2])
            width = near[(len(near) * 3) // 4] if near else 0
            around = lengths[max(line.index - offset - reach, 0) : line.index - offset + reach]
            limit = width * 1.5
            wide = sum([length > limit for length in around])
            # Where many lines are much longer, paragraphs stand on lines of their own: nothing is wrapped.
            # Below 28 characters "full" says nothing.
            known[middle] = 0 if wide * 6 > len(around) or width < 28 else width
        widths.append(known[middle])
    return widths


def is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this one (in a column of ``width`` characters)."""
    if width == 0 or line.length > width * 1.6:
        return False  # nothing is wrapped here, or this line is of another column
    short = width * 0.93 - line.length - 1
    return short <= 0 or _first_word(following) >= short


def _first_word(line: Line) -> int:
    """The length of a line's first word."""
    return len(line.text.split(None, 1)[0])
