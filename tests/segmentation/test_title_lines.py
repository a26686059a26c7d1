"""Lines that make up an item's title, each with the sentences worked out by hand."""

from __future__ import annotations

import pytest

from decisionnlp.document import SentenceKind, Source, ZoneKind
from decisionnlp.segmentation import segment

HEAD = "Referat af møde i Ældrerådet den 18. december 2014\n\n"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1.\nTakster\nGodkendt.\n\n2.\nMødedatoer 2015\nAftalt.\n\n3.\nEventuelt\nIntet.\n", ["1.", "Takster"], ["3.", "Eventuelt"]),
        ("1\nTakster\n\nGodkendt.\n\n2\nEventuelt\n\nIntet.\n", ["1", "Takster"], ["2", "Eventuelt"]),
        ("1. Takster\nGodkendt.\n\n2. Eventuelt\nIntet.\n", ["1. Takster"], ["2. Eventuelt"]),
    ],
)  # fmt: skip
def test_a_number_alone_is_a_sentence_of_its_own(text: str, first: list[str], last: list[str]) -> None:
    (meeting,) = segment(Source(HEAD + text, "referat.txt")).meetings
    for item, lines in ((meeting.items[0], first), (meeting.items[-1], last)):
        titles = [sentence for sentence in item.sentences if sentence.kind is SentenceKind.HEADING]
        assert [sentence.text for sentence in titles] == lines
        assert {sentence.zone for sentence in titles} == {ZoneKind.AGENDA}


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Torsdag den 19. maj 2022 kl. 17:00", ""),
        ("d. 19/5-2022", ""),
        ("Takster for 2022", "Takster for 2022"),
        ("Leje af 19. maj-pladsen", "Leje af 19. maj-pladsen"),
    ],
)
def test_a_day_alone_is_no_title(line: str, title: str) -> None:
    text = f"Havneudvalget\n\nReferat\n\n{line}\n\nBeslutning\nGodkendt.\n\nBådpladser\nBeslutning\nUdsat.\n"
    (meeting,) = segment(Source(text, "side.txt")).meetings
    assert [item.title for item in meeting.items] == [title, "Bådpladser"]


@pytest.mark.parametrize("kind", ["B", "O/D", "17.30-17.35"])
def test_a_cell_below_the_question_belongs_to_the_title_block(kind: str) -> None:
    text = f"Pkt. 1\n\nDagsorden\n\nEr der punkter til eventuelt?\n\n{kind}\n\nGodkendt\n\nPkt. 2\n\nTakster\n\n{kind}\n\nUdsat\n"
    (meeting,) = segment(Source(HEAD + text, "referat.txt")).meetings
    zones = [(sentence.text, sentence.zone) for sentence in meeting.items[0].sentences]
    assert zones[-3:] == [
        ("Er der punkter til eventuelt?", ZoneKind.AGENDA),
        (kind, ZoneKind.AGENDA),
        ("Godkendt", ZoneKind.OUTCOME),
    ]


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (
            [
                "1. Nyt fra kontoret – intet at bemærke",
                "2. Lamper – de gamle lamper er blevet skiftet",
                "3. Vaskeri – bestyrelsen vedtog at købe en ny maskine",
                "4. Evt. – intet",
            ],
            ["Nyt fra kontoret", "Lamper", "Vaskeri", "Evt."],
        ),
        (
            ["1. Regnskab – orientering", "2. Budget 2020 – 1. behandling", "3. Eventuelt – og andet"],
            ["Regnskab – orientering", "Budget 2020 – 1. behandling", "Eventuelt – og andet"],
        ),
    ],
)
def test_a_dash_ends_the_titles_where_most_lines_tell_what_was_said(lines: list[str], titles: list[str]) -> None:
    (meeting,) = segment(Source(HEAD + "\n".join(lines) + "\n", "referat.txt")).meetings
    assert [item.title for item in meeting.items] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (  # a short answer behind the first title's colon; one title longer than the others
            "Referat af sidste møde: Godkendt uden bemærkninger.\n\nHavnedag :\n\nBo spørger spejderne om telte.\n\n"
            "Klipning af hækkene langs stien, herunder lån af foreningens maskine :\n\nAftalt, at Ida køber en ny.\n\n"
            "Evt. :\n\nIntet.\n\nHjemmesiden :\n\nKalenderen rettes.\n",
            [
                "Referat af sidste møde",
                "Havnedag",
                "Klipning af hækkene langs stien, herunder lån af foreningens maskine",
                "Evt.",
                "Hjemmesiden",
            ],
        ),
        (  # a sentence that leads up to a list is none
            "Havnedag:\n\nBo spørger spejderne.\n\nEvt.:\n\nIntet.\n\nHække:\n\nDe klippes.\n\n"
            "Bestyrelsen besluttede på mødet, at følgende skal være på plads inden maj:\n\nNye bænke og borde.\n",
            ["Havnedag", "Evt.", "Hække"],
        ),
    ],
)  # fmt: skip
def test_titles_before_a_colon(text: str, titles: list[str]) -> None:
    (meeting,) = segment(Source(HEAD + text, "referat.txt")).meetings
    assert [item.title for item in meeting.items] == titles


