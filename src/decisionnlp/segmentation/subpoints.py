"""Sub-points that are items of their own: ``5.1 Messe`` under ``5. Igangværende sager``, each with text below its title line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.line_joins import goes_on, runs_on
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import clean_title, closed_title, looks_like_sentence, read_number
from decisionnlp.segmentation.titles import Found, read_title

# "5.1 Messe", "3.1) Krydset", "Ad. pkt. 2.3.: Forsikring"
_NUMBER = re.compile(
    r"(?:Ad\.? ?(?:(?:pkt\.?|punkt) ?)?)?(?P<parent>\d{1,3})\.(?P<own>\d{1,2})[.)]?:?(?:[ \t]+(?P<title>[A-ZÆØÅ\"»”].*))?$"
)
_AD = re.compile(r"Ad\.? ?(?:(?:pkt\.?|punkt) ?)?(?=\d)")
_LONGEST = 110  # of a title line, in characters
_LEAST = 2  # sub-points with text of their own, for the minutes to be written so
_ZONED = frozenset({ZoneKind.PROPOSAL, ZoneKind.CASE, ZoneKind.OUTCOME, ZoneKind.HISTORY})


def add_subpoints(
    items: Sequence[Found], lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading]
) -> list[Found]:
    """``items`` with their numbered sub-points as items after them; unchanged where the minutes do not print them so.

    A row of sub-points counts up from 1, each with a title line and text below; a line ``3.2 Tennisklubben: bevilges`` is none.
    """
    rows = {
        place: row
        for place, item in enumerate(items)
        if (
            row := _row(item, lines, widths, headings)
            or _lettered(item, lines, widths, headings)
            or _counted(item, lines, widths, headings)
        )
    }
    if sum(map(len, rows.values())) < _LEAST:
        return list(items)
    found: list[Found] = []
    for place, item in enumerate(items):
        row = rows.get(place, [])
        found.append(replace(item, last=row[0]) if row else item)
        for index, end in zip(row, [*row[1:], item.last], strict=True) if row else ():
            printed, title_last = read_title(lines, widths, headings, index, end, None)
            own, _, title = _AD.sub("", printed).partition(" ")
            own, title = own.rstrip(".):"), title.lstrip(" :.)")
            if not title or lines[index].text == own:  # "7.4" alone, its text right below
                title, title_last = "", index + 1
            found.append(Found(own, clean_title(title), closed_title(title), index, index, title_last, end, "sub"))
    return found


def _row(item: Found, lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading]) -> list[int]:
    """The lines of the item's sub-points, or none where one of them is a point of a text rather than a title."""
    row: list[int] = []
    if item.number is None or not item.number.isdigit():
        return row
    for index in range(item.title_last, item.last):
        heading = headings.get(index)
        if not row and heading is not None and heading.kind in _ZONED:
            return []  # "3.1 Økonomi" divides a case
        line = lines[index]
        match = _NUMBER.match(line.text) if line.text[0].isdigit() or line.text[:2] == "Ad" else None
        if match is None or match["parent"] != item.number:
            continue
        if int(match["own"]) != len(row) + 1 or index in headings or not _titled(match["title"] or "", line):
            return []
        if index > item.title_last and line.gap == 0 and goes_on(lines[index - 1], line, widths[index]):
            return []
        row.append(index)
    told = sum(index + 1 < end for index, end in zip(row, [*row[1:], item.last], strict=True)) if row else 0
    return row if 2 * told > len(row) else []


_LETTER = re.compile(
    r"(?:(?P<own>[a-zæøåA-ZÆØÅ]) ?[.):]\s*(?P<title>[A-ZÆØÅ\"»”].{1,100})|(?P<bare>[A-H]) (?P<headed>[A-ZÆØÅ][^:]{3,60}:)|(?P<small>[a-h])\s+(?P<apart>[A-ZÆØÅ\"»”].{3,60}))$"
)

_PAGE = re.compile(r"Side \d{1,3}")  # of the contents, behind the item's title
_BEHIND = frozenset(" .):\t")  # what may stand behind the letter
_SLIP = 4  # letters by which one set by hand may be wrong


