"""The words of a PDF page with their places, in the order of the page's content stream.

Coordinates are points with the origin at the bottom left of the page as it is read: pages whose text runs sideways
are turned upright first.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

# PDFium writes U+0002 (in text: U+FFFE) where a word is broken at a line end, whatever hyphen stood there.
_BROKEN = "\x02\ufffe"
# A word: no white space, and a mark of a broken word ends it.
_WORD = re.compile(r"[^\s\x00\x02\ufffe\ufeff\uffff]+[\x02\ufffe]?")
_PLAIN: dict[int, str | None] = {
    0x02: "-", 0xFFFE: "-", 0x2010: "-", 0x2011: "-",
    0xAD: None, 0x200B: None, 0x200C: None, 0x200D: None, 0x2060: None,
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
}  # fmt: skip
_BOLD_NAMES = ("bold", "black", "heavy", "demi")
# Symbol and Wingdings reach Unicode by their private-use codes: boxes and arrows keep their meaning, the rest are bullets.
_PLAIN |= {0xF0A8: "☐", 0xF06F: "☐", 0xF071: "☐", 0xF0FE: "☒", 0xF078: "☒", 0xF0FC: "✓", 0xF0E0: "→", 0xF0E8: "→"}
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
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
    for match in _WORD.finditer(_characters(text_page)):
        raw = match.group()
        first, last = match.start(), match.end() - 1
        text = raw if raw.isascii() and raw[-1] not in _BROKEN else _clean(raw)
        if text:
            words.append(reader.word(text, first, last, len(words)))
    return words


def _characters(text_page: Any) -> str:
    """The page's characters, one for each of PDFium's character indices.

    PDFium's text in one call is that where it has as many characters; where it leaves some out, they are asked one by one.
    """
    count = text_page.count_chars()
    if count <= 0:
        return ""
    text: str = text_page.get_text_range(0, count, errors="replace")
    get_unicode = pdfium.FPDFText_GetUnicode
    raw = text_page.raw
    probes = range(0, count, max(count // 16, 1))
    if len(text) == count and all(_same(text[at], get_unicode(raw, at)) for at in (*probes, count - 1)):
        return text
    return "".join(_character(get_unicode(raw, index)) for index in range(count))


def _character(code: int) -> str:
    return "\ufffd" if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)


def _same(char: str, code: int) -> bool:
    return ord(char) == code or (char in _BROKEN and code in (0x02, 0xFFFE))


def _clean(raw: str) -> str:
    """A word with its ligatures spelt out, bullets of symbol fonts made bullets, and the broken-word mark made a hyphen."""
    text = raw.translate(_PLAIN)
    return _PRIVATE_USE.sub(BULLET, text)


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
        key = ctypes.addressof(handle.contents) if handle else 0
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
