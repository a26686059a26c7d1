"""Headings of a body and a day that lost the day."""

from __future__ import annotations

import pytest

from tests.segmentation.found import outcomes

TOP = "Referat\n\nStørrelse: px\nStarte visningen fra side:\n\nTranskript\n\n"


@pytest.mark.parametrize("body", ["Udvalget for Havn og Fritid", "Havne- og Fritidsudvalget", "Havneudvalget"])
def test_a_body_that_recurs_with_its_day_lost(body: str) -> None:
    text = TOP + (
        f"1 Referat {body} Mødedato: 13. september 2011 1. Nøgler Sagsfremstilling Der er udleveret 340 nøgler. {body} den Godkendt. "
        f"2. Broen Sagsfremstilling Broen er skæv. {body} den Udsat til næste møde. 3. Hegnet Sagsfremstilling Naboen klager. {body} den Afvist.\n\n"
        f"2 4. Skuret Sagsfremstilling Taget er utæt. {body} den Godkendt.\n"
    )
    assert outcomes(text) == [
        [f"{body} den Godkendt."],
        [f"{body} den Udsat til næste møde."],
        [f"{body} den Afvist."],
        [f"{body} den Godkendt."],
    ]


def test_a_body_that_gives_something_once_is_no_heading() -> None:
    text = TOP + (
        "1 Referat Mødedato: 13. september 2011 1. Nøgler Sagsfremstilling I maj gav Kulturudvalget den Gyldne Nøgle til klubben. Beslutning Godkendt. "
        "2. Broen Sagsfremstilling Broen er skæv. Beslutning Udsat. 3. Hegnet Sagsfremstilling Naboen klager. Beslutning Afvist.\n"
    )
    assert outcomes(text) == [["Beslutning Godkendt."], ["Beslutning Udsat."], ["Beslutning Afvist."]]
