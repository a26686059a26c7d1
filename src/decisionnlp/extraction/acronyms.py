"""Short forms of units and persons, learned from the document itself; what stays ambiguous keeps its candidates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from decisionnlp.extraction.persons import (
    BRACKET,
    CAP,
    REST,
    attendance_lists,
    by_first_name,
    find_persons,
    is_personal,
)
from decisionnlp.extraction.register import Register
from decisionnlp.extraction.vocabulary import (
    CAPITAL,
    LETTER,
    is_acronym,
    is_given_name,
    noun_kind,
    parties,
    starters,
)

# A run of capitalised words with og, &, commas, for, i and suspended hyphens inside: Unge, Job og Uddannelse.
_RUN = rf"{CAP}-?(?:(?:,? (?:og|&) |, | (?:for|i) | ){CAP}-?){{0,7}}"
_BRACKETED = re.compile(rf"({_RUN}) \(([{CAPITAL}][{CAPITAL}&]{{1,6}})\)")
_EQUATED = re.compile(rf"([{CAPITAL}](?<!\w.)[{CAPITAL}]{{1,5}})\s?(=|:|–|-) ?({_RUN})")
_COORDINATED = re.compile(
    rf"[{CAPITAL}](?<!\w.){REST}(?=,? (?:og|[&{CAPITAL}]))(?:(?: {CAP})?(?:, {CAP}){{0,4}} (?:og|&) {CAP}|(?: {CAP}){{1,3}})(?![\w-])"
)
_HEADED = re.compile(
    rf"[A-ZÆØÅ](?<!\w.)(?=\w++ for |eam )(?:\w*(?:enter|fdeling|fdelingen|ekretariatet|dvalget|nhed|nheden|tyrelsen|orvaltningen) for|(?<=T)eam) {CAP}(?: {CAP})?(?:(?:, | og | & |,? og ){CAP}){{0,6}}"
)
_ACRONYM = re.compile(rf"[{CAPITAL}](?<![\w&].)[{CAPITAL}]{{1,5}}(?![\w&])")
# A line end before a capital or a bullet closes a name, unless the line before hangs (comma, og, for, hyphen).
# (It begins with its white space and looks back from there, for speed.)
_LINE_ENDS = re.compile(
    r"[ \t\r\n](?:(?<=\n)|(?=[ \t\r\n]))(?<![,&\-\s][ \t\r\n])(?<! og[ \t\r\n])(?<! for[ \t\r\n])"
    rf"(?:(?<=\n)|(?<=\r)\n|(?<=[ \t])[ \t]*\r?\n)\s*(?=[^{LETTER}\s]|[{CAPITAL}])"
)
# The same where no blank stands before a line end: the line end itself is found fastest.
_BARE_LINE_ENDS = re.compile(
    rf"\n(?<![,&\-\s]\n)(?<! og\n)(?<! for\n)\s*+(?=[^{LETTER}\s]|[{CAPITAL}])",
)
_EXTERNAL = frozenset(
    ("KL", "BDO", "DGI", "DIF", "FOA", "BUPL", "DLF", "HK", "DSB", "ATP", "LO", "FH", "DI", "TDC", "NRGI", "HOFOR")
)


@dataclass(frozen=True, slots=True)
class UnitDictionary:
    """What a document says about names.

    ``full``: short form → full names that fit (one: resolved; several: open). ``names``: full unit names seen, longest
    first. ``persons``: full names of persons.
    """

    full: dict[str, tuple[str, ...]] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    # First names of the persons, and the words of each name: asked of every sentence.
    given: frozenset[str] = field(init=False, repr=False, compare=False)
    _words: tuple[list[str], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "given", frozenset(person.split()[0] for person in self.persons))
        object.__setattr__(self, "_words", tuple(name.split(" ") for name in self.names))

    def named_in(self, text: str) -> list[re.Match[str]]:
        """The full unit names in ``text``, in order, the longest where several begin."""
        for words in self._words:
            if words[0] in text and all(word in text for word in words):
                return list(_names_pattern(self.names).finditer(text))
        return []  # in most sentences none can stand, and in most documents the pattern is never made

    def resolve(self, text: str) -> tuple[str, tuple[str, ...]]:
        """``(name, candidates)``: the one full name of ``text`` and no candidates, or ``text`` and all that fit."""
        found = self.full.get(text, ())
        if len(found) == 1:
            return found[0], ()
        return text, found


def with_names(dictionary: UnitDictionary, names: Iterable[str]) -> UnitDictionary:
    """The dictionary with more known names (those of a register)."""
    every = tuple(sorted({*dictionary.names, *names}, key=lambda name: (-len(name), name)))
    return UnitDictionary(dictionary.full, every, dictionary.persons)


def with_register(dictionary: UnitDictionary, register: Register | None) -> UnitDictionary:
    """What the document taught, and the names of the user's register."""
    return dictionary if register is None else with_names(dictionary, register.names)


