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
    lookout = Lookout([quick])
    for text in EXAMPLES:
        assert (plain.search(text) is None) == (quick.search(text, lookout.likely(text)) is None), text


COMPILED = [(re.compile(pattern), Filtered(pattern)) for pattern in PATTERNS]
LOOKOUT = Lookout(quick for _, quick in COMPILED)


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_on_shuffled_words(text: str) -> None:
    likely = LOOKOUT.likely(text)
    for plain, quick in COMPILED:
        assert (plain.search(text) is None) == (quick.search(text, likely) is None)


@pytest.mark.parametrize(
    ("pattern", "text", "likely"),
    [
        (r"\bgodkendt\b", "Det blev godkendt.", True),
        (r"\bgodkendt\b", "Det blev udsat.", False),
        (r"uge ?\d|snarest", "i uge 9", True),
        (r"uge ?\d|snarest", "i næste uge", False),  # no digit
        (r"uge\d|snarest", "uge9", True),
        (r"[a-z]+ ?\d", "kl 9", True),
        (r"[1-9]%", "9%", True),
        (r"om at", "enige om at", True),  # a piece of each word
        (r"om at", "enige om det", False),
        (r"\b(?:fik|får) (?:\w+ )?flertal", "de fik et flertal", True),
        (r"\b(?:fik|får) (?:\w+ )?flertal", "et flertal er for", False),
        (r"\bom\b", "omgås", True),  # only the search itself sees the word's edge
        (r"\w+", "", True),  # nothing is needed
    ],
)
def test_what_is_likely(pattern: str, text: str, likely: bool) -> None:
    quick = Filtered(pattern)
    found = Lookout([Filtered("andet"), quick]).likely(text)
    assert found == ({quick} if likely else set())
    assert (quick.search(text, found) is None) == (re.search(pattern, text) is None)


def test_pieces_by_hand() -> None:
    assert required_pieces(r"\bgodkendt\b") == [({"kendt"},)]
    assert required_pieces(r"ja|nej") == [({"ja"},), ({"nej"},)]
    assert required_pieces(r"uge ?\d+|[1-4]\. maj|\w+") is None
    # five letters before four, and both words of "om … dage"
    assert required_pieces(r"\b(?:om|inden) \d+ dage|[^a]\d") == [({" dage"}, {"0-9"}, {"om ", "inden"}), ({"0-9"},)]
    assert required_pieces("frit slag") == [({" slag"}, {"frit "})]
    assert required_pieces(" ?| ") is None
    assert factored(r"\ba|\bb|^c|d") == r"^(?:c)|\b(?:a|b)|(?:d)"
