"""What a verb makes of its subject: the one who acts, asks, speaks, is told or votes."""

from __future__ import annotations

from decisionnlp.extraction.candidates import Group
from decisionnlp.extraction.clauses import BREAKS, Clauses
from decisionnlp.extraction.gets_and_lets import RESPONSIBLE, gets_done, handed_in, lets_do
from decisionnlp.extraction.vocabulary import (
    ADVERBS,
    PREPOSITIONS,
    animate_infinitives,
    owner_words,
    verb_forms,
    verb_kind,
)
from decisionnlp.extraction.we_deeds import HANDED_OVER, PRONOUNS, aims_at, is_done, we_act

Found = tuple[str, str]  # role, rule
_REQUEST_ALWAYS = owner_words("asks")
# What a body does at the meeting itself.
_BODY_ACTS = owner_words("body_acts")
_REQUEST_INFINITIVES = owner_words("asking_infinitives")
_TALK = owner_words("talk")
UNDERTAKEN = owner_words("undertaken")
_HELD = owner_words("held")
# What one has got who may go on: grønt lys til at, til opgave at, ok til at
_CLEARANCE = owner_words("clearance")
# deles om vagterne, skiftes til at låse
MUTUAL = dict(pair.split() for pair in owner_words("mutual"))
MATTERS = owner_words("matters")
_PLEDGES = owner_words("pledges")
_ELECTED = owner_words("elected")
_HIRED = owner_words("hired")
_WILLING = owner_words("willing")
_ATTENDING = owner_words("attending")
_NO_DEED = owner_words("no_deed")
_RECEIVING = owner_words("receiving")
_GETS = owner_words("gets")
_HOPES = owner_words("hopes")
_AWAY = owner_words("away")
_OUTSIDERS = tuple(owner_words("outsiders"))
_OFFICERS = tuple(owner_words("officers"))
_PUT_TO = tuple(owner_words("put_to"))
_CONSULTED = owner_words("consulted")
_ADMINISTRATION = tuple(owner_words("administration"))
# Before *vi* in a main clause, or in one that says what was agreed.
_MAIN_OPENERS = BREAKS | {"", ".", "og", "men", "samt", "eller", "at", "så"}


