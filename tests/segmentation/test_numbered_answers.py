"""Outcomes that answer their point by its number, and what only looks like it; groups of points between two of them."""

from __future__ import annotations

import pytest

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

HEAD = "Referat af møde i Kommunalbestyrelsen den 28. november 2005\n\n"
ANSWERED = HEAD + (
    "1. Meddelelser\nBrevet er omdelt.\n{0} 1: Der var ingen bemærkninger.\n\n2. Ny vedtægt\nVedtægten gælder fra nytår.\n{0} 2: Vedtaget.\n\n"
    "3. Gymnastiksal\nDer søges 2,4 mio. kr.\n{0} 3:\nBevilget.\n\n4. Vejadgang\nVejen er smal.\n{0} 4: Udsat.\n"
)


def _outcomes(text: str) -> list[tuple[str | None, list[str]]]:
    (meeting,) = segment(Source(text)).meetings
    return [
        (item.number, [text[zone.start : zone.end].strip() for zone in item.zones if zone.zone.value == "outcome"])
        for item in meeting.items
    ]


@pytest.mark.parametrize("mark", ["Punkt", "Ad", "Pkt."])
def test_a_point_is_answered_by_its_number(mark: str) -> None:
    assert _outcomes(ANSWERED.format(mark)) == [
        ("1", [f"{mark} 1: Der var ingen bemærkninger."]),
        ("2", [f"{mark} 2: Vedtaget."]),
        ("3", [f"{mark} 3:\nBevilget."]),
        ("4", [f"{mark} 4: Udsat."]),
    ]


def test_answers_to_the_proposals_of_one_point_are_no_headings() -> None:
    text = HEAD + (
        "1. Takster\nIndstilling:\n1. at taksten stiger,\n2. at fristen er den 1. maj,\n3. at brevet sendes.\nBeslutning:\nAd 1: Godkendt.\nAd 2: Udsat.\nAd 3: Godkendt.\n\n"
        "2. Eventuelt\nBeslutning:\nIntet.\n"
    )
    assert _outcomes(text) == [
        ("1", ["Beslutning:\nAd 1: Godkendt.\nAd 2: Udsat.\nAd 3: Godkendt."]),
        ("2", ["Beslutning:\nIntet."]),
    ]


def test_a_word_before_the_number_may_open_the_points() -> None:
    text = HEAD + (
        "Punkt 1: Takster\nBeslutning:\nGodkendt.\n\nPunkt 2: Haven\nBeslutning:\nUdsat.\n\nPunkt 3: Eventuelt\nBeslutning:\nIntet.\n"
    )
    assert [number for number, _ in _outcomes(text)] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "group",
    ["ØKONOMIUDVALGET", "BØRNE- OG SKOLEUDVALGET", "UDVALGET FOR KULTUR, BY OG LAND", "Sager fra Socialudvalget"],
)
def test_a_group_of_points_belongs_to_the_point_below(group: str) -> None:
    text = (
        HEAD
        + f"1. Takster\nBeslutning:\nGodkendt.\n\n{group}\n\n2. Haven\nBeslutning:\nUdsat.\n\n3. Eventuelt\nBeslutning:\nIntet.\n"
    )
    (meeting,) = segment(Source(text)).meetings
    assert text[meeting.items[1].start : meeting.items[1].end].startswith(group)
    assert _outcomes(text)[0] == ("1", ["Beslutning:\nGodkendt."])


def test_a_group_of_points_at_the_end_of_a_page() -> None:
    page = (
        "1 Møde i Kommunalbestyrelsen mandag den 28. november 2005 1. Meddelelser Punkt 1: Der var ingen. ØKONOMIUDVALGET 2. Vedtægt for broen "
        "Resumé Broen er slidt. Punkt 2: Vedtaget. BØRNE- OG SKOLEUDVALGET 3. Gymnastiksal Resumé Salen er slidt. Punkt 3: Bevilget.\n\n"
        "2 4. Vejadgang Resumé Vejen er smal. Punkt 4: Udsat. Mødet sluttede kl. 21.10\n"
    )
    text = f"Referat\n\nStørrelse: px\nStarte visningen fra side:\n\nTranskript\n\n{page}"
    assert [(number, outcome[0]) for number, outcome in _outcomes(text)] == [
        ("1", "Punkt 1: Der var ingen."),
        ("2", "Punkt 2: Vedtaget."),
        ("3", "Punkt 3: Bevilget."),
        ("4", "Punkt 4: Udsat."),
    ]


@pytest.mark.parametrize("title", ["NYT FRA BESTYRELSEN", "VALG TIL BESTYRELSEN"])
def test_a_title_in_capitals_about_a_body_is_no_group(title: str) -> None:
    text = (
        HEAD
        + f"1. Takster\nBeslutning:\nGodkendt.\n\n{title}\n\n2. Haven\nBeslutning:\nUdsat.\n\n3. Eventuelt\nBeslutning:\nIntet.\n"
    )
    (meeting,) = segment(Source(text)).meetings
    assert not text[meeting.items[-2].start :].startswith(title)
