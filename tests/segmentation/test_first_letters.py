"""``1a`` and ``1b`` above ``2``: points, whatever their lines look like; and a line with a label under a title is no part of it."""

from __future__ import annotations

from tests.segmentation.found import numbered_titles


def test_lettered_first_points_and_labels_under_a_title() -> None:
    text = (
        "Referat af repræsentantskabsmøde den 23. marts 2023\n\n1a)      valg af folk:\n\ndirigent:      Bo Krag\n\nreferent:      Ida Lund\n\n"
        "1b)      fremmøde:\n\nAlle klubber var mødt.\n\n2)      Kontingent for 2024\n\nVedtaget\n\n3)      Valg\n\nformand:      Egon Pabst\n\n"
        "kasserer:      Viggo Tang\n\n4)      Udtalelse om stranden\n\nVedtaget enstemmigt\n\n5)      Evt.\n\nTak for i aften!\n"
    )
    assert numbered_titles(text) == [
        ("1a", "valg af folk"),
        ("1b", "fremmøde"),
        ("2", "Kontingent for 2024"),
        ("3", "Valg"),
        ("4", "Udtalelse om stranden"),
        ("5", "Evt."),
    ]


def test_a_title_that_goes_on_in_small_letters() -> None:
    text = (
        "Referat af møde den 23. marts 2023\n\n1. Dagsorden\n\nGodkendt.\n\n2. Forslag om en ny hal ved\n\nskolen og stationen\n\n"
        "Vedtaget.\n\n3. Eventuelt\n\nIntet.\n"
    )
    assert ("2", "Forslag om en ny hal ved skolen og stationen") in numbered_titles(text)