class Deeds(Clauses):
    """Roles of subjects by their verbs."""

    def _by_verb(self, group: Group, verb: int, *, told: bool, inverted: bool = False) -> Found:
        """The role of a subject by its verb."""
        word, kind = self.lower(verb), self.kind(verb)
        rest_from = max(verb, group.last - 1) + 1
        if self.lower(rest_from) == "," and self.lower(rest_from + 1) in ("der", "som"):
            # skal medlemmer, der ikke har betalt, kontaktes: the clause about them is stepped over
            rest_from = next(
                (
                    step + 1
                    for step in range(rest_from + 2, min(rest_from + 25, len(self.tokens)))
                    if self.lower(step) == ","
                ),
                rest_from,
            )
        if self.lower(rest_from) == "," and self.lower(rest_from + 1) in ("når", "hvis"):
            # vil, når året er omme, se et regnskab: so is the clause about when
            behind = range(rest_from + 2, min(rest_from + 25, len(self.tokens)))
            rest_from = next((step + 1 for step in behind if self.lower(step) == ","), rest_from)
        window = [self.lower(step) for step in range(rest_from, min(rest_from + 7, len(self.tokens)))]
        if word in ("stemte", "stemmer", "undlod"):
            return "voter", word
        if self.lower(group.last - 1) == "vi":
            main = inverted or self.lower(group.first - 1) in _MAIN_OPENERS
            return ("owner", "we") if we_act(word, window, main=main, told=told) else ("mention", "we")
        if kind == "har" and [later for later in window if later not in ADVERBS][:3] == ["sagt", "ja", "til"]:
            return "owner", "promise"  # Lis har nu sagt ja til at bage
        own = window[: window.index(",")] if "," in window[1:] else window  # the words of its own clause
        if kind == "har" and {"fået", "til"} <= set(own[:5]) and not _CLEARANCE.isdisjoint(own[1:4]) and "at" in own:
            return "owner", "order-passive"  # Lis har fået grønt lys til at bestille
        if kind == "har" and {"lovet", "påtaget", "tilbudt"}.intersection(own):
            clause = "at" in window[:4] and not self._infinitive_promise(rest_from)
            return ("speaker", word) if clause else ("owner", "promise")
        if kind == "har" and inverted and self.lower(0) in ("inden", "til", "senest", "før"):
            return "owner", "done-by-then"  # Inden næste møde har Lis fundet en pris
        brought = window[:1] and window[0] in HANDED_OVER and window[1:2] == ["med"] and window[2:4] != ["det", "samme"]
        if kind == "har" and brought and window[0].endswith("et"):
            return "owner", "has-ready"  # Lis har svaret med til mødet
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
        if kind == "er" and window[:2] in (["på", "sagen"], ["i", "gang"]):
            return "owner", "at-work"
        if kind == "er" and window[:2] == ["ved", "at"]:
            return "owner", "at-work"  # Ulla er ved at undersøge, om …
        if kind in ("er", "bliver"):
            if {"klar", "med"} <= set(window[:4]):
                return "owner", "has-ready"
            if RESPONSIBLE.intersection(window[:4]) or verb_forms("order", "participle").intersection(window[:3]):
                return "owner", "has-task"
            if window[:1] and window[0] in _HIRED and window[1:3] == ["til", "at"]:
                return "owner", "has-task"  # Murermesteren er hyret til at se på skorstenen
            if self._is_willing(group, window):
                return "owner", "promise"  # Lis er villig til at bage
            if window[:1] and window[0] in _ATTENDING and self._only_verb(group, verb):
                return "owner", "attends"
            return self._second_verb(verb, rest_from, "mention")
        if kind == "passive" and MUTUAL.get(word) in window[:1]:
            return "owner", "mutual"
        if word in _ELECTED and self._named(group) and "at" not in window[:4]:
            return self._second_verb(verb, rest_from, "recipient")  # Lis vælges til kasserer og overtager kontoen
        if kind == "passive":
            sure = word not in verb_forms("order", "needs_infinitive") or bool({"at", *RESPONSIBLE} & set(window))
            if word in verb_forms("order", "passive") and sure:
                return "owner", "order-passive"
            return "recipient", "passive-subject"
        if kind == "past":
            if word in verb_forms("requester"):
                return self._second_verb(verb, rest_from, "requester")
            if word == "tog" and window[:1] and window[0] in RESPONSIBLE and {"sig", "hjem"} & set(window[1:4]):
                return "owner", "promise"  # Lars tog opgaven på sig
            if word == "tog" and window[:2] == ["med", "hjem"] and "at" in window[2:4]:
                return "owner", "promise"  # Lis tog med hjem at spørge
            if (
                word in ("gav", "afgav")
                and window[:1]
                and window[0] in _PLEDGES
                and self._infinitive_promise(rest_from)
            ):
                return "owner", "promise"  # Formanden gav løfte om at svare
            agreed = [later for later in window if later not in (",", *ADVERBS)][:3] == ["enige", "om", "at"]
            if word == "blev" and agreed and self._named(group):
                return "owner", "promise"  # Lis og Bo blev enige om at dele vagten
            if word == "fik" and RESPONSIBLE.intersection(window):
                return "owner", "has-task"
            if word == "var" and self._is_willing(group, window):
                return "owner", "promise"
            if word == "blev" and window[:1] and window[0] in _HIRED and window[1:3] == ["til", "at"]:
                return "owner", "order-passive"
            if word == "blev" and verb_forms("order", "participle").intersection(window[:4]):
                return "owner", "order-passive"
            if word == "sagde" and window[:2] == ["ja", "til"] and "at" in window[2:5]:
                return "owner", "promise"
            if word == "meldte" and window[:1] == ["sig"] and {"til", "som"} & set(window[1:3]):
                return "owner", "promise"
            if word in ("lovede", "tilbød", "påtog"):
                if "at" in window[:3] and not self._infinitive_promise(rest_from):
                    return "speaker", word
                return "owner", "promise"
            role = "speaker" if word in verb_forms("speaker") else "mention"
            return self._second_verb(verb, rest_from, role)
        if kind in ("modal", "past_modal"):
            if self.lower(verb - 1) == "gerne":
                window = ["gerne", *window]  # da Lis gerne vil på kursus
            return self._by_modal(group, word, kind, window, told)
        if word == "ser" and "frem" in window[:3]:
            return self._second_verb(verb, rest_from, "mention")  # Bestyrelsen ser frem til at høre mere
        again = word == "ser" and "igen" in window[:3]
        expects = word == "regner" and "med" in window[:1] and bool({"høre", "se", "få"} & set(window[:4]))
        if (again or expects) and self._is_body(group):
            return "recipient", word  # Rådmanden ser det igen, Udvalget regner med at høre fra hende
        if word in ("går", "træder") and window[:1] and window[0] in ("ud", "af") and "af" in window[:2]:
            return "mention", word  # Lis går ud af bestyrelsen
        if word == "mangler" and self._named(group) and aims_at(own):
            return "owner", "subject"  # Lis mangler stadig at indhente en pris
        if word in _HOPES and not aims_at(own):
            return self._second_verb(verb, rest_from, "mention")  # Bestyrelsen satser på godt vejr
        if word == "gør" and own[:2] == ["opmærksom", "på"] and "at" in window[2:4]:
            return "speaker", word
        if word == "hører" and {"fra", "nærmere"}.intersection(own[:3]):
            return self._second_verb(verb, rest_from, "recipient")  # Klubben hører nærmere fra kommunen
        away = word == "går" and window[:1] == ["på"] and not _AWAY.isdisjoint(window[1:2])
        if word in _NO_DEED or away or (word == "trækker" and window[:1] == ["sig"]):
            return self._second_verb(verb, rest_from, "mention")
        if word in ("hører", "ser") and not self._is_body(group):
            return "owner", "subject"
        if (word in _GETS and word != "ser") or (
            word == "ser" and not {"på", "nærmere", "ind", "til"}.intersection(window[:4])
        ):
            if not gets_done(word, window):
                return self._second_verb(verb, rest_from, "recipient")
            return "owner", "subject"
        if word == "lader" and rest_from not in self.inside and lets_do(window):
            return "owner", "subject"  # Bestyrelsen lader målerne montere
        if word == "lader" and told:
            return "owner", "subject"  # Udvalget foreslår, at rådet lader en tømrer se på taget
        if word == "sender" and self._is_body(group) and {"tilbage", "retur"} & set(own) and MATTERS & set(own):
            return self._second_verb(verb, rest_from, "requester")  # Byrådet sender sagen tilbage til udvalget
        if word in ("giver", "overlader") and RESPONSIBLE.intersection(window):
            return "requester", word  # bestyrelsen giver Bo fuldmagt
        if word == "finder" and "at" in window[:2]:
            return "mention", word
        if word in _BODY_ACTS and self._is_body(group):
            return self._second_verb(verb, rest_from, "requester")
        if word in ("beder", "anmoder") and self._asks_outside(group, verb):
            return "owner", "asks"
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

    def _named(self, group: Group) -> bool:
        return all(atom.kind == "acronym" or self.reader.is_first_name(atom.first) for atom in group.atoms)

    @staticmethod
    def _is_willing(group: Group, window: list[str]) -> bool:
        """``Lis er villig til at bage``: a person, and no body that is ready to negotiate."""
        person = all(atom.kind == "person" or atom.weak for atom in group.atoms)
        return person and window[:1] != [] and window[0] in _WILLING and window[1:3] in (["til", "at"], ["på", "at"])

    def _only_verb(self, group: Group, verb: int) -> bool:
        """Somebody named has the one finite verb of the sentence."""
        return self._named(group) and not any(
            self.kind(step) for step in range(len(self.tokens)) if step not in (verb, verb + 1)
        )

    def _asks_outside(self, group: Group, verb: int) -> bool:
        """``Lis beder murermesteren om en pris``: to ask somebody for a thing is the task of the one named; to tell him *to* is not.

        What the administration asks of outsiders is its own task either way.
        """
        told = self.inside.get(verb + 1) or self.inside.get(verb + 2)
        if told is None or told is group or self.lower(told.last - 1).endswith(_ADMINISTRATION):
            return False
        if self.lower(group.last - 1).endswith(_ADMINISTRATION):
            # Forvaltningen beder trafikselskabet regne på det; not beder Bo, beder formanden
            return not (self._is_body(told) or self._named(told) or self.lower(told.last - 1).endswith(_OFFICERS))
        outside = self.lower(told.last - 1).endswith(_OUTSIDERS) and not self._is_body(group)
        if not outside and not self._named(group):
            return False
        return self.lower(told.last) == "om" and self.lower(told.last + 1) != "at"

    def _is_body(self, group: Group) -> bool:
        """Those to whom things are put: udvalget, byrådet, bestyrelsen …"""
        return self.lower(group.last - 1).endswith(_PUT_TO)

    def _infinitive_promise(self, index: int) -> bool:
        """``lovede at sende``: an infinitive and not a new clause after *at*."""
        for step in range(index, min(index + 4, len(self.tokens) - 1)):
            if self.lower(step) == "at":
                following = self.lower(step + 1)
                if self.lower(step - 1) == "," and following.endswith(("ene", "erne")):
                    return False  # lovede, at tallene eftersendes
                return (
                    following.endswith(("e", "å"))
                    and (step + 1) not in self.inside
                    and following not in ("de", "alle", "begge", "der")
                )
        return False

    def _by_modal(self, group: Group, word: str, kind: str, window: list[str], told: bool) -> Found:
        weak = all(atom.weak for atom in group.atoms)
        asking = next((place for place, later in enumerate(window[:3]) if later in ("bede", "anmode")), -1)
        if asking >= 0 and word in ("vil", "ville") and window[asking + 1 : asking + 2] == ["alle"]:
            return "requester", word  # Bestyrelsen vil bede alle flytte deres cykler
        if asking >= 0 and word in ("vil", "ville", "skal") and "om" in window[asking:]:
            ask = next(step for step in range(group.last, len(self.tokens)) if self.lower(step) == window[asking])
            if ask + 1 not in self.inside and ask + 2 not in self.inside:
                return "owner", "subject"  # Per skal bede om et svar
            return ("owner", "asks") if self._asks_outside(group, ask) else ("requester", word)
        if (
            word in ("vil", "ville", "skal")
            and "have" in window
            and HANDED_OVER & set(window[window.index("have") :][:3])
        ):
            return "requester", word  # Udvalget vil på næste møde have forelagt en plan
        if word in ("vil", "ville") and window[:1] == ["gerne"]:
            wanted = window[1:2] and window[1]
            named = weak or self._named(group)
            if wanted in UNDERTAKEN or (named and wanted in animate_infinitives() and wanted not in _TALK):
                return "owner", "volunteers"  # Lis vil gerne stå for kaffen
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
        if word in ("vil", "ville") and self._is_body(group) and "se" in window[:3]:
            behind = window[window.index("se") + 1 :][:1]
            if behind and behind[0] not in ("på", "nærmere", "til", "ind", "frem"):
                return "requester", word  # Bestyrelsen vil se forbruget på vikarer
        if word in ("kan", "kunne") and _REQUEST_INFINITIVES.intersection(window[:3]):
            return "requester", word
        if word == "kunne" or (kind == "past_modal" and not told):
            return ("owner", "told") if word in ("skulle", "ville") else ("mention", word)
        for step in window[:5]:
            if step in _CONSULTED:
                return "recipient", "passive-subject"
            if verb_kind(step) == "passive":
                return (
                    ("owner", "order-passive")
                    if step in verb_forms("order", "passive")
                    else ("recipient", "passive-subject")
                )
            if step == "være" and not RESPONSIBLE.intersection(window) and not {"med", "klar", "vært"} & set(window):
                return "mention", "state"
            if step == "blive":  # udvalget vil blive orienteret, skal blive bedre
                given = verb_forms("order", "participle").intersection(window[1:5])
                return ("owner", "order-passive") if given or RESPONSIBLE.intersection(window) else ("mention", "state")
            if step == "stå" and {"på", "i"} & set(window[1:4]):
                return "mention", "state"  # Suppleanter skal stå på listen
            if step == "have" and handed_in(window[window.index("have") + 1 :]):
                return "recipient", "modal"  # Lis skal have kortene afleveret
            if step in _RECEIVING:
                made = step == "få" or (
                    step == "have"
                    and (
                        any(map(is_done, window))
                        or not _HELD.isdisjoint(window[:5])  # skal have en bod på torvet
                        or ("klar" in window and word == "skal")  # skal have et oplæg klar
                    )
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

    def _of_relative(self, index: int, joint: int) -> bool:
        """``har talt med Ravn VVS, som kommer og ser på det``: the joint stands in a relative clause that is not over."""
        opener = next((step for step in range(joint - 1, index, -1) if self.lower(step) in ("som", "der")), None)
        if opener is None or self.lower(opener - 1) != ",":
            return False
        return "," not in [self.lower(step) for step in range(opener, joint)]

    def _second_verb(self, verb: int, index: int, otherwise: str) -> Found:
        """``Lise har undersøgt sagen og lægger svaret ud``: a second verb without a new subject makes the subject act."""
        for step in range(index, len(self.tokens) - 1):
            if self.lower(step) == "at" and (step + 1) in self.inside:
                break  # besluttede, at Bo overtager posten og skriver …: the second verb is Bo's
            if self.lower(step) not in ("og", "men", "samt") or self._of_relative(index, step):
                continue
            ahead = step + 1
            while ahead < len(self.tokens) - 1 and self.lower(ahead) in ADVERBS:
                ahead += 1
            asked = self.lower(ahead) in ("bliver", "blev") and self.lower(ahead + 1) in (
                "bedt",
                "opfordret",
                "anmodet",
            )
            if asked and ahead == step + 1:
                return "owner", "second-verb"  # Gruppen får bilaget med hjem og bliver bedt om at svare
            if self.kind(ahead) in ("present", "modal") and self.lower(ahead) in verb_forms("task"):
                following = self.lower(ahead + 1)
                behind_it = self.inside.get(ahead + 1)  # a plain noun there is the object: skriver listen
                inverted = ahead > step + 1  # og derefter sender Bo …; og sender Bo listen
                subject_follows = inverted and (
                    (following in PRONOUNS and following not in ("det", "den", "de", "dette"))
                    or (behind_it is not None and any(atom.kind != "noun" for atom in behind_it.atoms))
                )
                if subject_follows or self.lower(ahead) not in verb_forms("task"):
                    continue
                behind = [self.lower(later) for later in range(ahead + 1, min(ahead + 6, len(self.tokens)))]
                if self.lower(ahead) == "får" and not gets_done("får", behind):
                    continue  # deltog og får referatet tilsendt
                if self.lower(ahead) in ("vil", "ser") and following in ("gerne", "frem"):
                    continue
                sent_back = self.lower(ahead) == "sender" and bool({"tilbage", "retur"}.intersection(behind))
                if sent_back and otherwise == "requester":
                    continue  # Rådet ønsker … og sender sagen tilbage til Vej
                return "owner", "second-verb"
        return otherwise, self.lower(verb)
