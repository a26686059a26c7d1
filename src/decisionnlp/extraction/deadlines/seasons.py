"""Seasons, public and school holidays, school years, and the weeks beside a holiday."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines import calendar as cal
from decisionnlp.extraction.deadlines import rules
from decisionnlp.extraction.deadlines.figures import year_after
from decisionnlp.extraction.deadlines.stretches import (
    APPROXIMATE_HOLIDAYS,
    Bounds,
    Core,
    Grain,
    Reading,
    holiday_bounds,
    located,
    occurrence,
    part_bounds,
    school_year_bounds,
    season_bounds,
    unit_bounds,
)
from decisionnlp.extraction.deadlines.tokens import HOLIDAYS, LAST, MONTHS, NEXT, SEASONS, THIS, Tokens, word_set

SEASON = rules.core("season", "i foråret", "three calendar months, roughly")
HOLIDAY = rules.core("holiday", "inden sommerferien", "a public or school holiday; school holidays are approximate")
SCHOOL_YEAR = rules.core("school-year", "skoleåret 2024/25", "1 August to 31 July")
WEEK_BESIDE = rules.core("week-beside", "ugen efter påske", "the week before or after another stretch")


def _seasons_bounds(year: int, first: str, last: str) -> Bounds:
    """From one season to another."""
    begin = season_bounds(year, first)
    if last == first:
        return begin
    return begin[0], season_bounds(year + (last == "spring" and first == "winter"), last)[1]


def _new_years_eve(year: int) -> Bounds:
    return date(year, 12, 31), date(year, 12, 31)


_ENDS = lexicons.words("deadline_words", "ends") | {"begyndelse", "start", "løb"}
# What stands behind them is of that season, whatever is done with it: en liste over efterårets møder, ønsker til sommerens fest.
_TELLING_OF = word_set("over fra til")


def held_in_season(tokens: Tokens, index: int) -> bool:
    """``sommerens landsskue``, ``forårets første uge``: behind the season stands what is held then, not where the season ends."""
    behind = tokens.words[index + 1]
    return tokens.words[index].endswith("s") and behind.isalpha() and behind not in _ENDS


def season(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """``foråret``, ``foråret 2025``, ``vinteren 2024/25``, ``forår/sommer``, ``det tidlige forår``."""
    words = tokens.words
    start = index
    if words[index] in ("det", "den") and words[index + 1] in ("tidlige", "sene", "hele"):
        index += 1
    part = {"tidlige": "begin", "sene": "end", "tidligt": "begin", "sent": "end"}.get(words[index])
    if part is not None or words[index] == "hele":
        index += 1
    name = SEASONS.get(words[index])
    if name is None:
        return None
    last = name
    at = index + 1
    if held_in_season(tokens, index) and tokens.before(start) in _TELLING_OF and tokens.before(start, 2) != "hen":
        return None
    if words[at] in ("/", "-", "–", "og", "eller") and words[at + 1] in SEASONS:
        last, at = SEASONS[words[at + 1]], at + 2
    year, end = year_after(tokens, at, reading.meeting, short=False)
    if year is not None and words[end] == "/" and words[end + 1].isdecimal():
        end += 2
    # An indefinite bare season is part of another noun (forår og sommer 2024 is not).
    if not reading.framed and year is None and not words[index].endswith(("et", "en")):
        return None
    if tokens.before(start) in LAST and start:
        return None
    bounds = located(_seasons_bounds, (name, last), year, reading)
    if bounds is None:
        return None
    core = Core(end, *bounds, Grain.SEASON, SEASON, approximate=True, absolute=year is not None)
    if part is not None and core.first is not None and core.last is not None:
        first_day, last_day = part_bounds((core.first, core.last), Grain.SEASON, part)
        return core.but(first=first_day, last=last_day, grain=Grain.PART)
    return core


_NAMED = {
    ("kristi", "himmelfart"): "ascension",
    ("kristi", "himmelfartsdag"): "ascension",
    ("kr", ".", "himmelfart"): "ascension",
    ("kr", ".", "himmelfartsdag"): "ascension",
    ("store", "bededag"): "prayer_day",
    ("skt", ".", "hans"): "midsummer",
    ("sankt", "hans"): "midsummer",
    ("skærtorsdag",): "maundy_thursday",
    ("langfredag",): "good_friday",
    ("skolernes", "sommerferie"): "summer_holiday",
    ("skolernes", "efterårsferie"): "autumn_holiday",
    ("skolernes", "vinterferie"): "winter_holiday",
    ("skolernes", "start"): "school_start",
}
# The other holidays are one day.
_LONG_HOLIDAYS = frozenset(
    {"summer_holiday", "autumn_holiday", "winter_holiday", "christmas", "new_year", "easter", "easter_week", "whitsun"}
)
NAMED_HOLIDAYS: dict[str, list[tuple[str, ...]]] = {}
for _phrase in _NAMED:
    NAMED_HOLIDAYS.setdefault(_phrase[0], []).append(_phrase)


def holiday(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """``sommerferien``, ``jul``, ``påske 2025``, ``årsskiftet 2024/25``; bare names need a word before them."""
    words = tokens.words
    at = index + 1 if words[index] in ("årets", "denne", "næste", "kommende") else index
    name: str | None = None
    for phrase in NAMED_HOLIDAYS.get(words[at], ()):
        if tokens.matches(at, phrase):
            name, end = _NAMED[phrase], at + len(phrase)
    if name is None:
        name, end = HOLIDAYS.get(words[at]), at + 1
    if name is None or not reading.framed:
        return None
    if words[at] == "ferien" and not (reading.meeting and 3 <= reading.meeting.month <= 8):
        return None  # from spring on the next holidays are those of summer; else nobody can say
    if name == "school_start" and words[end] in ("i", "til") and words[end + 1] in MONTHS:
        end += 2
    if words[end] in ("-", "–") and tokens.glued(end):  # jule-, påskefrokost
        return None
    year, end = year_after(tokens, end, reading.meeting, short=False)
    if year is not None and words[end] in ("/", "-", "–") and words[end + 1].isdecimal():
        end += 2
    elif year is not None and name == "new_year" and words[index].startswith("nytår"):
        year -= 1  # nytår 2025 is the turn into 2025
    elif year is not None and name == "new_year" and reading.meeting is None:
        pass
    if name == "new_year" and year is None:
        # The bounds are inside out: look for the 31 December that is not over.
        outer = occurrence(_new_years_eve, (), reading.meeting, reading.sense)
        bounds: tuple[date | None, date | None] = holiday_bounds(outer[0].year, name) if outer[0] else (None, None)
    else:
        bounds = located(holiday_bounds, (name,), year, reading) or (None, None)
    grain = Grain.HOLIDAY if name in _LONG_HOLIDAYS else Grain.DAY
    return Core(end, *bounds, grain, HOLIDAY, approximate=name in APPROXIMATE_HOLIDAYS, absolute=year is not None)


# Of these there are two days: 1. juledag, anden pinsedag
_TWO_DAYS = {
    "juledag": ("christmas_day", "second_christmas_day"),
    "påskedag": ("easter_day", "easter_monday"),
    "pinsedag": ("whit_sunday", "whit_monday"),
}


def numbered_holiday(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """``2. pinsedag``, ``anden juledag``: a day that needs no preposition."""
    found = tokens.ordinal(index, 2)
    days = _TWO_DAYS.get(tokens.words[found[1]]) if found is not None else None
    if found is None or days is None or found[0] < 1:
        return None
    year, end = year_after(tokens, found[1] + 1, reading.meeting, short=False)
    bounds = located(holiday_bounds, (days[found[0] - 1],), year, reading) or (None, None)
    return Core(end, *bounds, Grain.DAY, HOLIDAY, absolute=year is not None)


def school_year(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """``skoleåret 2024/25``, ``skoleåret 24/25``, ``næste skoleår``, ``dette skoleår``."""
    words = tokens.words
    at = index
    if words[at] in ("det", "dette"):
        at += 1 if words[at + 1] in NEXT or words[at + 1] in THIS else 0
    lead = words[at] if words[at] in NEXT or words[at] in THIS else None
    if lead:
        at += 1
    if words[at] not in ("skoleår", "skoleåret", "skoleårets"):
        return None
    end = at + 1
    year: int | None = None
    word = words[end]
    if word.isdecimal() and len(word) in (2, 4) and words[end + 1] in ("/", "-", "–") and words[end + 2].isdecimal():
        year = int(word) if len(word) == 4 else 2000 + int(word)
        if not MINYEAR <= year < MAXYEAR:
            return None
        return Core(end + 3, *school_year_bounds(year), Grain.YEAR, SCHOOL_YEAR, absolute=True)
    meeting = reading.meeting
    if lead is None and not reading.definite:
        return None
    if meeting is None:
        return Core(end, None, None, Grain.YEAR, SCHOOL_YEAR)
    current = meeting.year if meeting.month >= 8 else meeting.year - 1
    if lead in NEXT:
        return Core(end, *school_year_bounds(current + 1), Grain.YEAR, SCHOOL_YEAR)
    return Core(end, meeting, school_year_bounds(current)[1], Grain.YEAR, SCHOOL_YEAR)


def week_beside(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """``ugen efter påske``, ``ugen før sommerferien``, ``ugen op til jul``."""
    words = tokens.words
    if words[index] != "ugen" and not (words[index] == "uge" and reading.framed):
        return None
    at = index + 1
    if words[at] == "op" and words[at + 1] == "til":
        before, at = True, at + 2
    elif words[at] in ("før", "inden", "efter"):
        before, at = words[at] != "efter", at + 1
    else:
        return None
    inner = holiday(tokens, at, reading.within_frame())
    if inner is None or inner.first is None or inner.last is None:
        return inner.but(rule=WEEK_BESIDE, grain=Grain.WEEK) if inner else None
    day = inner.first - cal.DAY if before else inner.last + cal.DAY
    if before and day.weekday() < 4:  # the week before the one the holiday begins in
        day -= timedelta(days=day.weekday() + 1)
    first, last = unit_bounds(Grain.WEEK, day)
    return inner.but(first=first, last=last, rule=WEEK_BESIDE, grain=Grain.WEEK, approximate=True)
