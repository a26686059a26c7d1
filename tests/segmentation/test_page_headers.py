"""Scanned minutes whose pages are one line each: headers glued into the text, a contents list, ``Saq nr.`` for ``Sag nr.``."""

from __future__ import annotations

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

HEADER = "Havneudvalget den 17. september 2001 Side {0} af 4"
PAGES = [
    "LERBÆK KOMMUNE UDSKRIFT Havneudvalget 17. september 2001 kl. 15.00 Mødedeltagere: Nanna Vorup, Egon Krag. Fraværende: Ingen Mødet slut: Kl. 16.30 "
    "Indholdsfortegnelse Åbne møde Sag nr. 21 Regnskab for ny kaj",
    "Saq nr. 22 Takster 2002/2003 Saq nr. 23 Klage over støj, Havnegade 14 Lukket møde Sag nr. 24 Køb af kran "
    "Sag nr. 21 Sag fra: Regnskab for ny kaj Havnekontoret Journal nr.: 13.02.00 S05/38 Lovgrundlag: Regulativet. Indstilling: Havnekontoret indstiller, at "
    "regnskabet godkendes. Beslutning: Anbefales.",
    "Saq nr. 22 Sag fra: Takster 2002/2003 Havnekontoret Journal nr.: 13.02.01 P24/02 Indstilling: Havnekontoret indstiller, at taksten stiger. Beslutning: "
    "Udsættes. Saq nr. 23 Sag fra: Klage over støj, Havnegade 14 Havnekontoret Journal nr.: 13.02.01 K08/19 Sagsfremstilling: Naboen klager over støj "
    "fra kajen, og klagen",
    "er fra maj. Indstilling: At klagen ikke tages til følge. Beslutning: Tiltrædes. Lukket møde Sag nr. 24 Sag fra: Køb af kran Havnekontoret "
    "Journal nr.: 13.02.00 G10/01 Beslutning: Formanden bemyndiges.",
]
TEXT = "\n".join(f"{HEADER.format(number)} {page}" for number, page in enumerate(PAGES, 1)) + "\n"


def test_headers_are_furniture() -> None:
    found = segment(Source(TEXT))
    assert {TEXT[span.start : span.end] for span in found.furniture} >= {
        HEADER.format(number) for number in range(1, 5)
    }


def test_a_header_in_the_midst_of_a_line() -> None:
    text = TEXT.replace("\n" + HEADER.format(4), " " + HEADER.format(4))
    found = segment(Source(text))
    assert HEADER.format(4) in {text[span.start : span.end] for span in found.furniture}


def test_points_below_the_contents() -> None:
    (meeting,) = segment(Source(TEXT)).meetings
    assert [item.number for item in meeting.items] == ["21", "22", "23", "24"]
    opening = [TEXT[item.start : item.start + 20] for item in meeting.items]
    assert opening == ["Sag nr. 21 Sag fra: ", "Saq nr. 22 Sag fra: ", "Saq nr. 23 Sag fra: ", "Lukket møde Sag nr. "]
    outcomes = [
        TEXT[zone.start : zone.end].strip()
        for item in meeting.items
        for zone in item.zones
        if zone.zone.value == "outcome"
    ]
    assert [outcome.split(". Saq")[0] for outcome in outcomes] == [
        "Beslutning: Anbefales.",
        "Beslutning: Udsættes.",
        "Beslutning: Tiltrædes.",
        "Beslutning: Formanden bemyndiges.",
    ]


def test_a_group_printed_in_spaced_letters() -> None:
    turn = f"Tiltrædes.\n{HEADER.format(5)} L u k k e t m ø d e Sag".replace("af 4", "af 5")
    text = TEXT.replace("af 4 ", "af 5 ").replace("Tiltrædes. Lukket møde Sag", turn)
    text = text.replace("er fra maj.", "er fra maj. " + "Den gamle kran ved kajen larmer mest om natten. " * 4)
    text = text.replace(
        "Formanden bemyndiges.", "Formanden bemyndiges. " + "Kranen skal kunne løfte de største både op på kajen. " * 4
    )
    (meeting,) = segment(Source(text)).meetings
    assert text[meeting.items[3].start :].startswith("L u k k e t m ø d e Sag nr. 24")


def test_pages_that_a_sentence_names_are_text() -> None:
    text = (
        "Referat af mødet den 4. maj 2001\n\n1. Rapporten\nSe rapporten Side 2 af 9 om havnen.\nSe rapporten Side 4 af 9 om kajen.\nSe bilaget Side 3 af 5.\n\n"
        "2. Eventuelt\nIntet.\n"
    )
    assert all("Side" not in text[span.start : span.end] for span in segment(Source(text)).furniture)
