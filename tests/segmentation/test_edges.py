"""What stands before the first item and after the last one, and items that only their place or their words show."""

from __future__ import annotations

from datetime import date

import pytest

from decisionnlp.document import MeetingKind, Source, ZoneKind
from decisionnlp.segmentation import segment
from decisionnlp.segmentation.head_day import header_date

pytestmark = pytest.mark.usefixtures("rules_alone")

HEAD = "Referat af bestyrelsesmøde den 12. marts 2024\n\n"
BODY = "\n\n1. Godkendelse af dagsorden\nGodkendt.\n\n2. Legeplads\nBo henter to tilbud.\n\n3. Eventuelt\nIntet.\n"


def outside(text: str, kind: ZoneKind) -> list[str]:
    """The sentences of one zone outside the items, on one line each."""
    return [
        " ".join(sentence.text.split())
        for meeting in segment(Source(text)).meetings
        for sentence in meeting.sentences
        if sentence.zone is kind
    ]


def items(text: str) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for meeting in segment(Source(text)).meetings for item in meeting.items]


def last_item(text: str) -> str:
    found = segment(Source(text)).meetings[-1].items[-1]
    return " ".join(text[found.start : found.end].split())


@pytest.mark.parametrize(
    ("front", "present"),
    [
        ("Til stede: Bo Lund, Inge Krag\nReferent: Inge Krag", ["Til stede: Bo Lund, Inge Krag"]),
        ("Sted: Fælleshuset\nAfbud: Per Holt\nOrdstyrer: Bo", ["Afbud: Per Holt"]),
        ("Alle var mødt.\nDagsorden", ["Alle var mødt."]),
        ("Bo Lund havde meldt forfald.", ["Bo Lund havde meldt forfald."]),
        (
            "Deltagere:\n• Bo Lund (A)\n• Inge Krag (V), næstformand\nMødested: Salen",
            ["Deltagere:", "• Bo Lund (A)", "• Inge Krag (V), næstformand"],
        ),
        (
            "Medarbejderside: Bo Lund, FOA\nLedelsesside: Inge Krag",
            ["Medarbejderside: Bo Lund, FOA", "Ledelsesside: Inge Krag"],
        ),
        ("Bemærkninger: Bo Lund kom kl. 9.15 under punkt 2", ["Bemærkninger: Bo Lund kom kl. 9.15 under punkt 2"]),
        ("Bemærkninger: Mødet var kort", []),
        ("Formand: Bo Lund\nKage: Per", []),
        (
            "De fremmødte medlemmer var:\n\nBo Lund\n\nInge Krag",
            ["De fremmødte medlemmer var:", "Bo Lund", "Inge Krag"],
        ),
        ("Deltagere\nBo Lund (BL)\nInge Krag (IK)", ["Deltagere", "Bo Lund (BL)", "Inge Krag (IK)"]),
        ("DeltagereBo Lund, Inge Krag\nMødelederBo Lund", ["DeltagereBo Lund, Inge Krag"]),
        (
            "Medlemmer\n• Bo Lund (A)\n• Inge Krag (V)\nØvrige deltagere:\nPer Holt, udpeget af beboerne\nSted: Salen",
            ["Medlemmer", "• Bo Lund (A)", "• Inge Krag (V)", "Øvrige deltagere:", "Per Holt, udpeget af beboerne"],
        ),
        (
            "Deltagere:\n• Bo Lund: Frivillig konsulent for de unge og ældre i hele byens vestlige bydel\nMødet er åbent for alle",
            ["Deltagere:", "• Bo Lund: Frivillig konsulent for de unge og ældre i hele byens vestlige bydel"],
        ),
        ("Medlemmer:\nBo Lund\n(A)\nMedlem\nSted: Salen", ["Medlemmer:", "Bo Lund", "(A) Medlem"]),
        ("Desuden deltog\nInge Krag, leder\nHusk kaffe, brød og ost.", ["Desuden deltog", "Inge Krag, leder"]),
        ("Bo, Inge og Per tilstede. Ole var syg.", ["Bo, Inge og Per tilstede.", "Ole var syg."]),
        ("Tilstede fra bestyrelsen var Bo Lund.", ["Tilstede fra bestyrelsen var Bo Lund."]),
        ("Bo Lund deltog virtuelt.\nMødet foregår på skolen.", ["Bo Lund deltog virtuelt."]),
    ],
)
def test_presence_in_the_front_matter(front: str, present: list[str]) -> None:
    assert outside(HEAD + front + BODY, ZoneKind.ATTENDANCE) == present


