"""Runs kept between calls, so that an interrupted suite goes on; a run of other code, corpus, model or settings is not used."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from decisionnlp import models
from decisionnlp.corpus.store import Corpus, gold_to_dict
from decisionnlp.errors import InputError
from decisionnlp.evaluation.results import RunResult, read_run, run_to_dict
from decisionnlp.evaluation.suites import Run, Suite


@cache
def code_hash() -> str:
    """sha256 over the package's own modules and lexicons: what a figure may depend on besides corpus and settings."""
    root = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.suffix in (".py", ".toml", ".json") and "__pycache__" not in path.parts:
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def corpus_digest(corpus: Corpus) -> str:
    """sha256 over texts, annotations, splits and worded items."""
    digest = hashlib.sha256()
    for document in corpus.documents:
        row = [gold_to_dict(document), corpus.split_of(document)]
        digest.update(json.dumps(row, sort_keys=True).encode("utf-8"))
    digest.update(repr(corpus.wordings).encode("utf-8"))
    return digest.hexdigest()


class Kept:
    """A folder with the runs measured so far."""

    def __init__(self, folder: Path, suite: Suite, corpus: Corpus) -> None:
        self.folder = folder
        self.common: list[Any] = [suite.seed, suite.draws, suite.timing, corpus_digest(corpus), code_hash()]

    def path(self, run: Run) -> Path:
        wanted = run.model_dump(mode="json", exclude={"require", "against"})
        key: list[Any] = [*self.common, wanted]
        if run.validation == "fixed" and run.model != "rules" and run.input != "labels":
            key.append((models.find_model(run.model) / models.MANIFEST).read_text(encoding="utf-8"))
        if run.config is not None:
            key.append(Path(run.config).read_text(encoding="utf-8"))
        name = "".join(sign if sign.isalnum() else "-" for sign in run.name.lower())[:40]
        return self.folder / f"{name}-{hashlib.sha256(json.dumps(key, sort_keys=True).encode()).hexdigest()[:20]}.json"

    def read(self, run: Run) -> RunResult | None:
        """The run as it was measured; ``None`` where it was not, or its file is not whole."""
        try:
            return read_run(json.loads(self.path(run).read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, run: Run, result: RunResult) -> None:
        """Keep a run, whole or not at all.

        Raises:
            InputError: the folder cannot be written.
        """
        path = self.path(run)
        temporary = path.with_suffix(".part")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            temporary.write_text(json.dumps(run_to_dict(result), ensure_ascii=False) + "\n", encoding="utf-8")
            temporary.replace(path)
        except OSError as error:
            raise InputError(str(path), f"cannot be written: {error.strerror}") from error
