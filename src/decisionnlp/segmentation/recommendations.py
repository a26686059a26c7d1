"""The points of a recommendation: numbered, lettered, bulleted or bare ``at`` paragraphs of a proposal zone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from decisionnlp.document import Recommendation, Sentence, SentenceKind, Span, ZoneKind
from decisionnlp.flattening import flatten

_LABEL = re.compile(
    r"\s*(?:(?:(?:Ad|At|Punkt|Pkt)\.?\s)?\(?(?P<number>\d{1,2}|[a-z])[.):]\s*|[•·▪◦○●‣∙►➢✓■□\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\-–—*]\s*)?",
    re.IGNORECASE,
)
_AT = re.compile(r"(?:^|[\s,:])(at\s)", re.IGNORECASE)
_LEAD = re.compile(r"\b(?:indstill\w*|foreslå\w*|anbefal\w*)\b", re.IGNORECASE)
_OPEN_END = re.compile(r"(?:[,:]|\bat(?: [\w-]+){0,3})$")
# Several points in one sentence: ", at …" or "og at …" after a word that is no active verb (which would take an at-clause).
_NEXT_POINT = re.compile(r"(?<=\w)(?:,\s+(?:og\s+)?|\s+og\s+|;\s+)(?=at\s)")
_INLINE_NUMBER = re.compile(r"(?:^|(?<=[,;.]\s)|(?<=\bog\s))(?:\d{1,2}[.)]\s+)(?=\S)")
_TAIL = re.compile(r"[\s,;.]*(?:\s(?:og|samt)[\s,;]*)?$")
_SKIP = re.compile(r"\s*(?:[-.–]|ingen|bilag)\s*\.?$", re.IGNORECASE)


def recommendations_of(text: str, sentences: Sequence[Sentence], skip: Sequence[Span]) -> tuple[Recommendation, ...]:
    """The points in the proposal sentences of one item, in order; unnumbered ones are counted from 1.

    ``text`` of a point is its exact slice of the source, without number, closing comma or full stop.
    """
    proposal = [
        sentence
        for sentence in sentences
        if sentence.zone is ZoneKind.PROPOSAL and sentence.kind is not SentenceKind.HEADING
    ]
    points: list[tuple[str | None, int, int]] = []
    plain: list[Sentence] = []
    for sentence in proposal:
        if _SKIP.match(sentence.text):
            continue
        label = _LABEL.match(sentence.text)
        offset = label.end() if label else 0
        number = label["number"] if label else None
        rest = sentence.text[offset:]
        if (
            (number and offset and sentence.kind is SentenceKind.PROSE)
            or (sentence.kind is SentenceKind.LIST_ITEM and (number or rest[:3].lower() == "at " or offset or points))
            or rest[:3].lower() == "at "
        ):
            _append(points, text, number, sentence.start + offset, sentence.end)
        else:
            plain.append(sentence)
    if not points:
        led = False
        for sentence in plain:
            flat = flatten(sentence.text, skip=()).text
            if _LEAD.search(flat) and _OPEN_END.search(flat):
                led = True  # "Det indstilles, at udvalget" introduces what follows
                continue
            if led:
                _append(points, text, None, sentence.start, sentence.end)
                continue
            match = _AT.search(sentence.text)
            lead = _LEAD.search(sentence.text)
            if (
                match is not None
                and (lead is None or lead.start() < match.start())
                and (lead is not None or match.start() < 3)
            ):
                _split(points, text, sentence.start + match.start(1), sentence.end)
            elif lead is not None or len(plain) == 1:
                _append(points, text, None, sentence.start, sentence.end)
    del skip
    numbers = [number for number, _, _ in points]
    unique = all(numbers) and len(set(numbers)) == len(numbers)
    return tuple(
        Recommendation((number.lower() if unique and number else str(order)), text[start:end], start, end)
        for order, (number, start, end) in enumerate(points, 1)
    )


def _split(points: list[tuple[str | None, int, int]], text: str, start: int, end: int) -> None:
    """The points of ``at A godkendes, at B frigives``."""
    piece = text[start:end]
    first = 0
    numbers = list(_INLINE_NUMBER.finditer(piece))
    if len(numbers) >= 2:
        for place, match in enumerate(numbers):
            stop = numbers[place + 1].start() if place + 1 < len(numbers) else len(piece)
            _append(points, text, None, start + match.end(), start + stop)
        return
    for match in _NEXT_POINT.finditer(piece):
        word = re.search(r"(\w+)$", piece[first : match.start()])
        if word is None or (word[1].endswith(("er", "ede", "nstiller")) and not word[1].endswith("eder")):
            continue
        _append(points, text, None, start + first, start + match.start())
        first = match.end()
    _append(points, text, None, start + first, end)


def _append(points: list[tuple[str | None, int, int]], text: str, number: str | None, start: int, end: int) -> None:
    piece = text[start:end]
    tail = _TAIL.search(piece)
    stop = start + (tail.start() if tail and tail.start() > 0 else len(piece))
    if stop > start and any(char.isalpha() for char in text[start:stop]):
        points.append((number, start, stop))