@pytest.mark.parametrize(
    ("tail", "last"),
    [
        ("\nRef. Inge Krag", "3. Eventuelt Intet."),
        ("Referent Inge", "3. Eventuelt Intet."),
        ("Lindehøj, den 12. marts 2024", "3. Eventuelt Intet."),
        ("Bo Lund           Inge Krag           Per Holt", "3. Eventuelt Intet."),
        ("____________________     ____________________", "3. Eventuelt Intet."),
        ("\nNæste lokalrådsmøde: 4. juni", "3. Eventuelt Intet."),
        ("\nBo Lund\nformand", "3. Eventuelt Intet."),
        ("Således passeret:\nBo Lund", "3. Eventuelt Intet."),
        ("Næste møde\n4. juni hos Bo", "3. Eventuelt Intet."),
        ("Bo takkede for kagen.", "3. Eventuelt Intet. Bo takkede for kagen."),
        ("Godkendt", "3. Eventuelt Intet. Godkendt"),
    ],
)
def test_end_of_the_last_item(tail: str, last: str) -> None:
    assert last_item(HEAD + BODY.strip() + "\n" + tail + "\n") == last


def test_next_meeting_under_its_own_point_stays() -> None:
    assert last_item(
        HEAD + "1. Økonomi\nGodkendt.\n\n2. Legeplads\nUdsat.\n\n3. Evt.\nNæste møde: 2. maj hos Bo\n"
    ) == ("3. Evt. Næste møde: 2. maj hos Bo")


@pytest.mark.parametrize(
    "heading",
    ["To do:", "To do-liste pr. 4/12", "Huskeliste", "Oversigt over opgaver", "Opfølgningsliste", "Emne: To do:"],
)
def test_closing_to_do_list_is_plan_outside_the_items(heading: str) -> None:
    text = HEAD + BODY.strip() + f"\n\n{heading}\nBo – tilbud – 1. april\nInge – nøgle\n\nNæste møde: 2. maj\n"
    assert last_item(text) == "3. Eventuelt Intet."
    assert outside(text, ZoneKind.PLAN) == [heading, "Bo – tilbud – 1. april", "Inge – nøgle"]


def test_numbered_to_do_list_is_an_item() -> None:
    assert items(
        HEAD + "Punkt 1: Økonomi\nGodkendt.\n\nPunkt 2: Huskeliste\n- Nøgle: Bo\n\nPunkt 3: Eventuelt\nIntet.\n"
    )[1] == ("2", "Huskeliste")


