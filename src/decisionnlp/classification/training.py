"""Training a classifier from the corpus and saving it as a model directory; the same corpus and seed give the same bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

from decisionnlp.classification.aligning import aligned_gold
from decisionnlp.classification.context import SentenceContext, contexts
from decisionnlp.classification.protocol import LABELS, Gold, GoldItem
from decisionnlp.classification.transformer_settings import TransformerSettings
from decisionnlp.classification.worded import worded_contexts
from decisionnlp.corpus.records import GoldDocument
from decisionnlp.corpus.wordings import WordedItem
from decisionnlp.document import Item, Meeting, MeetingKind, Recommendation, Source, Span
from decisionnlp.errors import InputError
from decisionnlp.models import write_manifest, write_meta

# What the segmentation stage gives for a source: meetings (unlabelled) and furniture.
Segmenter = Callable[[Source], tuple[Sequence[Meeting], Sequence[Span]]]
BACKENDS = ("linear", "rules", "transformer", "ensemble")
# Backends with an encoder, which need settings.
_ENCODED = ("transformer", "ensemble")
MODEL_VERSION = "1.0.0"
LICENCE = "MIT"


@dataclass(frozen=True, slots=True)
class TrainingRows:
    """Sentences to learn from: their contexts, gold labels, bodies, and the weight of each."""

    contexts: list[SentenceContext]
    gold: list[Gold]
    groups: list[str]
    weights: list[float]
    items: list[GoldItem]


# What an item of the wordings weighs beside a document's (1) when outcomes are learned: they are many, short and mostly reports,
# and documents lose .009 of their outcomes at a weight of 1 (eight folds by body), worded items nothing at .25. Their sentences
# count whole: at a half the corpus gains .007 macro-F, but real minutes lose .01.
WORDED_ITEM = 0.25


def training_rows(
    documents: Sequence[GoldDocument], segmenter: Segmenter | None = None, wordings: Sequence[WordedItem] = ()
) -> TrainingRows:
    """The eligible sentences of gold documents; with a ``segmenter`` also those it finds, so that a model learns from the
    segmentation it will meet. A document then counts half in each form. Worded items come last, each sentence whole."""
    rows = TrainingRows([], [], [], [], [])
    share = 1.0 if segmenter is None else 0.5
    for document in documents:
        minutes = document.minutes
        found = contexts(minutes.meetings, minutes.source, minutes.furniture)
        labels = [Gold({score.label: score.subtype for score in sentence.labels}) for sentence in minutes.sentences()]
        _add_items(rows, document, found, len(rows.contexts))
        _add(rows, found, labels, document.body_id, share)
    if segmenter is not None:
        for document in documents:
            meetings, furniture = segmenter(document.minutes.source)
            found = contexts(meetings, document.minutes.source, furniture)
            _add(rows, found, aligned_gold(found, document.minutes), document.body_id, share)
    for worded in wordings:
        first = len(rows.contexts)
        _add(
            rows,
            worded_contexts(worded),
            [Gold(labels) for _, labels in worded.sentences],
            worded.group,
            1.0,
        )
        points = tuple(Recommendation(str(n), text, 0, 0) for n, text in enumerate(worded.recommendations, start=1))
        item = Item(None, worded.title, 0, 0, outcome=worded.outcome, recommendations=points)
        places = tuple(range(first, len(rows.contexts)))
        rows.items.append(GoldItem(item, worded.outcome, worded.group, places, WORDED_ITEM))
    return rows


def _add_items(rows: TrainingRows, document: GoldDocument, found: Sequence[SentenceContext], first: int) -> None:
    """The document's items, with the places their outcome sentences will have among the rows."""
    place_of = {context.start: first + i for i, context in enumerate(context for context in found if context.eligible)}
    for meeting in document.minutes.meetings:
        if meeting.kind is MeetingKind.MINUTES:
            for item in meeting.items:
                places = tuple(place_of[s.start] for s in item.sentences if s.start in place_of)
                rows.items.append(GoldItem(item, item.outcome, document.body_id, places))


