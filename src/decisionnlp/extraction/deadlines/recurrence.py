"""Recurrence as RFC 5545 rules: *hver ottende uge*, *hvert kvartal*, *to gange årligt*, *hver mandag*."""

from __future__ import annotations

from decisionnlp import lexicons
from decisionnlp.document import DeadlineType
from decisionnlp.extraction.deadlines import rules
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.tokens import (
    DEFINITE_UNITS,
    HOLIDAYS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    Tokens,
    is_occasion,
    meeting_kind,
    word_set,
)

EVERY = rules.whole("every-unit", "hver ottende uge", "hver, hvert with a number and a unit")
EVERY_DAY = rules.whole("every-weekday", "hver mandag", "a weekday of every or every second week")
TIMES = rules.whole("times-a-unit", "to gange årligt", "N times a year, quarter or month, spread evenly")
ADVERB = rules.whole("recurrence-adverb", "månedligt", "månedligt, kvartalsvis, halvårligt, årligt, ugentligt")
EVERY_MONTH_DAY = rules.whole("every-month-day", "den 1. i hver måned", "the same day of every month")
EVERY_YEAR_IN = rules.whole("every-year-in", "hvert år i september", "a month or day of every year")
EVERY_MEETING = rules.whole("every-meeting", "på hvert møde", "at every meeting")

_BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ADVERBS = {form: entry["rule"] for entry in lexicons.load("deadlines")["rhythms"] for form in entry["forms"]}
_ATTRIBUTES = lexicons.words("deadline_words", "rhythm_attributes")
_BEFORE_ATTRIBUTES = word_set("de den det kr gange gang et en vores deres sit hans hendes jeres")
_AMOUNTS = lexicons.words("deadline_words", "amounts")
_FREQUENCY = {
    "day": ("DAILY", 1),
    "workday": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "half": ("MONTHLY", 6),
    "year": ("YEARLY", 1),
}
_MONTHS_OF = {"year": 12, "half": 6, "quarter": 3, "month": 1}
_PER = {form: entry["unit"] for entry in lexicons.load("deadlines")["per_unit"] for form in entry["forms"]}
RECURRENCE_STARTS = frozenset(
    {
        *ADVERBS,
        *NUMBERS,
        *ORDINALS,
        "hver",
        "hvert",
        "enhver",
        "hveranden",
        "hvertandet",
        "i",
        "på",
        "ved",
        "den",
        "til",
        "d",
        "sidste",
        "senest",
        "inden",
        "pr",
        "per",
        "efter",
        "før",
    }
)
_CLOSE = frozenset({"umiddelbart", "lige", "kort", "straks"})
# Begin the verbs of what is held or sent out so and so often.
_HOLDS = tuple(lexicons.words("deadline_words", "holding_beginnings"))
_TIMES_OF_DAY = lexicons.words("deadline_words", "times_of_day")
_EVERY = frozenset({"hver", "hvert", "enhver"})
_SEASON_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12, "early_summer": 6, "late_summer": 8}


def rrule(frequency: str, interval: int = 1, *more: str) -> str:
    parts = [f"FREQ={frequency}"]
    if interval != 1:
        parts.append(f"INTERVAL={interval}")
    return ";".join([*parts, *more])


def _made(start: int, end: int, rule: str, value: str | None, *, approximate: bool = False) -> Placed:
    return Placed(start, end, DeadlineType.RECURRENCE, None, None, None, rule, approximate, rrule=value)


def times(count: int, unit: str) -> tuple[str, bool] | None:
    """``count`` times a unit, evenly spread: the rule, and whether it had to be rounded."""
    if unit in _MONTHS_OF:
        months = _MONTHS_OF[unit]
        if (
            months % count == 0 or months > 2 * count
        ):  # eight times a year comes nearer to every six weeks than to months
            return rrule("MONTHLY", max(1, round(months / count))), months % count != 0
        weeks = round(months * 52 / 12 / count)
        return rrule("WEEKLY", max(1, weeks)), True
    if unit == "week":
        return rrule("WEEKLY"), count > 1
    return (rrule("DAILY"), count > 1) if unit == "day" else None


