"""Lexicons whose entries become alternatives of regular expressions: every example holds its entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from decisionnlp import lexicons

LEXICONS = (
    "amounts",
    "calendar_words",
    "clause_words",
    "disqualifications",
    "first_steps",
    "identifiers",
    "item_kinds",
    "line_words",
    "meeting_day",
    "outcome_lines",
    "outcome_words",
    "persons",
    "plan_times",
    "point_answers",
    "running_labels",
    "sentence_edges",
    "task_sentences",
    "title_lines",
    "votes",
)


def entries(section: dict[str, Any], *path: str) -> Iterator[tuple[str, str, str]]:
    for key, value in section.items():
        if isinstance(value, dict):
            yield from entries(value, *path, key)
        else:
            yield ".".join(path), key, value


ROWS = [(name, *row) for name in LEXICONS for row in entries(lexicons.load(name))]


@pytest.mark.parametrize(("name", "section", "entry", "example"), ROWS)
def test_an_example_holds_its_entry(name: str, section: str, entry: str, example: str) -> None:
    assert re.search(entry, example, re.IGNORECASE), f"{name}.{section}"


@pytest.mark.parametrize(
    ("name", "section"),
    [(name, section) for name in ("deadline_words", "word_kinds") for section in lexicons.load(name)],
)
def test_an_example_holds_a_word_of_its_set(name: str, section: str) -> None:
    row = lexicons.load(name)[section]
    begin = "" if section.endswith("_endings") else r"\b"
    end = "" if section.endswith("_beginnings") else r"\b"
    assert re.search(rf"{begin}(?:{'|'.join(row['words'])}){end}", row["example"], re.IGNORECASE)
    assert len(row["words"]) == len(set(row["words"]))


def test_alternatives_keep_the_order_of_the_file() -> None:
    assert lexicons.alternatives("calendar_words", "parts_of_year") == "kvartal|halvår"
    with pytest.raises(KeyError):
        lexicons.alternatives("sentence_edges", "no_such_section")
    with pytest.raises(FileNotFoundError):
        lexicons.alternatives("no_such_lexicon", "words")


def test_stems_are_the_entries_without_their_open_ends() -> None:
    talk = lexicons.stems("outcome_lines", "talk")
    assert talk.within("Planen blev DRØFTET.")  # drøfte\w*
    assert not talk.within("Planen blev vedtaget.")
    with pytest.raises(ValueError, match="no plain words"):
        lexicons.stems("outcome_lines", "no_outcome")


def test_calendar_names_are_in_order_and_in_full() -> None:
    assert lexicons.calendar_names("weekdays") == (
        "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag",
    )  # fmt: skip
    assert len(lexicons.calendar_names("months")) == 12
    assert lexicons.calendar_names("months")[4] == "maj"
