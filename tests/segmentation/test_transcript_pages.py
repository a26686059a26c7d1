"""Pages that a document viewer prints as one paragraph each: their numbers and headers are no text."""

from __future__ import annotations

import pytest

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

TOP = "Referat af mødet 14. november 2007\n\nStørrelse: px\nStarte visningen fra side:\n\nTranskript\n\n"


@pytest.mark.parametrize(
    ("pages", "tails"),
    [
        (
            [
                "1 Referat af møde i Seniorrådet torsdag den 14. november 2007 1",
                "2 1. Dagsorden Godkendt. 2. Økonomi Der er 4.000 kr. på kontoen. Ib indhenter tilbud inden jul. 2",
                "3 3. Takster Rådet drøftede taksterne. 4. Eventuelt Intet. Side 3 af 3",
            ],
            ["1", "2", "Side 3 af 3"],
        ),
        (  # a page that ends in another number, and one alone with its own
            [
                "1 Referat af møde i Seniorrådet torsdag den 14. november 2007",
                "2 1. Dagsorden Godkendt. 2. Økonomi Rådet valgte tilbud 2",
                "3 3. Takster Rådet drøftede taksterne. 4. Eventuelt Vi ses i lokale 17",
            ],
            [],
        ),
    ],
)
def test_a_page_number_at_the_end_of_its_page(pages: list[str], tails: list[str]) -> None:
    text = TOP + "\n\n".join(pages) + "\n"
    found = segment(Source(text, "referat.txt"))
    ends = [text.index(page) + len(page) for page in pages]
    covered = [text[span.start : end] for end in ends for span in found.furniture if span.start < end <= span.end]
    assert covered == tails


def test_the_word_before_a_number_is_no_header() -> None:
    text = TOP + (
        "1 Beslutninger Havneudvalget mandag den 4. januar 2010 Møde nr. 1\n\n"
        "2 Den 4. januar 2010 HAVNEUDVALGET SAG NR. 1 MØDEPLAN FOR 2010 INDSTILLING at planen godkendes. BESLUTNING Godkendt.\n\n"
        "3 Den 4. januar 2010 HAVNEUDVALGET SAG NR. 2 TAKSTER FOR BÅDE INDSTILLING at taksten hæves. BESLUTNING Udsat.\n"
    )
    found = segment(Source(text, "referat.txt"))
    assert "HAVNEUDVALGET" in text[found.furniture[-1].start : found.furniture[-1].end]
    (meeting,) = found.meetings
    assert [text[item.start : item.start + 9] for item in meeting.items] == ["SAG NR. 1", "SAG NR. 2"]


@pytest.mark.parametrize("before", ["", "\n", "Størrelse: px\n\n"])
def test_a_page_of_a_viewer_may_begin_with_its_label(before: str) -> None:
    text = (
        before
        + "Transkript\n\n1 Referat af møde i Seniorrådet torsdag den 14. november 2007\n\n2 1. Dagsorden Godkendt. 2. Økonomi Der er 4.000 kr. på kontoen. Ib indhenter tilbud inden jul. 2"
        + "\n\n3 3. Takster Rådet drøftede taksterne. Side 3 af 3\n"
    )
    found = segment(Source(text))
    assert [item.number for meeting in found.meetings for item in meeting.items] == ["1", "2", "3"]


def _titles(pages: str) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for meeting in segment(Source(TOP + pages)).meetings for item in meeting.items]


def test_points_of_a_protocol_with_bare_numbers_and_named_cases() -> None:
    assert _titles(
        "1 Referat for: Lerbæk Provstiudvalg PU møde 17. marts 2016 Kl. 9:30 Mødested: Kontoret Fraværende: Ingen Mødepunkt 1 Godkendelse af "
        "protokollen fra februar Godkendt 2 Nanna Vorup taler om taget på Engsø kirke Sag: Møde d. 17. marts 2016 (1204) Udvalget takkede. "
        "3 Forretningsorden Sag: PU (1177) Vedtaget, dog udgår § 6\n\n"
        "2 Mødepunkt 4 Regnskab 2015 Sag: PU 2016 (1190) Overskuddet er 6.000 kr. Godkendt. 5 Kollekter Sag: Midler (1099) Til efterretning "
        "6 Eventuelt Intet Referat, Side: 2\n"
    ) == [
        ("1", "Godkendelse af protokollen fra februar"),
        ("2", "Nanna Vorup taler om taget på Engsø kirke"),
        ("3", "Forretningsorden"),
        ("4", "Regnskab 2015"),
        ("5", "Kollekter"),
        ("6", "Eventuelt"),
    ]


