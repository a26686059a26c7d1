"""Common nouns that name who acts: *forvaltningen*, *skolens personale*, *greenkeeperen*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from decisionnlp.extraction.candidates import Atom, Candidates, Token
from decisionnlp.extraction.vocabulary import (
    ADVERBS,
    MODALS,
    PREPOSITIONS,
    animate_infinitives,
    animate_verbs,
    is_acronym,
    noun_kind,
    office_noun,
    owner_words,
    verb_forms,
)

OFFICE_ADJECTIVES = owner_words("office_adjectives")
_DEFINITE_NOUN = re.compile(r"[a-zæøå]{3,}(?:en|et|erne|ene)$")
# Who does a thing for a living or for play: greenkeeperen, livreddermanden, natvagten.
_AGENT = re.compile(r"[a-zæøå]{3,}(?:eren|manden|vagten|ererne)$")
_NOBODY = owner_words("nobody")
_NO_ACTING = owner_words("no_acting")
_AGENT_THINGS = owner_words("agent_like_things")
_PLAYED = owner_words("done_by_many")
_NOT_DEFINITE = owner_words("indefinite_in_et") | PREPOSITIONS
_PAPERS_DO = owner_words("papers_do")
_STAFF = owner_words("staff")
_OFFICE_OR_VERB = owner_words("office_or_verb")
_HIRED = owner_words("hired")
_BEFORE_A_NOUN = MODALS | {"af", "bedes", "beder", "anmoder", "anmodes", "pålægger", "pålægges"}
_ASKING_FORMS = frozenset(
    form
    for key in ("active", "passive")
    for form in verb_forms("order", key)
    if form.startswith(("bed", "bad", "anmod", "opfordr", "pål"))
)


def acting_verb(tokens: Sequence[Token], index: int) -> bool:
    """A verb of acting, and no modal, stands at ``index``."""
    if index >= len(tokens):
        return False
    word = tokens[index].lower
    return word in verb_forms("task") and word not in _NO_ACTING


def agent_noun(lower: str) -> bool:
    """A definite noun that ends like those of people by what they do: *greenkeeperen*."""
    return _AGENT.match(lower) is not None and lower not in _AGENT_THINGS


class Nouns(Candidates):
    """Candidates in small letters."""

    def _members(self, index: int) -> str | None:
        """The kind of *kommunens advokat*, *Idrætsrådets medlemmer*."""
        if not self.tokens[index].lower.endswith("s") or index + 1 >= len(self.tokens):
            return None
        holder, held = self.tokens[index].lower[:-1], self.tokens[index + 1].lower
        owner, thing = noun_kind(holder), office_noun(held)
        definite = _DEFINITE_NOUN.match(holder) is not None  # hallens personale
        if (held in _STAFF or is_acronym(self.tokens[index + 1].text)) and (owner or definite):
            return "unit"  # skolens personale, Skolens TR
        if ((owner and (owner[1] or owner[0] == "person")) or definite) and thing and not thing[1]:
            return thing[0]
        return None

    def _shall_act(self, index: int) -> bool:
        """*skal*, *bør* and, behind adverbs, what only people do: ``klassen skal selv skrive``; not what a paper may do too."""
        tokens = self.tokens
        if tokens[index].lower not in ("skal", "bør", "må"):
            return False
        ahead = index + 1
        while ahead < len(tokens) and tokens[ahead].lower in ADVERBS:
            ahead += 1
        return (
            ahead < len(tokens)
            and tokens[ahead].lower in animate_infinitives()
            and tokens[ahead].lower not in _PAPERS_DO
        )

    def _left_to(self, index: int) -> bool:
        """``overlades til spejderne``."""
        if index < 2 or self.tokens[index - 1].lower != "til" or not self.tokens[index].lower.endswith("erne"):
            return False
        return self.tokens[index - 2].lower.startswith(("overla", "overdrag", "uddeleger"))

    def _set_up(self, index: int) -> bool:
        """``en gruppe (Lis, Bo)``, ``en gruppe, som …``: what is set up for a task."""
        behind = [token.lower for token in self.tokens[index + 1 : index + 3]]
        follows = behind[:1] == ["("] or (behind[:1] == [","] and behind[1:] in (["som"], ["der"]))
        return index > 0 and self.tokens[index - 1].lower in ("en", "et") and follows

    def _someone(self, index: int) -> bool:
        """``En gartner er bestilt til at …``, ``En smed kontakter os``: any calling behind *En* at the start."""
        tokens = self.tokens
        if index < 1 or tokens[index - 1].lower not in ("en", "et") or index - 1 not in self.initial:
            return False
        behind = [token.lower for token in tokens[index + 1 : index + 5]]
        hired = (
            len(behind) > 3 and behind[0] in ("er", "bliver") and behind[1] in _HIRED and behind[2:] == ["til", "at"]
        )
        return hired or (behind[:1] != [] and behind[0] in animate_verbs() and agent_noun(f"{tokens[index].lower}en"))

    def _asked(self, index: int) -> bool:
        """``Rådet opfordrer klasserne til at …``: a definite noun between a word of asking and *til at*, *om at*."""
        before = index - 1
        while before > 0 and self.tokens[before].lower in ADVERBS:
            before -= 1
        if before > 1 and [self.tokens[before - 1].lower, self.tokens[before].lower] == ["i", "stedet"]:
            before -= 2
        if before < 0 or self.tokens[before].lower not in _ASKING_FORMS:
            return False
        behind = [token.lower for token in self.tokens[index + 1 : index + 4]]
        return behind[:2] in (["om", "at"], ["til", "at"]) or behind in (["til", "selv", "at"], ["om", "selv", "at"])

    def _agents(self, index: int) -> bool:
        """``Boden passes af forældrene``, ``drives af klasserne``: a plural behind a passive and *af*."""
        if index < 2 or self.tokens[index - 1].lower != "af" or not self.tokens[index].lower.endswith("erne"):
            return False
        told = index - 2
        if index > 3 and self.tokens[index - 4].lower == "der":
            told = index - 3  # Der sælges lodsedler af spillerne
        word = self.tokens[told].lower
        return word.endswith("s") and word[:-1] in animate_infinitives() | _PLAYED

    def _noun(self, index: int) -> Atom | None:
        tokens = self.tokens
        token = tokens[index]
        found = noun_kind(token.lower)
        if found is None:
            members = self._members(index)
            if members:
                return Atom(index, index + 2, members)
            if (
                index + 1 < len(tokens)
                and (tokens[index + 1].lower in animate_verbs() or self._shall_act(index + 1))
                and _DEFINITE_NOUN.match(token.lower)
                and token.lower not in _NOBODY
            ):
                return Atom(index, index + 1, "noun")
            definite = _DEFINITE_NOUN.match(token.lower) and token.lower not in _NOT_DEFINITE
            behind_verb = index > 1 and tokens[index - 1].lower in animate_verbs() and definite
            agent = acting_verb(tokens, index + 1) and agent_noun(token.lower)
            asked = _DEFINITE_NOUN.match(token.lower) and self._asked(index)
            if (
                behind_verb or agent or asked or self._left_to(index) or self._agents(index) or self._someone(index)
            ):  # I juni sørger menighedsplejen for …
                return Atom(index, index + 1, "noun")
            plain = office_noun(token.lower)
            if (
                plain
                and not plain[1]
                and (self._set_up(index) or (index and tokens[index - 1].lower in _BEFORE_A_NOUN))
            ):
                return Atom(index, index + 1, "base")
            if token.lower in OFFICE_ADJECTIVES and index + 1 < len(tokens):
                following = office_noun(tokens[index + 1].lower)
                if following and (index == 0 or tokens[index - 1].lower not in ("en", "et")):
                    return Atom(index, index + 2, following[0] if following[1] else "base")
            return None
        if found[1]:
            return Atom(index, index + 1, found[0])
        rents = index > 0 and self.is_first_name(index - 1) and [tk.lower for tk in tokens[index + 1 : index + 2]]
        if token.lower in _OFFICE_OR_VERB and rents in (["en"], ["et"]):
            return None  # Egon lejer en lift
        called = index > 0 and tokens[index - 1].lower in _BEFORE_A_NOUN  # Derfor skal ejer male porten
        if token.lower in verb_forms("task") and index > 0 and not called:
            return None  # Sekretariatet vejleder ansøger: a verb
        return Atom(index, index + 1, "base")
