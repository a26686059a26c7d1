from __future__ import annotations

from datetime import date

import pytest

from decisionnlp.document import Item, Mark, MarkKind, MeetingKind, Source, ZoneKind
from decisionnlp.flattening import flatten
from decisionnlp.segmentation import segment


def only_item(body: str, *, head: str = "Referat af møde i Byrådet den 4. juni 2019\n\n") -> Item:
    meeting = segment(Source(f"{head}1. Takster for vand\n{body}\n\n2. Eventuelt\nIntet.\n")).meetings[0]
    assert [item.title for item in meeting.items] == ["Takster for vand", "Eventuelt"]
    return meeting.items[0]


def told(item: Item) -> list[tuple[str, str]]:
    return [(str(sentence.zone), flatten(sentence.text).text) for sentence in item.sentences[1:]]


def test_text_under_the_point_is_the_outcome_where_nothing_says_otherwise() -> None:
    assert told(only_item("Formanden orienterede. Godkendt.")) == [
        ("outcome", "Formanden orienterede."),
        ("outcome", "Godkendt."),
    ]


@pytest.mark.parametrize("title", ["Mødedeltagere:", "Til stede", "Afbud"])
def test_a_point_that_says_who_was_there_has_no_outcome(title: str) -> None:
    text = f"Referat fra bestyrelsesmøde\n\n1. {title}\nNanna Vorup, Egon Pabst og Bodil Tang\n\n2. Takster\nGodkendt.\n\n3. Evt.\nIntet.\n"
    items = segment(Source(text)).meetings[0].items
    assert [[str(zone.zone) for zone in item.zones] for item in items] == [
        ["agenda", "attendance"],
        ["agenda", "outcome"],
        ["agenda", "outcome"],
    ]


@pytest.mark.parametrize(
    "heading",
    ["Beslutning", "BESLUTNING", "Beslutning:", "Beslutninger", "Byrådets beslutning", "Beslutning i Byrådet den 4. juni 2019",
     "Beslutning Byrådet den 04-06-2019", "Byrådets beslutning i mødet den 4. juni 2019", "Referat:", "Konklusion:"],
)  # fmt: skip
def test_outcome_headings(heading: str) -> None:
    item = only_item(f"Sagsfremstilling\nTaksten er gammel.\n{heading}\nGodkendt.")
    assert told(item)[-1] == ("outcome", "Godkendt.")
    assert told(item)[1] == ("case", "Taksten er gammel.")


def test_text_below_who_left_first_is_the_outcome() -> None:
    item = only_item("Egon Pabst forlod mødet under behandling af punktet.\n\nProjektet godkendt.")
    assert [str(zone.zone) for zone in item.zones] == ["agenda", "attendance", "outcome"]
    assert told(item)[-1] == ("outcome", "Projektet godkendt.")


@pytest.mark.parametrize("answer", ["Provstiudvalget bevilger beløbet.", "Taget til efterretning"])
def test_what_stands_below_the_names_of_the_files_is_the_outcome_where_no_heading_says_so(answer: str) -> None:
    item = only_item(
        f"\nSager:\n\nTakster for vand (2021 - 1204)\n\nBilag:\nAktdokument, Takster for vand\n\n{answer}",
        head="Referat af møde i provstiudvalget den 4. juni 2019\n\n",
    )
    assert [str(zone.zone) for zone in item.zones] == ["agenda", "agenda", "attachment", "outcome"]
    assert told(item)[-1] == ("outcome", answer)


@pytest.mark.parametrize(
    "line", ["Beslutning: Godkendt.", "Beslutning Godkendt.", "BeslutningGodkendt.", "BESLUTNING: Godkendt."]
)
def test_heading_and_text_on_one_line(line: str) -> None:
    item = only_item(f"Sagsfremstilling\nTaksten er gammel.\n{line}")
    assert told(item)[-1] == ("outcome", "Godkendt.")
    assert item.zones[-1].heading is not None and item.zones[-1].heading.lower() == "beslutning"


