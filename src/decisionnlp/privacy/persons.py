"""The persons a document names, and who of them acts in office.

A name is a given name of the lexicon with the capitalised words behind it, a name after a word for a private person
(*ansøger*, *naboen*), an initial or an unknown word before a surname in -sen, or an entry of an attendance list. A person is
in office who anywhere in the document carries a title or a party, votes, is declared inhabil, or is listed as present in an
elected body. Everyone else is private. Bare given names belong to the one full name that fits; where several fit, they are
someone of their own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from decisionnlp.document import Minutes, Span, ZoneKind
from decisionnlp.privacy.names import LIST_ENTRY, Mention, by_names, find_mentions, words_of
from decisionnlp.privacy.offices import INITIALS_AFTER, are_initials

Key = tuple[str, ...]
_CAPITALS = re.compile(r"(?<![\w-])[A-ZÆØÅ]{2,4}(?![\w-])")


@dataclass(frozen=True, slots=True)
class Person:
    """Who is behind the mentions: ``spans`` in the text without a genitive *s*, in order."""

    key: Key
    in_office: bool
    spans: tuple[Span, ...]


def find_persons(minutes: Minutes) -> list[Person]:
    """Every person named in the document, in order of the first mention."""
    text = minutes.source.text
    mentions = find_mentions(minutes)
    official = _official_keys(minutes)
    identities = _identities(mentions)
    spans: dict[Key, list[Span]] = defaultdict(list)
    in_office: dict[Key, bool] = defaultdict(bool)
    for mention in mentions:
        key = identities[mention.key]
        spans[key].append(Span(mention.start, mention.end))
        in_office[key] |= mention.in_office or mention.key in official or key in official
    _settle_bare_names(in_office)
    for key, aliases in _initials(text, mentions, identities).items():
        spans[key] = sorted({*spans[key], *aliases})
    return [
        Person(key, in_office[key], tuple(found)) for key, found in sorted(spans.items(), key=lambda entry: entry[1][0])
    ]


def _identities(mentions: list[Mention]) -> dict[Key, Key]:
    """The person behind each key: shorter forms belong to the one longer name that fits."""
    keys = {mention.key for mention in mentions}
    by_first: dict[str, set[Key]] = defaultdict(set)
    by_last: dict[str, set[Key]] = defaultdict(set)
    for key in keys:
        if len(key) > 1:
            by_first[key[0]].add(key)
            by_last[key[-1]].add(key)
    found = {key: key for key in keys}
    for key in keys:
        if len(key) == 1:
            fitting = by_first[key[0]] or by_last[key[0]]
        else:  # Mette Holm is Mette K. Holm, where there is one such
            fitting = {longer for longer in by_first[key[0]] & by_last[key[-1]] if len(longer) > len(key)}
        # Longer and shorter forms of one name count once, as the longest.
        ends = {(one[0], one[-1]) for one in fitting}
        if len(ends) == 1:
            found[key] = max(fitting, key=lambda one: (len(one), one))
    return found


def _settle_bare_names(in_office: dict[Key, bool]) -> None:
    """A bare given name that may be several persons is in office only where all of them are."""
    namesakes: dict[str, list[bool]] = defaultdict(list)
    for key, held in in_office.items():
        if len(key) > 1:
            namesakes[key[0]].append(held)
    for key in in_office:
        if len(key) == 1 and len(namesakes[key[0]]) > 1:
            in_office[key] = all(namesakes[key[0]])


def _official_keys(minutes: Minutes) -> set[Key]:
    """Names of those who vote, were inhabile, or are on the attendance list of an elected body."""
    names: list[str] = []
    for item in minutes.items:
        names += [name for vote in item.votes for name in vote.names]
        names += [given.name for given in item.disqualifications]
    found = {tuple(word.lower().strip(".") for word in name.split()) for name in names}
    text = minutes.source.text
    for meeting in minutes.meetings:
        body = (meeting.body or "").lower()
        appointed = any(word in body for word in words_of("elected_bodies", "but_not"))
        if appointed or not any(word in body for word in words_of("elected_bodies", "words")):
            continue
        for sentence in meeting.all_sentences():
            if sentence.zone is ZoneKind.ATTENDANCE:
                piece = text[sentence.start : sentence.end]
                found |= {mention.key for mention in by_names(piece)}
                found |= {
                    tuple(word.lower().strip(".") for word in match.group("name").split())
                    for match in LIST_ENTRY.finditer(piece)
                }
    return found


def _initials(text: str, mentions: list[Mention], identities: dict[Key, Key]) -> dict[Key, list[Span]]:
    """``Mette Holm (MH)``: where else the letters stand they are the person."""
    letters: dict[str, set[Key]] = defaultdict(set)
    for mention in mentions:
        match = INITIALS_AFTER.match(text, mention.end)
        if match and are_initials(match.group("letters"), text[mention.start : mention.end]):
            letters[match.group("letters")].add(identities[mention.key])
    found: dict[Key, list[Span]] = defaultdict(list)
    for match in _CAPITALS.finditer(text) if letters else ():
        keys = letters.get(match.group(), set())
        if len(keys) == 1:
            found[next(iter(keys))].append(Span(*match.span()))
    return found
