"""The phrase book: short items in the plain words most minutes consist of, as gold documents to learn from.

The annotated minutes are full of what is hard; plain sentences are rare among them. ``annotations/phrases/*.txt`` holds those,
in items of one to four sentences, labelled by the same guidelines. They are for training only and belong to no split.

    ## grundejerforening                 a body: one document
    # Veje og fortove ; decided          an item: title ; outcome
    > at forslaget godkendes.            (optional) what was recommended
    D:own_resolution Bestyrelsen besluttede at udskyde arbejdet.
    - Ejner fortalte om hullerne.        no label
    A:adopted,F:assignment …             two labels
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from decisionnlp.corpus.marked import parse_marked
from decisionnlp.corpus.records import GoldDocument
from decisionnlp.errors import InputError

FOLDER = "phrases"
_LINE = re.compile(r"^(-|[ADF]:[a-z_]+(?:,[ADF]:[a-z_]+)*) (\S.*)$")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_FOLDED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


@dataclass(slots=True)
class _Item:
    title: str
    outcome: str
    recommendation: str | None = None
    lines: list[tuple[str, str]] = field(default_factory=list)


def load_phrases(root: Path) -> tuple[GoldDocument, ...]:
    """The phrase book of a corpus folder as documents, one for each body; empty where the folder has none.

    Raises:
        InputError: a line that is none of the forms above, or an unknown label or outcome; it names file and line.
    """
    found = []
    for path in sorted((root / FOLDER).glob("*.txt")):
        for name, items in _read(path):
            found.append(parse_marked(_marked(f"{FOLDER}-{path.stem}-{name}", name, items), path=str(path)))
    return tuple(found)


def _read(path: Path) -> list[tuple[str, list[_Item]]]:
    bodies: list[tuple[str, list[_Item]]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        line = line.strip()
        if not line:
            continue
        if line.startswith("## "):
            bodies.append((_NOT_IN_ID.sub("-", line[3:].lower().translate(_FOLDED)).strip("-"), []))
        elif line.startswith("# ") and bodies:
            title, _, outcome = line[2:].rpartition(" ; ")
            bodies[-1][1].append(_Item(title, outcome))
        elif line.startswith("> ") and bodies and bodies[-1][1]:
            bodies[-1][1][-1].recommendation = line[2:]
        elif (match := _LINE.match(line)) and bodies and bodies[-1][1]:
            bodies[-1][1][-1].lines.append((match[1], match[2]))
        else:
            raise InputError(str(path), f"line {number} is no body, item, recommendation or sentence: {line[:60]!r}")
    return bodies


def _marked(name: str, body: str, items: list[_Item]) -> str:
    """The items as marked text: every other one with its sentences in a paragraph, the others a line each."""
    lines = [
        f'%% doc id={name} layout=plain body="{name}" body_type=other year=2024',
        '%% meeting kind=minutes date=2024-03-05 body="Bestyrelsen"',
        "%% outside",
        "Referat af møde{}",
    ]
    for number, item in enumerate(items, start=1):
        lines += [f'%% item number={number} title="{item.title}" outcome={item.outcome}', f"{number}. {item.title}{{}}"]
        headed = item.recommendation is not None
        if item.recommendation is not None:
            lines += ['%% zone proposal heading="Indstilling"', "Indstilling{}", "Forvaltningen indstiller,{}"]
            lines.append(f"[[r {item.recommendation}]]{{}}")
        lines.append('%% zone outcome heading="Beslutning"' if headed else "%% zone outcome")
        if headed:
            lines.append("Beslutning{}")
        told = [f"{text}{{{'' if labels == '-' else labels}}}" for labels, text in item.lines]
        lines += [" ".join(told)] if number % 2 else told
        lines.append("")
    return "\n".join(lines) + "\n"
