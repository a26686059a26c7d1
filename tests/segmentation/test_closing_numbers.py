"""Points that end with the number of their case."""

from __future__ import annotations

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

TEXT = """Udvalget for patienter og frivillige - mødesager den 3. juni 2025
Administrationen indstiller overfor udvalget for patienter og frivillige:
Godkendt.
Lone Elm (F) deltog ikke i sagens behandling.
25031187
Det indstilles til udvalget for patienter og frivillige:
Godkendt, og udvalget anmodede om, at administrationen vender tilbage med en status i november.
Udvalget skal tage stilling til, hvordan pengene fordeles.
25018840
Det indstilles til udvalget for patienter og frivillige:
Udsat til næste møde.
24102296
Administrationen indstiller overfor udvalget for patienter og frivillige:
Taget til efterretning.
25000411
Ingen bemærkninger.
25000412
"""


def test_a_case_number_alone_ends_a_point() -> None:
    items = segment(Source(text=TEXT)).meetings[0].items
    assert [TEXT[item.start : item.end].split("\n")[-1] for item in items] == [
        "25031187",
        "25018840",
        "24102296",
        "25000411",
        "25000412",
    ]
    assert TEXT[items[0].start :].startswith("Administrationen indstiller")


def test_numbers_below_numbered_titles_end_nothing() -> None:
    text = TEXT.replace("Administrationen indstiller", "1. Takster\nAdministrationen indstiller", 1)
    text = text.replace("Det indstilles", "2. Havnen\nDet indstilles", 1).replace(
        "Det indstilles til", "3. Vejen\nDet indstilles til ", 2
    )
    assert len(segment(Source(text=text)).meetings[0].items) <= 5
