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
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from decisionnlp import lexicons
from decisionnlp.document import Minutes, Span, ZoneKind
from decisionnlp.extraction.vocabulary import is_acronym, is_given_name, is_surname, noun_kind, starters, verb_kind

_WORD = re.compile(r"[A-ZÆØÅÉÖÄÜŠŽĐČĆ][^\W\d_]*(?:[-’'´][^\W\d_]+)*")
_INITIAL = re.compile(r"[A-ZÆØÅ]\.?(?=[ \u00a0]+[A-ZÆØÅ])|[A-ZÆØÅ]\.")
_PARTICLE = re.compile(
    r"(?:van der|van den|van|von|de la|de|der|del|la|el|al|bin|ben|ibn|da)(?=[ \u00a0]{1,2}[A-ZÆØÅ]|[ \u00a0]?\n[A-ZÆØÅ])"
)
_GAP = re.compile(r"[ \u00a0]{1,2}(?=\S)")
_BREAK = re.compile(r"[ \t\u00a0]{0,4}\r?\n[ \t\u00a0]{0,8}(?=\S)")
_PARTY = (
    r"(?:[A-ZÆØÅ]|SF|DF|LA|EL|RV|NB|KD|KF|DD|UFP|Liste [A-ZÆØÅ]|S|V|[Ll]øsgænger(?:en)?|[Uu]den for parti(?:erne)?|Socialdemokrati\w*|Venstre|Enhedslisten"
    r"|Konservativ\w*|Radikale(?: Venstre)?|Socialistisk Folkeparti|Dansk Folkeparti|Liberal Alliance|Alternativet|Nye Borgerlige|Moderaterne"
    r"|Danmarksdemokraterne|Kristendemokraterne|Borgerlisten|[A-ZÆØÅ][a-zæøå]*listen|Schleswigsche Partei)"
)
_PARTY_AFTER = re.compile(
    rf"[ \u00a0]?\(\s?(?:gruppe )?{_PARTY}(?:\s?[,/+]\s?{_PARTY}){{0,3}}\s?\)|,? \[{_PARTY}\]|, {_PARTY}(?=[,;.\n]|$)"
)
_PARTY_BEFORE = re.compile(rf"(?:\({_PARTY}\)|\b(?:Liste|Gruppe) [A-ZÆØÅ]:?|^{_PARTY}:)[ \u00a0]?$", re.MULTILINE)
_INITIALS_AFTER = re.compile(r"[ \u00a0]?\((?P<letters>[A-ZÆØÅ]{2,4})\)")
_NO_NAME_BEFORE = re.compile(r"([\w/.]+)[ \u00a0]$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:•·–—\n-])[ \t\u00a0]*$")
_SEN = re.compile(r"(?P<dot>\.?)[ \u00a0](?:[A-ZÆØÅ]\.[ \u00a0])?(?P<surname>[A-ZÆØÅ][a-zæøåéü]+(?:sen|ssøn|szon))s?\b")
_NEXT = re.compile(r"s?[ \u00a0]([\w/]+)")
_NAME_FOLLOWS = re.compile(r"[ \u00a0][A-ZÆØÅ]")
_NUMBER_BEFORE = re.compile(r"\d\.? ?$")
_BESIDE = re.compile(r"(?:,| og| &)\s([A-ZÆØÅ][\wæøå-]+)")
_AHEAD = re.compile(r"([A-ZÆØÅ][\wæøå-]+)(?:,| og| &)\s$")
_MONTHS = frozenset(("Maj", "August"))
_LIST_ENTRY = re.compile(
    r"(?:(?<=[,;:\n•])|^)[ \t\u00a0]*(?P<name>[A-ZÆØÅ][^\W\d_]+(?:[ \u00a0](?:[A-ZÆØÅ]\.|[A-ZÆØÅ][^\W\d_]+(?:-[^\W\d_]+)*)){1,3})(?=[ \t\u00a0]*(?:[,;.(\n]|og\b|$))"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text; ``key`` identifies the person within the document (lower-case words, without genitive *s*)."""

    start: int
    end: int
    words: tuple[str, ...]
    in_office: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        return self.words


@dataclass(frozen=True, slots=True)
class Person:
    """Who is behind the mentions: ``spans`` in the text without a genitive *s*, in order."""

    key: tuple[str, ...]
    in_office: bool
    spans: tuple[Span, ...]


@cache
def _lexicon(table: str, key: str) -> frozenset[str]:
    return frozenset(lexicons.load("privacy")[table][key])


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(word for word in _lexicon("ambiguous_given_names", "names") if not word.endswith("_"))


@cache
def _titles() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """(a title that ends before a name, a title right behind one)."""
    rows = [row.split() for row in lexicons.load("privacy")["offices"]["forms"]]
    every = "|".join(sorted({form for row in rows for form in row}, key=len, reverse=True))
    base = "|".join(sorted({row[0] for row in rows}, key=len, reverse=True))
    of = r"(?: (?:for|i|på|af|ved) [A-ZÆØÅ][\wæøåÆØÅ-]+(?:(?:,| og| &)? [A-ZÆØÅ][\wæøå-]+){0,4})?"
    before = re.compile(
        rf"(?<![\w])[\wæøåÆØÅ-]{{0,30}}(?:{every}){of}[ \u00a0]?[:,]?[ \u00a0]?(?:\n[ ]{{0,8}})?(?:[A-ZÆØÅ][^/\n]{{2,50}}/\s{{0,3}})?$",
        re.IGNORECASE,
    )
    behind = re.compile(
        rf"(?:,[ \u00a0]|[ \u00a0]?\(|[ \u00a0][-–][ \u00a0])\s?(?:[\wæøå-]{{2,20}} ){{0,2}}[\wæøåÆØÅ-]{{0,30}}(?:{base})(?![\w])(?![ \u00a0]?:?[ \u00a0][A-ZÆØÅ][a-zæøå])"
        rf"|[ \u00a0]?\((?:[\wæøå-]{{2,20}} ){{0,2}}[\wæøåÆØÅ-]{{0,30}}(?:{every})(?![\w])",
        re.IGNORECASE,
    )
    return before, behind


@cache
def _private_cue() -> re.Pattern[str]:
    cues = "|".join(sorted(map(re.escape, _lexicon("private_cues", "words")), key=len, reverse=True))
    return re.compile(rf"(?<![\w])(?:{cues})[ \u00a0]{{0,2}}$", re.IGNORECASE)


def find_persons(minutes: Minutes) -> list[Person]:
    """Every person named in the document, in order of the first mention."""
    text = minutes.source.text
    mentions = _with_surnames(text, _without_genitive(_distinct([*_by_names(text), *_by_lists(minutes)])))
    official = _official_keys(minutes)
    identities = _identities(mentions)
    spans: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    in_office: dict[tuple[str, ...], bool] = defaultdict(bool)
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


# -- mentions -------------------------------------------------------------------------------------------------------------


def _by_names(text: str) -> Iterator[Mention]:
    position = 0
    for match in _WORD.finditer(text):
        start = match.start()
        if start < position or (start and (text[start - 1].isalnum() or text[start - 1] in "-@&")):
            continue
        known = _given(match.group()) is not None
        cue = None if known else _private_cue().search(text, max(0, start - 16), start)
        cued = cue is not None and match.group() not in starters() and noun_kind(match.group().lower()) is None
        if not (known or cued or _before_surname(text, match)):
            continue
        end = _name_end(text, match, shouting=match.group().isupper() and len(match.group()) > 2)
        if (
            cued
            and cue is not None
            and end == match.end()
            and cue.group().strip().lower() not in _lexicon("private_cues", "forms_of_address")
        ):
            continue  # one word behind "naboen" may be anything
        found = _mention(text, start, end, cued=cued)
        if found is not None:
            position = found.end
            yield found


def _given(word: str) -> str | None:
    """The given name that a capitalised word is, also in capitals and in the genitive."""
    if word.isupper() and len(word) > 2:
        word = word.title()
    if _is_given(word):
        return word
    return word[:-1] if word.endswith("s") and len(word) > 3 and _is_given(word[:-1]) else None


def _surname(lower: str) -> bool:
    """Whether a word reads as a surname: by its ending, but not the nouns in -elsen (Udførelsen, but Nielsen)."""
    return is_surname(lower) and (not lower.endswith("elsen") or lower in _lexicon("surnames_in_elsen", "names"))


def _is_given(word: str) -> bool:
    return is_given_name(word) or word in _more_names()


@cache
def _more_names() -> frozenset[str]:
    return frozenset(lexicons.load("privacy")["more_given_names"]["names"].split())


def _before_surname(text: str, match: re.Match[str]) -> bool:
    """``K. Hansen``, ``Zsofia Nielsen``: an initial or an unknown word before a surname in -sen."""
    word = match.group()
    if len(word) > 1 and (
        noun_kind(word.lower()) or word in starters() or word.isupper() or word.lower() in _lexicon("things", "before")
    ):
        return False
    follow = _SEN.match(text, match.end())
    if follow is None or (follow.group("dot") and len(word) > 1):
        return False
    surname = follow.group("surname").lower()
    return noun_kind(surname) is None and (not surname.endswith("elsen") or _surname(surname))


def _name_end(text: str, first: re.Match[str], *, shouting: bool) -> int:
    """End of the name that begins with ``first``."""
    end = first.end()
    count = 1
    surnamed = False
    while count < 6:
        gap = _GAP.match(text, end)
        broken = None if gap else _BREAK.match(text, end)
        if text.startswith(".", end) and end - first.start() == 1:
            end += 1  # K. Hansen
            continue
        gap = gap or broken
        if gap is None:
            break
        at = gap.end()
        if particle := _PARTICLE.match(text, at):
            word = _WORD.search(text, particle.end())
            assert word is not None  # the particle looks ahead for it
            end = word.end()
            count += 2
            continue
        initial = _INITIAL.match(text, at)
        if initial and not broken and (initial.end() == len(text) or not text[initial.end()].isalnum()):
            end = initial.end()
            count += 1
            continue
        word = _WORD.match(text, at)
        if word is None:
            break
        # Over a line break a word belongs to the name where it reads as a surname, or follows it elsewhere on one line.
        told = broken is not None and f"{first.group()} {word.group()}" in text
        if not told and not _continues(word.group(), broken=broken is not None, count=count, shouting=shouting):
            break
        known = _given(word.group()) is not None
        if known and surnamed and _NAME_FOLLOWS.match(text, word.end()):
            break  # the next name of a list without commas
        surnamed = not known
        end = word.end()
        count += 1
    return end


def _continues(word: str, *, broken: bool, count: int, shouting: bool) -> bool:
    lower = word.lower()
    kind = noun_kind(lower)
    if kind and not _surname(lower) and (broken or count > 1 or kind != ("person", False)):
        return False  # but Viola Præst
    if (
        word in _lexicon("things", "stops")
        or lower in _lexicon("things", "words")
        or (word.isupper() and not shouting and (is_acronym(word) or len(word) < 2))
    ):
        return False
    if broken:
        return count == 1 and (_surname(lower) or _surname(lower.removesuffix("s"))) and not is_given_name(word)
    return True


def _mention(text: str, start: int, end: int, *, cued: bool) -> Mention | None:
    """The mention ``text[start:end]``, or None where it names a street, a firm, a month or a unit."""
    name = text[start:end]
    raw = [word for word in re.split(r"\s+", name) if word]
    before = _NO_NAME_BEFORE.search(text, max(0, start - 24), start)
    if before and before.group(1).lower() in _lexicon("things", "before"):
        return None
    follow = _NEXT.match(text, end)
    if follow and follow.group(1).lower() in _lexicon("things", "words"):
        return None
    if (
        len(raw) > 1
        and raw[-1].lower() in _lexicon("things", "after_genitive")
        and raw[-2].endswith("s")
        and not is_given_name(raw[-2])
    ):
        return None  # Anna Anchers Hus, but Hanne Bro
    hyphen = text[end : end + 1] in ("-", "/") and text[end + 1 : end + 2].isalpha()
    if hyphen and text[end : end + 1] == "-":
        return None  # Anna-projektet
    words = [_given(word) or word if index == 0 else word for index, word in enumerate(raw)]
    if len(words) == 1 and not cued:
        single = words[0]
        ambiguous = len(single) < 2 or (single.split("-")[0] in _ambiguous() and not _in_company(text, start, end))
        if ambiguous or (single in starters() and _SENTENCE_START.search(text, max(0, start - 6), start)):
            return None
    last = _stem(raw[-1], alone=len(raw) == 1)
    end -= len(raw[-1]) - len(last)
    key = tuple(word.lower().strip(".") for word in (*([*words[:-1]] if len(words) > 1 else []), last))
    return Mention(start, end, key, _acts(text, start, end))


def _in_company(text: str, start: int, end: int) -> bool:
    """Whether a word that may be a name acts like one: a verb or a colon behind it, or another given name beside it."""
    if text[end : end + 1] == ":" and _SENTENCE_START.search(text, max(0, start - 6), start):
        return True
    follow = _NEXT.match(text, end)
    if follow:
        word = follow.group(1)
        if verb_kind(word.lower()) in ("present", "past", "modal", "past_modal") and not _NUMBER_BEFORE.search(
            text, max(0, start - 5), start
        ):
            return True
    beside = _BESIDE.match(text, end)
    if beside and is_given_name(beside.group(1)):
        return True
    ahead = _AHEAD.search(text, max(0, start - 24), start)
    return ahead is not None and is_given_name(ahead.group(1)) and ahead.group(1) not in _MONTHS


def _stem(word: str, *, alone: bool) -> str:
    """A last word of a name without its genitive *s*: Hansens, Mettes, but Jens, Nicolas, Paaskes stays unless known."""
    if not word.endswith("s") or (is_given_name(word) and alone):
        return word
    bare = word[:-1].rstrip("'’")
    return bare if is_given_name(bare) or (_surname(bare.lower()) and not _surname(word.lower())) else word


def _acts(text: str, start: int, end: int) -> bool:
    """Whether the words around a name give it a title or a party."""
    before, behind = _titles()
    if behind.match(text, end) or _PARTY_BEFORE.search(text, max(0, start - 14), start):
        return True
    party = _PARTY_AFTER.match(text, end)
    initials = _INITIALS_AFTER.match(text, end)
    if party and not (initials and _are_initials(initials.group("letters"), text[start:end])):
        return True
    return before.search(text, max(0, start - 110), start) is not None


def _are_initials(letters: str, name: str) -> bool:
    words = name.split()
    return (
        len(letters) > 1
        and len(words) > 1
        and letters[0] == words[0][0]
        and letters[-1] in words[-1].upper()
        and len(letters) <= 4
    )


def _by_lists(minutes: Minutes) -> Iterator[Mention]:
    """Entries of attendance lists, also with names that no lexicon has."""
    text = minutes.source.text
    for sentence in minutes.sentences():
        if sentence.zone is not ZoneKind.ATTENDANCE:
            continue
        for match in _LIST_ENTRY.finditer(text, sentence.start, sentence.end):
            words = match.group("name").split()
            if any(noun_kind(word.lower()) and not _surname(word.lower()) for word in words) or words[0] in starters():
                continue
            found = _mention(text, match.start("name"), match.end("name"), cued=True)
            if found is not None:
                yield found


def _distinct(mentions: list[Mention]) -> list[Mention]:
    """Without overlaps: the longer of two."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start > kept[-1].end - kept[-1].start:
                kept[-1] = mention
        else:
            kept.append(mention)
    return kept


def _without_genitive(mentions: list[Mention]) -> list[Mention]:
    """``Mette Holms`` is Mette Holm, where she is named so elsewhere."""
    keys = {mention.key for mention in mentions}
    found = []
    for mention in mentions:
        bare = (*mention.words[:-1], mention.words[-1].removesuffix("s"))
        genitive = bare != mention.words and len(bare) > 1 and bare in keys
        found.append(Mention(mention.start, mention.end - 1, bare, mention.in_office) if genitive else mention)
    return found


def _with_surnames(text: str, mentions: list[Mention]) -> list[Mention]:
    """Mentions by surname alone (``Holm svarede``), where the document has one full name with it."""
    owners: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for mention in mentions:
        if len(mention.words) > 1 and len(mention.words[-1]) > 3:
            owners[mention.words[-1]].add(mention.words)
    names = {surname: next(iter(keys)) for surname, keys in owners.items() if len(keys) == 1}
    if not names:
        return mentions
    found = list(mentions)
    taken = {offset for mention in mentions for offset in range(mention.start, mention.end)}
    for match in _WORD.finditer(text):
        word = match.group().lower()
        surname = word if word in names else word.removesuffix("s")
        if surname not in names or match.start() in taken:
            continue
        start, end = match.start(), match.start() + len(surname)
        sure = surname.endswith("sen") or not _SENTENCE_START.search(text, max(0, start - 6), start)
        if sure and _mention(text, start, match.end(), cued=True) is not None:
            found.append(Mention(start, end, names[surname], _acts(text, start, end)))
    return sorted(found, key=lambda one: one.start)


# -- who is who -----------------------------------------------------------------------------------------------------------


def _identities(mentions: list[Mention]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The person behind each key: shorter forms belong to the one longer name that fits."""
    keys = {mention.key for mention in mentions}
    full = [key for key in keys if len(key) > 1]
    found = {key: key for key in keys}
    for key in keys:
        if len(key) == 1:
            fitting = {longer for longer in full if longer[0] == key[0]} or {
                longer for longer in full if longer[-1] == key[0]
            }
        else:  # Mette Holm is Mette K. Holm, where there is one such
            fitting = {
                longer for longer in full if len(longer) > len(key) and longer[0] == key[0] and longer[-1] == key[-1]
            }
        merged = {
            max(
                (other for other in fitting if other[0] == one[0] and other[-1] == one[-1]),
                key=lambda other: (len(other), other),
            )
            for one in fitting
        }
        if len(merged) == 1:
            found[key] = merged.pop()
    return found


def _settle_bare_names(in_office: dict[tuple[str, ...], bool]) -> None:
    """A bare given name that may be several persons is in office only where all of them are."""
    for key in [key for key in in_office if len(key) == 1]:
        namesakes = [held for other, held in in_office.items() if len(other) > 1 and other[0] == key[0]]
        if len(namesakes) > 1:
            in_office[key] = all(namesakes)


def _official_keys(minutes: Minutes) -> set[tuple[str, ...]]:
    """Names of those who vote, were inhabile, or are on the attendance list of an elected body."""
    names: list[str] = []
    for item in minutes.items:
        names += [name for vote in item.votes for name in vote.names]
        names += [given.name for given in item.disqualifications]
    found = {tuple(word.lower().strip(".") for word in name.split()) for name in names}
    text = minutes.source.text
    for meeting in minutes.meetings:
        body = (meeting.body or "").lower()
        appointed = any(word in body for word in _lexicon("elected_bodies", "but_not"))
        if appointed or not any(word in body for word in _lexicon("elected_bodies", "words")):
            continue
        for sentence in meeting.all_sentences():
            if sentence.zone is ZoneKind.ATTENDANCE:
                piece = text[sentence.start : sentence.end]
                found |= {mention.key for mention in _by_names(piece)}
                found |= {
                    tuple(word.lower().strip(".") for word in match.group("name").split())
                    for match in _LIST_ENTRY.finditer(piece)
                }
    return found


def _initials(
    text: str, mentions: list[Mention], identities: dict[tuple[str, ...], tuple[str, ...]]
) -> dict[tuple[str, ...], list[Span]]:
    """``Mette Holm (MH)``: where else the letters stand they are the person."""
    letters: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for mention in mentions:
        match = _INITIALS_AFTER.match(text, mention.end)
        if match and _are_initials(match.group("letters"), text[mention.start : mention.end]):
            letters[match.group("letters")].add(identities[mention.key])
    found: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    for short, keys in letters.items():
        if len(keys) == 1:
            found[next(iter(keys))] += [
                Span(*match.span()) for match in re.finditer(rf"(?<![\w-]){short}(?![\w-])", text)
            ]
    return found
