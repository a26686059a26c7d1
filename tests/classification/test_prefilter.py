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


def _span(match: re.Match[str] | None) -> tuple[int, int] | None:
    return match.span() if match else None


@pytest.mark.parametrize("pattern", PATTERNS)
def test_filter_and_factoring_find_what_the_plain_pattern_finds(pattern: str) -> None:
    plain, quick = re.compile(pattern), Filtered(pattern)
    lookout = Lookout([quick])
    for text in EXAMPLES:
        assert _span(plain.search(text)) == _span(quick.search(text, lookout.likely(text))), text


COMPILED = [(re.compile(pattern), Filtered(pattern)) for pattern in PATTERNS]
LOOKOUT = Lookout(quick for _, quick in COMPILED)


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_on_shuffled_words(text: str) -> None:
    likely = LOOKOUT.likely(text)
    for plain, quick in COMPILED:
        assert _span(plain.search(text)) == _span(quick.search(text, likely))


@pytest.mark.parametrize(
    ("pattern", "text", "ways"),
    [
        (r"\bgodkendt\b", "Det blev godkendt.", [0]),
        (r"\bgodkendt\b", "Det blev udsat.", []),
        (r"uge ?\d|snarest", "i uge 9", [0]),
        (r"uge ?\d|snarest", "i næste uge", []),  # no digit
        (
            r"uge ?\d|snarest",
            "snarest, i uge 9",
            [0, 1],
        ),  # the first in the text is found, not the first in the pattern
        (r"uge\d|snarest", "uge9", [0]),
        (r"[a-z]+ ?\d", "kl 9", [0]),
        (r"[1-9]%", "9%", [0]),
        (r"om at", "enige om at", [0]),  # a piece of each word
        (r"om at", "enige om det", []),
        (r"\b(?:fik|får) (?:\w+ )?flertal", "de fik et flertal", [0]),
        (r"\b(?:fik|får) (?:\w+ )?flertal", "et flertal er for", []),
        (r"\bom\b", "omgås", [0]),  # only the search itself sees the word's edge
        (r"\w+", "", [0]),  # nothing is needed
        (r"god|godkendt", "godkendt", [0, 1]),  # of two that begin together the first in the pattern is found
    ],
)
def test_what_is_likely(pattern: str, text: str, ways: list[int]) -> None:
    quick = Filtered(pattern)
    found = Lookout([Filtered("andet"), quick]).likely(text)
    assert found == ({quick: ways} if ways else {})
    assert _span(quick.search(text, found)) == _span(re.search(pattern, text))


def test_pieces_by_hand() -> None:
    assert required_pieces(r"\bgodkendt\b") == [({"kendt"},)]
    assert required_pieces(r"ja|nej") == [({"ja"},), ({"nej"},)]
    assert required_pieces(r"uge ?\d+|\w+") == [({"0-9"}, {"uge", "uge "}), ()]
    # five letters before four, and both words of "om … dage"
    assert required_pieces(r"\b(?:om|inden) \d+ dage|[^a]\d") == [({" dage"}, {"0-9"}, {"om ", "inden"}), ({"0-9"},)]
    assert required_pieces("frit slag") == [({" slag"}, {"frit "})]
    assert required_pieces(" ?| ") == [(), ()]
    # a group between the edges of a word is cut, too, but not two groups, nor one that is repeated
    assert required_pieces(r"(?:plan(?:en)?|liste)\b") == [({"plan", "lanen"},), ({"liste"},)]
    assert required_pieces(r"\b(?:ja|nej)(?: tak|!)") == [({" tak", "ja!", "nej!"},)]
    assert required_pieces(r"(?:ja|nej)?") == [()]
    assert factored(r"\ba|\bb|^c|d") == r"^(?:c)|\b(?:a|b)|(?:d)"
