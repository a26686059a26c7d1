"""Agreement of two annotators: Cohen's kappa per label with intervals, F between them for spans, items and links.

Kappa is over the sentences of the first annotator (Cohen 1960), each paired with the sentence of the second that shares most
characters with it; the interval is a bootstrap over documents. Where both annotators give a label to no sentence, or to every
one, kappa is undefined: ``None``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from decisionnlp.corpus.records import GoldDocument
from decisionnlp.document import Item, Label, Minutes, Sentence, ZoneKind

Table = tuple[int, int, int, int]  # both, only first, only second, neither


@dataclass(frozen=True, slots=True)
class Agreement:
    """``value`` in [-1, 1] (kappa) or [0, 1] (F, share) with its 95 % interval over documents."""

    value: float | None
    low: float | None
    high: float | None
    count: int


def kappa(table: Sequence[float]) -> float | None:
    """Cohen's kappa of a 2×2 table (both, only first, only second, neither)."""
    both, first, second, neither = table
    total = both + first + second + neither
    if not total:
        return None
    observed = (both + neither) / total
    yes = (both + first) * (both + second) / total**2
    no = (second + neither) * (first + neither) / total**2
    expected = yes + no
    return None if expected >= 1 else (observed - expected) / (1 - expected)


def f_between(table: Sequence[float]) -> float | None:
    """F1 of one annotator against the other: symmetric."""
    both, first, second, _ = table
    total = 2 * both + first + second
    return 2 * both / total if total else None


def _with_interval(
    tables: Sequence[Table], figure: Callable[[Sequence[float]], float | None], *, draws: int = 2000, seed: int = 0
) -> Agreement:
    array = np.array(tables, dtype=float).reshape(-1, 4)
    total = array.sum(axis=0)
    value = figure([float(part) for part in total])
    weights = np.random.default_rng(seed).multinomial(len(array), np.full(len(array), 1 / len(array)), size=draws)
    drawn = [found for row in weights @ array if (found := figure(row.tolist())) is not None]
    count = int(total[0] + total[1])
    if value is None or len(drawn) * 2 < draws:
        return Agreement(value, None, None, count)
    low, high = np.quantile(drawn, [0.025, 0.975])
    return Agreement(value, float(low), float(high), count)


def agreement(pairs: Sequence[tuple[GoldDocument, GoldDocument]]) -> dict[str, Agreement]:
    """Agreement over documents annotated twice: ``(first, second)`` of the same text.

    Raises:
        ValueError: there is no pair, or a pair is of two texts.
    """
    if not pairs:
        raise ValueError("no document is annotated twice")
    tables: dict[str, list[Table]] = {}
    for first, second in pairs:
        if first.text != second.text:
            raise ValueError(f"{first.id}: the two annotations are of different texts")
        for name, table in _tables(first.minutes, second.minutes).items():
            tables.setdefault(name, []).append(table)
    found = {}
    for name, rows in tables.items():
        figure = kappa if name.startswith("kappa/") else f_between
        found[name] = _with_interval(rows, figure)
    return found


def _tables(first: Minutes, second: Minutes) -> dict[str, Table]:
    ours, theirs = list(first.sentences()), list(second.sentences())
    partner = _partners(ours, theirs)
    tables: dict[str, Table] = {}
    for label in Label:
        tables[f"kappa/{label.value}"] = _binary(
            [(one.has(label), other is not None and other.has(label)) for one, other in partner]
        )
    for zone in (ZoneKind.OUTCOME, ZoneKind.PROPOSAL, ZoneKind.CASE, ZoneKind.HISTORY):
        tables[f"kappa/zone {zone.value}"] = _binary(
            [(one.zone is zone, other is not None and other.zone is zone) for one, other in partner]
        )
    tables["F/sentence ends"] = _sets({one.end for one in ours}, {one.end for one in theirs})
    tables["F/items"] = _sets({_anchor(item) for item in first.items}, {_anchor(item) for item in second.items})
    tables["F/item outcomes"] = _sets(
        {(_anchor(item), item.outcome) for item in first.items},
        {(_anchor(item), item.outcome) for item in second.items},
    )
    tables["F/subtypes"] = _sets(_subtypes(ours), _subtypes(theirs))
    tables["F/owners"] = _sets(_parts(first, "owners"), _parts(second, "owners"))
    tables["F/deadlines"] = _sets(_parts(first, "deadlines"), _parts(second, "deadlines"))
    tables["F/deadline readings"] = _sets(_readings(first), _readings(second))
    tables["F/links"] = _sets(_links(first), _links(second))
    tables["F/recommendation points"] = _sets(_points(first), _points(second))
    tables["F/plan rows"] = _sets(_rows(first), _rows(second))
    return tables


def _partners(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> list[tuple[Sentence, Sentence | None]]:
    found: list[tuple[Sentence, Sentence | None]] = []
    position = 0
    for one in ours:
        while position < len(theirs) and theirs[position].end <= one.start:
            position += 1
        best, most = None, 0
        for other in theirs[position:]:
            if other.start >= one.end:
                break
            shared = min(one.end, other.end) - max(one.start, other.start)
            if shared > most:
                best, most = other, shared
        found.append((one, best))
    return found


def _binary(pairs: Sequence[tuple[bool, bool]]) -> Table:
    both = sum(one and other for one, other in pairs)
    first = sum(one and not other for one, other in pairs)
    second = sum(other and not one for one, other in pairs)
    return both, first, second, len(pairs) - both - first - second


def _sets(one: set[Any], other: set[Any]) -> Table:
    return len(one & other), len(one - other), len(other - one), 0


def _anchor(item: Item) -> str:
    return f"{item.number}|{''.join(item.title.lower().split())[:30]}"


def _subtypes(sentences: Sequence[Sentence]) -> set[Any]:
    return {(one.end, given.label, given.subtype) for one in sentences for given in one.labels}


def _parts(minutes: Minutes, name: str) -> set[Any]:
    """Spans by their ends: where the two differ in a leading article or preposition, they still name the same thing."""
    return {part.end for task in minutes.follow_ups if task.kind == "ordered" for part in getattr(task, name)}


def _readings(minutes: Minutes) -> set[Any]:
    return {
        (deadline.end, deadline.earliest, deadline.latest, deadline.rrule)
        for task in minutes.follow_ups
        if task.kind == "ordered"
        for deadline in task.deadlines
    }


def _links(minutes: Minutes) -> set[Any]:
    return {(task.sentence.end, part.end) for task in minutes.follow_ups for part in task.parts if part.linked}


def _points(minutes: Minutes) -> set[Any]:
    return {(item.number, point.number) for item in minutes.items for point in item.recommendations}


def _rows(minutes: Minutes) -> set[Any]:
    return {task.sentence.end for task in minutes.follow_ups if task.kind == "planned"}


def agreement_markdown(found: dict[str, Agreement]) -> str:
    """The agreement as a Markdown table."""
    lines = ["| what | agreement | 95 % interval | first annotator's count |", "|---|---|---|---|"]
    for name, figure in found.items():
        value = "–" if figure.value is None else f"{figure.value:.3f}"
        bounds = "–" if figure.low is None or figure.high is None else f"{figure.low:.3f}–{figure.high:.3f}"
        lines.append(f"| {name} | {value} | {bounds} | {figure.count} |")
    return "\n".join(lines)
