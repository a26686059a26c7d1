"""Titles of agenda items: where one begins, how far it is wrapped, what stands above it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from decisionnlp import lexicons
from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.dates import DATE
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.line_joins import goes_on
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import WORDED, Numbered, has_item_mark, read_number, same_title, title_key
from decisionnlp.segmentation.outcome_words import short_answer, whole_answer
from decisionnlp.stems import Stems

_words = partial(lexicons.alternatives, "title_lines")
_MAX_TITLE_LINES = 5
# Metadata printed directly above a title: case and KLE numbers.
META = re.compile(
    rf"(?:[•·▪] ?)?(?:{_words('metadata')})\b.{{0,60}}$"
    r"|\d\d\.\d\d\.\d\d[-A-ZÆØÅ\d/ ]*$|\d\d\.\d\d(?:\.\d\d)?[A-ZÆØÅ]\d\d\b[ \-–\d/]*$|\d{1,3}(?:-\d+){3,}$|\d{2}/\d{3,6}(?: ?-)?$",
    re.IGNORECASE,
)
_META_LABEL = re.compile(rf"(?:{_words('metadata')})\b\.?(?: \w+\.?)? ?:", re.IGNORECASE)
# "BØRNE- OG SKOLEUDVALGET" above the points that a committee sends to the council.
GROUP_BODY = (
    rf"(?-i:(?!(?:[A-ZÆØÅ]+ ){{0,4}}(?:TIL|FRA|AF|VED) )(?:[A-ZÆØÅ]+-?,? (?:OG )?){{0,4}}[A-ZÆØÅ-]*(?:{lexicons.alternatives('line_words', 'capital_bodies')})"
    r"(?: FOR [A-ZÆØÅ]+(?:-?,? (?:OG )?[A-ZÆØÅ]+){0,4})?)"
)
# Group headings above titles: "A. Sager til afgørelse i byrådet", "Åbne", "Lukkede sager".
GROUP = re.compile(rf"(?:[A-Z]\. )?(?:{_words('groups')}|{_words('doors')})\b.{{0,50}}$|{GROUP_BODY}:?$", re.IGNORECASE)
# "Åben", "Lukket punkt" on a line above a title, or above the first heading of an item that lost its title.
OPENNESS = re.compile(r"(?:åbent?|lukket|fortroligt?)(?: +(?:punkt|sag))?$", re.IGNORECASE)
# Names of attached files under a title of a list.
_FILES = re.compile(r"\S+\.(?:pdf|docx?|xlsx?|pptx?)(?: \S+\.(?:pdf|docx?|xlsx?|pptx?))*$", re.IGNORECASE)
# Lines of the front matter: they are no titles. Labels, and a day alone: "Torsdag den 19. maj 2022 kl. 17:00".
FRONT = re.compile(
    rf"(?:{_words('front_labels')})\s?\.?:"
    # "MødestedHallen": a table's cells, glued
    rf"|(?-i:(?=[A-ZÆØÅ][a-zæøå]+[A-ZÆØÅ\d]))(?:{_words('front_labels')})(?-i:(?=[A-ZÆØÅ\d]))"
    rf"|(?:{_words('rooms')})\b[^.:]{{0,40}}$"
    rf"|(?:(?:man|tirs|ons|tors|fre|lør|søn)dag,? )?(?:(?:den|d\.) ?)?{DATE}(?:,? (?:kl|fra)\b.{{0,60}})?$",
    re.IGNORECASE,
)
# A label of the front matter alone on its line: its value stands below it, or there is none.
FRONT_LABEL = re.compile(rf"(?:{_words('front_labels')})$", re.IGNORECASE)
# "Mødested Hallen": a cell with its label, without a colon.
FRONT_CELL = re.compile(rf"(?i:{_words('front_labels')})(?: [A-ZÆØÅ\d]|$)")
# A cell of a grid that crosses out the body which decides: "DIR", "ØKE", "X".
TICK = re.compile(r"(?!OK$|JA$|NEJ$)[A-ZÆØÅ]{2,4}$|[Xx]$")
_AGENDA = re.compile(r"(?:foreløbig )?dagsorden(?:en)?\b[^.:]{0,60}\s?:?$", re.IGNORECASE)
_HEAD_LINES = 14  # lines in which the agenda's head is looked for
CONTENTS = re.compile(rf"(?:{_words('contents')})\b.{{0,30}}$", re.IGNORECASE)
# The cell of the time above a title.
_CLOCK = re.compile(r"(?:kl\.? ?)?\d{1,2}[.:]\d\d(?: ?[-–] ?\d{1,2}[.:]\d\d)?$", re.IGNORECASE)
_INITIALS = re.compile(r"/ ?[A-ZÆØÅ]{2,5}(?: ?[+,&/] ?[A-ZÆØÅ]{2,5})*$")  # "/NV"
_DURATION = re.compile(r"\(?(?:ca\.? ?)?\d{1,3} ?min(?:\.|utter)?\)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """An item's place in the lines: ``[first, last)``; the title fills ``[title_first, title_last)``."""

    number: str | None
    title: str
    closed: bool
    first: int
    title_first: int
    title_last: int
    last: int
    style: str = ""
    start: int | None = None

    @property
    def value(self) -> int | None:
        """The number, where it is figures alone."""
        return int(self.number) if self.number is not None and self.number.isdecimal() else None


