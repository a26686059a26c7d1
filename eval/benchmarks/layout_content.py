"""What a gold document says, without its layout: items with title and, zone by zone, paragraphs of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from decisionnlp.corpus.records import GoldDocument
from decisionnlp.document import Item, Meeting, MeetingKind, Minutes, Sentence, ZoneKind

Paragraph = list[str]

KINDS = (ZoneKind.PROPOSAL, ZoneKind.CASE, ZoneKind.OUTCOME, ZoneKind.ATTENDANCE)
_LEAST_ITEMS = 3
_MOST_ITEMS = 30
_MOST_PARAGRAPHS = 5  # of proposal and case: longer ones add text but no other layout
_LONGEST_TITLE = 160
_MARK = re.compile(r"(?:[•\-–·*\uf0b7]|\(?\d{1,2}[.)]|[a-h][.)])\s+(?=\S)")


@dataclass
class Content:
    """One item: its title as it reads, and the paragraphs of each kind of zone that it has."""

    title: str
    zones: dict[ZoneKind, list[Paragraph]] = field(default_factory=dict)


@dataclass(frozen=True)
class Told:
    """All that one meeting's minutes say."""

    id: str
    day: date | None
    items: list[Content]

    @property
    def zoned(self) -> bool:
        """Whether an item has more than an outcome, so that its zones need telling apart."""
        return any(ZoneKind.PROPOSAL in item.zones or ZoneKind.CASE in item.zones for item in self.items)


def told(document: GoldDocument) -> Told | None:
    """The longest minutes of the document, or ``None`` where they have too few items with a title."""
    meetings = [meeting for meeting in document.minutes.meetings if meeting.kind is MeetingKind.MINUTES]
    if not meetings:
        return None
    meeting: Meeting = max(meetings, key=lambda one: len(one.items))
    items = [
        Content(" ".join(item.title.split()), _zones(item, document.minutes))
        for item in meeting.items
        if 3 <= len(item.title) <= _LONGEST_TITLE
    ]
    return Told(document.id, meeting.date, items[:_MOST_ITEMS]) if len(items) >= _LEAST_ITEMS else None


def _zones(item: Item, minutes: Minutes) -> dict[ZoneKind, list[Paragraph]]:
    headed = {zone.start for zone in item.zones if zone.heading is not None}
    found: dict[ZoneKind, list[Paragraph]] = {}
    before: Sentence | None = None
    for sentence in item.sentences:
        if sentence.zone not in KINDS or sentence.start in headed:
            continue
        if any(span.start < sentence.end and sentence.start < span.end for span in minutes.furniture):
            continue
        said = _plain(sentence.text)
        if not said:
            continue
        paragraphs = found.setdefault(sentence.zone, [])
        if paragraphs and before is not None and before.zone is sentence.zone and not _apart(before, sentence, minutes):
            paragraphs[-1].append(said)
        else:
            paragraphs.append([said])
        before = sentence
    for kind in (ZoneKind.PROPOSAL, ZoneKind.CASE):
        if kind in found:
            found[kind] = found[kind][:_MOST_PARAGRAPHS]
    return found


def _plain(text: str) -> str:
    """A sentence as one line, line-end hyphens resolved, without the mark of a list."""
    joined = " ".join(re.sub(r"(?<=[a-zæøå])-\n(?=[a-zæøå])", "", text).split())
    return _MARK.sub("", joined, count=1) if _MARK.match(joined) else joined


def _apart(one: Sentence, other: Sentence, minutes: Minutes) -> bool:
    """Whether a paragraph ends between two sentences: a blank line, a list's mark, or a line that ends early."""
    text = minutes.source.text
    between = text[one.end : other.start]
    if "\n" not in between:
        return False
    start = text.rfind("\n", 0, one.end) + 1
    return between.count("\n") > 1 or _MARK.match(other.text) is not None or one.end - start < 60


def tellable(documents: list[GoldDocument]) -> Iterator[Told]:
    """What those documents say that have enough items."""
    for document in documents:
        content = told(document)
        if content is not None:
            yield content
