"""Run a suite: systems over documents, counts into figures with intervals. The same inputs give the same figures."""

from __future__ import annotations

import hashlib
import os
import platform
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, replace
from importlib.metadata import PackageNotFoundError, version
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from decisionnlp.classification import Classifier, get_classifier
from decisionnlp.classification.transformer_settings import read_settings
from decisionnlp.corpus.records import GoldDocument
from decisionnlp.corpus.store import Corpus
from decisionnlp.document import Minutes
from decisionnlp.evaluation.errors import ErrorCase, error_cases
from decisionnlp.evaluation.foreign import foreign_classifier, is_foreign
from decisionnlp.evaluation.held_out import Fitted, automatic_segmentation, fit, held_out_groups
from decisionnlp.evaluation.measures import DocumentFigures, measure
from decisionnlp.evaluation.outcome_errors import OutcomeError, outcome_errors
from decisionnlp.evaluation.results import DocumentResult, Figure, RunResult, SuiteResult
from decisionnlp.evaluation.suites import Run, Suite
from decisionnlp.evaluation.summing import calibration, figures_of, grouped
from decisionnlp.evaluation.systems import (
    ProbabilityCase,
    System,
    end_to_end,
    on_gold_labels,
    on_gold_segmentation,
    probabilities,
)
from decisionnlp.evaluation.unzoned import end_to_end_unzoned, unzoned_gold, unzoned_segmentation
from decisionnlp.pipeline import Analyzer
from decisionnlp.version import __version__

Progress = Callable[[str, int, int], None]
_LIBRARIES = ("spacy", "scikit-learn", "numpy", "safetensors", "transformers", "torch")


def _silent(name: str, done: int, total: int) -> None:
    """No progress wanted."""


def run_suite(
    suite: Suite,
    corpus: Corpus,
    *,
    model: str | None = None,
    errors: bool = False,
    keep: Path | None = None,
    jobs: int = 1,
    progress: Progress = _silent,
) -> SuiteResult:
    """Every run of the suite on the corpus.

    Args:
        model: replaces the model of every run.
        errors: keeps each wrong sentence with the classifier's reasons.
        keep: a folder for finished runs; what it holds of the same runs, code and corpus is not measured again.
        jobs: so many runs at a time, each in a process of its own.

    Raises:
        InputError, ModelError: a model cannot be loaded; a single document that fails is counted, not raised.
    """
    from decisionnlp.evaluation.keeping import Kept
    from decisionnlp.evaluation.tables import deadline_table, summary_table

    chosen = [run if model is None else run.model_copy(update={"model": model}) for run in suite.runs]
    # Reasons are told by a living classifier: a kept run has none.
    kept = Kept(keep, suite, corpus) if keep is not None and not errors else None
    done: dict[int, RunResult] = {}
    for place, run in enumerate(chosen):
        # Of somebody else's code it is not known whether it has changed.
        known = kept.read(run) if kept and not is_foreign(run.model) else None
        if known is not None:
            done[place] = replace(known, against=run.against)
    missing = [place for place in range(len(chosen)) if place not in done]
    for place, result in _measured(
        [(place, chosen[place]) for place in missing], suite, corpus, errors, jobs, progress
    ):
        if kept and not is_foreign(chosen[place].model):
            kept.write(chosen[place], result)
            # As it will be read next time: rounded.
            result = kept.read(chosen[place]) or result
        done[place] = result
    tables: dict[str, dict[str, Figure]] = {}
    if suite.deadlines:
        tables["deadlines"] = deadline_table(corpus.root / "deadlines" / "deadlines.jsonl")
    if suite.summaries:
        tables["summaries"] = summary_table(corpus.root / "bilag", progress=progress)
    runs = tuple(done[place] for place in range(len(chosen)))
    machine = machine_words() if suite.timing else ""
    return SuiteResult(suite.name, _versions(), _fingerprint(corpus), runs, tables, machine)


def _measured(
    runs: Sequence[tuple[int, Run]], suite: Suite, corpus: Corpus, errors: bool, jobs: int, progress: Progress
) -> Iterable[tuple[int, RunResult]]:
    """The results of runs, as they come."""
    if jobs <= 1 or len(runs) <= 1:
        for place, run in runs:
            yield place, _run(run, suite, corpus, errors, progress)
        return
    # Started anew, not forked: threads of the numeric libraries do not survive a fork.
    with ProcessPoolExecutor(min(jobs, len(runs)), mp_context=get_context("spawn")) as pool:
        waiting = {pool.submit(_run, run, suite, corpus, errors, _silent): place for place, run in runs}
        for number, future in enumerate(as_completed(waiting), 1):
            yield waiting[future], future.result()
            progress("runs", number, len(runs))