# "2c (lukket punkt)", and right below it "2d Valg til netværk": the mark is all that is told.
_OPEN_ONLY = re.compile(r"\((?P<mark>[^()]{4,20})\)$")
_LABELLED = re.compile(r"[a-zæøå]{3,20}:\s+[A-ZÆØÅ]")  # "formand: Lone Brix", set apart under "5. Valg"
_SUBPOINT = re.compile(r"[a-h](?:[.):] ?| )[A-ZÆØÅ]")  # "a Takster" under "4. Meddelelser"


_PROPOSES = re.compile("(?:" + "|".join(lexicons.load("zone_cues")["proposal"]) + ")", re.IGNORECASE)
_PROPOSES_STEMS = Stems("indstil", "foresl", "anbefal", "forslag")  # one of them stands in each


def proposes(text: str) -> bool:
    """Whether a paragraph begins as a proposal to the body does: ``Forvaltningen indstiller, at …``."""
    return _PROPOSES_STEMS.within(text) and _PROPOSES.match(text) is not None


def read_title(
    lines: Sequence[Line],
    widths: Sequence[int],
    headings: Mapping[int, Heading],
    at: int,
    last: int,
    numbered: Numbered | None,
) -> tuple[str, int]:
    """The title that begins on line ``at`` and the index of the line after it."""
    parts = [numbered.title if numbered is not None else lines[at].text]
    index = at + 1
    if numbered is not None and _META_LABEL.match(numbered.title):
        return "", index  # "Punkt: 3 Sagsnr.: 19/1204"
    if numbered is not None and (not numbered.title or re.fullmatch(r"\([^)]{1,40}\)", numbered.title)):
        if (
            index < last
            and lines[index].gap <= 1
            and (_DURATION.match(lines[index].text) or _INITIALS.match(lines[index].text))
        ):
            index += 1  # the cell of the time, or of who presents the point, between number and title
        heading = headings.get(index)
        own = heading is None or not (heading.alone and heading.kind in (ZoneKind.OUTCOME, ZoneKind.PROPOSAL))
        if numbered.style in WORDED:
            own = heading is None and not _listed(lines, index, last)  # may stand without a title
        mark = _OPEN_ONLY.search(lines[at].text) if numbered.style == "open" else None
        if mark is not None and index < last and read_number(lines[index]) is not None:
            return mark["mark"], index
        if index < last and lines[index].gap <= 1 and own and not META.match(lines[index].text):
            parts = [lines[index].text]
            index += 1
        elif index + 1 < last and META.match(lines[index].text) and lines[index + 1].gap <= 1:
            parts = [lines[index + 1].text]
            index += 2
        else:
            return "", index
    while index < last and index - at < _MAX_TITLE_LINES:
        line = lines[index]
        if (
            index in headings
            or line.length > 160
            or _FILES.match(line.text)
            or short_answer(line.text)  # "udsat" in small letters under a title
            or whole_answer(line.text)
            or (line.text[0].isupper() and proposes(line.text))
            or has_item_mark(parts[-1][-14:])
            or not goes_on(lines[index - 1], line, widths[index])
        ):
            break
        if (
            line.gap > 1
            or read_number(line) is not None
            or META.match(line.text)
            or parts[-1].endswith((".", "?", "!", ":"))
        ):
            break
        if line.gap == 1 and (not line.text[0].islower() or _SUBPOINT.match(line.text) or _LABELLED.match(line.text)):
            break
        parts.append(line.text)
        index += 1
    return _joined(parts), index


