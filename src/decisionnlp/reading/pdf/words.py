"""The words of a PDF page with their places, in the order of the page's content stream.

Coordinates are points with the origin at the bottom left of the page as it is read: pages whose text runs sideways
are turned upright first.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

# PDFium writes 2 (in text: U+FFFE) where a word is broken at a line end, whatever hyphen stood there.
_BROKEN = frozenset({0x02, 0xFFFE})
_SPACES = frozenset(
    {0x20, 0xA0, 0x09, 0x0A, 0x0D, 0x0B, 0x0C, 0x2002, 0x2003, 0x2007, 0x2008, 0x2009, 0x200A, 0x202F, 0x3000}
)
_INVISIBLE = frozenset({0x00, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFF})
# Ligatures, and the two hyphens that are not the keyboard's.
_LIGATURES = {
    0x2010: "-",
    0x2011: "-",
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_BOLD_NAMES = ("bold", "black", "heavy", "demi")
# Symbol and Wingdings reach Unicode by their private-use codes: boxes and arrows keep their meaning, the rest are bullets.
_PRIVATE = {0xF0A8: "☐", 0xF06F: "☐", 0xF071: "☐", 0xF0FE: "☒", 0xF078: "☒", 0xF0FC: "✓", 0xF0E0: "→", 0xF0E8: "→"}
BULLET = "•"


@dataclass(slots=True)
class Word:
    """``y`` is the baseline; ``angle`` in degrees (0, 90, 180 or 270) against the page's reading direction."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    angle: int
    order: int


@dataclass(frozen=True, slots=True)
class _Style:
    size: float
    bold: bool
    angle: int


def page_words(text_page: Any) -> list[Word]:
    """All words of a page, as they lie on it, in stream order."""
    reader = _WordReader(text_page.raw)
    words: list[Word] = []
    first, text = -1, ""
    count = text_page.count_chars()
    get_unicode = pdfium.FPDFText_GetUnicode
    raw = text_page.raw
    last = -1
    for index in range(count):
        code = get_unicode(raw, index)
        if code in _SPACES or code in _INVISIBLE:
            if code in _SPACES and text:
                words.append(reader.word(text, first, last, len(words)))
                text = ""
            continue
        if code in _BROKEN:
            if text:
                words.append(reader.word(f"{text}-", first, index, len(words)))
                text = ""
            continue
        if not text:
            first = index
        last = index
        if code < 0x80:
            text += chr(code)
        elif code == 0xAD:
            continue
        elif code in _LIGATURES:
            text += _LIGATURES[code]
        elif 0xE000 <= code <= 0xF8FF:
            text += _PRIVATE.get(code, BULLET)
        elif 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
            text += "\ufffd"
        else:
            text += chr(code)
    if text:
        words.append(reader.word(text, first, last, len(words)))
    return [word for word in words if word.text]


class _WordReader:
    """Asks PDFium about the place and style of words; the style is asked once for each text object."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._styles: dict[int, _Style] = {}
        self._left, self._bottom, self._right, self._top, self._x, self._y = (ctypes.c_double() for _ in range(6))

    def _box(self, index: int) -> tuple[float, float, float, float]:
        pdfium.FPDFText_GetCharBox(self._raw, index, self._left, self._right, self._bottom, self._top)
        return self._left.value, self._bottom.value, self._right.value, self._top.value

    def word(self, text: str, first: int, last: int, order: int) -> Word:
        style = self._style(first)
        left, bottom, right, top = self._box(first)
        pdfium.FPDFText_GetCharOrigin(self._raw, first, self._x, self._y)
        x, y = self._x.value, self._y.value
        if last != first:
            left_2, bottom_2, right_2, top_2 = self._box(last)
            left, bottom, right, top = min(left, left_2), min(bottom, bottom_2), max(right, right_2), max(top, top_2)
        if style.angle in (90, 270):  # along the page's vertical: x0 and x1 are measured in reading direction
            return Word(text, bottom, top, x, style.size, style.bold, style.angle, order)
        return Word(text, min(left, x), max(right, x), y, style.size, style.bold, style.angle, order)

    def _style(self, index: int) -> _Style:
        handle = pdfium.FPDFText_GetTextObject(self._raw, index)
        key = ctypes.cast(handle, ctypes.c_void_p).value or 0
        found = self._styles.get(key) if key else None
        if found is None:
            found = self._ask_style(index)
            if key:
                self._styles[key] = found
        return found

    def _ask_style(self, index: int) -> _Style:
        size = pdfium.FPDFText_GetFontSize(self._raw, index)
        matrix = pdfium.FS_MATRIX()
        angle = 0
        if pdfium.FPDFText_GetMatrix(self._raw, index, matrix):
            scale = math.hypot(matrix.c, matrix.d)
            size *= scale if scale > 0 else 1.0
            angle = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) * 90 % 360
        weight = pdfium.FPDFText_GetFontWeight(self._raw, index)
        flags = ctypes.c_int()
        name = ctypes.create_string_buffer(128)
        pdfium.FPDFText_GetFontInfo(self._raw, index, name, 128, flags)
        named = name.value.decode("utf-8", "replace").lower()
        bold = weight >= 600 or any(part in named for part in _BOLD_NAMES)
        return _Style(size if 0.5 < size < 500 else 10.0, bold, angle)


def reading_angle(words: list[Word]) -> int:
    """The direction most of the page's letters run in; 0 for a page without words."""
    letters: Counter[int] = Counter()
    for word in words:
        letters[word.angle] += len(word.text)
    return letters.most_common(1)[0][0] if letters else 0


def turn(x: float, y: float, angle: int, width: float, height: float) -> tuple[float, float]:
    """A point of the page, seen upright for text that runs at ``angle`` degrees."""
    if angle == 90:
        return y, width - x
    if angle == 270:
        return height - y, x
    if angle == 180:
        return width - x, height - y
    return x, y


def turn_words(words: list[Word], angle: int, width: float, height: float) -> list[Word]:
    """The words of a page whose text runs at ``angle``, turned upright; ``angle`` of each becomes relative to that."""
    if angle == 0:
        return words
    for word in words:
        sideways = word.angle in (90, 270)
        first, second = ((word.y, word.x0), (word.y, word.x1)) if sideways else ((word.x0, word.y), (word.x1, word.y))
        (xa, ya), (xb, yb) = turn(*first, angle, width, height), turn(*second, angle, width, height)
        word.angle = (word.angle - angle) % 360
        if word.angle in (90, 270):
            word.x0, word.x1, word.y = min(ya, yb), max(ya, yb), xa
        else:
            word.x0, word.x1, word.y = min(xa, xb), max(xa, xb), ya
    return words
