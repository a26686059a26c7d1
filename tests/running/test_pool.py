"""A file that hangs, dies or eats memory goes to the errors; every other file is analysed."""

from __future__ import annotations

from pathlib import Path

import pytest

from decisionnlp.errors import DecisionnlpError, ModelError
from decisionnlp.running import pool
from decisionnlp.running.analysis import Outcome, Settings, analyze_one
from decisionnlp.running.pool import Pool
from tests.running.writing import minutes_text

RULES = Settings(model="rules")


def test_trouble_stays_with_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "ENTRY", "tests.running.troubled")
    names = ["a", "hangs", "b", "dies", "c", "quits", "d", "eats", "e", "prints"]
    for number, name in enumerate(names):
        (tmp_path / f"{name}.txt").write_text(minutes_text(number), encoding="utf-8")
    jobs = [(number, str(tmp_path / f"{name}.txt")) for number, name in enumerate([*names, "missing"])]
    # The others take milliseconds; the limit is for machines that are busy with something else.
    with Pool(RULES, workers=2, timeout=12, memory_mb=1024) as workers:
        found = dict(workers.run(jobs))
    assert sorted(found) == list(range(11))
    assert {name: found[number].kind for number, name in enumerate([*names, "missing"])} == {
        "a": None, "b": None, "c": None, "d": None, "e": None, "prints": None,
        "hangs": "timeout", "dies": "died", "quits": "died", "eats": "memory", "missing": "input",
    }  # fmt: skip
    assert found[1].reason == "took longer than 12 seconds"
    assert found[3].reason == "the process that read it died (signal 9)"
    assert found[5].reason == "the process that read it died (exit code 7)"
    assert found[10].reason == "file not found"
    for number in (0, 2, 4, 6, 8, 9):
        assert found[number] == analyze_one(jobs[number][1], RULES)


def test_an_unknown_model_is_said_once() -> None:
    with (
        Pool(Settings(model="no-such-model"), workers=2) as workers,
        pytest.raises(DecisionnlpError, match="no-such-model"),
    ):
        list(workers.run([(0, "a.txt")]))
    with pytest.raises(ModelError):
        analyze_one("a.txt", Settings(model="no-such-model"))


def test_workers_that_cannot_start_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "ENTRY", "os.path")  # has no main: the child fails on import
    with Pool(RULES, workers=1) as workers, pytest.raises(DecisionnlpError, match="before they have begun"):
        list(workers.run([(0, "a.txt")]))


def test_closing_leaves_no_process(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(minutes_text(number), encoding="utf-8")
    workers = Pool(RULES, workers=2)
    results = workers.run((number, str(tmp_path / f"{number}.txt")) for number in range(6))
    next(results)
    processes = list(workers._running)
    results.close()
    assert processes
    assert all(process.poll() is not None for process in processes)


def test_outcomes_survive_json() -> None:
    done = analyze_one("hovby.txt", RULES, content=minutes_text(3))
    assert done.ok and done.findings
    assert Outcome.from_json(done.to_json()) == done
    failed = Outcome("x.pdf", kind="timeout", reason="took æøå")
    assert Outcome.from_json(failed.to_json()) == failed
    assert Settings.from_dict(Settings(calendar=("2024-01-23",)).to_dict()) == Settings(calendar=("2024-01-23",))
