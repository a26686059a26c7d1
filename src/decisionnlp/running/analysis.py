"""One file analysed, with nothing that can go wrong left to raise: the same function in a batch, in Spark and in a loop."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from decisionnlp.errors import DecisionnlpError, InputError

if TYPE_CHECKING:
    from decisionnlp.document import Minutes
    from decisionnlp.pipeline import Analyzer

KINDS = ("input", "timeout", "memory", "died", "internal")


@dataclass(frozen=True, slots=True)
class Settings:
    """What decides the result of every file; JSON-able, so that it can travel to workers and into a manifest.

    ``meeting_date`` and ``calendar`` are ISO dates; ``key`` makes pseudonyms the same in every worker.
    """

    model: str = "linear"
    units: str | None = None
    calendar: tuple[str, ...] = ()
    meeting_date: str | None = None
    ocr: bool = False
    pseudonymize: bool = False
    public: bool = False
    key: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """As ``json.dumps`` takes it; ``from_dict`` gives it back."""
        return {**dataclasses.asdict(self), "calendar": list(self.calendar)}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Settings:
        """What ``to_dict`` made.

        Raises:
            TypeError: a key is none of the settings.
        """
        return cls(**{**data, "calendar": tuple(data.get("calendar", ()))})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: ``document`` (the JSON contract) and ``findings`` (rows as in ``export.rows``), or an error.

    ``kind`` is ``None`` for a file that was analysed, else one of ``KINDS``; ``reason`` is one line.
    """

    path: str
    document: dict[str, Any] | None = None
    findings: tuple[dict[str, Any], ...] = ()
    kind: str | None = None
    reason: str = ""

    @property
    def ok(self) -> bool:
        """Whether the file was analysed."""
        return self.kind is None

    def to_json(self) -> str:
        """One line of JSON; ``from_json`` gives it back."""
        return json.dumps({**dataclasses.asdict(self), "findings": list(self.findings)}, ensure_ascii=False)

    @classmethod
    def from_json(cls, line: str) -> Outcome:
        """What ``to_json`` made."""
        data = json.loads(line)
        return cls(**{**data, "findings": tuple(data["findings"])})


@lru_cache(maxsize=4)
def analyzer(settings: Settings) -> Analyzer:
    """The analyzer of these settings, loaded once per process.

    Raises:
        ModelError, InputError: the model, the register or a date cannot be used.
    """
    from decisionnlp.pipeline import Analyzer, parse_date

    days = [day for value in settings.calendar if (day := parse_date(value)) is not None]
    parse_date(settings.meeting_date)
    return Analyzer(model=settings.model, units=settings.units, calendar=days)


def analyze_one(path: str, settings: Settings, *, content: bytes | str | None = None) -> Outcome:
    """Analyse the file ``path`` (or ``content``: its bytes or its text); every failure becomes part of the outcome.

    Raises:
        ModelError, InputError: the settings themselves cannot be used (that is nothing about this file).
    """
    ready = analyzer(settings)
    try:
        if isinstance(content, str):
            minutes = ready.analyze(text=content, name=path, meeting_date=settings.meeting_date)
        elif content is not None:
            minutes = ready.analyze(content, name=path, meeting_date=settings.meeting_date, ocr=settings.ocr)
        else:
            minutes = ready.analyze(path, meeting_date=settings.meeting_date, ocr=settings.ocr)
        return outcome_of(minutes, settings, path=path)
    except InputError as error:
        # A reader that ran into the memory limit says so in words.
        kind = "memory" if isinstance(error.__cause__, MemoryError) or _starved(error) else "input"
        return Outcome(path, kind=kind, reason=error.reason)
    except MemoryError:
        return Outcome(path, kind="memory", reason="needed more memory than a file may take")
    except RecursionError:
        return Outcome(path, kind="internal", reason="nested too deep")
    except DecisionnlpError as error:
        return Outcome(path, kind="input", reason=str(error))
    except Exception as error:  # whatever one file does to us, the others are still analysed
        return Outcome(path, kind="internal", reason=f"{type(error).__name__}: {' '.join(str(error).split())[:300]}")


def _starved(error: BaseException) -> bool:
    cause: BaseException | None = error
    for _ in range(5):
        if isinstance(cause, MemoryError):
            return True
        cause = cause.__cause__ if cause is not None else None
    return False


def outcome_of(minutes: Minutes, settings: Settings, *, path: str) -> Outcome:
    """The outcome of a document that was analysed: protected as the settings say, as plain data."""
    from decisionnlp.export.rows import COLUMNS, rows
    from decisionnlp.privacy import protect

    minutes = protect(minutes, names=settings.pseudonymize, closed=settings.public, key=settings.key)
    findings = tuple(dict(zip(COLUMNS, row.values(), strict=True)) for row in rows([minutes]))
    return Outcome(path, document=minutes.to_dict(), findings=findings)
