"""Counts of the corpus, as the datasheet and ``corpus stats`` show them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from decisionnlp.corpus.bilag import read_bilag
from decisionnlp.corpus.store import SPLITS, Corpus, read_folder


def statistics(corpus: Corpus) -> dict[str, Any]:
    """Counts by split, layout, body type, label, subtype, outcome, zone, owner and deadline type."""
    labels: Counter[str] = Counter()
    outcomes: Counter[str] = Counter()
    zones: Counter[str] = Counter()
    deadline_types: Counter[str] = Counter()
    numbers: Counter[str] = Counter()
    for document in corpus.documents:
        for sentence in document.minutes.sentences():
            numbers["sentences"] += 1
            numbers["words"] += len(sentence.text.split())
            numbers["labelled sentences"] += bool(sentence.labels)
            zones[sentence.zone.value] += 1
            for given in sentence.labels:
                labels[given.label.value] += 1
                labels[f"{given.label.value}/{given.subtype.value if given.subtype else '?'}"] += 1
        for item in document.minutes.items:
            numbers["items"] += 1
            outcomes[item.outcome.value] += 1
            numbers["recommendation points"] += len(item.recommendations)
        for task in document.minutes.follow_ups:
            numbers["follow-ups" if task.kind == "ordered" else "plan rows"] += 1
            numbers["owners"] += len(task.owners)
            numbers["follow-ups without owner"] += task.kind == "ordered" and not task.owners
            numbers["linked owners and deadlines"] += sum(part.linked for part in task.parts)
            deadline_types.update(deadline.type.value for deadline in task.deadlines)
    documents = corpus.documents
    second = list(read_folder(corpus.root / "minutes", "second"))
    table = corpus.root / "deadlines" / "deadlines.jsonl"
    rows = [json.loads(line) for line in table.read_text(encoding="utf-8").splitlines()] if table.exists() else []
    papers = list(read_bilag(corpus.root / "bilag"))
    return {
        "documents": len(documents),
        "bodies": len({document.body_id for document in documents}),
        "years": [min(document.year for document in documents), max(document.year for document in documents)],
        "counts": dict(sorted(numbers.items())),
        "documents by split": {split: len(corpus.select(split)) for split in SPLITS},
        "documents by layout": _sorted(Counter(document.layout for document in documents)),
        "documents by body type": _sorted(Counter(document.body_type for document in documents)),
        "labels": _sorted(labels),
        "outcomes": _sorted(outcomes),
        "zones": _sorted(zones),
        "deadline types": _sorted(deadline_types),
        "annotated twice": len(second),
        "bilag": len(papers),
        "bilag words": sum(len(bilag.text.split()) for bilag in papers),
        "key facts": sum(len(bilag.facts) for bilag in papers),
        "deadline sentences": len(rows),
        "deadline sentences that are traps": sum(not row["deadlines"] for row in rows),
    }


def _sorted(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])))


def statistics_lines(found: dict[str, Any], *, root: Path) -> list[str]:
    """The statistics as plain lines for people."""
    lines = [f"corpus {root}"]
    for name, value in found.items():
        if isinstance(value, dict):
            lines.append(f"{name}:")
            lines += [f"  {key}: {count}" for key, count in value.items()]
        else:
            lines.append(f"{name}: {'-'.join(map(str, value)) if isinstance(value, list) else value}")
    return lines
