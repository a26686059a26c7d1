"""Indstilling and referat in separate files."""

from __future__ import annotations

from dataclasses import replace

from decisionnlp.document import (
    Identifier,
    Item,
    Label,
    LabelScore,
    Meeting,
    Minutes,
    Polarity,
    Recommendation,
    Sentence,
    Source,
    Subtype,
    ZoneKind,
)
from decisionnlp.resolution import join_minutes

PROPOSAL_TEXT = "3. Taksten for haller\nDet indstilles, 1. at taksten godkendes, 2. at der gives besked."
OUTCOME_TEXT = "3. Taksten for haller\nAt 1 godkendt. At 2 udsat."


def proposal(title: str = "Taksten for haller", number: str | None = "3") -> Minutes:
    points = (
        Recommendation("1", "at taksten godkendes", PROPOSAL_TEXT.index("at taksten"), PROPOSAL_TEXT.index(", 2.")),
        Recommendation("2", "at der gives besked", PROPOSAL_TEXT.index("at der"), len(PROPOSAL_TEXT) - 1),
    )
    item = Item(number, title, 0, len(PROPOSAL_TEXT), recommendations=points)
    return Minutes(Source(PROPOSAL_TEXT, "indstilling.txt"), (Meeting(0, len(PROPOSAL_TEXT), items=(item,)),))


def outcome(title: str = "Taksten for haller", number: str | None = "3") -> Minutes:
    start = OUTCOME_TEXT.index("At 1")
    labels = (
        LabelScore(Label.APPROVAL, 1.0, "t", Subtype.ADOPTED),
        LabelScore(Label.DECISION, 1.0, "t", Subtype.DEFERRED),
    )
    sentence = Sentence(start, len(OUTCOME_TEXT), OUTCOME_TEXT[start:], zone=ZoneKind.OUTCOME, labels=labels)
    item = Item(number, title, 0, len(OUTCOME_TEXT), sentences=(sentence,))
    return Minutes(Source(OUTCOME_TEXT, "referat.txt"), (Meeting(0, len(OUTCOME_TEXT), items=(item,)),))


def answers(minutes: Minutes) -> list[tuple[Polarity, ...]]:
    return [point.answers for point in minutes.items[0].recommendations]


def test_points_are_answered_across_documents() -> None:
    joined = join_minutes([proposal(), outcome()])
    assert answers(joined[0]) == [(Polarity.APPROVED,), (Polarity.DEFERRED,)]
    assert answers(joined[1]) == answers(joined[0])
    copied = joined[1].items[0].recommendations[0]
    assert copied.start == copied.end and copied.text == "at taksten godkendes"


def test_a_like_title_needs_the_number() -> None:
    assert answers(join_minutes([proposal("Taksten for haller 2024"), outcome("Taksten for byens haller")])[0])[0]
    untouched = join_minutes(
        [proposal("Taksten for haller 2024 og bade", "4"), outcome("Taksten for byens skoler", "3")]
    )
    assert answers(untouched[0]) == [(), ()]


def test_a_case_number_is_enough() -> None:
    case = Identifier("24/100", 0, 6, "case", "24/100")
    documents = []
    for minutes in (proposal("Haller", "1"), outcome("Takster", "9")):
        item = replace(minutes.items[0], identifiers=(case,))
        documents.append(replace(minutes, meetings=(replace(minutes.meetings[0], items=(item,)),)))
    assert answers(join_minutes(documents)[0]) == [(Polarity.APPROVED,), (Polarity.DEFERRED,)]


def test_two_fitting_items_join_nothing() -> None:
    assert answers(join_minutes([proposal(), outcome(), outcome()])[0]) == [(), ()]
