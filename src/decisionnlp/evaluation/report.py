"""Reports of a suite: JSON, Markdown, JUnit XML, and an HTML page with plots where matplotlib is installed."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from decisionnlp.evaluation.gate import Verdict, summary
from decisionnlp.evaluation.overview import overview, overview_markdown
from decisionnlp.evaluation.results import DocumentResult, Figure, RunResult, SuiteResult, write_results

_STYLE = """body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
table{border-collapse:collapse;margin:1rem 0}td,th{border:1px solid #ccc;padding:.25rem .6rem;text-align:left}
td.n{text-align:right;font-variant-numeric:tabular-nums}img{max-width:100%}.failed{color:#a40000;font-weight:600}
details{margin:.5rem 0}code{background:#f3f3f3;padding:0 .2rem}"""


def write_reports(result: SuiteResult, verdicts: Sequence[Verdict], directory: Path) -> list[Path]:
    """Write ``results.json``, ``report.md``, ``report.html`` and ``junit.xml`` below ``directory``; returns the paths."""
    directory.mkdir(parents=True, exist_ok=True)
    paths = [directory / name for name in ("results.json", "report.md", "report.html", "junit.xml")]
    write_results(result, paths[0])
    paths[1].write_text(markdown(result, verdicts), encoding="utf-8")
    paths[2].write_text(page(result, verdicts), encoding="utf-8")
    paths[3].write_bytes(junit(result, verdicts))
    return paths


def write_by_version(result: SuiteResult, verdicts: Sequence[Verdict], directory: Path, keep: Sequence[str]) -> Path:
    """Write ``<suite>-<version>.json`` and ``.md`` below ``directory``: results that are kept with the code. Documents and curves
    of the runs in ``keep`` alone are in the JSON (of all runs where it is empty)."""
    directory.mkdir(parents=True, exist_ok=True)
    path = directory / f"{result.suite}-{result.versions['decisionnlp']}.json"
    runs = (run if not keep or run.name in keep else replace(run, documents=(), curves={}) for run in result.runs)
    write_results(replace(result, runs=tuple(runs)), path)
    path.with_suffix(".md").write_text(markdown(result, verdicts), encoding="utf-8")
    return path


def _value(figure: Figure) -> str:
    return "–" if figure.value is None else f"{figure.value:.3f}"


def _interval(figure: Figure) -> str:
    return f"{figure.low:.3f}–{figure.high:.3f}" if figure.low is not None and figure.high is not None else ""


def _optional(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def markdown(result: SuiteResult, verdicts: Sequence[Verdict] = ()) -> str:
    """The figures of every run as Markdown tables."""
    corpus = f"{result.corpus.get('documents')} documents, {result.corpus.get('sentences')} sentences"
    lines = [f"# {result.suite}", "", f"Corpus: {corpus}.", ""]
    if verdicts:
        lines += [summary(verdicts), ""]
    if len(result.runs) > 1:
        lines += [*overview_markdown(result), "", *([f"Costs: {result.machine}.", ""] if result.machine else [])]
    for run in result.runs:
        lines += [f"## {run.name}", "", _about(run), ""]
        lines += ["| measure | value | 95 % interval | precision | recall |", "|---|---|---|---|---|"]
        for name, figure in run.figures.items():
            cells = (name, _value(figure), _interval(figure), _optional(figure.precision), _optional(figure.recall))
            lines.append(f"| {' | '.join(cells)} |")
        lines.append("")
    for table, figures in result.tables.items():
        lines += [f"## {table}", "", "| measure | value | 95 % interval |", "|---|---|---|"]
        lines += [f"| {name} | {_value(figure)} | {_interval(figure)} |" for name, figure in figures.items()]
        lines.append("")
    return "\n".join(lines)


def _about(run: RunResult) -> str:
    failed = f" {run.failed} documents failed." if run.failed else ""
    return (
        f"Model `{run.model}`, input {run.input}, split {run.split}, validation {run.validation}, "
        f"{len(run.documents)} documents.{failed}"
    )


def junit(result: SuiteResult, verdicts: Sequence[Verdict]) -> bytes:
    """One test case per requirement, for CI systems that show JUnit XML."""
    failures = sum(not verdict.passed for verdict in verdicts)
    root = Element("testsuite", name=result.suite, tests=str(len(verdicts)), failures=str(failures), errors="0")
    for verdict in verdicts:
        case = SubElement(root, "testcase", classname=result.suite, name=verdict.name)
        if not verdict.passed:
            SubElement(case, "failure", message=verdict.line())
    indent(root)
    rendered: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return rendered


def page(result: SuiteResult, verdicts: Sequence[Verdict] = ()) -> str:
    """The HTML report: self-contained, no script, plots as embedded SVG."""
    from decisionnlp.evaluation.plots import plots

    parts = [f"<h1>{html.escape(result.suite)}</h1>"]
    versions = ", ".join(f"{name} {number}" for name, number in result.versions.items())
    parts.append(f"<p>{html.escape(versions)}</p>")
    if verdicts:
        rows = "".join(
            f"<tr{'' if verdict.passed else ' class=failed'}><td>{html.escape(verdict.line())}</td></tr>"
            for verdict in verdicts
        )
        parts.append(f"<h2>Requirements</h2><table>{rows}</table>")
    if len(result.runs) > 1:
        parts.append(_overview(result))
    for run in result.runs:
        parts += [f"<h2>{html.escape(run.name)}</h2>", f"<p>{html.escape(_about(run))}</p>", _figure_table(run.figures)]
        parts += [f"<figure>{drawn}</figure>" for drawn in plots(run)]
        parts += [_groups(run), _confusion(run), _errors(run)]
    for table, figures in result.tables.items():
        parts += [f"<h2>{html.escape(table)}</h2>", _figure_table(figures)]
    body = "\n".join(parts)
    title = html.escape(result.suite)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body>{body}</body></html>\n'
    )


def _overview(result: SuiteResult) -> str:
    head, rows = overview(result)
    cells = "".join(f"<th>{html.escape(cell)}</th>" for cell in head)
    body = "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    machine = f"<p>Costs: {html.escape(result.machine)}.</p>" if result.machine else ""
    return f"<h2>Side by side</h2><table><tr>{cells}</tr>{body}</table>{machine}"


def _figure_table(figures: dict[str, Figure]) -> str:
    head = "<tr><th>measure</th><th>value</th><th>95 % interval</th><th>precision</th><th>recall</th><th>hit / extra / missed</th></tr>"
    rows = []
    for name, figure in figures.items():
        counts = figure.counts
        shown = f"{counts.hit} / {counts.extra} / {counts.missed}" if counts else ""
        cells = (_value(figure), _interval(figure), _optional(figure.precision), _optional(figure.recall), shown)
        rows.append(f"<tr><td>{html.escape(name)}</td>{''.join(f'<td class=n>{cell}</td>' for cell in cells)}</tr>")
    return f"<table>{head}{''.join(rows)}</table>"


def _groups(run: RunResult) -> str:
    parts = []
    for kind, rows in run.groups.items():
        names = list(next(iter(rows.values()), {}))
        head = "".join(f"<th>{html.escape(name)}</th>" for name in (kind, *names))
        body = "".join(
            f"<tr><td>{html.escape(group)}</td>"
            + "".join(f"<td class=n>{'–' if row[name] is None else row[name]}</td>" for name in names)
            + "</tr>"
            for group, row in rows.items()
        )
        parts.append(
            f"<details><summary>by {html.escape(kind)}</summary><table><tr>{head}</tr>{body}</table></details>"
        )
    return "".join(parts)


def _confusion(run: RunResult) -> str:
    """Item outcomes: gold in rows, predicted in columns."""
    pairs = [pair for document in run.documents for pair in document.outcomes]
    rows = sorted({gold for gold, _ in pairs})
    columns = sorted({said for _, said in pairs})
    head = "".join(f"<th>{html.escape(name)}</th>" for name in ("gold ↓ predicted →", *columns))
    body = "".join(
        f"<tr><th>{html.escape(row)}</th>"
        + "".join(f"<td class=n>{pairs.count((row, column))}</td>" for column in columns)
        + "</tr>"
        for row in rows
    )
    return f"<details><summary>item outcomes</summary><table><tr>{head}</tr>{body}</table></details>"


def _errors(run: RunResult) -> str:
    parts = []
    for document in run.documents:
        lines = [*_label_errors(document), *_task_errors(document)]
        if document.failed:
            lines.insert(0, f"<li class=failed>{html.escape(document.failed)}</li>")
        if lines:
            parts.append(f"<h4>{html.escape(document.id)}</h4><ul>{''.join(lines)}</ul>")
    return f"<details><summary>errors</summary>{''.join(parts)}</details>"


def _label_errors(document: DocumentResult) -> list[str]:
    return [
        f"<li><code>{case['start']}</code> {html.escape(case['text'])} — gold {_names(case['gold'])}, "
        f"predicted {_names(case['predicted'])} (zone {html.escape(case['zone'])} / {html.escape(case['predicted_zone'])})</li>"
        for case in document.sentences
        if sorted(case["gold"]) != sorted(case["predicted"])
    ]


def _names(labels: Sequence[str]) -> str:
    return html.escape(", ".join(labels) or "none")


def _task_errors(document: DocumentResult) -> list[str]:
    return [
        f"<li><code>{case['start']}</code> {html.escape(case['text'])} — owners {_names(case['owners'])} / "
        f"{_names(case['found_owners'])}; deadlines {_names(case['deadlines'])} / {_names(case['found_deadlines'])}</li>"
        for case in document.tasks
        if case["found"] and not case["complete"]
    ]
