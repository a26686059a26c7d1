"""``decisionnlp train --backend ensemble``: both members, how they are weighed, and the way to disk and back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

pytest.importorskip("torch", reason="needs the transformers extra")
pytest.importorskip("transformers", reason="needs the transformers extra")

from decisionnlp.classification import get_classifier
from decisionnlp.classification.ensemble import EnsembleClassifier
from decisionnlp.classification.protocol import LABELS, Classifier, OutcomeJudge
from decisionnlp.classification.training import training_rows
from decisionnlp.cli import app
from decisionnlp.corpus.store import write_document
from decisionnlp.errors import ModelError
from decisionnlp.pipeline import Analyzer
from tests.classification.test_training import document
from tests.classification.tiny_encoder import tiny_encoder

pytestmark = [
    pytest.mark.transformers,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]
LEARNED = ("aadal", "bremose", "skovby", "lindby", "tofte", "vestby")


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("both")
    documents = [document(body, day) for body in LEARNED for day in (1, 2, 3)]
    for one in documents:
        write_document(root / "corpus" / "minutes", one)
    tiny_encoder(root / "encoder", training_rows(documents).contexts)
    (root / "settings.toml").write_text(
        f"""encoder = '{root / "encoder"}'
length = 48
stride = 8
epochs = 12
batch = 16
learning_rate = 5e-3
head_learning_rate = 1e-2
patience = 6
validation = 0.34
device = "cpu"
progress = false
"""
    )
    arguments = ["--backend", "ensemble", "--config", str(root / "settings.toml"), "--corpus", str(root / "corpus")]
    result = CliRunner().invoke(app, ["train", *arguments, "--output", str(root / "model"), "--model-version", "0.3.0"])
    assert result.exit_code == 0, result.output
    return root / "model"


def test_it_keeps_the_protocol_and_finds_what_it_was_shown(trained: Path) -> None:
    model = get_classifier(trained)
    assert isinstance(model, Classifier)
    assert isinstance(model, OutcomeJudge)
    assert (model.name, model.version) == ("ensemble", "0.3.0")
    rows = training_rows([document("fremmed", 4)])
    said = model.predict(rows.contexts)
    right = [set(own.labels) == set(gold.labels) for own, gold in zip(said, rows.gold, strict=True)]
    assert np.mean(right) > 0.8
    for own in said:
        assert set(own.subtypes) == set(own.labels)
        assert all(0 <= own.probabilities[label] <= 1 for label in LABELS)


def test_a_sentence_is_weighed_by_hand(trained: Path) -> None:
    """The probability is the logistic of weights · logits; formulas stay with the linear member."""
    model = EnsembleClassifier.load(trained)
    contexts = training_rows([document("fremmed", 4)]).contexts
    linear, encoder = model.linear.predict(contexts), model.encoder.predict(contexts)
    weighed = 0
    for own, left, right in zip(model.predict(contexts), linear, encoder, strict=True):
        if any(by.startswith("answer-") for by in left.by.values()):
            assert own == left
            continue
        weighed += 1
        for i, label in enumerate(LABELS):
            logits = [
                float(np.clip(np.log(p / (1 - p)), -9, 9))
                for p in (np.clip(member.probabilities[label], 1e-9, 1 - 1e-9) for member in (left, right))
            ]
            score = model.weights[i] @ np.array([*logits, 1.0])
            assert own.probabilities[label] == pytest.approx(1 / (1 + np.exp(-score)), abs=1e-4)
    assert weighed


def test_to_disk_and_back(trained: Path, tmp_path: Path) -> None:
    model = EnsembleClassifier.load(trained)
    model.save(tmp_path / "again")
    contexts = training_rows([document("fremmed", 5)]).contexts
    assert EnsembleClassifier.load(tmp_path / "again").predict(contexts) == model.predict(contexts)
    path = tmp_path / "again" / "linear" / "vocabulary.json"
    path.write_text(path.read_text() + " ")
    with pytest.raises(ModelError, match=r"vocabulary\.json"):
        EnsembleClassifier.load(tmp_path / "again")


def test_it_explains_and_analyses(trained: Path) -> None:
    model = EnsembleClassifier.load(trained)
    contexts = training_rows([document("fremmed", 4)]).contexts
    told = model.explain(contexts[-1], contexts)
    assert told.prediction == model.predict(contexts)[-1]
    assert any(reason.words == "what the encoder says" for reason in told.reasons)
    minutes = Analyzer(model=model).analyze(document("fremmed", 4).text.encode(), name="a.txt")
    assert any(sentence.labels for sentence in minutes.sentences())


def test_without_settings_it_says_what_it_needs(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["train", "--backend", "ensemble", "--output", str(tmp_path / "m")])
    assert result.exit_code == 2
    assert "--config" in result.output
