"""Fits and measures the weights by which find_deadlines doubts what its rules let pass (``arbiter`` of extraction/deadlines).

    python training/deadline_arbiter.py [--corpus annotations] [--write src/decisionnlp/lexicons/arbiter.json]

Learns from every time expression in the table of sentences (a deadline or none, marked by hand), and with half the weight
from the outcome zones of the corpus (training and validation bodies) and the worded items: what the rules read in a follow-up
is a deadline there, what stands in a sentence without a label is none. Where a sentence is from is a sign of its own while
learning, so that the table's wider sense of a deadline is not shifted by the others. Measured with each round of sentences
(runs of one meeting date) left out in turn. Needs scikit-learn; the same data give the same file.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from decisionnlp.extraction.deadlines.evidence import facts, more_facts, place, signs, word_signs, words_near
from decisionnlp.extraction.deadlines.judging import judge
from decisionnlp.extraction.deadlines.scanning import scan, tokenize
from decisionnlp.extraction.deadlines.surroundings import Surroundings
from decisionnlp.flattening import flatten

# How strong a sign is before any learning: single words are many and count for less, so that they are bent less.
STRENGTH = {"w": 0.49, "e": 0.49, "v": 0.84, "s": 0.7, "b": 0.7, "first": 0.7}
PENALTY, OTHERS, SEEN, THRESHOLD, SMALL = 1.0, 0.5, 2, -0.8, 0.02
WORDED_DAY = date(2024, 4, 10)


class Case(NamedTuple):
    """A time expression: is it a deadline, its signs, how much it counts, the round it is from (-1 for the other sources)."""

    deadline: bool
    signs: dict[str, float]
    weight: float
    round: int
    passed: bool  # the rules let it pass


def _expressions(text: str, meeting: date) -> Iterator[tuple[int, int, str | None, dict[str, float]]]:
    flat = flatten(text)
    tokens = tokenize(flat.text)
    found = scan(tokens, meeting) if tokens is not None else []
    if tokens is None or not found:
        return
    around = Surroundings(tokens, meeting)
    for placed, reason in judge(tokens, found, meeting, None, arbiter=False):
        if placed.reason is None and reason != "dated-beside":
            start, end = flat.offsets[tokens.starts[placed.start]], flat.offsets[tokens.ends[placed.end - 1] - 1] + 1
            at = place(placed, around)
            told = facts(placed, around, at) + more_facts(placed, around, at)
            counts = Counter(sign for fact in told for sign in signs(fact))
            for word in words_near(placed, around, at):
                counts.update(word_signs(word))
            strong = {sign: count * STRENGTH.get(sign.partition(":")[0], 1.0) for sign, count in counts.items()}
            yield start, end, reason, strong


def table(path: Path) -> list[Case]:
    rows: list[dict[str, Any]] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = []
    for number, (day, run) in enumerate(groupby(rows, key=lambda row: row["meeting_date"])):
        for row in run:
            for start, end, reason, strong in _expressions(row["text"], date.fromisoformat(day)):
                gold = any(mark["start"] < end and start < mark["end"] for mark in row["deadlines"])
                found.append(Case(gold, strong, 1.0, number, reason is None))
    return found


def _other(text: str, day: date, source: str, *, task: bool) -> Iterator[Case]:
    for _, _, reason, strong in _expressions(text, day):
        if not task or reason is None:
            own = {f"from:{source}": 2.0, **{f"from:{source}+{sign}": 1.0 for sign in list(strong)[:2]}}
            yield Case(task, strong | own, OTHERS, -1, reason is None)


def corpus(folder: Path) -> list[Case]:
    found: list[Case] = []
    for split in ("train", "validation"):
        for line in (folder / f"sentences-{split}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            task = "FOLLOW_UP" in row["labels"]
            if row["zone"] == "outcome" and row["meeting_date"] and (task or not row["labels"]):
                found += _other(row["text"], date.fromisoformat(row["meeting_date"]), "corpus", task=task)
    return found


def worded(folder: Path) -> list[Case]:
    found: list[Case] = []
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            match = re.match(r"(\S+) \| (.*)", line.strip())
            if match and (match[1] == "-" or "F" in match[1]):
                found += _other(match[2], WORDED_DAY, "worded", task=match[1] != "-")
    return found


def fit(rows: csr_matrix, cases: list[Case], chosen: np.ndarray) -> LogisticRegression:
    model = LogisticRegression(C=PENALTY, max_iter=5000)
    truth = np.array([case.deadline for case in cases])
    weight = np.array([case.weight for case in cases])
    return model.fit(rows[chosen], truth[chosen], sample_weight=weight[chosen])


def left_out(rows: csr_matrix, cases: list[Case]) -> np.ndarray:
    """The log-odds of each case of the table, learned without its round."""
    rounds = np.array([case.round for case in cases])
    scores = np.full(len(cases), np.nan)
    for number in sorted(set(rounds) - {-1}):
        model = fit(rows, cases, rounds != number)
        scores[rounds == number] = model.decision_function(rows[rounds == number])
    return scores


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=Path("annotations"))
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    cases = table(options.corpus / "deadlines" / "deadlines.jsonl")
    cases += corpus(options.corpus / "flat") + worded(options.corpus / "wordings")
    names = DictVectorizer()
    rows = names.fit_transform([case.signs for case in cases]).tocsr()
    often = np.asarray((rows > 0).sum(axis=0)).ravel() >= SEEN
    rows = rows[:, often]
    kept_signs = names.get_feature_names_out()[often]
    scores = left_out(rows, cases)
    for threshold in (-2.0, -1.0, THRESHOLD, 0.0, 0.5):
        kept = [
            score >= threshold for case, score in zip(cases, scores, strict=True) if case.round >= 0 and case.deadline
        ]
        through = [
            score >= threshold
            for case, score in zip(cases, scores, strict=True)
            if case.round >= 0 and not case.deadline
        ]
        print(
            f"{threshold:5.1f}: {sum(kept)} of {len(kept)} deadlines kept, {sum(through)} of {len(through)} others let through"
        )
    if options.write:
        model = fit(rows, cases, np.full(len(cases), True))
        folded = {
            sign: round(float(weight) * STRENGTH.get(sign.partition(":")[0], 1.0), 2)
            for sign, weight in zip(kept_signs, model.coef_[0], strict=True)
            if not sign.startswith("from:")
        }
        stored = {
            "about": "Log-odds that a time expression is a deadline, by its signs; made by training/deadline_arbiter.py.",
            "bias": round(float(model.intercept_[0]), 2),
            "threshold": THRESHOLD,
            "weights": {sign: weight for sign, weight in sorted(folded.items()) if abs(weight) >= SMALL},
        }
        options.write.write_text(json.dumps(stored, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
        print(len(stored["weights"]), "weights,", options.write.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
