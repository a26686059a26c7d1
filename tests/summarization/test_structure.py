"""What may be chosen from a bilag, and what never."""

import pytest

from decisionnlp.document import Source, Span
from decisionnlp.flattening import flatten
from decisionnlp.summarization.debris import restates
from decisionnlp.summarization.structure import Paper, read_papers
from tests.summarization.papers import NOTE


@pytest.fixture(scope="module")
def paper() -> Paper:
    papers, _ = read_papers(Source(text=NOTE))
    assert len(papers) == 1
    return papers[0]


def texts(paper: Paper) -> list[str]:
    return [candidate.text for candidate in paper.candidates]


def test_title_and_headings(paper: Paper) -> None:
    assert paper.title == "Bilag 2 – Fremtidens badeanstalt i Lindkøbing"
    assert [heading for heading in paper.headings if heading] == ["Baggrund", "Økonomi", "Videre proces"]


def test_every_candidate_stands_at_its_offsets(paper: Paper) -> None:
    for candidate in paper.candidates:
        assert flatten(NOTE, candidate.start, candidate.end).text == candidate.text


@pytest.mark.parametrize(
    "debris",
    ["....", "Torvet", "Sagsbehandler", "Tabel 1", "2021 41.200", "Kilde", "Side 1", "Hvem bruger", "8999"],
)
def test_debris_is_no_candidate(paper: Paper, debris: str) -> None:
    assert not any(debris in text for text in texts(paper) if not text.startswith("Antallet"))


def test_debris_is_counted(paper: Paper) -> None:
    assert paper.left_out["question"] == 1
    assert paper.left_out["caption"] >= 1


def test_list_items_know_their_lead_in_and_lose_their_dash(paper: Paper) -> None:
    items = [candidate for candidate in paper.candidates if candidate.listed]
    assert [item.text.split()[0] for item in items] == ["Foreningerne", "Skolerne"]
    assert {paper.candidates[item.lead].text for item in items} == {
        "Følgende skal afklares inden budgetforhandlingerne:"
    }
    assert not paper.candidates[items[0].lead].usable


def test_sections(paper: Paper) -> None:
    under = {candidate.text.split()[0]: paper.headings[candidate.section] for candidate in paper.candidates}
    assert under["Badeanstalten"] == "Baggrund"
    assert under["Forvaltningen"] == "Økonomi"
    assert under["Kulturudvalget"] == "Videre proces"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A sentence that a page break cut in two is one sentence.
        (
            "Området har i flere år haft svært ved at\n\nSide 2 af 9\n\nrekruttere uddannede pædagoger til de små steder.",
            None,
        ),
        # A heading without a blank line below it.
        (
            "Personale og ledelse\nDer er ansat tre nye ledere i løbet af foråret, og alle stillinger er nu besat igen.",
            ["Der er ansat tre nye ledere i løbet af foråret, og alle stillinger er nu besat igen."],
        ),
        # A note runs on to the end of its paragraph.
        (
            "Udgiften stiger med 2 mio. kr. næste år.\n\nNote: Tallene er foreløbige. De opdateres senere på året.\n\nLånet optages i maj.",
            ["Udgiften stiger med 2 mio. kr. næste år.", "Lånet optages i maj."],
        ),
        # Pointers to other places say nothing by themselves.
        ("Se bilag 2. Fordelingen fremgår af tabel 1. Taksten hæves til 40 kr.", ["Taksten hæves til 40 kr."]),
        ("23. januar 2024 – 10 min.\n\nTaksten hæves til 40 kr. i maj.", ["Taksten hæves til 40 kr. i maj."]),
    ],
)
def test_shapes(text: str, wanted: list[str] | None) -> None:
    papers, _ = read_papers(Source(text=text))
    found = [candidate.text for paper in papers for candidate in paper.candidates]
    if wanted is None:
        assert any(one.endswith("de små steder.") for one in found)
    else:
        assert found == wanted


def test_two_bilag_are_two_papers() -> None:
    body = " ".join(f"Sag nummer {number} behandles af udvalget i marts." for number in range(20))
    text = f"Bilag 1 – Om skoler\n\n{body}\n\n\fBilag 2 – Om veje\n\n{body}\n"
    papers, _ = read_papers(Source(text=text))
    assert [paper.title for paper in papers] == ["Bilag 1 – Om skoler", "Bilag 2 – Om veje"]
    assert papers[0].end <= papers[1].start


