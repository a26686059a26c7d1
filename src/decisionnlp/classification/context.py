"""What a classifier may know about a sentence: its words, its place and its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from decisionnlp.document import Item, Meeting, MeetingKind, Sentence, SentenceKind, Source, Span, ZoneKind
from decisionnlp.flattening import flatten


@dataclass(frozen=True, slots=True)
class SentenceContext:
    """A sentence as the classifiers see it; every text is flattened (one line, hyphenated words joined).

    ``position`` counts the sentence within its zone from 0, ``zone_length`` is the number of sentences there. ``lead`` is
    the text of the sentence that introduces the list this one is an item of. ``previous`` and ``next`` lie in the same zone.
    """

    text: str
    zone: ZoneKind = ZoneKind.OUTCOME
    heading: str | None = None
    item_title: str = ""
    item_number: str | None = None
    has_recommendations: bool = False
    kind: SentenceKind = SentenceKind.PROSE
    lead: str | None = None
    previous: str | None = None
    next: str | None = None
    position: int = 0
    zone_length: int = 1
    meeting_kind: MeetingKind = MeetingKind.MINUTES
    body: str | None = None
    start: int = 0
    end: int = 0

    @property
    def eligible(self) -> bool:
        """Only sentences in an outcome zone of a minutes meeting can carry a label."""
        return self.zone is ZoneKind.OUTCOME and self.meeting_kind is MeetingKind.MINUTES


def contexts(meetings: Sequence[Meeting], source: Source, furniture: Sequence[Span]) -> list[SentenceContext]:
    """One context per sentence of every meeting, in the order of ``meeting.all_sentences()``."""
    found: list[SentenceContext] = []
    for meeting in meetings:
        rows: list[SentenceContext] = []
        for item in meeting.items:
            rows.extend(item_contexts(item, meeting, source, furniture))
        for sentence in meeting.sentences:
            rows.append(_outside(sentence, meeting, source, furniture))
        rows.sort(key=lambda row: row.start)
        found.extend(rows)
    return found


def _outside(sentence: Sentence, meeting: Meeting, source: Source, furniture: Sequence[Span]) -> SentenceContext:
    return SentenceContext(
        text=flatten(source.text, sentence.start, sentence.end, skip=furniture).text,
        zone=sentence.zone,
        heading=sentence.heading,
        kind=sentence.kind,
        meeting_kind=meeting.kind,
        body=meeting.body,
        start=sentence.start,
        end=sentence.end,
    )


def item_contexts(
    item: Item, meeting: Meeting, source: Source, furniture: Sequence[Span], *, eligible_only: bool = False
) -> Iterator[SentenceContext]:
    """The contexts of an item's sentences, in order; with ``eligible_only`` those that can carry a label."""
    texts: dict[int, str] = {}

    def flat(start: int, end: int) -> str:
        found = texts.get(start)
        if found is None:
            found = texts[start] = flatten(source.text, start, end, skip=furniture).text
        return found

    sentences = item.sentences
    runs: list[tuple[int, int]] = []
    first = 0
    for index in range(1, len(sentences) + 1):
        if index == len(sentences) or sentences[index].zone is not sentences[first].zone:
            runs.append((first, index))
            first = index
    wanted = meeting.kind is MeetingKind.MINUTES
    for first, last in runs:
        zone = sentences[first].zone
        if eligible_only and not (wanted and zone is ZoneKind.OUTCOME):
            continue
        for index in range(first, last):
            sentence = sentences[index]
            before = sentences[index - 1] if index > first else None
            after = sentences[index + 1] if index + 1 < last else None
            yield SentenceContext(
                text=flat(sentence.start, sentence.end),
                zone=zone,
                heading=sentence.heading,
                item_title=item.title,
                item_number=item.number,
                has_recommendations=bool(item.recommendations),
                kind=sentence.kind,
                lead=flat(sentence.lead.start, sentence.lead.end) if sentence.lead else None,
                previous=flat(before.start, before.end) if before else None,
                next=flat(after.start, after.end) if after else None,
                position=index - first,
                zone_length=last - first,
                meeting_kind=meeting.kind,
                body=meeting.body,
                start=sentence.start,
                end=sentence.end,
            )
