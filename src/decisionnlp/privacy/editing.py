"""Replace stretches of a document's text and move every span with it, so that ``text[start:end]`` still holds everywhere."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise
from typing import Any

from decisionnlp.document import FollowUp, Item, Meeting, Minutes, Page, Span

Words = Callable[[str], str]


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """``text[start:end]`` becomes ``new``. ``drops``: records that lie within are left out, not moved."""

    start: int
    end: int
    new: str
    drops: bool = False


class Mapping:
    """Offsets of the old text in the new one."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.edits = sorted(edits)
        for one, two in pairwise(self.edits):
            if one.end > two.start:
                raise ValueError(f"edits overlap: [{one.start}, {one.end}) and [{two.start}, {two.end})")
        self._starts = [edit.start for edit in self.edits]
        self._ends = [edit.end for edit in self.edits]
        self._shifts = [0]
        for edit in self.edits:
            self._shifts.append(self._shifts[-1] + len(edit.new) - (edit.end - edit.start))

    def start(self, offset: int) -> int:
        """A start inside an edit moves to the edit's start."""
        index = bisect_right(self._ends, offset)
        if index < len(self.edits) and self._starts[index] < offset:
            offset = self._starts[index]
        return offset + self._shifts[index]

    def end(self, offset: int) -> int:
        """An end inside an edit moves to the edit's end."""
        index = bisect_left(self._starts, offset)
        if index and self._ends[index - 1] > offset:
            offset = self._ends[index - 1]
        return offset + self._shifts[index]

    def drops(self, start: int, end: int) -> bool:
        """Whether ``[start, end)`` lies within an edit that drops what it covers."""
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and self.edits[index].drops and end <= self._ends[index] and start < self._ends[index]


def apply(minutes: Minutes, edits: Sequence[Edit], *, words: Words = lambda text: text) -> Minutes:
    """``minutes`` over the edited text.

    Args:
        words: rewrites wording that is no slice of the text (titles, running lines of tasks, full names, warnings).

    Raises:
        ValueError: edits overlap.
    """
    mapping = Mapping(edits)
    old = minutes.source.text
    new = _edited(old, mapping.edits)
    editor = _Editor(old, new, mapping, words)
    source = replace(
        minutes.source,
        text=new,
        pages=tuple(
            Page(page.number, mapping.start(page.start), mapping.end(page.end)) for page in minutes.source.pages
        ),
        marks=editor.record(minutes.source.marks),
        warnings=tuple(map(words, minutes.source.warnings)),
    )
    placeholders = [
        Span(mapping.start(edit.start), mapping.end(edit.end)) for edit in mapping.edits if edit.drops and edit.new
    ]
    furniture: list[Span] = sorted([*editor.record(minutes.furniture), *placeholders])
    return replace(
        minutes,
        source=source,
        meetings=editor.record(minutes.meetings),
        furniture=tuple(span for span in furniture if len(span)),
        warnings=tuple(map(words, minutes.warnings)),
    )


def _edited(text: str, edits: Sequence[Edit]) -> str:
    pieces = []
    position = 0
    for edit in edits:
        pieces += [text[position : edit.start], edit.new]
        position = edit.end
    return "".join([*pieces, text[position:]])


def cut_at_boundaries(edits: Sequence[Edit], minutes: Minutes) -> list[Edit]:
    """The edits, those across the end of a sentence, a page or furniture split there, so that the tiling holds."""
    borders: set[int] = set()
    for sentence in minutes.sentences():
        borders |= {sentence.start, sentence.end}
    parts: list[Span | Page | Item | Meeting] = [
        *minutes.furniture,
        *minutes.source.pages,
        *minutes.items,
        *minutes.meetings,
    ]
    for part in parts:
        borders |= {part.start, part.end}
    ordered = sorted(borders)
    text = minutes.source.text
    found = []
    for edit in edits:
        inner = ordered[bisect_right(ordered, edit.start) : bisect_left(ordered, edit.end)]
        for start, end in pairwise([edit.start, *inner, edit.end]):
            if text[start:end].strip():
                found.append(Edit(start, end, edit.new, edit.drops))
    return found


# Wording that is no slice of the text.
_WORDED = frozenset({"title", "heading", "body", "name", "task", "anchor"})
_WORDED_LISTS = frozenset({"candidates", "names"})


class _Editor:
    def __init__(self, old: str, new: str, mapping: Mapping, words: Words) -> None:
        self.old, self.new, self.mapping, self.words = old, new, mapping, words

    def record(self, value: Any) -> Any:
        """``value`` (a record, a tuple of them, or a plain value) over the new text."""
        if isinstance(value, tuple):
            return tuple(self.record(part) for part in value if not self._dropped(part))
        if not dataclasses.is_dataclass(value) or isinstance(value, Enum | type):
            return value
        changes: dict[str, Any] = {}
        for field in dataclasses.fields(value):
            part = getattr(value, field.name)
            if isinstance(part, str) and field.name in _WORDED:
                changes[field.name] = self.words(part)
            elif field.name in _WORDED_LISTS:
                changes[field.name] = tuple(map(self.words, part))
            elif isinstance(part, Span):
                changes[field.name] = None if self._dropped(part) and field.name == "lead" else self._span(part)
            elif dataclasses.is_dataclass(part) or isinstance(part, tuple):
                changes[field.name] = self.record(part)
        record: Any = value
        if isinstance(value, FollowUp):
            span = changes["sentence"]
            changes["text"] = (
                self.new[span.start : span.end]
                if self._is_slice(value.text, value.sentence)
                else self.words(value.text)
            )
        elif hasattr(value, "start"):
            span = self._span(Span(record.start, record.end))
            changes["start"], changes["end"] = span.start, span.end
            if isinstance(getattr(record, "text", None), str):
                sliced = self._is_slice(record.text, Span(record.start, record.end))
                changes["text"] = self.new[span.start : span.end] if sliced else self.words(record.text)
            if getattr(record, "email", None) and changes.get("name") != record.name:
                changes["email"] = changes["id"] = None
        return replace(record, **changes)

    def _span(self, span: Span) -> Span:
        if span.start == span.end:
            moved = self.mapping.start(span.start)
            return Span(moved, moved)
        return Span(self.mapping.start(span.start), self.mapping.end(span.end))

    def _is_slice(self, text: str, span: Span) -> bool:
        return text == self.old[span.start : span.end]

    def _dropped(self, value: Any) -> bool:
        if isinstance(value, FollowUp):
            value = value.sentence
        if isinstance(value, Meeting) or not hasattr(value, "start") or not hasattr(value, "end"):
            return False
        return self.mapping.drops(value.start, value.end)
