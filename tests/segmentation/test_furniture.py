from __future__ import annotations

import pytest

from decisionnlp import lexicons
from decisionnlp.document import Mark, MarkKind, Source
from decisionnlp.segmentation.furniture import find_furniture


def furniture(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_furniture(Source(text))]


PROSE = "Udvalget drøftede planen for den nye sti og bad om flere tal til næste møde."


@pytest.mark.parametrize(
    "line",
    ["Side 3 af 12", "side 1 af 1", "3 af 12", "- 4 -", "Side! 1 af! 6", "Til top", "Tilbage til toppen", "Udskriv", "Kopier link til punktet",
     "Sidst opdateret 3. maj 2019", "Vi bruger cookies på denne side.", "Lerbæk Kommune - Byrådet - 05-10-2016 - Side 1", "Byrådet Side 3 af 4",
     "  • Udskriv", "Udskriv hele dagsordenen", "Forside > Politik > Referater", "Overblik: Noter", "Lundby Skole – referat 05-02-2025 2/2"],
)  # fmt: skip
def test_lines_that_are_furniture(line: str) -> None:
    assert [piece.strip(" •") for piece in furniture(f"{PROSE}\n{line}\n{PROSE}")] == [line.strip(" •")]


@pytest.mark.parametrize("example", lexicons.load("page_furniture")["line"].values())
def test_every_entry_of_the_lexicon_is_found(example: str) -> None:
    assert example in furniture(f"{PROSE}\n{example}\n{PROSE}")


@pytest.mark.parametrize(
    "line",
    [
        "Se bilag 2, side 4.",
        "27/3",
        "1/8",
        "Godkendt.",
        "Beslutning",
        "Bilag",
        "Punkt 3: Takster",
        "Ib Kofoed følger op på siden om kontakt.",
        "-",
        ".",
    ],
)
def test_lines_that_are_not(line: str) -> None:
    assert furniture(f"{PROSE}\n{line}\n{PROSE}") == []


def test_a_footer_glued_to_a_heading() -> None:
    text = f"{PROSE}\nSide 2 af 43. Håndtering af sager\n{PROSE}\nSide 3 af 4\n"
    assert furniture(text) == ["Side 2 af 4", "Side 3 af 4"]


def test_a_stamp_runs_on_to_the_page_end() -> None:
    text = f"{PROSE}\n\nPunkt 3, Bilag 2: Tal fra\ndrøftelsen i maj\n\n\n{PROSE}"
    assert furniture(text) == ["Punkt 3, Bilag 2: Tal fra\ndrøftelsen i maj"]


def test_a_stamp_in_the_middle_of_a_paragraph() -> None:
    text = "Skolens ønsker er beskrevet, og de\nPunkt 3, Bilag 1: Ønsker.docx\nskal drøftes igen."
    assert furniture(text) == ["Punkt 3, Bilag 1: Ønsker.docx"]


def test_an_address_column() -> None:
    block = "Miljø og Natur\nLerbæk Kommune\nSkovvej 4\n9999 Lerbæk\n\nDirekte telefon: 12 34 56 78\n\nSagsbehandler:\nIb Kofoed"
    text = f"{PROSE}\n{PROSE}\n\n{block}\n\n{PROSE}\n"
    assert furniture(text) == [block]


def test_a_lone_telephone_number_is_text() -> None:
    text = f"{PROSE}\nRing på tlf. 12 34 56 78.\n{PROSE}"
    assert furniture(text) == []


def test_running_headers_at_page_starts() -> None:
    pages = [f"Lerbæk Kommune, Byrådet den 4. juni 2019\nSag {number}. {PROSE}\n" for number in range(4)]
    assert furniture("\f".join(pages)) == ["Lerbæk Kommune, Byrådet den 4. juni 2019"] * 4


def test_a_footer_beside_a_growing_number() -> None:
    text = f"{PROSE}\nByrådet, 29-05-2024\n2\n{PROSE}\nByrådet, 29-05-2024\n3\n{PROSE}\n"
    assert furniture(text) == ["Byrådet, 29-05-2024\n2", "Byrådet, 29-05-2024\n3"]


def test_marks_of_the_reader_count() -> None:
    text = f"Sidehoved\n{PROSE}"
    source = Source(text, marks=(Mark(MarkKind.FURNITURE, 0, 9),))
    assert [text[span.start : span.end] for span in find_furniture(source)] == ["Sidehoved"]


def test_hostile_input_is_linear() -> None:
    for text in ("Side " * 5000, "A" * 240 + "\n" * 2000, ("Aa " * 70 + "\n") * 200, "1/2 " * 4000):
        find_furniture(Source(text))
