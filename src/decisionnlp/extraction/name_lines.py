"""Lines without a verb that say by names alone who does it: *Ny lås til skuret Bo*, *Ulla – kage*, *Bo kursus d. 3. maj*."""

from __future__ import annotations

from decisionnlp import lexicons
from decisionnlp.extraction.candidates import Group
from decisionnlp.extraction.clauses import BREAKS
from decisionnlp.extraction.subjects import Subjects
from decisionnlp.extraction.vocabulary import (
    ADVERBS,
    PREPOSITIONS,
    listed_verbs,
    noun_kind,
    office_noun,
    owner_words,
)

_JOINED = PREPOSITIONS | BREAKS | {"og", "samt", "&", "/", "eller", "som", "med", "+", "."}
_LINE_BREAKS = BREAKS - {",", ")", ":"}
_POINTERS = frozenset(("vores", "vor", "den", "det", "de", "min", "deres", "kære"))
_PEOPLE = tuple(owner_words("people_named"))
_NO_ERRAND = tuple(owner_words("no_errand"))
_OCCASIONS = tuple(owner_words("occasions"))
_TIMES = frozenset(("d", "den", "uge", "kl", "fra")) | frozenset(lexicons.calendar_names("months"))


class NameLines(Subjects):
    """Names at the start or the end of a line of nouns, and names shared out over things."""

    def _goes_there(self, group: Group) -> bool:
        """``Ib og Lis til stævne i Tarm``, ``Bo førstehjælp d. 4. oktober``: names, what they go to, and when; no verb."""
        if group.first and self.tokens[group.first - 1].text not in _LINE_BREAKS:
            return False
        named = all(atom.kind == "person" and self.reader.is_first_name(atom.first) for atom in group.atoms)
        if not named or any(self.kind(step) not in (None, "present") for step in range(len(self.tokens))):
            return False
        if any(self.lower(step) in listed_verbs() for step in range(group.last, len(self.tokens))):
            return False
        place = group.last + (self.lower(group.last) in ("til", "på"))
        word = self.tokens[place].text if place < len(self.tokens) else ""
        noun = (
            word.isalpha()
            and word.islower()
            and word not in ADVERBS
            and word not in PREPOSITIONS
            and self.kind(place) is None
        )
        if not noun or len(word) < 3 or word.endswith(_NO_ERRAND) or office_noun(word) is not None:
            return False
        timed = any(
            self.lower(step).isdigit() and _TIMES.intersection(self.lower(near) for near in range(step - 2, step + 3))
            for step in range(place + 1, len(self.tokens))
        )
        return timed or word.endswith(_OCCASIONS)

    def _like_a_place(self, index: int) -> bool:
        """A capitalised word that is no name of a person or a unit."""
        group = self.inside.get(index)
        return self.tokens[index].capital and (group is None or all(atom.kind == "bare" for atom in group.atoms))

    def _trails(self, group: Group) -> bool:
        """``Ny lås til skuret Bo``: a line of nouns, or a passive, with given names and no sign at its end."""
        before = self.lower(group.first - 1)
        if group.last < len(self.tokens) or group.first < 3 or any(atom.kind != "person" for atom in group.atoms):
            return False
        if not all(map(self.reader.is_first_name, (atom.first for atom in group.atoms))):
            return False  # an office names a thing as well: Samtale om pladsen formanden
        joined = before in _JOINED
        house = before.isdigit() and self.tokens[group.first - 2].capital  # Brev fra Bakkevej 4 Bo
        place = self.lower(group.first - 2) in PREPOSITIONS and self._like_a_place(group.first - 1)
        known = before.endswith("e") and self.lower(group.first - 2) in _POINTERS  # til vores gamle Bo
        # til vinderen Bo, til nye medlem Bo; but: til skuret Bo, til bestyrelsen Bo
        person = before.endswith(_PEOPLE) and self.lower(group.first - 2) in PREPOSITIONS
        person = person or (noun_kind(before) or ("", False))[0] == "person"
        if (
            joined
            or house
            or known
            or person
            or (self.tokens[group.first - 1].capital and not place)
            or (before.endswith("s") and self.kind(group.first - 1) is None)
        ):
            return False
        listed = listed_verbs()
        told = any(
            self.lower(step) in listed if kind == "present" else kind not in (None, "passive", "modal")
            for step in range(group.first)
            for kind in (self.kind(step),)
        )
        actors = (other for other in self.groups if other.first < group.first and other.atoms[0].kind != "noun")
        return not told and not any(self.kind(other.last) and not other.atoms[0].weak for other in actors)

    def _shared_out(self, group: Group) -> bool:
        """``Ulla – invitation, Poul – lydanlæg``, ``Ulla (kage) og Poul (kaffe)``: two or more names, each with its thing."""
        return (
            self._with_thing(group)
            and sum(map(self._with_thing, self.groups)) > 1
            and not self._past_report(group.last + 1)
        )

    def _with_thing(self, group: Group) -> bool:
        """A name, a dash or an opening bracket, and a small word that is no office."""
        if any(atom.kind not in ("person", "acronym") for atom in group.atoms):
            return False
        first, sign = self.tokens[group.last + 1 : group.last + 2], self.lower(group.last)
        before = self.lower(group.first - 1)
        return (
            sign in ("–", "-", "(")
            and before in ("", ":", ",", ".", ";", "og", "–", "-", "•")
            and bool(first)
            and first[0].text[0].islower()
            and office_noun(first[0].lower) is None
        )

    def _past_report(self, index: int) -> bool:
        return any(self.kind(position) == "past" for position in range(index, min(index + 4, len(self.tokens))))
