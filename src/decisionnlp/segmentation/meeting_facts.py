"""Day and body of a meeting: from its head, its running headers, its outcome headings, the file's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from decisionnlp.document import (
    MeetingKind,
    ZoneKind,
)
from decisionnlp.segmentation.bodies import body_name
from decisionnlp.segmentation.dates import file_name_date, printed_dates
from decisionnlp.segmentation.day_mentions import named_weekdays
from decisionnlp.segmentation.head_day import head_day
from decisionnlp.segmentation.meetings import Part
from decisionnlp.segmentation.page import Page
from decisionnlp.segmentation.titles import Found


def running_headers(page: Page, part: Part) -> list[str]:
    """What the furniture of the meeting prints more than once, digits aside: it may be all that names body and day. What is
    printed on the pages of another meeting in the file is not asked."""
    start, end = page.lines[part.first].start, page.lines[part.last - 1].end
    own = [span for span in page.furniture if start <= span.start < end and span.end - span.start <= 200]
    texts = [" ".join(page.source.text[span.start : span.end].split()) for span in own[:200]]
    counts = Counter(re.sub(r"side:? ?\d+.*$|\b\d{1,3}$", "", text, flags=re.IGNORECASE).strip() for text in texts)
    return [text for text, count in counts.items() if count >= 2 and len(text) >= 8][:10]


def told_by_headings(page: Page, part: Part, items: Sequence[Found]) -> tuple[date | None, str | None]:
    """Day and body of minutes that tell them where they tell the outcome, ``Kulturudvalget, 03-04-2019, pkt. 42`` as the last dated
    heading of nearly every item, with no outcome heading below it: that names this very meeting, not an earlier one."""
    if len(items) < 2:
        return None, None
    named: Counter[tuple[date | None, str | None]] = Counter()
    for item in items:
        inside = [page.headings[index] for index in range(item.title_last, item.last) if index in page.headings]
        told = [heading for heading in inside if heading.date is not None or heading.kind is ZoneKind.OUTCOME]
        if told and told[-1].date is not None:
            named[told[-1].date, told[-1].body] += 1
    if not named:
        return None, None
    (day, body), count = named.most_common(1)[0]
    return (day, body) if count >= 2 and 3 * count >= 2 * len(items) else (None, None)


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


_TOLD = 20_000  # characters of a meeting whose years may date its day


def meeting_day(page: Page, part: Part, front: Sequence[str], argument: date | None) -> tuple[date | None, str | None]:
    """The day of the meeting and where it was read: ``argument``, ``heading``, ``text`` or ``file name``; None where nothing tells it.

    ``front`` are the lines above the items, ``argument`` the day that the caller gave."""
    if part.kind is MeetingKind.ATTACHMENT:
        return None, None
    if argument is not None and part.main:
        return argument, "argument"
    if part.main:
        told = page.source.text[:_TOLD]
    else:
        start = page.lines[part.first].start
        told = page.source.text[start : min(page.lines[part.last - 1].end, start + _TOLD)]
    below = [line.text for line in page.lines[part.first + len(front) : part.last][:20]]
    found = head_day(front or [page.lines[part.first].text], below, told)
    if found is not None and not _year_first(found.value, told):
        return found.value, "text" if found.inferred else "heading"
    if found is not None and (turned := _turned(found.value, front)) is not None:
        return turned, "heading"
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


# "1. Godkendelse af dagsorden til mødet 17. juni 2019"
_OWN_AGENDA = re.compile(
    r"\bdagsorden(?:en)?(?: (?:til|for|fra))?(?: (?:dagens |dette )?mødet?)?(?: \w+dag)?(?: (?:den|d\.))? ?$",
    re.IGNORECASE,
)


def day_of_agenda(titles: Sequence[str]) -> date | None:
    """The day that the first points name as that of the agenda before the meeting."""
    return _day_behind(titles, _OWN_AGENDA)


def day_of_closing(page: Page, part: Part) -> date | None:
    """The day on which the meeting ended, in its last lines: ``Mødet hævet den 7. november 2012 kl. 21.15``."""
    last = page.lines[max(part.first, part.last - _CLOSING) : part.last]
    return _day_behind((line.text for line in last), _ENDED)


def _day_behind(texts: Iterable[str], what: re.Pattern[str]) -> date | None:
    """The first full date that ``what`` stands right before."""
    for text in texts:
        for day in printed_dates(text):
            if day.value is not None and what.search(text[max(day.start - _BEFORE, 0) : day.start]):
                return day.value
    return None


_CLOSING = 12  # lines
_BEFORE = 60  # characters before a day that say what it is
_ENDED = re.compile(
    r"\bmødet (?:blev )?(?:slut|sluttede?|hævet|hævedes|afsluttet|lukket)(?: \w+dag)?(?: (?:den|d\.))? ?$",
    re.IGNORECASE,
)


_YEAR = re.compile(r"20[0-4]\d\b(?<=\b....)")  # (It begins with the digits, which are found fast.)


def _year_first(found: date, text: str) -> bool:
    """Whether ``25.08.27`` may well mean 2025: the years printed in full lie nearer to that reading."""
    if found.day < 10 or found.year % 100 > 31:
        return False
    years = {int(year) for year in _YEAR.findall(text)}
    if not years or found.year in years:
        return False
    return min(abs(year - 2000 - found.day) for year in years) < min(abs(year - found.year) for year in years)


def _turned(found: date, front: Sequence[str]) -> date | None:
    """``24.05.22`` as 22 May 2024, where the head names a weekday that fits this reading alone."""
    try:
        turned = date(2000 + found.day, found.month, found.year % 100)
    except ValueError:
        return None
    named = set(named_weekdays(front))
    return turned if named == {turned.weekday()} and found.weekday() != turned.weekday() else None
