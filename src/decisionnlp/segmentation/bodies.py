"""Which body met: read from the lines above the first item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from decisionnlp import lexicons

_LEXICON = lexicons.load("bodies")
_MEETING_WORDS: dict[str, str] = _LEXICON["meeting_words"]
_NAMES: dict[str, str] = _LEXICON["names"]
_LABEL = re.compile(
    rf"(?P<what>{lexicons.alternatives('line_words', 'body_labels')})(?:\s*:\s*|(?-i:(?<=[a-zæøå])(?=[A-ZÆØÅ])))(?P<name>[A-ZÆØÅ].{{3,80}})$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^()]*\)")
_PRINTED = re.compile(r"[A-ZÆØÅ][\w&./ -]{1,60}(?:, [\w&./ -]{2,60}){0,2}$")
_WORD = r"(?:[A-ZÆØÅ][\wæøåé]*-?|[a-zæøå]+-)"
# "Teknik- og Miljøudvalget", "Udvalget for Sundhed og Sammenhæng", "Social- og Beskæftigelsesudvalgsmøde"
_NAMED = re.compile(
    rf"(?:(?P<for>(?:§ ?17,? ?stk\. ?4[- ]udvalget|\b[A-ZÆØÅ]\w*udvalget|\b[Uu]dvalg(?:et)?|\bRådet|\bNævnet|\bKomit[eé]en) for (?:(?:det|den|de) [a-zæøå]+ |[A-ZÆØÅa-zæøå][a-zæøå]+(?:al|sk|ig) )?(?:(?:{_WORD}|[a-zæøå]{{4,}})(?:, | og | & | samt | i | for alle)?)+)"
    rf"|\b(?P<compound>(?:{_WORD}(?:,? og |, | & | ))*[A-ZÆØÅ][\wæøå-]*(?:udvalg(?:et)?|(?<![oO]m)råd(?:et)?|bestyrelsen?|nævn(?:et)?|komit[eé]en|kommission(?:en)?|forum(?:met)?|MED|styregruppen))(?P<s>s(?:møde[t]?)?)?)(?=[\s,.:;)–-]|$)"
)
_AT_PLACE = re.compile(
    r"\s+(?:på|ved|for)\s+(?P<place>(?:[A-ZÆØÅ][\wæøåé.-]*\s?){1,4}(?:skole|Skole|gymnasium|Gymnasium|SFO|plejecenter|Plejecenter|børnehus|Børnehus)?)"
)
_HEAD = re.compile(
    rf"{lexicons.alternatives('line_words', 'head_words')}|{lexicons.alternatives('line_words', 'bodies')}|kommission",
    re.IGNORECASE,
)


_MINUTES_OF = re.compile(r"(?:\w+ ){0,4}?(?:\w*referat|dagsorden|\w*protokol|beslutninger|møde)\b", re.IGNORECASE)
# "Referat fra møde i Bynetværket": a body whose word no list holds.
_MEETING_IN = re.compile(
    rf"\bmødet? (?:i|for|af|med) (?:den |det )?(?P<name>[A-ZÆØÅ][\wæøåÆØÅ&-]*(?:[ -](?!den\b|d\.|kl\b|på\b)[\wæøåÆØÅ&-]+){{0,3}}?(?<=\w)(?:{lexicons.alternatives('line_words', 'body_endings')}))\b"
)


_BEFORE = re.compile(rf"^(?:{lexicons.alternatives('line_words', 'before_bodies')}) (?=\S)", re.IGNORECASE)
_MEMBERS = re.compile(rf"(?:{lexicons.alternatives('line_words', 'members')}|\d+[.)])")
# "Nanna Vorup – repræsentant for Havneudvalget": a member of the body that meets
_MEMBER_OF = re.compile(r"\b(?:\w*repræsentant(?:er)?|udpeget|indstillet|valgt|medlem) (?:for|af|fra|i)\b")


def meeting_body(lines: Sequence[str]) -> str | None:
    """The body's name as the opening lines print it, in its definite form where only ``…smøde`` is printed."""
    candidates: list[tuple[int, str]] = []
    for index, line in enumerate(lines[:40]):
        if index < 2 and len(line) > 200 and _MINUTES_OF.match(line):
            line = line[:120]  # a page printed as one line
        line = _BRACKETS.sub("", line.lstrip("-•* "))  # "Lars Lund (Idrætsrådet)" is a member
        if len(line) > 200 or not _HEAD.search(line):
            continue
        if line.isupper() and len(line) < 60:
            line = _title_case(line)
        lower = line.lower()
        score = 30 - index
        label = _LABEL.match(line)
        if label is not None:
            named = _name_in(label["name"])
            printed = label["name"].strip(" .,")
            if label["what"].lower() not in ("emne", "møde", "gruppe") and _PRINTED.match(printed):
                named = named if named is not None and printed.lower() in _NAMES else printed
            if named is not None:
                candidates.append((score + 20, named))
                continue
        if _MEMBERS.match(lower):
            continue
        if _MEMBER_OF.search(lower) and not _MINUTES_OF.match(line):
            continue
        named = _name_in(line)
        if named is not None:
            candidates.append((score + (10 if len(line) < 80 else 0), named))
    return max(candidates, key=lambda pair: pair[0])[1] if candidates else None


def body_name(owner: str) -> str:
    """The body that a heading names, without the genitive: ``LERBÆK LOKALUDVALGS`` is ``Lerbæk Lokaludvalg``."""
    name = _title_case(owner) if owner.isupper() else owner
    return re.sub(r"(?<=[gdnt])s$", "", " ".join(name.split()).rstrip(" (,"))


def _name_in(line: str) -> str | None:
    match = _NAMED.search(line)
    if match is not None:
        name = (match["for"] or match["compound"]).strip(" ,")
        if match["for"] is None:
            name = _BEFORE.sub("", name)
            name = _NAMES.get(name.lower(), _definite(name))
        return name
    met = _MEETING_IN.search(line)
    if met is not None:
        return met["name"]
    lower = line.lower()
    for word, name in _MEETING_WORDS.items():
        place = lower.find(word)
        if place >= 0:
            start = lower.rfind(" ", 0, place) + 1
            prefix = line[start:place]
            if prefix and not word.isalpha():
                continue  # an abbreviation names no part of a longer word
            if prefix:
                return prefix[0].upper() + prefix[1:] + name[0].lower() + name[1:]
            return name
    for word in re.findall(r"[\wæøåÆØÅ-]+", lower):
        if word in _NAMES:
            return _NAMES[word]
    return None


def _title_case(line: str) -> str:
    """TEKNIK- OG MILJØUDVALGET as a name is written: small joining words, capitals elsewhere."""
    words = (
        word if word in ("og", "for", "i", "af", "samt", "&") else word[:1].upper() + word[1:]
        for word in line.lower().split()
    )
    return " ".join(words)


def _definite(name: str) -> str:
    """``Kulturudvalg`` in its definite form; a name with its place (``Lerbæk Ældreråd``) stays as printed."""
    if " " in name and not re.search(r" (?:og|&|samt) |-,? ", name):
        return name
    for ending, definite in (
        ("udvalg", "udvalget"),
        ("råd", "rådet"),
        ("bestyrelse", "bestyrelsen"),
        ("nævn", "nævnet"),
        ("kommission", "kommissionen"),
    ):
        if name.endswith(ending):
            return name[: -len(ending)] + definite
    return name
