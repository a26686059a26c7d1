"""A body's whole answer in one short line: the closed class of formulas that most outcomes of decision minutes consist of.

``Drøftet.``, ``Taget til efterretning.``, ``Anbefales godkendt.`` mean the same wherever they stand; a model that has seen few of
them must not guess. The forms are in ``lexicons/whole_answers.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from decisionnlp import lexicons
from decisionnlp.classification.prefilter import Filtered, Likely, Lookout
from decisionnlp.document import Label, Outcome, Subtype

# Longer lines say more than a formula.
_LONGEST = 120
_BRACKETS = re.compile(r" ?\((?:[A-ZÆØÅ0-9][\w., -]{0,60}|\d+)\)")
# "med 5 stemmer for og 2 imod", "med stemmerne 5-2", "mod 3 stemmer", "med 13 stemmer for (A, C) mod 4 stemmer (Ø)"
_VOTES = re.compile(
    r",? (?:med|mod|imod) (?:\d{1,2}|én|en|to|tre|fire|fem|seks|syv|otte|ni|ti|stemmerne)\b(?=.*\bstemmer|.*\d ?[-–] ?\d|.*\bimod\b).*$"
)


@dataclass(frozen=True, slots=True)
class WholeAnswer:
    """``label`` is None where the formula carries none; ``outcome`` is what it gives an item where it stands alone."""

    id: str
    label: Label | None
    subtype: Subtype | None
    outcome: Outcome


@cache
def _answers() -> dict[Filtered, tuple[WholeAnswer, re.Pattern[str], re.Pattern[str]]]:
    """By the words of which one must stand in the line: the formula, its forms, and what must not stand there."""
    data = lexicons.load("whole_answers")
    slots = dict(data["slots"])

    def filled(form: str) -> str:
        return re.sub(r"\{([a-zæøå_]+)\}", lambda match: f"(?:{filled(slots[match[1]])})", form)

    found = {}
    for row in data["answer"]:
        answer = WholeAnswer(
            row["id"],
            Label(row["label"]) if row["label"] else None,
            Subtype(row["subtype"]) if row["subtype"] else None,
            Outcome(row["outcome"]),
        )
        forms = re.compile("|".join(f"(?:{filled(form)})" for form in row["forms"]))
        barred = re.compile(rf"\b(?:{'|'.join([*data['never'], *row['not']])})\b")
        found[Filtered(row["keys"])] = (answer, forms, barred)
    return found


def answer_keys() -> list[Filtered]:
    """Patterns of which one matches in every whole answer."""
    return list(_answers())


@cache
def _lookout() -> Lookout:
    return Lookout(_answers())


@lru_cache(maxsize=4096)
def whole_answer(line: str) -> WholeAnswer | None:
    """The formula that ``line`` (without bullet and point number) consists of, or None where it says anything else."""
    return answer_within(line, "", {})


def answer_within(line: str, lower: str, known: Likely) -> WholeAnswer | None:
    """The same of a line in a sentence of which the patterns that may match are ``known``; ``lower`` is the sentence in lower case."""
    text = " ".join(line.split())
    if not text or len(text) > _LONGEST:
        return None
    if "(" in text:
        text = _BRACKETS.sub("", text)
    if " med " in text or "mod " in text:
        text = _VOTES.sub("", text)
    text = text.strip(" .!:;,–-").lower()
    if not text:
        return None
    # (Without its brackets a line may hold what the sentence does not.)
    likely = known if text in lower else _lookout().likely(text)
    for keys, (answer, forms, barred) in _answers().items():
        if keys in likely and keys.search(text, likely) and forms.fullmatch(text) and not barred.search(text):
            return answer
    return None


# "Grillplads ved kranen (Bo Tarp, plads 44): Vedtaget."
_BEHIND = re.compile(r"[^:!?]{4,140}: ?(?P<answer>[A-ZÆØÅ][^:]{2,80})$")


# "Svar fra kommunen: Afslag."
_OTHERS_ANSWERS = tuple(lexicons.words("whole_answers", "others"))


def answer_behind(line: str) -> WholeAnswer | None:
    """The formula behind the matter that it answers and a colon; in the corpus it is always the body's answer (47 of 47)."""
    match = _BEHIND.match(line) if ":" in line and not line.lower().startswith(_OTHERS_ANSWERS) else None
    return whole_answer(match["answer"]) if match is not None else None