def test_a_title_that_begins_with_beslutning_is_no_heading() -> None:
    text = "Referat af møde i Byrådet den 4. juni 2019\n\n1. Beslutning om ny bro\nBeslutning\nGodkendt.\n\n2. Beslutning om vej\nBeslutning\nAfvist.\n"
    assert [item.title for item in segment(Source(text)).meetings[0].items] == [
        "Beslutning om ny bro",
        "Beslutning om vej",
    ]


def test_an_earlier_body_is_history() -> None:
    item = only_item(
        "Indstilling\nat taksten godkendes.\nBeslutning i Økonomiudvalget den 28. maj 2019\nAnbefales.\n"
        "Beslutning i Byrådet den 4. juni 2019\nGodkendt."
    )
    assert ("history", "Anbefales.") in told(item)
    assert told(item)[-1] == ("outcome", "Godkendt.")


def test_the_decision_repeated_under_sagens_forloeb_is_history() -> None:
    item = only_item(
        "Beslutning\nUdsat.\nSagens forløb\nTeknikudvalget, 21. maj 2019, pkt. 7:\nAnbefales.\nBeslutning\nUdsat."
    )
    assert [zone for zone, text in told(item) if text == "Udsat."] == ["outcome", "history"]


def test_attendance_after_the_outcome() -> None:
    item = only_item("Beslutning\nGodkendt.\n\nTove Lund (V) deltog ikke i sagens behandling.\n\nFraværende: Ib Kofoed")
    assert told(item) == [
        ("outcome", "Beslutning"),
        ("outcome", "Godkendt."),
        ("attendance", "Tove Lund (V) deltog ikke i sagens behandling."),
        ("attendance", "Fraværende: Ib Kofoed"),
    ]


def test_the_outcome_goes_on_after_an_attendance_line() -> None:
    item = only_item("Beslutning\nFraværende: Ib Kofoed\nGodkendt.")
    assert told(item)[1:] == [("attendance", "Fraværende: Ib Kofoed"), ("outcome", "Godkendt.")]


def test_a_sentence_that_mentions_absence_is_no_attendance() -> None:
    item = only_item("Da Rita var fraværende, blev pjecen udskudt.")
    assert told(item) == [("outcome", "Da Rita var fraværende, blev pjecen udskudt.")]


def test_a_box_of_points_inside_a_case() -> None:
    item = only_item(
        "SAGSFREMSTILLING\nTemaerne er:\n• Trivsel\n\nDet indstilles,\n1. at rådet drøfter planen\n2. at rådet godkender den\n• Fravær\nØKONOMI\nIngen.\n"
        "BESLUTNING\nGodkendt."
    )
    zones = {text: zone for zone, text in told(item)}
    assert zones["1. at rådet drøfter planen"] == "proposal"
    assert zones["• Fravær"] == "case"
    assert [(point.number, point.text) for point in item.recommendations] == [
        ("1", "at rådet drøfter planen"),
        ("2", "at rådet godkender den"),
    ]


POINTS = [
    ("Det indstilles, at taksten hæves.", [("1", "at taksten hæves")]),
    ("Direktionen indstiller,\nat taksten hæves,\n\nat planen vedtages, og\n\nat loftet fjernes.",
     [("1", "at taksten hæves"), ("2", "at planen vedtages"), ("3", "at loftet fjernes")]),
    ("Det indstilles, at\na) taksten hæves,\nb) planen vedtages.", [("a", "taksten hæves"), ("b", "planen vedtages")]),
    ("Det indstilles,\n• at taksten hæves\n• at planen vedtages", [("1", "at taksten hæves"), ("2", "at planen vedtages")]),
    ("Det indstilles, at taksten godkendes, og at planen vedtages.", [("1", "at taksten godkendes"), ("2", "at planen vedtages")]),
    ("Det indstilles, at udvalget anbefaler, at taksten hæves.", [("1", "at udvalget anbefaler, at taksten hæves")]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), POINTS, ids=[body[:40] for body, _ in POINTS])
def test_recommendations(body: str, expected: list[tuple[str, str]]) -> None:
    item = only_item(f"Indstilling\n{body}\nBeslutning\nGodkendt.")
    assert [(point.number, point.text) for point in item.recommendations] == expected


