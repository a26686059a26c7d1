"""A page printed as one paragraph: the hour of the meeting opens no item, and ``At`` behind a title begins what is proposed."""

from __future__ import annotations

import pytest

from tests.segmentation.found import numbered_titles

PAGE = (
    "Referat\n\nStørrelse: px\nStarte visningen fra side:\n\nTranskript\n\n"
    "1 Foreningen Havblik Bestyrelsesmøde {front} 1. Godkendelse af dagsorden Bestyrelsen godkendte dagsordenen. "
    "2. Valg til messen At bestyrelsen udpeger to medlemmer. Udsat til maj. 3. Ny bom Bommen er købt og sættes op i uge 20. "
    "4. Eventuelt Intet. 1\n"
)


@pytest.mark.parametrize(
    "front",
    [
        "TID: onsdag den 19. maj 2010, kl. 16. STED: Hallen i Lynge Afbud: Bo Krag Dagsorden:",
        "Onsdag den 19. maj 2010 kl. 19. Hallen i Lynge Til stede: Bo Krag og Ida Lund",
        "Onsdag den 19. maj 2010 Kl 9. Mødested: Hallen Afbud: Bo Krag",
    ],
)
def test_the_hour_opens_no_item(front: str) -> None:
    assert [number for number, _ in numbered_titles(PAGE.format(front=front))] == ["1", "2", "3", "4"]


def test_an_hour_that_lost_its_digits_hides_no_item() -> None:
    titles = numbered_titles(PAGE.format(front="Onsdag den 19. maj 2010 kl."))
    assert titles[0] == ("1", "Godkendelse af dagsorden")


def test_what_is_proposed_ends_the_title() -> None:
    assert numbered_titles(PAGE.format(front="Onsdag den 19. maj 2010"))[1] == ("2", "Valg til messen")


def test_at_inside_a_name_ends_no_title() -> None:
    text = "Referat af møde den 5. maj 2021\n\n1. Dagsorden\n\nGodkendt.\n\n2. Filmen At Blive Til\n\nVises i maj.\n\n3. Eventuelt\n\nIntet.\n"
    assert [title for _, title in numbered_titles(text)] == ["Dagsorden", "Filmen At Blive Til", "Eventuelt"]
