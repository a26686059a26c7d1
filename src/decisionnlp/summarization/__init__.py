"""Summaries of bilag: whole sentences by default, each with its place; optionally written anew by a language model and checked."""

from decisionnlp.summarization.doors import summarize, summarize_source, write_summary
from decisionnlp.summarization.records import (
    KeyDate,
    KeyFigure,
    PaperSummary,
    PlannedRow,
    Report,
    Summary,
    SummarySentence,
)

__all__ = [
    "KeyDate",
    "KeyFigure",
    "PaperSummary",
    "PlannedRow",
    "Report",
    "Summary",
    "SummarySentence",
    "summarize",
    "summarize_source",
    "write_summary",
]
