"""What can be evaluated: anything that makes ``Minutes`` out of a gold document's text (or out of its gold segmentation)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from decisionnlp.base import parser
from decisionnlp.classification import Classifier, classify, contexts
from decisionnlp.corpus.records import GoldDocument
from decisionnlp.document import Label, Meeting, MeetingKind, Minutes, Outcome
from decisionnlp.evaluation.alignment import pair_up
from decisionnlp.pipeline import Analyzer
from decisionnlp.resolution import resolve

if TYPE_CHECKING:
    from spacy.language import Language

System = Callable[[GoldDocument], Minutes]


def meeting_date(document: GoldDocument) -> date | None:
    """The date a user would give: that of the only dated minutes in the file; ``None`` where there are several or none."""
    days = {
        meeting.date
        for meeting in document.minutes.meetings
        if meeting.kind is MeetingKind.MINUTES and meeting.date is not None
    }
    return days.pop() if len(days) == 1 else None


def end_to_end(analyzer: Analyzer, *, dates: str = "given") -> System:
    """The whole analysis of the bare text; ``dates`` is ``given`` (as ``--meeting-date``) or ``found`` by the segmentation."""

    def run(document: GoldDocument) -> Minutes:
        day = meeting_date(document) if dates == "given" else None
        return analyzer.analyze_source(document.minutes.source, meeting_date=day)

    return run


def bare(meetings: Sequence[Meeting]) -> tuple[Meeting, ...]:
    """Gold meetings, items, zones and sentences without anything that later stages find."""
    return tuple(
        replace(
            meeting,
            follow_ups=(),
            sentences=tuple(replace(sentence, deadlines=(), units=()) for sentence in meeting.sentences),
            items=tuple(
                replace(
                    item,
                    outcome=Outcome.NONE,
                    follow_ups=(),
                    recommendations=tuple(replace(point, answers=()) for point in item.recommendations),
                    sentences=tuple(
                        replace(sentence, labels=(), subtype=None, resolves=(), deadlines=(), units=())
                        for sentence in item.sentences
                    ),
                )
                for item in meeting.items
            ),
        )
        for meeting in meetings
    )


def on_gold_segmentation(classifier: Classifier) -> System:
    """Classification and resolution alone, over gold meetings, items, zones and sentences."""

    def run(document: GoldDocument) -> Minutes:
        gold = document.minutes
        meetings = classify(bare(gold.meetings), gold.source, gold.furniture, classifier)
        meetings = resolve(meetings, gold.source, gold.furniture)
        return replace(gold, meetings=tuple(meetings))

    return run


def on_gold_labels(document: GoldDocument, *, base: Language | None = None) -> Minutes:
    """Extraction and resolution alone, over gold segmentation and gold labels; ``base`` takes part in owner finding."""
    gold = document.minutes
    given = tuple(
        replace(
            meeting,
            follow_ups=(),
            items=tuple(
                replace(
                    item,
                    follow_ups=(),
                    recommendations=tuple(replace(point, answers=()) for point in item.recommendations),
                    sentences=tuple(
                        replace(sentence, resolves=(), deadlines=(), units=()) for sentence in item.sentences
                    ),
                )
                for item in meeting.items
            ),
        )
        for meeting in gold.meetings
    )
    return replace(gold, meetings=tuple(resolve(given, gold.source, gold.furniture, parse=parser(base))))


@dataclass(frozen=True, slots=True)
class ProbabilityCase:
    """The probability of a label for a predicted sentence, and whether the gold sentence has it."""

    label: Label
    probability: float
    true: bool


def probabilities(gold: Minutes, predicted: Minutes, classifier: Classifier) -> list[ProbabilityCase]:
    """Every eligible sentence and label: what the classifier said and what is true."""
    sentences = [sentence for meeting in predicted.meetings for sentence in meeting.all_sentences()]
    known = contexts(predicted.meetings, predicted.source, predicted.furniture)
    wanted = list(gold.sentences())
    partner = {index: wanted[number] for number, index in pair_up(wanted, sentences)}
    cases = []
    for index, (context, said) in enumerate(zip(known, classifier.predict(known), strict=True)):
        if context.eligible:
            other = partner.get(index)
            for label, probability in said.probabilities.items():
                cases.append(ProbabilityCase(label, probability, other is not None and other.has(label)))
    return cases
