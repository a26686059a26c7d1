"""What a summary is: sentences with their places, tables of figures and dates, and a report of what was left out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from decisionnlp.document import SCHEMA_VERSION, Source, Span


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A sentence of the summary.

    Extractive: ``text`` is the source's own words with line breaks and line-end hyphens resolved, ``[start, end)`` where they
    stand. Abstractive: ``text`` was generated, ``[start, end)`` is the evidence it was aligned to; ``marked`` says that the check of
    faithfulness did not find all of it there, and ``problems`` what is missing.

    ``score`` in [0, 1] is what the ranking gave; ``role`` is ``chosen``, or ``lead`` for a sentence that came along because a
    chosen one cannot be read without it.
    """

    text: str
    start: int
    end: int
    page: int
    score: float
    heading: str | None = None
    role: str = "chosen"
    marked: bool = False
    problems: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """Its place in ``Source.text``."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """An amount, a share or a change: ``value`` in kroner for ``kr.``, in per cent for ``pct.``; ``context`` is its sentence."""

    text: str
    value: float
    unit: str
    start: int
    end: int
    page: int
    context: str


@dataclass(frozen=True, slots=True)
class KeyDate:
    """A deadline or a coming event; ``earliest`` and ``latest`` are ISO dates where the words give them."""

    text: str
    start: int
    end: int
    page: int
    context: str
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row of a plan table."""

    when: str
    task: str
    owner: str
    start: int
    end: int
    page: int


@dataclass(frozen=True, slots=True)
class Report:
    """How the summary came about.

    ``left_out`` counts what was never a candidate, by reason (``table``, ``caption``, ``question`` …). For abstractive
    summaries ``generated`` sentences were written, of which ``dropped`` failed the check and were left out, and ``marked``
    failed it and are shown marked; ``failures`` says of each what was missing.
    """

    method: str = "extractive"
    model: str = ""
    candidates: int = 0
    left_out: dict[str, int] = field(default_factory=dict)
    generated: int = 0
    dropped: int = 0
    marked: int = 0
    failures: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperSummary:
    """One bilag (or item) of a bundle, with a budget of its own."""

    title: str
    start: int
    end: int
    sentences: tuple[SummarySentence, ...]
    figures: tuple[KeyFigure, ...] = ()
    dates: tuple[KeyDate, ...] = ()

    @property
    def words(self) -> int:
        """Words of its sentences."""
        return count_words(self.sentences)


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary of one file. ``sentences`` stand in document order and hold no more words than were asked for.

    ``papers`` are the bilag of a bundle (one paper where the file is one), each summarised within the same budget; then
    ``sentences`` are the best of all of them.
    """

    source: Source
    title: str
    sentences: tuple[SummarySentence, ...]
    papers: tuple[PaperSummary, ...] = ()
    figures: tuple[KeyFigure, ...] = ()
    dates: tuple[KeyDate, ...] = ()
    planned: tuple[PlannedRow, ...] = ()
    report: Report = field(default_factory=Report)

    @property
    def words(self) -> int:
        """How many words ``sentences`` hold, counted between blanks."""
        return count_words(self.sentences)

    @property
    def text(self) -> str:
        """The sentences as one running text."""
        return " ".join(sentence.text for sentence in self.sentences)

    def to_dict(self) -> dict[str, Any]:
        """Plain dictionaries and lists: the JSON contract of summaries, version 1."""
        from decisionnlp.summarization.rendering import summary_to_dict

        return summary_to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """The JSON contract of summaries as text; ``indent`` as in ``json.dumps``."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def to_text(self) -> str:
        """Headings, sentences and pages for a terminal."""
        from decisionnlp.summarization.rendering import render_text

        return render_text(self)

    def to_markdown(self) -> str:
        """Markdown with the page behind every sentence."""
        from decisionnlp.summarization.rendering import render_markdown

        return render_markdown(self)

    def to_html(self) -> str:
        """A page of its own that holds the source too: every sentence links to its place in it."""
        from decisionnlp.summarization.rendering import render_html

        return render_html(self)


def count_words(sentences: tuple[SummarySentence, ...]) -> int:
    """Words between white space."""
    return sum(len(sentence.text.split()) for sentence in sentences)


__all__ = [
    "SCHEMA_VERSION",
    "KeyDate",
    "KeyFigure",
    "PaperSummary",
    "PlannedRow",
    "Report",
    "Summary",
    "SummarySentence",
    "count_words",
]
