"""The parts of a Word file, found by the relationships between them rather than by their usual names."""

from __future__ import annotations

import posixpath
from typing import Any

from decisionnlp.reading.docx.elements import R
from decisionnlp.reading.limits import Archive, UnreadableError

_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


class Parts:
    """The main part of an archive, and the parts beside it.

    Raises:
        UnreadableError: the archive has no document part.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._main = _main_part(archive)
        self._folder = posixpath.dirname(self._main)
        self._relations = self._read_relations()

    def main(self) -> Any:
        """The root of the main part."""
        return self._archive.xml(self._main)

    def beside(self, name: str) -> Any | None:
        """The root of a part in the folder of the main one (``styles.xml``); None where the file has none."""
        path = posixpath.join(self._folder, name)
        return self._archive.xml(path) if path in self._archive.names else None

    def related(self, element: Any) -> str | None:
        """The path of the part that an element's ``r:id`` names; None where the file does not hold it."""
        path = self._relations.get(element.get(f"{R}id") or "")
        return path if path in self._archive.names else None

    def xml(self, path: str) -> Any:
        """The root of the part at a path."""
        return self._archive.xml(path)

    def read(self, path: str) -> bytes:
        """The bytes of the part at a path."""
        return self._archive.read(path)

    def _read_relations(self) -> dict[str, str]:
        path = posixpath.join(self._folder, "_rels", f"{posixpath.basename(self._main)}.rels")
        if path not in self._archive.names:
            return {}
        found = {}
        for relation in self._archive.xml(path).iter(f"{_RELATIONSHIPS}Relationship"):
            if relation.get("TargetMode") != "External":
                target = relation.get("Target") or ""
                joined = target.lstrip("/") if target.startswith("/") else posixpath.join(self._folder, target)
                found[relation.get("Id") or ""] = posixpath.normpath(joined)
        return found


def _main_part(archive: Archive) -> str:
    """The document part, as the package's relationships name it."""
    if "_rels/.rels" in archive.names:
        for relation in archive.xml("_rels/.rels").iter(f"{_RELATIONSHIPS}Relationship"):
            if (relation.get("Type") or "").endswith("/officeDocument"):
                target = (relation.get("Target") or "").lstrip("/")
                if target in archive.names:
                    return target
    if "word/document.xml" in archive.names:
        return "word/document.xml"
    raise UnreadableError("the file is damaged (its document part is missing): save it anew")
