"""Marked text: a document and its annotation in one file, for people to write (notation: ``annotations/marked-text.md``)."""

from __future__ import annotations

import hashlib
import re
import shlex
import sys
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from decisionnlp.corpus.records import BODY_TYPES, LAYOUTS, GoldDocument
from decisionnlp.document import (
    SUBTYPES,
    Deadline,
    DeadlineType,
    FollowUp,
    Item,
    Label,
    LabelScore,
    Meeting,
    MeetingKind,
    Minutes,
    Outcome,
    Owner,
    PipelineInfo,
    Polarity,
    Recommendation,
    Relation,
    Resolution,
    Sentence,
    Source,
    Span,
    Subtype,
    UnitMention,
    Zone,
    ZoneKind,
)
from decisionnlp.errors import InputError
from decisionnlp.flattening import flatten

E = TypeVar("E", MeetingKind, Outcome, ZoneKind, Polarity, Relation)

# Every mark that can stand in the text; the separators count only inside their own span.
_MARK = re.compile(r"<<F|F>>|\[\[|\]\]|\{[^{}\n]*\}| ?;; ?| ?>> ?")
_OPENING = re.compile(r"(?P<kind>[odr])(?P<number>\d*[a-z]?)(?:#(?P<id>[\w-]+))?\s")
_LETTERS = {"A": Label.APPROVAL, "D": Label.DECISION, "F": Label.FOLLOW_UP}
_DATES = re.compile(r"(?P<earliest>\d{4}-\d\d-\d\d)?\.\.(?P<latest>\d{4}-\d\d-\d\d)?$")
_ANSWER = re.compile(r"(?P<minus>-?)(?P<first>\d+[a-z]?)(?:-(?P<last>\d+))?(?::(?P<polarity>[a-z]+))?$")
GOLD = "gold"


def _words(line: str) -> list[str]:
    """Words of a ``%%`` line; only double quotes quote, so that apostrophes may stand in titles."""
    lexer = shlex.shlex(line, posix=True)
    lexer.whitespace_split = True
    lexer.quotes = '"'
    lexer.commenters = ""
    return list(lexer)


@dataclass
class _Mark:
    """An opened ``[[…]]``."""

    kind: str
    number: str
    id: str | None
    start: int
    line: int
    end: int = -1
    extra: str = ""


@dataclass
class _Sentence:
    start: int
    end: int
    spec: str
    line: int
    marks: list[_Mark] = field(default_factory=list)


@dataclass
class _Directive:
    word: str
    values: dict[str, str]
    offset: int
    line: int


