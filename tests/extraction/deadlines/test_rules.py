"""Every rule of the register has an example that it reads itself."""

from __future__ import annotations

from datetime import date

import pytest

from decisionnlp.extraction.deadlines import RULES, Rule, find_time_expressions
from decisionnlp.extraction.deadlines.rules import parts

M = date(2024, 1, 23)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_the_example_is_read_by_its_rule(rule: Rule) -> None:
    found = find_time_expressions(rule.example, meeting_date=M)
    assert any(rule.id in parts(expression.deadline.rule) for expression in found), found


def test_an_unknown_id_has_no_parts() -> None:
    assert parts("by-nothing") == ()
    assert parts("by-month") == ("by", "month")