def machine_words() -> str:
    """The machine that costs were measured on."""
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; CPU seconds and words per CPU "
        "second of one core, models loaded; other work on the machine slows them"
    )


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
    wrong_outcomes: list[OutcomeError] = []
    fits: list[Fitted] = []
    words, seconds = 0, 0.0
    for system, classifier, chosen in _systems(run, documents, corpus, suite.seed, fits):
        if suite.timing and chosen and not words:
            _document(system, classifier, chosen[0])  # lexicons and patterns are read at the first call
        for document in chosen:
            result, found, predicted, spent = _document(system, classifier, document)
            results.append(result)
            cases += found
            words, seconds = words + len(document.text.split()), seconds + spent
            if errors and predicted is not None:
                wrong_outcomes += outcome_errors(document, predicted)
                wrong += error_cases(document, predicted, classifier) if classifier is not None else []
            progress(run.name, len(results), len(documents))
    results.sort(key=lambda result: result.id)
    counts = [result.counts for result in results]
    figures = figures_of(counts, draws=suite.draws, seed=suite.seed)
    curves = calibration(cases, figures)
    groups = {
        "layout": grouped(results, lambda result: result.layout),
        "body_type": grouped(results, lambda result: result.body_type),
        "year": grouped(results, lambda result: f"{result.year // 5 * 5}-{result.year // 5 * 5 + 4}"),
        "body": grouped(results, lambda result: result.body),
    }
    costs: dict[str, float] = {"words_per_second": round(words / seconds)} if suite.timing and seconds else {}
    if suite.timing and fits:
        costs["training_seconds"] = round(sum(fitted.seconds for fitted in fits) / len(fits), 1)
        sizes = [fitted.size for fitted in fits if fitted.size is not None]
        if sizes:
            costs["model_bytes"] = round(sum(sizes) / len(sizes))
    return RunResult(
        run.name,
        run.model,
        run.input,
        run.split,
        run.validation,
        figures,
        groups,
        tuple(results),
        curves,
        sum(bool(result.failed) for result in results),
        tuple(wrong),
        run.folds if run.validation == "folds-of-bodies" else 0,
        run.against,
        costs,
        tuple(wrong_outcomes),
    )


def _systems(
    run: Run, documents: Sequence[GoldDocument], corpus: Corpus, seed: int, fits: list[Fitted]
) -> Iterable[tuple[System, Classifier | None, Sequence[GoldDocument]]]:
    """The systems of a run with the documents each is for: one, or one for each body or layout left out. ``fits`` receives
    what was trained."""
    if run.input == "labels":
        yield on_gold_labels, None, documents
    elif run.validation == "fixed":
        classifier = foreign_classifier(run.model) if is_foreign(run.model) else get_classifier(run.model)
        yield _system(run, classifier), classifier, documents
    else:
        settings = read_settings(Path(run.config)) if run.config is not None else None
        blind = run.zones == "ignored"
        segmenter = unzoned_segmentation if blind else automatic_segmentation
        one_split = run.validation == "held-out-split"
        for held in [list(documents)] if one_split else held_out_groups(documents, run.validation, run.folds):
            names = {document.id for document in held}
            others = [other for other in (corpus.documents if one_split else documents) if other.id not in names]
            if blind:
                others = [unzoned_gold(other) for other in others]
            fitted = fit(
                others,
                backend=run.model,
                seed=seed,
                settings=settings,
                without=run.without,
                segmenter=segmenter,
                wordings=corpus.wordings,
            )
            fits.append(fitted)
            if blind:
                # Its probabilities are of sentences without zones: they cannot be asked for afterwards.
                yield end_to_end_unzoned(fitted.classifier, dates=run.dates), None, held
            else:
                yield _system(run, fitted.classifier), fitted.classifier, held


def _system(run: Run, classifier: Classifier) -> System:
    if run.input == "segmentation":
        return on_gold_segmentation(classifier)
    return end_to_end(Analyzer(model=classifier), dates=run.dates)


def _document(
    system: System, classifier: Classifier | None, document: GoldDocument
) -> tuple[DocumentResult, list[ProbabilityCase], Minutes | None, float]:
    """What was measured on one document, what was predicted, and the CPU seconds that took."""
    head = (document.id, document.body_id, document.layout, document.body_type, document.year)
    started = time.process_time()
    try:
        predicted = system(document)
        spent = time.process_time() - started
        found = measure(document.minutes, predicted)
        cases = probabilities(document.minutes, predicted, classifier) if classifier is not None else []
    except Exception as error:  # a document that fails must not end the run; it is counted and shown
        failed = DocumentResult(*head, counts={}, failed=f"{type(error).__name__}: {error}")
        return failed, [], None, time.process_time() - started
    return DocumentResult(*head, found.counts, *_cases(found), found.outcomes), cases, predicted, spent


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
