"""Lines that may open an agenda item: numbered ones, and case numbers with their title below."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.closing import is_tasks
from decisionnlp.segmentation.dates import DATE
from decisionnlp.segmentation.glued_points import counts_of_year, double_numbers
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.line_joins import goes_on
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbered_answers import decided_by
from decisionnlp.segmentation.numbering import (
    Numbered,
    looks_like_sentence,
    read_number,
    same_title,
    title_key,
)
from decisionnlp.segmentation.titles import META, read_title

# Styles without a number of their own: they ascend by place (or clock) only.
UNCOUNTED = frozenset({"time", "label", "meta"})


@dataclass(slots=True)
class Candidate:
    """A line that may open an item. Places are indices of lines; the title ends before ``title_last``."""

    numbered: Numbered
    title: str
    title_last: int
    key: str  # of the title, by which its prints are compared
    score: float = 0.0  # what speaks for it, less what speaks against it; no fixed scale
    empty: bool = False  # the next candidate stands right below its title
    listed: bool = False  # a row of a contents list
    title_first: int = -1  # where the title stands above the number
    asked: bool = False  # stands below the heading of a proposal that nothing has answered yet
    told: bool = False  # the line itself tells what was said; its title stands in the contents list


def find_candidates(
    lines: Sequence[Line],
    widths: Sequence[int],
    headings: Mapping[int, Heading],
    first: int,
    last: int,
) -> list[Candidate]:
    """The candidates among ``lines[first:last]``, in order, with their own titles and unscored.

    ``widths`` are the widths of the lines' columns, ``headings`` the zone headings by line.
    """
    found: list[Candidate] = []
    slots = [index for index in range(first, last) if lines[index].text[0] in _CLOCK and _SLOT.match(lines[index].text)]
    stretch = lines[first:last]
    double = double_numbers(stretch) | counts_of_year(stretch)
    for index in range(first, last):
        line = lines[index]
        if index in headings and not (META.match(line.text) and _meta(lines, headings, index, last)):
            continue
        numbered = read_number(line) or _decided(line) or _meta(lines, headings, index, last)
        if (
            numbered is not None
            and numbered.style == "register"
            and numbered.number[0].isdigit()
            and index not in double
        ):
            continue  # a day: "12/1. Generalforsamling"
        if numbered is None or (index == first and numbered.style == "bare" and _PAGE_HEAD.match(numbered.title)):
            continue
        if index > first and line.gap == 0 and numbered.style == "dot" and _REFERRED.search(lines[index - 1].text):
            continue  # "se drøftelsen under punkt" / "2. Forvaltningen …"
        if (
            index > first
            and line.gap == 0
            and goes_on(lines[index - 1], line, widths[index])
            and not _opens_anyway(lines[index - 1], numbered, found, glued=line.text[numbered.offset - 1].isdigit())
        ):
            continue
        at = index + 1 if numbered.style == "meta" else index
        title, title_last = read_title(
            lines, widths, headings, at, last, None if numbered.style == "meta" else numbered
        )
        if (
            numbered.style == "time"
            and not numbered.title
            and len(slots) >= _SLOTS
            and (not title or looks_like_sentence(title))
        ):
            title, title_last = "", index + 1  # minutes by the clock: what was said stands right below
        elif not title and numbered.style in ("alone", "dot", "paren", "letter", "bare", "dash", "time"):
            continue
        if numbered.style == "label" and is_tasks(line.text):
            continue
        if numbered.style == "alone" and not title[:1].isupper():
            continue
        if _member(lines, index):
            continue
        if numbered.style == "register" and not numbered.title and index > first and _titled(lines[index - 1]):
            continue  # the case number of the numbered title above
        found.append(Candidate(numbered, title, title_last, title_key(title)))
    return found


# "1 Referat for: Lerbæk Provstiudvalg": a viewer's page number before the head of the document.
_PAGE_HEAD = re.compile(
    rf"(?:(?:beslutnings|møde)?referat (?:for|af|fra|til)|generalforsamling|\w*møde (?:i|for))\b.{{3,120}}?(?:\b{DATE}|møde (?:den |d\. ?)?\d{{1,2}}\.)",
    re.IGNORECASE,
)
# "18.20-18.30" alone on its line, and how many of them make minutes by the clock.
_SLOT = re.compile(r"(?:kl\.? ?)?\d{1,2}[.:]\d\d\s?[-–]\s?\d{1,2}[.:]\d\d$", re.IGNORECASE)
_SLOTS = 4
_CLOCK = frozenset("0123456789Kk")
_REFERRED = re.compile(
    r"[a-zæøå,](?<!\b[Ll]ukket)(?<!\b[Åå]bent)(?<!\b[Ff]ortroligt)(?<!\b[Åå]ben) (?:punkt|pkt\.?|sag|sag nr\.|nr\.|dagsordenspunkt)$"
)
_BETWEEN = 200  # numbered lines at most between two points, so that the work stays linear
_UNENDED = re.compile(
    r"(?:[,;(-]|\b(?:og|eller|samt|til|i|på|under|jf\.?|se|af|om|ved|fra|for|med|som|at|der|den|det|de|en|et|nr\.|punkt|pkt\.?))$",
    re.IGNORECASE,
)


def _opens_anyway(above: Line, numbered: Numbered, found: Sequence[Candidate], *, glued: bool) -> bool:
    """Whether a line that may carry on the paragraph above opens an item all the same: ``Punkt 4: Takster`` says so itself, or its
    number is the next one (and ``glued`` to its title, where no mark follows it)."""
    last = found[-1].numbered if found else None
    if (
        last is not None
        and numbered.style == last.style
        and last.style in ("dot", "ad")
        and numbered.title[:1].isupper()
    ):
        return numbered.value == last.value + 1 and _UNENDED.search(above.text) is None
    if last is not None and numbered.style == last.style == "bare" and not numbered.bulleted and glued:
        return numbered.value == last.value + 1 and _UNENDED.search(above.text) is None
    if numbered.style in ("punkt", "sag") and not numbered.title:  # "Sag nr. 63" below its title
        same = next((one for one in reversed(found[-_BETWEEN:]) if one.numbered.style == numbered.style), None)
        return same is not None and numbered.value == same.numbered.value + 1 and _UNENDED.search(above.text) is None
    if numbered.style not in ("punkt", "sag", "register", "open") or not numbered.title[:1].isupper():
        return False
    if looks_like_sentence(numbered.title):
        return False
    return (numbered.style == "register" and above.text.endswith((".", "!", "?"))) or (
        numbered.style != "register" and _UNENDED.search(above.text) is None
    )


def _decided(line: Line) -> Numbered | None:
    """The number in ``Beslutning for Punkt 1: Mødeoplysninger``, where that line is no heading of a point printed above it."""
    before = decided_by(line.text)
    numbered = read_number(line.but(text=line.text[before:])) if before else None
    return replace(numbered, offset=numbered.offset + before) if numbered is not None else None


# "2. Lars Vind (A)": a member with a party.
_MEMBER = re.compile(
    r"\d{1,3}[.)] ?(?:[A-ZÆØÅ]?[\wæøå-]+ ){0,2}[A-ZÆØÅ][\wæøå.-]+(?: [A-ZÆØÅ][\wæøå.-]+){1,3},? \(?(?:[A-ZÆØÅ]{1,2}|UFP|løsgænger)\)?$"
)


def _member(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is one of a list of members with their parties."""
    if not _MEMBER.match(lines[index].text):
        return False
    return any(_MEMBER.match(near.text) for near in (*lines[max(index - 1, 0) : index], *lines[index + 1 : index + 2]))


