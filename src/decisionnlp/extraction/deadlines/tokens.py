"""Tokens of a flattened text with what the lexicon knows of each, and the bounded look-ups the grammar is written in.

A token is a run of digits, a run of letters, or one other character. ``words`` are lower-case and padded at the end with
empty strings, so that a rule may look a few tokens ahead without asking for the length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any, NamedTuple

from decisionnlp import lexicons
from decisionnlp.stems import Endings

PAD = 12
# Applied to lower-case text; the letters are those of Latin scripts, since a negated class costs four times as much.
# "imarts": a long month holds fast to its preposition, as where a line end was lost.
_LETTERED = (
    rf"i(?=(?:{'|'.join(name for name in lexicons.calendar_names('months') if len(name) > 3)})\b)|[a-zà-öø-ÿā-ɏ]+"
)
_TOKEN = re.compile(rf"{_LETTERED}|\d+|\S")
_BLANKED_TOKEN = re.compile(rf"\s*(?:{_LETTERED}|\d+|\S)")
_PADDING = [""] * PAD
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
_LEX: dict[str, Any] = lexicons.load("deadlines")


def _table(name: str, key: str) -> dict[str, Any]:
    return {form: entry[key] for entry in _LEX[name] for form in entry["forms"]}


def _misspellings(names: Iterable[str]) -> set[str]:
    """Every word one edit (letter left out, put in, changed, or two swapped) away from a name."""
    found: set[str] = set()
    for name in names:
        splits = [(name[:cut], name[cut:]) for cut in range(1, len(name) + 1)]
        found.update(head + tail[1:] for head, tail in splits if tail)
        found.update(head + tail[1] + tail[0] + tail[2:] for head, tail in splits if len(tail) > 1)
        found.update(head + letter + tail[1:] for head, tail in splits if tail for letter in _LETTERS)
        found.update(head + letter + tail for head, tail in splits for letter in _LETTERS)
    return found


MONTHS: dict[str, int] = _table("months", "number")
SHORT_MONTHS: frozenset[str] = frozenset(_LEX["ambiguous_months"]["forms"])
WEEKDAYS: dict[str, int] = _table("weekdays", "number")
# A bit of ``Tokens.told``: the text holds *senest*, *frist*, *deadline* (the others are in ``knowing``).
LIMIT = 64
# Of a word's mark (see ``knowing``): it may be a verb; where its kind begins (see ``tenses``); it may be a past form, the
# auxiliary of a perfect, a participle.
VERB, KIND_AT, PAST, PERFECT, DONE = 4, 3, 1 << 14, 1 << 21, 1 << 22
OF_PAST = PAST | PERFECT | DONE
# i fredags: the last one
PAST_WEEKDAYS = frozenset(f"{name}s" for name in WEEKDAYS if name.endswith("dag"))
SHORT_WEEKDAYS = frozenset(name for name in WEEKDAYS if len(name) <= 4)
NUMBERS: dict[str, int] = {word: value for word, value in _LEX["numbers"].items() if isinstance(value, int)}
ORDINALS: dict[str, int] = {word: value for word, value in _LEX["ordinals"].items() if isinstance(value, int)}
# In words or in one or two figures.
_ORDINAL_VALUES = {**ORDINALS, **{str(value): value for value in range(1, 100)}, **{f"0{n}": n for n in range(1, 10)}}
UNITS: dict[str, str] = _table("units", "unit")
DEFINITE_UNITS: dict[str, str] = {form: entry["unit"] for entry in _LEX["units"] for form in entry["definite"]}
SEASONS: dict[str, str] = _table("seasons", "season")
HOLIDAYS: dict[str, str] = _table("holidays", "holiday")
NEXT: frozenset[str] = frozenset(_LEX["next"]["forms"])
THIS: frozenset[str] = frozenset(_LEX["this"]["forms"])
LAST: frozenset[str] = frozenset(_LEX["last"]["forms"])
ABOUT: frozenset[str] = frozenset(_LEX["about"]["forms"])
# Endings of a noun in the definite.
DEFINITE_ENDINGS = ("en", "et", "erne", "ene")
MISSPELT: dict[str, list[str]] = {word: wrong for word, wrong in _LEX["misspelt"].items() if isinstance(wrong, list)}
MODIFIERS: frozenset[str] = frozenset(_LEX["modifiers"]["forms"])


def _add_misspellings() -> None:
    """Long names may be one letter off; a real word never is taken for a misspelling."""
    never = set(_LEX["never_misspelt"]["forms"])
    known = (
        never
        | PAST_WEEKDAYS
        | set(MONTHS)
        | set(WEEKDAYS)
        | set(UNITS)
        | set(DEFINITE_UNITS)
        | set(SEASONS)
        | set(HOLIDAYS)
    )
    for table in (MONTHS, WEEKDAYS):
        for name, number in [(name, number) for name, number in table.items() if len(name) >= 6 or name == "april"]:
            for wrong in _misspellings([name]) - known:
                table.setdefault(wrong, number)
    for wrong in _misspellings(["kvartal"]) - known:
        UNITS.setdefault(wrong, "quarter")


_add_misspellings()

_MEETING_ENDINGS: tuple[str, ...] = tuple(_LEX["meetings"]["endings"])
_NOT_MEETINGS: frozenset[str] = frozenset(_LEX["meetings"]["not_meetings"])
_OCCASION_ENDINGS = Endings(_LEX["occasions"]["endings"])
OCCASIONS: frozenset[str] = frozenset(_LEX["occasions"]["words"])
_GATHERING_ENDINGS = Endings(_LEX["gatherings"]["endings"])
_FEAST_ENDINGS = Endings(_LEX["feasts"]["endings"])
_NOT_FEASTS: frozenset[str] = frozenset(_LEX["feasts"]["unless"])
_TOLD_OF = Endings(_LEX["connected"]["endings"])
_PROCESS_ENDINGS = Endings(_LEX["processes"]["endings"])
PLAIN_PROCESSES: frozenset[str] = frozenset(_LEX["processes"]["plain"])
PROCESS_ACTS: frozenset[str] = frozenset(_LEX["processes"]["acts"])
_NOT_PROCESSES: tuple[str, ...] = tuple(_LEX["processes"]["not_processes"])
_DESTINATIONS = Endings(_LEX["processes"]["destinations"])
_MONTH_PREFIX = re.compile(rf"({'|'.join(lexicons.calendar_names('months'))})s?møde")


@lru_cache(maxsize=8192)
def meeting_kind(word: str) -> str | None:
    """``meeting``, ``gathering`` or ``None``; a month in front (*oktobermødet*) is read by ``month_of_meeting``."""
    if word in _NOT_MEETINGS or word.endswith(("indsamling", "opsamling")):
        return None
    if word.endswith(_MEETING_ENDINGS):
        return "meeting"
    return "gathering" if _GATHERING_ENDINGS.close(word) else None


@lru_cache(maxsize=8192)
def is_feast(word: str) -> bool:
    """*kulturnatten*, *personaledagen*"""
    return _FEAST_ENDINGS.close(word) and word not in _NOT_FEASTS


@lru_cache(maxsize=8192)
def is_occasion(word: str) -> bool:
    """What is held again and again: *til næste træning*, *ved hver koncert*."""
    return word in OCCASIONS or _OCCASION_ENDINGS.close(word)


# Words that may be one of these: the exceptions are told by the functions.
EVENT_ENDINGS: tuple[str, ...] = (
    *_MEETING_ENDINGS,
    *_LEX["gatherings"]["endings"],
    *_LEX["feasts"]["endings"],
    *_LEX["occasions"]["endings"],
    *_LEX["processes"]["endings"],
)


def is_event(word: str) -> bool:
    """A meeting, a feast, a process, an occasion."""
    return meeting_kind(word) is not None or is_process(word) or is_feast(word) or is_occasion(word)


def month_of_meeting(word: str) -> int | None:
    """10 for *oktobermødet*."""
    match = _MONTH_PREFIX.match(word)
    return MONTHS[match.group(1)] if match else None


@lru_cache(maxsize=8192)
def is_process(word: str) -> bool:
    return _PROCESS_ENDINGS.close(word) and not word.endswith(_NOT_PROCESSES)


def is_act(word: str) -> bool:
    """*flytningen*, *rengøringen*: no process that a body has, but something that is done with."""
    return word in PROCESS_ACTS


def has_connections(word: str) -> bool:
    """What may be had *i forbindelse med* something: *udgifterne*, *støjen*."""
    return _TOLD_OF.close(word)


@lru_cache(maxsize=8192)
def is_destination(word: str) -> bool:
    return _DESTINATIONS.close(word)


def with_misspellings(forms: Iterable[str]) -> list[str]:
    """The phrases, and each with one of its words as it is often misspelt (*senset*, *inden udgagen af*)."""
    found = list(forms)
    for form in found[:]:
        words = form.split()
        for place, word in enumerate(words):
            found += (" ".join([*words[:place], wrong, *words[place + 1 :]]) for wrong in MISSPELT.get(word, ()))
    return found


def word_set(words: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(words.split())


def phrases(forms: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """Phrases by their first token, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in forms:
        words = tuple(_TOKEN.findall(form))
        found.setdefault(words[0], []).append(words)
    for group in found.values():
        group.sort(key=len, reverse=True)
    return found


