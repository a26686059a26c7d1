"""``decisionnlp analyze``."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from decisionnlp.commands.shared import (
    CalendarOption,
    ModelOption,
    OcrOption,
    OutputOption,
    UnitsOption,
    completing,
    each_file,
    fail,
    usage_errors,
    write_output,
)
from decisionnlp.errors import DecisionnlpError, InputError, no_such

if TYPE_CHECKING:
    from decisionnlp.document import Minutes


def analyze(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Referater: PDF, DOCX, HTML, ODT, EML, MSG, text.")
    ],
    meeting_date: Annotated[
        str | None, typer.Option("--meeting-date", metavar="DATE", help="Day of the meeting, e.g. 2024-01-23.")
    ] = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            autocompletion=completing("decisionnlp.export", "FORMATS"),
            help="table, json, jsonl, csv, xlsx, md, html, ics, jsonld or popolo.",
        ),
    ] = "table",
    output: OutputOption = None,
    model: ModelOption = "linear",
    units: UnitsOption = None,
    calendar: CalendarOption = "",
    base: Annotated[
        str | None,
        typer.Option("--base", metavar="NAME|PATH", help="Danish spaCy pipeline whose parse helps find owners."),
    ] = None,
    ocr: OcrOption = False,
    password: Annotated[str | None, typer.Option("--password", help="Password of an encrypted PDF.")] = None,
    pseudonymize: Annotated[
        bool, typer.Option("--pseudonymize", help="Replace private persons by pseudonyms, mask CPR and phone numbers.")
    ] = False,
    public: Annotated[bool, typer.Option("--public", help="Leave out closed items (lukkede punkter).")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say what spoke for and against each label (table and json).")
    ] = False,
    link: Annotated[
        str | None,
        typer.Option(
            "--link", metavar="URL", help="Where the files are published; ics, xlsx, jsonld and popolo link there."
        ),
    ] = None,
    join: Annotated[bool, typer.Option("--join", help="Answer indstillinger given as files of their own.")] = True,
) -> None:
    """Find what was decided, who must do what, and by when."""
    from decisionnlp.export import BINARY_FORMATS, FORMATS, LINKING_FORMATS, render
    from decisionnlp.pipeline import Analyzer, parse_date
    from decisionnlp.privacy import protect
    from decisionnlp.resolution import join_minutes

    with usage_errors():
        if format not in FORMATS:
            raise InputError("", no_such("format", format, FORMATS))
        if format in BINARY_FORMATS and output is None and sys.stdout.isatty():
            raise InputError("", f"--format {format} is binary: name a file with --output")
        if link is not None and (format not in LINKING_FORMATS or not link.startswith(("https://", "http://"))):
            raise InputError("", f"--link is an http address for --format {', '.join(sorted(LINKING_FORMATS))}")
        day = parse_date(meeting_date)
        days = [found for part in calendar.split(",") if part.strip() and (found := parse_date(part)) is not None]
        analyzer = Analyzer(model=model, units=units, calendar=days, base=base)
        if explain and format not in ("table", "json"):
            raise InputError("", f"--explain goes with --format table or json, not {format}")

    def work(path: Path) -> Minutes:
        return analyzer.analyze(path, meeting_date=day, ocr=ocr, password=password)

    results, status = each_file(paths, work)
    if join and len(results) > 1:
        results = list(join_minutes(results))
    reasons = [_explained(minutes, model) for minutes in results] if explain else []
    results = [protect(minutes, names=pseudonymize, closed=public) for minutes in results]
    try:
        if results and format == "table":
            _print_table(results, reasons, output)
        elif results and explain:
            write_output(_json_with_reasons(results, reasons), output)
        elif results:
            write_output(render(results, format, link_base=link), output)
    except DecisionnlpError as error:
        fail(error)
        status = 2
    raise typer.Exit(status)


def _explained(minutes: Minutes, model: str) -> list[dict[str, Any]]:
    from decisionnlp.pipeline import explanations

    return [
        {"start": sentence.start, "end": sentence.end, "page": sentence.page, "reasons": explanation.lines()}
        for sentence, explanation in explanations(minutes, model=model)
    ]


def _json_with_reasons(results: list[Minutes], reasons: list[list[dict[str, Any]]]) -> str:
    data = [{**minutes.to_dict(), "explanations": own} for minutes, own in zip(results, reasons, strict=True)]
    return json.dumps(data[0] if len(data) == 1 else data, ensure_ascii=False, indent=1) + "\n"


def _print_table(results: list[Minutes], reasons: list[list[dict[str, Any]]], output: Path | None) -> None:
    from rich.console import Console
    from rich.text import Text

    from decisionnlp.export.terminal import print_results

    stream = io.StringIO()
    console = Console(highlight=False) if output is None else Console(file=stream, width=120, highlight=False)
    print_results(results, console)
    for own in reasons:
        for entry in own:
            console.print(Text(f"s. {entry['page']}, tegn {entry['start']}-{entry['end']}", style="bold"))
            for line in entry["reasons"]:
                console.print(Text(f"  {line}"))
    if output is not None:
        write_output(stream.getvalue(), output)
