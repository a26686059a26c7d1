"""Plain text: the decoded file itself, so that offsets are offsets into what the user has on disk."""

from __future__ import annotations

import codecs

from decisionnlp.document import Page
from decisionnlp.reading.draft import Draft, ReadOptions
from decisionnlp.reading.limits import MAX_TEXT_BYTES, UnreadableError, check_size

# Longest first: the UTF-32 mark begins with the UTF-16 one.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Control characters that do occur in texts: tab, line ends, form feed, vertical tab, PDFium's broken-word mark, escape.
_HARMLESS = frozenset(b"\t\n\r\f\v\x02\x1a\x1b")
_CONTROLS = bytes(code for code in range(32) if code not in _HARMLESS)


def byte_order_mark(data: bytes) -> tuple[bytes, str] | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return mark, encoding
    return None


def is_binary(data: bytes) -> bool:
    """Whether bytes without a byte order mark hold more control characters than any text (over 1 in 200, or a NUL)."""
    if byte_order_mark(data) or wide_encoding(data):
        return False
    head = data[:65536]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return b"\x00" in head or controls * 200 > len(head)


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of European text is NUL."""
    head = data[:4096]
    if len(head) < 4 or b"\x00" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def decode(data: bytes) -> tuple[str, str]:
    """The text and the encoding it was read in: byte order mark, then UTF-8, then Windows-1252.

    Only the byte order mark is taken away; line ends stay as they are.

    Raises:
        UnreadableError: the byte order mark promises an encoding that the bytes do not keep.
    """
    marked = byte_order_mark(data)
    if marked:
        mark, encoding = marked
        try:
            return data[len(mark) :].decode(encoding), encoding
        except UnicodeDecodeError:
            if encoding != "utf-8":
                raise UnreadableError(
                    f"the file is damaged (its byte order mark says {encoding}, its bytes do not)"
                ) from None
            return decode(data[len(mark) :])
    wide = wide_encoding(data)
    encodings = [wide] if wide else []
    for candidate in [*encodings, "utf-8", "cp1252"]:
        try:
            return data.decode(candidate), candidate
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), "latin-1"  # cp1252 leaves five bytes undefined


def form_feed_pages(text: str) -> tuple[Page, ...]:
    """Pages by form feeds; a form feed belongs to the page it ends. No form feed: no pages."""
    if "\f" not in text:
        return ()
    starts = [0, *(index + 1 for index, char in enumerate(text) if char == "\f")]
    if starts[-1] >= len(text.rstrip()):  # the last page's own form feed opens no page
        starts.pop()
    ends = [*starts[1:], len(text)]
    return tuple(Page(number, start, end) for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1))


def decode_checked(data: bytes) -> tuple[str, tuple[str, ...]]:
    """``decode`` with the size limit and the warnings that go with a text."""
    check_size(len(data), MAX_TEXT_BYTES)
    text, encoding = decode(data)
    if not text.strip():
        raise UnreadableError("the file is empty: there is no text in it")
    warnings = []
    if encoding in ("cp1252", "latin-1"):
        warnings.append(f"the file is not UTF-8; it was read as {encoding}")
    if "\ufffd" in text:
        warnings.append("some characters were lost before the file came here (U+FFFD)")
    return text, tuple(warnings)


def read_text(data: bytes, options: ReadOptions) -> Draft:
    """The file itself, decoded; form feeds part its pages.

    Raises:
        UnreadableError: it is no text, or too large.
    """
    text, warnings = decode_checked(data)
    return Draft(text, pages=form_feed_pages(text), warnings=warnings)
