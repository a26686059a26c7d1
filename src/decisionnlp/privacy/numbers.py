"""CPR numbers, telephone numbers and e-mail addresses in a text.

A CPR number is ``DDMMYY-SSSS``. Since 2007 not every number satisfies the modulus 11 check
(https://cpr.dk/cpr-systemet/personnumre-uden-kontrolciffer-modulus-11-kontrol), so one written with its hyphen (or a blank) counts by
its date alone; ten digits in a row need the check or the word *cpr* before them, since case and account numbers look alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from decisionnlp import lexicons
from decisionnlp.document import Span

_CPR = re.compile(r"(?<![\w.-])(\d{2})(\d{2})(\d{2})([-–‐ ]?)(\d{4})(?![\w-]|[.,]\d)")
_CPR_CUE = re.compile(r"\b(?:cpr|personn(?:umme)?r)\b[\w.:-]{0,8}[ .:]{0,3}$", re.IGNORECASE)
# "21 43 65 87", "+45 21436587", "2143 6587", "21436587"; Danish numbers begin with 2-9.
_PHONE = re.compile(
    r"(?<![\w.,/§-])(?P<country>(?:\+|00)45[ ]?)?(?P<number>[2-9]\d(?:[ .]\d\d){3}|[2-9]\d{3}[ ]\d{4}|[2-9]\d{7})(?![\w%/]|[ .,-]?\d| ?(?:kr|mio|m2|m²))"
)
_OTHER_NUMBER = re.compile(
    r"\b(?:cvr|ean|sag|sagsn(?:umme)?r|journaln(?:umme)?r|j\.?nr|dok|konto|bfe|matr)\b[\w.:-]{0,8}[ .:]{0,3}$",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"(?<![\w.+-])(?P<local>[\w.+-]{1,64})@(?:[\w-]{1,63}\.){1,5}[A-Za-zæøåÆØÅ]{2,24}\b")
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def find_cpr(text: str) -> list[Span]:
    """Stretches that read as CPR numbers, in order."""
    return [Span(*match.span()) for match in _CPR.finditer(text) if _is_cpr(match, text)]


def _is_cpr(match: re.Match[str], text: str) -> bool:
    day, month, year, joiner, serial = match.groups()
    try:
        date(2000 + int(year), int(month), int(day))
    except ValueError:
        return False
    cued = _CPR_CUE.search(text, max(0, match.start() - 30), match.start()) is not None
    if joiner or cued:
        return True
    digits = day + month + year + serial
    return sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=True)) % 11 == 0


@cache
def _phone_cue() -> re.Pattern[str]:
    cues = "|".join(sorted(lexicons.load("privacy")["phones"]["cues"], key=len, reverse=True))
    return re.compile(rf"\b(?:{cues})\b\.?(?: ?nr)?[ .:]{{0,3}}(?:til |på )?(?:tlf\.? ?|telefon ?)?$", re.IGNORECASE)


def find_phones(text: str) -> list[Span]:
    """Stretches that read as Danish telephone numbers: grouped in twos, with +45, or after *tlf.* and its like."""
    return list(_phones(text))


def _phones(text: str) -> Iterator[Span]:
    for match in _PHONE.finditer(text):
        start = match.start()
        if _OTHER_NUMBER.search(text, max(0, start - 30), start):
            continue
        grouped = text[match.start("number") + 2] == " " and not _in_row_of_numbers(text, match)
        if match.group("country") or grouped or _phone_cue().search(text, max(0, start - 30), start):
            yield Span(start, match.end())


def _in_row_of_numbers(text: str, match: re.Match[str]) -> bool:
    """A row of a table of two-digit numbers is no telephone number."""
    return bool(re.search(r"\d[ .]$", text[max(0, match.start() - 3) : match.start()]))


def find_emails(text: str) -> list[Span]:
    """E-mail addresses that may be a person's: all but mailboxes of units (``post@``)."""
    return [
        Span(*match.span()) for match in _EMAIL.finditer(text) if match.group("local").lower() not in _role_mailboxes()
    ]


@cache
def _role_mailboxes() -> frozenset[str]:
    return frozenset(lexicons.load("privacy")["role_mailboxes"]["names"])