def _titled(above: Line) -> bool:
    """Whether a line is a numbered title of its own."""
    numbered = read_number(above)
    return (
        numbered is not None
        and numbered.style in ("dot", "punkt", "sag", "bare")
        and numbered.title[:1].isupper()
        and not looks_like_sentence(numbered.title)
    )


def _fact(headings: Mapping[int, Heading], index: int) -> bool:
    """Whether a line is a label of a point's head: ``Åben sag``."""
    return index in headings and headings[index].kind is ZoneKind.AGENDA


_LABELS = 5  # lines of facts about a point below its title


def _meta(lines: Sequence[Line], headings: Mapping[int, Heading], index: int, last: int) -> Numbered | None:
    """A case number on a line of its own with an unnumbered title below it."""
    line = lines[index]
    if (line.gap == 0 and not line.cut and index > 0) or not META.match(line.text) or index + 1 >= last:
        return None
    title = lines[index + 1]
    if (
        title.gap > 1
        or (
            index + 1 in headings and headings[index + 1].kind is not ZoneKind.AGENDA
        )  # "Lukket sag: Takster" is a title
        or read_number(title) is not None
        or title.length > 200
        or not title.text[0].isupper()
    ):
        return None
    if title.text.endswith((".", ":")) or looks_like_sentence(title.text) or META.match(title.text):
        return None
    for near in lines[max(index - 2, 0) : index]:
        twin = read_number(near)
        if twin is not None and same_title(title_key(twin.title), title_key(title.text)):
            return None  # a numbered title, its case number, the title once more
    at = index - 1
    while at > 0 and index - at <= _LABELS and (META.match(lines[at].text) or _fact(headings, at)):
        at -= 1  # other facts about the point
    twin = read_number(lines[at]) if at >= 0 else None
    if twin is not None and len(twin.title) >= 4 and twin.title[0].isupper() and not looks_like_sentence(twin.title):
        return None  # the case number of the numbered title above
    return Numbered(index, "meta", "", 0.0, title.text, 0)
