"""Pages of an old web system, one a point: bare titles on top, the document's name and the day above the numbered point, and another
meeting further down."""

from __future__ import annotations

from datetime import date

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

PAGE = """Mødedato: {day}, kl. 17:30

{title}

{title}

Havnerådet

BESLUTNINGSPROTOKOL

fra det ordinære møde {told}

{number}. {title}

{text}

Til top

"""


def _page(day: str, told: str, number: int, title: str, text: str) -> str:
    return PAGE.format(day=day, told=told, number=number, title=title, text=text)


SPRING = ("13.03.2003", "torsdag den 13. marts 2003")
SUMMER = ("05.06.2003", "torsdag den 5. juni 2003")
PAGES = [
    _page(
        *SPRING, 1, "Salg af den gamle kran",
        "Indstilling om, at kranen sælges.\n\n(Økonomiudvalget)\n\nIndstillingen blev godkendt med 9 stemmer imod 6.",
    ),
    _page(*SPRING, 2, "Lys på molen", "Forslag fra Bo Lind (A) om, at lyset tændes hele natten.\n\nForslaget blev henvist til Teknisk Udvalg."),
    _page(*SPRING, 3, "Taksten for gæster", "INDSTILLING OG BESLUTNING\n\nTaksten blev godkendt."),
]  # fmt: skip
LATER = [
    _page(*SUMMER, 1, "Godkendelse af dagsorden", "Dagsordenen blev godkendt."),
    _page(*SUMMER, 2, "Valg af havnefoged", "Sagen blev udsat."),
    _page(*SUMMER, 3, "Bøjer ved indsejlingen", "Godkendt."),
]


def test_a_point_begins_with_the_first_print_of_its_title() -> None:
    text = "".join(PAGES)
    (meeting,) = segment(Source(text)).meetings
    assert meeting.date == date(2003, 3, 13)
    assert [(item.number, item.title) for item in meeting.items] == [
        ("1", "Salg af den gamle kran"),
        ("2", "Lys på molen"),
        ("3", "Taksten for gæster"),
    ]
    assert [item.start for item in meeting.items] == [text.index(item.title) for item in meeting.items]
    zones = [
        [
            (zone.zone.value, text[zone.start : zone.end].strip().split("\n")[0])
            for zone in item.zones
            if zone.zone.value != "agenda"
        ]
        for item in meeting.items
    ]
    assert zones == [
        [
            ("proposal", "Indstilling om, at kranen sælges."),
            ("outcome", "Indstillingen blev godkendt med 9 stemmer imod 6."),
        ],
        [
            ("proposal", "Forslag fra Bo Lind (A) om, at lyset tændes hele natten."),
            ("outcome", "Forslaget blev henvist til Teknisk Udvalg."),
        ],
        [("outcome", "INDSTILLING OG BESLUTNING")],
    ]


def test_another_day_above_the_points_opens_another_meeting() -> None:
    meetings = segment(Source("".join([*PAGES, *LATER]))).meetings
    assert [(meeting.date, [item.number for item in meeting.items]) for meeting in meetings] == [
        (date(2003, 3, 13), ["1", "2", "3"]),
        (date(2003, 6, 5), ["1", "2", "3"]),
    ]


def test_the_same_day_on_every_page_is_one_meeting() -> None:
    again = "".join(page.replace("05.06.2003", "13.03.2003").replace(SUMMER[1], SPRING[1]) for page in LATER)
    assert len(segment(Source("".join(PAGES) + again)).meetings) == 1


def test_a_title_named_in_the_text_above_moves_nothing() -> None:
    text = (
        "Referat af møde i Havnerådet den 13. marts 2003\n\n1. Kranen\nBeslutning:\nGodkendt. Næste punkt er\nLys på molen\n\n"
        "2. Lys på molen\nBeslutning:\nUdsat.\n\n3. Taksten for gæster\nBeslutning:\nGodkendt.\n"
    )
    (meeting,) = segment(Source(text)).meetings
    assert meeting.items[1].start == text.index("2. Lys")
