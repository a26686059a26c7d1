"""The other end of ``pool``: a process that reads jobs on stdin, one JSON object a line, and answers each with one on stdout.

Started as a fresh interpreter (nothing is inherited but the environment): PDFium is not thread-safe, and whatever a file does
to the process stays in it.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any, TextIO

# One thread per worker: the pool is the parallelism, and sums are the same whatever the machine.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS", "OMP_THREAD_LIMIT")


def main(parent: int) -> None:
    """Read the settings, load the model, say ``ready``, then work until stdin ends."""
    for name in _THREADS:
        os.environ[name] = "1"
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's
    _die_with_parent(parent)
    jobs, answers = _channels()
    head = json.loads(jobs.readline() or "{}")
    if not head:
        return
    from decisionnlp.errors import DecisionnlpError
    from decisionnlp.running.analysis import Settings, analyze_one, analyzer

    settings = Settings.from_dict(head["settings"])
    try:
        analyzer(settings)
        analyze_one(
            "", settings, content="Referat af møde\n1. Budget\nBeslutning: Godkendt.\n"
        )  # imports what is imported late
    except DecisionnlpError as error:
        _answer(answers, {"failed": str(error)})
        return
    _limit_memory(head.get("memory_mb"))
    _answer(answers, {"ready": True})
    for line in jobs:
        outcome = analyze_one(json.loads(line)["path"], settings)
        _answer(answers, {"outcome": outcome.to_json()})
        if outcome.kind == "memory":
            return  # what failed allocations left behind is not to be built upon


def _channels() -> tuple[TextIO, TextIO]:
    """Jobs and answers; what a library prints to stdout goes to stderr instead."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    jobs = os.fdopen(os.dup(0), encoding="utf-8")
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    return jobs, answers


def _answer(answers: TextIO, data: dict[str, Any]) -> None:
    try:
        answers.write(json.dumps(data, ensure_ascii=False) + "\n")
        answers.flush()
    except BrokenPipeError:  # the parent is gone
        os._exit(1)


def _die_with_parent(parent: int) -> None:
    """Linux: be killed when the parent is, even in the middle of a file that hangs (prctl(2), PR_SET_PDEATHSIG)."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None, use_errno=True).prctl(1, signal.SIGKILL)
        if os.getppid() != parent:  # it died before we asked
            os._exit(1)


def _limit_memory(megabytes: int | None) -> None:
    """Let the address space grow by ``megabytes`` from what the loaded model takes (Linux, other Unix; not Windows)."""
    if not megabytes:
        return
    try:
        import resource
    except ImportError:
        return
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        now = pages * resource.getpagesize()
    except (OSError, ValueError):
        now = 1024**3  # no /proc: a generous guess at what the libraries map
    limit = now + megabytes * 1024**2
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (limit, resource.getrlimit(resource.RLIMIT_AS)[1]))
