"""What stands between a title and its text: who decides, the grid of who treats the case, the case number with its mark."""

from __future__ import annotations

import pytest

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

HEAD = "Referat\n\nKulturudvalget\n\n09-10-2019\n\n"
ROUTE = "Behandles i\n\nDato\n\nÅbent punkt\n\nLukket punkt\n\nKulturudvalget\n\n09-10-2019\n\n{}\n\n"


def _zones(text: str) -> list[list[tuple[str, str]]]:
    (meeting,) = segment(Source(text)).meetings
    return [
        [(zone.zone.value, text[zone.start : zone.end].strip().split("\n")[0]) for zone in item.zones]
        for item in meeting.items
    ]


@pytest.mark.parametrize(
    ("block", "case"),
    [
        (ROUTE, "Broen er skæv."),
        ("Beslutningskompetence: KB\n\n", "Broen er skæv."),
        ("Kompetence: Kulturudvalget\n\n", "Broen er skæv."),
    ],
)
def test_the_block_under_a_title(block: str, case: str) -> None:
    points = [
        f"{number} {title}\n\n{block.format(number)}{case}\n\nIndstilling\n\nDirektøren indstiller, at {rest}.\n\nBeslutning\n\nGodkendt.\n\n"
        for number, title, rest in [
            (1, "Broen ved havnen", "den rettes op"),
            (2, "Lys på stien", "det tændes"),
            (3, "Nye bænke", "de købes"),
        ]
    ]
    for number, zones in enumerate(_zones(HEAD + "".join(points)), 1):
        assert zones[0][1].startswith(f"{number} ")
        assert [kind for kind, _ in zones if kind != "agenda"] == ["case", "proposal", "outcome"]
        assert ("case", case) in zones


def test_text_behind_the_mark_of_a_case() -> None:
    points = ["Kassereren har gjort regnskabet op.", "Broen er skæv.", "Naboen klager.", "Taget er utæt."]
    pages = " ".join(
        f"{number}. {title} J.nr.:. Sags-id: Initialer: NV Åben sag {case} Teknisk Forvaltning har set på sagen og regnet på, hvad den koster i år og i "
        "de næste tre år, og tallene er sendt til gruppernes formænd i sidste uge. Byrådet den 16. maj 2001: Godkendt."
        for number, (title, case) in enumerate(zip(["Regnskab", "Broen", "Hegnet", "Skuret"], points, strict=True), 1)
    )
    text = f"Referat\n\nStørrelse: px\nStarte visningen fra side:\n\nTranskript\n\n1 Referat af Byrådets møde den 16. maj 2001 {pages}\n"
    assert [
        next(line for kind, line in zones if kind == "case").split(" Teknisk")[0] for zones in _zones(text)
    ] == points
