"""What a candidate does in its sentence: by layout, by preposition, as the one who is told, as a subject."""

from __future__ import annotations

import re
from typing import Any

from decisionnlp.extraction.deeds import HANDED_OVER, RESPONSIBLE, Found
from decisionnlp.extraction.mentions import Group
from decisionnlp.extraction.subjects import Subjects
from decisionnlp.extraction.vocabulary import (
    ADVERBS,
    PREPOSITIONS,
    animate_verbs,
    handover,
    office_noun,
    parties,
    verb_forms,
    words,
)

_REPORTING_BACK = re.compile(
    r"\b(?:meld|vend|rapporter|svar|ring|skriv|send(?:er|e) (?:svar|besked))\w*\b[^,;]{0,60}\b(?:tilbage|retur)|\btag(?:er|e)\b[^,;]{0,40}\bmed tilbage|\btilbagemelding",
    re.IGNORECASE,
)
_LABELS = words(
    "ansvarlig ansvarlige tovholder tovholdere ansv ejer opgaveejer aktion action ansvar udføres_af udfører hvem kontaktperson opgavetager opfølger"
)
_BEHIND_RELATIVE = words("kommer tager ser lægger sætter sender svarer følger vender bringer sikrer")
_NOT_AGENT = words(
    "bestående grund hjælp følge form mangel hensyn baggrund består anlæg kopi del dele drift brug køb salg valg halvdelen resten leje udlejning etablering opførelse"
)
_LYING = words("ligger lægges placeres er bliver forbliver forankres")
# til behandling i X, til udtalelse hos X
_TREATMENTS = words("behandling udtalelse drøftelse vurdering kommentering")
# Referat: Sanne. – Afbud: Ole.: who did what at the meeting itself
_MEETING_LABELS = words(
    "referat referent ordstyrer mødeleder dirigent afbud fraværende fremmødte fremmødt tilstede deltagere mødedeltagere deltog inviterede gæst gæster kopi cc til fra sagsbehandler sagsansvarlig oplægsholder fremlagt"
)
_SENT_THINGS = words(
    "svar brev besked mail hilsen oplæg oversigt notat status tilbagemelding orientering kvittering tilbud"
)
_BY_WAY = words("sker foregår foretages varetages forestås afvikles udføres tilmelding overrækkelse")
_LIMIT_WORDS = words("senest frist fristen tidsfrist ansøgningsfrist deadline inden løbende")
_TASK_LABELS = words("opgave opgaver opgaven til to do todo aktion action for")


