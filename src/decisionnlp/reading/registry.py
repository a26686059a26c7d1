"""The readers by format. Each is a function from bytes to a ``Draft`` in a module of its own, imported when first needed."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from decisionnlp.reading.draft import Draft, ReadOptions

Reader = Callable[[bytes, ReadOptions], Draft]

# format -> module and function; the formats are those of ``sniffing.EXTENSIONS``.
_READERS: dict[str, tuple[str, str]] = {
    "text": ("decisionnlp.reading.text", "read_text"),
    "markdown": ("decisionnlp.reading.markdown", "read_markdown"),
    "pdf": ("decisionnlp.reading.pdf", "read_pdf"),
    "docx": ("decisionnlp.reading.docx", "read_docx"),
    "html": ("decisionnlp.reading.html", "read_html"),
    "odt": ("decisionnlp.reading.odt", "read_odt"),
    "eml": ("decisionnlp.reading.eml", "read_eml"),
    "msg": ("decisionnlp.reading.msg", "read_msg"),
}
_loaded: dict[str, Reader] = {}


def formats() -> tuple[str, ...]:
    """The names of all formats that are read."""
    return tuple(_READERS)


def reader_for(format_name: str) -> Reader:
    """The reader of a format.

    Raises:
        KeyError: no reader has that name.
    """
    if format_name not in _loaded:
        module, function = _READERS[format_name]
        _loaded[format_name] = getattr(import_module(module), function)
    return _loaded[format_name]
