"""The same function over several arguments, on as many processors as there are: what comes out does not depend on how many."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any, TypeVar

Result = TypeVar("Result")
_LEAST = 4000  # sentences from which starting processes pays


def workers(sentences: int) -> int:
    """How many processes may learn from so many sentences: one for each processor that this one may use."""
    if sentences < _LEAST:
        return 1
    if hasattr(os, "sched_getaffinity"):
        return max(len(os.sched_getaffinity(0)), 1)
    return os.cpu_count() or 1


def side_by_side(work: Callable[..., Result], jobs: Iterable[tuple[Any, ...]], count: int) -> list[Result]:
    """``work`` done for each tuple of arguments, in up to ``count`` processes, with the results in the order of ``jobs``.

    ``jobs`` is drawn from only as a process becomes free, so that large arguments need not all be held at once.
    """
    if count < 2:
        return [work(*job) for job in jobs]
    joblib = import_module("joblib")  # comes with scikit-learn
    done: list[Result] = joblib.Parallel(n_jobs=count, pre_dispatch="n_jobs", batch_size=1)(
        joblib.delayed(work)(*job) for job in jobs
    )
    return done
