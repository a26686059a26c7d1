"""Worded items: short invented items with their labels and outcome, so that training meets the plain language of many bodies.

``annotations/wordings/<kind>.txt``, one file a kind of body (its name is the group in cross-validation)::

    # title | body | recommendation; recommendation
    A:adopted | Godkendt, idet forvaltningen vender tilbage om prisen.
    - | Fraværende: Ingen.
    => approved

``body`` and recommendations may be left out. Labels are written as in marked text (``D:deferred,F:assignment``; ``-`` for none).
They are training material alone: figures are measured on the documents.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from decisionnlp.document import SUBTYPES, Label, Outcome, Subtype
from decisionnlp.errors import InputError

_LETTERS = {"A": Label.APPROVAL, "D": Label.DECISION, "F": Label.FOLLOW_UP}


@dataclass(frozen=True, slots=True)
class WordedItem:
    """An item of a file of wordings; ``sentences`` are its outcome zone, each with its labels and their subtypes."""

    group: str
    title: str
    body: str | None
    recommendations: tuple[str, ...]
    sentences: tuple[tuple[str, dict[Label, Subtype | None]], ...]
    outcome: Outcome


def read_wordings(folder: Path) -> tuple[WordedItem, ...]:
    """All worded items below ``folder``, files in the order of their names; none where there is no such folder.

    Raises:
        InputError: a line that is no title, sentence or outcome, an unknown label, subtype or outcome, an item without them.
    """
    return tuple(item for path in sorted(folder.glob("*.txt")) for item in parse_wordings(path))


def parse_wordings(path: Path) -> Iterator[WordedItem]:
    """The items of one file."""
    head: list[str] | None = None
    sentences: list[tuple[str, dict[Label, Subtype | None]]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        place = f"{path}:{number}"
        if not line.strip():
            continue
        if line.startswith("# "):
            if head is not None:
                raise InputError(place, "the item before has no outcome")
            head = [part.strip() for part in line[2:].split("|")]
        elif head is None:
            raise InputError(place, "expected an item: # title | body | recommendations")
        elif line.startswith("=> "):
            if not sentences:
                raise InputError(place, f"no sentences under {head[0]}")
            yield _item(path.stem, head, sentences, line[3:].strip(), place)
            head, sentences = None, []
        else:
            given, bar, text = line.partition(" | ")
            if not bar or not text.strip():
                raise InputError(place, "expected labels | sentence")
            sentences.append((text.strip(), _labels(given.strip(), place)))
    if head is not None:
        raise InputError(str(path), f"the last item, {head[0]}, has no outcome")


def _item(
    group: str, head: list[str], sentences: list[tuple[str, dict[Label, Subtype | None]]], outcome: str, place: str
) -> WordedItem:
    title, body, points = (*head, "", "")[:3]
    try:
        told = Outcome(outcome)
    except ValueError as error:
        raise InputError(place, f"unknown outcome {outcome}") from error
    recommendations = tuple(point.strip() for point in points.split(";") if point.strip())
    return WordedItem(f"wordings-{group}", title, body or None, recommendations, tuple(sentences), told)


def _labels(given: str, place: str) -> dict[Label, Subtype | None]:
    found: dict[Label, Subtype | None] = {}
    if given == "-":
        return found
    for part in given.split(","):
        letter, _, name = part.strip().partition(":")
        label = _LETTERS.get(letter)
        subtype = next((own for own in SUBTYPES[label] if own.value == name), None) if label else None
        if label is None or (name and subtype is None):
            raise InputError(place, f"unknown label {part.strip()}")
        found[label] = subtype
    return found
