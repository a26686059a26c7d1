"""Days as a head of minutes prints them, with their year or without it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from decisionnlp import lexicons
from decisionnlp.segmentation.dates import MONTHS, printed_dates
from decisionnlp.slotted import Slotted

_WEEKDAYS = tuple(name[:-3] for name in lexicons.calendar_names("weekdays"))
_WEEKDAY = rf"(?:{'|'.join(_WEEKDAYS)})(?:s?d(?:ag)?)?"
_FULL_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})dag\b", re.IGNORECASE)
_WEEKDAY_BEFORE = re.compile(
    rf"\b({_WEEKDAY})\b\.?,? ?(?:aften|formiddag|eftermiddag)?,? ?(?:den|d\.?)? ?$", re.IGNORECASE
)
_WEEKDAY_BEHIND = re.compile(rf"[ ,(]{{1,3}}({_WEEKDAY})\b", re.IGNORECASE)
_YEAR = r"(?:19|20)\d\d"
_ORDINALS = list(lexicons.load("calendar_words")["ordinal_days"])
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_DAY = re.compile(
    # What begins with a digit; other characters are passed over at once.
    r"(?=\d)(?:"
    # "4. juni 2019", "d.3.februaer 2009", "16. – 17. Marts 2013", "24. og lørdag den 25. januar", "11-sep-2002", "25.november2013"
    rf"(?:(?<![\d.,/-])|(?<=\bd\.))(?P<day>\d{{1,2}})(?:\.?\s?(?:-|–|og|til|/)\s?(?:{_WEEKDAY} )?(?:den )?\d{{1,2}})?(?:\.\s?|\s|-|(?=[a-z]))"
    rf"(?P<month>[a-zæøå]{{3,10}})(?![a-zæøå])(?:\.?,?[\s-]?(?P<year>{_YEAR})(?!\d))?(?![-/]?\d)"
    # "mandag d.7.11.", "den 4/6 kl. 17": without a year only behind a word for it; "13/9 '17", "7.10,2020"
    r"|(?:(?<=\bd\.)|(?<=\bd\. )|(?<=\bd )|(?<=\bden )|(?<=dag ))(?P<day2>\d{1,2})[./]\s?(?P<month2>\d{1,2})\b"
    rf"(?:\.?(?![./-]?\d)(?!,{_YEAR})(?! ?['’]\d)|,(?P<year2>{_YEAR})\b| ?['’](?P<short2>\d\d)\b)"
    # "20190604 Referat", "Referat 20190604"
    r"|(?:(?<=møde )|(?<=mødet )|(?<=referat )|^(?=\d{8}[ _-]+(?:ref|\w*møde|bestyrelse|dagsorden)))"
    r"(?P<year4>20\d\d)(?P<month4>[01]\d)(?P<day4>[0-3]\d)(?!\d)"
    # "Referat bestyrelsesmøde 210512"
    r"|(?:(?<=møde )|(?<=mødet )|(?<=referat ))(?P<day3>[0-3]\d)(?P<month3>[01]\d)(?P<short3>\d\d)\b"
    # "11/III 2008", "19.IX.2012"
    rf"|(?<![\d.,/-])(?P<day5>\d{{1,2}})[./] ?(?P<month5>[IVX]{{1,4}})[. /-]\s?(?P<year5>{_YEAR})\b)"
    # "den fjerde juni 2014", "April 27th 2017"
    rf"|\bden (?:{'|'.join(f'(?P<o{place}>{word})' for place, word in enumerate(_ORDINALS, 1))}) (?P<month6>[a-zæøå]{{3,10}})\b(?: (?P<year6>{_YEAR})\b)?"
    rf"|\b(?P<month7>[a-z]{{3,10}}) (?P<day7>\d{{1,2}})(?:st|nd|rd|th),? (?P<year7>{_YEAR})\b",
    re.IGNORECASE,
)
# "6. møde 2021, torsdag den 14. oktober", "Referater 2014"; not "Søvej 4, 2050 Humlebæk", "Strategi 2025"
_OF_MEETINGS = re.compile(
    rf"\b(?:{lexicons.alternatives('meeting_day', 'year_of')})[ ,:-]{{1,3}}(?:nr\.? ?\d+,? )?(?:i |for |fra |år )?(?P<year>{_YEAR})(?![\d/-])(?!(?-i: [A-ZÆØÅ][a-zæøå]))",
    re.IGNORECASE,
)
# "Bestyrelsesmøde nr. 3/2018", "HB-møde 4/01", "Referat 2017-04"
_COUNT_OF_YEAR = re.compile(
    rf"(?:møde|\bnr\.?) ?\d{{1,2}}/(?P<year>{_YEAR}|[0-4]\d|9\d)\b(?! ?kl)|(?:møde|referat) (?P<first>{_YEAR})[/-]\d{{1,2}}\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:næste|kommende)\b", re.IGNORECASE)
# "skoleåret 2016/17": the year turns in the summer
_SEASON = re.compile(
    rf"(?:skoleår|sæson)\w*:? (?P<first>{_YEAR}) ?[/-] ?(?P<second>{_YEAR}|\d\d)(?![\d/-])", re.IGNORECASE
)
_TURN = 8  # August
_PLANNED = re.compile(
    rf"\b(?:{lexicons.alternatives('meeting_day', 'planned')}) (?P<year>{_YEAR})(?![\d/-])", re.IGNORECASE
)
_SOON = 45  # days between a meeting and the date of the paper
BARE_YEAR = re.compile(rf"{_YEAR}$")
_AUTUMN, _SPRING = 10, 3  # months: what is dated by a coming spring is of the year before
_BETWEEN = re.compile(rf"\.?\s?(?:-|–|og|til)\s?(?:{_WEEKDAY},? )?(?:den |d\. ?)?", re.IGNORECASE)
_LONG_MONTHS = [name for name in lexicons.calendar_names("months") if len(name) >= 5]
_ALIKE = 0.8  # "marst" is as like "marts" as this, "market" is not
_NEAR = 45  # characters between a day and the year that its line tells elsewhere


@dataclass(slots=True)
class DayMention(Slotted):
    """A day in a line; ``year`` is ``None`` where it is not printed beside it, ``weekday`` is 0 for Monday."""

    start: int
    end: int
    month: int
    day: int
    year: int | None
    weekday: int | None

    def on(self, year: int) -> date | None:
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


# Whether a line is a link and whose day it tells is asked one after the other.
@lru_cache(maxsize=256)
def day_mentions(line: str) -> tuple[DayMention, ...]:
    """The days of a line, in order; a two-day meeting's first day stands for both."""
    found = {
        day.start: DayMention(day.start, day.end, day.value.month, day.value.day, day.value.year, None)
        for day in printed_dates(line)
        if day.value is not None
    }
    taken = [(day.start, day.end) for day in found.values()]
    for match in _DAY.finditer(line):
        mention = _read(match)
        if mention is None:
            continue
        within = [start for start, end in taken if start < mention.end and mention.start < end]
        if any(start <= mention.start for start in within):
            continue  # read in full already
        for start in within:  # the second day of two
            del found[start]
        found[mention.start] = mention
    if not found:
        return ()
    days = [found[start] for start in sorted(found)]
    for first, second in pairwise(days):
        if first.year is None and second.year is not None and _BETWEEN.fullmatch(line[first.end : second.start]):
            first.year = second.year - ((first.month, first.day) > (second.month, second.day))
            second.year = None  # "30. oktober – 1. november 2009"
    for mention in days:
        mention.weekday = _weekday(line, mention)
    return tuple(days)


