"""Owners, deadlines, links, plan rows and answered points with the gold labels given: what resolution itself gains and loses.

    python eval/benchmarks/resolution.py [--gold-deadlines] [--misses owners|deadlines|plan|answers|complete] FILE.marked …

Gold sentences, zones, labels and recommendation points are kept; units, follow-ups and answers are read anew and compared. With
``--gold-deadlines`` the deadlines of a stretch are those that the annotators marked in it, so that linking is measured alone.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from decisionnlp.corpus.marked import parse_marked
from decisionnlp.corpus.records import GoldDocument
from decisionnlp.document import Deadline, Minutes, Polarity
from decisionnlp.errors import InputError
from decisionnlp.evaluation.figures import add_up
from decisionnlp.evaluation.measures import measure
from decisionnlp.flattening import FlatText
from decisionnlp.resolution import resolve
from decisionnlp.resolution.followups import TaskReader

Answer = tuple[int, str, Polarity]
SHOWN = (
    "owners", "deadlines", "deadlines/found", "links", "follow_ups", "follow_ups/complete", "plan_rows", "plan_rows/complete",
    "answers", "resolves",
)  # fmt: skip


def stripped(gold: Minutes) -> Minutes:
    """The gold document without what resolution adds."""
    meetings = []
    for meeting in gold.meetings:
        items = []
        for item in meeting.items:
            sentences = tuple(replace(sentence, resolves=(), units=(), deadlines=()) for sentence in item.sentences)
            points = tuple(replace(point, answers=()) for point in item.recommendations)
            items.append(replace(item, sentences=sentences, recommendations=points, follow_ups=()))
        meetings.append(replace(meeting, items=tuple(items), follow_ups=()))
    return replace(gold, meetings=tuple(meetings))


def with_gold_deadlines(gold: Minutes) -> None:
    """Make every reader give the deadlines that the annotators marked in a stretch."""
    marked = [deadline for sentence in gold.sentences() for deadline in sentence.deadlines]
    marked += [deadline for task in gold.follow_ups for deadline in task.deadlines]

    def deadlines_in(self: TaskReader, flat: FlatText, day: date | None) -> list[Deadline]:
        if not flat.text:
            return []
        first, last = flat.offsets[0], flat.offsets[-1] + 1
        found = {
            deadline.start: replace(deadline, linked=False)
            for deadline in marked
            if first <= deadline.start and deadline.end <= last
        }
        return [found[start] for start in sorted(found)]

    TaskReader.deadlines_in = deadlines_in  # type: ignore[method-assign]


def load(paths: list[Path]) -> list[GoldDocument]:
    found = []
    for path in paths:
        try:
            found.append(parse_marked(path.read_text(encoding="utf-8"), path=str(path)))
        except InputError as error:
            print(str(error).splitlines()[0], file=sys.stderr)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--gold-deadlines", action="store_true")
    parser.add_argument("--misses", choices=("owners", "deadlines", "plan", "answers", "complete"))
    options = parser.parse_args()
    figures = []
    for document in load(options.files):
        gold = document.minutes
        if options.gold_deadlines:
            with_gold_deadlines(gold)
        bare = stripped(gold)
        predicted = replace(bare, meetings=resolve(bare.meetings, gold.source, gold.furniture))
        figure = measure(gold, predicted)
        counts = dict(figure.counts)
        ours = {(s.start, answer.number, answer.polarity) for s in gold.sentences() for answer in s.resolves}
        theirs = {(s.start, answer.number, answer.polarity) for s in predicted.sentences() for answer in s.resolves}
        counts["resolves"] = type(counts["owners"])(len(ours & theirs), len(theirs - ours), len(ours - theirs))
        figures.append(counts)
        if options.misses:
            show(document, predicted, figure, options.misses, ours, theirs)
    total = add_up(figures)
    for name in SHOWN:
        if name in total:
            count = total[name]
            print(f"{name:22} P {count.precision or 0:.3f}  R {count.recall or 0:.3f}  F {count.f1 or 0:.3f}  {count}")


def show(
    document: GoldDocument, predicted: Minutes, figure: object, what: str, ours: set[Answer], theirs: set[Answer]
) -> None:
    text = document.text
    if what == "answers":
        for sentence in document.minutes.sentences():
            mine = sorted((a[1], a[2].value) for a in ours if a[0] == sentence.start)
            other = sorted((a[1], a[2].value) for a in theirs if a[0] == sentence.start)
            if mine != other:
                print(
                    f"{document.id}: {' '.join(sentence.text.split())!r} {sentence.subtype}\n    want {mine}\n    got  {other}"
                )
        return
    if what == "plan":
        for kind, minutes in (("want", document.minutes), ("got", predicted)):
            for task in minutes.follow_ups:
                if task.kind == "planned":
                    whole = " ".join(text[task.sentence.start : task.sentence.end].split())
                    print(
                        f"{document.id} {kind} {whole!r} {[o.name for o in task.owners]} {[d.text for d in task.deadlines]}"
                    )
        return
    for case in figure.tasks:  # type: ignore[attr-defined]
        wrong = {
            "owners": len(case.owners) != len(case.found_owners)
            or any(a[0] != b[0] for a, b in zip(sorted(case.owners), sorted(case.found_owners), strict=True)),
            "deadlines": sorted(case.deadlines) != sorted(case.found_deadlines),
            "complete": not case.complete,
        }[what]
        if wrong:
            print(
                f"{document.id}: {case.text!r}\n    want {case.owners} {case.deadlines}\n    got  {case.found_owners} {case.found_deadlines} {'' if case.found else 'MISSED'}"
            )


if __name__ == "__main__":
    main()
