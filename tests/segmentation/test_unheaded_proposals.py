"""Zones of points that print a proposal without a heading, then facts, then what the body did."""

from __future__ import annotations

import pytest

from decisionnlp import lexicons
from decisionnlp.document import Source, ZoneKind
from decisionnlp.segmentation import segment
from decisionnlp.segmentation.titles import proposes

CASE, OUTCOME, PROPOSAL = ZoneKind.CASE, ZoneKind.OUTCOME, ZoneKind.PROPOSAL
HEAD = "Referat af rådmandsmøde den 14. juni 2023\n\n1. Dagsorden\nGodkendt.\n\n2. Leje af værft\n"
LEAD = "Forvaltningen indstiller, at lejeaftalen tiltrædes.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lejen er 2 mio. kr. årligt.\nRådmanden tiltrådte.\n", [PROPOSAL, CASE, OUTCOME]),
        ("Lejen er 2 mio. kr. årligt. Kontrakten løber i ti år.\nDet gjorde rådmanden.\n", [PROPOSAL, CASE, OUTCOME]),
        ("Tre af fire brugere er glade for stedet.\nBegge dele godkendt.\n", [PROPOSAL, CASE, OUTCOME]),
        ("Ib efterlyste en plan for rengøringen.\nGodkendt.\n", [PROPOSAL, OUTCOME]),
        ("Taget skal være tæt.\nEjendomme går i gang i denne uge.\n", [PROPOSAL, OUTCOME]),
        ("Godkendt.\n", [PROPOSAL, OUTCOME]),
    ],
)
def test_facts_below_an_unheaded_proposal(text: str, expected: list[ZoneKind]) -> None:
    (meeting,) = segment(Source(HEAD + LEAD + text, "referat.txt")).meetings
    assert [zone.zone for zone in meeting.items[1].zones] == [ZoneKind.AGENDA, *expected]


@pytest.mark.parametrize("example", lexicons.load("zone_cues")["proposal"].values())
def test_the_cheap_look_passes_every_cue_of_a_proposal(example: str) -> None:
    assert proposes(example)
