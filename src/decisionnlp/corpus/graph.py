"""A gold document as nodes and edges: the form that annotation tools share (spans with attributes, relations between them).

Nodes: ``meeting, item, zone, sentence, point, owner, deadline, task, furniture``. Edges go from a task to the sentences that tell
it (``told_in``), to its owners and deadlines (``owner``, ``deadline``), and to those that were linked to it from another sentence
(``linked_owner``, ``linked_deadline``). The way there and back loses nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from decisionnlp.corpus.records import GoldDocument
from decisionnlp.document import (
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
from decisionnlp.flattening import flatten

KINDS = ("meeting", "item", "zone", "sentence", "point", "owner", "deadline", "task", "furniture")
HEAD = ("id", "body_id", "body_name", "layout", "body_type", "year", "annotator")


@dataclass(frozen=True, slots=True)
class Node:
    """A span with attributes; empty attributes are left out."""

    id: str
    kind: str
    start: int
    end: int
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    source: str
    target: str
    label: str


@dataclass(frozen=True, slots=True)
class Graph:
    """``head`` holds what ``GoldDocument`` says of the document as a whole."""

    head: dict[str, str]
    text: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def _attributes(**given: object) -> dict[str, str]:
    return {name: str(value) for name, value in given.items() if value not in (None, "", False)}


def to_graph(document: GoldDocument) -> Graph:
    """The nodes and edges of a gold document, in document order."""
    nodes: dict[tuple[str, int, int], Node] = {}
    edges: list[Edge] = []

    def add(kind: str, start: int, end: int, /, **attributes: object) -> str:
        key = (kind, start, end)
        if key not in nodes:
            nodes[key] = Node(f"{kind}-{start}-{end}", kind, start, end, _attributes(**attributes))
        return nodes[key].id

    for meeting in document.minutes.meetings:
        add("meeting", meeting.start, meeting.end, kind=meeting.kind.value, date=meeting.date, body=meeting.body)
        for item in meeting.items:
            closed = "yes" if item.closed else None
            add(
                "item",
                item.start,
                item.end,
                number=item.number,
                title=item.title,
                outcome=item.outcome.value,
                closed=closed,
            )
            for zone in item.zones:
                add("zone", zone.start, zone.end, zone=zone.zone.value, heading=zone.heading)
            for point in item.recommendations:
                answers = ",".join(answer.value for answer in point.answers)
                add("point", point.start, point.end, number=point.number, answers=answers)
        names = {(o.start, o.end): o.name for task in _tasks(meeting) for o in task.owners}
        for sentence in meeting.all_sentences():
            labels = " ".join(
                f"{given.label.value}:{given.subtype.value if given.subtype else ''}" for given in sentence.labels
            )
            answers = " ".join(f"{answer.number}={answer.polarity.value}" for answer in sentence.resolves)
            heading = sentence.heading
            zone_name = sentence.zone.value
            add(
                "sentence",
                sentence.start,
                sentence.end,
                zone=zone_name,
                heading=heading,
                labels=labels,
                resolves=answers,
            )
            for unit in sentence.units:
                plain = flatten(document.text, unit.start, unit.end, skip=document.minutes.furniture).text
                add("owner", unit.start, unit.end, name=names.get((unit.start, unit.end), plain))
            for deadline in sentence.deadlines:
                _add_deadline(add, deadline)
        for task in _tasks(meeting):
            subtype = task.subtype.value if task.subtype else None
            home = add("task", task.sentence.start, task.sentence.end, kind=task.kind, subtype=subtype)
            edges += [Edge(home, f"sentence-{span.start}-{span.end}", "told_in") for span in task.spans]
            for owner in task.owners:
                target = add("owner", owner.start, owner.end, name=owner.name)
                edges.append(Edge(home, target, "linked_owner" if owner.linked else "owner"))
            for deadline in task.deadlines:
                target = _add_deadline(add, deadline)
                edges.append(Edge(home, target, "linked_deadline" if deadline.linked else "deadline"))
    for span in document.minutes.furniture:
        add("furniture", span.start, span.end)
    head = {name: str(getattr(document, name)) for name in HEAD}
    return Graph(head, document.text, tuple(nodes.values()), tuple(edges))


def _tasks(meeting: Meeting) -> list[FollowUp]:
    return [*(task for item in meeting.items for task in item.follow_ups), *meeting.follow_ups]


def _add_deadline(add: object, deadline: Deadline) -> str:
    assert callable(add)
    name: str = add(
        "deadline",
        deadline.start,
        deadline.end,
        type=deadline.type.value,
        relation=deadline.relation.value if deadline.relation else None,
        earliest=deadline.earliest,
        latest=deadline.latest,
        rrule=deadline.rrule,
        anchor=deadline.anchor,
        approximate="yes" if deadline.approximate else None,
    )
    return name


def from_graph(graph: Graph) -> GoldDocument:
    """The gold document of nodes and edges.

    Raises:
        KeyError, ValueError: an attribute is missing or has no such value.
    """
    by_kind: dict[str, list[Node]] = {kind: [] for kind in KINDS}
    for node in sorted(graph.nodes, key=lambda node: (node.start, -node.end)):
        by_kind[node.kind].append(node)
    text = graph.text
    furniture = tuple(Span(node.start, node.end) for node in by_kind["furniture"])
    owners = {node.id: _owner(node, text) for node in by_kind["owner"]}
    deadlines = {node.id: _deadline(node, text) for node in by_kind["deadline"]}
    sentences = [_sentence(node, text, owners.values(), deadlines.values()) for node in by_kind["sentence"]]
    spans = {node.id: Span(node.start, node.end) for node in by_kind["sentence"]}
    tasks = [_task(node, graph.edges, text, owners, deadlines, spans, furniture) for node in by_kind["task"]]
    meetings = []
    for node in by_kind["meeting"]:
        inside = [other for other in by_kind["item"] if node.start <= other.start < node.end]
        items = tuple(_item(other, by_kind, sentences, tasks, text) for other in inside)
        held = [s for s in sentences if node.start <= s.start < node.end and not _within(s.start, inside)]
        loose = [
            t for t in tasks if node.start <= t.sentence.start < node.end and not _within(t.sentence.start, inside)
        ]
        day = node.attributes.get("date")
        meetings.append(
            Meeting(
                node.start,
                node.end,
                date.fromisoformat(day) if day else None,
                "gold" if day else None,
                node.attributes.get("body"),
                MeetingKind(node.attributes["kind"]),
                items,
                tuple(held),
                tuple(loose),
            )
        )
    head = graph.head
    source = Source(text=text, path=f"{head['id']}.txt", sha256=hashlib.sha256(text.encode()).hexdigest())
    minutes = Minutes(source, tuple(meetings), PipelineInfo("gold", "", "gold", ""), furniture)
    named = (head["id"], head["body_id"], head["body_name"], head["layout"], head["body_type"], int(head["year"]))
    return GoldDocument(*named, minutes, head.get("annotator", "a"))


def _within(offset: int, nodes: Iterable[Node]) -> bool:
    return any(node.start <= offset < node.end for node in nodes)


def _item(
    node: Node, by_kind: dict[str, list[Node]], sentences: list[Sentence], tasks: list[FollowUp], text: str
) -> Item:
    def inside(kind: str) -> list[Node]:
        return [other for other in by_kind[kind] if node.start <= other.start < node.end]

    given = node.attributes
    points = (
        Recommendation(
            other.attributes["number"],
            text[other.start : other.end],
            other.start,
            other.end,
            tuple(Polarity(part) for part in other.attributes.get("answers", "").split(",") if part),
        )
        for other in inside("point")
    )
    zones = (
        Zone(ZoneKind(other.attributes["zone"]), other.start, other.end, other.attributes.get("heading"))
        for other in inside("zone")
    )
    return Item(
        number=given.get("number"),
        title=given.get("title", ""),
        start=node.start,
        end=node.end,
        outcome=Outcome(given["outcome"]),
        closed=given.get("closed") == "yes",
        zones=tuple(zones),
        recommendations=tuple(points),
        sentences=tuple(s for s in sentences if node.start <= s.start < node.end),
        follow_ups=tuple(t for t in tasks if node.start <= t.sentence.start < node.end),
    )


def _sentence(node: Node, text: str, owners: Iterable[Owner], deadlines: Iterable[Deadline]) -> Sentence:
    labels = []
    for part in node.attributes.get("labels", "").split():
        label, _, subtype = part.partition(":")
        labels.append(LabelScore(Label(label), 1.0, "gold", Subtype(subtype) if subtype else None))
    answers = [part.partition("=") for part in node.attributes.get("resolves", "").split()]
    inside = [owner for owner in owners if node.start <= owner.start < node.end]
    return Sentence(
        node.start,
        node.end,
        text[node.start : node.end],
        zone=ZoneKind(node.attributes["zone"]),
        heading=node.attributes.get("heading"),
        labels=tuple(labels),
        subtype=labels[0].subtype if labels else None,
        resolves=tuple(Resolution(number, Polarity(answer)) for number, _, answer in answers),
        deadlines=tuple(found for found in deadlines if node.start <= found.start < node.end),
        units=tuple(UnitMention(owner.text, owner.start, owner.end, "owner", rule="gold") for owner in inside),
    )


def _owner(node: Node, text: str) -> Owner:
    return Owner(text[node.start : node.end], node.start, node.end, node.attributes["name"], rule="gold")


def _deadline(node: Node, text: str) -> Deadline:
    given = node.attributes
    days = [date.fromisoformat(given[name]) if name in given else None for name in ("earliest", "latest")]
    return Deadline(
        text[node.start : node.end],
        node.start,
        node.end,
        DeadlineType(given["type"]),
        Relation(given["relation"]) if "relation" in given else None,
        days[0],
        days[1],
        given.get("rrule"),
        given.get("anchor"),
        given.get("approximate") == "yes",
        "gold",
    )


def _task(
    node: Node,
    edges: Iterable[Edge],
    text: str,
    owners: dict[str, Owner],
    deadlines: dict[str, Deadline],
    spans: dict[str, Span],
    furniture: Sequence[Span],
) -> FollowUp:
    own = [edge for edge in edges if edge.source == node.id]
    subtype = node.attributes.get("subtype")
    return FollowUp(
        text=text[node.start : node.end],
        sentence=Span(node.start, node.end),
        page=1,
        score=1.0,
        owners=tuple(
            replace(owners[edge.target], linked=edge.label == "linked_owner")
            for edge in own
            if edge.label.endswith("owner")
        ),
        deadlines=tuple(
            replace(deadlines[edge.target], linked=edge.label == "linked_deadline")
            for edge in own
            if edge.label.endswith("deadline")
        ),
        spans=tuple(spans[edge.target] for edge in own if edge.label == "told_in"),
        kind=node.attributes["kind"],
        subtype=Subtype(subtype) if subtype else None,
        task=flatten(text, node.start, node.end, skip=furniture).text,
    )
