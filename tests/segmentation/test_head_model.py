"""The forests: tables give what the trees give, and a file that was altered is refused."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from safetensors.numpy import load_file, save_file
from sklearn.ensemble import ExtraTreesClassifier

from decisionnlp.errors import ModelError
from decisionnlp.models import find_model, write_manifest
from decisionnlp.segmentation.head_lines import GAP, LENGTH, Label
from decisionnlp.segmentation.head_model import (
    AGREEMENT,
    ARRAYS,
    MODEL,
    WEIGHTS,
    WORDS,
    Forest,
    agreement,
    head_model,
    log_odds,
    read_model,
)
from decisionnlp.segmentation.headings import find_headings
from decisionnlp.segmentation.lines import lines_of

ROOT = Path(__file__).parents[2]


def _training() -> ModuleType:
    spec = importlib.util.spec_from_file_location("item_heads", ROOT / "training" / "item_heads.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _forest(arrays: dict[str, np.ndarray], name: str) -> Forest:
    return Forest(*(arrays[f"{name}/{part}"] for part in ARRAYS), int(arrays[f"{name}/depth"][0]))


def test_one_tree_by_hand() -> None:
    """Root: column 1 above 2.5? Its right child asks column 0 above 0.5."""
    feature = np.array([[1, 0, 0, 0, 0]], np.int32)
    threshold = np.array([[2.5, np.inf, 0.5, np.inf, np.inf]], np.float32)
    left = np.array([[1, 1, 3, 3, 4]], np.int32)
    chance = np.array([[0, 0.1, 0, 0.4, 0.9]], np.float32)
    rows = np.array([[0, 2.5], [0, 3], [1, 3]], np.float32)
    assert Forest(feature, threshold, left, chance, 2).chances(rows) == pytest.approx([0.1, 0.4, 0.9])


def test_the_tables_say_what_the_fitted_trees_say() -> None:
    draw = np.random.default_rng(0)
    rows = draw.integers(0, 6, (300, 7)).astype(np.float32)
    gold = (rows[:, 0] > 2) ^ (rows[:, 3] > 4)
    fitted = ExtraTreesClassifier(9, max_leaf_nodes=12, max_depth=5, random_state=0).fit(rows, gold)
    forest = _forest(_training().exported(fitted, "first"), "first")
    assert forest.chances(rows) == pytest.approx(fitted.predict_proba(rows)[:, 1], abs=1e-6)
    many = np.tile(rows, (30, 1))  # more than one block
    assert (forest.chances(many) == np.tile(forest.chances(rows), 30)).all()
    assert forest.chances(rows[:0]).shape == (0,)


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 2), st.booleans(), st.booleans()), min_size=1, max_size=12))
def test_agreement_is_that_of_the_other_lines(page: list[tuple[float, int, bool, bool]]) -> None:
    chances = np.array([one[0] for one in page])
    labels = [Label(one[1], 0, 0) for one in page]
    columns = np.zeros((len(page), 30), np.float32)
    columns[:, GAP] = [one[2] for one in page]
    columns[:, LENGTH] = [40 if one[3] else 90 for one in page]
    found = agreement(chances, labels, columns)
    assert found.shape == (len(page), AGREEMENT)
    odds = log_odds(chances)
    heads = [place for place, chance in enumerate(chances) if chance > 0.4]
    for place, row in enumerate(found):
        alike = [odds[i] for i, one in enumerate(page) if i != place and one[1:] == page[place][1:]]
        labelled = [odds[i] for i, one in enumerate(page) if i != place and one[1] == page[place][1]]
        assert row[1] == pytest.approx(np.mean(alike) if alike else -7, abs=1e-4)
        assert row[2] == pytest.approx(max(alike) if alike else -7, abs=1e-4)
        assert row[3] == len(alike)
        assert row[4] == pytest.approx(np.mean(labelled) if labelled else -7, abs=1e-4)
        assert row[5] == pytest.approx(max(labelled) if labelled else -7, abs=1e-4)
        assert row[8] == min((place - head for head in heads if head < place), default=99)
        assert row[9] == min((head - place for head in heads if head > place), default=99)
        assert row[12] == pytest.approx(
            np.mean([page[head][1] == page[place][1] for head in heads]) if heads else -1, abs=1e-6
        )
        assert row[14] == pytest.approx(
            np.mean([page[head][1:] == page[place][1:] for head in heads]) if heads else -1, abs=1e-6
        )


def test_the_shipped_model_tells_titles_from_text() -> None:
    text = (
        "1. Godkendelse af dagsorden\nDagsordenen blev godkendt.\n\n2. Økonomi\nKassereren gennemgik regnskabet, som ser fornuftigt ud.\n"
        "\n3. Eventuelt\nDer var intet at bemærke under dette punkt.\n"
    )
    lines = lines_of(text)
    chances = head_model().chances(lines, find_headings(lines))
    assert len(chances) == 6
    assert ((chances >= 0) & (chances <= 1)).all()
    assert min(chances[0::2]) > max(chances[1::2])


def _copy(folder: Path) -> Path:
    copied = folder / "item-heads-9.0.0"
    shutil.copytree(find_model(MODEL), copied)
    return copied


def test_an_altered_file_is_refused(tmp_path: Path) -> None:
    directory = _copy(tmp_path)
    (directory / WORDS).write_text("{}", encoding="utf-8")
    with pytest.raises(ModelError, match="does not match its checksum"):
        read_model(directory)


@pytest.mark.parametrize("fault", ["lost", "shape", "child", "words"])
def test_files_that_do_not_fit_are_refused(tmp_path: Path, fault: str) -> None:
    directory = _copy(tmp_path)
    arrays = load_file(directory / WEIGHTS)
    if fault == "lost":
        del arrays["second/left"]
    elif fault == "shape":
        arrays["first/chance"] = arrays["first/chance"][:, :3].copy()
    elif fault == "child":
        arrays["first/left"][0, 0] = arrays["first/left"].size
    else:
        (directory / WORDS).write_text(json.dumps(["takster"]), encoding="utf-8")
    save_file(arrays, directory / WEIGHTS)
    write_manifest(directory)
    with pytest.raises(ModelError, match="not a model of item heads"):
        read_model(directory)
