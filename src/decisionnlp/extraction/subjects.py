"""Who is the subject of which verb, and what that verb makes of it: Danish word order read with a list of verbs, no parser.

The verb stands second in a main clause: ``Forvaltningen sender …`` and ``I marts sender forvaltningen …``; in a subordinate
clause adverbs come between (``at forvaltningen snarest sender …``). The subject of a future-oriented active verb acts.
"""

from __future__ import annotations

import re

from decisionnlp.extraction.candidates import Group, Token
from decisionnlp.extraction.clause_content import ClauseContent
from decisionnlp.extraction.clauses import BREAKS
from decisionnlp.extraction.deeds import MUTUAL, UNDERTAKEN, Found
from decisionnlp.extraction.gets_and_lets import gets_done
from decisionnlp.extraction.nouns import acting_verb, agent_noun
from decisionnlp.extraction.vocabulary import (
    ADVERBS,
    PREPOSITIONS,
    SUBORDINATORS,
    animate_infinitives,
    animate_verbs,
    is_given_name,
    noun_kind,
    owner_words,
    task_infinitives,
    verb_forms,
    verb_kind,
)

_CONJUNCTIONS = frozenset(("og", "men", "samt", "eller"))
_MORE = owner_words("counts")
_MYSELF = frozenset(("jeg", "undertegnede"))
_WE_OR_I = frozenset(("vi", "jeg", "man"))
_OPENS_IN_FRONT = owner_words("opens_in_front")
_CONDITIONS = owner_words("conditions")
_TIME_STARTS = owner_words("time_openings")
_STATIVE = owner_words("stative")
_STRANDING = owner_words("stranding")
_OF_SUBJECT = owner_words("subject_prepositions")
_SHOWING = owner_words("showing")
_REMAINDERS = owner_words("remainders")
_WIDE_INFINITIVES = owner_words("wide_infinitives")
_WIDE_VERBS = owner_words("wide_verbs")
_ADDRESS = re.compile(r"\d{1,3}[a-z]?|(?:\d{1,2})?(?:tv|th|mf|st|sal|kl)|[.,]")
# What only people get or give: an unknown word that does so is a name (Birk meldte sig til at …).
_OF_PEOPLE = frozenset(("promise", "order-passive"))
_YOUNG = ("børnene", "drengene", "mændene", "folkene")
_ADJECTIVES = ("sk", "ig", "iv", "al", "ske", "ige", "ive", "ale")  # Efter samråd med juridisk afdeling retter …
_FRONTED = frozenset(("det", "dette", "den", "de", "disse", "dem"))


