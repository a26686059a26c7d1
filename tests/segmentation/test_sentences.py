from __future__ import annotations

from pathlib import Path

import pytest

from decisionnlp.document import Span
from decisionnlp.segmentation import split_sentences

TABLE = Path(__file__).parent / "data" / "tricky_sentences.txt"


def read_rows() -> list[list[str]]:
    """The table's cases as lists of sentences; its marks are explained at its top."""
    rows = []
    for row in TABLE.read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            row = row.replace("¶", "\n\n").replace("⏎", "\n").replace("→", "\t")
            rows.append([part.strip() for part in row.replace("||", "\0|\0").split("|")])
    return rows


def test_the_table_is_large_enough() -> None:
    assert len(read_rows()) >= 100


@pytest.mark.parametrize("row", read_rows(), ids=lambda row: row[0][:40])
def test_tricky_sentences(row: list[str]) -> None:
    glued = [part.replace("\0", "") for part in row]
    text = ""
    source = TABLE.read_text(encoding="utf-8")
    for place, part in enumerate(row):
        gap = "" if place == 0 or "\0" in part else " "
        if place and gap:
            # A line end before the mark is kept as it stands in the table.
            gap = (
                "\n\n"
                if f"{row[place - 1]}¶|" in source
                else "\n"
                if f"{_printed(row[place - 1])}⏎|" in source
                else " "
            )
        text += gap + part.replace("\0", "")
    assert [text[span.start : span.end] for span in split_sentences(text)] == glued


def _printed(part: str) -> str:
    return part.replace("\n\n", "¶").replace("\n", "⏎")


# Worked by hand: what the words are, not how they are found.
CASES = [
    ("En sætning.", ["En sætning."]),
    ("Tal fra d. 3. maj. Nye tal følger.", ["Tal fra d. 3. maj.", "Nye tal følger."]),
    ("1. at A\n2. at B", ["1. at A", "2. at B"]),
    ("• at A,\n  så B\n• at C", ["• at A,\n  så B", "• at C"]),
    ("ØKONOMI\n-\nKOMMUNIKATION\nIngen.", ["ØKONOMI", "-", "KOMMUNIKATION", "Ingen."]),
    ("Planen for den nye sti langs åen har været i høring i otte uger, og\nder er kommet tre svar.\n\nDet indstilles, at udvalget\ndrøfter status\ngodkender planen",
     ["Planen for den nye sti langs åen har været i høring i otte uger, og\nder er kommet tre svar.", "Det indstilles, at udvalget", "drøfter status",
      "godkender planen"]),
    ("Tid\nAktivitet\nAnsvarlig\nMaj 2024\nUdbud\nVejafdelingen\nJuni 2024\nAnlæg\nEntreprenøren",
     ["Tid", "Aktivitet", "Ansvarlig", "Maj 2024\nUdbud\nVejafdelingen", "Juni 2024\nAnlæg\nEntreprenøren"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:30] for case in CASES])
def test_shapes(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in split_sentences(text)] == expected


def test_furniture_inside_a_sentence_belongs_to_it_but_does_not_end_it() -> None:
    text = "Udvalget ønsker at se planen, før den\nSide 3 af 12\nsendes i høring. Det haster."
    start = text.index("Side")
    spans = split_sentences(text, skip=[Span(start, start + len("Side 3 af 12"))])
    assert [text[span.start : span.end] for span in spans] == [
        "Udvalget ønsker at se planen, før den\nSide 3 af 12\nsendes i høring.",
        "Det haster.",
    ]


def test_a_stretch_is_split_by_itself() -> None:
    text = "Ud. Ind her. Og mere. Ud igen."
    start, end = text.index("Ind"), text.index(" Ud igen")
    assert [text[span.start : span.end] for span in split_sentences(text, start, end)] == ["Ind her.", "Og mere."]


def test_hostile_input_is_linear() -> None:
    # Nothing to find, and nothing to hang on.
    for text in ("." * 20000, "a" * 50000, "1. " * 8000, "(" * 20000, "- " * 8000, "beslutning " * 4000, "at " * 8000):
        split_sentences(text)
