"""Points without number or mark in one running paragraph: a capital word behind the title shows where the text begins.

``… inden revisionen. Kostumer Kælderen trænger til oprydning. … Sponsorer Vi har mistet bageren.``
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from decisionnlp import lexicons
from decisionnlp.extraction.vocabulary import is_given_name, is_surname, office_noun, verb_kind
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import is_unnumbered_title, is_usual
from decisionnlp.segmentation.outcome_words import CAPITAL_ANSWERS

_LONG = 500  # characters of such a paragraph at least
_SHARE = 0.7  # of the text on such lines
_ALONE = 60  # characters of a title that stands alone
_LEAST = 4  # titles in it
_USUAL = 2  # of them such as many minutes have
# A few words of which only the first has a capital, behind the end of a sentence, and a capital word behind them.
_TITLE = re.compile(
    r"(?:(?<=[.!?)] )|(?<=[.!?)] \d )|(?<=[.!?)] \d\d ))(?P<title>(?P<first>[A-ZÆØÅ][a-zæøå]{2,}(?:-[a-zæøå]+)?)(?P<rest>(?: (?:[a-zæøå]{2,}|\d{4}|§ \d{1,2})){0,4}\.?)(?: v/ ?[A-ZÆØÅ][\wæøå.-]+(?: [A-ZÆØÅ][\wæøå.-]+)?)?)"
    r" (?=(?P<next>[A-ZÆØÅ][\wæøå-]*) (?P<behind>[\wæøå-]+))"
)
# "… Afbud: Steffen Regnskab: Året ender": one that many minutes have needs no sentence's end before it.
_LABELLED = re.compile(r"(?<=[\w.!?)] )(?P<title>[A-ZÆØÅ][a-zæøå]{3,}(?: [a-zæøå]+){0,3}:) (?=[A-ZÆØÅ])")
_NUMBERED = re.compile(r"(?:^|\s)(?:\d{1,3}[.)]|(?:[Pp]kt\.?|[Pp]unkt|[Aa]d\.?|[Ss]ag) ?\d{1,3}[.:)]?) [A-ZÆØÅ]")
_COUNTED = 3
_OPENERS = re.compile(rf"(?:{lexicons.alternatives('title_lines', 'openers')})$")
_DEFINITE = ("en", "et", "ene", "erne")  # a common noun, which has a capital only where a sentence begins
_ANSWERS = re.compile(rf"(?:{CAPITAL_ANSWERS})\b")


def unmarked_titles(lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """Where titles begin and end inside the few long lines of minutes that print nothing else to tell their points by."""
    long = [line for line in lines if line.length >= _LONG]
    if not long or sum(line.length for line in long) < _SHARE * sum(line.length for line in lines):
        return
    if sum(len(_NUMBERED.findall(line.text)) for line in long) >= _COUNTED:
        return
    if any(line.length <= _ALONE and line.gap > 0 and is_unnumbered_title(line.text) for line in lines):
        return  # titles stand on lines of their own
    found = [(line, match) for line in long for match in _matches(line.text)]
    if len(found) < _LEAST or sum(is_usual(match["title"]) for _, match in found) < _USUAL:
        return
    for line, match in found:
        yield line, match.start()
        yield line, match.end()


def _matches(text: str) -> Iterator[re.Match[str]]:
    yield from (match for match in _LABELLED.finditer(text) if is_usual(match["title"]))
    at = 0
    while (match := _TITLE.search(text, at)) is not None:
        at = match.start() + 1
        if _is_title(match, text):
            yield match
            at = match.end()


def _is_title(match: re.Match[str], text: str) -> bool:
    first, title = match["first"], match["title"]
    following, behind = match["next"], match["behind"].lower()
    words = f"{first}{match['rest']}".lower().split()
    if title.endswith("."):
        return title == "Evt."
    if is_given_name(first) or is_surname(first) or any(verb_kind(word) for word in words[1:]):
        return False
    if is_usual(title) or following.lower().startswith(words[-1]):
        return True  # "Kulturhuset Kulturhuset har spurgt", "Årets pris Prisen gik til Bo"
    alone = len(words) == 1 and office_noun(first.lower()) is not None
    if alone and (is_given_name(following) or not _opens(following, behind)):
        return False  # "Kassereren Nanna", "Foreningen Vandhuset"
    if _ANSWERS.match(text, match.end()):
        return True
    return _opens(following, behind) or verb_kind(behind) is not None or following.endswith(_DEFINITE)


def _opens(following: str, behind: str) -> bool:
    """Whether a word that opens sentences and nothing else stands behind the title."""
    return _OPENERS.match(following) is not None and behind.islower()
