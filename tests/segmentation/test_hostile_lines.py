"""Lines that set a careless pattern back again and again: each of these once took minutes or never ended."""

from __future__ import annotations

import pytest

from decisionnlp.reading import read
from decisionnlp.segmentation import segment

SIZE = 4000


@pytest.mark.parametrize(
    "line",
    ["A", "Aa", "A.", "Aa ", "A. ", "1", "1.1.", "_", ".", "- ", "a-", "\t", "Nr. 1 ", "1. Takster "],
    ids=lambda line: repr(line),
)
def test_a_line_of_one_thing_is_read(line: str) -> None:
    text = f"Referat\n1. Punkt\nBeslutning\nGodkendt.\n{line * (SIZE // len(line))}\n2. Punkt\n{line * (SIZE // len(line))}"
    source = read(text.encode(), name="referat.txt")
    assert segment(source).meetings


@pytest.mark.parametrize("line", [" ", "\t", "-", " |", "- ", "--|"], ids=lambda line: repr(line))
def test_a_markdown_line_of_one_thing_is_read(line: str) -> None:
    text = f"# Referat\n\n| a | b |\n{line * (50_000 // len(line))}x\n| c | d |\n"
    assert read(text.encode(), name="referat.md").text


@pytest.mark.parametrize(
    "text",
    [
        "Referat\n\n1. Takster " + "og det " * 6000 + "\nGodkendt.\n\n2. Evt\nIntet.\n",
        "Referat\n\n1. Punkt\n" + "indstiller " * 9000 + "\n2. Takster\nGodkendt.\n",
        "Referat\n" + "1. A\n B\n2. C\n D\n" * 2000,
        "Meddelelser: Godkendt. " * 8000,
        "Referat\n" + "x\n" * 20_000 + "1. Takster\nGodkendt.\n2. Havn\nUdsat.\n3. Evt\nIntet.\n",
    ],
    ids=[
        "one title without an end",
        "one line of a verb",
        "a list that counts anew",
        "one title again and again",
        "many lines above the points",
    ],
)
def test_a_page_of_one_thing_is_read(text: str) -> None:
    assert segment(read(text.encode(), name="referat.txt")).meetings
