"""What zones are worth: the same classifier where every sentence of an item counts as its outcome, for ablations.

The same words are a proposal in one zone and an outcome in another; without zones a classifier must tell them apart by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from decisionnlp.classification import Classifier, classify
from decisionnlp.corpus.records import GoldDocument
from decisionnlp.document import Meeting, MeetingKind, Minutes, Source, Span, ZoneKind
from decisionnlp.evaluation.held_out import automatic_segmentation
from decisionnlp.evaluation.systems import System, meeting_date
from decisionnlp.resolution import resolve
from decisionnlp.segmentation import segment


def unzoned(meetings: Sequence[Meeting]) -> tuple[Meeting, ...]:
    """Every sentence of the items of minutes in one outcome zone without a heading."""
    return tuple(
        replace(
            meeting,
            items=tuple(
                replace(
                    item,
                    sentences=tuple(
                        replace(sentence, zone=ZoneKind.OUTCOME, heading=None) for sentence in item.sentences
                    ),
                )
                for item in meeting.items
            ),
        )
        if meeting.kind is MeetingKind.MINUTES
        else meeting
        for meeting in meetings
    )


def unzoned_gold(document: GoldDocument) -> GoldDocument:
    """A document to learn from without zones."""
    return replace(document, minutes=replace(document.minutes, meetings=unzoned(document.minutes.meetings)))


@lru_cache(maxsize=1024)
def unzoned_segmentation(source: Source) -> tuple[Sequence[Meeting], Sequence[Span]]:
    """The automatic segmentation, its zones forgotten."""
    meetings, furniture = automatic_segmentation(source)
    return unzoned(meetings), furniture


def end_to_end_unzoned(classifier: Classifier, *, dates: str = "given") -> System:
    """The whole analysis of the bare text, its zones forgotten before the classifier sees it and known again afterwards."""

    def run(document: GoldDocument) -> Minutes:
        source = document.minutes.source
        found = segment(source, meeting_date=meeting_date(document) if dates == "given" else None)
        said = classify(unzoned(found.meetings), source, found.furniture, classifier)
        meetings = resolve(tuple(map(_zoned, said, found.meetings)), source, found.furniture)
        return replace(document.minutes, meetings=tuple(meetings), furniture=tuple(found.furniture))

    return run


def _zoned(said: Meeting, known: Meeting) -> Meeting:
    items = tuple(
        replace(
            one,
            sentences=tuple(
                replace(sentence, zone=other.zone, heading=other.heading)
                for sentence, other in zip(one.sentences, two.sentences, strict=True)
            ),
        )
        for one, two in zip(said.items, known.items, strict=True)
    )
    return replace(said, items=items)
