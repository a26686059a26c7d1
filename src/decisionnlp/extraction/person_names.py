"""Names of persons, with title, initials and home: *skoleleder Bente Ravn*, *Lars O.*, *Mogens fra Trafik*; *alle*."""

from __future__ import annotations

import re

from decisionnlp.extraction.candidates import Atom
from decisionnlp.extraction.unit_names import UnitNames
from decisionnlp.extraction.vocabulary import (
    ADVERBS,
    PREPOSITIONS,
    animate_infinitives,
    animate_verbs,
    is_acronym,
    is_surname,
    noun_kind,
    office_noun,
    owner_words,
    starters,
    task_infinitives,
    verb_forms,
    verb_kind,
    whole_noun,
)

# Behind *alle* they begin what each has or gets: alle is everybody.
_EACH_OWN = frozenset(("deres", "sin", "sit", "sine", "en", "et", "hver"))
_FLOOR = re.compile(r"(?:\d{1,2}|st)(?:tv|th|mf)")
_ALL_OF = frozenset(("samtlige", "øvrige", "resterende"))
# What opens ``Alle chefer``, ``Hver enkelt``, ``Samtlige medlemmer``.
QUANTIFIERS = _ALL_OF | {"alle", "hver"}
_QUANTIFIED = _ALL_OF | {"hver", "hvert"}
_PARTICLES = frozenset(("van", "von", "de", "der", "af", "el", "bin", "la"))


