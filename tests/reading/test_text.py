from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisionnlp.document import MarkKind
from decisionnlp.errors import InputError
from decisionnlp.reading import read
from tests.reading.helpers import check_offsets, grid, marked

DANISH = "Punkt 1: Sti ved åen\r\n\r\nGodkendt, idet Bo følger op på støj.\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (DANISH.encode(), DANISH),
        (b"\xef\xbb\xbf" + DANISH.encode(), DANISH),
        (b"\xff\xfe" + DANISH.encode("utf-16-le"), DANISH),
        (b"\xfe\xff" + DANISH.encode("utf-16-be"), DANISH),
        (DANISH.encode("utf-16-le"), DANISH),
        (DANISH.encode("cp1252"), DANISH),
        ("Prisen er 4 € – godkendt".encode("cp1252"), "Prisen er 4 € – godkendt"),
        (b"Godkendt \x81 r\xe5det", "Godkendt \x81 rådet"),  # a byte that cp1252 leaves undefined
        ("a\u2028b\x0bc\n d\rEt ord\x02 her".encode(), "a\u2028b\x0bc\n d\rEt ord\x02 her"),
    ],
)
def test_the_text_is_the_decoded_file_itself(data: bytes, text: str) -> None:
    source = read(data, name="referat.txt")
    assert source.text == text
    assert source.reader == "text"
    assert source.marks == ()


@given(st.text(min_size=1).filter(lambda text: bool(text.strip("\x00\ufeff \t\r\n\f\v")) and "\x00" not in text))
def test_any_utf8_text_is_kept_character_by_character(text: str) -> None:
    try:
        source = read(text.encode("utf-8", "surrogatepass"), name="referat.txt")
    except InputError as error:  # control characters, mark-up or mail headers make it something else
        assert "\n" not in error.reason
        return
    if source.reader == "text" and not any("UTF-8" in warning for warning in source.warnings):
        assert source.text == text.removeprefix("\ufeff")


def test_pages_come_from_form_feeds_alone() -> None:
    text = "Side et\fSide to\n Side tre er ingen side\f"
    source = read(text.encode(), name="a.txt")
    assert source.text == text
    assert [text[page.start : page.end] for page in source.pages] == ["Side et\f", "Side to\n Side tre er ingen side\f"]
    assert source.page_at(text.index("to")) == 2
    assert read(b"Uden sideskift\n Andet", name="a.txt").pages == ()


def test_another_encoding_is_told() -> None:
    assert any("cp1252" in warning for warning in read("Blåbær".encode("cp1252"), name="a.txt").warnings)


def test_markdown_keeps_its_text_and_marks_structure() -> None:
    text = "# Referat #\n\n- punkt ét\n  * under\n\n| Tid | Hvem |\n|:---|---|\n| maj | UJU |\n| | Bo |\n\n```\n# ikke en overskrift\n```\n"
    source = read(text.encode(), name="referat.md")
    assert source.text == text
    assert source.reader == "markdown"
    assert marked(source, MarkKind.HEADING) == ["Referat"]
    assert marked(source, MarkKind.LIST_ITEM) == ["- punkt ét", "* under"]
    assert grid(source) == {(0, 0, 0): "Tid", (0, 0, 1): "Hvem", (0, 1, 0): "maj", (0, 1, 1): "UJU", (0, 2, 1): "Bo"}
    assert marked(source, MarkKind.TABLE) == ["| Tid | Hvem |\n|:---|---|\n| maj | UJU |\n| | Bo |"]
    check_offsets(source)
