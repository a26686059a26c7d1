"""Dates in figures (*2024-05-10*, *10/5-25*, *11.12.*), told from fractions, times and numbers of other things; the year behind a date."""

from __future__ import annotations

from datetime import date

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines import rules
from decisionnlp.extraction.deadlines.stretches import Core, Grain, Reading, day_bounds, located
from decisionnlp.extraction.deadlines.tokens import (
    LIMIT,
    Tokens,
)

ISO = rules.core("date-iso", "senest 2024-05-10", "year, month, day in figures")
NUMERIC = rules.core("date-numeric", "senest 10.05.2025", "day and month in figures, with or without a year")

_SLASHES = frozenset({"/", ".", "-", "–"})
_UNIT_AFTER_NUMBER = lexicons.words("deadline_words", "counted")
_FRACTIONS = frozenset(
    {(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5), (4, 5), (1, 8), (1, 10), (24, 7)}
)
_NUMBERED = lexicons.words("deadline_words", "numbered")


def year_after(tokens: Tokens, index: int, meeting: date | None, *, short: bool) -> tuple[int | None, int]:
    """The year that follows a date or month, if any, and the index behind it. ``short``: two figures may do (*3. maj 24*)."""
    words = tokens.words
    word = words[index]
    if word == "." or (word not in ("i", "til") and (not word or word.isalpha()) and words[index + 1] != "år"):
        return None, index
    start = index + 1 if word == "," and len(words[index + 1]) == 4 else index
    found = tokens.year(start)
    if found is not None:
        return found
    if word in ("-", "–", "/") and word:
        following = words[index + 1]
        found = tokens.year(index + 1)
        if found is not None:
            return found
        if short and len(following) == 2 and following.isdecimal() and words[index + 2] not in ("/", ".", "-", "–"):
            return 2000 + int(following), index + 2
    if short and meeting is not None and len(word) == 2 and word.isdecimal():
        near = -3 <= int(word) - meeting.year % 100 <= 6
        if (
            near
            and not words[index + 1].isalnum()
            and words[index + 1] not in ("%", "/")
            and not tokens.glued(index + 1)
        ):
            return meeting.year // 100 * 100 + int(word), index + 1
        if near and words[index + 1] in (".", ",", ")", ";") and not words[index + 2].isdecimal():
            return meeting.year // 100 * 100 + int(word), index + 1
    if meeting is None:
        return None, index
    step = index + 1 if word in ("i", "til") else index
    if words[step] == "år" and word == "i":
        return meeting.year, step + 1
    if words[step + 1] == "år":
        if words[step] in ("næste", "kommende"):
            return meeting.year + 1, step + 2
        if words[step] in ("sidste", "forrige"):
            return meeting.year - 1, step + 2
        if words[step] in ("samme", "indeværende", "dette"):
            return meeting.year, step + 2
    return None, index


def _figures(tokens: Tokens, index: int) -> int | None:
    word = tokens.words[index]
    return int(word) if word.isdecimal() and word.isascii() and len(word) <= 2 else None


def iso(tokens: Tokens, index: int) -> Core | None:
    words = tokens.words
    if words[index + 1] != "-" or words[index + 3] != "-" or not tokens.glued(index + 1):
        return None
    month, day = _figures(tokens, index + 2), _figures(tokens, index + 4)
    bounds = day_bounds(int(words[index]), month, day) if month and day and 1 <= month <= 12 else None
    return Core(index + 5, *bounds, Grain.DAY, ISO, absolute=True) if bounds else None


def _closes(tokens: Tokens, index: int, at: int, month: int) -> bool:
    """``Rapporten afleveres 1/10.``: behind a passive at the end of the sentence even what looks like a tenth is a day."""
    before, closed = tokens.before(index), tokens.words[at] in (".", "")
    if before in ("–", "—", "-", ",") and closed and not tokens.glued(index) and index > 1:
        return True  # Tilbud på porten – Poul – 1/3
    return (
        (month >= 5 or closed)
        and tokens.words[at] in (".", "", ",")
        and (before.endswith("es") or before in ("klar", "færdig"))
    )


