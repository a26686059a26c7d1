"""The stage: labels and outcomes in the records, for the rules."""

from __future__ import annotations

import pytest

from decisionnlp.classification import classify, get_classifier
from decisionnlp.document import Label, MeetingKind, Outcome, Source, Subtype, ZoneKind
from decisionnlp.pipeline import Analyzer
from tests.classification.builders import meeting_of, outcome_of

RULES = get_classifier("rules")


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        (("Godkendt.",), Outcome.APPROVED),
        (("Godkendt med den ændring, at stien bliver bredere.",), Outcome.APPROVED_WITH_CONDITIONS),
        (("Anbefales.",), Outcome.RECOMMENDED),
        (("Taget til efterretning.",), Outcome.NOTED),
        (("Udvalget drøftede sagen.",), Outcome.DISCUSSED),
        (("Sagen udsættes.",), Outcome.DEFERRED),
        (("Sagen sendes tilbage til forvaltningen.",), Outcome.RETURNED),
        (("Ansøgningen blev afvist.",), Outcome.REJECTED),
        (("Udvalget besluttede at flytte torvedagen.",), Outcome.DECIDED),
        (("Udgik.",), Outcome.WITHDRAWN),
        (("Intet til referat.",), Outcome.NONE),
        (("Punktet blev ikke drøftet.",), Outcome.NONE),
        ((".",), Outcome.NONE),
        ((), Outcome.NONE),
        (("Drøftet.", "Mette sender et notat inden jul."), Outcome.DISCUSSED),
        (("Godkendt.", "Mette sender et notat inden jul."), Outcome.APPROVED),
        (("Ad 1: Godkendt.", "Ad 2: Forkastet."), Outcome.APPROVED_WITH_CONDITIONS),
    ],
)
def test_outcome_of_an_item(lines: tuple[str, ...], outcome: Outcome) -> None:
    source, meeting = outcome_of(*lines)
    (classified,) = classify([meeting], source, [], RULES)
    assert classified.items[0].outcome is outcome
    assert 0 <= (classified.items[0].outcome_score or 0) <= 1


@pytest.mark.parametrize(
    ("title", "line", "outcome"),
    [
        ("Ændringer til dagsordenen", "Punkt 9 udgår.", Outcome.APPROVED_WITH_CONDITIONS),
        ("Godkendelse af dagsorden", "Pkt. 4 blev udsat til næste møde.", Outcome.APPROVED_WITH_CONDITIONS),
        ("Godkendelse af dagsorden", "Sag 4 trækkes frem som første sag.", Outcome.DISCUSSED),
        ("Takster", "Punkt 9 udgår.", Outcome.WITHDRAWN),
        ("Bemærkninger/ændringer til dagsordenen", "Ingen bemærkninger.", Outcome.APPROVED),
        ("Godkendelse af referat", "Der var ingen bemærkninger.", Outcome.APPROVED),
        ("Godkendelse af dagsorden", "Dagsordenen blev udsat, da punkt 3 er udsat.", Outcome.DEFERRED),
    ],
)
def test_an_agenda_without_one_of_its_points_is_approved_with_a_change(title: str, line: str, outcome: Outcome) -> None:
    source = Source(
        text=f"Referat fra Byrådets møde den 14. maj 2020\n\n1. {title}\n\nBeslutning\n{line}\n\n2. Budget\n\nBeslutning\nGodkendt.\n"
    )
    assert Analyzer(model="rules").analyze_source(source).meetings[0].items[0].outcome is outcome


def test_the_same_words_in_a_proposal_carry_nothing() -> None:
    source, meeting = meeting_of([(ZoneKind.PROPOSAL, "Godkendt."), (ZoneKind.OUTCOME, "Godkendt.")])
    (classified,) = classify([meeting], source, [], RULES)
    first, second = classified.items[0].sentences
    assert first.labels == ()
    assert [score.label for score in second.labels] == [Label.APPROVAL]
    assert second.subtype is Subtype.ADOPTED
    assert second.labels[0].by


def test_the_weightiest_label_comes_first_and_gives_the_subtype() -> None:
    source, meeting = outcome_of("Formanden bemyndiges til at færdiggøre svaret senest den 6/2.")
    (classified,) = classify([meeting], source, [], RULES)
    sentence = classified.items[0].sentences[0]
    assert [score.label for score in sentence.labels] == [Label.DECISION, Label.FOLLOW_UP]
    assert sentence.subtype is Subtype.DELEGATED


def test_an_agenda_stays_as_it_is() -> None:
    source, meeting = outcome_of("Godkendt.", kind=MeetingKind.AGENDA)
    assert classify([meeting], source, [], RULES) == (meeting,)


def test_nothing_else_changes() -> None:
    source, meeting = outcome_of("Godkendt.", "Tak for i dag.")
    (classified,) = classify([meeting], source, [], RULES)
    assert [s.span for s in classified.all_sentences()] == [s.span for s in meeting.all_sentences()]
    assert classified.items[0].zones == meeting.items[0].zones
