"""Results as data sets."""

from __future__ import annotations

from pathlib import Path

import pytest

from decisionnlp.errors import InputError
from decisionnlp.pipeline import Analyzer
from decisionnlp.running.analysis import Settings
from decisionnlp.running.batch import run_batch
from decisionnlp.running.frames import to_dataset
from tests.running.writing import minutes_text, write_minutes

pytest.importorskip("datasets")


def test_findings_are_those_of_the_dataframe() -> None:
    results = [Analyzer(model="rules").analyze(text=minutes_text(number), name=f"{number}.txt") for number in range(3)]
    found = to_dataset(results)
    frames = [minutes.to_dataframe() for minutes in results]
    assert found.num_rows == sum(map(len, frames)) > 0
    assert list(found.column_names) == list(frames[0].columns)
    assert list(found[0].values()) == frames[0].iloc[0].tolist()
    assert found.features["start"].dtype == "int64"
    assert to_dataset(results[0]).num_rows == len(frames[0])
    assert to_dataset([]).num_rows == 0


def test_sentences_with_their_labels() -> None:
    minutes = Analyzer(model="rules").analyze(text=minutes_text(0))
    found = to_dataset(minutes, table="sentences")
    assert found.num_rows == sum(1 for _ in minutes.sentences())
    assert [row["text"] for row in found if "APPROVAL" in row["labels"]] == [one.text for one in minutes.approvals]


def test_out_of_a_batch(tmp_path: Path) -> None:
    write_minutes(tmp_path / "in", 3)
    run_batch(tmp_path / "in", tmp_path / "out", settings=Settings(model="rules"), workers=1)
    found = to_dataset(tmp_path / "out")
    assert {Path(name).name for name in found["file"]} == {"0000.txt", "0001.txt", "0002.txt"}
    for bad in ({"table": "sentences"}, {"table": "words"}):
        with pytest.raises(InputError):
            to_dataset(tmp_path / "out", **bad)
    with pytest.raises(InputError, match="no batch output"):
        to_dataset(tmp_path / "in")
