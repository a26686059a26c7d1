"""Items of a web page whose list shows a bullet and the number alone, the title in the line below."""

from __future__ import annotations

from datetime import date

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

PAGE = """Referat

Torsdag den 19. maj 2022 kl. 17:00

Mødested: Pakhuset
Udvalg: Havneudvalget
Medlemmer: Gerd Lomholt (V), Svend Aage Riis (C)
Afbud fra:
 • 1
  Orientering om bådpladser
  Sagsid.: 22/4411

  INDSTILLING:

  Administrationen indstiller, at udvalget tager orienteringen til efterretning.

  BESLUTNING: Havneudvalget den 19-05-2022

  Godkendt.
 • 2
  Takster for havnen
  Sagsid.: 22/4412

  BESLUTNING: Havneudvalget den 19-05-2022

  Udsat.
"""


def test_a_bullet_and_a_number_open_an_item() -> None:
    (meeting,) = segment(Source(PAGE, "side.txt")).meetings
    assert [(item.number, item.title) for item in meeting.items] == [
        ("1", "Orientering om bådpladser"),
        ("2", "Takster for havnen"),
    ]
    assert meeting.date == date(2022, 5, 19)


def test_the_files_listed_below_the_point_above_are_its_own() -> None:
    page = PAGE.replace(
        "  Godkendt.\n", "  Godkendt.\n\n    • Bilag\n\n      Kort_over_broer.pdf\n\n      Takster.xlsx\n\n"
    )
    first, second = segment(Source(page, "side.txt")).meetings[0].items
    assert "Takster.xlsx" in page[first.start : first.end]
    assert page[second.start : second.start + 3] == "• 2"
