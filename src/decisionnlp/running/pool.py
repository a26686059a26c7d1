"""A pool of processes in which a file that hangs, eats memory or kills its process takes nothing with it.

Each worker is a fresh interpreter (``worker``) that is spoken to over pipes in JSON: nothing is pickled, scripts need no
``__main__`` guard, and a worker can be killed at any moment. One thread of the parent minds each worker.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Any, Self

from decisionnlp.errors import DecisionnlpError
from decisionnlp.running.analysis import Outcome, Settings

START_SECONDS = 180  # loading a model on a busy machine
RECYCLE_AFTER = 2000  # files; bounds what libraries leak
_FAILED_STARTS = 3
ENTRY = "decisionnlp.running.worker"  # where the child's main is

Job = tuple[int, str]
Result = tuple[int, Outcome]


class Pool:
    """Analyse many files on ``workers`` processes.

    Args:
        timeout: seconds that one file may take before its worker is killed; None for no limit.
        memory_mb: memory that a worker may take beyond what the loaded model takes; None for no limit.
    """

    def __init__(
        self, settings: Settings, *, workers: int, timeout: float | None = 120.0, memory_mb: int | None = 2048
    ) -> None:
        if workers < 1:
            raise ValueError(f"workers must be at least 1, not {workers}")
        self.settings, self.workers = settings, workers
        self.timeout, self.memory_mb = timeout, memory_mb
        self._jobs: Iterator[Job] = iter(())
        self._lock = threading.Lock()
        self._results: queue.Queue[Result | BaseException | None] = queue.Queue(maxsize=4 * workers)
        self._stopping = threading.Event()
        self._running: set[subprocess.Popen[str]] = set()
        self._threads: list[threading.Thread] = []

    def run(self, jobs: Iterable[Job]) -> Iterator[Result]:
        """The outcome of every job, in the order in which they are done.

        Raises:
            DecisionnlpError: the workers cannot start (unknown model, unreadable register).
        """
        self._jobs = iter(jobs)
        self._threads = [threading.Thread(target=self._mind, daemon=True) for _ in range(self.workers)]
        for thread in self._threads:
            thread.start()
        left = len(self._threads)
        try:
            while left:
                result = self._results.get()
                if result is None:
                    left -= 1
                elif isinstance(result, BaseException):
                    raise result
                else:
                    yield result
        finally:
            self.close()

    def close(self) -> None:
        """Kill what still runs; a file half done is nowhere recorded."""
        self._stopping.set()
        for process in list(self._running):
            process.kill()
        while any(thread.is_alive() for thread in self._threads):
            try:
                self._results.get(timeout=0.1)
            except queue.Empty:
                continue
        self._threads = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- one thread per worker ----------------------------------------------------------------------------------------

    def _next(self) -> Job | None:
        with self._lock:
            return None if self._stopping.is_set() else next(self._jobs, None)

    def _mind(self) -> None:
        worker: _Worker | None = None
        try:
            while (job := self._next()) is not None:
                number, path = job
                for attempt in (1, 2):
                    if worker is None or worker.spent:
                        self._retire(worker)
                        worker = self._start()
                    outcome = worker.analyze(path, self.timeout)
                    # A worker may have been killed for something else (memory ran out beside it): its file gets one more try.
                    if outcome.kind != "died" or attempt == 2 or self._stopping.is_set():
                        break
                if self._stopping.is_set():
                    break
                self._results.put((number, outcome))
        except BaseException as error:
            self._results.put(error)
        finally:
            self._retire(worker)
            self._results.put(None)

    def _start(self) -> _Worker:
        for _ in range(_FAILED_STARTS):
            worker = _Worker(self.settings, self.memory_mb)
            self._running.add(worker.process)
            if self._stopping.is_set():
                worker.process.kill()
            ready = False
            try:
                ready = worker.wait_ready()
            finally:
                if not ready:
                    self._retire(worker)
            if ready:
                return worker
            if self._stopping.is_set():
                break
        raise DecisionnlpError(
            "the worker processes die before they have begun: too little memory, or a broken installation"
        )

    def _retire(self, worker: _Worker | None) -> None:
        if worker is not None:
            worker.end()
            self._running.discard(worker.process)


class _Worker:
    def __init__(self, settings: Settings, memory_mb: int | None) -> None:
        # As multiprocessing's spawn does: the child finds modules where the parent does.
        code = f"import sys; sys.path[:] = {sys.path!r}; from {ENTRY} import main; main({os.getpid()})"
        self.process: subprocess.Popen[str] = subprocess.Popen(  # noqa: S603 - our own interpreter and code
            [sys.executable, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "TOKENIZERS_PARALLELISM": "false"},
        )
        self.files = 0
        self.dead = False
        self._say({"settings": settings.to_dict(), "memory_mb": memory_mb})

    @property
    def spent(self) -> bool:
        return self.dead or self.files >= RECYCLE_AFTER

    def wait_ready(self) -> bool:
        answer = self._hear(START_SECONDS)
        if answer and "failed" in answer:
            raise DecisionnlpError(answer["failed"])
        return bool(answer and answer.get("ready"))

    def analyze(self, path: str, timeout: float | None) -> Outcome:
        self.files += 1
        self._say({"path": path})
        answer = self._hear(timeout)
        if answer is not None:
            outcome = Outcome.from_json(answer["outcome"])
            self.dead = outcome.kind == "memory"
            return outcome
        self.dead = True
        code = self.process.wait()
        if self._late:
            return Outcome(path, kind="timeout", reason=f"took longer than {timeout:g} seconds")
        why = f"signal {-code}" if code < 0 else f"exit code {code}"
        return Outcome(path, kind="died", reason=f"the process that read it died ({why})")

    def end(self) -> None:
        self.dead = True
        if self.process.stdin is not None:
            with contextlib.suppress(OSError):
                self.process.stdin.close()
        try:
            self.process.wait(timeout=0.5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()

    def _say(self, data: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(json.dumps(data, ensure_ascii=False) + "\n")
            self.process.stdin.flush()
        except OSError:
            self.dead = True  # the answer will not come either

    def _hear(self, timeout: float | None) -> dict[str, Any] | None:
        """The next answer, or None where the process died or was killed for being late."""
        assert self.process.stdout is not None
        self._late = False

        def kill() -> None:
            self._late = True
            self.process.kill()

        timer = threading.Timer(timeout, kill) if timeout else None
        if timer:
            timer.daemon = True
            timer.start()
        try:
            line = self.process.stdout.readline()
        finally:
            if timer:
                timer.cancel()
        if not line.endswith("\n"):
            return None
        self.dead |= self._late  # it answered, and was killed all the same
        self._late = False
        answer: dict[str, Any] = json.loads(line)
        return answer
