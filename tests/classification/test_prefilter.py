"""The cheap look must never hide a match: checked against the plain search."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decisionnlp import lexicons
from decisionnlp.classification.prefilter import Filtered, Lookout, factored, required_pieces

PATTERNS = [row["pattern"] for row in lexicons.load("decision_formulas")["formula"]]
PATTERNS += [row["pattern"] for row in lexicons.load("decision_cues").values()]
EXAMPLES = [row["example"].lower() for row in lexicons.load("decision_formulas")["formula"]]
EXAMPLES += [row["example"].lower() for row in lexicons.load("decision_cues").values()]
WORDS = sorted({word for example in EXAMPLES for word in re.findall(r"\w+|[,.:]", example)})


@pytest.mark.parametrize("pattern", PATTERNS)
def test_filter_and_factoring_find_what_the_plain_pattern_finds(pattern: str) -> None:
    plain, quick = re.compile(pattern), Filtered(pattern)
    for text in EXAMPLES:
        assert (plain.search(text) is None) == (quick.search(text, Lookout([quick]).held(text)) is None), text


COMPILED = [(re.compile(pattern), Filtered(pattern)) for pattern in PATTERNS]
LOOKOUT = Lookout(quick for _, quick in COMPILED)


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_on_shuffled_words(text: str) -> None:
    held = LOOKOUT.held(text)
    for plain, quick in COMPILED:
        assert (plain.search(text) is None) == (quick.search(text, held) is None)


@pytest.mark.parametrize(
    ("pattern", "text", "held", "possible"),
    [
        (r"\bgodkendt\b", "Det blev godkendt.", {"kendt"}, True),
        (r"\bgodkendt\b", "Det blev udsat.", set(), False),
        (r"uge ?\d|snarest", "i uge 9", {"0-9"}, True),
        (r"uge\d|snarest", "uge9", set(), True),  # "uge" is too short for the words' pieces: looked for in the text
        (r"[a-z]+ ?\d", "kl 9", {"0-9"}, True),
        (r"[1-9]%", "9%", {"0-9"}, True),
        (r"om at", "enige om at", set(), True),  # across a blank
        (r"\bom\b", "omgås", set(), True),  # only the text's search sees the word's edge
        (r"\w+", "", set(), True),  # nothing is needed
    ],
)
def test_what_is_held(pattern: str, text: str, held: set[str], possible: bool) -> None:
    quick = Filtered(pattern)
    assert Lookout([quick]).held(text) == held
    assert quick.possible(text, frozenset(held)) is possible
    assert (quick.search(text, frozenset(held)) is None) == (re.search(pattern, text) is None)


def test_pieces_by_hand() -> None:
    assert required_pieces(r"\bgodkendt\b") == {"kendt"}
    assert required_pieces(r"ja|nej") == {"ja", "nej"}
    assert required_pieces(r"uge ?\d+|[1-4]\. maj|\w+") is None
    assert required_pieces(r"\b(?:om|inden) \d+ dage|[^a]\d") == {" dage", "0-9"}
    assert factored(r"\ba|\bb|^c|d") == r"^(?:c)|\b(?:a|b)|(?:d)"
