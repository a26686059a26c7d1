"""Points whose titles stand in the contents list alone."""

from __future__ import annotations

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

TEXT = """Bestyrelsesmøde i Fjordklyngen Fredag 19. november 2021 kl. 09.00 – 12.00

Havnegade 2, Sundby Mona Lyng Allan Gravgård Vestby Kommune Østby Kommune

3 1. Godkendelse af dagsorden 2. Fælles strategi for turisme 3. Analyse af pendling 4. Budget 2022 5. Ansøgning fra Fødevarehuset 6. Eventuelt Direktionen indstiller, at bestyrelsen • godkender dagsordenen.

Referat Godkendt. Direktionen indstiller, at bestyrelsen • godkender strategien og sender den i høring i kommunerne.

Sagsfremstilling Strategien bygger på tre spor: kyst, mad og kultur. Den har været drøftet i udvalgene i de to kommuner.

Referat Strategien godkendt med den tilføjelse, at lystfiskeri nævnes. Direktionen indstiller, at bestyrelsen • tager analysen til efterretning.

Sagsfremstilling Analysen viser, at 11.200 borgere hver dag krydser en kommunegrænse på vej til arbejde.

Referat Taget til efterretning. Direktionen indstiller, at bestyrelsen • godkender budget 2022.

Sagsfremstilling Budgettet balancerer med 1.642.000 kr. og er en fremskrivning af budget 2021.

Referat Godkendt. Direktionen indstiller, at bestyrelsen • bevilger 75.000 kr. til Fødevarehuset.

Sagsfremstilling Huset søger om tilskud til en koordinator. Der er 31 medlemmer.

Referat Bestyrelsen ønsker at se regnskabet, inden der tages stilling. Punktet genoptages på næste møde.

6. Eventuelt

Referat Intet.
"""


def test_each_recurring_opening_begins_a_point() -> None:
    items = segment(Source(text=TEXT)).meetings[0].items
    assert [TEXT[item.start :].split(" • ")[0].split("\n")[0][:23] for item in items] == [
        *["Direktionen indstiller,"] * 5,
        "6. Eventuelt",
    ]


def test_recommendations_under_titles_of_their_own_open_nothing() -> None:
    text = TEXT
    for number, title in enumerate(("Dagsorden", "Strategi", "Pendling", "Budget", "Ansøgning"), 1):
        text = text.replace("Direktionen indstiller", f"\n\n{number}. {title}\n\nDirektionen  indstiller", 1)
    titles = [item.title for item in segment(Source(text=text.replace("n  i", "n i"))).meetings[0].items]
    assert "Budget" in titles
