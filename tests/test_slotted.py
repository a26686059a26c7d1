"""Records with other values in some fields."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from decisionnlp.document import Sentence, ZoneKind
from decisionnlp.extraction.deadlines.stretches import Core, Grain
from decisionnlp.segmentation.lines import Line
from decisionnlp.slotted import Slotted, changed


def test_a_field_is_changed_and_the_others_stay() -> None:
    core = Core(3, date(2024, 5, 1), date(2024, 5, 31), Grain.MONTH, "month", approximate=True)
    changed = core.but(end=5, last=None)
    assert changed == Core(5, date(2024, 5, 1), None, Grain.MONTH, "month", approximate=True)
    assert core.end == 3
    assert isinstance(changed, Core) and isinstance(changed, Slotted)


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(TypeError, match="no such fields: reach"):
        Core(3, None, None, Grain.DAY, "day").but(reach=4)


def test_a_frozen_record_gives_a_changed_one() -> None:
    sentence = Sentence(3, 9, "Drøftet", page=2, zone=ZoneKind.OUTCOME)
    assert changed(sentence, page=4) == Sentence(3, 9, "Drøftet", page=4, zone=ZoneKind.OUTCOME)
    assert sentence.page == 2
    with pytest.raises(FrozenInstanceError):
        changed(sentence, page=4).page = 5  # type: ignore[misc]


def test_a_field_that_the_record_works_out_follows_the_others() -> None:
    line = Line(0, 10, 17, "Drøftet", 1, False, 0)
    assert line.length == 7
    assert line.but(end=14, text="Drøf").length == 4