def _read(match: re.Match[str]) -> DayMention | None:
    name = match["month"] or match["month6"] or match["month7"]
    month: int | None
    if name is not None:
        month = _month(name.lower())
    elif match["month5"] is not None:
        roman = match["month5"].lower()
        month = _ROMAN.index(roman) + 1 if roman in _ROMAN else None
    else:
        month = int(match["month2"] or match["month3"] or match["month4"])
    if match["month6"] is not None:
        day = next(place for place in range(1, len(_ORDINALS) + 1) if match[f"o{place}"])
    else:
        day = int(match["day"] or match["day2"] or match["day3"] or match["day4"] or match["day5"] or match["day7"])
    printed = match["year"] or match["year2"] or match["year4"] or match["year5"] or match["year6"] or match["year7"]
    short = match["short2"] or match["short3"]
    year = int(printed) if printed else 2000 + int(short) if short else None
    if month is None:
        return None
    mention = DayMention(match.start(), match.end(), month, day, year, None)
    return mention if mention.on(year or 2000) is not None else None  # 2000 has a 29 February


# Of the words behind a number, the titles that many bodies have come in most papers ("7. Eventuelt").
@lru_cache(maxsize=1024)
def _month(word: str) -> int | None:
    """The number of a month; a long name may be mistyped in one place (``februaer``, ``marst``)."""
    if word in MONTHS or len(word) < 5:
        return MONTHS.get(word)
    near = get_close_matches(word, _LONG_MONTHS, n=1, cutoff=_ALIKE)
    return MONTHS[near[0]] if near else None


