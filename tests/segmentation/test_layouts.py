from __future__ import annotations

import pytest

from decisionnlp.document import Item, SentenceKind, Source, ZoneKind
from decisionnlp.flattening import flatten
from decisionnlp.segmentation import segment

from .layouts import LAYOUTS, Layout


def outcome_text(item: Item) -> str | None:
    """The words of the outcome zone, headings left out; None where the item has no such zone."""
    if not any(zone.zone is ZoneKind.OUTCOME for zone in item.zones):
        return None
    told = [s for s in item.sentences if s.zone is ZoneKind.OUTCOME and s.kind is not SentenceKind.HEADING]
    return " ".join(flatten(sentence.text).text for sentence in told)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_items(layout: Layout) -> None:
    found = segment(Source(layout.text))
    items = [item for meeting in found.meetings for item in meeting.items]
    assert [(item.number, item.title) for item in items] == layout.items


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_outcomes(layout: Layout) -> None:
    found = segment(Source(layout.text))
    items = [item for meeting in found.meetings for item in meeting.items]
    assert [outcome_text(item) for item in items] == layout.outcomes
