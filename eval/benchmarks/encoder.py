"""A real encoder beside the linear model: frozen and fine-tuned by the transformer backend, alone and together.

    python eval/benchmarks/encoder.py --encoder FOLDER --cache FOLDER [--settings FILE.toml] [--tuned-folds 5] [--note "..."]

``--encoder`` is any encoder as Hugging Face folder; nothing is fetched. Gold segmentation. Two measurements: five folds over all
bodies (frozen vectors with logistic heads; with ``--tuned-folds`` also fine-tuned, which wants a GPU), and the fixed split (fine-tuned
on the train bodies, judged on those of validation and test). Together means a logistic regression over both systems' logits; its
weights, and every system's threshold, are learned on the other folds' bodies. ``--cache`` keeps each part, so an interrupted run goes on.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from decisionnlp.classification.fitting import best_threshold, body_folds, calibration_error, fit_linear
from decisionnlp.classification.linear import LinearClassifier
from decisionnlp.classification.protocol import LABELS, Classifier
from decisionnlp.classification.training import TrainingRows, training_rows
from decisionnlp.classification.transformer import TransformerClassifier
from decisionnlp.classification.transformer_encoder import Encoder
from decisionnlp.classification.transformer_settings import TransformerSettings, read_settings
from decisionnlp.corpus.store import load_corpus
from decisionnlp.evaluation.bootstrap import difference, interval, macro_draws
from decisionnlp.evaluation.figures import Counts, add_up
from decisionnlp.evaluation.held_out import automatic_segmentation

ROOT = Path(__file__).resolve().parents[2]
NAMES = [label.value for label in LABELS]
FOLDS = 5
Scores = NDArray[np.float64]
Places = NDArray[np.int64]


class Study:
    """The sentences of the corpus, their folds over bodies, the fixed split, and what has been measured on them so far."""

    def __init__(self, cache: Path) -> None:
        corpus = load_corpus(ROOT / "annotations")
        documents = sorted(corpus.documents, key=lambda document: document.id)
        self.rows = training_rows(documents)
        self.both = training_rows(documents, automatic_segmentation)
        self.truth = np.array([[label in row.labels for label in LABELS] for row in self.rows.gold], dtype=bool)
        self.bodies = np.array(self.rows.groups)
        self.folds = [outside for _, outside in body_folds(self.bodies, FOLDS)]
        held = {document.body_id for name in ("validation", "test") for document in corpus.select(name)}
        self.split = np.flatnonzero(np.isin(self.bodies, sorted(held)))
        self.cache = cache
        cache.mkdir(parents=True, exist_ok=True)

    def kept(self, name: str, make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """The arrays and numbers of a part, made once; those of another corpus are not used."""
        path = self.cache / f"{name}.npz"
        if path.exists():
            with np.load(path, allow_pickle=False) as found:
                if np.array_equal(found["truth"], self.truth):
                    return {key: found[key] for key in found.files}
        print(f"{name} …", file=sys.stderr, flush=True)
        made = make()
        np.savez(path, **made, truth=self.truth)
        return made

    def without(self, held: Places, rows: TrainingRows) -> list[int]:
        bodies = set(self.bodies[held])
        return [place for place, body in enumerate(rows.groups) if body not in bodies]

    def judged(self, classifier: Classifier, held: Places) -> dict[str, Any]:
        """Probabilities (spread over ``[sentences, labels]``), and the time it took."""
        contexts = [self.rows.contexts[place] for place in held]
        started, cpu = time.perf_counter(), time.process_time()
        found = classifier.predict(contexts)
        spent = time.perf_counter() - started, time.process_time() - cpu
        chances = np.full(self.truth.shape, np.nan)
        said = np.zeros(self.truth.shape, dtype=bool)
        for place, row in zip(held, found, strict=True):
            chances[place] = [row.probabilities[label] for label in LABELS]
            said[place] = [label in row.labels for label in LABELS]
        words = sum(len(context.text.split()) for context in contexts)
        return {"chances": chances, "said": said, "read": np.array([words, *spent])}

    def linear(self, held: Places) -> dict[str, Any]:
        rows = self.both
        own = self.without(held, rows)
        cpu = time.process_time()
        learned = fit_linear(
            [rows.contexts[i] for i in own],
            [rows.gold[i] for i in own],
            [rows.groups[i] for i in own],
            weights=[rows.weights[i] for i in own],
        )
        spent = time.process_time() - cpu
        return {**self.judged(LinearClassifier(learned), held), "cpu": np.array(spent)}

    def tuned(self, held: Places, settings: TransformerSettings) -> dict[str, Any]:
        own = self.without(held, self.rows)
        model = TransformerClassifier(settings)
        started, cpu = time.perf_counter(), time.process_time()
        model.fit(*([part[i] for i in own] for part in (self.rows.contexts, self.rows.gold, self.rows.groups)))
        spent = time.perf_counter() - started, time.process_time() - cpu
        facts = {"wall": np.array(spent[0]), "cpu": np.array(spent[1]), "epochs": np.array(model.meta["epochs"])}
        if torch.cuda.is_available():
            facts["memory"] = np.array(torch.cuda.max_memory_allocated())
        return {**self.judged(model, held), **facts}

    def over_folds(self, make: Callable[[Places], dict[str, Any]], name: str, count: int = FOLDS) -> dict[str, Any]:
        """The parts of all folds put together."""
        parts = [
            self.kept(f"{name}-{number}", lambda fold=fold: make(fold))
            for number, fold in enumerate(self.folds[:count])
        ]
        chances, said = np.full(self.truth.shape, np.nan), np.zeros(self.truth.shape, dtype=bool)
        for fold, part in zip(self.folds, parts, strict=False):
            chances[fold], said[fold] = part["chances"][fold], part["said"][fold]
        return {"chances": chances, "said": said, "cpu": sum(float(part["cpu"]) for part in parts) / len(parts)}

    def frozen(self, vectors: Scores) -> dict[str, Any]:
        """Out-of-fold logits of logistic heads on the encoder's vectors as they stand."""
        scaled = (vectors - vectors.mean(0)) / (vectors.std(0) + 1e-6)
        logits = np.zeros(self.truth.shape)
        for outside in self.folds:
            inside = np.setdiff1d(np.arange(len(scaled)), outside)
            for column in range(len(LABELS)):
                head = LogisticRegression(C=0.01, max_iter=300, tol=1e-3)
                logits[outside, column] = head.fit(scaled[inside], self.truth[inside, column]).decision_function(
                    scaled[outside]
                )
        return {"logits": logits}


