"""The public view: closed items and everything in them left out, also of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from decisionnlp.document import Item, Meeting, Minutes, Span
from decisionnlp.privacy.editing import Edit, apply

PLACEHOLDER = "[Lukket punkt udeladt]\n"
# A heading of its own that opens, or ends, the part of a meeting held behind closed doors.
_CLOSED_PART = re.compile(
    r"^(?:[A-Z]\.\s?)?lukke(?:t|de) (?:dagsorden|møde|del|punkter|sager|dagsordenspunkter)\b[ :.]*$", re.IGNORECASE
)
_OPEN_PART = re.compile(
    r"^(?:[A-Z]\.\s?)?åb(?:en|ent|ne) (?:dagsorden|møde|del|punkter|sager|dagsordenspunkter)\b[ :.]*$", re.IGNORECASE
)
_WORDS = re.compile(r"[\wæøå]+")


def closed_items(minutes: Minutes) -> list[Item]:
    """Items that are marked as closed, and those of a part of the meeting that is headed as closed."""
    return [item for meeting in minutes.meetings for item in _closed(meeting)]


def _closed(meeting: Meeting) -> Iterator[Item]:
    turns = [
        (sentence.start, _CLOSED_PART.match(sentence.text.strip()) is not None)
        for sentence in meeting.all_sentences()
        if len(sentence.text) < 60
        and (_CLOSED_PART.match(sentence.text.strip()) or _OPEN_PART.match(sentence.text.strip()))
    ]
    for item in meeting.items:
        behind = [closed for start, closed in turns if start <= item.start]
        if item.closed or (behind and behind[-1]):
            yield item


def public(minutes: Minutes) -> Minutes:
    """``minutes`` without closed items: their text, sentences, tasks and titles, also where a contents list names them.

    A placeholder stands in the text where an item was (it counts as furniture), and the last warning says how many were left
    out. Spans move with the text. Where nothing is closed, the same object comes back.
    """
    items = closed_items(minutes)
    if not items:
        return minutes
    regions = _merged([Span(item.start, item.end) for item in items])
    listed = [span for span in _listed(minutes, items) if not any(span.overlaps(region) for region in regions)]
    edits = [Edit(span.start, span.end, PLACEHOLDER, drops=True) for span in regions]
    edits += [Edit(span.start, span.end, "", drops=True) for span in _merged(listed)]
    titles = [item.title for item in items if _known(item.title)]
    kept = tuple(warning for warning in minutes.warnings if not any(title[:60] in warning for title in titles))
    open_meetings = tuple(
        replace(meeting, items=tuple(item for item in meeting.items if item not in items))
        for meeting in minutes.meetings
    )
    changed = apply(replace(minutes, meetings=open_meetings, warnings=kept), edits)
    count = len(items)
    return replace(changed, warnings=(*changed.warnings, f"{count} closed item{'s' if count != 1 else ''} left out"))


def _known(title: str) -> bool:
    """Whether a title says anything about its matter (``Lukket punkt`` does not)."""
    return len(_key(title)) >= 2


def _key(title: str) -> tuple[str, ...]:
    return tuple(
        word
        for word in _WORDS.findall(title.lower())
        if word not in ("lukket", "punkt", "sag", "dagsorden", "fortrolig", "fortroligt")
    )


def _listed(minutes: Minutes, items: Sequence[Item]) -> Iterator[Span]:
    """Sentences outside the closed items, and furniture, that repeat the title of one."""
    titles = [" ".join(_key(item.title)) for item in items if _known(item.title)]
    text = minutes.source.text
    for sentence in minutes.sentences():
        if _repeats(text[sentence.start : sentence.end], titles):
            yield sentence.span
    for span in minutes.furniture:
        if _repeats(text[span.start : span.end], titles):
            yield span


def _repeats(piece: str, titles: Sequence[str]) -> bool:
    words = f" {' '.join(_key(piece))} "
    return any(f" {title} " in words for title in titles)


def _merged(spans: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
