"""Sentence boundaries: our splitter beside spaCy's sentencizer and pysbd, on running text and on tricky administrative sentences.

    python eval/benchmarks/sentences.py [--treebank FILE.conllu] [--table FILE] [--errors]

The treebank's sentences are joined with blanks to running text. A boundary is the end of a sentence; precision, recall and F are
counted over the ends. pysbd is asked for Danish and, as it has none, for English; without it installed its row is left out.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from decisionnlp.segmentation import split_sentences

TABLE = Path(__file__).resolve().parents[2] / "tests" / "segmentation" / "data" / "tricky_sentences.txt"
Splitter = Callable[[str], list[int]]


def read_table(path: Path = TABLE) -> list[tuple[str, list[int]]]:
    """The cases of the table as ``(text, ends of its sentences)``."""
    cases: list[tuple[str, list[int]]] = []
    for row in path.read_text(encoding="utf-8").splitlines():
        if not row.strip() or row.startswith("#"):
            continue
        row = row.replace("¶", "\n\n").replace("⏎", "\n").replace("→", "\t")
        text, ends = "", []
        for part in re.split(r"\|(?!\|)", row):
            if text.endswith("|"):
                text = text[:-1]
                ends.append(len(text))
                text += part
            elif text:
                ends.append(len(text.rstrip()))
                text = text.rstrip(" ")
                text += part.lstrip(" ") if text.endswith("\n") else " " + part.lstrip(" ")
            else:
                text = part
        ends.append(len(text.rstrip()))
        cases.append((text, ends))
    return cases


def read_treebank(path: Path) -> tuple[str, list[int]]:
    sentences = [match[1] for match in re.finditer(r"^# text = (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)]
    ends, place = [], 0
    for sentence in sentences:
        ends.append(place + len(sentence))
        place += len(sentence) + 1
    return " ".join(sentences), ends


def ours(text: str) -> list[int]:
    return [span.end for span in split_sentences(text)]


def spacy_sentencizer() -> Splitter:
    import spacy

    nlp = spacy.blank("da")
    nlp.add_pipe("sentencizer")
    nlp.max_length = 10_000_000

    def split(text: str) -> list[int]:
        return [
            sentence.end_char - (len(sentence.text) - len(sentence.text.rstrip()))
            for sentence in nlp(text).sents
            if sentence.text.strip()
        ]

    return split


def pysbd_splitter() -> Splitter | None:
    try:
        import pysbd
    except ImportError:
        return None
    try:
        segmenter = pysbd.Segmenter(language="da", clean=False, char_span=True)
    except ValueError:
        segmenter = pysbd.Segmenter(language="en", clean=False, char_span=True)

    def split(text: str) -> list[int]:
        return [span.start + len(span.sent.rstrip()) for span in segmenter.segment(text) if span.sent.strip()]

    return split


def measure(
    split: Splitter, cases: Sequence[tuple[str, list[int]]], show: bool = False
) -> tuple[float, float, float, float]:
    """Precision, recall, F and words per second over the cases."""
    right = found = wanted = words = 0
    started = time.perf_counter()
    results = [split(text) for text, _ in cases]
    seconds = time.perf_counter() - started
    for (text, ends), got in zip(cases, results, strict=True):
        right += len(set(ends) & set(got))
        found += len(set(got))
        wanted += len(set(ends))
        words += len(text.split())
        if show:
            for end in sorted(set(ends) ^ set(got)):
                print(
                    f"  {'missed' if end in ends else 'extra '} {text[max(end - 45, 0) : end]!r} | {text[end : end + 25]!r}"
                )
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    return precision, recall, 2 * right / max(found + wanted, 1), words / seconds


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebank", type=Path, help="a CoNLL-U file with '# text =' lines (UD_Danish-DDT dev)")
    parser.add_argument("--table", type=Path, default=TABLE)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    cases = read_table(arguments.table)
    data = [(f"{len(cases)} tricky cases, {sum(len(ends) for _, ends in cases)} sentences", cases)]
    if arguments.treebank:
        text, ends = read_treebank(arguments.treebank)
        data.append((f"{arguments.treebank.name}, {len(ends)} sentences as running text", [(text, ends)]))
    splitters: list[tuple[str, Splitter | None]] = [
        ("decisionnlp", ours),
        ("spaCy sentencizer (da)", spacy_sentencizer()),
        ("pysbd", pysbd_splitter()),
    ]
    for name, given in data:
        print(f"{name}\n  {'':<24} {'P':>6} {'R':>6} {'F':>6} {'words/s':>10}")
        for label, split in splitters:
            if split is None:
                print(f"  {label:<24} not installed")
                continue
            precision, recall, f, speed = measure(split, given, arguments.errors and split is ours)
            print(f"  {label:<24} {precision:6.3f} {recall:6.3f} {f:6.3f} {speed:10,.0f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
