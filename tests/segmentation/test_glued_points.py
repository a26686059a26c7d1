"""Points that a page glues to the text above them, by two numbers that count on or by ``Ad``, and what only looks like them."""

from __future__ import annotations

import pytest

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

DOUBLE = (
    "Referat\n\nHavnekommissionen\n\ntorsdag den 26. maj 2005 kl. 15:30\n\nÅben sag:\n\n31 /1\n\nTakster for kajen\n\nÅben sag:\n\n32 /2\n\nNy kran.\n\n"
    "Lukket sag:\n\n33 /3\n\nPersonsag.31/1. Takster for kajen (Åben sag)\nJournalnr. 14.00 S55/\nTaksten har stået stille i ti år.\n\n"
    "Indstilling: Havnefogeden indstiller, at taksten stiger.Vedtagelse:\nAnbefales godkendt i kommunalbestyrelsen32/2. Ny kran. (Åben sag)\n"
    "Journalnr. 14.02 P20/\nKranen er fra 1979.Vedtagelse:\nUdsat til budgettet for 200633/3. Personsag. (Lukket sag)Vedtagelse:\nBevilget\n\nMødet sluttede kl. 16:50.\n"
)
ADS = (
    "Referat af Åens råd 3. november 2008\n\nkommunen\n\n"
    "Ad 1. Godkendelse af dagsordenDagsordenen godkendtAd 2. Status v/ Nanna212 brønde er besøgt.Taget til efterretning.Ad 3. Tur til søen 2009Rådet var "
    "enigt om, at turen var god.Ad 4. KlagerRådet tager ikke stilling.Ad 5. Evt.Intet.\n"
)


def _items(text: str) -> list[tuple[str | None, str, bool, str]]:
    (meeting,) = segment(Source(text)).meetings
    return [
        (
            item.number,
            item.title,
            item.closed,
            " ".join(text[zone.start : zone.end].strip() for zone in item.zones if zone.zone.value == "outcome"),
        )
        for item in meeting.items
    ]


def test_case_and_point_count_on_together() -> None:
    assert _items(DOUBLE) == [
        ("31/1", "Takster for kajen", False, "Vedtagelse:\nAnbefales godkendt i kommunalbestyrelsen"),
        ("32/2", "Ny kran", False, "Vedtagelse:\nUdsat til budgettet for 2006"),
        ("33/3", "Personsag", True, "Vedtagelse:\nBevilget"),
    ]


def test_ads_without_spaces() -> None:
    assert _items(ADS) == [
        ("1", "Godkendelse af dagsorden", False, "Dagsordenen godkendt"),
        ("2", "Status v/ Nanna", False, "212 brønde er besøgt.Taget til efterretning."),
        ("3", "Tur til søen 2009", False, "Rådet var enigt om, at turen var god."),
        ("4", "Klager", False, "Rådet tager ikke stilling."),
        ("5", "Evt.", False, "Intet."),
    ]


@pytest.mark.parametrize(
    "days",
    [
        "12/1. Nytårskur\n13/2. Fastelavn\n20/3. Generalforsamling",  # the months count on, the days do not
        "1/10. Bankospil\n1/11. Mortensaften\n1/12. Juletræ",
        "Vi mødes 12/1. Det sker igen 13/2.",
    ],
)
def test_days_are_no_points(days: str) -> None:
    text = f"Referat af møde den 4. januar 2011\n\n1. Takster\nGodkendt.\n\n2. Årets fester\n{days}\n\n3. Eventuelt\nIntet.\n"
    assert [item[0] for item in _items(text)] == ["1", "2", "3"]


def test_answers_to_proposals_stay_in_their_point() -> None:
    text = (
        "Referat af møde den 4. januar 2011\n\n1. Takster\nIndstilling:\n1. at taksten stiger,\n2. at fristen er den 1. maj,\n3. at brevet sendes.\n"
        "Beslutning:\nAd 1. Godkendt. Ad 2. Udsat. Ad 3. Godkendt.\n\n2. Eventuelt\nBeslutning:\nIntet.\n"
    )
    assert [item[0] for item in _items(text)] == ["1", "2"]


@pytest.mark.parametrize("piece", ["1/1. A", "Ad 1. A", "12345678901/1. ", "Ad 1. aB"])
def test_long_rows_are_read_in_time(piece: str) -> None:
    segment(Source("Referat den 4. januar 2011\n" + piece * 500))
