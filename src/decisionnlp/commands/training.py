"""``decisionnlp train``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from decisionnlp.commands.shared import usage_errors


def train(
    output: Annotated[Path, typer.Option("--output", help="Directory for the model, e.g. models/linear-1.0.0.")],
    backend: Annotated[str, typer.Option("--backend", help="linear, rules, transformer or ensemble.")] = "linear",
    corpus: Annotated[Path, typer.Option("--corpus", help="Folder with annotated minutes.")] = Path("annotations"),
    split: Annotated[str, typer.Option("--split", help="train, validation, test or all.")] = "all",
    seed: Annotated[int, typer.Option("--seed")] = 0,
    version: Annotated[str, typer.Option("--model-version", help="Version written into the model.")] = "1.0.0",
    config: Annotated[
        Path | None,
        typer.Option("--config", help="TOML file with the settings of the encoder (transformer, ensemble)."),
    ] = None,
) -> None:
    """Train a classifier on annotated minutes; the same corpus and seed give the same files."""
    from decisionnlp.classification.training import train as fit
    from decisionnlp.classification.transformer_settings import read_settings
    from decisionnlp.corpus.store import load_corpus
    from decisionnlp.evaluation.held_out import automatic_segmentation

    with usage_errors():
        settings = read_settings(config) if config else None
        loaded = load_corpus(corpus)
        documents = loaded.select(split)
        meta = fit(
            documents,
            output=output,
            backend=backend,
            seed=seed,
            segmenter=automatic_segmentation,
            version=version,
            settings=settings,
            wordings=loaded.wordings,
        )
    trained = meta.get("trained_on", {})
    print(f"{output}: {backend}, {trained.get('documents', len(documents))} documents", file=sys.stderr)