def _in_year(tokens: Tokens, index: int) -> tuple[tuple[str, ...], int] | None:
    """``i september``, ``i maj og november``, ``den 1. maj`` behind *hvert år*."""
    words = tokens.words
    at = index + 1 if words[index] in ("i", "den", "d", "senest", "inden") else index
    if at == index:
        return None
    if words[index] in ("senest", "inden") and words[at] in ("den", "d", "i"):
        at = tokens.skip_dot(at + 1)
    at = tokens.skip_dot(at) if words[index] == "d" else at
    day = tokens.ordinal(at, 31) if words[at].isdecimal() else None
    if day is not None and words[day[1]] in MONTHS:
        return (f"BYMONTH={MONTHS[words[day[1]]]}", f"BYMONTHDAY={day[0]}"), day[1] + 1
    months: list[int] = []
    while words[at] in MONTHS and len(months) < 12:
        months.append(MONTHS[words[at]])
        at += 1
        if words[at] == "måned":
            at += 1
        if words[at] in ("og", ",", "eller") and words[at + 1] in MONTHS:
            at += 1
        else:
            break
    return ((f"BYMONTH={','.join(map(str, months))}",), at) if months else None


def _every(tokens: Tokens, index: int) -> Placed | None:
    words = tokens.words
    start = index
    lead = words[index]
    if lead in ("i", "på", "ved", "den", "til", "om", "efter", "før", "inden"):
        index += 1
    if lead == "om" or (words[index] not in _EVERY and words[index] not in ("hveranden", "hvertandet")):
        return None
    interval, at = 1, index + 1
    if words[index] in ("hveranden", "hvertandet"):
        interval = 2
    elif words[at] in ("eneste", "enkelt"):
        at += 1
    else:
        found = tokens.ordinal(at, 60)
        if found is not None:
            interval, at = found
        elif words[at] == "halve" and UNITS.get(words[at + 1]) == "year":
            return _made(start, at + 2, EVERY, rrule("MONTHLY", 6))
    word = words[at]
    if word in MONTHS and at - index > 1:  # hver 1. september
        return _made(
            start, at + 1, EVERY_YEAR_IN, rrule("YEARLY", 1, f"BYMONTH={MONTHS[word]}", f"BYMONTHDAY={interval}")
        )
    if word in WEEKDAYS and not word.endswith("en"):
        days, end = [_BYDAY[WEEKDAYS[word]]], at + 1
        while words[end] in ("og", ",") and words[end + 1] in WEEKDAYS:  # hver tirsdag og torsdag
            days.append(_BYDAY[WEEKDAYS[words[end + 1]]])
            end += 2
        return _made(start, end, EVERY_DAY, rrule("WEEKLY", interval, f"BYDAY={','.join(days)}"))
    if interval == 1 and word in SEASONS and lead != "i":
        months, end = str(_SEASON_MONTH[SEASONS[word]]), at + 1
        if words[end] == "og" and words[end + 1] in SEASONS:  # hvert forår og efterår
            months, end = f"{months},{_SEASON_MONTH[SEASONS[words[end + 1]]]}", end + 2
        return _made(start, end, EVERY_YEAR_IN, rrule("YEARLY", 1, f"BYMONTH={months}"), approximate=True)
    if interval == 1 and (word in SEASONS or word in HOLIDAYS) and word != "jul":
        if word in SEASONS:
            return _made(
                start,
                at + 1,
                EVERY_YEAR_IN,
                rrule("YEARLY", 1, f"BYMONTH={_SEASON_MONTH[SEASONS[word]]}"),
                approximate=True,
            )
        return None
    if interval == 1 and word in MONTHS:
        return _made(start, at + 1, EVERY_YEAR_IN, rrule("YEARLY", 1, f"BYMONTH={MONTHS[word]}"))
    if words[at + 1] in ("-", "–") and tokens.glued(at + 1) and meeting_kind(words[at + 2]):  # hvert HMU-møde
        return _made(start, at + 3, EVERY_MEETING, None)
    if meeting_kind(word) is not None or (words[at] in ("ordinært", "ordinære") and meeting_kind(words[at + 1])):
        return _made(start, at + 1 if meeting_kind(word) else at + 2, EVERY_MEETING, None)
    if interval == 1 and word in _TIMES_OF_DAY:
        return _made(start, at + 1, EVERY, rrule("DAILY"))
    unit = UNITS.get(word)
    if unit is None and interval == 1 and at == index + 1 and _is_occasion(tokens, lead, at):
        close = start > 0 and words[start - 1] in _CLOSE  # umiddelbart inden hvert arrangement
        return _made(start - close, at + 1, EVERY_MEETING, None)
    if unit is None or (unit == "workday" and interval > 1):
        return None
    if unit == "day" and interval == 1 and word != "dag":
        return None
    frequency, step = _FREQUENCY[unit]
    if unit == "day" and interval % 7 == 0:  # hver 14. dag
        frequency, interval = "WEEKLY", interval // 7
    if unit == "workday":
        return _made(start, at + 1, EVERY_DAY, rrule("WEEKLY", 1, "BYDAY=MO,TU,WE,TH,FR"))
    if unit == "year":
        inside = _in_year(tokens, at + 1)
        if inside is not None:
            return _made(start, inside[1], EVERY_YEAR_IN, rrule("YEARLY", interval, *inside[0]))
    return _made(start, at + 1, EVERY, rrule(frequency, step * interval))


