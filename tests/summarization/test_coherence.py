"""Which sentences cannot be read alone."""

import pytest

from decisionnlp import lexicons
from decisionnlp.document import Source
from decisionnlp.summarization.coherence import needed_by, opening
from decisionnlp.summarization.structure import read_papers
from tests.summarization.papers import NOTE


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Det svarer til et fald på 12 pct.", "pronoun"),
        ("Den har ligget der siden 1962.", "pronoun"),
        ("De skal have svar i maj.", "pronoun"),
        ("Det drejer sig om familier med små børn.", "pronoun"),
        ("Det handler om tre ejendomme.", "pronoun"),
        ("Det vurderes, om fristen kan forlænges.", ""),
        ("Dette kræver en ny lokalplan.", "pronoun"),
        ("Disse pladser lukkes.", "pronoun"),
        ("Dermed mangler der 2 mio. kr.", "pronoun"),
        ("Heraf dækkes halvdelen af staten.", "pronoun"),
        ("Det forventes, at udgiften falder.", ""),
        ("Det foreslås, at taksten hæves.", ""),
        ("Det er forvaltningens vurdering, at planen holder.", ""),
        ("Det samlede beløb er 3 mio. kr.", ""),
        ("De største poster er løn og husleje.", ""),
        ("Den nye bro åbner i maj.", ""),
        ("For Vorup fastholdes forslaget om at lukke.", ""),
        ("Derfor lukkes pladserne.", "connective"),
        ("Samtidig hæves taksten.", "connective"),
        ("Udvalget beslutter det i maj.", ""),
    ],
)
def test_opening(text: str, kind: str) -> None:
    assert opening(text) == kind


def test_lexicon_examples() -> None:
    entries = lexicons.load("summary_openings")
    assert opening(entries["pronoun"]["example"]) == "pronoun"
    assert opening(entries["pronoun"]["forward_example"]) == ""
    assert opening(entries["connective"]["example"]) == "connective"


def test_needed() -> None:
    paper = read_papers(Source(text=NOTE))[0][0]
    by_text = {candidate.text: candidate.index for candidate in paper.candidates}
    needed = needed_by(paper.candidates)
    change = by_text["Antallet af besøgende er faldet fra 41.200 i 2021 til 36.050 i 2023."]
    assert needed[by_text["Det svarer til et fald på 12,5 pct."]] == (change,)
    lead = by_text["Følgende skal afklares inden budgetforhandlingerne:"]
    assert needed[lead] is None
    assert needed[by_text["Skolerne skal aftale bustransport til Vorup Bad."]] == (lead,)


def test_no_antecedent_no_choice() -> None:
    text = "Planer\n\nDette koster 2 mio. kr. i alt og dækkes af puljen.\n\nSkolen bygges om i 2026 for de penge, der er afsat."
    paper = read_papers(Source(text=text))[0][0]
    needed = {
        candidate.text.split()[0]: parts
        for candidate, parts in zip(paper.candidates, needed_by(paper.candidates), strict=True)
    }
    assert needed["Dette"] is None
    assert needed["Skolen"] == ()


def test_a_long_chain_is_left() -> None:
    text = "Broen lukkes i maj for alle biler. Den er fra 1950 og utæt. Det skyldes salt i vandet. Dette koster 3 mio. kr. at rette op."
    paper = read_papers(Source(text=text))[0][0]
    assert needed_by(paper.candidates) == [(), (0,), (0, 1), None]


def test_an_item_needs_what_its_lead_in_points_back_to() -> None:
    text = (
        "Høring\n\nMinisteriet imødekommer to ønsker fra kommunerne. Det drejer sig om:\n\n"
        "- Fristen for at finde en bolig forlænges til 15 hverdage.\n- Tilskuddet til børn uden forældre hæves med 400 kr.\n"
    )
    paper = read_papers(Source(text=text))[0][0]
    at = {candidate.text.split()[0]: candidate.index for candidate in paper.candidates}
    needed = needed_by(paper.candidates)
    assert needed[at["Fristen"]] == needed[at["Tilskuddet"]] == (at["Ministeriet"], at["Det"])
