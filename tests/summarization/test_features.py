"""Columns that other parts of the library fill."""

import pytest

from decisionnlp.document import Source
from decisionnlp.summarization.centrality import vectors_of
from decisionnlp.summarization.features import CUES, features_of, names
from decisionnlp.summarization.structure import read_papers


@pytest.mark.parametrize(
    ("sentence", "dated", "on_event"),
    [
        ("Forvaltningen fremlægger en plan for boligerne senest den 1. maj 2025.", 1.0, 0.0),
        ("Forvaltningen fremlægger en plan for boligerne på næste møde i udvalget.", 0.0, 1.0),
        ("Boligerne blev taget i brug den 1. maj 2019 efter en lang byggeperiode.", 0.0, 0.0),
        ("Det næste statusmøde om boligerne holdes senest den 1. maj 2025 på rådhuset.", 0.0, 0.0),
        ("Udvalget får boligerne til behandling på et møde senest den 1. maj 2025.", 1.0, 0.0),
        ("Forvaltningen holder øje med boligerne i hele kommunen.", 0.0, 0.0),
    ],
)
def test_deadlines_are_columns(sentence: str, dated: float, on_event: float) -> None:
    paper = read_papers(Source(text=f"Status på boligerne\n\n{sentence}\n\nSkolerne fortsætter som hidtil.\n"))[0][0]
    at = next(candidate.index for candidate in paper.candidates if candidate.text == sentence)
    row = features_of(paper, vectors_of([candidate.text for candidate in paper.candidates]))[at]
    assert (row[names().index("deadline")], row[names().index("deadline_event")]) == (dated, on_event)


@pytest.mark.parametrize(
    ("cue", "text", "told"),
    [
        ("act", "der etableres to boliger ved havnen.", True),
        ("act", "der kan etableres to boliger ved havnen.", False),
        ("time_ahead", "forløbet begynder i starten af februar.", True),
        ("time_ahead", "starten af forløbet gik godt.", False),
        ("voices", "der opbygges workshopforløb for brancher.", False),
        ("proposal", "det indstilles, at huset sælges.", True),
        ("proposal", "sagen fremgår af en tidligere indstilling.", False),
        ("explanation", "enkelte beboere har egen bil.", True),
        ("explanation", "det enkelte boligområde vælger selv.", False),
        ("explanation", "det vides ikke, hvor mange der kommer.", False),
        ("voices", "flere fortæller om lange ventetider.", True),
    ],
)
def test_cues(cue: str, text: str, told: bool) -> None:
    assert (CUES[cue].search(text) is not None) is told
