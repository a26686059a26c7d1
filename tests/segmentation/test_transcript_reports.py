"""Pages of a viewer whose outcomes stand under ``Referat:`` in the midst of a line, with groups of points and marks of secrecy."""

from __future__ import annotations

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

VIEWER = 'Referat\n\nStørrelse: px\nStarte visningen fra side:\n\nDownload "Referat"\n\nTranskript\n\n'
LISTED = "1. Godkendelse af dagsorden Beslutningspunkter: 2. Lån til tanken Vand A/S 3. Gebyr for kroen Orienteringspunkter: Anlæg 4. Prøver fra brønden Øvrige punkter 5. Eventuelt"
PAGE = VIEWER + (
    "1 Referat af møde i Vandværket den 5. marts 2015 Dato: 5. marts 2015 Dagsorden {0}\n\n"
    "2 1. Godkendelse af dagsorden Referat: Godkendt. Broen ventes færdig i uge 24. Taget til efterretning. Beslutningspunkter: "
    "2. Lån til tanken Vand A/S Indstilling: Direktionen indstiller, at lånet optages. Referat: Lånet blev godkendt. Direktøren skriver til banken. "
    "3. Gebyr for kroen {1}Indstilling: Direktionen indstiller, at gebyret frafaldes. Referat: Afvist. "
    "Orienteringspunkter: Anlæg 4. Prøver fra brønden Referat: Taget til efterretning. Øvrige punkter 5. Eventuelt Referat: Intet.\n"
)


def _items(text: str) -> list[tuple[str | None, str, str, str]]:
    (meeting,) = segment(Source(text)).meetings
    return [
        (
            item.number,
            item.title,
            text[item.start : item.start + 12],
            " ".join(text[zone.start : zone.end].strip() for zone in item.zones if zone.zone.value == "outcome"),
        )
        for item in meeting.items
    ]


def test_outcomes_groups_and_secrecy() -> None:
    text = PAGE.format(LISTED, "Tavshedspligt ikke fraveget ")
    assert _items(text) == [
        (
            "1",
            "Godkendelse af dagsorden",
            "1. Godkendel",
            "Referat: Godkendt. Broen ventes færdig i uge 24. Taget til efterretning.",
        ),
        (
            "2",
            "Lån til tanken Vand A/S",
            "Beslutningsp",
            "Referat: Lånet blev godkendt. Direktøren skriver til banken.",
        ),
        ("3", "Gebyr for kroen", "3. Gebyr for", "Referat: Afvist."),
        ("4", "Prøver fra brønden", "Orienterings", "Referat: Taget til efterretning."),
        ("5", "Eventuelt", "Øvrige punkt", "Referat: Intet."),
    ]


def test_a_report_named_in_a_sentence_is_no_heading() -> None:
    text = VIEWER + (
        "1 Referat af møde i Vandværket den 5. marts 2015\n\n"
        "2 1. Meddelelser Sagsfremstilling: Der er kommet tre papirer. Referat: Fra generalforsamlingen. Kort over brønden. "
        "Beslutning: Taget til efterretning. 2. Takster Sagsfremstilling: Taksten er uændret. Beslutning: Godkendt. 3. Eventuelt Beslutning: Intet.\n"
    )
    (meeting,) = segment(Source(text)).meetings
    outcome = [zone for zone in meeting.items[0].zones if zone.zone.value == "outcome"]
    assert text[outcome[0].start : outcome[0].end].strip() == "Beslutning: Taget til efterretning."


def test_secrecy_inside_a_title_stays() -> None:
    text = "Referat af møde den 5. marts 2015\n\n1. Tavshedspligt ikke fraveget for nye medlemmer\nReferat: Drøftet.\n\n2. Eventuelt\nReferat: Intet.\n"
    assert [item[1] for item in _items(text)] == ["Tavshedspligt ikke fraveget for nye medlemmer", "Eventuelt"]