_Entry = tuple[tuple[str, ...], Any]


class PhraseTable:
    """Phrases with a value each, found by their first two words; of those that match, the longest comes first."""

    __slots__ = ("_by_first",)

    def __init__(self, entries: Iterable[tuple[str, Any]]) -> None:
        self._by_first: dict[str, tuple[list[_Entry], dict[str, list[_Entry]]]] = {}
        for form, value in entries:
            words = tuple(_TOKEN.findall(form))
            single, longer = self._by_first.setdefault(words[0], ([], {}))
            group = single if len(words) == 1 else longer.setdefault(words[1], [])
            group.append((words, value))
        for _, longer in self._by_first.values():
            for group in longer.values():
                group.sort(key=lambda entry: len(entry[0]), reverse=True)

    def __iter__(self) -> Iterator[str]:
        """The first words."""
        return iter(self._by_first)

    def __contains__(self, word: str) -> bool:
        return word in self._by_first

    def seconds(self) -> Iterator[str]:
        """The second words of the longer phrases."""
        return (second for _, longer in self._by_first.values() for second in longer)

    def is_whole(self, word: str) -> bool:
        """Whether the word is a phrase by itself."""
        return word in self._by_first and bool(self._by_first[word][0])

    def goes_on(self, word: str, following: str) -> bool:
        """Whether a longer phrase begins with the two words."""
        groups = self._by_first.get(word)
        return groups is not None and following in groups[1]

    def at(self, tokens: Tokens, index: int) -> Sequence[_Entry]:
        """The phrases that stand at a token."""
        words = tokens.words
        groups = self._by_first.get(words[index])
        if groups is None:
            return ()
        single, longer = groups
        group = longer.get(words[index + 1])
        if group is None:
            return single
        return [entry for entry in group if len(entry[0]) == 2 or tokens.matches(index, entry[0])] + single

    def first_at(self, tokens: Tokens, index: int) -> tuple[tuple[str, ...], Any] | None:
        found = self.at(tokens, index)
        return found[0] if found else None


