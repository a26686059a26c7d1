"""The collector rests during an analysis, which makes no cycles."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest

from decisionnlp import collector
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


class _Node:
    other: object


def _cycle() -> weakref.ref[_Node]:
    node = _Node()
    node.other = node
    return weakref.ref(node)


def test_cycles_of_before_are_gone_when_it_rests() -> None:
    left = _cycle()
    with collector_at_rest():
        assert left() is None


def test_cycles_made_inside_are_found_by_the_next_whole_search() -> None:
    with collector_at_rest():
        left = _cycle()
    gc.collect()
    assert left() is None


def test_what_others_have_frozen_stays_frozen() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with collector_at_rest():
            pass
        assert gc.get_freeze_count() == frozen > 0
    finally:
        gc.unfreeze()


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


def test_collected_now_and_then_where_analyses_never_cease(monkeypatch: pytest.MonkeyPatch) -> None:
    times: list[int] = []
    monkeypatch.setattr(collector.gc, "collect", lambda *generation: generation or times.append(1))
    with collector_at_rest():
        for _ in range(250):
            with collector_at_rest():
                pass
    assert len(times) == 2


def test_a_process_forked_off_meanwhile_has_its_collector() -> None:
    with collector_at_rest():
        collector._in_child()  # what a fork calls in the child
        assert gc.isenabled()
        with collector._lock:
            collector._resting = 1  # this process is no child
            gc.disable()
    assert gc.isenabled()


def test_an_analysis_makes_no_cycles() -> None:
    analyzer = Analyzer(model="linear")
    analyzer.analyze_source(Source(TEXT))  # what is built once
    gc.collect()
    gc.disable()
    try:
        minutes = analyzer.analyze_source(Source(TEXT))
        found = len(minutes.meetings[0].items)
        del minutes  # a cycle that the result holds counts, too
        assert gc.collect() == 0
    finally:
        gc.enable()
    assert found == 2
