"""Learns which lines open an item: writes ``models/item-heads-<version>``.

    PYTHONPATH=src:.:eval/benchmarks python training/item_heads.py --version 1.0.0 --pages FOLDER [FOLDER …] [--corpus annotations] [--output models]

``--pages`` are folders of your own annotated minutes in the corpus's own form (``decisionnlp corpus import``); what is shipped is learned
without any. The words and their log odds come from the corpus alone. Prints, for folds by page, what the forests and the rules together find.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from safetensors.numpy import save_file
from sklearn.ensemble import ExtraTreesClassifier

from decisionnlp.corpus.store import load_corpus
from decisionnlp.document import Meeting, Source
from decisionnlp.models import write_manifest, write_meta
from decisionnlp.segmentation import head_items, head_model, meeting_items, segment
from decisionnlp.segmentation.head_lines import (
    COLUMNS,
    KINDS,
    Label,
    line_columns,
    may_open,
    read_label,
    with_surroundings,
    words_of,
)
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.titles import Found

TREES, LEAVES, DEPTH, SHARE, SEED = 72, 300, 13, 0.3, 0
FOLDS = 8
# The documents of the train split once more, each in random layouts of the seed: how often, and what a line of them weighs.
DRAWS, PRINT_SEED, PRINTED_WEIGHT = 1, 4000, 0.06
CORPUS_WEIGHT = 0.3  # of a line of the corpus beside one of a real page
PAGE = "page-"  # documents of the corpus built as one published page each; their lines weigh as much as those of a real page
LEAST_TIMES = 4  # a word is in the list from this many lines


CARD = """# item-heads-{version}

How likely each line of a meeting is the first line of an item (`decisionnlp.segmentation.head_model`), beside the rules of the
segmentation: `head_items.py` says when a line is added or taken away.

- **Form**: two forests of extremely randomised trees over the label, form, words and surroundings of a line, the second over what the
  first says of the lines that look like it; tables in safetensors and the log odds of words in JSON, no code.