class _Parser:
    """One pass over the marked text: the plain text comes out, the marks are kept with its offsets."""

    def __init__(self, marked: str, path: str) -> None:
        self.path = path
        self.errors: list[str] = []
        self.out: list[str] = []
        self.length = 0
        self.furniture: list[Span] = []
        self.marks: list[_Mark] = []
        self.sentences: list[_Sentence] = []
        self.directives: list[_Directive] = []
        self._stack: list[_Mark] = []
        self._furniture_start: int | None = None
        self._pending: int | None = None  # where the open sentence starts
        self._last_solid = 0  # end of the last character that is neither white space nor furniture
        self._sentence_marks: list[_Mark] = []
        lines = marked.split("\n")
        for number, line in enumerate(lines, 1):
            continued = line.endswith("\\") and number < len(lines) and lines[number].startswith("%%")
            line = line[:-1] if continued else line + ("\n" if number < len(lines) else "")
            if line.startswith("%%"):
                self._directive(line, number)
            elif line.startswith("% "):
                self._error(number, "a line of marks begins with %%, not %")
            else:
                self._line(line, number)
        self._close_check("the end of the file", 0)
        if self._stack:
            self._error(self._stack[-1].line, "[[ is never closed")
        if self._furniture_start is not None:
            self._error(0, "<<F is never closed")
        self.text = "".join(self.out)

    def _error(self, line: int, message: str) -> None:
        self.errors.append(f"line {line}: {message}")

    def _emit(self, piece: str) -> None:
        if not piece:
            return
        if self._furniture_start is None:
            stripped = piece.strip()
            if stripped:
                if self._pending is None:
                    self._pending = self.length + len(piece) - len(piece.lstrip())
                self._last_solid = self.length + len(piece.rstrip())
        self.out.append(piece)
        self.length += len(piece)

    def _close_check(self, what: str, line: int) -> None:
        if self._pending is not None:
            tail = "".join(self.out)[self._pending : self._pending + 60]
            self._error(line, f"a sentence before {what} has no closing braces: {tail!r}")
            self._pending = None

    def _directive(self, line: str, number: int) -> None:
        self._close_check("this line", number)
        try:
            word, *pairs = _words(line[2:])
            values = {}
            for pair in pairs:
                name, given, value = pair.partition("=")
                values[name if given else "kind"] = value if given else pair
        except ValueError as error:
            self._error(number, f"cannot read the %% line: {error}")
            return
        if word not in ("doc", "meeting", "item", "zone", "outside"):
            self._error(number, f"unknown %% line {word!r}")
            return
        self.directives.append(_Directive(word, values, self.length, number))

    def _line(self, line: str, number: int) -> None:
        position = 0
        while True:
            match = _MARK.search(line, position)
            if match is None:
                self._emit(line[position:])
                return
            token = match.group()
            bare = token.strip()
            top = self._stack[-1] if self._stack else None
            if bare in (";;", ">>") and (top is None or (bare == ";;") != (top.kind == "d") or top.kind == "r"):
                self._emit(line[position : match.end()])
                position = match.end()
                continue
            self._emit(line[position : match.start()])
            position = match.end()
            if token == "<<F":
                if line[position : position + 1] == " ":
                    position += 1
                self._furniture_start = self.length
            elif token == "F>>":
                self._close_furniture(number)
            elif token == "[[":
                position = self._open(line, position, number)
            elif bare in (";;", ">>") and top is not None:
                end = line.find("]]", position)
                if end < 0:
                    self._error(number, f"what follows {bare} must end with ]] on the same line")
                    end = len(line.rstrip("\n"))
                top.end = self.length
                top.extra = line[position:end].strip()
                position = end
            elif token == "]]":
                if not self._stack:
                    self._error(number, "]] without [[")
                    continue
                mark = self._stack.pop()
                mark.end = mark.end if mark.end >= 0 else self.length
                self.marks.append(mark)
            else:
                self._sentence(token[1:-1].strip(), number)

    def _close_furniture(self, number: int) -> None:
        if self._furniture_start is None:
            self._error(number, "F>> without <<F")
            return
        if self.out and self.out[-1].endswith(" ") and len(self.out[-1]) > 0:
            self.out[-1] = self.out[-1][:-1]
            self.length -= 1
        self.furniture.append(Span(self._furniture_start, self.length))
        self._furniture_start = None

    def _open(self, line: str, position: int, number: int) -> int:
        match = _OPENING.match(line, position)
        if match is None:
            self._error(number, f"[[ must be followed by o, d or r: {line[position : position + 20]!r}")
            return position
        mark = _Mark(match["kind"], match["number"], match["id"], self.length, number)
        self._stack.append(mark)
        if mark.kind != "r":
            self._sentence_marks.append(mark)
        return match.end()

    def _sentence(self, spec: str, number: int) -> None:
        if self._pending is None:
            self._error(number, f"{{{spec}}} closes no sentence")
            return
        self.sentences.append(_Sentence(self._pending, self._last_solid, spec, number, self._sentence_marks))
        self._pending = None
        self._sentence_marks = []


def parse_marked(marked: str, *, path: str = "", annotator: str = "a") -> GoldDocument:
    """The gold document that the marked text says.

    Raises:
        InputError: with every error found, one a line, each with its line number.
    """
    parser = _Parser(marked, path)
    builder = _Builder(parser, annotator)
    document = builder.build()
    if parser.errors or document is None:
        raise InputError(path, "\n  ".join(["marked text with errors:", *parser.errors]))
    return document


