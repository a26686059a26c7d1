"""``decisionnlp evaluate`` and ``decisionnlp compare``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from decisionnlp.commands.shared import progress_bar, usage_errors, write_output


def evaluate(
    suite: Annotated[Path, typer.Option("--suite", help="What is run and required (TOML).")],
    corpus: Annotated[Path, typer.Option("--corpus", help="Folder with annotated minutes.")] = Path("annotations"),
    model: Annotated[str | None, typer.Option("--model", help="Use this model in every run.")] = None,
    report: Annotated[Path | None, typer.Option("--report", help="Write JSON, Markdown, HTML and JUnit here.")] = None,
    results: Annotated[
        Path | None, typer.Option("--results", help="Write <suite>-<version>.json and .md here, to keep with the code.")
    ] = None,
    keep: Annotated[
        Path | None, typer.Option("--keep", help="Keep finished runs here; an interrupted suite goes on from them.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="Runs measured at a time.")] = 1,
    worst: Annotated[
        int, typer.Option("--worst", min=0, help="Write the N surest errors with their reasons (errors.md, or stdout).")
    ] = 0,
) -> None:
    """Measure against gold minutes; exit code 1 where a required figure is not reached."""
    from decisionnlp.corpus.store import load_corpus
    from decisionnlp.evaluation import judge, read_suite, run_suite
    from decisionnlp.evaluation.errors import errors_markdown
    from decisionnlp.evaluation.gate import summary, write_step_summary
    from decisionnlp.evaluation.report import markdown, write_by_version, write_reports

    with usage_errors():
        chosen = read_suite(suite)
        gold = load_corpus(corpus)
        with progress_bar() as progress:
            result = run_suite(chosen, gold, model=model, errors=worst > 0, keep=keep, jobs=jobs, progress=progress)
        verdicts = judge(chosen, result)
        if report is not None:
            write_reports(result, verdicts, report)
        if results is not None:
            write_by_version(result, verdicts, results, chosen.keep)
    print(markdown(result))
    if worst:
        text = "\n".join(errors_markdown(run.name, run.errors, worst, run.outcome_errors) for run in result.runs)
        with usage_errors():
            write_output(text, None if report is None else report / "errors.md")
    for verdict in verdicts:
        print(verdict.line())
    write_step_summary(f"# {result.suite}\n\n{summary(verdicts)}\n")
    raise typer.Exit(0 if all(verdict.passed for verdict in verdicts) else 1)


def compare(
    old: Annotated[Path, typer.Argument(help="results.json of the old version.")],
    new: Annotated[Path, typer.Argument(help="results.json of the new version.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write Markdown to this file.")] = None,
    most: Annotated[int, typer.Option("--most", min=1, help="Cases shown per run and direction.")] = 100,
) -> None:
    """Every gain and loss between two results, with intervals of the difference."""
    from decisionnlp.evaluation import compare as compare_results
    from decisionnlp.evaluation import read_results
    from decisionnlp.evaluation.comparison import comparison_markdown
    from decisionnlp.evaluation.gate import write_step_summary

    with usage_errors():
        text = comparison_markdown(compare_results(read_results(old), read_results(new)), most=most) + "\n"
        write_output(text, output)
    write_step_summary(text)
