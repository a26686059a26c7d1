"""What a test needs beyond pip: skipped where it is missing, failed where CI requires it."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def missing(what: str, reason: str) -> NoReturn:
    """Skip, unless ``DECISIONNLP_REQUIRE`` (as .ci/run sets it) names ``what``."""
    if what in os.environ.get("DECISIONNLP_REQUIRE", "").split():
        pytest.fail(reason)
    pytest.skip(reason)
