"""Word forms of the verb and subject lexicons, looked up by token."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from decisionnlp import lexicons

INFINITIVE, PRESENT, PRETERITE, PARTICIPLE, PASSIVE = "inf", "pres", "pret", "part", "pass"
PAST_PASSIVE = "passpret"

MODALS = {
    "kan": "kunne", "kunne": "kunne", "skal": "skulle", "skulle": "skulle", "vil": "ville", "ville": "ville",
    "bør": "burde", "burde": "burde", "må": "måtte", "måtte": "måtte", "kunnet": "kunne",
}  # fmt: skip
PAST_MODALS = frozenset({"kunne", "skulle", "ville", "burde", "måtte"})
AUXILIARIES = {
    "er": PRESENT, "var": PRETERITE, "bliver": PRESENT, "blev": PRETERITE, "har": PRESENT, "havde": PRETERITE,
    "blive": INFINITIVE, "være": INFINITIVE, "været": PARTICIPLE, "blevet": PARTICIPLE, "have": INFINITIVE,
}  # fmt: skip

# Genitives and other words in -es that are no passive verbs.
_NOT_PASSIVE = lexicons.words("function_words", "not_passive")
_GENITIVE_ENDINGS = ("nes", "rnes", "des", "ses", "ies")


@dataclass(frozen=True, slots=True)
class VerbForm:
    """What one word form can be: its lemma, its grammatical forms and the classes of its lemma."""

    lemma: str
    forms: frozenset[str]
    classes: frozenset[str]


@dataclass(slots=True)
class _Draft:
    lemma: str
    forms: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)


def _weak(lemma: str, past: str, participle: str) -> str:
    stem = lemma.removesuffix("e")
    return f"{lemma} {stem}er {stem}{past} {stem}{participle} {stem}es"


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Every word form of ``decision_verbs.toml``."""
    rows: dict[str, tuple[str, set[str]]] = {}
    for name, group in lexicons.load("decision_verbs").items():
        lines = [_weak(verb, "ede", "et") for verb in group.get("weak1", ())]
        lines += [_weak(verb, "te", "t") for verb in group.get("weak2", ())]
        lines += group.get("forms", ())
        for line in lines:
            rows.setdefault(line, (line.split()[0], set()))[1].add(name)
    # A lemma's classes are the union over its groups, whatever line named it.
    classes: dict[str, set[str]] = {}
    for lemma, names in rows.values():
        classes.setdefault(lemma, set()).update(names)
    drafts: dict[str, _Draft] = {}
    for line in rows:
        lemma, *_ = line.split()
        for form, kind in zip(line.split(), (INFINITIVE, PRESENT, PRETERITE, PARTICIPLE, PASSIVE), strict=False):
            if form == "-":
                continue
            draft = drafts.setdefault(form, _Draft(lemma))
            draft.forms.add(kind)
            draft.classes |= classes[lemma]
            if kind == PRETERITE and len(form) > 2:
                past = drafts.setdefault(form + ("s" if form.endswith("e") else "es"), _Draft(lemma))
                past.forms.add(PAST_PASSIVE)
                past.classes |= classes[lemma]
    return {word: VerbForm(d.lemma, frozenset(d.forms), frozenset(d.classes)) for word, d in drafts.items()}


def looks_passive(word: str) -> bool:
    """Whether an unknown word may be a present passive (``undersøges``), by its shape alone."""
    return len(word) > 5 and word.endswith("es") and word not in _NOT_PASSIVE and not word.endswith(_GENITIVE_ENDINGS)


@cache
def first_names() -> frozenset[str]:
    """Danish first names, lower case (the lexicon of the unit finder)."""
    found = {str(name).lower() for name in lexicons.load("first_names")["names"].split()}
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Subjects:
    exact: dict[str, str]
    endings: tuple[tuple[str, str], ...]


@cache
def _subjects() -> _Subjects:
    exact: dict[str, str] = {}
    endings: list[tuple[str, str]] = []
    for kind, group in lexicons.load("decision_subjects").items():
        for word in group["exact"]:
            exact.setdefault(word, kind)
        endings += [(ending, kind) for ending in group["ending"]]
    endings.sort(key=lambda pair: -len(pair[0]))
    return _Subjects(exact, tuple(endings))


@cache
def _all_endings() -> tuple[str, ...]:
    return tuple(ending for ending, _ in _subjects().endings)


@lru_cache(maxsize=20000)
def subject_kind(word: str) -> str | None:
    """``body``, ``admin``, ``member`` or ``matter`` for a lower-case noun; None where the lexicon does not say."""
    subjects = _subjects()
    found = subjects.exact.get(word)
    if found is None and len(word) > 6 and word.endswith(_all_endings()):
        found = next(kind for ending, kind in subjects.endings if word.endswith(ending))
    return found


@lru_cache(maxsize=4000)
def is_genitive_body(word: str) -> bool:
    """Whether a lower-case word is the genitive of a body (``rådets``, ``bestyrelsens``)."""
    return word.endswith("s") and subject_kind(word[:-1]) == "body"


@cache
def _core_words() -> frozenset[str]:
    """Words of formulas worth reading through a slip of the keyboard."""
    return frozenset(lexicons.load("clause_words")["core"])


@cache
def _slips() -> dict[str, str]:
    """Core words and each of them with one letter less, and what is meant."""
    found: dict[str, str] = {}
    for word in sorted(_core_words()):
        for place in range(len(word)):
            found.setdefault(word[:place] + word[place + 1 :], word)
    return found | {word: word for word in _core_words()}


@cache
def _shapes() -> frozenset[tuple[str, str, int]]:
    """First and last letter and length of what a core word is written as by a slip inside it."""
    return frozenset(
        (word[0], word[-1], size) for word in _core_words() for size in (len(word) - 1, len(word), len(word) + 1)
    )


@lru_cache(maxsize=20000)
def mend(word: str) -> str:
    """A lower-case word read through one slip of the keyboard (a letter lost, added, changed or swapped), where it is close to
    a core word of the formulas and no word of the lexicon itself."""
    if len(word) < _SHORTEST_MENDED or word in verb_forms():
        return word
    near = _slips()
    if word in near:
        return near[word]
    if (word[0], word[-1], len(word)) not in _shapes():
        return word
    for place in range(len(word)):
        shorter = near.get(word[:place] + word[place + 1 :])
        if (
            shorter is not None
            and abs(len(shorter) - len(word)) <= 1
            and shorter[0] == word[0]
            and shorter[-1] == word[-1]
        ):
            return shorter
    return word


_SHORTEST_MENDED = 7
_LONG_WORD = re.compile(rf"[^\W\d_]{{{_SHORTEST_MENDED},}}")


def is_right(text: str) -> bool:
    """Whether the long words of a text are written as meant."""
    return all(mend(word.lower()) == word.lower() for word in _LONG_WORD.findall(text))


def mend_text(text: str) -> str:
    """The text with slips in core words mended, a capital kept."""
    for match in reversed(list(_LONG_WORD.finditer(text))):
        word = match.group()
        lower = word.lower()
        meant = mend(lower)
        if meant != lower:
            meant = meant.capitalize() if word[0].isupper() else meant
            text = text[: match.start()] + meant + text[match.end() :]
    return text
