"""The corpus as ``datasets`` reads it, from the folder itself."""

from __future__ import annotations

from pathlib import Path

import pytest

datasets = pytest.importorskip("datasets", reason="needs the data extra")

from decisionnlp.corpus.store import load_corpus  # noqa: E402

ROOT = Path(__file__).parents[2] / "annotations"


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", ["minutes", "sentences", "bilag", "deadlines"])
def test_load_dataset_from_the_folder(name: str, tmp_path: Path) -> None:
    found = datasets.load_dataset(str(ROOT), name, cache_dir=str(tmp_path))
    corpus = load_corpus(ROOT)
    if name == "minutes":
        assert sum(len(split) for split in found.values()) == len(corpus.documents)
        assert set(found) == {"train", "validation", "test"}
        bodies = [set(split["body_id"]) for split in found.values()]
        assert not bodies[0] & bodies[1] and not bodies[0] & bodies[2] and not bodies[1] & bodies[2]
        row = found["test"][0]
        for item in row["items"]:
            assert 0 <= item["start"] < item["end"] <= len(row["text"])
    if name == "sentences":
        assert {label for row in found["train"]["labels"] for label in row} == {"APPROVAL", "DECISION", "FOLLOW_UP"}
    if name == "bilag":
        assert len(found["test"]) >= 20
        for row in found["test"]:
            assert 10 <= len(row["facts"]) <= 15
    if name == "deadlines":
        traps = sum(not row for row in found["test"]["deadlines"])
        assert len(found["test"]) >= 500
        assert 3 * traps >= 0.9 * len(found["test"])
