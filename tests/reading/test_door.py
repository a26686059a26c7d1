"""The door: what is recognised, what is refused and in which words, what is warned of."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from decisionnlp.errors import InputError
from decisionnlp.reading import formats, is_danish, limits, read
from decisionnlp.reading.registry import reader_for
from tests.reading import build

HTML = b"<!DOCTYPE html><html><body><h1>Referat</h1><p>Godkendt.</p></body></html>"
MAIL = b"From: a@b.invalid\r\nMessage-ID: <1@b.invalid>\r\nSubject: Referat\r\n\r\nGodkendt.\r\n"
DOCX = build.bare_docx("<w:p><w:r><w:t>Godkendt.</w:t></w:r></w:p>")
ODT = build.odt("<text:p>Godkendt.</text:p>")
PDF = build.pdf(lambda canvas: build.lines(canvas, 72, 700, ["Referat af møde", "Godkendt."]))


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        (b"Godkendt.", "text"),
        (b"# Referat\n\n## Punkt 1\nGodkendt.", "markdown"),
        (PDF, "pdf"),
        (b"\r\n" * 20 + PDF, "pdf"),
        (DOCX, "docx"),
        (HTML, "html"),
        (b"<?xml version='1.0'?>\n<!-- gemt -->\n<html xmlns='x'><body>Godkendt.</body></html>", "html"),
        (ODT, "odt"),
        (MAIL, "eml"),
        (build.msg("Referat", "Godkendt."), "msg"),
    ],
)
def test_content_alone_tells_the_format(data: bytes, reader: str) -> None:
    source = read(data)
    assert source.reader == reader
    assert "Godkendt." in source.text
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert not any("named" in warning for warning in source.warnings)


@pytest.mark.parametrize(
    ("data", "name", "reader"),
    [(PDF, "referat.txt", "pdf"), (DOCX, "referat.pdf", "docx"), (HTML, "referat.doc", "html"), (b"Godkendt.", "a.pdf", "text"),
     (ODT, "referat.docx", "odt"), (HTML, "C:\\sager\\Referat.TXT", "html")],
)  # fmt: skip
def test_a_misnamed_file_is_read_as_what_it_is_with_a_warning(data: bytes, name: str, reader: str) -> None:
    source = read(data, name=name)
    assert source.reader == reader
    assert any(warning.startswith("named .") for warning in source.warnings)


@pytest.mark.parametrize("name", ["referat", "referat.txt", "referat.md", "Referat 3.5.2023", "data.bin"])
def test_other_names_bring_no_warning(name: str) -> None:
    assert read(b"Godkendt.", name=name).warnings == ()


@pytest.mark.parametrize(
    ("data", "name", "word"),
    [
        (b"", "a.txt", "empty"),
        (b" \r\n\t", "a.txt", "empty"),
        (b"\xef\xbb\xbf\n", "a.txt", "empty"),
        (bytes(range(256)) * 20, "a", "binary"),
        (bytes(range(256)) * 20, "a.pdf", "damaged"),
        (b"%PDF-1.7\nthis is no PDF", "a.pdf", "damaged"),
        (PDF[: len(PDF) // 3], "a.pdf", "damaged"),
        (DOCX[: len(DOCX) // 2], "a.docx", "damaged"),
        (b"PK\x03\x04 broken", "a.docx", "damaged"),
        (build.archive({"referat.txt": "Godkendt."}), "a.zip", "ZIP archive"),
        (build.archive({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"}), "a.xlsx", "Excel"),
        (build.odt("", kind="presentation"), "a.odp", "OpenDocument file of another kind"),
        (build.odt("<text:p>x</text:p>", manifest="<m><encryption-data/></m>"), "a.odt", "encrypted"),
        (b"{\\rtf1 Godkendt.}", "a.rtf", "RTF"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "a.png", "image"),
        (b"<?xml version='1.0'?><invoice/>", "a.xml", "XML"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.docx", "encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "a.doc", ".docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__properties_version1.0".encode("utf-16-le"), "a.msg", "damaged"),
        (build.bare_docx(""), "a.docx", "empty"),
        (b"<html><body><script>x()</script></body></html>", "a.html", "no text"),
        (b"\xff\xfe\x00\xd8a", "a.txt", "damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, name: str, word: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data, name=name)
    assert word in caught.value.reason
    assert "\n" not in str(caught.value)
    assert caught.value.path == name


def test_paths(tmp_path: Path) -> None:
    file = tmp_path / "møde.txt"
    file.write_bytes(b"Godkendt.")
    assert read(file).path == read(str(file)).path == str(file)
    for path, word in ((tmp_path, "folder"), (tmp_path / "nej.pdf", "not found"), ("a\0b", "cannot be opened")):
        with pytest.raises(InputError, match=word):
            read(path)
    os.mkfifo(tmp_path / "rør")
    with pytest.raises(InputError, match="regular file"):
        read(tmp_path / "rør")


def test_sizes_are_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    huge = tmp_path / "stor.pdf"
    with huge.open("wb") as stream:
        stream.truncate(limits.MAX_FILE_BYTES + 1)  # a sparse file: no bytes on disk
    with pytest.raises(InputError, match="too large"):
        read(huge)
    monkeypatch.setattr("decisionnlp.reading.text.MAX_TEXT_BYTES", 8)
    with pytest.raises(InputError, match="too large"):
        read(b"Godkendt uden mere.", name="a.txt")


def test_an_archive_that_unpacks_to_too_much_is_refused() -> None:
    bomb = build.archive({"word/document.xml": b"<w>" + b" " * (limits.MAX_MEMBER_BYTES + 10)})
    assert len(bomb) < 200_000
    with pytest.raises(InputError, match="unpacks to too much"):
        read(bomb, name="a.docx")


@pytest.mark.parametrize("place", ["docx", "odt"])
def test_entities_are_refused(place: str, tmp_path: Path) -> None:
    secret = tmp_path / "hemmelig.txt"
    secret.write_text("HEMMELIGT")
    head = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}"><!ENTITY l "{"ha" * 50}">]>'
    padding = f"<!-- {'x' * 5000} -->"  # a declaration further down is not looked for by eye, but never replaced
    for before in ("", padding):
        content = f"{before}{head}<x>&e;&l;</x>"
        data = build.archive(
            {"word/document.xml": content}
            if place == "docx"
            else {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
        )
        with pytest.raises(InputError) as caught:
            read(data, name=f"a.{place}")
        assert "HEMMELIGT" not in str(caught.value)


def test_deep_nesting_is_refused_or_read_but_never_breaks() -> None:
    for tag in ("div", "ul><li", "table><tr><td", "b"):
        data = b"<html><body>" + f"<{tag}>".encode() * 100_000 + b"Godkendt."
        try:
            assert "Godkendt." in read(data, name="a.html").text
        except InputError as error:
            assert "nested too deep" in error.reason
    deep = "<w:sdt><w:sdtContent>" * 5000
    with pytest.raises(InputError):
        read(build.bare_docx(deep + "<w:p/>" + "</w:sdtContent></w:sdt>" * 5000), name="a.docx")


def test_every_format_has_a_reader() -> None:
    assert set(formats()) == {"text", "markdown", "pdf", "docx", "html", "odt", "eml", "msg"}
    assert all(callable(reader_for(name)) for name in formats())
    with pytest.raises(KeyError):
        reader_for("wav")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "Udvalget drøftede sagen og besluttede at godkende forvaltningens indstilling om den nye cykelsti ved skolen.",
            True,
        ),
        (
            "The committee discussed the case and decided to approve the proposal about the new cycle path at the school.",
            False,
        ),
        (
            "Der Ausschuss hat die Sache besprochen und beschlossen, den Vorschlag der Verwaltung ohne Änderung anzunehmen.",
            False,
        ),
        ("Godkendt.", None),
    ],
)
def test_the_language_is_looked_at(text: str, answer: bool | None) -> None:
    assert is_danish(text) is answer
    warned = any("Danish" in warning for warning in read(text.encode(), name="a.txt").warnings)
    assert warned is (answer is False)


def test_a_text_given_as_a_path_is_told_in_one_line() -> None:
    with pytest.raises(InputError) as caught:
        read("Referat af møde\n" + "1. Takster\nGodkendt.\n" * 300)
    told = str(caught.value)
    assert "text=" in told and "\n" not in told and len(told) < 160
