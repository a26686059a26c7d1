"""Names of units: *Center for Børn og Unge*, *Teknik- og Miljøforvaltningen*, *Team Vej*, abbreviations, other runs of capitals."""

from __future__ import annotations

import re
from functools import cache

from decisionnlp import lexicons
from decisionnlp.extraction.candidates import Atom
from decisionnlp.extraction.nouns import OFFICE_ADJECTIVES, Nouns, acting_verb
from decisionnlp.extraction.vocabulary import (
    FUNCTION_ACRONYMS,
    PREPOSITIONS,
    animate_verbs,
    headings,
    heads,
    is_acronym,
    is_given_name,
    is_surname,
    lone_nouns,
    not_acronyms,
    noun_kind,
    numbered_unit,
    owner_words,
    starters,
    tools,
    verb_kind,
)

_INFLECTED_ACRONYM = re.compile(r"[A-ZÆØÅ]{2,5}['’´`](?:en|et|erne|ne)$")  # TR'erne
# A body of staff and leaders by its level: Område-MED, Skole-TRIO
_JOINT_BODY = re.compile(r"[A-ZÆØÅ][a-zæøå]+-(?:MED|TRIO|MU|SU|AMU|AMO|LAMU|LMU|SSU|SAMU)$")
_TEAMS = frozenset(("team", "teamet", "hold", "holdet"))
_QUOTES = '"”»«“'
_CLASSES = re.compile(r"(?:klasse|årgang)(?:n|r|rne|en|e|ene)?")
_WIDE_VERBS = owner_words("wide_verbs")
_COMPASS_NUMERAL = owner_words("unit_suffixes")
# Words of a field in small letters at most, and the verbs that close it.
_FIELD_WORDS = 6
_PEOPLE = lexicons.words("verb_forms", "people_as_past")  # Rådet for socialt udsatte
_CLOSING_VERBS = frozenset(("present", "modal", "past_modal", "passive", "past", "har", "er", "bliver"))
# Capitalised behind a dash or a full stop that is none of the sentence's own, they point and name nobody.
_POINTING = frozenset(("det", "den", "de", "der", "dette", "denne", "disse", "man", "nogen", "han", "hun", "jeg"))


@cache
def _definite_heads() -> tuple[str, ...]:
    return tuple(head for head in heads("none") if head.endswith(("en", "et")))


