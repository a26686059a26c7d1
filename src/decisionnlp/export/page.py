"""One self-contained HTML page: the text as it stands with its findings marked, a list to jump by, filters, a timeline.

Everything out of a document is escaped; a content security policy admits only this package's own script, by its hash.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from decisionnlp.document import FollowUp, Label, MeetingKind, Minutes, Span
from decisionnlp.export.marking import marked_text
from decisionnlp.export.rows import deadline_words, flat_text, task_words

KINDS = ("DECISION", "APPROVAL", "FOLLOW_UP", "PLANNED")


@dataclass(frozen=True, slots=True)
class Finding:
    """An entry of the side list; ``target`` is the id of the marked sentence."""

    kind: str
    target: str
    words: str
    page: int
    item: str
    owners: tuple[str, ...]
    deadlines: tuple[str, ...]
    dates: tuple[date, ...]


@cache
def _asset(name: str) -> str:
    return files("decisionnlp.export").joinpath("assets", name).read_text(encoding="utf-8")


@cache
def _words() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(_asset("words.json"))
    return found


def _word(key: str) -> str:
    """A label in Danish that the page's script can turn into English."""
    return f'<span data-word="{key}">{html.escape(_words()["da"][key])}</span>'


def render_html(results: Sequence[Minutes]) -> str:
    """The page; it needs no network, and reads fully without its script."""
    findings = [found for number, minutes in enumerate(results) for found in _findings(minutes, number)]
    script, style = _asset("page.js"), _asset("page.css")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = html.escape(", ".join(_name(minutes) for minutes in results) or "decisionnlp")
    # "<" cannot end the element early: the words are ours, and are escaped all the same.
    words = json.dumps(_words(), ensure_ascii=False).replace("<", "\\u003c")
    documents = "\n".join(_document(minutes, number) for number, minutes in enumerate(results))
    return f"""<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<a class="skip" href="#text">{_word("skip")}</a>
<header class="top"><h1>{title}</h1><p id="status" role="status" aria-live="polite">{len(findings)} {html.escape(_words()["da"]["findings"])}</p><button type="button" id="language">English</button></header>
<div class="layout">
<aside>
{_filters(findings)}
<nav id="list" aria-label="Fund" data-label="list"><h2>{_word("list")}</h2><ol class="findings">
{chr(10).join(map(_entry, findings))}
</ol></nav>
<section aria-label="Frister" data-label="timeline"><h2>{_word("timeline")}</h2>
{_timeline(findings)}
</section>
</aside>
<main id="text" tabindex="-1">
{documents}
</main>
</div>
<script type="application/json" id="words">{words}</script>
<script>{script}</script>
</body>
</html>
"""


def _name(minutes: Minutes) -> str:
    held = [meeting for meeting in minutes.meetings if meeting.kind is MeetingKind.MINUTES] or list(minutes.meetings)
    parts = [minutes.source.path.replace("\\", "/").rsplit("/", 1)[-1]]
    for meeting in held[-1:]:
        parts += [meeting.body or "", meeting.date.isoformat() if meeting.date else ""]
    return " · ".join(part for part in parts if part) or "Referat"


def _findings(minutes: Minutes, number: int) -> list[Finding]:
    found: list[tuple[int, int, Finding]] = []
    for meeting in minutes.meetings:
        for item in meeting.items:
            title = f"{item.number or ''} {item.title}".strip() + (" (lukket)" if item.closed else "")
            for sentence in item.sentences:
                for order, given in enumerate(sentence.labels):
                    if given.label is not Label.FOLLOW_UP:
                        words = flat_text(minutes, sentence.span)
                        target = f"d{number}-{sentence.start}"
                        entry = Finding(given.label.value, target, words, sentence.page, title, (), (), ())
                        found.append((sentence.start, order, entry))
            found += [(task.sentence.start, 9, _task(minutes, task, number, title)) for task in item.follow_ups]
        found += [(task.sentence.start, 9, _task(minutes, task, number, "")) for task in meeting.follow_ups]
    return [entry for _, _, entry in sorted(found, key=lambda part: part[:2])]


def _task(minutes: Minutes, task: FollowUp, number: int, title: str) -> Finding:
    dates = tuple(day for found in task.deadlines if (day := found.latest or found.earliest) is not None)
    return Finding(
        "PLANNED" if task.kind == "planned" else "FOLLOW_UP",
        f"d{number}-{task.sentence.start}",
        task_words(minutes, task),
        task.page,
        title,
        tuple(owner.name for owner in task.owners),
        tuple(map(deadline_words, task.deadlines)),
        dates,
    )


