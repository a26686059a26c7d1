"""Deadlines on the annotated table, ours beside dateparser's: exact readings, alarms on traps, speed.

    python eval/benchmarks/deadlines.py [TABLE.jsonl] [--errors] [--without-dateparser]

A sentence is exact when the (earliest, latest, rrule) of all its deadlines are found and nothing else is. dateparser
gives one day for an expression, so it is credited generously: a sentence is exact for it when one of its days is the
expected day or a bound of the expected interval, and events, vague deadlines and recurrences are left out of its count.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

from decisionnlp.document import Deadline
from decisionnlp.extraction.deadlines import find_deadlines

TABLE = Path(__file__).parents[2] / "annotations" / "deadlines" / "deadlines.jsonl"
Row = dict[str, Any]


def key(deadline: Row) -> tuple[str | None, str | None, str | None]:
    return deadline["earliest"], deadline["latest"], deadline["rrule"]


def found_key(deadline: Deadline) -> tuple[str | None, str | None, str | None]:
    def iso(day: date | None) -> str | None:
        return day.isoformat() if day else None

    return iso(deadline.earliest), iso(deadline.latest), deadline.rrule


def ours(rows: list[Row], *, errors: bool) -> dict[str, Any]:
    counts: Counter[str] = Counter()
    for row in rows:
        found = find_deadlines(row["text"], meeting_date=date.fromisoformat(row["meeting_date"]))
        if not row["deadlines"]:
            counts["traps"] += 1
            counts["fired"] += bool(found)
            wrong = bool(found)
        else:
            counts["deadlines"] += 1
            right = sorted(map(str, map(key, row["deadlines"]))) == sorted(map(str, map(found_key, found)))
            counts["exact"] += right
            whole = right and all(
                (gold["type"], gold["relation"], gold["start"], gold["end"], gold["approximate"])
                == (got.type.value, got.relation.value if got.relation else None, got.start, got.end, got.approximate)
                for gold, got in zip(row["deadlines"], found, strict=True)
            )
            counts["whole"] += whole
            wrong = not whole
        if wrong and errors:
            print(f"{row['id']} {row['meeting_date']} {row['text']}", file=sys.stderr)
            for gold in row["deadlines"]:
                print(
                    f"    gold  {gold['text']!r} {gold['type']} {gold['relation']} {key(gold)} {gold['approximate']}",
                    file=sys.stderr,
                )
            for got in found:
                print(
                    f"    found {got.text!r} {got.type} {got.relation} {found_key(got)} {got.approximate} {got.rule}",
                    file=sys.stderr,
                )
    return dict(counts)


def dateparsers(rows: list[Row]) -> dict[str, Any]:
    from dateparser.search import search_dates

    counts: Counter[str] = Counter()
    for row in rows:
        settings = {
            "RELATIVE_BASE": datetime.fromisoformat(row["meeting_date"]),
            "PREFER_DATES_FROM": "future",
            "DATE_ORDER": "DMY",
        }
        days = {
            found.date().isoformat()
            for _, found in search_dates(row["text"], languages=["da"], settings=settings) or ()
        }
        if not row["deadlines"]:
            counts["traps"] += 1
            counts["fired"] += bool(days)
        elif any(key(gold)[0] or key(gold)[1] for gold in row["deadlines"]):
            counts["deadlines"] += 1
            counts["exact"] += all(
                {gold["earliest"], gold["latest"]} & days
                for gold in row["deadlines"]
                if gold["earliest"] or gold["latest"]
            )
    return dict(counts)


def seconds(rows: list[Row], *, with_dateparser: bool, chunk: int = 30, repeats: int = 3) -> tuple[float, float]:
    """Processor seconds per sentence of ours and dateparser's, measured turn by turn so that a busy machine slows both alike."""
    mine = theirs = 0.0
    dates = [date.fromisoformat(row["meeting_date"]) for row in rows]
    for first in range(0, len(rows), chunk):
        part, days = rows[first : first + chunk], dates[first : first + chunk]
        begin = time.process_time()
        for _ in range(repeats):
            for row, day in zip(part, days, strict=True):
                find_deadlines(row["text"], meeting_date=day)
        mine += (time.process_time() - begin) / repeats
        if with_dateparser:
            begin = time.process_time()
            dateparsers(part)
            theirs += time.process_time() - begin
    return mine / len(rows), theirs / len(rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("table", nargs="?", type=Path, default=TABLE)
    parser.add_argument("--errors", action="store_true", help="print every sentence that is not wholly right")
    parser.add_argument("--without-dateparser", action="store_true")
    options = parser.parse_args()
    rows: list[Row] = [json.loads(line) for line in options.table.read_text(encoding="utf-8").splitlines() if line]
    figures = ours(rows, errors=options.errors)
    if not options.without_dateparser:
        theirs = dateparsers(rows)  # its language data are loaded on first use
    our_time, their_time = seconds(rows, with_dateparser=not options.without_dateparser)
    print(f"{len(rows)} sentences, {figures.get('traps', 0)} of them traps")
    print("| | exact (earliest, latest, rrule) | traps fired | per sentence |")
    print("|---|---|---|---|")
    total = max(figures.get("deadlines", 0), 1)
    print(
        f"| decisionnlp | {figures.get('exact', 0)} of {total} ({figures.get('exact', 0) / total:.3f}) "
        f"| {figures.get('fired', 0)} of {figures.get('traps', 0)} | {our_time * 1e6:.0f} µs |"
    )
    if not options.without_dateparser:
        dated = max(theirs.get("deadlines", 0), 1)
        print(
            f"| dateparser | {theirs.get('exact', 0)} of {dated} dated ({theirs.get('exact', 0) / dated:.3f}) "
            f"| {theirs.get('fired', 0)} of {theirs.get('traps', 0)} | {their_time * 1e6:.0f} µs |"
        )
        print(f"speed: {their_time / our_time:.0f} times dateparser's")
    print(f"with type, relation, span and approximation right as well: {figures.get('whole', 0)} of {total}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
