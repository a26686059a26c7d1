"""Sub-points: which are items of their own and which are sentences of their point, worked out by hand."""

from __future__ import annotations

import pytest

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

pytestmark = pytest.mark.usefixtures("rules_alone")

HEAD = "Referat af møde i Ældrerådet den 18. december 2014\n\n1. Godkendelse af dagsorden\nGodkendt.\n\n"
TAIL = "\n3. Eventuelt\nIntet.\n"
OTHERS = {("1", "Godkendelse af dagsorden"), ("3", "Eventuelt")}


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        (
            "2. Igangværende sager\n\n2.1 Messe\nDer arbejdes videre med messen i hallen.\n\n2.2 Temadag\nIb og Grete deltager.\n",
            [("2", "Igangværende sager"), ("2.1", "Messe"), ("2.2", "Temadag")],
        ),
        (  # one that lost its title, and one with nothing below it
            "2. Siden sidst\n\n2.1. Interview\nIb talte med fem.\n\n2.2.\nBussen kører igen.\n\n2.3. Nytårskur\nVi deltager.\n\n2.4 Gaver\n",
            [("2", "Siden sidst"), ("2.1", "Interview"), ("2.2", ""), ("2.3", "Nytårskur"), ("2.4", "Gaver")],
        ),
        (  # points of a text: each tells its outcome on its own line
            "2. Ansøgninger\n2.1 Skytteklubben, 18.500 kr.: bevilget.\n2.2 Skakklubben, 2.000 kr.: afslag.\n",
            [("2", "Ansøgninger")],
        ),
        (  # sections of a case
            "2. Takster\nSagsfremstilling\n2.1 Baggrund\nTaksten er 400 kr.\n\n2.2 Økonomi\nDer mangler 9.000 kr.\n\nBeslutning\nUdsat.\n",
            [("2", "Takster")],
        ),
        (  # letters beside the number of the point, alone in their cells
            "2. Nyt fra udvalgene\n\n2.a\n\nHavnen\n\nBroen er malet.\n\n2.b\n\nHallen\n\nUdsat til maj.\n\n",
            [("2", "Nyt fra udvalgene"), ("2a", "Havnen"), ("2b", "Hallen")],
        ),
        (  # letters, one line of text below each, far into the alphabet
            "2. Meddelelser fra:\n"
            + "".join(f"{letter}. {title}\nIntet.\n" for letter, title in zip("abcdefghij", ("Formanden", "Kassereren", "Præsten", "Værgen", "Haven", "Koret", "Avisen", "Salen", "Orglet", "VHF"), strict=True)),
            [("2", "Meddelelser fra"), ("a", "Formanden"), ("b", "Kassereren"), ("c", "Præsten"), ("d", "Værgen"), ("e", "Haven"),
             ("f", "Koret"), ("g", "Avisen"), ("h", "Salen"), ("i", "Orglet"), ("j", "VHF")],
        ),
        (  # a list by letter whose entries run on in the next line
            "2. Ønsker til budgettet\na. Nye stole til den store\nsal og foyeren\nb. Lamper i gangen ved\nkøkkenet\nc. Skabe til\nidrætsholdene\n",
            [("2", "Ønsker til budgettet")],
        ),
        (  # the numbers of another point
            "2. Takster\nSe bilag:\n5.1 Messe\nTaksten er 400 kr.\n5.2 Temadag\nTaksten er 200 kr.\n",
            [("2", "Takster")],
        ),
    ],
)  # fmt: skip
def test_subpoints(point: str, expected: list[tuple[str, str]]) -> None:
    (meeting,) = segment(Source(HEAD + point + TAIL, "referat.txt")).meetings
    found = [(item.number, item.title) for item in meeting.items]
    assert [pair for pair in found if pair not in OTHERS] == expected
    assert found[0] == ("1", "Godkendelse af dagsorden")
    assert found[-1] == ("3", "Eventuelt")


def test_lettered_sub_points_with_text_below_are_items_and_a_list_by_letter_is_none() -> None:
    text = (
        "Referat af menighedsrådsmøde den 3. maj 2018\n\n1. Godkendelse af dagsorden\nGodkendt.\n\n2. Nyt fra udvalgene\n"
        "a) Aktivitetsudvalget\n- Koncerten er udsat til juni.\n- Bo bestiller stole.\n\nb) Bygningsudvalget\n- Taget er tæt.\n"
        "- Lågen males i maj.\n\n3. Økonomi\na) Kvartalsrapport\nb) Budget\nBegge blev godkendt.\n\n4. Eventuelt\nIntet.\n"
    )
    (meeting,) = segment(Source(text, "referat.txt")).meetings
    assert [(item.number, item.title) for item in meeting.items] == [
        ("1", "Godkendelse af dagsorden"),
        ("2", "Nyt fra udvalgene"),
        ("a", "Aktivitetsudvalget"),
        ("b", "Bygningsudvalget"),
        ("3", "Økonomi"),
        ("4", "Eventuelt"),
    ]
