"""Minutes that stand close to what a rule is for and are something else: found by a reviewer who looked for rules that reach too far."""

from __future__ import annotations

from itertools import pairwise

import pytest

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

HEAD = "Referat af bestyrelsesmøde den 3. marts 2020\n\nTil stede: Ida, Per og Ruth\n\n"
TITLES = [
    "Lokalplan for havnen",
    "Renovering af skolen i Skovby",
    "Takster for vand",
    "Budget 2021",
    "Vejen til skoven",
]
PROPOSED = "{}\n\nIndstilling\n\nForvaltningen indstiller,\n\n1. At forslaget godkendes.\n   1. Sendes i høring.\n\nBeslutning\n\nGodkendt.\n"
RIGHT_ABOVE = "{}\nDer er kommet et forslag fra borgerne om sagen.\nForvaltningen indstiller, at udvalget godkender det.\nBeslutning: Godkendt.\n"
PLAIN = "1. Referat\n\nGodkendt.\n\n2. Vej\n\nBo maler.\n\n3. {}\n"


def _items(text: str) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in segment(Source(text=HEAD + text)).meetings[0].items]


@pytest.mark.parametrize(
    "build", [PROPOSED, RIGHT_ABOVE, RIGHT_ABOVE.replace("Der er kommet et forslag fra borgerne om sagen.\n", "")]
)
def test_points_of_proposals_take_no_titles_place(build: str) -> None:
    assert [title for _, title in _items("\n".join(build.format(title) for title in TITLES))] == TITLES


def test_numbered_points_keep_theirs() -> None:
    text = "\n".join(PROPOSED.format(f"Punkt {number}: {title}") for number, title in enumerate(TITLES, 1))
    assert _items(text) == [(str(number), title) for number, title in enumerate(TITLES, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Valg til bestyrelsen\n\nA. Hansen\n\nB. Jensen\n\nC. Friis\n\nAlle blev valgt.",
        "Valg\n\nA. Formand: Bo Krag\n\nB. Kasserer: Mona Elm\n\nC. Suppleant: Ib Ask",
        "Valg af logo\n\nA. Det røde\n\nB. Det grønne\n\nBestyrelsen valgte B.",
        "Valg A. Hansen modtager genvalg. B. Jensen modtager genvalg. Begge blev valgt.",
    ],
)
def test_names_and_options_by_letter_are_no_points(text: str) -> None:
    assert [number for number, _ in _items(PLAIN.format(text))] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "text",
    [
        "Eventuelt\n\nIngen bemærkninger.\n\nDog skal Bo Krag indhente tilbud inden den 1. maj.",
        "Eventuelt\n\nIngen har meldt sig til at male flaget\n\nVi besluttede, at Bo spørger kommunen.",
        "Eventuelt. Intet. Næste gang drøftes budgettet. Bo udarbejder et oplæg.",
        "Planlægning af årsmødet\n\nDirigent: Ib Ask\n\nBo Krag sender indkaldelse ud inden den 1. maj.",
    ],
)
def test_what_the_last_point_goes_on_to_say_is_its_own(text: str) -> None:
    whole = HEAD + PLAIN.format(text)
    assert segment(Source(text=whole)).meetings[0].items[-1].end == len(whole.rstrip())


def test_elections_and_proposals_below_the_committees_are_points() -> None:
    text = "Nyt fra udvalgene\nDer er ikke meget nyt at fortælle.\n\nValg til forældreudvalg\nBo Krag blev valgt.\n\nForslag om kostudvalg\nForslaget blev forkastet.\n\nEventuelt\nIntet.\n"
    assert [title for _, title in _items(text)] == [
        "Nyt fra udvalgene",
        "Valg til forældreudvalg",
        "Forslag om kostudvalg",
        "Eventuelt",
    ]


def test_full_stop_titles_whose_first_one_reads_as_a_heading() -> None:
    told = {
        "Økonomi": "Kassen er på 3.000 kr., og der mangler stadig kontingent fra seks.",
        "Hallen": "Vi mangler nøgler til depotet, og Bo spørger kommunen om flere.",
        "Festen": "Den holdes i maj, og der er plads til alle, som har lyst til det.",
        "Bolde": "Der købes ti nye, som Per henter i byen på torsdag.",
    }
    items = (
        segment(Source(text=HEAD + "\n\n".join(f"{title}.\n\n{text}" for title, text in told.items())))
        .meetings[0]
        .items
    )
    assert [item.title for item in items] == list(told)
    assert all(one.end <= other.start for one, other in pairwise(items))


def test_remarks_among_full_stop_titles_are_no_points() -> None:
    text = "Hallen.\n\nVi mangler nøgler til depotet, og Bo spørger kommunen.\n\nFrist: Den første maj skal det hele være sendt til kommunen i Skovby.\n\nFesten.\n\nDen holdes i maj, og der er plads til alle.\n\nBolde.\n\nDer købes ti nye, som Per henter i byen.\n"
    assert "Frist" not in [title for _, title in _items(text)]
