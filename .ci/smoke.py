"""What an installed decisionnlp must do from a folder that is not its source tree; run by .ci/wheel."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import spacy

import decisionnlp
from decisionnlp.export import FORMATS, render
from decisionnlp.models import list_models


def main(source_tree: str) -> None:
    home = Path(decisionnlp.__file__).resolve()
    assert not home.is_relative_to(Path(source_tree).resolve()), f"{home} is the source tree"
    shipped = {model.name: model.path for model in list_models()}
    assert {"linear", "summary"} <= shipped.keys(), shipped
    assert all(path.is_relative_to(home.parent) for path in shipped.values()), shipped

    files = [str(path) for path in sorted(Path("examples").glob("*.[pdht]*")) if path.suffix != ".py"]
    assert len(files) == 4, files
    assert "Skovvej" in run("analyze", *files)
    results = json.loads(run("analyze", *files, "--format", "json"))
    analysed = [decisionnlp.analyze(path) for path in files]
    for name in FORMATS[1:]:
        assert len(render(analysed, name)) > 100, name
    assert len(results) == 4
    assert all(
        any(item["outcome"] == "approved" for meeting in one["meetings"] for item in meeting["items"])
        for one in results
    )
    assert all(one["pipeline"]["model"] == "linear" for one in results)
    summary = json.loads(run("summarize", "examples/udvalg-egelund.pdf", "--format", "json"))
    assert summary["sentences"], summary
    run("batch", "examples", "out", "--workers", "1")
    run("ledger", "examples", "--as-of", "2024-04-20", "--db", "ledger.sqlite")
    assert run("--version").strip() == f"decisionnlp {decisionnlp.__version__}"

    (found,) = decisionnlp.find_deadlines("Notatet sendes inden udgangen af marts.", meeting_date=date(2024, 1, 23))
    assert found.latest == date(2024, 3, 31)
    nlp = spacy.blank("da")
    nlp.add_pipe("decisionnlp")
    doc = nlp("Referat\n\nPunkt 1: Dagsorden\n\nBeslutning: Godkendt.\n")
    assert [span.label_ for span in doc.spans["decisionnlp.labels"]] == ["APPROVAL"]
    print(f"Python {sys.version.split()[0]}: the wheel analyses {len(results)} examples into {len(FORMATS)} formats")


def run(*arguments: str) -> str:
    done = subprocess.run(["decisionnlp", *arguments], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{arguments}: {done.returncode}\n{done.stderr}"
    return done.stdout


if __name__ == "__main__":
    main(*sys.argv[1:])
