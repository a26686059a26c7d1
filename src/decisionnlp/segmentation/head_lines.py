"""What a line shows of being an item's first line: its label and count, its form, its words, what stands around it.

Nothing here is a rule: the numbers are what ``head_model.py`` weighs.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import roman

Matrix = npt.NDArray[np.float32]

# Kind of label, its pattern, and what it begins with. The first that matches counts.
_LABELS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    (
        "named",
        re.compile(r"(?:pkt|punkt|sag|ad|dagsordenspunkt)\b\.?\s*(?:nr\.?\s*)?(\d{1,3})\b[.:)]?\s*", re.IGNORECASE),
        "PpSsAaDd",
    ),
    ("decimal", re.compile(r"(\d{1,2})\.\d{1,2}\.?\)?\s+(?=\D)"), "0123456789"),
    ("dot", re.compile(r"(\d{1,3})\s?\.\s*(?=\D|$)"), "0123456789"),
    ("paren", re.compile(r"\(?(\d{1,3})\s?\)\s*"), "0123456789("),
    ("colon", re.compile(r"(\d{1,3})\s?[:–-](?:\s+|$)"), "0123456789"),
    ("bare", re.compile(r"(\d{1,3})(?:\s+(?=[A-ZÆØÅ])|$)"), "0123456789"),
    ("letter", re.compile(r"\(?(?![IVX][.)])([A-Za-zæøåÆØÅ])[.)](?:\s+|$)"), "(ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅabcdefghijklmnopqrstuvwxyzæøå"),
    ("roman", re.compile(r"([IVXivx]{1,4}(?=[.):])|[IVX]{2,4})[.):]?(?:\s+|$)"), "IVXivx"),
    ("section", re.compile(r"§\s?(\d+)\s*"), "§"),
    ("year", re.compile(r"(?:19|20)\d\d[/-](\d+)\s*"), "12"),
    ("bullet", re.compile(r"[-–•*·▪]\s*|o\s+"), "-–•*·▪o"),
)  # fmt: skip
KINDS = len(_LABELS) + 1
_BY_START = {
    start: tuple((kind, pattern) for kind, (_, pattern, starts) in enumerate(_LABELS, 1) if start in starts)
    for _, _, all_starts in _LABELS
    for start in all_starts
}
_BULLET = len(_LABELS)
NAMED = 1  # the kind of a label with a word: "Ad 2", "Punkt 2"
_WORD = re.compile(r"[a-zæøåé]+")
_UNKNOWN = -0.5  # log odds of a word that the training texts hardly have
_WORDLESS = (-2.0,)
_ZONES = {ZoneKind.OUTCOME: 1, ZoneKind.PROPOSAL: 2, ZoneKind.CASE: 3, ZoneKind.ATTENDANCE: 4}
_OTHER_ZONE, _INLINE_HEADING = 5, -1
_FAR = 9  # lines to the next outcome heading, at most
_KEY = 40  # characters by which a line is known again

# The columns of a line, in order; the kinds of label follow them, one column each.
COLUMNS = (
    "count", "counted before", "counted after", "counted", "share of its label", "lines of its label", "length", "words",
    "ends with full stop", "ends with colon", "begins with capital", "gap", "wide gap", "cut",
    "indented", "heading", "outcome heading", "proposal heading", "case heading", "attendance heading", "heading before text",
    "begins small", "words mean", "words most", "words least",
    "first word", "last word", "outcome below", "outcome above", "printed again", "printed before",
)  # fmt: skip
LABEL, GAP, LENGTH = len(COLUMNS), COLUMNS.index("gap"), COLUMNS.index("length")
_OUTCOME, _PROPOSAL = COLUMNS.index("outcome heading"), COLUMNS.index("proposal heading")
_SMALL = COLUMNS.index("begins small")
_LINES_OF_LABEL = COLUMNS.index("lines of its label")
SHORT = 60  # characters of a line that may well be a title
_PAGE = 8  # columns that tell of the whole page
WIDTH = 3 * (len(COLUMNS) + KINDS) + _PAGE + 2


class Label(NamedTuple):
    """What stands before a line's words: its kind (0: nothing), what it counts (0: nothing), where it ends."""

    kind: int
    value: int
    end: int


def read_label(text: str) -> Label:
    """The label that a line begins with."""
    for kind, pattern in _BY_START.get(text[0], ()):
        match = pattern.match(text)
        if match is None:
            continue
        if kind == _BULLET:
            return Label(kind, 0, match.end())
        value = match[1]
        if value.isdecimal():
            return Label(kind, int(value), match.end())
        if len(value) == 1 and value.upper() not in "IVX":
            return Label(kind, ord(value.lower()) - 96, match.end())
        if _LABELS[kind - 1][0] == "letter":
            return Label(kind, ord(value.lower()) - 96, match.end())
        return Label(kind, roman(value.upper()), match.end())
    return Label(0, 0, 0)