class Duration(NamedTuple):
    """A length of time: ``size`` days, working days or months (weeks and years are converted)."""

    size: int
    unit: str  # day, workday, month
    approximate: bool


def lower(text: str) -> str:
    """Lower case with every character in its place."""
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


def split(text: str) -> tuple[list[str], list[str]]:
    """The lower-case tokens of a text, each with the blanks before it (so that offsets are running sums) and without."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = lower(text)
    blanked = _BLANKED_TOKEN.findall(lowered)
    return blanked, list(map(str.lstrip, blanked))


class Tokens:
    """The tokens of one text. Indices beyond the end are allowed up to ``PAD``: they read as empty words.

    ``told`` says what the words tell of and ``marks`` what each can begin, ``cues`` which lists of cue words they are on
    (bits, see ``knowing``), ``has_verb`` whether one is the form of a known verb and ``may_be_past``
    which past forms they may be (bits of ``OF_PAST``).
    """

    __slots__ = ("cues", "ends", "has_verb", "marks", "may_be_past", "size", "text", "told", "words")

    def __init__(
        self,
        text: str,
        blanked: list[str],
        words: list[str],
        marks: list[int],
        told: int,
        cues: int,
        has_verb: bool,
        may_be_past: int,
    ) -> None:
        self.text = text
        self.size = len(words)
        self.ends: list[int] = list(accumulate(map(len, blanked)))
        self.words = words + _PADDING
        self.marks = marks
        self.told = told
        self.cues = cues
        self.has_verb = has_verb
        self.may_be_past = may_be_past

    def start(self, index: int) -> int:
        """The place of a token's first character in the text."""
        return self.ends[index] - len(self.words[index])

    def glued(self, index: int) -> bool:
        """No blank before the token."""
        return 0 < index < self.size and self.ends[index - 1] + len(self.words[index]) == self.ends[index]

    def capitalised(self, index: int) -> bool:
        return 0 <= index < self.size and self.text[self.ends[index] - len(self.words[index])].isupper()

    def excerpt(self, first: int, last: int) -> str:
        """The words from token ``first`` to the one before ``last`` as they stand in the text."""
        return self.text[self.start(first) : self.ends[last - 1]]

    def before(self, index: int, back: int = 1) -> str:
        """The word ``back`` tokens before, empty before the beginning."""
        return self.words[index - back] if index >= back else ""

    def matches(self, index: int, phrase: tuple[str, ...]) -> bool:
        length = len(phrase)
        return self.words[index] == phrase[0] and (length == 1 or tuple(self.words[index : index + length]) == phrase)

    def skip_dot(self, index: int) -> int:
        """The index behind an abbreviation's full stop that touches the word before."""
        return index + 1 if self.words[index] == "." and self.glued(index) else index

    def number(self, index: int) -> tuple[int, int] | None:
        """A cardinal in figures (up to four) or words, and the index behind it."""
        word = self.words[index]
        if word.isdecimal() and word.isascii():
            return (int(word), index + 1) if len(word) <= 4 else None
        value = NUMBERS.get(word)
        if value is None:
            return None
        if word in ("et", "en") and self.words[index + 1] == "par":
            return 2, index + 2
        return value, index + 1

    def ordinal(self, index: int, highest: int = 53) -> tuple[int, int] | None:
        """``7.``, ``7`` or ``syvende`` and the index behind it (and behind its full stop)."""
        word = self.words[index]
        value = _ORDINAL_VALUES.get(word)
        if value is None or value > highest:
            return None
        if word not in ORDINALS and self.words[index + 1] == "." and self.glued(index + 1):
            return value, index + 2
        return value, index + 1

    def year(self, index: int) -> tuple[int, int] | None:
        """Four figures 1900–2099 or ``'24``."""
        word = self.words[index]
        if len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20"):
            return int(word), index + 1
        if word in "'’" and word and len(self.words[index + 1]) == 2 and self.words[index + 1].isdecimal():
            return 2000 + int(self.words[index + 1]), index + 2
        return None

    def duration(self, index: int) -> tuple[Duration, int] | None:
        """``14 dage``, ``ca. tre uger``, ``et halvt år``, ``halvandet år``, ``en måneds tid``, ``5 hverdage``."""
        words = self.words
        approximate = False
        if words[index] in ABOUT:
            index = self.skip_dot(index + 1)
            approximate = True
        if words[index] in ("halvandet", "halvanden"):
            if UNITS.get(words[index + 1]) == "year":
                return Duration(18, "month", approximate), index + 2
            if UNITS.get(words[index + 1]) == "month":
                return Duration(45, "day", True), index + 2
            return None
        if words[index] == "par" and words[index + 1] in UNITS:  # de næste par uger
            found: tuple[int, int] | None = (2, index + 1)
            approximate = True
        else:
            found = self.number(index)
        if found is None:
            return None
        value, index = found
        if words[index - 1] == "par":
            approximate = True
        if value == 1 and words[index] in ("halvt", "halv", "lille"):
            if words[index] != "lille":
                if UNITS.get(words[index + 1]) == "year":
                    return self._rest_of_duration(Duration(6, "month", approximate), index + 2)
                return None
            index += 1
        # 14-dages, 14 kalenderdage, 4-6 uger, to-tre uger, 2 til 3 uger (the longer counts)
        if words[index] in ("-", "–", "til") and words[index + 2] in UNITS:
            longer = self.number(index + 1)
            if longer is None:
                return None
            value, index, approximate = longer[0], index + 2, True
        unit = UNITS.get(words[index])
        if unit is None:
            return None
        if value > 600:
            return None
        if unit == "week":
            length = Duration(7 * value, "day", approximate)
        elif unit in ("day", "workday"):
            length = Duration(value, unit, approximate)
        else:
            months = {"month": 1, "quarter": 3, "half": 6, "year": 12}[unit] * value
            length = Duration(months, "month", approximate)
        return self._rest_of_duration(length, index + 1)

    def _rest_of_duration(self, length: Duration, index: int) -> tuple[Duration, int]:
        words = self.words
        if words[index] == "." and words[index - 1] in ("mdr", "md") and self.glued(index):
            index += 1
        if words[index] == "tid" and words[index - 1].endswith("s"):
            return length._replace(approximate=True), index + 1
        return length, index
