"""Deadlines: a grammar of Danish time expressions, their reading against the meeting date, and the context that decides
whether one is a deadline at all.

``find_deadlines`` is the door; ``find_time_expressions`` also tells what was read and why it is no deadline.
"""

from __future__ import annotations

from decisionnlp.extraction.deadlines.calendar import MeetingCalendar, add_working_days, is_working_day, public_holidays
from decisionnlp.extraction.deadlines.finding import TimeExpression, find_deadlines, find_time_expressions
from decisionnlp.extraction.deadlines.rules import RULES, Rule

__all__ = [
    "RULES",
    "MeetingCalendar",
    "Rule",
    "TimeExpression",
    "add_working_days",
    "find_deadlines",
    "find_time_expressions",
    "is_working_day",
    "public_holidays",
]
