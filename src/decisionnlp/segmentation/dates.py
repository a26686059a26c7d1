"""Calendar dates as they are printed in Danish papers and in the names of files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from decisionnlp import lexicons
from decisionnlp.slotted import Slotted

MONTHS: dict[str, int] = {form: row["number"] for row in lexicons.load("deadlines")["months"] for form in row["forms"]}
MONTHS |= {name: number for number, name in enumerate(lexicons.load("calendar_words")["english_months"], 1)}
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))

# "6. februar 2019", "6-februar-2019", "06-02-2019", "04.06.19", "4/6-2019", "4/6 2019", "2019-06-04", "2019.06.04"; the year may be
# missing in the first.
DATE = (
    rf"(?:\d{{1,2}}(?:\.?\s?|-)(?:{_NAMES})\b\.?,?(?:[\s-]?(?:19|20)\d\d\b)?"
    r"|(?:19|20)\d\d[-.]\d\d?[-.]\d\d?\b"
    r"|\d{1,2}\s?[-./]\s?\d{1,2}\s?[-./ ]\s?(?:(?:19|20)\d\d|\d\d)\b)"
)


def _reading(month_first: str, look: str = "") -> re.Pattern[str]:
    """What reads a date, ``month_first`` for the names of months that may stand before their day; ``look`` comes before all of it."""
    return re.compile(
        rf"{look}(?:(?<![\d.,/-])|(?<=\bd\.))(?:(?P<d1>\d{{1,2}})(?:\.?\s?|-)(?P<name>{_NAMES})\b\.?,?(?:[\s-]?(?P<y1>(?:19|20)\d\d)\b)?"
        rf"|(?P<n4>{month_first}) (?P<d4>\d{{1,2}}), (?P<y4>(?:19|20)\d\d)\b"
        r"|(?P<y2>(?:19|20)\d\d)[-.](?P<m2>\d\d?)[-.](?P<d2>\d\d?)\b"
        r"|(?P<d3>\d{1,2})\s?[-./]\s?(?P<m3>\d{1,2})\s?[-./ ]\s?(?P<y3>(?:19|20)\d\d|\d\d)\b)(?![-/]?\d)",
        re.IGNORECASE,
    )


_READ = _reading(_NAMES)
# The same where no month stands before its day: a date begins with a digit, and the names are not tried at every letter.
_READ_DAY_FIRST = _reading("(?!)", r"(?=\d)")
# The international order first: "lot-17-12-2021-12-06" ends with a day.
_FILE_DATES = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-_.]?(?P<m>\d\d)[-_.]?(?P<d>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d\d)[-_.](?P<m>\d\d)[-_.](?P<y>(?:19|20)\d\d)(?!\d)"),
)


@dataclass(slots=True)
class PrintedDate(Slotted):
    """A calendar date in a text; ``value`` is ``None`` where the year is missing."""

    start: int
    end: int
    value: date | None


def printed_dates(text: str) -> Iterator[PrintedDate]:
    """Every date in ``text`` that exists in the calendar, in order; day first, two-digit years are 20xx."""
    pattern = _READ if ", 19" in text or ", 20" in text else _READ_DAY_FIRST  # "April 27, 2017"
    for match in pattern.finditer(text):
        name = match["name"]
        if name is not None:
            if match["y1"] is None:
                yield PrintedDate(match.start(), match.end(), None)
                continue
            year, month, day = int(match["y1"]), MONTHS[name.lower()], int(match["d1"])
        elif match["n4"] is not None:
            year, month, day = int(match["y4"]), MONTHS[match["n4"].lower()], int(match["d4"])
        elif match["y2"] is not None:
            year, month, day = int(match["y2"]), int(match["m2"]), int(match["d2"])
        else:
            year, month, day = int(match["y3"]), int(match["m3"]), int(match["d3"])
            year += 2000 if year < 100 else 0
        try:
            yield PrintedDate(match.start(), match.end(), date(year, month, day))
        except ValueError:
            continue


def read_date(text: str) -> date | None:
    """The first full date in ``text``."""
    return next((found.value for found in printed_dates(text) if found.value is not None), None)


def file_name_date(path: str) -> date | None:
    """A full date in the file's name (``referat-2019-06-04.pdf``, ``referat 04-06-2019.docx``)."""
    name = re.split(r"[\\/]", path)[-1]
    for pattern in _FILE_DATES:
        match = pattern.search(name)
        if match is not None:
            try:
                return date(int(match["y"]), int(match["m"]), int(match["d"]))
            except ValueError:
                continue
    return None
