"""Run a suite: systems over documents, counts into figures with intervals. The same inputs give the same figures."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from decisionnlp.classification import Classifier, get_classifier
from decisionnlp.corpus.records import GoldDocument
from decisionnlp.corpus.store import Corpus
from decisionnlp.document import Minutes
from decisionnlp.evaluation.bootstrap import f1_draws, interval, macro_draws
from decisionnlp.evaluation.errors import ErrorCase, error_cases
from decisionnlp.evaluation.figures import Counts, add_up, average_precision, calibration_error, macro
from decisionnlp.evaluation.held_out import fit_classifier, held_out_groups
from decisionnlp.evaluation.measures import DocumentFigures, measure
from decisionnlp.evaluation.results import DocumentResult, Figure, RunResult, SuiteResult
from decisionnlp.evaluation.suites import Run, Suite
from decisionnlp.evaluation.systems import (
    ProbabilityCase,
    System,
    end_to_end,
    on_gold_labels,
    on_gold_segmentation,
    probabilities,
)
from decisionnlp.pipeline import Analyzer
from decisionnlp.version import __version__

Progress = Callable[[str, int, int], None]
_LIBRARIES = ("spacy", "scikit-learn", "numpy", "safetensors", "transformers", "torch")


def _silent(name: str, done: int, total: int) -> None:
    """No progress wanted."""


def run_suite(
    suite: Suite, corpus: Corpus, *, model: str | None = None, errors: bool = False, progress: Progress = _silent
) -> SuiteResult:
    """Every run of the suite on the corpus; ``model`` replaces the model of every run, ``errors`` keeps each wrong sentence
    with the classifier's reasons.

    Raises:
        InputError, ModelError: a model cannot be loaded; a single document that fails is counted, not raised.
    """
    from decisionnlp.evaluation.tables import deadline_table, summary_table

    runs = []
    for run in suite.runs:
        chosen = run if model is None else run.model_copy(update={"model": model})
        runs.append(_run(chosen, suite, corpus, errors, progress))
    tables: dict[str, dict[str, Figure]] = {}
    if suite.deadlines:
        tables["deadlines"] = deadline_table(corpus.root / "deadlines" / "deadlines.jsonl")
    if suite.summaries:
        tables["summaries"] = summary_table(corpus.root / "bilag", progress=progress)
    return SuiteResult(suite.name, _versions(), _fingerprint(corpus), tuple(runs), tables)


def _versions() -> dict[str, str]:
    found = {"decisionnlp": __version__}
    for name in _LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def _fingerprint(corpus: Corpus) -> dict[str, Any]:
    digest = hashlib.sha256()
    for document in corpus.documents:
        digest.update(f"{document.id} {document.minutes.source.sha256}\n".encode())
    sentences = sum(len(list(document.minutes.sentences())) for document in corpus.documents)
    return {"documents": len(corpus.documents), "sentences": sentences, "texts_sha256": digest.hexdigest()}


def _run(run: Run, suite: Suite, corpus: Corpus, errors: bool, progress: Progress) -> RunResult:
    documents = corpus.select(run.split)
    results: list[DocumentResult] = []
    cases: list[ProbabilityCase] = []
    wrong: list[ErrorCase] = []
    for system, classifier, chosen in _systems(run, documents, corpus, suite.seed):
        for document in chosen:
            result, found, predicted = _document(system, classifier, document)
            results.append(result)
            cases += found
            if errors and predicted is not None and classifier is not None:
                wrong += error_cases(document, predicted, classifier)
            progress(run.name, len(results), len(documents))
    results.sort(key=lambda result: result.id)
    counts = [result.counts for result in results]
    figures = _figures(counts, suite)
    curves = _calibration(cases, figures)
    groups = {
        "layout": _grouped(results, lambda result: result.layout),
        "body_type": _grouped(results, lambda result: result.body_type),
        "year": _grouped(results, lambda result: f"{result.year // 5 * 5}-{result.year // 5 * 5 + 4}"),
        "body": _grouped(results, lambda result: result.body),
    }
    failed = sum(bool(result.failed) for result in results)
    head = (run.name, run.model, run.input, run.split, run.validation)
    return RunResult(*head, figures, groups, tuple(results), curves, failed, tuple(wrong))


def _systems(
    run: Run, documents: Sequence[GoldDocument], corpus: Corpus, seed: int
) -> Iterable[tuple[System, Classifier | None, Sequence[GoldDocument]]]:
    """The systems of a run with the documents each is for: one, or one for each body or layout left out."""
    if run.input == "labels":
        yield on_gold_labels, None, documents
    elif run.validation == "fixed":
        classifier = get_classifier(run.model)
        yield _system(run, classifier), classifier, documents
    else:
        one_split = run.validation == "held-out-split"
        for held in [list(documents)] if one_split else held_out_groups(documents, run.validation):
            names = {document.id for document in held}
            others = [other for other in (corpus.documents if one_split else documents) if other.id not in names]
            classifier = fit_classifier(others, backend=run.model, seed=seed)
            yield _system(run, classifier), classifier, held


def _system(run: Run, classifier: Classifier) -> System:
    if run.input == "segmentation":
        return on_gold_segmentation(classifier)
    return end_to_end(Analyzer(model=classifier), dates=run.dates)


def _document(
    system: System, classifier: Classifier | None, document: GoldDocument
) -> tuple[DocumentResult, list[ProbabilityCase], Minutes | None]:
    head = (document.id, document.body_id, document.layout, document.body_type, document.year)
    try:
        predicted = system(document)
        found = measure(document.minutes, predicted)
        cases = probabilities(document.minutes, predicted, classifier) if classifier is not None else []
    except Exception as error:  # a document that fails must not end the run; it is counted and shown
        return DocumentResult(*head, counts={}, failed=f"{type(error).__name__}: {error}"), [], None
    return DocumentResult(*head, found.counts, *_cases(found), found.outcomes), cases, predicted


def _cases(found: DocumentFigures) -> tuple[tuple[dict[str, Any], ...], tuple[dict[str, Any], ...]]:
    sentences = tuple(
        {
            "start": case.start,
            "end": case.end,
            "text": case.text,
            "zone": case.zone,
            "predicted_zone": case.predicted_zone,
            "gold": list(case.gold),
            "predicted": list(case.predicted),
            "scores": {label: round(score, 3) for label, score in case.scores.items()},
        }
        for case in found.sentences
        if case.gold or case.predicted
    )
    return sentences, tuple(asdict(task) for task in found.tasks)


def _figures(counts: Sequence[dict[str, Counts]], suite: Suite) -> dict[str, Figure]:
    total = add_up(counts)
    figures = {}
    for name, value in total.items():
        low, high = interval(f1_draws(counts, name, draws=suite.draws, seed=suite.seed)) or (None, None)
        figures[name] = Figure(value.f1, low, high, value.precision, value.recall, value)
    labels = [name for name in total if name.startswith("labels/")]
    if labels:
        low, high = interval(macro_draws(counts, labels, draws=suite.draws, seed=suite.seed)) or (None, None)
        figures["labels"] = Figure(macro(total, "labels"), low, high)
    return figures


def _calibration(cases: Sequence[ProbabilityCase], figures: dict[str, Figure]) -> dict[str, Any]:
    """Adds ``calibration`` and ``average_precision/…`` to the figures; returns the reliability and precision-recall curves."""
    if not cases:
        return {}
    pairs = [(case.probability, case.true) for case in cases]
    figures["calibration_error"] = Figure(calibration_error(pairs))
    curves: dict[str, Any] = {"reliability": _reliability(pairs), "precision_recall": {}}
    for label in dict.fromkeys(case.label for case in cases):
        own = [(case.probability, case.true) for case in cases if case.label is label]
        figures[f"average_precision/{label.value}"] = Figure(average_precision(own))
        figures[f"calibration_error/{label.value}"] = Figure(calibration_error(own))
        curves["precision_recall"][label.value] = _precision_recall(own)
    return curves


def _reliability(pairs: Sequence[tuple[float, bool]], bins: int = 10) -> list[dict[str, float]]:
    found = []
    for index in range(bins):
        part = [pair for pair in pairs if min(int(pair[0] * bins), bins - 1) == index]
        if part:
            said = sum(score for score, _ in part) / len(part)
            true = sum(hit for _, hit in part) / len(part)
            found.append({"said": round(said, 4), "true": round(true, 4), "count": len(part)})
    return found


def _precision_recall(pairs: Sequence[tuple[float, bool]], points: int = 50) -> list[list[float]]:
    wanted = sum(true for _, true in pairs)
    if not wanted:
        return []
    curve = []
    hits = 0
    for rank, (_, true) in enumerate(sorted(pairs, key=lambda pair: -pair[0]), 1):
        hits += true
        if true:
            curve.append([round(hits / wanted, 4), round(hits / rank, 4)])
    step = max(1, len(curve) // points)
    return curve[::step]


def _grouped(
    results: Sequence[DocumentResult], key: Callable[[DocumentResult], str]
) -> dict[str, dict[str, float | None]]:
    grouped: dict[str, list[dict[str, Counts]]] = {}
    for result in results:
        grouped.setdefault(key(result), []).append(result.counts)
    shown = {}
    for name, counts in sorted(grouped.items()):
        total = add_up(counts)
        row: dict[str, float | None] = {"documents": len(counts), "labels": _rounded(macro(total, "labels"))}
        for measured in ("items", "outcome", "labels/FOLLOW_UP", "follow_ups/complete"):
            row[measured] = _rounded(total[measured].f1) if measured in total else None
        shown[name] = row
    return shown


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
