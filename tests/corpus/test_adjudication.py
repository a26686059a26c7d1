"""The log of the adjudication is complete, and says what gold holds."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from decisionnlp.corpus.differences import differences, read_side
from decisionnlp.corpus.records import GoldDocument
from decisionnlp.document import Relation

ANNOTATIONS = Path(__file__).parents[2] / "annotations"
MINUTES = ANNOTATIONS / "minutes"
Place = tuple[str, str, int]


def _places(old: Mapping[str, GoldDocument], new: Mapping[str, GoldDocument]) -> set[Place]:
    found = [re.match(r"(\S+): (item|sentence|task) at (\d+) ", line) for line in differences(old, new)]
    return {(match[1], match[2], int(match[3])) for match in found if match}


@pytest.fixture(scope="module")
def sides() -> dict[str, dict[str, GoldDocument]]:
    return {name: read_side(MINUTES / name) for name in ("first", "second", "gold")}


@pytest.fixture(scope="module")
def rows() -> dict[Place, dict[str, Any]]:
    lines = (ANNOTATIONS / "adjudication.jsonl").read_text(encoding="utf-8").splitlines()
    given = [row for row in map(json.loads, lines) if row["source"].startswith("annotators")]
    return {(row["document"], row["what"], row["offset"]): row for row in given}


def test_every_difference_of_the_annotators_is_decided_with_a_reason(
    sides: dict[str, dict[str, GoldDocument]], rows: dict[Place, dict[str, Any]]
) -> None:
    assert set(rows) == _places(sides["first"], sides["second"])
    assert all(row["reason"] and row["right"] in ("first", "second", "neither") for row in rows.values())


def test_gold_holds_what_the_log_decided(
    sides: dict[str, dict[str, GoldDocument]], rows: dict[Place, dict[str, Any]]
) -> None:
    changed = {name: _places(sides[name], sides["gold"]) for name in ("first", "second")}
    for place, row in rows.items():
        right = [name for name in ("first", "second") if place not in changed[name]]
        assert right == ([row["right"]] if row["right"] != "neither" else []), place


def test_a_bound_before_a_meeting_is_by(sides: dict[str, dict[str, GoldDocument]]) -> None:
    for document in sides["gold"].values():
        for task in document.minutes.follow_ups:
            for deadline in task.deadlines:
                if deadline.anchor in ("meeting", "next_meeting"):
                    assert deadline.relation is not Relation.BEFORE, (document.id, deadline.text)
