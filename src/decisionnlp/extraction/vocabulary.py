"""What single words are, for owner finding: unit nouns, offices, given names, verbs by what their subject does.

The data lie in ``lexicons/``: ``units.toml``, ``first_names.toml``, ``task_verbs.toml``, ``word_kinds.toml``; here they become sets
and cached tests.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines.tenses import FORMS, Form
from decisionnlp.stems import Endings


@cache
def word_set(name: str) -> frozenset[str]:
    """A word set of ``word_kinds.toml``."""
    return frozenset(lexicons.load("word_kinds")[name]["words"])


@cache
def owner_words(name: str) -> frozenset[str]:
    """A word set of ``owner_words.toml``."""
    return frozenset(lexicons.load("owner_words")[name]["words"])


CAPITAL = "A-ZÆØÅÉÖÄÜ"
LETTER = "a-zæøåéöäüA-ZÆØÅÉÖÄÜ"

# A word with inner hyphens, ampersands or apostrophes, a suspended hyphen behind it (Teknik-), or one other sign.
TOKEN = re.compile(r"[^\W_]+(?:[-&’'´`][^\W_]+)*-?|[^\w\s]")

_DEFINITE = re.compile(r"(?:en|et|n|ne|ene|erne)$")
_SURNAME_ENDINGS = tuple(lexicons.load("word_kinds")["surname_endings"]["words"])


@cache
def _noun_forms(table: str) -> tuple[frozenset[str], frozenset[str]]:
    """(base forms, definite forms) of a table of ``units.toml``; the first form of a row is the base."""
    base: set[str] = set()
    definite: set[str] = set()
    for row in lexicons.load("units")[table]:
        for form in row.split():
            (definite if _DEFINITE.search(form) and form != row.split()[0] else base).add(form)
    # Rows of one form, and bases that end like definites (medlem-, region), are told apart by their place in the row.
    return frozenset(base - definite), frozenset(definite)


@cache
def _endings(table: str, definite: bool) -> tuple[Endings, frozenset[str]]:
    """Forms that end a word, and forms that must be the whole word: short ones are too ambiguous as endings of compounds (råd in
    "forråd")."""
    forms = _noun_forms(table)[1 if definite else 0]
    return Endings(form for form in forms if len(form) > 3), frozenset(form for form in forms if len(form) <= 3)


def _has_form(lower: str, table: str, definite: bool) -> bool:
    endings, whole = _endings(table, definite)
    return endings.close(lower) or lower in whole


# Words that end like a unit or an office and are none.
_NOT_COMPOUND = word_set("not_compound")
_ACTING_AREAS = word_set("acting_areas")
_AREAS = ("område", "området", "områder", "områderne")


@lru_cache(maxsize=20000)
def noun_kind(lower: str) -> tuple[str, bool] | None:
    """``("unit" | "person", definite)`` for a noun that can act, else None. ``lower`` is the word in lower case."""
    if not 3 <= len(lower) <= 60 or lower in _NOT_COMPOUND:
        return None
    if lower.endswith(_AREAS):  # "området" ends like "rådet"
        return ("unit", True) if lower in _ACTING_AREAS else None
    for kind, table in (("unit", "unit_nouns"), ("person", "person_nouns")):
        if _has_form(lower, table, True):
            return kind, True
    for kind, table in (("unit", "unit_nouns"), ("person", "person_nouns")):
        if _has_form(lower, table, False):
            return kind, False
    return None


@lru_cache(maxsize=20000)
def office_noun(lower: str) -> tuple[str, bool] | None:
    """``noun_kind``, and nouns too everyday to count alone: ``leder`` in *den daglige leder*, *leder af musikskolen*."""
    found = noun_kind(lower)
    if found is not None:
        return found
    for kind, table in (("unit", "unit_nouns"), ("person", "person_nouns")):
        if lower in _noun_forms(table)[0]:
            return kind, False
    return None


def whole_noun(lower: str) -> bool:
    """A noun of office in the definite or as a word of its own, not only by its ending (*Sejer*, *Birkelev* are names)."""
    found = noun_kind(lower)
    if found is None:
        return False
    return found[1] or any(lower in _noun_forms(table)[0] for table in ("unit_nouns", "person_nouns"))


def numbered_unit(lower: str) -> bool:
    """What a number names (*3. Afdeling*); *1. Kirkeværgen sender …* is the first point of a list."""
    found = office_noun(lower)
    return found is not None and found[0] == "unit" and not found[1]


@cache
def first_names() -> frozenset[str]:
    """Given names."""
    return frozenset(lexicons.load("first_names")["names"].split())


@cache
def starters() -> frozenset[str]:
    """Capitalised words that name nobody at the start of a sentence."""
    return frozenset(lexicons.load("units")["not_units"]["starters"]) | {
        word.capitalize() for word in ADVERBS | owner_words("time_openings")
    }


@cache
def lone_nouns() -> frozenset[str]:
    """Capitalised nouns that name nobody when they stand alone at the start of a sentence (Unge, but not Børn og Unge)."""
    return frozenset(lexicons.load("units")["not_units"]["nouns"])


@cache
def not_acronyms() -> frozenset[str]:
    """Capitals that name no unit (EU, PDF)."""
    return frozenset(lexicons.load("units")["not_units"]["acronyms"])


@cache
def tools() -> frozenset[str]:
    """Lower-case names of apps and systems, which are no one's names."""
    return frozenset(lexicons.load("units")["not_units"]["tools"])


