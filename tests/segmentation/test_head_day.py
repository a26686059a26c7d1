"""The day of a meeting in the head of its minutes: a table of single forms, and 150 whole heads read by a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from decisionnlp.document import Source
from decisionnlp.segmentation import segment
from decisionnlp.segmentation.day_mentions import day_mentions, with_year
from decisionnlp.segmentation.head_day import head_day, header_date

MENTIONS = [
    ("Referat fra mødet d. 4. juni 2019", [(4, 6, 2019)]),
    ("mandag d.7.11. kl. 19", [(7, 11, None)]),
    ("den 4/6 kl. 17", [(4, 6, None)]),
    ("Tirsdag d. 3.februaer 2009", [(3, 2, 2009)]),
    ("d.14 marst 2012", [(14, 3, 2012)]),
    ("den 16. – 17. Marts 2013", [(16, 3, 2013)]),
    ("Fredag den 24. og lørdag den 25. januar 2014", [(24, 1, 2014)]),
    ("30. oktober – 1. november 2009", [(30, 10, 2009), (1, 11, None)]),
    ("31. december - 1. januar 2010", [(31, 12, 2009), (1, 1, None)]),
    ("Onsdag den 11-sep-2002", [(11, 9, 2002)]),
    ("20190604 Referat", [(4, 6, 2019)]),
    ("Sag 20191204 Kolby Vandværk", []),
    ("Udvalget efter 2. match 2019", []),
    ("Referat bestyrelsesmøde 210512", [(21, 5, 2012)]),
    ("den 13/9 '17", [(13, 9, 2017)]),
    ("d 7.10,2020", [(7, 10, 2020)]),
    ("Mandagden25.november2013", [(25, 11, 2013)]),
    ("Bestyrelsesmøde 11/III 2008", [(11, 3, 2008)]),
    ("møde den første november 2007", [(1, 11, 2007)]),
    ("Board meeting April 27th 2017", [(27, 4, 2017)]),
    ("Ref. bestyrelsesmøde 2020.01.20", [(20, 1, 2020)]),
    ("den 31. november 2019", []),
    ("6 market stalls", []),
    ("tlf. 12 34 56 78, kl. 19.30", []),
    ("Sag 4/6, 12 meter", []),
    ("20191340", []),
]


@pytest.mark.parametrize(("line", "expected"), MENTIONS)
def test_days_of_a_line(line: str, expected: list[tuple[int, int, int | None]]) -> None:
    assert [(found.day, found.month, found.year) for found in day_mentions(line)] == expected


YEARS = [
    # the line itself
    ("7. møde 2021, torsdag den 14. oktober", (), "", date(2021, 10, 14)),
    ("HB-møde 4/01 d. 28. april", (), "", date(2001, 4, 28)),
    # another head: a school year turns in August
    ("3. oktober", ("Elevrådsmøde, skoleåret 2016/2017",), "", date(2016, 10, 3)),
    ("25. januar", ("Elevrådsmøde, skoleåret 2016/17",), "", date(2017, 1, 25)),
    ("3. oktober", ("Bestyrelsen 2016", "Beretning for 2015"), "", date(2016, 10, 3)),
    # the text, by the weekday: 7 November 2022 was a Monday
    ("mandag d. 7. november", (), "Referat af 5.9.2022 godkendt.", date(2022, 11, 7)),
    ("mandag d. 7. november", (), "Budget 2023 blev vedtaget.", date(2022, 11, 7)),
    ("tirsdag d. 7. november", (), "Referat af 5.9.2022 godkendt.", None),
    ("d. 7. november", (), "Referat af 5.9.2022 godkendt.", None),
    ("d. 7. november", (), "Referater 2022", date(2022, 11, 7)),
    # numbers and years of other things
    ("den 20. marts hos Nanna, Søvej 4, 2050 Humlebæk", (), "", None),
    ("Møde om Strategi 2025, den 4. juni", (), "", None),
    ("den 4. juni hos Egon i nr. 12-14", (), "", None),
    ("4. juni kl. 19", ("Næste bestyrelsesmøde 13/10 kl. 19",), "", None),
    ("onsdag den 5. juni", (), "Vi har 1991 medlemmer. Broen er fra 1997.", None),
    # the paper's own date, some days later
    ("16. maj 2013 Referat fra bestyrelsens møde den 14. maj", (), "", date(2013, 5, 14)),
    # Tuesday in 2007 and in 2012: it would be a guess
    ("tirsdag den 13. november", (), "Planen fra 2007 gælder til 2012.", None),
]


@pytest.mark.parametrize(("line", "heads", "told", "expected"), YEARS)
def test_a_year_told_elsewhere(line: str, heads: tuple[str, ...], told: str, expected: date | None) -> None:
    assert with_year(day_mentions(line)[-1], line, heads, told) == expected


def test_an_inferred_year_is_said() -> None:
    found = head_day(["Referat af møde mandag den 7. november"], told="Referat af 5.9.2022 godkendt.")
    assert found is not None
    assert (found.value, found.inferred) == (date(2022, 11, 7), True)


def test_a_day_whose_year_stands_elsewhere_says_so() -> None:
    text = "Referat af møde mandag den 7. november\n\n1. Referatet af 5.9.2022\nGodkendt.\n\n2. Hegn\nVedtaget.\n"
    meeting = segment(Source(text=text)).meetings[0]
    assert (meeting.date, meeting.date_source) == (date(2022, 11, 7), "text")


LINES = [
    # the papers own days
    (["Referat", "Stiftet 12. maj 1974"], None),
    (["Bestyrelsesmøde 3. oktober 2017", "16. oktober 2017 kl. 06:12", "FK Viben"], date(2017, 10, 3)),
    (["Tirsdag, 03 marts 2020", "20. august 2013 (ekstraordinært)", "REFERAT"], date(2013, 8, 20)),
    (["19 AUG 2011", "6. bestyrelsesmøde 2011 den 15. august, kl. 19:00"], date(2011, 8, 15)),
    (["fredag den 8. november 2013", "Referat fra bestyrelsesmøde d. 22. oktober 2013"], date(2013, 10, 22)),
    (["Bestyrelsesmøde 20.06.2015", "Referat fra bestyrelsesmøde i Vejlauget den 30. maj 2015"], date(2015, 5, 30)),
    (["Kolby Vandværk tlf. 20120315", "Referat af bestyrelsesmøde"], None),
    (["Forårets sidste bestyrelsesmøde tirsdag den 25. juni 2019", "Sommerfest lørdag den 17. august 2019"], date(2019, 6, 25)),
    (["Revideret referat af bestyrelsesmøde den 25. juni 2019"], date(2019, 6, 25)),
    (["Ekstraordinært møde inden sommerferien, tirsdag den 25. juni 2019"], date(2019, 6, 25)),
    (["Bestyrelsesmøde den 25. juni 2019 (godkendt referat)"], date(2019, 6, 25)),
    # lists of other minutes
    (["Referater", "12-01-2017", "09-03-2017", "04-05-2017", "Til stede: Bo"], None),
    # points of the agenda
    (["Rådsmøde", "1. Referat fra den 27. januar 2015", "2. Dagsorden"], None),
    (["GODKENDT referat - Akademisk Råd den 2. marts 2017 kl. 10-12"], date(2017, 3, 2)),
    (["Referat godkendt af bestyrelsen den 2. marts 2017"], None),
    (["Bestyrelsesmøde i Vævestuen 21.", "8. 2014", "Mødt: Gunhild"], date(2014, 8, 21)),
    (["Bestyrelsesmøde i Vævestuen den 21.", "august 2014 kl. 19", "Mødt: Gunhild"], date(2014, 8, 21)),
    (["Kolby Kommune · HovedMED · Beslutningsreferat 5. marts 2025 kl. 9-12 · Salen"], date(2025, 3, 5)),
    (["Fra: Bo", "Sendt: 24. januar 2016 21:17", "Til: Bestyrelsen", "Emne: Referat bestyrelsesmøde d. 20. januar"], date(2016, 1, 20)),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), LINES)
def test_whose_day_it_is(lines: list[str], expected: date | None) -> None:
    assert header_date(lines) == expected


def test_a_labelled_day_below_a_list_of_links_that_looks_like_points() -> None:
    front = ["Referat fra mødet d. 14.3.2022", "Referat fra møde d. 6.12.2021"]
    below = ["Referat fra møde 16.5.2022", "Referat", "Dato: Mandag d. 16.5. 2022", "1. Dagsorden"]
    found = head_day(front, below)
    assert found is not None
    assert found.value == date(2022, 5, 16)


POINTS = "1. Takster\nIndstilling\nat de godkendes.\n{0}\nGodkendt.\n\n2. Plan\nIndstilling\nat den godkendes.\n{1}\nGodkendt.\n"
ELSEWHERE = [
    ("Byrådet\n1. Godkendelse af dagsorden til mødet 17. juni 2019\nGodkendt.\n\n2. Plan\nVedtaget.\n", date(2019, 6, 17)),
    ("Trafikudvalget\n1. Bump\nVedtaget.\n\n2. Plan\nVedtaget.\n\nMødet hævet den 7. november 2012 kl. 21.15.\n", date(2012, 11, 7)),
    ("Trafikudvalget\n1. Bump\nVedtaget.\n\n2. Plan\nVedtaget.\n\nReferatet er underskrevet den 7. november 2012.\n", None),
    ("24.05.22 - Referat af kontaktmøde\nTid: Onsdag kl. 17\n\n1. Dagsorden\nGodkendt.\n\n2. Møder i 2024\nVedtaget.\n", date(2024, 5, 22)),
    ("Referat\n\n1. Godkendelse af dagsorden samt referat af 7. maj 2019\nGodkendt.\n\n2. Plan\nVedtaget.\n", None),
    ("Referat\n\n1. Dagsorden for byrådsmødet den 17. juni 2019\nGodkendt.\n\n2. Plan\nVedtaget.\n", None),
    ("Referat\nKolby, den 4. juni 2019\n\n1. Sankthans\nTid og sted: Søndag den 23. juni 2019 på stranden.\n\n2. Plan\nVedtaget.\n", date(2019, 6, 4)),
    # the last body that a point names is the one that reports, unless an outcome of its own stands below it
    (POINTS.format("Byrådet, 10. marts 2014, pkt. 41:", "Økonomiudvalget, 3. marts 2014, pkt. 7:\nAnbefales.\nByrådet, 10. marts 2014, pkt. 42:"), date(2014, 3, 10)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ELSEWHERE)
def test_a_day_told_below_the_head(text: str, expected: date | None) -> None:
    assert segment(Source(text)).meetings[0].date == expected


def _heads() -> Iterator[tuple[str, str, str]]:
    told = (Path(__file__).parent / "data" / "heads.txt").read_text(encoding="utf-8")
    for block in told.split("=====\n")[1:]:
        head, _, text = block.partition("\n")
        mark, day, why = head.split(" ", 2)
        yield (day, why, text) if mark == "#date" else ("", why, text)


HEADS = [(day, why, text) for day, why, text in _heads() if day]


def test_the_table_of_heads_is_whole() -> None:
    assert len(HEADS) == 143


@pytest.mark.parametrize(("day", "text"), [(day, text) for day, _, text in HEADS], ids=[why for _, why, _ in HEADS])
def test_heads_of_minutes(day: str, text: str) -> None:
    found = segment(Source(text=text)).meetings[0].date
    assert str(found).lower() == day
