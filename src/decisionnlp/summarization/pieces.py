"""Flattened sentences of a paper: what page breaks cut in two is joined, what the splitter glued is cut apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from decisionnlp.document import MarkKind, Sentence, SentenceKind, Source, Span
from decisionnlp.flattening import flatten
from decisionnlp.segmentation import split_sentences

# A sentence is over at one of these, with its closing marks.
ENDED = re.compile(r"[.!?…][\"'”»’)\]]*\d{0,2}$")
LETTER = re.compile(r"[^\W\d_]")
LABEL = re.compile(r"(?:\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|\(?[a-zA-ZÆØÅ][.)]|[IVX]{1,4}[.)])\s+(?=\S)")
BULLET = re.compile(r"[•·▪◦○●‣∙►➢➤✓■□\uf000-\uf0ff]\s*|[-–—*]\s+")
# Function words with a capital begin a sentence: they stand in no name and in no heading's second line.
_OPENER = re.compile(
    r"(?:Der|Det|Den|De|På|Med|For|Ved|Hvis|Når|Som|Af|Efter|Fra|Ifølge|Siden|Til|Om|Under|Pr\.|Nu|Derfor|Alle|Et|En)\s|I\s(?:[a-zæøå]|(?:19|20)\d\d)"
)
DANGLING = re.compile(
    r"\b(?:og|eller|samt|i|på|af|til|for|med|fra|om|ved|den|det|de|en|et|at|der|som|er|har|\d{1,2}\.)$"
)
_GAP = re.compile(r"\n[ \t]*\n")


@dataclass(slots=True)
class Piece:
    """A sentence on its way to a candidate."""

    start: int
    end: int
    text: str
    kind: SentenceKind
    lead: Span | None
    heading: bool = False
    reason: str = ""
    shift: int = 0  # from its first character to the first behind its bullet


def labelled(text: str) -> bool:
    return bool(BULLET.match(text) or LABEL.match(text) or text.lower().startswith("at "))


def without_bullet(piece: Piece) -> tuple[int, str]:
    """Where the words of a list item begin, behind a bullet or a dash, and those words."""
    match = BULLET.match(piece.text)
    if match is None or match.end() == len(piece.text):
        return piece.start, piece.text
    return piece.start + piece.shift, piece.text[match.end() :]


def pieces_of(source: Source, furniture: Sequence[Span], sentences: Sequence[Sentence]) -> list[Piece]:
    """Flattened sentences: what page breaks cut in two is joined, headings glued to their paragraph are cut off."""
    text = source.text
    edges = [span.start for span in furniture]
    cells = {mark.start for mark in source.marks if mark.kind is MarkKind.CELL}
    found: list[Piece] = []
    for sentence in sentences:
        skip = furniture[max(bisect_right(edges, sentence.start) - 1, 0) : bisect_left(edges, sentence.end)]
        flat = flatten(text, sentence.start, sentence.end, skip=skip).text
        if not flat:
            continue
        last = found[-1] if found else None
        if (
            last is not None
            and SentenceKind.CELL not in (sentence.kind, last.kind)
            and flat[0].islower()
            and not ENDED.search(last.text)
            and last.text[-1] not in ":;"
            and len(last.text) >= 30
            and _far_apart(text, last.end, sentence.start, edges)
        ):
            first = bisect_left(edges, last.start)
            joined = flatten(
                text, last.start, sentence.end, skip=furniture[max(first - 1, 0) : bisect_left(edges, sentence.end)]
            ).text
            last.end, last.text = sentence.end, joined
            continue
        if sentence.kind is SentenceKind.CELL and sentence.start not in cells:
            tail = _prose_after(sentence)
            if tail:
                found.append(
                    Piece(
                        sentence.start, tail, flatten(text, sentence.start, tail, skip=skip).text, sentence.kind, None
                    )
                )
                found += _resplit(text, tail, sentence.end, skip)
                continue
        if "\n" in sentence.text and sentence.kind is not SentenceKind.CELL:
            cut = _glued_heading(sentence.text)
            if cut:
                head = flatten(text, sentence.start, sentence.start + cut).text
                begin = sentence.start + cut + len(sentence.text[cut:]) - len(sentence.text[cut:].lstrip())
                found.append(
                    Piece(
                        sentence.start,
                        sentence.start + len(sentence.text[:cut].rstrip()),
                        head,
                        SentenceKind.HEADING,
                        None,
                        True,
                    )
                )
                rest = flatten(text, begin, sentence.end, skip=skip).text
                found.append(Piece(begin, sentence.end, rest, SentenceKind.PROSE, None))
                continue
        bullet = BULLET.match(sentence.text)
        found.append(
            Piece(sentence.start, sentence.end, flat, sentence.kind, sentence.lead, shift=bullet.end() if bullet else 0)
        )
    return found


def _prose_after(sentence: Sentence) -> int:
    """Where running prose begins that a flattened table's last row took along; 0 where there is none."""
    gap = None
    for match in _GAP.finditer(sentence.text):
        gap = match
    if gap is None:
        return 0
    block = sentence.text[gap.end() :]
    lines = block.strip().split("\n")
    return (
        sentence.start + gap.end()
        if len(block.split()) >= 20 and ENDED.search(block.strip()) and max(map(len, lines)) > 55
        else 0
    )


def _resplit(text: str, start: int, end: int, skip: Sequence[Span]) -> list[Piece]:
    found: list[Piece] = []
    for span in split_sentences(text, start, end, skip=skip):
        cut = _glued_heading(text[span.start : span.end])
        if cut:
            found.append(
                Piece(
                    span.start,
                    span.start + cut,
                    flatten(text, span.start, span.start + cut).text,
                    SentenceKind.HEADING,
                    None,
                    True,
                )
            )
        begin = (
            span.start + cut + len(text[span.start + cut : span.end]) - len(text[span.start + cut : span.end].lstrip())
        )
        found.append(Piece(begin, span.end, flatten(text, begin, span.end, skip=skip).text, SentenceKind.PROSE, None))
    return found


def _far_apart(text: str, end: int, start: int, edges: Sequence[int]) -> bool:
    """A page break, furniture or a line end stands between (so the two are one sentence that was cut)."""
    between = text[end:start]
    return "\n" in between or "\f" in between or bisect_left(edges, end) < bisect_left(edges, start)


def _glued_heading(text: str) -> int:
    """Where a heading ends that the splitter took for the first line of its paragraph; 0 where there is none."""
    line, _, rest = text.partition("\n")
    line = line.rstrip()
    rest = rest.lstrip()
    if (
        not rest
        or len(line) > 90
        or ENDED.search(line)
        or line[-1] in ",;:-"
        or (not line[0].isupper() and not LABEL.match(line))
    ):
        return 0
    label = LABEL.match(line)
    body = line[label.end() :] if label else line
    if BULLET.match(line) or not _OPENER.match(rest) or DANGLING.search(line) or len(rest) < 40:
        return 0
    return len(line) if body and body[0].isupper() and len(body.split()) <= 12 else 0
