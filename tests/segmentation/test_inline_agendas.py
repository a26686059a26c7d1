"""Points that tell what was said, below an agenda printed on one line; a point taken in behind another; titles that hold ``kr``."""

from __future__ import annotations

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

VIEWER = 'Referat\n\nStørrelse: px\n\nDownload "Referat"\n\nTranskript\n\n'
AGENDA = "Dagsorden: 1. Referat fra 2. marts 2. Stien ved åen 3. Redekasser 4. Evt. "
TOLD = (
    "Ad. 1) Godkendt uden bemærkninger. Ad. 2) Stien er slået. Nanna lægger spangen ud. Ad. 3) Ugleforeningen søger 4.000 kr. til kasser. "
    "Rådet har ingen penge. Ad. 3a) Bodil viste billeder af krager. Punktet tages op igen på næste møde. Ad. 4) Mødet i maj blev lagt den 21. Egon så en ørn.\n"
)
HEAD = (
    VIEWER
    + "1 Referat af Det Grønne Råds møde tirsdag d. 18. maj 2010 Til stede: Nanna Vorup, Egon Krag og Bodil Vang "
)


def _items(text: str) -> list[tuple[str | None, str, list[str]]]:
    (meeting,) = segment(Source(text)).meetings
    return [(item.number, item.title, [zone.zone.value for zone in item.zones]) for item in meeting.items]


def test_titles_of_an_agenda_on_one_line() -> None:
    assert _items(HEAD + AGENDA + TOLD) == [
        ("1", "Referat fra 2. marts", ["outcome"]),
        ("2", "Stien ved åen", ["outcome"]),
        ("3", "Redekasser", ["outcome"]),
        ("3a", "", ["outcome"]),
        ("4", "Evt.", ["outcome"]),
    ]


def test_titles_printed_once_more_are_read_there() -> None:
    again = "Ad. 1) Referat fra 2. marts\nGodkendt.\n\nAd. 2) Stien ved åen\nDen er slået.\n\nAd. 3) Redekasser\nUdsat.\n\nAd. 4) Evt.\nIntet.\n"
    found = _items("Referat af rådets møde den 18. maj 2010\n\n" + AGENDA.strip() + "\n\n" + again)
    assert found[:2] == [
        ("1", "Referat fra 2. marts", ["agenda", "outcome"]),
        ("2", "Stien ved åen", ["agenda", "outcome"]),
    ]


def test_a_letter_behind_another_number_opens_nothing() -> None:
    text = HEAD + AGENDA + TOLD.replace("Ad. 3a) Bodil", "Ad. 8a) Bodil")
    assert [number for number, _, _ in _items(text)] == ["1", "2", "3", "4"]


def test_kr_inside_a_title_is_no_amount() -> None:
    text = "Møde i Havnerådet den 8. april 2024\n\nReferat\n\n1Takster for kajen\n\nBeslutning\n\nGodkendt\n\n2Studietur\n\nBeslutning\n\nUdsat.\n\n3Underskriftsark\n\nBeslutning\n\n.\n"
    assert [(number, title) for number, title, _ in _items(text)] == [
        ("1", "Takster for kajen"),
        ("2", "Studietur"),
        ("3", "Underskriftsark"),
    ]


def test_an_amount_on_a_line_of_its_own_is_no_point() -> None:
    text = "Møde i Havnerådet den 8. april 2024\n\n1 Takster for kajen\nBeslutning\n\n2 Mio. kr. til kajen.\n\n2 Eventuelt\nBeslutning\nIntet.\n"
    assert [number for number, _, _ in _items(text)] == ["1", "2"]
