"""Weeks, months, quarters, half-years, seasons, holidays, school years and years, and the parts of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines import calendar as cal
from decisionnlp.extraction.deadlines import rules
from decisionnlp.extraction.deadlines.days import day
from decisionnlp.extraction.deadlines.figures import year_after
from decisionnlp.extraction.deadlines.seasons import (
    NAMED_HOLIDAYS,
    holiday,
    numbered_holiday,
    school_year,
    season,
    week_beside,
)
from decisionnlp.extraction.deadlines.stretches import (
    Bounds,
    Core,
    Grain,
    Reading,
    half_bounds,
    located,
    month_bounds,
    months_bounds,
    occurrence,
    part_bounds,
    reading_of,
    unit_bounds,
)
from decisionnlp.extraction.deadlines.tokens import (
    DEFINITE_UNITS,
    HOLIDAYS,
    MONTHS,
    NEXT,
    ORDINALS,
    SEASONS,
    SHORT_MONTHS,
    THIS,
    UNITS,
    WEEKDAYS,
    Tokens,
    phrases,
)
from decisionnlp.extraction.deadlines.weeks import JOIN, WEEKS, week

MONTH = rules.core("month", "senest i maj", "a month or a list of months, with or without a year")
QUARTER = rules.core("quarter", "i 1.-2. kvartal 2024", "calendar quarters")
HALF_YEAR = rules.core("half-year", "i 1. halvår", "calendar half-years")
HALF_OF = rules.core("half-of", "i første halvdel af marts", "the first or second half of a month or year")
YEAR = rules.core("year", "i 2025", "a calendar year or a range of years")
PART = rules.core("part-of", "medio marts", "primo, medio, ultimo and their kin")
NEXT_PERIOD = rules.core("next-period", "i næste uge", "the calendar unit after the meeting's")
THIS_PERIOD = rules.core("this-period", "i denne måned", "from the meeting to the end of its calendar unit")
WEEKEND = rules.core("weekend", "i weekenden", "Saturday and Sunday after the meeting")
WEEK_OF_MONTH = rules.core("week-of-month", "første uge i maj", "the first … last seven days of a month")
TURN_OF_MONTH = rules.core(
    "turn-of-month", "ved månedsskiftet marts/april", "the last day of one month and the first of the next"
)

_RANGE_MARKS = frozenset({"-", "–", "—", "/", "til"})
PARTS = phrases([form for entry in lexicons.load("deadlines")["parts_of"] for form in entry["forms"]])
_PART_OF = {
    tuple(form.split()): entry["part"] for entry in lexicons.load("deadlines")["parts_of"] for form in entry["forms"]
}
_GRAINS = {"week": Grain.WEEK, "month": Grain.MONTH, "quarter": Grain.QUARTER, "half": Grain.HALF, "year": Grain.YEAR}


def _behind_month(tokens: Tokens, index: int) -> int:
    """The index behind the name of a month, and behind the full stop of a short one."""
    short = len(tokens.words[index]) <= 4 and tokens.words[index] not in ("maj", "juni", "juli")
    return tokens.skip_dot(index + 1) if short else index + 1


def month(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """``maj``, ``maj måned``, ``marts-april``, ``maj 2025``, ``april, maj og juni``."""
    words = tokens.words
    first = MONTHS.get(words[index])
    if first is None or (words[index] in SHORT_MONTHS and words[index + 1] != "." and not tokens.year(index + 1)):
        return None
    ranged = words[index + 2] in JOIN and words[index + 3] in MONTHS  # jan.-feb., jan. eller feb.
    if words[index] in ("jul", "mar", "jan") and not tokens.year(index + 2) and not ranged:
        return None
    if not reading.framed and tokens.before(index) == "." and tokens.before(index, 2).isdecimal():
        return None  # what is left of a day that does not exist
    if (
        not reading.framed
        and index
        and tokens.capitalised(index)
        and tokens.before(index) not in (".", ":", "-", "–", "(")
    ):
        return None
    at = _behind_month(tokens, index)
    if words[at] == "måned":
        at += 1
    glued = words[at] == "-" and tokens.glued(at) and tokens.glued(at + 1)
    if glued and words[at + 1].isalpha() and words[at + 1] not in MONTHS:  # november-mødet, december-nummeret
        return None
    last, count = first, 1
    for _ in range(6):
        if words[at] not in JOIN or words[at] == "":
            break
        second = MONTHS.get(words[at + 1])
        if second is None or (words[at + 1] in SHORT_MONTHS and words[at + 2] not in (".", "")):
            break
        if words[at] in ("og", ",") and second != last % 12 + 1:
            break
        last, at, count = second, _behind_month(tokens, at + 1), count + 1
        if words[at] == "måned":
            at += 1
    year, at = year_after(tokens, at, reading.meeting, short=False)
    if year is not None and last < first:
        year -= 1
    bounds = located(months_bounds, (first, last), year, reading, last < first)
    if bounds is None:
        return None
    return Core(at, *bounds, Grain.MONTH if count == 1 else Grain.PART, MONTH, absolute=year is not None)


def _numbered(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    """``1.``, ``1.-2.``, ``1. og 2.``, ``første``, ``sidste`` (0): first, last, index behind."""
    words = tokens.words
    if words[index] in ("sidste", "sidst"):
        return 0, 0, index + 1
    found = tokens.ordinal(index, 4)
    if found is None:
        return None
    first, at = found
    last = first
    if words[at] in JOIN or words[at] == "og":
        step = at + 1
        if words[step] in ("kvartal",):
            step += 1
        another = tokens.ordinal(step, 4)
        if another is not None and another[0] > first:
            last, at = another
    return first, last, at


def _year_of(tokens: Tokens, index: int, reading: Reading) -> tuple[int | None, int]:
    """``2024``, ``af 2024``, ``i 2024``, ``af året``, ``næste år`` behind a quarter or half-year."""
    words = tokens.words
    if words[index] in ("af", "i") and tokens.year(index + 1):
        return int(words[index + 1]), index + 2
    if (
        words[index] == "af"
        and words[index + 1] in ("året", "indeværende", "dette", "næste", "kommende")
        and reading.meeting
    ):
        if words[index + 1] == "året":
            return reading.meeting.year, index + 2
        if words[index + 2] == "år":
            return reading.meeting.year + (words[index + 1] in ("næste", "kommende")), index + 3
    return year_after(tokens, index, reading.meeting, short=False)


def numbered_period(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """Quarters, half-years and halves: ``1.-2. kvartal 2024``, ``andet halvår``, ``første halvdel af maj``, ``første uge i maj``."""
    words = tokens.words
    if (
        words[index] in ("q", "k")
        and len(words[index + 1]) == 1
        and words[index + 1] in "1234"
        and tokens.glued(index + 1)
    ):
        if words[index] == "k" and tokens.year(index + 2) is None:
            return None
        number = int(words[index + 1])
        return _quarters(tokens, index + 2, number, number, reading)
    numbers = _numbered(tokens, index)
    if numbers is None:
        return None
    first, last, at = numbers
    word = words[at]
    unit = UNITS.get(word)
    if unit is None and word in DEFINITE_UNITS:
        unit = DEFINITE_UNITS[word]
    if unit == "quarter" and first == 0:
        year, behind = _year_of(tokens, at + 1, reading)
        return _quarters(tokens, at + 1, 4, 4, reading) if behind > at + 1 else None
    if unit == "quarter":
        behind = at + 1
        if words[behind] == "." and word == "kvt" and tokens.glued(behind):
            behind += 1
        return _quarters(tokens, behind, first, last, reading)
    if unit == "half" and first <= 2:
        year, behind = _year_of(tokens, at + 1, reading)
        if first == 0 and behind == at + 1:
            return None
        begin, end = first or 2, last or 2
        bounds = located(months_bounds, (begin * 6 - 5, end * 6), year, reading)
        return Core(behind, *bounds, Grain.HALF, HALF_YEAR, absolute=year is not None) if bounds else None
    if word in ("halvdel", "del", "tredjedel") and words[at + 1] == "af" and first <= 2 and word == "halvdel":
        inner = plain_period(tokens, at + 2, reading.defined())
        if inner is None or inner.rule == PART:
            return None
        if inner.first is None or inner.last is None:
            return inner.but(rule=HALF_OF, grain=Grain.PART)
        whole = whole_unit(inner, reading)
        begin_day, end_day = half_bounds(whole, inner.grain, first or 2)
        return inner.but(first=begin_day, last=end_day, rule=HALF_OF, grain=Grain.PART)
    if word == "weekend" and words[at + 1] in ("i", "af") and words[at + 2] in MONTHS:
        inner = month(tokens, at + 2, reading.within_frame())
        if inner is None or inner.first is None or inner.last is None:
            return inner.but(rule=WEEKEND) if inner else None
        saturday = cal.nth_weekday(inner.first.year, inner.first.month, 5, first or -1)
        if saturday is None:
            return None
        return inner.but(first=saturday, last=saturday + cal.DAY, rule=WEEKEND, grain=Grain.PART)
    if word == "uge" and words[at + 1] in ("i", "af") and words[at + 2] in MONTHS:
        inner = month(tokens, at + 2, reading.within_frame())
        if inner is None or inner.first is None or inner.last is None:
            return inner.but(rule=WEEK_OF_MONTH) if inner else None
        begin_day = inner.last - timedelta(days=6) if first == 0 else inner.first + timedelta(days=7 * (first - 1))
        return inner.but(
            first=begin_day, last=begin_day + timedelta(days=6), rule=WEEK_OF_MONTH, grain=Grain.WEEK, approximate=True
        )
    return None


def whole_unit(core: Core, reading: Reading) -> Bounds:
    """The bounds of a unit that was cut off at the meeting date (*året*, *denne måned*)."""
    assert core.first is not None and core.last is not None
    if core.rule != THIS_PERIOD or reading.meeting is None:
        return core.first, core.last
    return unit_bounds(core.grain, reading.meeting)


def _quarters(tokens: Tokens, at: int, first: int, last: int, reading: Reading) -> Core | None:
    words = tokens.words
    year, at = _year_of(tokens, at, reading)
    bounds = located(months_bounds, (first * 3 - 2, last * 3), year, reading)
    if bounds is None or (words[at] == "-" and tokens.glued(at)):
        pass
    return Core(at, *bounds, Grain.QUARTER, QUARTER, absolute=year is not None) if bounds else None


def year(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """``2025``, ``2024-2026``, ``2024/25``, ``2024 og 2025``; only behind a preposition."""
    words = tokens.words
    found = tokens.year(index) if reading.framed else None
    if found is None:
        return None
    first, at = found
    last = first
    if words[at] in ("-", "–", "—", "/", "og", "til", "eller") and words[at + 1].isdecimal():
        second = words[at + 1]
        if len(second) == 4 and first < int(second) <= first + 20:
            last, at = int(second), at + 2
        elif len(second) == 2 and words[at] in "/-–" and first % 100 < int(second) <= first % 100 + 12:
            last, at = first // 100 * 100 + int(second), at + 2
    if words[at] in ("-", "–") and tokens.glued(at):
        return None
    return Core(
        at, date(first, 1, 1), date(last, 12, 31), Grain.YEAR if first == last else Grain.PART, YEAR, absolute=True
    )


def relative_period(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """``næste uge``, ``det kommende år``, ``denne måned``, ``indeværende år``, ``i år``, ``året`` (where it may stand for this year)."""
    words = tokens.words
    meeting = reading.meeting
    at = index
    if words[at] == "år" and tokens.before(at) == "i":
        if meeting is None:
            return Core(at + 1, None, None, Grain.YEAR, THIS_PERIOD)
        return Core(at + 1, meeting, date(meeting.year, 12, 31), Grain.YEAR, THIS_PERIOD)
    if reading.definite and words[at] in DEFINITE_UNITS and DEFINITE_UNITS[words[at]] in _GRAINS:
        grain = _GRAINS[DEFINITE_UNITS[words[at]]]
        if meeting is None:
            return Core(at + 1, None, None, grain, THIS_PERIOD)
        return Core(at + 1, meeting, unit_bounds(grain, meeting)[1], grain, THIS_PERIOD)
    if words[at] in ("den", "det") and words[at + 1] in NEXT:
        at += 1
    ahead = words[at] in NEXT
    if not ahead and words[at] not in THIS:
        return None
    at = tokens.skip_dot(at + 1)
    if words[at] in ("hele", "nye"):
        at += 1
    unit = UNITS.get(words[at])
    if words[at].endswith("s") and words[at + 1].isalpha():  # næste års aftale
        return None
    if unit in _GRAINS and not words[at].endswith("er"):
        grain = _GRAINS[unit]
        rule = NEXT_PERIOD if ahead else THIS_PERIOD
        if meeting is None:
            return Core(at + 1, None, None, grain, rule)
        bounds = unit_bounds(grain, meeting, int(ahead))
        return Core(at + 1, bounds[0] if ahead else meeting, bounds[1], grain, rule)
    if words[at] in SEASONS or words[at] in MONTHS:
        parse = season if words[at] in SEASONS else month
        core = parse(tokens, at, reading.within_frame())
        if core is None or core.first is None or not ahead or meeting is None or core.first > meeting:
            return core
        return parse(
            tokens, at, reading_of(core.last + cal.DAY if core.last else meeting, reading.sense, True, reading.definite)
        )
    if words[at] == "weekend":
        return _weekend(at + 1, meeting)
    if words[at] in WEEKDAYS and ahead:
        return day(tokens, at, reading.within_frame())
    return None


def _weekend(end: int, meeting: date | None) -> Core:
    if meeting is None:
        return Core(end, None, None, Grain.PART, WEEKEND)
    saturday = meeting + timedelta(days=(4 - meeting.weekday()) % 7 + 1)
    return Core(end, saturday, saturday + cal.DAY, Grain.PART, WEEKEND)


def _turn_bounds(year: int, month: int) -> Bounds:
    day = cal.last_of_month(year, month)
    return day, day + cal.DAY


def turn_of_month(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """``månedsskiftet marts/april``, ``månedsskiftet``."""
    words = tokens.words
    if words[index] not in ("månedsskiftet", "månedskiftet", "halvårsskiftet"):
        return None
    first = MONTHS.get(words[index + 1])
    if words[index] == "halvårsskiftet":
        first, end = 6, index + 1
    elif first is not None and words[index + 2] in JOIN and MONTHS.get(words[index + 3]) == first % 12 + 1:
        end = index + 4
    elif reading.meeting is not None:
        first, end = reading.meeting.month, index + 1
    else:
        return Core(index + 1, None, None, Grain.PART, TURN_OF_MONTH, approximate=True)
    year, end = year_after(tokens, end, reading.meeting, short=False)

    bounds = located(_turn_bounds, (first,), year, reading)
    return (
        Core(end, *bounds, Grain.PART, TURN_OF_MONTH, approximate=True, absolute=year is not None) if bounds else None
    )


def plain_period(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """Any period that is not a part of another."""
    word = tokens.words[index]
    if word.isdecimal():
        if len(word) == 4:
            return year(tokens, index, reading)
        return numbered_period(tokens, index, reading)
    for parse in _PLAIN_PERIODS.get(word, ()):
        found = parse(tokens, index, reading)
        if found is not None:
            return found
    return None


def _month_part_bounds(year: int, month: int, part: str, until: str) -> Bounds:
    whole = month_bounds(year, month)
    return part_bounds(whole, Grain.MONTH, part)[0], part_bounds(whole, Grain.MONTH, until)[1]


def part_of(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """``primo maj``, ``i slutningen af året``, ``midt i marts``, ``primo – medio marts``."""
    words = tokens.words
    phrase = next((found for found in PARTS.get(words[index], ()) if tokens.matches(index, found)), None)
    if phrase is None:
        return None
    part = _PART_OF[phrase]
    at = tokens.skip_dot(index + len(phrase)) if phrase == ("ult",) else index + len(phrase)
    until = part
    if words[at] in _RANGE_MARKS or words[at] in ("og", "eller"):
        step = at + 1
        second = next((found for found in PARTS.get(words[step], ()) if tokens.matches(step, found)), None)
        if second is not None:
            until, at = _PART_OF[second], step + len(second)
    if words[at] in ("af", "i", "på") and len(phrase) == 1:
        at += 1
    ahead = reading.defined()
    inner = plain_period(tokens, at, ahead)
    if inner is None and words[at] in ("den", "det"):
        inner = plain_period(tokens, at + 1, ahead)
    if inner is None or inner.grain == Grain.HOLIDAY or inner.grain == Grain.DAY:
        return None
    if inner.first is None or inner.last is None:
        return inner.but(rule=PART, grain=Grain.PART, approximate=True)
    grain = inner.grain
    if grain == Grain.PART:
        return None
    whole = whole_unit(inner, reading)
    if not inner.absolute and reading.meeting is not None and grain == Grain.MONTH and inner.rule == MONTH:
        # The part, not the month, must lie ahead: ultimo januar in February is next year's.
        found = occurrence(_month_part_bounds, (whole[0].month, part, until), reading.meeting, reading.sense)
    else:
        found = part_bounds(whole, grain, part)[0], part_bounds(whole, grain, until)[1]
    return inner.but(first=found[0], last=found[1], rule=PART, grain=Grain.PART, approximate=True)


def _named_weekend(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """``weekenden``, ``weekenden den 4.-5. oktober``, ``weekenden i november``; only behind a preposition."""
    if not reading.framed:
        return None
    if tokens.words[index + 1] == "i" and tokens.words[index + 2] in MONTHS:  # which of them is not said
        inside = month(tokens, index + 2, reading.within_frame())
        return inside.but(rule=WEEKEND) if inside is not None else None
    named = day(tokens, index + 1, reading)
    return named.but(rule=WEEKEND) if named is not None else _weekend(index + 1, reading.meeting)


Parser = Callable[[Tokens, int, Reading], Core | None]
# The words that each may begin with, in the order in which they are tried, behind ``month``.
_PERIOD_STARTS: tuple[tuple[Parser, frozenset[str]], ...] = (
    (week, WEEKS),
    (relative_period, frozenset({"år", "den", "det", *NEXT, *THIS, *DEFINITE_UNITS})),
    (school_year, frozenset({"det", "dette", "skoleår", "skoleåret", "skoleårets", *NEXT, *THIS})),
    (season, frozenset({"den", "det", "hele", "tidlige", "sene", "tidligt", "sent", *SEASONS})),
    (numbered_period, frozenset({"sidste", "sidst", "q", "k", *ORDINALS})),
    (numbered_holiday, frozenset({"første", "anden"})),
    (holiday, frozenset({"årets", "denne", "næste", "kommende", *HOLIDAYS, *NAMED_HOLIDAYS})),
    (turn_of_month, frozenset({"månedsskiftet", "månedskiftet", "halvårsskiftet"})),
    (week_beside, frozenset({"ugen", "uge"})),
)
_PLAIN_PERIODS: dict[str, tuple[Parser, ...]] = dict.fromkeys(MONTHS, (month,))
for _parse, _starts in _PERIOD_STARTS:
    for _word in _starts:
        _PLAIN_PERIODS[_word] = (*_PLAIN_PERIODS.get(_word, ()), _parse)


def period_parsers(word: str) -> tuple[Parser, ...]:
    """What reads a period or a part of one that begins with a word, in the order of trial."""
    if word.isdecimal():
        return (year,) if len(word) == 4 else (numbered_period, numbered_holiday)
    return (
        *((part_of,) if word in PARTS else ()),
        *((_named_weekend,) if word == "weekenden" else ()),
        *_PLAIN_PERIODS.get(word, ()),
    )


def period(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """A period or a part of one."""
    for parse in period_parsers(tokens.words[index]):
        found = parse(tokens, index, reading)
        if found is not None:
            return found
    return None