@cache
def parties() -> frozenset[str]:
    """Letters and short forms of parties."""
    return frozenset(lexicons.load("units")["not_units"]["parties"])


@cache
def heads(table: str) -> frozenset[str]:
    """Lower-case first words of names: ``heads("for")`` want *for* and a name, ``heads("none")`` a name directly."""
    return frozenset(word.lower() for word in lexicons.load("units")["name_heads"][table])


def is_given_name(word: str) -> bool:
    """Whether a word is a given name, or the first part of a double one."""
    return word in first_names() or ("-" in word and word.split("-")[0] in first_names())


def is_surname(word: str) -> bool:
    """Whether a word ends as Danish surnames do."""
    return len(word) > 4 and word.endswith(_SURNAME_ENDINGS)


_ACRONYM = re.compile(rf"[{CAPITAL}]{{2,6}}(?:-[{CAPITAL}]{{2,4}})?$")


@cache
def headings() -> frozenset[str]:
    """Plain words as they stand in capitals: STATUS, BUDGET; of three letters only those that are listed (MED, FRA may be names)."""
    plain = {word.upper() for word in starters() | lone_nouns() if len(word) > 3}
    return frozenset(plain | set(lexicons.load("units")["not_units"]["headings"]))


def is_acronym(word: str) -> bool:
    """Two to six capitals that may name a unit (or a person by initials)."""
    return word.isupper() and bool(_ACRONYM.match(word)) and word not in not_acronyms() and word not in headings()


PREPOSITIONS = word_set("prepositions")
# Functions rather than units of their own: Service og IT is one name.
FUNCTION_ACRONYMS = frozenset(("IT", "HR", "PR"))
SUBORDINATORS = word_set("subordinators")
ADVERBS = word_set("adverbs")
MODALS = word_set("modals")
PAST_MODALS = word_set("past_modals")


@cache
def verb_forms(section: str, key: str = "forms") -> frozenset[str]:
    """Verb forms of a section of ``task_verbs.toml``."""
    return frozenset(lexicons.load("task_verbs")[section][key])


@cache
def listed_verbs() -> frozenset[str]:
    """Forms that are surely verbs: of tasks, of speaking and of asking."""
    return verb_forms("task") | verb_forms("speaker") | verb_forms("requester")


@cache
def animate_verbs() -> frozenset[str]:
    """Task verbs that only people do: a plain definite noun before one of them acts (kantinerne laver …)."""
    return frozenset(lexicons.load("task_verbs")["animate"]["forms"])


@cache
def task_infinitives() -> frozenset[str]:
    """Infinitives of the verbs that order tasks."""
    return frozenset(form[:-1] for form in verb_forms("task") if form.endswith("r"))


@cache
def animate_infinitives() -> frozenset[str]:
    """Infinitives of the verbs that only people do."""
    return frozenset(form[:-1] for form in animate_verbs())


@cache
def handover() -> re.Pattern[str]:
    """Words after which ``til X`` gives X the matter (sendes tilbage, henvises, overdrages …)."""
    cues = sorted(lexicons.load("task_verbs")["handover"]["cues"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(cues)})\w*", re.IGNORECASE)


# Words ending in -r that are no present tense: plurals, comparatives, little words.
_NOT_PRESENT = tuple(lexicons.load("word_kinds")["not_present_endings"]["words"])
_NOT_PRESENT_WORDS = word_set("not_present") | frozenset(lexicons.calendar_names("months"))
_NOT_PASSIVE = word_set("not_passive")


@lru_cache(maxsize=20000)
def verb_kind(lower: str) -> str | None:
    """``modal``, ``past_modal``, ``present``, ``passive`` (present or infinitive in -s), ``past`` or None for no finite verb."""
    if lower in MODALS:
        return "modal"
    if lower in PAST_MODALS:
        return "past_modal"
    if lower in verb_forms("past", "irregular") or lower in ("bliver",):
        return "past" if lower not in ("har", "er", "bliver") else lower
    if lower in verb_forms("task"):
        return "present"
    if lower in verb_forms("speaker") or lower in verb_forms("requester"):
        return "present" if lower.endswith("r") else "past"
    if lower.endswith("s"):
        if lower in verb_forms("order", "passive"):
            return "passive"
        good = len(lower) > 3 and lower.endswith(("es", "gås", "fås", "ås")) and lower not in _NOT_PASSIVE
        return (
            "passive"
            if good and not (lower.endswith(("ernes", "enes", "tes", "res")) and noun_kind(lower[:-1]))
            else None
        )
    if lower.endswith("r"):
        if lower in _NOT_PRESENT_WORDS or lower.endswith(_NOT_PRESENT) or len(lower) < 3 or noun_kind(lower):
            return None
        return "present" if lower.endswith(("er", "år", "ør", "ar", "or", "yr", "ir")) else None
    if len(lower) > 4 and lower.endswith(("ede", "te")) and not lower.endswith(("ste", "ette", "rette")):
        return "past"
    return "past" if len(lower) > 4 and FORMS.get(lower) == Form.PAST else None


def is_participle(lower: str) -> bool:
    """*undersøgt*, *lavet*, *sat*: the form behind *har*, *får* and *skal have*."""
    if FORMS.get(lower) == Form.PARTICIPLE:
        return True
    return (
        len(lower) > 4
        and lower not in ADVERBS
        and lower not in owner_words("time_openings")
        and lower.endswith(("et", "gt", "lt", "dt", "rt", "st"))
        and verb_kind(lower) is None
        and not noun_kind(lower)
    )
