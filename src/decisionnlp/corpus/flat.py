"""The flat view of the corpus for ``datasets.load_dataset``: JSON Lines per configuration and split, made from the gold files.

Missing values are empty strings, so that every split has the same column types.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from decisionnlp.corpus.bilag import read_bilag
from decisionnlp.corpus.records import GoldDocument
from decisionnlp.corpus.store import SPLITS, Corpus
from decisionnlp.document import Deadline, FollowUp
from decisionnlp.flattening import flatten

FOLDER = "flat"


def _head(document: GoldDocument) -> dict[str, Any]:
    return {
        "id": document.id,
        "body_id": document.body_id,
        "body": document.body_name,
        "layout": document.layout,
        "body_type": document.body_type,
        "year": document.year,
    }


def _iso(value: object) -> str:
    return "" if value is None else str(value)


def _deadline(deadline: Deadline) -> dict[str, Any]:
    return {
        "text": deadline.text,
        "start": deadline.start,
        "end": deadline.end,
        "type": deadline.type.value,
        "relation": deadline.relation.value if deadline.relation else "",
        "earliest": _iso(deadline.earliest),
        "latest": _iso(deadline.latest),
        "rrule": deadline.rrule or "",
        "anchor": deadline.anchor or "",
        "approximate": deadline.approximate,
        "linked": deadline.linked,
    }


def _task(task: FollowUp) -> dict[str, Any]:
    return {
        "start": task.sentence.start,
        "end": task.sentence.end,
        "kind": task.kind,
        "owners": [
            {"text": owner.text, "start": owner.start, "end": owner.end, "name": owner.name, "linked": owner.linked}
            for owner in task.owners
        ],
        "deadlines": [_deadline(deadline) for deadline in task.deadlines],
    }


def minutes_rows(document: GoldDocument) -> Iterator[dict[str, Any]]:
    """One row per document."""
    minutes = document.minutes
    yield {
        **_head(document),
        "text": document.text,
        "meetings": [
            {"kind": meeting.kind.value, "date": _iso(meeting.date), "body": meeting.body or "", "start": meeting.start, "end": meeting.end}
            for meeting in minutes.meetings
        ],
        "items": [
            {"number": item.number or "", "title": item.title, "outcome": item.outcome.value, "start": item.start, "end": item.end}
            for item in minutes.items
        ],
        "follow_ups": [_task(task) for task in minutes.follow_ups],
    }  # fmt: skip


def sentence_rows(document: GoldDocument) -> Iterator[dict[str, Any]]:
    """One row per sentence, with its place and its labels."""
    minutes = document.minutes
    for meeting in minutes.meetings:
        homes = {sentence.start: item for item in meeting.items for sentence in item.sentences}
        for sentence in meeting.all_sentences():
            item = homes.get(sentence.start)
            yield {
                **_head(document),
                "start": sentence.start,
                "end": sentence.end,
                "text": flatten(document.text, sentence.start, sentence.end, skip=minutes.furniture).text,
                "meeting_date": _iso(meeting.date),
                "item": (item.number or "") if item else "",
                "title": item.title if item else "",
                "zone": sentence.zone.value,
                "heading": sentence.heading or "",
                "labels": [given.label.value for given in sentence.labels],
                "subtypes": [given.subtype.value if given.subtype else "" for given in sentence.labels],
            }


def bilag_rows(root: Path) -> Iterator[dict[str, Any]]:
    """Bilag with their reference summary and key facts, a row each."""
    for bilag in read_bilag(root / "bilag"):
        yield {
            "id": bilag.id,
            "title": bilag.title,
            "kind": bilag.kind,
            "body": bilag.body,
            "year": bilag.year,
            "meeting_date": bilag.meeting_date,
            "text": bilag.text,
            "summary": bilag.summary,
            "facts": [
                {
                    "text": fact.text,
                    "weight": fact.weight,
                    "evidence": [{"start": span.start, "end": span.end} for span in fact.evidence],
                }
                for fact in bilag.facts
            ],
        }


def deadline_rows(root: Path) -> Iterator[dict[str, Any]]:
    """Sentences of the deadline table, a row each."""
    path = root / "deadlines" / "deadlines.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield {
            "id": str(row["id"]),
            "text": row["text"],
            "meeting_date": row["meeting_date"] or "",
            "deadlines": [
                {
                    **{name: _iso(found.get(name)) for name in ("text", "type", "relation", "earliest", "latest", "rrule", "anchor")},
                    "start": found["start"],
                    "end": found["end"],
                    "approximate": bool(found.get("approximate")),
                }
                for found in row["deadlines"]
            ],
        }  # fmt: skip


def flat_files(corpus: Corpus) -> dict[str, str]:
    """File name to content of the whole flat view."""
    views: dict[str, Callable[[GoldDocument], Iterator[dict[str, Any]]]] = {
        "minutes": minutes_rows,
        "sentences": sentence_rows,
    }
    files = {}
    for name, view in views.items():
        for split in SPLITS:
            files[f"{name}-{split}.jsonl"] = _lines(row for document in corpus.select(split) for row in view(document))
    if (corpus.root / "bilag" / "gold").exists():
        files["bilag.jsonl"] = _lines(bilag_rows(corpus.root))
    if (corpus.root / "deadlines" / "deadlines.jsonl").exists():
        files["deadlines.jsonl"] = _lines(deadline_rows(corpus.root))
    return files


def _lines(rows: Iterator[dict[str, Any]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def write_flat(corpus: Corpus) -> list[Path]:
    """Write the flat files below the corpus; returns their paths."""
    folder = corpus.root / FOLDER
    folder.mkdir(exist_ok=True)
    paths = []
    for name, content in flat_files(corpus).items():
        (folder / name).write_text(content, encoding="utf-8")
        paths.append(folder / name)
    return paths


def stale(corpus: Corpus) -> list[str]:
    """Files of the flat view that are not what the gold files give; none where there is no flat view."""
    folder = corpus.root / FOLDER
    if not folder.exists():
        return []
    found = []
    for name, content in flat_files(corpus).items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            found.append(f"{FOLDER}/{name}: not what the gold files give: run `decisionnlp corpus flat`")
    return found
