"""Builds of ordinary minutes that were cut wrongly when pages were drawn without choosing."""

from __future__ import annotations

import pytest

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


def test_a_calendar_by_day_and_month_numbers_none() -> None:
    text = (
        "Møde i bestyrelsen den 4. oktober 2023\n\nKalender\n\nFølgende datoer blev aftalt:\n7/11 Julebasar\n8/11 Juletræ\n"
        "9/11 Oprydning\n\nEventuelt\n\nIntet.\n"
    )
    assert not any(title.startswith(("Jule", "Opryd")) for _, title in numbered_titles(text))


def test_a_kind_before_an_answer_is_the_title() -> None:
    text = (
        "Møde i bestyrelsen den 4. oktober 2023\n\n1. Orientering: Intet nyt fra udvalget\n\n2. Takster: Godkendt.\n\n"
        "3. Eventuelt: Intet.\n"
    )
    assert numbered_titles(text)[0] == ("1", "Orientering")


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


def test_what_was_decided_right_below_a_proposal() -> None:
    text = (
        "Stiftsrådsmøde den 6. september 2018\n\n"
        "1. Koret i Holmby, 40.000 kr.\nForretningsudvalget indstiller, at der gives 25.000 kroner.\nStiftsrådet bevilgede 30.000 kroner.\n\n"
        "2. Tårnuret, 12.000 kr.\nForretningsudvalget indstiller, at der gives et afslag.\nStiftsrådet gav afslag, da uret er nyt.\n\n"
        "3. Eventuelt\nIntet.\n"
    )
    assert outcomes(text)[:2] == [["Stiftsrådet bevilgede 30.000 kroner."], ["Stiftsrådet gav afslag, da uret er nyt."]]


def test_a_transcript_with_its_headings_in_capitals() -> None:
    pages = [
        f"{n} UDVALGET FOR HAVNE, DEN {title} J.nr.: Sagsid.: Initialer: LVST Åben sag KOMPETENCE Udvalget for Havne INDSTILLING/BESLUTNING "
        f"Forvaltningen indstiller At udvalget {asked} Udvalget for Havne den {told} SAGSFREMSTILLING {case} BILAG Brev fra havnen"
        for n, title, asked, told, case in (
            (
                2,
                "Tilskud til gulv i Bådhallen",
                "drøfter et tilskud",
                "Udvalget sender sagen tilbage.",
                "Gulvet er vådt.",
            ),
            (
                3,
                "Havnens arkiv - Ændring af vedtægter",
                "godkender de nye vedtægter",
                "Godkendt.",
                "Arkivet har nye vedtægter.",
            ),
            (4, "Prøveordning med kran", "lejer en kran", "Godkendt for et år.", "Brugerne har spurgt efter en kran."),
        )
    ]
    text = (
        "Størrelse: px\n\nTranskript\n\n1 MØDESTED: REFERAT Udvalget for Havne Deltagere: Ib Sten\n\n"
        + "\n\n".join(pages)
        + "\n"
    )
    assert [title for _, title in numbered_titles(text)] == [
        "Tilskud til gulv i Bådhallen",
        "Havnens arkiv - Ændring af vedtægter",
        "Prøveordning med kran",
    ]


@pytest.mark.parametrize("first", [9, 98, 181])
def test_numbers_glued_to_the_outcome_above(first: int) -> None:
    text = f"Byrådets møde den 12. oktober 2017\n\n{first}. Spørgetid\n\nBeslutning\n\nIngen spørgsmål." + "".join(
        f"{first + n}. {title}\n\nSagsfremstilling\n\nPlanen har kostet 3 mio. kr.\n\nBeslutning\n\nGodkendt."
        for n, title in enumerate(("Nye vinduer", "Bane i Tvede", "Tilskud til sejlklubben"), 1)
    )
    assert [number for number, _ in numbered_titles(text + "\n")] == [str(first + n) for n in range(4)]


def test_numbered_lists_set_in_below_numbered_points() -> None:
    told = (
        (
            "Siden sidst med båd og bål d. 12. maj",
            [
                "God mad",
                "Der kom 20",
                "Lidt for blæsende på molen",
                "Det brænde, der er tilovers, gemmes til efteråret",
            ],
        ),
        (
            "Opfølgning på mødet med havnefogeden (Bo, Ida)",
            ["Bo og Ida viste kortet", "Han skrev det op", "Ida sendte bagefter et brev"],
        ),
        ("Sommertur?", ["Vi tager ikke af sted selv", "Måske kan nogen følges ad"]),
        (
            "Bål og suppe d. 3. juni",
            ["Bål kl. 18", "Bagefter sang og fælles oprydning", "Suppe: linser og porrer", "Ida laver en liste"],
        ),
        ("Nyt fra forbundet", ["Rykkes til næste møde, da Tove er syg"]),
        ("Evt.", []),
    )
    text = "Ungdomsmøde d. 20. maj 2022\n\n" + "".join(
        f" {n}. {title}\n\n" + "".join(f"  {m}. {line}\n" for m, line in enumerate(lines, 1))
        for n, (title, lines) in enumerate(told, 1)
    )
    assert [number for number, _ in numbered_titles(text)] == [str(n) for n in range(1, 7)]


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
