"""Whether two prints name the same body, and whether a heading tells of another meeting than the one at hand."""

from __future__ import annotations

import re

from decisionnlp import lexicons
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.zone_records import Habits

_GENERIC = frozenset(lexicons.load("line_words")["generic"])


def foreign(heading: Heading, habits: Habits) -> bool:
    """Whether a heading such as ``Beslutning i Økonomiudvalget den 4. juni 2019`` tells of another meeting than this one."""
    if heading.date is not None and habits.date is not None and heading.date != habits.date:
        return True
    if heading.body is None or habits.body is None:
        return False
    if heading.date is not None and heading.date == habits.date:
        return False
    return not same_body(heading.body, habits.body)


def same_body(one: str, other: str) -> bool:
    """Whether two prints may name the same body: a generic name (``udvalget``, ``bestyrelsens``) fits any of its kind."""
    first, second = _stems(one), _stems(other)
    if not first or not second:
        return True
    return bool(first & second)


def _stems(body: str) -> set[str]:
    words = re.findall(r"[^\W\d_]+", body.lower())
    return {
        re.sub(r"(?:ets|ens|et|en|s)$", "", word)[:12] for word in words if word not in _GENERIC and len(word) > 2
    } - {"udvalg", "bestyrelse"}
