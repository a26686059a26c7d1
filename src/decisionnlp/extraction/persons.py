"""Full names of persons in a document, and which of them a bare first name stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from decisionnlp import lexicons
from decisionnlp.extraction.vocabulary import (
    CAPITAL,
    LETTER,
    is_given_name,
    is_surname,
    lone_nouns,
    noun_kind,
    owner_words,
    parties,
    starters,
)
from decisionnlp.stems import Stems

_words = partial(lexicons.alternatives, "persons")
# Capitals are found fast where a pattern begins with them; what must not stand before is looked back at from there.
# (No sign that follows a word in these patterns is a letter: a word is never given back in part, which is what "++" says.)
REST = rf"[{LETTER}]++(?:-[{LETTER}]++){{0,3}}"
CAP = rf"[{CAPITAL}]{REST}"
BRACKET = re.compile(rf"\([{CAPITAL}][{CAPITAL}&]{{1,6}}\)")
# Full names of persons: a given name and one to three more capitalised words, with van, von, de between.
_PERSON = re.compile(
    rf"[{CAPITAL}](?<![\w-].){REST}(?= )(?: (?:[{CAPITAL}]\.|van|von|de|der|af|el|bin|{CAP})){{0,3}} {CAP}(?![\w-])"
)
_PERSON_INITIALS = re.compile(rf"([{CAPITAL}](?<![\w-].){REST}(?: {CAP}){{1,3}}) \(([{CAPITAL}]{{2,4}})\)")
_ATTENDANCE = re.compile(
    rf"\n[ \t]*(?:(?:{_words('attendance_lists')})[^\n:]{{0,40}}:)" + r"((?:[^\n]*\n){0,25}[^\n]*)", re.IGNORECASE
)
# Susanne, Jens og Mona til stede.
_PRESENT_BEHIND = re.compile(
    rf"^[ \t]*([{CAPITAL}][^\n:.]{{4,300}}?),? (?:er |var )?(?:til ?stede|fremmødt|mødt)\b", re.MULTILINE
)
# Each match of it has one of these on its line.
_PRESENT = ("til stede", "tilstede", "mødt")
_LABELS = owner_words("meeting_labels")
_LABEL_WORDS = rf"(?:{_words('no_surnames')})\b"
# A word that no surname follows; first names are looked up among them.
_BARE_NAME = re.compile(rf"(?<![\w-])[\w-]++(?! (?!{_LABEL_WORDS})[{CAPITAL}])(?![\w-])")
_DEATH_WORDS = re.compile(rf"\b(?:{_words('death_words')})\b", re.IGNORECASE)
_DEATH = (
    rf"(?i:{_words('death_before')}) (?:\w+ )?{{0}}\b"
    rf"|\b{{0}}(?:s? (?:er |var |blev )?(?:nu |desværre )?(?:{_words('death_behind')})\b)"
)
# One of them stands in every match of the words above.
_DEATH_STEMS = Stems("død", "minde", "gået bort", "bisat", "begrave", "bisættelse")


def find_persons(text: str, attendance: Sequence[str]) -> tuple[tuple[str, ...], dict[str, list[str]]]:
    """(full names, initials → full names). In attendance lists every pair of capitalised words counts, elsewhere given names."""
    found: dict[str, None] = {}
    initials: dict[str, list[str]] = {}
    for full in dict.fromkeys(_PERSON.findall(text)):
        words = full.split()
        for first in range(len(words) - 1):
            if is_given_name(words[first]):  # an office may stand before the name
                name = _trim_person(words[first:])
                if " " in name:
                    found.setdefault(name, None)
                break
    for block in attendance:
        for match in _PERSON.finditer(block):
            words = match.group().split()
            if not any(noun_kind(word.lower()) or word in starters() or _no_name(word) for word in words):
                found.setdefault(match.group(), None)
    for match in _PERSON_INITIALS.finditer(text) if BRACKET.search(text) else ():
        person, short = match.groups()
        words = person.split()
        if short not in parties() and short[0] == words[0][0] and is_personal(person, set()):
            found.setdefault(person, None)
            initials.setdefault(short, []).append(person)
    persons = tuple(
        name for name in found if not any(other != name and other.startswith(name + " ") for other in found)
    )
    for person in persons:
        words = [word for word in person.split() if word[0].isupper()]
        for letters in {"".join(word[0] for word in words), words[0][0] + words[-1][0]}:
            if person not in initials.get(letters, []):
                initials.setdefault(letters, []).append(person)
    return persons, initials


def is_personal(part: str, given: set[str]) -> bool:
    """Whether capitalised words name a person: a given name first (``given`` are those the document taught), or a surname last."""
    words = part.split()
    return words[0] in given or is_given_name(words[0]) or (len(words) > 1 and is_surname(words[-1]))


def _trim_person(words: list[str]) -> str:
    """Without a capitalised word that begins the next sentence or is an office (Janus Holm Formanden)."""
    for index in range(1, len(words)):
        office = index > 1 and (words[index] in starters() or noun_kind(words[index].lower()))
        if office or _no_name(words[index]):
            return " ".join(words[:index])
    return " ".join(words)


def _no_name(word: str) -> bool:
    """Labels of the list of those present and other nouns that stand behind a name without a sign (Lis Afbud)."""
    lower = word.lower()
    return lower in _LABELS or word in lone_nouns() or lower.endswith(("møde", "mødet"))


def attendance_lists(source_text: str) -> list[str]:
    """The lists of those present or absent, each on one line."""
    blocks = []
    for block in _ATTENDANCE.finditer(f"\n{source_text}"):
        # The list ends at the first blank line after it began.
        kept: list[str] = []
        for line in block.group(1).split("\n"):
            if not line.strip() and kept:
                break
            kept.append(line)
        blocks.append(" , ".join(kept))
    lines: set[int] = set()  # where those lines begin
    for word in _PRESENT:
        place = source_text.find(word)
        while place >= 0:
            lines.add(source_text.rfind("\n", 0, place) + 1)
            place = source_text.find(word, place + 1)
    blocks += [match.group(1) for line in sorted(lines) if (match := _PRESENT_BEHIND.match(source_text, line))]
    return blocks


def by_first_name(text: str, attendance: Sequence[str], persons: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    """First names with the persons they may stand for: those of the list of those present before others, and no dead.

    Where the list has the bare first name, nobody else of that name is meant.
    """
    listed = "\n".join(attendance)
    bare = set(_BARE_NAME.findall(listed)) if persons else set()
    by_first: dict[str, list[str]] = {}
    for person in persons:
        by_first.setdefault(person.split()[0], []).append(person)
    deaths = _DEATH_WORDS.finditer(text) if persons and _DEATH_STEMS.within(text) else ()
    told = " ".join(text[max(0, word.start() - 80) : word.end() + 80] for word in deaths)
    found = []
    for first, fitting in by_first.items():
        present = [person for person in fitting if person in listed]
        living = [
            person for person in fitting if person not in told or not re.search(_DEATH.format(re.escape(person)), told)
        ]
        found.append((first, present or ([] if first in bare else living)))
    return found
