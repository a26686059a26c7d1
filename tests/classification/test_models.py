"""Model directories: found by name and version, refused when anything does not match."""

from __future__ import annotations

from pathlib import Path

import pytest

from decisionnlp import models
from decisionnlp.classification import get_classifier
from decisionnlp.classification.rule_classifier import RulesClassifier
from decisionnlp.errors import ModelError
from tests.classification.builders import training_rows


@pytest.fixture
def own_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DECISIONNLP_MODELS", str(tmp_path))
    return tmp_path


def saved(directory: Path) -> Path:
    RulesClassifier().fit(*training_rows()).save(directory)
    return directory


def test_a_users_model_is_found_by_name_and_by_version(own_models: Path) -> None:
    old, new = saved(own_models / "mine-0.9.0"), saved(own_models / "mine-0.10.0")
    assert models.find_model("mine") == new
    assert models.find_model("mine-0.9.0") == old
    assert models.find_model(new) == new
    assert isinstance(get_classifier("mine"), RulesClassifier)


def test_an_unknown_model_is_named_with_those_there_are(own_models: Path) -> None:
    saved(own_models / "mine-0.1.0")
    with pytest.raises(ModelError, match=r"no model 'yours'.*mine-0\.1\.0"):
        models.find_model("yours")


def test_a_directory_without_manifest_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="not a model directory"):
        models.find_model(tmp_path)


@pytest.mark.parametrize("harm", ["changed", "missing", "unknown", "manifest"])
def test_any_mismatch_is_refused(tmp_path: Path, harm: str) -> None:
    directory = saved(tmp_path / "mine-0.1.0")
    models.verify(directory)
    path = directory / "rules.json"
    if harm == "changed":
        path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")
    elif harm == "missing":
        path.unlink()
    elif harm == "unknown":
        (directory / "more.bin").write_bytes(b"x")
    else:
        (directory / models.MANIFEST).write_text("{}", encoding="utf-8")
    with pytest.raises(ModelError):
        RulesClassifier.load(directory)


def test_a_manifest_cannot_point_outside(tmp_path: Path) -> None:
    directory = saved(tmp_path / "mine-0.1.0")
    (directory / models.MANIFEST).write_text('{"files": {"../x": "00"}}', encoding="utf-8")
    with pytest.raises(ModelError):
        models.verify(directory)


def test_rules_learn_how_often_they_are_right(tmp_path: Path) -> None:
    classifier = RulesClassifier().fit(*training_rows())
    assert classifier.precisions
    classifier.save(tmp_path)
    assert RulesClassifier.load(tmp_path).precisions == classifier.precisions
