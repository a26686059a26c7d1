"""Which words of a sentence name a unit or a person, with their coordination. What they do there is in ``roles``."""

from __future__ import annotations

from functools import lru_cache

from decisionnlp import lexicons
from decisionnlp.extraction.candidates import Atom, Group
from decisionnlp.extraction.nouns import OFFICE_ADJECTIVES
from decisionnlp.extraction.person_names import QUANTIFIERS, PersonNames
from decisionnlp.extraction.vocabulary import (
    PREPOSITIONS,
    heads,
    noun_kind,
    office_noun,
    verb_kind,
)
from decisionnlp.stems import Stems

_JOINERS = frozenset((",", "og", "samt", "&", "/", "+", "eller"))
_PLURAL_BODY = {k: v for k, v in lexicons.load("owner_words")["plural_bodies"].items() if k != "example"}


_PLURALS = Stems(*_PLURAL_BODY)


def names_plural(text: str) -> bool:
    """Whether a noun stands in ``text`` that may belong to several names (*By- og Landskabsudvalgene*)."""
    return _PLURALS.within(text)


_ARTICLES = ("en", "et")  # behind which any calling may act: "En smed kontakter os"


@lru_cache(maxsize=20_000)
def _opens_nothing(lower: str) -> bool:
    """Whether no candidate begins with a word in small letters, wherever it stands: no noun, no genitive and no definite form, none of
    the words that :meth:`Reader.atom` asks for by themselves."""
    return not (
        lower in QUANTIFIERS
        or lower in OFFICE_ADJECTIVES
        or lower in heads("for")
        or lower.endswith(("s", "en", "et", "ne", "-"))
        or office_noun(lower) is not None
    )


