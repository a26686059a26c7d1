"""Page furniture of a PDF: running headers and footers, page numbers, margin stamps, rotated margins.

A running line stands at the same height with the same words on a page nearby, and between it and the page's edge there
is nothing but other running lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from decisionnlp import lexicons
from decisionnlp.reading.pdf.layout import Fragment, PageLayout

_TOP_SHARE, _BOTTOM_SHARE = 0.25, 0.22  # of the page's height: where running lines may stand
_EDGE_SHARE = 0.12  # where a lone page number may stand
_HEIGHT_TOLERANCE = 3.0
_NEARBY = 2  # pages: odd and even pages may have headers of their own

_PAGE_NUMBER = re.compile(
    r"(?:side|s\.|page)\s*\d{1,5}(?:\s*(?:af|/|of|ud af)\s*\d{1,5})?|[-–]\s*\d{1,5}\s*[-–]|\d{1,5}\s*(?:/|af)\s*\d{1,5}",
    re.IGNORECASE,
)
_SIDE_OF = re.compile(r"\bside\s+\d{1,5}(?:\s+af\s+\d{1,5})?\b", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"\d{1,5}")
# `Punkt 3, Bilag 2: Titel` stamped on every page of an attachment.
_STAMP = re.compile(r"punkt(?:\s+nr\.)?\s+\d{1,4}[a-z]?\s*,\s*bilag\s+\d{1,3}\b.*", re.IGNORECASE | re.DOTALL)
# The whole line is a zone's heading: it may open two pages running at the same height and is text all the same.
_ZONE_HEADING = re.compile(rf"(?:{lexicons.alternatives('line_words', 'text_lines')})\b[^\w]{{0,3}}", re.IGNORECASE)


def running_lines(pages: Sequence[PageLayout]) -> list[tuple[set[float], set[float]]]:
    """For each page the orders of the fragments that are furniture: at the top (and sides), and at the bottom."""
    rows = [_rows(page) for page in pages]
    found: list[tuple[set[float], set[float]]] = []
    for index, page in enumerate(pages):
        neighbours = [
            (pages[other], rows[other])
            for other in range(max(0, index - _NEARBY), min(len(pages), index + _NEARBY + 1))
            if other != index
        ]
        top: set[float] = set()
        bottom: set[float] = set()
        for fragment in page.fragments:
            if fragment.angle and _in_margin(fragment, page):
                top.add(fragment.order)
        _walk(page, rows[index], neighbours, top, from_top=True)
        _walk(page, rows[index][::-1], neighbours, bottom, from_top=False)
        found.append((top, bottom - top))
    return found


Row = list[Fragment]


def _rows(page: PageLayout) -> list[Row]:
    """Upright fragments by visual line, top to bottom."""
    rows: list[Row] = []
    for fragment in sorted((f for f in page.fragments if not f.angle), key=lambda f: (-f.y, f.x0)):
        if rows and abs(rows[-1][0].y - fragment.y) <= 2.0:
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return rows


def _in_margin(fragment: Fragment, page: PageLayout) -> bool:
    """Sideways text in the outer eighth of the page (``y`` of such a fragment is its x)."""
    if fragment.angle == 180:
        return True
    return fragment.y < 0.13 * page.width or fragment.y > 0.87 * page.width or bool(_STAMP.match(fragment.text))


def _walk(
    page: PageLayout,
    rows: Sequence[Row],
    neighbours: Sequence[tuple[PageLayout, list[Row]]],
    found: set[float],
    *,
    from_top: bool,
) -> None:
    """From the page's edge inwards, as long as whole rows are furniture."""
    for row in rows:
        distance = page.height - row[0].y if from_top else row[0].y
        if distance > (_TOP_SHARE if from_top else _BOTTOM_SHARE) * page.height:
            return
        edge = distance <= _EDGE_SHARE * page.height
        kept = False
        for fragment in row:
            if (
                _is_page_number(fragment, page, edge)
                or _STAMP.fullmatch(fragment.text)
                or _repeats(fragment, distance, neighbours, from_top)
            ):
                found.add(fragment.order)
            else:
                kept = True
        if kept:
            return


def _is_page_number(fragment: Fragment, page: PageLayout, edge: bool) -> bool:
    text = fragment.text.strip()
    if not edge:
        return bool(_SIDE_OF.fullmatch(text))
    if _PAGE_NUMBER.fullmatch(text):
        return True
    return bool(_BARE_NUMBER.fullmatch(text)) and abs(int(text) - page.number) <= 3


def _normal(text: str) -> str:
    """The text with its page number blanked: `Referat 3. maj · Side 2 af 4` equals that of page 3."""
    return _SIDE_OF.sub("side #", text).casefold()


def _repeats(
    fragment: Fragment, distance: float, neighbours: Sequence[tuple[PageLayout, list[Row]]], from_top: bool
) -> bool:
    text = fragment.text.strip()
    if _ZONE_HEADING.fullmatch(text):
        return False
    wanted = _normal(text)
    for page, rows in neighbours:
        for row in rows if from_top else reversed(rows):
            away = page.height - row[0].y if from_top else row[0].y
            if away > distance + _HEIGHT_TOLERANCE:
                break
            if abs(away - distance) <= _HEIGHT_TOLERANCE and any(
                _normal(other.text.strip()) == wanted for other in row
            ):
                return True
    return False