def test_back_matter_and_plan() -> None:
    item = only_item("Beslutning\nGodkendt.\nVidere proces\nPlanen sendes ud.\nBilag\nNotat af 3. maj")
    assert told(item)[2:] == [
        ("plan", "Videre proces"),
        ("plan", "Planen sendes ud."),
        ("attachment", "Bilag"),
        ("attachment", "Notat af 3. maj"),
    ]


def test_list_items_know_their_lead() -> None:
    item = only_item("Beslutning\nUdvalget besluttede:\n• at anlægge stien\n• at vente med broen")
    lead, first, second = item.sentences[-3:]
    assert first.lead == second.lead == lead.span


def test_an_agenda_has_no_outcome() -> None:
    text = "Dagsorden for Kulturudvalget den 4. juni 2019\n\n1. Takster\nAnsvarlig: Ib Kofoed\nTid: 10 min.\n\n2. Museets åbningstid\nUdvalget præsenteres for tallene.\n"
    meeting = segment(Source(text)).meetings[0]
    assert meeting.kind is MeetingKind.AGENDA
    assert all(sentence.zone is not ZoneKind.OUTCOME for sentence in meeting.all_sentences())


def test_a_grid_by_its_columns() -> None:
    rows = [
        ["Emne", "Tovholder", "Proces", "Beslutning"],
        ["1. Dagsorden", "Ib", "B", "Godkendt."],
        ["2. Trafik", "Tove", "Drøftelse", "Punktet udsættes."],
    ]
    text, marks = "Referat af møde i Trafikrådet den 4. juni 2019\n\n", []
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            marks.append(Mark(MarkKind.CELL, len(text), len(text) + len(cell), table=0, row=row, column=column))
            text += cell + "\n"
        text += "\n"
    meeting = segment(Source(text, marks=tuple(marks))).meetings[0]
    assert [(item.number, item.title) for item in meeting.items] == [("1", "Dagsorden"), ("2", "Trafik")]
    assert [[s.text for s in item.sentences if s.zone is ZoneKind.OUTCOME] for item in meeting.items] == [
        ["Godkendt."],
        ["Punktet udsættes."],
    ]


BUNDLE = """Referat

Punkt 1: Dagsorden

Godkendt.

Punkt 2: Bordrunde (5 min)

Der blev orienteret om aktuelle sager i afdelingen.
\fIndstilling til rådmandsmødet
23/01/2024 – 20 minutter

Flere borgere i beskæftigelse

INDSTILLING

Det indstilles,
1. at rådmanden godkender planen

SAGSFREMSTILLING
Der var en drøftelse i oktober.

Punkt 2, Bilag 1: Plan
Punkt 3: Orientering fra udvalget (5 min)

.
\fEmne: Kulturudvalgsmøde
Mødedato: 24. januar 2024
Mødested: Rådhuset

Dagsorden:

1. Godkendelse af dagsorden

Ansvarlig: Ib Kofoed

2. Museets tal

Ansvarlig: Tove Lund
"""


def test_a_bundle() -> None:
    found = segment(Source(BUNDLE), meeting_date=date(2024, 1, 23))
    kinds = [(meeting.kind, meeting.date, [item.title for item in meeting.items]) for meeting in found.meetings]
    assert kinds == [
        (MeetingKind.MINUTES, None, ["Dagsorden", "Bordrunde"]),
        (MeetingKind.ATTACHMENT, None, ["Flere borgere i beskæftigelse"]),
        (MeetingKind.AGENDA, date(2024, 1, 23), ["Orientering fra udvalget"]),
        (MeetingKind.AGENDA, date(2024, 1, 24), ["Godkendelse af dagsorden", "Museets tal"]),
    ]
    paper = found.meetings[1].items[0]
    assert [point.text for point in paper.recommendations] == ["at rådmanden godkender planen"]


@pytest.mark.parametrize(
    "names",
    ["Nanna Vorup, Egon M. Pabst, Bodil Tang.", "Nanna Vorup og Egon Pabst.", "Ingen.", "Nanna Vorup.",
     "Nanna Vorup, Egon Pabst.\n\nSuppleant for Nanna Vorup:\n\nBodil Tang"],
)  # fmt: skip
def test_names_below_a_lone_label_of_absence_tell_of_presence(names: str) -> None:
    item = only_item(f"Beslutning\n\nGodkendt.\n\nFraværende:\n\n{names}")
    assert {zone for zone, text in told(item) if text not in ("Beslutning", "Godkendt.")} == {"attendance"}
    assert ("outcome", "Godkendt.") in told(item)


