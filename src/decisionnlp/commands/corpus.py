"""``decisionnlp corpus …``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from decisionnlp.commands.shared import each_file, usage_errors, write_output

app = typer.Typer(no_args_is_help=True, help="The annotated corpus: check, count, agree, convert, compare.")
Root = Annotated[Path, typer.Option("--corpus", help="The corpus folder.")]
ROOT = Path("annotations")


@app.command()
def check(corpus: Root = ROOT) -> None:
    """Check every document and the corpus as a whole; exit code 1 where something is wrong."""
    from decisionnlp.corpus.checks import check_corpus
    from decisionnlp.corpus.flat import stale
    from decisionnlp.corpus.store import load_corpus

    with usage_errors():
        problems = [*check_corpus(corpus), *stale(load_corpus(corpus))]
        documents = len(load_corpus(corpus).documents)
    for problem in problems:
        print(problem)
    print(f"{documents} documents, {len(problems)} problems", file=sys.stderr)
    raise typer.Exit(1 if problems else 0)


@app.command()
def stats(
    corpus: Root = ROOT,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Counts by split, layout, body type, label, outcome, zone and deadline type."""
    from decisionnlp.corpus.statistics import statistics, statistics_lines
    from decisionnlp.corpus.store import load_corpus

    with usage_errors():
        found = statistics(load_corpus(corpus))
    lines = (
        json.dumps(found, ensure_ascii=False, indent=1).splitlines()
        if as_json
        else statistics_lines(found, root=corpus)
    )
    print("\n".join(lines))


@app.command()
def agreement(corpus: Root = ROOT) -> None:
    """Agreement of the two annotators on the documents annotated twice."""
    from decisionnlp.corpus.agreement import agreement as agree
    from decisionnlp.corpus.agreement import agreement_markdown
    from decisionnlp.corpus.store import load_corpus, read_folder
    from decisionnlp.errors import InputError

    with usage_errors():
        first = {document.id: document for document in load_corpus(corpus).documents}
        # The first annotator's work as it was before adjudication, where that is kept.
        first |= {document.id: document for document in read_folder(corpus / "minutes", "first")}
        second = list(read_folder(corpus / "minutes", "second"))
        if not second:
            raise InputError(str(corpus), "no document is annotated twice (minutes/second is empty)")
        found = agree([(first[document.id], document) for document in second])
    print(agreement_markdown(found))


@app.command()
def flat(corpus: Root = ROOT) -> None:
    """Write the flat view that `datasets.load_dataset` reads."""
    from decisionnlp.corpus.flat import write_flat
    from decisionnlp.corpus.store import load_corpus

    with usage_errors():
        paths = write_flat(load_corpus(corpus))
    for path in paths:
        print(path)


@app.command("import")
def import_(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files in the format named.")],
    format: Annotated[str, typer.Option("--format", help="marked, labelstudio or inception.")] = "marked",
    corpus: Root = ROOT,
    folder: Annotated[str, typer.Option("--folder", help="gold or second.")] = "gold",
    annotator: Annotated[
        str | None, typer.Option("--annotator", help="Who annotated; b in the folder second, else as the file says.")
    ] = None,
) -> None:
    """Read annotations of another form into the corpus."""
    from dataclasses import replace

    from decisionnlp.corpus.conversion import read_format
    from decisionnlp.corpus.store import write_document

    who = annotator or ("b" if folder == "second" else None)

    def work(path: Path) -> None:
        for document in read_format(path, format):
            document = replace(document, annotator=who or document.annotator)
            write_document(corpus / "minutes", document, folder=folder)
            print(f"{document.id}: {len(document.minutes.items)} items")

    with usage_errors():
        _, status = each_file(paths, work)
    raise typer.Exit(status)


@app.command()
def export(
    output: Annotated[Path, typer.Argument(help="Folder to write into.")],
    format: Annotated[str, typer.Option("--format", help="marked, labelstudio or inception.")] = "marked",
    corpus: Root = ROOT,
    folder: Annotated[str, typer.Option("--folder", help="gold or second.")] = "gold",
) -> None:
    """Write the annotations in another form."""
    from decisionnlp.corpus.conversion import write_format
    from decisionnlp.corpus.store import read_folder

    with usage_errors():
        output.mkdir(parents=True, exist_ok=True)
        count = 0
        for document in read_folder(corpus / "minutes", folder):
            name, content = write_format(document, format)
            write_output(content, output / name)
            count += 1
    print(f"{count} documents", file=sys.stderr)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="A gold file, or a folder of them.")],
    new: Annotated[Path, typer.Argument(help="The other one.")],
) -> None:
    """What differs between two annotations of the same texts; exit code 1 where something does."""
    from decisionnlp.corpus.differences import differences, read_side

    with usage_errors():
        lines = differences(read_side(old), read_side(new))
    for line in lines:
        print(line)
    raise typer.Exit(1 if lines else 0)


@app.command()
def splits(corpus: Root = ROOT) -> None:
    """Assign every body without a split to one, and write splits.json; bodies that have one keep it."""
    from decisionnlp.corpus.store import assign_splits, load_corpus

    with usage_errors():
        gold = load_corpus(corpus)
        assigned = assign_splits(gold.documents) | gold.splits
        bodies = {document.body_id for document in gold.documents}
        kept = {body: split for body, split in sorted(assigned.items()) if body in bodies}
        write_output(json.dumps(kept, indent=1) + "\n", corpus / "splits.json")
    print(f"{len(kept)} bodies", file=sys.stderr)
