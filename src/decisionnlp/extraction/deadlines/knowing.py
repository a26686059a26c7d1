"""What is known of a word, packed into one number and worked out when the word is first seen.

Of a number's bits the lowest say that a rule may begin with the word, that it is a word of time or a figure, that it may be a
verb and what it is to clauses (``tenses``); then come what it tells of, whether it may be a past form, behind what it may
stand, whether it may be part of a perfect, and the lists of cue words it is on.
"""

from __future__ import annotations

from collections.abc import Iterable

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines.recurrence import ADVERBS
from decisionnlp.extraction.deadlines.tenses import verb_marks
from decisionnlp.extraction.deadlines.tokens import (
    DEFINITE_UNITS,
    EVENT_ENDINGS,
    HOLIDAYS,
    LAST,
    LIMIT,
    MISSPELT,
    MONTHS,
    OCCASIONS,
    PAST_WEEKDAYS,
    PROCESS_ACTS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    is_event,
    with_misspellings,
)
from decisionnlp.learned import Learned
from decisionnlp.stems import Affixes

BEGINS, OF_TIME = 1, 2
# What a word tells of: a rule is tried only where the text holds a word of its kind. (And LIMIT, 64.)
TIME, EVENT, FORMER, RECURRENT, LENGTH, VAGUE, OF_SEASON = 1, 2, 4, 8, 16, 32, 128
TOLD_AT = 6
TELLS = 255 << TOLD_AT
# It ends like the name of an event; never left in a mark.
_LIKE_EVENT = 1 << 15
# Behind what it may stand where an expression begins: the words of a relation, an article, *i*, figures, the lead of a length.
BEHIND_LEAD, BEHIND_ARTICLE, BEHIND_I, BEHIND_FIGURES, BEHIND_LENGTH = (1 << place for place in range(16, 21))
CUES_AT = 23  # behind the other two of ``OF_PAST``

_TIME_WORDS = frozenset(
    {"d", "u", "gang", "gange", "skoleår", "skoleåret", "skoleårets", "weekend", "weekenden", "månedsskiftet", "halvårsskiftet", "når", "snart", "dd", "inden", "før", "senest", "idag", "imorgen",
     "dag", "morgen", "overmorgen", "dato", "ds", "dennes", "halvdel", "udgangen", "uger", "ugerne", "kristi", "skærtorsdag", "langfredag", "bededag", "hans", "himmelfart", "skolernes"}
)  # fmt: skip
_FORMER_WORDS = frozenset({*LAST, *PAST_WEEKDAYS, "går", "fjor", "forgårs", "siden"})
_RECURRENT_WORDS = frozenset(
    {
        *ADVERBS,
        "dag",
        "dage",
        "time",
        "timer",
        "hver",
        "hvert",
        "enhver",
        "hveranden",
        "hvertandet",
        "gang",
        "gange",
        "måneden",
        "pr",
        "per",
    }
)
# The longest word of a phrase tells that it may be there.
_VAGUE_WORDS = frozenset(
    max(form.split(), key=len)
    for entry in lexicons.load("deadlines")["vague"]
    for form in with_misspellings(entry["forms"])
)

_TELLING: tuple[tuple[int, frozenset[str]], ...] = (
    (TIME, _TIME_WORDS.union(UNITS, DEFINITE_UNITS, SEASONS, HOLIDAYS)),
    (LENGTH, frozenset({*UNITS, "dagen", "ugen"})),
    (FORMER, _FORMER_WORDS),
    (RECURRENT, _RECURRENT_WORDS),
    (LIMIT, frozenset({"senest", "tidligst", *MISSPELT["senest"]})),
    (EVENT, frozenset({"gang", "ses", "forbindelse", "ifm", "ifbm", "sammen", *OCCASIONS, *PROCESS_ACTS})),
    (VAGUE, _VAGUE_WORDS),
    (OF_SEASON, frozenset(name for name in SEASONS if name.endswith("s"))),
)


# Lists that are asked for as sets alone.
_SETS = frozenset(lexicons.load("deadline_context")["sets"]["names"])
_CUE_LISTS: dict[str, list[str]] = {
    section if key == "words" else f"{section}.{key}": entries
    for section, lists in lexicons.load("deadline_context").items()
    for key, entries in lists.items()
    if key not in ("example", "names") and (section if key == "words" else f"{section}.{key}") not in _SETS
}
# The bit of every list of cue words. An entry that ends in ``*`` is the beginning of a word, one that begins with it the end.
CUE_BITS: dict[str, int] = {name: 1 << place for place, name in enumerate(_CUE_LISTS)}


# What is known of whole words, but for the names of months and weekdays, of which there are thousands with all their
# misspellings, and for verbs.
_WHOLE: dict[str, int] = {}


def _tell(bits: int, words: Iterable[str]) -> None:
    for word in words:
        _WHOLE[word] = _WHOLE.get(word, 0) | bits


for _told, _words in _TELLING:
    _tell(_told << TOLD_AT, filter(str.isalpha, _words))
for _name, _entries in _CUE_LISTS.items():
    _tell(CUE_BITS[_name] << CUES_AT, (_entry for _entry in _entries if "*" not in _entry))
_OF_NAMES = BEGINS | TIME << TOLD_AT | BEHIND_LEAD | BEHIND_FIGURES
_OF_FIGURES = BEGINS | OF_TIME | BEHIND_LEAD | BEHIND_ARTICLE | BEHIND_FIGURES
_AFFIXES = Affixes(
    [
        ("deadline*", LIMIT << TOLD_AT),
        ("møde*", EVENT << TOLD_AT),
        *((f"*{ending}", _LIKE_EVENT) for ending in EVENT_ENDINGS),
        *(
            (entry, CUE_BITS[name] << CUES_AT)
            for name, entries in _CUE_LISTS.items()
            for entry in entries
            if "*" in entry
        ),
    ]
)


def _learn(word: str) -> int:
    marks = _WHOLE.get(word, 0)
    if not word.isalpha():
        return marks | (_OF_FIGURES if word.isdecimal() else BEHIND_FIGURES) | verb_marks(word)
    marks |= _AFFIXES.of(word) | verb_marks(word)
    if marks & _LIKE_EVENT:
        marks ^= _LIKE_EVENT
        if is_event(word):
            marks |= EVENT << TOLD_AT
    if word in MONTHS or word in WEEKDAYS:
        marks |= _OF_NAMES
    if "frist" in word:
        marks |= LIMIT << TOLD_AT
    return marks | OF_TIME if marks & TELLS else marks


KNOWN: Learned[int] = Learned(_learn, limit=60_000)


def tell(marks: Iterable[tuple[int, Iterable[str]]]) -> None:
    """What the rules say of words (see ``scanning``: they build on what is known here). With that all is told, so that the
    words of the lexicons, a third of those that texts hold, can be worked out here and now."""
    for bits, words in marks:
        _tell(bits, words)
    KNOWN.update((word, _learn(word)) for word in _WHOLE)
