"""Owners by layout: labels, colons, dashes, brackets, lists of names."""

from __future__ import annotations

from decisionnlp.extraction.candidates import Group
from decisionnlp.extraction.deadlines.tenses import FORMS
from decisionnlp.extraction.deeds import Found
from decisionnlp.extraction.gets_and_lets import RESPONSIBLE
from decisionnlp.extraction.name_lines import NameLines
from decisionnlp.extraction.vocabulary import (
    PREPOSITIONS,
    owner_words,
    parties,
    task_infinitives,
    verb_forms,
    verb_kind,
)

_LABELS = owner_words("holder_labels")
_MEETING_LABELS = owner_words("meeting_labels")
_ANY_LABELS = _LABELS | _MEETING_LABELS
_LIMIT_WORDS = owner_words("limit_words")
_TASK_LABELS = owner_words("task_labels")

# Behind *og* and a name these begin what the verb before is said of: Steen sender en mail og Per et brev.
_NO_NAME_ENDINGS = tuple(owner_words("no_name_endings"))
_GAPS = frozenset(("for", "på", "om", "noget", "resten", "en", "et"))
_WEEKS = frozenset(("uge", "inden", "frist", "deadline", "til", "primo", "medio", "ultimo"))


class LayoutRoles(NameLines):
    """Roles that the signs around a candidate give it."""

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
        sign = first - 2 if before == ":" else first - 1
        if self.lower(sign) == "." and self.lower(sign - 1) == "ansv":
            return "owner", "label"  # Ansv. Bo, (ansv.: Bo)
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
        if after == ":" and last - first == 1 and self.lower(first) in _ANY_LABELS:
            return "mention", "label"
        if after == ":" and first and self._task_label(first):
            return "owner", "label"
        bullet = before in ("–", "-", "•", "·", "→") and last + 1 < len(tokens)
        office = all(atom.kind in ("person", "acronym", "base") for atom in group.atoms)
        if after == ":" and office and bullet and not self._past_report(last + 1):
            return "owner", "name-colon"
        if after == ":" and named and before in (".", ";") and first > 3 and self.kind(last + 1) == "present":
            return "owner", "name-colon"  # AP: undersøger reglerne. LK: søger tilskud.
        if after == ";" and first == 0 and named and self.kind(last + 1) == "present":
            return "owner", "name-colon"  # UB; tager kontakt til naboen
        if after == "," and before in ("", "–", "-", ".", ":") and named and len(group.atoms) == 1:
            told = f"{self.lower(last + 1)}e"
            if told == "huske" or told in task_infinitives():
                return "owner", "vocative"  # Ute, husk at skrive datoer på
        if after == ":" and first == 0 and not all(atom.weak for atom in group.atoms):
            if self.lower(last + 1) in ("s", "side") and self.lower(last + 2)[:1] in (".", *"0123456789"):
                return "mention", "page"  # Kulturudvalget: s. 11: …
            if not named and self._subject_opens(last + 1):
                return "mention", "heading"  # Kulturgruppen: Bo og Lis laver et program
            if all(atom.kind == "base" for atom in group.atoms) and self._names_close(last + 1):
                return "mention", "heading"  # Vagter: Eva, Lars
            following = self.kind(last + 1)
            if last > 1 and self._thing_names(group) and following not in ("present", "modal"):
                return "mention", "heading"  # Helstegt Pattegris: bestilling sendes
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
            and (not self._has_verb_between(0, first) or (before != ":" and self._dashed_names() > 1))
        ):
            return "owner", "item-name"
        some = any(atom.kind in ("person", "acronym") for atom in group.atoms)
        likely = strong or (
            some and all(atom.kind in ("person", "acronym", "unit", "bare", "base") for atom in group.atoms)
        )
        closes = (
            after in ("", ".")
            or (after == "og" and len(tokens) - last <= 3)
            or (after == "," and last + 1 == len(tokens))
        )
        if before == ":" and closes and first > 1 and likely and not self._past_report(0):
            return "owner", "colon-name"
        if before in ("–", "—", "-", "→") and after in ("–", "—", "-", "", ".") and strong and first > 0:
            return "owner", "dash"
        if before in ("–", "—", "-") and after in ("", ".") and first > 1 and likely and len(group.atoms) > 1:
            return "owner", "dash"  # Kaffe - Ib, Pusser og Heidi
        if before in ("–", "—", "-") and after in ("", ".") and first > 2 and self._like_a_name(group):
            return "owner", "dash"  # Pakning af poser – Pusser
        if first == 0 and after in ("–", "—", "-") and strong and self._spaced(last):
            bracketed = any(self.lower(other.first - 1) == "(" for other in self.groups)
            if (not named or bracketed) and self.lower(last + 1) in _LIMIT_WORDS:
                return "mention", "dash"  # Friluftsrådet – senest 1. maj: to whom one applies
            return "owner", "dash"
        # Forfattergruppen (Line, Gitte) skriver; en gruppe (Line, Gitte), som skriver
        relative = self.lower(last + 1) == "," and self.lower(last + 2) in ("som", "der")
        members = first - 2 in self.inside and (self.kind(last + 1) is not None or relative)
        short = last + 1 >= len(tokens) and first < 12 and not self._has_verb_between(0, first)
        holder = self.inside.get(first - 2)
        short = short and (holder is None or all(atom.kind in ("bare", "noun") for atom in holder.atoms))
        if before == "(" and after == ")" and short and named and not self._party(group):
            return "owner", "bracket"  # Flagline (Per)
        place = self.lower(first - 3) in ("i", "på", "ved") and self._like_a_place(first - 2)
        if before == "(" and after == ")" and place and self.lower(last + 1) in ("", ".") and named:
            return "owner", "bracket"  # Telt bestilles i Alling (Bodil)
        bare = holder is None or all(atom.kind in ("bare", "noun") for atom in holder.atoms)
        if before == "(" and after == ")" and self.lower(last + 1) == ":" and named and bare and 1 < first < 6:
            return "owner", "bracket"  # Hjemmeside (Per): nye billeder
        timed = before == "(" and after in (",", "–", "-") and named and self.lower(last + 1) in _LIMIT_WORDS | _WEEKS
        if timed and first > 2 and not self._party(group):
            return "owner", "bracket"  # Reglerne hænges op (Ivan, senest 1. marts)
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
        if self._trails(group) or self._goes_there(group):
            return "owner", "item-name"
        if self._shared_out(group):
            return "owner", "item-name"
        thing = (
            self.lower(last).endswith(("en", "et", "erne", "ene")) and self.lower(last + 1) in {"", "."} | PREPOSITIONS
        )
        joined = before == "og" and (self.lower(first - 2) == "," or self.lower(last) in _GAPS or thing)
        if (before == "," or joined) and self._gapped(group):
            return "owner", "gapped"
        return None

    def _thing_names(self, group: Group) -> bool:
        """Capitalised words without a given name, before no infinitive: of a thing as well as of a body."""
        bare = all(atom.kind == "bare" for atom in group.atoms) and not self.reader.is_first_name(group.first)
        return bare and self.lower(group.last + 1) not in task_infinitives()

    def _like_a_name(self, group: Group) -> bool:
        """One capitalised word that no list knows, behind a dash with a blank on either side: a nickname, a rare name."""
        token = self.tokens[group.first]
        return (
            len(group.atoms) == 1
            and group.atoms[0].kind == "bare"
            and group.last - group.first == 1
            and token.text.isalpha()
            and token.text[1:].islower()
            and 2 < len(token.text) < 12
            and self._spaced(group.first)
            and self._spaced(group.first - 1)
            and not token.lower.endswith(_NO_NAME_ENDINGS)
            and FORMS.get(token.lower) is None
            and verb_kind(token.lower) is None
        )

    def _party(self, group: Group) -> bool:
        """A letter of a party, or what explains the name before it."""
        holder = self.inside.get(group.first - 2)
        known = holder is not None and any(atom.kind in ("person", "acronym", "unit") for atom in holder.atoms)
        return known or self.tokens[group.first].text in parties()

    def _names_close(self, index: int) -> bool:
        """Names begin at ``index`` and end the sentence."""
        group = self.inside.get(index)
        return group is not None and group.last + 1 >= len(self.tokens)

    def _gapped(self, group: Group) -> bool:
        """``Åge laver beretningen, Lis regnskabet.``: the verb of the first holds for the second."""
        opener = self.groups[0]
        named = all(atom.kind in ("person", "acronym") for one in (opener, group) for atom in one.atoms)
        holds = self.lower(opener.last) == "er" and self.lower(opener.last + 1) in RESPONSIBLE
        will = (
            self.lower(opener.last) in ("vil", "skal") and self.lower(opener.last + 1) in task_infinitives()
        )  # Lis vil skrive om taget og Bo om porten
        if opener is group or not named or opener.first > 1:
            return False
        acts = self.kind(opener.last) == "present" and self.lower(opener.last) in verb_forms("task")
        if not (holds or will or acts) or self.lower(group.first - 2) in PREPOSITIONS:
            return False
        close = next(
            (step for step in range(group.last, len(self.tokens)) if self.lower(step) in (",", ".", ";", "og")),
            len(self.tokens),
        )
        held = range(group.last, close)
        first = self.lower(group.last)
        return (
            0 < len(held) < 5
            and (first not in PREPOSITIONS or first in [self.lower(step) for step in range(opener.last, group.first)])
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

    def _has_verb_between(self, start: int, end: int) -> bool:
        return any(self.kind(index) for index in range(start, end))

    def _acts_before(self, group: Group) -> bool:
        """The sentence opens with a named subject and its verb, and the brackets hold units alone."""
        opener = self.groups[0]
        units = all(atom.kind == "unit" for atom in group.atoms)
        return units and opener is not group and opener.first == 0 and self.kind(opener.last) in ("present", "modal")

    def _dashed_names(self) -> int:
        """How many groups stand right behind a dash with a blank before it: ``tønder – Ib, boller – Eva``."""
        return sum(
            self.lower(group.first - 1) in ("–", "-") and self._spaced(group.first - 1) and group.first > 1
            for group in self.groups
        )

    def _bracketed_names(self) -> int:
        """How many brackets of the sentence hold names of persons alone."""
        return sum(
            self.lower(group.first - 1) == "(" and self.lower(group.last) == ")" and group.atoms[0].kind == "person"
            for group in self.groups
        )

    def _bracket_owner(self, group: Group) -> bool:
        """Persons, units or initials alone in brackets; party letters after a name and definitions (… (MSB)) are not."""
        word = self.tokens[group.first].text
        holder = self.inside.get(group.first - 2)
        if holder is not None and len(group.atoms) == 1:
            # Ida (SF), Sociale Forhold (MSB), Bo (Vejafdelingen); but: Der søges tilskud hos kommunen (Bo).
            if group.atoms[0].kind == "person" and self._bracketed_names() > 1:
                return all(atom.kind == "bare" for atom in holder.atoms)  # Telt (Ib), musik (Eva)
            named = group.atoms[0].kind == "person" and all(atom.kind in ("unit", "noun") for atom in holder.atoms)
            return named and self.lower(group.last + 1) in ("", ".")
        if len(group.atoms) == 1 and word in parties():
            return False
        ends = self.lower(group.last + 1) in ("", ".")
        if not ends and self._acts_before(group):
            return False  # Mette opretter en side (Borgerforum) på hjemmesiden
        closing = ("base",) if ends else ()  # Skiltet males (kasserer og formand).
        return all(atom.kind in ("person", "acronym", "unit", *closing) for atom in group.atoms)
