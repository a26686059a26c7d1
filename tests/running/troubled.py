"""A worker that is led astray by the names of its files: what ``Pool`` must survive."""

from __future__ import annotations

import os
import signal
import sys
import time

from decisionnlp.running import analysis, worker

_analyze_one = analysis.analyze_one


def analyze_one(path: str, settings: analysis.Settings, *, content: bytes | str | None = None) -> analysis.Outcome:
    if "hangs" in path:
        time.sleep(3600)
    if "dies" in path:
        os.kill(os.getpid(), signal.SIGKILL)
    if "quits" in path:
        os._exit(7)
    if "eats" in path:
        try:
            bytearray(2**34)
        except MemoryError:
            return analysis.Outcome(path, kind="memory", reason="needed more memory than a file may take")
    if "prints" in path:
        print("a library that prints to stdout")
        os.write(1, b"and one in C\n")
        sys.stdout.flush()
    return _analyze_one(path, settings, content=content)


def main(parent: int) -> None:
    analysis.analyze_one = analyze_one
    worker.main(parent)
