"""A summary as dictionary, plain text, Markdown and HTML: headings of the bilag, every sentence with page and place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from html import escape as html_escape
from itertools import groupby
from typing import Any

from decisionnlp.contract import source_to_dict
from decisionnlp.document import SCHEMA_VERSION, Span
from decisionnlp.summarization.records import KeyDate, KeyFigure, PaperSummary, PlannedRow, Summary, SummarySentence

# What would be read as Markdown or HTML inside a line of running text.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&])")


def summary_to_dict(summary: Summary) -> dict[str, Any]:
    """The JSON contract of summaries, version 1; everything beside the first four keys is an addition."""
    return {
        "schema_version": SCHEMA_VERSION,
        "source": source_to_dict(summary.source),
        "words": summary.words,
        "sentences": [asdict(sentence) for sentence in summary.sentences],
        "title": summary.title,
        "papers": [{**asdict(paper), "words": paper.words} for paper in summary.papers],
        "figures": [asdict(figure) for figure in summary.figures],
        "dates": [asdict(day) for day in summary.dates],
        "planned": [asdict(row) for row in summary.planned],
        "report": asdict(summary.report),
    }


def by_heading(sentences: Sequence[SummarySentence]) -> list[tuple[str, list[SummarySentence]]]:
    """Runs of sentences under one heading of the bilag, in document order; empty where none is known."""
    return [
        (heading, list(group)) for heading, group in groupby(sentences, key=lambda sentence: sentence.heading or "")
    ]


def _papers(summary: Summary) -> list[PaperSummary]:
    """What is shown: the bilag of a bundle one by one; a lone paper as the summary has it."""
    if len(summary.papers) > 1:
        return list(summary.papers)
    first = summary.papers[0] if summary.papers else None
    start, end = (first.start, first.end) if first else (0, len(summary.source.text))
    return [PaperSummary(summary.title, start, end, summary.sentences, summary.figures, summary.dates)]


def _rows_of(summary: Summary, paper: PaperSummary, only: bool) -> list[PlannedRow]:
    return [row for row in summary.planned if only or paper.start <= row.start < paper.end]


def _mark(sentence: SummarySentence) -> str:
    return f" [ikke fundet i kilden: {', '.join(sentence.problems)}]" if sentence.marked else ""


# -- plain text -------------------------------------------------------------------------------------------------------


def render_text(summary: Summary) -> str:
    """The summary for a terminal, the page behind every sentence."""
    lines: list[str] = []
    shown = _papers(summary)
    for paper in shown:
        lines += [paper.title, "=" * min(len(paper.title), 100), ""] if paper.title else []
        for place, (heading, group) in enumerate(by_heading(paper.sentences)):
            lines += [heading] if heading else ["–"] if place else []
            lines += [f"  {sentence.text}{_mark(sentence)} (s. {sentence.page})" for sentence in group]
            lines.append("")
        rows = _rows_of(summary, paper, len(shown) == 1)
        if rows:
            lines += ["Plan", *(f"  {row.when or '–'}: {row.task} ({row.owner or 'ingen nævnt'})" for row in rows), ""]
    lines += _report_lines(summary)
    return "\n".join(lines).rstrip() + "\n"


def _report_lines(summary: Summary) -> list[str]:
    report = summary.report
    lines = [f"Bemærk: {warning}" for warning in report.warnings]
    if report.method != "extractive":
        lines.append(
            f"Skrevet af {report.model}: {report.generated} sætninger, {report.dropped} udeladt og {report.marked} mærket, "
            "fordi kilden ikke siger det."
        )
    return lines


# -- Markdown ---------------------------------------------------------------------------------------------------------


def escape_markdown(text: str) -> str:
    """``text`` so that Markdown shows it as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def render_markdown(summary: Summary) -> str:
    """The summary as Markdown, the page behind every sentence."""
    lines = [f"# {escape_markdown(summary.source.path or summary.title or 'Sammendrag')}", ""]
    shown = _papers(summary)
    for paper in shown:
        lines += [f"## {escape_markdown(paper.title)}", ""] if paper.title else []
        for place, (heading, group) in enumerate(by_heading(paper.sentences)):
            lines += [f"### {escape_markdown(heading)}", ""] if heading else ["---", ""] if place else []
            lines += [_markdown_sentence(sentence) for sentence in group]
            lines.append("")
        lines += _markdown_tables(paper.figures, paper.dates, _rows_of(summary, paper, len(shown) == 1))
    report = _report_lines(summary)
    if report:
        lines += ["## Bemærk", "", *(f"- {escape_markdown(line)}" for line in report), ""]
    return "\n".join(lines)


def _markdown_sentence(sentence: SummarySentence) -> str:
    mark = escape_markdown(_mark(sentence))
    return f"- {escape_markdown(sentence.text)}{mark} *(s. {sentence.page}, tegn {sentence.start}–{sentence.end})*"


def _markdown_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    if not rows:
        return []
    head = [f"**{title}**", "", f"| {' | '.join(columns)} |", "|" + " --- |" * len(columns)]
    return [*head, *(f"| {' | '.join(map(escape_markdown, row))} |" for row in rows), ""]