def words_of(text: str) -> list[str]:
    """The words of a line behind its label, in small letters."""
    return _WORD.findall(text.lower())


def line_columns(
    lines: Sequence[Line], headings: Mapping[int, Heading], labels: Sequence[Label], odds: Mapping[str, float]
) -> Matrix:
    """One row a line, ``COLUMNS`` and the kinds of label: float32 of shape (lines, columns). ``odds`` are log odds of a word
    standing in titles."""
    number = len(lines)
    times = Counter(label.kind for label in labels)
    before, after = _counted(labels)
    lowered = [line.text[label.end :].lower() for line, label in zip(lines, labels, strict=True)]
    keys = [text.strip()[:_KEY] for text in lowered]
    last_at = {key: place for place, key in enumerate(keys)}
    first_at = {key: place for place, key in reversed(list(enumerate(keys)))}
    zones = [_zone(headings.get(line.index)) for line in lines]
    below, above = _distance(zones[::-1])[::-1], _distance(zones)
    unknown = itertools.repeat(_UNKNOWN)
    rows: list[tuple[Any, ...]] = []
    for place, (line, (kind, value, end)) in enumerate(zip(lines, labels, strict=True)):
        text, zone = line.text, zones[place]
        begins = text[end : end + 1]
        words = [*map(odds.get, _WORD.findall(lowered[place]), unknown)] or _WORDLESS
        closing = text[-1]
        rows.append((
            min(value, 60), min(before[place], 12), min(after[place], 12), min(before[place] + after[place], 20),
            times[kind] / number, times[kind], min(line.length, 200), 0 if words is _WORDLESS else len(words),
            closing == ".", closing == ":", begins.isupper(),
            line.gap > 0, line.gap > 1, line.cut, line.indent > 0,
            zone > 0, zone == 1, zone == 2, zone == 3, zone == 4, zone == _INLINE_HEADING,
            begins.islower(),
            sum(words) / len(words), max(words), min(words), words[0], words[-1], below[place], above[place],
            last_at[keys[place]] > place, first_at[keys[place]] < place,
        ))  # fmt: skip
    found = np.zeros((number, len(COLUMNS) + KINDS), np.float32)
    found[:, : len(COLUMNS)] = rows
    found[np.arange(number), [LABEL + label.kind for label in labels]] = 1
    return found


def with_surroundings(columns: Matrix) -> Matrix:
    """Each line's columns with those of the line on either side (-1 beyond the edges), of the page, and its place: float32 of
    shape (lines, ``WIDTH``)."""
    number, width = columns.shape
    found = np.full((number, WIDTH), -1, np.float32)
    found[:, :width] = columns
    found[1:, width : 2 * width] = columns[:-1]
    found[:-1, 2 * width : 3 * width] = columns[1:]
    total, most = np.add.reduce, np.maximum.reduce  # (what .mean(), .sum() and .max() do at last)
    length = columns[:, LENGTH]
    found[:, 3 * width : 3 * width + _PAGE] = (
        number, total(columns[:, GAP]) / number, np.count_nonzero(length < SHORT) / number, total(length) / number,
        total(columns[:, _OUTCOME]), total(columns[:, _PROPOSAL]), most(columns[:, 1] + columns[:, 2]), most(columns[:, _LINES_OF_LABEL]),
    )  # fmt: skip
    place = np.arange(number, dtype=np.float32)
    found[:, -2], found[:, -1] = place / number, np.minimum(place, 20)
    return found


def may_open(columns: Matrix) -> npt.NDArray[np.bool_]:
    """Which lines may open an item at all: not those that go on with a small letter, without a label or an empty line above."""
    found: npt.NDArray[np.bool_] = (columns[:, LABEL] == 0) | (columns[:, _SMALL] == 0) | (columns[:, GAP] > 0)
    return found


def _counted(labels: Sequence[Label]) -> tuple[list[int], list[int]]:
    """How many labels of the same kind count up to each one's number, and on from it."""
    before = [0] * len(labels)
    after = [0] * len(labels)
    known: dict[tuple[int, int], int] = {}
    for place, (kind, value, _) in enumerate(labels):
        if kind and value:
            known[kind, value] = before[place] = known.get((kind, value - 1), 0) + 1
    known.clear()
    for place in range(len(labels) - 1, -1, -1):
        kind, value, _ = labels[place]
        if kind and value:
            known[kind, value] = after[place] = known.get((kind, value + 1), 0) + 1
    return before, after


def _zone(heading: Heading | None) -> int:
    if heading is None:
        return 0
    return _ZONES.get(heading.kind, _OTHER_ZONE) if heading.alone else _INLINE_HEADING


def _distance(zones: Sequence[int]) -> list[int]:
    """Lines since the last outcome heading, at most ``_FAR``."""
    found = []
    since = _FAR
    for zone in zones:
        found.append(min(since, _FAR))
        since = 1 if zone == 1 else since + 1
    return found
