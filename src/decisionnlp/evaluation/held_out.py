"""Models trained for an evaluation, on documents of other bodies or layouts than those they are measured on."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from decisionnlp.classification import Classifier, get_classifier
from decisionnlp.classification.training import Segmenter, train, training_rows
from decisionnlp.classification.transformer_settings import TransformerSettings
from decisionnlp.corpus.records import GoldDocument
from decisionnlp.corpus.wordings import WordedItem
from decisionnlp.document import Meeting, Source, Span
from decisionnlp.evaluation.foreign import foreign_classifier, is_foreign
from decisionnlp.segmentation import segment

# Leave-one-out over many bodies is also offered in this many folds, each body still wholly in one.
FOLDS = 10


@lru_cache(maxsize=1024)
def automatic_segmentation(source: Source) -> tuple[Sequence[Meeting], Sequence[Span]]:
    """What the segmentation makes of a source; it is not trained, so every fold may share it."""
    found = segment(source)
    return found.meetings, found.furniture


@dataclass(frozen=True, slots=True)
class Fitted:
    """A classifier, the seconds of CPU time its training took, and the bytes of its directory where it was written to one."""

    classifier: Classifier
    seconds: float
    size: int | None


def fit(
    documents: Sequence[GoldDocument],
    *,
    backend: str,
    seed: int,
    settings: TransformerSettings | None = None,
    without: Sequence[str] = (),
    segmenter: Segmenter = automatic_segmentation,
    wordings: Sequence[WordedItem] = (),
) -> Fitted:
    """A classifier of ``backend`` trained on ``documents`` exactly as ``decisionnlp train`` does it.

    Raises:
        InputError, ModelError: as ``train``.
    """
    for document in documents:
        segmenter(document.minutes.source)  # shared by every fold, so no part of what training costs
    if is_foreign(backend):
        return _fit_foreign(documents, backend, segmenter, wordings)
    with TemporaryDirectory() as folder:
        directory = Path(folder) / "model"
        started = time.process_time()
        train(
            documents,
            output=directory,
            backend=backend,
            seed=seed,
            segmenter=segmenter,
            settings=settings,
            without=without,
            wordings=wordings,
        )
        seconds = time.process_time() - started
        size = sum(path.stat().st_size for path in directory.rglob("*") if path.is_file())
        return Fitted(get_classifier(directory), seconds, size)


def _fit_foreign(
    documents: Sequence[GoldDocument], backend: str, segmenter: Segmenter, wordings: Sequence[WordedItem]
) -> Fitted:
    """What ``train`` does, by the protocol alone: rows of gold and automatic segmentation, in the order of the documents' ids."""
    classifier = foreign_classifier(backend)
    rows = training_rows(sorted(documents, key=lambda document: document.id), segmenter, wordings)
    started = time.process_time()
    classifier.fit(rows.contexts, rows.gold, rows.groups)
    return Fitted(classifier, time.process_time() - started, None)


def fit_classifier(documents: Sequence[GoldDocument], *, backend: str, seed: int) -> Classifier:
    """The classifier of :func:`fit`."""
    return fit(documents, backend=backend, seed=seed).classifier


def held_out_groups(documents: Sequence[GoldDocument], validation: str, folds: int = FOLDS) -> list[list[GoldDocument]]:
    """The documents by what is held out together: each body, each layout, each kind of body, or a fold of bodies."""
    if validation == "folds-of-bodies":
        bodies = sorted({document.body_id for document in documents})
        fold = {body: number % folds for number, body in enumerate(bodies)}
        keys = [f"{fold[document.body_id]:03d}" for document in documents]
    elif validation == "leave-one-layout-out":
        keys = [document.layout for document in documents]
    elif validation == "leave-one-body-type-out":
        keys = [document.body_type for document in documents]
    else:
        keys = [document.body_id for document in documents]
    return [
        [document for document, own in zip(documents, keys, strict=True) if own == key] for key in sorted(set(keys))
    ]
