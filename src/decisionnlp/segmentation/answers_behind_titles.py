"""What a point says on its title's line without any mark between them: ``1. Valg af referent Pia``, ``2. Godkendelse af referat ok``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from decisionnlp import lexicons
from decisionnlp.extraction.vocabulary import is_given_name
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import is_usual, read_number, tells

_LONGEST = 120  # characters of such a line
_NAME = r"[A-ZÆØÅ][\w.'’-]+(?: [A-ZÆØÅ][\w.'’-]*){0,3}"
# "Valg af dirigent Nanna Vorup", "Valg af ordstyrer og referent Nanna og Egon"
_CHOSEN = re.compile(
    rf"(?:[Gg]en)?(?:[Vv]alg|[Uu]dpegning|[Uu]dpegelse) (?:af|til) (?P<post>[a-zæøå][a-zæøå/ ,-]{{3,50}}?)[.:]? (?P<names>{_NAME}(?:(?:,| og|, og) {_NAME}){{0,5}})\.?$"
)
_ANSWER = re.compile(
    rf"(?<=[a-zæøåé\d)?]) (?:{lexicons.alternatives('outcome_words', 'said_behind_titles')})\.?$", re.IGNORECASE
)


def answers_behind_titles(lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """Where it begins on numbered lines with nothing of their own below: the next number stands there, or an empty line."""
    for place, line in enumerate(lines):
        numbered = read_number(line) if line.length <= _LONGEST and line.text[0].isalnum() else None
        if numbered is None or not numbered.title[:1].isupper():
            continue
        below = lines[place + 1] if place + 1 < len(lines) else None
        if below is not None and not below.gap and read_number(below) is None:
            continue
        chosen = _CHOSEN.match(line.text, numbered.offset)
        if chosen is not None and is_given_name(chosen["names"].split()[0].rstrip(",")):
            yield line, chosen.start("names")
            continue
        answer = _ANSWER.search(line.text, numbered.offset + 4)
        if answer is not None and is_usual(numbered.title) and not tells(numbered.title):
            yield line, answer.start() + 1
