"""Does the source say it? Values are compared, not spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisionnlp.document import Source
from decisionnlp.summarization.abstractive.evidence import Aligner
from decisionnlp.summarization.abstractive.faithfulness import facts_of, missing_from
from decisionnlp.summarization.structure import read_papers
from tests.summarization.papers import NOTE


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("Planen koster 1.300.000 kr.", "Planen koster 1,3 mio. kr. i alt."),
        ("Planen koster 1,3 mio. kr.", "Planen koster 1.300.000 kr. i alt."),
        ("Andelen er 12 procent.", "Andelen er 12 %."),
        ("Andelen er 12 pct.", "Andelen er faldet til 12 procent."),
        ("Mødet er 24. marts 2021.", "Mødet holdes den 24/3-2021 på rådhuset."),
        ("Mødet er den 24. marts.", "Mødet holdes den 24. marts 2021."),
        ("Arbejdet sker i marts 2021.", "Arbejdet sker fra marts 2021."),
        ("Der er fire pladser.", "Der er 4 pladser."),
        ("Der er 1164 forløb.", "Der har været 1.164 forløb."),
        ("Nanna Vorup leder arbejdet.", "Arbejdet ledes af Nanna Vorup fra staben."),
        ("Vorups plan følges.", "Planen fra Vorup følges."),
        ("Forvaltningen undersøger sagen.", "Sagen undersøges af forvaltningen."),
        ("MSB følger op i 2024.", "I 2024 følger MSB op på planen."),
        ("Taksten ændres ikke.", "Taksten ændres ikke i år."),
        # A line break in the evidence changes nothing.
        ("Kulturudvalget får 2 mio. kr.", "Kulturud-\nvalget får 2\nmio. kr."),
    ],
)
def test_told(sentence: str, evidence: str) -> None:
    assert missing_from(sentence, evidence) == ()


@pytest.mark.parametrize(
    ("sentence", "evidence", "problem"),
    [
        ("Planen koster 1,4 mio. kr.", "Planen koster 1,3 mio. kr.", "beløb 1 400 000 DKK"),
        ("Planen koster 13.000 kr.", "Planen koster 1,3 mio. kr.", "beløb 13 000 DKK"),
        ("Planen koster 3 mio. euro.", "Planen koster 3 mio. kr.", "beløb 3 000 000 EUR"),
        ("Mødet er den 25. marts.", "Mødet er den 24. marts 2021.", "dato 25. marts"),
        ("Mødet er i april.", "Mødet er i marts.", "dato april"),
        ("Mødet er den 24. marts 2022.", "Mødet er den 24. marts 2021.", "dato 24. marts 2022"),
        ("Der er fem pladser.", "Der er fire pladser.", "tal 5"),
        ("Der er 12 dage.", "Der er 12 uger.", "enhed 12 dage"),
        ("Sagen ledes af Egon Pabst.", "Sagen ledes af Nanna Vorup.", "navn egon"),
        ("Sagen undersøges af direktionen.", "Sagen undersøges af forvaltningen.", "navn direktionen"),
        ("Arbejdet ligger hos MBA.", "Arbejdet ligger hos MSB.", "navn mba"),
        ("Taksten hæves ikke.", "Taksten hæves i maj.", "benægtelse"),
    ],
)
def test_not_told(sentence: str, evidence: str, problem: str) -> None:
    assert problem in missing_from(sentence, evidence)


@given(st.text(max_size=200))
def test_a_text_bears_itself_out(text: str) -> None:
    assert missing_from(text, text) == ()


@given(st.integers(1, 99_999), st.integers(1, 99_999))
def test_another_number_is_seen(number: int, other: int) -> None:
    problems = missing_from(f"Der er {number} sager.", f"Der er {other} sager i alt.")
    assert bool(problems) == (number != other)


def test_facts() -> None:
    facts = facts_of("Den 3. maj 2024 betaler Vorup Kommune 2,5 mio. kr. for 12 pladser og 4 pct. ikke.")
    assert facts.amounts == {(2_500_000.0, "DKK")}
    assert facts.dates == {(3, 5, 2024)}
    assert facts.measures == {(12.0, "pladser"), (4.0, "pct")}
    assert {"vorup", "kommune"} <= facts.names
    assert facts.denies


def test_alignment() -> None:
    candidates = read_papers(Source(text=NOTE))[0][0].candidates
    aligner = Aligner(candidates)
    one = aligner.align("Badeanstalten skal renoveres for 18,5 mio. kr. efter forvaltningens forslag.")
    assert one is not None and one.first == one.last
    assert "18,5" in candidates[one.first].text
    two = aligner.align("Renoveringen for 18,5 mio. kr. i 2025 finansieres af anlægspuljen og et lån på 6,5 mio. kr.")
    assert two is not None and (two.first, two.last) == (one.first, one.first + 1)
    assert aligner.align("Xyzzy plugh frobnicates.") is None
    assert aligner.align("") is None
