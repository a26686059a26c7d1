"""The command line: options and messages only; what happens is in the rooms behind it.

Progress and messages go to stderr, data to stdout. Exit codes: 0 done, 1 a gate failed, 2 bad input or usage.
"""

from __future__ import annotations

from typing import Annotated

import typer

from decisionnlp.commands import analysis, corpus, evaluation, running, summarize, training
from decisionnlp.version import __version__

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Danish meeting minutes (referater) into structured, traceable decisions.",
)


def _version(value: bool) -> None:
    if value:
        print(f"decisionnlp {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


app.command()(analysis.analyze)
app.command()(summarize.summarize)
app.command()(running.batch)
app.command()(running.ledger)
app.add_typer(corpus.app, name="corpus")
app.command()(evaluation.evaluate)
app.command()(evaluation.compare)
app.command()(training.train)


def main() -> None:
    """Console entry point; also of ``python -m decisionnlp``, under the same name."""
    app(prog_name="decisionnlp")