class _Builder:
    def __init__(self, parser: _Parser, annotator: str) -> None:
        self.parser = parser
        self.text = parser.text
        self.annotator = annotator
        self._sentence_starts = [sentence.start for sentence in parser.sentences]
        self._error = parser._error

    def build(self) -> GoldDocument | None:
        directives = self.parser.directives
        if not directives or directives[0].word != "doc":
            self._error(1, "the first line must be a %% doc line")
            return None
        head = directives[0].values
        for key in ("id", "layout", "body", "body_type", "year"):
            if key not in head:
                self._error(1, f"doc lacks {key}=")
        if head.get("layout") not in LAYOUTS:
            self._error(1, f"layout {head.get('layout')!r} is none of {', '.join(LAYOUTS)}")
        if head.get("body_type") not in BODY_TYPES:
            self._error(1, f"body_type {head.get('body_type')!r} is none of {', '.join(BODY_TYPES)}")
        meetings = self._meetings(directives[1:])
        if self.parser.errors:
            return None
        furniture = tuple(span for span in self.parser.furniture if span.end > span.start)
        digest = hashlib.sha256(self.text.encode()).hexdigest()
        source = Source(text=self.text, path=f"{head['id']}.txt", sha256=digest)
        minutes = Minutes(source, meetings, PipelineInfo(name=GOLD, version="", model=GOLD, base=""), furniture)
        body_id = re.sub(r"-\d{4}-\d\d-\d\d\w*$", "", head["id"])
        return GoldDocument(
            head["id"],
            body_id,
            head["body"],
            head["layout"],
            head["body_type"],
            int(head["year"]),
            minutes,
            self.annotator,
        )

    def _meetings(self, directives: list[_Directive]) -> tuple[Meeting, ...]:
        starts = [directive for directive in directives if directive.word == "meeting"]
        if not starts:
            self._error(1, "there is no %% meeting line")
            return ()
        if self.parser.sentences and self.parser.sentences[0].start < starts[0].offset:
            self._error(starts[0].line, "there is text before the first %% meeting line")
        meetings = []
        for index, directive in enumerate(starts):
            start = 0 if index == 0 else directive.offset
            end = starts[index + 1].offset if index + 1 < len(starts) else len(self.text)
            last = starts[index + 1].line if index + 1 < len(starts) else sys.maxsize
            inner = [other for other in directives if directive.line < other.line < last and other.word != "meeting"]
            meetings.append(self._meeting(directive, inner, start, end))
        return tuple(meetings)

    def _meeting(self, directive: _Directive, inner: list[_Directive], start: int, end: int) -> Meeting:
        values = directive.values
        kind = self._enum(MeetingKind, values.get("kind", "minutes"), directive.line)
        blocks = [other for other in inner if other.word in ("item", "outside")]
        items: list[Item] = []
        loose: list[Sentence] = []
        tasks: list[FollowUp] = []
        edges = [_Directive("outside", {}, start, directive.line), *blocks]
        for index, block in enumerate(edges):
            stop = edges[index + 1].offset if index + 1 < len(edges) else end
            last = edges[index + 1].line if index + 1 < len(edges) else sys.maxsize
            zones = [other for other in inner if other.word == "zone" and block.line < other.line < last]
            if block.word == "item":
                items.append(self._item(block, zones, stop))
            else:
                default = ZoneKind.ATTACHMENT if kind is MeetingKind.ATTACHMENT else ZoneKind.AGENDA
                built, planned = self._sentences(self._zones(zones, block.offset, stop, default), block.offset, stop)
                loose += built
                tasks += planned
        held = values.get("date")
        return Meeting(
            start,
            end,
            self._date(held, directive.line) if held else None,
            GOLD if held else None,
            values.get("body"),
            kind or MeetingKind.MINUTES,
            tuple(items),
            tuple(loose),
            tuple(tasks),
        )

    def _item(self, directive: _Directive, zone_lines: list[_Directive], stop: int) -> Item:
        values = directive.values
        zones = self._zones(zone_lines, directive.offset, stop, ZoneKind.AGENDA)
        sentences, tasks = self._sentences(zones, directive.offset, stop)
        if not sentences:
            self._error(directive.line, "the item holds no sentence")
            return Item(None, "", directive.offset, stop)
        title = values.get("title", "")
        if re.match(r"Sa[gk]s?(?:nr|id|nummer)|\d[\d.\/-]{8,}", title):
            self._error(directive.line, f"{title!r} is a case number, not the title")
        opening = re.sub(r"[\W\d]+", "", flatten(self.text, directive.offset, sentences[-1].end).text).lower()
        if re.sub(r"[\W\d]+", "", title).lower() not in opening:
            self._error(directive.line, f"the title {title!r} does not stand in the item's text")
        if "title" not in values or "outcome" not in values:
            self._error(directive.line, "item lacks title= or outcome=")
        span = Span(sentences[0].start, sentences[-1].end)
        points = [mark for mark in self.parser.marks if mark.kind == "r" and directive.offset <= mark.start < stop]
        recommendations = []
        for order, mark in enumerate(sorted(points, key=lambda mark: mark.start), 1):
            start, end = self._trim(mark)
            recommendations.append(Recommendation(mark.number or str(order), self.text[start:end], start, end))
        answers: dict[str, list[Polarity]] = {point.number: [] for point in recommendations}
        for sentence in sentences:
            for answer in sentence.resolves:
                for number in list(answers) if answer.number == "*" else [answer.number]:
                    if number not in answers:
                        self._error(directive.line, f"r={number}: the item has no recommendation point {number}")
                    else:
                        answers[number].append(answer.polarity)
        recommendations = [replace(point, answers=tuple(answers[point.number])) for point in recommendations]
        outcome = self._enum(Outcome, values.get("outcome", "none"), directive.line)
        return Item(
            number=values.get("number") or None,
            title=values.get("title", ""),
            start=span.start,
            end=span.end,
            outcome=outcome or Outcome.NONE,
            closed=values.get("closed") == "yes",
            zones=tuple(zones),
            recommendations=tuple(recommendations),
            sentences=tuple(sentences),
            follow_ups=tuple(tasks),
        )

    def _zones(self, lines: list[_Directive], start: int, stop: int, default: ZoneKind) -> list[Zone]:
        edges: list[tuple[ZoneKind, int, str | None]] = [(default, start, None)]
        for line in lines:
            kind = self._enum(ZoneKind, line.values.get("kind", ""), line.line)
            edges.append((kind or default, line.offset, line.values.get("heading")))
        zones = []
        for index, (kind, begin, heading) in enumerate(edges):
            finish = edges[index + 1][1] if index + 1 < len(edges) else stop
            # From the first to the last sentence: furniture at the edges belongs to no zone.
            first, last = bisect_left(self._sentence_starts, begin), bisect_left(self._sentence_starts, finish)
            if first < last:
                sentences = self.parser.sentences
                zones.append(Zone(kind, sentences[first].start, sentences[last - 1].end, heading))
        return zones

    def _sentences(self, zones: list[Zone], start: int, stop: int) -> tuple[list[Sentence], list[FollowUp]]:
        raw = [sentence for sentence in self.parser.sentences if start <= sentence.start < stop]
        starts = [zone.start for zone in zones]
        by_id: dict[str, tuple[_Mark, _Sentence]] = {
            mark.id: (mark, sentence) for sentence in raw for mark in sentence.marks if mark.id
        }
        built: list[Sentence] = []
        tasks: list[FollowUp] = []
        named: dict[str, int] = {}
        for given in raw:
            zone = zones[max(bisect_right(starts, given.start) - 1, 0)] if zones else None
            sentence, tokens, planned = self._labelled(given, zone)
            built.append(sentence)
            if not planned and not sentence.has(Label.FOLLOW_UP):
                continue
            owners = [self._owner(mark) for mark in given.marks if mark.kind == "o"]
            deadlines = [self._deadline(mark) for mark in given.marks if mark.kind == "d"]
            for token in tokens:
                if token.startswith("+"):
                    if token[1:] not in by_id:
                        self._error(given.line, f"{token}: no span has that id in this item")
                        continue
                    mark, home = by_id[token[1:]]
                    if mark.kind == "o":
                        owners.append(replace(self._owner(mark), linked=home is not given))
                    else:
                        deadlines.append(replace(self._deadline(mark), linked=home is not given))
            same = next((token[1:] for token in tokens if token.startswith("=")), None)
            if same is not None and same in named:
                first = tasks[named[same]]
                tasks[named[same]] = replace(
                    first,
                    owners=(*first.owners, *(replace(owner, linked=True) for owner in owners)),
                    deadlines=(*first.deadlines, *(replace(found, linked=True) for found in deadlines)),
                    spans=(*first.spans, sentence.span),
                )
                continue
            if same is not None:
                self._error(given.line, f"={same}: no earlier follow-up #{same} in this item")
            task_id = next((token[1:] for token in tokens if token.startswith("#")), None)
            if task_id:
                named[task_id] = len(tasks)
            tasks.append(
                FollowUp(
                    text=sentence.text,
                    sentence=sentence.span,
                    page=1,
                    score=1.0,
                    owners=tuple(owners),
                    deadlines=tuple(deadlines),
                    spans=(sentence.span,),
                    kind="planned" if planned else "ordered",
                    task=flatten(self.text, sentence.start, sentence.end, skip=self.parser.furniture).text,
                    subtype=next((given.subtype for given in sentence.labels if given.label is Label.FOLLOW_UP), None),
                )
            )
        return built, tasks

    def _labelled(self, given: _Sentence, zone: Zone | None) -> tuple[Sentence, list[str], bool]:
        labels: list[LabelScore] = []
        resolves: list[Resolution] = []
        tokens: list[str] = []
        planned = False
        for word in given.spec.split():
            if word == "P":
                planned = True
            elif word.startswith("r="):
                resolves += self._answers(word[2:], given.line)
            elif word[0] in "+=#":
                tokens.append(word)
            else:
                labels += [label for part in word.split(",") if (label := self._label(part, given.line))]
        kind = zone.zone if zone else ZoneKind.AGENDA
        if labels and kind is not ZoneKind.OUTCOME:
            self._error(given.line, f"a label in zone {kind.value}: only outcome sentences are labelled")
        start, end = given.start, given.end
        sentence = Sentence(
            start,
            end,
            self.text[start:end],
            zone=kind,
            heading=zone.heading if zone else None,
            labels=tuple(labels),
            subtype=labels[0].subtype if labels else None,
            resolves=tuple(resolves),
            deadlines=tuple(self._deadline(mark) for mark in given.marks if mark.kind == "d"),
            units=tuple(
                UnitMention(self.text[mark.start : mark.end], mark.start, mark.end, "owner", rule=GOLD)
                for mark in given.marks
                if mark.kind == "o"
            ),
        )
        return sentence, tokens, planned

    def _label(self, part: str, line: int) -> LabelScore | None:
        letter, _, subtype = part.partition(":")
        label = _LETTERS.get(letter)
        if label is None:
            self._error(line, f"unknown label {part!r}")
            return None
        if subtype not in [member.value for member in SUBTYPES[label]]:
            self._error(line, f"{part!r}: the subtypes of {label} are {', '.join(SUBTYPES[label])}")
            return None
        return LabelScore(label, 1.0, GOLD, Subtype(subtype))

    def _answers(self, spec: str, line: int) -> list[Resolution]:
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
            polarity = self._enum(Polarity, word, line)
            found += [Resolution(number, polarity) for number in numbers if polarity]
        return found

    def _trim(self, mark: _Mark) -> tuple[int, int]:
        piece = self.text[mark.start : mark.end]
        return mark.start + len(piece) - len(piece.lstrip()), mark.start + len(piece.rstrip())

    def _owner(self, mark: _Mark) -> Owner:
        start, end = self._trim(mark)
        name = mark.extra or flatten(self.text, start, end, skip=self.parser.furniture).text
        return Owner(self.text[start:end], start, end, name, rule=GOLD)

    def _deadline(self, mark: _Mark) -> Deadline:
        start, end = self._trim(mark)
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
        relation = self._enum(Relation, rest[0], mark.line) if rest else None
        dates = _DATES.match(rest[-1]) if len(rest) > 1 else None
        anchor = " ".join(rest[1 : len(rest) - bool(dates)]) or None
        earliest = self._date(dates["earliest"], mark.line) if dates and dates["earliest"] else None
        latest = self._date(dates["latest"], mark.line) if dates and dates["latest"] else None
        if event:
            return replace(
                base, type=DeadlineType.EVENT, relation=relation, anchor=anchor, earliest=earliest, latest=latest
            )
        if dates is None or (earliest is None and latest is None):
            self._error(mark.line, f"cannot read the dates of {mark.extra!r}")
        both = earliest is not None and latest is not None and earliest != latest
        kind = DeadlineType.INTERVAL if both else DeadlineType.DATE
        return replace(base, type=kind, relation=relation, earliest=earliest, latest=latest)

    def _date(self, value: str, line: int) -> date | None:
        try:
            return date.fromisoformat(value)
        except ValueError:
            self._error(line, f"{value!r} is no date")
            return None

    def _enum(self, kind: type[E], word: str, line: int) -> E | None:
        try:
            return kind(word)
        except ValueError:
            self._error(line, f"{word!r} is none of {', '.join(member.value for member in kind)}")
            return None


