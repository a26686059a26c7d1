"""Danish meeting minutes (referater) into structured, traceable decisions.

>>> import decisionnlp
>>> minutes = decisionnlp.analyze("referat.pdf", meeting_date="2024-01-23")  # doctest: +SKIP
>>> [(task.text, task.page) for task in minutes.follow_ups]  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from decisionnlp.version import __version__

if TYPE_CHECKING:
    from decisionnlp.document import Deadline, FollowUp, Item, Meeting, Minutes, Sentence, Source
    from decisionnlp.errors import DecisionnlpError, InputError
    from decisionnlp.extraction.deadlines import find_deadlines
    from decisionnlp.pipeline import Analyzer, analyze, explain, load
    from decisionnlp.reading import read
    from decisionnlp.summarization import Summary, summarize

__all__ = [
    "Analyzer",
    "Deadline",
    "DecisionnlpError",
    "FollowUp",
    "InputError",
    "Item",
    "Meeting",
    "Minutes",
    "Sentence",
    "Source",
    "Summary",
    "__version__",
    "analyze",
    "explain",
    "find_deadlines",
    "load",
    "read",
    "summarize",
]

# Where each public name lives: imported on first use, so that ``import decisionnlp`` stays light.
_HOMES = {
    "analyze": "pipeline",
    "Analyzer": "pipeline",
    "explain": "pipeline",
    "load": "pipeline",
    "read": "reading",
    "find_deadlines": "extraction.deadlines",
    "summarize": "summarization",
    "Summary": "summarization",
    "DecisionnlpError": "errors",
    "InputError": "errors",
    "Deadline": "document",
    "FollowUp": "document",
    "Item": "document",
    "Meeting": "document",
    "Minutes": "document",
    "Sentence": "document",
    "Source": "document",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'decisionnlp' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"decisionnlp.{home}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
