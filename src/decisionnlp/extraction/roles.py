"""What a candidate does in its clause: Danish word order read with a list of verbs, no parser.

The verb stands second in a main clause: ``Forvaltningen sender …`` and ``I marts sender forvaltningen …``; in a subordinate
clause adverbs come between (``at forvaltningen snarest sender …``). The subject of a future-oriented active verb acts.
"""

from __future__ import annotations

import re

from decisionnlp.extraction.mentions import Group, Reader, Token
from decisionnlp.extraction.vocabulary import (
    ADVERBS,
    PREPOSITIONS,
    SUBORDINATORS,
    animate_infinitives,
    animate_verbs,
    handover,
    is_given_name,
    noun_kind,
    parties,
    task_infinitives,
    verb_forms,
    verb_kind,
    words,
)

Found = tuple[str, str]  # role, rule

_CONJUNCTIONS = frozenset(("og", "men", "samt", "eller"))
_BREAKS = frozenset(',;:–—-()•·!?»«"”')
_DETERMINERS = words(
    "den det de denne dette disse ny nye hele øvrige relevante ansvarlige pågældende begge egen enkelte respektive nuværende nævnte to tre fire"
)
_REQUEST_ALWAYS = words(
    "ønsker beder anmoder pålægger bemyndiger opfordrer henstiller godkender tiltræder anbefaler indstiller forventer forudsætter kræver efterlyser"
    " efterspørger imødeser afventer noterer bakker støtter tilslutter forlanger hilser beslutter vedtager foretrækker savner overlader håber"
)
_REQUEST_INFINITIVES = words("godkende tiltræde støtte tilslutte anbefale bakke acceptere bifalde have høre vide se")
_RECEIVING = words("have modtage få")
_GETS = words("får modtager hører ser")
_HANDED_OVER = words(
    "tilsendt forelagt præsenteret oplyst fremsendt udleveret tilbudt vist besked svar status forelæggelse"
)
_CONDITIONS = words("når hvis om hvordan hvad inden før efter siden indtil da hvorvidt medmindre snart hvornår hvilke")
_TIME_STARTS = words(
    "senest primo medio ultimo mandag tirsdag onsdag torsdag fredag næste løbende snarest uge hver hvert årligt månedligt ugentligt januar februar marts april"
    " juni juli august september oktober november december hurtigst straks ca tidligst to en"
)
_STATIVE = words(
    "kræver koster gælder vedrører betyder omfatter ligger hedder passer glæder undrer bekymrer interesserer påvirker berører rammer kalder hører giver skyldes"
)
_RESPONSIBLE = words(
    "tovholder tovholdere ansvarlig ansvarlige ansvaret ansvar opgaven opgave bolden tovholderskabet projektleder opgaverne bemyndigelse fuldmagt mandat"
)
_ADMINISTRATION = (
    "forvaltningen",
    "administrationen",
    "sekretariatet",
    "afdelingen",
    "kontoret",
    "staben",
    "forvaltning",
)
_PRONOUNS = frozenset(("han", "hun", "de", "vi", "jeg", "man", "den", "det", "dette", "der", "vedkommende", "denne"))
_FRONTED = frozenset(("det", "dette", "den", "de", "disse", "dem"))


