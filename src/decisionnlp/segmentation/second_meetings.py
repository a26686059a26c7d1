"""Minutes of another meeting further down in a text, known by their head: a title or ``Mødedato:`` with another day, the form of the
first head with another day, or an hour and points that count anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from decisionnlp.segmentation.dates import DATE, printed_dates
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import read_number
from decisionnlp.stems import Stems

_HEAD_LINES = 5  # lines in which the document's own head is looked for
_LONGEST = 120  # characters of a head
_BELOW = 4  # lines at least that a meeting tells, one of them near its head a sentence
_HEAD = re.compile(r"(?:møde|referat|resum[eé])", re.IGNORECASE)
_HEAD_STEMS = Stems("møde", "referat", "resum")
_DAY = re.compile(DATE, re.IGNORECASE)
# "Menighedsmøde kl. 19.30": a second meeting of the same evening.
_HOUR = re.compile(r"[A-ZÆØÅ][a-zæøå]{3,20}møde(?:t)? kl\.? ?\d{1,2}(?:[.:]\d\d)?:?$")
_FAR = 60  # lines in which the next number is looked for
_COUNTED = 3  # points above and below it
# "Referat fra mødet i Kulturudvalget", with the day on it or right below
_HELD = re.compile(
    r"(?:referat|beslutningsprotokol|mødereferat|dagsorden)\s+(?:af|fra|for|til)\b.{0,80}(?:møde|udvalg|råd|bestyrelse)",
    re.IGNORECASE,
)
_TOP = 20  # lines of the first meeting at least
# "Bestyrelsesmøde 8. januar 2013", and below it "Afbud: Gitte"
_MEETING = re.compile(r"(?:referat (?:fra|af) )?(?:[\wæøå-]+ )?[\wæøå-]{0,30}møde\b", re.IGNORECASE)
_PRESENT = re.compile(r"(?:til ?stede|tilstedeværende|deltagere|fremmødte|mødt|afbud|fraværende)\b", re.IGNORECASE)
_HOURED = re.compile(r"\bkl\.? ?\d")
_TOLD = 10  # lines of the first meeting at least, where the second is named so
_TITLE = 60  # characters of such a title
_NEAR = 5  # lines below it
_LABELLED_DAY = re.compile(r"mødedato\s?: ?\S", re.IGNORECASE)


def second_meetings(lines: Sequence[Line]) -> list[int]:
    """The lines that open the minutes of another meeting without a page break."""
    return sorted({*_same_form(lines), *_same_evening(lines), *_with_presence(lines), *_reports(lines)})


def of_same_evening(line: Line) -> bool:
    """Whether a line heads a meeting by its hour alone, on the day of the one above."""
    return _HOUR.match(line.text) is not None


def _shape(line: Line) -> tuple[str, date] | None:
    """A head without its day, and the day; None for a line that is none."""
    if (
        line.length > _LONGEST
        or not (line.gap or line.cut)
        or line.text.endswith((".", ","))
        or not (_HEAD_STEMS.within(line.text) and _HEAD.search(line.text))
    ):
        return None
    days = [day.value for day in printed_dates(line.text)]
    if len(days) != 1 or days[0] is None:
        return None
    return _DAY.sub("#", line.text.lower()), days[0]


def _same_form(lines: Sequence[Line]) -> list[int]:
    head = next(((line.index, shape) for line in lines[:_HEAD_LINES] if (shape := _shape(line)) is not None), None)
    if head is None:
        return []
    found: list[int] = []
    seen, last = {head[1][1]}, head[0]
    for line in lines[head[0] + 1 :]:
        shape = _shape(line)
        if shape is None or shape[0] != head[1][0] or shape[1] in seen:
            continue
        below = lines[line.index + 1 : line.index + 1 + _BELOW]
        if (
            line.index - last > _BELOW
            and len(below) == _BELOW
            and any(other.text.endswith((".", "!")) for other in below)
            and _counts_anew(lines, line.index)
        ):
            found.append(line.index)
            seen.add(shape[1])
            last = line.index
    return found


def _with_presence(lines: Sequence[Line]) -> list[int]:
    """Titles that name a meeting and another day than the first one, with its hour or with who was there right below, and points
    that count anew."""
    first = next(
        (day.value for line in lines[:_TOP] for day in printed_dates(line.text) if day.value is not None), None
    )
    found: list[int] = []
    for line in lines[_TOLD:]:
        if line.length > _TITLE or not _MEETING.match(line.text):
            continue
        shape = _shape(line)
        near = lines[line.index + 1 : line.index + 1 + _NEAR]
        if (
            shape is not None
            and first is not None
            and shape[1] != first
            # A later one with its hour alone is yet to come.
            and ((shape[1] < first and _HOURED.search(line.text)) or any(_PRESENT.match(other.text) for other in near))
            and _counts_anew(lines, line.index)
            and not (found and line.index - found[-1] <= _NEAR)
        ):
            found.append(line.index)
    return found


# "Referat af bestyrelsesmøde d. 21.11.2012."
_REPORT = re.compile(
    rf"referat (?:af|fra) (?:[\wæøå-]+ )?[\wæøå-]*(?:møde(?:t)?|generalforsamling(?:en)?)(?: [^.]{{0,40}}?)? ?(?:den |d\. ?)?{DATE}\.?$",
    re.IGNORECASE,
)


def _reports(lines: Sequence[Line]) -> list[int]:
    """Lines set apart that name a report and its day, below the points of another meeting and above points that count anew: no row of a list
    of such reports."""
    found: list[int] = []
    named = [line.index for line in lines if line.length <= _TITLE and _REPORT.match(line.text)]
    listed = {index for one, other in pairwise(named) if other - one <= _NEAR for index in (one, other)}
    days = {index: next((day.value for day in printed_dates(lines[index].text)), None) for index in named}
    seen = {day.value for line in lines[:_HEAD_LINES] for day in printed_dates(line.text)}
    for index in named:
        below = lines[index + 1 : index + 1 + _BELOW]
        if (
            index >= _TOLD
            and index not in listed
            and lines[index].gap > 0
            and days[index] is not None
            and days[index] not in seen
            and len(below) == _BELOW
            and any(other.text.endswith((".", "!")) for other in below)
            and lines[index - 1].text.endswith((".", "!", "?"))
            and _counts_anew(lines, index)
        ):
            found.append(index)
            seen.add(days[index])
    return found


def _counts_anew(lines: Sequence[Line], index: int) -> bool:
    """Whether the numbers below a line do not go on from the one above it: a former meeting's minutes are named under a point, and days
    of coming meetings listed."""
    above = next(
        (number.value for line in reversed(lines[max(index - _FAR, 0) : index]) if (number := read_number(line))), None
    )
    below = next((number.value for line in lines[index + 1 : index + 1 + _FAR] if (number := read_number(line))), None)
    return above is None or (below is not None and below <= 1.0)


def later_minutes(lines: Sequence[Line], opened: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Minutes of another meeting printed further down without a page break: a title line or ``Mødedato:`` with another date, items
    from 1 again."""
    found: list[tuple[int, str]] = []
    known = {index for index, _ in opened}
    current = next(
        (day.value for line in lines[:40] for day in printed_dates(line.text) if day.value is not None), None
    )
    label: date | None = None  # of the last "Mødedato:"
    for line in lines:
        labelled = _LABELLED_DAY.match(line.text) is not None
        if not labelled and (line.index < _TOP or not _HELD.match(line.text)):
            continue
        near = lines[line.index : line.index + (1 if labelled else 4)]
        day = next((day.value for other in near for day in printed_dates(other.text) if day.value is not None), None)
        before, label = label, day if labelled else label
        if (
            line.index < _TOP
            or line.index in known
            or line.gap == 0
            or line.length > 140
            or line.text.endswith((".", ","))
        ):
            continue
        if day is None or day == current or (labelled and before in (None, day)):
            continue
        numbers = [
            number.value
            for other in lines[line.index + 1 : line.index + 60]
            if (number := read_number(other)) is not None
        ]
        earlier = [
            number.value
            for other in lines[max(line.index - 60, 0) : line.index]
            if (number := read_number(other)) is not None
        ]
        if numbers and 1.0 in numbers[:6] and earlier and max(earlier[-3:]) > 1:
            current = day
            minutes = line.text.lower().startswith(("referat", "beslutnings", "møderef", "mødedato"))
            found.append((line.index, "minutes" if minutes else "agenda"))
    return found


def _same_evening(lines: Sequence[Line]) -> list[int]:
    found: list[int] = []
    above = 0  # the number up to which the points count on
    for line in lines:
        numbered = read_number(line) if line.text[0].isdigit() else None
        if numbered is not None and numbered.style == "dot":
            above = int(numbered.value) if numbered.value in (1.0, above + 1.0) else above
            continue
        if above < _COUNTED or not of_same_evening(line):
            continue
        below = [
            number.value
            for other in lines[line.index + 1 : line.index + 1 + _COUNTED]
            if (number := read_number(other))
        ]
        if below == [1.0, 2.0, 3.0]:
            found.append(line.index)
            above = 0
    return found
