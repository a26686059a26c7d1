"""Items by the series of titles that a document shows, where what was found before is unlikely to be its row of titles."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line, column_widths
from decisionnlp.segmentation.numbering import clean_title, closed_title, is_usual, title_key
from decisionnlp.segmentation.points_above import may_stand_above
from decisionnlp.segmentation.series_scores import features, probability
from decisionnlp.segmentation.title_series import (
    LEAST,
    NUMBER,
    NUMBER_STARTS,
    Head,
    Series,
    heads_of,
    may_end_inside,
    series_of,
)
from decisionnlp.segmentation.titles import Found, read_title, with_meta

_SURE = 0.5  # probability from which a series is taken
_ONLY = 0.25  # the same where nothing else was found
_LEAD = 0.3  # by which it must be likelier than the items found before
_COUNTED_LEAD = 0.5  # the same where those count on from one
_COUNTED = 0.7  # share of steps by one
_LISTED = 0.5  # share of titles right above another one
_HEADED = 0.6  # share of titles right above a heading, where headings alone told the items
_COUNTS_ON = 4  # short lines that count on by one
_INLINE = 0.4  # probability from which lines are cut behind their titles
_INLINE_USUAL = 0.3  # the same where some of them are titles that many minutes have
_USUAL = 3
_LISTED_BELOW = ("bullet", "dash")
_LABELS = {"letter": "capital letter", "dashed": "dash", "none": "", "untitled": "", "marked": "", "decided": "", "capitals": "",
           "over": "", "colon": "", "alone": "", "blocks": "", "bare": "number"}  # fmt: skip

Judged = tuple[Series, Mapping[str, float]]


def better_titles(
    opened: list[Found], lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], first: int, last: int
) -> list[Found]:  # fmt: skip
    """``opened``, or the items of a series of lines that is far likelier to be the document's titles."""
    # Known by their headings, where extraction lost the titles or printed them in a form of their own.
    untitled = 2 * sum(found.style == "untitled" for found in opened) > len(opened)
    known = judged_items(opened, lines, headings, first, last) if opened else {}
    old = probability("alone", known) if opened else 0.0
    old += _COUNTED_LEAD if known.get("from one") and known["counts"] > _COUNTED else _LEAD
    if old >= 1.0:
        return opened
    best, most = None, max(old, _SURE) if opened else _ONLY
    for series, found in judged(lines, widths, headings, first, last):
        if found["next to each other"] > _LISTED or _adds_front(series, opened):
            continue  # a contents list, or the participants' list above the items
        bare = series.heads[0].label == "" and found["zone below"] < _HEADED
        if untitled and (bare or found["zone above"] > 1 - _HEADED):
            continue
        likely = probability("alone", found)
        if likely > most:
            best, most = series, likely
    if best is None:
        return opened
    # "Meddelelser:" above "85. Budget" has no number of the row, and is a point like them.
    above = [found for found in opened if best.heads[0].value and _stands_above(found, best.heads[0].line)]
    return [*above, *(_found(head, lines, widths, headings, first, last) for head in best.heads)]


def _stands_above(found: Found, line: int) -> bool:
    return found.title_first < line and found.number is None and found.style == "none" and may_stand_above(found.title)


def _adds_front(series: Series, opened: Sequence[Found]) -> bool:
    """Whether a series is the items found and perhaps, above them, lines that are no usual titles: front matter of the same form."""
    known = {found.title_first for found in opened}
    added = [head for head in series.heads if head.line not in known]
    return (
        bool(known)
        and len(added) + len(known) == len(series.heads)
        and all(head.line < min(known) and not is_usual(head.title) for head in added)
    )


def judged(
    lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], first: int, last: int
) -> Iterator[Judged]:
    """Every series whose titles stand alone on their lines, with its features."""
    heads = heads_of(lines, widths, first, last, inline=False)
    known = _listed(heads)
    for series in series_of(heads, inline=False):
        yield series, features(series, lines, headings, first, last, known)


def judged_inline(lines: Sequence[Line]) -> Iterator[Judged]:
    """Every series whose titles have their text behind them, with its features."""
    widths = column_widths(lines)
    found = series_of(heads_of(lines, widths, 0, len(lines), inline=True), inline=True)
    keys = {head.key for series in found for head in series.heads}
    known = _listed(heads_of(lines, widths, 0, len(lines), inline=False, keys=keys)) if found else {}
    for series in found:
        yield series, features(series, lines, {}, 0, len(lines), known)


