"""Points with a letter that were put in between two others."""

from __future__ import annotations

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

HEAD = """Referat af møde i Rådet for Grøn Trafik mandag den 9. oktober 2017

Til stede: Svend Kirk, Ruth Elm, Ida Toft

"""
POINTS = """1. Godkendelse af dagsorden.

Punkt 3a om stibroen blev føjet til. Dagsordenen blev godkendt.

2. Cykelstativer ved hallen.

Ruth havde talt stativerne og fandt, at der mangler tyve. Svend skriver til hallen inden 1. november.

3. Sikre skoleveje.

Rådet drøftede krydset ved Møllevej. Der holdes møde med skolen i uge 45.

3a. Stibroen over åen.

Broen er lukket, fordi to planker er rådne. Rådet anmodede om, at den repareres inden vinter.

4. Eventuelt.

Intet.
"""


def _items(text: str) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in segment(Source(text=text)).meetings[0].items]


def test_a_point_put_in_between_two_others_is_one_of_its_own() -> None:
    assert _items(HEAD + POINTS) == [
        ("1", "Godkendelse af dagsorden"),
        ("2", "Cykelstativer ved hallen"),
        ("3", "Sikre skoleveje"),
        ("3a", "Stibroen over åen"),
        ("4", "Eventuelt"),
    ]


def test_two_points_put_in_are_two() -> None:
    text = POINTS.replace("3a. Stibroen", "3a. Vejen langs åen.\n\nDer køres stærkt på vejen.\n\n3b. Stibroen")
    assert [number for number, _ in _items(HEAD + text)] == ["1", "2", "3", "3a", "3b", "4"]