class Roles:
    """Roles of the groups of one sentence."""

    def __init__(self, reader: Reader, groups: list[Group], *, lead: bool = False) -> None:
        self.reader = reader
        self.tokens = reader.tokens
        self.groups = groups
        self.lead = lead
        self.inside: dict[int, Group] = {index: group for group in groups for index in range(group.first, group.last)}

    # -- helpers ----------------------------------------------------------------------------------------------------

    def lower(self, index: int) -> str:
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def before(self, group: Group) -> int:
        """Index of the word before the group, its article and adjectives left out; -1 at the start."""
        index = group.first - 1
        while index >= 0 and self.lower(index) in _DETERMINERS:
            # "det" may be a subject of its own (… det undersøger forvaltningen): an article stands right before its noun.
            index -= 1
        return index

    def kind(self, index: int) -> str | None:
        if index in self.inside or not 0 <= index < len(self.tokens):
            return None
        token = self.tokens[index]
        if token.capital and index not in self.reader.initial:
            return None
        return verb_kind(token.lower)

    def clause_start(self, index: int) -> int:
        """First token of the clause that holds ``index``: after a comma, a colon, a dash, *at*, *og* …"""
        while index > 0:
            word = self.lower(index - 1)
            if word in _BREAKS or word in ("at", "idet", "mens", "men"):
                return index
            if word in ("og", "samt") and (index - 1) not in self.inside:
                return index
            index -= 1
        return 0

    # -- the role of a group ------------------------------------------------------------------------------------------

    def role(self, group: Group) -> Found:
        found = self._labelled(group) or self._prepositional(group) or self._object(group) or self._subject(group)
        if found is None or (found[0] in ("recipient", "mention") and found[1] in ("til", "i", "hos", "af", "none")):
            found = self._relative(group) or found
        return found or ("mention", "none")

    def _relative(self, group: Group) -> Found | None:
        """``til Klima og Ressourcer, som bedes se på …``: the one of whom the relative clause says a task."""
        last = group.last
        if (
            self.lower(last) != ","
            or self.lower(last + 1) not in ("som", "der")
            or any(atom.weak or atom.kind == "noun" for atom in group.atoms)
        ):
            return None
        verb = next((step for step in range(last + 2, min(last + 7, len(self.tokens))) if self.kind(step)), None)
        if verb is None or any(step in self.inside for step in range(last + 2, verb)):
            return None
        word = self.lower(verb)
        if (
            self.kind(verb) == "modal"
            or word in verb_forms("order", "passive")
            or word in animate_verbs()
            or word in ("kommer", "tager", "ser")
        ):
            role, _ = self._by_verb(group, verb, told=False)
            return ("owner", "relative") if role == "owner" else None
        return None

    def _labelled(self, group: Group) -> Found | None:
        """``Ansvarlig: Bo``, ``Bo: sender …``, ``– Bo og Per –``, ``(KB & TL)``, ``v/ Ida``."""
        tokens = self.tokens
        first, last = group.first, group.last
        before = self.lower(first - 1)
        if first == 0 and self.lower(last) == "(":
            close = next((step for step in range(last, min(last + 20, len(tokens))) if self.lower(step) == ")"), last)
            last = close + 1 if self.lower(close + 1) == ":" else last
        after = self.lower(last)
        strong = all(atom.kind in ("person", "acronym", "unit") for atom in group.atoms)
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
        if before in ("er", "bliver") and self.lower(first - 2) in _LABELS:
            return "owner", "label"
        if first > 1 and before == "/" and self.lower(first - 2) == "v":
            return "presenter", "v/"
        if after == ":" and first == 0 and not all(atom.weak for atom in group.atoms):
            following = self.kind(last + 1)
            if self.lead and last + 1 >= len(tokens):
                return "owner", "lead"
            if following not in ("past", "har", "er") and last + 1 < len(tokens) and not self._past_report(last + 1):
                return "owner", "name-colon"
            return "speaker", "name-colon"
        named = all(atom.kind in ("person", "acronym") for atom in group.atoms)
        if (
            before in (":", "–", "-")
            and after in (",", "(")
            and first > 1
            and named
            and not self._has_verb_between(0, first)
        ):
            return "owner", "item-name"
        if before == ":" and after in ("", ".") and first > 1 and strong and not self._past_report(0):
            return "owner", "colon-name"
        if before in ("–", "—", "-", "→") and after in ("–", "—", "-", "", ".") and strong and first > 0:
            return "owner", "dash"
        if first == 0 and after in ("–", "—", "-") and strong and self._spaced(last):
            return "owner", "dash"
        if before == "(" and after == ")" and self._bracket_owner(group):
            return "owner", "bracket"
        if (
            before == ","
            and after in ("", ".")
            and first > 2
            and all(atom.kind == "person" for atom in group.atoms)
            and not self._has_verb()
        ):
            return "owner", "nominal"
        return None

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
            return False  # Ida (SF), Sociale Forhold (MSB), Bo (Vejafdelingen)
        if len(group.atoms) == 1 and word in parties():
            return False
        return all(atom.kind in ("person", "acronym", "unit") for atom in group.atoms)

    def _prepositional(self, group: Group) -> Found | None:
        index = self.before(group)
        preposition = self.lower(index)
        if preposition not in PREPOSITIONS or (preposition == "for" and self.lower(index + 1) == ","):
            return None
        if preposition in ("efter", "inden", "før", "siden", "om") and self._is_subordinate(group, index):
            return None
        if preposition == "af":
            return ("owner", "passive-af") if self._passive_before(index) else ("mention", "af")
        if preposition == "fra" and any(
            self.lower(step) in ("hører", "høre") for step in range(max(0, index - 3), index)
        ):
            return "owner", "hear-from"
        if (
            preposition == "til"
            or (preposition == "i" and self.lower(index - 1) == "behandling")
            or (preposition == "hos" and self.lower(index - 1) == "behandling")
        ):
            return ("owner", "handover") if self._handed(index) else ("recipient", "til")
        if preposition in ("med", "hos", "mellem"):
            if preposition == "med" and self.lower(group.last) == "som" and self.lower(group.last + 1) in _RESPONSIBLE:
                return "owner", "med-som"
            if preposition == "hos" and any(
                self.lower(position) in _RESPONSIBLE for position in range(max(0, index - 5), index)
            ):
                return "owner", "responsibility"
            return "partner", preposition
        return "mention", preposition

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
            if self._subject_stands_before(verb) or (
                word.endswith(("e", "bedt", "et")) and word not in ("pålagde", "anmodede", "bemyndigede", "opfordrede")
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
        return (
            "at" in window or bool(_RESPONSIBLE.intersection(window)) or "mandat" in window or "bemyndigelse" in window
        )

    def _subject_stands_before(self, verb: int) -> bool:
        """The slot before the finite verb holds a noun or pronoun and not an adverbial."""
        start = self.clause_start(verb)
        if start == verb:
            # The verb opens its clause: after "og" the subject is that of the clause before; after a comma it is inverted.
            return self.lower(verb - 1) in ("og", "samt", "men", "at")
        return not self._adverbial(start, verb)

    def _adverbial(self, start: int, verb: int) -> bool:
        """The words ``[start, verb)`` are an adverbial (I marts, Derfor, Til næste møde), so that the subject follows the verb."""
        word = self.lower(start)
        if start in self.inside:
            return False
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
            or previous in _BREAKS
            or previous in SUBORDINATORS
            or previous in _CONJUNCTIONS
            or previous in ("som", "•")
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
        subordinate = previous in SUBORDINATORS or previous == "som"
        verb = self._verb_after(group, 14 if subordinate else 3)
        if verb is None:
            if self.lead and self._ends_here(group):
                return "owner", "lead"
            return None
        if previous in _CONDITIONS:
            return "mention", "condition"  # når udvalget drøfter …: the task is in the other clause
        if all(atom.weak for atom in group.atoms) and not self._weak_acts(group, verb):
            return None
        return self._by_verb(group, verb, told=previous == "at")

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
        if word in verb_forms("order", "passive"):
            return True
        if word not in verb_forms("task"):
            return False
        name = self.lower(group.last - 1)
        definite = name.endswith(("en", "et", "erne", "ene"))
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
            return ahead in task_infinitives() and ahead not in (
                "komme",
                "få",
                "stå",
                "gå",
                "give",
                "tage",
                "holde",
                "ligge",
                "vise",
                "bringe",
                "bære",
                "ses",
                "høre",
                "optage",
            )
        if definite or (
            len(group.atoms) == 1
            and word
            in (
                "kommer",
                "får",
                "står",
                "går",
                "giver",
                "holder",
                "tager",
                "skal",
                "bærer",
                "starter",
                "begynder",
                "fortsætter",
            )
        ):
            return word in animate_verbs() or (
                word == "følger" and "op" in [self.lower(step) for step in range(verb, min(verb + 4, len(self.tokens)))]
            )
        return True

    def _ends_here(self, group: Group) -> bool:
        return all(token.text in ":.,–-" for token in self.tokens[group.last :])

    def _verb_after(self, group: Group, reach: int) -> int | None:
        """The finite verb behind the group: brackets, appositions, relative clauses and adverbs are stepped over."""
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
            if word in PREPOSITIONS and reach < 10 and word in ("fra", "i", "på", "ved", "for"):
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
                )
            )
        elif word in _FRONTED and index - start <= 2:
            sure = all(
                atom.kind in ("person", "acronym", "unit") or (atom.kind == "bare" and not atom.weak)
                for atom in group.atoms
            )
            inverted = (kind in ("modal", "har") and sure) or (
                kind == "present"
                and self.lower(index) not in _STATIVE
                and (sure or self.lower(index) in verb_forms("task"))
            )
        else:
            inverted = self._adverbial(start, index) and not any(
                step in self.inside and not self._in_phrase(step) for step in range(start, index)
            )
        if not inverted:
            return None
        return self._by_verb(group, index, told=False, inverted=True)

    def _in_phrase(self, index: int) -> bool:
        """A candidate inside the adverbial (Efter mødet med UJU sender X …)."""
        return self.lower(self.before(self.inside[index])) in PREPOSITIONS

    def _by_verb(self, group: Group, verb: int, *, told: bool, inverted: bool = False) -> Found:
        """The role of a subject by its verb."""
        word, kind = self.lower(verb), self.kind(verb)
        rest_from = max(verb, group.last - 1) + 1
        window = [self.lower(step) for step in range(rest_from, min(rest_from + 7, len(self.tokens)))]
        if word in ("stemte", "stemmer", "undlod"):
            return "voter", word
        if kind == "har" and {"lovet", "påtaget", "tilbudt"}.intersection(window):
            return "owner", "promise"
        if (
            kind == "har"
            and {"klar", "med"}.intersection(window[:5])
            and not any(verb_kind(later) is None and later.endswith(("et", "gt", "lt", "dt")) for later in window[:3])
        ):
            return "owner", "has-ready"
        if kind == "har":
            return (
                ("owner", "has-task")
                if _RESPONSIBLE.intersection(window)
                else self._second_verb(verb, rest_from, "mention")
            )
        if kind in ("er", "bliver"):
            if _RESPONSIBLE.intersection(window[:4]) or verb_forms("order", "participle").intersection(window[:3]):
                return "owner", "has-task"
            return self._second_verb(verb, rest_from, "mention")
        if kind == "passive":
            sure = word not in verb_forms("order", "needs_infinitive") or bool({"at", *_RESPONSIBLE} & set(window))
            if word in verb_forms("order", "passive") and sure:
                return "owner", "order-passive"
            return "recipient", "passive-subject"
        if kind == "past":
            if word in verb_forms("requester"):
                return self._second_verb(verb, rest_from, "requester")
            if word == "fik" and _RESPONSIBLE.intersection(window):
                return "owner", "has-task"
            if word == "blev" and verb_forms("order", "participle").intersection(window[:4]):
                return "owner", "order-passive"
            if word in ("lovede", "tilbød", "påtog"):
                if "at" in window[:3] and not self._infinitive_promise(rest_from):
                    return "speaker", word
                return "owner", "promise"
            role = "speaker" if word in verb_forms("speaker") else "mention"
            return self._second_verb(verb, rest_from, role)
        if kind in ("modal", "past_modal"):
            return self._by_modal(group, word, kind, window, told)
        if word in ("hører", "ser") and not self._is_body(group):
            return "owner", "subject"
        if (word in _GETS and word != "ser") or (
            word == "ser" and not {"på", "nærmere", "ind", "til"}.intersection(window[:4])
        ):
            if not self._gets_done(word, window):
                return self._second_verb(verb, rest_from, "recipient")
            return "owner", "subject"
        if word in _REQUEST_ALWAYS:
            if told and self.lower(group.last - 1).endswith(_ADMINISTRATION):
                return "owner", "subject"
            return self._second_verb(verb, rest_from, "requester")
        if word in verb_forms("speaker") and "at" in window[:3]:
            return "speaker", word
        if (
            (word == "ser" and window[:1] == ["gerne"])
            or (word == "lægger" and window[:1] == ["vægt"])
            or (word == "tager" and "efterretning" in window)
        ):
            return self._second_verb(verb, rest_from, "requester")
        return "owner", "inverted-subject" if inverted else "subject"

    def _is_body(self, group: Group) -> bool:
        """Those to whom things are put: udvalget, byrådet, bestyrelsen …"""
        return self.lower(group.last - 1).endswith(
            (
                "udvalget",
                "rådet",
                "bestyrelsen",
                "nævnet",
                "forsamlingen",
                "rådmanden",
                "borgmesteren",
                "magistraten",
                "direktionen",
                "gruppen",
                "medlemmerne",
                "kredsen",
            )
        )

    @staticmethod
    def _gets_done(word: str, window: list[str]) -> bool:
        """``får undersøgt``, ``får opgaven``: the subject acts; ``får tilsendt``, ``får besked``: it is told."""
        if word != "får" or _HANDED_OVER.intersection(window):
            return False
        return bool(_RESPONSIBLE.intersection(window)) or any(
            (
                later.endswith(("et", "gt", "lt", "dt", "rt", "st"))
                and verb_kind(later) is None
                and len(later) > 4
                and not noun_kind(later)
            )
            or later in ("ud", "styr", "fat", "hus")
            for later in window[:4]
        )

    def _infinitive_promise(self, index: int) -> bool:
        """``lovede at sende``: an infinitive and not a new clause after *at*."""
        for step in range(index, min(index + 4, len(self.tokens) - 1)):
            if self.lower(step) == "at":
                following = self.lower(step + 1)
                return (
                    following.endswith("e")
                    and (step + 1) not in self.inside
                    and following not in ("de", "alle", "begge", "der")
                )
        return False

    def _by_modal(self, group: Group, word: str, kind: str, window: list[str], told: bool) -> Found:
        if word in ("vil", "ville") and window[:1] and window[0] in ("gerne", "have"):
            return "requester", word
        if word in ("vil", "ville") and {"høre", "vide"}.intersection(window[:4]) and self._is_body(group):
            return "requester", word
        if (
            word in ("vil", "ville", "bør")
            and {"se", "have"}.intersection(window)
            and not {"på", "nærmere", "til"}.intersection(window)
        ):
            return "requester", word
        if word in ("kan", "kunne") and _REQUEST_INFINITIVES.intersection(window[:3]):
            return "requester", word
        if word == "kunne" or (kind == "past_modal" and not told):
            return ("owner", "told") if word in ("skulle", "ville") else ("mention", word)
        for step in window[:5]:
            if step in (
                "orienteres",
                "informeres",
                "høres",
                "inddrages",
                "kontaktes",
                "inviteres",
                "underrettes",
                "spørges",
                "involveres",
                "deltage_",
            ):
                return "recipient", "passive-subject"
            if verb_kind(step) == "passive":
                return (
                    ("owner", "order-passive")
                    if step in verb_forms("order", "passive")
                    else ("recipient", "passive-subject")
                )
            if step in _RECEIVING:
                made = (
                    any(
                        later.endswith("t") and len(later) > 4 and not noun_kind(later) and later not in ADVERBS
                        for later in window
                    )
                    or step == "få"
                )
                return ("owner", "subject") if made else ("recipient", "modal")
            if (
                step.endswith(("e", "å"))
                and len(step) > 2
                and step not in ADVERBS
                and step not in PREPOSITIONS
                and step not in ("alle", "begge", "samme", "næste")
            ):
                break
        return "owner", "subject"

    def _second_verb(self, verb: int, index: int, otherwise: str) -> Found:
        """``Lise har undersøgt sagen og lægger svaret ud``: a second verb without a new subject makes the subject act."""
        for step in range(index, len(self.tokens) - 1):
            if self.lower(step) not in ("og", "men", "samt"):
                continue
            ahead = step + 1
            while ahead < len(self.tokens) - 1 and self.lower(ahead) in ADVERBS:
                ahead += 1
            if self.kind(ahead) in ("present", "modal") and self.lower(ahead) in verb_forms("task"):
                following = self.lower(ahead + 1)
                subject_follows = (following in _PRONOUNS and following not in ("det", "den", "de", "dette")) or (
                    ahead + 1
                ) in self.inside
                if subject_follows or self.lower(ahead) not in verb_forms("task"):
                    continue
                if self.lower(ahead) in ("vil", "ser") and following in ("gerne", "frem"):
                    continue
                return "owner", "second-verb"
        return otherwise, self.lower(verb)


# melder tilbage til X, vender retur til X: X is told, not charged.
_REPORTING_BACK = re.compile(
    r"\b(?:meld|vend|rapporter|svar|ring|skriv|send(?:er|e) (?:svar|besked))\w*\b[^,;]{0,60}\b(?:tilbage|retur)",
    re.IGNORECASE,
)
_LABELS = words(
    "ansvarlig ansvarlige tovholder tovholdere ansv ejer opgaveejer aktion action ansvar udføres_af udfører hvem kontaktperson opgavetager opfølger"
)


def is_administration(lower: str) -> bool:
    """Generic words for the civil service (forvaltningen, administrationen …)."""
    found = noun_kind(lower)
    return found is not None and lower.endswith(_ADMINISTRATION)