def _show(document: GoldDocument) -> str:
    lines = [f"{document.id}: {document.body_name} · {document.layout} · {document.year}"]
    for meeting in document.minutes.meetings:
        lines.append(
            f"MEETING {meeting.kind} {meeting.date} {meeting.body}: {len(meeting.sentences)} sentences outside items"
        )
        for item in meeting.items:
            closed = " closed" if item.closed else ""
            lines.append(f"  ITEM {item.number} {item.title!r} -> {item.outcome}{closed}")
            lines += [
                f"    point {point.number} {point.answers}: {point.text[:60]!r}" for point in item.recommendations
            ]
            for sentence in item.sentences:
                if sentence.labels:
                    given = ",".join(f"{label.label}:{label.subtype}" for label in sentence.labels)
                    answers = " ".join(f"{answer.number}={answer.polarity}" for answer in sentence.resolves)
                    lines.append(f"    {given} {answers} {sentence.text[:90]!r}")
            for task in item.follow_ups:
                owners = [f"{owner.name}{'*' if owner.linked else ''}" for owner in task.owners]
                whens = [
                    f"{found.text!r} {found.type} {found.relation} {found.earliest}..{found.latest} {found.rrule or found.anchor or ''}"
                    for found in task.deadlines
                ]
                lines.append(f"    TASK {task.kind} {owners} {whens} {task.text[:60]!r}")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Check marked files; ``--show`` prints what was understood, ``--text`` the plain text."""
    status = 0
    total = 0
    for name in [argument for argument in arguments if not argument.startswith("--")]:
        try:
            document = parse_marked(Path(name).read_text(encoding="utf-8"), path=name)
        except InputError as error:
            print(error)
            status = 2
            continue
        sentences = list(document.minutes.sentences())
        total += 1
        if "--text" in arguments:
            print(document.text)
            continue
        labelled = sum(bool(sentence.labels) for sentence in sentences)
        print(f"ok {document.id}: {len(document.minutes.items)} items, {len(sentences)} sentences, {labelled} labelled")
        if "--show" in arguments:
            print(_show(document))
    print(f"{total} documents without errors", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
