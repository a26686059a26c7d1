"""What a Danish spaCy pipeline adds to owner finding: owners and complete follow-ups without and with it.

    python eval/benchmarks/base_pipeline.py PIPELINE [--model rules] [--corpus annotations] [--changes]

Nothing is trained on the corpus here (``--model rules``), so every document counts. Intervals are those of the difference, by a
bootstrap over documents. ``--changes`` prints the tasks whose owners differ.
"""

from __future__ import annotations

import argparse
import time
from functools import partial
from pathlib import Path

from decisionnlp.base import base_name, load_base, parser
from decisionnlp.corpus.store import load_corpus
from decisionnlp.document import Label
from decisionnlp.evaluation.bootstrap import difference, f1_draws
from decisionnlp.evaluation.figures import add_up
from decisionnlp.evaluation.measures import DocumentFigures, measure
from decisionnlp.evaluation.systems import System, end_to_end, on_gold_labels
from decisionnlp.flattening import flatten
from decisionnlp.pipeline import Analyzer

MEASURES = ("owners", "links", "follow_ups/complete")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("pipeline")
    options.add_argument("--model", default="rules")
    options.add_argument("--corpus", type=Path, default=Path("annotations"))
    options.add_argument("--changes", action="store_true")
    given = options.parse_args()
    base = load_base(given.pipeline)
    documents = load_corpus(given.corpus).documents
    print(f"{base_name(base)}, {len(documents)} documents")
    print(f"{'':34} {'without':>22} {'with':>22}   difference [95 %]")
    pairs: dict[str, tuple[System, System]] = {
        "gold labels": (on_gold_labels, partial(on_gold_labels, base=base)),
        f"end to end ({given.model})": (end_to_end(Analyzer(model=given.model)), end_to_end(Analyzer(model=given.model, base=base))),
    }  # fmt: skip
    for name, (without, with_base) in pairs.items():
        old = [measure(document.minutes, without(document)) for document in documents]
        new = [measure(document.minutes, with_base(document)) for document in documents]
        table(name, old, new)
        if given.changes:
            changes(old, new)
    tasks = [
        flatten(document.text, sentence.start, sentence.end).text
        for document in documents
        for sentence in document.minutes.sentences()
        if sentence.has(Label.FOLLOW_UP)
    ]
    parse = parser(base)
    words = sum(len(document.text.split()) for document in documents)
    timings = {"with": Analyzer(model=given.model, base=base), "without": Analyzer(model=given.model)}
    if parse is not None:
        start = time.perf_counter()
        list(parse(tasks))
        spent = time.perf_counter() - start
        print(f"parsing {len(tasks)} tasks: {sum(len(task.split()) for task in tasks) / spent:,.0f} words/s")
    for name, analyzer in timings.items():
        run = end_to_end(analyzer)
        best = float("inf")
        for _ in range(3):
            start = time.perf_counter()
            for document in documents:
                run(document)
            best = min(best, time.perf_counter() - start)
        print(f"whole analysis {name}: {words / best:,.0f} words/s")


def table(name: str, old: list[DocumentFigures], new: list[DocumentFigures]) -> None:
    before, after = add_up([figure.counts for figure in old]), add_up([figure.counts for figure in new])
    for kind in MEASURES:
        cells = [
            f"{counts[kind].precision or 0:.3f} {counts[kind].recall or 0:.3f} {counts[kind].f1 or 0:.4f}"
            for counts in (before, after)
        ]
        gain = (after[kind].f1 or 0) - (before[kind].f1 or 0)
        limits = difference(
            [figure.counts for figure in old], [figure.counts for figure in new], partial(f1_draws, name=kind)
        )
        shown = f"[{limits[0]:+.4f}, {limits[1]:+.4f}]" if limits else "undefined"
        print(f"{name + ': ' + kind:34} {cells[0]:>22} {cells[1]:>22}   {gain:+.4f} {shown}")


def changes(old: list[DocumentFigures], new: list[DocumentFigures]) -> None:
    for before, after in zip(old, new, strict=True):
        for one, two in zip(before.tasks, after.tasks, strict=True):
            if one.found_owners != two.found_owners:
                print(f"  {one.text!r}\n    want {one.owners} without {one.found_owners} with {two.found_owners}")


if __name__ == "__main__":
    main()