def logit(chances: Scores) -> Scores:
    inside = np.clip(chances, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(inside / (1 - inside)))


def together(
    inputs: Sequence[Scores], truth: NDArray[np.bool_], folds: Sequence[Places]
) -> tuple[NDArray[np.bool_], Scores]:
    """Decisions and probabilities from the logits of one or more systems: weights and threshold from the other folds."""
    said, chances = np.zeros(truth.shape, dtype=bool), np.zeros(truth.shape)
    for outside in folds:
        inside = np.concatenate([fold for fold in folds if fold is not outside])
        for column in range(truth.shape[1]):
            numbers = np.column_stack([part[:, column] for part in inputs])
            mixed = LogisticRegression(C=10.0).fit(numbers[inside], truth[inside, column])
            known = mixed.predict_proba(numbers[inside])[:, 1]
            chances[outside, column] = mixed.predict_proba(numbers[outside])[:, 1]
            least = best_threshold(known, truth[inside, column].astype(float), np.ones(len(inside)), 0)
            said[outside, column] = chances[outside, column] >= least
    return said, chances


def counts(said: NDArray[np.bool_], truth: NDArray[np.bool_], bodies: NDArray[Any]) -> list[dict[str, Counts]]:
    """Hits, false alarms and misses per body and label."""
    found = []
    for body in sorted(set(bodies)):
        own, true = said[bodies == body], truth[bodies == body]
        numbers = [((own & true).sum(0), (own & ~true).sum(0), (~own & true).sum(0))]
        found.append({name: Counts(*(int(part[c]) for part in numbers[0])) for c, name in enumerate(NAMES)})
    return found


