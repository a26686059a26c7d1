"""Text glued to its title (``9. Takster 2017Godkendt``, ``10. HavenHækken er klippet``), and capitals inside a word that are no border."""

from __future__ import annotations

from decisionnlp.segmentation.numbering import clean_title
from tests.segmentation.found import titles

HEAD = "Referat af bestyrelsesmøde den 4. maj 2017 hos Bo\n\nTil stede: Bo Krag, Ida Lund\n\n"


def test_text_glued_to_its_title() -> None:
    text = HEAD + (
        "1. Dagsorden: Godkendt\n\n2. Regnskab: Taget til efterretning. Ida sender det ud\n\n3. Takster 2018Godkendt. Ida lægger dem på siden\n\n"
        "4. TårnhavenHækken er klippet. Bo slår græs\n\n5. Næste møde: 1. juni\n\n6. EventueltIntet\n"
    )
    assert titles(text) == ["Dagsorden", "Regnskab", "Takster 2018", "Tårnhaven", "Næste møde", "Eventuelt"]


def test_names_with_a_capital_inside_stay_whole() -> None:
    text = HEAD + (
        "1. Dagsorden: Godkendt\n\n2. Regnskab: Taget til efterretning. Ida sender det ud\n\n3. Aftale med BilDele er klar: Ida skriver under\n\n"
        "4. Næste møde: 1. juni\n\n5. Eventuelt: Intet\n"
    )
    assert titles(text)[2] == "Aftale med BilDele er klar"


def test_a_thousand_holds_a_stop_that_shortens_nothing() -> None:
    assert clean_title("Tilskud på 24.000 kr. til stien.") == "Tilskud på 24.000 kr. til stien"
    assert clean_title("Vejlauget Lynge a.m.b.a.") == "Vejlauget Lynge a.m.b.a."
