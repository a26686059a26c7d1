"""Ballots: who voted for and against, how many, who abstained or reserved judgement."""

from __future__ import annotations

import re
from functools import partial

from decisionnlp import lexicons
from decisionnlp.document import Vote
from decisionnlp.flattening import FlatText, flatten
from decisionnlp.stems import Stems

_words = partial(lexicons.alternatives, "votes")
_NUMERALS = {word: int(count) for count, words in lexicons.load("votes")["counts"].items() for word in words}
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(_NUMERALS)})"
_PREFILTER = re.compile(_words("signs"), re.IGNORECASE)
# One of them stands in every sign.
_STEMS = Stems("stem", "enig", "undlod", "forbehold", "for:", "mod:", "mindretal", "flertal")
_UNANIMOUS = re.compile(rf"\b(?:{_words('unanimous')})\b", re.IGNORECASE)
# "godkendt med 41 stemmer (i)mod 6": the winning side stands first, whichever it is.
_RESULT = re.compile(
    rf"\bmed (?P<first>{_COUNT}) stemmer?(?: for)?(?: \((?P<who1>[^()]{{1,80}})\))?,?(?: og)? (?:i?mod|over for) (?P<second>{_COUNT})(?: stemmer?)?(?: \((?P<who2>[^()]{{1,80}})\))?"
    rf"(?:,? (?:og |mens )?(?P<blank>{_COUNT}) (?:undlod|blanke?|hverken))?",
    re.IGNORECASE,
)
_LOST = re.compile(rf"\b(?:{_words('lost')})", re.IGNORECASE)
_POSITIONS = {"for": "for", "imod": "against", "mod": "against", "undlod": "abstain", "forbehold": "reservation"}
# "2 (D) stemte for", "39 imod", "4 undlod", "6 stemmer for", "3 hverken for eller imod"
_COUNTED = re.compile(
    rf"(?<![\w.,§])(?P<count>{_COUNT})(?: (?:{_words('counted')}))?(?: \((?P<who>[^()]{{1,120}})\))?"
    r"(?: (?:stemte|stemmer|stemt|var))?,? (?:(?P<position>for|imod)(?= *(?:[,.;]|og\b|idet\b|mens\b|at\b|forslag|indstilling|ændring|$))|"
    rf"(?P<undlod>{_words('abstaining')})|(?P<forbehold>{_words('reserving')}))",
    re.IGNORECASE,
)
# "For stemte: A, B og C – i alt 15", "Imod: 3 (Ø)", "Undlod at stemme: Liste K"
_LISTED = re.compile(
    rf"(?:^|(?<=[.;,\s]))(?P<position>{_words('sides')})\s?(?P<colon>:)?\s?"
    r"(?P<who>[^.;]{1,400}?)(?=[.;]|$|,? (?:I|i)mod stemte|,? (?:U|u)ndlod| Imod:| Undlod)"
)
# "Ida Holm (Ø) stemte imod", "Liste K og SF undlod at stemme", "Venstre tog forbehold"
_NAMED = re.compile(
    r"(?P<who>(?:[A-ZÆØÅ][\wæøåÆØÅé.-]*|\([A-ZÆØÅ+, ]{1,20}\))(?:,? (?:og |samt |fra )?(?:[A-ZÆØÅ][\wæøåÆØÅé.-]*|\([A-ZÆØÅ+, ]{1,20}\))){0,12}) "
    r"(?:stemte|stemmer) (?P<position>for|imod|mod)\b|"
    r"(?P<who2>(?:[A-ZÆØÅ][\wæøåÆØÅé.-]*|\([A-ZÆØÅ+, ]{1,20}\))(?:,? (?:og |samt |fra )?(?:[A-ZÆØÅ][\wæøåÆØÅé.-]*|\([A-ZÆØÅ+, ]{1,20}\))){0,12}) "
    rf"(?P<other>{_words('named_abstaining')})"
)
_TOTAL = re.compile(r"(?:i alt|ialt)\s(?P<count>\d{1,3})|^(?P<first>\d{1,3})(?= |$|\()")
_PARTY = re.compile(r"\((?P<letters>[A-ZÆØÅ](?:[A-ZÆØÅ]{1,2})?(?:\s?[+,&/]\s?(?:og )?[A-ZÆØÅ]{1,3})*)\)")
_LETTERS = re.compile(r"(?<![\w])[A-ZÆØÅ]{1,2}(?![\wæøå.])")
_PARTY_NAME = re.compile(rf"\b(?:{_words('parties')})\b")
_PERSON = re.compile(
    r"[A-ZÆØÅ][a-zæøåé]+(?:-[A-ZÆØÅ]?[a-zæøå]+)?(?: (?:[A-ZÆØÅ]\.|van|von|de|[A-ZÆØÅ][a-zæøåé]+(?:-[A-ZÆØÅ][a-zæøå]+)?)){1,3}"
)


