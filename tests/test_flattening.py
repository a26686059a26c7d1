from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisionnlp.document import Span
from decisionnlp.flattening import flatten

CASES = [
    ("plain", "Godkendt.", "Godkendt."),
    ("wrapped", "Udvalget tog\nsagen op.", "Udvalget tog sagen op."),
    ("broken word", "en temadrøftel-\nsen om støj", "en temadrøftelsen om støj"),
    ("broken word, blank before the break", "forlæg- \nges i maj", "forlægges i maj"),
    ("suspended hyphen", "Teknik-\nog Miljøudvalget", "Teknik- og Miljøudvalget"),
    ("suspended hyphen in a line", "Teknik- og Miljøudvalget", "Teknik- og Miljøudvalget"),
    ("after capitals", "STU-\nområdet", "STU-området"),
    ("after a digit", "16-\nårige", "16-årige"),
    ("before a capital", "Nord-\nVest", "Nord-Vest"),
    ("PDFium's mark", "indstil\ufffeling", "indstilling"),
    ("PDFium's mark and a break", "indstil\ufffe\nling", "indstilling"),
    ("soft hyphen", "be\u00adslutning", "beslutning"),
    ("page break", "slutter her\n \ndet går videre", "slutter her det går videre"),
    ("dash as bullet stays", "Punkter:\n- vej", "Punkter: - vej"),
    ("hyphen at the end", "Teknik-", "Teknik-"),
    ("no-break space", "5\u00a0mio. kr.", "5 mio. kr."),
    ("several lines", "a\n\n\nb\tc", "a b c"),
    ("empty", "", ""),
    ("white space alone", " \n ", ""),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_flat_text(text: str, expected: str) -> None:
    assert flatten(text).text == expected


def test_furniture_in_the_middle_is_left_out() -> None:
    text = "Vejen lukkes i\nSide 2 af 3\nmaj 2024."
    flat = flatten(text, skip=[Span(15, 26)])
    assert flat.text == "Vejen lukkes i maj 2024."
    start = flat.text.index("maj")
    assert flat.span(start, start + 3) == Span(27, 30)


def test_a_word_broken_around_furniture_is_joined() -> None:
    text = "budgetop-\nSide 2 af 3\nfølgningen"
    assert flatten(text, skip=[Span(10, 21)]).text == "budgetopfølgningen"


def test_spans_outside_the_text_are_refused() -> None:
    with pytest.raises(ValueError, match="no stretch"):
        flatten("Godkendt.").span(3, 3)


@given(st.text(alphabet=st.sampled_from("ab Ø-\n\t.\u00ad\ufffe1"), max_size=60), st.data())
def test_every_character_is_where_its_offset_says(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=4, unique=True)))
    skip = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    flat = flatten(text, skip=skip)
    assert len(flat.text) == len(flat.offsets)
    assert list(flat.offsets) == sorted(flat.offsets)
    for character, offset in zip(flat.text, flat.offsets, strict=True):
        assert character == text[offset] or (character == " " and text[offset].isspace()) or character == "-"
        assert not any(span.contains(offset) for span in skip)
    assert flat.text == " ".join(flat.text.split())


@given(st.text(alphabet=st.sampled_from("ab Ø-\n."), max_size=60))
def test_a_slice_reads_like_the_same_text_alone(text: str) -> None:
    padded = "xx" + text + "yy"
    alone, inside = flatten(text), flatten(padded, 2, 2 + len(text))
    assert inside.text == alone.text
    assert [offset - 2 for offset in inside.offsets] == list(alone.offsets)
