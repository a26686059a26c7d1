"""Minutes that print nothing but the answers."""

from __future__ import annotations

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

TEXT = """08. marts 2021

Forsamlingssalen kl. 13:30

Dagsorden godkendes.

2a. Nyt fra formanden

2b. Nyt fra forvaltningen

2a. Ingen

2b.

Hundepladsen bag posthuset flyttes, når jorden er tøet op

Ingen orienteringer.

Indstillingen godkendes med den bemærkning: at der skal opsættes lys langs trappen.

Orienteringen taget til efterretning med det ønske: at de to nordlige bygder også skrives ind.

Formanden opfordres til at lægge sine fotos ud.

Punktet udsættes. Der ønskes en tegning til næste møde.

Nivi Lynge (IA): oliespand bag skolen. Direktøren svarer skriftligt i uge 11.

Aqqaluk (S): Ønsker, at bussen også kører søndag.

7. Lukket
"""


def test_each_answer_is_a_point() -> None:
    items = segment(Source(text=TEXT)).meetings[0].items
    assert [TEXT[item.start :][:14].strip() for item in items] == [
        "Dagsorden godk",
        "2a. Nyt fra fo",
        "Ingen orienter",
        "Indstillingen",
        "Orienteringen",
        "Punktet udsætt",
        "Nivi Lynge (IA",
        "7. Lukket",
    ]


def test_answers_below_headings_open_no_points() -> None:
    text = TEXT.replace("Indstillingen godkendes", "Vejene\n\nBeslutning\n\nIndstillingen godkendes")
    assert len(segment(Source(text=text)).meetings[0].items) < 8
