"""Lines that come back page by page: running headers and footers with their page numbers, and the stamps of a margin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from decisionnlp import lexicons
from decisionnlp.segmentation.addresses import DATE_LINE
from decisionnlp.segmentation.lines import Line

STAMP = re.compile("|".join(lexicons.load("page_furniture")["stamp"]), re.IGNORECASE)
# A stamp's line that stops in the middle of a title.
_CUT_OFF = re.compile(r"(?:[-–,]|\b(?:og|i|på|af|til|for|med|fra|om|ved|den|\d{1,2}\.))$")
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\d{1,3}$")


def stamps(lines: Sequence[Line], pages: set[int], taken: set[int]) -> None:
    """Stamps such as ``Punkt 3, Bilag 2: Notat``, with the lines below that go on with their title."""
    for line in lines:
        if line.text[0] not in "Pp" or not STAMP.match(line.text):
            continue
        taken.add(line.index)
        index = line.index + 1
        while index < len(lines) and index - line.index <= 6 and lines[index].gap == 0 and index not in pages:
            above, text = lines[index - 1].text, lines[index].text
            if (
                lines[index].length > 60
                or text.startswith("Punkt ")
                or re.search(r"\.(?:docx?|pdf|xlsx?|pptx?)$", above)
            ):
                break
            last = index + 1 >= len(lines) or lines[index + 1].gap > 0 or index + 1 in pages
            if not (text[0].islower() or _CUT_OFF.search(above) or last):
                break
            taken.add(index)
            index += 1
        # A lone date between the stamp and the page number is part of the footer.
        if index + 1 < len(lines) and DATE_LINE.match(lines[index].text) and index + 1 in taken:
            taken.add(index)


def running(lines: Sequence[Line], pages: set[int], taken: set[int]) -> None:
    """Lines that recur at page edges or beside page numbers (digits aside): running headers and footers."""
    edges: set[int] = set()
    for index in pages:
        edges.update(range(max(index - 3, 0), min(index + 3, len(lines))))
    numbers = [
        index for index in taken if lines[index].length < 30 and any(char.isdigit() for char in lines[index].text)
    ]
    for index in numbers:
        edges.update(range(max(index - 2, 0), min(index + 3, len(lines))))
    edges -= taken
    edges.update(_numbered_footers(lines, taken))
    shapes: dict[str, list[int]] = {}
    for index in edges:
        line = lines[index]
        if (line.length <= 110 and not line.text.endswith((".", "!", "?"))) or line.length <= 4:
            shapes.setdefault(_DIGITS.sub("#", line.text.lower()), []).append(index)
    shapes = {shape: places for shape, places in shapes.items() if len(places) >= 2}
    if not shapes:
        return
    counts = Counter(_DIGITS.sub("#", line.text.lower()) for line in lines if line.length <= 110)
    for shape, places in shapes.items():
        everywhere = counts[shape]
        needed = 3 if len(pages) >= 4 or len(numbers) >= 4 else 2
        if shape == "#":
            if len(places) >= 2 and len(places) >= everywhere * 0.8:
                taken.update(index for index in places if _PAGE_NUMBER.match(lines[index].text))
        elif len(places) >= needed and len(places) >= everywhere * 0.7 and not is_content(shape):
            taken.update(places)


def _numbered_footers(lines: Sequence[Line], taken: set[int]) -> set[int]:
    """A line printed several times, each time beside a bare number that grows: a footer and its page number."""
    groups: dict[str, list[tuple[int, int, int]]] = {}
    for line in lines[:-1]:
        below = lines[line.index + 1]
        if below.length > 3:
            continue
        if line.length <= 110 and below.gap <= 1 and _PAGE_NUMBER.match(below.text):
            shape = _DIGITS.sub("#", line.text.lower())
            if not is_content(shape):
                groups.setdefault(shape, []).append((line.index, below.index, int(below.text)))
    found: set[int] = set()
    for places in groups.values():
        numbers = [number for _, _, number in places]
        if len(places) >= 2 and numbers == sorted(set(numbers)) and numbers[-1] - numbers[0] <= 3 * len(numbers):
            found.update(index for index, _, _ in places)
            taken.update(index for pair in places for index in pair[:2])
    return found - taken


_CONTENT = re.compile(rf"(?:{lexicons.alternatives('line_words', 'recurring')}|-$|\.$|#[.)])")


def is_content(shape: str) -> bool:
    """Whether a line that recurs says something each time (``Beslutning``, ``Godkendt``) and heads no page."""
    return _CONTENT.match(shape) is not None
