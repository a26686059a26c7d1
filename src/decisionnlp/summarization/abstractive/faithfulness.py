"""Does the source say it? Every amount, date, number, name and unit of a sentence must occur in its evidence.

Values are compared, not spellings: ``1,3 mio. kr.`` is ``1.300.000 kr.``, ``12 %`` is ``12 pct.``, ``24/3-2021`` is ``24. marts 2021``,
``fire`` is ``4``. What is checked is that nothing was *added*; whether known words were put together falsely cannot be seen so,
except that a sentence which denies needs evidence that denies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from decisionnlp import lexicons
from decisionnlp.extraction.amounts import find_amounts
from decisionnlp.extraction.vocabulary import noun_kind
from decisionnlp.flattening import flatten
from decisionnlp.summarization.centrality import STOPWORDS, terms

_MONTHS = lexicons.calendar_names("months")
_MONTH = "|".join(_MONTHS)
# 24. marts 2021 · 24. marts
_WORDED = re.compile(rf"\b(?P<day>\d{{1,2}})\.?\s(?P<month>{_MONTH})(?:\s(?P<year>(?:19|20)\d\d))?\b", re.IGNORECASE)
# 24/3-2021 · 24.03.2021 · 24-3-21
_FIGURED = re.compile(r"(?<![\w.,/-])(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./ -](?P<year>(?:19|20)?\d\d)(?![\w/])")
# marts 2021
_MONTH_YEAR = re.compile(rf"\b(?P<month>{_MONTH})(?:\s(?P<year>(?:19|20)\d\d))?\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\w)|(?<![\w.,])\d+(?:,\d+)?")
# A number with what it counts, where that is a measure.
_MEASURE = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)\s?(?P<unit>pct\b|procent\b|%|km\b|m2\b|m²|kvm\b|meter\b|timer\b|minutter\b|dage\b|hverdage\b|uger\b|måneder\b|år\b|årsværk\b|stillinger\b|pladser\b|ton\b|MW\b|kWh\b)",
    re.IGNORECASE,
)
_SAME_UNIT = {"procent": "pct", "%": "pct", "m²": "m2", "kvm": "m2"}
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_NUMERAL = {word: float(value) for word, value in lexicons.load("number_words")["words"].items()}
_NUMERAL_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_NUMERAL, key=len, reverse=True))})\b", re.IGNORECASE)
_DENIAL = re.compile(
    r"\b(?:ikke|ingen|intet|hverken|aldrig|undlad\w*|fraråd\w*|afvis\w*|afslå\w*|uden|mangle\w*|ophør\w*|udgå\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a sentence states that can be compared. ``dates`` are (day, month, year) with 0 for what is not said."""

    amounts: frozenset[tuple[float, str]]
    dates: frozenset[tuple[int, int, int]]
    numbers: frozenset[float]
    measures: frozenset[tuple[float, str]]
    names: frozenset[str]
    denies: bool


def facts_of(text: str) -> Facts:
    """The comparable facts of one sentence, or of a stretch of source text."""
    line = flatten(text).text
    amounts = find_amounts(line)
    rest = list(line)
    for amount in amounts:
        rest[amount.start : amount.end] = " " * (amount.end - amount.start)
    without = "".join(rest)
    dates = frozenset(_dates(without))
    for pattern in (_FIGURED, _WORDED):
        without = pattern.sub(lambda match: " " * len(match.group()), without)
    numbers = {_value(match.group()) for match in _NUMBER.finditer(without)}
    numbers |= {_NUMERAL[match.group().lower()] for match in _NUMERAL_WORD.finditer(without)}
    measures = {
        (_value(match["number"]), _SAME_UNIT.get(match["unit"].lower(), match["unit"].lower()))
        for match in _MEASURE.finditer(without)
    }
    return Facts(
        frozenset((abs(amount.value), amount.currency) for amount in amounts),
        dates,
        frozenset(numbers),
        frozenset(measures),
        frozenset(_names(line)),
        _DENIAL.search(line) is not None,
    )


def _value(number: str) -> float:
    return float(number.replace(".", "").replace(",", "."))


def _dates(line: str) -> Iterator[tuple[int, int, int]]:
    taken: set[int] = set()
    for match in _WORDED.finditer(line):
        taken.add(match.start("month"))
        yield int(match["day"]), _MONTHS.index(match["month"].lower()) + 1, int(match["year"] or 0)
    for match in _FIGURED.finditer(line):
        year = int(match["year"])
        if 1 <= int(match["month"]) <= 12 and 1 <= int(match["day"]) <= 31:
            yield int(match["day"]), int(match["month"]), year if year > 99 else 2000 + year
    for match in _MONTH_YEAR.finditer(line):
        if match.start("month") not in taken:
            yield 0, _MONTHS.index(match["month"].lower()) + 1, int(match["year"] or 0)


def _names(line: str) -> Iterator[str]:
    """Lower-case names without genitive: capitalised words (not the first of a sentence), abbreviations, unit nouns."""
    opening = True
    end = 0
    for match in _WORD.finditer(line):
        word = match.group()
        opening = opening or any(mark in line[end : match.start()] for mark in ".!?:")
        end = match.end()
        low = word.lower()
        capital = word[0].isupper()
        name = capital and (not opening or (len(word) > 1 and word.isupper()))
        if name or noun_kind(low) is not None or noun_kind(low.removesuffix("s")) is not None:
            yield _bare(low)
        opening = False


def _bare(name: str) -> str:
    name = name.rstrip("'’-")
    return name[:-1] if len(name) > 3 and name.endswith("s") else name


def missing_from(sentence: str, evidence: str) -> tuple[str, ...]:
    """What ``sentence`` states and ``evidence`` does not, in words; empty where all of it is there."""
    if flatten(sentence).text in flatten(evidence).text:
        return ()
    said, known = facts_of(sentence), facts_of(evidence)
    problems = [
        f"beløb {_shown(value)} {currency}"
        for value, currency in sorted(said.amounts)
        if not _amount_known(value, currency, known)
    ]
    problems += [
        f"dato {_day(day)}" for day in sorted(said.dates) if not any(_agrees(day, other) for other in known.dates)
    ]
    values = known.numbers | {value for value, _ in known.amounts}
    values |= {float(part) for day in known.dates for part in day if part}
    problems += [f"tal {_shown(number)}" for number in sorted(said.numbers) if number not in values]
    problems += [
        f"enhed {_shown(value)} {unit}"
        for value, unit in sorted(said.measures)
        if value in values
        and (value, unit) not in known.measures
        and any(other == value for other, _ in known.measures)
    ]
    vocabulary = {_bare(word.group().lower()) for word in _WORD.finditer(flatten(evidence).text)}
    problems += [f"navn {name}" for name in sorted(said.names) if name not in vocabulary and name not in known.names]
    if said.denies and not known.denies:
        problems.append("benægtelse")
    return tuple(problems)


def _amount_known(value: float, currency: str, known: Facts) -> bool:
    return (value, currency) in known.amounts


def _agrees(day: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    """Nothing is said of the day that the other does not say; a year may be left out."""
    return all(said in (0, given) for said, given in zip(day, other, strict=True))


def _shown(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".").replace(",", " ").replace(".", ",")


def _day(day: tuple[int, int, int]) -> str:
    number, month, year = day
    return " ".join(part for part in (f"{number}." if number else "", _MONTHS[month - 1], str(year or "")) if part)


def content(text: str) -> set[str]:
    """The terms by which a sentence is aligned to its evidence."""
    return {term for term in terms(text) if term not in STOPWORDS}
