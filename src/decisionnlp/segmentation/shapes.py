"""Titles that only their shape tells: marked by the file, in capitals, with a colon or a dash, alone above a paragraph."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Mapping, Sequence

from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.alike_titles import bulleted_titles
from decisionnlp.segmentation.decided_titles import above_decisions, group_above
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.line_joins import goes_on
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import (
    clean_title,
    closed_title,
    is_unnumbered_title,
    is_usual,
    looks_like_sentence,
)
from decisionnlp.segmentation.presence import labels_names
from decisionnlp.segmentation.titles import CONTENTS, FRONT, Found, read_title

_MARKS = "-–•·▪◦*\uf0b7"  # of a title in a list


def items_by_shape(
    lines: Sequence[Line],
    widths: Sequence[int],
    headings: Mapping[int, Heading],
    marked: Collection[int],
    first: int,
    last: int,
) -> list[Found]:
    """Unnumbered items in minutes without headings: lines that the file marks as headings, or short lines that end with a
    colon or stand in capitals, where text follows and there are several."""
    kinds: dict[str, list[int]] = {
        "marked": [], "labelled": labelled_lines(lines, first, last), "decided": [], "colon": [], "capitals": [], "alone": [], "dashed": [], "blocks": [],
    }  # fmt: skip
    kinds["decided"] = above_decisions(lines, headings, first, last)
    for index in range(first, last - 1):
        line = lines[index]
        text = line.text
        if text[0] in _MARKS and index not in headings and _dashed(lines, index):
            kinds["dashed"].append(index)
        if (
            line.length > 110
            or not (text[0].isupper() or text[0] in '"»”')
            or (text.endswith((",", ";", ".")) and not text.lower().endswith("evt."))
        ):
            continue
        below = lines[index + 1]
        if (
            (index in headings and headings[index].kind is ZoneKind.ATTENDANCE)
            or labels_names(lines, index)
            or looks_like_sentence(text)
            or CONTENTS.match(text.rstrip(" :"))
        ):
            continue
        if index in marked:
            kinds["marked"].append(index)
        if (
            text.endswith(":")
            and (line.length <= 60 or (line.gap > 0 and not looks_like_sentence(text.rstrip(" :") + ".")))
            and (line.gap > 0 or line.cut or lines[index - 1].text.endswith((".", "!", "?")))
            and index > first
        ):
            kinds["colon"].append(index)
        if text.isupper() and line.length >= 5 and (line.gap > 0 or line.cut):
            kinds["capitals"].append(index)
        if (
            line.gap > 0
            and index > first  # what opens a page names it
            and below.gap > 0
            and line.length <= 60
            and text[-1] not in ":?!"
            and not FRONT.match(text)
            and _paragraph_end(lines, index + 1, last).endswith((".", "!"))
            and below.length > line.length
            and not _BLOCK_REFUSED.search(text)
        ):
            kinds["blocks"].append(index)
        if (
            line.gap > 0
            and below.gap == 0
            and line.length <= 70
            and below.text[0].isupper()
            and not text.endswith(":")
            and below.length > line.length
        ):
            kinds["alone"].append(index)
    kinds["dashed"] = _all_dashed(kinds["dashed"], lines, headings, first, last)
    kinds["bulleted"] = [line.index for line in bulleted_titles(lines[first:last]) if line.index + 1 < last]
    kinds["over"] = _over_bullets(lines, widths, headings, first, last)
    lettered = _lettered(lines, headings, first, last)
    if lettered:
        return [_by_letter(lines, widths, headings, index, last) for index in lettered]
    for name, needed in (
        ("marked", 2),
        ("labelled", LEAST_LABELLED),
        ("decided", 3),
        ("bulleted", 4),
        ("capitals", 3),
        ("over", 3),
        ("colon", 3),
        ("dashed", 3),
        ("alone", 4),
        ("blocks", 4),
    ):
        places = [index for index in kinds[name] if name != "marked" or index > first]
        if name == "colon" and sum(lines[index].length <= 60 for index in places) < needed:
            continue
        usual = any(is_usual(_bare(lines[index].text)) for index in places)
        if len(places) >= needed and (usual or name in ("marked", "labelled", "decided", "colon")):
            found = []
            for index in places:
                title, title_last = read_title(lines, widths, headings, index, last, None)
                title, whole = _bare(title), _bare(lines[index].text)
                if is_unnumbered_title(whole):
                    title, title_last = whole, index + 1
                opening = group_above(lines, index, first) if name == "decided" else index
                found.append(
                    Found(None, clean_title(title), closed_title(title), opening, index, title_last, last, name)
                )
            return found
    return []


# "Takster - Ansvarlig (Ida) - Proces (drøftelse)": a title, and behind a dash who treats it, or how.
LABELLED = re.compile(r"(?P<title>[^–•:(]{3,80}?) ?[–-] (?P<label>[A-ZÆØÅ][a-zæøå]{2,14}) ?[:(]")
LEAST_LABELLED = 3  # titles that one label follows


def labelled_lines(lines: Sequence[Line], first: int, last: int) -> list[int]:
    """Lines whose title one and the same label follows behind a dash, at least three times; none where nothing does."""
    found: dict[str, list[int]] = {}
    for line in lines[first:last]:
        if line.length <= 160 and line.text[0].isupper() and line.text[-1] not in ".!?,;":
            match = LABELLED.match(line.text)
            if match is not None:
                found.setdefault(match["label"], []).append(line.index)
    row = max(found.values(), key=len, default=[])
    return row if len(row) >= LEAST_LABELLED else []


def _paragraph_end(lines: Sequence[Line], index: int, last: int) -> str:
    """The last line of the paragraph that begins at ``index``."""
    while index + 1 < last and lines[index + 1].gap == 0:
        index += 1
    return lines[index].text


_LETTER = re.compile(r"(?P<letter>[a-zæøå])[.)]\s+(?=[A-ZÆØÅ\"»”])")
_LETTERS = 4  # points that count by letter


def _lettered(lines: Sequence[Line], headings: Mapping[int, Heading], first: int, last: int) -> list[int]:
    """Lines set apart that count from ``a.`` on, each but the last with text below it: points whose number is a letter."""
    row: list[int] = []
    for index in range(first, last):
        match = _LETTER.match(lines[index].text)
        if match is None:
            continue
        if (
            ord(match["letter"]) - ord("a") != len(row)
            or index in headings
            or not (lines[index].gap or lines[index].cut)
        ):
            return []
        if row and index == row[-1] + 1:
            return []
        row.append(index)
    return row if len(row) >= _LETTERS else []


def _by_letter(
    lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], index: int, last: int
) -> Found:
    title, title_last = read_title(lines, widths, headings, index, last, None)
    match = _LETTER.match(title)
    letter, title = (match["letter"], title[match.end() :]) if match is not None else (None, title)
    return Found(letter, clean_title(title), closed_title(title), index, index, title_last, last, "letter")


def _bare(text: str) -> str:
    """A line without the mark that opens it in a list."""
    return text.lstrip(_MARKS + " ")


def _over_bullets(
    lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], first: int, last: int
) -> list[int]:
    """Short unmarked lines above bullets, in minutes that print nearly all that was said as bullets; none in any others."""
    places: list[int] = []
    marked = plain = 0
    for index in range(first + 1, last - 1):
        line, above, below = lines[index], lines[index - 1], lines[index + 1]
        if line.text[0] in _MARKS:
            marked += bool(places)
        elif line.gap == 0 and above.text[0] in _MARKS and goes_on(above, line, widths[index]):
            continue
        elif (
            below.text[0] in _MARKS
            and line.length <= 80
            and (line.text[0].isupper() or line.text[0] in '"»”')
            and (not line.text.endswith((".", ",", ";", "!")) or line.text.lower().endswith("evt."))
            and (index not in headings or headings[index].kind is ZoneKind.CASE)  # "Økonomi" among other titles
            and (line.gap > 0 or line.cut or not places or above.text[0] in _MARKS or above.text.endswith("."))
            and not FRONT.match(line.text)
            and not CONTENTS.match(line.text.rstrip(" :"))
            and not looks_like_sentence(line.text)
        ):
            places.append(index)
        elif places:
            plain += 1
    return places if marked >= len(places) and plain * 5 <= marked else []


# Lines that stand alone above a paragraph and are no titles: the head of the document, a name, a date.
_BLOCK_REFUSED = re.compile(
    r"\d{4}\b|\b(?:kl|møde|referat|dagsorden)\b|møde$|^(?:med venlig hilsen|venlig hilsen|mvh)\b", re.IGNORECASE
)


_DASHES = 4  # lines set apart, each behind a dash, that make the titles of a document


def _all_dashed(
    known: list[int], lines: Sequence[Line], headings: Mapping[int, Heading], first: int, last: int
) -> list[int]:
    """Every line behind the dash of the ``known`` titles, where each of them is set apart and none stands above another one: no list
    is printed so. Else the known ones."""
    if len(known) < _DASHES:
        return known
    mark = lines[known[0]].text[0]
    places = [index for index in range(first, last) if lines[index].text[0] == mark]
    apart = all(
        lines[index].gap > 0
        and lines[index].length <= 110
        and index + 1 < last
        and lines[index + 1].gap > 0
        and index not in headings
        for index in places
    )
    between = any(other == index + 1 for index, other in itertools.pairwise(places))
    return places if apart and not between and 2 * len(known) > len(places) else known


def _dashed(lines: Sequence[Line], index: int) -> bool:
    """Whether a dash opens a title: a short line without an end, with text of its own below it."""
    line, below = lines[index], lines[index + 1]
    text = _bare(line.text)
    return (
        4 <= len(text) <= 60
        and text[0].isupper()
        and (not text.endswith((".", ",", ";")) or text.lower().endswith("evt."))
        and (below.text[0] not in _MARKS or (text.endswith(":") and below.text[0] != line.text[0]))
        and (
            below.length > 30
            or below.text.endswith((".", "!"))
            or ((text.endswith(":") or is_unnumbered_title(text)) and below.gap > 0)
        )
        and not looks_like_sentence(text)
    )
