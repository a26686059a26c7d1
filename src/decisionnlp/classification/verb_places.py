"""Where in a sentence verbs stand: which word is the finite verb of its clause, and whether one comes ahead."""

from __future__ import annotations

from decisionnlp.classification.function_words import (
    ADVERBS,
    COORDINATORS,
    COUNTS,
    DETERMINERS,
    NOUNLIKE,
    NOUNS_IN_ER,
    PAUSES,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from decisionnlp.classification.verbs import (
    AUXILIARIES,
    INFINITIVE,
    MODALS,
    PARTICIPLE,
    PASSIVE,
    PAST_PASSIVE,
    PRESENT,
    PRETERITE,
    VerbForm,
    looks_passive,
    subject_kind,
)

_PRESENT_FORMS = frozenset({PRESENT, PASSIVE})
_FINITE_FORMS = frozenset({PRESENT, PRETERITE, PASSIVE, PAST_PASSIVE})


def is_verbal(words: list[str], forms: list[VerbForm | None], index: int, capitals: list[int]) -> bool:
    """Whether the word can be the finite verb of a clause here."""
    word = words[index]
    if word in FINITE:
        return not (word in ("kunne", "skulle", "ville") and index > 0 and words[index - 1] == "at")
    form = forms[index]
    before = words[index - 1] if index else ""
    if word == "stemmer" and (before.isdigit() or before in COUNTS):
        return False  # "vedtaget med to stemmer imod"
    if form is None:
        return unknown_verb(words, index, capitals)
    if form.forms.isdisjoint(_FINITE_FORMS):
        return False
    if PRETERITE in form.forms and form.forms.isdisjoint(_PRESENT_FORMS):
        # "de godkendte takster": an attribute, not a verb
        if before in DETERMINERS and before not in ("det", "alle", "nogle", "flere", "mange"):
            return False
        if before in PREPOSITIONS:
            return False
    elif (
        (before in PREPOSITIONS and before not in ("om",))
        or (word in NOUNLIKE and (not before or before in DETERMINERS or before in COORDINATORS))
        or (
            PRESENT in form.forms
            and before in DETERMINERS
            and before not in ("det", "den", "de", "alle", "denne", "dette", "nogle", "flere")
        )
    ):
        return False
    return True


FINITE = frozenset(MODALS) | frozenset(word for word, tense in AUXILIARIES.items() if tense in (PRESENT, PRETERITE))


def unknown_verb(words: list[str], index: int, capitals: list[int]) -> bool:
    """Whether a word outside the lexicon stands where a finite verb would: a passive in -es behind *der* or a noun, or an
    active in -er behind a name, a pronoun or a unit."""
    word = words[index]
    if not index or capitals[index]:
        return False
    before = words[index - 1]
    if word.endswith("es"):
        if not looks_passive(word):
            return False
        after = words[index + 1] if index + 1 < len(words) else ""
        return (
            before == "der"
            or after == "der"
            or (before not in PREPOSITIONS and before.endswith(("en", "et", "ne", "erne")) and len(before) > 3)
        )
    if len(word) < 4 or not word.endswith("er") or word in NOUNS_IN_ER:
        return False
    return before in PRONOUNS or capitals[index - 1] == 2 or (subject_kind(before) in ("admin", "body") and index < 4)


def finite_next(finite: list[bool], index: int) -> bool:
    """Whether one of the next three words is a finite verb."""
    return any(finite[index : index + 3])


def counts_as_verb(form: VerbForm | None, kind: str) -> bool:
    if form is None:
        return False
    return PARTICIPLE in form.forms or (kind in ("inf", "purpose") and INFINITIVE in form.forms)


def infinitive_ahead(words: list[str], forms: list[VerbForm | None], index: int) -> bool:
    """After *at*: an infinitive (perhaps behind adverbs) rather than a clause with a subject."""
    for position in range(index, min(index + 3, len(words))):
        word, form = words[position], forms[position]
        if (form is not None and INFINITIVE in form.forms) or word in (
            "være",
            "blive",
            "have",
            "få",
            "kunne",
            "skulle",
        ):
            return True
        if word in ADVERBS:
            continue
        # unknown infinitive: at + ...e + object
        return (
            position == index
            and word.endswith("e")
            and form is None
            and subject_kind(word) is None
            and word not in DETERMINERS
            and len(word) > 3
        )
    return False


def finite_ahead(words: list[str], finite: list[bool], index: int) -> bool:
    for position in range(index, min(index + 12, len(words))):
        if words[position] in PAUSES:
            return False
        if finite[position]:
            return True
    return False


def verb_ahead(words: list[str], forms: list[VerbForm | None], finite: list[bool], index: int, limit: int = 14) -> str:
    """What verb form comes next within this pause: ``finite``, ``inf``, ``part`` or nothing."""
    for position in range(index, min(index + limit, len(words))):
        word = words[position]
        if word in PAUSES:
            return ""
        if finite[position]:
            return "finite"
        if word in SUBORDINATORS:
            return "sub" if position == index else ""
        form = forms[position]
        if form is not None and position - index < 3:
            if PARTICIPLE in form.forms:
                return "part"
            if (
                INFINITIVE in form.forms
                and words[position - 1] not in DETERMINERS
                and words[position - 1] not in PREPOSITIONS
            ):
                return "inf"
    return ""
