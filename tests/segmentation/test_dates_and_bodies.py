from __future__ import annotations

from datetime import date

import pytest

from decisionnlp.document import Source
from decisionnlp.segmentation import segment
from decisionnlp.segmentation.bodies import meeting_body
from decisionnlp.segmentation.dates import file_name_date, read_date
from decisionnlp.segmentation.head_day import header_date

DATES = [
    ("5. February 2020 -", date(2020, 2, 5)),
    ("den 18-02-2019", date(2019, 2, 18)),
    ("Tirsdag d. 4. juni 2019 kl. 16.00", date(2019, 6, 4)),
    ("2019-06-04", date(2019, 6, 4)),
    ("Mødedato: 04.06.19", date(2019, 6, 4)),
    ("REFERAT fra mødet 4/6-2019", date(2019, 6, 4)),
    ("Mandag d. 7 februar 2022, kl. 10:15", date(2022, 2, 7)),
    ("07-05-2013 10:00:00", date(2013, 5, 7)),
    ("4/6 2019", date(2019, 6, 4)),
    ("Onsdag den 15-maj-2002", date(2002, 5, 15)),
    ("Torsdag d.10.09.15.", date(2015, 9, 10)),
    ("den 31. november 2019", None),
    ("den 4. juni", None),
    ("Sag 306-2009-600", None),
    ("tlf. 12 34 56 78", None),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_read_date(text: str, expected: date | None) -> None:
    assert read_date(text) == expected


def test_a_labelled_date_wins_over_others() -> None:
    lines = [
        "Referat",
        "Udskrevet den 7. juni 2019",
        "Godkendt den 1. maj 2019",
        "Mødedato: 4. juni 2019",
        "Næste møde: 2. juli 2019",
    ]
    assert header_date(lines) == date(2019, 6, 4)


def test_the_date_of_the_former_minutes_is_not_the_meetings() -> None:
    lines = ["Skolebestyrelsen", "Tirsdag den 4. juni 2019 kl. 17", "Godkendelse af referat fra mødet den 7. maj 2019."]
    assert header_date(lines) == date(2019, 6, 4)


def test_told_approvals_of_former_minutes_give_no_date() -> None:
    lines = [
        "Referat af bestyrelsesmøde 01.09.20.Afholdt i Mettes have kl. 11.00 – 13.30.",
        "1). Referat af generalforsamlingen den 02.08.20 blev taget til efterretning.",
        "Referatet af bestyrelsesmøde den 04.08.20 godkendt.",
    ]
    assert header_date(lines) == date(2020, 9, 1)


def test_a_date_with_a_clock_time_at_the_beginning_of_a_line() -> None:
    lines = ["Referat af møde i Klimaudvalget", "Den 09.01.2020 kl. 13:00 i Kornlageret, Søndre Badevej 1, 9999 Lerbæk"]
    assert header_date(lines) == date(2020, 1, 9)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1 Referat Byrådet Dato: Onsdag den 15-maj-2002 " + "Nanna Vorup, Egon Pabst, " * 12, date(2002, 5, 15)),
        ("1 Mødereferat: Hovedbestyrelsen Dato: 9. januar 2014 " + "Nanna Vorup, Egon Pabst, " * 12, date(2014, 1, 9)),
        ("1 Brev om klagen, som vi fik mandag den 3. maj 2010 " + "og som vi nu har læst igennem, " * 10, None),
    ],
)
def test_the_date_in_a_head_that_runs_on(line: str, expected: date | None) -> None:
    assert header_date([line]) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["Forside", "Mandag den 3. februar 2025", "Kolby Lokalråd", "Referat af møde den 23. september 2014"],
            date(2014, 9, 23),
        ),
        (["I dag er det mandag den 3. februar 2025", "Referat fra bestyrelsesmøde 4. juni 2019"], date(2019, 6, 4)),
        (["Referat af møde", "den 23. september 2014", "Næste møde tirsdag den 7. oktober 2014"], date(2014, 9, 23)),
        (
            ["15. juni 2010 Referat fra møde i Kontaktudvalget for Kolby (KUK) den 31. maj 2010 i Kolby"],
            date(2010, 5, 31),
        ),
        (["Kolby Lokalråd", "Tirsdag den 4. juni 2019 kl. 19", "Lokalrådets kalender 2020"], date(2019, 6, 4)),
    ],
)
def test_the_day_of_the_meeting_beats_the_day_of_the_page(lines: list[str], expected: date) -> None:
    assert header_date(lines) == expected


