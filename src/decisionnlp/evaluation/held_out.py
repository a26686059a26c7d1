"""Models trained for an evaluation, on documents of other bodies or layouts than those they are measured on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from decisionnlp.classification import Classifier, get_classifier
from decisionnlp.classification.training import train
from decisionnlp.corpus.records import GoldDocument
from decisionnlp.document import Meeting, Source, Span
from decisionnlp.segmentation import segment

# Leave-one-out over many bodies is also offered in this many folds, each body still wholly in one.
FOLDS = 10


@lru_cache(maxsize=1024)
def automatic_segmentation(source: Source) -> tuple[Sequence[Meeting], Sequence[Span]]:
    """What the segmentation makes of a source; it is not trained, so every fold may share it."""
    found = segment(source)
    return found.meetings, found.furniture


def fit_classifier(documents: Sequence[GoldDocument], *, backend: str, seed: int) -> Classifier:
    """A classifier of ``backend`` trained on ``documents`` exactly as ``decisionnlp train`` does it."""
    with TemporaryDirectory() as folder:
        directory = Path(folder) / "model"
        train(documents, output=directory, backend=backend, seed=seed, segmenter=automatic_segmentation)
        return get_classifier(directory)


def held_out_groups(documents: Sequence[GoldDocument], validation: str) -> list[list[GoldDocument]]:
    """The documents by what is held out together: each body, each layout, or a fold of bodies."""
    if validation == "folds-of-bodies":
        bodies = sorted({document.body_id for document in documents})
        fold = {body: number % FOLDS for number, body in enumerate(bodies)}
        keys = [str(fold[document.body_id]) for document in documents]
    elif validation == "leave-one-layout-out":
        keys = [document.layout for document in documents]
    else:
        keys = [document.body_id for document in documents]
    return [
        [document for document, own in zip(documents, keys, strict=True) if own == key] for key in sorted(set(keys))
    ]