def find_votes(text: FlatText | str) -> list[Vote]:
    """One ``Vote`` for each side that the sentence names, in order of the text, with offsets into the source.

    ``position``: ``for``, ``against``, ``abstain``, ``reservation``, ``unanimous``. In *godkendt med 41 stemmer imod 6* and
    *forkastet med 37 stemmer imod 4* the winning side stands first.
    """
    flat = flatten(text) if isinstance(text, str) else text
    line = flat.text
    if not _STEMS.within(line) or not _PREFILTER.search(line):
        return []
    found: list[Vote] = []
    taken = bytearray(len(line))

    def add(start: int, end: int, position: str, count: int | None, who: str, rule: str) -> None:
        if start >= end or any(taken[start:end]):
            return
        taken[start:end] = b"\1" * (end - start)
        span = flat.span(start, end)
        parties, names = _who(who)
        found.append(Vote(line[start:end], span.start, span.end, position, count, parties, names, rule))

    for match in _RESULT.finditer(line):
        lost = _LOST.search(line, max(0, match.start() - 300), match.start()) or _LOST.search(
            line, match.end(), min(len(line), match.end() + 40)
        )
        first, second = (
            ("against", "for")
            if lost and " for" not in match.group()[: match.end("first") - match.start() + 14]
            else ("for", "against")
        )
        middle = match.start("second")
        add(match.start(), middle, first, _number(match.group("first")), match.group("who1") or "", "result")
        add(
            middle,
            match.start("blank") if match.group("blank") else match.end(),
            second,
            _number(match.group("second")),
            match.group("who2") or "",
            "result",
        )
        if match.group("blank"):
            add(match.start("blank"), match.end(), "abstain", _number(match.group("blank")), "", "result")
    for match in _LISTED.finditer(line):
        label = match.group("position").lower()
        who = match.group("who")
        total = _TOTAL.search(who)
        if not match.group("colon") and "stemte" not in label and "stemme" not in label:
            continue
        position = (
            "against"
            if "mod" in label.split()[0] or (label.endswith("imod") and "eller" not in label)
            else "abstain"
            if "undl" in label or "hverken" in label
            else "for"
        )
        count = int(total.group("count") or total.group("first")) if total else None
        add(match.start(), match.end("who"), position, count, who, "listed")
    for match in _COUNTED.finditer(line):
        position = (
            "abstain"
            if match.group("undlod")
            else "reservation"
            if match.group("forbehold")
            else _POSITIONS[match.group("position").lower()]
        )
        if not match.group("undlod") and not match.group("forbehold") and not re.search(r"stem", line, re.IGNORECASE):
            continue
        add(match.start(), match.end(), position, _number(match.group("count")), match.group("who") or "", "counted")
    for match in _NAMED.finditer(line):
        who = match.group("who") or match.group("who2")
        if match.group("position"):
            position = _POSITIONS[match.group("position")]
        else:
            position = "reservation" if "forbehold" in match.group("other") else "abstain"
        add(match.start(), match.end(), position, None, who, "named")
    unanimous = _UNANIMOUS.search(line)
    if unanimous and not found:
        add(*unanimous.span(), "unanimous", None, "", "unanimous")
    return sorted(found, key=lambda vote: vote.start)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMERALS[word.lower()]


def _who(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(parties, names of persons) in a list of voters."""
    parties: dict[str, None] = {}
    for match in _PARTY.finditer(text):
        for letters in re.findall(r"[A-ZÆØÅ]{1,3}", match.group("letters")):
            parties.setdefault(letters, None)
    for match in _PARTY_NAME.finditer(text):
        parties.setdefault(match.group(), None)
    without = _PARTY_NAME.sub(" ", _PARTY.sub(" ", text))
    names = tuple(match.group() for match in _PERSON.finditer(without))
    if not names:
        for match in _LETTERS.finditer(without):
            parties.setdefault(match.group(), None)
    return tuple(parties), names
