"""Who is believed about the items, and what the forests add and take away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from decisionnlp.segmentation import head_items
from decisionnlp.segmentation.head_items import Belief, belief, evident_items
from decisionnlp.segmentation.headings import Heading, find_headings
from decisionnlp.segmentation.lines import Line, column_widths, lines_of
from decisionnlp.segmentation.titles import Found


def _opened(lines: Sequence[Line], titles: Sequence[int]) -> list[Found]:
    return [Found(None, lines[at].text, False, at, at, at + 1, len(lines), "test") for at in titles]


COUNTED = "1. Takster\nGodkendt.\n2. Haven\nUdsat.\n3. Eventuelt\nIntet."
HEADED = "Takster\nBeslutning:\nGodkendt.\nHaven\nBeslutning:\nUdsat."
LONG = "\n".join(f"{number}. Takster\nBeslutning:\nGodkendt." for number in range(1, 7))
DOWN = "\n".join(f"{7 - number}. Takster\nBeslutning:\nGodkendt." for number in range(1, 7))


@pytest.mark.parametrize(
    ("text", "titles", "expected"),
    [
        (COUNTED, [0, 2, 4], Belief.FORESTS),
        (COUNTED, [0], Belief.FORESTS),
        (COUNTED, [], Belief.FORESTS),
        (HEADED, [0, 3], Belief.LESS),
        (HEADED, [0], Belief.LESS),
        (HEADED.replace("Beslutning:\n", ""), [0, 2], Belief.FORESTS),
        (LONG, [0, 3, 6, 9, 12, 15], Belief.RULES),
        (LONG, [0, 3, 6], Belief.FORESTS),
        (DOWN, [0, 3, 6, 9, 12, 15], Belief.LESS),  # numbers that go down count nothing
    ],
)
def test_belief(text: str, titles: list[int], expected: Belief) -> None:
    lines = lines_of(text)
    assert belief(_opened(lines, titles), lines, find_headings(lines), len(lines)) is expected


class _Model:
    def __init__(self, chances: Sequence[float]) -> None:
        self._chances = np.array(chances)

    def chances(self, lines: Sequence[Line], headings: Mapping[int, Heading]) -> np.ndarray:
        assert len(lines) == len(self._chances)
        return self._chances


@pytest.mark.parametrize(
    ("text", "titles", "chances", "expected"),
    [
        # A line is added; its number and title are read.
        (COUNTED, [0, 4], [0.9, 0, 0.75, 0, 0.9, 0], [("1. Takster", None), ("Haven", "2"), ("3. Eventuelt", None)]),
        # A line that counts on is taken away.
        (COUNTED, [0, 2, 4], [0.9, 0, 0.01, 0, 0.9, 0], [("1. Takster", None), ("3. Eventuelt", None)]),
        # Neither sure nor unlikely: as it was.
        (COUNTED, [0, 2], [0.9, 0, 0.3, 0, 0.5, 0], [("1. Takster", None), ("2. Haven", None)]),
        # Nothing is added where headings tell the points.
        (HEADED, [0, 3], [0.9, 0, 0, 0.02, 0, 0.9], [("Takster", None)]),
        (HEADED, [0, 3], [0.9, 0, 0.9, 0.3, 0, 0.9], [("Takster", None), ("Haven", None)]),
        # Title and text on one line.
        (
            "Takster\nGodkendt.\nb) Haven: Bo har slået græsset og spurgt naboerne, om de vil være med til at plante træer langs med den lange hæk mod syd.",
            [0], [0.9, 0, 0.8], [("Takster", None), ("Haven", "b")],
        ),
    ],
)  # fmt: skip
def test_added_and_taken_away(
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    titles: list[int],
    chances: list[float],
    expected: list[tuple[str, str | None]],
) -> None:
    lines = lines_of(text)
    monkeypatch.setattr(head_items, "head_model", lambda: _Model(chances))
    found = evident_items(
        _opened(lines, titles), lines, column_widths(lines), find_headings(lines), 0, len(lines)
    )  # fmt: skip
    assert [(one.title, one.number) for one in found] == expected
    assert [one.title_first for one in found] == sorted(one.title_first for one in found)


def test_the_rules_are_not_asked_twice_where_they_are_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = lines_of(LONG)
    opened = _opened(lines, [0, 3, 6, 9, 12, 15])
    monkeypatch.setattr(head_items, "head_model", lambda: pytest.fail("the forests were asked"))
    assert evident_items(opened, lines, column_widths(lines), find_headings(lines), 0, len(lines)) is opened


def test_a_line_inside_a_title_is_no_item(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = lines_of("1. Takster for\nhavnen og broen\nGodkendt.\n2. Haven\nUdsat.")
    opened = [Found("1", "Takster for havnen og broen", False, 0, 0, 2, 5), Found("2", "Haven", False, 3, 3, 4, 5)]
    monkeypatch.setattr(head_items, "head_model", lambda: _Model([0.9, 0.9, 0, 0.9, 0]))
    assert evident_items(opened, lines, column_widths(lines), find_headings(lines), 0, 5) == opened


@pytest.mark.parametrize(("chance", "expected"), [(0.9, ["Takster", "Haven"]), (0.3, ["Takster", ""])])
def test_an_untitled_point_goes_where_its_title_is_found(
    monkeypatch: pytest.MonkeyPatch, chance: float, expected: list[str]
) -> None:
    lines = lines_of("Takster\nGodkendt.\nHaven\nBilag: 2\nBeslutning:\nUdsat.")
    opened = [
        Found(None, "Takster", False, 0, 0, 1, 4, "test"),
        Found(None, "", False, 4, 4, 4, 6, "untitled"),
    ]
    monkeypatch.setattr(head_items, "head_model", lambda: _Model([0.9, 0, chance, 0, 0.01, 0]))
    found = evident_items(opened, lines, column_widths(lines), find_headings(lines), 0, len(lines))
    assert [one.title for one in found] == expected


@pytest.mark.parametrize(
    ("text", "titles", "chances", "expected"),
    [
        # The first point of a proposal below its lead-in.
        ("1. Takster\nChefen indstiller, at;\n1. Taksten stiger\nGodkendt.\n2. Haven\nUdsat.", [0, 4], [0.9, 0, 0.9, 0, 0.9, 0], ["1. Takster", "2. Haven"]),
        # A later entry of a list whose first one opens no item; letters are let through.
        ("1. Takster\n1. Afbud fra Bo.\n2. Valg af Ulla\nGodkendt.", [0], [0.9, 0.1, 0.9, 0], ["1. Takster"]),
        ("1. Takster\na. Afbud fra Bo.\nb. Valg af Ulla\nGodkendt.", [0], [0.9, 0.1, 0.9, 0], ["1. Takster", "Valg af Ulla"]),
        # An amount.
        ("1. Takster\n2 mio. kr. til kajen\nGodkendt.\n2. Haven\nUdsat.", [0, 3], [0.9, 0.9, 0, 0.9, 0], ["1. Takster", "2. Haven"]),
    ],
)  # fmt: skip
def test_what_looks_like_a_title_and_is_none(
    monkeypatch: pytest.MonkeyPatch, text: str, titles: list[int], chances: list[float], expected: list[str]
) -> None:
    lines = lines_of(text)
    monkeypatch.setattr(head_items, "head_model", lambda: _Model(chances))
    found = evident_items(_opened(lines, titles), lines, column_widths(lines), find_headings(lines), 0, len(lines))
    assert [one.title for one in found] == expected
