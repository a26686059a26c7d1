"""A gold document (or a result to be corrected by hand) as marked text: the way back of ``marked.parse_marked``."""

from __future__ import annotations

from collections.abc import Sequence

from decisionnlp.corpus.records import GoldDocument
from decisionnlp.document import (
    Deadline,
    DeadlineType,
    FollowUp,
    Item,
    Label,
    Meeting,
    MeetingKind,
    Owner,
    Resolution,
    Sentence,
    Zone,
    ZoneKind,
)
from decisionnlp.errors import InputError
from decisionnlp.flattening import flatten

_LETTERS = {Label.APPROVAL: "A", Label.DECISION: "D", Label.FOLLOW_UP: "F"}
_FORBIDDEN = ("{", "}", "[[", "]]", "<<F", "F>>")
# What stands first where several marks share an offset: closings, then structure, then openings.
_CLOSE_SPAN, _CLOSE_SENTENCE, _CLOSE_FURNITURE, _STRUCTURE, _OPEN_FURNITURE, _OPEN_SPAN = range(6)


def write_marked(document: GoldDocument) -> str:
    """The marked text of ``document``; ``parse_marked`` gives the same records back.

    Raises:
        InputError: the text itself holds one of the signs that the notation uses.
    """
    text = document.text
    for sign in _FORBIDDEN:
        if sign in text:
            raise InputError(document.id, f"the text holds {sign!r}, which marked text uses for itself")
    writer = _Writer(document)
    head = (
        f"%% doc id={document.id} layout={document.layout} body={_quoted(document.body_name)} "
        f"body_type={document.body_type} year={document.year}\n"
    )
    return head + writer.render()


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


