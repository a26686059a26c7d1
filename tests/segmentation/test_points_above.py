"""Points without a number above the first numbered one, with their text behind a colon."""

from __future__ import annotations

import pytest

from tests.segmentation.found import told_titles

NUMBERED = "40. Regnskab pr. 31. marts\nBeslutning: Anbefales.\n\n41. Broen\nBeslutning: Godkendt.\n\n42. Hegnet\nBeslutning: Afvist.\n"


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (
            "Bemærkninger til dagsordenen: Punkt 42 tages først.\n\nMeddelelser: Chefen orienterede om havnen.\n\n",
            [
                ("Bemærkninger til dagsordenen", "Punkt 42 tages først."),
                ("Meddelelser", "Chefen orienterede om havnen."),
            ],
        ),
        (
            "GODKENDELSE AF DAGSORDENSFORSLAG: Godkendt\n\n",
            [("GODKENDELSE AF DAGSORDENSFORSLAG", "Godkendt")],
        ),
        # A list of what is to come, and a label of the front matter, are no points.
        ("Dagsorden: Regnskab, broen og hegnet.\n\n", []),
        ("Bemærkninger: Ingen.\n\n", []),
    ],
)
def test_points_above(above: str, expected: list[tuple[str, str]]) -> None:
    found = told_titles(
        f"Referat fra Havneudvalgets møde den 4. maj 2006\n\nFraværende: Tage Holm (C).\n\n{above}{NUMBERED}"
    )
    assert [(title, outcome[0]) for number, title, outcome in found if number is None] == expected
    assert [number for number, _, _ in found][-3:] == ["40", "41", "42"]


def test_points_above_in_the_midst_of_a_page() -> None:
    text = (
        "Referat\n\nStørrelse: px\nStarte visningen fra side:\n\nTranskript\n\n1 Referat af Havneudvalgets møde torsdag den 4. maj 2006\n\n"
        "2 Fraværende: Tage Holm (C). Bemærkninger til dagsordenen: Punkt 42 tages først. Meddelelser: Chefen orienterede om havnen. Side 2\n\n"
        "3 40. Regnskab pr. 31. marts Beslutning: Anbefales. 41. Broen Beslutning: Godkendt. 42. Hegnet Beslutning: Afvist. 43. Bommen "
        "Beslutning: Godkendt. 44. Vagten Beslutning: Udsat. Side 3\n"
    )
    assert [(number, title) for number, title, _ in told_titles(text)] == [
        (None, "Bemærkninger til dagsordenen"),
        (None, "Meddelelser"),
        ("40", "Regnskab pr. 31. marts"),
        ("41", "Broen"),
        ("42", "Hegnet"),
        ("43", "Bommen"),
        ("44", "Vagten"),
    ]
