"""The date of a meeting: which printed date is the meeting's own, and not a case document's or another meeting's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from decisionnlp.slotted import Slotted

_MONTHS = {
    "januar": 1, "jan": 1, "februar": 2, "feb": 2, "febr": 2, "marts": 3, "mar": 3, "april": 4, "apr": 4, "maj": 5,
    "juni": 6, "jun": 6, "juli": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sep": 9, "sept": 9,
    "oktober": 10, "okt": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
    # A web page set up in English dates Danish minutes so, or "December 6, 2018".
    "january": 1, "february": 2, "march": 3, "june": 6, "july": 7, "october": 10,
}  # fmt: skip
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))

# "6. februar 2019", "6-februar-2019", "06-02-2019", "04.06.19", "4/6-2019", "4/6 2019", "2019-06-04"; the year may be missing in the first.
DATE = (
    rf"(?:\d{{1,2}}(?:\.?\s?|-)(?:{_NAMES})\b\.?,?(?:[\s-]?(?:19|20)\d\d\b)?"
    r"|(?:19|20)\d\d-\d\d?-\d\d?\b"
    r"|\d{1,2}\s?[-./]\s?\d{1,2}\s?[-./ ]\s?(?:(?:19|20)\d\d|\d\d)\b)"
)
_READ = re.compile(
    rf"(?:(?<![\d.,/-])|(?<=\bd\.))(?:(?P<d1>\d{{1,2}})(?:\.?\s?|-)(?P<name>{_NAMES})\b\.?,?(?:[\s-]?(?P<y1>(?:19|20)\d\d)\b)?"
    rf"|(?P<n4>{_NAMES}) (?P<d4>\d{{1,2}}), (?P<y4>(?:19|20)\d\d)\b"
    r"|(?P<y2>(?:19|20)\d\d)-(?P<m2>\d\d?)-(?P<d2>\d\d?)\b"
    r"|(?P<d3>\d{1,2})\s?[-./]\s?(?P<m3>\d{1,2})\s?[-./ ]\s?(?P<y3>(?:19|20)\d\d|\d\d)\b)(?![-/]?\d)",
    re.IGNORECASE,
)
# Dates on such lines are not the meeting's: the next meeting, printing, publication, approval, former minutes, deadlines.
_OTHER = re.compile(
    r"næste (?:\w+ )?\w*møde|kommende \w*møde|udskrevet|udskrift|opdateret|offentliggjort|publiceret|tilgængelig|rundsendt|udsendt|frist|"
    r"referat (?:fra|af) (?:mødet|sidste|møde)\b.{0,25}godkend|godkendelse af referat|godkendt den|oprettet|ændret|version|"
    r"referat(?:et|erne)?\b.{0,70}\b(?:er |blev )?(?:godkendt|godkendes|underskrevet|til efterretning)|"
    r"klage|høring|sagsnr|journal|j\.nr|e-?post|underskr|kl\. \d\d.\d\d den foregående|telefon",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"^(?:møde ?dato|dato(?: og (?:tid|sted))?|dato/tid|tidspunkt|tid(?: og sted)?|starttidspunkt|mødetidspunkt|mødedag|møde(?: den)?|afholdt|hvornår|dag)\b"
    r"(?: for mødet)?\s*:?",
    re.IGNORECASE,
)
_MEETING_WORDS = re.compile(
    r"referat|beslutningsprotokol|protokol|møde|dagsorden|byråd|udvalg|bestyrelse|råd\b", re.IGNORECASE
)
_WEEKDAY = re.compile(r"\b(?:man|tirs|ons|tors|fre|lør|søn)dag\b", re.IGNORECASE)
# "Den 9. januar 2020 kl. 13.00 i Tapperiet": a date and a clock time at the beginning of a line.
_HELD_AT = re.compile(r",? ?kl\.? ?\d", re.IGNORECASE)
# "Referat af bestyrelsesmøde den 4. juni 2019": stronger than the day on which a web page was printed.
_OF_MEETING = re.compile(r"\b(?:referat|protokol)\b[^.:;]{0,50}?\w*møde[t]?\b[^.:;\d]{0,60}$", re.IGNORECASE)
_FILE_DATE = re.compile(
    r"(?<!\d)(?:(?P<y>(?:19|20)\d\d)[-_.]?(?P<m>\d\d)[-_.]?(?P<d>\d\d)|(?P<d2>\d\d)[-_.](?P<m2>\d\d)[-_.](?P<y2>(?:19|20)\d\d))(?!\d)"
)


@dataclass(slots=True)
class PrintedDate(Slotted):
    """A calendar date in a text; ``value`` is ``None`` where the year is missing."""

    start: int
    end: int
    value: date | None


def printed_dates(text: str) -> Iterator[PrintedDate]:
    """Every date in ``text`` that exists in the calendar, in order; day first, two-digit years are 20xx."""
    for match in _READ.finditer(text):
        name = match["name"]
        if name is not None:
            if match["y1"] is None:
                yield PrintedDate(match.start(), match.end(), None)
                continue
            year, month, day = int(match["y1"]), _MONTHS[name.lower()], int(match["d1"])
        elif match["n4"] is not None:
            year, month, day = int(match["y4"]), _MONTHS[match["n4"].lower()], int(match["d4"])
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


_DIGIT = re.compile(r"\d")
_TITLES = ("referat", "beslutningsreferat", "beslutningsprotokol", "mødereferat")  # they may end in a full stop


def header_date(lines: list[str]) -> date | None:
    """The meeting's date from the lines above its first item: labelled, with a weekday, in a title line, or standing alone."""
    best: tuple[int, date] | None = None
    mailed = _mail_head(lines)
    for index, line in enumerate(_joined(lines)):
        if index < mailed:
            continue
        if len(line) > 220:
            held = _in_running_head(line)
            if held is not None and (best is None or best[0] < 20):
                best = (20, held)
            continue
        if not _DIGIT.search(line) or _OTHER.search(line):
            continue
        for found in printed_dates(line):
            if found.value is None:
                continue
            above = lines[index - 1] if index else ""
            score = -index
            if _LABELLED.match(line) or (_LABELLED.match(above) and len(above) < 30):
                score += 60
            elif _LABEL_BEFORE.search(line[max(found.start - 40, 0) : found.start]):
                score += 60  # "REFERAT Havneudvalget Mødedato: 4. juni 2019"
            if _WEEKDAY.search(line[max(found.start - 25, 0) : found.start]):
                score += 40
            if _HELD_AT.match(line, found.end) and found.start < 12:
                score += 30
            if _OF_MEETING.search(line[: found.start]):
                score += 25
            if _MEETING_WORDS.search(line if len(line) <= 60 else line[:40]):
                score += 35
            if len(line) < 60:
                score += 10
            titled = found.end >= len(line) - 1 and line.lower().startswith(_TITLES)
            if line.endswith(".") and len(line) > 60 and not line.endswith("kl.") and not titled:
                score -= 30
            if found.start < 30:
                score += 5
            if best is None or score > best[0]:
                best = (score, found.value)
    return best[1] if best is not None and best[0] >= 8 else None