def _listed(lines: Sequence[Line], index: int, last: int) -> bool:
    """Whether a list begins right under a number: lines with one and the same mark."""
    rows = lines[index : min(index + 2, last)]
    return len(rows) == 2 and rows[0].text[0] in "-–•·▪" and rows[0].text[0] == rows[1].text[0]


def _joined(parts: Sequence[str]) -> str:
    title = parts[0]
    for part in parts[1:]:
        if re.search(r"\w[-\u00ad\u2010\ufffe\x02]$", title):
            suspended = re.match(r"(?:og|eller|samt|til)\b", part)
            if suspended:
                title += " " + part
            elif part[0].islower() and not title[-2].isupper() and not title[-2].isdigit():
                title = title[:-1] + part
            else:
                title += part
        else:
            title += " " + part
    return " ".join(title.split())


_ATTACHED = re.compile(r"(?:[•·▪] ?)?bilag(?:soversigt|sliste)?[ :]*$", re.IGNORECASE)


def _attached(lines: Sequence[Line], index: int) -> bool:
    """Whether a file's name stands in the list below ``Bilag``: it belongs to the point above."""
    while index > 0 and _FILES.match(lines[index].text):
        index -= 1
    return _ATTACHED.match(lines[index].text) is not None


def with_meta(lines: Sequence[Line], index: int, first: int, title: str = "") -> int:
    """The item begins with the case number printed directly above its title, or with its first print."""
    opening = index
    own = read_number(lines[index])
    key = title_key(title or (own.title if own is not None else ""))
    while opening > first and index - opening < 4 and lines[opening].gap <= 1:
        above = lines[opening - 1]
        twin = read_number(above)
        same = (
            twin is not None
            and own is not None
            and twin.number == own.number
            and above.length
            <= 2 * max(len(title), lines[index].length) + 20  # no contents list that runs on behind the title
            and same_title(title_key(twin.title), key)
        )
        if not (
            (_CLOCK.match(above.text) and above.gap > 0 and lines[opening].gap == 0)
            or META.match(above.text)
            or GROUP.match(above.text)
            or OPENNESS.match(above.text)
            or (_FILES.match(above.text) and not _attached(lines, opening - 1))
            or same
        ):
            break
        opening -= 1
    # A case number that directly follows other text belongs to that text; a bullet begins something of its own.
    while (
        opening < index
        and lines[opening].text[0] not in "•·▪"
        and not (OPENNESS.match(lines[opening].text) and lines[opening - 1].length <= 60)
        and lines[opening].gap == 0
        and opening > first
        and not lines[opening].cut
        and not lines[opening - 1].text.endswith((".", "!", "-"))
    ):
        opening += 1
    return opening


def agenda_head(lines: Sequence[Line], first: int, last: int) -> int | None:
    """The line above the list of titles to be treated, among the first of ``lines[first:last]``; None without one."""
    return next(
        (index for index in range(first, min(first + _HEAD_LINES, last)) if _AGENDA.match(lines[index].text)), None
    )
