"""The cheap look must let every text through in which the pattern can match."""

from __future__ import annotations

import re

import pytest

from decisionnlp.resolution.attributes import _WORTH, _worth
from decisionnlp.stems import Affixes, Endings, Stems, small


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("Afbud fra Bo", True),
        ("AFBUD", True),
        ("Alle mødte", False),
        ("ſtedet", True),  # a long s is an s to a search without case
        ("\u0130nhabil", True),  # so is a dotted capital i, which is two letters in lower case
        ("\u0131nhabil", True),
        ("\u212aom", True),  # the Kelvin sign
        ("", False),
    ],
)
def test_what_is_within(text: str, within: bool) -> None:
    pattern = re.compile(r"afbud|stedet|inhabil|kom", re.IGNORECASE)
    assert Stems("afbud", "stedet", "inhabil", "kom").within(text) is within
    assert within or pattern.search(text) is None


def test_small_letters_are_those_of_a_search_without_case() -> None:
    assert small("Bo FØLGER op") == "bo følger op"
    assert small("\u0130 ſ \u0131 \u212a") == "i s i k"


@pytest.mark.parametrize(
    ("word", "closed"),
    [
        ("formanden", True),
        ("manden", True),
        ("rådet", True),
        ("forrådet", True),
        ("råd", False),
        ("anden", False),
        ("et", False),
        ("", False),
    ],
)
def test_which_words_have_an_ending(word: str, closed: bool) -> None:
    assert Endings(["manden", "rådet", "det"]).close(word) is closed


def test_no_ending_closes_any_word() -> None:
    assert not Endings([]).close("rådet")


@pytest.mark.parametrize(
    ("word", "bits"),
    [
        ("fristen", 1),
        ("byrådsmøde", 2),
        ("fristmøde", 1 | 2),
        ("friskole", 4),
        ("forårsmøde", 2 | 8),
        ("møde", 2),
        ("møder", 0),
        ("et", 0),
        ("", 0),
    ],
)
def test_which_bits_a_word_has_by_its_beginning_and_end(word: str, bits: int) -> None:
    affixes = Affixes([("frist*", 1), ("*møde", 2), ("fris*", 0), ("frisk*", 4), ("*årsmøde", 8)])
    assert affixes.of(word) == bits


def test_without_affixes_no_word_has_bits() -> None:
    assert Affixes([]).of("rådet") == 0


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("Det koster 400 KR.", True),
        ("krav", False),
        ("1.500 euro", True),
        ("jf. § 4", True),
        ("sag 24-118", True),
        ("Frist: 4", True),
        ("\u0130nhabil", True),
        ("Udvalget drøftede sagen.", False),
    ],
)
def test_what_is_worth_a_look(text: str, worth: bool) -> None:
    assert _worth(text) is worth
    assert (_WORTH.search(text) is not None) is worth
