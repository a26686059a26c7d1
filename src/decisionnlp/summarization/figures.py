"""The tables beside a summary: key figures, dates ahead, rows of plan tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from decisionnlp.document import FollowUp, Source, Span
from decisionnlp.extraction.amounts import find_amounts
from decisionnlp.extraction.deadlines import find_deadlines
from decisionnlp.flattening import flatten
from decisionnlp.summarization.features import CUES, MONEY
from decisionnlp.summarization.records import KeyDate, KeyFigure, PlannedRow
from decisionnlp.summarization.structure import Paper

_SHARE = re.compile(r"(?<![\w.,])(?P<value>\d{1,3}(?:,\d{1,2})?)\s?(?:pct\b\.?|procent\b|%)", re.IGNORECASE)
_TIME = re.compile(r"\d[./-]\s?\d|\b(?:19|20)\d\d\b|\d\.\s?[a-zæ]", re.IGNORECASE)
_MOST = 12


def key_figures(
    source: Source, paper: Paper, scores: NDArray[np.float64], furniture: Sequence[Span], *, most: int = _MOST
) -> tuple[KeyFigure, ...]:
    """Amounts and shares of the ``most`` best-ranked sentences that hold one, in document order; each sum once."""
    holding = [
        candidate
        for candidate in paper.candidates
        if MONEY.search(candidate.text.lower()) or "%" in candidate.text or _SHARE.search(candidate.text)
    ]
    best = sorted(holding, key=lambda candidate: -scores[candidate.index])[:most]
    found: list[KeyFigure] = []
    seen: set[tuple[float, str]] = set()
    for candidate in sorted(best, key=lambda candidate: candidate.start):
        flat = flatten(source.text, candidate.start, candidate.end, skip=furniture)
        page = source.page_at(candidate.start)
        own = [(amount.text, amount.value, amount.currency, amount.start, amount.end) for amount in find_amounts(flat)]
        for match in _SHARE.finditer(flat.text):
            span = flat.span(*match.span())
            own.append((match.group(), float(match["value"].replace(",", ".")), "pct.", span.start, span.end))
        for text, value, unit, start, end in sorted(own, key=lambda entry: entry[3]):
            unit = "kr." if unit == "DKK" else unit
            if (value, unit) not in seen or unit == "pct.":
                seen.add((value, unit))
                found.append(KeyFigure(text, value, unit, start, end, page, candidate.text))
    return tuple(found)


def key_dates(
    source: Source,
    paper: Paper,
    scores: NDArray[np.float64],
    furniture: Sequence[Span],
    *,
    meeting_date: date | None = None,
    most: int = _MOST,
) -> tuple[KeyDate, ...]:
    """Deadlines and coming dates of the best-ranked sentences, in document order.

    Without a meeting date those that need one to be read have no ``earliest`` and ``latest``.
    """
    ahead = CUES["time_ahead"]
    holding = [
        candidate
        for candidate in paper.candidates
        if _TIME.search(candidate.text) or ahead.search(candidate.text.lower())
    ]
    best = sorted(holding, key=lambda candidate: -scores[candidate.index])[: 3 * most]
    found: list[KeyDate] = []
    sentences = 0
    for candidate in best:
        flat = flatten(source.text, candidate.start, candidate.end, skip=furniture)
        own = [
            deadline
            for deadline in find_deadlines(flat.text, meeting_date=meeting_date)
            if deadline.type.value in ("date", "interval") or _TIME.search(deadline.text)
        ]
        sentences += bool(own)
        for deadline in own:
            span = flat.span(deadline.start, deadline.end)
            days = [day.isoformat() if day else None for day in (deadline.earliest, deadline.latest)]
            found.append(
                KeyDate(
                    deadline.text, span.start, span.end, source.page_at(span.start), candidate.text, days[0], days[1]
                )
            )
        if sentences >= most:
            break
    return tuple(sorted(found, key=lambda entry: entry.start))


def planned_rows(source: Source, planned: Sequence[FollowUp], furniture: Sequence[Span]) -> tuple[PlannedRow, ...]:
    """The rows of plan tables, as the resolution of the document found them."""
    rows = []
    for task in planned:
        when = "; ".join(" ".join(deadline.text.split()) for deadline in task.deadlines)
        text = task.task or flatten(source.text, task.sentence.start, task.sentence.end, skip=furniture).text
        owner = ", ".join(owner.name for owner in task.owners)
        rows.append(PlannedRow(when, text, owner, task.sentence.start, task.sentence.end, task.page))
    return tuple(sorted(rows, key=lambda row: row.start))
