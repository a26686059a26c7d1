"""``decisionnlp train --backend transformer``: from a corpus folder and a settings file to a model that analyses."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

pytest.importorskip("torch", reason="needs the transformers extra")
pytest.importorskip("transformers", reason="needs the transformers extra")

from decisionnlp.classification import get_classifier
from decisionnlp.classification.protocol import LABELS
from decisionnlp.classification.training import training_rows
from decisionnlp.classification.transformer_settings import read_settings
from decisionnlp.classification.transformer_training import distinct_rows
from decisionnlp.cli import app
from decisionnlp.corpus.store import write_document
from decisionnlp.errors import InputError
from tests.classification.test_training import document
from tests.classification.test_transformer import macro_f
from tests.classification.tiny_encoder import tiny_encoder

pytestmark = [
    pytest.mark.transformers,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]
LEARNED = ("aadal", "bremose", "skovby", "lindby", "tofte", "vestby")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("train")
    documents = [document(body, day) for body in LEARNED for day in (1, 2, 3)]
    for one in documents:
        write_document(root / "corpus" / "minutes", one)
    tiny_encoder(root / "encoder", training_rows(documents).contexts)
    (root / "settings.toml").write_text(
        f"""encoder = '{root / "encoder"}'
length = 48
stride = 8
epochs = 30
batch = 16
learning_rate = 5e-3
head_learning_rate = 1e-2
patience = 10
validation = 0.34
device = "cpu"
progress = false
checkpoint = '{root / "checkpoint"}'
"""
    )
    arguments = ["--backend", "transformer", "--config", str(root / "settings.toml"), "--corpus", str(root / "corpus")]
    result = CliRunner().invoke(app, ["train", *arguments, "--output", str(root / "model"), "--model-version", "0.3.0"])
    assert result.exit_code == 0, result.output
    return root / "model"


def test_the_model_beats_the_best_constant_answer_on_another_body(trained: Path) -> None:
    rows = training_rows([document("engby", day) for day in (1, 2, 3)])
    said = [set(prediction.labels) for prediction in get_classifier(trained).predict(rows.contexts)]
    # Every label for every sentence: no constant answer has a higher macro-F.
    baseline = macro_f([set(LABELS)] * len(rows.gold), rows.gold)
    assert baseline == pytest.approx(2 * 2 / (2 + 14), abs=0.2)
    assert macro_f(said, rows.gold) >= 0.9 > baseline


def test_the_directory_says_where_the_model_comes_from(trained: Path) -> None:
    files = {path.relative_to(trained).as_posix() for path in trained.rglob("*") if path.is_file()}
    assert {"card.md", "manifest.json", "meta.json", "head.safetensors", "encoder/model.safetensors"} <= files
    assert all(name.endswith((".json", ".md", ".safetensors", ".txt")) for name in files), files
    card = (trained / "card.md").read_text()
    assert "# decisionnlp transformer 0.3.0" in card
    assert "18 minutes of 6 bodies" in card


def test_it_analyses_like_any_other_model(trained: Path, tmp_path: Path) -> None:
    path = tmp_path / "referat.txt"
    path.write_text(document("engby", 1).text)
    result = CliRunner().invoke(app, ["analyze", str(path), "--model", str(trained), "--format", "json", "--explain"])
    assert result.exit_code == 0, result.output
    assert "transformer-0.3.0" in result.stdout
    assert ":occlusion" in result.stdout


def test_a_second_run_goes_on_from_the_checkpoint(trained: Path) -> None:
    settings = read_settings(trained.parent / "settings.toml")
    assert settings.checkpoint is not None
    before = (trained / "head.safetensors").read_bytes()
    arguments = ["--backend", "transformer", "--config", str(trained.parent / "settings.toml")]
    arguments += ["--corpus", str(trained.parent / "corpus"), "--output", str(trained.parent / "again")]
    result = CliRunner().invoke(app, ["train", *arguments])
    assert result.exit_code == 0, result.output
    assert (trained.parent / "again" / "head.safetensors").read_bytes() == before


def test_what_the_encoder_cannot_tell_apart_is_read_once() -> None:
    rows = training_rows([document("aadal", 1)])
    doubled = [*rows.contexts, *rows.contexts], [*rows.gold, *rows.gold], [*rows.groups, *rows.groups]
    assert distinct_rows(*doubled) == distinct_rows(rows.contexts, rows.gold, rows.groups)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "names no encoder"),
        ("encoder = 'x'\nepoch = 3", "unknown field 'epoch'"),
        ("encoder = 'x'\nepochs = true", "epochs must be int"),
        ("encoder = 'x'\nepochs = 0", "epochs must be above 0"),
        ("encoder = 'x'\nbf16 = 'sometimes'", "bf16 must be"),
        ("encoder = 'x'\nlength = 32\nstride = 32", "stride must be"),
        ("encoder = ", "not a TOML file"),
    ],
)
def test_settings_that_say_nothing_usable_are_refused(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(content)
    with pytest.raises(InputError, match=message):
        read_settings(path)


@pytest.mark.parametrize("path", sorted((ROOT / "training").glob("transformer-*.toml")), ids=lambda path: path.name)
def test_the_example_settings_are_read_and_pinned(path: Path) -> None:
    settings = read_settings(path)
    assert settings.revision is None or len(settings.revision) == 40


@pytest.mark.parametrize("arguments", [["--backend", "transformer"], ["--config", "settings.toml"]])
def test_backend_and_settings_go_together(tmp_path: Path, arguments: list[str]) -> None:
    write_document(tmp_path / "corpus" / "minutes", document("aadal", 1))
    (tmp_path / "settings.toml").write_text("encoder = 'x'\n")
    named = [str(tmp_path / one) if one.endswith(".toml") else one for one in arguments]
    result = CliRunner().invoke(
        app, ["train", *named, "--corpus", str(tmp_path / "corpus"), "--output", str(tmp_path / "model")]
    )
    assert result.exit_code == 2