class Reader(PersonNames):
    """Reads atoms and groups off the tokens of one sentence."""

    def atom(self, index: int) -> Atom | None:
        """The candidate that begins at token ``index``: the longest known name first, then the patterns."""
        tokens = self.tokens
        if index >= len(tokens):
            return None
        if index in self.known:
            return Atom(index, self.known[index], "unit")
        token = tokens[index]
        if not token.text[0].isalpha():
            return self._numbered(index)
        if token.lower == "vi" and token.text != "VI":
            return Atom(index, index + 1, "noun")
        if not token.capital and _opens_nothing(token.lower) and not (index and tokens[index - 1].lower in _ARTICLES):
            return None  # most words: a cheap look
        return (
            self._everyone(index)
            or self._quantified(index)
            or self._person(index)
            or self._suspended(index)
            or self._headed(index)
            or self._capital_run(index)
            or self._noun(index)
        )

    def groups(self) -> list[Group]:
        """All candidates of the sentence in order, coordinated ones together."""
        found: list[Group] = []
        index = 0
        while index < len(self.tokens):
            atom = self.atom(index)
            if atom is None:
                index += 1
                continue
            atoms = [atom]
            seps: list[str] = []
            while True:
                step = self._joined(atoms[-1].last)
                if step is None:
                    break
                seps.append(step[0])
                atoms.append(step[1])
            if not self._whole_list(atoms) and not self._with_me(atoms[-1].last):
                kept, seps = self._drop_open_list(atoms, seps)
            else:
                kept = atoms
            if len(kept) > 1 and kept[0].kind == "noun" and found and found[-1].last + 1 == kept[0].first:
                kept, seps = kept[:1], []  # Bente laver plakaten og Jørn indbydelsen: the noun is the object
            if len(kept) == 2 and found and found[-1].last + 1 == kept[0].first and self._second_object(kept):
                kept, seps = kept[:1], []  # Bente kontakter banken og Jørn kommunen
            if len(kept) > 1 and self._new_clause(kept):
                kept, seps = kept[:-1], seps[:-1]
            merged = self._expand(self._merge(kept, seps))
            found.append(Group(tuple(merged), merged[0].first, merged[-1].last))
            rest = atoms[len(kept) :]
            found += [Group((atom,), atom.first, atom.last) for atom in rest]
            index = atoms[-1].last
        return found

    def _second_object(self, atoms: list[Atom]) -> bool:
        """``Lis kontakter banken og Bo forsikringen.``: a noun in small letters, a person, and a noun that closes the sentence."""
        tokens, (first, second) = self.tokens, atoms
        behind = tokens[second.last : second.last + 2]
        closes = len(behind) == 1 or (len(behind) == 2 and behind[1].text == ".")
        definite = behind[:1] != [] and behind[0].lower.endswith(("en", "et", "ene", "erne"))
        return not tokens[first.first].capital and second.kind in ("person", "acronym") and definite and closes

    def _new_clause(self, atoms: list[Atom]) -> bool:
        """``Bo taler med Per, og Lis laver kaffe``: the last candidate has a verb of its own and the clause before had one."""
        tokens, last = self.tokens, atoms[-1]
        finite = ("present", "modal")
        if last.last >= len(tokens) or verb_kind(tokens[last.last].lower) not in finite:
            return False
        comma = tokens[last.first - 2].text == "," and len(atoms) == 2
        before = atoms[0].first - 1
        if not comma and (before < 0 or tokens[before].lower not in PREPOSITIONS):
            return False
        return any(
            verb_kind(token.lower) in (*finite, "passive", "past", "er", "har") and not token.capital
            for token in tokens[: atoms[0].first]
        )

    def _joined(self, end: int) -> tuple[str, Atom] | None:
        tokens = self.tokens
        if end < len(tokens) and tokens[end].text == "(":  # Bo (tekst) og Lis (billeder)
            close = next((step for step in range(end, min(end + 6, len(tokens))) if tokens[step].text == ")"), end)
            end = close + 1 if close + 1 < len(tokens) and tokens[close + 1].lower in ("og", "samt") else end
        if end + 1 < len(tokens) and tokens[end].text == "?" and tokens[end + 1].lower in (",", "og", "samt", "eller"):
            end += 1  # Lis, Per? og Bo: the doubt is about the name before
        if end >= len(tokens) or tokens[end].lower not in _JOINERS:
            return None
        ahead = end + 1
        separator = tokens[end].lower
        if separator == "," and ahead < len(tokens) and tokens[ahead].lower in ("og", "samt"):
            separator = "samt" if tokens[ahead].lower == "samt" else "og"
            ahead += 1
        if ahead + 1 < len(tokens) and tokens[ahead].lower in ("en", "et"):
            atom = self.atom(ahead + 1)  # Birgit, Gunver og en aftenvagt
            return (
                (separator, atom) if separator != "," and atom is not None and atom.kind in ("base", "person") else None
            )
        atom = self.atom(ahead)
        if atom is None or (atom.kind == "base" and tokens[ahead - 1].lower in PREPOSITIONS):
            return None
        if separator == "eller" and atom.kind not in ("person", "acronym"):
            return None
        return separator, atom

    def _with_me(self, end: int) -> bool:
        """``Pia, Ole og undertegnede``: who kept the minutes closes the list."""
        return [token.lower for token in self.tokens[end : end + 2]] in (["og", "undertegnede"], ["og", "jeg"])

    def _whole_list(self, atoms: list[Atom]) -> bool:
        """``Eva, Lars: …``, ``(Eva, Lars)``: nothing but names between the border and the sign behind."""
        last, first = atoms[-1].last, atoms[0].first
        named = [atom for atom in atoms if atom.kind in ("person", "acronym")]
        alike = all(atom in named or (atom.kind == "bare" and atom.last - atom.first == 1) for atom in atoms)
        if not named or not alike or (len(named) < len(atoms) and self.tokens[first - 1].text not in ("-", "–", ":")):
            return False  # a nickname among names: Bager: Ib, Pusser, Heidi
        if last >= len(self.tokens) or (self.tokens[last].text == "." and last + 1 == len(self.tokens)):
            return first > 1 and self.tokens[first - 1].text in (":", "–", "-")  # Vagter: Pia, Oda, Niels
        sign, before = self.tokens[last].text, self.tokens[first - 1].text if first else ""
        if sign in ("(", ",") and before in ("-", "–", ":"):  # kl. 19 - Ib, Eva, Per (møde kl. 17)
            return first > 1 and (sign == "(" or last + 1 == len(self.tokens))
        return (sign == ":" and before in ("", "-", "–", "•", ".")) or (sign == ")" and before == "(")

    @staticmethod
    def _drop_open_list(atoms: list[Atom], seps: list[str]) -> tuple[list[Atom], list[str]]:
        """Commas join only in a list that ends with og, samt or &: ``Formanden, Udvalget`` are two things."""
        last = max((index for index, sep in enumerate(seps) if sep != ","), default=-1)
        if "," not in seps or last == len(seps) - 1:
            return atoms, seps
        if last < 0:
            return atoms[:1], []
        return atoms[: last + 2], seps[: last + 1]

    def _merge(self, atoms: list[Atom], seps: list[str]) -> list[Atom]:
        """Unknown capitalised words joined by commas, og and & are one name: Kultur, Fritid og Natur; Klima og Miljøudvalget."""
        merged = [atoms[0]]
        for sep, atom in zip(seps, atoms[1:], strict=True):
            before = merged[-1]
            capital = self.tokens[atom.first].capital
            closes = (
                atom.kind == "unit"
                and capital
                and atom.last - atom.first == 1
                and self._compound(atom)
                and sep in ("og", "&")
                and not any(noun_kind(token.lower) for token in self.tokens[before.first : before.last])
            )
            if before.kind == "bare" and sep in (",", "og", "&") and (atom.kind == "bare" or closes):
                merged[-1] = Atom(before.first, atom.last, "bare" if atom.kind == "bare" else "unit")
            else:
                merged.append(atom)
        return merged

    def _compound(self, atom: Atom) -> bool:
        """Miljøudvalget, but not Staben: something stands before the unit noun."""
        word = self.tokens[atom.first].lower
        return any(noun_kind(word[cut:]) for cut in range(3, len(word) - 3))

    def _expand(self, atoms: list[Atom]) -> list[Atom]:
        """``Klima og Miljø samt By- og Landskabsudvalgene``: the plural noun belongs to each."""
        if len(atoms) < 2:
            return atoms
        last = self.tokens[atoms[-1].last - 1].lower
        plural = next((noun for noun in _PLURAL_BODY if last.endswith(noun) and last != noun), None)
        if plural is None or not all(atom.kind in ("bare", "unit") for atom in atoms[:-1]):
            return atoms
        single = _PLURAL_BODY[plural]
        found = []
        for atom in atoms:
            text = self.text[self.tokens[atom.first].start : self.tokens[atom.last - 1].end]
            if atom is atoms[-1]:
                name = text[: -len(plural)] + single
            elif atom.kind == "bare" and noun_kind(self.tokens[atom.last - 1].lower) is None:
                name = text.rstrip("-") + single
            else:
                return atoms
            found.append(Atom(atom.first, atom.last, "unit", name=name))
        return found