@pytest.mark.parametrize("text", ["Der sendes et høringssvar.", "Nanna Vorup sender et høringssvar."])
def test_text_below_names_of_the_absent_goes_on_with_the_outcome(text: str) -> None:
    item = only_item(f"Beslutning\n\nGodkendt.\n\nFraværende:\n\nNanna Vorup, Egon Pabst.\n\n{text}")
    assert told(item)[-1] == ("outcome", text)


@pytest.mark.parametrize(
    ("text", "answer"), [("Godkendt. Side 4", "Godkendt."), ("Vedtaget Side 12", "Vedtaget Side 12")]
)
def test_an_answer_and_its_page_below_the_absent_are_no_names(text: str, answer: str) -> None:
    item = only_item(f"Beslutning\n\nFraværende: Nanna Vorup, Egon Pabst\n\n{text}")
    assert ("outcome", answer) in told(item)


@pytest.mark.parametrize("title", ["Fravær og skoletræthed", "Deltagere i projektet", "Fravær hos personalet"])
def test_a_topic_that_begins_with_a_word_of_presence_has_an_outcome(title: str) -> None:
    text = f"Referat af møde i Byrådet den 4. juni 2019\n\n1. {title}\nFraværet er faldet.\n\n2. Eventuelt\nIntet.\n"
    item = segment(Source(text)).meetings[0].items[0]
    assert [sentence.zone for sentence in item.sentences] == [ZoneKind.AGENDA, ZoneKind.OUTCOME]


@pytest.mark.parametrize(
    "earlier",
    [
        "Beslutning fra Plan, Miljø og Teknik, 14. maj 2019, pkt. 563:",
        "Beslutning i Økonomiudvalget den 14-05-2019, pkt. 12",
        "Beslutninger Kulturudvalget den 14. maj 2019, sag nr. 7",
    ],
)
def test_what_an_earlier_body_decided_as_its_point_stands_above_the_plain_decision(earlier: str) -> None:
    body = f"Indstilling\nat taksten hæves.\n\n{earlier}\n\nIkke til stede: Egon Pabst (N)\n\nAnbefales.\n\nBeslutning\n\nGodkendt."
    text = f"Referat\n\n1. Takster for vand\n{body}\n\n2. Dagsorden\nBeslutning\n\nGodkendt.\n"
    meeting = segment(Source(text), meeting_date=date(2019, 6, 4)).meetings[0]
    assert meeting.body is None
    assert told(meeting.items[0])[2:] == [
        ("history", earlier),
        ("history", "Ikke til stede: Egon Pabst (N)"),
        ("history", "Anbefales."),
        ("outcome", "Beslutning"),
        ("outcome", "Godkendt."),
    ]


def test_the_day_of_an_earlier_body_is_not_that_of_the_meeting() -> None:
    text = "Referat\n\n1. Takster for vand\nBeslutning fra Plan og Teknik, 14. maj 2019, pkt. 563:\nAnbefales.\n\nBeslutning\nGodkendt.\n"
    assert segment(Source(text)).meetings[0].date is None


def test_an_empty_seat_in_the_list_of_the_absent_tells_of_presence() -> None:
    item = only_item(
        "Beslutning\n\nGodkendt.\n\nFravær med afbud:\n\n  • Nanna Vorup – Egon Pabst deltager som suppleant\n    • Liste K's plads er vakant. Der er ingen suppleanter.\n\nDer sendes et brev."
    )
    assert told(item)[2:] == [
        ("attendance", "Fravær med afbud:"),
        ("attendance", "• Nanna Vorup – Egon Pabst deltager som suppleant"),
        ("attendance", "• Liste K's plads er vakant."),
        ("attendance", "Der er ingen suppleanter."),
        ("outcome", "Der sendes et brev."),
    ]
