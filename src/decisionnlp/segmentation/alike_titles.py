"""Lines that print title and text alike, and what that tells of the others: all with a bullet, a dash or one mark between, with a title
that stands alone elsewhere, or below usual titles."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from decisionnlp.segmentation.cell_titles import capital_border
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import ends_items, is_usual, read_number
from decisionnlp.segmentation.outcome_words import short_answer
from decisionnlp.segmentation.title_borders import NUMBERED, TOLD, VERB_OR_STOP, after_number, first_mark

_BULLET = re.compile(r"(?P<bullet>[•·▪◦*\uf0b7]) +(?=[A-ZÆØÅ])")
_BULLETED = 4  # bullets at one edge, most of them with titles such as stand in most minutes
_HEADED = re.compile(r"[^.:!?]{3,70}(?:\.|:)(?= +[A-ZÆØÅ\"”])")


def bulleted_titles(lines: Sequence[Line]) -> list[Line]:
    """Lines whose bullet stands for the number of a point: set apart, at one edge, at least half of them with a usual title."""
    found = [line for line in lines if (line.gap or line.cut) and _BULLET.match(line.text)]
    if len(found) < _BULLETED:
        return []
    edge = min(line.indent for line in found)
    found = [line for line in found if line.indent == edge]
    usual = sum(is_usual(line.text[2:].lstrip()) for line in found)
    return found if len(found) >= _BULLETED and 2 * usual >= len(found) else []


def bulleted(lines: Sequence[Line]) -> list[tuple[Line, int]]:
    """Where the titles of such points end, if their text stands on the same line."""
    found = []
    for line in bulleted_titles(lines):
        begin = _BULLET.match(line.text)
        head = _HEADED.match(line.text, begin.end()) if begin is not None else None
        if head is not None:
            found.append((line, head.end()))
    return found


_LISTED = 3  # lines that begin with a title listed under their number, for the minutes to be written so
_MARKED = re.compile(r"[.:]? ?[-–:] ?\S|[.:] +[A-ZÆØÅ]")


def listed_above(lines: Sequence[Line]) -> list[tuple[Line, int]]:
    """Lines that begin with the title which an agenda above lists under their number, and go on behind a mark
    (``Ad. 4. Meddelelser - Bodil har …``)."""
    listed: dict[str, str] = {}
    ends: list[tuple[Line, int]] = []
    for line in lines:
        numbered = read_number(line)
        if numbered is None or len(numbered.title) < 6:
            continue
        title = listed.get(numbered.number)
        if title is None:
            if line.length <= 110:
                listed[numbered.number] = numbered.title.rstrip(" .:")
        elif numbered.title.startswith(title) and _MARKED.match(numbered.title, len(title)):
            ends.append((line, numbered.offset + len(title)))
    return ends if len(ends) >= _LISTED else []


# "3. Lamper – de gamle er skiftet"
_DASHED = re.compile(r"\d{1,2}[.)] ?(?=\w)(?:[^.:;!?–]|\.(?! [A-ZÆØÅ])){2,60}? (?=[–-] (?P<rest>\S))")


def dashed(lines: Sequence[Line]) -> list[tuple[Line, int]]:
    """Minutes in which nearly every numbered line prints its title, a dash, and what was said; a dash before the kind of the point
    or its minutes tells nothing."""
    ends = [
        (line, match)
        for line in lines
        if line.text[0].isdigit() and line.length < 1200 and (match := _DASHED.match(line.text)) is not None
    ]
    if len(ends) < 3:
        return []
    numbered = sum(1 for line in lines if line.text[0].isdigit() and NUMBERED.match(line.text))
    told = sum(1 for line, match in ends if TOLD.search(line.text[match.start("rest") :]) is not None)
    usual = any(is_usual(line.text[after_number(line.text) : match.end()].strip()) for line, match in ends)
    if len(ends) * 4 < numbered * 3 or told * 2 < len(ends) or told < 3 or not usual:
        return []
    return [(line, match.end()) for line, match in ends]


def capital_borders(numbered: Sequence[Line], known: Collection[int]) -> list[tuple[Line, int]]:
    """``3. Skraldesortering Tak for hjælpen!``: the border in the long lines that are left, where no mark stands in the title."""
    found = []
    for line in numbered:
        if line.index in known or line.length <= 60:
            continue
        begin = after_number(line.text)
        end = capital_border(line.text, begin)
        if end is not None and not VERB_OR_STOP.search(line.text, begin, end) and end - begin <= 60:
            found.append((line, end))
    return found


_ALIKE = 3  # lines at least that print title and text with one mark between them


def written_alike(numbered: Sequence[Line], known: Collection[int]) -> list[tuple[Line, int]]:
    """The other lines of minutes in which nearly every numbered line prints its title, a mark, and what was said."""
    if (
        sum(": " in line.text[:110] or ". " in line.text[4:110] or "? " in line.text[:110] for line in numbered)
        < _ALIKE
    ):
        return []  # a cheap look
    ends: list[tuple[Line, int]] = []
    closed = usual = told = short = 0
    for line in numbered:
        end = first_mark(line.text)
        usual += is_usual(line.text[after_number(line.text) :])
        if end is None:
            closed += line.index in known
            short += line.index not in known and line.length <= 60
            continue
        closed += 1
        if end < line.length:
            told += 1
            ends.append((line, end))
    if told < _ALIKE or usual < 2 or 4 * closed < 3 * (len(numbered) - short) or short > closed:
        return []
    return [(line, end) for line, end in ends if line.index not in known]


_HEAD = re.compile(r"(?P<title>[A-ZÆØÅ][^.:;!?]{2,55}):(?: +(?=\S)|$)")


def usual_heads(lines: Sequence[Line]) -> list[tuple[Line, int]]:
    """Unnumbered titles with a colon and their text on one line (``Valg af revisor: Nanna Vorup``), at least three usual ones; or
    the one with a short answer among titles that stand alone before their colon."""
    heads = [
        (line, match)
        for line in lines
        if (line.gap or line.cut) and (match := _HEAD.match(line.text)) is not None and not ends_items(line.text)
    ]
    usual = [line.index for line, match in heads if is_usual(match["title"])]
    known = frozenset(usual)
    if len(usual) < _ALIKE:
        alone = sum(line.gap > 0 and line.length <= 60 and line.text.endswith(":") for line in lines)
        return [
            (line, match.end())
            for line, match in heads
            if alone >= _ALIKE and line.index in known and short_answer(line.text[match.end() :])
        ]
    capitals = any(lines[index].text[:6].isupper() for index in usual)
    between = [
        (line, match.end())
        for line, match in heads
        if usual[0] <= line.index <= usual[-1]
        and (line.index in known or (match["title"].count(" ") < 5 and (capitals or not match["title"].isupper())))
    ]
    if len(between) > 2 * len(usual):
        between = [(line, end) for line, end in between if line.index in known]
    return [(line, end) for line, end in between if end < line.length]


_BEHIND = re.compile(r"[.:]? [A-ZÆØÅ\"”]")  # a title that ends here


def printed_above(numbered: Sequence[Line], known: Collection[int]) -> list[tuple[Line, int]]:
    """Lines that begin with a number and title which stand alone on another line: the text begins behind that title."""
    alone: dict[str, list[str]] = {}  # titles by what their lines begin with, number and all
    for line in numbered:
        if 12 <= line.length <= 110:
            alone.setdefault(line.text[:12], []).append(line.text.rstrip(" .:"))
    found = []
    for line in numbered:
        if line.length < 24 or line.index in known:
            continue
        titles = alone.get(line.text[:12], ())
        if len(titles) < 2 and line.length <= 110:
            continue  # itself alone
        ends = [
            len(title)
            for title in titles
            if line.length > len(title) + 6 and line.text.startswith(title) and _BEHIND.match(line.text, len(title))
        ]
        if ends:
            end = max(ends)
            found.append((line, end + (line.text[end] in ".:")))
    return found
