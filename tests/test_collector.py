"""The collector rests during an analysis, which makes no cycles."""

from __future__ import annotations

import gc
import threading

import pytest

from decisionnlp.collector import collector_at_rest
from decisionnlp.document import Source
from decisionnlp.pipeline import Analyzer

TEXT = """Referat af bestyrelsesmøde den 4. maj 2022

1. Godkendelse af referat
Referatet blev godkendt.

2. Hegnet
Nanna indhenter to tilbud inden den 1. juni.
"""


@pytest.fixture(autouse=True)
def _collector_on() -> None:
    assert gc.isenabled()


def test_off_inside_and_on_behind() -> None:
    with collector_at_rest():
        assert not gc.isenabled()
        with collector_at_rest():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_on_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken"), collector_at_rest():
        raise ValueError("broken")
    assert gc.isenabled()


def test_left_off_where_it_was_off() -> None:
    gc.disable()
    try:
        with collector_at_rest():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_on_when_the_last_thread_has_left() -> None:
    entered, leave = threading.Event(), threading.Event()

    def other() -> None:
        with collector_at_rest():
            entered.set()
            leave.wait(10)

    thread = threading.Thread(target=other)
    thread.start()
    assert entered.wait(10)
    with collector_at_rest():
        pass
    assert not gc.isenabled()
    leave.set()
    thread.join(10)
    assert gc.isenabled()


def test_an_analysis_makes_no_cycles() -> None:
    analyzer = Analyzer(model="linear")
    analyzer.analyze_source(Source(TEXT))  # what is built once
    gc.collect()
    gc.disable()
    try:
        minutes = analyzer.analyze_source(Source(TEXT))
        assert gc.collect() == 0
    finally:
        gc.enable()
    assert minutes.meetings[0].items
