"""``Godkendelse af referat …`` without a number above the first numbered point, with its answer set apart below it."""

from __future__ import annotations

import pytest

from tests.segmentation.found import numbered_titles

POINTS = "1. Ny bom\nBommen sættes op i uge 20.\n\n2. Haven\nBo Krag klipper hækken.\n\n3. Evt.\nIntet.\n"


@pytest.mark.parametrize(
    "title",
    [
        "Godkendelse og opfølgning på referater fra møderne 2019.12.02 og 2020.01.07",
        "Godkendelse af seneste referat fra mødet i maj",
    ],
)
def test_the_point_above_the_first_number(title: str) -> None:
    text = f"Ref. bestyrelsesmøde den 20. januar 2020\n\n{title}\n\nBegge godkendt uden rettelser\nIda Lund sender dem rundt.\n{POINTS}"
    assert numbered_titles(text) == [(None, title), ("1", "Ny bom"), ("2", "Haven"), ("3", "Evt.")]


@pytest.mark.parametrize(
    "above",
    [
        "Dagsorden:\n\nGodkendelse af referat fra mødet i maj\n\nNy bom\n\nHaven\n\nEvt.\n\n",
        "Godkendelse af referatet sker skriftligt inden mødet.\n\nReferatet blev godkendt den 3. februar.\n\n",
    ],
)
def test_an_agenda_or_a_sentence_is_no_point(above: str) -> None:
    text = f"Ref. bestyrelsesmøde den 20. januar 2020\n\n{above}{POINTS}"
    assert numbered_titles(text) == [("1", "Ny bom"), ("2", "Haven"), ("3", "Evt.")]
