"""How likely a series of lines is the row of titles of a document: some thirty features of the series, weighed by a logistic model.

The weights stand in ``series_weights.toml``; ``training/title_series.py`` learns them from the documents of the train split, printed
anew in random layouts.
"""

from __future__ import annotations

import itertools
import math
import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from decisionnlp import lexicons
from decisionnlp.document import ZoneKind
from decisionnlp.extraction.vocabulary import first_names
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import ends_items, is_unnumbered_title, is_usual, looks_like_sentence
from decisionnlp.segmentation.outcome_words import begins_answer
from decisionnlp.segmentation.title_series import Head, Series

_VERB = re.compile(rf"\b(?:{lexicons.alternatives('title_lines', 'verbs')})\b", re.IGNORECASE)
_LAST = tuple(lexicons.load("line_words")["last_titles"])
_FIRST = tuple(lexicons.load("line_words")["first_titles"])
_NAMES = re.compile(r"[A-ZÆØÅ][\wæøåé.-]*(?:[ ,]+(?:og )?[A-ZÆØÅ][\wæøåé.-]*){0,3}$")
_ZONES = (ZoneKind.OUTCOME, ZoneKind.PROPOSAL, ZoneKind.CASE, ZoneKind.PLAN, ZoneKind.HISTORY)
_ZONE_WORDS = frozenset(
    form
    for kind, section in lexicons.load("zone_headings").items()
    if isinstance(section, dict) and kind in ("outcome", "proposal", "attendance", "plan", "history", "attachment")
    for form in section.get("exact", {})
)
# Titles of series are shorter (110 characters); items found otherwise may hold a whole page.
_MOST_WORDS = 11.0
# By the names of their features.
_LABELS = {
    f"label {label or 'none'}": label
    for label in ("section", "year", "number", "roman", "letter", "capital letter", "dash", "bullet", "")
}
_MARKS = {f"mark {mark}": mark for mark in ("tab", "colon", "dash", "stop", "end", "closed", "row")}


def features(
    series: Series,
    lines: Sequence[Line],
    headings: Mapping[int, Heading],
    first: int,
    last: int,
    listed: Mapping[str, int],
) -> dict[str, float]:
    """What a series is like, each value about 0 to 1; ``listed`` gives the first line on which a title's key stands alone."""
    heads = series.heads
    count = len(heads)

    def share(holds: Sequence[bool]) -> float:
        return sum(holds) / count

    places = [head.line for head in heads]
    below = [_below(head, lines, last) for head in heads]
    steps = [other - one for one, other in itertools.pairwise([*places, last])]
    span = max(last - first, 1)
    opening = sum(
        1
        for index in range(places[0], last)
        if lines[index].gap or (index and lines[index - 1].text.endswith((".", "!")))
    )
    counted = [other.value - one.value == 1 for one, other in itertools.pairwise(heads)]
    keys = {head.key for head in heads}
    usual, bare, sentences, small, long, single, zoned, named, ending, figured, shouted = zip(
        *[_told(head.title) for head in heads], strict=True
    )
    found = {
        "bias": 1.0,
        "count": min(count, 12) / 12,
        "few": float(count < 5),
        "usual": share(usual),
        "any usual": float(any(usual)),
        "unnumbered titles": share(bare),
        "opens": float(heads[0].title.lower().startswith(_FIRST)),
        "closes": float(heads[-1].title.lower().startswith(_LAST)),
        "closes early": float(any(head.title.lower().startswith(("eventuelt", "evt")) for head in heads[:-2])),
        "listed": share([listed.get(head.key, head.line) < head.line for head in heads]),
        "twice": 1 - len(keys) / count,
        "sentences": share(sentences),
        "small": share(small),
        "long": share(long),
        "words": min(sum(head.title.count(" ") for head in heads) / count / 10, _MOST_WORDS),
        "one word": share(single),
        "texted": share([text != "" for text in below]),
        "stands bare": share([text == "" for text in below]),
        "answered": share([begins_answer(text) for text in below]),
        "finished": share([text.rstrip("\"'”)").endswith((".", "!", "?")) for text in below]),
        "zone below": share([_zone_at(head.line + 1, headings) for head in heads]),
        "zone above": share([_zone_at(head.line - 1, headings) and headings[head.line - 1].alone for head in heads]),
        "is zone": share(zoned),
        "is heading": share([_zone_at(head.line, headings) for head in heads]),
        "is attendance": share([_kind(head.line, headings) is ZoneKind.ATTENDANCE for head in heads]),
        "names": share(named),
        "ends items": share(ending),
        "digits": share(figured),
        "apart": share([head.gap > 0 for head in heads]),
        "far apart": share([head.gap > 1 for head in heads]),
        "capitals": share(shouted),
        "before": (places[0] - first) / span,
        "last": (last - places[-1]) / span,
        "widest": max(steps) / span,
        "next to each other": share([step == 1 for step in steps]),
        "density": min(count / max(opening, 1), 1.0),
        "counts": sum(counted) / len(counted) if counted and heads[0].value else 0.0,
        "from one": float(heads[0].value == 1),
    }
    labels, marks = [head.label for head in heads], [head.mark for head in heads]
    found |= {name: labels.count(label) / count for name, label in _LABELS.items()}
    found |= {name: marks.count(mark) / count for name, mark in _MARKS.items()}
    return found


# A line is a head in many a series.
@lru_cache(maxsize=4096)
def _told(title: str) -> tuple[bool, ...]:
    """What a title alone tells: whether it is usual, one without a number, a sentence, in small letters, long, one word, the
    heading of a zone, a name; whether it ends the items, holds a digit, is all capitals."""
    return (
        is_usual(title),
        is_unnumbered_title(title),
        looks_like_sentence(title) or _VERB.search(title) is not None,
        title[:1].islower(),
        len(title) > 70,
        " " not in title,
        title.lower().rstrip(" .:") in _ZONE_WORDS,
        _named(title),
        ends_items(title),
        any(char.isdigit() for char in title),
        title.isupper(),
    )


def _below(head: Head, lines: Sequence[Line], last: int) -> str:
    """The text that follows a head: the rest of its line, else the next line; empty at the end."""
    if head.inline:
        return lines[head.line].text[head.rest :]
    return lines[head.line + 1].text if head.line + 1 < last else ""


def _kind(index: int, headings: Mapping[int, Heading]) -> ZoneKind | None:
    heading = headings.get(index)
    return heading.kind if heading is not None else None


def _zone_at(index: int, headings: Mapping[int, Heading]) -> bool:
    return _kind(index, headings) in _ZONES


def _named(title: str) -> bool:
    """Whether a head is a person's name or initials."""
    return (title.split(" ")[0].strip(",.") in first_names() and _NAMES.match(title) is not None) or (
        len(title) <= 4 and title.isupper()
    )


@cache
def weights(kind: str) -> dict[str, float]:
    """The weights of the features of a ``kind`` of series."""
    data = tomllib.loads(files("decisionnlp.segmentation").joinpath("series_weights.toml").read_text(encoding="utf-8"))
    return {str(name): float(weight) for name, weight in data[kind].items()}


def probability(kind: str, found: Mapping[str, float]) -> float:
    """In [0, 1]: how likely a series with these features is the row of titles.

    ``kind`` says which weights hold: ``alone`` for titles on lines of their own, ``inline`` for titles with text behind them.
    """
    given = weights(kind)
    return 1 / (1 + math.exp(-sum(given.get(name, 0.0) * value for name, value in found.items())))