def _markdown_tables(figures: Sequence[KeyFigure], dates: Sequence[KeyDate], rows: Sequence[PlannedRow]) -> list[str]:
    found: list[str] = []
    for title, columns, table in _tables(figures, dates, rows):
        found += _markdown_table(title, columns, [cells for cells, _ in table])
    return found


Rows = list[tuple[tuple[str, ...], Span]]
Table = tuple[str, tuple[str, ...], Rows]


def _tables(figures: Sequence[KeyFigure], dates: Sequence[KeyDate], rows: Sequence[PlannedRow]) -> list[Table]:
    """(title, columns, rows with their place) of each table that has rows."""
    money: Rows = [
        ((figure.text, figure.context, str(figure.page)), Span(figure.start, figure.end)) for figure in figures
    ]
    days: Rows = [((day.text, _reading(day), day.context, str(day.page)), Span(day.start, day.end)) for day in dates]
    plans: Rows = [((row.when, row.task, row.owner, str(row.page)), Span(row.start, row.end)) for row in rows]
    tables: list[Table] = [
        ("Nøgletal", ("Tal", "Sammenhæng", "Side"), money),
        ("Datoer", ("Tid", "Læst som", "Sammenhæng", "Side"), days),
        ("Planlagte opgaver", ("Tid", "Opgave", "Ansvarlig", "Side"), plans),
    ]
    return [table for table in tables if table[2]]


def _reading(day: KeyDate) -> str:
    if day.earliest and day.latest:
        return day.earliest if day.earliest == day.latest else f"{day.earliest} – {day.latest}"
    return f"senest {day.latest}" if day.latest else f"fra {day.earliest}" if day.earliest else ""


# -- HTML -------------------------------------------------------------------------------------------------------------

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}"
    "h1{font-size:1.4rem}h2{font-size:1.15rem}h3{font-size:1rem;margin-bottom:.2rem}"
    "table{border-collapse:collapse;margin:.8rem 0}caption{text-align:left;font-weight:600}"
    "td,th{border-top:1px solid #bbb;padding:.2rem .6rem .2rem 0;text-align:left;vertical-align:top}"
    "a{color:#0a4a8f}.lead{color:#555}mark.unsure{background:#ffd9d9}pre{white-space:pre-wrap;border-top:2px solid #bbb;padding-top:1rem}"
    ":target{background:#fff2a8}"
)


def render_html(summary: Summary) -> str:
    """One page: the summary above, the whole text below; every link leads to the words in the text."""
    title = html_escape(summary.title or summary.source.path or "Sammendrag")
    shown = _papers(summary)
    body = [f"<h1>{title}</h1>", f"<p>{summary.words} ord</p>"]
    anchors: dict[int, int] = {}
    for paper in shown:
        if len(shown) > 1:
            body.append(f"<h2>{html_escape(paper.title)}</h2>")
        for place, (heading, group) in enumerate(by_heading(paper.sentences)):
            body += [f"<h3>{html_escape(heading)}</h3>"] if heading else ["<hr>"] if place else []
            body.append("<p>" + " ".join(_html_sentence(sentence, anchors) for sentence in group) + "</p>")
        for caption, columns, table in _tables(paper.figures, paper.dates, _rows_of(summary, paper, len(shown) == 1)):
            body += _html_table(caption, columns, table, anchors)
    body += [f"<p>{html_escape(line)}</p>" for line in _report_lines(summary)]
    body += ["<h2>Kilden</h2>", f"<pre>{_anchored(summary.source.text, anchors)}</pre>"]
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title><style>{_STYLE}</style>'
    return f'<!doctype html><html lang="da"><head>{head}</head><body>{"".join(body)}</body></html>\n'


def _html_sentence(sentence: SummarySentence, anchors: dict[int, int]) -> str:
    anchors[sentence.start] = max(sentence.end, anchors.get(sentence.start, 0))
    text = html_escape(sentence.text)
    if sentence.marked:
        text = f'<mark class="unsure" title="{html_escape(_mark(sentence).strip())}">{text}</mark>'
    kind = ' class="lead"' if sentence.role == "lead" else ""
    return f'<span{kind}>{text} <a href="#c{sentence.start}">s. {sentence.page}</a></span>'


def _html_table(
    caption: str, columns: Sequence[str], rows: Sequence[tuple[tuple[str, ...], Span]], anchors: dict[int, int]
) -> list[str]:
    out = [f"<table><caption>{caption}</caption><tr>", *(f"<th>{column}</th>" for column in columns), "</tr>"]
    for cells, span in rows:
        anchors.setdefault(span.start, span.end)
        *others, page = map(html_escape, cells)
        tds = "".join(f"<td>{cell}</td>" for cell in others)
        out.append(f'<tr>{tds}<td><a href="#c{span.start}">s. {page}</a></td></tr>')
    return [*out, "</table>"]


def _anchored(text: str, anchors: dict[int, int]) -> str:
    """The source with an anchor at every place that is linked to."""
    out: list[str] = []
    position = 0
    for start in sorted(anchors):
        out.append(html_escape(text[position:start], quote=False))
        stop = min([anchors[start], *(other for other in anchors if start < other < anchors[start])])
        out.append(f'<span id="c{start}">{html_escape(text[start:stop], quote=False)}</span>')
        position = stop
    return "".join([*out, html_escape(text[position:], quote=False)])
