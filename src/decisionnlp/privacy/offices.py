"""Who acts in office: a title, a role or a party in the words around a name."""

from __future__ import annotations

import re
from functools import cache

from decisionnlp import lexicons

_PARTY = rf"(?:[A-ZÆØÅ]|{'|'.join(lexicons.load('privacy')['parties']['forms'])})"
_PARTY_AFTER = re.compile(
    rf"[ \u00a0]?\(\s?(?:gruppe )?{_PARTY}(?:\s?[,/+]\s?{_PARTY}){{0,3}}\s?\)|,? \[{_PARTY}\]|, {_PARTY}(?=[,;.\n]|$)"
)
_PARTY_BEFORE = re.compile(rf"(?:\({_PARTY}\)|\b(?:Liste|Gruppe) [A-ZÆØÅ]:?|^{_PARTY}:)[ \u00a0]?$", re.MULTILINE)
INITIALS_AFTER = re.compile(r"[ \u00a0]?\((?P<letters>[A-ZÆØÅ]{2,4})\)")


@cache
def _titles() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """(a title that ends before a name, a title right behind one)."""
    rows = [row.split() for row in lexicons.load("privacy")["offices"]["forms"]]
    every = "|".join(sorted({form for row in rows for form in row}, key=len, reverse=True))
    base = "|".join(sorted({row[0] for row in rows}, key=len, reverse=True))
    of = r"(?: (?:for|i|på|af|ved) [A-ZÆØÅ][\wæøåÆØÅ-]+(?:(?:,| og| &)? [A-ZÆØÅ][\wæøå-]+){0,4})?"
    before = re.compile(
        rf"(?<![\w])[\wæøåÆØÅ-]{{0,30}}(?:{every}){of}[ \u00a0]?[:,]?[ \u00a0]?(?:\n[ ]{{0,8}})?(?:[A-ZÆØÅ][^/\n]{{2,50}}/\s{{0,3}})?$",
        re.IGNORECASE,
    )
    behind = re.compile(
        rf"(?:,[ \u00a0]|[ \u00a0]?\(|[ \u00a0][-–][ \u00a0])\s?(?:[\wæøå-]{{2,20}} ){{0,2}}[\wæøåÆØÅ-]{{0,30}}(?:{base})(?![\w])(?![ \u00a0]?:?[ \u00a0][A-ZÆØÅ][a-zæøå])"
        rf"|[ \u00a0]?\((?:[\wæøå-]{{2,20}} ){{0,2}}[\wæøåÆØÅ-]{{0,30}}(?:{every})(?![\w])",
        re.IGNORECASE,
    )
    return before, behind


def acts_in_office(text: str, start: int, end: int) -> bool:
    """Whether the words around a name give it a title or a party."""
    before, behind = _titles()
    if behind.match(text, end) or _PARTY_BEFORE.search(text, max(0, start - 14), start):
        return True
    party = _PARTY_AFTER.match(text, end)
    initials = INITIALS_AFTER.match(text, end)
    if party and not (initials and are_initials(initials.group("letters"), text[start:end])):
        return True
    return before.search(text, max(0, start - 110), start) is not None


def are_initials(letters: str, name: str) -> bool:
    """Whether letters (2 to 4) are the initials of a full name."""
    words = name.split()
    return (
        len(letters) > 1
        and len(words) > 1
        and letters[0] == words[0][0]
        and letters[-1] in words[-1].upper()
        and len(letters) <= 4
    )
