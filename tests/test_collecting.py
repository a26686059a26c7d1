from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from decisionnlp.collecting import held_collector
from decisionnlp.pipeline import Analyzer

TEXTS = sorted((Path(__file__).parents[1] / "examples").glob("*.txt"))


@pytest.fixture(autouse=True)
def _collector_on() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_held_and_let_go() -> None:
    with held_collector():
        assert not gc.isenabled()
        with held_collector():
            assert not gc.isenabled()
        assert not gc.isenabled(), "the inner one lets the outer one's hold stand"
    assert gc.isenabled()


def test_let_go_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken"), held_collector():
        raise ValueError("broken")
    assert gc.isenabled()


def test_stays_off_where_the_caller_switched_it_off() -> None:
    gc.disable()
    with held_collector():
        assert not gc.isenabled()
    assert not gc.isenabled()


def test_the_stages_leave_no_cycles() -> None:
    assert TEXTS
    analyzer = Analyzer()
    for path in TEXTS:
        text = path.read_text(encoding="utf-8")
        analyzer.analyze(text=text)  # what is compiled and cached at the first call
        gc.collect()
        gc.disable()
        result = analyzer.analyze(text=text)
        assert result.items
        assert gc.collect() == 0, path.name
        gc.enable()
