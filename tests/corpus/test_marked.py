from __future__ import annotations

from datetime import date

import pytest

from decisionnlp.corpus.checks import check_document
from decisionnlp.corpus.marked import parse_marked
from decisionnlp.corpus.store import gold_from_dict, gold_to_dict
from decisionnlp.document import DeadlineType, Label, MeetingKind, Outcome, Polarity, Relation, Subtype, ZoneKind
from decisionnlp.errors import InputError

HEAD = '%% doc id=solby-tmu-2024-01-23 layout=word body="Solby, TMU" body_type=fagudvalg year=2024\n'
MARKED = (
    HEAD
    + """%% meeting kind=minutes date=2024-01-23 body="Teknik- og Miljøudvalget"
Referat{}
%% item number=1 title="Vejen i Lunden" outcome=approved_with_conditions
Punkt 1: Vejen i Lunden{}
%% zone proposal heading="Indstilling"
Indstilling{}
Det indstilles,{}
1. [[r1 at vejen
lukkes]],{}
2. [[r2 at den åbnes]]{}
%% zone outcome heading="Beslutning"
Beslutning{}
At 1 godkendt.{A:adopted r=1} At 2 <<F Side 2 af 3 F>> ikke
tiltrådt.{D:rejected r=-2} Vejen lukkes [[d#d1 senest i
maj 2024 ;; by ..2024-05-31]].{}
[[o UJU >> Unge, Job]] og [[o Janus]] følger op.{F:assignment +d1 #f1}
Det sker [[d hver ottende uge ;; rec FREQ=WEEKLY;INTERVAL=8]].{F:standing =f1}
%% outside
Mødet hævet.{}
"""
)


def test_marks_leave_the_text_and_become_records() -> None:
    document = parse_marked(MARKED)
    assert document.text.startswith(
        "Referat\nPunkt 1: Vejen i Lunden\nIndstilling\nDet indstilles,\n1. at vejen\nlukkes,\n"
    )
    assert "Side 2 af 3" in document.text
    assert "{" not in document.text
    assert "[[" not in document.text
    meeting = document.minutes.meetings[0]
    assert (meeting.kind, meeting.date, meeting.body) == (
        MeetingKind.MINUTES,
        date(2024, 1, 23),
        "Teknik- og Miljøudvalget",
    )
    assert [sentence.text for sentence in meeting.sentences] == ["Referat", "Mødet hævet."]
    item = meeting.items[0]
    assert (item.number, item.title, item.outcome) == ("1", "Vejen i Lunden", Outcome.APPROVED_WITH_CONDITIONS)
    assert [(zone.zone, zone.heading) for zone in item.zones] == [
        (ZoneKind.AGENDA, None),
        (ZoneKind.PROPOSAL, "Indstilling"),
        (ZoneKind.OUTCOME, "Beslutning"),
    ]
    assert [(point.number, point.text, point.answers) for point in item.recommendations] == [
        ("1", "at vejen\nlukkes", (Polarity.APPROVED,)),
        ("2", "at den åbnes", (Polarity.REJECTED,)),
    ]


def test_labels_and_follow_ups() -> None:
    item = parse_marked(MARKED).minutes.meetings[0].items[0]
    labelled = {sentence.text.split(".")[0]: sentence for sentence in item.sentences if sentence.labels}
    assert labelled["At 1 godkendt"].labels[0].label is Label.APPROVAL
    assert labelled["UJU og Janus følger op"].subtype is Subtype.ASSIGNMENT
    (task,) = item.follow_ups
    assert [(owner.text, owner.name, owner.linked) for owner in task.owners] == [
        ("UJU", "Unge, Job", False),
        ("Janus", "Janus", False),
    ]
    linked, recurring = task.deadlines
    assert (linked.text, linked.type, linked.relation, linked.earliest, linked.latest, linked.linked) == (
        "senest i\nmaj 2024",
        DeadlineType.DATE,
        Relation.BY,
        None,
        date(2024, 5, 31),
        True,
    )
    assert (recurring.type, recurring.rrule) == (DeadlineType.RECURRENCE, "FREQ=WEEKLY;INTERVAL=8")
    assert len(task.spans) == 2


def test_every_span_is_the_slice_it_says_and_everything_is_covered() -> None:
    document = parse_marked(MARKED)
    for sentence in document.minutes.sentences():
        assert document.text[sentence.start : sentence.end] == sentence.text
    assert list(check_document(document)) == []


def test_stand_off_round_trip() -> None:
    document = parse_marked(MARKED)
    again = gold_from_dict(gold_to_dict(document), document.text)
    assert again.minutes.meetings == document.minutes.meetings
    assert again.minutes.furniture == document.minutes.furniture


def test_an_annotation_of_another_text_is_refused() -> None:
    document = parse_marked(MARKED)
    with pytest.raises(InputError, match="sha256"):
        gold_from_dict(gold_to_dict(document), document.text + "x")


BODY = '%% meeting kind=minutes date=2024-01-23 body="B"\n%% item number=1 title="Vej" outcome=approved\n1. Vej{}\n'
WRONG = [
    ("not closed", BODY + "%% zone outcome\nGodkendt.\n", "no closing braces"),
    ("label outside the outcome", BODY + "Godkendt.{A:adopted}\n", "only outcome sentences"),
    ("unknown subtype", BODY + "%% zone outcome\nGodkendt.{A:deferred}\n", "subtypes of APPROVAL"),
    ("unknown label", BODY + "%% zone outcome\nGodkendt.{B:adopted}\n", "unknown label"),
    ("unknown zone", BODY + "%% zone beslutning\nGodkendt.{}\n", "is none of"),
    ("unknown point", BODY + "%% zone outcome\nGodkendt.{A:adopted r=3}\n", "no recommendation point 3"),
    ("unknown id", BODY + "%% zone outcome\nBo følger op.{F:assignment +d9}\n", "no span has that id"),
    ("deadline without reading", BODY + "%% zone outcome\nSker [[d i maj]].{F:assignment}\n", "needs ;;"),
    ("no such day", BODY + "%% zone outcome\nSker [[d i maj ;; on 2024-05-32..]].{F:assignment}\n", "is no date"),
    ("one percent sign", BODY + "% zone outcome\nGodkendt.{}\n", "begins with %%"),
    ("nothing to close", BODY + "{}\n", "closes no sentence"),
    ("title from elsewhere", BODY.replace('"Vej"', '"Bro"'), "does not stand in the item"),
]


@pytest.mark.parametrize(("body", "message"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_errors_name_line_and_reason(body: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        parse_marked(HEAD + body, path="x.marked")
    assert "line " in str(caught.value)


@pytest.mark.parametrize(
    ("task", "problems"),
    [
        ("Bo melder [[d hver måned ;; rec FREQ=MONTHLY]]", 0),
        ("Bo melder [[d på hvert møde ;; rec]]", 0),
        ("Bo melder [[d til hvert udvalgsmøde ;; rec]]", 0),
        ("Bo melder [[d hver måned ;; rec]]", 1),
    ],
)
def test_a_recurrence_has_a_rule_unless_it_hangs_on_the_meetings(task: str, problems: int) -> None:
    document = parse_marked(HEAD + BODY + "%% zone outcome\nGodkendt.{A:adopted}\n" + task + ".{F:standing}\n")
    assert len(list(check_document(document))) == problems
