"""One running line out of a stretch of text, with every character traceable to the source.

Texts out of PDFs break words over lines and pages; rules and models read the flattened view, findings are mapped back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from decisionnlp.document import Span
from decisionnlp.slotted import Slotted

# What PDF extraction leaves where a word was broken: hyphen, soft hyphen, PDFium's U+FFFE and U+0002.
_BREAKERS = "-\u00ad\u2010\ufffe\x02"
_LINE_BREAK = re.compile(r"[ \t\u00a0]*(?:\r\n|[\n\r\f\v\u2028\u2029])\s*")
_NEXT_WORD = re.compile(r"\w+")
# A hyphen before one of these is a suspended one (Teknik- og Miljø): it stays, with a space.
_SUSPENDERS = frozenset({"og", "eller", "samt", "til", "og/eller", "hhv", "resp", "men"})


@dataclass(slots=True)
class FlatText(Slotted):
    """``text`` is one line; ``offsets[i]`` is the source offset of ``text[i]``."""

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """The source span of ``text[start:end]``, which must not be empty."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no stretch [{start}, {end}) in a text of {len(self.text)} characters")
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def part(self, start: int, end: int | None = None) -> FlatText:
        """The stretch ``text[start:end]`` with its own offsets; places are counted as in a slice."""
        return FlatText(self.text[start:end], self.offsets[start:end])


def flatten(text: str, start: int = 0, end: int | None = None, *, skip: Sequence[Span] = ()) -> FlatText:
    """Flatten ``text[start:end]``: words broken at a line end are joined, white space is folded to single blanks,
    and the spans in ``skip`` (sorted, disjoint: page furniture) are left out.

    The hyphen is dropped in ``temadrøftel-⏎sen``, kept in ``STU-⏎området`` and ``16-⏎årig``, and kept with a blank in
    ``Teknik-⏎og Miljø``.
    """
    end = len(text) if end is None else end
    if not skip:
        return _flatten_plain(text, start, end)
    index = max(bisect_right(skip, start, key=_start) - 1, 0)
    if not any(span.start < end and span.end > start for span in skip[index : index + 2]):
        return _flatten_plain(text, start, end)
    pieces: list[str] = []
    offsets: list[int] = []
    position = start
    for place in range(index, len(skip)):
        span = skip[place]
        if span.end <= position:
            continue
        if span.start >= end:
            break
        if span.start > position:
            pieces.append(text[position : span.start])
            offsets.extend(range(position, span.start))
        position = max(position, min(span.end, end))
    if position < end:
        pieces.append(text[position:end])
        offsets.extend(range(position, end))
    if len(offsets) == end - start:
        return _flatten_plain(text, start, end)
    flat = _flatten_plain("".join(pieces), 0, len(offsets))
    return FlatText(flat.text, [offsets[offset] for offset in flat.offsets])


def _start(span: Span) -> int:
    return span.start


def _flatten_plain(text: str, start: int, end: int) -> FlatText:
    piece = text[start:end]
    stripped = piece.strip()
    line = ""
    if "  " not in piece and (piece.isprintable() or not _ODD.search(piece)):
        line = stripped
    elif not _HYPHEN.search(stripped):
        line = " ".join(stripped.split())
    if len(line) == len(stripped):  # every gap is one character
        first = start if len(stripped) == len(piece) else start + len(piece) - len(piece.lstrip())
        return FlatText(line, range(first, first + len(line)))
    out: list[str] = []
    offsets: list[int] = []
    position = 0
    length = len(piece)
    for match in _GAP.finditer(piece):
        first, last = match.span()
        if first > position:
            out.append(piece[position:first])
            offsets.extend(range(start + position, start + first))
        position = last
        broken = match.group()
        if not out:
            continue
        if last == length:
            break
        before = out[-1][-1]
        if broken[0] in _BREAKERS:
            following = _NEXT_WORD.match(piece, last)
            word = following.group() if following else ""
            if broken[0] not in "-\u2010" and not _LINE_BREAK.search(broken):
                continue  # a soft hyphen inside a line is invisible
            if word.lower() in _SUSPENDERS:
                out.append("- ")
                offsets.extend((start + first, start + last - 1))
            elif before.isdigit() or before.isupper() or not word or not word[0].islower():
                out.append("-")
                offsets.append(start + first)
        elif not out[-1].endswith(" "):
            out.append(" ")
            offsets.append(start + first)
    if position < length:
        out.append(piece[position:])
        offsets.extend(range(start + position, start + length))
    elif out and out[-1] == " ":  # a blank before a trailing soft hyphen
        out.pop()
        offsets.pop()
    return FlatText("".join(out), offsets)


# A broken word (hyphen, then a line break), an invisible hyphen, or a run of white space.
_GAP = re.compile(r"(?<=\w)[-\u2010][ \t\u00a0]*(?:\r\n|[\n\r\f\v])\s*(?=\w)|[\u00ad\ufffe\x02]\s*|\s+")
# None of these is printable.
_ODD = re.compile(r"[\t\n\r\f\v\u00a0\u00ad\u2028\u2029\ufffe\x02]")
# A hyphen that may end a line, or an invisible one.
_HYPHEN = re.compile(r"[-\u2010\u00ad\ufffe\x02](?:\s|(?<=[\u00ad\ufffe\x02]))")