def _is_occasion(tokens: Tokens, lead: str, at: int) -> bool:
    """``inden hvert arrangement``, ``efter hver tur``, ``ved hver koncert``; not ``ved hver indgang``, ``til hver beboer``."""
    word = tokens.words[at]
    if not word.isalpha() or word in ("gang", "især") or len(word) < 3:
        return False
    return lead in ("inden", "før", "efter") or (lead in ("ved", "på", "til") and is_occasion(word))


def _held_so_often(tokens: Tokens, index: int) -> int | None:
    """``afholdes fire arbejdsdage årligt``, ``der skal være 4 rådsmøder årligt``: how many, of what is held or sent, stand before *årligt*."""
    words = tokens.words
    for look in (index - 2, index - 3):
        found = tokens.number(look) if look > 0 else None
        if found is None:
            continue
        count, behind = found
        things = words[behind:index]
        plural = things and all(thing.isalpha() for thing in things) and things[-1].endswith(("er", "e", "ter"))
        if plural and 2 <= count <= 12 and things[-1] not in _AMOUNTS and UNITS.get(things[-1]) in (None, "workday"):
            around = words[max(index - 12, 0) : look]
            if any(word.startswith(_HOLDS) for word in around):
                return count
            occasion = meeting_kind(things[-1]) is not None or is_occasion(things[-1].removesuffix("er"))
            kept = occasion or tokens.capitalised(index - 1)  # 3 Torvesnakke
            return count if kept and {"der", "være"} <= set(around) else None
    return None


def _times(tokens: Tokens, index: int) -> Placed | None:
    """``to gange årligt``, ``en gang i kvartalet``, ``4 gange om året``, ``1 gang pr. måned``."""
    words = tokens.words
    found = tokens.number(index)
    if found is None:
        return None
    count, at = found
    more = tokens.number(at + 1) if words[at] in ("-", "–", "til", "eller") else None
    ranged = more is not None and (more[0] > count or words[at] in ("-", "–"))  # 3-4 gange årligt: no rhythm is said
    if more is not None and ranged:
        count, at = more
    if words[at] not in ("gang", "gange", "dag", "dage") or not 1 <= count <= 60:
        return None
    at += 1
    unit: str | None = _PER.get(words[at])
    end = at + 1
    if unit is None and words[at] in ("om", "i", "hver", "hvert", "per", "pr", "hen"):
        step = tokens.skip_dot(at + 1)
        unit = DEFINITE_UNITS.get(words[step]) or (
            UNITS.get(words[step]) if words[at] in ("hver", "hvert", "per", "pr") else None
        )
        if words[at] == "i" and words[step] == "hvert":
            step += 1
            unit = UNITS.get(words[step])
        if words[at] == "hvert" and words[step] == "halve":
            step, unit = step + 1, "half"
        end = step + 1
    rule = times(count, unit) if unit else None
    if rule is None:
        return None
    if ranged:
        return _made(index, end, TIMES, None)
    if unit == "year":  # to gange årligt, i april og oktober
        comma = words[end] in (",", "(", "–", "-")
        inside = _in_year(tokens, end + comma)
        if inside is not None and (count == 1 or inside[0][0].count(",") == count - 1):
            return _made(index, inside[1], EVERY_YEAR_IN, rrule("YEARLY", 1, *inside[0]))
    return _made(index, end, TIMES, rule[0], approximate=rule[1])


def _per(tokens: Tokens, index: int) -> Placed | None:
    """``pr. kvartal``, ``per måned``: not the length behind a number (*to gange pr. år* is read by ``_times``)."""
    words = tokens.words
    at = tokens.skip_dot(index + 1)
    unit = UNITS.get(words[at])
    before = tokens.before(index)
    if (
        unit is None
        or words[at].endswith("s")
        or before in _AMOUNTS
        or before.isdecimal()
        or (before == "." and (tokens.before(index, 2) in _AMOUNTS or tokens.before(index, 2).isdecimal()))
        or any(word.isdecimal() or word in NUMBERS for word in words[max(index - 5, 0) : index])
    ):
        return None
    frequency, step = _FREQUENCY[unit]
    return _made(index, at + 1, EVERY, rrule(frequency, step))


