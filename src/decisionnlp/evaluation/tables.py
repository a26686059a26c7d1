"""What is measured beside the minutes: sentences with time expressions, and summaries of bilag."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from decisionnlp.corpus.bilag import GoldBilag
from decisionnlp.document import Deadline, Span
from decisionnlp.errors import InputError
from decisionnlp.evaluation.bootstrap import f1_draws, interval
from decisionnlp.evaluation.figures import Counts, accuracy, add_up
from decisionnlp.evaluation.results import Figure

SUMMARY_WORDS = (60, 120, 240)


def _read_table(path: Path) -> list[dict[str, Any]]:
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"cannot be read: {error}") from error
    if not rows:
        raise InputError(str(path), "holds no sentences")
    return rows


def deadline_counts(row: dict[str, Any]) -> dict[str, Counts]:
    """One sentence of the table: found (spans overlap), exact (earliest, latest, rrule), whole sentence right, traps."""
    from decisionnlp.extraction.deadlines import find_deadlines

    wanted = row["deadlines"]
    day = date.fromisoformat(row["meeting_date"]) if row.get("meeting_date") else None
    found = list(find_deadlines(row["text"], meeting_date=day))
    readings = sorted(map(_reading, found), key=str)
    expected = sorted(((one["earliest"], one["latest"], one["rrule"]) for one in wanted), key=str)
    counts = {"exact": accuracy(int(readings == expected), int(readings != expected))}
    if not wanted:
        counts["traps_fired"] = accuracy(int(bool(found)), int(not found))
        return counts
    counts["exact_deadline_sentences"] = counts["exact"]
    hits = [(one, other) for one in wanted for other in found if _overlap(one, other)]
    counts["found"] = Counts(
        min(len(hits), len(wanted)), max(len(found) - len(hits), 0), max(len(wanted) - len(hits), 0)
    )
    right = sum(one["relation"] == (other.relation.value if other.relation else None) for one, other in hits)
    counts["relation"] = accuracy(right, len(hits) - right)
    kinds = sum(one["type"] == other.type.value for one, other in hits)
    counts["type"] = accuracy(kinds, len(hits) - kinds)
    spans = sum((one["start"], one["end"]) == (other.start, other.end) for one, other in hits)
    counts["span"] = accuracy(spans, len(hits) - spans)
    return counts


def _overlap(one: dict[str, Any], other: Deadline) -> bool:
    return bool(min(one["end"], other.end) > max(one["start"], other.start))


def _reading(deadline: Deadline) -> tuple[str | None, str | None, str | None]:
    days = [day.isoformat() if day else None for day in (deadline.earliest, deadline.latest)]
    return days[0], days[1], deadline.rrule


def deadline_table(path: Path) -> dict[str, Figure]:
    """The figures of the whole table of time expressions; intervals over its sentences.

    Raises:
        InputError: the table is missing or cannot be read.
    """
    rows = [deadline_counts(row) for row in _read_table(path)]
    figures = {}
    for name, value in add_up(rows).items():
        low, high = interval(f1_draws([row for row in rows if name in row], name)) or (None, None)
        figures[name] = Figure(value.f1, low, high, counts=value)
    return figures


def fact_recall(bilag: GoldBilag, chosen: Sequence[Span]) -> float:
    """Weighted share in [0, 1] of the key facts of which ``chosen`` covers at least half of an evidence span."""
    covered = 0
    for fact in bilag.facts:
        for evidence in fact.evidence:
            shared = sum(max(0, min(evidence.end, span.end) - max(evidence.start, span.start)) for span in chosen)
            if 2 * shared >= len(evidence):
                covered += fact.weight
                break
    return covered / sum(fact.weight for fact in bilag.facts)


def summary_table(root: Path, *, progress: Callable[[str, int, int], None]) -> dict[str, Figure]:
    """The default summary, trained on all bilag but the one at hand, beside its peers and the oracle: key-fact recall, ROUGE,
    redundancy, coverage and faithfulness at 60, 120 and 240 words (see ``evaluation.summaries``).

    ``fact_recall/<words>`` is ours; ``<system>/<measure>/<words>`` the rest.

    Raises:
        InputError: there are no bilag, or one of them cannot be read; MissingExtraError: sumy or rouge-score is missing.
    """
    from decisionnlp.evaluation.summaries import summarization_table

    figures = summarization_table(root, words=SUMMARY_WORDS, progress=progress)
    return {**{f"fact_recall/{words}": figures[f"ours/fact_recall/{words}"] for words in SUMMARY_WORDS}, **figures}
