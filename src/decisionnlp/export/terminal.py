"""What ``analyze`` shows people by default: items with their outcome, then decisions and follow-ups with page."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from decisionnlp.document import FollowUp, Item, Label, Meeting, MeetingKind, Minutes
from decisionnlp.export.rows import deadline_words, flat_text, task_words
from decisionnlp.export.words import MEETINGS, OUTCOMES

_STYLES = {"DECISION": "bold magenta", "APPROVAL": "bold green", "FOLLOW_UP": "bold cyan", "PLANNED": "cyan"}


def print_results(results: Sequence[Minutes], console: Console) -> None:
    """Print all results; documents' words are never read as console markup."""
    for minutes in results:
        _document(minutes, console)


def _document(minutes: Minutes, console: Console) -> None:
    console.print(Text(minutes.source.path or "(text)", style="bold underline"))
    for meeting in minutes.meetings:
        if meeting.kind is MeetingKind.ATTACHMENT and not meeting.follow_ups:
            continue
        _meeting(minutes, meeting, console)
    for warning in (*minutes.source.warnings, *minutes.warnings):
        console.print(Text(f"! {warning}", style="yellow"))
    console.print()


def _meeting(minutes: Minutes, meeting: Meeting, console: Console) -> None:
    date = meeting.date.isoformat() if meeting.date else "uden dato"
    console.print(Text(f"{MEETINGS[meeting.kind]}: {meeting.body or 'ukendt organ'}, {date}", style="bold"))
    for item in meeting.items:
        heading = Text()
        heading.append(f"{item.number or '·'} {item.title}", style="bold")
        if meeting.kind is MeetingKind.MINUTES:
            heading.append(f"  [{OUTCOMES[item.outcome]}]", style="dim")
        if item.closed:
            heading.append("  lukket punkt", style="yellow")
        console.print(Padding(heading, (0, 0, 0, 2)))
        _findings(minutes, item, console)
    if meeting.follow_ups:
        table = _table()
        for task in meeting.follow_ups:
            _add_task(minutes, task, table)
        console.print(Padding(table, (0, 0, 0, 4)))


def _table() -> Table:
    table = Table(box=None, show_header=False, padding=(0, 1), pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(no_wrap=True, justify="right", style="dim")
    return table


def _findings(minutes: Minutes, item: Item, console: Console) -> None:
    table = _table()
    entries: list[tuple[int, FollowUp | None, str, str, int]] = []
    for sentence in item.sentences:
        for given in sentence.labels:
            if given.label is not Label.FOLLOW_UP:
                words = flat_text(minutes, sentence.span)
                entries.append((sentence.start, None, given.label.value, words, sentence.page))
    entries += [(task.sentence.start, task, "", "", task.page) for task in item.follow_ups]
    for _, task, label, words, page in sorted(entries, key=lambda entry: entry[0]):
        if task is None:
            table.add_row(Text(label, style=_STYLES[label]), Text(words), f"s. {page}")
        else:
            _add_task(minutes, task, table)
    if entries:
        console.print(Padding(table, (0, 0, 0, 4)))


def _add_task(minutes: Minutes, task: FollowUp, table: Table) -> None:
    label = "PLANNED" if task.kind == "planned" else Label.FOLLOW_UP.value
    words = Text(task_words(minutes, task))
    owners = ", ".join(owner.name for owner in task.owners) or "ingen nævnt"
    words.append(f"\nansvarlig: {owners}", style="dim")
    if task.deadlines:
        words.append(f" · frist: {'; '.join(map(deadline_words, task.deadlines))}", style="dim")
    table.add_row(Text(label, style=_STYLES[label]), words, f"s. {task.page}")
