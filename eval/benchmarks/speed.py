"""Words per second of the whole analysis of text, as a ratio to ``spacy.blank("da")`` alone in the same run.

    python eval/benchmarks/speed.py [--model linear] [--rounds 5] [--corpus annotations]

The two take turns on the texts of the corpus, in one thread; medians over the rounds, for all texts and by their length: what a
text costs before its first word weighs in the short ones.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy

from decisionnlp.corpus.store import load_corpus
from decisionnlp.document import Source
from decisionnlp.pipeline import Analyzer

_LONG = 500  # words


def _seconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", default="linear")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--corpus", type=Path, default=Path(__file__).parents[2] / "annotations")
    arguments = parser.parse_args()
    texts = [document.text for document in load_corpus(arguments.corpus).documents]
    groups = {
        f"under {_LONG} words": [text for text in texts if len(text.split()) < _LONG],
        f"{_LONG} words and more": [text for text in texts if len(text.split()) >= _LONG],
    }
    analyzer = Analyzer(model=arguments.model)
    nlp = spacy.blank("da")

    def analyse(text: str) -> object:
        return analyzer.analyze_source(Source(text=text))

    analyse(texts[0])
    nlp(texts[0])
    ours: dict[str, list[float]] = {name: [] for name in groups}
    theirs: dict[str, list[float]] = {name: [] for name in groups}
    for _ in range(arguments.rounds):
        for name, group in groups.items():
            theirs[name].append(_seconds(nlp, group))
            ours[name].append(_seconds(analyse, group))
    both = "all texts"
    groups[both] = texts
    for taken in (ours, theirs):
        taken[both] = [sum(times) for times in zip(*taken.values(), strict=True)]
    print(f"model {arguments.model}, {arguments.rounds} rounds; words per second of CPU time")
    for name, group in groups.items():
        if not group:
            continue
        words = sum(len(text.split()) for text in group)
        ratios = [blank / own for blank, own in zip(theirs[name], ours[name], strict=True)]
        print(
            f"{name}: {len(group)} texts, {words} words; whole analysis {words / statistics.median(ours[name]):.0f}, "
            f"spacy.blank('da') {words / statistics.median(theirs[name]):.0f}, "
            f"ratio {statistics.median(ratios):.3f} (min {min(ratios):.3f}, max {max(ratios):.3f})"
        )


if __name__ == "__main__":
    main()
