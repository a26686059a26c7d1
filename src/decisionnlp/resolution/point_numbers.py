"""Which points of a recommendation a clause names: ``At 1-3``, ``2. at-punkt``, ``de to første``, ``a og b``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from decisionnlp import lexicons

_LEXICON = lexicons.load("point_answers")
_ORDINALS = {word: number for number, words in _LEXICON["ordinals"].items() for word in words}
_WORDED = "|".join(_ORDINALS)
_CALLED = lexicons.alternatives("point_answers", "called")
_COUNTED = lexicons.alternatives("point_answers", "counted")
_TAKING = lexicons.alternatives("point_answers", "taking")
_VERDICT = lexicons.alternatives("point_answers", "verdict_begins")
_NUMBER = r"(?:\d{1,2}[a-z]?(?![\d/%]|\.\d))"
_LIST = (
    rf"{_NUMBER}\.?(?:\s?(?:-|–|,|og|samt|&|til(?: og med)?|, og)\s?(?:(?:at|pkt\.?|punkt)[ -]?)?{_NUMBER}\.?){{0,9}}"
)
# At 1 · Ad 2 · pkt. 1-3 · forslag 1–5 · punkt 1 og 2 · indstillingens punkt 2
_NAMED = re.compile(rf"\b(?:{_CALLED})\s(?:nr\.?\s?)?(?P<list>{_LIST})", re.IGNORECASE)
# indstillingens 2. at-punkt · 1. og 2. at · første punkt · 2. pind
_ORDINAL = re.compile(
    rf"\b(?P<list>\d{{1,2}}\.(?:\s?(?:-|–|,|og|samt)\s?\d{{1,2}}\.){{0,6}}|{_WORDED})\s(?:og (?P<second>{_WORDED})\s)?(?:{_COUNTED})\b",
    re.IGNORECASE,
)
# kan ikke tiltræde 6 · godkendte 1 og 3
_AFTER_VERB = re.compile(rf"\b(?:{_TAKING})\w*\s(?P<list>{_LIST})(?=\s*(?:[.,;]|$))", re.IGNORECASE)
# Pkt. a og b · litra c
_LETTERS = re.compile(
    r"\b(?:pkt\.?|punkt|litra|at|ad)\s(?P<list>[a-h](?:\s?(?:,|og|samt|-|–)\s?[a-h])*)(?![\wæøå.])", re.IGNORECASE
)
# A line that begins with the numbers: "1. - 2. tiltrådt", "1: Godkendt", "1-3 godkendt", "2. 3,8 mio. kr."
_LEADING = re.compile(
    rf"^\s*(?P<list>{_NUMBER}[.):]?(?:\s?(?:-|–|,|og|samt|til)\s?{_NUMBER}[.):]?){{0,9}})\s*[:.)]?\s*(?=[A-ZÆØÅa-zæøå]|\d[\d.,]* (?:kr|mio|mia|pct)\b)"
)
# "a og b tiltrådt", "c blev forkastet"
LEADING_LETTERS = re.compile(rf"^\s*(?P<list>[a-h](?:\s?(?:,|og|samt|-|–)\s?[a-h])*)\)?\s(?=(?:{_VERDICT}))")
# "De to første vedtaget", "Det tredje blev taget af bordet"
_FIRST_FEW = re.compile(r"\bde (?P<count>to|tre|fire) første\b", re.IGNORECASE)
_FEW = {"to": 2, "tre": 3, "fire": 4}
_THE_NTH = re.compile(
    rf"\bdet (?P<list>{_WORDED})(?= (?:{_VERDICT}))",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(?P<first>\d{1,2})\.?\s?(?:-|–|til(?: og med)?)\s?(?P<last>\d{1,2})(?!\w)")


def order(number: str) -> tuple[int, str]:
    """By which points are sorted: 2 before 10, 2 before 2a."""
    digits = re.match(r"\d+", number)
    return (int(digits.group()) if digits else 0, number)


def mentioned_points(clause: str, numbers: Sequence[str], opens: bool) -> list[str]:
    """The points that a clause names; ``numbers`` are the item's, ``opens`` says that the clause begins its sentence."""
    found: list[str] = []
    for match in _NAMED.finditer(clause):
        found += expand(match.group("list"))
    for match in _AFTER_VERB.finditer(clause):
        listed = expand(match.group("list"))
        found += listed if numbers and set(listed) <= set(numbers) else []
    for match in _ORDINAL.finditer(clause):
        for word in (match.group("list"), match.group("second")):
            if not word:
                continue
            number = _ORDINALS.get(word.lower())
            if number == "last":
                found += numbers[-1:]
            elif number:
                found.append(number)
            else:
                found += expand(word)
    few = _FIRST_FEW.search(clause)
    if few and numbers:
        found += numbers[: _FEW[few.group("count").lower()]]
    for match in _THE_NTH.finditer(clause):
        number = _ORDINALS[match.group("list").lower()]
        found += numbers[-1:] if number == "last" else [number]
    letters = LEADING_LETTERS.match(clause) if opens and not found else None
    if letters:
        listed = [str(ord(letter) - ord("a") + 1) for letter in re.findall(r"[a-h]\b", letters.group("list").lower())]
        found += [] if numbers and not set(listed) <= set(numbers) else listed
    if not found and opens:
        leading = _LEADING.match(clause)
        if leading:
            listed = expand(leading.group("list"))
            found += listed if not numbers or set(listed) <= set(numbers) else []
    if not found:
        for match in _LETTERS.finditer(clause):
            for letter in re.findall(r"\b[a-h]\b", match.group("list").lower()):
                found.append(letter if letter in numbers else str(ord(letter) - ord("a") + 1))
    return list(dict.fromkeys(found))


def expand(listed: str) -> list[str]:
    """``1-3, 5 og 6`` → 1, 2, 3, 5, 6."""
    found: list[str] = []
    rest = listed
    for match in _RANGE.finditer(listed):
        first, last = int(match.group("first")), int(match.group("last"))
        if first <= last < first + 30:
            found += [str(number) for number in range(first, last + 1)]
            rest = rest.replace(match.group(), " ")
    found += re.findall(r"\d{1,2}[a-z]?", rest)
    return sorted(dict.fromkeys(found), key=order)


_NUMBER_LINE = re.compile(rf"^\s*(?:(?:at|ad|pkt|punkt|nr)\.?\s?)?(?P<list>{_LIST})[:.)]*\s*$", re.IGNORECASE)


def number_line(text: str) -> list[str]:
    """The points of a line that is nothing but their numbers (``At 1:``); empty where it is anything else."""
    match = _NUMBER_LINE.match(text)
    return expand(match.group("list")) if match is not None else []
