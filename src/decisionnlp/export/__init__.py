"""One writer per format, behind one registry: ``render(results, format)`` gives text, or bytes for binary formats."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from decisionnlp.document import Minutes
from decisionnlp.errors import InputError, no_such

# format → (module of this package, function); imported on first use.
_WRITERS = {
    "json": ("structured", "render_json"),
    "jsonl": ("structured", "render_jsonl"),
    "csv": ("tables", "render_csv"),
    "md": ("markdown", "render_markdown"),
    "xlsx": ("spreadsheet", "render_xlsx"),
    "html": ("page", "render_html"),
    "ics": ("calendars", "render_ics"),
    "jsonld": ("linked", "render_jsonld"),
    "popolo": ("linked", "render_popolo"),
}
FORMATS = ("table", *_WRITERS)
BINARY_FORMATS = frozenset({"xlsx"})
LINKING_FORMATS = frozenset({"ics", "jsonld", "popolo", "xlsx"})


def render(results: Sequence[Minutes], format: str, *, link_base: str | None = None) -> str | bytes:
    """The results in one of ``FORMATS`` other than ``table`` (which is for a terminal: ``export.terminal``).

    ``link_base`` is the address of the folder where the files are published: what ``LINKING_FORMATS`` refer to lies there.

    Raises:
        InputError: there is no such format.
    """
    if format not in _WRITERS:
        raise InputError("", no_such("format", format, FORMATS))
    module, function = _WRITERS[format]
    options = {"link_base": link_base} if format in LINKING_FORMATS else {}
    rendered: str | bytes = getattr(import_module(f"{__name__}.{module}"), function)(results, **options)
    return rendered
