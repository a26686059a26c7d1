"""Small corpora on disk for tests of the harness."""

from __future__ import annotations

from pathlib import Path

from decisionnlp.corpus.store import Corpus, load_corpus, write_document
from tests.classification.test_training import document

BODIES = ("aadal", "bremose", "skovby", "engby")


def small_corpus(root: Path) -> Corpus:
    """Four bodies with two documents each, written and read again."""
    for body in BODIES:
        for day in (1, 2):
            write_document(root / "minutes", document(body, day))
    return load_corpus(root)
