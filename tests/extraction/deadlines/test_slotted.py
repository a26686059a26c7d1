"""Records of the grammar with other values in some fields."""

from __future__ import annotations

from datetime import date

import pytest

from decisionnlp.extraction.deadlines.slotted import Slotted
from decisionnlp.extraction.deadlines.stretches import Core, Grain


def test_a_field_is_changed_and_the_others_stay() -> None:
    core = Core(3, date(2024, 5, 1), date(2024, 5, 31), Grain.MONTH, "month", approximate=True)
    changed = core.but(end=5, last=None)
    assert changed == Core(5, date(2024, 5, 1), None, Grain.MONTH, "month", approximate=True)
    assert core.end == 3
    assert isinstance(changed, Core) and isinstance(changed, Slotted)


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(TypeError, match="no such fields: reach"):
        Core(3, None, None, Grain.DAY, "day").but(reach=4)
