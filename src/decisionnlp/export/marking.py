"""The text of a document as HTML: labelled sentences, owners, deadlines and page furniture marked, everything else as it stands."""

from __future__ import annotations

import html
from bisect import bisect_right
from dataclasses import dataclass

from decisionnlp.document import Minutes, Sentence, Span
from decisionnlp.export.rows import deadline_words
from decisionnlp.export.words import FINDINGS

_ORDER = ("DECISION", "APPROVAL", "FOLLOW_UP", "PLANNED")


@dataclass(frozen=True, slots=True)
class _Inner:
    start: int
    end: int
    opening: str
    closing: str


def marked_text(minutes: Minutes, number: int, stretch: Span) -> str:
    """HTML of ``stretch``; a labelled sentence has the id ``d<number>-<start>``. Characters of the text are all kept, in order."""
    text = minutes.source.text
    planned = {task.sentence: task for task in minutes.follow_ups if task.kind == "planned"}
    inner = _inner(minutes)
    outer: list[tuple[int, int, str]] = []
    for sentence in minutes.sentences():
        kinds = [given.label.value for given in sentence.labels]
        if kinds or sentence.span in planned:
            outer.append((sentence.start, sentence.end, _opening(sentence, kinds or ["PLANNED"], number)))
    known = {(start, end) for start, end, _ in outer}
    for span in planned:  # a plan row need not be one sentence of the segmentation
        free = all(span.end <= start or span.start >= end for start, end in known)
        if (span.start, span.end) not in known and free:
            outer.append((span.start, span.end, _opening(span, ["PLANNED"], number)))
    out: list[str] = []
    position = stretch.start
    for start, end, opening in sorted(outer):
        if start < position or end > stretch.end:
            continue
        out.append(_stretch(text, position, start, inner))
        out += [opening, _stretch(text, start, end, inner), "</span>"]
        position = end
    out.append(_stretch(text, position, stretch.end, inner))
    return "".join(out)


def _opening(place: Sentence | Span, kinds: list[str], number: int) -> str:
    first = min(kinds, key=_ORDER.index)
    words = ", ".join(FINDINGS[kind] for kind in kinds)
    return (
        f'<span class="sentence {first}" id="d{number}-{place.start}" tabindex="-1" role="group" data-kinds="{" ".join(kinds)}" '
        f'title="{words}" aria-label="{words}">'
    )


def _inner(minutes: Minutes) -> list[_Inner]:
    """Owners, deadlines and furniture, disjoint, in order."""
    found = [_Inner(span.start, span.end, '<span class="furniture">', "</span>") for span in minutes.furniture]
    for task in minutes.follow_ups:
        for owner in task.owners:
            found.append(
                _Inner(owner.start, owner.end, f'<mark class="owner" title="{html.escape(owner.name)}">', "</mark>")
            )
        for deadline in task.deadlines:
            words = html.escape(deadline_words(deadline))
            found.append(_Inner(deadline.start, deadline.end, f'<mark class="deadline" title="{words}">', "</mark>"))
    kept: list[_Inner] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start < one.end and (not kept or one.start >= kept[-1].end):
            kept.append(one)
    return kept


def _stretch(text: str, start: int, end: int, inner: list[_Inner]) -> str:
    """``text[start:end]`` escaped, with the inner marks; a mark that crosses the edge is cut there."""
    out = []
    position = start
    for one in inner[bisect_right(inner, start, key=lambda one: one.end) :]:
        if one.start >= end:
            break
        first, last = max(one.start, start), min(one.end, end)
        out += [html.escape(text[position:first]), one.opening, html.escape(text[first:last]), one.closing]
        position = last
    out.append(html.escape(text[position:end]))
    return "".join(out)
