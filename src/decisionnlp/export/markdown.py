"""Markdown: one section per document and item, findings as a list with page and place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from decisionnlp.document import FollowUp, Item, Label, Meeting, MeetingKind, Minutes
from decisionnlp.export.rows import deadline_words, flat_text, task_words
from decisionnlp.export.words import FINDINGS, OUTCOMES

# What would be read as Markdown or HTML inside a line of running text.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&])")


def escape(text: str) -> str:
    """``text`` so that Markdown shows it as it is."""
    return _SPECIAL.sub(r"\\\1", text)


def render_markdown(results: Sequence[Minutes]) -> str:
    """Minutes as Markdown, one heading a file."""
    lines: list[str] = []
    for minutes in results:
        lines += [f"# {escape(minutes.source.path or 'Referat')}", ""]
        for meeting in minutes.meetings:
            lines += _meeting(minutes, meeting)
        warnings = [*minutes.source.warnings, *minutes.warnings]
        if warnings:
            lines += ["## Bemærk", "", *(f"- {escape(warning)}" for warning in warnings), ""]
    return "\n".join(lines)


def _meeting(minutes: Minutes, meeting: Meeting) -> list[str]:
    if meeting.kind is MeetingKind.ATTACHMENT and not meeting.follow_ups:
        return []
    day = meeting.date.isoformat() if meeting.date else "uden dato"
    lines = [f"## {escape(meeting.body or 'Møde')}, {day}", ""]
    for item in meeting.items:
        lines += [
            f"### {escape(f'{item.number or chr(183)} {item.title}')}",
            "",
            f"*Udfald: {OUTCOMES[item.outcome]}{' · lukket punkt' if item.closed else ''}*",
            "",
        ]
        lines += _findings(minutes, item)
    lines += [_task(minutes, task) for task in meeting.follow_ups]
    return [*lines, ""]


def _findings(minutes: Minutes, item: Item) -> list[str]:
    found = [
        (sentence.start, _line(given.label.value, flat_text(minutes, sentence.span), sentence.page, sentence.start, ""))
        for sentence in item.sentences
        for given in sentence.labels
        if given.label is not Label.FOLLOW_UP
    ]
    found += [(task.sentence.start, _task(minutes, task)) for task in item.follow_ups]
    return [*(line for _, line in sorted(found)), ""] if found else []


def _task(minutes: Minutes, task: FollowUp) -> str:
    words = task_words(minutes, task)
    owners = ", ".join(owner.name for owner in task.owners) or "ingen nævnt"
    extra = f" — ansvarlig: {escape(owners)}"
    if task.deadlines:
        extra += f"; frist: {escape('; '.join(map(deadline_words, task.deadlines)))}"
    label = "PLANNED" if task.kind == "planned" else "FOLLOW_UP"
    return _line(label, words, task.page, task.sentence.start, extra)


def _line(label: str, words: str, page: int, start: int, extra: str) -> str:
    return f"- **{FINDINGS[label]}** {escape(words)}{extra} (s. {page}, tegn {start})"
