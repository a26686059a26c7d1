"""What every command does alike: one line per unusable input, whole files or none, progress on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from decisionnlp.errors import DecisionnlpError, InputError

T = TypeVar("T")


def completing(module: str, names: str) -> Callable[[str], list[str]]:
    """Shell completion out of ``names`` of ``module``, imported when someone presses the key."""

    def complete(incomplete: str) -> list[str]:
        return [name for name in getattr(import_module(module), names) if name.startswith(incomplete)]

    return complete


def complete_models(incomplete: str) -> list[str]:
    """Names of the classifiers there are."""
    from decisionnlp.models import list_models

    known = [name for model in list_models() for name in (model.name, f"{model.name}-{model.version}")]
    return [name for name in dict.fromkeys(("rules", *known)) if name.startswith(incomplete)]


# Options that several commands have.
ModelOption = Annotated[
    str,
    typer.Option("--model", autocompletion=complete_models, help="linear, rules, a model's name, or its directory."),
]
UnitsOption = Annotated[Path | None, typer.Option("--units", help="Register of units (TOML or CSV).")]
CalendarOption = Annotated[
    str, typer.Option("--calendar", metavar="DATES", help="Days of coming meetings, separated by commas.")
]
OcrOption = Annotated[bool, typer.Option("--ocr", help="Read scans by OCR (needs the ocr extra).")]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file instead of stdout.")]


def fail(error: Exception) -> None:
    """One line on stderr for something that could not be used."""
    print(f"decisionnlp: {error}", file=sys.stderr)


@contextmanager
def usage_errors() -> Iterator[None]:
    """Errors that a user can act on become one line and exit code 2."""
    try:
        yield
    except DecisionnlpError as error:
        fail(error)
        raise typer.Exit(2) from None


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
    """To the file named, whole or not at all, or to stdout.

    Raises:
        InputError: the file cannot be written.
    """
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


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on stderr, one task per name; nothing where stderr is no terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        tasks: dict[str, object] = {}

        def advance(name: str, done: int, total: int) -> None:
            if name not in tasks:
                tasks[name] = bar.add_task(name, total=total)
            bar.update(tasks[name], completed=done)  # type: ignore[arg-type]

        yield advance