class UnitNames(Nouns):
    """Candidates that are proper names of units."""

    def _numbered(self, index: int) -> Atom | None:
        """``3. Afdeling``, ``9. klasserne``, ``9.b``."""
        tokens = self.tokens
        if index + 2 >= len(tokens) or not tokens[index].text.isdecimal() or tokens[index + 1].text != ".":
            return None
        if tokens[index].end == tokens[index + 1].start and len(tokens[index].text) < 3:
            word, glued = tokens[index + 2], tokens[index + 2].start == tokens[index + 1].end
            if _CLASSES.fullmatch(word.lower) and (index == 0 or tokens[index - 1].lower not in ("i", "på", "fra")):
                return Atom(index, index + 3, "unit")
            acts = index + 3 < len(tokens) and tokens[index + 3].lower in animate_verbs() | _WIDE_VERBS
            if glued and index == 0 and acts and len(word.text) == 1 and word.text.isalpha():
                return Atom(index, index + 3, "unit")
        named = tokens[index + 2].capital and numbered_unit(tokens[index + 2].lower)
        return Atom(index, index + 3, "unit") if named and tokens[index].end == tokens[index + 1].start else None

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
            position + 1 < len(tokens)
            and tokens[position].lower == "for"
            and token.lower in owner_words("fields_headed")
        ):
            field = self._field(position + 1)
            if field is not None:
                return Atom(index, field, "unit")
        if (
            position < len(tokens)
            and self._firm(token.lower)
            and self._plain_name_word(position)
            and tokens[position].text not in starters()
        ):
            return Atom(index, self._coordinate(position, commas=False), "unit")  # arkitektfirmaet Linje & Lys
        if token.lower in heads("none") and token.capital and position < len(tokens):
            person = is_given_name(tokens[position].text)
            if self._name_word(position) and position not in self.initial and (not person or token.lower in _TEAMS):
                end = position + 1 if person else self._coordinate(position, commas=False)
                return Atom(index, end, "unit")
            quoted = token.lower in _TEAMS and tokens[position].text in _QUOTES
            called = self._called(position) if token.lower == "team" or quoted else None
            if called is not None:
                return Atom(index, called, "unit")
            if tokens[position].text in _COMPASS_NUMERAL or (
                tokens[position].text in "ABCDEF" and token.lower in ("gruppe", "hold", "team")
            ):
                return Atom(index, position + 1, "unit")
        return None

    def _field(self, index: int) -> int | None:
        """End of a field in small letters, ``kultur og fritid``, ``nære sundhedstilbud``: only where a verb, a preposition or nothing
        of the clause follows."""
        tokens = self.tokens
        if tokens[index].lower not in owner_words("fields"):
            return None  # sendes til udvalget for udtalelse
        end, words = index, 0
        while end < len(tokens) and words < _FIELD_WORDS:
            lower = tokens[end].lower
            joins = lower in ("og", "&", "samt") or (lower == "," and self._field_goes_on(end))
            if not joins:
                ended = lower in PREPOSITIONS or not lower.isalpha() or lower == "at"
                ended = ended or (verb_kind(lower) in _CLOSING_VERBS and lower not in _PEOPLE)
                if ended or tokens[end].capital or lower in owner_words("no_fields"):
                    break
                words += 1
            end += 1
        if end == index or tokens[end - 1].lower in ("og", "&", "samt"):
            return None
        if end < len(tokens):
            lower = tokens[end].lower
            closes = (
                verb_kind(lower) in _CLOSING_VERBS or lower in PREPOSITIONS or lower in ("at", ".", ",", ";", ":", "?")
            )
            if not closes:
                return None
        return end

    def _field_goes_on(self, comma: int) -> bool:
        """``børn, unge og familie``: a word or two, then *og*."""
        tokens = self.tokens
        return any(
            tokens[step].lower in ("og", "&", "samt")
            and all(token.text.isalpha() or token.text == "," for token in tokens[comma + 1 : step])
            for step in range(comma + 2, min(comma + 8, len(tokens)))
        )

    def _called(self, index: int) -> int | None:
        """End of the small or quoted word a team goes by: ``Team grill laver``, ``Team "kaffe" henter``."""
        tokens = self.tokens
        quoted = tokens[index].text in _QUOTES
        word = index + 1 if quoted else index
        end = word + 2 if quoted else word + 1
        if end >= len(tokens) or not tokens[word].text.isalpha() or verb_kind(tokens[word].lower) is not None:
            return None
        if quoted:
            close = range(word + 1, min(word + 4, len(tokens) - 1))
            end = next((step + 1 for step in close if tokens[step].text in _QUOTES), 0)
            if not end:
                return None
        return end if verb_kind(tokens[end].lower) in ("present", "modal") else None

    @staticmethod
    def _firm(lower: str) -> bool:
        """A definite noun that a name of its own follows: *arkitektfirmaet*, *plejehjemmet*."""
        return lower.endswith(_definite_heads())

    def _capital_run(self, index: int) -> Atom | None:
        tokens = self.tokens
        token = tokens[index]
        if not token.capital or token.lower in tools() or token.text in headings():
            return None
        if _INFLECTED_ACRONYM.match(token.text):
            return Atom(index, index + 1, "unit")
        if _JOINT_BODY.match(token.text):
            return Atom(index, index + 1, "unit")  # Område-MED
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
        if small_follows and token.lower in _POINTING:
            return None  # Bo klipper hækken – Det trænger
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
        if end == index + 1 and end < len(tokens) and token.lower in OFFICE_ADJECTIVES:
            if tokens[end].lower in owner_words("office_nouns"):
                return Atom(index, end + 1, "unit")
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
