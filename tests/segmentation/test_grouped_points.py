"""Titles that belong together."""

from __future__ import annotations

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

TEXT = """Beslutningsreferat af bestyrelsesmøde 8. marts 2018 hos Tine

Deltagere:
Carl Øster – Tine Lyng – Bente Rask (referent) – Iver Bang

Regnskabet for 2017:
Carl gennemgik tallene. Der er et lille overskud, og regnskabet blev godkendt.

Nyt fra udvalgene
Festudvalget v/ Bente Rask:
Festen gav 412 kr. i overskud. Bente bestiller huset til næste år inden 1. april.

Stævneudvalget v/ Iver Bang:
Der mangler dommere til to klasser. Iver spørger i naboklubben.

Kursusudvalget:
Kurset i februar var fuldt.

Bunden på banen
Der skal nyt sand på i foråret. Carl henter to tilbud inden 1. maj.

Hjemmesiden
Siden trænger til nye billeder. Tine sender nogle rundt.

Evt
Hunde skal være i snor ved parkeringspladsen.
"""


def test_the_committees_are_parts_of_one_point() -> None:
    titles = [item.title for item in segment(Source(text=TEXT)).meetings[0].items]
    assert titles == ["Regnskabet for 2017", "Nyt fra udvalgene", "Bunden på banen", "Hjemmesiden", "Evt"]


def test_a_committee_with_a_number_is_a_point() -> None:
    text = (
        TEXT.replace("Regnskabet for 2017:", "1. Regnskabet")
        .replace("Nyt fra udvalgene\n", "")
        .replace("Bunden på", "4. Bunden på")
    )
    text = text.replace("Festudvalget v/ Bente Rask:", "2. Festudvalget").replace(
        "Stævneudvalget v/ Iver Bang:", "3. Stævneudvalget"
    )
    titles = [item.title for item in segment(Source(text=text)).meetings[0].items]
    assert titles[:4] == ["Regnskabet", "Festudvalget", "Stævneudvalget", "Bunden på banen"]


def test_the_heading_of_a_group_goes_with_its_first_point() -> None:
    text = TEXT.replace("Regnskabet for 2017:", "Beslutningspunkter:\n\nRegnskabet for 2017:").replace(
        "Bunden på", "Orienteringspunkter:\n\nBunden på"
    )
    items = segment(Source(text=text)).meetings[0].items
    assert "Orienteringspunkter" not in [item.title for item in items]
    assert "Bunden på banen" in [item.title for item in items]