class _Writer:
    def __init__(self, document: GoldDocument) -> None:
        self.document = document
        self.text = document.text
        self.inserted: list[tuple[int, int, int, str]] = []
        self._ids: dict[tuple[str, int], str] = {}
        for meeting in document.minutes.meetings:
            self._meeting(meeting)
        for span in document.minutes.furniture:
            self._insert(span.start, _OPEN_FURNITURE, "<<F ")
            self._insert(span.end, _CLOSE_FURNITURE, " F>>")

    def _insert(self, offset: int, order: int, mark: str) -> None:
        self.inserted.append((offset, order, len(self.inserted), mark))

    def render(self) -> str:
        out: list[str] = []
        position = 0
        for offset, _, _, mark in sorted(self.inserted):
            out.append(self.text[position:offset])
            position = offset
            if mark.startswith("%%"):
                # A structure that begins inside a line: the line is continued after the marks.
                fresh = not out or all(not part for part in out) or _ends_line(out)
                out.append(mark if fresh else f"\\\n{mark}")
            else:
                out.append(mark)
        out.append(self.text[position:])
        return "".join(out)

    def _structure(self, offset: int, line: str) -> None:
        before = self.text.rfind("\n", 0, offset) + 1
        self._insert(before if not self.text[before:offset].strip() else offset, _STRUCTURE, f"%% {line}\n")

    def _meeting(self, meeting: Meeting) -> None:
        date = f" date={meeting.date}" if meeting.date else ""
        body = f" body={_quoted(meeting.body)}" if meeting.body else ""
        self._insert(meeting.start, _STRUCTURE, f"%% meeting kind={meeting.kind.value}{date}{body}\n")
        default = ZoneKind.ATTACHMENT if meeting.kind is MeetingKind.ATTACHMENT else ZoneKind.AGENDA
        homes: list[Item | list[Sentence]] = [*meeting.items, *_runs(meeting)]
        for home in sorted(homes, key=lambda home: home.start if isinstance(home, Item) else home[0].start):
            if isinstance(home, Item):
                self._item(home)
                self._sentences(home.sentences, home.follow_ups)
            else:
                self._outside(home, default, first=not any(item.start < home[0].start for item in meeting.items))
                inside = [t for t in meeting.follow_ups if home[0].start <= t.sentence.start < home[-1].end]
                self._sentences(home, inside)

    def _item(self, item: Item) -> None:
        number = f" number={_quoted(item.number)}" if item.number else ""
        closed = " closed=yes" if item.closed else ""
        self._structure(item.start, f"item{number} title={_quoted(item.title)} outcome={item.outcome.value}{closed}")
        for index, zone in enumerate(item.zones):
            implied = index == 0 and zone.zone is ZoneKind.AGENDA and zone.heading is None and zone.start <= item.start
            if not implied:
                self._zone(zone)
        for point in item.recommendations:
            self._insert(point.start, _OPEN_SPAN, f"[[r{point.number} ")
            self._insert(point.end, _CLOSE_SPAN, "]]")

    def _zone(self, zone: Zone) -> None:
        heading = f" heading={_quoted(zone.heading)}" if zone.heading else ""
        self._structure(zone.start, f"zone {zone.zone.value}{heading}")

    def _outside(self, sentences: Sequence[Sentence], default: ZoneKind, *, first: bool) -> None:
        if not first:
            self._structure(sentences[0].start, "outside")
        current: tuple[ZoneKind, str | None] = (default, None)
        for sentence in sentences:
            if (sentence.zone, sentence.heading) != current:
                current = (sentence.zone, sentence.heading)
                self._zone(Zone(sentence.zone, sentence.start, sentence.end, sentence.heading))

    def _sentences(self, sentences: Sequence[Sentence], tasks: Sequence[FollowUp]) -> None:
        tokens: dict[int, list[str]] = {sentence.start: [] for sentence in sentences}
        planned = {task.sentence.start for task in tasks if task.kind == "planned"}
        parts: dict[tuple[str, int], Owner | Deadline] = {}
        for task in tasks:
            own = task.spans or (task.sentence,)
            name = f"f{task.sentence.start}"
            for later in own[1:]:
                tokens[later.start].append(f"={name}")
            if len(own) > 1:
                tokens[own[0].start].append(f"#{name}")
            for part in task.parts:
                letter = "o" if isinstance(part, Owner) else "d"
                parts[letter, part.start] = part
                if not any(span.start <= part.start < span.end for span in own):
                    identifier = self._ids.setdefault((letter, part.start), f"{letter}{part.start}")
                    tokens[own[0].start].append(f"+{identifier}")
        for sentence in sentences:
            for deadline in sentence.deadlines:
                parts.setdefault(("d", deadline.start), deadline)
            for unit in sentence.units:
                if unit.role == "owner":
                    parts.setdefault(
                        ("o", unit.start), Owner(unit.text, unit.start, unit.end, self._flat(unit.start, unit.end))
                    )
            spec = self._spec(sentence, sentence.start in planned, tokens[sentence.start])
            self._insert(sentence.end, _CLOSE_SENTENCE, f"{{{spec}}}")
        for (letter, start), part in parts.items():
            known = self._ids.get((letter, start))
            self._insert(start, _OPEN_SPAN, f"[[{letter}{'#' + known if known else ''} ")
            if isinstance(part, Owner):
                named = "" if part.name == self._flat(part.start, part.end) else f" >> {part.name}"
                self._insert(part.end, _CLOSE_SPAN, f"{named}]]")
            else:
                self._insert(part.end, _CLOSE_SPAN, f" ;; {_reading(part)}]]")

    def _flat(self, start: int, end: int) -> str:
        return flatten(self.text, start, end, skip=self.document.minutes.furniture).text

    def _spec(self, sentence: Sentence, planned: bool, tokens: list[str]) -> str:
        words = ["P"] if planned else []
        labels = [
            f"{_LETTERS[given.label]}:{given.subtype.value if given.subtype else ''}" for given in sentence.labels
        ]
        if labels:
            words.append(",".join(labels))
        if sentence.resolves:
            words.append("r=" + ",".join(map(_answer, sentence.resolves)))
        return " ".join([*words, *tokens])


def _ends_line(out: list[str]) -> bool:
    last = next(part for part in reversed(out) if part)
    return last.endswith("\n")


def _runs(meeting: Meeting) -> list[list[Sentence]]:
    """The sentences outside every item, cut where an item stands between them."""
    runs: list[list[Sentence]] = []
    starts = [item.start for item in meeting.items]
    for sentence in meeting.sentences:
        if runs and not any(runs[-1][-1].start < start < sentence.start for start in starts):
            runs[-1].append(sentence)
        else:
            runs.append([sentence])
    return runs


def _answer(answer: Resolution) -> str:
    return answer.number if answer.polarity.value == "approved" else f"{answer.number}:{answer.polarity.value}"


def _reading(deadline: Deadline) -> str:
    dates = f"{deadline.earliest or ''}..{deadline.latest or ''}"
    relation = deadline.relation.value if deadline.relation else ""
    if deadline.type is DeadlineType.VAGUE:
        words = ["vague"]
    elif deadline.type is DeadlineType.RECURRENCE:
        words = ["rec", deadline.rrule or ""]
    elif deadline.type is DeadlineType.EVENT:
        words = ["event", relation, deadline.anchor or "", dates if dates != ".." else ""]
    else:
        words = [relation, dates]
    return " ".join([*filter(None, words), *(["~"] if deadline.approximate else [])])
