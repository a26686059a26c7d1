"""Points numbered with their group (``2a``, ``2b``) inside pages printed as one paragraph, groups that are no items, and other letters."""

from __future__ import annotations

import pytest

from decisionnlp.document import Source
from decisionnlp.segmentation import segment
from decisionnlp.segmentation.lettered_points import letter_follows
from tests.segmentation.found import numbered_titles

VIEWER = "Referat\n\nStørrelse: px\nStarte visningen fra side:\n\nTranskript\n\n"
PAGES = VIEWER + (
    "1 Boligforeningen Havblik Referat af møde Mødedato: 5. februar 2014 Til stede: Bo Krag, Ida Lund Afbud: Egon Pabst\n\n"
    "2 1. Protokoller 1a Referat fra januar Sagsfremstilling Referatet er sendt ud. Indstilling Det indstilles, at referatet godkendes. "
    "Beslutning Godkendt. 1b Revisionsprotokol Sagsfremstilling Intet nyt. Beslutning Taget til efterretning. "
    "2. Indstillingssager 2a Mødeplan Sagsfremstilling Planen gælder 2014, se punkt 4b. Beslutning Vedtaget. 2b (lukket punkt) "
    "2c Ny bom Sagsfremstilling Bommen ved Havvej 2b Hovedporten er slidt. Beslutning Bevilget. 2d Legeplads Sagsfremstilling Gyngen er brudt. Beslutning Udsat.\n\n"
    "3 3. Orienteringssager 3a Nye regler Sagsfremstilling Loven er ændret. Beslutning Orienteringen blev givet. "
    "4. Eventuelt Beslutning Intet.\n"
)


def test_letters_count_on_inside_a_page() -> None:
    assert numbered_titles(PAGES) == [
        ("1a", "Referat fra januar"),
        ("1b", "Revisionsprotokol"),
        ("2a", "Mødeplan"),
        ("2b", "lukket punkt"),
        ("2c", "Ny bom"),
        ("2d", "Legeplads"),
        ("3a", "Nye regler"),
        ("4", "Eventuelt"),
    ]


def test_a_group_belongs_to_the_point_below() -> None:
    (meeting,) = segment(Source(PAGES)).meetings
    assert PAGES[meeting.items[2].start : meeting.items[2].end].startswith("2. Indstillingssager 2a Mødeplan")
    assert meeting.items[3].closed


@pytest.mark.parametrize("title", ["Siden sidst", "Indkomne punkter"])
def test_a_point_with_sub_points_stays_an_item(title: str) -> None:
    text = (
        "Referat af møde den 5. februar 2014\n\n1. Dagsorden\n\nGodkendt.\n\n"
        f"2. {title}\n\n2a. Lækage i arkivet\n\nDer stod vand på gulvet.\nBo Krag ringer til smeden.\n\n3. Eventuelt\n\nIntet.\n"
    )
    assert ("2", title) in numbered_titles(text)


def test_addresses_and_references_open_nothing() -> None:
    page = VIEWER + (
        "1 Referat af møde i Vejlauget den 5. februar 2014 1. Dagsorden Beslutning Godkendt. "
        "2. Sti Sagsfremstilling Stien ved Lyngvej 1a Bo Krag og Lyngvej 1b Ida Lund samt nr. 2a Egon Pabst er smal, jf. punkt 2b Hegn. "
        "Beslutning Stien gøres bredere. 3. Eventuelt Beslutning Intet.\n"
    )
    assert [number for number, _ in numbered_titles(page)] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("one", "other", "follows"),
    [
        ("2a", "2b", True),
        ("2a", "2c", False),
        ("2a", "3b", False),
        ("2", "2a", False),
        (None, "2a", False),
        ("2b", "2a", False),
    ],
)
def test_letters_that_follow(one: str | None, other: str | None, follows: bool) -> None:
    assert letter_follows(one, other) is follows
