"""What a classifier may know about a sentence: its words, its place and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from decisionnlp import lexicons
from decisionnlp.document import Item, Meeting, MeetingKind, Sentence, SentenceKind, Source, Span, ZoneKind
from decisionnlp.flattening import flatten
from decisionnlp.slotted import Slotted


@dataclass(slots=True)
class SentenceContext(Slotted):
    """A sentence as the classifiers see it; every text is flattened (one line, hyphenated words joined).

    ``kind`` and ``lead`` are read off the text where the segmentation does not give them, so that hand-made and automatic
    segmentation look alike. ``recommendations`` are the texts of the points put to the body.

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
    recommendations: tuple[str, ...] = ()

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


# A line of a list: a bullet, "2.", "b)", or "at …" going on from its lead.
_LISTED = re.compile(r"^\s*(?:[•·▪‣*–—\uf0b7-]\s?|\d{1,2}[.)]\s|[a-h]\)\s|(?:og |samt )?at\s|o\s)")
# No alternative of _LEADS is longer: a word and a comma.
_LONGEST_LEAD = 1 + max(map(len, lexicons.load("clause_words")["list_leads"]))
# What introduces a list: a colon at the end, or a sentence broken off before its "at".
_LEADS = re.compile(
    rf"(?::|,? at|\b(?:{lexicons.alternatives('clause_words', 'list_leads')})\b,?)\s*$",
    re.IGNORECASE,
)


def list_leads(texts: Sequence[str], heading: str | None) -> list[tuple[bool, str | None]]:
    """For each sentence of a zone, whether it is a line of a list, and the text that introduces the list."""
    found: list[tuple[bool, str | None]] = []
    lead: str | None = None
    printed = (heading or "").strip(" :").lower()
    for text in texts:
        bare = text.rstrip()
        listed = _LISTED.match(text) is not None
        short_lead = lead is not None and len(lead) < 30
        goes_on = lead is not None and (text[:1].islower() or (short_lead and not bare.endswith(".")))
        opens = (
            not bare.endswith((".", "!", "?"))
            and _LEADS.search(text, len(bare) - _LONGEST_LEAD) is not None
            and text.strip(" :").lower() != printed
        )
        if listed or (goes_on and not opens):
            found.append((listed or text[:1].islower(), lead))
            continue
        lead = text if opens and len(text) < 200 else None
        found.append((False, None))
    return found


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
    points: tuple[str, ...] | None = None
    for first, last in runs:
        zone = sentences[first].zone
        if eligible_only and not (wanted and zone is ZoneKind.OUTCOME):
            continue
        if points is None:
            points = tuple(flat(point.start, point.end) for point in item.recommendations if point.end > point.start)
        lines = [flat(sentence.start, sentence.end) for sentence in sentences[first:last]]
        leads = list_leads(lines, sentences[first].heading)
        for index in range(first, last):
            sentence = sentences[index]
            listed, lead = leads[index - first]
            if sentence.lead:
                lead = flat(sentence.lead.start, sentence.lead.end)
            yield SentenceContext(
                text=lines[index - first],
                zone=zone,
                heading=sentence.heading,
                item_title=item.title,
                item_number=item.number,
                has_recommendations=bool(item.recommendations),
                kind=SentenceKind.LIST_ITEM if listed else SentenceKind.PROSE,
                lead=lead,
                previous=lines[index - first - 1] if index > first else None,
                next=lines[index - first + 1] if index + 1 < last else None,
                position=index - first,
                zone_length=last - first,
                meeting_kind=meeting.kind,
                body=meeting.body,
                start=sentence.start,
                end=sentence.end,
                recommendations=points,
            )
