"""What differs between two annotations of the same texts, in words: for adjudication."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from decisionnlp.corpus.records import GoldDocument
from decisionnlp.corpus.store import read_document
from decisionnlp.document import Deadline, FollowUp, Item, Sentence


def read_side(path: Path) -> dict[str, GoldDocument]:
    """Documents by id of one gold file, or of a folder of them."""
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    return {document.id: document for document in map(read_document, files)}


def differences(old: Mapping[str, GoldDocument], new: Mapping[str, GoldDocument]) -> list[str]:
    """One line per difference in items, outcomes, zones, labels, answers and tasks; documents that only one side has are left out."""
    lines = []
    for name in sorted(old.keys() & new.keys()):
        lines += [f"{name}: {line}" for line in _document(old[name], new[name])]
    return lines


def _document(old: GoldDocument, new: GoldDocument) -> list[str]:
    if old.text != new.text:
        return ["the texts differ"]
    found = []
    for what, one, other in (
        ("item", _items(old.minutes.items), _items(new.minutes.items)),
        ("sentence", _sentences(old), _sentences(new)),
        ("task", _tasks(old), _tasks(new)),
    ):
        for key in sorted(one.keys() | other.keys()):
            if one.get(key) != other.get(key):
                words = " ".join(old.text[key : key + 70].split())
                found.append(f"{what} at {key} ({words!r}): {one.get(key, 'none')} | {other.get(key, 'none')}")
    return found


def _items(items: list[Item]) -> dict[int, str]:
    return {item.start: f"{item.number} {item.title} -> {item.outcome.value}" for item in items}


def _sentences(document: GoldDocument) -> dict[int, str]:
    return {sentence.start: _sentence(sentence) for sentence in document.minutes.sentences()}


def _sentence(sentence: Sentence) -> str:
    labels = ",".join(
        f"{given.label.value}:{given.subtype.value if given.subtype else '?'}" for given in sentence.labels
    )
    answers = ",".join(f"{answer.number}={answer.polarity.value}" for answer in sentence.resolves)
    return f"{sentence.zone.value} {labels or 'no label'} {answers}".strip()


def _tasks(document: GoldDocument) -> dict[int, str]:
    return {task.sentence.start: _task(task) for task in document.minutes.follow_ups}


def _task(task: FollowUp) -> str:
    owners = ", ".join(owner.name for owner in task.owners) or "null"
    return f"{task.kind} by {owners}; {', '.join(map(_deadline, task.deadlines)) or 'no deadline'}"


def _deadline(deadline: Deadline) -> str:
    when = deadline.rrule or f"{deadline.earliest or ''}..{deadline.latest or ''}"
    return f"{' '.join(deadline.text.split())!r} {deadline.type.value} {deadline.relation or ''} {when}"
