"""Absentees that a page prints under every point, with the outcome behind them on the same line."""

from __future__ import annotations

import pytest

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

TOP = "Referat\n\nStørrelse: px\nStarte visningen fra side:\n\nTranskript\n\n1 Referat fra mødet i Kulturudvalget den 27. august 2008 "


def _outcomes(text: str) -> list[str]:
    (meeting,) = segment(Source(text)).meetings
    return [
        " ".join(
            text[zone.start : zone.end].strip()
            for zone in item.zones
            if zone.zone.value == "outcome" and text[zone.start : zone.end].strip() != "Beslutning i møde den :"
        )
        for item in meeting.items
    ]


@pytest.mark.parametrize(
    "names", ["Afbud: Mona Bak", "Fraværende: Mona Bak (A), Bo Lind", "Afbud fra: Mona Bak og Bo Lind"]
)
def test_the_outcome_behind_the_same_absentees(names: str) -> None:
    told = ["Drøftet.", "Der peges på forslag 1.", "Else Toft var inhabil. Legatet deles.", "Udsat."]
    points = " ".join(
        f"{number}. {title} J.nr.: A14 Sagsfremstilling: Sagen er sendt til medlemmerne, og forvaltningen har regnet på den. Beslutning i møde den : {names} {text}"
        for number, (title, text) in enumerate(zip(["Havnen", "Broen", "Legatet", "Hegnet"], told, strict=True), 1)
    )
    assert [
        outcome.removeprefix("Beslutning i møde den :").strip() for outcome in _outcomes(TOP + points + "\n")
    ] == told


def test_other_names_under_every_point_are_names() -> None:
    text = (
        "Referat af møde den 27. august 2008\n\n1. Havnen\nBeslutning:\nGodkendt.\nAfbud: Mona Bak Lund\n\n2. Broen\nBeslutning:\nUdsat.\n"
        "Afbud: Bo Lind\n\n3. Hegnet\nBeslutning:\nAfvist.\nAfbud: Else Toft\n"
    )
    assert [outcome.split("\n")[-1] for outcome in _outcomes(text)] == ["Godkendt.", "Udsat.", "Afvist."]
