"""The PDF reader: opens the file, lays out page by page, and says what is wrong with a file that gives no text."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from decisionnlp.reading.draft import Draft, ReadOptions
from decisionnlp.reading.limits import MAX_PAGES, UnreadableError
from decisionnlp.reading.pdf.assembly import assemble
from decisionnlp.reading.pdf.layout import PageLayout, fragments_of, frame
from decisionnlp.reading.pdf.ruling import Line, grids, page_lines
from decisionnlp.reading.pdf.words import Word, page_words, reading_angle, turn, turn_words

_PDFIUM = threading.Lock()  # PDFium is not thread-safe
_FEWEST_LETTERS = 12  # a page with an image and fewer letters than this is a scan
_SPOILT_SHARE = 0.3


def read_pdf(data: bytes, options: ReadOptions) -> Draft:
    """Read a PDF.

    Raises:
        UnreadableError: the file is encrypted, damaged, without pages, or a scan that OCR was not asked (or able) to read.
    """
    pages, extra = _layouts(data, options.password)
    scanned = [page.number for page in pages if page.scanned]
    letters = (
        sum(len(fragment.text) for page in pages for fragment in page.fragments)
        + sum(len(text) for page in pages for block in page.framed if block.table for _, _, text in block.table.cells)
        + sum(len(line.text) for page in pages for block in page.framed for line in block.lines)
    )
    spoilt = _spoilt(pages)
    if options.ocr and (scanned or spoilt or letters < _FEWEST_LETTERS):
        from decisionnlp.reading.ocr import recognise_text

        pages, _ = _layouts(recognise_text(data, force=spoilt, password=options.password), None)
        letters = sum(len(fragment.text) for page in pages for fragment in page.fragments)
        if letters == 0 and not any(page.framed for page in pages):
            raise UnreadableError("OCR found no text on the pages")
        note = f"{_listed(scanned) if scanned else 'all pages'}: read by OCR, expect misread words"
        return assemble(pages, [*extra, note])
    if letters < _FEWEST_LETTERS:
        if scanned:
            raise UnreadableError(_scan_reason(len(scanned)))
        if letters == 0:
            raise UnreadableError("the file is empty: its pages hold no text (text drawn as shapes needs ocr=True)")
    warnings = list(extra)
    if scanned:
        warnings.append(f"{_listed(scanned)}: scanned, without text, not read; {_how_to_ocr()}")
    if spoilt:
        warnings.append(f"the file's text layer is unreadable in part (fonts without Unicode): {_how_to_ocr()}")
    broken = [page.number for page in pages if page.broken]
    if broken:
        warnings.append(f"{_listed(broken)}: damaged, not read")
    return assemble(pages, warnings)


def _scan_reason(pages: int) -> str:
    return f"the file is a scan without a text layer ({pages} page{'s' if pages != 1 else ''}): {_how_to_ocr()}"


def _how_to_ocr() -> str:
    from decisionnlp.reading.ocr import missing

    lacking = missing()
    if lacking:
        return f"to read it by OCR, {lacking}, and ask for OCR (ocr=True, --ocr)"
    return "ask for OCR to read it (ocr=True, --ocr)"


def _listed(numbers: list[int]) -> str:
    """`page 3`, `pages 3-5, 9`."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    shown = ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in ranges[:10])
    more = " and others" if len(ranges) > 10 else ""
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}{more}"


def _spoilt(pages: list[PageLayout]) -> bool:
    letters = bad = 0
    for page in pages:
        for fragment in page.fragments:
            letters += len(fragment.text)
            bad += fragment.text.count("\ufffd")
    return letters >= _FEWEST_LETTERS and bad > _SPOILT_SHARE * letters


@contextmanager
def _opened(data: bytes, password: str | None) -> Iterator[Any]:
    try:
        document = pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(_open_reason(error, password)) from error
    try:
        yield document
    finally:
        document.close()


