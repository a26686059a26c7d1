"""Day and body of a meeting: from its head, its running headers, its outcome headings, the file's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from decisionnlp.document import (
    MeetingKind,
    ZoneKind,
)
from decisionnlp.segmentation.bodies import body_name
from decisionnlp.segmentation.dates import file_name_date, header_date
from decisionnlp.segmentation.meetings import Part
from decisionnlp.segmentation.page import Page


def running_headers(page: Page, part: Part) -> list[str]:
    """What the furniture of the meeting prints more than once, digits aside: it may be all that names body and day. What is
    printed on the pages of another meeting in the file is not asked."""
    start, end = page.lines[part.first].start, page.lines[part.last - 1].end
    own = [span for span in page.furniture if start <= span.start < end and span.end - span.start <= 200]
    texts = [" ".join(page.source.text[span.start : span.end].split()) for span in own[:200]]
    counts = Counter(re.sub(r"side:? ?\d+.*$|\b\d{1,3}$", "", text, flags=re.IGNORECASE).strip() for text in texts)
    return [text for text, count in counts.items() if count >= 2 and len(text) >= 8][:10]


def told_by_headings(page: Page, part: Part, items: int) -> tuple[date | None, str | None]:
    """Day and body of minutes whose only outcome heading is ``Kulturudvalget, 03-04-2019, pkt. 42`` in nearly every item: that
    line names this very meeting, not an earlier one."""
    inside = [heading for index, heading in page.headings.items() if part.first <= index < part.last]
    if items < 2 or any(heading.kind is ZoneKind.OUTCOME for heading in inside):
        return None, None
    named = Counter(
        (heading.date, heading.body)
        for heading in inside
        if heading.kind is ZoneKind.HISTORY and heading.date is not None
    )
    if not named:
        return None, None
    (day, body), count = named.most_common(1)[0]
    return (day, body) if count >= 2 and 3 * count >= 2 * items else (None, None)


def body_of_outcomes(page: Page, part: Part, when: date | None) -> tuple[str | None, int]:
    """The body that the outcome headings of the meeting's own day name: ``Kulturudvalgets beslutning i mødet den 3. april 2019``, and how often."""
    named = Counter(
        heading.body
        for index, heading in page.headings.items()
        if part.first <= index < part.last
        and heading.kind is ZoneKind.OUTCOME
        and heading.body is not None
        and heading.date is not None
        and heading.date == when
    )
    if not named:
        return None, 0
    body, times = named.most_common(1)[0]
    return body_name(body), times


_ACTS = re.compile(
    r"(?:^|[.!] )Bestyrelsen (?:\w+ )?(?:godkendte|besluttede|drøftede|tog|vedtog|tiltrådte|bad|ønsker|valgte|er enig)\b"
)


def acting(page: Page, part: Part) -> str | None:
    """The board of minutes whose head names none, where it decides more than once."""
    told = sum(1 for line in page.lines[part.first : part.last] if _ACTS.search(line.text))
    return "Bestyrelsen" if told >= 2 else None


def meeting_day(page: Page, part: Part, front: Sequence[str], argument: date | None) -> tuple[date | None, str | None]:
    """The day of the meeting and where it was read: ``argument``, ``heading``, ``text`` or ``file name``; None where nothing tells it.

    ``front`` are the lines above the items, ``argument`` the day that the caller gave."""
    if part.kind is MeetingKind.ATTACHMENT:
        return None, None
    if argument is not None and part.main:
        return argument, "argument"
    found = header_date(list(front))
    if found is not None and _year_first(found, page.source.text[page.lines[part.first].start :][:20000]):
        found = None
    if found is not None:
        return found, "heading"
    dated = Counter(
        heading.date for index, heading in page.headings.items()
        if part.first <= index < part.last and heading.date is not None and heading.kind is ZoneKind.OUTCOME
    )  # fmt: skip
    if dated:
        most = max(dated.values())
        return max(day for day, count in dated.items() if count == most and day is not None), "text"
    if part.main:
        named = file_name_date(page.source.path)
        if named is not None:
            return named, "file name"
    return None, None


def _year_first(found: date, text: str) -> bool:
    """Whether ``25.08.27`` may well mean 2025: the years printed in full lie nearer to that reading."""
    years = {int(year) for year in re.findall(r"\b20[0-4]\d\b", text)}
    if not years or found.day < 10 or found.year in years or found.year % 100 > 31:
        return False
    return min(abs(year - 2000 - found.day) for year in years) < min(abs(year - found.year) for year in years)
