"""What a file from outside may cost: sizes that are refused, and safe ways into archives and XML.

The limits stand here, in one place, and every message that refuses a file names the limit it broke.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

MIB = 1024 * 1024
MAX_FILE_BYTES = 256 * MIB
MAX_TEXT_BYTES = 64 * MIB  # a plain text, markdown or HTML file: more than 20,000 pages
MAX_MEMBER_BYTES = 64 * MIB  # one part of a DOCX or ODT, unpacked
MAX_MEMBERS = 20_000
MAX_PAGES = 20_000
MAX_DEPTH = 200  # nesting of elements in HTML, DOCX and ODT
MAX_ATTACHMENT_DEPTH = 3  # a mail in a mail in a mail
MAX_ATTACHMENTS = 100


class UnreadableError(Exception):
    """A file that cannot be read; ``reason`` is one line. The door turns it into ``InputError`` with the file's name."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def check_size(size: int, limit: int = MAX_FILE_BYTES, what: str = "the file") -> None:
    """Refuse what is larger than ``limit`` bytes.

    Raises:
        UnreadableError: it is larger; the message names the limit.
    """
    if size > limit:
        raise UnreadableError(f"{what} is too large ({size / MIB:.0f} MiB; the limit is {limit // MIB} MiB): split it")


class Archive:
    """A ZIP file from outside: members are read one at a time, each against a limit on what it unpacks to."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError, UnicodeError) as error:
            raise UnreadableError(
                "the file is damaged (its ZIP container cannot be opened): fetch it again or save it anew"
            ) from error
        if len(infos) > MAX_MEMBERS:
            raise UnreadableError(f"the file holds {len(infos)} parts (the limit is {MAX_MEMBERS})")
        self.names = frozenset(info.filename for info in infos)

    def read(self, name: str, limit: int = MAX_MEMBER_BYTES) -> bytes:
        """The bytes of one member; the size is counted while unpacking, since a ZIP's own figures may lie.

        Raises:
            UnreadableError: the member is missing, damaged, encrypted or unpacks to more than ``limit`` bytes.
        """
        try:
            with self._zip.open(name) as member:
                data = member.read(limit + 1)
        except KeyError as error:
            raise UnreadableError(f"the file is damaged (its part {name} is missing): save it anew") from error
        except RuntimeError as error:  # zipfile's word for an encrypted member
            raise UnreadableError("the file is encrypted: save it without a password") from error
        except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, _ZLIB_ERROR) as error:
            raise UnreadableError(f"the file is damaged (its part {name} cannot be unpacked): save it anew") from error
        if len(data) > limit:
            raise UnreadableError(f"the file unpacks to too much (its part {name} is over {limit // MIB} MiB)")
        return data

    def xml(self, name: str) -> Any:
        """The root element of an XML member; see :func:`parse_xml`."""
        return parse_xml(self.read(name), name)


def parse_xml(data: bytes, name: str) -> Any:
    """Parse XML from outside: no DTD is loaded, no entity is replaced, nothing is fetched, depth and size are limited.

    Raises:
        UnreadableError: the XML is broken, declares entities, or is nested deeper than the parser allows.
    """
    head = data[:4096].replace(b"\x00", b"")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise UnreadableError(
            f"the part {name} declares a document type, which no document of this kind does; it was refused"
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(f"the file is damaged (its part {name} is not well-formed): save it anew") from error


def _zlib_error() -> type[Exception]:
    import zlib

    return zlib.error


_ZLIB_ERROR = _zlib_error()
