"""Reading the treebanks: sentences of tokens out of CoNLL files, and their overlap by tokens."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(slots=True)
class Token:
    """One row. ``head`` is an index into the sentence, -1 for the root; an empty string is "not annotated"."""

    form: str
    lemma: str
    upos: str
    tag: str
    feats: str
    head: int
    rel: str
    space: bool = True


def blocks(path: Path) -> Iterator[list[list[str]]]:
    """The sentences of a tab-separated file, without its comments."""
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            if rows:
                yield rows
            rows = []
        elif not line.startswith("#") or "\t" in line:
            rows.append(line.split("\t"))
    if rows:
        yield rows


def read_ud(path: Path) -> list[list[Token]]:
    """Universal Dependencies (CoNLL-U); multi-word rows are left out."""
    found = []
    for rows in blocks(path):
        rows = [row for row in rows if row[0].isdigit()]
        found.append(
            [
                Token(
                    row[1],
                    row[2],
                    row[3],
                    "",
                    "" if row[5] == "_" else row[5],
                    int(row[6]) - 1,
                    row[7],
                    "SpaceAfter=No" not in row[9],
                )
                for row in rows
            ]
        )
    return found


def read_cdt(path: Path) -> list[list[Token]]:
    """Copenhagen Dependency Treebank: PAROLE tags in ``tag``, CDT relations in ``rel``."""
    found = []
    for rows in blocks(path):
        found.append(
            [
                Token(html.unescape(row[1]), html.unescape(row[2]), "", row[4], row[5], int(row[6]) - 1, row[7])
                for row in rows
            ]
        )
    return found


_OUTER = ("PER", "LOC", "ORG", "MISC")


def read_names(path: Path) -> dict[tuple[str, ...], list[str]]:
    """DaN+: forms of a sentence → outer entities as BIO tags; ``…part`` and ``…deriv`` are no names here."""
    found = {}
    for rows in blocks(path):
        tags = [row[1] if row[1][2:] in _OUTER else "O" for row in rows]
        found[tuple(row[0] for row in rows)] = tags
    return found


def part_of(short: tuple[str, ...], long: str) -> bool:
    """The forms stand together in ``long`` (forms joined by NUL, with NUL at both ends)."""
    return f"\0{chr(0).join(short)}\0" in long