def _open_reason(error: Exception, password: str | None) -> str:
    code = getattr(error, "err_code", None)
    if code == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower():
        if password is None:
            return "the file is encrypted: give its password (password=…, --password) or save it without one"
        return "the file is encrypted and the password is wrong"
    if code == pdfium.FPDF_ERR_SECURITY:
        return "the file is encrypted in a way that cannot be opened: save it without protection"
    return "the file is damaged (not a readable PDF): fetch it again or print it to PDF anew"


def _layouts(data: bytes, password: str | None) -> tuple[list[PageLayout], list[str]]:
    """Every page's layout; a page is closed before the next one is opened, the document in any case."""
    with _PDFIUM, _opened(data, password) as document:
        count = len(document)
        if count == 0:
            raise UnreadableError("the file is empty: it has no pages")
        if count > MAX_PAGES:
            raise UnreadableError(f"the file has {count} pages (the limit is {MAX_PAGES}): split it")
        warnings = []
        attachments = pdfium.FPDFDoc_GetAttachmentCount(document.raw)
        if attachments > 0:
            warnings.append(f"{attachments} file(s) attached inside the PDF were not read")
        return [_layout(document, index) for index in range(count)], warnings


def _layout(document: Any, index: int) -> PageLayout:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return PageLayout(index + 1, 595.0, 842.0, [], [], broken=True)
    try:
        left, bottom, right, top = page.get_bbox()
        width, height = right - left, top - bottom
        text_page = page.get_textpage()
        try:
            words = page_words(text_page)
        finally:
            text_page.close()
        letters = sum(len(word.text) for word in words)
        scanned = letters < _FEWEST_LETTERS and _has_image(page)
        vertical, horizontal = page_lines(page) if words else ([], [])
    except pypdfium2.PdfiumError:
        return PageLayout(index + 1, 595.0, 842.0, [], [], broken=True)
    finally:
        page.close()
    for word in words:
        if word.angle in (90, 270):
            word.x0, word.x1, word.y = word.x0 - bottom, word.x1 - bottom, word.y - left
        else:
            word.x0, word.x1, word.y = word.x0 - left, word.x1 - left, word.y - bottom
    _shift(vertical, left, bottom)
    _shift(horizontal, bottom, left)
    angle = reading_angle(words)
    words = turn_words(words, angle, width, height)
    vertical, horizontal = _turn_lines(vertical, horizontal, angle, width, height)
    if angle in (90, 270):
        width, height = height, width
    words = [word for word in words if _visible(word, width, height)]
    free, framed = frame(words, grids(vertical, horizontal), width)
    return PageLayout(index + 1, width, height, fragments_of(free), framed, scanned)


def _visible(word: Word, width: float, height: float) -> bool:
    """Whether any of the word lies on the page: text outside the crop box is never seen."""
    x, y = ((word.x0 + word.x1) / 2, word.y) if word.angle in (0, 180) else (word.y, (word.x0 + word.x1) / 2)
    return -5 <= x <= width + 5 and -5 <= y <= height + 5


def _shift(lines: list[Line], across: float, along: float) -> None:
    for line in lines:
        line.at -= across
        line.start -= along
        line.end -= along


def _turn_lines(
    vertical: list[Line], horizontal: list[Line], angle: int, width: float, height: float
) -> tuple[list[Line], list[Line]]:
    if angle == 0:
        return vertical, horizontal
    turned: tuple[list[Line], list[Line]] = ([], [])
    for upright, lines in ((True, vertical), (False, horizontal)):
        for line in lines:
            first, second = (
                ((line.at, line.start), (line.at, line.end))
                if upright
                else ((line.start, line.at), (line.end, line.at))
            )
            (xa, ya), (xb, yb) = turn(*first, angle, width, height), turn(*second, angle, width, height)
            if abs(xa - xb) < abs(ya - yb):
                turned[0].append(Line(xa, min(ya, yb), max(ya, yb)))
            else:
                turned[1].append(Line(ya, min(xa, xb), max(xa, xb)))
    return turned


def _has_image(page: Any) -> bool:
    """Whether a page without text shows a picture of any size that could be a scan (a fifth of the page or more)."""
    width, height = page.get_size()
    for obj in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = obj.get_bounds()
        if (right - left) * (top - bottom) >= 0.2 * width * height:
            return True
    return False
