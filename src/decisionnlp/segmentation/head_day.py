"""The day of a meeting in the head of its minutes: which of the days printed there is its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from decisionnlp import lexicons
from decisionnlp.segmentation.day_mentions import BARE_YEAR, DayMention, day_mentions, with_year

_OTHERS_BEFORE = re.compile(rf"(?:{lexicons.alternatives('meeting_day', 'others_before')})", re.IGNORECASE)
_OTHER_MEETINGS = re.compile(rf"(?:{lexicons.alternatives('meeting_day', 'other_meetings_before')})", re.IGNORECASE)
_NEARER = re.compile(rf"(?:{lexicons.alternatives('meeting_day', 'nearer')})", re.IGNORECASE)
_OTHERS_BEHIND = re.compile(rf"(?:{lexicons.alternatives('meeting_day', 'others_behind')})", re.IGNORECASE)
_LABELS = lexicons.alternatives("meeting_day", "labels")
_LABELLED = re.compile(rf"^\W*(?:{_LABELS})\b\s*(?::|\bden\b|\bd\.|(?=\d|\w+dag\b)|$)", re.IGNORECASE)
_LABEL_BEFORE = re.compile(rf"\b(?:{_LABELS})\s?:\s*(?:\w+dag,? ?)?(?:den |d\. ?)?$", re.IGNORECASE)
_WORDS = re.compile(rf"(?:{lexicons.alternatives('meeting_day', 'meeting_words')})", re.IGNORECASE)
_HELD = re.compile(rf"(?:{lexicons.alternatives('meeting_day', 'held')})", re.IGNORECASE)
_MEETING = re.compile(rf"(?:{lexicons.alternatives('meeting_day', 'meetings')})", re.IGNORECASE)
_OF_PAGE = re.compile(lexicons.alternatives("meeting_day", "of_the_page"), re.IGNORECASE)
_POINT = re.compile(r"(?:(?i:punkt|pkt\.?|sag) )?\d{1,3}[.:)] ?[A-ZÆØÅ]")
_CLOCK = re.compile(
    r"[ ,(]*(?:(?:fra|i tidsrummet|klokken|mellem) )?(?:kl\.? ?\d\d?|\d\d(?=[.:]\d\d\b))(?:[.:] ?(?P<minute>\d\d)\b)?",
    re.IGNORECASE,
)
_DEN = re.compile(r"[ ,:–-]*(?:(?:\w+dag|\w{3,4}\.),? ?)?(?:\b(?:den|d\.?))? ?$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LONG = 220  # characters from which a line is a head that a transcript ran together
_HEAD = 400  # characters of such a line that are looked at
_BEFORE, _BEHIND = 80, 50  # characters around a day that tell whose it is
_BELOW = 12  # lines below the front in which a labelled day is still looked for: a list of links may look like the first items
_LEAST = 8  # a score that is enough
_SURE = 55  # a score that no labelled day further down outweighs
_MAIL_LABEL = re.compile(r"(?:fra|til|cc|emne|sendt|dato|vedhæftet|vedhæftede filer)\s?:", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:emne|subject|vedr\.?)\s?:", re.IGNORECASE)
_SENDER = re.compile(r"(?:fra|from)\s?:", re.IGNORECASE)
_DAY_ALONE = re.compile(r"\b\d{1,2}\. ?[a-zæøå]{3,9}$", re.IGNORECASE)
_LONGEST_DAY = 13  # characters that it matches at most
_LINK = re.compile(r"(?:referat|dagsorden)\b", re.IGNORECASE)
_SEVERAL = 3
_DAY_OF_MONTH = re.compile(r"\b\d{1,2}\.$")
_MONTH_FIRST = re.compile(
    rf"(?:\d{{1,2}}\.|(?:{'|'.join(lexicons.calendar_names('months'))})) ?(?:19|20)\d\d\b", re.IGNORECASE
)
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class HeadDay:
    """``value`` is the day, ``inferred`` whether its year is not printed beside it, ``score`` how much speaks for it."""

    value: date
    inferred: bool
    score: int


def head_day(front: Sequence[str], below: Sequence[str] = (), told: str = "") -> HeadDay | None:
    """The meeting's day from the lines above its first item (``front``): labelled, with weekday or hour, in a title, or standing alone.

    ``below`` are the lines from there on, in the first of which only a labelled day counts; ``told`` is the text whose years may
    date a day that is printed without one.
    """
    lines, under = _joined(front), _joined(below[:_BELOW])
    listed = _links((*lines, *under))
    best: HeadDay | None = None
    for found in _days(lines, listed, told):
        if best is None or found.score > best.score:
            best = found
    if listed and (best is None or best.score < _SURE):
        for found in _days(under, listed, told):
            if found.score >= _LABEL + _WEEKDAY - _BELOW and (best is None or found.score > best.score):
                best = found
    return best if best is not None and best.score >= _LEAST else None


def header_date(lines: Sequence[str]) -> date | None:
    """The day of :func:`head_day` from these lines alone."""
    found = head_day(lines)
    return found.value if found is not None else None


_LABEL, _WEEKDAY, _HOUR, _TITLE, _HALF_TITLE, _NAMED = 60, 40, 25, 35, 10, 35
_SHORT, _EARLY, _BESIDE_TITLE, _OF_ITS_PAGE, _SENTENCE, _LINKED, _YEAR_WORKED_OUT = 10, 5, 20, -30, -30, -60, -10


def _days(lines: Sequence[str], listed: bool, told: str) -> Iterator[HeadDay]:
    mailed = _mail_head(lines)
    heads = [
        line[:_HEAD]
        for index, line in enumerate(lines[:10])
        if index < mailed or _WORDS.search(line) or BARE_YEAR.match(line)
    ]
    for index, line in enumerate(lines):
        if not _DIGIT.search(line) or (index < mailed and not _SUBJECT.match(line)):
            continue
        head = line[:_HEAD]
        mentions = day_mentions(head)
        if mentions and mentions[0].start and _POINT.match(line):
            continue
        for place, mention in enumerate(mentions):
            floor = mentions[place - 1].end if place else 0
            score = _score(lines, index, head, mention, floor)
            if score is None or (index < mailed and not _HELD.search(_DEN.sub("", head[: mention.start]))):
                continue  # a mail's subject tells the day if it names the minutes
            if listed and _is_link(line):
                score += _LINKED
            inferred = mention.year is None
            if mention.year is None:
                value = with_year(mention, head, heads, told)
                score += _YEAR_WORKED_OUT
            else:
                value = mention.on(mention.year)
            if value is not None:
                yield HeadDay(value, inferred, score)


def _score(lines: Sequence[str], index: int, line: str, mention: DayMention, floor: int) -> int | None:
    """How much speaks for a day; ``None`` where it is another meeting's, or the paper's."""
    before = line[max(mention.start - _BEFORE, floor) : mention.start]
    behind = line[mention.end : mention.end + _BEHIND]
    if _OTHERS_BEHIND.search(behind):
        return None
    long = len(lines[index]) > _LONG
    above = lines[index - 1] if index else ""
    score = -index
    labelled = _LABEL_BEFORE.search(before) is not None or (
        floor == 0
        and mention.start < 60
        and not long
        and (_LABELLED.match(line) is not None or (len(above) < 30 and _LABELLED.fullmatch(above) is not None))
    )
    if _is_others(before) and not (_LABEL_BEFORE.search(before) and not _is_others(before[-20:])):
        return None
    if index and not before.strip() and len(above) < 40 and _is_others(above + " "):
        return None
    strong = 0
    if labelled:
        strong += _LABEL
    if mention.weekday is not None:
        strong += _WEEKDAY
    clock = _CLOCK.match(behind)
    odd = clock is not None and clock["minute"] is not None and int(clock["minute"]) % 5 > 0
    if clock is not None and not odd:
        strong += _HOUR
    title = _DEN.sub("", line[floor : mention.start])
    if _HELD.search(title):
        strong += _TITLE
    elif _MEETING.search(title):
        strong += _HALF_TITLE
    if long:
        # A head that runs on: only what stands at the day itself tells.
        if not strong or (strong == _WEEKDAY and not _WORDS.search(line[: mention.start])):
            return None
        return score + strong
    if _WORDS.search(line if len(line) <= 60 else line[max(mention.start - 60, 0) : mention.end + 40]):
        strong += _NAMED
    elif len(line) - (mention.end - mention.start) < 20:
        beside = [lines[other] for other in (index - 2, index - 1, index + 1) if 0 <= other < len(lines)]
        if any(len(text) < 80 and _WORDS.search(text) and not day_mentions(text) for text in beside):
            strong += _BESIDE_TITLE
    score += strong
    if len(line) < 60:
        score += _SHORT
    if mention.start < 30:
        score += _EARLY
    if odd or _OF_PAGE.search(line):  # a page prints the minute at which it was made
        score += _OF_ITS_PAGE
    if line.endswith(".") and len(line) > 60 and not line.endswith("kl.") and mention.end < len(line) - 1:
        score += _SENTENCE
    return score


def _is_others(before: str) -> bool:
    """Whether the words before a day make it another meeting's, or the paper's; a meeting named nearer to it takes it back."""
    if _OTHER_MEETINGS.search(before):
        return True
    return any(_NEARER.search(before, word.end()) is None for word in _OTHERS_BEFORE.finditer(before))


def _links(lines: Sequence[str]) -> bool:
    """Whether the lines list the minutes of several meetings."""
    return len({line for line in lines if _is_link(line)}) >= _SEVERAL


def _is_link(line: str) -> bool:
    if len(line) >= 60 or not _DIGIT.search(line):
        return False
    if _LINK.match(line) is not None:
        return True
    # A day that is all of the line begins or ends with a digit: a cheap look.
    if not (_DIGIT.search(line, 0, 3) or _DIGIT.search(line, max(len(line) - 3, 0))):
        return False
    return any(len(line) - (day.end - day.start) < 3 for day in day_mentions(line))


def _joined(lines: Sequence[str]) -> list[str]:
    """The lines, with a date that is broken before its month or year put together: ``mandag den 28. maj`` / ``2018 kl. 15``."""
    found = [" ".join(line.replace("_", " ").split()) for line in lines]
    for index in range(len(found) - 1):
        rest = (
            _YEAR_FIRST.match(found[index + 1])
            if _DAY_ALONE.search(found[index], max(len(found[index]) - _LONGEST_DAY, 0))
            else _MONTH_FIRST.match(found[index + 1])
            if found[index].endswith(".") and _DAY_OF_MONTH.search(found[index])
            else None
        )
        if rest is not None:
            found[index] += " " + rest[0]
    return found


def _mail_head(lines: Sequence[str]) -> int:
    """How many of the lines are the head of an e-mail, whose date is the day it was sent."""
    if not any(_SENDER.match(line) for line in lines[:4]):
        return 0
    labels = [index for index, line in enumerate(lines[:10]) if _MAIL_LABEL.match(line)]
    return labels[-1] + 1 if len(labels) >= 3 else 0