- **Trained on** {lines} lines, {heads} of them first lines of items: {documents} documents of `annotations` (those built as one page weigh as
  much as a layout, the others less), those of the train split once more in {printed} random layouts (`eval/benchmarks/layouts.py`, which weigh
  least) and {layouts} layouts of
  `tests/segmentation` (pages in our own words, built as strangers' pages are). Training is deterministic:
  `PYTHONPATH=src:.:eval/benchmarks python training/item_heads.py --version {version}` gives the same weights again.
- **Measured** in folds (corpus by body, layouts by page), F of first lines, rules alone and with the forests: corpus {corpus_rules} and
  {corpus_both}, documents built as one page {pages_rules} and {pages_both}, random layouts {printed_rules} and
  {printed_both}, layouts {layouts_rules} and {layouts_both}. The rules read all these
  layouts by construction, so that figure says only what the forests spoil there.
- **On real pages**, which are no part of the project: `eval/results/error-analysis.md`.
- **Weak** in pages of one point whose lists look like titles (nothing is added there), and in points told line by line.
- **Licence**: MIT.
"""

Call = tuple[Sequence[Line], Mapping[int, Any], list[Found], int, int]  # lines, headings, items found, first, last


@dataclass
class Page:
    """The lines among which the items of one meeting were looked for, which of them open one, and what the rules found."""

    id: str
    real: bool
    lines: list[Line]
    headings: Mapping[int, Any]
    opened: list[Found]
    all_lines: Sequence[Line]
    last: int
    gold: np.ndarray


def pages_of(folder: Path, *, real: bool) -> Iterator[Page]:
    """Every call for items in the documents of a corpus folder."""
    for document in load_corpus(folder).documents:
        minutes = document.minutes
        for lines, headings, opened, first, last in _calls(
            minutes.source, minutes.meetings[0].date if minutes.meetings else None
        )[1]:
            wanted = [item.start for meeting in minutes.meetings for item in meeting.items]
            yield Page(f"{folder.name}/{document.id}", real or document.id.startswith(PAGE), list(lines[first:last]), headings, opened, lines,
                       last, _gold(wanted, lines, opened, first, last))  # fmt: skip


def layout_pages() -> Iterator[Page]:
    """The layouts of the tests that the rules read as written there: pages in our own words, built as strangers' pages are."""
    from tests.segmentation.test_web_layouts import ALL

    for layout in ALL:
        meetings, calls = _calls(Source(layout.text), None)
        found = [item for meeting in meetings for item in meeting.items]
        if [(item.number, item.title) for item in found] != layout.items:
            continue
        wanted = [item.start for item in found]
        for lines, headings, opened, first, last in calls:
            yield Page(f"layouts/{layout.name}", True, list(lines[first:last]), headings, opened, lines, last,
                       _gold(wanted, lines, opened, first, last))  # fmt: skip


def printed_pages(folder: Path, draws: int) -> Iterator[Page]:
    """Every call for items in the documents of the train split, each printed in ``draws`` random layouts."""
    from layout_content import tellable  # of eval/benchmarks
    from layout_printing import printed
    from layout_style import draw

    corpus = load_corpus(folder)
    for content in tellable([one for one in corpus.documents if corpus.split_of(one) == "train"]):
        for turn in range(draws):
            random = Random(f"{PRINT_SEED} {turn} {content.id}")  # noqa: S311 (layout noise)
            minutes = printed(content, draw(random, zoned=content.zoned, items=len(content.items)), random)
            wanted = [item.start for meeting in minutes.meetings for item in meeting.items]
            for lines, headings, opened, first, last in _calls(minutes.source, None)[1]:
                yield Page(f"printed/{content.id}/{turn}", False, list(lines[first:last]), headings, opened, lines, last,
                           _gold(wanted, lines, opened, first, last))  # fmt: skip


def _calls(source: Source, day: date | None) -> tuple[Sequence[Meeting], list[Call]]:
    """The meetings by the rules alone, and every call for items on the way."""
    calls: list[Call] = []

    def record(
        opened: list[Found], lines: Sequence[Line], _: Any, headings: Mapping[int, Any], first: int, last: int
    ) -> list[Found]:
        if last - first >= 2:
            calls.append((lines, headings, opened, first, last))
        return opened

    kept, meeting_items.evident_items = meeting_items.evident_items, record  # type: ignore[assignment]
    try:
        return segment(source, meeting_date=day).meetings, calls
    finally:
        meeting_items.evident_items = kept


def _gold(
    wanted: Sequence[int], lines: Sequence[Line], opened: Sequence[Found], first: int, last: int
) -> np.ndarray:  # fmt: skip
    starts = [line.start for line in lines]
    found = np.zeros(last - first, bool)
    for start in wanted:
        at = bisect_right(starts, start) - 1
        if first <= at < last:
            found[at - first] = True
    for one in opened:  # an item may begin with the case number above its title
        at, title = one.first - first, one.title_first - first
        if at != title and 0 <= at < len(found) and title < len(found) and found[at] and not found[title]:
            found[at], found[title] = False, True
    return found


def word_odds(pages: Sequence[Page]) -> dict[str, float]:
    """Log odds of the words of the corpus in lines that open an item, to one decimal."""
    titles: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for page in pages:
        for line, opens in zip(page.lines, page.gold, strict=True):
            (titles if opens else others).update(set(words_of(line.text[read_label(line.text).end :])))
    all_titles, all_others = sum(titles.values()), sum(others.values())
    return {
        word: round(float(np.log((titles[word] + 0.5) / all_titles * all_others / (others[word] + 2.5))), 1)
        for word in sorted({*titles, *others})
        if titles[word] + others[word] >= LEAST_TIMES
    }


WEIGHTS = {"layouts": 1.0, "pages": 1.0, "corpus": CORPUS_WEIGHT, "printed": PRINTED_WEIGHT}  # of a line


def _kind(page: Page) -> str:
    folder = page.id.split("/")[0]
    return folder if folder in ("printed", "layouts") else "pages" if page.real else "corpus"


@dataclass
class Table:
    """All lines of all pages: one row a line."""

    pages: list[Page]
    labels: list[list[Label]]
    columns: list[np.ndarray]
    rows: np.ndarray
    gold: np.ndarray
    weights: np.ndarray
    edges: list[int]

    @classmethod
    def of(cls, pages: list[Page], odds: Mapping[str, float]) -> Table:
        labels = [[read_label(line.text) for line in page.lines] for page in pages]
        columns = [
            line_columns(page.lines, page.headings, given, odds) for page, given in zip(pages, labels, strict=True)
        ]
        sizes = [len(one) for one in columns]
        return cls(
            pages, labels, columns, np.vstack([with_surroundings(one) for one in columns]),
            np.concatenate([page.gold for page in pages]),
            np.repeat([WEIGHTS[_kind(page)] for page in pages], sizes),
            [0, *np.cumsum(sizes).tolist()],
        )  # fmt: skip

    def agreed(self, chances: np.ndarray) -> np.ndarray:
        parts = [
            head_model.agreement(chances[start:end], labels, columns)
            for start, end, labels, columns in zip(self.edges, self.edges[1:], self.labels, self.columns, strict=False)
        ]
        return np.hstack([self.rows, np.vstack(parts)])


def fit(rows: np.ndarray, gold: np.ndarray, weights: np.ndarray) -> Any:
    forest = ExtraTreesClassifier(
        TREES, min_samples_leaf=2, max_leaf_nodes=LEAVES, max_depth=DEPTH, max_features=SHARE, random_state=SEED
    )
    return forest.fit(rows, gold, sample_weight=weights)


def held_out(table: Table, rows: np.ndarray, folds: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """The chance of every row that is ``asked`` by forests of the other folds; 0 for the others."""
    chances = np.zeros(len(rows))
    for fold in range(FOLDS):
        out, rest = asked & (folds == fold), asked & (folds != fold)
        chances[out] = fit(rows[rest], table.gold[rest], table.weights[rest]).predict_proba(rows[out])[:, 1]
    return chances


def _fellow(page: Page) -> str:
    """What must not lie in another fold: the document of a page however printed, the body of another document."""
    name = page.id.split("/")[1]
    if _kind(page) == "layouts" or name.startswith(PAGE):
        return name
    return name.rsplit("-", 3)[0]


def folds_of(table: Table) -> np.ndarray:
    """A fold for each row: pages by document, the corpus by body."""
    names = [_fellow(page) for page in table.pages]
    order = sorted(set(names))
    Random(SEED).shuffle(order)  # noqa: S311 (folds, nothing secret)
    drawn = {name: place % FOLDS for place, name in enumerate(order)}
    return np.repeat([drawn[name] for name in names], np.diff(table.edges))


def exported(forest: Any, name: str) -> dict[str, np.ndarray]:
    """A fitted forest as the tables of ``head_model.Forest``."""
    nodes = max(one.tree_.node_count for one in forest.estimators_)
    trees = len(forest.estimators_)
    feature, left = np.zeros((trees, nodes), np.int32), np.zeros((trees, nodes), np.int32)
    threshold, chance = np.full((trees, nodes), np.inf, np.float32), np.zeros((trees, nodes), np.float32)
    depth = 0
    for place, one in enumerate(forest.estimators_):
        tree = one.tree_
        depth = max(depth, tree.max_depth)
        spot = {0: 0}  # sklearn's node to ours
        for node in _breadth_first(tree):
            at = spot[node]
            share = tree.value[node, 0]
            chance[place, at] = share[1] / share.sum()
            if tree.children_left[node] < 0:
                left[place, at] = place * nodes + at
                continue
            spot[tree.children_left[node]], spot[tree.children_right[node]] = len(spot), len(spot) + 1
            feature[place, at], threshold[place, at] = tree.feature[node], tree.threshold[node]
            left[place, at] = place * nodes + spot[tree.children_left[node]]
    arrays = {"feature": feature, "threshold": threshold, "left": left, "chance": chance, "depth": np.array([depth], np.int32)}  # fmt: skip
    return {f"{name}/{part}": array for part, array in arrays.items()}


def _breadth_first(tree: Any) -> Iterator[int]:
    row = [0]
    while row:
        yield from row
        row = [child for node in row if tree.children_left[node] >= 0
               for child in (tree.children_left[node], tree.children_right[node])]  # fmt: skip


def f_measure(right: int, found: int, wanted: int) -> float:
    return 2 * right / max(1, found + wanted)


def report(table: Table, chances: np.ndarray) -> dict[str, dict[str, float]]:
    """F of first lines, rules alone and with the forests, on real pages and the corpus (folds by page and body)."""
    counts: dict[str, np.ndarray] = {}
    for place, page in enumerate(table.pages):
        given = chances[table.edges[place] : table.edges[place + 1]]
        start = page.lines[0].index
        old = {found.title_first - start for found in page.opened}
        believed = head_items.belief(page.opened, page.all_lines, page.headings, page.last)
        kept, more = head_items.judged(believed, page.opened, page.all_lines, page.headings, start, given)
        new = {found.title_first - start for found in kept} | {index - start for index in more}
        wanted = set(np.flatnonzero(page.gold).tolist())
        row = np.array([len(old & wanted), len(old), len(new & wanted), len(new), len(wanted)])
        kind = _kind(page)
        counts[kind] = counts.get(kind, np.zeros(5, int)) + row
    return {
        kind: {"rules": round(f_measure(row[0], row[1], row[4]), 3), "rules and forests": round(f_measure(row[2], row[3], row[4]), 3),
               "items": int(row[4])}
        for kind, row in counts.items()
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--version", required=True)
    parser.add_argument("--pages", type=Path, nargs="*", default=[])
    parser.add_argument("--corpus", type=Path, default=Path("annotations"))
    parser.add_argument("--output", type=Path, default=Path("models"))
    options = parser.parse_args()
    own = list(pages_of(options.corpus, real=False))
    layouts = list(layout_pages())
    prints = list(printed_pages(options.corpus, DRAWS))
    real = [page for folder in options.pages for page in pages_of(folder, real=True)]
    odds = word_odds(own)
    table = Table.of([*real, *layouts, *prints, *own], odds)
    folds = folds_of(table)
    able = np.concatenate([may_open(columns) for columns in table.columns])
    once = held_out(table, table.rows, folds, able)
    asked = once > head_model.OPEN
    both = table.agreed(once)
    figures = report(table, held_out(table, both, folds, asked))
    print(json.dumps(figures, indent=1))
    directory = options.output / f"{head_model.MODEL}-{options.version}"
    directory.mkdir(parents=True, exist_ok=True)
    arrays = exported(fit(table.rows[able], table.gold[able], table.weights[able]), "first") | exported(
        fit(both[asked], table.gold[asked], table.weights[asked]), "second"
    )
    save_file(arrays, directory / head_model.WEIGHTS)
    (directory / head_model.WORDS).write_text(json.dumps(odds, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    digest = hashlib.sha256("".join(line.text for page in table.pages for line in page.lines).encode()).hexdigest()
    write_meta(directory, {
        "name": head_model.MODEL, "version": options.version, "columns": len(COLUMNS) + KINDS,
        "trees": TREES, "leaves": LEAVES, "depth": DEPTH, "seed": SEED, "corpus_weight": CORPUS_WEIGHT,
        "trained_on": {"pages": sorted({page.id.split("/", 1)[1] for page in real}), "layouts": len({page.id for page in layouts}), "printed": len({page.id for page in prints}), "corpus": len({page.id for page in own}),
                       "lines": len(table.gold), "items": int(table.gold.sum()), "sha256": digest},
        "figures": figures,
    })  # fmt: skip
    (directory / "card.md").write_text(CARD.format(
        version=options.version, layouts=len({page.id for page in layouts}), printed=len({page.id for page in prints}), documents=len({page.id for page in own}),
        lines=len(table.gold), heads=int(table.gold.sum()), **{
            f"{kind}_{who}": figures[kind][name] for kind in WEIGHTS
            for who, name in (("rules", "rules"), ("both", "rules and forests"))
        }), encoding="utf-8")  # fmt: skip
    write_manifest(directory)


if __name__ == "__main__":
    main()