def _lettered(item: Found, lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading]) -> list[int]:
    """The lines of sub-points ``a) Kirkegårdsudvalget`` with what was said below: lists by letter have their text on the line, so
    each has at least two lines below it, or is set apart, or there are three or more of them and hardly one without text."""
    row: list[int] = []
    if item.number is None or not item.number.isdigit() or item.title_last >= item.last:
        return row
    top = item.title_last
    if top + 1 < item.last and _PAGE.fullmatch(lines[top].text):
        top += 1
    if _LETTER.match(lines[top].text) is None and not item.title.isupper():
        return row  # the item has text of its own: the letters are a list in it
    for index in range(item.title_last, item.last):
        if index in headings and headings[index].kind in _ZONED and not row:
            return []
        line = lines[index]
        match = _LETTER.match(line.text) if line.text[1:2] in _BEHIND else None
        if match is None:
            continue
        own = match["own"] or match["bare"] or match["small"]
        if abs(ord(own.lower()) - ord("a") - len(row)) > _SLIP:
            continue  # "v. Nanna Vorup"
        title = match["title"] or match["headed"] or match["apart"]
        if match["small"] and (line.gap == 0 or (index + 1 < item.last and lines[index + 1].gap == 0)):
            continue  # a letter alone says nothing but between empty lines
        if lines[item.title_first].text.endswith("."):
            title = title.removesuffix(".")  # as the titles above end
        slipped = ord(own.lower()) - ord("a") != len(row)  # letters are set by hand: "C", "D", and once more "C"
        alone = line.gap > 0 and index + 1 < item.last and lines[index + 1].gap > 0
        if (slipped and not (row and alone)) or index in headings or not _titled(title, line):
            return []
        if index + 1 < item.last and goes_on(line, lines[index + 1], widths[index + 1]):
            return []
        row.append(index)
    if len(row) < _LEAST:
        return []
    if _shouted(row, item, lines) or _motions(row, item, lines) or _over_lists(row, item, lines):
        return row
    inside = range(item.first, item.last)
    if 2 * sum(runs_on(lines, index) for index in row) > len(row) and not any(
        index in headings and headings[index].kind is ZoneKind.OUTCOME for index in inside
    ):
        return []
    if _LETTER.match(lines[top].text) is None:
        return []
    lengths = [end - index for index, end in zip(row, [*row[1:], item.last], strict=True)]
    apart = all(
        lines[index].gap > 0
        and (lines[index].text.endswith(":") or index + 1 >= len(lines) or lines[index + 1].gap > 0)
        for index in row[1:]
    )
    told = lengths[:-1] if apart and len(row) > _LEAST else lengths  # nothing may be said under the last one
    if min(told) >= (2 if apart else 3):
        return row
    texted = [length for index, length in zip(row, lengths, strict=True) if length > 1 and not _wrapped(lines, index)]
    return row if len(row) > _LEAST and 4 * len(texted) > 3 * len(row) else []


def _shouted(row: Sequence[int], item: Found, lines: Sequence[Line]) -> bool:
    """Whether the lettered titles are in capitals as the item's own, each with text below it: ``A: FORSLAG OM CYKELSKUR``."""
    ends = [*row[1:], item.last]
    return item.title.isupper() and all(
        lines[index].gap > 0 and lines[index].text.isupper() and end - index > 1
        for index, end in zip(row, ends, strict=True)
    )


def _motions(row: Sequence[int], item: Found, lines: Sequence[Line]) -> bool:
    """Whether the lettered titles are the proposals that the item is about, each set apart above its text: ``A: Forslag fra Ida om …``."""
    ends = [*row[1:], item.last]
    return "forslag" in item.title.lower() and all(
        lines[index].gap > 0 and end - index > 1 and "orslag" in lines[index].text
        for index, end in zip(row, ends, strict=True)
    )


_ROMAN = re.compile(r"i[.)] \S")


def _over_lists(row: Sequence[int], item: Found, lines: Sequence[Line]) -> bool:
    """Whether a list that counts in Roman numbers stands right below each lettered title."""
    return all(
        index + 1 < item.last and not lines[index].text.endswith(".") and _ROMAN.match(lines[index + 1].text)
        for index in row
    )


def _wrapped(lines: Sequence[Line], index: int) -> bool:
    """Whether the line below may be the rest of a long entry: it has no capital, or the entry seems to be unfinished."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return below[:1].islower() or lines[index].text.endswith((" og", " i", " af", "-", " for", " til", " med"))


def _counted(item: Found, lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading]) -> list[int]:
    """The lines of sub-points ``1. Kasserer`` right under an item's title, set in further than it or numbered in another way, each
    but one at most with text below it; their numbers count up from 1, or extraction made each of them 1."""
    row: list[int] = []
    if item.number is None or item.title_last == item.title_first or item.title_last >= item.last:
        return row
    edge = lines[item.title_first].indent
    values: list[float] = []
    for index in range(item.title_last, item.last):
        line = lines[index]
        numbered = read_number(line) if line.text[0].isdigit() else None
        own = (
            numbered is not None
            and numbered.style == "dot"
            and (line.indent > edge or item.style not in ("dot", "bare"))
        )
        if not row and not own:
            return row
        if index in headings and headings[index].kind in _ZONED:
            return []
        if not own or numbered is None or numbered.value not in (1.0, len(row) + 1.0):
            continue
        if not _titled(numbered.title, line) or goes_on(lines[index - 1], line, widths[index]):
            return []
        row.append(index)
        values.append(numbered.value)
    if len(row) < _LEAST:
        return []
    told = sum(index + 1 < end for index, end in zip(row, [*row[1:], item.last], strict=True))
    return row if told >= len(row) - 1 and len(set(values)) in (1, len(row)) else []


def _titled(title: str, line: Line) -> bool:
    return (
        line.length <= _LONGEST
        and not title.endswith((".", ",", ";"))
        and not looks_like_sentence(title)
        and ": " not in title
    )
