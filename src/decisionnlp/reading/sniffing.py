"""What a file is, by its content: magic bytes, the parts of its container, the first tags or header lines."""

from __future__ import annotations

import re

from decisionnlp.reading.limits import Archive, UnreadableError
from decisionnlp.reading.text import decode, is_binary

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Kinds we know and do not read: magic bytes, what it is, what would help.
_UNREAD = (
    (b"{\\rtf", "an RTF document: save it as .docx or .pdf"),
    (b"\x89PNG", "an image: scan or print it to PDF and read that with ocr=True"),
    (b"\xff\xd8\xff", "an image: scan or print it to PDF and read that with ocr=True"),
    (b"II*\x00", "an image: scan or print it to PDF and read that with ocr=True"),
    (b"MM\x00*", "an image: scan or print it to PDF and read that with ocr=True"),
    (b"GIF8", "an image: scan or print it to PDF and read that with ocr=True"),
    (b"\x1f\x8b", "a gzip archive: unpack it and give the files in it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive: unpack it and give the files in it"),
    (b"Rar!", "a RAR archive: unpack it and give the files in it"),
    (b"%!PS", "a PostScript file: convert it to PDF"),
)
_OLE_UNREAD = (
    ("EncryptedPackage", "the document is encrypted: save it without a password"),
    ("WordDocument", "a Word document of before 2007 (.doc): save it as .docx or .pdf"),
    ("Workbook", "an Excel workbook: save the minutes as .docx or .pdf"),
    ("PowerPoint Document", "a PowerPoint presentation: save the minutes as .docx or .pdf"),
)
# The first thing in the file, after white space, an XML declaration and comments, is a tag of a page.
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,500}>\s*)?(?:<!--(?:[^-]|-(?!->)){0,5000}-->\s*){0,5}"
    r"<(?:!doctype\s+html|html|head|body|title|meta|div|main|article|section|table|h[1-6]|ul|ol|p)\b",
    re.IGNORECASE,
)
_ANY_TAG = re.compile(
    r"</?(?:html|body|div|p|br|h[1-6]|table|tr|td|ul|ol|li|span|b|strong)\b[^<>]{0,500}>", re.IGNORECASE
)
_XML_START = re.compile(r"\s*<\?xml\b")
_MAIL_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,60}):(?: |$)")
_MAIL_PROOF = frozenset({"mime-version", "message-id", "received", "return-path", "content-type", "delivered-to"})
_MAIL_USUAL = _MAIL_PROOF | {"from", "to", "subject", "date", "cc", "reply-to", "content-transfer-encoding", "sender"}
_ATX_HEADING = re.compile(r"(?m)^#{1,6} \S")

EXTENSIONS: dict[str, tuple[str, ...]] = {
    "text": (".txt", ".text", ".asc"),
    "markdown": (".md", ".markdown"),
    "pdf": (".pdf",),
    "docx": (".docx", ".docm", ".dotx"),
    "html": (".html", ".htm", ".xhtml"),
    "odt": (".odt", ".ott"),
    "eml": (".eml", ".mht", ".mhtml"),
    "msg": (".msg",),
}


def extension(name: str) -> str:
    base = re.split(r"[\\/]", name)[-1]
    stem, dot, end = base.rpartition(".")
    return f".{end.lower()}" if dot and stem else ""


def named_format(name: str) -> str | None:
    """The format that a file's name promises, or None."""
    ending = extension(name)
    return next((kind for kind, endings in EXTENSIONS.items() if ending in endings), None)


def recognise(data: bytes, name: str = "") -> str:
    """The format (a key of ``EXTENSIONS``) of the content; the name only decides between kinds of text.

    Raises:
        UnreadableError: the content is empty, binary, or of a kind that is not read; the reason says which.
    """
    if not data.strip(b" \t\r\n\f\v\x00\xef\xbb\xbf"):
        raise UnreadableError("the file is empty")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _recognise_zip(data)
    if data.startswith(_OLE):
        return _recognise_ole(data)
    for magic, what in _UNREAD:
        if data.startswith(magic):
            raise UnreadableError(f"this is {what}")
    if is_binary(data):
        promised = named_format(name)
        if promised in ("pdf", "docx", "odt", "msg"):
            raise UnreadableError(
                f"the file is damaged (a {promised.upper()} file does not begin like this): fetch it again"
            )
        raise UnreadableError(
            "the file is binary data of an unknown kind; read are txt, md, pdf, docx, html, odt, eml, msg"
        )
    return _recognise_text(data, name)


def _recognise_zip(data: bytes) -> str:
    archive = Archive(data)
    names = archive.names
    if "word/document.xml" in names:
        return "docx"
    if "mimetype" in names and "content.xml" in names:
        kind = archive.read("mimetype", 4096).decode("ascii", "replace").strip()
        if kind.startswith("application/vnd.oasis.opendocument.text"):
            return "odt"
        raise UnreadableError(f"this is an OpenDocument file of another kind ({kind[:80]}): save it as .odt or .pdf")
    if "[Content_Types].xml" in names:
        if any(name.startswith("word/") for name in names):
            return "docx"
        if any(name.startswith("xl/") for name in names):
            raise UnreadableError("this is an Excel workbook: save the minutes as .docx or .pdf")
        if any(name.startswith("ppt/") for name in names):
            raise UnreadableError("this is a PowerPoint presentation: save the minutes as .docx or .pdf")
    raise UnreadableError("this is a ZIP archive: unpack it and give the files in it")


def _recognise_ole(data: bytes) -> str:
    if "__properties_version1.0".encode("utf-16-le") in data:
        return "msg"
    for stream, reason in _OLE_UNREAD:
        if stream.encode("utf-16-le") in data:
            raise UnreadableError(reason if reason.startswith("the ") else f"this is {reason}")
    raise UnreadableError("this is an old Office file of an unknown kind: save it as .docx or .pdf")


def _recognise_text(data: bytes, name: str) -> str:
    head = decode(data[: 64 * 1024])[0] if len(data) <= 64 * 1024 else _decode_head(data)
    promised = named_format(name)
    if _HTML_START.match(head) or (promised == "html" and _ANY_TAG.search(head)):
        return "html"
    if _is_mail(head, promised):
        return "eml"
    if _XML_START.match(head):
        if "<html" in head.lower():
            return "html"
        raise UnreadableError("this is an XML file of a kind that is not read: save it as .docx, .html or .pdf")
    if promised == "markdown" or (not name and len(_ATX_HEADING.findall(head)) >= 2):
        return "markdown"
    return "text"


def _decode_head(data: bytes) -> str:
    """The beginning of a long text; the cut may fall inside a character, so the last bytes may be left out."""
    for cut in range(64 * 1024, 64 * 1024 - 4, -1):
        text, encoding = decode(data[:cut])
        if encoding not in ("cp1252", "latin-1"):
            return text
    return decode(data[: 64 * 1024])[0]


def _is_mail(head: str, promised: str | None) -> bool:
    """Header lines of a mail at the top: two usual ones, one of which no secretary types."""
    found: set[str] = set()
    for line in head.lstrip("\r\n").splitlines()[:80]:
        if not line.strip():
            break
        if line[0] in " \t":
            continue
        match = _MAIL_HEADER.match(line)
        if not match:
            if not found and line.startswith("From "):  # an mbox line
                continue
            break
        found.add(match.group(1).lower())
    usual = found & _MAIL_USUAL
    return len(usual) >= 2 and (bool(found & _MAIL_PROOF) or promised == "eml")
