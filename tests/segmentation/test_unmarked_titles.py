"""Titles with their text behind them and no mark between (``3. Haven Tak for hjælpen!``), the first one's title above its number."""

from __future__ import annotations

from decisionnlp.document import Source, ZoneKind
from decisionnlp.segmentation import segment
from tests.segmentation.found import numbered_titles

HEAD = "Referat af elevrådsmøde d. 3. marts 2020\n\n"
POINTS = (
    " 2. Bordtennis Bordene er kommet i går, og de står i kælderen. Alle må bruge dem i frikvarteret fra på mandag.\n"
    " 3. Affald på gangen Tak for hjælpen! Alle klasser har nu en spand, undtagen 2.b, som får en i næste uge.\n"
    " 4. Kantinen Kantinen har sænket prisen på frugt. Vi spørger, om der også kan komme grød om morgenen.\n"
    " 5. Tur til museet Freja har fået svar fra Fur, som gerne vil vise os rundt. Vi siger ja tak til turen.\n"
    " 6. Nye bolde Rikke har købt fire bolde. De ligger i skabet ved hallen, og nøglen hænger på kontoret.\n"
    " 7. Evt. Der er fest på fredag. Husk at hente billetter i kantinen.\n"
)


TITLES = [
    ("2", "Bordtennis"),
    ("3", "Affald på gangen"),
    ("4", "Kantinen"),
    ("5", "Tur til museet"),
    ("6", "Nye bolde"),
    ("7", "Evt."),
]


def test_a_capital_shows_the_border_where_the_others_have_no_mark() -> None:
    first = " 1. Dagsorden Dagsordenen blev godkendt, og punktet om festen flyttes til eventuelt sidst på mødet.\n"
    assert numbered_titles(HEAD + first + POINTS) == [("1", "Dagsorden"), *TITLES]


def test_the_title_of_the_first_point_above_its_number() -> None:
    text = (
        HEAD
        + "Velkomst og nyt om kassereren\n\n 1. Sofus Lind er stoppet som kasserer. Vi vælger en ny til sidst på mødet i dag.\n"
        + POINTS
    )
    assert numbered_titles(text) == [("1", "Velkomst og nyt om kassereren"), *TITLES]
    (meeting,) = segment(Source(text)).meetings
    assert [zone.zone for zone in meeting.items[0].zones] == [ZoneKind.AGENDA, ZoneKind.OUTCOME]


def test_a_usual_line_above_a_first_point_with_a_title_takes_nothing() -> None:
    text = (
        "Referat af møde den 3. marts 2020\n\nVelkomst\n\n1. Dagsorden\n\nGodkendt.\n\n2. Økonomi\n\nTaget til efterretning.\n\n"
        "3. Eventuelt\n\nIntet.\n"
    )
    assert ("1", "Dagsorden") in numbered_titles(text)


def test_names_inside_titles_with_marks_are_not_cut() -> None:
    text = (
        "Referat af bestyrelsesmøde den 3. marts 2020\n\n1. Dagsorden: Dagsordenen blev godkendt uden bemærkninger af nogen art.\n\n"
        "2. Brev fra den lokale Rotary Klub om fælles loppemarked på torvet: Vi siger ja og møder op i maj.\n\n"
        "3. Økonomi: Kassereren gennemgik regnskabet, og der er penge nok til en ny port ved pladsen.\n\n4. Eventuelt: Intet.\n"
    )
    assert [title for _, title in numbered_titles(text)][
        1
    ] == "Brev fra den lokale Rotary Klub om fælles loppemarked på torvet"