def test_a_presenter_or_an_annex_behind_a_title_ends_nothing_and_the_title() -> None:
    assert _titles(
        "1 Referat fra møde i Chefforum torsdag den 2. juni 2016 på rådhuset Afbud: Ingen 1. Godkendelse af dagsorden Godkendt. "
        "2. Referat fra sidst Bilag 1. Referat 19. maj Referatet blev godkendt. 3. Faxmaskiner v. Nanna Vorup Der er stadig 14 tilbage. "
        "4. Høring om pauser Bilag 2. Udkast Chefforum har to bemærkninger. 5. Eventuelt Intet.\n\n2 6. Næste møde Den 16. juni 2016.\n"
    ) == [
        ("1", "Godkendelse af dagsorden"),
        ("2", "Referat fra sidst"),
        ("3", "Faxmaskiner v. Nanna Vorup"),
        ("4", "Høring om pauser"),
        ("5", "Eventuelt"),
        ("6", "Næste møde"),
    ]


def test_a_heading_with_a_full_stop_in_the_midst_of_a_page() -> None:
    text = TOP + (
        "1 Referat af forretningsudvalgets møde mandag den 7. maj 2012 1. Godkendelse af dagsorden Beslutning. Godkendt. "
        "2. Budget Udkastet er omdelt. Beslutning. Budgettet blev vedtaget. 3. Nordisk samarbejde Prisen er høj. Beslutning. Vi siger nej tak. "
        "4. Eventuelt Intet.\n"
    )
    (meeting,) = segment(Source(text)).meetings
    outcomes = [zone for item in meeting.items[:3] for zone in item.zones if zone.zone.value == "outcome"]
    assert [text[zone.start : zone.end].split()[0] for zone in outcomes] == ["Beslutning."] * 3


def test_a_number_inside_a_point_skips_no_point() -> None:
    titles = _titles(
        "1 Referat for: Engsø Menighedsråd møde 3. marts 2020 Mødepunkt Beslutning 1 Godkendelse af dagsorden Godkendt. 2 Kirkegården Graveren fortalte. "
        "4 Børn er døbt i februar. Vi glæder os. 3 Regnskab Bo gennemgik tallene. Godkendt. 4 Orgel Vi afventer tilbud. 5 Koncert Holdes i juni. "
        "6 Eventuelt Intet.\n"
    )
    assert [number for number, _ in titles] == ["1", "2", "3", "4", "5", "6"]


def test_a_retold_approval_is_no_outcome() -> None:
    text = (
        "Referat af udvalgsmøde den 4. maj 2022\n\n1. Takster\nIndstilling:\nForvaltningen indstiller, at taksterne godkendes.\n\nBeslutning:\nGodkendt.\n\n"
        "2. Regnskab for 2021\nSagsfremstilling:\nSagen fremlægges til orientering i dag.\nÅrsregnskabet er godkendt af revisor og udsendt.\n"
        "Der er et overskud på 40.000 kr.\n"
    )
    (meeting,) = segment(Source(text)).meetings
    at = text.index("Årsregnskabet")
    (zone,) = [zone for item in meeting.items for zone in item.zones if zone.start <= at < zone.end]
    assert zone.zone.value == "case"


def test_a_title_that_names_a_decision_holds_no_heading() -> None:
    text = TOP + (
        "1 Referat af bestyrelsens møde mandag den 7. maj 2012 1. Dagsorden Godkendt. 2. Skovlauget mod byrådets Beslutning. Klagen er sendt. "
        "3. Hegnet Hegnsynets Beslutning. Naboen betaler det halve. 4. En ny Beslutning. Der er ikke flere penge. 5. Eventuelt Intet.\n"
    )
    (meeting,) = segment(Source(text)).meetings
    starts = [text[zone.start : zone.end].split()[0] for item in meeting.items for zone in item.zones]
    assert "Beslutning." not in starts


