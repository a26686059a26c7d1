"""``decisionnlp batch`` and ``decisionnlp ledger``."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from decisionnlp.commands.shared import (
    CalendarOption,
    ModelOption,
    OcrOption,
    OutputOption,
    UnitsOption,
    completing,
    usage_errors,
)


def batch(
    source: Annotated[
        Path, typer.Argument(metavar="IN", help="A folder, or a file with one path a line (- for stdin).")
    ],
    output: Annotated[
        Path, typer.Argument(metavar="OUT", help="Folder for the tables; a run that was stopped goes on there.")
    ],
    workers: Annotated[int | None, typer.Option("--workers", min=1, help="Processes (default: one per core).")] = None,
    format: Annotated[
        str,
        typer.Option(
            "--format", autocompletion=completing("decisionnlp.running.parts", "FORMATS"), help="jsonl or parquet."
        ),
    ] = "jsonl",
    timeout: Annotated[
        float, typer.Option("--timeout", min=0, help="Seconds that one file may take; 0 for no limit.")
    ] = 120,
    memory: Annotated[
        int, typer.Option("--memory", min=0, metavar="MB", help="Memory that one file may take; 0 for no limit.")
    ] = 2048,
    meeting_date: Annotated[
        str | None, typer.Option("--meeting-date", metavar="DATE", help="Day of the meeting, for every file.")
    ] = None,
    model: ModelOption = "linear",
    units: UnitsOption = None,
    calendar: CalendarOption = "",
    ocr: OcrOption = False,
    pseudonymize: Annotated[
        bool, typer.Option("--pseudonymize", help="Replace private persons; mask CPR and phone numbers.")
    ] = False,
    public: Annotated[bool, typer.Option("--public", help="Leave out closed items.")] = False,
    restart: Annotated[bool, typer.Option("--restart", help="Forget an earlier batch in OUT.")] = False,
    retry: Annotated[bool, typer.Option("--retry", help="Try files again that failed in an earlier run.")] = False,
) -> None:
    """Analyse thousands of files; stopped or killed, the same command goes on where it was."""
    from decisionnlp.pipeline import parse_date
    from decisionnlp.running.analysis import Settings
    from decisionnlp.running.batch import run_batch

    with usage_errors():
        day = parse_date(meeting_date)
        days = tuple(found.isoformat() for part in calendar.split(",") if part.strip() and (found := parse_date(part)))
        settings = Settings(
            model=model,
            units=str(units) if units is not None else None,
            calendar=days,
            meeting_date=day.isoformat() if day else None,
            ocr=ocr,
            pseudonymize=pseudonymize,
            public=public,
        )
        try:
            with _rate() as progress:
                report = run_batch(
                    source, output, settings=settings, workers=workers, format=format, timeout=timeout or None,
                    memory_mb=memory or None, restart=restart, retry=retry, progress=progress,
                )  # fmt: skip
        except KeyboardInterrupt:
            print("stopped; the same command goes on where this one was", file=sys.stderr)
            raise typer.Exit(130) from None
    for note in report.notes:
        print(note, file=sys.stderr)
    resumed = f" ({report.resumed} of them in earlier runs)" if report.resumed else ""
    print(f"{report.files} files{resumed}: {report.analysed} analysed, {report.failed} failed", file=sys.stderr)
    if report.failed:
        print(f"why: {output / 'errors.csv'}", file=sys.stderr)
    raise typer.Exit(0 if report.analysed else 2)


@contextmanager
def _rate() -> Iterator[Callable[[int, int, int], None]]:
    """A bar with rate and time left on stderr; where stderr is no terminal, a line every ten seconds."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (
        BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TextColumn("{task.fields[failed]} failed"),
        TimeRemainingColumn(),
    )  # fmt: skip
    began = last = time.monotonic()
    first: int | None = None
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None, rate="", failed=0)

        def advance(done: int, failed: int, total: int) -> None:
            nonlocal last, first
            now = time.monotonic()
            first = done if first is None else first
            rate = (done - first) / max(now - began, 1e-6)
            if console.is_terminal:
                bar.update(task, completed=done, total=total, rate=f"{rate:.1f} files/s", failed=failed)
            elif now - last >= 10:
                last = now
                left = (total - done) / rate if rate else 0.0
                print(f"{done}/{total} files, {rate:.1f} files/s, {left:.0f} s left, {failed} failed", file=sys.stderr)

        yield advance


def ledger(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder with the referater of a body (or several).")],
    values: Annotated[
        list[str] | None, typer.Argument(metavar="[FIELD=VALUE...]", help="With --set: what to record.")
    ] = None,
    set_id: Annotated[
        str | None,
        typer.Option("--set", metavar="ID", help="Record status=, note=, owner=, deadline= for a task by hand."),
    ] = None,
    db: Annotated[Path | None, typer.Option("--db", help="The ledger's file (default: DIR/ledger.sqlite).")] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="Open, due or overdue on this day (default: today).")
    ] = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            autocompletion=completing("decisionnlp.running.ledger.rendering", "FORMATS"),
            help="table, csv, xlsx, md, json, ics or parquet.",
        ),
    ] = "table",
    output: OutputOption = None,
    state: Annotated[
        str,
        typer.Option(
            "--state",
            autocompletion=completing("decisionnlp.running.ledger.entries", "STATES"),
            help="Only these states, separated by commas (overdue,due,open,…).",
        ),
    ] = "",
    model: ModelOption = "linear",
    units: UnitsOption = None,
    refresh: Annotated[bool, typer.Option("--refresh", help="Read unchanged files again.")] = False,
) -> None:
    """Follow-ups of many referater in one list: open, due, overdue, answered by a later referat."""
    from dataclasses import replace

    from decisionnlp.commands.shared import write_output
    from decisionnlp.errors import InputError, no_such
    from decisionnlp.pipeline import parse_date
    from decisionnlp.running.analysis import Settings
    from decisionnlp.running.ledger import set_entry, update
    from decisionnlp.running.ledger.entries import STATES
    from decisionnlp.running.ledger.rendering import BINARY_FORMATS, FORMATS, print_table, render

    with usage_errors():
        if set_id is not None or values:
            if set_id is None:
                raise InputError("", f"{' '.join(values or [])}: which task? Give its id with --set")
            pairs = dict(part.partition("=")[::2] for part in values or [] if "=" in part)
            if len(pairs) != len(values or []):
                raise InputError("", "write what to record as field=value, e.g. status=done")
            entry = set_entry(folder, set_id, pairs, db=db)
            told = ", ".join(f"{name}={value}" for name, value in pairs.items())
            print(f"{entry.id}: {told} ({entry.task[:80]})", file=sys.stderr)
            return
        if format not in FORMATS:
            raise InputError("", no_such("format", format, FORMATS))
        if format in BINARY_FORMATS and output is None and sys.stdout.isatty():
            raise InputError("", f"--format {format} is binary: name a file with --output")
        wanted = {part.strip() for part in state.split(",") if part.strip()}
        for name in sorted(wanted - set(STATES)):
            raise InputError("", no_such("state", name, STATES))
        settings = Settings(model=model, units=str(units) if units is not None else None)
        found = update(folder, db=db, settings=settings, as_of=parse_date(as_of), refresh=refresh)
        for note in found.notes:
            print(f"decisionnlp: {note}", file=sys.stderr)
        if wanted:
            found = replace(
                found, entries=tuple(entry for entry in found.entries if entry.state(found.as_of) in wanted)
            )
        if format == "table" and output is None:
            from rich.console import Console

            print_table(found, Console(highlight=False))
        else:
            write_output(render(found, format), output)