def table(
    systems: dict[str, tuple[NDArray[np.bool_], Scores]], truth: NDArray[np.bool_], bodies: NDArray[Any]
) -> list[str]:
    """F per label, macro-F, its gain over the first system, and the calibration error, as Markdown."""
    base = next(iter(systems))
    by_body = {name: counts(said, truth, bodies) for name, (said, _) in systems.items()}
    lines = [f"| system | {' | '.join(NAMES)} | macro-F | against {base} | ECE |", "|---" * (len(NAMES) + 4) + "|"]
    for name, rows in by_body.items():
        total = add_up(rows)
        each = [total[label].f1 or 0.0 for label in NAMES]
        cells = [f"{value:.3f}" for value in each]
        bounds = interval(macro_draws(rows, NAMES))
        cells.append(f"{np.mean(each):.3f}" + (f" [{bounds[0]:.3f}, {bounds[1]:.3f}]" if bounds else ""))
        gained = difference(by_body[base], rows, lambda one: macro_draws(one, NAMES)) if name != base else None
        cells.append(f"{gained[0]:+.3f} to {gained[1]:+.3f}" if gained else "")
        chances = systems[name][1]
        errors = [
            calibration_error(chances[:, c], truth[:, c].astype(float), np.ones(len(truth))) for c in range(len(NAMES))
        ]
        cells.append(f"{np.mean(errors):.3f}")
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return [*lines, ""]


def over_split(study: Study, parts: dict[str, dict[str, Any]]) -> list[str]:
    """The fixed split: every system alone, and ``linear`` with the tuned encoder, weights from the other bodies of the split."""
    place = study.split
    truth, bodies = study.truth[place], study.bodies[place]
    folds = [outside for _, outside in body_folds(bodies, FOLDS)]
    logits = {name: logit(part["chances"][place]) for name, part in parts.items()}
    systems = {name: together([own], truth, folds) for name, own in logits.items()}
    systems |= {
        f"linear + {name}": together([logits["linear"], own], truth, folds)
        for name, own in logits.items()
        if name != "linear"
    }
    for name, part in parts.items():
        systems[f"{name}, its own threshold"] = part["said"][place], part["chances"][place]
    return table(systems, truth, bodies)


def over_bodies(study: Study, linear: dict[str, Any], others: dict[str, Scores]) -> list[str]:
    """Five folds over all bodies."""
    base = logit(linear["chances"])
    systems = {"linear": together([base], study.truth, study.folds)}
    for name, logits in others.items():
        systems[name] = together([logits], study.truth, study.folds)
        systems[f"linear + {name}"] = together([base, logits], study.truth, study.folds)
    systems["linear, its own threshold"] = linear["said"], linear["chances"]
    return table(systems, study.truth, study.bodies)