def _month_day(tokens: Tokens, index: int) -> Placed | None:
    """``den 1. i hver måned``, ``den første mandag i hver måned``, ``hver den 15. i måneden``, ``sidste fredag i måneden``."""
    words = tokens.words
    at = index
    every = words[at] == "hver"
    if every:
        at += 1
    if words[at] in ("den", "d"):
        at = tokens.skip_dot(at + 1)
    last = words[at] == "sidste"
    if last and words[at + 1] == "dag" and words[at + 2] in ("i", "af"):  # den sidste dag i hver måned
        end = at + (5 if words[at + 3] == "hver" else 4)
        if words[end - 1] in ("måned", "måneden"):
            return _made(index, end, EVERY_MONTH_DAY, rrule("MONTHLY", 1, "BYMONTHDAY=-1"))
    found = (-1, at + 1) if last else tokens.ordinal(at, 31)
    if found is None or (at == index and not last and not words[at].isalpha()):
        return None
    number, at = found
    weekday = WEEKDAYS.get(words[at])
    if weekday is not None:
        at += 1
    if words[at] not in ("i", "hver", "af"):
        return None
    if words[at] != "hver":
        at += 1
    monthly = words[at] == "hver" and words[at + 1] == "måned"
    if not monthly and not (words[at] == "måneden" and (every or weekday is not None)):
        return None
    end = at + 2 if monthly else at + 1
    if weekday is not None and number <= 5:
        return _made(index, end, EVERY_MONTH_DAY, rrule("MONTHLY", 1, f"BYDAY={number}{_BYDAY[weekday]}"))
    if weekday is None:
        return _made(index, end, EVERY_MONTH_DAY, rrule("MONTHLY", 1, f"BYMONTHDAY={number}"))
    return None


def _every_year_behind(tokens: Tokens, index: int) -> Placed | None:
    """``senest 1. juni hvert år``, ``i marts hvert år``."""
    words = tokens.words
    if words[index].isdecimal():
        inside = _in_year(tokens, index - 1) if index and words[index - 1] in ("den", "senest") else None
        day = tokens.ordinal(index, 31)
        if inside is None and day is not None and words[day[1]] in MONTHS:
            inside = (f"BYMONTH={MONTHS[words[day[1]]]}", f"BYMONTHDAY={day[0]}"), day[1] + 1
    else:
        inside = _in_year(tokens, index)
    if inside is None or words[inside[1]] not in ("hvert", "årligt"):
        return None
    end = inside[1] + 1
    if words[inside[1]] == "hvert":
        if words[end] != "år":
            return None
        end += 1
    return _made(index, end, EVERY_YEAR_IN, rrule("YEARLY", 1, *inside[0]))


def recurrence_at(tokens: Tokens, index: int) -> Placed | None:
    """The recurrence that begins at a token."""
    words = tokens.words
    word = words[index]
    if word in ADVERBS:
        if (
            word in _ATTRIBUTES
            or words[index - 1 if index else 0] in _AMOUNTS
            or (words[index - 1 if index else 0] == "." and tokens.before(index, 2) in _AMOUNTS)
            or words[index - 1 if index else 0] in _BEFORE_ATTRIBUTES
        ):
            return None
        if word == "årligt":
            inside = _in_year(tokens, index + 1)
            if inside is not None:
                return _made(index, inside[1], EVERY_YEAR_IN, rrule("YEARLY", 1, *inside[0]))
        count = _held_so_often(tokens, index) if word == "årligt" else None
        often = times(count, "year") if count else None
        if often is not None:
            return _made(index, index + 1, ADVERB, often[0], approximate=often[1])
        return _made(index, index + 1, ADVERB, ADVERBS[word])
    if word in ("pr", "per"):
        return _per(tokens, index)
    found = _every_year_behind(tokens, index) or _month_day(tokens, index)
    if found is None:
        found = _every(tokens, index)
    if found is None and (
        word.isdecimal() or word in ("en", "én", "et", "to", "tre", "fire", "fem", "seks", "otte", "ti", "tolv")
    ):
        found = _times(tokens, index)
    return found