def numeric(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """``10/5``, ``10.05.2025``, ``10-05-2025``, ``28-29/6``, ``10/5 2025``, ``10/5-25``."""
    words = tokens.words
    day = _figures(tokens, index)
    if day is None or not 1 <= day <= 31:
        return None
    if tokens.told & LIMIT and not reading.framed and tokens.before(index) in ("er", ":"):
        reading = reading.within_frame()  # deadline her er 2/5
    begin = day
    at = index + 1
    # 28-29/6 and 28.-29.6.
    skip = at + 1 if words[at] == "." and words[at + 1] in ("-", "–") else at
    if words[skip] in ("-", "–") and words[skip + 2] in ("/", ".") and _figures(tokens, skip + 3) is not None:
        second = _figures(tokens, skip + 1)
        if second is not None and day < second <= 31:
            begin, day, at = day, second, skip + 2
    if words[at] == "." and words[at + 1] == "/" and tokens.glued(at) and tokens.glued(at + 1):
        at += 1  # 20./11.
    mark = words[at]
    month = _figures(tokens, at + 1)
    if mark not in ("/", ".", "-", "–") or month is None or not 1 <= month <= 12 or not tokens.glued(at):
        return None
    spaced = not tokens.glued(at + 1)
    at += 2
    if (words[at] == mark and words[at] in _SLASHES and words[at + 1].isdecimal() and len(words[at + 1]) in (2, 4)) or (
        mark in "/." and words[at] in ("-", "–", "/", ".") and len(words[at + 1]) == 4 and tokens.year(at + 1)
    ):
        year_word, at = words[at + 1], at + 2
    elif (
        mark == "/"
        and words[at] in ("-", "–")
        and len(words[at + 1]) == 2
        and not (words[at + 2] in ("/", ".") and words[at + 3].isdecimal())
    ):
        year_word, at = (words[at + 1], at + 2) if words[at + 1].isdecimal() else ("", at)
    elif mark in "/." and tokens.year(at):
        year_word, at = words[at], at + 1
    else:
        year_word = ""
    if year_word:
        if len(year_word) == 4 and year_word[:2] not in ("19", "20"):
            return None
        if len(year_word) == 2 and mark == "-" and not reading.framed:
            return None
        year: int | None = int(year_word) if len(year_word) == 4 else 2000 + int(year_word)
        if not reading.framed and (
            tokens.before(index) in _NUMBERED
            or (tokens.before(index) in (".", ":") and tokens.before(index, 2) in _NUMBERED)
        ):
            return None
        # 12.34.56-7 is the number of a case, 12.34.56.78 of a telephone
        if (
            words[at] in ("-", "–", "/", ".")
            and tokens.glued(at)
            and words[at + 1][:1].isalnum()
            and tokens.glued(at + 1)
        ):
            return None
        if (
            index
            and words[index - 1] in ("-", "/", ".", "–")
            and tokens.glued(index)
            and tokens.before(index, 2)[:1].isdigit()
        ):
            return None
    else:
        if mark == "-" or (spaced and mark == "/"):
            return None
        if mark == "." and (not reading.framed or (spaced and words[at] != ".")):
            return None
        after = words[at + 1] if words[at] == "." else words[at]
        if after in _UNIT_AFTER_NUMBER or (
            words[at] in ("/", ",") and words[at + 1].isdecimal() and tokens.glued(at + 1)
        ):
            return None
        if (
            words[at] in ("-", "–")
            and tokens.glued(at)
            and words[at + 1].isdecimal()
            and words[at + 2] not in ("/", ".")
        ):
            return None
        listed = words[at] == "," and words[at + 1].isdecimal() and words[at + 2] == "/"
        if not reading.framed and (
            ((begin, month) in _FRACTIONS and not listed and not _closes(tokens, index, at, month))
            or tokens.before(index).rstrip(".") in _NUMBERED
        ):
            return None
        if not reading.framed and tokens.before(index) in (".", "-", "/", "–", "+") and tokens.glued(index):
            return None
        if not reading.framed and tokens.before(index) == "." and tokens.before(index, 2) in _NUMBERED:
            return None
        # 3.5. ends with a full stop of its own only inside a sentence
        if mark == "." and words[at] == "." and tokens.glued(at) and (words[at + 1].islower() or words[at + 1] == "kl"):
            at += 1
        year = None
        said, behind = year_after(tokens, at, reading.meeting, short=False)
        if said is not None:
            year, at = said, behind

    bounds = located(day_bounds, (month, begin, day), year, reading, False)
    if bounds is None:
        return None
    return Core(at, *bounds, Grain.DAY if begin == day else Grain.PART, NUMERIC, absolute=year is not None)
