"""CPR numbers, telephone numbers, e-mail addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisionnlp.privacy.numbers import find_cpr, find_emails, find_phones

# 070761-4285 is the example of a number that satisfies modulus 11 in many textbooks: 4·0+3·7+2·0+7·7+6·6+5·1+4·4+3·2+2·8+5 = 154 = 14·11.
CPR = [
    ("Sagen vedrører 010190-1234.", ["010190-1234"]),
    ("født 010190 1234", ["010190 1234"]),
    ("cpr.nr. 0101901234", ["0101901234"]),
    ("nr. 0707614285 i listen", ["0707614285"]),
    ("nr. 0707614286 i listen", []),  # the check digit does not fit
    ("310290-1234", []),  # 31 February
    ("konto 5432-0101901234", []),
    ("sag 2010190-12345", []),
    ("beløb 010190-1234,50", []),
]
PHONES = [
    ("Ring på tlf. 21 43 65 87.", ["21 43 65 87"]),
    ("21 43 65 87", ["21 43 65 87"]),
    ("+45 21436587", ["+45 21436587"]),
    ("mobil: 21436587", ["21436587"]),
    ("nr. 21436587", []),
    ("CVR 21 43 65 87", []),
    ("20 30 40 50 60 70", []),
    ("11 22 33 44", []),  # no Danish number begins with 1
    ("2143 6587 kr.", []),
    ("2.143.658,70 kr.", []),
]


@pytest.mark.parametrize(("text", "expected"), CPR)
def test_cpr(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in find_cpr(text)] == expected


@pytest.mark.parametrize(("text", "expected"), PHONES)
def test_phones(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in find_phones(text)] == expected


def test_emails_of_persons_but_not_of_units() -> None:
    text = "Skriv til mette.holm@hovby.example eller post@hovby.example."
    assert [text[span.start : span.end] for span in find_emails(text)] == ["mette.holm@hovby.example"]


@given(st.text(alphabet="0123456789 -+.@acprtlf\n", max_size=200))
def test_any_text_is_read(text: str) -> None:
    for spans in (find_cpr(text), find_phones(text), find_emails(text)):
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
