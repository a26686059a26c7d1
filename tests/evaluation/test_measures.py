from __future__ import annotations

from dataclasses import replace

import pytest

from decisionnlp.corpus.marked import parse_marked
from decisionnlp.document import Label, LabelScore, Minutes, Outcome, Subtype, ZoneKind
from decisionnlp.evaluation.figures import Counts
from decisionnlp.evaluation.measures import measure
from decisionnlp.evaluation.systems import bare
from tests.corpus.test_marked import MARKED


def gold() -> Minutes:
    return parse_marked(MARKED).minutes


def with_item(minutes: Minutes, **changes: object) -> Minutes:
    meeting = minutes.meetings[0]
    return replace(minutes, meetings=(replace(meeting, items=(replace(meeting.items[0], **changes),)),))  # type: ignore[arg-type]


def test_gold_against_itself_is_perfect() -> None:
    for name, counts in measure(gold(), gold()).counts.items():
        assert counts.extra == counts.missed == 0, name
        assert name == "plan_rows" or name == "plan_rows/complete" or counts.hit > 0, name


def test_nothing_found() -> None:
    found = measure(gold(), replace(gold(), meetings=bare(gold().meetings))).counts
    assert found["labels/APPROVAL"] == Counts(0, 0, 1)
    assert found["labels/DECISION"] == Counts(0, 0, 1)
    assert found["labels/FOLLOW_UP"] == Counts(0, 0, 2)
    assert found["follow_ups"] == Counts(0, 0, 1)
    assert found["owners"] == Counts(0, 0, 2)
    assert found["deadlines"] == Counts(0, 0, 2)
    assert found["outcome"] == Counts(0, 1, 1)
    assert found["answers"] == Counts(0, 0, 2)
    assert found["items"] == Counts(1, 0, 0)


def test_a_wrong_label_is_a_miss_and_a_false_alarm() -> None:
    minutes = gold()
    item = minutes.meetings[0].items[0]
    wrong = tuple(
        replace(sentence, labels=(LabelScore(Label.DECISION, 0.9, "x", Subtype.DEFERRED),))
        if sentence.has(Label.APPROVAL)
        else sentence
        for sentence in item.sentences
    )
    counts = measure(minutes, with_item(minutes, sentences=wrong)).counts
    assert counts["labels/APPROVAL"] == Counts(0, 0, 1)
    assert counts["labels/DECISION"] == Counts(1, 1, 0)


def test_a_wrong_date_breaks_the_task_but_not_the_find() -> None:
    minutes = gold()
    (task,) = minutes.meetings[0].items[0].follow_ups
    late = replace(task.deadlines[0], latest=task.deadlines[0].latest.replace(month=6, day=30))  # type: ignore[union-attr]
    counts = measure(
        minutes, with_item(minutes, follow_ups=(replace(task, deadlines=(late, task.deadlines[1])),))
    ).counts
    assert counts["deadlines/found"] == Counts(2, 0, 0)
    assert counts["deadlines"] == Counts(1, 1, 1)
    assert counts["follow_ups"] == Counts(1, 0, 0)
    assert counts["follow_ups/complete"] == Counts(0, 1, 1)


def test_an_owner_too_many_breaks_the_task() -> None:
    minutes = gold()
    (task,) = minutes.meetings[0].items[0].follow_ups
    extra = replace(task.owners[0], start=0, end=7, text="Referat", name="Referat")
    counts = measure(minutes, with_item(minutes, follow_ups=(replace(task, owners=(*task.owners, extra)),))).counts
    assert counts["owners"] == Counts(2, 1, 0)
    assert counts["follow_ups/complete"] == Counts(0, 1, 1)


def test_a_wrong_zone_and_a_wrong_outcome() -> None:
    minutes = gold()
    item = minutes.meetings[0].items[0]
    moved = tuple(
        replace(sentence, zone=ZoneKind.CASE) if sentence.text == "Beslutning" else sentence
        for sentence in item.sentences
    )
    counts = measure(minutes, with_item(minutes, sentences=moved, outcome=Outcome.APPROVED)).counts
    total = len(list(minutes.sentences()))
    assert counts["zones"] == Counts(total - 1, 1, 1)
    assert counts["outcome"] == Counts(0, 1, 1)


def test_different_texts_are_refused() -> None:
    minutes = gold()
    other = replace(minutes, source=replace(minutes.source, text=minutes.source.text + "x"))
    with pytest.raises(ValueError, match="different texts"):
        measure(minutes, other)
