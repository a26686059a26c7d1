"""The subject of a verb: what noun it is, and whether that is somebody who acts or work that somebody does."""

from __future__ import annotations

from functools import lru_cache

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.surroundings import Surroundings, words_of
from decisionnlp.extraction.deadlines.tenses import FORMS
from decisionnlp.extraction.deadlines.tokens import DEFINITE_ENDINGS, MONTHS, WEEKDAYS, word_set

PREPOSITIONS = word_set("af på i til for om med fra ved under over hos mellem mod uden fra efter inden før ad")
DEFINITE = (*DEFINITE_ENDINGS, "ne")
HAPPENS = words_of("happens")
_WORK = tuple(words_of("work.endings"))
_NO_WORK = tuple(words_of("work.unless"))
_UNITS = lexicons.load("units")
# Who acts: bodies and people by their nouns, which also end compounds, and first names.
_AGENTS = tuple(noun for table in ("unit_nouns", "person_nouns") for forms in _UNITS[table] for noun in forms.split())
_NAMES = frozenset(name.lower() for name in lexicons.load("first_names")["names"].split())
_THINGS = tuple(words_of("happens.things"))
_PRONOUNS = word_set("vi jeg han hun de alle man begge der hver ingen")
_ADVERBS = lexicons.words("deadline_words", "adverbs")
_OBJECT_STARTS = word_set("den det de en et sin sit sine alle begge vores deres")
# Tokens that a subject may have before its head is given up.
_LONG = 30


def subject(placed: Placed, around: Surroundings, verb: int, *, back: bool = True) -> tuple[int, str]:
    """Where the noun of the subject stands and what it is: the last word before the first preposition; (-1, "") for none."""
    clauses, words = around.clauses, around.tokens.words
    number = clauses.clause(verb)
    first = clauses.openers[number]
    for _ in range(3):
        if words[first] != "og" or not number or clauses.first_after(clauses.openers[number - 1] - 1) < first:
            break
        number -= 1  # beskæring af linde og elm foregår …
        first = clauses.openers[number]
    if words[first] in ("som", "der") and first + 1 == verb and first:  # holdet, som starter den 7. april
        noun = first - 1 if words[first - 1].isalpha() else first - 2
        return (noun, words[noun]) if noun >= 0 and words[noun].isalpha() else (-1, "")
    while first < verb and (
        words[first] in ("at", "og", "som", "men", "der", "hvor") or not words[first][:1].isalnum()
    ):
        first += 1
    if back and first == verb and words[verb - 1] in ("og", "men") and number:  # åbner 1. maj og lukker 1. juni
        former = clauses.first_after(clauses.openers[number - 1] - 1)
        if 0 <= former < first:
            return subject(placed, around, former, back=False)
        before = range(max(clauses.openers[number - 1], verb - 40), verb - 1)
        former = next((look for look in before if words[look] in HAPPENS), -1)
        return subject(placed, around, former, back=False) if former >= 0 else (-1, "")
    if first < verb and words[first] in PREPOSITIONS and not placed.start <= first < placed.end:
        first = verb  # Efter 12 år på posten stopper Kirsten …
    if placed.start <= first < placed.end:  # Den 1. marts starter …
        first = placed.end
    last = verb
    if first >= verb:
        first, last = verb + 1, placed.start if placed.start > verb else around.tokens.size
    head = -1
    for look in range(first, min(last, first + _LONG)):
        word = words[look]
        if word in PREPOSITIONS and head >= 0:
            break
        if not word[:1].isalpha():
            if head >= 0 and word not in ("-", "/", "&", "."):
                break
            continue
        head = look
        if first > verb and _is_whole(around, look):  # hænger formanden plakaterne op: the object stands behind
            break
    return head, words[head] if head >= 0 else ""


def _is_whole(around: Surroundings, index: int) -> bool:
    """Whether a phrase behind the verb ends with this noun: it is in the definite or who acts, and no name goes on."""
    word = around.tokens.words[index]
    if around.tokens.capitalised(index + 1) or (around.tokens.words[index + 1] in ("-", "og", "&", "/")):
        return False
    return (is_agent(word) and word != "der") or (len(word) > 4 and word.endswith(DEFINITE_ENDINGS))


def takes_object(around: Surroundings, verb: int, head: int) -> bool:
    """``Den 3. maj åbner Jens ventilerne``: behind verb and subject another noun in the definite, or its article."""
    if head < verb:
        return False
    words = around.tokens.words
    behind = words[head + 1]
    if behind in _OBJECT_STARTS:
        return words[head + 2].isalpha() and words[head + 2] not in MONTHS
    if behind in FORMS or behind in WEEKDAYS:
        return False
    if is_agent(words[head]) and words[head] not in _PRONOUNS and len(behind) > 2 and behind.isalpha():
        return behind not in PREPOSITIONS and behind not in _ADVERBS  # lukker holdet rum 4 af
    return len(behind) > 4 and behind.endswith(DEFINITE_ENDINGS)


@lru_cache(maxsize=16384)
def is_work(noun: str) -> bool:
    """*ombygningen, gravearbejdet, næste etape*: what somebody does."""
    return noun.endswith(_WORK) and not noun.endswith(_NO_WORK)


def acts(around: Surroundings, index: int, noun: str) -> bool:
    """Whether the noun of a subject is somebody who acts: a pronoun, a body, a person by name or office."""
    if is_agent(noun):
        return True
    tokens = around.tokens
    if not tokens.capitalised(index):
        return False
    return not noun.endswith(DEFINITE) or index not in around.starts


@lru_cache(maxsize=16384)
def is_agent(noun: str) -> bool:
    return noun in _PRONOUNS or noun in _NAMES or (noun.endswith(_AGENTS) and not noun.endswith(_THINGS))
