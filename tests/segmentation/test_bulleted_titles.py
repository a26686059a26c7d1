"""Titles that only a bullet marks, and lists that are none."""

from __future__ import annotations

import pytest

from decisionnlp.document import Source
from decisionnlp.segmentation import segment


@pytest.mark.parametrize("mark", ["·", "•", "-", "\uf0b7", "*", "▪"])
def test_a_bullet_may_mark_the_titles(mark: str) -> None:
    text = (
        "Referat af bestyrelsesmøde den 3. maj 2018\n\n"
        f"{mark} Godkendelse af dagsorden\nDagsordenen blev godkendt.\n\n"
        f"{mark} Nyt fra kassereren\nDer er 41.000 kr. i kassen.\nVi køber en plæneklipper.\n\n"
        f"{mark} Eventuelt\nIntet.\n"
    )
    (meeting,) = segment(Source(text, "referat.txt")).meetings
    assert [item.title for item in meeting.items] == ["Godkendelse af dagsorden", "Nyt fra kassereren", "Eventuelt"]


def test_a_list_of_points_without_text_is_no_row_of_titles() -> None:
    text = (
        "Referat af bestyrelsesmøde den 3. maj 2018\n\n1. Godkendelse af dagsorden\nGodkendt.\n\n"
        "2. Nyt fra kassereren\nDer var tre emner:\n· Økonomi\n· Takster\n· Eventuelt køb af klipper\nVi venter.\n\n3. Eventuelt\nIntet.\n"
    )
    (meeting,) = segment(Source(text, "referat.txt")).meetings
    assert [item.number for item in meeting.items] == ["1", "2", "3"]


_HEAD = "Referat fra bestyrelsesmøde den 3. maj 2018\n\nTil stede: Nanna, Bo og Ida\n\n"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Godkendelse af referat\n• Referatet blev godkendt.\nCykelkælderen\n• Bo rydder op i uge 20.\n• Gamle cykler mærkes.\n"
            "Ny dørtelefon\n• Der er hentet to tilbud.\nEventuelt\n• Intet.\n",
            ["Godkendelse af referat", "Cykelkælderen", "Ny dørtelefon", "Eventuelt"],
        ),
        (
            "Siden sidst\n- Taget er tæt igen.\n\nØkonomi\n- Budgettet holder.\n- Ida betaler regningen fra\n  mureren.\n\n"
            "Sommerfest:\n- Festen holdes den 9. juni.\n",
            ["Siden sidst", "Økonomi", "Sommerfest"],
        ),
        # A list here and there among paragraphs shows no titles.
        (
            "Vi talte om taget, som er utæt igen.\nØkonomi\n- Budgettet holder.\nDer blev også talt om regningen fra mureren.\n"
            "Mureren kommer igen på fredag og ser på skorstenen.\nØnsker til festen\n- Musik\nHvem der laver maden, er ikke aftalt.\n"
            "Telte\n- To\nDe lejes igen hos Ida.\n",
            [],
        ),
    ],
)
def test_lines_above_bullets_are_titles_where_all_text_is_bulleted(text: str, titles: list[str]) -> None:
    (meeting,) = segment(Source(_HEAD + text, "referat.txt")).meetings
    found = [item.title for item in meeting.items]
    assert found == titles if titles else "Ønsker til festen" not in found


def test_a_first_point_that_kept_its_number_and_an_end_with_little_text_stay_among_bulleted_titles() -> None:
    text = (
        "1. Regnskab\n\nIda gennemgik tallene, og alt stemmer med budgettet.\n\n• Legepladsen\n\nGyngen er i stykker og skal fjernes.\n\n"
        "• Affaldsskuret\n\nDøren binder stadig, så Bo høvler den.\n\n• Evt.\n\nIkke noget\n"
    )
    (meeting,) = segment(Source(_HEAD + text, "referat.txt")).meetings
    assert [(item.number, item.title) for item in meeting.items] == [
        ("1", "Regnskab"),
        (None, "Legepladsen"),
        (None, "Affaldsskuret"),
        (None, "Evt."),
    ]