def _add(rows: TrainingRows, found: Sequence[SentenceContext], gold: Sequence[Gold], body: str, weight: float) -> None:
    for context, labels in zip(found, gold, strict=True):
        if context.eligible:
            rows.contexts.append(context)
            rows.gold.append(labels)
            rows.groups.append(body)
            rows.weights.append(weight)


def corpus_hash(documents: Sequence[GoldDocument], wordings: Sequence[WordedItem] = ()) -> str:
    """sha256 over the texts and labels of the documents, in the order of their ids, and over the worded items."""
    digest = hashlib.sha256()
    for document in sorted(documents, key=lambda document: document.id):
        labels = [
            [s.start, s.end, sorted([g.label.value, g.subtype.value if g.subtype else ""] for g in s.labels)]
            for s in document.minutes.sentences()
        ]
        text = hashlib.sha256(document.text.encode("utf-8")).hexdigest()
        digest.update(json.dumps([document.id, document.body_id, text, labels]).encode("utf-8"))
    for worded in wordings:
        told = [
            [text, sorted([a.value, s.value if s else ""] for a, s in own.items())] for text, own in worded.sentences
        ]
        row = [worded.group, worded.title, worded.body, worded.recommendations, told, worded.outcome.value]
        digest.update(json.dumps(row).encode("utf-8"))
    return digest.hexdigest()


def train(
    documents: Sequence[GoldDocument],
    *,
    output: Path,
    backend: str = "linear",
    seed: int = 0,
    segmenter: Segmenter | None = None,
    version: str = MODEL_VERSION,
    settings: TransformerSettings | None = None,
    without: Sequence[str] = (),
    wordings: Sequence[WordedItem] = (),
) -> dict[str, Any]:
    """Fit a classifier and write it to ``output`` (a model directory, see ``models``).

    Args:
        documents: the annotated minutes to learn from; their order does not matter.
        backend: ``linear``, ``rules`` (learns how often each rule is right), ``transformer`` or ``ensemble`` (linear and encoder).
        segmenter: the segmentation stage, to learn from its sentences as well as from the gold ones.
        settings: how an encoder is fine-tuned; it names the encoder, so ``transformer`` and ``ensemble`` need it.
        wordings: worded items to learn from beside the documents.
        without: what the ``linear`` backend leaves out, for ablations (see ``fit_linear``).

    Returns:
        The model's ``meta.json``.

    Raises:
        InputError: unknown backend, or no documents; ModelError: too little to learn from.
    """
    if backend not in BACKENDS:
        raise InputError("", f"no backend named {backend!r}; known are {', '.join(BACKENDS)}")
    if (settings is not None) != (backend in _ENCODED):
        raise InputError(
            "", f"the {backend} backend {'takes no' if settings else 'needs'} settings (--config FILE.toml)"
        )
    if not documents:
        raise InputError("", "no annotated documents to train on")
    ordered = sorted(documents, key=lambda document: document.id)
    rows = training_rows(ordered, segmenter, wordings)
    meta: dict[str, Any] = {
        "name": backend,
        "version": version,
        "backend": backend,
        "language": "da",
        "licence": LICENCE,
        "seed": seed,
        "trained_on": {
            "sha256": corpus_hash(ordered, wordings),
            "documents": len(ordered),
            "bodies": len({document.body_id for document in ordered}),
            "sentences": len(rows.contexts),
            "worded_items": len(wordings),
            "segmentation": "gold" if segmenter is None else "gold and automatic",
        },
    }
    output.mkdir(parents=True, exist_ok=True)
    if backend == "linear":
        _train_linear(rows, output, meta, seed, without)
    elif backend == "rules":
        _train_rules(rows, output, meta)
    elif backend == "ensemble":
        fit_both = import_module("decisionnlp.classification.ensemble").train_ensemble
        fit_both(
            rows.contexts,
            rows.gold,
            rows.groups,
            output=output,
            meta=meta,
            seed=seed,
            settings=settings,
            weights=rows.weights,
            items=rows.items,
        )
    else:
        fit = import_module("decisionnlp.classification.transformer_training").train_transformer
        fit(rows.contexts, rows.gold, rows.groups, output=output, meta=meta, seed=seed, settings=settings)
    loaded: dict[str, Any] = json.loads((output / "meta.json").read_text(encoding="utf-8"))
    return loaded


