"""Builds of ordinary minutes that were cut wrongly when pages were drawn without choosing."""

from __future__ import annotations

from decisionnlp.document import ZoneKind
from tests.segmentation.found import items, numbered_titles, outcomes


def test_the_count_of_the_year_numbers_points() -> None:
    text = (
        "Referat fra møde i Broselskabets bestyrelse den 4. september 2009\n\n"
        "31/09 Orientering\nDirektøren fortalte om færgen.\n\n"
        "32/09 Takster for 2010\nIndstilling\nAt taksterne hæves.\nBeslutning\nGodkendt.\n\n"
        "33/09 Kajen i Holmby\nIndstilling\nAt kajen spærres.\nBeslutning\nUdsat.\n"
    )
    assert numbered_titles(text) == [
        ("31/09", "Orientering"),
        ("32/09", "Takster for 2010"),
        ("33/09", "Kajen i Holmby"),
    ]


def test_days_of_a_month_number_none() -> None:
    text = (
        "Referat fra møde i Broselskabets bestyrelse den 4. september 2009\n\n"
        "1. Kalender\n12/9 Sejlads for medlemmer\n14/9 Rengøring af kajen\n\n2. Takster\nGodkendt.\n\n3. Eventuelt\nIntet.\n"
    )
    assert numbered_titles(text) == [("1", "Kalender"), ("2", "Takster"), ("3", "Eventuelt")]


def test_a_kind_in_capitals_before_the_title() -> None:
    text = (
        "Stiftsrådsmøde den 6. september 2018\n\n"
        "1. DEBAT: Præsten på havnen (25 min.)\nAsta Lund fortalte om sit arbejde.\n\n"
        "2. BESLUTNING: Godkendelse af dagsorden (3 min.)\nDagsordenen blev godkendt.\n\n"
        "3. ORIENTERING: Regnskab for tårnet (10 min.)\nTaget til efterretning.\n\n"
        "4. BESLUTNING: Udsat.\n"
    )
    assert numbered_titles(text)[:3] == [
        ("1", "DEBAT: Præsten på havnen"),
        ("2", "BESLUTNING: Godkendelse af dagsorden"),
        ("3", "ORIENTERING: Regnskab for tårnet"),
    ]


def test_a_proposal_below_a_title_is_no_part_of_it() -> None:
    text = (
        "Stiftsrådsmøde den 6. september 2018\n\n"
        "1. Budget for orgelfonden (bilag 1)\nForretningsudvalget indstiller til godkendelse.\n\nBudgettet blev godkendt.\n\n"
        "2. Renter for 2019 (bilag 2)\nForretningsudvalget indstiller, at renten bliver 1 %.\n\nIndstillingen blev fulgt.\n\n"
        "3. Eventuelt\nIntet.\n"
    )
    assert numbered_titles(text) == [
        ("1", "Budget for orgelfonden (bilag 1)"),
        ("2", "Renter for 2019 (bilag 2)"),
        ("3", "Eventuelt"),
    ]
    zones = [zone.zone for zone in items(text)[1].zones]
    assert zones == [ZoneKind.AGENDA, ZoneKind.PROPOSAL, ZoneKind.OUTCOME]


FORM = """UDVALG

Handicaprådet

MØDE

Referat

STARTTIDSPUNKT

12-04-2016 15:30:00

PUNKTER

1. Besøg på værkstedet
2. Godkendelse af dagsorden
3. Rampe ved badet

1. Besøg på værkstedet

Sagsgang og type
Handicaprådet

Orientering

Indstilling
Chefen indstiller, at

Anden indstilling
Sagen kort
Rådet ville se stedet.

Økonomi
Høring
Sagshistorik
Beslutning i Handicaprådet den 12-04-2016
Lederen viste rundt.

Referat
Sagsfremstilling

2. Godkendelse af dagsorden

Sagsgang og type
Handicaprådet

Beslutning

Indstilling
Chefen indstiller, at

dagsordenen godkendes

Anden indstilling
Sagen kort
Økonomi
Høring
Sagshistorik
Beslutning i Handicaprådet den 12-04-2016
Godkendt.

Referat
Sagsfremstilling

3. Rampe ved badet

Sagsgang og type
Handicaprådet

Beslutning

Indstilling
Chefen indstiller, at

rampen bygges

Anden indstilling
Sagen kort
Badet har trapper.

Økonomi
Høring
Sagshistorik
Beslutning i Handicaprådet den 12-04-2016
Tiltrådt.

Referat
Sagsfremstilling
"""


def test_a_form_with_more_headings_than_points() -> None:
    assert numbered_titles(FORM) == [
        ("1", "Besøg på værkstedet"),
        ("2", "Godkendelse af dagsorden"),
        ("3", "Rampe ved badet"),
    ]
    told = [[zone.splitlines()[1] for zone in zones if zone.count("\n")] for zones in outcomes(FORM)]
    assert told == [["Lederen viste rundt."], ["Godkendt."], ["Tiltrådt."]]
