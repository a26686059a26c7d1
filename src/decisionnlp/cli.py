"""The command line: options and messages only; what happens is in the rooms behind it.

Progress and messages go to stderr, data to stdout. Exit codes: 0 done, 1 a gate failed, 2 bad input or usage.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from decisionnlp.errors import DecisionnlpError, InputError
from decisionnlp.version import __version__

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Danish meeting minutes (referater) into structured, traceable decisions.",
)
T = TypeVar("T")


def fail(error: Exception) -> None:
    """One line on stderr for an input that could not be used."""
    print(f"decisionnlp: {error}", file=sys.stderr)


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


def each_file(paths: list[Path], work: Callable[[Path], T]) -> tuple[list[T], int]:
    """``work`` done on every path; a file that cannot be used is reported and the others are still done.

    Returns the results and the exit code: 2 where any file failed.
    """
    results: list[T] = []
    status = 0
    for path in paths:
        try:
            results.append(work(path))
        except DecisionnlpError as error:
            fail(error if not isinstance(error, InputError) or error.path else InputError(str(path), error.reason))
            status = 2
    return results, status


def write_output(rendered: str | bytes, output: Path | None) -> None:
    """To the file named, whole or not at all, or to stdout."""
    data = rendered.encode() if isinstance(rendered, str) else rendered
    if output is None or str(output) == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    temporary = output.with_name(f".{output.name}.part")
    try:
        temporary.write_bytes(data)
        temporary.replace(output)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise InputError(str(output), f"cannot be written: {error.strerror}") from error


@app.command()
def analyze(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Referater: PDF, DOCX, HTML, ODT, EML, MSG, text.")],
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
    ocr: Annotated[bool, typer.Option("--ocr", help="Read scans by OCR (needs the ocr extra).")] = False,
    join: Annotated[bool, typer.Option("--join", help="Answer indstillinger given as files of their own.")] = True,
) -> None:
    """Find what was decided, who must do what, and by when."""
    from decisionnlp.export import BINARY_FORMATS, FORMATS, render
    from decisionnlp.pipeline import Analyzer, join_documents, parse_date

    try:
        if format not in FORMATS:
            raise InputError("", f"no format {format!r}: choose one of {', '.join(FORMATS)}")
        if format in BINARY_FORMATS and output is None and sys.stdout.isatty():
            raise InputError("", f"--format {format} is binary: name a file with --output")
        day = parse_date(meeting_date)
        days = [found for part in calendar.split(",") if part.strip() and (found := parse_date(part)) is not None]
        analyzer = Analyzer(model=model, units=units, calendar=days)
    except DecisionnlpError as error:
        fail(error)
        raise typer.Exit(2) from None
    results, status = each_file(paths, lambda path: analyzer.analyze(path, meeting_date=day, ocr=ocr))
    if join and len(results) > 1:
        results = join_documents(results)
    try:
        if results and format == "table":
            _print_table(results, output)
        elif results:
            write_output(render(results, format), output)
    except DecisionnlpError as error:
        fail(error)
        status = 2
    raise typer.Exit(status)


def _print_table(results: list, output: Path | None) -> None:  # type: ignore[type-arg]
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
