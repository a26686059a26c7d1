"""Files in, ``Source`` out: one reader per format behind one door, recognised by content rather than by name."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import replace
from pathlib import Path

from decisionnlp.document import Source
from decisionnlp.errors import DecisionnlpError, InputError
from decisionnlp.reading.draft import Draft, ReadOptions
from decisionnlp.reading.language import is_danish
from decisionnlp.reading.limits import MAX_ATTACHMENT_DEPTH, UnreadableError, check_size
from decisionnlp.reading.registry import formats, reader_for
from decisionnlp.reading.sniffing import extension, named_format, recognise

__all__ = ["formats", "is_danish", "read"]

_SPOKEN = {
    "text": "plain text",
    "markdown": "Markdown",
    "pdf": "PDF",
    "docx": "DOCX",
    "html": "HTML",
    "odt": "ODT",
    "eml": "an e-mail",
    "msg": "an Outlook message",
}


def read(
    source: str | os.PathLike[str] | bytes,
    *,
    name: str | None = None,
    ocr: bool = False,
    password: str | None = None,
) -> Source:
    """Read one document.

    Args:
        source: a path, or the bytes of a file.
        name: the file's name where bytes are given; it is shown in messages and decides between kinds of text.
        ocr: read scanned PDFs by OCR (the ``ocr`` extra and tesseract with Danish).
        password: opens an encrypted PDF.

    Returns:
        The text with pages, marks (headings, list items, tables and cells, furniture) and warnings. For plain text,
        ``text`` is the decoded file itself without its byte order mark; for other formats it is the reader's own, with
        ``\\n`` at line ends, a blank line between paragraphs, and every table cell on lines of its own.

    Raises:
        InputError: the file cannot be used; the reason is one line and says what would help.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        path, data = name or "", bytes(source)
    else:
        path, data = os.fspath(source), b""
        if "\n" in path:
            shown = " ".join(path.split())[:40] + "…"
            raise InputError(shown, "this is a text and not a file's path; give it as text=…")
    try:
        if not isinstance(source, bytes | bytearray | memoryview):
            data = _load(path)
        check_size(len(data))
        draft, reader = _read_draft(data, name or path, ocr=ocr, password=password, depth=0)
    except UnreadableError as error:
        raise InputError(path, error.reason) from error
    warnings = list(draft.warnings)
    if is_danish(draft.text) is False:
        warnings.append("the text does not look like Danish; results may be poor")
    return Source(
        text=draft.text,
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        reader=reader,
        pages=draft.pages,
        marks=draft.marks,
        warnings=tuple(warnings),
    )


def _load(path: str) -> bytes:
    try:
        status = Path(path).stat()
    except FileNotFoundError:
        raise UnreadableError("file not found") from None
    except (OSError, ValueError) as error:
        raise UnreadableError(f"cannot be opened ({_os_reason(error)})") from error
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableError("this is a folder: give the files in it")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError("this is not a regular file")
    check_size(status.st_size)
    try:
        return Path(path).read_bytes()
    except (OSError, MemoryError) as error:
        raise UnreadableError(f"cannot be opened ({_os_reason(error)})") from error


def _os_reason(error: BaseException) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()


def _read_draft(data: bytes, name: str, *, ocr: bool, password: str | None, depth: int) -> tuple[Draft, str]:
    """Recognise and read; an attachment comes back here through ``read_inner``, one level deeper."""

    def read_inner(inner: bytes, inner_name: str) -> Draft:
        if depth >= MAX_ATTACHMENT_DEPTH:
            raise UnreadableError("it is nested too deep in other messages")
        return _read_draft(inner, inner_name, ocr=ocr, password=password, depth=depth + 1)[0]

    found = recognise(data, name)
    options = ReadOptions(name=name, ocr=ocr, password=password, read_inner=read_inner)
    try:
        draft = reader_for(found)(data, options)
    except (UnreadableError, DecisionnlpError):
        raise
    except (MemoryError, RecursionError) as error:
        raise UnreadableError("the file is too large or nested too deep to be read") from error
    except Exception as error:  # a hostile or damaged file may break a parser anywhere: name the file, not the parser
        raise UnreadableError(
            f"the file is damaged or of an unusual kind ({type(error).__name__}: {_one_line(error)})"
        ) from error
    if not draft.text.strip():
        raise UnreadableError("the file is empty: there is no text in it")
    warning = _misnamed(name, found)
    if warning:
        draft = replace(draft, warnings=(warning, *draft.warnings))
    return draft, found


def _misnamed(name: str, found: str) -> str | None:
    promised = named_format(name)
    if promised == found or {promised, found} == {"text", "markdown"}:
        return None
    if promised is None and extension(name) not in (".doc", ".rtf", ".xml"):
        return None
    return f"named {extension(name)}, but the content is {_SPOKEN[found]}: it was read as that"


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:120] or "no details"
