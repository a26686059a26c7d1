"""A second meeting further down: a head of the same form with another day, or an hour and points that count anew; and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

ONE = "Ny bom\nBommen er købt.\nBo Krag sætter den op i uge 20.\n\nHegn mod vejen\nHegnet males til maj.\n"
OTHER = "Sti til havnen\nStien er smal.\nIda Lund spørger kommunen.\n\nSauna\nSagen kommer på igen til efteråret.\n"


def _days(text: str) -> list[date | None]:
    return [meeting.date for meeting in segment(Source(text)).meetings]


@pytest.mark.parametrize("head", ["Resume – bestyrelsesmøde {}", "Kort nyt fra møde i vejlauget den {}"])
def test_a_head_of_the_same_form_with_another_day(head: str) -> None:
    text = f"{head.format('14. november 2018')}\n\n{ONE}\n\n{head.format('12. september 2018')}\n\n{OTHER}"
    assert _days(text) == [date(2018, 11, 14), date(2018, 9, 12)]


def test_the_same_head_once_more_is_the_same_meeting() -> None:
    head = "Resume – bestyrelsesmøde 14. november 2018"
    assert len(_days(f"{head}\n\n{ONE}\n\n{head}\n\n{OTHER}")) == 1


def test_days_of_coming_meetings_open_none() -> None:
    text = (
        f"Bestyrelsesmøde 14. november 2018\n\n{ONE}\n\nKommende møder\n\nBestyrelsesmøde 16. januar 2019\n\n"
        "Bestyrelsesmøde 13. marts 2019\n\nBestyrelsesmøde 8. maj 2019\n"
    )
    assert len(_days(text)) == 1


POINTS = (
    "Referat fra møde den 10. september 2019 kl. 18 i sognegården\n1. Dagsordenen: Godkendt.\n2. Siden sidst: Bo Krag passer lyset.\n"
    "3. Haven: Hækken fjernes i uge 40.\n4. Eventuelt: Intet.\n"
)


def test_an_hour_and_points_that_count_anew() -> None:
    text = POINTS + "Menighedsmøde kl. 19.30\n1. Året, der gik\n2. Planer for foråret\n3. Regnskab\n4. Eventuelt\n"
    one, other = segment(Source(text)).meetings
    assert [item.number for item in one.items] == ["1", "2", "3", "4"]
    assert [(item.number, item.title) for item in other.items] == [
        ("1", "Året, der gik"),
        ("2", "Planer for foråret"),
        ("3", "Regnskab"),
        ("4", "Eventuelt"),
    ]
    assert other.date == one.date == date(2019, 9, 10)


@pytest.mark.parametrize(
    "rest",
    [
        "Sommermøde kl. 19.30\nAlle er velkomne.\n",
        "Sommermøde kl. 19.30\n1. Bo henter stole\n",
        "Mødet sluttede kl. 19.30\n1. Bo Krag\n2. Ida Lund\n3. Egon Pabst\n",
    ],
)
def test_an_hour_without_a_row_of_points_opens_none(rest: str) -> None:
    assert len(_days(POINTS + rest)) == 1


FORMER = """GENERALFORSAMLING 2013

Tirsdag d. 5. februar 2013 i Hallen

 1. Valg af dirigent

Poul blev valgt.

 2. Beretning

Formanden fortalte om året, og beretningen blev godkendt.

 3. Regnskab

Regnskabet blev godkendt.

 4. Valg

Lotte og Aage blev genvalgt.

 5. Evt.

Der er for koldt i den lille sal. Vi siger det til halinspektøren.

Bestyrelsesmøde 8. januar 2013

Bestyrelsesmøde i Hallen

Afbud: Gitte

 1. Siden sidst

Juleafslutningen gik godt.

 2. Generalforsamling

Annonce skal i bladet senest 15. januar. Lotte spørger Poul, om han vil være dirigent.
"""


@pytest.mark.parametrize(
    "head", ["Bestyrelsesmøde 8. januar 2013", "Bestyrelses møde tirsdag d. 8. januar 2013 kl. 19.00"]
)
def test_a_former_meeting_below_is_one_of_its_own(head: str) -> None:
    meetings = segment(Source(text=FORMER.replace("Bestyrelsesmøde 8. januar 2013", head))).meetings
    assert [(meeting.date, len(meeting.items)) for meeting in meetings] == [
        (date(2013, 2, 5), 5),
        (date(2013, 1, 8), 2),
    ]


def test_a_day_named_below_the_points_opens_no_meeting() -> None:
    text = FORMER.replace(
        "Bestyrelsesmøde 8. januar 2013\n\nBestyrelsesmøde i Hallen\n\nAfbud: Gitte\n\n 1. Siden",
        "Bestyrelsesmøde 8. marts 2013\n\n 6. Siden",
    )
    assert len(segment(Source(text=text.replace(" 2. Generalforsamling", " 7. Generalforsamling"))).meetings) == 1
