"""Who is the subject of which verb, and what that verb makes of it: Danish word order read with a list of verbs, no parser.

The verb stands second in a main clause: ``Forvaltningen sender …`` and ``I marts sender forvaltningen …``; in a subordinate
clause adverbs come between (``at forvaltningen snarest sender …``). The subject of a future-oriented active verb acts.
"""

from __future__ import annotations

from decisionnlp.extraction.clauses import BREAKS, Clauses
from decisionnlp.extraction.deadlines.tenses import FORMS, Form
from decisionnlp.extraction.mentions import Group, Token
from decisionnlp.extraction.vocabulary import (
    ADVERBS,
    PREPOSITIONS,
    SUBORDINATORS,
    animate_infinitives,
    animate_verbs,
    is_given_name,
    is_participle,
    noun_kind,
    task_infinitives,
    verb_forms,
    verb_kind,
    words,
)

Found = tuple[str, str]  # role, rule
_CONJUNCTIONS = frozenset(("og", "men", "samt", "eller"))
_REQUEST_ALWAYS = words(
    "ønsker beder anmoder pålægger bemyndiger opfordrer henstiller godkender tiltræder anbefaler indstiller forventer forudsætter kræver efterlyser"
    " efterspørger imødeser afventer noterer bakker støtter tilslutter forlanger hilser beslutter vedtager foretrækker savner overlader håber"
)
# What a body does at the meeting itself.
_BODY_ACTS = words("udsætter oversender henviser returnerer afviser lader overdrager tilbagesender hjemviser")
# Behind these *at* tells what another must be kept to: the one who sees to it acts.
_ENSURING = words("sikrer sikre sørger sørge påser påse kontrollerer kontrollere tjekker tjekke")
_MORE = words("de den det øvrige andre alle to tre fire en et flere nogle")
_REQUEST_INFINITIVES = words("godkende tiltræde støtte tilslutte anbefale bakke acceptere bifalde have høre vide se")
_RECEIVING = words("have modtage få")
_GETS = words("får modtager hører ser")
HANDED_OVER = words(
    "tilsendt forelagt præsenteret oplyst fremsendt udleveret tilbudt vist besked svar status forelæggelse"
)
_CONDITIONS = words(
    "fordi eftersom da selvom når hvis om hvordan hvad inden før efter siden indtil da hvorvidt medmindre snart hvornår hvilke"
)
_TIME_STARTS = words(
    "senest primo medio ultimo mandag tirsdag onsdag torsdag fredag næste løbende snarest uge hver hvert årligt månedligt ugentligt januar februar marts april"
    " juni juli august september oktober november december hurtigst straks ca tidligst to en"
)
_STATIVE = words(
    "kræver koster gælder vedrører betyder omfatter ligger hedder passer glæder undrer bekymrer interesserer påvirker berører rammer kalder hører giver skyldes"
)
RESPONSIBLE = words(
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


class Subjects(Clauses):
    """Candidates as subjects."""

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
            or previous in BREAKS
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
        if previous == "at" and self._ensured(index):
            return "mention", "ensured"
        if all(atom.kind == "noun" or atom.weak for atom in group.atoms) and self._object_in_front(
            self.inside.get(verb + 1, group), group.first, verb
        ):
            return "mention", "fronted"  # Datoen aftaler Bo med læreren
        return self._by_verb(group, verb, told=previous == "at")

    def _ensured(self, conjunction: int) -> bool:
        """``Forvaltningen sikrer sig, at entreprenøren …``: a candidate has a verb of seeing to it before *at*."""
        for step in range(conjunction - 1, max(conjunction - 7, -1), -1):
            if self.lower(step) in _ENSURING:
                return any(group.last <= step + 4 and group.first < conjunction for group in self.groups)
            if self.kind(step):
                return False
        return False

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
            ahead_of = [self.lower(step) for step in range(verb + 1, min(verb + 8, len(self.tokens)))]
            if word == "får" and self._gets_done(word, ahead_of):
                return True
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
            if word in ("og", "samt") and self.lower(position + 1) in _MORE and position == group.last:
                # Staben og de øvrige forvaltninger afleverer bidrag
                ahead = range(position + 2, min(position + 7, length))
                return next((step for step in ahead if self.kind(step)), None)
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
        elif word in ("som", "der") and index == start + 1:
            return None  # …, som giver udvalget en liste: the relative is the subject
        else:
            inverted = self._adverbial(start, index) and not any(
                step in self.inside and not self._in_phrase(step) for step in range(start, index)
            )
            inverted = inverted or self._object_in_front(group, start, index)
        if not inverted:
            return None
        return self._by_verb(group, index, told=False, inverted=True)

    def _object_in_front(self, group: Group, start: int, verb: int) -> bool:
        """``Datoen aftaler Bo med læreren``: a thing before a verb that only people do, somebody right behind it."""
        if verb - start != 1 or group.first != verb + 1 or not self._named_behind(verb):
            return False
        thing = self.lower(start)
        holder = self.inside.get(start)
        return (
            self.lower(verb) in animate_verbs() | {"tager"}
            and thing.endswith(("en", "et", "erne", "ene"))
            and noun_kind(thing) is None
            and (holder is None or all(atom.kind == "noun" or atom.weak for atom in holder.atoms))
        )

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
        if self.lower(group.last - 1) == "vi":
            return ("owner", "we") if self._we_act(word, window) else ("mention", "we")
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
                if RESPONSIBLE.intersection(window)
                else self._second_verb(verb, rest_from, "mention")
            )
        if kind in ("er", "bliver"):
            if RESPONSIBLE.intersection(window[:4]) or verb_forms("order", "participle").intersection(window[:3]):
                return "owner", "has-task"
            return self._second_verb(verb, rest_from, "mention")
        if kind == "passive":
            sure = word not in verb_forms("order", "needs_infinitive") or bool({"at", *RESPONSIBLE} & set(window))
            if word in verb_forms("order", "passive") and sure:
                return "owner", "order-passive"
            return "recipient", "passive-subject"
        if kind == "past":
            if word in verb_forms("requester"):
                return self._second_verb(verb, rest_from, "requester")
            if word == "fik" and RESPONSIBLE.intersection(window):
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
        if word in ("giver", "overlader") and RESPONSIBLE.intersection(window):
            return "requester", word  # bestyrelsen giver Bo fuldmagt
        if word in _BODY_ACTS and self._is_body(group):
            return self._second_verb(verb, rest_from, "requester")
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

    @staticmethod
    def _we_act(word: str, window: list[str]) -> bool:
        """``Vi sender en hilsen``, ``Vi skal huske kaffe``; not ``Vi ønsker``, ``Vi skal have``, ``Vi holder fast``."""
        tasks = verb_forms("we") | animate_verbs() | animate_infinitives()
        if word in ("skal", "vil", "må"):
            return next((later for later in window if later not in ADVERBS), "") in tasks
        return word in tasks and word not in ("drøfter", "vurderer", "aftaler", "finder") and "fast" not in window[:2]

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
        if word != "får" or HANDED_OVER.intersection(window):
            return False
        if RESPONSIBLE.intersection(window):
            return True
        for later in window[:5]:
            if later in BREAKS or later in ("en", "et"):  # får et venligt brev, får en ny adgang
                return "i" in window and "hus" in window
            if later in ("ud", "styr", "fat", "hus") or is_participle(later):
                return True
        return False

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
            if step == "være" and not RESPONSIBLE.intersection(window) and not {"med", "klar", "vært"} & set(window):
                return "mention", "state"
            if step in _RECEIVING:
                made = step == "få" or (step == "have" and any(FORMS.get(later) == Form.PARTICIPLE for later in window))
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
