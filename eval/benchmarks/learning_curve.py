"""Does more corpus help, and where? The default backend trained on ever more documents, end to end on bodies it has not seen.

    python eval/benchmarks/learning_curve.py [--cache FILE] [--draws 3] [--output eval/results/learning-curve.md]

First curve: training documents from the train and validation splits, body by body in an order drawn with a seed, measured on the
fixed test split. Second curve: five folds of bodies, so that every document is measured once per size and the gain can be told by
layout and by kind of body. ``--cache`` keeps every measured model's counts: an interrupted run goes on, and lines of other code or
another corpus are not used.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from decisionnlp.classification.training import corpus_hash
from decisionnlp.corpus.records import GoldDocument
from decisionnlp.corpus.store import Corpus, load_corpus
from decisionnlp.evaluation.bootstrap import difference, f1_draws, interval, macro_draws
from decisionnlp.evaluation.figures import Counts, add_up, macro
from decisionnlp.evaluation.held_out import fit_classifier
from decisionnlp.evaluation.keeping import code_hash
from decisionnlp.evaluation.measures import measure
from decisionnlp.evaluation.systems import end_to_end
from decisionnlp.pipeline import Analyzer

ROOT = Path(__file__).resolve().parents[2]
LABELS = ("labels/APPROVAL", "labels/DECISION", "labels/FOLLOW_UP")
SHOWN = ("labels", *LABELS, "outcome", "follow_ups/complete")
FOLDS = 5
ByDocument = Mapping[str, Mapping[str, Counts]]


@dataclass(frozen=True, slots=True)
class Point:
    """A model to be trained: on the first ``size`` of ``pool``'s documents, measured on ``held``."""

    name: str
    size: int
    pool: Sequence[GoldDocument]
    held: Sequence[GoldDocument]

    def chosen(self) -> Sequence[GoldDocument]:
        return self.pool[: self.size]


class Measured:
    """Counts per document of every point, kept in a file of JSON lines."""

    def __init__(self, path: Path | None, key: str) -> None:
        self.path, self.key = path, key
        self.known: dict[str, ByDocument] = {}
        if path is not None and path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                if row["key"] == key:
                    self.known[row["point"]] = {
                        document: {name: Counts(*value) for name, value in counts.items()}
                        for document, counts in row["counts"].items()
                    }

    def of(self, point: Point) -> ByDocument:
        if point.name not in self.known:
            started = time.process_time()
            classifier = fit_classifier(point.chosen(), backend="linear", seed=0)
            system = end_to_end(Analyzer(model=classifier))
            found = {d.id: measure(d.minutes, system(d)).counts for d in point.held}
            self.known[point.name] = found
            print(f"{point.name}: {time.process_time() - started:.0f} s CPU", file=sys.stderr, flush=True)
            if self.path is not None:
                plain = {
                    document: {name: (value.hit, value.extra, value.missed) for name, value in counts.items()}
                    for document, counts in found.items()
                }
                with self.path.open("a", encoding="utf-8") as stream:
                    stream.write(json.dumps({"key": self.key, "point": point.name, "counts": plain}) + "\n")
        return self.known[point.name]


def body_by_body(documents: Sequence[GoldDocument], seed: int) -> list[GoldDocument]:
    """The documents, bodies in a drawn order: a small corpus is one of few bodies, as it would be."""
    bodies = sorted({document.body_id for document in documents})
    random.Random(seed).shuffle(bodies)
    place = {body: number for number, body in enumerate(bodies)}
    return sorted(documents, key=lambda document: (place[document.body_id], document.id))


def test_points(corpus: Corpus, sizes: Sequence[int], draws: int) -> Iterator[tuple[int, Point]]:
    documents = [*corpus.select("train"), *corpus.select("validation")]
    held = corpus.select("test")
    for size in [*(size for size in sizes if size < len(documents)), len(documents)]:
        for draw in range(draws if size < len(documents) else 1):
            yield size, Point(f"test/{size}/{draw}", size, body_by_body(documents, draw), held)


def fold_points(corpus: Corpus, sizes: Sequence[int], draws: int) -> Iterator[tuple[int, int, Point]]:
    bodies = sorted({document.body_id for document in corpus.documents})
    random.Random(0).shuffle(bodies)
    fold_of = {body: number % FOLDS for number, body in enumerate(bodies)}
    folds = [
        ([d for d in corpus.documents if fold_of[d.body_id] != fold], [d for d in corpus.documents if fold_of[d.body_id] == fold])
        for fold in range(FOLDS)
    ]  # fmt: skip
    least = min(len(inside) for inside, _ in folds)
    for size in [*(size for size in sizes if size < least), least]:
        for draw in range(draws if size < least else 1):
            for fold, (inside, outside) in enumerate(folds):
                yield size, draw, Point(f"folds/{size}/{draw}/{fold}", size, body_by_body(inside, draw), outside)


def value(counts: Mapping[str, Counts], name: str) -> float | None:
    if name == "labels":
        return macro(counts, "labels")
    return counts[name].f1 if name in counts else None


def shown(number: float | None) -> str:
    return "–" if number is None else f"{number:.3f}"


def test_table(points: Sequence[tuple[int, Point]], measured: Measured) -> list[str]:
    lines = [
        f"| training documents | draws | {' | '.join(SHOWN)} | spread of labels over the draws |",
        "|---" * (len(SHOWN) + 3) + "|",
    ]
    for size in dict.fromkeys(size for size, _ in points):
        totals = [add_up(measured.of(point).values()) for other, point in points if other == size]
        cells = []
        for name in SHOWN:
            values = [found for total in totals if (found := value(total, name)) is not None]
            cells.append(shown(statistics.mean(values) if len(values) == len(totals) else None))
        each = [found for total in totals if (found := value(total, "labels")) is not None]
        spread = f"{min(each):.3f}–{max(each):.3f}" if len(each) > 1 else ""
        lines.append(f"| {size} | {len(totals)} | {' | '.join(cells)} | {spread} |")
    return lines


