"""The words of one sentence as a clause reader sees them: candidates, finite verbs, clause borders."""

from __future__ import annotations

from decisionnlp.extraction.candidates import Group
from decisionnlp.extraction.mentions import Reader
from decisionnlp.extraction.vocabulary import owner_words, verb_kind, word_set

BREAKS = frozenset(',;:–—-()•·!?»«"”→>*')
_DETERMINERS = word_set("determiners")
_BEFORE_OBJECT = _DETERMINERS | {"en", "et"}
_OFFICE_OR_VERB = owner_words("office_or_verb")


class Clauses:
    """One sentence: its tokens, and the candidates among them."""

    def __init__(self, reader: Reader, groups: list[Group], *, lead: bool = False) -> None:
        self.reader = reader
        self.tokens = reader.tokens
        self.groups = groups
        self.lead = lead
        self.inside: dict[int, Group] = {index: group for group in groups for index in range(group.first, group.last)}

    def lower(self, index: int) -> str:
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def before(self, group: Group) -> int:
        """Index of the word before the group, its article and adjectives left out; -1 at the start."""
        index = group.first - 1
        while index >= 0 and self.lower(index) in _DETERMINERS:
            # "det" may be a subject of its own (… det undersøger forvaltningen): an article stands right before its noun.
            index -= 1
        return index

    def _behind(self, group: Group, reach: int) -> list[str]:
        return [self.lower(step) for step in range(group.last, min(group.last + reach, len(self.tokens)))]

    def kind(self, index: int) -> str | None:
        if index in self.inside or not 0 <= index < len(self.tokens):
            return None
        token = self.tokens[index]
        if token.capital and index not in self.reader.initial:
            return None
        if token.lower in _OFFICE_OR_VERB and self._does(index):
            return "present"
        return verb_kind(token.lower)

    def _does(self, index: int) -> bool:
        """``Egon lejer en lift``: a noun of office right behind a person, with an object behind it, is a verb."""
        group = self.inside.get(index - 1)
        named = group is not None and all(atom.kind in ("person", "acronym") for atom in group.atoms)
        return named and self.lower(index + 1) in _BEFORE_OBJECT

    def after_stop(self, index: int) -> bool:
        """A full stop that splits no abbreviation stands right before the word: two sentences on one line."""
        return (
            self.lower(index - 1) == "."
            and (
                (len(self.lower(index - 2)) > 4 and self.lower(index - 2).isalpha())
                or (self.lower(index - 2).isdigit() and self.lower(index - 3) in ("ad", "pkt", "punkt", "."))
            )
            and self.tokens[index].start > self.tokens[index - 1].end
        )

    def clause_start(self, index: int) -> int:
        """First token of the clause that holds ``index``: after a comma, a colon, a dash, *at*, *og* …"""
        while index > 0:
            word = self.lower(index - 1)
            if (
                word in BREAKS
                or word in ("at", "idet", "mens", "men")
                or (self.tokens[index].capital and self.after_stop(index))
            ):
                return index
            if word in ("og", "samt") and (index - 1) not in self.inside:
                return index
            index -= 1
        return 0
