"""Which lines give a body's answer by their first words."""

from __future__ import annotations

import pytest

from decisionnlp.segmentation.outcome_words import begins_answer, short_answer, whole_answer

LONG = "Godkendt med den ændring, at taksterne først forhøjes fra skoleårets begyndelse."  # 80 characters

ROWS = [  # line, begins, short, whole
    ("Godkendt.", True, True, True),
    ("TAGET TIL EFTERRETNING", True, True, True),
    ("Tages til efterretning.", True, True, True),
    ("Godkendes.", True, True, True),
    ("Til orientering", False, False, True),  # a title as often as an answer
    ("Intet at bemærke.", True, True, True),
    ("Udsættes til mødet i maj.", True, True, False),
    (LONG, True, False, False),
    ("Godkendelse af dagsorden", False, False, False),
    ("Okkerbrud ved Vejlby Å", False, False, False),
    ("Taksterne er godkendt.", False, False, False),
    ("", False, False, False),
]


@pytest.mark.parametrize(("line", "begins", "short", "whole"), ROWS)
def test_answers_by_their_first_words(line: str, begins: bool, short: bool, whole: bool) -> None:
    assert (begins_answer(line), short_answer(line), whole_answer(line)) == (begins, short, whole)
