"""A batch of 1,000 documents, killed (SIGKILL) at random moments and resumed, against the same batch in one process.

    python eval/benchmarks/killed_batch.py [--documents 1000] [--kills 3] [--workers 2] [--model linear] [--format jsonl] [--seed N]

The documents are the texts of the corpus over and over, each copy with a line of its own; every hundredth is a file that cannot
be read. Compared are all tables byte by byte, and how often each document stands in them. Exit code 1 where anything differs.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from decisionnlp.corpus.store import load_corpus
from decisionnlp.running.parts import read_documents, read_findings


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--model", default="linear")
    parser.add_argument("--format", default="jsonl")
    parser.add_argument("--seed", type=int, default=None, help="of the moments; by default another one each time")
    arguments = parser.parse_args()
    seed = arguments.seed if arguments.seed is not None else random.SystemRandom().randrange(10**6)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        paths = _write(work / "in", arguments.documents)
        began = time.monotonic()
        _run(work / "in", work / "single", 1, arguments.model, arguments.format)
        alone = time.monotonic() - began
        moments = random.Random(seed)
        print(f"{len(paths)} documents, {arguments.workers} workers, {arguments.format}, seed {seed}")
        print(f"one process, uninterrupted: {alone:.1f} s, {len(paths) / alone:.1f} documents/s")
        killed = 0
        for _ in range(arguments.kills):
            before = _recorded(work / "out")
            moment = moments.uniform(1, 1 + 0.5 * alone / arguments.workers)
            done = _killed_after(work / "in", work / "out", arguments, moment)
            killed += done
            print(
                f"{'killed' if done else 'ended'} after {moment:.1f} s: {before} → {_recorded(work / 'out')} outcomes on the disk"
            )
        began = time.monotonic()
        report = _run(work / "in", work / "out", arguments.workers, arguments.model, arguments.format)
        print(f"resumed: {time.monotonic() - began:.1f} s; {report}")
        return _compare(work / "single", work / "out", paths, killed)


def _write(folder: Path, count: int) -> list[str]:
    texts = [document.text for document in load_corpus(Path(__file__).parents[2] / "annotations").documents]
    folder.mkdir()
    paths = []
    for number in range(count):
        path = folder / f"{number:05d}.txt"
        damaged = number % 100 == 99
        path.write_bytes(b"" if damaged else f"{texts[number % len(texts)]}\nJournalnr. {number}\n".encode())
        paths.append(str(path))
    return paths


def _command(source: Path, output: Path, workers: int, model: str, format: str) -> list[str]:
    options = ["--workers", str(workers), "--model", model, "--format", format]
    return [sys.executable, "-m", "decisionnlp", "batch", str(source), str(output), *options]


def _run(source: Path, output: Path, workers: int, model: str, format: str) -> str:
    command = _command(source, output, workers, model, format)
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=True)
    return next(line for line in done.stderr.splitlines() if " analysed, " in line)


def _killed_after(source: Path, output: Path, arguments: argparse.Namespace, seconds: float) -> bool:
    command = _command(source, output, arguments.workers, arguments.model, arguments.format)
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        process.wait(timeout=seconds)
        return False
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        return True


def _recorded(out: Path) -> int:
    """Outcomes of journals and of complete parts."""
    patterns = (".work/part-*[0-9].jsonl", "documents/*.jsonl", ".work/*.errors.jsonl")
    lines = sum(path.read_bytes().count(b"\n") for pattern in patterns for path in out.glob(pattern))
    tables = list(out.glob("documents/*.parquet"))
    if not tables:
        return lines
    from pyarrow.parquet import read_metadata

    return lines + sum(read_metadata(path).num_rows for path in tables)


def _tables(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".work" not in path.parts
    }


def _compare(single: Path, out: Path, paths: list[str], killed: int) -> int:
    first, second = _tables(single), _tables(out)
    different = sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
    with (out / "errors.csv").open(encoding="utf-8", newline="") as stream:
        failed = [row["path"] for row in csv.DictReader(stream)]
    counts = Counter([*(document["source"]["path"] for document in read_documents(out)), *failed])
    lost = [path for path in paths if not counts[path]]
    doubled = [path for path, count in counts.items() if count > 1]
    findings = sum(1 for _ in read_findings(out))
    print(f"killed {killed} times; {len(second)} files of output, {findings} findings, {len(failed)} failures")
    print(f"lost {len(lost)}, doubled {len(doubled)}, files that differ from the single process: {len(different)}")
    return 1 if lost or doubled or different or set(counts) != set(paths) else 0


if __name__ == "__main__":
    sys.exit(main())
