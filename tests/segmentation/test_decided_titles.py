"""Titles without a number above what the body did, under a heading that names the document, with titles below that nothing follows."""

from __future__ import annotations

import pytest

from decisionnlp.document import Source
from decisionnlp.segmentation import segment
from tests.segmentation.found import titles

HEAD = "13. oktober\n\nBeslutninger fra Øens Råds møde 13. oktober 2016\n\n"
CONTACT = "Flere oplysninger fås hos {0} på telefon 51 20 30\n\n"
BODY = (
    "Forsøg med flydende bro\nØrådet besluttede, at broen lægges ud.\n\n"
    + CONTACT.format("Nanna Vorup")
    + "Rådets regler for mærkning af garn og ruser.\nØrådet besluttede, at reglerne godkendes\n\n"
    + CONTACT.format("Nanna Vorup")
    + "Udsættelse af frist for Havnen A/S til at søge om tilladelse\nØrådet besluttede:\n\n • at fristen er den 1. maj 2017.\n • at Havnen sender en plan.\n\n"
    + CONTACT.format("Egon Krag")
    + "Oplæg om tømning\nØrådet besluttede, at oplægget går tilbage\n\n"
    + CONTACT.format("Egon Krag")
)
TITLES = [
    "Forsøg med flydende bro",
    "Rådets regler for mærkning af garn og ruser",
    "Udsættelse af frist for Havnen A/S til at søge om tilladelse",
    "Oplæg om tømning",
]


def test_titles_above_what_the_body_did() -> None:
    text = HEAD + BODY
    (meeting,) = segment(Source(text)).meetings
    assert [item.title for item in meeting.items] == TITLES
    assert [[zone.zone.value for zone in item.zones] for item in meeting.items] == [["agenda", "outcome"]] * 4
    assert text[meeting.items[0].start : meeting.items[0].end].strip().endswith("51 20 30")


def test_titles_below_that_nothing_follows() -> None:
    tail = "Landstingssager\n\nGodkendelse af svar til spørgsmål 31 fra Bodil Vang\n\nGodkendelse af svar til forslag 44 om, at børn skal sejle gratis. Svaret skal omdeles inden maj\n"
    text = HEAD + BODY + tail
    (meeting,) = segment(Source(text)).meetings
    assert [item.title for item in meeting.items[4:]] == [
        "Godkendelse af svar til spørgsmål 31 fra Bodil Vang",
        "Godkendelse af svar til forslag 44 om, at børn skal sejle gratis. Svaret skal omdeles inden maj",
    ]
    assert text[meeting.items[4].start :].startswith("Landstingssager")
    assert [zone.zone.value for zone in meeting.items[5].zones] == ["agenda"]


@pytest.mark.parametrize("line", ["Med venlig hilsen", "Rådet takker for i år.", "Næste møde: 2. november 2016"])
def test_other_lines_below_open_nothing(line: str) -> None:
    assert titles(HEAD + BODY + line + "\n") == TITLES


def test_sentences_of_one_outcome_are_no_titles() -> None:
    text = (
        "Referat af Ørådets møde 13. oktober 2016\n\n1. Takster\nBeslutning\n\nTaksten er for lav.\nØrådet besluttede, at den stiger.\n\n"
        "Fristen er for kort.\nØrådet besluttede, at den er den 1. maj.\n\nGebyret falder bort.\nØrådet besluttede, at det er gratis.\n\n2. Eventuelt\nBeslutning\n\nIntet.\n"
    )
    assert titles(text) == ["Takster", "Eventuelt"]
