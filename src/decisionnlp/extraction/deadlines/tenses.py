"""The tense of a clause, from the forms of the verbs of minutes: what has been is no deadline.

Danish puts the finite verb second, so the verb before a time expression in its clause governs it, else the one behind.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines.tokens import (
    DEFINITE_ENDINGS,
    DONE,
    KIND_AT,
    MONTHS,
    NUMBERS,
    PAST,
    PERFECT,
    VERB,
    Tokens,
    word_set,
)


class Form:
    """The form of a verb. Plain numbers: a look-up in an ``Enum`` costs more than the comparison."""

    NONE = 0
    PRESENT = 1
    PAST = 2
    PARTICIPLE = 3
    INFINITIVE = 4
    PERFECT = 5  # har, er: past if a participle follows


# Bound once: the forms are asked for at every verb.
_NONE, _PRESENT, _PAST, _PARTICIPLE, _INFINITIVE, _PERFECT = (
    Form.NONE,
    Form.PRESENT,
    Form.PAST,
    Form.PARTICIPLE,
    Form.INFINITIVE,
    Form.PERFECT,
)

_LEX = lexicons.load("verb_forms")


def _forms() -> dict[str, int]:
    found: dict[str, int] = {}

    def put(word: str, form: int) -> None:
        found.setdefault(word, form)

    for word in ("har", "er"):
        put(word, Form.PERFECT)
    for word in _LEX["past"]["words"]:
        put(word, Form.PAST)
    for word in _LEX["present"]["words"]:
        put(word, Form.PRESENT)
    irregular = [line.split() for line in _LEX["irregular"]["verbs"].strip().splitlines()]
    for infinitive, present, past, participle in irregular:
        put(past, Form.PAST)
        put(present, Form.PRESENT)
        put(participle, Form.PARTICIPLE)
        put(infinitive + "s", Form.PRESENT)
        put(infinitive, Form.INFINITIVE)
    for name, past, participle in (("te", "te", "t"), ("ede", "ede", "et")):
        for infinitive in _LEX[name]["verbs"].split():
            stem = infinitive[:-1]
            if name == "te" and stem[-1] == stem[-2]:
                stem = stem[:-1]  # gemme, gemte
            put(stem + past, Form.PAST)
            put(stem + past + "s", Form.PAST)
            put(stem + participle, Form.PARTICIPLE)
            put(infinitive + "r", Form.PRESENT)
            put(infinitive + "s", Form.PRESENT)
            put(infinitive, Form.INFINITIVE)
    return {word: form for word, form in found.items() if not word.endswith("_")}


FORMS: dict[str, int] = _forms()
PROSPECTIVE: frozenset[str] = frozenset(_LEX["prospective"]["words"])
REQUESTS: frozenset[str] = frozenset(_LEX["requests"]["words"])
STATES: frozenset[str] = frozenset(_LEX["state"]["words"])
# Behind one of these an -ede word is an adjective: de berørte, den forventede tidsplan, det vedtagede.
_DETERMINERS = word_set(
    "de den det en et denne dette disse alle nogle flere samtlige hele nye sin sit sine deres vores begge med af for som i på til om over fra hos"
)
_PEOPLE = lexicons.words("verb_forms", "people_as_past")
_NUMBERED = lexicons.words("verb_forms", "numbered")
_NOT_PASSIVE = lexicons.words("verb_forms", "not_passive")
# Nouns that end like a passive: budgetproces, publikumssucces.
_NOUN_ENDINGS = ("proces", "succes")
_NOUN_LEADS = word_set("ved inden før efter af til dens dets og ordinært")
_AFTER_IMPERATIVE = word_set("og gerne med forbi endelig")
_ARTICLES = word_set("en et den det de")
_NEUTERS: tuple[str, ...] = tuple(_LEX["not_participles"]["endings"])
_NOT_NEUTERS = frozenset(_LEX["not_participles"]["unless"])
_MODALS = word_set("skal vil bør kan må skulle ville burde kunne måtte lader lod bad bede ikke også gerne selv")
_BEFORE_INFINITIVES = _MODALS | {"at", "og"}
# Behind one of these a word in -er is the plural of a noun: alle klager, to klager.
_BEFORE_PLURALS = (_DETERMINERS - {"som", "de", "den", "det"}).union(NUMBERS)
_BREAKS = frozenset({",", ";", ":", "(", ")", "–", "—"})
_OPENERS = lexicons.words("deadline_words", "clause_openers")


# Nouns and adverbs that end like a past tense.
_NOT_PAST = lexicons.words("verb_forms", "not_past")


def _describes(tokens: Tokens, index: int, before: str) -> bool:
    """``leverer reviderede tegninger``: between a verb and its object an -ede word is an adjective."""
    return (
        tokens.words[index].endswith("ede")
        and FORMS.get(before) == _PRESENT
        and tokens.words[index + 1].endswith(("er", "e"))
    )


def _numbers_before(tokens: Tokens, number: int) -> bool:
    """``Afdeling 12 sender``, ``Rugvej 2-20 males``: the number is that of what stands before it."""
    words = tokens.words
    if number > 2 and words[number - 1] == "-" and words[number - 2].isdecimal():
        number -= 2
    if number and words[number - 1] == "." and number > 1:
        number -= 1  # nr. 5
    if not number:
        return False
    return words[number - 1] in _NUMBERED or (number > 1 and tokens.capitalised(number - 1))


def form_of(tokens: Tokens, index: int) -> int:
    """The verb form that a token is taken for; ``NONE`` where it is no verb."""
    words = tokens.words
    word = words[index]
    form = FORMS.get(word)
    if form is None:
        return _unlisted_form(tokens, index, word)
    if form == _PERFECT:
        return form
    before = words[index - 1] if index else ""
    if form == _PRESENT:
        noun = word.endswith("er") and (
            before in _BEFORE_PLURALS or (before.isdecimal() and not _numbers_before(tokens, index - 1))  # 11 klager
        )
        return _NONE if noun else form
    if form == _INFINITIVE:
        return form if before in _BEFORE_INFINITIVES else _NONE
    following = words[index + 1]
    if form == _PARTICIPLE:
        if not following.isalpha():
            return form
        noun = (before in _ARTICLES and following not in FORMS) or (
            following not in _DETERMINERS and FORMS.get(before) == _PARTICIPLE
        )  # er aftalt fornyet syn
        return _NONE if noun else form
    if _describes(tokens, index, before):
        return _NONE
    if before in _DETERMINERS:
        if word in _PEOPLE:
            return _NONE  # udfyldes af alle ansatte
        if word.endswith(("ede", "te")) and before not in ("der", "som"):
            return _NONE if following.isalpha() and FORMS.get(following) != _INFINITIVE else form
    elif before == "øvrige" and word in _PEOPLE:
        return _NONE
    if word == "brød" and following not in ("ind", "ud", "sammen", "op", "ned", "af"):
        return _NONE  # bread, most of the time
    if not index and word == "kom" and following in _AFTER_IMPERATIVE:
        return _PRESENT  # Kom og hjælp lørdag
    return _NONE if word == "så" or (word == "kom" and before in ("til", "ud")) else form


def _unlisted_form(tokens: Tokens, index: int, word: str) -> int:
    """The form of a word that no list has, told by its ending."""
    if word == "udløb":  # kontrakten udløb den 1. maj; ved udløb and aftalens udløb are nouns
        before = tokens.before(index)
        verbal = (
            before.isalpha() and before not in _DETERMINERS and not before.endswith("s") and before not in _NOUN_LEADS
        )
        return _PAST if verbal else _NONE
    if len(word) < 5:
        return _NONE
    if word in _NOT_PAST:
        return _NONE
    before = tokens.words[index - 1] if index else ""
    if word.endswith("ede") and before not in _DETERMINERS:
        return _NONE if _describes(tokens, index, before) else _PAST
    if word.endswith(("edes", "dtes")):
        return _PAST
    if word.endswith("es") and word not in _NOT_PASSIVE and not tokens.capitalised(index):
        return _NONE if word.endswith(_NOUN_ENDINGS) else _PRESENT
    if word.endswith("eret"):
        return _NONE if word.endswith(_NEUTERS) and word not in _NOT_NEUTERS else _PARTICIPLE
    if word.endswith("er") and before in ("og", "der", "som", "vi", "jeg", "han", "hun"):
        # august og september; er der aktiviteter
        noun = word in MONTHS or (before == "der" and FORMS.get(tokens.before(index, 2)) is not None)
        return _NONE if noun else _PRESENT
    return _NONE


def is_inverted(tokens: Tokens, index: int) -> bool:
    """``Efter festen afregner Tonny …``: between a noun in the definite and the subject stands the finite verb, listed or not."""
    word, behind = tokens.words[index], tokens.words[index + 1]
    if (
        not word.endswith(("er", "år"))
        or len(word) < 3
        or word in _NO_VERBS
        or word in MONTHS
        or tokens.capitalised(index)
    ):
        return False
    subject = tokens.capitalised(index + 1) or behind in _SUBJECTS or behind.endswith(DEFINITE_ENDINGS)
    return subject and tokens.before(index).endswith(DEFINITE_ENDINGS)


_NO_VERBS = lexicons.words("verb_forms", "not_present")
_SUBJECTS = word_set("vi jeg han hun de man alle den det")
_VERBAL = (Form.PRESENT, Form.PAST, Form.PARTICIPLE, Form.INFINITIVE)
# What a word can be to the division into clauses: three bits of its mark in ``Tokens.marks``.
_NOTHING, _VERB, _BREAK, _OPENER, _AND = (kind << KIND_AT for kind in range(5))
_KIND = 7 << KIND_AT


_KINDS: dict[str, int] = {
    **dict.fromkeys(_OPENERS, _OPENER),
    "og": _AND,
    **dict.fromkeys(_BREAKS, _BREAK),
    "udløb": _VERB | PAST,
}
_OF_FORMS = {Form.PAST: VERB | PAST, Form.PERFECT: VERB | PERFECT, Form.PARTICIPLE: VERB | DONE}


def verb_marks(word: str) -> int:
    """What the word is to the division into clauses, whether it is a known verb and which past form or part of one it may
    be, as the bits of a mark."""
    marks = _KINDS.get(word, 0)
    form = FORMS.get(word)
    if form is not None:
        return (marks or _VERB) | _OF_FORMS.get(form, VERB)
    if word.endswith(("es", "ede", "eret", "er")):
        if not marks and len(word) >= 5:
            marks = _VERB
        if word.endswith(("ede", "edes", "dtes", "eret")) and word not in _NOT_PAST:
            marks |= DONE if word.endswith("eret") else PAST
    return marks


def may_be_verb(tokens: Tokens, index: int) -> bool:
    """Whether a token may be in ``Clauses.forms``: told without making them."""
    return tokens.marks[index] & _KIND == _VERB


class Clauses:
    """The sentences, clauses and verbs of a text, made in one pass; places are token indices.

    ``openers`` are the tokens at which clauses begin, ``starts`` those at which sentences do; ``verbs`` are the verbs in
    order and ``forms`` what form each has. ``words`` and ``masks`` are kept here as ``Surroundings`` collects them.
    """

    __slots__ = ("forms", "masks", "openers", "starts", "verbs", "words")

    def __init__(self, tokens: Tokens, starts: list[int]) -> None:
        self.starts = starts
        self.openers = [0]
        self.verbs: list[int] = []
        self.forms: dict[int, int] = {}
        self.words: dict[int, frozenset[str]] = {}
        self.masks: dict[int, int] = {}
        opening = iter(starts[1:])
        coming = next(opening, tokens.size + 1)
        openers = self.openers
        for index, mark in enumerate(tokens.marks):
            kind = mark & _KIND
            if not kind:
                continue
            while index >= coming:
                openers.append(coming)
                coming = next(opening, tokens.size + 1)
            if kind == _VERB:
                form = form_of(tokens, index)
                if form:
                    self.forms[index] = form
                    self.verbs.append(index)
            elif index > openers[-1] and (
                kind == _BREAK
                or (kind == _OPENER and self._opens(tokens, index))
                or (kind == _AND and self._verb_follows(tokens, index + 1))
            ):
                openers.append(index)
        while coming < tokens.size:
            openers.append(coming)
            coming = next(opening, tokens.size + 1)

    def clause(self, index: int) -> int:
        """The number of the clause that holds a token."""
        return bisect_right(self.openers, index) - 1

    def sentence(self, index: int) -> int:
        return bisect_right(self.starts, index) - 1 if len(self.starts) > 1 else 0

    def last_before(self, index: int) -> int:
        """The last verb before a token, -1 for none; it may stand in another sentence."""
        place = bisect_left(self.verbs, index)
        return self.verbs[place - 1] if place else -1

    def first_after(self, index: int) -> int:
        """The first verb behind a token, -1 for none."""
        place = bisect_right(self.verbs, index)
        return self.verbs[place] if place < len(self.verbs) else -1

    @staticmethod
    def _opens(tokens: Tokens, index: int) -> bool:
        """*der* opens a relative clause, unless a verb stands before it (*er der*, *skal der*); *som* behind a verb is *as*."""
        if tokens.words[index] == "som" and FORMS.get(tokens.before(index), Form.NONE) in _VERBAL:
            return False
        return not (
            tokens.words[index] == "der" and FORMS.get(tokens.before(index)) in (Form.PRESENT, Form.PAST, Form.PERFECT)
        )

    @staticmethod
    def _verb_follows(tokens: Tokens, index: int) -> bool:
        """*og* joins clauses where a finite verb comes right behind or behind one or two words (*og UJU følger*)."""
        for look in range(index, min(index + 3, tokens.size)):
            form = form_of(tokens, look)
            if form in (Form.PRESENT, Form.PAST, Form.PERFECT):
                return True
            if not tokens.words[look].isalpha():
                return False
        return False

    def governing(self, index: int, end: int) -> int:
        """The verb that governs the expression at tokens ``index`` to ``end``, or -1."""
        if not self.verbs:
            return -1
        openers = self.openers
        following = bisect_right(openers, index)  # the number of the next clause
        verb = self.last_before(index)
        if verb >= openers[following - 1]:
            return verb
        behind = self.first_after(end - 1)
        if behind >= 0 and (following == len(openers) or behind < openers[following]):
            return behind
        # An expression set off by a comma belongs to the clause before it, unless it opens the sentence.
        sentence = self.sentence(index)
        if verb >= 0 and self.sentence(verb) == sentence:
            return verb
        return behind if behind >= 0 and self.sentence(behind) == sentence else -1

    def is_past(self, verb: int, tokens: Tokens) -> bool:
        """Past tense, or perfect: *har* or *er* with a participle in the same clause."""
        form = self.forms.get(verb, Form.NONE)
        if form == Form.PAST:
            # bliver holdt den 8. august: past and participle are alike
            aux = next((look for look in range(verb - 1, max(verb - 8, -1), -1) if look in self.forms), -1)
            return not (aux >= 0 and tokens.words[aux] in ("bliver", "blive") and self.clause(aux) == self.clause(verb))
        if form == Form.PERFECT:
            behind = self.first_after(verb)
            return behind >= 0 and self.clause(behind) == self.clause(verb) and self.forms[behind] == Form.PARTICIPLE
        if form == Form.PARTICIPLE:
            # The auxiliary stands before it; skal være sendt and bliver sendt are no past.
            for look in range(verb - 1, max(verb - 8, -1), -1):
                other = self.forms.get(look)
                if other is None or other == Form.PARTICIPLE or self.clause(look) != self.clause(verb):
                    continue
                if tokens.words[look] == "have":  # skulle have været: it was not; skal have: it will
                    return self.forms.get(self.last_before(look)) == Form.PAST
                return other in (Form.PAST, Form.PERFECT)
        return False
