"""The command ``summarize``: bilag into summaries."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from decisionnlp.commands.shared import OcrOption, completing, each_file, progress_bar, usage_errors, write_output
from decisionnlp.errors import InputError, no_such

if TYPE_CHECKING:
    from collections.abc import Callable

    from decisionnlp.document import FollowUp, Source
    from decisionnlp.summarization import Summary

FORMATS = ("text", "json", "md", "html")


def summarize(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Bilag: PDF, DOCX, HTML, ODT, EML, MSG, text.")
    ],
    words: Annotated[int, typer.Option("--words", min=1, help="At most so many words.")] = 120,
    sentences: Annotated[
        int | None, typer.Option("--sentences", min=1, help="At most so many sentences, instead of words.")
    ] = None,
    ratio: Annotated[
        float | None, typer.Option("--ratio", help="At most this share of the words, e.g. 0.1, instead of words.")
    ] = None,
    focus: Annotated[
        str | None,
        typer.Option(
            "--focus",
            autocompletion=completing("decisionnlp.summarization.focus", "FOCUSES"),
            help="decisions, economy or actions.",
        ),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="Title of the agenda item the bilag belongs to.")] = None,
    recommendation: Annotated[
        str | None, typer.Option("--recommendation", help="Indstilling of the agenda item the bilag belongs to.")
    ] = None,
    meeting_date: Annotated[
        str | None, typer.Option("--meeting-date", metavar="DATE", help="Day of the meeting, e.g. 2024-01-23.")
    ] = None,
    format: Annotated[
        str, typer.Option("--format", autocompletion=completing(__name__, "FORMATS"), help="text, json, md or html.")
    ] = "text",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="Write to this file instead of stdout; html pages of several files into this folder."
        ),
    ] = None,
    model: Annotated[
        str | None, typer.Option("--model", help="Write anew with this language model (folder or hub id) and check it.")
    ] = None,
    revision: Annotated[str | None, typer.Option("--revision", help="Commit of a model of the hub.")] = None,
    gguf_file: Annotated[str | None, typer.Option("--gguf-file", help="GGUF file in the model's folder.")] = None,
    local_files_only: Annotated[bool, typer.Option("--local-files-only", help="Download nothing.")] = False,
    unfaithful: Annotated[
        str,
        typer.Option(
            "--unfaithful", help="What to do with written sentences the source does not bear out: drop or mark."
        ),
    ] = "drop",
    ocr: OcrOption = False,
) -> None:
    """Summarise bilag: whole sentences with page and place, key figures, dates and plans."""
    with usage_errors():
        if format not in FORMATS:
            raise InputError("", no_such("format", format, FORMATS))
        pages = format == "html" and len(paths) > 1
        if pages and (output is None or output.is_file() or str(output) == "-"):
            raise InputError("", "--format html for several files needs --output with a folder: one page for each file")
        work = _worker(
            {
                "words": words,
                "sentences": sentences,
                "ratio": ratio,
                "focus": focus,
                "title": title,
                "recommendation": recommendation,
            },
            meeting_date,
            (model, revision, gguf_file, local_files_only, unfaithful),
            ocr,
        )
    with progress_bar() as progress:
        results, status = each_file(paths, lambda path: work(path, progress))
    with usage_errors():
        if results and pages and output is not None:
            _write_pages(results, output)
        elif results:
            write_output(_render(results, format, len(paths) > 1), output)
    raise typer.Exit(status)


def _worker(
    wish: dict[str, object],
    meeting_date: str | None,
    writer: tuple[str | None, str | None, str | None, bool, str],
    ocr: bool,
) -> Callable[[Path, Callable[[str, int, int], None]], Summary]:
    from decisionnlp.pipeline import parse_date
    from decisionnlp.reading import read
    from decisionnlp.summarization import summarize_source, write_summary
    from decisionnlp.summarization.abstractive.generation import load_generator
    from decisionnlp.summarization.abstractive.summarizing import Writing

    day = parse_date(meeting_date)
    model, revision, gguf_file, local_files_only, unfaithful = writer
    writing = Writing(unfaithful=unfaithful)
    writing.check()
    generator = (
        load_generator(model, revision=revision, gguf_file=gguf_file, local_files_only=local_files_only)
        if model
        else None
    )

    def work(path: Path, progress: Callable[[str, int, int], None]) -> Summary:
        source = read(path, ocr=ocr)
        options = {**wish, "meeting_date": day, "planned": _planned(source), "progress": progress}
        if generator is not None:
            return write_summary(source, generator, writing=writing, **options)  # type: ignore[arg-type]
        return summarize_source(source, **options)  # type: ignore[arg-type]

    return work


def _write_pages(results: list[Summary], folder: Path) -> None:
    """``<name>.html`` for each file; of files of one name the second is ``<name>-2.html``.

    Raises:
        InputError: the folder or a page cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(str(folder), f"cannot be made: {error.strerror}") from error
    taken: set[str] = set()
    for one in results:
        stem = Path(one.source.path).stem
        name = next(name for turn in count(1) if (name := stem if turn == 1 else f"{stem}-{turn}") not in taken)
        taken.add(name)
        write_output(one.to_html(), folder / f"{name}.html")


def _planned(source: Source) -> list[FollowUp]:
    """The rows of the document's plan tables."""
    from decisionnlp.resolution import resolve
    from decisionnlp.segmentation import segment

    segmentation = segment(source)
    meetings = resolve(segmentation.meetings, source, segmentation.furniture)
    every = [
        task
        for meeting in meetings
        for task in (*meeting.follow_ups, *(t for item in meeting.items for t in item.follow_ups))
    ]
    return [task for task in every if task.kind == "planned"]


def _render(results: list[Summary], format: str, several: bool) -> str:
    if format == "json":
        return (
            json.dumps(
                [one.to_dict() for one in results] if several else results[0].to_dict(), ensure_ascii=False, indent=2
            )
            + "\n"
        )
    render = {"text": "to_text", "md": "to_markdown", "html": "to_html"}[format]
    parts = [str(getattr(one, render)()) for one in results]
    if several and format == "text":
        parts = [f"{one.source.path}\n\n{part}" for one, part in zip(results, parts, strict=True)]
    return "\n".join(parts)
