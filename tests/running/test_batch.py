"""A batch: killed and resumed it loses and doubles nothing, and its tables are those of a single process."""

from __future__ import annotations

import csv
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from decisionnlp.errors import InputError
from decisionnlp.running.analysis import Outcome, Settings
from decisionnlp.running.batch import analyze_files, run_batch
from decisionnlp.running.journal import Journal, Manifest, read_manifest
from decisionnlp.running.listing import list_files
from decisionnlp.running.parts import read_documents, read_findings
from tests.running.writing import minutes_text, write_minutes

RULES = Settings(model="rules")


def tables(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".work" not in path.parts
    }


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    folder = tmp_path_factory.mktemp("in")
    paths = write_minutes(folder, 19)
    (folder / "a" / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    return folder, sorted([*paths, str(folder / "a" / "broken.pdf")])


@pytest.fixture(scope="module")
def expected(files: tuple[Path, list[str]]) -> list[Outcome]:
    return list(analyze_files(files[1], RULES))


@pytest.fixture(scope="module")
def single(files: tuple[Path, list[str]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("single") / "out"
    report = run_batch(files[0], folder, settings=RULES, workers=1, part_files=6)
    assert (report.files, report.analysed, report.failed, report.resumed) == (20, 19, 1, 0)
    assert report.notes == ("1 files of kind .jpg passed over",)
    return folder


def test_tables_are_those_of_a_plain_loop(single: Path, expected: list[Outcome]) -> None:
    assert list(read_documents(single)) == [outcome.document for outcome in expected if outcome.ok]
    assert list(read_findings(single)) == [row for outcome in expected for row in outcome.findings]
    rows = list(csv.DictReader((single / "errors.csv").read_text(encoding="utf-8").splitlines()))
    assert [(Path(row["path"]).name, row["kind"]) for row in rows] == [("broken.pdf", "input")]
    assert rows[0]["reason"] == next(outcome.reason for outcome in expected if not outcome.ok)
    assert len(list((single / "documents").glob("*"))) == 4  # 20 files in parts of 6
    same = [
        document for document in read_documents(single) if document["source"]["path"].endswith(("0000.txt", "0018.txt"))
    ]
    assert len(same) == 2 and same[0]["source"]["sha256"] == same[1]["source"]["sha256"]


def test_killed_and_resumed(files: tuple[Path, list[str]], single: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code = (
        "import sys; from decisionnlp.running.batch import run_batch; from decisionnlp.running.analysis import Settings\n"
        f"run_batch({str(files[0])!r}, {str(out)!r}, settings=Settings(model='rules'), workers=2, part_files=6)\n"
    )
    moments = random.Random(20240123)
    kills = 0
    for _ in range(3):
        before = _recorded(out)
        process = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.DEVNULL)
        goal = before + moments.randint(1, 6)
        while process.poll() is None and _recorded(out) < goal:
            time.sleep(0.01)
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
            kills += 1
        process.wait()
    assert kills >= 1
    assert _recorded(out) > 0
    report = run_batch(files[0], out, settings=RULES, workers=2, part_files=6)
    assert report.resumed > 0
    assert tables(out) == tables(single)
    again = run_batch(files[0], out, settings=RULES, workers=2, part_files=6)
    assert again.resumed == 20
    assert tables(out) == tables(single)


def _recorded(out: Path) -> int:
    """Outcomes on the disk: lines of journals, and of complete parts."""
    count = 0
    for pattern in (".work/part-*[0-9].jsonl", "documents/*.jsonl", ".work/*.errors.jsonl"):
        for path in out.glob(pattern):
            try:
                count += path.read_bytes().count(b"\n")
            except FileNotFoundError:
                continue
    return count


def test_parquet_holds_the_same(files: tuple[Path, list[str]], single: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    pandas = pytest.importorskip("pandas")
    run_batch(files[0], tmp_path / "out", settings=RULES, workers=2, format="parquet", part_files=6)
    assert list(read_documents(tmp_path / "out")) == list(read_documents(single))
    assert list(read_findings(tmp_path / "out")) == list(read_findings(single))
    frame = pandas.read_parquet(tmp_path / "out" / "findings")
    assert len(frame) == sum(1 for _ in read_findings(single))
    assert str(frame.dtypes["start"]) == "int64"


def test_new_files_come_behind_and_changed_ones_are_told(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "in" / "out"
    paths = write_minutes(folder, 3)
    run_batch(folder, out, settings=RULES, workers=1)
    (folder / "0.txt").write_text(minutes_text(40), encoding="utf-8")
    Path(paths[0]).write_text(minutes_text(41), encoding="utf-8")
    report = run_batch(folder, out, settings=RULES, workers=1)
    assert (report.files, report.resumed) == (4, 3)
    assert report.notes == ("1 files have changed since they were listed; --restart analyses them anew",)
    assert [document["source"]["path"] for document in read_documents(out)] == [*paths, str(folder / "0.txt")]
    assert run_batch(folder, out, settings=RULES, workers=1, restart=True).resumed == 0
    assert [document["source"]["path"] for document in read_documents(out)] == sorted([*paths, str(folder / "0.txt")])


def test_failures_are_tried_again_when_asked(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    write_minutes(folder, 3)
    late = folder / "late.txt"
    late.write_bytes(b"")
    assert run_batch(folder, out, settings=RULES, workers=1).failed == 1
    late.write_text(minutes_text(9), encoding="utf-8")
    assert run_batch(folder, out, settings=RULES, workers=1).failed == 1
    report = run_batch(folder, out, settings=RULES, workers=1, retry=True)
    assert (report.failed, report.resumed) == (0, 3)
    fresh = tmp_path / "fresh"
    run_batch(folder, fresh, settings=RULES, workers=1)
    assert {name: data for name, data in tables(out).items() if name != "manifest.json"} == {
        name: data for name, data in tables(fresh).items() if name != "manifest.json"
    }


def test_what_is_refused(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    write_minutes(folder, 2)
    run_batch(folder, out, settings=RULES, workers=1)
    with pytest.raises(InputError, match=r"other settings \(public False → True\).*--restart"):
        run_batch(folder, out, settings=Settings(model="rules", public=True), workers=1)
    with pytest.raises(InputError, match="holds other files"):
        run_batch(folder, folder, settings=RULES)
    with pytest.raises(InputError, match="no format"):
        run_batch(folder, tmp_path / "x", settings=RULES, format="xml")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="no files"):
        run_batch(tmp_path / "empty", tmp_path / "x", settings=RULES)
    with pytest.raises(InputError, match="names no file"):
        run_batch(Path(folder / "a" / "0001.txt"), tmp_path / "x", settings=RULES)
    (out / "manifest.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match="not the manifest"):
        run_batch(folder, out, settings=RULES, workers=1)


def test_one_batch_at_a_time(tmp_path: Path) -> None:
    manifest = Manifest({}, ("a",), ("",), (0,))
    with (
        Journal(tmp_path, manifest, "jsonl"),
        pytest.raises(InputError, match="another batch"),
        Journal(tmp_path, manifest, "jsonl"),
    ):
        pass


def test_a_torn_journal_is_trusted_up_to_the_tear(tmp_path: Path) -> None:
    manifest = Manifest({}, ("a", "b", "c", "d"), ("",) * 4, (0,))
    with Journal(tmp_path, manifest, "jsonl") as journal:
        assert list(journal.todo()) == [0, 1, 2, 3]
        for number in (2, 0):
            journal.add(number, Outcome(manifest.paths[number], kind="input", reason="x"))
    path = tmp_path / ".work" / "part-00000.jsonl"
    whole = path.read_bytes()
    for torn in (b'1 {"path": "b', b"1 \x00\x00\x00\n", b"nonsense\n", b"1 {}\n"):
        path.write_bytes(whole + torn)
        with Journal(tmp_path, manifest, "jsonl") as journal:
            assert list(journal.todo()) == [1, 3]
        assert path.read_bytes() == whole
    with Journal(tmp_path, manifest, "jsonl") as journal:
        list(journal.todo())
        journal.add(1, Outcome("b", kind="input", reason="x"))
        journal.add(1, Outcome("b", kind="input", reason="doubled"))
        journal.add(3, Outcome("d", kind="input", reason="x"))
        assert [row["path"] for row in journal.errors()] == ["a", "b", "c", "d"]
        assert {row["reason"] for row in journal.errors()} == {"x"}
    assert not path.exists()


def test_lists_of_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = write_minutes(tmp_path / "in", 4)
    listing = tmp_path / "in" / "list.lst"
    names = [os.path.relpath(path, listing.parent) for path in paths]
    listing.write_text("# the last two\n" + "\n".join([*names[2:], "missing.txt", names[2]]) + "\n", encoding="utf-8")
    found = list_files(listing)
    assert found.paths == (*[str(listing.parent / name) for name in names[2:]], "missing.txt")
    assert found.repeated == 1
    monkeypatch.chdir(tmp_path / "in")
    assert list_files(Path("list.lst")).paths == (*names[2:], "missing.txt")


def test_manifest_survives_the_disk(tmp_path: Path) -> None:
    manifest = Manifest({"model": "rules"}, (), (), ()).with_files(("æ.txt", "b.txt", "c.txt"), part_files=2)
    manifest = manifest.with_files(("d.txt",), part_files=2)
    assert manifest.parts == (0, 2, 3)
    assert [list(manifest.files(part)) for part in range(3)] == [[0, 1], [2], [3]]
    assert [manifest.part_of(number) for number in range(4)] == [0, 0, 1, 2]
    manifest.write(tmp_path)
    assert read_manifest(tmp_path) == manifest
    assert read_manifest(tmp_path / "elsewhere") is None


def test_pseudonyms_are_the_same_in_all_workers(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for number in range(6):
        text = minutes_text(number) + "Mette Krogh sender en mail inden jul.\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    run_batch(folder, out, settings=Settings(model="rules", pseudonymize=True), workers=2)
    told = json.dumps(list(read_documents(out)), ensure_ascii=False)
    assert "Mette" not in told
    names = {word for word in told.replace('"', " ").split() if word.startswith("Person-")}
    assert len(names) == 1
    key = (out / ".work" / "key").read_text(encoding="ascii")
    assert key not in (out / "manifest.json").read_text(encoding="utf-8")
