"""Marked text: a document and its annotation in one file, for people to write (notation: ``annotations/marked-text.md``)."""

from __future__ import annotations

import hashlib
import re
import sys
from bisect import bisect_left, bisect_right
from dataclasses import replace

from decisionnlp.corpus.mark_readings import GOLD, MarkReader
from decisionnlp.corpus.marks import Directive, Mark, MarkedSentence, MarkScanner
from decisionnlp.corpus.records import BODY_TYPES, LAYOUTS, GoldDocument
from decisionnlp.document import (
    FollowUp,
    Item,
    Label,
    LabelScore,
    Meeting,
    MeetingKind,
    Minutes,
    Outcome,
    PipelineInfo,
    Polarity,
    Recommendation,
    Resolution,
    Sentence,
    Source,
    Span,
    UnitMention,
    Zone,
    ZoneKind,
)
from decisionnlp.errors import InputError
from decisionnlp.flattening import flatten


def parse_marked(marked: str, *, path: str = "", annotator: str = "a") -> GoldDocument:
    """The gold document that the marked text says.

    Raises:
        InputError: with every error found, one a line, each with its line number.
    """
    parser = MarkScanner(marked, path)
    builder = _Builder(parser, annotator)
    document = builder.build()
    if parser.errors or document is None:
        raise InputError(path, "\n  ".join(["marked text with errors:", *parser.errors]))
    return document


class _Builder:
    def __init__(self, parser: MarkScanner, annotator: str) -> None:
        self.parser = parser
        self.text = parser.text
        self.annotator = annotator
        self._sentence_starts = [sentence.start for sentence in parser.sentences]
        self._error = parser.error
        self._read = MarkReader(parser.text, parser.furniture, parser.error)

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

    def _meetings(self, directives: list[Directive]) -> tuple[Meeting, ...]:
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

    def _meeting(self, directive: Directive, inner: list[Directive], start: int, end: int) -> Meeting:
        values = directive.values
        kind = self._read.enum(MeetingKind, values.get("kind", "minutes"), directive.line)
        blocks = [other for other in inner if other.word in ("item", "outside")]
        items: list[Item] = []
        loose: list[Sentence] = []
        tasks: list[FollowUp] = []
        edges = [Directive("outside", {}, start, directive.line), *blocks]
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
            self._read.date(held, directive.line) if held else None,
            GOLD if held else None,
            values.get("body"),
            kind or MeetingKind.MINUTES,
            tuple(items),
            tuple(loose),
            tuple(tasks),
        )

    def _item(self, directive: Directive, zone_lines: list[Directive], stop: int) -> Item:
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
            start, end = self._read.trim(mark)
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
        outcome = self._read.enum(Outcome, values.get("outcome", "none"), directive.line)
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

    def _zones(self, lines: list[Directive], start: int, stop: int, default: ZoneKind) -> list[Zone]:
        edges: list[tuple[ZoneKind, int, str | None]] = [(default, start, None)]
        for line in lines:
            kind = self._read.enum(ZoneKind, line.values.get("kind", ""), line.line)
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
        by_id: dict[str, tuple[Mark, MarkedSentence]] = {
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
            owners = [self._read.owner(mark) for mark in given.marks if mark.kind == "o"]
            deadlines = [self._read.deadline(mark) for mark in given.marks if mark.kind == "d"]
            for token in tokens:
                if token.startswith("+"):
                    if token[1:] not in by_id:
                        self._error(given.line, f"{token}: no span has that id in this item")
                        continue
                    mark, home = by_id[token[1:]]
                    if mark.kind == "o":
                        owners.append(replace(self._read.owner(mark), linked=home is not given))
                    else:
                        deadlines.append(replace(self._read.deadline(mark), linked=home is not given))
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

    def _labelled(self, given: MarkedSentence, zone: Zone | None) -> tuple[Sentence, list[str], bool]:
        labels: list[LabelScore] = []
        resolves: list[Resolution] = []
        tokens: list[str] = []
        planned = False
        for word in given.spec.split():
            if word == "P":
                planned = True
            elif word.startswith("r="):
                resolves += self._read.answers(word[2:], given.line)
            elif word[0] in "+=#":
                tokens.append(word)
            else:
                labels += [label for part in word.split(",") if (label := self._read.label(part, given.line))]
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
            deadlines=tuple(self._read.deadline(mark) for mark in given.marks if mark.kind == "d"),
            units=tuple(
                UnitMention(self.text[mark.start : mark.end], mark.start, mark.end, "owner", rule=GOLD)
                for mark in given.marks
                if mark.kind == "o"
            ),
        )
        return sentence, tokens, planned
