"""Where a finding can be looked up: the address of its file, with the page where the format knows pages."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

from decisionnlp.document import Minutes
from decisionnlp.errors import InputError


def link(minutes: Minutes, page: int | None = None, *, base: str | None = None) -> str | None:
    """A URL of the source, or None where it has none (a text handed over, a file that is not there).

    ``base`` is the address under which the files are published; without it, the file on this machine is meant.
    """
    path = minutes.source.path
    if not path:
        return None
    if re.match(r"https?://", path):
        address = path
    elif base:
        address = f"{_ascii(base).rstrip('/')}/{quote(_name(path))}"
    else:
        return file_link(path, page if minutes.source.reader == "pdf" else None)
    return f"{address}#page={page}" if page is not None and minutes.source.reader == "pdf" else address


def file_link(path: str, page: int | None = None) -> str | None:
    """The URL of a file of this machine, with the page of a PDF; None where there is no such file."""
    if not path or not Path(path).is_file():
        return None
    address = Path(path).absolute().as_uri()
    return f"{address}#page={page}" if page is not None and path.lower().endswith(".pdf") else address


def lasting_link(minutes: Minutes, page: int | None = None, *, base: str | None = None) -> str | None:
    """A URI to publish: the address under ``base``, else the name of the file's content (RFC 6920), which holds on any machine."""
    if base or re.match(r"https?://", minutes.source.path):
        return link(minutes, page, base=base)
    if not minutes.source.sha256:
        return None
    digest = base64.urlsafe_b64encode(bytes.fromhex(minutes.source.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def place_words(minutes: Minutes, page: int, start: int, end: int) -> str:
    """A place for people: file, page, characters."""
    return f"{_name(minutes.source.path) or 'tekst'}, side {page}, tegn {start}-{end}"


def _ascii(base: str) -> str:
    """An address as URIs are written: a host with Danish letters in IDNA, a path with percent signs."""
    parts = urlsplit(base)
    try:
        host = (parts.hostname or "").encode("idna").decode()
    except UnicodeError as error:
        raise InputError("", f"{base!r} is no address") from error
    place = f"{host}:{parts.port}" if parts.port else host
    return urlunsplit((parts.scheme, place, quote(parts.path, safe="/%~"), "", ""))


def _name(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1]