class PersonNames(UnitNames):
    """Candidates that are persons."""

    def _name_end(self, index: int) -> int:
        """End of the personal name that starts at ``index``."""
        tokens = self.tokens
        last = index + 1
        while last < len(tokens):
            token = tokens[last]
            if token.capital and token.text[0].isalpha() and last not in self.known and not is_acronym(token.text):
                if len(token.text) == 1 and last + 1 < len(tokens) and _FLOOR.fullmatch(tokens[last + 1].lower):
                    break  # Vibeke C 3th: her stairs
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
        if token.capital and self.is_first_name(index):
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
        found = noun_kind(token.lower) if found else None
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
        """``Samtlige medlemmer``, ``Øvrige forældre``, ``Hver enkelt`` at the start."""
        lower = self.tokens[index].lower
        if lower not in _QUANTIFIED:
            return None
        each = lower in ("hver", "hvert") and self.tokens[index + 1 : index + 2]
        unit = office_noun(self.tokens[index + 1].lower) if each else None
        if each and index + 2 < len(self.tokens) and self._plain(index + 1) and self._is_told(index + 2):
            return Atom(index, index + 2, "person")  # hver familie bedes stille med en voksen
        verb = self.tokens[index - 1].lower if index > 1 else ""
        acts = verb in animate_verbs() or verb[:-1] in owner_words("each_must")
        if each and unit and not unit[1] and acts and verb.endswith("r"):
            return Atom(index, index + 2, "person")  # Til mødet medbringer hver gruppe en kage
        if each and index in self.initial and index + 2 < len(self.tokens):
            word = self.tokens[index + 2].lower
            present = verb_kind(word) == "present" or word in ("skal", "bør")
            told = self._shall_act(index + 2) or word in animate_verbs()
            told = told or (word in ("skal", "bør") and self._shared_by_each(index))
            if (unit and not unit[1] and (present or told)) or (told and self.tokens[index + 1].text.isalpha()):
                return Atom(index, index + 2, "person")  # Hver forening sender sin liste, Hvert område skal udpege …
        if each and index in self.initial and self.tokens[index + 1].lower == "enkelt":
            group = index + 2 < len(self.tokens) and office_noun(self.tokens[index + 2].lower) is not None
            return Atom(index, index + 3 if group else index + 2, "person")
        if self.tokens[index].lower not in _ALL_OF or index not in self.initial or index + 1 >= len(self.tokens):
            return None
        following = self.tokens[index + 1]
        told = index + 2 < len(self.tokens) and self._plain(index + 1) and self._is_told(index + 2)
        named = noun_kind(following.lower) is not None and not following.capital
        return Atom(index, index + 2, "person") if named or told else None

    def _shared_by_each(self, index: int) -> bool:
        """``Hvert område skal udpege …``: no time, and what only people do; not ``Hver faktura skal indeholde moms``."""
        each, behind = self.tokens[index + 1].lower, self.tokens[index + 3 : index + 4]
        chosen = bool(behind) and behind[0].lower in owner_words("each_must") and not behind[0].capital
        return chosen and each not in owner_words("spans_of_time")

    def _plain(self, index: int) -> bool:
        """A word in small letters that may be a noun: *familier*, *klasseråd*; not *alle også bedes*."""
        word = self.tokens[index].text
        if word in owner_words("spans_of_time") or word.endswith("dag"):
            return False
        return word.isalpha() and word.islower() and word not in ADVERBS and word not in PREPOSITIONS

    def _is_told(self, index: int) -> bool:
        """*opfordres*, *blev opfordret*, *er blevet bedt* stand at ``index``."""
        word, *behind = [token.lower for token in self.tokens[index : index + 3]]
        if word == "er" and behind[:1] == ["blevet"]:
            behind = behind[1:]
        told = behind[:1] != [] and behind[0] in verb_forms("order", "participle")
        return word in verb_forms("order", "passive") or (word in ("blev", "bliver", "er") and told)

    def _everyone(self, index: int) -> Atom | None:
        """``Alle``, ``Alle chefer``, ``Alle i bestyrelsen`` before a verb, a colon or a dash."""
        tokens = self.tokens
        if tokens[index].lower != "alle" or index + 1 >= len(tokens):
            return None
        if tokens[index - 1].text == ":" and index and tokens[index + 1].text in ",.)":
            return Atom(index, index + 1, "person")  # Korrektur: alle, løbende
        if index > 1 and tokens[index - 1].lower in animate_verbs() and tokens[index + 1].lower in _EACH_OWN:
            return Atom(index, index + 1, "person")  # Til mødet medbringer alle deres nøgler
        if (
            index > 1
            and tokens[index - 1].lower == "af"
            and tokens[index - 2].lower.endswith("es")
            and (tokens[index + 1].lower in PREPOSITIONS or tokens[index + 1].text in ",.")
        ):
            return Atom(index, index + 1, "person")  # udfyldes af alle
        if (
            index
            and tokens[index - 1].lower in verb_forms("order", "active")
            and (tokens[index + 1].lower in ("til", "om") or tokens[index + 1].lower in task_infinitives())
        ):
            return Atom(index, index + 1, "person")  # Vi opfordrer alle til at …, Vi vil bede alle flytte …
        relative = index + 2 if tokens[index + 1].text == "," else index + 1
        if relative < len(tokens) and tokens[relative].lower in ("der", "som") and index in self.initial:
            return Atom(index, index + 1, "person")  # Alle, der vil med, melder sig
        but = [token.lower for token in tokens[index + 2 : index + 4]]
        if index in self.initial and but[:1] == [","] and but[1:] and but[1] in owner_words("excepting"):
            return Atom(index, index + 2, "person")  # Alle afdelinger, undtagen Syd, afleverer
        for end in (index + 1, index + 2, index + 3):
            if end >= len(tokens):
                return None
            following = tokens[end]
            if following.text in (":", "–", "-") and end == index + 1:
                return Atom(index, end, "person")
            if end == index + 1 and following.lower in verb_forms("order", "passive"):
                return Atom(index, end, "person")
            if end == index + 1 and self._is_told(end):
                return Atom(index, end, "person")  # Alle blev bedt om at
            if end == index + 3 and tokens[index + 1].lower in ("i", "på") and self._is_told(end):
                return Atom(index, end, "person")  # Alle i bestyrelsen blev bedt om at
            if end == index + 2 and self._plain(end - 1) and self._is_told(end):
                return Atom(index, end, "person")  # Alle klasseråd blev opfordret til at
            if (
                following.lower == "bør"
                and end + 1 < len(tokens)
                and tokens[end + 1].lower in animate_infinitives() | {"tilstræbe", "prøve", "hjælpe", "forsøge"}
            ):
                return Atom(index, end, "person")
            if following.lower in verb_forms("task") and following.lower not in ("får", "bør", "vil", "må"):
                return Atom(index, end, "person")
            if end == index + 2 and noun_kind(tokens[end - 1].lower) and verb_kind(following.lower) == "present":
                return Atom(index, end, "person")
            if end == index + 1 and self._plain(end) and end + 1 < len(tokens) and self._is_told(end + 1):
                continue  # Alle klasseråd blev opfordret til at
            if end == index + 1 and not (
                following.lower.endswith(("er", "e", "ne")) or following.lower in ("i", "på", "fra")
            ):
                return None
        return None
