"""Words per second of the whole analysis of text, as a ratio to ``spacy.blank("da")`` alone in the same run.

    python eval/benchmarks/speed.py [--model linear] [--rounds 5]

The two take turns on the texts of the corpus, in one thread; medians over the rounds.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

import spacy

from decisionnlp.corpus.store import load_corpus
from decisionnlp.document import Source
from decisionnlp.pipeline import Analyzer


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", default="linear")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    root = Path(__file__).parents[2] / "annotations"
    texts = [document.text for document in load_corpus(root).documents]
    words = sum(len(text.split()) for text in texts)
    analyzer = Analyzer(model=arguments.model)
    nlp = spacy.blank("da")
    analyzer.analyze_source(Source(text=texts[0]))
    nlp(texts[0])
    ours, theirs = [], []
    for _ in range(arguments.rounds):
        start = time.process_time()
        for text in texts:
            nlp(text)
        theirs.append(time.process_time() - start)
        start = time.process_time()
        for text in texts:
            analyzer.analyze_source(Source(text=text))
        ours.append(time.process_time() - start)
    ratios = [blank / own for blank, own in zip(theirs, ours, strict=True)]
    print(f"{len(texts)} texts, {words} words, model {arguments.model}")
    print(f"whole analysis      {words / statistics.median(ours):10.0f} words/s of CPU time")
    print(f"spacy.blank('da')   {words / statistics.median(theirs):10.0f} words/s of CPU time")
    print(f"ratio               {statistics.median(ratios):10.3f} (min {min(ratios):.3f}, max {max(ratios):.3f})")


if __name__ == "__main__":
    main()
