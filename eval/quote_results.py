"""Write the figures of ``eval/results`` into the README, the dataset card and the documentation, between their marks.

    python eval/quote_results.py [--check]

``--check`` changes nothing and exits with 1 where a text does not say what the results say.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from decisionnlp.corpus.agreement import agreement, agreement_markdown
from decisionnlp.corpus.statistics import statistics
from decisionnlp.corpus.store import load_corpus, read_folder
from decisionnlp.evaluation.results import Figure, SuiteResult, read_results

ROOT = Path(__file__).parents[1]
# The runs on the fixed test split; the ablation's others stand in its own table.
QUOTED = ("rules", "linear")
MEASURES = {
    "items": "items found, F",
    "zones": "sentences in the right zone",
    "labels/APPROVAL": "APPROVAL, F",
    "labels/DECISION": "DECISION, F",
    "labels/FOLLOW_UP": "FOLLOW_UP, F",
    "labels": "labels, macro-F",
    "outcome": "item outcome right",
    "owners": "owners, F",
    "deadlines": "deadlines with the right dates, F",
    "follow_ups/complete": "complete follow-ups, F",
    "answers": "recommendation points answered, F",
    "calibration_error": "expected calibration error",
}


def _shown(figure: Figure | None) -> str:
    if figure is None or figure.value is None:
        return "–"
    bounds = f" ({figure.low:.3f}–{figure.high:.3f})" if figure.low is not None and figure.high is not None else ""
    return f"{figure.value:.3f}{bounds}"


def figures_table(result: SuiteResult) -> str:
    """Runs in columns, measures in rows; 95 % bootstrap intervals over documents in brackets."""
    runs = [run for run in result.runs if run.name in QUOTED]
    lines = [
        f"| end to end | {' | '.join(run.name for run in runs)} |",
        f"|---|{'---|' * len(runs)}",
    ]
    for measure, words in MEASURES.items():
        lines.append(f"| {words} | {' | '.join(_shown(run.figures.get(measure)) for run in runs)} |")
    for table, figures in result.tables.items():
        lines += ["", f"{table}: " + ", ".join(f"{name} {_shown(figure)}" for name, figure in figures.items()) + "."]
    return "\n".join(lines)


def summaries_sentence() -> str:
    """Key-fact recall at 120 words of the first table in ``summaries.md``."""
    text = (ROOT / "eval" / "results" / "summaries.md").read_text(encoding="utf-8")
    table = text[text.index("### fact_recall") :]
    shown = {}
    for system in ("ours", "textrank", "oracle"):
        row = re.search(rf"^\| {system} \|[^|]*\| (0\.\d{{3}}) ", table, re.MULTILINE)
        if row is None:
            raise SystemExit(f"no row for {system} in summaries.md")
        shown[system] = row[1].removeprefix("0")
    return (
        f"At 120 words the sentences carry {shown['ours']} of the weighted key facts there (TextRank {shown['textrank']}, "
        f"the best possible choice {shown['oracle']})."
    )


def statistics_table() -> str:
    found = statistics(load_corpus(ROOT / "annotations"))
    lines = ["| what | count |", "|---|---|"]
    for name, value in found.items():
        if isinstance(value, dict):
            value = ", ".join(f"{key} {count}" for key, count in value.items())
        elif isinstance(value, list):
            value = "–".join(map(str, value))
        lines.append(f"| {name} | {value} |")
    return "\n".join(lines)


def agreement_table() -> str:
    root = ROOT / "annotations"
    first = {document.id: document for document in load_corpus(root).documents}
    first |= {document.id: document for document in read_folder(root / "minutes", "first")}
    second = list(read_folder(root / "minutes", "second"))
    if not second:
        return "No document is annotated twice yet."
    return f"{len(second)} documents.\n\n" + agreement_markdown(agree_pairs(first, second))


def agree_pairs(first: dict, second: list) -> dict:  # type: ignore[type-arg]
    return agreement([(first[document.id], document) for document in second])


def quoted(text: str, mark: str, content: str) -> str:
    pattern = re.compile(rf"(<!-- {mark} -->\n).*?(<!-- end -->)", re.DOTALL)
    if not pattern.search(text):
        raise SystemExit(f"no place for {mark}")
    return pattern.sub(lambda match: f"{match[1]}{content}\n{match[2]}", text)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    results = sorted((ROOT / "eval" / "results").glob("ablation-*.json"))
    wanted = {
        ROOT / "README.md": {"figures": figures_table(read_results(results[-1]))} if results else {},
        ROOT / "docs" / "evaluation.md": {"summaries": summaries_sentence()},
        ROOT / "annotations" / "README.md": {"stats": statistics_table(), "agreement": agreement_table()},
    }
    stale = []
    for path, places in wanted.items():
        before = after = path.read_text(encoding="utf-8")
        for mark, content in places.items():
            after = quoted(after, mark, content)
        if after != before:
            stale.append(path)
            if not arguments.check:
                path.write_text(after, encoding="utf-8")
    for path in stale:
        print(f"{path.relative_to(ROOT)}: {'does not say what the results say' if arguments.check else 'written'}")
    return 1 if arguments.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
