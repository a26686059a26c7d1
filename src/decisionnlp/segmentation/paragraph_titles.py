"""Points told in one paragraph, each title before a colon: ``Valg af dirigent: Nanna Vorup. Kontingent: Uændret. Eventuelt: Intet.``"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import is_usual

_TITLE = re.compile(r"(?:^|(?<=[.!?] ))(?P<title>[A-ZÆØÅ][^.:;!?]{2,60}?) ?:(?= \S)")
_NUMBER = re.compile(r"(?:^|\s)\d{1,3}\. [A-ZÆØÅ]")  # "2. Nyt fra formanden Referat: …" is found by its number
_POINT = re.compile(r"(?P<number>\d{1,3})[.)] ")
_COUNTED = 2
_LONG = 150  # characters of such a paragraph at least
_USUAL = 3  # titles in it that many minutes have


def paragraph_titles(lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """Where titles begin inside a line that holds several usual ones, from the first of those on."""
    if {"1", "2"} <= {match["number"] for line in lines if (match := _POINT.match(line.text))}:
        return  # points are numbered, and the titles those of a list in one of them
    for line in lines:
        if line.length < _LONG or line.text.count(": ") < _USUAL or len(_NUMBER.findall(line.text)) >= _COUNTED:
            continue
        found = list(_TITLE.finditer(line.text))
        usual = [match.start() for match in found if is_usual(match["title"])]
        if len(usual) < _USUAL or 3 * len(usual) < len(found):
            continue
        for match in found:
            if match.start() >= usual[0] and match.start():
                yield line, match.start()
