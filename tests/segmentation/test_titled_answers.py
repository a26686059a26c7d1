"""``Beslutning for Punkt 3: Takster`` as the heading of what was decided, also below a contents list that prints it, and what is none."""

from __future__ import annotations

import pytest

from tests.segmentation.found import told_titles

HEAD = "14-03-2023 09:00\nMøde i Studienævnet\n"
POINTS = (
    "Punkt 1: Dagsorden\nBeslutning for Punkt 1: Dagsorden\nGodkendt.\n"
    "Punkt 2: Ny eksamensform v/ Birgit Sand\nDet indstilles, at\nnævnet vedtager formen\nSagsfremstilling\nFormen er prøvet i to år.\n"
    "Beslutning for Punkt 2: Ny eksamensform v/ Birgit Sand\nVedtaget. Birgit Sand skriver ud til holdene.\n"
    "Punkt 3: Merit\nBeslutning for Punkt 3: Merit\nUdsat.\nPunkt 4: Optag\nBeslutning for Punkt 4: Optag\nTil efterretning.\n"
    "Punkt 5: Evt.\nBeslutning for Punkt 5: Evt.\nIntet.\n"
)
RUN_ON = (
    "Punkt 1: Dagsorden 1 Beslutning for Punkt 1: Dagsorden 1 Punkt 2: Ny eksamensform v/ Birgit Sand 1 "
    "Beslutning for Punkt 2: Ny eksamensform v/ Birgit Sand 2 Punkt 3: Merit 2 Beslutning for Punkt 3: Merit 2 "
    "Punkt 4: Optag 2 Beslutning for Punkt 4: Optag 3 Punkt 5: Evt. 3 Beslutning for Punkt 5: Evt. 3\n"
)
ROWS = RUN_ON.replace(" Punkt", "\nPunkt").replace("for\n", "for ").replace(" Beslutning", "\nBeslutning")


@pytest.mark.parametrize("contents", ["", RUN_ON, ROWS])
def test_the_title_once_more_heads_the_outcome(contents: str) -> None:
    assert told_titles(HEAD + contents + POINTS) == [
        ("1", "Dagsorden", ["Beslutning for Punkt 1: Dagsorden\nGodkendt."]),
        (
            "2",
            "Ny eksamensform v/ Birgit Sand",
            [
                "Beslutning for Punkt 2: Ny eksamensform v/ Birgit Sand\nVedtaget. Birgit Sand skriver ud til holdene.",
            ],
        ),
        ("3", "Merit", ["Beslutning for Punkt 3: Merit\nUdsat."]),
        ("4", "Optag", ["Beslutning for Punkt 4: Optag\nTil efterretning."]),
        ("5", "Evt.", ["Beslutning for Punkt 5: Evt.\nIntet."]),
    ]


def test_a_point_that_prints_nothing_but_its_decision_opens_there() -> None:
    text = HEAD + RUN_ON + "Beslutning for Punkt 0: Fremmøde\nBo Krag gik kl. 10.\n" + POINTS
    points = told_titles(text)
    assert [number for number, _, _ in points] == ["0", "1", "2", "3", "4", "5"]
    assert points[0][1] == "Fremmøde"


def test_a_sentence_about_a_decision_is_no_heading() -> None:
    text = HEAD + (
        "Punkt 1: Dagsorden\nBeslutning\nGodkendt.\nPunkt 2: Opfølgning\nBeslutning\n"
        "Beslutning for punkt 1 og 2 blev set efter på mødet i maj.\nBeslutning for punkt 4 udestår.\nPunkt 3: Evt.\nBeslutning\nIntet.\n"
    )
    assert [outcome for _, _, outcome in told_titles(text)] == [
        ["Beslutning\nGodkendt."],
        ["Beslutning\nBeslutning for punkt 1 og 2 blev set efter på mødet i maj.\nBeslutning for punkt 4 udestår."],
        ["Beslutning\nIntet."],
    ]
