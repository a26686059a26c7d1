"""The blocks of a sender's address that letters and minutes print beside or between their text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from decisionnlp import lexicons
from decisionnlp.segmentation.headings import read_heading
from decisionnlp.segmentation.lines import Line

# Each kind of mark a group.
_ADDRESS = re.compile(
    rf"(?:{'|'.join(f'({pattern})' for pattern in lexicons.load('page_furniture')['address'])})\s*$", re.IGNORECASE
)
# Words that let a short line above an address belong to it.
_SENDER = re.compile(rf"{lexicons.alternatives('line_words', 'senders')}|\d{{4}} ", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?:;,]$")
DATE_LINE = re.compile(r"\d{1,2}\. ?[a-zæøå]+(?: \d{4})?$|\d{1,2}[.-]\d{1,2}[.-]\d{2,4}$")
_ADDRESS_HINT = re.compile(r"[\d@]|www|(?:[Ee]-?(?:post|mail)|[Mm]ail|[Ss]agsb|[Tt]lf)")
_DIGIT_OR_AT = re.compile(r"[\d@]")
_ADDRESS_WORDS = ("www", "post", "ail", "agsb", "lf")


def addresses(lines: Sequence[Line], pages: set[int], taken: set[int]) -> None:
    """Clusters of short lines with at least two marks of a sender's address."""
    marks: dict[int, int] = {}
    for line in lines:
        if line.length <= 70 and line.text[0].isalnum() and _addressed(line.text):
            match = _ADDRESS.match(line.text)
            if match is not None:
                marks[line.index] = match.lastindex or 0
    places = sorted(marks)
    cluster: list[int] = []
    for place in [*places, len(lines) + 99]:
        if cluster and place - cluster[-1] > 4:
            if len({marks[index] for index in cluster}) >= 2:
                _take_address(lines, pages, cluster[0], cluster[-1], taken)
            cluster = []
        cluster.append(place)


def _addressed(text: str) -> bool:
    """Whether ``_ADDRESS_HINT`` is found."""
    if _DIGIT_OR_AT.search(text):
        return True
    return any(word in text for word in _ADDRESS_WORDS) and _ADDRESS_HINT.search(text) is not None


def _take_address(lines: Sequence[Line], pages: set[int], first: int, last: int, taken: set[int]) -> None:
    if any(lines[index].length > 62 and index not in taken for index in range(first, last + 1)):
        return
    # The names a "Sagsbehandler:" line announces, on the lines after it.
    while (
        last + 1 < len(lines)
        and lines[last].text.endswith((":", "/"))
        and last + 1 not in pages
        and lines[last + 1].length < 45
    ):
        last += 1
    # Upwards: the rest of the block, then blocks of short lines that name the sender.
    while first > 0 and first not in pages:
        above = lines[first - 1]
        if read_heading(above) is not None or (
            first >= 2 and lines[first - 1].gap == 0 and read_heading(lines[first - 2]) is not None
        ):
            break
        if (
            above.length > 40
            or (_SENTENCE.search(above.text) and not above.text.endswith(","))
            or above.text[0] in "-•\uf0b7"
        ):
            break
        if (
            above.text[0].isdigit()
            and not DATE_LINE.match(above.text)
            and not re.match(r"\d+ ?[A-Z]?$|\d{4} ", above.text)
        ):
            break
        if lines[first].gap > 0 and not (
            _SENDER.search(above.text) or DATE_LINE.match(above.text) or _ends_block(lines, first - 1)
        ):
            break
        if lines[first].gap > 2:
            break
        first -= 1
    taken.update(range(first, last + 1))


def _ends_block(lines: Sequence[Line], index: int) -> bool:
    """Whether the block that ends with line ``index`` is short lines of which one names a sender."""
    place = index
    while place >= 0 and index - place < 6 and lines[place].length <= 40:
        if _SENDER.search(lines[place].text):
            return True
        if lines[place].gap > 0:
            return False
        place -= 1
    return False
