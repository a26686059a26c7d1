"""Python's search for cycles of objects, at rest while a document is analysed.

An analysis makes many small records that live until it ends, and no cycles (a test counts them): the collector would look through them
again and again and find nothing.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_OFTEN = 100  # analyses that overlap without a pause: then what others have left is looked for once
_lock = Lock()
_resting = 0  # analyses at work, in any thread
_since = 0  # analyses ended since the collector was on
_was_on = False


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """The collector is off inside and, where it was on, on again when the last of those inside has left; threads may overlap.

    What others do to it meanwhile (``gc.disable()``) does not outlast that.
    """
    global _resting, _since, _was_on
    with _lock:
        if not _resting:
            _was_on, _since = gc.isenabled(), 0
            if _was_on:
                gc.collect(1)  # young cycles of others, such as a reader's, are not carried on
            gc.disable()
        _resting += 1
    try:
        yield
    finally:
        with _lock:
            _resting -= 1
            _since += 1
            busy = _was_on and _resting and _since % _OFTEN == 0
            if not _resting and _was_on:
                _pass_by()
                gc.enable()
        if busy:
            gc.collect()


def _pass_by() -> None:
    """What lives now goes to the collector's oldest generation unread: else its first step after the rest goes through all of it.

    What somebody else has frozen stays frozen: then nothing is done.
    """
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()


def _in_child() -> None:
    """A process forked off while others were at work has none of them: the collector is as it was before."""
    global _lock, _resting
    _lock = Lock()
    if _resting:
        _resting = 0
        if _was_on:
            gc.enable()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_in_child)
