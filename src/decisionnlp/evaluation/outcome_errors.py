"""Error analysis of item outcomes: every item whose outcome is wrong, with what its sentences say and were taken to say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from decisionnlp.corpus.records import GoldDocument
from decisionnlp.document import Item, MeetingKind, Minutes, Sentence, ZoneKind
from decisionnlp.evaluation.alignment import half_of_both, half_of_shorter, pair_up

NOT_FOUND = "not found"
# Sentences of an item shown; the rest is counted.
SENTENCES = 12


@dataclass(frozen=True, slots=True)
class OutcomeError:
    """An item with a wrong outcome. ``score`` in [0, 1] is the probability given to ``predicted``; ``sentences`` are its outcome
    sentences: text, gold labels and subtypes, predicted ones."""

    document: str
    layout: str
    body_type: str
    start: int
    title: str
    gold: str
    predicted: str
    score: float
    recommendations: int
    sentences: tuple[tuple[str, str, str], ...]


def minuted(minutes: Minutes) -> list[Item]:
    """The items of all meetings that are minutes."""
    return [item for meeting in minutes.meetings if meeting.kind is MeetingKind.MINUTES for item in meeting.items]


def outcome_errors(document: GoldDocument, predicted: Minutes) -> list[OutcomeError]:
    """Every item of a document whose outcome is wrong, or that was not found, in order."""
    wanted, found = minuted(document.minutes), minuted(predicted)
    partner = dict(pair_up(wanted, found, half_of_both))
    wrong = []
    for number, item in enumerate(wanted):
        other = found[partner[number]] if number in partner else None
        if other is None or other.outcome is not item.outcome:
            wrong.append(
                OutcomeError(
                    document.id,
                    document.layout,
                    document.body_type,
                    item.start,
                    item.title,
                    item.outcome.value,
                    other.outcome.value if other else NOT_FOUND,
                    other.outcome_score or 0.0 if other else 1.0,
                    len(item.recommendations),
                    _sentences(item, other),
                )
            )
    return wrong


def _sentences(item: Item, other: Item | None) -> tuple[tuple[str, str, str], ...]:
    gold = [sentence for sentence in item.sentences if sentence.zone is ZoneKind.OUTCOME]
    theirs = list(other.sentences) if other else []
    partner = dict(pair_up(gold, theirs, half_of_shorter))
    return tuple(
        (
            " ".join(sentence.text.split()),
            _said(sentence),
            _said(theirs[partner[place]]) if place in partner else NOT_FOUND,
        )
        for place, sentence in enumerate(gold)
    )


def _said(sentence: Sentence) -> str:
    if sentence.zone is not ZoneKind.OUTCOME:
        return f"zone {sentence.zone.value}"
    labels = (
        f"{given.label.value}:{given.subtype.value}" if given.subtype else given.label.value
        for given in sentence.labels
    )
    return "+".join(sorted(labels)) or "–"


def outcomes_markdown(cases: Sequence[OutcomeError], most: int) -> list[str]:
    """How often each outcome was taken for which other, then the ``most`` surest of the wrong ones."""
    counted = Counter((case.gold, case.predicted) for case in cases)
    lines = [f"## Item outcomes: {min(most, len(cases))} of {len(cases)} wrong ones, surest first", ""]
    lines += [
        ", ".join(f"{a} taken for {b} {n}" for (a, b), n in sorted(counted.items(), key=lambda p: (-p[1], p[0]))),
        "",
    ]
    for number, case in enumerate(sorted(cases, key=lambda case: (-case.score, case.document, case.start))[:most], 1):
        lines.append(f"{number}. **{case.title}** — gold {case.gold}, predicted {case.predicted} ({case.score:.2f})")
        points = f"; {case.recommendations} recommendation points" if case.recommendations else ""
        lines.append(f"   - `{case.document}:{case.start}` {case.layout}, {case.body_type}{points}")
        for text, gold, said in case.sentences[:SENTENCES]:
            lines.append(f"   - {text} — {gold}" + ("" if gold == said else f" / predicted {said}"))
        if len(case.sentences) > SENTENCES:
            lines.append(f"   - … and {len(case.sentences) - SENTENCES} more")
        lines.append("")
    return lines