_LABEL_BEFORE = re.compile(r"\b[Mm]ødedato\s?: ?(?:\w+dag,? )?(?:den |d\. ?)?$")
_DAY_ALONE = re.compile(rf"\b\d{{1,2}}\. ?(?:{_NAMES})$", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d\b")
_MAIL_LABEL = re.compile(r"(?:fra|til|cc|emne|sendt|dato|vedhæftet|vedhæftede filer)\s?:", re.IGNORECASE)


def _joined(lines: list[str]) -> list[str]:
    """The lines, with a date that is broken before its year put together: ``mandag den 28. maj`` / ``2018 kl. 15``."""
    found = [" ".join(line.split()) for line in lines]
    for index in range(len(found) - 1):
        if _DAY_ALONE.search(found[index]) and _YEAR_FIRST.match(found[index + 1]):
            found[index] += " " + found[index + 1][:4]
    return found


def _mail_head(lines: list[str]) -> int:
    """How many of the lines are the head of an e-mail, whose date is the day it was sent."""
    if not any(re.match(r"(?:fra|from)\s?:", line, re.IGNORECASE) for line in lines[:4]):
        return 0
    labels = [index for index, line in enumerate(lines[:10]) if _MAIL_LABEL.match(line)]
    return labels[-1] + 1 if len(labels) >= 3 else 0


_HELD_ON = re.compile(
    r"(?:dato:?|referat (?:af|fra) (?:\w+ )?(?:generalforsamling|\w*møde)(?:en|et)?(?: i [\w ]{3,40})?),? ?(?:den |d\. ?)?$",
    re.IGNORECASE,
)


def _in_running_head(line: str) -> date | None:
    """The date in a head that a transcript runs together: the first one with its weekday, after ``Referat`` or ``Dato``."""
    head = line[:400]
    for found in printed_dates(head):
        before = head[: found.start]
        if (
            found.value is not None
            and (_WEEKDAY.search(before[-25:]) or _HELD_ON.search(before))
            and re.search(r"\b(?:referat|(?:møde)?dato|møde i)\b", before, re.IGNORECASE)
            and not _OTHER.search(before[-70:])
        ):
            return found.value
    return None


def file_name_date(path: str) -> date | None:
    """A full date in the file's name (``referat-2019-06-04.pdf``, ``referat 04-06-2019.docx``)."""
    name = re.split(r"[\\/]", path)[-1]
    match = _FILE_DATE.search(name)
    if match is None:
        return None
    year, month, day = match["y"] or match["y2"], match["m"] or match["m2"], match["d"] or match["d2"]
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
