"""Every figure of one document: gold ``Minutes`` beside predicted ``Minutes``, as counts that add up.

Measures (all as F1 of ``Counts`` unless said otherwise):

``sentences`` sentence ends · ``items`` items found (spans share half of their union) · ``zones`` share of gold sentences whose
zone is right · ``zones/outcome`` sentences in an outcome zone · ``labels/…`` sentences per label · ``subtypes`` share right among
labels found · ``outcome`` share of gold items whose outcome is right (an item not found is wrong) · ``owners`` owners of
follow-ups · ``deadlines/found`` · ``deadlines`` found with earliest, latest and rrule right · ``relations`` share right among those
found · ``links`` owners and deadlines taken from another sentence · ``follow_ups`` tasks found · ``follow_ups/complete`` task with
exactly the gold owners and dates · ``points`` recommendation points · ``answers`` their answers · ``plan_rows`` planned tasks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from decisionnlp.document import Deadline, FollowUp, Label, Minutes, Owner, Sentence, ZoneKind
from decisionnlp.evaluation.alignment import any_overlap, half_of_both, half_of_shorter, pair_up
from decisionnlp.evaluation.figures import Counts, accuracy
from decisionnlp.evaluation.outcome_errors import minuted
from decisionnlp.flattening import flatten


@dataclass(frozen=True, slots=True)
class SentenceCase:
    """A gold sentence with what was predicted for it, for error lists and comparisons."""

    start: int
    end: int
    text: str
    zone: str
    predicted_zone: str
    gold: tuple[str, ...]
    predicted: tuple[str, ...]
    scores: dict[str, float]


@dataclass(frozen=True, slots=True)
class TaskCase:
    """A gold follow-up with what was found of it. ``found`` is empty where it was missed."""

    start: int
    end: int
    text: str
    owners: tuple[str, ...]
    found_owners: tuple[str, ...]
    deadlines: tuple[str, ...]
    found_deadlines: tuple[str, ...]
    found: bool
    complete: bool


@dataclass(frozen=True, slots=True)
class DocumentFigures:
    """What was measured on one document."""

    counts: dict[str, Counts] = field(default_factory=dict)
    sentences: tuple[SentenceCase, ...] = ()
    tasks: tuple[TaskCase, ...] = ()
    outcomes: tuple[tuple[str, str], ...] = ()


def measure(gold: Minutes, predicted: Minutes) -> DocumentFigures:
    """Every measure of one document; both must be over the same text."""
    if gold.source.text != predicted.source.text:
        raise ValueError(f"{gold.source.path}: gold and prediction are of different texts")
    counts: dict[str, Counts] = {}
    wanted, found = list(gold.sentences()), list(predicted.sentences())
    counts["sentences"] = _sets({s.end for s in wanted}, {s.end for s in found})
    cases = _sentences(wanted, found, counts)
    outcomes = _items(gold, predicted, counts)
    tasks = _tasks(gold, predicted, counts)
    return DocumentFigures(counts, tuple(cases), tuple(tasks), tuple(outcomes))


def _sets(wanted: set[int], found: set[int]) -> Counts:
    return Counts(len(wanted & found), len(found - wanted), len(wanted - found))


def _paired(wanted: int, found: int, pairs: int) -> Counts:
    return Counts(pairs, found - pairs, wanted - pairs)


def _sentences(wanted: list[Sentence], found: list[Sentence], counts: dict[str, Counts]) -> list[SentenceCase]:
    by_gold = dict(pair_up(wanted, found))
    right = 0
    cases = []
    for number, sentence in enumerate(wanted):
        index = by_gold.get(number)
        other = found[index] if index is not None else None
        right += other is not None and other.zone is sentence.zone
        cases.append(
            SentenceCase(
                sentence.start,
                sentence.end,
                " ".join(sentence.text.split()),
                sentence.zone.value,
                other.zone.value if other else "",
                tuple(given.label.value for given in sentence.labels),
                tuple(given.label.value for given in other.labels) if other else (),
                {given.label.value: given.score for given in other.labels} if other else {},
            )
        )
    counts["zones"] = accuracy(right, len(wanted) - right)
    in_zone = [s for s in wanted if s.zone is ZoneKind.OUTCOME], [s for s in found if s.zone is ZoneKind.OUTCOME]
    counts["zones/outcome"] = _paired(len(in_zone[0]), len(in_zone[1]), len(pair_up(*in_zone)))
    same_subtype = subtypes = 0
    for label in Label:
        ours = [sentence for sentence in wanted if sentence.has(label)]
        theirs = [sentence for sentence in found if sentence.has(label)]
        pairs = pair_up(ours, theirs)
        counts[f"labels/{label.value}"] = _paired(len(ours), len(theirs), len(pairs))
        for number, index in pairs:
            subtypes += 1
            same_subtype += _subtype(ours[number], label) == _subtype(theirs[index], label)
    counts["subtypes"] = accuracy(same_subtype, subtypes - same_subtype)
    return cases


def _subtype(sentence: Sentence, label: Label) -> str | None:
    for given in sentence.labels:
        if given.label is label:
            subtype = given.subtype or sentence.subtype
            return subtype.value if subtype else None
    return None


def _items(gold: Minutes, predicted: Minutes, counts: dict[str, Counts]) -> list[tuple[str, str]]:
    wanted, found = minuted(gold), minuted(predicted)
    pairs = pair_up(wanted, found, half_of_both)
    counts["items"] = _paired(len(wanted), len(found), len(pairs))
    matched = dict(pairs)
    outcomes = []
    right = 0
    for number, item in enumerate(wanted):
        other = found[matched[number]] if number in matched else None
        outcomes.append((item.outcome.value, other.outcome.value if other else "not found"))
        right += other is not None and other.outcome is item.outcome
    counts["outcome"] = accuracy(right, len(wanted) - right)
    points = [point for item in wanted for point in item.recommendations]
    their_points = [point for item in found for point in item.recommendations]
    point_pairs = pair_up(points, their_points)
    counts["points"] = _paired(len(points), len(their_points), len(point_pairs))
    hit = sum(
        bool(points[number].answers) and points[number].answers[-1] in their_points[index].answers[-1:]
        for number, index in point_pairs
    )
    answered = sum(bool(point.answers) for point in points)
    counts["answers"] = Counts(hit, sum(bool(point.answers) for point in their_points) - hit, answered - hit)
    return outcomes


def _tasks(gold: Minutes, predicted: Minutes, counts: dict[str, Counts]) -> list[TaskCase]:
    for kind, name in (("planned", "plan_rows"), ("ordered", "follow_ups")):
        wanted = [task for task in gold.follow_ups if task.kind == kind]
        found = [task for task in predicted.follow_ups if task.kind == kind]
        pairs = dict(_pair_tasks(wanted, found))
        counts[name] = _paired(len(wanted), len(found), len(pairs))
        cases = _details(gold, wanted, found, pairs, counts if kind == "ordered" else {})
        if kind == "planned":
            done = sum(case.complete for case in cases)
            counts["plan_rows/complete"] = _paired(len(wanted), len(found), done)
    return cases


def _pair_tasks(wanted: Sequence[FollowUp], found: Sequence[FollowUp]) -> list[tuple[int, int]]:
    """A task is found where a predicted one is told in one of its sentences."""
    pairs = pair_up([task.sentence for task in wanted], [task.sentence for task in found], half_of_shorter)
    used = {number for number, _ in pairs}, {index for _, index in pairs}
    for number, task in enumerate(wanted):
        for index, other in enumerate(found):
            if number in used[0] or index in used[1]:
                continue
            if any(half_of_shorter(one, two) for one in task.spans for two in (other.spans or (other.sentence,))):
                pairs.append((number, index))
                used[0].add(number)
                used[1].add(index)
    return pairs


def _details(
    gold: Minutes,
    wanted: list[FollowUp],
    found: list[FollowUp],
    pairs: dict[int, int],
    counts: dict[str, Counts],
) -> list[TaskCase]:
    owners = deadlines = spans = relations_right = links = complete = 0
    cases = []
    for number, task in enumerate(wanted):
        other = found[pairs[number]] if number in pairs else None
        their_owners = other.owners if other else ()
        their_deadlines = other.deadlines if other else ()
        owner_pairs = _pair_owners(task.owners, their_owners)
        date_pairs = pair_up(task.deadlines, their_deadlines, any_overlap)
        exact = [pair for pair in date_pairs if _reading(task.deadlines[pair[0]]) == _reading(their_deadlines[pair[1]])]
        owners += len(owner_pairs)
        spans += len(date_pairs)
        deadlines += len(exact)
        relations_right += sum(task.deadlines[a].relation is their_deadlines[b].relation for a, b in date_pairs)
        links += sum(task.owners[a].linked and their_owners[b].linked for a, b in owner_pairs)
        links += sum(task.deadlines[a].linked and their_deadlines[b].linked for a, b in exact)
        whole = (
            other is not None
            and len(owner_pairs) == len(task.owners) == len(their_owners)
            and len(exact) == len(task.deadlines) == len(their_deadlines)
        )
        complete += whole
        cases.append(
            TaskCase(
                task.sentence.start,
                task.sentence.end,
                flatten(gold.source.text, task.sentence.start, task.sentence.end, skip=gold.furniture).text,
                tuple(owner.name for owner in task.owners),
                tuple(owner.name for owner in their_owners),
                tuple(_words(deadline) for deadline in task.deadlines),
                tuple(_words(deadline) for deadline in their_deadlines),
                other is not None,
                whole,
            )
        )
    all_owners = sum(len(task.owners) for task in wanted), sum(len(task.owners) for task in found)
    all_dates = sum(len(task.deadlines) for task in wanted), sum(len(task.deadlines) for task in found)
    counts["owners"] = _paired(*all_owners, owners)
    counts["deadlines/found"] = _paired(*all_dates, spans)
    counts["deadlines"] = _paired(*all_dates, deadlines)
    counts["relations"] = accuracy(relations_right, spans - relations_right)
    counts["links"] = _paired(_linked(wanted), _linked(found), links)
    counts["follow_ups/complete"] = _paired(len(wanted), len(found), complete)
    return cases


def _linked(tasks: Sequence[FollowUp]) -> int:
    return sum(part.linked for task in tasks for part in task.parts)


def _pair_owners(wanted: Sequence[Owner], found: Sequence[Owner]) -> list[tuple[int, int]]:
    pairs = pair_up(wanted, found, half_of_shorter)
    used = {number for number, _ in pairs}, {index for _, index in pairs}
    for number, owner in enumerate(wanted):
        for index, other in enumerate(found):
            if number not in used[0] and index not in used[1] and _name(owner) == _name(other):
                pairs.append((number, index))
                used[0].add(number)
                used[1].add(index)
    return pairs


def _name(owner: Owner) -> str:
    return " ".join(owner.name.lower().split())


def _reading(deadline: Deadline) -> tuple[object, ...]:
    return deadline.earliest, deadline.latest, deadline.rrule


def _words(deadline: Deadline) -> str:
    dates = "..".join(day.isoformat() if day else "" for day in (deadline.earliest, deadline.latest))
    return f"{' '.join(deadline.text.split())} [{deadline.rrule or dates if dates != '..' else deadline.rrule or deadline.type.value}]"
