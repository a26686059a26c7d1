from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from typer.testing import CliRunner

import decisionnlp
from decisionnlp.base import base_name, load_base, parser
from decisionnlp.cli import app
from decisionnlp.errors import ModelError
from decisionnlp.models import write_manifest
from decisionnlp.pipeline import Analyzer
from tests.small_pipeline import train_small_pipeline
from tests.test_pipeline import REFERAT


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("base") / "da_small"
    train_small_pipeline().to_disk(path)
    return path


def test_the_base_is_named() -> None:
    assert base_name(None) == "blank:da"
    assert base_name(spacy.blank("da")) == "blank:da"
    assert base_name(train_small_pipeline()) == "da_small-0.0.1"
    assert Analyzer(model="rules").info.base == "blank:da"


@pytest.mark.parametrize("path", ["no-such-pipeline", "nothing/here"])
def test_an_unknown_base_is_refused(path: str) -> None:
    with pytest.raises(ModelError, match=path):
        load_base(path)


def test_a_pipeline_of_another_language_is_refused(tmp_path: Path) -> None:
    spacy.blank("sv").to_disk(tmp_path / "sv")
    with pytest.raises(ModelError, match="not for Danish"):
        load_base(tmp_path / "sv")


def test_a_model_directory_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECISIONNLP_MODELS", str(tmp_path))
    path = tmp_path / "small-0.0.1"
    train_small_pipeline().to_disk(path)
    write_manifest(path)
    assert base_name(load_base("small")) == base_name(load_base("small-0.0.1")) == "da_small-0.0.1"
    (path / "parser" / "model").write_bytes(b"altered")
    with pytest.raises(ModelError, match="parser/model"):
        load_base("small")


def test_a_pipeline_that_neither_parses_nor_names_takes_no_part() -> None:
    assert parser(None) is None
    nlp = spacy.blank("da")
    nlp.add_pipe("decisionnlp_sentences")
    assert parser(nlp) is None


def test_single_sentences_are_parsed_and_ours_left_out() -> None:
    nlp = train_small_pipeline()
    parse = parser(nlp)
    assert parse is not None
    (doc,) = parse(["Lone Krat undersøger prisen."])
    assert doc.has_annotation("DEP")
    assert doc.has_annotation("ENT_IOB")
    assert not doc.has_annotation("LEMMA")
    assert list(parse([])) == []


def test_the_same_with_a_base_by_python_and_command_line(small: Path, tmp_path: Path) -> None:
    minutes = decisionnlp.analyze(text=REFERAT, model="rules", base=small)
    assert minutes.pipeline.base == "da_small-0.0.1"
    assert [owner.name for owner in minutes.follow_ups[0].owners] == ["Vej og Park"]
    file = tmp_path / "referat.txt"
    file.write_text(REFERAT, encoding="utf-8")
    result = CliRunner().invoke(
        app, ["analyze", str(file), "--model", "rules", "--base", str(small), "--format", "json"]
    )
    assert result.exit_code == 0
    assert json.loads(result.stdout)["pipeline"]["base"] == "da_small-0.0.1"


def test_an_unknown_base_is_bad_usage(tmp_path: Path) -> None:
    file = tmp_path / "referat.txt"
    file.write_text(REFERAT, encoding="utf-8")
    result = CliRunner().invoke(app, ["analyze", str(file), "--model", "rules", "--base", "no-such-pipeline"])
    assert result.exit_code == 2
