"""Papers that are a list of equal themes."""

import re

import pytest

from decisionnlp import lexicons
from decisionnlp.document import Source
from decisionnlp.summarization import summarize
from decisionnlp.summarization.structure import Paper, read_papers
from decisionnlp.summarization.themes import themes_of

BODIES = [
    "Der etableres et fast samarbejde mellem skolerne og klubberne om de ældste børn. Samarbejdet har været efterspurgt af forældrene i flere år.",
    "Puljen på 2,4 mio. kr. til legepladser frigives i 2025. Udgiften dækkes af anlægsrammen, og arbejdet udbydes senest den 1. marts 2025.",
    "Det undersøges, om biblioteket kan holde åbent om søndagen. Personalet ønsker, at åbningstiden prøves af i en vinter.",
    "Forvaltningen foreslår en ny busrute til havnen for 1,1 mio. kr. om året. Ruten kan begynde den 12. august 2025.",
]


def paper_of(headings: list[str]) -> Paper:
    parts = [
        f"{heading}\n\n{BODIES[place % len(BODIES)].replace('skolerne', f'skolerne i distrikt {place}')}"
        for place, heading in enumerate(headings)
    ]
    return read_papers(Source(text="Opsamling på borgermøder i Lindkøbing\n\n" + "\n\n".join(parts) + "\n"))[0][0]


@pytest.mark.parametrize(
    ("headings", "themes"),
    [
        (["Tema 1: Børn", "Tema 2: Legepladser", "Tema 3: Biblioteket", "Tema 4: Busser"], [1, 2, 3, 4]),
        (["Anbefaling 1", "Anbefaling 2", "Anbefaling 3", "Anbefaling 4", "Økonomi"], [1, 2, 3, 4, 6]),  # 5 is what stands above the first heading
        (["1) Børn og unge", "2) Legepladser", "3) Biblioteket", "4) Busser til havnen"], [1, 2, 3, 4]),
        # one theme had no text of its own and left no section
        (["Spor 1: Børn", "Spor 2: Leg", "Spor 4: Bøger", "Spor 5: Busser"], [1, 2, 3, 4]),
        # three are too few, sections numbered "1." are how any paper is built, and these are the usual parts
        (["Tema 1: Børn", "Tema 2: Legepladser", "Tema 3: Biblioteket"], None),
        (["1. Indledning", "2. Legepladser", "3. Biblioteket", "4. Busser til havnen"], None),
        (["1) Baggrund", "2) Økonomi", "3) Alternativer", "4) Videre proces"], None),
    ],
)  # fmt: skip
def test_themes(headings: list[str], themes: list[int] | None) -> None:
    paper = paper_of(headings)
    found = themes_of(paper)
    if themes is None:
        assert found is None
        return
    assert found is not None
    sections = sorted({candidate.section for candidate in paper.candidates})
    assert [found[section] for section in sections] == themes


def test_headings_that_come_back_stand_below_their_theme() -> None:
    headings = [line for n in range(1, 5) for line in (f"Spørgsmål {n}: Hvad med nr. {n}", "Svar fra høringen")]
    paper = paper_of(headings)
    found = themes_of(paper)
    assert found is not None
    by_heading = dict(zip(paper.headings, found, strict=True))
    assert by_heading["Spørgsmål 3: Hvad med nr. 3"] == 3
    assert set(found[paper.headings.index("Spørgsmål 1: Hvad med nr. 1") :]) == {1, 2, 3, 4}


def test_every_theme_gets_its_say() -> None:
    """Two themes are without sums and dates, and yet none is left out while another speaks twice."""
    text = "Opsamling på borgermøder i Lindkøbing\n\n" + "\n\n".join(
        f"Tema {number}: Emne {number}\n\n{body}" for number, body in enumerate(BODIES, 1)
    )
    summary = summarize(text=text, words=70)
    assert {sentence.heading for sentence in summary.sentences} == {f"Tema {n}: Emne {n}" for n in range(1, 5)}


def test_lexicon_examples() -> None:
    entries = lexicons.load("summary_themes")
    word = entries["named"]["example"].split()[0].lower()
    assert word in entries["named"]["words"]
    kinds = lexicons.load("summary_cues")["headings"]
    assert any(re.search(kinds[kind], entries["usual"]["example"].lower()) for kind in entries["usual"]["kinds"])
