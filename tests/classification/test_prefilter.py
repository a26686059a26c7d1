"""The cheap look must never hide a match: checked against the plain search."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decisionnlp import lexicons
from decisionnlp.classification.prefilter import Filtered, factored, pieces, required_pieces

PATTERNS = [row["pattern"] for row in lexicons.load("decision_formulas")["formula"]]
PATTERNS += [row["pattern"] for row in lexicons.load("decision_cues").values()]
EXAMPLES = [row["example"].lower() for row in lexicons.load("decision_formulas")["formula"]]
EXAMPLES += [row["example"].lower() for row in lexicons.load("decision_cues").values()]
WORDS = sorted({word for example in EXAMPLES for word in re.findall(r"\w+|[,.:]", example)})


@pytest.mark.parametrize("pattern", PATTERNS)
def test_filter_and_factoring_find_what_the_plain_pattern_finds(pattern: str) -> None:
    plain, quick = re.compile(pattern), Filtered(pattern)
    for text in EXAMPLES:
        assert (plain.search(text) is None) == (quick.search(text, pieces(text)) is None), text


COMPILED = [(re.compile(pattern), Filtered(pattern)) for pattern in PATTERNS]


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_on_shuffled_words(text: str) -> None:
    held = pieces(text)
    for plain, quick in COMPILED:
        assert (plain.search(text) is None) == (quick.search(text, held) is None)


def test_pieces_by_hand() -> None:
    assert required_pieces(r"\bgodkendt\b") == {"kendt"}
    assert required_pieces(r"ja|nej") is None
    assert factored(r"\ba|\bb|^c|d") == r"^(?:c)|\b(?:a|b)|(?:d)"
