"""What a line shows of being an item's first line."""

from __future__ import annotations

import numpy as np
import pytest

from decisionnlp.segmentation.head_lines import (
    COLUMNS,
    KINDS,
    WIDTH,
    line_columns,
    may_open,
    read_label,
    with_surroundings,
)
from decisionnlp.segmentation.headings import find_headings
from decisionnlp.segmentation.lines import lines_of

PAGE = """1. Godkendelse af dagsorden
Dagsordenen blev godkendt.

2. Økonomi
Beslutning:
Budgettet følges.

3. Eventuelt
Intet.
"""
ODDS = {"godkendelse": 3.0, "økonomi": 2.0, "eventuelt": 4.0, "blev": -3.0}


@pytest.mark.parametrize(
    ("text", "kind", "value", "rest"),
    [
        ("Punkt 4: Takster", "named", 4, "Takster"),
        ("Ad 2) Haven", "named", 2, "Haven"),
        ("6.1 Vejbump", "decimal", 6, "Vejbump"),
        ("12. Takster", "dot", 12, "Takster"),
        ("7:", "colon", 7, ""),
        ("II. Takster", "roman", 2, "Takster"),
        ("V. Valg", "roman", 5, "Valg"),
        ("b.", "letter", 2, ""),
        ("3) Takster", "paren", 3, "Takster"),
        ("4 – Takster", "colon", 4, "Takster"),
        ("5 Takster", "bare", 5, "Takster"),
        ("7", "bare", 7, ""),
        ("b) Haven", "letter", 2, "Haven"),
        ("IV. Haven", "roman", 4, "Haven"),
        ("§ 14 Haven", "section", 14, "Haven"),
        ("2023/14 Haven", "year", 14, "Haven"),
        ("• Haven", "bullet", 0, "Haven"),
        ("Haven er slået.", None, 0, "Haven er slået."),
        ("2024 var et godt år", None, 0, "2024 var et godt år"),
        ("Sagen udsættes", None, 0, "Sagen udsættes"),
    ],
)
def test_label(text: str, kind: str | None, value: int, rest: str) -> None:
    kinds = ["named", "decimal", "dot", "paren", "colon", "bare", "letter", "roman", "section", "year", "bullet"]
    label = read_label(text)
    assert label.kind == (0 if kind is None else 1 + kinds.index(kind))
    assert label.value == value
    assert text[label.end :] == rest


def _columns() -> np.ndarray:
    lines = lines_of(PAGE)
    labels = [read_label(line.text) for line in lines]
    return line_columns(lines, find_headings(lines), labels, ODDS)


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("count", [1, 0, 2, 0, 0, 3, 0]),
        ("counted before", [1, 0, 2, 0, 0, 3, 0]),
        ("counted after", [3, 0, 2, 0, 0, 1, 0]),
        ("lines of its label", [3, 4, 3, 4, 4, 3, 4]),
        ("ends with full stop", [0, 1, 0, 0, 1, 0, 1]),
        ("gap", [1, 0, 1, 0, 0, 1, 0]),
        ("outcome heading", [0, 0, 0, 1, 0, 0, 0]),
        ("outcome below", [3, 2, 1, 9, 9, 9, 9]),
        ("outcome above", [9, 9, 9, 9, 1, 2, 3]),
        ("first word", [3, -0.5, 2, -0.5, -0.5, 4, -0.5]),
        ("words least", [-0.5, -3, 2, -0.5, -0.5, 4, -0.5]),
    ],
)
def test_columns(column: str, expected: list[float]) -> None:
    assert _columns()[:, COLUMNS.index(column)].tolist() == expected


def test_every_line_has_one_kind_of_label() -> None:
    assert _columns()[:, len(COLUMNS) :].sum(axis=1).tolist() == [1] * 7


def test_surroundings_are_those_of_the_lines_beside() -> None:
    columns = _columns()
    rows = with_surroundings(columns)
    width = len(COLUMNS) + KINDS
    assert rows.shape == (7, WIDTH)
    assert (rows[0, width : 2 * width] == -1).all()
    assert (rows[1, width : 2 * width] == columns[0]).all()
    assert (rows[1, 2 * width : 3 * width] == columns[2]).all()
    assert (rows[-1, 2 * width : 3 * width] == -1).all()
    assert rows[:, -1].tolist() == list(range(7))


def test_a_line_that_only_goes_on_is_not_asked() -> None:
    text = "Havnen er\nmalet og åben.\n\nmøde\n- bro\nHallen er\n"
    lines = lines_of(text)
    columns = line_columns(lines, {}, [read_label(line.text) for line in lines], {})
    assert may_open(columns).tolist() == [True, False, True, True, True]
