"""Numbered weeks: ``uge 9``, ``u. 47-48``, ``ugerne 9, 10 og 11``."""

from __future__ import annotations

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines import rules
from decisionnlp.extraction.deadlines.figures import year_after
from decisionnlp.extraction.deadlines.stretches import Core, Grain, Reading, located, weeks_bounds
from decisionnlp.extraction.deadlines.tokens import UNITS, Tokens, word_set

WEEK = rules.core("week", "i uge 47-48", "one ISO week or several, from the first Monday to the last Sunday")

# What joins two weeks or months.
JOIN = frozenset({"-", "–", "—", "/", "og", "eller", "el", "til", ","})
_UNDER = lexicons.load("deadlines")["under"]
_MEASURES, _PEOPLE = frozenset(_UNDER["measures"]), tuple(_UNDER["people"])
WEEKS = frozenset({"uge", "uger", "ugerne", "u"})


def week(tokens: Tokens, index: int, reading: Reading) -> Core | None:
    """``uge 9``, ``u. 9``, ``uge 47-48``, ``ugerne 9, 10 og 11``, ``uge 9/2025``."""
    words = tokens.words
    if words[index] not in WEEKS:
        return None
    at = index + 1
    if words[index] == "u":  # u. 43, u43; behind a preposition also u 43
        at = tokens.skip_dot(at)
        if tokens.capitalised(index) and at == index + 1:
            return None  # U12: a team
        if _is_under(tokens, index, at, reading):
            return None
    if words[at] == "nr":
        at = tokens.skip_dot(at + 1)
    if not words[at].isdecimal() or len(words[at]) > 2:
        return None
    first = last = int(words[at])
    at += 1
    if words[at] == "." and tokens.glued(at) and words[at + 1] in ("-", "–"):
        at += 1
    for _ in range(10):
        if words[at] not in JOIN:
            break
        step = tokens.skip_dot(at + 1) if words[at] == "el" else at + 1
        if words[step] == "uge":
            step += 1
        if not words[step].isdecimal() or len(words[step]) > 2 or not 1 <= int(words[step]) <= 53:
            break
        if words[at] == "," and not (words[step + 1] in JOIN or not words[step + 1].isalnum()):
            break
        counted = words[step + 1].isalpha() and words[step + 1] not in _AFTER_WEEKS
        if words[at] == "og" and counted and words[index] != "ugerne":
            break
        if words[at] == "/" and int(words[step]) < last:  # uge 9/25
            break
        last, at = int(words[step]), step + 1
    year, at = year_after(tokens, at, reading.meeting, short=False)
    if year is None and words[at] == "i" and tokens.year(at + 1):
        year, at = int(words[at + 1]), at + 2
    if year is None and words[at] == "/" and len(words[at + 1]) == 2 and words[at + 1].isdecimal():
        year, at = 2000 + int(words[at + 1]), at + 2
    bounds = located(weeks_bounds, (first, last), year, reading)
    if bounds is None or (bounds[0] is None and reading.meeting is not None):
        return None
    return Core(at, *bounds, Grain.WEEK, WEEK, absolute=year is not None)


def _is_under(tokens: Tokens, index: int, figures: int, reading: Reading) -> bool:
    """``børn u. 12``, ``i u. 18 år``: an *u.* that is *under*; and *u 5* without stop or preposition is neither."""
    words = tokens.words
    if words[figures + 1] in _MEASURES or (words[figures + 1].isalpha() and words[figures + 1] in UNITS):
        return True
    if reading.framed:
        return False
    behind = words[figures + 1]
    people = tokens.before(index).endswith(_PEOPLE)
    return (
        people
        or (figures == index + 1 and not tokens.glued(figures))
        or (behind.isalpha() and behind not in _AFTER_WEEKS)
    )


_AFTER_WEEKS = word_set("i med til for af på skal er bliver vil og eller hvor kl som der sendes afholdes samt inden")
