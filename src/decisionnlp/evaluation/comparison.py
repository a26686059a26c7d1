"""Two results of the same suite: every gain and loss, sentence by sentence, with intervals of the difference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from decisionnlp.evaluation.bootstrap import difference, f1_draws, macro_draws
from decisionnlp.evaluation.figures import Counts
from decisionnlp.evaluation.results import DocumentResult, RunResult, SuiteResult, names_of


@dataclass(frozen=True, slots=True)
class Change:
    """A figure before and after; the interval is that of the difference on the same drawn documents."""

    name: str
    old: float | None
    new: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence or task that came right (``gain``) or wrong (``loss``)."""

    document: str
    start: int
    text: str
    gold: str
    old: str
    new: str
    gain: bool


@dataclass(frozen=True, slots=True)
class RunComparison:
    """One run of two results: its figures, and the cases that changed."""

    run: str
    changes: tuple[Change, ...]
    cases: tuple[Case, ...]
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]

    @property
    def gains(self) -> list[Case]:
        """Cases that the new version has right and the old one had wrong."""
        return [case for case in self.cases if case.gain]

    @property
    def losses(self) -> list[Case]:
        """Cases that the new version has wrong and the old one had right."""
        return [case for case in self.cases if not case.gain]


def compare(old: SuiteResult, new: SuiteResult) -> list[RunComparison]:
    """Runs of the same name, on the documents that both hold."""
    by_name = {run.name: run for run in old.runs}
    return [_compare(by_name[run.name], run) for run in new.runs if run.name in by_name]


def _compare(old: RunResult, new: RunResult) -> RunComparison:
    before = {document.id: document for document in old.documents}
    after = {document.id: document for document in new.documents}
    shared = sorted(before.keys() & after.keys())
    counts = [before[name].counts for name in shared], [after[name].counts for name in shared]
    changes = []
    if shared:
        for name in names_of([old, new]):
            change = _change(name, old, new, *counts)
            if change is not None:
                changes.append(change)
    cases = [case for name in shared for case in _cases(before[name], after[name])]
    only = sorted(before.keys() - after.keys()), sorted(after.keys() - before.keys())
    return RunComparison(new.name, tuple(changes), tuple(cases), tuple(only[0]), tuple(only[1]))


def _change(
    name: str,
    old: RunResult,
    new: RunResult,
    before: Sequence[Mapping[str, Counts]],
    after: Sequence[Mapping[str, Counts]],
) -> Change | None:
    known = {measure for mapping in (*before, *after) for measure in mapping}
    if name == "labels":
        labels = sorted(measure for measure in known if measure.startswith("labels/"))
        bounds = difference(before, after, lambda part: macro_draws(part, labels))
    elif name in known:
        bounds = difference(before, after, lambda part: f1_draws(part, name))
    else:
        bounds = None
    earlier, later = old.figures.get(name), new.figures.get(name)
    low, high = bounds or (None, None)
    return Change(name, earlier.value if earlier else None, later.value if later else None, low, high)


def _cases(old: DocumentResult, new: DocumentResult) -> list[Case]:
    found = []
    for pick, shown in ((_labels, "labels"), (_tasks, "task")):
        before, after = pick(old), pick(new)
        for start in sorted(before.keys() | after.keys()):
            one, two = before.get(start), after.get(start)
            known = one or two
            assert known is not None
            gold, text = known["gold"], known["text"]
            # A sentence that a result does not list had no label, in gold and prediction alike.
            said = (one["said"] if one else "–"), (two["said"] if two else "–")
            right = said[0] == gold, said[1] == gold
            if right[0] != right[1]:
                found.append(Case(old.id, start, text, f"{shown}: {gold}", said[0], said[1], right[1]))
    return found


def _labels(document: DocumentResult) -> dict[int, dict[str, str]]:
    return {
        case["start"]: {
            "text": case["text"],
            "gold": "+".join(sorted(case["gold"])) or "–",
            "said": "+".join(sorted(case["predicted"])) or "–",
        }
        for case in document.sentences
    }


def _tasks(document: DocumentResult) -> dict[int, dict[str, str]]:
    return {case["start"]: _task(case) for case in document.tasks}


def _task(case: dict[str, Any]) -> dict[str, str]:
    gold = f"{', '.join(case['owners']) or 'null'} | {', '.join(case['deadlines']) or 'null'}"
    if case["complete"]:
        said = gold
    elif case["found"]:
        said = f"{', '.join(case['found_owners']) or 'null'} | {', '.join(case['found_deadlines']) or 'null'} "
    else:
        said = "not found"
    return {"text": case["text"], "gold": gold, "said": said}


def comparison_markdown(comparisons: Sequence[RunComparison], *, most: int = 100) -> str:
    """The comparison as Markdown; at most ``most`` cases a run, and a line that says how many were left out."""
    lines: list[str] = []
    for found in comparisons:
        lines += [
            f"## {found.run}",
            "",
            "| measure | old | new | difference | 95 % interval |",
            "|---|---|---|---|---|",
        ]
        for change in found.changes:
            both = change.old is not None and change.new is not None
            delta = f"{change.new - change.old:+.4f}" if both else "–"  # type: ignore[operator]
            bounds = f"[{change.low:+.4f}, {change.high:+.4f}]" if change.low is not None else "–"
            lines.append(f"| {change.name} | {_shown(change.old)} | {_shown(change.new)} | {delta} | {bounds} |")
        lines += ["", f"{len(found.gains)} gains, {len(found.losses)} losses", ""]
        for title, cases in (("Losses", found.losses), ("Gains", found.gains)):
            if cases:
                lines += [f"### {title}", ""]
                lines += [
                    f"- `{case.document}:{case.start}` {case.text} — gold {case.gold}; was {case.old}, is {case.new.strip()}"
                    for case in cases[:most]
                ]
                if len(cases) > most:
                    lines.append(f"- … and {len(cases) - most} more")
                lines.append("")
        if found.only_old or found.only_new:
            lines += [f"Only in the old result: {len(found.only_old)}; only in the new: {len(found.only_new)}.", ""]
    return "\n".join(lines)


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.4f}"