def _filters(findings: Sequence[Finding]) -> str:
    boxes = "".join(
        f'<label><input type="checkbox" name="kind" value="{kind}" checked> <span class="kind {kind}">{_word(kind)}</span></label>'
        for kind in KINDS
    )
    owners = sorted({owner for finding in findings for owner in finding.owners}, key=str.casefold)
    options = "".join(f'<option value="{html.escape(owner)}">{html.escape(owner)}</option>' for owner in owners)
    return f"""<details class="filters" id="filterbox" open><summary>{_word("filter")}</summary><form id="filters">
<fieldset><legend>{_word("kinds")}</legend>{boxes}</fieldset>
<fieldset><legend>{_word("which")}</legend>
<label class="wide">{_word("owner")} <select id="owner"><option value="" data-word="all">Alle</option><option value="-" data-word="none_named">Ingen nævnt</option>{options}</select></label>
<label class="wide">{_word("from")} <input type="date" id="from"></label>
<label class="wide">{_word("to")} <input type="date" id="to"></label>
<label class="wide">{_word("query")} <input type="search" id="query"></label>
</fieldset>
<button type="button" id="clear">{_word("reset")}</button>
</form></details>
<div class="walk"><button type="button" id="previous">{_word("previous")}<kbd> (p)</kbd></button> <button type="button" id="next">{_word("next")}<kbd> (n)</kbd></button> <a href="#list">{_word("list")}</a></div>"""


def _entry(finding: Finding) -> str:
    owners = html.escape(json.dumps(finding.owners, ensure_ascii=False))
    dates = html.escape(json.dumps([day.isoformat() for day in finding.dates]))
    meta = [html.escape(finding.item)] if finding.item else []
    if finding.kind in ("FOLLOW_UP", "PLANNED"):
        named = html.escape(", ".join(finding.owners)) or _word("none_named")
        meta.append(f"{_word('owner')}: {named}")
        meta += [f"{_word('deadline')}: {html.escape(words)}" for words in finding.deadlines]
    meta.append(f"{_word('page')} {finding.page}")
    words = finding.words if len(finding.words) <= 220 else finding.words[:217].rstrip() + "…"
    return (
        f'<li class="{finding.kind}" data-kind="{finding.kind}" data-target="{finding.target}" data-owners="{owners}" '
        f'data-dates="{dates}"><a href="#{finding.target}"><span class="kind {finding.kind}">{_word(finding.kind)}</span> '
        f'{html.escape(words)}<span class="meta">{" · ".join(meta)}</span></a></li>'
    )


def _timeline(findings: Sequence[Finding]) -> str:
    dated = sorted(((day, finding) for finding in findings for day in finding.dates), key=lambda pair: pair[0])
    if not dated:
        return f'<p class="empty">{_word("no_dates")}</p>'
    first, last = dated[0][0], dated[-1][0]
    stretch = max((last - first).days, 1)
    dots = "".join(
        f'<a href="#{finding.target}" data-for="{finding.target}" style="left:{(day - first).days / stretch * 96 + 2:.1f}%" '
        f'title="{day.isoformat()}" aria-label="{day.isoformat()}"></a>'
        for day, finding in dated
    )
    lines = "".join(
        f'<li data-for="{finding.target}"><time datetime="{day.isoformat()}">{day.isoformat()}</time>'
        f'<a href="#{finding.target}">{html.escape(finding.words[:90])}</a></li>'
        for day, finding in dated
    )
    return f'<div class="timeline">{dots}</div><ol class="dates">{lines}</ol>'


def _document(minutes: Minutes, number: int) -> str:
    warnings = [*minutes.source.warnings, *minutes.warnings]
    noted = ""
    if warnings:
        lines = "".join(f"<li>{html.escape(warning)}</li>" for warning in warnings)
        noted = f'<section class="warnings"><h2>{_word("missing")}</h2><ul>{lines}</ul></section>'
    name = html.escape(_name(minutes))
    body = marked_text(minutes, number, Span(0, len(minutes.source.text)))
    return f'<article class="document" aria-label="{name}"><h2>{name}</h2>{noted}<div class="text" lang="da">{body}</div></article>'