def test_a_year_that_may_be_the_day_gives_no_date() -> None:
    text = "25.08.27 - Referat af skolebestyrelsesmøde\n\nMødeleder 2025: Anna\n\n1. Dagsorden\nGodkendt.\n\n2. Budget\nDrøftet.\n"
    assert segment(Source(text)).meetings[0].date is None
    assert segment(Source(text.replace("2025", "2027"))).meetings[0].date == date(2027, 8, 25)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a/referat-2019-06-04.pdf", date(2019, 6, 4)),
        ("referat 04-06-2019.docx", date(2019, 6, 4)),
        ("referat.pdf", None),
        ("20191340.txt", None),
        ("sag-17-12-2021-12-06.txt", date(2021, 12, 6)),
        ("2019-13-40 den 04.06.2019.txt", date(2019, 6, 4)),
    ],
)
def test_file_names(name: str, expected: date | None) -> None:
    assert file_name_date(name) == expected


MINUTES = "Referat\nKulturudvalget\n{when}\n\n1. Godkendelse af dagsorden\nGodkendt.\n\n2. Eventuelt\nIntet.\n"


def test_where_the_date_came_from() -> None:
    dated = Source(MINUTES.format(when="4. juni 2019"), path="referat-2018-01-01.txt")
    bare = Source(MINUTES.format(when="Rådhuset"), path="referat-2018-01-01.txt")
    argued = segment(dated, meeting_date=date(2020, 1, 2)).meetings[0]
    assert (argued.date, argued.date_source) == (date(2020, 1, 2), "argument")
    headed = segment(dated).meetings[0]
    assert (headed.date, headed.date_source) == (date(2019, 6, 4), "heading")
    named = segment(bare).meetings[0]
    assert (named.date, named.date_source) == (date(2018, 1, 1), "file name")


def test_the_date_of_the_decisions_where_no_other_is_printed() -> None:
    text = (
        "1. Takster\nIndstilling\nat de godkendes.\nBeslutning i Økonomiudvalget den 28-05-2019\nAnbefales.\n"
        "Beslutning i Byrådet den 04-06-2019\nGodkendt.\n\n2. Plan\nIndstilling\nat den godkendes.\nBeslutning i Byrådet den 04-06-2019\nGodkendt.\n"
    )
    meeting = segment(Source(text)).meetings[0]
    assert (meeting.date, meeting.date_source) == (date(2019, 6, 4), "text")


def test_no_date_is_none() -> None:
    found = segment(Source(MINUTES.format(when="Rådhuset")))
    # The pipeline warns of it (`tests/test_pipeline.py`), and says how to give one.
    assert found.meetings[0].date is None


BODIES = [
    (["Referat", "mødet i Udvalg for regional udvikling"], "Udvalg for regional udvikling"),
    (["Møde i Udvalget for kultur for alle"], "Udvalget for kultur for alle"),
    (["MR-møde i Kolby Sogn", "4. juni 2019"], "Menighedsrådet"),
    (["Referat af MR møde 4. juni 2019"], "Menighedsrådet"),
    (["Referat af HMR-møde"], None),  # another abbreviation that ends so
    (["Referat", "Teknik- og Miljøudvalget", "4. juni 2019"], "Teknik- og Miljøudvalget"),
    (["TEKNIK- OG MILJØUDVALGET", "Referat"], "Teknik- og Miljøudvalget"),
    (["Referat af skolebestyrelsesmøde på Lundby Skole"], "Skolebestyrelsen"),
    (["Udvalg: Udvalget for teknik og miljø", "Mødedato: 18-02-2019"], "Udvalget for teknik og miljø"),
    (["Emne:", "Social- og Sundhedsudvalgsmøde"], "Social- og Sundhedsudvalget"),
    (["Referat fra møde i Byrådet den 4. juni"], "Byrådet"),
    (["Møde i klubben", "Tilstede: Ib"], None),
]


@pytest.mark.parametrize(("lines", "expected"), BODIES)
def test_bodies(lines: list[str], expected: str | None) -> None:
    assert meeting_body(lines) == expected
