"""Sums of money, in kroner unless another currency is named."""

from __future__ import annotations

import re
from functools import partial

from decisionnlp import lexicons
from decisionnlp.document import Amount
from decisionnlp.flattening import FlatText, flatten
from decisionnlp.stems import Stems

_words = partial(lexicons.alternatives, "amounts")
_SCALE = {word: float(factor) for factor, words in lexicons.load("amounts")["scales"].items() for word in words}
_NUMBER = r"(?:\d{1,3}(?:[. ]\d{3}){1,4}|\d{1,12})(?:,\d+)?"
_SIGN = r"(?:(?<![\w)])[-–−] ?)?"
_UNIT = rf"(?:{'|'.join(_SCALE)})"
# 1,4 mio. kr. · 100.000 kr. · 318.442,07 kroner · -8,6 mio. kr. · 2-3 mio. kr.
_AFTER = re.compile(
    rf"(?<![\w.,])(?P<sign>{_SIGN})(?P<number>{_NUMBER})(?P<half>½)?(?:,-)?\s?(?:(?P<unit>{_UNIT})\b\.?\s?)?(?P<currency>kr\b\.?|kroner\b|DKK\b|EUR\b|euro\b|€)",
    re.IGNORECASE,
)
# kr. 100.000 · DKK 2,5 mio.
_BEFORE = re.compile(
    rf"\b(?P<currency>kr\.?|DKK|EUR|€)\s?(?P<sign>[-–−]?)\s?(?P<number>{_NUMBER})(?:,-)?(?:\s?(?P<unit>{_UNIT})\b\.?)?(?![\d/])",
    re.IGNORECASE,
)
# What the words around a sum call it; the direction, pieces of which one must stand there, and the pattern.
_DIRECTIONS: tuple[tuple[str, Stems, re.Pattern[str]], ...] = tuple(
    (
        name,
        Stems(*(piece.removeprefix(r"\b") for piece in forms)),
        re.compile(_words("directions", name), re.IGNORECASE),
    )
    for name, forms in lexicons.load("amounts")["directions"].items()
)
_CUES = ("kr", "Kr", "KR", "DKK", "EUR", "euro", "€")
# One of these stands where a sum has any direction.
_DIRECTED = Stems(
    *(piece.removeprefix(r"\b") for forms in lexicons.load("amounts")["directions"].values() for piece in forms)
)
_REDUCING = frozenset(("mindreudgift", "mindreindtægt"))
_NEAR = 70


def find_amounts(text: FlatText | str) -> list[Amount]:
    """All sums of money, in order, with offsets into the source. ``hele 1.000 kr.`` (a unit of a table) is none.

    ``75,000 kr.`` is read as 75,000 kroner: three digits after a comma are a slip for the full stop, not øre.
    """
    flat = flatten(text) if isinstance(text, str) else text
    line = flat.text
    for cue in _CUES:
        if cue in line:
            break
    else:
        return []
    found: list[Amount] = []
    taken = 0
    matches = [(match, "number-currency") for match in _AFTER.finditer(line)]
    matches += [(match, "currency-number") for match in _BEFORE.finditer(line)]
    matches.sort(key=lambda pair: (pair[0].start(), pair[1] == "currency-number"))
    for match, rule in matches:
        start, end = match.span()
        if start < taken or re.search(r"\bhele\s$", line[max(0, start - 6) : start]):
            continue
        if (
            line[end - 1] == "."
            and (end == len(line) or line[end:].lstrip()[:1].isupper())
            and rule == "currency-number"
        ):
            end -= 1
        taken = end
        value = _value(match.group("number"), match.group("unit"), bool(match.groupdict().get("half")))
        direction = _direction(line, start, end)
        if match.group("sign").strip() or direction in _REDUCING:
            value = -value
        currency = "EUR" if match.group("currency").lower() in ("eur", "euro", "€") else "DKK"
        span = flat.span(start, end)
        found.append(Amount(line[start:end], span.start, span.end, value, currency, direction, rule))
    return found


def _value(number: str, unit: str | None, half: bool) -> float:
    digits = number.replace(" ", "")
    whole, _, fraction = digits.partition(",")
    if len(fraction) == 3 and not unit and 1 <= len(whole) <= 3:
        whole, fraction = whole + fraction, ""
    value = float(whole.replace(".", "") + ("." + fraction if fraction else "")) + (0.5 if half else 0.0)
    return round(value * _SCALE.get((unit or "").lower(), 1.0), 2)


def _direction(line: str, start: int, end: int) -> str | None:
    """The nearest word that says what the sum is, before it rather than after it."""
    left = line[max(0, start - _NEAR) : start]
    right = line[end : end + _NEAR]
    near = left + right
    if not _DIRECTED.within(near):
        return None
    best: tuple[int, str] | None = None
    for name, stems, pattern in _DIRECTIONS:
        if not stems.within(near):
            continue
        for match in pattern.finditer(left):
            distance = len(left) - match.end()
            if best is None or distance < best[0]:
                best = (distance, name)
        after = pattern.search(right)
        if after and (best is None or after.start() + 10 < best[0]):
            best = (after.start() + 10, name)
    return best[1] if best else None