def judged_items(
    opened: Sequence[Found], lines: Sequence[Line], headings: Mapping[int, Heading], first: int, last: int
) -> Mapping[str, float]:
    """The features of items that were found otherwise."""
    heads = tuple(head_of(found, lines) for found in opened)
    widths = (0,) * len(lines)
    keys = {head.key for head in heads}
    known = _listed(
        [
            head
            for index in range(first, heads[0].line)
            for head in heads_of(lines, widths, index, index + 1, inline=False, keys=keys)
        ]
    )
    return features(Series("items", heads), lines, headings, first, last, known)


def series_ends(lines: Sequence[Line], cut: Collection[int]) -> list[tuple[Line, int]]:
    """Where titles end that have their text on the same line, if one series of such lines is likely to be the titles; lines
    in ``cut`` (by index) are cut already."""
    if _count_on(lines):
        return []
    best, most = None, 0.0
    for series, found in judged_inline(lines):
        if series.heads[0].label == "" and sum(head.line in cut for head in series.heads) >= LEAST:
            continue  # titles of this form were cut where they are sure to be titles
        if series.heads[0].label in _LISTED_BELOW and _below_titles(series, lines):
            continue
        likely = probability("inline", found)
        usual = sum(is_usual(head.title) for head in series.heads) >= _USUAL
        if likely > max(most, _INLINE_USUAL if usual else _INLINE):
            best, most = series, likely
    if best is None:
        return []
    return [(lines[head.line], head.rest) for head in best.heads if head.line not in cut]


def _below_titles(series: Series, lines: Sequence[Line]) -> bool:
    """Whether the heads are points in a list under titles that bear the same mark: »• Økonomi«, »• Status: Bo …«, »• Restancer: …«."""
    inline = {head.line for head in series.heads}
    mark = lines[series.heads[0].line].text[0]
    titles = 0
    below = 0
    for index, line in enumerate(lines):
        if index in inline:
            below += _in_list(lines, index, mark)
        elif (
            line.gap and line.text.startswith(mark) and not may_end_inside(line.text, 1) and not line.text.endswith(".")
        ):
            titles += index + 1 < len(lines) and lines[index + 1].text.startswith(mark) and not lines[index + 1].gap
    return titles >= LEAST and 2 * below > len(inline)


def _in_list(lines: Sequence[Line], index: int, mark: str) -> bool:
    """Whether the paragraph's lines above, back to its beginning, hold another point of the list."""
    while index > 0 and not lines[index].gap:
        index -= 1
        if lines[index].text.startswith(mark):
            return True
    return False


def _count_on(lines: Sequence[Line]) -> bool:
    """Whether short lines without text behind a title count on: no series of another form comes before them."""
    length: dict[int, int] = {}
    for line in lines:
        if line.text[0] in NUMBER_STARTS and (line.gap or line.cut):
            match = NUMBER.match(line.text)
            if match is not None and not may_end_inside(line.text, match.end()):
                value = int(match["value"])
                length[value] = length.get(value - 1, 0) + 1
                if length[value] == _COUNTS_ON:
                    return True
    return False


def _listed(heads: Sequence[Head]) -> dict[str, int]:
    known: dict[str, int] = {}
    for head in heads:
        if not head.inline and len(head.key) >= 4:
            known.setdefault(head.key, head.line)
    return known


def head_of(found: Found, lines: Sequence[Line]) -> Head:
    """An item as a head, so that items found otherwise are judged like a series."""
    line = lines[found.title_first]
    digits = found.number or ""
    last = lines[max(found.title_last - 1, found.title_first)]
    return Head(
        last.index, _LABELS.get(found.style, "number"), float(digits) if digits.isdecimal() else 0.0, 0, line.length, line.length,
        "closed" if last.text.endswith(":") else "end", found.title, title_key(found.title), 1 if line.cut else line.gap,
    )  # fmt: skip


def _found(
    head: Head, lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], first: int, last: int
) -> Found:
    title, title_last = read_title(lines, widths, headings, head.line, last, None)
    title = title.removeprefix(lines[head.line].text[: head.begin].rstrip()).lstrip()
    number = lines[head.line].text[: head.begin].strip(" .:)-–") if head.value else ""
    return Found(
        number or None,
        clean_title(title),
        closed_title(title),
        with_meta(lines, head.line, first),
        head.line,
        title_last,
        last,
        "series",
    )
