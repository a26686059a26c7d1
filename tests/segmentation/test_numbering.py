from __future__ import annotations

import pytest

from decisionnlp.segmentation.lines import lines_of
from decisionnlp.segmentation.numbering import clean_title, closed_title, read_number

NUMBERED = [
    ("Punkt 4: Takster", ("punkt", "4", "Takster")),
    ("4. Takster", ("dot", "4", "Takster")),
    ("4 : Takster", ("dot", "4", "Takster")),
    ("04. Takster", ("dot", "4", "Takster")),
    ("Pkt. 44 Takster", ("punkt", "44", "Takster")),
    ("Sag nr. 129 Takster", ("sag", "129", "Takster")),
    ("Nr.164 - Takster", ("sag", "164", "Takster")),
    ("Punkt 571", ("punkt", "571", "")),
    ("Ad 3. Takster", ("ad", "3", "Takster")),
    ("3a Takster", ("bare", "3a", "Takster")),
    ("C) Takster", ("letter", "C", "Takster")),
    ("Punkt 03A Takster", ("punkt", "3A", "Takster")),
    ("BR 52/03 Takster", ("register", "BR 52/03", "Takster")),
    ("1 (Åben) Takster", ("open", "1", "Takster")),
    ("132. Takster", ("dot", "132", "Takster")),
    ("17.05 Takster", ("time", "17.05", "Takster")),
    ("Emne: Takster", ("label", "", "Takster")),
    ("12", ("alone", "12", "")),
    ("61/09 Takster", ("register", "61/09", "Takster")),
    ("7/2014: Takster", ("register", "7/2014", "Takster")),
]
NOT_NUMBERED = [
    "12. december 2018", "1. kvartal 2024", "1. viceborgmester Tove Lund", "2. behandling af budgettet", "Punkt 7 udgår og sendes tilbage", "2019. Året var godt.",
    "Godkendt.", "3. årgang deltager", "4 mio. kr.", "7.A: Nanna Vorup (Egon Pabst)", "8.B:Bodil Tang",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NUMBERED, ids=[text for text, _ in NUMBERED])
def test_styles(text: str, expected: tuple[str, str, str]) -> None:
    found = read_number(lines_of(text)[0])
    assert found is not None
    assert (found.style, found.number, found.title) == expected


@pytest.mark.parametrize("text", NOT_NUMBERED)
def test_ordinals_and_sentences(text: str) -> None:
    assert read_number(lines_of(text)[0]) is None


@pytest.mark.parametrize(
    ("title", "clean", "closed"),
    [
        ("Takster (5 min)", "Takster", False),
        ("Takster (B)", "Takster", False),
        ("Takster (Åben)", "Takster", False),
        ("Lukket: Salg af grund", "Salg af grund", True),
        ("Salg af grund (lukket)", "Salg af grund", True),
        ("FORTROLIG - Personalesag", "Personalesag", True),
        ("Velkomst (kl. 11.45-11.50)", "Velkomst", False),
        ("Trafik (v/Mads – 15 min.)", "Trafik", False),
        ("Evt.", "Evt.", False),
        ("Godkendelse af dagsorden.", "Godkendelse af dagsorden", False),
        ("Takster/ 3 min.           Slut kl. 18.03", "Takster", False),
        ("Takster /(O), (D) / 5 min / NV+EP   Slut kl. 18.10", "Takster", False),
        ("Budget for miner 2020/21 til AB/VA", "Budget for miner 2020/21 til AB/VA", False),
        ("Takster Side 4", "Takster", False),
        ("Orientering J. nr", "Orientering", False),
        ("Svar til § 17, stk. 4-udvalget", "Svar til § 17, stk. 4-udvalget", False),
    ],
)
def test_titles(title: str, clean: str, closed: bool) -> None:
    assert clean_title(title) == clean
    assert closed_title(title) is closed
