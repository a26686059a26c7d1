"""Fixtures of the segmentation's tests."""

from __future__ import annotations

import pytest

from decisionnlp.segmentation import meeting_items


@pytest.fixture
def rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The items as the rules find them: for tables of lines too few to look like a page."""
    monkeypatch.setattr(meeting_items, "evident_items", lambda found, *_: found)