class Roles(Subjects):
    """Roles of the groups of one sentence."""

    def role(self, group: Group) -> Found:
        found = self._labelled(group) or self._prepositional(group) or self._object(group) or self._subject(group)
        if found is None or (found[0] in ("recipient", "mention") and found[1] in ("til", "i", "hos", "af", "none")):
            found = self._relative(group) or found
        return found or ("mention", "none")

    def acts(self, group: Group, parse: Any) -> bool:
        """A parse (spaCy ``Doc`` of the same text, UD relations) makes a sure candidate the subject of a verb of acting."""
        if any(atom.weak or atom.kind not in ("person", "acronym", "unit") for atom in group.atoms):
            return False
        start, end = self.tokens[group.first].start, self.tokens[group.last - 1].end
        for word in parse:
            if word.idx >= end:
                break
            if word.idx < start or word.dep_ != "nsubj" or start <= word.head.idx < end:
                continue
            finite = next((child for child in word.head.children if child.dep_ == "aux"), word.head)
            verb = next((index for index, token in enumerate(self.tokens) if token.start == finite.idx), None)
            if verb is not None and self.kind(verb) in ("present", "modal"):
                return self._by_verb(group, verb, told=False)[0] == "owner"
        return False

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

    def _relative(self, group: Group) -> Found | None:
        """``til Klima og Ressourcer, som bedes se på …``: the one of whom the relative clause says a task."""
        last = group.last
        cleft = self.lower(group.first - 1) == "er" and self.lower(group.first - 2) == "det"
        if (
            cleft
            and self.lower(last + 1) == "der"
            and RESPONSIBLE.intersection(self.lower(step) for step in range(last + 2, min(last + 6, len(self.tokens))))
        ):
            return "owner", "cleft"  # det er Bo, der har bolden
        if (
            self.lower(last) != ","
            or self.lower(last + 1) not in ("som", "der")
            or any(atom.weak or atom.kind == "noun" for atom in group.atoms)
        ):
            return None
        if self.lower(group.first - 1) in ("den", "det", "de") and group.atoms[0].kind == "base":
            return None  # kontakt til den entreprenør, der skal …: the clause only says which one
        verb = next((step for step in range(last + 2, min(last + 7, len(self.tokens))) if self.kind(step)), None)
        if verb is None or any(step in self.inside for step in range(last + 2, verb)):
            return None
        if any(self.lower(step) not in ADVERBS for step in range(last + 2, verb)):
            return None  # en kontaktperson, som borgerne kan ringe til
        word = self.lower(verb)
        if (
            self.kind(verb) == "modal"
            or word in verb_forms("order", "passive")
            or word in animate_verbs()
            or word in _BEHIND_RELATIVE
        ):
            role, _ = self._by_verb(group, verb, told=False)
            return ("owner", "relative") if role == "owner" else None
        return None

    def _labelled(self, group: Group) -> Found | None:
        """``Ansvarlig: Bo``, ``Bo: sender …``, ``– Bo og Per –``, ``(KB & TL)``, ``v/ Ida``."""
        tokens = self.tokens
        first, last = group.first, group.last
        before = self.lower(first - 1)
        if before == ":" and self.lower(first - 2) in _MEETING_LABELS and self.lower(first - 3) in ("", ".", ";"):
            return "mention", "meeting"
        if first == 0 and self.lower(last) == "(":
            close = next((step for step in range(last, min(last + 20, len(tokens))) if self.lower(step) == ")"), last)
            last = close + 1 if self.lower(close + 1) == ":" else last
        after = self.lower(last)
        strong = all(atom.kind in ("person", "acronym", "unit") for atom in group.atoms)
        named = all(atom.kind in ("person", "acronym") for atom in group.atoms)
        if before in (":", "–", "-", "=") and self.lower(first - 2) in _LABELS:
            return "owner", "label"
        opens = self.lower(first - 2) in ("", ".", "(", ",", ";", "–")
        if self.lower(first - 1) in _LABELS and opens and not self.kind(last):
            return "owner", "label"
        if (
            before == ")"
            and self.lower(first - 2) in ("e", "r")
            and any(self.lower(index) in _LABELS for index in range(max(0, first - 6), first))
        ):
            return "owner", "label"
        if before in ("er", "bliver") and (self.lower(first - 2) in _LABELS or self.lower(0) in _LABELS):
            return "owner", "label"  # tovholder er Bo, tovholder på opgaven er Bo
        if first > 1 and before == "/" and self.lower(first - 2) == "v":
            return "presenter", "v/"
        if after == ":" and last - first == 1 and self.lower(first) in _LABELS | _MEETING_LABELS:
            return "mention", "label"
        if after == ":" and first and self._task_label(first):
            return "owner", "label"
        bullet = before in ("–", "-", "•", "·", "→") and last + 1 < len(tokens)
        office = all(atom.kind in ("person", "acronym", "base") for atom in group.atoms)
        if after == ":" and office and bullet and not self._past_report(last + 1):
            return "owner", "name-colon"
        if after == ":" and first == 0 and not all(atom.weak for atom in group.atoms):
            if not named and self._subject_opens(last + 1):
                return "mention", "heading"  # Kulturgruppen: Bo og Lis laver et program
            if all(atom.kind == "base" for atom in group.atoms) and self._names_close(last + 1):
                return "mention", "heading"  # Vagter: Eva, Lars
            following = self.kind(last + 1)
            if self.lead and last + 1 >= len(tokens):
                return "owner", "lead"
            if following not in ("past", "har", "er") and last + 1 < len(tokens) and not self._past_report(last + 1):
                return "owner", "name-colon"
            return "speaker", "name-colon"
        if (
            before in (":", "–", "-")
            and after in (",", "(")
            and first > 1
            and named
            and not self._has_verb_between(0, first)
        ):
            return "owner", "item-name"
        some = any(atom.kind in ("person", "acronym") for atom in group.atoms)
        likely = strong or (
            some and all(atom.kind in ("person", "acronym", "unit", "bare", "base") for atom in group.atoms)
        )
        closes = after in ("", ".") or (after == "og" and len(tokens) - last <= 3)
        if before == ":" and closes and first > 1 and likely and not self._past_report(0):
            return "owner", "colon-name"
        if before in ("–", "—", "-", "→") and after in ("–", "—", "-", "", ".") and strong and first > 0:
            return "owner", "dash"
        if first == 0 and after in ("–", "—", "-") and strong and self._spaced(last):
            if not named and self.lower(last + 1) in _LIMIT_WORDS:
                return "mention", "dash"  # Friluftsrådet – senest 1. maj: to whom one applies
            return "owner", "dash"
        members = first - 2 in self.inside and self.kind(last + 1) is not None  # Forfattergruppen (Line, Gitte) skriver
        short = last + 1 >= len(tokens) and first < 5 and not self._has_verb_between(0, first)
        if before == "(" and after == ")" and short and named and not self._party(group):
            return "owner", "bracket"  # Flagline (Per)
        if before == "(" and after == ")" and not members and self._bracket_owner(group):
            return "owner", "bracket"
        if (
            before == ","
            and after in ("", ".")
            and first > 2
            and all(atom.kind == "person" for atom in group.atoms)
            and all(self.kind(step) in (None, "passive") for step in range(len(tokens)))
        ):
            return "owner", "nominal"  # Saft og vand: købes i Brugsen, Lis
        if self._shared_out(group):
            return "owner", "item-name"
        if before == "," and self._gapped(group):
            return "owner", "gapped"
        return None

    def _party(self, group: Group) -> bool:
        """A letter of a party, or what explains the name before it."""
        holder = self.inside.get(group.first - 2)
        known = holder is not None and any(atom.kind in ("person", "acronym", "unit") for atom in holder.atoms)
        return known or self.tokens[group.first].text in parties()

    def _names_close(self, index: int) -> bool:
        """Names begin at ``index`` and end the sentence."""
        group = self.inside.get(index)
        return group is not None and group.last + 1 >= len(self.tokens)

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

    def _gapped(self, group: Group) -> bool:
        """``Åge laver beretningen, Lis regnskabet.``: the verb of the first holds for the second."""
        opener = self.groups[0]
        named = all(atom.kind in ("person", "acronym") for one in (opener, group) for atom in one.atoms)
        if opener is group or not named or self.kind(opener.last) != "present" or opener.first > 1:
            return False
        if self.lower(opener.last) not in verb_forms("task") or self.lower(group.first - 2) in PREPOSITIONS:
            return False
        close = next(
            (step for step in range(group.last, len(self.tokens)) if self.lower(step) in (",", ".", ";", "og")),
            len(self.tokens),
        )
        held = range(group.last, close)
        first = self.lower(group.last)
        return (
            0 < len(held) < 5
            and first not in PREPOSITIONS
            and first not in ("som", "der", "hvis", "har", "er")
            and not any(self.kind(step) or step in self.inside or self.tokens[step].capital for step in held)
            and first.isalpha()
        )

    def _task_label(self, first: int) -> bool:
        """``Opgave til Bo:``, ``To do Lis:``: nothing but words for a task stands before the name."""
        before = [self.lower(step) for step in range(first)]
        return all(word in _TASK_LABELS or not word[0].isalnum() for word in before) and any(
            word in _TASK_LABELS for word in before
        )

    def _subject_opens(self, index: int) -> bool:
        """A candidate with its finite verb stands at ``index``."""
        group = self.inside.get(index)
        return group is not None and self.kind(group.last) in ("present", "modal")

    def _spaced(self, index: int) -> bool:
        return self.tokens[index].start - self.tokens[index - 1].end > 0

    def _has_verb(self) -> bool:
        return any(self.kind(index) for index in range(len(self.tokens)))

    def _has_verb_between(self, start: int, end: int) -> bool:
        return any(self.kind(index) for index in range(start, end))

    def _past_report(self, index: int) -> bool:
        return any(self.kind(position) == "past" for position in range(index, min(index + 4, len(self.tokens))))

    def _bracket_owner(self, group: Group) -> bool:
        """Persons, units or initials alone in brackets; party letters after a name and definitions (… (MSB)) are not."""
        word = self.tokens[group.first].text
        holder = self.inside.get(group.first - 2)
        if holder is not None and len(group.atoms) == 1:
            # Ida (SF), Sociale Forhold (MSB), Bo (Vejafdelingen); but: Der søges tilskud hos kommunen (Bo).
            named = group.atoms[0].kind == "person" and all(atom.kind in ("unit", "noun") for atom in holder.atoms)
            return named and self.lower(group.last + 1) in ("", ".")
        if len(group.atoms) == 1 and word in parties():
            return False
        closing = ("base",) if self.lower(group.last + 1) in ("", ".") else ()  # Skiltet males (kasserer og formand).
        return all(atom.kind in ("person", "acronym", "unit", *closing) for atom in group.atoms)

    def _prepositional(self, group: Group) -> Found | None:
        index = self.before(group)
        preposition = self.lower(index)
        if preposition not in PREPOSITIONS or (preposition == "for" and self.lower(index + 1) == ","):
            return None
        if preposition in ("efter", "inden", "før", "siden", "om") and self._is_subordinate(group, index):
            return None
        if preposition == "af" and self.lower(index - 1) in _NOT_AGENT:
            return "mention", "af"  # en gruppe bestående af Bo og Lis, på grund af Bos sygdom
        if preposition == "af" and all(atom.kind == "person" for atom in group.atoms) and self._gets(index):
            return "owner", "gets-from"  # Beboerne får nøgler af inspektøren
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
            return "partner", preposition
        return "mention", preposition

    def _behind(self, group: Group, reach: int) -> list[str]:
        return [self.lower(step) for step in range(group.last, min(group.last + reach, len(self.tokens)))]

    def _gets(self, index: int) -> bool:
        return self.lower(index - 1) not in ("besøg", "hjælp", "støtte") and bool(
            {"får", "få"} & {self.lower(step) for step in range(self.clause_start(index), index)}
        )

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

    def _is_subordinate(self, group: Group, index: int) -> bool:
        """``inden udvalget beslutter``: the word is a conjunction where a finite verb follows the group soon."""
        return any(
            self.kind(position) in ("present", "modal", "passive", "past")
            for position in range(group.last, min(group.last + 2, len(self.tokens)))
        )

    def _passive_before(self, index: int) -> bool:
        """A passive (udarbejdes, bliver lavet, skal løses) in the clause before ``af``, and no noun that ``af`` belongs to."""
        start = self.clause_start(index)
        # After "og" the passive of the clause before still holds (udarbejdes og fremlægges af X).
        while start > 0 and self.lower(start - 1) in ("og", "samt"):
            start = self.clause_start(start - 1)
        told = [self.lower(step) for step in range(start, index)]
        if {"får", "få"}.intersection(told) and HANDED_OVER.intersection(told):
            return True  # udvalget får forelagt en plan af X, naboen får besked af X
        for position in range(index - 1, start - 1, -1):
            if self.kind(position) == "passive":
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
        text = self.reader.text[self.tokens[start].start : self.tokens[index].start]
        return handover().search(text) is not None and _REPORTING_BACK.search(text) is None

    def _sent(self, index: int) -> bool:
        """*sendt*, *sendes*, *fremsendes* stand before in the clause."""
        start = self.clause_start(index)
        return any("send" in self.lower(step) for step in range(start, index))

    def _object(self, group: Group) -> Found | None:
        """The one who is told: ``beder X (om) at``, ``X bedes``, ``Tilbagesendes X``."""
        index = self.before(group)
        previous = self.lower(index)
        # Adverbs may stand between: bad samtidig forvaltningen om at …
        while index > 0 and previous in ADVERBS:
            index -= 1
            previous = self.lower(index)
        active = verb_forms("order", "active")
        passive = verb_forms("order", "passive")
        if previous in ("tilbagesendes", "tilbagesende"):
            return "owner", "handover"
        if previous in active or (index in self.inside and self.lower(self.inside[index].first - 1) in active):
            verb = index if previous in active else self.inside[index].first - 1
            word = self.lower(verb)
            if not self._told(group, word):
                return None
            if previous not in active:  # bad udvalget forvaltningen om …: the second is the one who is told
                return "owner", "order"
            asker = self.inside.get(verb - 1)
            if asker is not None and word in ("beder", "anmoder") and self._asks_outside(asker, verb):
                return "recipient", "asks"
            if self._subject_stands_before(verb) or (
                word in verb_forms("order", "participle")
                or (
                    word.endswith(("e", "bedt", "et"))
                    and word not in ("pålagde", "anmodede", "bemyndigede", "opfordrede")
                )
            ):
                return "owner", "order"
            # Inverted: Derfor bad udvalget om …: the first noun is the subject, unless another noun was the subject.
            return "requester", "order"
        if previous in passive and self._told(group, previous):
            return "owner", "order-passive"
        return None

    def _told(self, group: Group, verb: str) -> bool:
        needs = verb_forms("order", "needs_infinitive")
        if verb not in needs:
            return True
        window = [self.lower(position) for position in range(group.last, min(group.last + 8, len(self.tokens)))]
        if verb.startswith("la") or verb == "lod":
            return any(word.endswith("e") and len(word) > 3 for word in window[:6])
        given = bool(RESPONSIBLE.intersection(window)) or "mandat" in window
        if verb.startswith("sæt") or verb == "satte":  # sætter Ivan ind i opgaven
            return window[:1] != ["ind"] and ("at" in window or given)
        if verb.startswith("gi") or verb == "gav":  # giver udvalget mulighed for at
            return given
        return "at" in window or given
