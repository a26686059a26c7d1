"""What the clause of a subject is: told, asked, suggested, made possible by another's act, or a task of its own."""

from __future__ import annotations

from decisionnlp.extraction.candidates import Group
from decisionnlp.extraction.deeds import Deeds
from decisionnlp.extraction.vocabulary import animate_verbs, owner_words, verb_forms

# Behind these *at* tells what another must be kept to: the one who sees to it acts.
_ENSURING = owner_words("ensuring")
_WAYFINDING = owner_words("wayfinding")
_PUT_OFF = owner_words("putting_off")
_TOLD_BY = tuple(owner_words("telling"))


class ClauseContent(Deeds):
    """Clauses that hold a subject and its verb, and may still be nobody's task."""

    def _told_of(self, conjunction: int) -> bool:
        """``orienteres om, at X …``, ``enig i, at X …``: what is told or thought, and nobody's task."""
        end = conjunction - (self.lower(conjunction - 1) == ",")
        if self.lower(end - 1) not in ("om", "i", "på"):
            return False
        before = [self.lower(step) for step in range(max(0, end - 5), end - 1)]
        if "enig" in before or "enige" in before:
            return self.lower(end - 1) == "i"  # enige om, at Bo …: an agreement
        return any(word.startswith(_TOLD_BY) for word in before)

    def _informed(self, conjunction: int) -> bool:
        """``Lis oplyste, at kommunen har ansvaret``: what is the case, and no new task."""
        said = self.lower(conjunction) == "at" and self.lower(conjunction - 1) == ","
        return said and self.lower(conjunction - 2) in verb_forms("speaker")

    def _negated(self, group: Group, verb: int) -> bool:
        """``så Bo ikke længere har vagten``, ``Bo deltager ikke``: what is not done."""
        between = [self.lower(step) for step in range(group.last, verb)]
        behind = self.lower(verb + 1)
        no_more = behind == "ikke" and self.lower(verb + 2) not in ("kun", "blot", "før", "alene")
        return ("ikke" in between and "," not in between) or (
            no_more and (self.kind(verb) == "present" or self.lower(verb) in ("kan", "vil"))
        )

    def _taken_up(self, group: Group, conjunction: int, verb: int) -> bool:
        """``Rækværket er løst, hvad Sara undersøger``: the clause takes up what was said; no question is asked before it."""
        before = {self.lower(step) for step in range(conjunction)}
        asked = _WAYFINDING & before or any(
            word.startswith(("undersøg", "afklar", "spørg", "vurder")) for word in before
        )
        stands = self.lower(conjunction - 1) == "," and verb == group.last and self._named(group)
        return stands and not asked and self.lower(verb) in animate_verbs() | {"ser", "tager", "ordner"}

    def _enabled(self, group: Group, conjunction: int, verb: int) -> bool:
        """``et ark, som alle kan skrive i``, ``så nævnet kan afgøre sagen``: what for; not ``udsat, så Byg kan regne``."""
        if self.lower(verb) not in ("kan", "kunne") or self._named(group):
            return False
        before = {self.lower(step) for step in range(conjunction)}
        return self.lower(conjunction) == "som" or _PUT_OFF.isdisjoint(before)

    def _suggested(self, conjunction: int) -> bool:
        """``Else foreslog, at 5. klasse tegner det``: the idea of one, and nobody's task."""
        verb = conjunction - 1 - (self.lower(conjunction - 1) == ",")
        asker = self.inside.get(verb - 1)
        return self.lower(verb) in ("foreslog", "foreslår") and asker is not None and self._named(asker)

    def _says_which(self, relative: int, verb: int) -> bool:
        """``Den plan, som Driften vil lave, skal vise stierne``: the clause only says which thing the sentence is about."""
        if self.lower(0) not in ("den", "det", "de", "alle") or self.lower(relative - 1) != "," or relative > 6:
            return False
        close = next((step for step in range(verb, len(self.tokens)) if self.lower(step) == ","), len(self.tokens))
        return self.kind(close + 1) is not None

    def _at_which(self, group: Group, where: int, verb: int) -> bool:
        """``… den 3. maj, hvor Jette har kage med``: what somebody named does on an occasion; no question of where.

        So it is of anybody who is asked there: ``arbejdsdag, hvor alle familier bedes hjælpe``.
        """
        before = [self.lower(step) for step in range(where)]
        asked = self.lower(verb) in verb_forms("order", "passive") - verb_forms("order", "needs_infinitive")
        if asked and before[-1:] == [","] and verb == group.last and _WAYFINDING.isdisjoint(before):
            return True
        named = self._named(group) or self.lower(verb) in ("lovede", "tilbød")
        if before[-1:] != [","] or not named or verb != group.last or _WAYFINDING.intersection(before):
            return False
        brings = self.lower(verb) == "har" and "med" in self._behind(group, 5)
        if self.lower(verb) in ("lovede", "tilbød"):
            return True
        return not self.kind(where - 2) and (brings or self.lower(verb) in animate_verbs())

    def _asks_on(self, verb: int) -> bool:
        """``Sekretariatet anmodes om at bede ejeren …``, ``anmoder sekretariatet om at bede ejeren …``: who is told there asks others."""
        if self.lower(verb - 1) != "at" or self.lower(verb - 2) not in ("om", "til"):
            return False
        passive = self.lower(verb - 3) in verb_forms("order", "passive") and verb - 4 in self.inside
        told = self.inside.get(verb - 3)
        return passive or (told is not None and self.lower(told.first - 1) in verb_forms("order", "active"))

    def _ensured(self, conjunction: int) -> bool:
        """``Forvaltningen sikrer sig, at entreprenøren …``: a candidate has a verb of seeing to it before *at*."""
        for step in range(conjunction - 1, max(conjunction - 7, -1), -1):
            if self.lower(step) in _ENSURING:
                return any(group.last <= step + 4 and group.first < conjunction for group in self.groups)
            if self.kind(step):
                return False
        return False
