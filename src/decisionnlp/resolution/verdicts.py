"""What an outcome sentence says of which points: its clauses, the points they name, and the verdict in each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from decisionnlp import lexicons
from decisionnlp.document import Label, Polarity, Resolution, Sentence, Subtype
from decisionnlp.resolution.point_numbers import LEADING_LETTERS, mentioned_points, order
from decisionnlp.stems import Stems

ALL = "*"  # the number under which a verdict on the whole recommendation is kept
_words = partial(lexicons.alternatives, "point_answers")
_POLARITIES = tuple(
    (polarity, re.compile(_words("verdicts", polarity.value), re.IGNORECASE))
    for polarity in (
        Polarity.REJECTED,
        Polarity.DEFERRED,
        Polarity.RETURNED,
        Polarity.WITHDRAWN,
        Polarity.APPROVED,
    )
)
_SPLIT = re.compile(
    rf"(?<=[^\d][.;])(?<!\bpkt\.)(?<!\bad\.)(?<!\bnr\.)\s+|,\s+(?=(?:{_words('turns')})\b)|\s+(?=(?:{_words('strong_turns')})\b)"
    r"|,\s+(?=(?:kan|kunne) ikke\b)|(?<=\w)\s+(?=At \d)|\s+og\s+(?=(?:kan|kunne) ikke\b)",
    re.IGNORECASE,
)
_LATER = "|".join(_words("ordinals", number) for number in ("2", "3", "4", "last"))
# "Pkt. 1 fulgt, pkt. 2 udsat": a comma before the next point divides where each side has its verdict.
_NEXT_POINT = re.compile(
    rf",\s+(?=(?:at|ad|pkt|punkt)\.?\s?\d|(?:{_LATER})\s|(?:{_words('the_others')})\b)",
    re.IGNORECASE,
)
_EXCEPT = re.compile(rf"\b(?:{_words('exceptions')})\b", re.IGNORECASE)
# One of them stands where points are named without a number.
_SIGNS = Stems(*lexicons.load("point_answers")["signs"])
_FIGURE = re.compile(r"\d")
_REST = re.compile(rf"\b(?:{_words('the_others')})\b", re.IGNORECASE)


def read_answers(
    text: str, sentence: Sentence, numbers: Sequence[str], answered: frozenset[str] = frozenset()
) -> list[Resolution]:
    """Answers of one labelled outcome sentence. ``numbers`` are the item's points; a verdict that names none means all (``*``).

    ``answered`` are points that sentences before took: *de øvrige* are the others.
    """
    figure = _FIGURE.search(text) is not None
    if not numbers and not ((figure or "-" in text) and _POINT_NAMED.search(text)):
        return []  # without points neither a bare verdict nor "punkt 5" (of the agenda) answers any
    default = by_label(sentence)
    found: list[Resolution] = []
    if figure or LEADING_LETTERS.match(text) or _SIGNS.within(text):
        found = _numbered(text, default, numbers, answered)
    if found:
        return found
    if default is None or not numbers or not _answers_all(sentence):
        return []  # without points there is nothing that "all" could mean
    return [Resolution(ALL, default)]


# "At 1", "Ad 2)", "indstillingens 2. at-punkt": surely a point of the recommendation.
_POINT_NAMED = re.compile(r"\b(?:at|ad)\.?\s?\d|\d\.\s?at\b|at-punkt", re.IGNORECASE)


# In this order.
_BY_SUBTYPE = (
    (Subtype.REJECTED, Polarity.REJECTED),
    (Subtype.DEFERRED, Polarity.DEFERRED),
    (Subtype.RETURNED, Polarity.RETURNED),
    (Subtype.REFERRED, Polarity.RETURNED),
    (Subtype.WITHDRAWN, Polarity.WITHDRAWN),
    (Subtype.OWN_RESOLUTION, Polarity.REJECTED),
    (Subtype.CHOSEN_OPTION, Polarity.APPROVED),
    (Subtype.APPOINTED, Polarity.APPROVED),
    (Subtype.DELEGATED, Polarity.APPROVED),
)


def by_label(sentence: Sentence) -> Polarity | None:
    """The polarity that the sentence's label and subtype say."""
    if sentence.has(Label.APPROVAL):
        return Polarity.APPROVED
    subtypes = {label.subtype for label in sentence.labels}
    subtypes.add(sentence.subtype)
    return next((polarity for subtype, polarity in _BY_SUBTYPE if subtype in subtypes), None)


def _answers_all(sentence: Sentence) -> bool:
    """A verdict on what was put to the body, and not a decision of its own beside it."""
    if sentence.has(Label.APPROVAL):
        return True
    return sentence.subtype in (
        Subtype.REJECTED,
        Subtype.DEFERRED,
        Subtype.RETURNED,
        Subtype.REFERRED,
        Subtype.WITHDRAWN,
    )


def _numbered(
    text: str, default: Polarity | None, numbers: Sequence[str], answered: frozenset[str]
) -> list[Resolution]:
    found: dict[str, Resolution] = {}
    pending: list[str] = []
    last: Polarity | None = None
    for clause in _clauses(text):
        left_out = _all_but(clause, numbers)
        if left_out:
            for number, verdict in left_out.items():
                found.setdefault(number, Resolution(number, verdict))
            continue
        mentioned = mentioned_points(clause, numbers, text.startswith(clause))
        if _REST.search(clause) and numbers and not mentioned:
            mentioned = [number for number in numbers if number not in found and number not in answered]
        polarity = polarity_of(clause)
        if not mentioned:
            if polarity and pending:
                for number in pending:
                    found[number] = Resolution(number, polarity)
                pending = []
            continue
        if polarity is None:
            pending += mentioned
            continue
        last = polarity
        if polarity is Polarity.WITHDRAWN and default is Polarity.REJECTED:
            polarity = default  # At 3 er ikke nødvendigt; det udgår.
        for number in (*pending, *mentioned):
            found.setdefault(number, Resolution(number, polarity))
        pending = []
    if pending and (last or default):
        for number in pending:
            found.setdefault(number, Resolution(number, last or default or Polarity.APPROVED))
    known = set(numbers)
    kept = [answer for answer in found.values() if not known or answer.number in known]
    return sorted(kept, key=lambda answer: order(answer.number))


def _clauses(text: str) -> Iterator[str]:
    for clause in _SPLIT.split(text):
        parts = _NEXT_POINT.split(clause)
        yield from parts if len(parts) > 1 and all(polarity_of(part) for part in parts) else (clause,)


def _all_but(clause: str, numbers: Sequence[str]) -> dict[str, Polarity]:
    """``Godkendt bortset fra punkt 3, som udsættes``: the verdict on the others, and on those left out their own or a no."""
    divided = _EXCEPT.search(clause)
    if divided is None or not numbers:
        return {}
    before, behind = clause[: divided.start()], clause[divided.end() :]
    named = mentioned_points(behind, numbers, False)
    if not named or mentioned_points(before, numbers, True) or polarity_of(before) is not Polarity.APPROVED:
        return {}
    theirs = polarity_of(behind)
    own = theirs if theirs not in (None, Polarity.APPROVED) else Polarity.REJECTED
    return {number: own if number in named else Polarity.APPROVED for number in numbers}


def polarity_of(clause: str) -> Polarity | None:
    """The verdict that stands first (Ikke godkendt before godkendt; anbefales, bortset fra … ikke)."""
    found = [
        (match.start(), rank, polarity)
        for rank, (polarity, pattern) in enumerate(_POLARITIES)
        if (match := pattern.search(clause))
    ]
    return min(found)[2] if found else None
