"""Small words by what they do in a clause (``lexicons/function_words.toml``), and the marks between clauses."""

from __future__ import annotations

from decisionnlp import lexicons

_WORDS = lexicons.load("function_words")


def _set(name: str) -> frozenset[str]:
    return frozenset(_WORDS[name]["words"])


PAUSES = frozenset(".,;:!?()–—")
STRONG_PAUSES = frozenset(".;:!?–—")
ADVERBS, DETERMINERS, PREPOSITIONS = _set("adverbs"), _set("determiners"), _set("prepositions")
COORDINATORS, PRONOUNS, COUNTS = _set("coordinators"), _set("pronouns"), _set("counts")
NOUNLIKE, NOUNS_IN_ER = _set("nounlike"), _set("nouns_in_er")
# What denies the verb itself; the other negations deny its object.
NEGATES = _set("negations") - {"uden", "ingen", "intet"}
# Which kind of clause each opens (see ``structure.Clause``).
SUBORDINATORS: dict[str, str] = _WORDS["subordinators"]["kinds"]
# Words and marks at which a clause can begin or end; between them nothing is asked but whether a verb stands there.
TURNS = PAUSES | COORDINATORS | SUBORDINATORS.keys() | {"at", "så"}
IDLE = ADVERBS | COORDINATORS | PAUSES
NO_NAMES = IDLE | DETERMINERS | SUBORDINATORS.keys()