ITEMS: list[tuple[str, str, list[tuple[str | None, str]]]] = [
    (
        "bare titles between finished paragraphs",
        "Lindehøj Havn\nResumé af bestyrelsens beslutninger, mødet den 12. marts 2024\nDeltagere: Bo Lund, Inge Krag\n"
        "Regnskab 2023\nRegnskabet blev godkendt. Det sendes til revisor.\n"
        "Ny bro\nKlubben får lov til at lægge en bro ud.\nPladsen anvises af havnefogeden.\n"
        "Takster for gæstesejlere\nPrisen sættes op til 150 kr.\n"
        "Molehovedet\nHegnet sættes op inden påske.\n"
        "Eventuelt\nIntet under dette punkt.\n",
        [(None, "Regnskab 2023"), (None, "Ny bro"), (None, "Takster for gæstesejlere"), (None, "Molehovedet"), (None, "Eventuelt")],
    ),
    (
        "first cells of a grid whose columns stand above it",
        "MED-møde den 12. marts 2024\nDeltagere: Bo, Inge, Per\nEmne\nIndhold\nReferat\nOpfølgning: hvem/hvornår\n"
        "Siden sidst\nOpfølgning på referat\nDøren er lavet.\nBo\n"
        "Økonomi\nInge viser tal\nForbruget er for højt.\nInge laver en oversigt over vagterne\nInge\n15/4\n"
        "Sygefravær\n8 %\nDet er faldet siden jul.\nInge\nuge 12\n"
        "Arbejdstøj\nØnske om jakker\nPengene er der ikke.\n"
        "Evt.\nPersonalefest\nDer bliver ikke holdt fest i år.\n",
        [(None, "Siden sidst"), (None, "Økonomi"), (None, "Sygefravær"), (None, "Arbejdstøj"), (None, "Evt.")],
    ),
    (
        "minutes by the clock",
        "Referat fra møde den 12. marts 2024\n\n18.00-18.20\n\nBo og Inge taler om, hvordan ordningen kan starte igen.\n\n"
        "18.20-18.30\n\nPer vil gerne træde ind i bestyrelsen.\n\n18.30-18.45\n\nNy suppleant?\nInge kontakter Kaj.\n\n"
        "18.45-19.00\n\nListen laves digitalt, og den tages op igen.\n",
        [(None, ""), (None, ""), (None, "Ny suppleant?"), (None, "")],
    ),
    (
        "a list that lost its numbers keeps its titles",
        "Referat af menighedsrådsmøde den 12. marts 2024\n\n 1. Godkendelse af dagsorden\n\nGodkendt\n\n 1. Præsten orienterer\n\nIntet nyt.\n\n"
        " 1.  \n\n 1. Kirkegård\n\nBo kontakter gartneren.\n\n 1. Økonomi\n\nBudgettet blev godkendt.\n\n 1. Evt.\n\n-\n",
        [("1", "Godkendelse af dagsorden"), ("1", "Præsten orienterer"), ("1", "Kirkegård"), ("1", "Økonomi"), ("1", "Evt.")],
    ),
    (
        "answers to the titles of the agenda above",
        "Referat fra møde den 12. marts 2024\n\n 1. Budgettets opgaver\n 2. Møde med Bo Lund\n 3. Valget\n\nBeslutninger:\n"
        "Ad 1: Datoerne står ved magt.\nAd 2 Emnerne blev drøftet, og Inge går videre med dem.\nAd 3. Åben drøftelse.\n",
        [("1", "Budgettets opgaver"), ("2", "Møde med Bo Lund"), ("3", "Valget")],
    ),
    (
        "points out of turn that say their number",
        HEAD + "Punkt 1 Godkendelse af dagsorden\nGodkendt\n\nPunkt 2 Legeplads\nBo henter tilbud.\n\nPunkt 4 Sygefravær\nFaldende.\n\n"
        "Punkt 3 Trivsel\nInge undersøger sagen.\n\nPunkt 5 Eventuelt\nIntet\n",
        [("1", "Godkendelse af dagsorden"), ("2", "Legeplads"), ("4", "Sygefravær"), ("3", "Trivsel"), ("5", "Eventuelt")],
    ),
    (
        "points out of turn, each with a zone of its own",
        HEAD + "1. Godkendelse af dagsorden\n\nBeslutning\nGodkendt.\n\n2. Takster\n\nBeslutning\nVedtaget.\n\n4. Borgerpanel\n\n"
        "Beslutning\nTemaet er natur.\n\n3. Valg af medlem\n\nBeslutning\nBo blev valgt.\n\n5. Eventuelt\n\nBeslutning\nIntet.\n",
        [("1", "Godkendelse af dagsorden"), ("2", "Takster"), ("4", "Borgerpanel"), ("3", "Valg af medlem"), ("5", "Eventuelt")],
    ),
    (
        "a numbered list in a case below the first outcome",
        HEAD + "1. Meddelelser\n\nIndstilling\n\nDirektøren indstiller\n\n 1. at meddelelserne tages til efterretning\n\nBeslutning\n\n"
        "Taget til efterretning.\n\nSagsfremstilling\n\n 1. Orientering om ansøgninger.\n 2. Orientering om foreningsaften.\n"
        " 3. Orientering om lokaler.\n\n2. Tilskud\n\nBeslutning\n\nGodkendt.\n",
        [("1", "Meddelelser"), ("2", "Tilskud")],
    ),
    (
        "a closed point whose title stands behind the mark",
        "Referat af udvalgsmøde den 12. marts 2024\n\nUdpegning til kvalitetsgruppen\nBeslutning\nBo Lund udpeges.\n"
        "Lukket: Ansættelse af leder\nBeslutning\nGodkendt.\nÅrsberetning\nBeslutning\nTaget til efterretning.\n",
        [(None, "Udpegning til kvalitetsgruppen"), (None, "Ansættelse af leder"), (None, "Årsberetning")],
    ),
    (
        "a closed agenda counts anew",
        HEAD + "Åben dagsorden\n\n1. Godkendelse af dagsorden\nGodkendt\n\n2. Kirkegård\nBo henter tilbud.\n\nLukket dagsorden\n\n"
        "1. Personale\nDrøftet\n\n2. Eventuelt\nIntet\n",
        [("1", "Godkendelse af dagsorden"), ("2", "Kirkegård"), ("1", "Personale"), ("2", "Eventuelt")],
    ),
    (
        "a number that a sentence refers to",
        HEAD + "1. Godkendelse af dagsorden\nGodkendt.\n\n2. Budget\nSagen blev drøftet. Der henvises til drøftelsen under punkt\n"
        "1. Dagsordenen blev ændret.\n\n3. Takster\nVedtaget.\n\n4. Eventuelt\nIntet.\n",
        [("1", "Godkendelse af dagsorden"), ("2", "Budget"), ("3", "Takster"), ("4", "Eventuelt")],
    ),
    (
        "title and text on one line",
        HEAD + "1.Godkendelse af dagsorden: Godkendt\n\n2. Driftsrapport: Intet\n\n3. Økonomi: Tallene blev gennemgået og godkendt.\n\n"
        "4. Hvem skal levere vandet? Vi må afvente svaret.\n\n5. HavenIkke den store arbejdsbyrde i år.\n\n6. EventueltIntet\n",
        [
            ("1", "Godkendelse af dagsorden"), ("2", "Driftsrapport"), ("3", "Økonomi"), ("4", "Hvem skal levere vandet?"),
            ("5", "Haven"), ("6", "Eventuelt"),
        ],
    ),
    (
        "title and text on one line without a mark between them",
        "Hovedudvalget den 4. februar 2016\n\nReferat\n\n1. Velkomst Formanden bød velkommen.\n2. Sygefravær HR gennemgik tallene for 2015.\n"
        "3. Budget 2017 Direktionen orienterede om processen.\n4. Eventuelt Intet.\n",
        [("1", "Velkomst"), ("2", "Sygefravær"), ("3", "Budget 2017"), ("4", "Eventuelt")],
    ),
    (
        "a number alone above its title, also where the title looks like a heading",
        HEAD + "1. \nReferatet af 27. februar\nUnderskrevet\n\n2. \nDagsordenen\nGodkendt med et nyt punkt.\n\n3. \nHøring: Lokalplan for havnen\n"
        "Ingen bemærkninger.\n\n4. \nEventuelt\nIntet\n",
        [("1", "Referatet af 27. februar"), ("2", "Dagsordenen"), ("3", "Høring: Lokalplan for havnen"), ("4", "Eventuelt")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ITEMS], ids=[row[0] for row in ITEMS])
def test_items(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert items(text) == expected


def test_register_numbers_in_a_transcript_and_its_running_header() -> None:
    page = (
        "Sagen er fremsendt af forvaltningen, som har regnet på tre modeller for ordningen og hørt de berørte parter. "
    )
    text = (
        "Transkript\n1 Lindehøj Kommune Økonomiudvalget Referat af mødet den 12. marts 2007\n"
        f"2 Lindehøj Kommune Økonomiudvalget ØU-3/07-O Likviditet {page}Beslutning: Taget til efterretning ØU-4/07-B Byggemodning {page}"
        f"Beslutning: Anbefales\n3 Lindehøj Kommune Økonomiudvalget ØU-5/07-B Ejendomsskatter {page}Beslutning: Udsat\n"
    )
    found = segment(Source(text))
    meeting = found.meetings[0]
    assert meeting.kind is MeetingKind.MINUTES
    assert [item.number for item in meeting.items] == ["ØU-3/07-O", "ØU-4/07-B", "ØU-5/07-B"]
    assert {text[span.start : span.end] for span in found.furniture} >= {"3 Lindehøj Kommune Økonomiudvalget"}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Referat fra mødet mandag den 28. maj", "2018 kl. 15.00"], date(2018, 5, 28)),
        (
            ["Fra: Bo", "Til: Inge", "Emne: Referat", "Dato: 14. marts 2024", "Referat af mødet den 12. marts 2024"],
            date(2024, 3, 12),
        ),
        (["Fra kl. 9", "Dato: 14. marts 2024"], date(2024, 3, 14)),
    ],
)
def test_dates(lines: list[str], expected: date) -> None:
    assert header_date(lines) == expected


def test_cells_under_a_title_are_agenda() -> None:
    text = (
        HEAD
        + "Pkt. 1\n\nKantinen\n\nInge viser tallene\n\n17.30-17.35\n\nBeslut\n\nTaksten er 15 kr. fra august.\n\nPkt. 2\n\nEventuelt\n\n17.35-17.40\n\nIntet\n"
    )
    first = segment(Source(text)).meetings[0].items[0]
    assert [sentence.text for sentence in first.sentences if sentence.zone is ZoneKind.OUTCOME] == [
        "Taksten er 15 kr. fra august."
    ]


def test_day_and_body_from_a_running_header() -> None:
    page = "Lindehøj Kommune - Børneudvalget - 12-03-2024    Side {}\n\n{}. {}\n\nBeslutning\nGodkendt.\n\n"
    titles = ("Godkendelse af dagsorden", "Takster", "Eventuelt")
    meeting = segment(Source("".join(page.format(n, n, title) for n, title in enumerate(titles, 1)))).meetings[0]
    assert (meeting.date, meeting.body) == (date(2024, 3, 12), "Børneudvalget")
