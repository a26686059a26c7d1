"""The same task in several meetings: told apart rather than thrown together where it is not sure.

A task is another sighting of an earlier one where owner, matter (case number or title) and words agree, and no second
candidate comes close. Otherwise it is a task of its own, with the candidates named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from decisionnlp.running.ledger.records import Held, Matter, Task
from decisionnlp.running.ledger.words import Weights, content, lemma, title_words

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MARGIN = 0.12  # by which the best candidate must lead


@dataclass(frozen=True, slots=True)
class Sighting:
    """One time a task was told."""

    task: Task
    held: Held
    matter: Matter


@dataclass(slots=True)
class Thread:
    """A task through its meetings, in order; ``candidates`` are threads that may be the same and were not joined."""

    sightings: list[Sighting]
    candidates: list[Thread] = field(default_factory=list)

    @property
    def last(self) -> Sighting:
        return self.sightings[-1]

    @property
    def first(self) -> Sighting:
        return self.sightings[0]


def weights_of(meetings: list[Held]) -> Weights:
    """Weights over all lines, tasks and titles of a body's meetings."""
    texts = []
    for held in meetings:
        for matter in held.matters:
            texts.append(title_words(matter.title))
            texts += [content(line.text) for line in matter.lines]
            texts += [content(task.text) for task in matter.tasks]
    return Weights(texts)


def link(meetings: list[Held], weights: Weights) -> list[Thread]:
    """The tasks of one body's meetings, threaded. Meetings must be in order of date; undated ones are never joined."""
    threads: list[Thread] = []
    for held in meetings:
        known = list(threads)
        taken: set[int] = set()
        for matter in held.matters:
            for task in matter.tasks:
                sighting = Sighting(task, held, matter)
                best, close = _candidates(sighting, known, weights) if held.date else (None, [])
                if best is not None and id(best) not in taken:
                    taken.add(id(best))
                    if best.last.held.date != held.date:
                        best.sightings.append(sighting)
                    # else: the same meeting in another file; its first telling stands
                else:
                    threads.append(Thread([sighting], candidates=close))
    return threads


def _candidates(sighting: Sighting, threads: list[Thread], weights: Weights) -> tuple[Thread | None, list[Thread]]:
    """(the thread this is another sighting of, or None; threads that it may be)."""
    scored = sorted(
        ((score, number) for number, thread in enumerate(threads) if (score := _same(sighting, thread, weights)) > 0),
        reverse=True,
    )
    if not scored:
        return None, []
    best = threads[scored[0][1]]
    rivals = [threads[number] for score, number in scored[1:] if scored[0][0] - score < MARGIN]
    if rivals:
        return None, [best, *rivals]
    return best, []


def _same(sighting: Sighting, thread: Thread, weights: Weights) -> float:
    """How surely a sighting belongs to a thread: 0 for not surely enough."""
    score = 0.0
    for known in thread.sightings if len(thread.sightings) < 4 else (thread.first, *thread.sightings[-3:]):
        if not known.held.date:
            continue
        score = max(score, _alike(sighting, known, weights))
    return score


def _alike(one: Sighting, two: Sighting, weights: Weights) -> float:
    mine, yours = task_content(one.task), task_content(two.task)
    shared = len(mine & yours)
    words = weights.alike(mine, yours)
    matter = same_matter(one.matter, two.matter, weights)
    owners = owners_agree(one.task, two.task)
    if one.held.date == two.held.date:
        # Two reports of one meeting: the same words in the same matter, in another file.
        same = one.held.file != two.held.file and words >= 0.9 and matter >= 0.7
        return words + matter if same else 0.0
    if owners is False:
        return words + 0.5 * matter if words >= 0.9 and shared >= 4 and matter >= 0.7 else 0.0
    sure = (
        (matter >= 0.7 and words >= 0.5 and shared >= 2)
        or (words >= 0.75 and shared >= 4)
        or (words == 1 and shared >= 3)
    )
    return words + 0.5 * matter if sure else 0.0


def task_content(task: Task) -> frozenset[str]:
    """The meaningful words of a task without its owners and deadlines."""
    aside: set[str] = set()
    for name in task.owners:
        aside |= content(name) | {lemma(word) for word in name.lower().split()}
    for due in task.deadlines:
        aside |= content(due.text)
    return content(task.text) - aside or content(task.text)


def same_matter(one: Matter, two: Matter, weights: Weights) -> float:
    """1 for a case number in common, else how alike the titles are; 0 where a title is one of every agenda, or where the
    titles name different years."""
    if set(one.cases) & set(two.cases):
        return 1.0
    years, others = set(_YEAR.findall(one.title)), set(_YEAR.findall(two.title))
    if years and others and not years & others:
        return 0.0
    return weights.alike(title_words(one.title), title_words(two.title))


def owners_agree(one: Task, two: Task) -> bool | None:
    """Whether two tasks have an owner in common; None where either names none."""
    if not one.owners or not two.owners:
        return None
    return bool({name.lower() for name in one.owners} & {name.lower() for name in two.owners})
