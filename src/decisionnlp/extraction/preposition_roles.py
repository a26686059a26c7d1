"""What the preposition before a candidate makes of it: agent, recipient, partner, the one a matter is handed to."""

from __future__ import annotations

import re

from decisionnlp import lexicons
from decisionnlp.extraction.candidates import Group
from decisionnlp.extraction.deeds import MATTERS, Found
from decisionnlp.extraction.gets_and_lets import RESPONSIBLE
from decisionnlp.extraction.layout_roles import LayoutRoles
from decisionnlp.extraction.vocabulary import (
    PREPOSITIONS,
    handover,
    is_participle,
    owner_words,
    verb_forms,
)
from decisionnlp.extraction.we_deeds import HANDED_OVER

_REPORTING_BACK = re.compile(
    rf"\b(?:{lexicons.alternatives('task_sentences', 'reporting')})\w*\b[^,;]{{0,60}}\b(?:tilbage|retur)"
    r"|\btag(?:er|es?)\b[^,;]{0,40}\bmed tilbage|\btilbagemelding",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\w{3}(?:en|et|ne)$")
_AUXILIARIES = frozenset(
    ("bliver", "blive", "er", "være", "skal", "vil", "bør", "må", "får", "få", "har", "have", "ønskes")
)
_NOT_AGENT = owner_words("no_agent_before_af")
_DEPICTED = owner_words("depicted")
_LYING = owner_words("lying")
_TREATMENTS = owner_words("treatments")
_SENT_THINGS = owner_words("sent_things")
_BY_WAY = owner_words("by_way")
_SHARED = owner_words("shared_between")
_AGREED = owner_words("agreed")
_ASKED = owner_words("asked")


class PrepositionRoles(LayoutRoles):
    """Roles by preposition."""

    def _prepositional(self, group: Group) -> Found | None:
        index = self.before(group)
        if self.lower(index) in ("en", "et") and self.lower(index - 1) == "af":
            index -= 1  # fastlægges af en arbejdsgruppe
        preposition = self.lower(index)
        if preposition not in PREPOSITIONS or (preposition == "for" and self.lower(index + 1) == ","):
            return None
        if preposition in ("efter", "inden", "før", "siden", "om") and self._is_subordinate(group):
            return None
        if (
            preposition == "af"
            and self.lower(index - 1) == "bestående"
            and self.kind(group.last) in ("present", "modal")
        ):
            return self._by_verb(group, group.last, told=False)  # En gruppe bestående af Lis og Bo ser på vedtægterne
        if preposition == "af" and self.lower(index - 1) == "hver" and self.kind(group.last) in ("present", "modal"):
            return self._by_verb(group, group.last, told=False)  # Hver af afdelingerne sender en status
        if preposition == "af" and self.lower(index - 1) in _DEPICTED:
            return "mention", "af"
        if preposition == "af" and self.lower(index - 1) in _NOT_AGENT:
            return "mention", "af"  # en gruppe bestående af Bo og Lis, på grund af Bos sygdom
        if preposition == "af" and self.lower(index - 1) in _ASKED:
            return "requester", "af"  # Lis anmodes af bestyrelsen om at
        if preposition == "af" and self._getter_acts(index):
            return "mention", "af"
        if preposition == "på" and self.lower(index - 1) == "hænderne":
            return "owner", "handover"  # Planlægningen er lagt i hænderne på Lis
        if preposition == "af" and all(atom.kind == "person" for atom in group.atoms) and self._gets(index):
            return "owner", "gets-from"  # Beboerne får nøgler af inspektøren
        if preposition == "af" and self._in_condition(index):
            return "mention", "condition"  # Hvis hegnet skal betales af foreningen, …
        if preposition == "af" and self.lower(index - 1) in _AGREED and self._agreed_that(group):
            return self._by_verb(group, group.last, told=True)  # Det blev besluttet af Lis skriver: a slip for at
        not_done = self.lower(index - 1) == "ikke" or (
            self.lower(index - 2) == "ikke" and self.kind(index - 1) == "passive"
        )
        if preposition == "af" and not_done:
            return "mention", "af"  # at lamperne ikke passes af kommunen
        if preposition == "af":
            return ("owner", "passive-af") if self._passive_before(index) else ("mention", "af")
        if preposition == "fra" and any(
            self.lower(step) in ("hører", "høre") for step in range(max(0, index - 3), index)
        ):
            return "owner", "hear-from"
        if preposition == "fra" and self._gets_from(index):
            return "owner", "gets-from"
        way = [self.lower(step) for step in range(self.clause_start(index), index)] if preposition == "ved" else []
        by_way = way[-1:] != [] and (way[-1] in _BY_WAY or {"sker", "foregår"} & set(way) != set())
        if by_way and all(atom.kind == "person" for atom in group.atoms):
            return "owner", "by-way"  # Tilmelding sker ved Nanna
        if preposition == "til" and self.lower(index - 1) in ("henstiller", "henstillede", "henstilles", "henstille"):
            return ("owner", "order") if "at" in self._behind(group, 3) else ("recipient", "til")
        if preposition == "til" or (preposition in ("i", "hos") and self.lower(index - 1) in _TREATMENTS):
            sent = preposition != "til" and self.lower(index - 2) == "til" and self._sent(index)
            return ("owner", "handover") if sent or self._handed(index) else ("recipient", "til")
        if preposition in ("med", "hos", "mellem"):
            if preposition == "med" and self._agreed(group, index):
                return "owner", "agreed"
            if preposition == "med" and self.lower(group.last) == "som" and self.lower(group.last + 1) in RESPONSIBLE:
                return "owner", "med-som"
            if preposition == "hos" and self._lies_with(index):
                return "owner", "responsibility"
            if preposition == "mellem" and self._shared_between(group, index):
                return "owner", "shared-between"
            return "partner", preposition
        return "mention", preposition

    def _agreed_that(self, group: Group) -> bool:
        """Somebody named with a verb that tells of a deed behind."""
        named = all(atom.kind in ("person", "acronym", "unit") for atom in group.atoms)
        return named and self.kind(group.last) == "present" and self.lower(group.last) in verb_forms("task")

    def _shared_between(self, group: Group, index: int) -> bool:
        """``Kirkekaffen koordineres mellem Lisbeth og Jeppe``: those it is between do it; not *kontakten mellem*."""
        start = self.clause_start(index)
        named = len(group.atoms) > 1 and all(atom.kind in ("person", "acronym", "unit") for atom in group.atoms)
        return named and any(self.lower(step) in _SHARED for step in range(max(start, index - 4), index))

    def _in_condition(self, index: int) -> bool:
        """The word stands in a clause with *hvis* or *såfremt* that another clause follows, or in one that is asked about."""
        start = next((step for step in range(index, -1, -1) if self.lower(step) in (",", ";")), -1) + 1
        if start and self.lower(start) in ("om", "hvorvidt", "hvordan", "hvornår", "hvad", "hvor"):
            return True  # Det undersøges, om pladsen bruges af skolen
        opens = any(self.lower(step) in ("hvis", "såfremt", "medmindre") for step in range(start, index))
        return opens and any(self.lower(step) == "," for step in range(index, len(self.tokens)))

    def _gets(self, index: int) -> bool:
        return self.lower(index - 1) not in ("besøg", "hjælp", "støtte") and bool(
            {"får", "få"} & {self.lower(step) for step in range(self.clause_start(index), index)}
        )

    def _getter_acts(self, index: int) -> bool:
        """``Tage får nøglen af Finn og låser op``: who gets it is named and does more."""
        opener = self.groups[0]
        if opener.first or self.lower(opener.last) != "får" or not self._named(opener):
            return False
        return any(self.lower(step) == "og" and self.kind(step + 1) for step in range(index, len(self.tokens)))

    def _gets_from(self, index: int) -> bool:
        """``Beboerne får et svar fra formanden``: the one who writes it."""
        start = self.clause_start(index)
        told = [self.lower(step) for step in range(start, index)]
        return told[-1:] != [] and told[-1] in _SENT_THINGS and bool({"får", "få", "modtager", "modtage"} & set(told))

    def _agreed(self, group: Group, index: int) -> bool:
        """``Det er aftalt med Lis, at hun skriver …``"""
        behind = self._behind(group, 3)
        return (
            self.lower(index - 1).startswith("aftal")
            and [word for word in behind if word != ","][:1] == ["at"]
            and bool({"hun", "han", "de", "den"}.intersection(behind))
        )

    def _is_subordinate(self, group: Group) -> bool:
        """``inden udvalget beslutter``: the word is a conjunction where a finite verb follows the group soon."""
        return any(
            self.kind(position) in ("present", "modal", "passive", "past")
            for position in range(group.last, min(group.last + 2, len(self.tokens)))
        )

    def _passive_before(self, index: int) -> bool:
        """A passive (udarbejdes, bliver lavet, skal løses) in the clause before ``af``, and no noun that ``af`` belongs to."""
        start = self.clause_start(index)
        if start == index and self.lower(index - 1) == ",":
            start = 0  # Ansøgninger, der kommer for sent, afvises, som aftalt, af sekretariatet
        # After "og" the passive of the clause before still holds (udarbejdes og fremlægges af X).
        while start > 0 and self.lower(start - 1) in ("og", "samt"):
            start = self.clause_start(start - 1)
        told = [self.lower(step) for step in range(start, index)]
        if (
            len(told) > 2
            and is_participle(told[-1])
            and _DEFINITE.search(told[-2])
            and told[-2] not in PREPOSITIONS
            and _AUXILIARIES.isdisjoint(told)
        ):
            return False  # afholdes efter dagsordenen udsendt af formanden: who made the agenda
        if {"får", "få"}.intersection(told) and HANDED_OVER.intersection(told):
            return True  # udvalget får forelagt en plan af X, naboen får besked af X
        for position in range(index - 1, start - 1, -1):
            if self.kind(position) == "passive" or self.lower(position) == "ses":
                return True
            if self.lower(position) in ("bliver", "blive", "skal", "vil", "bør") and index - position < 12:
                ahead = [self.lower(step) for step in range(position + 1, index)]
                if (
                    any(word.endswith(("et", "t")) and len(word) > 3 for word in ahead)
                    and "blive" in (*ahead, self.lower(position))
                ) or self.lower(position) == "bliver":
                    return True
        return False

    def _handed(self, index: int) -> bool:
        """``til X`` after *sendes tilbage*, *henvises*, *oversendes*, *overdrages* …"""
        start = self.clause_start(index)
        while start > 0 and self.lower(start - 1) in ("og", "samt", ","):
            start = self.clause_start(start - 1)
        told = {self.lower(step) for step in range(start, index)}
        if "tilbage" in told and {"sender", "sende"} & told and MATTERS.isdisjoint(told):
            return False  # Bestyrelsen sender bogen tilbage til biblioteket
        text = self.reader.text[self.tokens[start].start : self.tokens[index].start]
        return handover().search(text) is not None and _REPORTING_BACK.search(text) is None

    def _sent(self, index: int) -> bool:
        """*sendt*, *sendes*, *fremsendes* stand before in the clause."""
        start = self.clause_start(index)
        return any("send" in self.lower(step) for step in range(start, index))

    def _lies_with(self, index: int) -> bool:
        """``Ansvaret er hos Bo``, ``Opgaven med listen ligger hos Bo``; not ``få fuldmagt til kontoen hos banken``."""
        if any(self.lower(step) in RESPONSIBLE for step in range(max(0, index - 2), index)):
            return True
        verb = next((step for step in range(index - 1, max(index - 4, -1), -1) if self.kind(step)), None)
        return (
            verb is not None
            and self.lower(verb) in _LYING
            and any(self.lower(step) in RESPONSIBLE for step in range(max(0, verb - 8), index))
        )
