from __future__ import annotations

import pytest

from decisionnlp.document import MeetingKind, Source
from decisionnlp.segmentation import segment

from .test_layouts import outcome_text
from .web_layouts import WEB_LAYOUTS, WebLayout
from .web_layouts_boards import BOARD_LAYOUTS
from .web_layouts_contents import CONTENTS_LAYOUTS
from .web_layouts_councils import COUNCIL_LAYOUTS
from .web_layouts_glued import GLUED_LAYOUTS
from .web_layouts_lists import LIST_LAYOUTS
from .web_layouts_lost import LOST_LAYOUTS
from .web_layouts_more import MORE_LAYOUTS
from .web_layouts_nested import NESTED_LAYOUTS
from .web_layouts_numbers import NUMBER_LAYOUTS
from .web_layouts_political import POLITICAL_LAYOUTS
from .web_layouts_public import PUBLIC_LAYOUTS
from .web_layouts_small import SMALL_LAYOUTS
from .web_layouts_transcripts import TRANSCRIPT_LAYOUTS
from .web_layouts_zoned import ZONED_LAYOUTS

ALL = [
    *WEB_LAYOUTS,
    *MORE_LAYOUTS,
    *SMALL_LAYOUTS,
    *LIST_LAYOUTS,
    *GLUED_LAYOUTS,
    *ZONED_LAYOUTS,
    *TRANSCRIPT_LAYOUTS,
    *CONTENTS_LAYOUTS,
    *COUNCIL_LAYOUTS,
    *NESTED_LAYOUTS,
    *BOARD_LAYOUTS,
    *POLITICAL_LAYOUTS,
    *PUBLIC_LAYOUTS,
    *NUMBER_LAYOUTS,
    *LOST_LAYOUTS,
]


@pytest.mark.parametrize("layout", ALL, ids=lambda layout: layout.name)
def test_items(layout: WebLayout) -> None:
    found = segment(Source(layout.text))
    items = [item for meeting in found.meetings for item in meeting.items]
    assert [(item.number, item.title) for item in items] == layout.items


@pytest.mark.parametrize("layout", ALL, ids=lambda layout: layout.name)
def test_outcomes(layout: WebLayout) -> None:
    """``None`` in this table leaves the outcome of an item open."""
    found = segment(Source(layout.text))
    items = [item for meeting in found.meetings for item in meeting.items]
    assert len(items) == len(layout.outcomes)
    for item, expected in zip(items, layout.outcomes, strict=True):
        if expected is not None:
            assert outcome_text(item) == expected


@pytest.mark.parametrize("layout", ALL, ids=lambda layout: layout.name)
def test_date_and_body(layout: WebLayout) -> None:
    found = segment(Source(layout.text))
    held = [meeting for meeting in found.meetings if meeting.kind is MeetingKind.MINUTES]
    assert len(held) == 1
    assert held[0].date == layout.date
    if layout.body is not None:
        assert held[0].body == layout.body
