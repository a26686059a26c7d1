"""Points without a number above the first numbered one: ``Meddelelser: Formanden fortalte om høringen.``"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from decisionnlp import lexicons
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import is_unnumbered_title, read_number
from decisionnlp.segmentation.outcome_words import short_answer

_TITLES = lexicons.load("item_titles")["above"]
_WORDS = "|".join(sorted((re.escape(title) for title in _TITLES), key=len, reverse=True))
# At the beginning of a line, or behind a finished sentence or the names of those present.
_POINT = re.compile(rf"(?:^|(?<=[\w.:)] ))(?i:{_WORDS}) ?:(?= ?[A-ZÆØÅ\d]| ?$)")
# (It begins with the digit, which is found fast.)
_NUMBERED = re.compile(r"\d(?:(?<=^.)|(?<=\s.))\d{0,2}[.)] ?(?=[A-ZÆØÅ\"”»])")
_CAPITAL = re.compile(r"[A-ZÆØÅ]")
_FAR = 60  # lines in which the first numbered point is looked for


_APPROVAL = re.compile(
    r"Godkendelse (?:og [a-zæøå]+ )?(?:af|på) (?:[a-zæøå]+ )?(?:referat|dagsorden|protokol)\w*(?: [^\W_][^:]{0,120})?:?$"
)
_APPROVED = re.compile(r"(?:\S+ ){0,8}?(?:godkend(?:t|es|te)|Godkend(?:t|es)|underskrevet)\b")


def points_above(lines: Sequence[Line]) -> Iterator[tuple[Line, list[int]]]:
    """Each line above the first numbered point that holds such titles, with the places before and behind them."""
    for line in lines[:_FAR]:
        numbered = _NUMBERED.search(line.text)
        end = numbered.start() if numbered is not None else line.length
        if ":" in line.text:
            found = [match for match in _POINT.finditer(line.text, 0, end) if _CAPITAL.match(line.text, match.start())]
            if found:
                yield line, [place for match in found for place in match.span()]
        if numbered is not None:
            return


def may_stand_above(title: str) -> bool:
    """Whether a title is one that minutes print without a number above the first numbered point."""
    return is_unnumbered_title(title) or title.lower() in _TITLES


def titles_above(lines: Sequence[Line], first: int, opened: int) -> list[int]:
    """``Meddelelser:``, and ``Godkendelse af dagsorden`` with its outcome below, printed above the first item at the line ``opened``."""
    chosen: list[int] = []
    for index in range(first + 1, opened):
        line = lines[index]
        below = lines[index + 1] if index + 1 < opened else None
        if _is_labelled(line) or (below is not None and (_is_told(line, below) or _approval(line, below))):
            chosen.append(index)
    return chosen


def _is_told(line: Line, below: Line) -> bool:
    """Whether a line is a usual title with text below it that tells what was said."""
    return (
        is_unnumbered_title(line.text)
        and not (line.text[0] in "-–•·▪" and below.text[0] == line.text[0])
        and read_number(below) is None
        and not (is_unnumbered_title(below.text) or _is_labelled(below))
        and (below.text.endswith((".", "!")) or below.length > 90 or short_answer(below.text))
    )


def _approval(line: Line, below: Line) -> bool:
    """Whether a point about former minutes or the agenda stands alone above its answer: ``Godkendelse af referat fra mødet i maj``."""
    apart = line.gap > 0 and below.gap > 0 and not line.text.endswith(".")
    return apart and bool(_APPROVAL.match(line.text)) and bool(_APPROVED.match(below.text))


def _is_labelled(line: Line) -> bool:
    return line.text.endswith(":") and line.text[:-1].rstrip().lower() in _TITLES
