"""Where the last point ends: what closes the minutes below it belongs to none."""

from __future__ import annotations

import pytest

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

HEAD = """Referat af bestyrelsesmøde den 3. marts 2020

Til stede: Ida, Per og Ruth

1. Godkendelse af dagsorden

Godkendt.

2. Vejen

Per henter et tilbud på grus inden 1. april.

"""


@pytest.mark.parametrize(
    ("last", "end"),
    [
        ("3. Eventuelt\n\nIntet.\n\nIndbydelse til årsmøde\n\nVi ses i hallen.\n", "Intet."),
        ("3. Eventuelt\n\nBeslutning\n\nIntet til dette punkt\n\n\nSe referat fra det særlige møde i pdf\n", "punkt"),
        ("3. Evt. Intet. Næste møde er onsdag den 15. april 2020.\n", "Intet."),
        ("3. Evt. Næste møde er onsdag den 15. april 2020.\n", "2020."),
        ("3. Evt.\n\nRuth har fundet en nøgle.\n\nDirigenten takkede for god ro og orden.\n", "nøgle."),
        ("3. Evt.\n\nIntet til referat.\n\nFlere magasiner fra denne bruger\n", "referat."),
        ("3. Eventuelt\n\nIntet.\nIda deltog ikke i mødet.\n", "mødet."),
    ],
)
def test_the_last_point_ends_where_it_says_no_more(last: str, end: str) -> None:
    items = segment(Source(text=HEAD + last)).meetings[0].items
    assert len(items) == 3
    assert (HEAD + last)[: items[-1].end].endswith(end)
