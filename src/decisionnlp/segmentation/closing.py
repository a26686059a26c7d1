"""Where the items end: signatures, the next meeting, a closing to-do list over all points lie outside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from decisionnlp import lexicons
from decisionnlp.segmentation.line_joins import goes_on
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import ends_items, read_number

_EDGES = lexicons.load("meeting_edges")
_CLOSING = re.compile("(?:" + "|".join(_EDGES["closing"]) + ")", re.IGNORECASE)
_TASKS = re.compile("(?:" + "|".join(_EDGES["tasks"]) + ")", re.IGNORECASE)
# "Kaj Hessel           Bodil Tang": names to sign, side by side.
_SIDE_BY_SIDE = re.compile(
    r"[A-ZÆØÅ][\wæøå.-]+(?: [A-ZÆØÅ][\wæøå.-]+){1,3}(?:, \w+)?(?:\s{3,}[A-ZÆØÅ][\wæøå.-]+(?: [A-ZÆØÅ][\wæøå.-]+){1,3}(?:, \w+)?)+$"
)
_NEXT = re.compile(r"næste møde\s*:?$", re.IGNORECASE)
_LED = re.compile(r"(?:dirigent|ordstyrer)\b", re.IGNORECASE)
_NEXT_MEETING = re.compile(r"næste møde (?:er|afholdes|holdes|bliver|den|d\.|\d)", re.IGNORECASE)
# A name, initials or an office on a line of its own.
_SIGNATURE = re.compile(
    rf"(?!(?:{lexicons.alternatives('line_words', 'signed_answers')})$)"
    rf"/?[A-ZÆØÅ][\wæøåé-]*\.?(?: [A-ZÆØÅ][\wæøåé-]*\.?){{0,4}}(?<![a-zæøå]\.)$|(?:{lexicons.alternatives('line_words', 'signing_offices')})$"
)
_MAX_SIGNATURES = 25


_SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.!?]) +(?=[A-ZÆØÅ])")
_REACH = 300  # characters in which a sentence shows that it closes the minutes
_CLOSES = re.compile(
    r"Mødet (?:slut|hæv|afslut|(?:blev|bliver) (?:hævet|sluttet|afsluttet))|Generalforsamlingen (?:slut|hæv|(?:blev|bliver) (?:hævet|sluttet|afsluttet))"
)


def closing_sentences(lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """Where, in lines below the last numbered title, a sentence closes the minutes: ``… i maj. Mødet sluttede kl. 21``."""
    numbered = max(
        (line.index for line in lines if line.text[0].isdigit() and read_number(line) is not None), default=-1
    )
    for line in lines[numbered + 1 :] if numbered >= 0 else ():
        for match in _SENTENCE.finditer(line.text):
            rest = line.text[match.end() : match.end() + _REACH]  # a line may be a whole text
            if _CLOSES.match(rest) or ends_items(rest) or _CLOSING.match(rest):
                yield line, match.end()
                break


def closing_line(lines: Sequence[Line], widths: Sequence[int], first: int, last: int, floor: int) -> int:
    """The line of ``lines[first:last]``, the last item below its title, that no longer belongs to it; ``last`` if all do.

    What opens a zone (``floor`` is the last such line) cannot stand after the items' end.
    """
    for index in range(max(first, floor + 1), last):
        line = lines[index]
        if index + 1 < last and (is_tasks(line.text) or _lists_bilag(lines, index)):
            return index
        if index > first and goes_on(lines[index - 1], line, widths[index]):
            continue
        above = lines[index - 1]
        # Right under the last point its line about the next meeting is all that the point says.
        apart = (
            line.gap > 0
            or line.cut
            or (
                above.text.endswith((".", "!", "?", "-")) or above.length < 40
                if index > first
                else _NEXT.match(line.text)
            )
        )
        if apart and (
            ends_items(line.text)
            or _CLOSING.match(line.text)
            or _CLOSES.match(line.text)
            or _SIDE_BY_SIDE.match(line.text)
        ):
            if index in (first, floor + 1) and (_NEXT_MEETING.match(line.text) or _LED.match(line.text)):
                continue  # "Evt. Næste møde er torsdag d. 12. marts": all that the point says
            if index == first and line.start - above.end <= 1 and line.gap and index + 1 < last:
                continue  # behind the title on its line
            return index
    return _signed(lines, first, last, floor)


_BILAG = frozenset({"bilagsoversigt", "bilagsliste", "bilagsfortegnelse"})
_FAR = 1000  # lines above it in which the title is looked for, so that the work stays linear
_SAME = 25  # characters in which a row agrees with a title


def _lists_bilag(lines: Sequence[Line], index: int) -> bool:
    """Whether a line heads the bilag of all points: the title of one of them stands below it once more."""
    if lines[index].text.lower().rstrip(":") not in _BILAG:
        return False
    row = lines[index + 1].text
    return row[0].isdigit() and any(line.text.startswith(row[:_SAME]) for line in lines[max(index - _FAR, 0) : index])


def _signed(lines: Sequence[Line], first: int, last: int, floor: int) -> int:
    """Where names alone close the minutes, below a finished sentence."""
    index = last
    while (
        index - 1 > max(first, floor)
        and last - index < _MAX_SIGNATURES
        and lines[index - 1].length <= 40
        and _SIGNATURE.match(lines[index - 1].text)
    ):
        index -= 1
    while index < last and not (lines[index].gap > 0 or lines[index - 1].text.endswith((".", "!", "?"))):
        index += 1
    return index


def is_tasks(text: str) -> bool:
    """Whether a line heads a closing to-do list: ``To do:``, ``Oversigt over opgaver``."""
    return len(text) <= 60 and _TASKS.match(text) is not None


def ends_tasks(text: str) -> bool:
    """Whether a line below a to-do list belongs to it no longer: the next meeting, a signature."""
    return ends_items(text) or _CLOSING.match(text) is not None