def _weekday(line: str, mention: DayMention) -> int | None:
    match = _WEEKDAY_BEFORE.search(line[max(mention.start - 30, 0) : mention.start]) or _WEEKDAY_BEHIND.match(
        line, mention.end
    )
    if match is None:
        return None
    return next(place for place, name in enumerate(_WEEKDAYS) if match[1].lower().startswith(name))


def named_weekdays(lines: Sequence[str]) -> Iterator[int]:
    """The weekdays (0 for Monday) whose full names stand in the lines."""
    for line in lines:
        for name in _FULL_WEEKDAY.findall(line):
            yield _WEEKDAYS.index(name.lower())


def with_year(mention: DayMention, line: str, heads: Sequence[str], told: str) -> date | None:
    """The date of a day whose year stands elsewhere: in its line, in the ``heads`` of the paper, or in all that is ``told``.

    In its line and the heads a year counts that is told of meetings; it holds unless the weekday is another one. Beyond that the
    weekday must be printed and must fit the year of one of the full dates of the text and no other, or a year that is planned for.
    ``None`` where the year would have to be guessed.
    """
    near = line[max(mention.start - _NEAR, 0) : mention.end + _NEAR]
    for text in (near, *heads):
        days = _fitting(mention, _years(text, mention))
        if days:
            return days.pop() if len(days) == 1 else None
    # "16. maj 2013 … møde den 14. maj": the letter's date, or the mail's, a few days later.
    days = {day for text in (line, *heads) for day in _soon_dated(mention, _told(text).dates)}
    if days:
        return days.pop() if len(days) == 1 else None
    known = _told(told)
    days = _fitting(mention, known.years_of_meetings)
    if mention.weekday is not None and not days:
        days = _fitting(mention, {day.year for day in known.dates})
        if not days and mention.month >= _AUTUMN:
            days = _fitting(mention, {day.year - 1 for day in known.dates if day.month <= _SPRING})
        days = days or _fitting(mention, {year - back for year in known.years_planned for back in (0, 1)})
    return days.pop() if len(days) == 1 else None


def _soon_dated(mention: DayMention, dates: AbstractSet[date]) -> set[date]:
    days = _fitting(mention, {day.year for day in dates})
    return {day for day in days if any(abs((other - day).days) <= _SOON for other in dates)}


def _fitting(mention: DayMention, years: AbstractSet[int]) -> set[date]:
    days = {day for year in years if (day := mention.on(year)) is not None}
    return {day for day in days if mention.weekday in (None, day.weekday())}


def _years(text: str, mention: DayMention) -> set[int]:
    years = {int(match["year"]) for match in _OF_MEETINGS.finditer(text)}
    if BARE_YEAR.match(text):
        years.add(int(text))
    for match in _COUNT_OF_YEAR.finditer(text):
        if _NEXT.search(text, max(match.start() - 20, 0), match.start()) is None:
            year = int(match["year"] or match["first"])
            years.add(year if year >= 100 else year + (1900 if year >= 90 else 2000))
    for match in _SEASON.finditer(text):
        first, second = int(match["first"]), int(match["second"])
        if second % 100 == (first + 1) % 100:
            years.add(first if mention.month >= _TURN else first + 1)
    return years


class _Told(NamedTuple):
    """What a text tells of years: those of its meetings, its full dates, the years that are planned for."""

    years_of_meetings: frozenset[int]
    dates: frozenset[date]
    years_planned: frozenset[int]


@lru_cache(maxsize=32)
def _told(text: str) -> _Told:
    return _Told(
        frozenset(int(match["year"]) for match in _OF_MEETINGS.finditer(text)),
        frozenset(day.value for day in printed_dates(text) if day.value is not None),
        frozenset(int(match["year"]) for match in _PLANNED.finditer(text)),
    )
