"""Contexts: aligned with sentences, neighbours within the zone, leads of lists."""

from __future__ import annotations

from decisionnlp.classification import contexts
from decisionnlp.classification.context import list_leads
from decisionnlp.document import MeetingKind, SentenceKind, ZoneKind
from tests.classification.builders import meeting_of


def test_contexts_are_aligned_with_the_sentences() -> None:
    source, meeting = meeting_of(
        [
            (ZoneKind.AGENDA, "1. Ny cykelsti ved Åvej"),
            (ZoneKind.PROPOSAL, "at stien anlægges"),
            (ZoneKind.OUTCOME, "Beslutning"),
            (ZoneKind.OUTCOME, "Godkendt, idet Vej-\nafdelingen følger op."),
        ],
        recommendations=("at stien anlægges",),
    )
    found = contexts([meeting], source, [])
    assert [context.start for context in found] == [sentence.start for sentence in meeting.all_sentences()]
    last = found[-1]
    assert last.text == "Godkendt, idet Vejafdelingen følger op."
    assert (last.previous, last.next, last.position, last.zone_length) == ("Beslutning", None, 1, 2)
    assert last.recommendations == ("at stien anlægges",)
    assert last.has_recommendations
    assert last.eligible
    assert not found[1].eligible


def test_an_agenda_is_not_eligible() -> None:
    source, meeting = meeting_of([(ZoneKind.OUTCOME, "Godkendt.")], kind=MeetingKind.AGENDA)
    assert not contexts([meeting], source, [])[0].eligible


def test_leads_of_lists() -> None:
    lines = [
        "Beslutning:",
        "Udvalget besluttede:",
        "• at flytte mødet",
        "• at spare papiret",
        "Udvalget drøftede resten.",
    ]
    assert list_leads(lines, "Beslutning") == [
        (False, None),
        (False, None),
        (True, "Udvalget besluttede:"),
        (True, "Udvalget besluttede:"),
        (False, None),
    ]


def test_short_leads_hold_for_lines_without_a_stop() -> None:
    assert list_leads(["To do:", "Nye nøgler til hallen", "Tak for i dag."], None) == [
        (False, None),
        (False, "To do:"),
        (False, None),
    ]


def test_list_items_are_told_in_the_context() -> None:
    source, meeting = meeting_of([(ZoneKind.OUTCOME, "Rådet ønsker:"), (ZoneKind.OUTCOME, "- et notat om støj")])
    second = contexts([meeting], source, [])[1]
    assert (second.kind, second.lead) == (SentenceKind.LIST_ITEM, "Rådet ønsker:")
