"""Which layouts break the segmentation: gold documents printed anew in random layouts, F of items and share of right zones per knob.

    python eval/benchmarks/layouts.py [--seed 7] [--draws 4] [--fix number=none …] [--split train validation] [--worst DIR]

Each document of the splits is printed ``--draws`` times in a drawn style (``layout_style.py``); the table has one row per value of
each knob, with all documents that were printed with it, the other knobs drawn as they come. ``--fix`` holds a knob at one value.
``--worst`` writes the printed documents with the lowest F of items, gold items marked ``>``, found ones ``=``, right ones ``*``.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from layout_content import Told, tellable
from layout_printing import printed
from layout_style import KNOBS, Style, draw

from decisionnlp.corpus.store import load_corpus
from decisionnlp.document import Minutes
from decisionnlp.evaluation.figures import Counts
from decisionnlp.evaluation.measures import measure
from decisionnlp.segmentation import segment

Triple = tuple[int, int, int]


@dataclass(frozen=True)
class Trial:
    """One printed document and how it was read: counts are right, wrong, missed; zones are right and wrong sentences."""

    name: str
    style: Style
    gold: Minutes
    found: Minutes
    items: Triple
    zones: Triple


def trial(content: Told, seed: int, turn: int, fixed: Style) -> Trial:
    """One document in the layout that ``seed`` and ``turn`` draw for it."""
    random = Random(f"{seed} {turn} {content.id}")  # layout noise, nothing secret
    style = draw(random, zoned=content.zoned, items=len(content.items), fixed=fixed)
    gold = printed(content, style, random)
    segmented = segment(gold.source, meeting_date=None)
    found = Minutes(gold.source, segmented.meetings, furniture=segmented.furniture)
    counts = measure(gold, found).counts
    items, zones = counts["items"], counts["zones"]
    return Trial(f"{content.id}-{turn}", style, gold, found, _triple(items), _triple(zones))


def _triple(counts: Counts) -> Triple:
    return counts.hit, counts.extra, counts.missed


def f(triples: Iterable[Triple]) -> float:
    """F of summed counts; 0 where there is nothing."""
    right, wrong, missed = (sum(column) for column in zip(*triples, strict=True))
    return 2 * right / max(1, 2 * right + wrong + missed)


def table(trials: list[Trial]) -> str:
    """One row per value of each knob, the worst values of a knob first."""
    rows = [
        "| knob | value | documents | items F | zones |", "|---|---|---:|---:|---:|",
        _row("all", "", trials),
    ]  # fmt: skip
    for knob in KNOBS:
        groups: dict[str, list[Trial]] = defaultdict(list)
        for one in trials:
            groups[one.style[knob]].append(one)
        ordered = sorted(groups.items(), key=lambda pair: f(one.items for one in pair[1]))
        rows += [_row(knob if place == 0 else "", value, group) for place, (value, group) in enumerate(ordered)]
    return "\n".join(rows)


def _row(knob: str, value: str, trials: list[Trial]) -> str:
    items, zones = f(one.items for one in trials), f(one.zones for one in trials)
    return f"| {knob} | {value} | {len(trials)} | {items:.3f} | {zones:.3f} |"


def marked(one: Trial) -> str:
    """The printed text with ``>`` before lines that open a gold item, ``=`` a found one, ``*`` both."""
    text = one.gold.source.text
    wanted = {item.start for meeting in one.gold.meetings for item in meeting.items}
    given = {item.start for meeting in one.found.meetings for item in meeting.items}
    lines, offset = [], 0
    for line in text.splitlines(keepends=True):
        span = range(offset, offset + len(line))
        gold, found = any(at in wanted for at in span), any(at in given for at in span)
        lines.append(("*" if gold and found else ">" if gold else "=" if found else " ") + " " + line)
        offset += len(line)
    return json.dumps(one.style, ensure_ascii=False) + f"\nitems {one.items} zones {one.zones}\n" + "".join(lines)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--draws", type=int, default=4)
    options.add_argument("--fix", nargs="*", default=[], metavar="KNOB=VALUE")
    options.add_argument("--split", nargs="*", default=["train", "validation"])
    options.add_argument("--corpus", type=Path, default=Path("annotations"))
    options.add_argument("--worst", type=Path)
    options.add_argument("--limit", type=int, default=60, help="how many documents --worst writes")
    given = options.parse_args()
    fixed = dict(one.split("=", 1) for one in given.fix)
    corpus = load_corpus(given.corpus)
    chosen = [one for one in corpus.documents if corpus.split_of(one) in given.split]
    contents = list(tellable(chosen))
    trials = [trial(content, given.seed, turn, fixed) for turn in range(given.draws) for content in contents]
    print(
        f"{len(contents)} documents of {', '.join(given.split)}, each printed {given.draws} times, seed {given.seed}\n"
    )
    print(table(trials))
    if given.worst:
        given.worst.mkdir(parents=True, exist_ok=True)
        worst = sorted(trials, key=lambda one: f([one.items]))[: given.limit]
        for place, one in enumerate(worst):
            (given.worst / f"{place:03d}-{f([one.items]):.2f}-{one.name}.txt").write_text(marked(one), encoding="utf-8")


if __name__ == "__main__":
    main()
