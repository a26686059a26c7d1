"""The examples are read without a warning, and their script still builds what lies beside it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from decisionnlp.document import MarkKind
from decisionnlp.reading import read
from tests.reading.helpers import check_offsets, grid, marked, running

EXAMPLES = Path(__file__).parents[2] / "examples"
DOCUMENTS = sorted(path for path in EXAMPLES.iterdir() if path.suffix in (".pdf", ".docx", ".html", ".txt"))


def test_there_are_four_layouts() -> None:
    assert {path.suffix for path in DOCUMENTS} == {".pdf", ".docx", ".html", ".txt"}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_an_example_is_read_without_a_warning(path: Path) -> None:
    source = read(path)
    check_offsets(source)
    assert source.warnings == ()
    assert "odkendt" in running(source)


def test_the_pdf_is_read_in_order() -> None:
    source = read(EXAMPLES / "udvalg-egelund.pdf")
    text = running(source)
    for words in ("9998 Egelund", "Side 1 af 2", "Referat · Klima"):
        assert words in source.text
        assert words not in text
    assert "kan sænke gennemsnitshastigheden til omkring 40 km/t." in text
    assert grid(source)[0, 1, 0] == "Inden udgangen af januar 2024"
    assert grid(source)[0, 3, 2] == "Klima- og Trafikforvaltningen"
    assert len(source.pages) == 2
    assert marked(source, MarkKind.HEADING)[:3] == ["Referat", "Punkt 1: Godkendelse af dagsorden", "Beslutning"]


def test_the_script_builds_the_same_texts() -> None:
    specification = importlib.util.spec_from_file_location("make_examples", EXAMPLES / "make_examples.py")
    assert specification is not None
    assert specification.loader is not None
    script = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(script)
    for name, make in script.BINARY.items():
        assert read(make(), name=name).text == read(EXAMPLES / name).text
