"""Rows whose cells are kept apart with tabs, worked out by hand."""

from __future__ import annotations

import pytest

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

HEAD = "Referat af personalemøde den 4. juni 2019\n\nPunkt\tReferat\tAnsvarlig\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "1. Dagsorden\tGodkendt\t\n2. Sommerfest\tDen holdes i juni.\tIb\n3. Eventuelt\tIntet\t\n",
            [
                ("Dagsorden", ["1. Dagsorden", "Godkendt"]),
                ("Sommerfest", ["2. Sommerfest", "Den holdes i juni.", "Ib"]),
                ("Eventuelt", ["3. Eventuelt", "Intet"]),
            ],
        ),
        (  # the tab after a number parts no cells
            "1.\tDagsorden\nGodkendt.\n2.\tSommerfest\nDen holdes i juni.\n3.\tEventuelt\nIntet.\n",
            [
                ("Dagsorden", ["1.\tDagsorden", "Godkendt."]),
                ("Sommerfest", ["2.\tSommerfest", "Den holdes i juni."]),
                ("Eventuelt", ["3.\tEventuelt", "Intet."]),
            ],
        ),
    ],
)
def test_tabs_part_the_cells(rows: str, expected: list[tuple[str, list[str]]]) -> None:
    (meeting,) = segment(Source(HEAD + rows, "referat.txt")).meetings
    assert [(item.title, [sentence.text for sentence in item.sentences]) for item in meeting.items] == expected
