"""Candidates: words of a sentence that name a unit or a person, with their coordination. What they do there is in ``roles``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from decisionnlp.document import Span
from decisionnlp.extraction.acronyms import UnitDictionary
from decisionnlp.extraction.vocabulary import (
    ADVERBS,
    FUNCTION_ACRONYMS,
    PREPOSITIONS,
    TOKEN,
    animate_infinitives,
    animate_verbs,
    heads,
    is_acronym,
    is_given_name,
    is_surname,
    lone_nouns,
    not_acronyms,
    noun_kind,
    numbered_unit,
    office_noun,
    starters,
    tools,
    verb_forms,
    verb_kind,
    whole_noun,
    words,
)


class Token(NamedTuple):
    text: str
    lower: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Atom:
    """One candidate over the tokens ``[first, last)``.

    ``kind``: ``unit``, ``person``, ``acronym``, ``bare`` (capitalised, nothing else known), ``base`` (a noun without its
    article), ``noun`` (any definite noun before a verb that only people do, and *vi*). ``weak``: one capitalised word at the start of the sentence, which may be any noun. ``name`` expands an
    elliptical form.
    """

    first: int
    last: int
    kind: str
    weak: bool = False
    name: str | None = None
    shown: int | None = None  # end of the name itself, where more words belong to the candidate (Mogens | fra Trafik)

    @property
    def name_end(self) -> int:
        return self.last if self.shown is None else self.shown


@dataclass(frozen=True, slots=True)
class Group:
    """Coordinated candidates (``UJU og Janus``) over the tokens ``[first, last)``."""

    atoms: tuple[Atom, ...]
    first: int
    last: int


_JOINERS = frozenset((",", "og", "samt", "&", "/", "+", "eller"))
_PARTICLES = frozenset(("van", "von", "de", "der", "af", "el", "bin", "la"))
_ADJECTIVES = words(
    "teknisk tekniske pædagogisk pædagogiske daglig daglige faglig fagligt faglige administrativ administrative ledende social sociale socialfaglig økonomisk"
    " økonomiske lokal lokale kommunal kommunale kulturel kulturelle fælles regional regionale ungdomsfaglig sundhedsfaglig politisk"
)
_DEFINITE_NOUN = re.compile(r"[a-zæøå]{3,}(?:en|et|erne|ene)$")
_INFLECTED_ACRONYM = re.compile(r"[A-ZÆØÅ]{2,5}['’´`](?:en|et|erne|ne)$")  # TR'erne
# Who does a thing for a living or for play: greenkeeperen, livreddermanden, natvagten.
_AGENT = re.compile(r"[a-zæøå]{3,}(?:eren|manden|vagten|ererne)$")
_AGENT_THINGS = words(
    "computeren printeren containeren kalenderen folderen vinteren sommeren traileren scanneren serveren routeren vagten kvarteren højttaleren fryseren filteren nummeren"
)
_COMPASS_NUMERAL = words("1 2 3 4 5 6 7 8 9 nord syd øst vest midt")
_PAPERS_DO = words(
    "vurdere beskrive præsentere informere formidle orientere udvikle ændre samle opdatere analysere kortlægge evaluere forberede underrette besvare finde melde rette justere dække"
)
_STAFF = words("forældre folk personale ansatte medarbejdere frivillige")
_PLURAL_BODY = {
    "udvalgene": "udvalget",
    "forvaltningerne": "forvaltningen",
    "afdelingerne": "afdelingen",
    "cheferne": "chefen",
    "direktørerne": "direktøren",
    "lederne": "lederen",
    "sekretariaterne": "sekretariatet",
    "centrene": "centret",
    "bestyrelserne": "bestyrelsen",
    "teamene": "teamet",
}


def names_plural(text: str) -> bool:
    """Whether a noun stands in ``text`` that may belong to several names (*By- og Landskabsudvalgene*)."""
    lower = text.lower()
    return any(noun in lower for noun in _PLURAL_BODY)


@cache
def _definite_heads() -> tuple[str, ...]:
    return tuple(head for head in heads("none") if head.endswith(("en", "et")))


def tokenize(text: str) -> list[Token]:
    return [Token(word := match.group(), word.lower(), *match.span()) for match in TOKEN.finditer(text)]


def acting_verb(tokens: Sequence[Token], index: int) -> bool:
    """A verb of acting, and no modal, stands at ``index``."""
    if index >= len(tokens):
        return False
    word = tokens[index].lower
    return word in verb_forms("task") and word not in (
        "skal",
        "vil",
        "bør",
        "må",
        "får",
        "går",
        "kommer",
        "står",
        "giver",
    )


def agent_noun(lower: str) -> bool:
    """A definite noun that ends like those of people by what they do: *greenkeeperen*."""
    return _AGENT.match(lower) is not None and lower not in _AGENT_THINGS


class Reader:
    """Reads atoms and groups off the tokens of one sentence."""

    def __init__(self, text: str, dictionary: UnitDictionary | None, *, names: Sequence[Span] = ()) -> None:
        self.text = text
        self.tokens = tokenize(text)
        self.dictionary = dictionary or UnitDictionary()
        self._at_start = {token.start: index for index, token in enumerate(self.tokens)}
        at_end = {token.end: index for index, token in enumerate(self.tokens)}
        self.known: dict[int, int] = {}
        if self.dictionary.pattern is not None:
            for match in self.dictionary.pattern.finditer(text):
                first, last = self._at_start.get(match.start()), at_end.get(match.end())
                if first is not None and last is not None:
                    self.known[first] = last + 1
        for name in names:
            first, last = self._at_start.get(name.start), at_end.get(name.end)
            if first is not None and last is not None and last >= first:
                self.known.setdefault(first, last + 1)
        self._given = {person.split()[0] for person in self.dictionary.persons}
        self.initial = self._initial_positions()

    def _initial_positions(self) -> frozenset[int]:
        """Tokens that are capitalised for their place: the first word, and the first after a colon, a dash or a bullet."""
        found: set[int] = set()
        fresh = True
        for index, token in enumerate(self.tokens):
            if token.text[0].isalnum():
                if fresh and not token.text[0].isdigit():
                    found.add(index)
                    fresh = False
            elif token.text in '.:?!•·»"”)':
                fresh = True
        return frozenset(found)

    # -- single candidates ------------------------------------------------------------------------------------------

    def atom(self, index: int) -> Atom | None:
        """The candidate that begins at token ``index``: the longest known name first, then the patterns."""
        tokens = self.tokens
        if index >= len(tokens):
            return None
        if index in self.known:
            return Atom(index, self.known[index], "unit")
        token = tokens[index]
        if not token.text[0].isalpha():
            return self._numbered(index)
        if token.lower == "vi" and token.text != "VI":
            return Atom(index, index + 1, "noun")
        return (
            self._everyone(index)
            or self._quantified(index)
            or self._person(index)
            or self._suspended(index)
            or self._headed(index)
            or self._capital_run(index)
            or self._noun(index)
        )

    def _numbered(self, index: int) -> Atom | None:
        """``3. Afdeling``."""
        tokens = self.tokens
        if index + 2 >= len(tokens) or not tokens[index].text.isdecimal() or tokens[index + 1].text != ".":
            return None
        named = tokens[index + 2].capital and numbered_unit(tokens[index + 2].lower)
        return Atom(index, index + 3, "unit") if named and tokens[index].end == tokens[index + 1].start else None

    def _name_word(self, index: int) -> bool:
        """A capitalised word that can be part of a name here."""
        if index >= len(self.tokens) or index in self.known:
            return False
        token = self.tokens[index]
        return token.capital and len(token.text) > 1 and not (index in self.initial and token.text in starters())

    def is_first_name(self, index: int) -> bool:
        if index >= len(self.tokens):
            return False
        word = self.tokens[index].text
        return word in self._given or is_given_name(word)

    def _name_end(self, index: int) -> int:
        """End of the personal name that starts at ``index``."""
        tokens = self.tokens
        last = index + 1
        while last < len(tokens):
            token = tokens[last]
            if token.capital and token.text[0].isalpha() and last not in self.known and not is_acronym(token.text):
                if len(token.text) == 1:  # an initial: Jeanette L. Hoppe
                    # Jeanette L. Hoppe, Lars O.
                    dotted = last + 1 < len(tokens) and tokens[last + 1].text == "."
                    last += 2 if dotted else 1
                    if (
                        dotted
                        and last < len(tokens)
                        and tokens[last].capital
                        and len(tokens[last].text) > 1
                        and tokens[last].text not in starters()
                    ):
                        continue
                    break
                if whole_noun(token.lower) and not is_surname(token.lower):
                    break
                if self._abbreviated(last):
                    last += 2  # Jens Kr. sender
                    break
                last += 1
            elif (
                token.lower in _PARTICLES
                and token.lower != "af"
                and last + 1 < len(tokens)
                and self._name_word(last + 1)
            ) or (token.lower in ("van", "von") and last + 2 < len(tokens) and tokens[last + 1].lower in _PARTICLES):
                last += 2
            else:
                break
        if last + 1 < len(tokens) and tokens[last].text == "&" and tokens[last + 1].text in ("Søn", "Sønner", "Co"):
            last += 2  # Madsen & Søn
        return last

    def _abbreviated(self, index: int) -> bool:
        """A name cut short with a point, in the middle of a sentence: ``Chr.``, ``Kr.``"""
        tokens = self.tokens
        if len(tokens[index].text) > 3 or index + 2 >= len(tokens) or tokens[index + 1].text != ".":
            return False
        return tokens[index + 1].start == tokens[index].end and tokens[index + 2].text[0].islower()

    def _own_initials(self, first: int, end: int) -> bool:
        """``Bent Aagaard BA``: behind the name stand the first letters of its words."""
        if end >= len(self.tokens) or not is_acronym(self.tokens[end].text):
            return False
        letters = [token.text[0] for token in self.tokens[first:end] if token.capital]
        return len(letters) > 1 and self.tokens[end].text in ("".join(letters), letters[0] + letters[-1])

    def _person(self, index: int) -> Atom | None:
        tokens = self.tokens
        token = tokens[index]
        if self.is_first_name(index) and token.capital:
            end = shown = self._name_end(index)
            if self._own_initials(index, end):
                end += 1  # Bent Aagaard BA
            if end + 1 < len(tokens) and tokens[end].lower == "fra" and tokens[end + 1].capital:
                home = self.atom(end + 1)  # Mogens fra Trafik
                end = home.last if home else end
            return Atom(index, end, "person", shown=shown)
        found = office_noun(token.lower)
        if found and found[0] == "person" and index + 2 < len(tokens) and tokens[index + 1].lower in ("for", "af"):
            # formanden for Teknik- og Miljøudvalget, leder af musikskolen
            home = self._suspended(index + 2)
            if home is None and index + 2 not in self.known and self._plain_name_word(index + 2):
                return Atom(index, self._coordinate(index + 2), "person")
            home = home or self.atom(index + 2)
            if (
                home
                and home.kind in ("unit", "acronym", "bare")
                and (found[1] or token.lower not in verb_forms("task"))
            ):
                return Atom(index, home.last, "person")
        found = noun_kind(token.lower)
        verb = index > 0 and not token.capital and token.lower in verb_forms("task")  # Fra rådet deltager Martin
        if found and found[0] == "person" and index + 1 < len(tokens) and not verb:
            following = tokens[index + 1]
            glued = following.start - token.end == 1
            if glued and is_acronym(following.text) and len(following.text) <= 3 and not found[1]:
                return Atom(index, index + 2, "person")  # Uddannelsesleder HM
            named = self.is_first_name(index + 1) or (index + 2 < len(tokens) and is_surname(tokens[index + 2].lower))
            capital = following.capital and len(following.text) > 1 and following.text not in starters()
            if glued and capital and named:
                return Atom(index, self._name_end(index + 1), "person")
        return None

    def _quantified(self, index: int) -> Atom | None:
        """``Samtlige medlemmer``, ``Øvrige forældre`` at the start."""
        following = noun_kind(self.tokens[index + 1].lower) if index + 1 < len(self.tokens) else None
        if self.tokens[index].lower not in ("samtlige", "øvrige", "resterende") or index not in self.initial:
            return None
        return Atom(index, index + 2, "person") if following and not self.tokens[index + 1].capital else None

    def _everyone(self, index: int) -> Atom | None:
        """``Alle``, ``Alle chefer``, ``Alle i bestyrelsen`` before a verb, a colon or a dash."""
        tokens = self.tokens
        if tokens[index].lower != "alle" or index + 1 >= len(tokens):
            return None
        if tokens[index - 1].text == ":" and index and tokens[index + 1].text in ",.)":
            return Atom(index, index + 1, "person")  # Korrektur: alle, løbende
        if (
            index > 1
            and tokens[index - 1].lower == "af"
            and tokens[index - 2].lower.endswith("es")
            and (tokens[index + 1].lower in PREPOSITIONS or tokens[index + 1].text in ",.")
        ):
            return Atom(index, index + 1, "person")  # udfyldes af alle
        relative = index + 2 if tokens[index + 1].text == "," else index + 1
        if relative < len(tokens) and tokens[relative].lower in ("der", "som") and index in self.initial:
            return Atom(index, index + 1, "person")  # Alle, der vil med, melder sig
        for end in (index + 1, index + 2, index + 3):
            if end >= len(tokens):
                return None
            following = tokens[end]
            if following.text in (":", "–", "-") and end == index + 1:
                return Atom(index, end, "person")
            if end == index + 1 and following.lower in verb_forms("order", "passive"):
                return Atom(index, end, "person")
            if following.lower in verb_forms("task") and following.lower not in ("får", "bør", "vil", "må"):
                return Atom(index, end, "person")
            if end == index + 2 and noun_kind(tokens[end - 1].lower) and verb_kind(following.lower) == "present":
                return Atom(index, end, "person")
            if end == index + 1 and not (
                following.lower.endswith(("er", "e", "ne")) or following.lower in ("i", "på", "fra")
            ):
                return None
        return None

    def _suspended(self, index: int) -> Atom | None:
        """``Teknik- og Miljøforvaltningen``, ``By-, Land- og Miljøudvalget``, also in small letters."""
        tokens = self.tokens
        token = tokens[index]
        if not token.text.endswith("-") or len(token.text) < 3:
            return None
        position = index
        while position < len(tokens) and tokens[position].text.endswith("-"):
            position += 1
            if position < len(tokens) and tokens[position].text == ",":
                position += 1
        if position >= len(tokens) or tokens[position].lower not in ("og", "&", "samt"):
            return None
        position += 1
        if position >= len(tokens):
            return None
        last = tokens[position]
        if noun_kind(last.lower) or (token.capital and last.capital):
            end = position + 1
            kind = noun_kind(last.lower)
            return Atom(index, end, kind[0] if kind else "unit")
        return None

    def _headed(self, index: int) -> Atom | None:
        """``Center for Børn, Unge og Familier``, ``Team Vej``, ``udvalget for Klima``."""
        tokens = self.tokens
        token = tokens[index]
        position = index + 1
        named = position + 1 < len(tokens) and tokens[position].lower == "for" and tokens[position + 1].capital
        if named and token.lower in heads("for"):
            return Atom(index, self._coordinate(position + 1), "unit")
        if (
            position < len(tokens)
            and self._firm(token.lower)
            and self._plain_name_word(position)
            and tokens[position].text not in starters()
        ):
            return Atom(index, self._coordinate(position, commas=False), "unit")  # arkitektfirmaet Linje & Lys
        if token.lower in heads("none") and token.capital and position < len(tokens):
            person = is_given_name(tokens[position].text)
            if self._name_word(position) and position not in self.initial and (not person or token.lower == "team"):
                end = position + 1 if person else self._coordinate(position, commas=False)
                return Atom(index, end, "unit")
            called = self._called(position) if token.lower == "team" else None
            if called is not None:
                return Atom(index, called, "unit")
            if tokens[position].text in _COMPASS_NUMERAL or (
                tokens[position].text in "ABCDEF" and token.lower in ("gruppe", "hold", "team")
            ):
                return Atom(index, position + 1, "unit")
        return None

    def _called(self, index: int) -> int | None:
        """End of the small or quoted word a team goes by: ``Team grill laver``, ``Team "kaffe" henter``."""
        tokens = self.tokens
        quoted = tokens[index].text in '"”»«“'
        word = index + 1 if quoted else index
        end = word + 2 if quoted else word + 1
        if end >= len(tokens) or not tokens[word].text.isalpha() or verb_kind(tokens[word].lower) is not None:
            return None
        if quoted and tokens[end - 1].text not in '"”»«“':
            return None
        return end if verb_kind(tokens[end].lower) in ("present", "modal") else None

    @staticmethod
    def _firm(lower: str) -> bool:
        """A definite noun that a name of its own follows: *arkitektfirmaet*, *plejehjemmet*."""
        return lower.endswith(_definite_heads())

    def _coordinate(self, index: int, commas: bool = True) -> int:
        """End of ``Børn, Unge og Familier``: capitalised words with commas, og and & between, no persons, no other units."""
        tokens = self.tokens
        end = index
        while end < len(tokens) and tokens[end].capital and len(tokens[end].text) > 1:
            end += 1
        while end < len(tokens):
            joiner = tokens[end].lower
            ahead = end + 1
            if joiner == "," and commas and ahead < len(tokens) and tokens[ahead].lower == "og":
                ahead += 1
            elif joiner not in ("og", "&") and not (joiner == "," and commas and self._list_closes(end)):
                break
            if not self._plain_name_word(ahead):
                break
            end = ahead + 1
            while end < len(tokens) and self._plain_name_word(end):
                end += 1
        return end

    def _list_closes(self, comma: int) -> bool:
        """A comma in a name is followed by capitalised words and, at last, *og* or *&* with one more."""
        tokens = self.tokens
        position = comma
        limit = comma + 24
        while (
            position + 1 < min(len(tokens), limit)
            and tokens[position].text == ","
            and self._plain_name_word(position + 1)
        ):
            position += 2
            while position < len(tokens) and self._plain_name_word(position):
                position += 1
        if position < len(tokens) and tokens[position].text == ",":
            position += 1
        return (
            position + 1 < len(tokens) and tokens[position].lower in ("og", "&") and self._plain_name_word(position + 1)
        )

    def _plain_name_word(self, index: int) -> bool:
        """A capitalised word that is neither a person, an abbreviation nor a unit by itself."""
        if index >= len(self.tokens):
            return False
        token = self.tokens[index]
        if not token.capital or len(token.text) < 2 or not token.text[0].isalpha():
            return False
        if is_acronym(token.text) and token.text not in FUNCTION_ACRONYMS:
            return False
        found = noun_kind(token.lower)
        return not self.is_first_name(index) and token.lower not in heads("for") and not (found and found[1])

    def _capital_run(self, index: int) -> Atom | None:
        tokens = self.tokens
        token = tokens[index]
        if not token.capital or token.lower in tools():
            return None
        if _INFLECTED_ACRONYM.match(token.text):
            return Atom(index, index + 1, "unit")
        if token.text in FUNCTION_ACRONYMS:
            return Atom(index, index + 1, "bare")
        initials = len(token.text) == 2 and token.text.isupper() and token.text in not_acronyms()
        if initials and acting_verb(tokens, index + 1):
            return Atom(index, index + 1, "acronym")  # CO tager sig af kaffen
        if is_acronym(token.text) or (
            token.text.isupper() and 1 < len(token.text) < 5 and token.text not in not_acronyms()
        ):
            return Atom(index, index + 1, "acronym")
        initial = index in self.initial
        if len(token.text) < 2 or (initial and token.text in starters()) or token.text in not_acronyms():
            return None
        small_follows = not (index + 1 < len(tokens) and tokens[index + 1].capital)
        if initial and ((small_follows and noun_kind(token.lower)) or self._members(index)):
            return None  # the noun reading decides
        end = index + 1
        while end < len(tokens) and self._name_word(end) and end not in self.initial and not self.is_first_name(end):
            if is_acronym(tokens[end].text) or tokens[end].start - tokens[end - 1].end > 1:
                break
            end += 1
        if end + 1 < len(tokens) and tokens[end].text == "&" and tokens[end + 1].text in ("Søn", "Sønner", "Co"):
            return Atom(index, end + 2, "unit")  # Madsen & Søn
        # "Fagligt sekretariat": a capitalised adjective and a unit noun in small letters.
        if end == index + 1 and end < len(tokens) and token.lower in _ADJECTIVES:
            found = noun_kind(tokens[end].lower)
            if found:
                return Atom(index, end + 1, found[0] if found[1] else "base")
        last = tokens[end - 1]
        found = noun_kind(last.lower)
        if end - index >= 2 and last.lower in _COMPASS_NUMERAL:
            return Atom(index, end, "unit")  # Hal Syd, Klub Vest
        if end - index >= 2 and is_surname(last.lower) and not found:
            return Atom(index, end, "person")
        if found and (end - index > 1 or not initial):
            return Atom(
                index, end, found[0] if found[1] or end - index > 1 else ("unit" if found[0] == "unit" else "base")
            )
        if found:
            return None
        weak = initial and end - index == 1
        acts = end < len(tokens) and tokens[end].lower in animate_verbs()
        if weak and not acts and (token.text in lone_nouns() or verb_kind(token.lower) in ("passive", "modal")):
            # It may still open a longer name (Børn og Unge): the group decides.
            return Atom(index, end, "bare", weak=True) if self._opens_name(end) else None
        return Atom(index, end, "bare", weak=weak)

    def _opens_name(self, end: int) -> bool:
        return (
            end + 1 < len(self.tokens) and self.tokens[end].lower in ("og", "&", ",") and self._plain_name_word(end + 1)
        )

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
                and _DEFINITE_NOUN.match(token.lower)
                and (tokens[index + 1].lower in animate_verbs() or self._shall_act(index + 1))
            ):
                return Atom(index, index + 1, "noun")
            behind_verb = index > 1 and tokens[index - 1].lower in animate_verbs() and _DEFINITE_NOUN.match(token.lower)
            agent = agent_noun(token.lower) and acting_verb(tokens, index + 1)
            if behind_verb or agent or self._left_to(index):  # I juni sørger menighedsplejen for …
                return Atom(index, index + 1, "noun")
            if token.lower in _ADJECTIVES and index + 1 < len(tokens):
                following = office_noun(tokens[index + 1].lower)
                if following and (index == 0 or tokens[index - 1].lower not in ("en", "et")):
                    return Atom(index, index + 2, following[0] if following[1] else "base")
            return None
        if found[1]:
            return Atom(index, index + 1, found[0])
        if token.lower in verb_forms("task") and index > 0:
            return None  # Sekretariatet vejleder ansøger: a verb
        return Atom(index, index + 1, "base")

    # -- groups -----------------------------------------------------------------------------------------------------

    def groups(self) -> list[Group]:
        """All candidates of the sentence in order, coordinated ones together."""
        found: list[Group] = []
        index = 0
        while index < len(self.tokens):
            atom = self.atom(index)
            if atom is None:
                index += 1
                continue
            atoms = [atom]
            seps: list[str] = []
            while True:
                step = self._joined(atoms[-1].last)
                if step is None:
                    break
                seps.append(step[0])
                atoms.append(step[1])
            if not self._whole_list(atoms):
                kept, seps = self._drop_open_list(atoms, seps)
            else:
                kept = atoms
            if len(kept) > 1 and self._new_clause(kept):
                kept, seps = kept[:-1], seps[:-1]
            merged = self._expand(self._merge(kept, seps))
            found.append(Group(tuple(merged), merged[0].first, merged[-1].last))
            rest = atoms[len(kept) :]
            found += [Group((atom,), atom.first, atom.last) for atom in rest]
            index = atoms[-1].last
        return found

    def _new_clause(self, atoms: list[Atom]) -> bool:
        """``Bo taler med Per, og Lis laver kaffe``: the last candidate has a verb of its own and the clause before had one."""
        tokens, last = self.tokens, atoms[-1]
        finite = ("present", "modal")
        if last.last >= len(tokens) or verb_kind(tokens[last.last].lower) not in finite:
            return False
        comma = tokens[last.first - 2].text == "," and len(atoms) == 2
        before = atoms[0].first - 1
        if not comma and (before < 0 or tokens[before].lower not in PREPOSITIONS):
            return False
        return any(
            verb_kind(token.lower) in (*finite, "passive", "past", "er", "har") and not token.capital
            for token in tokens[: atoms[0].first]
        )

    def _joined(self, end: int) -> tuple[str, Atom] | None:
        tokens = self.tokens
        if end < len(tokens) and tokens[end].text == "(":  # Bo (tekst) og Lis (billeder)
            close = next((step for step in range(end, min(end + 6, len(tokens))) if tokens[step].text == ")"), end)
            end = close + 1 if close + 1 < len(tokens) and tokens[close + 1].lower in ("og", "samt") else end
        if end + 1 < len(tokens) and tokens[end].text == "?" and tokens[end + 1].lower in (",", "og", "samt", "eller"):
            end += 1  # Lis, Per? og Bo: the doubt is about the name before
        if end >= len(tokens) or tokens[end].lower not in _JOINERS:
            return None
        ahead = end + 1
        separator = tokens[end].lower
        if separator == "," and ahead < len(tokens) and tokens[ahead].lower in ("og", "samt"):
            separator = "samt" if tokens[ahead].lower == "samt" else "og"
            ahead += 1
        if ahead + 1 < len(tokens) and tokens[ahead].lower in ("en", "et"):
            atom = self.atom(ahead + 1)  # Birgit, Gunver og en aftenvagt
            return (
                (separator, atom) if separator != "," and atom is not None and atom.kind in ("base", "person") else None
            )
        atom = self.atom(ahead)
        if atom is None or (atom.kind == "base" and tokens[ahead - 1].lower in PREPOSITIONS):
            return None
        if separator == "eller" and atom.kind not in ("person", "acronym"):
            return None
        return separator, atom

    def _whole_list(self, atoms: list[Atom]) -> bool:
        """``Eva, Lars: …``, ``(Eva, Lars)``: nothing but names between the border and the sign behind."""
        last, first = atoms[-1].last, atoms[0].first
        if any(atom.kind not in ("person", "acronym") for atom in atoms):
            return False
        if last >= len(self.tokens) or (self.tokens[last].text == "." and last + 1 == len(self.tokens)):
            return first > 1 and self.tokens[first - 1].text in (":", "–", "-")  # Vagter: Pia, Oda, Niels
        sign, before = self.tokens[last].text, self.tokens[first - 1].text if first else ""
        return (sign == ":" and before in ("", "-", "–", "•", ".")) or (sign == ")" and before == "(")

    @staticmethod
    def _drop_open_list(atoms: list[Atom], seps: list[str]) -> tuple[list[Atom], list[str]]:
        """Commas join only in a list that ends with og, samt or &: ``Formanden, Udvalget`` are two things."""
        last = max((index for index, sep in enumerate(seps) if sep != ","), default=-1)
        if "," not in seps or last == len(seps) - 1:
            return atoms, seps
        if last < 0:
            return atoms[:1], []
        return atoms[: last + 2], seps[: last + 1]

    def _merge(self, atoms: list[Atom], seps: list[str]) -> list[Atom]:
        """Unknown capitalised words joined by commas, og and & are one name: Kultur, Fritid og Natur; Klima og Miljøudvalget."""
        merged = [atoms[0]]
        for sep, atom in zip(seps, atoms[1:], strict=True):
            before = merged[-1]
            capital = self.tokens[atom.first].capital
            closes = (
                atom.kind == "unit"
                and capital
                and atom.last - atom.first == 1
                and self._compound(atom)
                and sep in ("og", "&")
                and not any(noun_kind(token.lower) for token in self.tokens[before.first : before.last])
            )
            if before.kind == "bare" and sep in (",", "og", "&") and (atom.kind == "bare" or closes):
                merged[-1] = Atom(before.first, atom.last, "bare" if atom.kind == "bare" else "unit")
            else:
                merged.append(atom)
        return merged

    def _compound(self, atom: Atom) -> bool:
        """Miljøudvalget, but not Staben: something stands before the unit noun."""
        word = self.tokens[atom.first].lower
        return any(noun_kind(word[cut:]) for cut in range(3, len(word) - 3))

    def _expand(self, atoms: list[Atom]) -> list[Atom]:
        """``Klima og Miljø samt By- og Landskabsudvalgene``: the plural noun belongs to each."""
        if len(atoms) < 2:
            return atoms
        last = self.tokens[atoms[-1].last - 1].lower
        plural = next((noun for noun in _PLURAL_BODY if last.endswith(noun) and last != noun), None)
        if plural is None or not all(atom.kind in ("bare", "unit") for atom in atoms[:-1]):
            return atoms
        single = _PLURAL_BODY[plural]
        found = []
        for atom in atoms:
            text = self.text[self.tokens[atom.first].start : self.tokens[atom.last - 1].end]
            if atom is atoms[-1]:
                name = text[: -len(plural)] + single
            elif atom.kind == "bare" and noun_kind(self.tokens[atom.last - 1].lower) is None:
                name = text.rstrip("-") + single
            else:
                return atoms
            found.append(Atom(atom.first, atom.last, "unit", name=name))
        return found