@pytest.mark.parametrize("text", ["", "   \n\n", "…", "1\n2\n3\n", "Kun en overskrift"])
def test_nothing_to_choose_from(text: str) -> None:
    papers, _ = read_papers(Source(text=text))
    assert papers == []


def test_running_lines_are_furniture() -> None:
    page = "\n".join(f"Udvalget får i uge {n} en status for plads nummer {n} i området." for n in range(14))
    text = "".join(f"{page}\n\nLindkøbing Notat om pladser\nSide {n} af 4\n\f" for n in range(1, 5))
    papers, segmentation = read_papers(Source(text=text))
    assert not any("Notat om pladser" in candidate.text for paper in papers for candidate in paper.candidates)
    assert any("Notat om pladser" in text[span.start : span.end] for span in segmentation.furniture)
    assert all(isinstance(span, Span) for span in segmentation.furniture)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Omstillingen berører 96 medarbejdere.", True),
        ("Udgiften til advokat anslås til 400.000 kr.", True),
        ("Beløbet rækker til tre skoler.", True),
        ("En chef for området og to afdelingsledere.", False),
        ("Fælles indgang for alle unge.", False),
        ("Udkast til politisk behandling, april.", False),
        # a long sentence that lacks its full stop at the end of a paragraph, and a row of cells that is as long
        ("Boligerne ved havnen er tæt på at være færdige, og de første beboere flytter ind i løbet af året", True),
        ("Antal pladser i tilbuddet fordelt på alder, køn og bopæl samt andel af alle pladser i kommunen og", False),
    ],
)
def test_what_a_sentence_is(line: str, kept: bool) -> None:
    text = f"Status på området\n\nForvaltningen har gjort status for alle tilbud i kommunen.\n\n{line}\n\nSkolerne fortsætter som hidtil og får en ny leder i maj.\n"
    found = read_papers(Source(text=text))[0][0]
    assert (line in texts(found)) is kept


BEHIND = (
    "Kommunens boliger til nytilkomne er fyldt op. I alt 38 familier har fået en almen bolig. "
    "Tre ejendomme sælges i løbet af 2025."
)


@pytest.mark.parametrize(
    ("before", "behind", "heading"),
    [
        # The heading's own word ends with the page, and what follows speaks of something else.
        ("Alle over 50 år deltager i et webinar om arbejdsmarkedet.", BEHIND, ""),
        # It comes back.
        ("Alle over 50 år deltager i et webinar.", BEHIND + " Webinaret gentages i maj.", "Webinar for seniorer"),
        # The section never used it: nothing can be told.
        ("Alle over 50 år deltager i et kursus om arbejdsmarkedet.", BEHIND, "Webinar for seniorer"),
        # One sentence is the rest of the section.
        ("Alle over 50 år deltager i et webinar.", "Der er plads til 40.", "Webinar for seniorer"),
    ],
)
def test_a_heading_ends_with_its_page_where_its_words_do(before: str, behind: str, heading: str) -> None:
    text = (
        f"Status på modtagelsen\n\nØkonomi\n\nUdgiften er 3 mio. kr. i 2025.\n\nWebinar for seniorer\n\n{before}\n\f{behind}\n\n"
        "Patienter\n\nSygehuset modtager fire patienter om ugen.\n"
    )
    paper = read_papers(Source(text=text))[0][0]
    first = next(candidate for candidate in paper.candidates if candidate.text.startswith(behind[:20]))
    assert paper.headings[first.section] == heading
    assert paper.headings[paper.candidates[-1].section] == "Patienter"


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("Endelig vedtagelse af forslag til lokalplan 17 for boliger ved Kastelvej.", True),
        ("Lokalplan 17 for boliger ved Kastelvej i Vestby.", True),
        ("Byrådet godkender lokalplan 17 for boliger ved Kastelvej.", False),  # says that it is done
        ("Boliger ved Kastelvej.", False),  # too short to tell
        ("Lokalplan 17 giver plads til butikker, kontorer og liberale erhverv.", False),
    ],
)
def test_a_line_that_says_the_title_again(text: str, again: bool) -> None:
    assert restates(text, "Forslag til lokalplan 17 for boliger ved Kastelvej, endelig vedtagelse") is again