@pytest.mark.parametrize(
    ("text", "titles", "zones"),
    [
        (  # the column titles of a grid above its only point
            "Emne, tid\n\nReferat\n\nBeslutninger\n\n1. Valg af dirigent\n(17:00 - 17:05)\nAnsvarlig:\nFormandskabet\n\n"
            "Sagsfremstilling\nRådet skal vælge en dirigent.\n\nDrøftelse\nBo meldte sig.\n\nBeslutning\nBo blev valgt.\n",
            ["Valg af dirigent"],
            [ZoneKind.CASE, ZoneKind.OUTCOME],
        ),
        (  # a case and its proposal, the outcome without a heading
            "Ny dato for havnens dag\n\nSagsresumé:\nDagen falder sammen med et stævne.\n\nIndstilling\n"
            "Det indstilles, at dagen flyttes til den 9. maj.\n\nRådet besluttede at flytte dagen til den 16. maj.\n",
            ["Ny dato for havnens dag"],
            [ZoneKind.CASE, ZoneKind.PROPOSAL],
        ),
        (
            "Bænke på torvet\n\nSagsfremstilling:\nDer mangler bænke.\n\nIndstilling:\nAt der købes fire.\n\n"
            "Lys på stien\n\nSagsfremstilling:\nStien er mørk.\n\nIndstilling:\nAt der søges om midler.\n",
            ["Bænke på torvet", "Lys på stien"],
            [ZoneKind.CASE, ZoneKind.PROPOSAL],
        ),
    ],
)  # fmt: skip
def test_cases_that_only_some_headings_tell(text: str, titles: list[str], zones: list[ZoneKind]) -> None:
    (meeting,) = segment(Source(HEAD + text, "referat.txt")).meetings
    assert [item.title for item in meeting.items] == titles
    assert {zone.zone for zone in meeting.items[0].zones} >= set(zones)


def test_a_title_without_text_glued_to_the_openness_of_the_points_below() -> None:
    text = (
        "Godkendelse af dagsorden:\nPunkt 12 udgik. Dagsordenen blev derefter godkendt.\n\nFraværende:\nBo Vorup\n\n"
        "Meddelelser:Åbne\n\n11. Takster\nIndstilling\nAt taksterne godkendes.\nBeslutning\nGodkendt.\n\n"
        "12. Mødeplan\nIndstilling\nAt planen godkendes.\nBeslutning\nGodkendt.\n"
    )
    (meeting,) = segment(Source(HEAD + text, "referat.txt")).meetings
    assert [item.title for item in meeting.items] == ["Godkendelse af dagsorden", "Meddelelser", "Takster", "Mødeplan"]