class Subjects(ClauseContent):
    """Candidates as subjects."""

    def _subject_stands_before(self, verb: int) -> bool:
        """The slot before the finite verb holds a noun or pronoun and not an adverbial."""
        if self.lower(verb - 1) in _WE_OR_I:
            return True  # så vi beder kassereren om, at …
        start = self.clause_start(verb)
        if start == verb:
            # The verb opens its clause: after "og" the subject is that of the clause before; after a comma it is inverted.
            return self.lower(verb - 1) in ("og", "samt", "men", "at", ")")
        if start == 0 and verb_kind(self.lower(0)) in ("er", "har", "modal"):
            return False  # Er porten åben beder formanden om at …: a condition without its comma
        return not self._adverbial(start)

    def _adverbial(self, start: int) -> bool:
        """An adverbial (I marts, Derfor, Til næste møde) begins there, so that the subject follows the verb."""
        word = self.lower(start)
        if start in self.inside:
            return False
        if word in ("d", "den") and any(self.lower(step).isdigit() for step in (start + 1, start + 2)):
            return True  # Den 6. maj sender Bo …
        if word in PREPOSITIONS or word in ADVERBS or word in _TIME_STARTS or word.isdigit():
            return True
        return word in SUBORDINATORS and word not in ("at",)

    def _subject(self, group: Group) -> Found | None:
        index = self.before(group)
        previous = self.lower(index)
        if self._genitive(group):
            return None
        clean = index == group.first - 1
        opens = (
            index < 0
            or previous in BREAKS
            or previous in SUBORDINATORS
            or previous in _CONJUNCTIONS
            or previous in ("som", "•", "både", "enten", "såvel")
            or (previous in ("en", "et") and index in self.reader.initial)
            or self.after_stop(group.first)
        )
        if opens or (previous in ADVERBS and not self.kind(index - 1)):
            return self._subject_first(group, index)
        if (
            any(atom.kind == "base" for atom in group.atoms)
            and not clean
            and self.lower(index + 1) not in ("den", "det", "de")
        ):
            return None
        return self._subject_after_verb(group, index)

    def _genitive(self, group: Group) -> bool:
        """Økonomiudvalgets indstilling, Bos forslag: a name in -s before a noun names the possessor."""
        token: Token = self.tokens[group.last - 1]
        if not token.text.endswith("s") or group.last >= len(self.tokens) or is_given_name(token.text):
            return False
        following = self.lower(group.last)
        return (
            following not in PREPOSITIONS
            and following not in ADVERBS
            and not self.kind(group.last)
            and following.isalpha()
            and following not in _CONJUNCTIONS
        )

    def _subject_first(self, group: Group, index: int) -> Found | None:
        """The group stands before its verb."""
        previous = self.lower(index)
        if previous in ("og", "samt") and self._inside_phrase(index):
            return None
        paired = self.inside.get(group.last + 1) if previous == "såvel" and self.lower(group.last) == "som" else None
        if paired is not None and (shared := self._verb_after(paired, 3)) is not None:
            return self._by_verb(group, shared, told=False)  # såvel Bo som Lis skriver
        subordinate = previous in SUBORDINATORS or previous == "som"
        verb = self._verb_after(group, 14 if subordinate else 3)
        if verb is None:
            bare = self.lower(group.last)
            units = all(atom.kind == "unit" for atom in group.atoms)
            slip = bare in animate_infinitives() or (units and bare in task_infinitives())
            if index < 0 and slip and not any(atom.weak for atom in group.atoms):
                return "owner", "subject"  # Bo undersøge prisen: a note, or a slip of the pen
            if self.lead and self._ends_here(group):
                return "owner", "lead"
            return None
        if previous == "som" and self.lower(index - 1) != "," and verb != group.last and index == group.first - 1:
            return "mention", "as"  # Lis fortsætter som formand, og Bo …
        if previous == "som" and index == group.first - 1 and all(atom.kind == "base" for atom in group.atoms):
            return "mention", "as"  # Som formand indkalder Lis til møde
        if previous == "at" and _SHOWING.intersection(self.lower(step) for step in range(max(0, index - 4), index)):
            return "mention", "shown"
        if previous == "at" and (self._told_of(index) or self._suggested(index)):
            return "mention", "content"  # et opslag om, at kontoret holder lukket
        if previous == "hvor" and self._at_which(group, index, verb):
            return "owner", "subject"
        if previous in ("hvad", "hvilket") and self._taken_up(group, index, verb):
            return "owner", "subject"
        opener = index - (previous in ("alle", "begge"))
        if self.lower(opener) in ("så", "som") and self._enabled(group, opener, verb):
            return "mention", "enabled"
        if previous == "som" and (self.lower(verb) == "peger" or self._says_which(index, verb)):
            return "mention", "restricts"
        if previous in _CONDITIONS:
            return "mention", "condition"  # når udvalget drøfter …: the task is in the other clause
        if all(atom.weak for atom in group.atoms) and not self._weak_acts(group, verb):
            found = self._by_verb(group, verb, told=False)
            behind = [self.lower(step) for step in range(verb, min(verb + 7, len(self.tokens)))]
            of_people = ("at" in behind and found[1] in _OF_PEOPLE) or ("opgaven" in behind and found[1] == "has-task")
            return found if found[0] == "owner" and of_people else None
        if previous == "at" and self._ensured(index):
            return "mention", "ensured"
        if all(atom.kind == "noun" or atom.weak for atom in group.atoms) and self._object_in_front(
            self.inside.get(verb + 1, group), group.first, verb
        ):
            return "mention", "fronted"  # Datoen aftaler Bo med læreren
        found = self._by_verb(group, verb, told=previous == "at")
        if found[1] == "has-task" and self.kind(verb) == "har" and self._informed(index):
            return "mention", "content"
        if found[0] == "owner" and found[1] != "second-verb" and self._negated(group, verb):
            return self._second_verb(verb, verb + 1, "mention")  # Bo deltager ikke, men sender en hilsen
        return found

    def _named_behind(self, verb: int) -> bool:
        """Somebody named stands right behind the verb."""
        group = self.inside.get(verb + 1)
        return group is not None and all(atom.kind in ("person", "acronym", "unit") for atom in group.atoms)

    def _inside_phrase(self, conjunction: int) -> bool:
        """``på hjemmeside og Facebook skal``: what stands before *og* is a prepositional phrase without a finite verb."""
        phrase = False
        for step in range(conjunction - 1, -1, -1):
            word = self.lower(step)
            if word in (",", ";", ":") or (word in SUBORDINATORS and word not in PREPOSITIONS) or self.kind(step):
                return phrase and not self.kind(step)
            if step in self.inside and step == conjunction - 1:
                return False
            phrase = phrase or word in PREPOSITIONS
        return phrase

    def _weak_acts(self, group: Group, verb: int) -> bool:
        """One capitalised word at the start is a name only before a verb that people do (Kommunikation laver …)."""
        word = self.lower(verb)
        if word in verb_forms("order", "passive") or MUTUAL.get(word) == self.lower(verb + 1):
            return True
        if word not in verb_forms("task"):
            return False
        name = self.lower(group.last - 1)
        definite = name.endswith(("en", "et", "erne", "ene"))
        if word == "vil" and self.lower(verb + 1) == "gerne" and not definite:
            return self.lower(verb + 2) in UNDERTAKEN  # Matthis vil gerne stå for kaffen
        if word in ("skal", "vil", "bør", "må"):
            ahead = next(
                (
                    self.lower(step)
                    for step in range(verb + 1, min(verb + 4, len(self.tokens)))
                    if self.lower(step) not in ADVERBS
                ),
                "",
            )
            if definite:
                return ahead in animate_infinitives()
            return ahead in task_infinitives() and ahead not in _WIDE_INFINITIVES
        if definite or (len(group.atoms) == 1 and word in _WIDE_VERBS):
            ahead_of = [self.lower(step) for step in range(verb + 1, min(verb + 8, len(self.tokens)))]
            if (word == "får" and gets_done(word, ahead_of)) or (agent_noun(name) and acting_verb(self.tokens, verb)):
                return True
            return word in animate_verbs() or (
                word == "følger" and "op" in [self.lower(step) for step in range(verb, min(verb + 4, len(self.tokens)))]
            )
        return True

    def _ends_here(self, group: Group) -> bool:
        return all(token.text in ":.,–-" for token in self.tokens[group.last :])

    def _behind_relative(self, group: Group) -> int | None:
        """``Alle der ønsker at deltage melder sig``: the second finite verb, the first being that of the relative clause."""
        start = group.last + 1 if self.lower(group.last) == "," else group.last
        finite = [step for step in range(group.last, min(group.last + 30, len(self.tokens))) if self.kind(step)]
        if self.lower(start) not in ("der", "som"):
            return finite[0] if finite and finite[0] <= group.last + 3 else None
        return finite[1] if len(finite) > 1 else None

    def _verb_after(self, group: Group, reach: int) -> int | None:
        """The finite verb behind the group: brackets, appositions, relative clauses and adverbs are stepped over."""
        if self.lower(group.last - 1) == "alle":
            return self._behind_relative(group)
        position = group.last
        steps = 0
        length = len(self.tokens)
        while position < length and steps <= reach:
            word = self.lower(position)
            if word == "(":
                while position < length and self.lower(position) != ")":
                    position += 1
                position += 1
                continue
            if word == "v" and self.lower(position + 1) == "/" and position + 2 in self.inside:
                position = self.inside[position + 2].last  # Ungdomsudvalget v/ Oliver arrangerer
                continue
            if position == group.last and (home := self._address_end(group)) > position:
                position = home  # Karin 20 4tv undersøger
                continue
            if word == "?" and position == group.last and self.kind(position + 1):
                return position + 1  # Ib? sørger for kaffe
            if word == ",":
                ahead = position + 1
                if self.lower(ahead) in ("som", "der", "hvis") or (steps == 0 and reach < 10):
                    # An apposition or relative clause runs to the next comma.
                    close = next(
                        (step for step in range(ahead, min(ahead + 25, length)) if self.lower(step) == ","), None
                    )
                    if close is None:
                        return None
                    position = close + 1
                    continue
                if reach < 10:
                    return None
                position += 1
                continue
            if word == "og" and self.lower(position + 1) in _MYSELF and self.kind(position + 2):
                return position + 2  # Trine og jeg taler med naboen
            if word in ("og", "samt") and self.lower(position + 1) in _MORE and position == group.last:
                # Staben og de øvrige forvaltninger afleverer bidrag
                steps_on = range(position + 2, min(position + 7, length))
                return next((step for step in steps_on if self.kind(step)), None)
            if word in (";", ":", "–", "?", "!"):
                return None
            if word == "som" and reach < 10:
                return None
            if self.kind(position):
                return position
            if word in ("at",):
                return None
            if word in PREPOSITIONS and all(atom.weak for atom in group.atoms):
                return None
            if word in PREPOSITIONS and reach < 10 and word in _OF_SUBJECT and self.lower(position + 1) != "at":
                # Bo fra Vejafdelingen undersøger …
                beyond = next(
                    (step for step in range(position + 1, min(position + 7, length)) if self.kind(step)), None
                )
                if beyond is None or "," in [self.lower(step) for step in range(position, beyond)]:
                    return None
                return beyond
            if reach < 10 and word not in ADVERBS:
                return None
            position += 1
            steps += 1
        return None

    def _address_end(self, group: Group) -> int:
        """End of stairs (one letter), house number and floor right behind a person's name, else the end of the name."""
        end = group.last
        if len(self.lower(end)) == 1 and self.lower(end).isalpha() and _ADDRESS.fullmatch(self.lower(end + 1)):
            end += 1  # Karin B 3th
        if not self.lower(end)[:1].isdigit() or any(atom.kind != "person" for atom in group.atoms):
            return end
        while end < len(self.tokens) and end - group.last < 5 and _ADDRESS.fullmatch(self.lower(end)):
            end += 1
        return end

    def _subject_after_verb(self, group: Group, index: int) -> Found | None:
        """The group stands behind the verb: subject if an adverbial (or nothing) stands before it."""
        tokens = self.tokens
        while index > 0 and self.lower(index) in ADVERBS and not self.kind(index):
            index -= 1
        kind = self.kind(index)
        if kind not in ("modal", "present", "past_modal", "past", "passive", "har", "er"):
            return None
        start = self.clause_start(index)
        word = self.lower(start)
        if start == index:
            sentence_start = self.lower(0)
            inverted = (index == 0 and tokens[0].capital and kind == "modal") or (
                index > 0
                and self.lower(index - 1) == ","
                and (
                    verb_kind(self.tokens[0].lower) in ("er", "har", "present", "modal", "passive", "bliver")
                    or sentence_start in SUBORDINATORS
                    or sentence_start in PREPOSITIONS
                    or sentence_start in ADVERBS
                    or sentence_start in _TIME_STARTS
                    # Bo ringer, og hører vi ikke noget, skriver vi til naboen
                    or self.kind(self.clause_start(index - 2)) in ("present", "modal")
                    # Lis har travlt, og da Bo er syg, vil Per ringe rundt
                    or (kind == "modal" and self._clause_in_front(index - 1))
                )
            )
        elif word == "de" and index - start == 1:
            return None  # De holder rådet orienteret
        elif word in _FRONTED and index - start <= 2:
            sure = self.lower(group.first) == "vi" or all(
                atom.kind in ("person", "acronym", "unit") or (atom.kind == "bare" and not atom.weak)
                for atom in group.atoms
            )
            office = kind == "modal" and all(atom.kind == "base" for atom in group.atoms)  # Det skal rektor se på
            inverted = (
                (kind in ("modal", "har") and sure)
                or office
                or (
                    self.lower(index) in ("lovede", "tilbød") and self.lower(group.last) == "at"
                )  # Det lovede Bo at gøre
                or (
                    kind == "present"
                    and self.lower(index) not in _STATIVE
                    and (sure or self.lower(index) in verb_forms("task"))
                )
            )
        elif word in ("som", "der") and index == start + 1:
            return None  # …, som giver udvalget en liste: the relative is the subject
        else:
            likened = word == "som"  # som et ekstra beredskab undersøger X …
            inverted = self._adverbial(start) and not any(
                step in self.inside and not self._in_phrase(step) and not likened for step in range(start, index)
            )
            inverted = inverted or self._object_in_front(group, start, index) or self._stranded(group, index)
        if not inverted:
            return None
        return self._by_verb(group, index, told=False, inverted=True)

    def _clause_in_front(self, comma: int) -> bool:
        """A subordinate clause that *og* or *men* opens ends at the comma: the main clause begins with its verb."""
        return any(
            self.lower(step) in ("og", "men") and self.lower(step + 1) in _OPENS_IN_FRONT for step in range(comma - 1)
        )

    def _stranded(self, group: Group, verb: int) -> bool:
        """``Maden skal forældrene selv sørge for``: what the preposition at the end of the clause belongs to stands in front."""
        if self.kind(verb) != "modal" or group.first != verb + 1 or all(atom.weak for atom in group.atoms):
            return False
        words = self._behind(group, 8)
        end = next((place for place, word in enumerate(words) if word in (",", ".", ";")), len(words))
        closed = end < len(words) or group.last + 8 > len(self.tokens)
        return (
            closed
            and end > 1
            and words[end - 1] in ("for", "af", "på", "om", "til", "med")
            and words[end - 2] in _STRANDING
        )

    def _object_in_front(self, group: Group, start: int, verb: int) -> bool:
        """``Datoen aftaler Bo med læreren``: a thing before a verb that only people do, somebody right behind it."""
        if group.first != verb + 1 or not self._named_behind(verb):
            return False
        if (
            self.lower(verb) in ("står", "sørger")
            and self.lower(group.last) == "for"
            and self.lower(group.last + 1) in ("", ".", ",")
        ):
            return True  # Maden står bestyrelsen for
        if self._remainder_in_front(start, verb):
            return True
        if verb - start != 1 and (
            self.lower(start + 1) not in PREPOSITIONS
            or any(step in self.inside and not self._in_phrase(step) for step in range(start + 1, verb))
        ):
            return False  # Oprydningen efter festen tager Lis
        thing = self.lower(start)
        holder = self.inside.get(start)
        return (
            self.lower(verb) in animate_verbs() | {"tager"}
            and thing.endswith(("en", "et", "ene"))
            and not thing.endswith(_YOUNG)
            and noun_kind(thing) is None
            and all(atom.kind == "person" for atom in group.atoms)
            and (holder is None or all(atom.kind == "noun" or atom.weak for atom in holder.atoms))
        )

    def _remainder_in_front(self, start: int, verb: int) -> bool:
        """``Følgende punkter arbejder udvalget videre med``, ``Den sidste del tager Lis``: words that no one who acts begins with."""
        opening = self.lower(start) in _REMAINDERS or (
            self.lower(start) in ("den", "det", "de") and self.lower(start + 1) in _REMAINDERS
        )
        acting = self.lower(verb) in animate_verbs() or self.lower(verb) in ("tager", "arbejder", "står", "sender")
        return opening and acting and not any(step in self.inside for step in range(start, verb))

    def _in_phrase(self, index: int) -> bool:
        """A candidate inside the adverbial (Efter mødet med UJU sender X …)."""
        before = self.before(self.inside[index])
        adjective = self.lower(before).endswith(_ADJECTIVES) and self.kind(before) is None
        return self.lower(before - adjective) in PREPOSITIONS
