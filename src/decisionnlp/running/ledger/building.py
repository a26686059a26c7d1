"""Meetings in, entries out: threads, evidence, deadlines, and the same ids as in the run before."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from decisionnlp.running.ledger.answering import Evidence, find_evidence
from decisionnlp.running.ledger.entries import Entry, Told
from decisionnlp.running.ledger.linking import Sighting, Thread, link, weights_of
from decisionnlp.running.ledger.records import Held
from decisionnlp.running.ledger.words import content, lemma

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Built:
    """``identities``: fingerprint of every telling to the id of its entry. ``merged``: ids that became part of another."""

    entries: tuple[Entry, ...]
    identities: dict[str, str]
    merged: dict[str, str]


def build(meetings: Sequence[Held], *, known: dict[str, str], kept: Sequence[Entry] = ()) -> Built:
    """The entries of all meetings.

    Args:
        known: identities of earlier runs.
        kept: entries of the run before that a person has set something for; they find their task again by its words where the
            fingerprint changed, and stay as ``gone`` where no file tells it any more.
    """
    threads: list[Thread] = []
    bodies: list[list[Held]] = []
    answers: list[list[Evidence]] = []
    for body in _by_body(meetings):
        weights = weights_of(body)
        linked = link(body, weights)
        threads += linked
        bodies += [body] * len(linked)
        answers += [find_evidence(thread, body, weights) for thread in linked]
    _one_task_per_line(answers)
    prints = _fingerprints(threads)
    ids, merged = _ids(threads, prints, known, kept)
    entries = [_entry(thread, body, found, ids) for thread, body, found in zip(threads, bodies, answers, strict=True)]
    present = {entry.id for entry in entries}
    gone = [
        replace(entry, found="gone", related=()) for entry in kept if entry.id not in present and entry.id not in merged
    ]
    identities = {mark: ids[id(thread)] for thread in threads for mark in prints[id(thread)]}
    return Built((*entries, *gone), identities, merged)


def _by_body(meetings: Sequence[Held]) -> list[list[Held]]:
    """Meetings of one body together, in order of date; a meeting without a body belongs to the only one there is."""
    groups: dict[frozenset[str], list[Held]] = defaultdict(list)
    for held in meetings:
        groups[_body_key(held.body)].append(held)
    # "Byrådet" and "Byrådet i Hovby" are one where only one longer name fits.
    for key in sorted(groups, key=len):
        longer = [other for other in groups if key < other]
        if len(longer) == 1 and (key or len(groups) == 2):
            groups[longer[0]] += groups.pop(key)
    return [
        sorted(group, key=lambda held: (held.date or "9999", held.file))
        for _, group in sorted(groups.items(), key=lambda pair: sorted(pair[0]))
    ]


def _body_key(name: str) -> frozenset[str]:
    return frozenset(lemma(word) for word in _WORD.findall(name.lower())) - {"i", "for", "og", "af"}


def _fingerprints(threads: Sequence[Thread]) -> dict[int, list[str]]:
    """What a telling is recognised by in a later run: body, date and words, whatever its file is called."""
    seen: Counter[str] = Counter()
    found: dict[int, list[str]] = {}
    for thread in threads:
        marks = []
        for sighting in thread.sightings:
            words = " ".join(_WORD.findall(sighting.task.text.lower()))
            base = "|".join((" ".join(sorted(_body_key(sighting.held.body))), sighting.held.date, words))
            seen[base] += 1
            marks.append(hashlib.sha256(f"{base}|{seen[base]}".encode()).hexdigest()[:24])
        found[id(thread)] = marks
    return found


def _ids(
    threads: Sequence[Thread], prints: dict[int, list[str]], known: dict[str, str], kept: Sequence[Entry]
) -> tuple[dict[int, str], dict[str, str]]:
    """(the id of every thread, ids that became part of another)."""
    by_hand = {entry.id for entry in kept}
    found: dict[int, str] = {}
    merged: dict[str, str] = {}
    taken: set[str] = set()
    for thread in threads:
        claims = list(dict.fromkeys(known[mark] for mark in prints[id(thread)] if mark in known))
        free = [claim for claim in claims if claim not in taken]
        # What a person has worked with keeps its id; else the oldest.
        chosen = next((claim for claim in free if claim in by_hand), free[0] if free else None)
        if chosen is not None:
            found[id(thread)] = chosen
            taken.add(chosen)
            merged |= {claim: chosen for claim in free if claim != chosen}
    taken |= set(merged)
    lost = [entry for entry in kept if entry.id not in taken]
    for entry in lost:
        match = _recognised(entry, [thread for thread in threads if id(thread) not in found])
        if match is not None:
            found[id(match)] = entry.id
            taken.add(entry.id)
    used = taken | set(known.values())
    for thread in threads:
        if id(thread) not in found:
            mark = prints[id(thread)][0]
            name = next(name for name in _names(mark) if name not in used)
            found[id(thread)] = name
            used.add(name)
    return found, merged


def _names(mark: str) -> list[str]:
    digest = base64.b32encode(hashlib.sha256(mark.encode()).digest()).decode().lower()
    return [digest[:length] for length in range(6, 40)]


def _recognised(entry: Entry, threads: Sequence[Thread]) -> Thread | None:
    """The thread of an entry whose wording changed (another version of the reader): same body and date, most words alike."""
    dates = {told.date for told in entry.tellings}
    words = content(entry.task)

    def fits(thread: Thread) -> bool:
        theirs = content(thread.last.task.text)
        alike = 2 * len(words & theirs) >= 0.6 * (len(words) + len(theirs)) and bool(words & theirs)
        same_body = _body_key(thread.first.held.body) == _body_key(entry.body)
        return alike and same_body and any(sighting.held.date in dates for sighting in thread.sightings)

    fitting = [thread for thread in threads if fits(thread)]
    return fitting[0] if len(fitting) == 1 else None


def _one_task_per_line(answers: list[list[Evidence]]) -> None:
    """A line that seems to answer several tasks answers the one it fits best; for the others it is a candidate."""
    best: dict[tuple[str, int], float] = {}
    for evidence in answers:
        for one in evidence:
            if one.certain and one.rule == "act-done":
                key = (one.place.file, one.place.start)
                best[key] = max(best.get(key, 0.0), one.score)
    for number, evidence in enumerate(answers):
        answers[number] = sorted(
            (
                replace(one, certain=False, rule="act-maybe-done")
                if one.certain and one.rule == "act-done" and one.score < best[one.place.file, one.place.start]
                else one
                for one in evidence
            ),
            key=lambda one: (-one.certain, -one.score, one.date, one.place.start),
        )


def _entry(thread: Thread, body: list[Held], evidence: list[Evidence], ids: dict[int, str]) -> Entry:
    last = thread.last
    told = [_told(sighting, "repeated" if number else "ordered") for number, sighting in enumerate(thread.sightings)]
    answer = evidence[0] if evidence else None
    if answer is not None:
        role = "evidence" if answer.certain else "candidate"
        place = answer.place
        told.append(Told(role, answer.date, place.file, place.page, place.start, place.end, answer.text, answer.rule))
    due, words, rrule = _due(last, body)
    return Entry(
        id=ids[id(thread)],
        task=last.task.text,
        owners=last.task.owners or next((one.task.owners for one in reversed(thread.sightings) if one.task.owners), ()),
        deadline=words,
        due=due,
        body=last.held.body,
        item=last.matter.number,
        title=last.matter.title,
        kind=last.task.kind,
        found="open" if answer is None else "answered" if answer.certain else "maybe_answered",
        told=tuple(told),
        rrule=rrule,
        related=tuple(sorted({ids[id(other)] for other in thread.candidates})),
    )


def _told(sighting: Sighting, role: str) -> Told:
    place = sighting.task.place
    return Told(role, sighting.held.date, place.file, place.page, place.start, place.end, sighting.task.text)


def _due(sighting: Sighting, body: list[Held]) -> tuple[str, str, str]:
    """(the day, the words, the recurrence). *Næste møde* is the day of the body's next meeting, where that has been held."""
    deadlines = sighting.task.deadlines
    words = "; ".join(due.text for due in deadlines)
    days = [due.latest for due in deadlines if due.latest]
    if not days and any(due.anchor == "next_meeting" for due in deadlines):
        days = [held.date for held in body if held.date > sighting.held.date][:1]
    rrule = next((due.rrule for due in deadlines if due.rrule), "")
    return min(days) if days else "", words, rrule