def learn(source_text: str) -> UnitDictionary:
    """Learn unit names, abbreviations and persons from a whole document, any zone. Linear in its length."""
    blanks = " \n" in source_text or "\t\n" in source_text or "\r\n" in source_text
    text = _run_on((_LINE_ENDS if blanks else _BARE_LINE_ENDS).sub(" ¶ ", source_text))
    attendance = attendance_lists(source_text)
    persons, initials = find_persons(text, attendance)
    given = {person.split()[0] for person in persons}
    full: dict[str, list[str]] = {}

    def add(short: str, name: str) -> None:
        known = full.setdefault(short, [])
        if _key(name) not in {_key(other) for other in known}:
            known.append(name)

    brackets = BRACKET.search(text) is not None
    for match in _BRACKETED.finditer(text) if brackets else ():
        name, short = match.groups()
        first = name.split()[0]
        if short in parties() or first in given or is_given_name(first):
            continue
        name = _matching_tail(name, short) or _without_starter(name)
        if name and (" " in name or noun_kind(name.lower())):
            add(short, name)
    for match in _EQUATED.finditer(text):
        short, sign, name = match.groups()
        tail = _matching_head(name, short)
        if tail or (sign == "=" and is_acronym(short)):
            add(short, tail or name)
    names = _unit_names(text, given)
    by_initials: dict[str, list[str]] = {}
    for name in names:
        for letters in _initials(name):
            by_initials.setdefault(letters, []).append(name)
    for short in set(_ACRONYM.findall(text)):
        if short not in full and is_acronym(short) and short not in _EXTERNAL:
            for name in _distinct(by_initials.get(short, [])):
                add(short, name)
    known = {name for candidates in full.values() for name in candidates} | set(names)
    for first, fitting in by_first_name(text, attendance, persons):
        for person in fitting:
            add(first, person)
    for short, people in initials.items():
        if short not in full:
            for person in people:
                add(short, person)
    ordered = tuple(sorted((name for name in known if _is_unit_name(name)), key=lambda name: (-len(name), name)))
    return UnitDictionary({short: tuple(found) for short, found in full.items()}, ordered, persons)


# No offsets are needed here, so the text is joined without the map that ``flatten`` keeps.
# It begins with the breaking sign and looks back from there: that sign is found fast.
_BROKEN_WORD = re.compile(
    r"[-\u00ad\ufffe\x02](?<=\w.)(?:(?<=-)[ \t]*\r?\n\s*|(?<!-)\s*)(?=[a-zæøå])(?!(?:og|eller|samt|til)\b)"
)


def _run_on(text: str) -> str:
    """The text on one line, every run of white space one blank."""
    whole = _BROKEN_WORD.sub("", text)
    if not whole:
        return ""
    before, after = " " if whole[0].isspace() else "", " " if whole[-1].isspace() else ""
    return f"{before}{' '.join(whole.split())}{after}" if not whole.isspace() else " "


def _is_unit_name(name: str) -> bool:
    """Names worth matching as a whole: with *og* or *for* inside, or a unit noun at the end."""
    words = name.split()
    return len(words) > 1 and (not {"og", "&", "for"}.isdisjoint(words) or noun_kind(words[-1].lower()) is not None)


@lru_cache(maxsize=16)
def _names_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    parts = (re.escape(name).replace(r"\ ", r"\s") for name in names)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])")


def _key(name: str) -> str:
    """Names that differ in commas, og and & only are the same name."""
    return " ".join(word for word in re.split(r"[\s,&]+", name.lower()) if word and word != "og")


def _distinct(names: Iterable[str]) -> list[str]:
    found: dict[str, str] = {}
    for name in names:
        key = _key(name)
        if key not in found or len(name) > len(found[key]):
            found[key] = name
    return list(found.values())


def _initials(name: str) -> set[str]:
    """The capital letters a name can be shortened to: with and without its small words."""
    words = [word for word in re.split(r"[\s,]+|-(?=\s)", name) if word]
    capitals = "".join(word[0] for word in words if word[0].isupper())
    every = "".join(word[0].upper() for word in words if word != "&")
    return {letters for letters in (capitals, every) if len(letters) > 1}


def _matching_tail(name: str, short: str) -> str | None:
    """The end of ``name`` whose capital letters spell ``short``; what stands before it is another part of the sentence."""
    starts = [match.start() for match in re.finditer(rf"(?<!\S)[{CAPITAL}]", name)]
    for start in reversed(starts):
        if short.replace("&", "") in _initials(name[start:]):
            return name[start:]
    return None


def _matching_head(name: str, short: str) -> str | None:
    words = re.split(r"(?<=\w)(?=,? )", name)
    for length in range(len(words), 0, -1):
        head = "".join(words[:length])
        if short in _initials(head):
            return head
    return None


def _without_starter(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first in starters() and rest[:1].isupper() else name


_PARTS = re.compile(r", | og | & ")


def _unit_names(text: str, given: set[str]) -> list[str]:
    """Capitalised names with og, & or several words that look like units and not like persons, once each."""
    names: dict[str, None] = {}
    for stretch in dict.fromkeys((*_HEADED.findall(text), *_COORDINATED.findall(text))):
        words = stretch.split()
        while words and (words[0].rstrip(",") in starters() or _names_kind(words)):
            words = words[1:]
        name = " ".join(words)
        if len(words) < 2 or not name[0].isupper() or name in names:
            continue
        parts = [part for part in _PARTS.split(name) if part]
        if any(is_personal(part, given) or part in starters() or part.isupper() for part in parts):
            continue
        if any((found := noun_kind(part.lower())) and found[1] for part in parts[:-1]):
            continue  # Indkøbsafdelingen og Økonomi are two
        closing = noun_kind(parts[-1].lower())
        if closing and closing[1] and any(" " in part and noun_kind(part.split()[0].lower()) for part in parts[:-1]):
            continue  # Jobcenter Nord og Erhvervsforeningen are two
        names[name] = None
    return [name for name in names if not (name.endswith("s") and name[:-1] in names)]


def _names_kind(words: list[str]) -> bool:
    """``Driftsområdet Vand, Jord og Klima``: the first word says what the name is of."""
    found = noun_kind(words[0].lower())
    return bool(found and found[1]) and len(words) > 2 and words[1] not in ("for", "og", "&") and words[1][0].isupper()
