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