def report(study: Study, settings: TransformerSettings, arguments: argparse.Namespace) -> str:
    reading = replace(settings, freeze=True, batch=64, prefix=arguments.frozen_prefix)

    def vectors() -> dict[str, Any]:
        encoder = Encoder.fetch(reading)
        cpu = time.process_time()
        found = encoder.features(study.rows.contexts).numpy()
        return {"vectors": found, "cpu": np.array(time.process_time() - cpu)}

    tuned = study.kept("tuned-split", lambda: study.tuned(study.split, settings))
    split = {"linear": study.kept("linear-split", lambda: study.linear(study.split)), "fine-tuned": tuned}
    linear = study.over_folds(study.linear, "linear-fold")
    read = study.kept("vectors", vectors)
    others = {"frozen": study.frozen(read["vectors"])["logits"]}
    if arguments.tuned_folds:
        folded = study.over_folds(lambda fold: study.tuned(fold, settings), "tuned-fold", arguments.tuned_folds)
        others["fine-tuned"] = logit(folded["chances"])
    speed = {name: part["read"] for name, part in split.items()}
    size = sum(parameter.numel() for parameter in Encoder.fetch(reading).model.parameters()) / 1e6
    bodies = len(set(study.bodies))
    lines = [
        "# A real encoder beside the linear model",
        "",
        "Written by `eval/benchmarks/encoder.py`. Gold segmentation. F per label and macro-F with 95 % percentile bootstrap over bodies;",
        "»against linear« is the interval of the macro-F gained on the same drawn bodies. ECE: mean over the labels.",
        "",
        f"## Five folds over all {bodies} bodies ({len(study.truth)} sentences)",
        "",
        *over_bodies(study, linear, others),
        "»frozen«: mean of the last layer over the sentence's own tokens, read in its context; logistic heads. »linear + …«: a logistic",
        "regression over both logits of a label. Its weights, and every threshold, were learned on the other folds' bodies, except where",
        "a system's own threshold is named.",
        "",
        f"## Fixed split: learned on the train bodies, judged on validation and test ({len(study.split)} sentences)",
        "",
        *over_split(study, split),
        "The weights of »linear + fine-tuned« and all thresholds come from the other bodies of the judged part (five folds).",
        "",
        "## What was run",
        "",
        *(f"- {note}" for note in arguments.note),
        f"- Encoder: {size:.1f} million parameters as used here, float32. Settings: `{shown(settings)}`.",
        f"- Fine-tuning: {int(tuned['epochs'])} epochs in {float(tuned['cpu']) / 60:.1f} min of CPU time"
        + (f" ({float(tuned['wall']) / 60:.1f} min passed)." if "wall" in tuned else ".")
        + (f" GPU memory {float(tuned['memory']) / 1e9:.1f} GB." if "memory" in tuned else ""),
        f"- `linear` learns a fold in {linear['cpu']:.0f} s of CPU time.",
        f"- Frozen vectors of all sentences in their context: {float(read['cpu']):.0f} s of CPU time.",
        "- Predicting, words of the judged sentences per second of CPU time, one core: "
        + ", ".join(f"{name} {numbers[0] / numbers[2]:,.0f}" for name, numbers in speed.items())
        + ".",
        f"- Python {platform.python_version()}, {platform.machine()}, "
        + (torch.cuda.get_device_name() if torch.cuda.is_available() else f"{os.cpu_count()} cores, no GPU")
        + "; "
        + ", ".join(
            f"{name} {version(name)}" for name in ("torch", "transformers", "tokenizers", "scikit-learn", "numpy")
        )
        + ".",
        "",
    ]
    if arguments.conclusion:
        lines += ["## Conclusion", "", *arguments.conclusion, ""]
    return "\n".join(lines)


def shown(settings: TransformerSettings) -> str:
    names = (
        "pooling",
        "length",
        "stride",
        "epochs",
        "batch",
        "learning_rate",
        "head_learning_rate",
        "frozen_layers",
        "validation",
        "bf16",
    )
    return ", ".join(f"{name} {getattr(settings, name)}" for name in names)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument(
        "--settings", type=Path, help="how it is fine-tuned (as for `train --config`); --encoder goes before its own"
    )
    parser.add_argument("--tuned-folds", type=int, default=0, choices=(0, FOLDS))
    parser.add_argument(
        "--frozen-prefix", default="", help="what is put before every text that the frozen encoder reads"
    )
    parser.add_argument("--note", action="append", default=[], help="a line about the encoder or the machine")
    parser.add_argument("--conclusion", action="append", default=[], help="a line of the conclusion")
    parser.add_argument("--output", type=Path, default=ROOT / "eval" / "results" / "encoder.md")
    arguments = parser.parse_args()
    base = read_settings(arguments.settings) if arguments.settings else TransformerSettings()
    settings = replace(base, encoder=arguments.encoder)
    if not torch.cuda.is_available():
        torch.set_num_threads(1)
    text = report(Study(arguments.cache), settings, arguments)
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
