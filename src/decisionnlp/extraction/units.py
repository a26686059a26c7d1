"""Responsible units and persons of a sentence, each with the role it plays (see the guidelines, *Responsible unit*)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from decisionnlp.document import Span, UnitMention
from decisionnlp.extraction.acronyms import UnitDictionary
from decisionnlp.extraction.candidates import Atom, Group
from decisionnlp.extraction.mentions import Reader, names_plural
from decisionnlp.extraction.register import Register
from decisionnlp.extraction.roles import Roles
from decisionnlp.extraction.vocabulary import numbered_unit, verb_kind
from decisionnlp.flattening import FlatText
from decisionnlp.slotted import Slotted

ROLES = ("owner", "partner", "recipient", "requester", "speaker", "voter", "mention")


@dataclass(slots=True)
class UnitContext(Slotted):
    """What is known around the sentence.

    ``dictionary``: names learned from the document (and the register: ``acronyms.with_register``). ``lead``: the sentence
    introduces a list, so that a subject without its verb counts (``Forvaltningen skal:``). ``names``: stretches of the flat
    text that a named-entity recogniser took for persons or organisations; they add candidates (the pipeline gives none: measured,
    they cost more owners than they find, see ``eval/results/base-pipeline.md``). ``parse``: a parsed spaCy ``Doc`` of the flat
    text (UD relations); where the rules found no owner, a sure candidate that it makes the subject of a verb of acting is one.
    """

    dictionary: UnitDictionary | None = None
    register: Register | None = None
    lead: bool = False
    names: Sequence[Span] = ()
    parse: Any = None


# One capital or unit-like ending anywhere: without it no candidate can stand in the sentence.
_PREFILTER = re.compile(r"[A-ZÆØÅ]|(?:en|et|ne|or|er|ed|nd|ef|ær)\b")


# "a. TL sender …", "2) Bo ringer …", "o Lis skriver …": what counts a list is no part of the sentence.
_MARKER = re.compile(
    r"\s*(?:[a-zæøå]\.|(?P<figure>\d{1,2}(?:\.\d{1,2})?\.)(?=\s+[A-ZÆØÅ])|\(?(?:[a-zæøå]|\d{1,2})\)|o|[·▪◦●\uf0b7\uf0a7*])\s+(?=(?P<next>\S+))"
)


def find_units(flat: FlatText, *, context: UnitContext | None = None) -> list[UnitMention]:
    """All units and persons named in one flattened sentence, in order, with their roles.

    Spans are the full proper name without article or preposition (title and name together) as half-open offsets into the
    *source*; ``text`` is the flattened wording. Coordinated names are separate mentions. Roles: ``owner``, ``partner``,
    ``recipient``, ``requester``, ``speaker``, ``voter``, ``mention``.
    """
    context = context or UnitContext()
    if not _PREFILTER.search(flat.text):
        return []
    if len(flat.text) > _WINDOW:
        # No sentence is that long; what a lost full stop or a hostile file makes of it is read in windows.
        return [mention for window in _windows(flat) for mention in find_units(window, context=context)]
    marker = _MARKER.match(flat.text)
    if marker and marker["figure"] and numbered_unit(marker["next"].lower()):
        marker = None  # 3. Afdeling
    if marker:
        flat = flat.part(marker.end())
    names = context.names
    if marker and names:
        names = [
            Span(name.start - marker.end(), name.end - marker.end()) for name in names if name.start >= marker.end()
        ]
    reader = Reader(flat.text, context.dictionary, names=names)
    groups = reader.groups()
    roles = Roles(reader, groups, lead=context.lead)
    found: list[tuple[Group, str, str]] = []
    for group in groups:
        role, rule = roles.role(group)
        found.append((group, role, rule))
    if any(role == "presenter" for _, role, _ in found):
        # v/Ida names who does it, where nobody else does.
        taken = any(role == "owner" for _, role, _ in found)
        found = [
            (group, "mention" if taken else "owner", rule) if role == "presenter" else (group, role, rule)
            for group, role, rule in found
        ]
    found = _without_us(reader, _named_behind(reader, found))
    if context.parse is not None and all(role != "owner" for _, role, _ in found):
        found = [
            (group, "owner", "parse") if role == "mention" and roles.acts(group, context.parse) else (group, role, rule)
            for group, role, rule in found
        ]
    mentions: list[UnitMention] = []
    for group, role, rule in found:
        for atom in group.atoms:
            if role != "owner" and (atom.weak or atom.kind == "noun" or (atom.kind == "base" and role == "mention")):
                continue
            start, end = reader.tokens[atom.first].start, reader.tokens[atom.name_end - 1].end
            span = flat.span(start, end)
            mentions.append(UnitMention(flat.text[start:end], span.start, span.end, role, _kind(atom), rule))
    return mentions


def _named_behind(reader: Reader, found: list[tuple[Group, str, str]]) -> list[tuple[Group, str, str]]:
    """``af foreningens revisor, Lis Dahl``: the name behind an office says who it is."""
    tokens = reader.tokens
    result = list(found)
    for number, ((group, role, rule), (behind, other, why)) in enumerate(pairwise(found)):
        if (
            role != "owner"
            or (other == "owner" and why != "nominal")
            or behind.first != group.last + 1
            or tokens[group.last].text != ","
        ):
            continue
        office = (
            len(group.atoms) == 1 and group.atoms[0].kind in ("person", "base") and not tokens[group.last - 1].capital
        )
        between = behind.last < len(tokens) and tokens[behind.last].text == ","
        kinds = ("person", "bare", "unit") if between else ("person",)
        name = len(behind.atoms) == 1 and behind.atoms[0].kind in kinds and tokens[behind.first].capital
        closes = behind.last >= len(tokens) or tokens[behind.last].text in ",.;)"
        if office and name and closes:
            result[number] = (group, "mention", rule)
            result[number + 1] = (behind, "owner", "apposition")
    return result


def _without_us(reader: Reader, found: list[tuple[Group, str, str]]) -> list[tuple[Group, str, str]]:
    """``Bo skriver et udkast, som vi ser på``, ``Vi søger, Bo skriver ansøgningen``: the one named acts, but for ``…, og vi …``."""
    named = any(
        role == "owner" and rule == "subject" and all(atom.kind in ("person", "acronym") for atom in group.atoms)
        for group, role, rule in found
    )
    if not named:
        return found
    return [
        (group, "mention", rule)
        if rule == "we" and role == "owner" and not _for_itself(reader, group)
        else (group, role, rule)
        for group, role, rule in found
    ]


def _for_itself(reader: Reader, group: Group) -> bool:
    """A clause of its own tells what *vi* do: ``…, og vi vender tilbage``, ``hører vi ikke noget, skriver vi til ham``."""
    opener, before = ["", "", *(token.lower for token in reader.tokens[: group.first])][-2:]
    return before in ("og", "men") or (verb_kind(before) is not None and opener != "så")


_WINDOW = 3000


def _windows(flat: FlatText) -> list[FlatText]:
    """Stretches of at most ``_WINDOW`` characters, cut at blanks."""
    found = []
    start = 0
    while start < len(flat.text):
        end = min(start + _WINDOW, len(flat.text))
        if end < len(flat.text):
            blank = flat.text.rfind(" ", start, end)
            end = blank if blank > start else end
        found.append(flat.part(start, end))
        start = end
    return found


def expansions(flat: FlatText, *, context: UnitContext | None = None) -> dict[str, str]:
    """Full names of elliptical forms in the sentence: ``Klima`` → ``Klimaudvalget`` in ``Klima samt By- og Landskabsudvalgene``."""
    context = context or UnitContext()
    if len(flat.text) > _WINDOW or not names_plural(flat.text):
        return {}
    reader = Reader(flat.text, context.dictionary)
    return {
        flat.text[reader.tokens[atom.first].start : reader.tokens[atom.last - 1].end]: atom.name
        for group in reader.groups()
        for atom in group.atoms
        if atom.name is not None
    }


def _kind(atom: Atom) -> str | None:
    return {"acronym": "acronym", "person": "person", "unit": "unit", "base": "person", "noun": "unit"}.get(atom.kind)
