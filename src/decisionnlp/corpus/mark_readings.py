"""What the marks of marked text say: labels, answers, owners and deadlines as records (notation: ``annotations/marked-text.md``)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from decisionnlp.corpus.marks import Mark
from decisionnlp.document import (
    SUBTYPES,
    Deadline,
    DeadlineType,
    Label,
    LabelScore,
    MeetingKind,
    Outcome,
    Owner,
    Polarity,
    Relation,
    Resolution,
    Span,
    Subtype,
    ZoneKind,
)
from decisionnlp.flattening import flatten

E = TypeVar("E", MeetingKind, Outcome, ZoneKind, Polarity, Relation)

GOLD = "gold"
_LETTERS = {"A": Label.APPROVAL, "D": Label.DECISION, "F": Label.FOLLOW_UP}
_DATES = re.compile(r"(?P<earliest>\d{4}-\d\d-\d\d)?\.\.(?P<latest>\d{4}-\d\d-\d\d)?$")
_ANSWER = re.compile(r"(?P<minus>-?)(?P<first>\d+[a-z]?)(?:-(?P<last>\d+))?(?::(?P<polarity>[a-z]+))?$")


class MarkReader:
    """Reads single marks of ``text``; what cannot be read goes to ``error`` with its line, and the record stays empty."""

    def __init__(self, text: str, furniture: Sequence[Span], error: Callable[[int, str], None]) -> None:
        self.text = text
        self.furniture = furniture
        self._error = error

    def label(self, part: str, line: int) -> LabelScore | None:
        letter, _, subtype = part.partition(":")
        label = _LETTERS.get(letter)
        if label is None:
            self._error(line, f"unknown label {part!r}")
            return None
        if subtype not in [member.value for member in SUBTYPES[label]]:
            self._error(line, f"{part!r}: the subtypes of {label} are {', '.join(SUBTYPES[label])}")
            return None
        return LabelScore(label, 1.0, GOLD, Subtype(subtype))

    def answers(self, spec: str, line: int) -> list[Resolution]:
        found = []
        for part in filter(None, spec.split(",")):
            star = re.fullmatch(r"(-?)\*(?::([a-z]+))?", part)
            match = _ANSWER.match(part)
            if star:
                word = star[2] or ("rejected" if star[1] else "approved")
                numbers = ["*"]
            elif match:
                word = match["polarity"] or ("rejected" if match["minus"] else "approved")
                numbers = [match["first"]]
                if match["last"]:
                    numbers = [str(number) for number in range(int(match["first"]), int(match["last"]) + 1)]
            else:
                self._error(line, f"cannot read r={part}")
                continue
            word = {"noted": "approved", "recommended": "approved", "referred": "returned"}.get(word, word)
            polarity = self.enum(Polarity, word, line)
            found += [Resolution(number, polarity) for number in numbers if polarity]
        return found

    def trim(self, mark: Mark) -> tuple[int, int]:
        piece = self.text[mark.start : mark.end]
        return mark.start + len(piece) - len(piece.lstrip()), mark.start + len(piece.rstrip())

    def owner(self, mark: Mark) -> Owner:
        start, end = self.trim(mark)
        name = mark.extra or flatten(self.text, start, end, skip=self.furniture).text
        return Owner(self.text[start:end], start, end, name, rule=GOLD)

    def deadline(self, mark: Mark) -> Deadline:
        start, end = self.trim(mark)
        base = Deadline(self.text[start:end], start, end, DeadlineType.VAGUE, rule=GOLD)
        words = mark.extra.replace(" ~", " ").replace("~", "").split()
        base = replace(base, approximate="~" in mark.extra)
        if not words:
            self._error(mark.line, "a deadline needs ;; and its reading")
            return base
        if words[0] == "vague":
            return base
        if words[0] == "rec":
            return replace(base, type=DeadlineType.RECURRENCE, rrule=words[1] if len(words) > 1 else None)
        event = words[0] == "event"
        rest = words[1:] if event else words
        relation = self.enum(Relation, rest[0], mark.line) if rest else None
        dates = _DATES.match(rest[-1]) if len(rest) > 1 else None
        anchor = " ".join(rest[1 : len(rest) - bool(dates)]) or None
        earliest = self.date(dates["earliest"], mark.line) if dates and dates["earliest"] else None
        latest = self.date(dates["latest"], mark.line) if dates and dates["latest"] else None
        if event:
            return replace(
                base, type=DeadlineType.EVENT, relation=relation, anchor=anchor, earliest=earliest, latest=latest
            )
        if dates is None or (earliest is None and latest is None):
            self._error(mark.line, f"cannot read the dates of {mark.extra!r}")
        both = earliest is not None and latest is not None and earliest != latest
        kind = DeadlineType.INTERVAL if both else DeadlineType.DATE
        return replace(base, type=kind, relation=relation, earliest=earliest, latest=latest)

    def date(self, value: str, line: int) -> datetime.date | None:
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            self._error(line, f"{value!r} is no date")
            return None

    def enum(self, kind: type[E], word: str, line: int) -> E | None:
        try:
            return kind(word)
        except ValueError:
            self._error(line, f"{word!r} is none of {', '.join(member.value for member in kind)}")
            return None
