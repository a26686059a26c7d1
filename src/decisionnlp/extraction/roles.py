"""What a candidate does in its sentence: by layout, by preposition, as the one who is told, as a subject."""

from __future__ import annotations

import re
from typing import Any

from decisionnlp.extraction.candidates import Group
from decisionnlp.extraction.deeds import Found
from decisionnlp.extraction.gets_and_lets import RESPONSIBLE
from decisionnlp.extraction.preposition_roles import PrepositionRoles
from decisionnlp.extraction.vocabulary import (
    ADVERBS,
    PREPOSITIONS,
    animate_verbs,
    listed_verbs,
    owner_words,
    verb_forms,
)

_POSSESSIVE = re.compile(r"['’´`]s$")
# They open a noun that a clause without *som* may say more of: den liste Bo laver.
_RELATED = frozenset(("den", "det", "de", "alt", "alle", "hvad", "at", "som", "der", "hvis", "når", "om"))
_ASKING = frozenset(("beder", "anmoder", "bede", "anmode"))
_BEHIND_RELATIVE = owner_words("relative_acts")
_FALLS_TO = owner_words("falls_to")
_LATER = owner_words("later")


class Roles(PrepositionRoles):
    """Roles of the groups of one sentence."""

    def role(self, group: Group) -> Found:
        """What a candidate does in its sentence, and the rule that says so."""
        if _POSSESSIVE.search(self.tokens[group.last - 1].text) and self.lower(group.last)[:1].isalnum():
            return "mention", "possessor"  # KV`s honorar
        if self.lower(group.first) in _LATER and self.lower(group.first - 1) in ("der", "som"):
            return "mention", "later"  # Lis, der siden samler dem
        found = self._labelled(group) or self._prepositional(group) or self._object(group) or self._subject(group)
        if found is None or (
            found[0] in ("recipient", "mention", "partner") and found[1] in ("til", "i", "hos", "af", "med", "none")
        ):
            found = self._relative(group) or found
        if found is None and self._runs_on(group):
            return "owner", "run-on"
        return found or ("mention", "none")

    def _sure_verb(self, index: int) -> bool:
        """A finite verb, and no plural in -er (gardiner)."""
        kind = self.kind(index)
        return kind is not None and (kind != "present" or self.lower(index) in listed_verbs())

    def _runs_on(self, group: Group) -> bool:
        """``Ny folder Lis kontakter trykkeriet``, ``kl. 14 Bo ringer rundt``: a name and its verb behind words without one."""
        if group.first == 0 or any(atom.kind not in ("person", "acronym") for atom in group.atoms):
            return False
        house = self.lower(group.first - 1) == "." and self.lower(group.first - 2).isdigit()
        if house and self.tokens[group.first - 3].capital and self.lower(group.last) in verb_forms("task"):
            return True  # Brev fra Bakkevej 4. Bo svarer på det.
        if self.kind(group.last) != "present" or self.lower(group.last) not in animate_verbs():
            return False
        if self.lower(group.first - 1).isdigit():
            return True
        before = [self.lower(step) for step in range(group.first)]
        return not (
            _RELATED.intersection(before[-4:])
            or before[-1] in PREPOSITIONS
            or not self.tokens[group.first].capital
            or any(map(self._sure_verb, range(group.first)))
        )

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

    def _relative(self, group: Group) -> Found | None:
        """``til Klima og Ressourcer, som bedes se på …``: the one of whom the relative clause says a task."""
        last = group.last
        opens = group.first - (2 if self.lower(group.first - 1) in ADVERBS else 1)  # det er stadig Bo, der …
        cleft = self.lower(opens) in ("er", "bliver") and self.lower(opens - 1) == "det"
        opener = last + (self.lower(last) == ",")
        if cleft and self.lower(opener) in ("der", "som") and self.kind(opener + 1) and self._named(group):
            role, _ = self._by_verb(group, opener + 1, told=False)
            if role == "owner" or opener == last:
                return ("owner", "cleft") if role == "owner" else None  # det er Lis, der bestiller bussen
        stands = (self.lower(last + 2), self.lower(last + 3)) == ("står", "for") and self._named(group)
        if (cleft and self.lower(last + 1) == "der") and (
            stands
            or RESPONSIBLE.intersection(self.lower(step) for step in range(last + 2, min(last + 6, len(self.tokens))))
        ):
            return "owner", "cleft"  # det er Bo, der har bolden
        if self.lower(last) == "(":  # en gruppe (Line, Gitte), som skriver
            last = next(
                (step + 1 for step in range(last, min(last + 20, len(self.tokens))) if self.lower(step) == ")"), last
            )
        home = self.inside.get(last + 1)
        if self.lower(last) in ("fra", "i", "på") and home is not None and self.lower(home.last) == ",":
            last = home.last  # til lederne fra Nordkredsen, som sørger for
        if (
            self.lower(last) != ","
            or self.lower(last + 1) not in ("som", "der")
            or any(atom.weak or atom.kind == "noun" for atom in group.atoms)
        ):
            return None
        if self.lower(group.first - 1) in ("den", "det", "de") and group.atoms[0].kind == "base":
            return None  # kontakt til den entreprenør, der skal …: the clause only says which one
        verb = next((step for step in range(last + 2, min(last + 7, len(self.tokens))) if self.kind(step)), None)
        if verb is None or any(
            step in self.inside and self.lower(step) not in _LATER for step in range(last + 2, verb)
        ):
            return None
        if any(self.lower(step) not in ADVERBS | _LATER for step in range(last + 2, verb)):
            return None  # en kontaktperson, som borgerne kan ringe til
        word = self.lower(verb)
        if word == "har" and self.lower(verb + 1) in ("lovet", "påtaget", "tilbudt"):
            role, _ = self._by_verb(group, verb, told=False)
            return ("owner", "relative") if role == "owner" else None
        if (
            self.kind(verb) == "modal"
            or word in verb_forms("order", "passive")
            or word in animate_verbs()
            or word in _BEHIND_RELATIVE
        ):
            role, _ = self._by_verb(group, verb, told=False)
            return ("owner", "relative") if role == "owner" else None
        return None

    def _object(self, group: Group) -> Found | None:
        """The one who is told: ``beder X (om) at``, ``X bedes``, ``Tilbagesendes X``."""
        index = self.before(group)
        previous = self.lower(index)
        # Adverbs may stand between: bad samtidig forvaltningen om at …
        while index > 0 and previous in ADVERBS:
            index -= 1
            previous = self.lower(index)
        if (self.lower(index - 1), previous) == ("i", "stedet"):  # opfordrer i stedet klasserne til at
            index -= 2
            previous = self.lower(index)
        if [self.lower(step) for step in range(index - 2, index + 1)] == ["i", "første", "omgang"]:
            index -= 3
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
            if self._asks_on(verb):
                return "recipient", "asks"
            asker = self.inside.get(verb - 1)
            if word in ("bede", "anmode"):  # Per vil bede kommunen om et svar
                modal = next(
                    (step for step in range(verb - 1, max(verb - 4, -1), -1) if self.kind(step) == "modal"), verb
                )
                asker = asker or self.inside.get(modal - 1)
            if asker is not None and word in _ASKING and self._asks_outside(asker, verb):
                return "recipient", "asks"
            behind = self.inside.get(group.last)
            if behind is not None and group.first == verb + 1 and self.lower(behind.last) in ("til", "om", "at"):
                return "requester", "order"  # Er der hul, opfordrer bestyrelsen ejeren til at …
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
        if previous in _FALLS_TO:
            return "owner", "responsibility"  # Opgaven påhviler Lis
        return None

    def _told(self, group: Group, verb: str) -> bool:
        needs = verb_forms("order", "needs_infinitive")
        if verb not in needs:
            return True
        window = [self.lower(position) for position in range(group.last, min(group.last + 8, len(self.tokens)))]
        if verb.startswith("la") and window[:1] == ["om"] and window[1:2] in ([], ["."], [","]):
            return True  # Forordet lader vi formanden om
        if verb.startswith("la") or verb == "lod":
            return any(word.endswith("e") and len(word) > 3 for word in window[:6])
        given = bool(RESPONSIBLE.intersection(window)) or "mandat" in window
        if verb.startswith("sæt") or verb == "satte":  # sætter Ivan ind i opgaven
            return window[:1] != ["ind"] and ("at" in window or given)
        if verb.startswith("gi") or verb == "gav":  # giver udvalget mulighed for at
            return given
        return "at" in window or given