def _train_linear(rows: TrainingRows, output: Path, meta: dict[str, Any], seed: int, without: Sequence[str]) -> None:
    from decisionnlp.classification.fitting import fit_linear
    from decisionnlp.classification.linear import LinearClassifier

    learned = fit_linear(
        rows.contexts, rows.gold, rows.groups, seed=seed, weights=rows.weights, items=rows.items, without=without
    )
    if without:
        meta = {**meta, "without": list(without)}
    libraries = {name: version_of(name) for name in ("scikit-learn", "numpy", "scipy")}
    learned.meta = {**meta, **learned.meta, "libraries": libraries, "features": len(learned.vocabulary)}
    LinearClassifier(learned).save(output)
    (output / "card.md").write_text(model_card(learned.meta), encoding="utf-8")
    write_manifest(output)


def _train_rules(rows: TrainingRows, output: Path, meta: dict[str, Any]) -> None:
    from decisionnlp.classification.rule_classifier import RulesClassifier

    RulesClassifier().fit(rows.contexts, rows.gold, rows.groups).save(output)
    write_meta(output, meta)
    write_manifest(output)


def model_card(meta: dict[str, Any]) -> str:
    """The model card in Markdown: what it is, what it learned from, how well it did on bodies it had not seen."""
    trained, figures = meta["trained_on"], meta["held_out"]
    lines = [
        f"# decisionnlp {meta['name']} {meta['version']}",
        "",
        "Labels sentences of Danish meeting minutes (outcome zones only) with APPROVAL, DECISION and FOLLOW_UP, and their subtypes.",
        "Logistic regression over words, characters, rules, clause structure, place and neighbours, and to equal parts a hidden layer of",
        "rectified units over the same; a second look over the scores of",
        "the zone; Platt scaling. The outcome of an item: a multinomial regression and a hidden layer over its sentences' scores. Only numpy",
        "is needed to predict.",
        "",
        f"- Language: Danish. Licence: {meta['licence']}.",
        f"- Trained on {trained['documents']} invented minutes of {trained['bodies']} bodies and {trained['worded_items']} worded items",
        f"  ({trained['sentences']} sentences of outcome zones, segmentation: {trained['segmentation']}); sha256 of texts and labels: `{trained['sha256']}`.",
        f"- Features: {meta['features']}. Seed: {meta['seed']}. Libraries: "
        + ", ".join(f"{name} {number}" for name, number in meta["libraries"].items())
        + ".",
        "",
        "Figures on sentences of bodies held out in cross-validation by body (thresholds chosen on the same out-of-fold scores,",
        "so they are slightly favourable; `eval/results` has the figures on the fixed test split):",
        "",
        "| label | precision | recall | F | calibration error | sentences |",
        "|---|---|---|---|---|---|",
    ]
    for label in LABELS:
        row = figures[label.value]
        cells = ["–" if row[key] is None else f"{row[key]:.3f}" for key in ("precision", "recall", "f", "ece")]
        lines.append(f"| {label.value} | {' | '.join(cells)} | {row['sentences']} |")
    macro = figures["macro_f"]
    lines += ["", f"Macro-F: {'–' if macro is None else f'{macro:.3f}'}."]
    if figures["outcome"] is not None:
        lines += ["", f"Outcome of items right, out of fold: {figures['outcome']:.3f}."]
    lines += [""]
    lines += [
        "Limits: learned from invented minutes; sentences outside an outcome zone never get a label; DECISION in informal prose is the",
        "hardest. Below its threshold the model abstains.",
        "",
    ]
    return "\n".join(lines)
