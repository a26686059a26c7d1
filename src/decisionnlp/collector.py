"""Python's search for cycles of objects, at rest while a document is analysed.

An analysis makes many small records that live until it ends, and no cycles (a test counts them). The collector finds nothing, but looks
at everything made so far each time some hundreds of records have been added: a tenth of the whole time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_resting = 0  # analyses at work, in any thread
_was_on = False


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """The collector is off inside and, where it was on, on again when the last of those inside has left; threads may overlap."""
    global _resting, _was_on
    with _lock:
        if not _resting:
            _was_on = gc.isenabled()
            gc.disable()
        _resting += 1
    try:
        yield
    finally:
        with _lock:
            _resting -= 1
            if not _resting and _was_on:
                gc.enable()