def test_an_older_decision_of_another_body_is_no_outcome() -> None:
    text = (
        "Referat af udvalgsmøde den 4. maj 2022\n\n1. Takster\nSagsfremstilling:\nTaksterne er regnet igennem.\n\nBesluttet i Byrådet den 09-02-2022\n"
        "Taksterne følger lønnen.\n\nBeslutning:\nGodkendt.\n\n2. Eventuelt\nBeslutning:\nIntet.\n"
    )
    (meeting,) = segment(Source(text)).meetings
    at = text.index("Taksterne følger")
    (zone,) = [zone for item in meeting.items for zone in item.zones if zone.start <= at < zone.end]
    assert zone.zone.value != "outcome"


@pytest.mark.parametrize("foot", ["Havneudvalget, 4. juni 2012 Side", "4. juni 2012", "Lerbæk Kommune"])
def test_a_footer_with_a_count_of_its_own(foot: str) -> None:
    told = ["Takster Godkendt.", "Broen Udsat til august.", "Kajen Taget til efterretning.", "Eventuelt Intet."]
    pages = [
        "1 Referat af møde i Havneudvalget den 4. juni 2012",
        *(f"{n} {n - 1}. {text} {foot} {n - 1}" for n, text in enumerate(told, 2)),
    ]
    text = TOP + "\n\n".join(pages) + "\n"
    found = segment(Source(text, "referat.txt"))
    tails = [text.index(page) + len(page) - len(foot) - 2 for page in pages[1:]]
    assert all(any(span.start <= at and at + len(foot) + 2 <= span.end for span in found.furniture) for at in tails)
    assert [text[item.start : item.start + 4] for item in found.meetings[0].items] == ["1. T", "2. B", "3. K", "4. E"]


def test_an_answer_that_every_page_ends_in_is_no_footer() -> None:
    pages = [
        "1 Referat af møde i Havneudvalget den 4. juni 2012",
        *(f"{n} {n - 1}. Grund {n} Udvalget valgte model {n - 1}" for n in range(2, 6)),
    ]
    text = TOP + "\n\n".join(pages) + "\n"
    found = segment(Source(text, "referat.txt"))
    assert not any("model" in text[span.start : span.end] for span in found.furniture)


def test_the_kind_of_a_point_is_part_of_its_title() -> None:
    text = TOP + (
        "1 Referat af møde i Havneudvalget den 4. juni 2012\n\n"
        "2 1. Orientering: Besøg fra Roklubben Sagsnr.: 12/1533 Sagsfremstilling Klubben viser sin plan. Beslutning Taget til efterretning.\n\n"
        "3 2. Beslutning: Takster for både Sagsnr.: 12/1290 Sagsfremstilling Taksten har stået stille. Beslutning Godkendt.\n\n"
        "4 3. Beslutning: Salg af grund (Lukket punkt)\n\n"
        "5 4. Orientering: Meddelelser Sagsnr.: 12/1300 Sagsfremstilling Skibet er lagt op. Beslutning Taget til efterretning.\n"
    )
    (meeting,) = segment(Source(text, "referat.txt")).meetings
    assert [(item.number, item.title, item.closed) for item in meeting.items] == [
        ("1", "Orientering: Besøg fra Roklubben", False),
        ("2", "Beslutning: Takster for både", False),
        ("3", "Beslutning: Salg af grund", True),
        ("4", "Orientering: Meddelelser", False),
    ]


def test_the_header_of_a_thousand_pages() -> None:
    header = "Havneudvalget 4. juni 2012 Side"
    pages = [
        "1 Referat af møde i Havneudvalget den 4. juni 2012",
        *(f"{n} {header} {n} Takst {n} blev vist." for n in range(2, 1000)),
    ]
    text = TOP + "\n\n".join(pages) + "\n"
    found = segment(Source(text, "referat.txt")).furniture
    begins = [text.index(f"\n{n} {header}") + 1 for n in range(2, 1000)]
    assert {(at, at + len(f"{n} {header} {n}")) for n, at in enumerate(begins, 2)} <= {
        (span.start, span.end) for span in found
    }
