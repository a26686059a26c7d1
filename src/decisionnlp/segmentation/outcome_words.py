"""Lines that give a body's answer, known by their first words: one set of words for all who look for them."""

from __future__ import annotations

import re

from decisionnlp import lexicons

ANSWERS = lexicons.alternatives("outcome_words", "answers")
# The same with a capital, as they begin a sentence in the middle of a line.
CAPITAL_ANSWERS = "|".join(entry[0].upper() + entry[1:] for entry in ANSWERS.split("|"))

_BEGINS = re.compile(rf"(?:{ANSWERS})\b", re.IGNORECASE)
_SHORT = 70  # characters
# Whole answers of a word or two.
_WHOLE = re.compile(
    rf"(?:{ANSWERS}|intet nyt|intet at .{{3,20}}|ingen bemærkninger|(?:tages |taget )?til (?:efterretning|orientering))\.?$",
    re.IGNORECASE,
)


def begins_answer(text: str) -> bool:
    """Whether a line begins as an answer does (``Godkendt med den ændring, at …``)."""
    return _BEGINS.match(text) is not None


def short_answer(text: str) -> bool:
    """Whether a line of at most 70 characters begins as an answer does."""
    return len(text) <= _SHORT and begins_answer(text)


def whole_answer(text: str) -> bool:
    """Whether a line is nothing but an answer of a word or two (``Til efterretning.``)."""
    return _WHOLE.match(text) is not None
