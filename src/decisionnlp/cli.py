"""The command line: options and messages only; what happens is in the rooms behind it.

Progress and messages go to stderr, data to stdout. Exit codes: 0 done, 1 a gate failed, 2 bad input or usage.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from decisionnlp.commands import corpus, evaluation, training
from decisionnlp.commands.shared import each_file, fail, usage_errors, write_output
from decisionnlp.errors import DecisionnlpError, InputError
from decisionnlp.version import __version__

if TYPE_CHECKING:
    from decisionnlp.document import Minutes

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Danish meeting minutes (referater) into structured, traceable decisions.",
)
app.add_typer(corpus.app, name="corpus")
app.command()(evaluation.evaluate)
app.command()(evaluation.compare)
app.command()(training.train)


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


@app.command()
def analyze(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Referater: PDF, DOCX, HTML, ODT, EML, MSG, text.")
    ],
    meeting_date: Annotated[
        str | None, typer.Option("--meeting-date", metavar="DATE", help="Day of the meeting, e.g. 2024-01-23.")
    ] = None,
    format: Annotated[
        str, typer.Option("--format", help="table, json, jsonl, csv, xlsx, md, html, ics, jsonld or popolo.")
    ] = "table",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file instead of stdout.")] = None,
    model: Annotated[str, typer.Option("--model", help="linear, rules, a model's name, or its directory.")] = "linear",
    units: Annotated[Path | None, typer.Option("--units", help="Register of units (TOML or CSV).")] = None,
    calendar: Annotated[
        str, typer.Option("--calendar", metavar="DATES", help="Days of coming meetings, separated by commas.")
    ] = "",
    base: Annotated[
        str | None,
        typer.Option(
            "--base", metavar="NAME|PATH", help="Danish spaCy pipeline whose parse and names help find owners."
        ),
    ] = None,
    ocr: Annotated[bool, typer.Option("--ocr", help="Read scans by OCR (needs the ocr extra).")] = False,
    join: Annotated[bool, typer.Option("--join", help="Answer indstillinger given as files of their own.")] = True,
) -> None:
    """Find what was decided, who must do what, and by when."""
    from decisionnlp.export import BINARY_FORMATS, FORMATS, render
    from decisionnlp.pipeline import Analyzer, parse_date
    from decisionnlp.resolution import join_minutes

    with usage_errors():
        if format not in FORMATS:
            raise InputError("", f"no format {format!r}: choose one of {', '.join(FORMATS)}")
        if format in BINARY_FORMATS and output is None and sys.stdout.isatty():
            raise InputError("", f"--format {format} is binary: name a file with --output")
        day = parse_date(meeting_date)
        days = [found for part in calendar.split(",") if part.strip() and (found := parse_date(part)) is not None]
        analyzer = Analyzer(model=model, units=units, calendar=days, base=base)
    results, status = each_file(paths, lambda path: analyzer.analyze(path, meeting_date=day, ocr=ocr))
    if join and len(results) > 1:
        results = list(join_minutes(results))
    try:
        if results and format == "table":
            _print_table(results, output)
        elif results:
            write_output(render(results, format), output)
    except DecisionnlpError as error:
        fail(error)
        status = 2
    raise typer.Exit(status)


def _print_table(results: list[Minutes], output: Path | None) -> None:
    import io

    from rich.console import Console

    from decisionnlp.export.terminal import print_results

    if output is None:
        print_results(results, Console(highlight=False, soft_wrap=False))
        return
    stream = io.StringIO()
    print_results(results, Console(file=stream, width=120, highlight=False))
    write_output(stream.getvalue(), output)


def main() -> None:
    """Console entry point."""
    app()