def by_size(
    points: Sequence[tuple[int, int, Point]], measured: Measured
) -> dict[int, list[dict[str, Mapping[str, Counts]]]]:
    """For each size, for each draw, the counts of every document of the corpus."""
    found: dict[int, dict[int, dict[str, Mapping[str, Counts]]]] = {}
    for size, draw, point in points:
        found.setdefault(size, {}).setdefault(draw, {}).update(measured.of(point))
    return {size: list(draws.values()) for size, draws in found.items()}


def gain_table(sizes: Mapping[int, list[dict[str, Mapping[str, Counts]]]]) -> list[str]:
    """The whole corpus by folds, and what each step brought on the same drawn documents."""
    names = sorted(next(iter(sizes.values()))[0])
    lines = [
        "| training documents | labels, macro-F | 95 % interval | gained by the step | 95 % interval |",
        "|---|---|---|---|---|",
    ]
    earlier: tuple[float, list[dict[str, Counts]]] | None = None
    for size, draws in sizes.items():
        rows = [add_up([draw[name] for draw in draws]) for name in names]
        mean = macro(add_up(rows), "labels")
        low, high = interval(macro_draws(rows, LABELS)) or (None, None)
        cells = [str(size), shown(mean), f"{shown(low)}–{shown(high)}"]
        if earlier is not None and mean is not None:
            # Each side is summed over its draws: F does not depend on how many there are.
            bounds = difference(earlier[1], rows, lambda part: macro_draws(part, LABELS))
            cells += [f"{mean - earlier[0]:+.3f}", f"{bounds[0]:+.3f} to {bounds[1]:+.3f}" if bounds else ""]
        else:
            cells += ["", ""]
        lines.append(f"| {' | '.join(cells)} |")
        earlier = (mean, rows) if mean is not None else None
    return lines


def group_table(
    title: str,
    key: Callable[[GoldDocument], str],
    corpus: Corpus,
    sizes: Mapping[int, list[dict[str, Mapping[str, Counts]]]],
) -> list[str]:
    """F over all labels together (micro: small groups lack some label) at each size, and the gain of the last doubling."""
    steps = list(sizes)
    middle = min(steps, key=lambda size: abs(size - steps[-1] / 2))
    lines = [
        f"| {title} | documents | labelled sentences | {' | '.join(str(size) for size in steps)} | gain {middle} → {steps[-1]} | 95 % interval |",
        "|---" * (len(steps) + 5) + "|",
    ]
    rows = []
    for group in sorted({key(document) for document in corpus.documents}):
        own = [document.id for document in corpus.documents if key(document) == group]
        per = {size: [{"any": pooled([draw[name] for draw in draws])} for name in own] for size, draws in sizes.items()}
        values = {size: add_up(part)["any"].f1 for size, part in per.items()}
        bounds = difference(per[middle], per[steps[-1]], lambda part: f1_draws(part, "any"))
        last, before = values[steps[-1]], values[middle]
        gain = None if last is None or before is None else last - before
        counts = add_up(per[steps[-1]])["any"]
        cells = [group, str(len(own)), str(counts.hit + counts.missed), *(shown(values[size]) for size in steps)]
        cells += ["–" if gain is None else f"{gain:+.3f}", f"{bounds[0]:+.3f} to {bounds[1]:+.3f}" if bounds else ""]
        rows.append((-(gain or 0.0), f"| {' | '.join(cells)} |"))
    return [*lines, *(line for _, line in sorted(rows))]


def pooled(draws: Sequence[Mapping[str, Counts]]) -> Counts:
    total = add_up(draws)
    found = Counts()
    for name in LABELS:
        found = found + total.get(name, Counts())
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--draws", type=int, default=3, help="orders of bodies for the first curve")
    parser.add_argument("--fold-draws", type=int, default=1, help="orders of bodies for the second curve")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 20, 40, 60, 80])
    parser.add_argument("--fold-sizes", type=int, nargs="+", default=[12, 24, 48])
    parser.add_argument("--output", type=Path, default=ROOT / "eval" / "results" / "learning-curve.md")
    arguments = parser.parse_args()
    corpus = load_corpus(ROOT / "annotations")
    measured = Measured(arguments.cache, f"{corpus_hash(corpus.documents)} {code_hash()}")
    first = list(test_points(corpus, arguments.sizes, arguments.draws))
    lines = [
        "# Learning curve: does more corpus help?",
        "",
        "Written by `eval/benchmarks/learning_curve.py`: the `linear` backend, end to end (own segmentation). Documents are added body by",
        f"body in a drawn order. Corpus: {len(corpus.documents)} documents of {len({d.body_id for d in corpus.documents})} bodies.",
        "",
        f"## On the fixed test split ({len(corpus.select('test'))} documents), mean over draws",
        "",
        *test_table(first, measured),
    ]
    second = list(fold_points(corpus, arguments.fold_sizes, arguments.fold_draws))
    if second:
        sizes = by_size(second, measured)
        lines += [
            "",
            f"## On every document, in {FOLDS} folds of bodies",
            "",
            "Intervals: 95 % bootstrap over documents; those of a gain on the same drawn documents.",
            "",
            *gain_table(sizes),
            "",
            "## Where: F over all labels together",
            "",
            *group_table("layout", lambda document: document.layout, corpus, sizes),
            "",
            *group_table("kind of body", lambda document: document.body_type, corpus, sizes),
        ]
    text = "\n".join(lines) + "\n"
    arguments.output.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
