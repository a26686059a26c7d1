"""The layout randomiser of ``eval/benchmarks``: gold offsets hold in the new text, and a seed gives one text."""

from __future__ import annotations

import importlib
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from decisionnlp.document import ZoneKind

FOLDER = Path(__file__).parents[2] / "eval" / "benchmarks"


@pytest.fixture
def layout(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The modules of the randomiser by name."""
    monkeypatch.syspath_prepend(str(FOLDER))
    return lambda name: importlib.import_module(name)


def told(layout: Any) -> Any:
    content = layout("layout_content")
    outcome, case, proposal = ZoneKind.OUTCOME, ZoneKind.CASE, ZoneKind.PROPOSAL
    return content.Told(
        "havnelaug",
        date(2021, 5, 4),
        [
            content.Content("Dagsorden", {outcome: [["Godkendt."]]}),
            content.Content(
                "Takster for gæstesejlere",
                {
                    case: [["Taksterne har stået stille siden 2016.", "Broen er dyr i drift."]],
                    proposal: [["Formanden indstiller, at taksterne hæves."]],
                    outcome: [["Taksterne hæves til 140 kr.", "Ida retter skiltene.", "Det sker før 1. juni."]],
                },
            ),
            content.Content("Eventuelt", {}),
        ],
    )


@pytest.mark.parametrize("seed", range(60))
def test_every_sentence_stands_where_its_gold_says(layout: Any, seed: int) -> None:
    style_of, printing = layout("layout_style"), layout("layout_printing")
    random = Random(seed)
    style = style_of.draw(random, zoned=True, items=3)
    minutes = printing.printed(told(layout), style, random)
    text = minutes.source.text
    covered = set()
    for sentence in minutes.sentences():
        assert text[sentence.start : sentence.end] == sentence.text
        covered.update(range(sentence.start, sentence.end))
    for span in minutes.furniture:
        covered.update(range(span.start, span.end))
    loose = {text[place] for place in range(len(text)) if place not in covered and not text[place].isspace()}
    assert loose <= {"–"}  # the dash between a title and its text
    meeting = minutes.meetings[0]
    assert [item.title for item in meeting.items] == ["Dagsorden", "Takster for gæstesejlere", "Eventuelt"]
    assert [item.start for item in meeting.items] == sorted(item.start for item in meeting.items)
    said = [
        " ".join(s.text.split())
        for s in meeting.items[0].sentences
        if s.zone is ZoneKind.OUTCOME and s.text.rstrip(":") != s.heading
    ]
    assert said in (["Godkendt."], ["(Godkendt.)"])


def test_a_seed_gives_one_text(layout: Any) -> None:
    style_of, printing = layout("layout_style"), layout("layout_printing")

    def text(seed: int) -> str:
        random = Random(seed)
        return str(printing.printed(told(layout), style_of.draw(random, zoned=True, items=3), random).source.text)

    assert text(5) == text(5)
    assert text(5) != text(6)


def test_lines_wrap_and_pages_break_inside_a_sentence(layout: Any) -> None:
    sheet = layout("layout_sheet").Sheet()
    sheet.item("Takster")
    sheet.line("1. Takster", zone=ZoneKind.AGENDA)
    sheet.line("Taksterne hæves til maj.", "Ida skriver.", zone=ZoneKind.OUTCOME)
    minutes = sheet.minutes("x", None, width=16, page=2, headers=["Side {page} af {pages}"])
    assert minutes.source.text == "1. Takster\nTaksterne hæves\nSide 2 af 2\ntil maj. Ida\nskriver.\n"
    assert [s.text for s in minutes.sentences()] == [
        "1. Takster",
        "Taksterne hæves\nSide 2 af 2\ntil maj.",
        "Ida\nskriver.",
    ]
    assert [(zone.zone, zone.start) for zone in minutes.meetings[0].items[0].zones] == [
        (ZoneKind.AGENDA, 0),
        (ZoneKind.OUTCOME, 11),
    ]
    assert [minutes.source.text[span.start : span.end] for span in minutes.furniture] == ["Side 2 af 2"]


@pytest.mark.parametrize(
    ("number", "first", "third"),
    [
        ("1.", "1.", "3."), ("01", "01", "03"), ("Pkt. 1:", "Pkt. 1:", "Pkt. 3:"), ("Ad. 1 -", "Ad. 1 -", "Ad. 3 -"),
        ("a.", "a.", "c."), ("I.", "I.", "III."), ("2023/14", "2023/14", "2023/16"), ("dash", "-", "-"), ("none", "", ""),
        ("1 bare", "1", "3"),
    ],
)  # fmt: skip
def test_numbers(layout: Any, number: str, first: str, third: str) -> None:
    label = layout("layout_style").number_label
    style = {"number": number, "number_from": "1"}
    assert (label(style, 0), label(style, 2)) == (first, third)
