"""Learns which series of lines is the row of titles: writes ``src/decisionnlp/segmentation/series_weights.toml``.

    PYTHONPATH=src:eval/benchmarks python training/title_series.py [--draws 8] [--seed 1000]

Every document of the train split is read as it is and printed anew in ``--draws`` random layouts (``eval/benchmarks/layouts.py``).
Each series of lines that the segmentation considers there is an example: its features, and the F of its heads against the gold
titles. A logistic model learns them, an example of F counting F² for and 1 - F² against. Titles with text behind them come first,
since the lines of the others are those that are left when the former are cut.
"""

from __future__ import annotations

import argparse
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy
from layout_content import tellable
from layout_printing import printed
from layout_style import draw
from sklearn.linear_model import LogisticRegression

from decisionnlp.corpus.store import load_corpus
from decisionnlp.document import MeetingKind, Minutes, Source, ZoneKind
from decisionnlp.segmentation import gluing, items, segment, series_items, series_scores
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.title_series import Head, Series

WEIGHTS = Path(series_scores.__file__).parent / "series_weights.toml"
Example = tuple[Mapping[str, float], float]  # features, F


class Gold:
    """Where the titles of a document begin and end."""

    def __init__(self, minutes: Minutes) -> None:
        rows = []
        for meeting in minutes.meetings:
            if meeting.kind is not MeetingKind.MINUTES:
                continue
            for item in meeting.items:
                stop = next((zone.start for zone in item.zones if zone.zone is not ZoneKind.AGENDA), item.end)
                rows.append((item.start, stop, [one.end for one in item.sentences if one.start < stop]))
        self.rows = sorted(rows)
        self.starts = [row[0] for row in self.rows]

    def f(self, series: Series, lines: Sequence[Line], first: int, last: int) -> float:
        """F of the heads of a series against the titles in ``lines[first:last]``."""
        start, end = lines[first].start, lines[last - 1].end
        wanted = sum(start <= row[0] < end for row in self.rows)
        right = {place for head in series.heads if (place := self._place(head, lines)) is not None}
        return 2 * len(right) / max(1, wanted + len(series.heads))

    def _place(self, head: Head, lines: Sequence[Line]) -> int | None:
        begin = lines[head.line].start
        place = bisect_right(self.starts, begin) - 1
        if place < 0 or begin >= self.rows[place][1]:
            return None
        if head.inline and not any(abs(begin + head.end - end) <= 3 for end in self.rows[place][2]):
            return None
        return place


def documents(draws: int, seed: int) -> list[Minutes]:
    """The gold of the train split: each document as it is, and in ``draws`` layouts."""
    corpus = load_corpus(Path("annotations"))
    train = [one for one in corpus.documents if corpus.split_of(one) == "train"]
    found = [one.minutes for one in train]
    for content in tellable(train):
        for turn in range(draws):
            random = Random(f"{seed} {turn} {content.id}")  # noqa: S311 (layout noise)
            style = draw(random, zoned=content.zoned, items=len(content.items))
            found.append(printed(content, style, random))
    return found


def examples(kind: str, golds: Sequence[Minutes]) -> list[Example]:
    """The series that the segmentation judges in the documents."""
    rows: list[Example] = []
    current: list[Gold] = []

    def alone(opened: list[Any], lines: Any, widths: Any, headings: Any, first: int, last: int) -> list[Any]:
        for series, found in series_items.judged(lines, widths, headings, first, last):
            rows.append((found, current[0].f(series, lines, first, last)))
        if opened:
            found = series_items.judged_items(opened, lines, headings, first, last)
            heads = tuple(series_items.head_of(one, lines) for one in opened)
            rows.append((found, current[0].f(Series("items", heads), lines, first, last)))
        return opened

    def inline(lines: Any, cut: Any) -> list[Any]:
        for series, found in series_items.judged_inline(lines):
            rows.append((found, current[0].f(series, lines, 0, len(lines))))
        return []

    kept = items.better_titles, gluing.series_ends
    if kind == "alone":
        items.better_titles = alone
    else:
        gluing.series_ends = inline
    try:
        for gold in golds:
            current[:] = [Gold(gold)]
            segment(Source(gold.source.text, path="document.txt"))
    finally:
        items.better_titles, gluing.series_ends = kept
    return rows


def learn(rows: Sequence[Example]) -> dict[str, float]:
    """The weights of a logistic model of the examples, by name of the feature."""
    names = sorted({name for found, _ in rows for name in found if name != "bias"})
    table = numpy.array([[found.get(name, 0.0) for name in names] for found, _ in rows])
    good = numpy.array([f * f for _, f in rows])
    doubled = numpy.concatenate([table, table])
    labels = numpy.concatenate([numpy.ones(len(rows)), numpy.zeros(len(rows))])
    weights = numpy.concatenate([good, 1 - good])
    model = LogisticRegression(C=2.0, max_iter=3000)
    model.fit(doubled, labels, sample_weight=weights)
    return {"bias": float(model.intercept_[0]), **dict(zip(names, map(float, model.coef_[0]), strict=True))}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--draws", type=int, default=8)
    options.add_argument("--seed", type=int, default=1000)
    given = options.parse_args()
    golds = documents(given.draws, given.seed)
    learned = {"alone": {"bias": -20.0}, "inline": {"bias": -20.0}}
    for kind in ("inline", "alone"):
        rows = examples(kind, golds)
        learned[kind] = learn(rows)
        print(f"{kind}: {len(rows)} series in {len(golds)} documents, {sum(f > 0.8 for _, f in rows)} of F above 0.8")
        write(learned)
        series_scores.weights.cache_clear()


def write(learned: Mapping[str, Mapping[str, float]]) -> None:
    """The weights as a data file."""
    parts = [
        "# Weights of series_scores.py, learned by training/title_series.py; see there. A feature that is not named has weight 0."
    ]
    for kind, weights in learned.items():
        parts.append(f"\n[{kind}]")
        parts += [f'"{name}" = {weight:.3f}' for name, weight in weights.items()]
    WEIGHTS.write_text("\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
