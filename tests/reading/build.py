"""Files for the reading tests, built on the spot: PDFs by reportlab, DOCX by python-docx, ODT and MSG by hand."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4


def pdf(*pages: Callable[[Any], None], **options: Any) -> bytes:
    """A PDF of pages drawn by functions of a canvas."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, **options)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def lines(
    canvas: Any,
    x: float,
    y: float,
    texts: Sequence[str],
    *,
    font: str = "Helvetica",
    size: float = 11,
    lead: float = 14,
) -> float:
    """Draw lines downwards from ``y``; an empty string leaves a line out. Returns the next baseline."""
    canvas.setFont(font, size)
    for text in texts:
        if text:
            canvas.drawString(x, y, text)
        y -= lead
    return y


def odt(content: str, *, styles: str = "", manifest: str = "<manifest/>", kind: str = "text") -> bytes:
    """An ODT with the given body (XML inside ``office:text``) and automatic styles."""
    spaces = (
        " ".join(
            f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
            for prefix, name in (
                ("office", "office"),
                ("text", "text"),
                ("table", "table"),
                ("style", "style"),
                ("draw", "drawing"),
            )
        )
        + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    )
    body = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:text>{content}</office:text></office:body></office:document-content>"
    )
    return archive(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": body,
            "META-INF/manifest.xml": manifest,
        }
    )


def archive(members: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return stream.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def bare_docx(body: str) -> bytes:
    """A DOCX of nothing but a document part with this body."""
    return archive({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"})


# ---- Outlook messages: a compound file with one sector per stream ----------------------------------------------------
_SECTOR = 512
_END, _FREE = 0xFFFFFFFE, 0xFFFFFFFF


def msg(subject: str, body: str = "", html: bytes = b"", attachments: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """An Outlook message as MS-OXMSG lays it out: properties and their streams in storages of a compound file."""
    root: dict[str, Any] = _property_storage(
        {
            0x001A001F: "IPM.Note",
            0x0037001F: subject,
            **({0x1000001F: body} if body else {}),
            **({0x10130102: html} if html else {}),
        },
        header=struct.pack("<8x4I8x", 0, len(attachments), 0, len(attachments)),
        fixed={0x3FDE0003: 65001},
    )
    root["__nameid_version1.0"] = {}
    for number, (name, data) in enumerate(attachments):
        root[f"__attach_version1.0_#{number:08X}"] = _property_storage(
            {0x3707001F: name, 0x37010102: data}, header=b"\0" * 8, fixed={0x37050003: 1}
        )
    return _compound_file(root)


def _property_storage(values: dict[int, str | bytes], *, header: bytes, fixed: dict[int, int]) -> dict[str, Any]:
    entries = b"".join(struct.pack("<IIq", tag, 6, value) for tag, value in fixed.items())
    storage: dict[str, Any] = {}
    for tag, value in values.items():
        data = value.encode("utf-16-le") if isinstance(value, str) else value
        entries += struct.pack("<IIII", tag, 6, len(data) + (2 if isinstance(value, str) else 0), 0)
        storage[f"__substg1.0_{tag:08X}"] = data
    storage["__properties_version1.0"] = header + entries
    return storage


def _compound_file(root: dict[str, Any]) -> bytes:
    """A version 3 compound file; every stream is padded over the mini stream's limit so that no mini FAT is needed."""
    names, kinds, children, contents = ["Root Entry"], [5], [[]], [b""]  # type: ignore[var-annotated]

    def add(storage: dict[str, Any], parent: int) -> None:
        for name, value in storage.items():
            index = len(names)
            names.append(name)
            children.append([])
            children[parent].append(index)
            kinds.append(1 if isinstance(value, dict) else 2)
            contents.append(b"" if isinstance(value, dict) else value)
            if isinstance(value, dict):
                add(value, index)

    add(root, 0)
    # Small streams go to the mini stream: 64-byte sectors inside the root's own stream.
    mini, mini_fat, starts = b"", [], [_END] * len(names)  # type: ignore[var-annotated]
    for index, data in enumerate(contents):
        if kinds[index] == 2 and 0 < len(data) < 4096:
            count = -(-len(data) // 64)
            starts[index] = len(mini_fat)
            mini_fat += [*range(len(mini_fat) + 1, len(mini_fat) + count), _END]
            mini += data.ljust(count * 64, b"\0")
    sectors: list[bytes] = []
    fat: list[int] = []

    def store(data: bytes) -> int:
        count = -(-len(data) // _SECTOR)
        if not count:
            return _END
        first = len(fat)
        fat.extend([*range(first + 1, first + count), _END])
        sectors.extend(
            data.ljust(count * _SECTOR, b"\0")[at : at + _SECTOR] for at in range(0, count * _SECTOR, _SECTOR)
        )
        return first

    for index, data in enumerate(contents):
        if kinds[index] == 2 and len(data) >= 4096:
            starts[index] = store(data)
    starts[0] = store(mini)
    mini_fat_start = store(
        struct.pack(f"<{len(mini_fat)}I", *mini_fat).ljust(-(-len(mini_fat) * 4 // _SECTOR) * _SECTOR, b"\xff")
    )

    links: dict[int, tuple[int, int]] = {}

    def tree(members: list[int]) -> int:
        """A balanced search tree over one storage's members, by length and upper-case name."""
        if not members:
            return _FREE
        middle = len(members) // 2
        links[members[middle]] = (tree(members[:middle]), tree(members[middle + 1 :]))
        return members[middle]

    tops = [tree(sorted(kids, key=lambda kid: (len(names[kid]), names[kid].upper()))) for kids in children]
    directory = b""
    for index, name in enumerate(names):
        encoded = name.encode("utf-16-le")
        left, right = links.get(index, (_FREE, _FREE))
        size = len(mini) if index == 0 else len(contents[index])
        directory += encoded.ljust(64, b"\0") + struct.pack(
            "<HBBIII16xI8x8xIQ", len(encoded) + 2, kinds[index], 1, left, right, tops[index], 0, starts[index], size
        )
    directory_start = store(directory.ljust(-(-len(directory) // _SECTOR) * _SECTOR, b"\0"))
    fat_start = len(fat)
    count = 1
    while (len(fat) + count) * 4 > count * _SECTOR:
        count += 1
    fat += [0xFFFFFFFD] * count
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(count * _SECTOR, b"\xff")
    header = struct.pack(
        "<8s16xHHHHH6x9I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, count, directory_start, 0, 4096,
        mini_fat_start, -(-len(mini_fat) * 4 // _SECTOR), _END, 0,
    )  # fmt: skip
    header += struct.pack("<109I", *[*range(fat_start, fat_start + count)], *[_FREE] * (109 - count))
    return header + b"".join(sectors) + table
