"""Where a text names a person: given names with what follows them, names after telling words, surnames, list entries."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from decisionnlp import lexicons
from decisionnlp.document import Minutes, ZoneKind
from decisionnlp.extraction.vocabulary import is_acronym, is_given_name, is_surname, noun_kind, starters, verb_kind
from decisionnlp.privacy.offices import acts_in_office

_WORD = re.compile(r"[A-ZÆØÅÉÖÄÜŠŽĐČĆ][^\W\d_]*(?:[-’'´][^\W\d_]+)*")
_INITIAL = re.compile(r"[A-ZÆØÅ]\.?(?=[ \u00a0]+[A-ZÆØÅ])|[A-ZÆØÅ]\.")
_PARTICLE = re.compile(
    r"(?:van der|van den|van|von|de la|de|der|del|la|el|al|bin|ben|ibn|da)(?=[ \u00a0]{1,2}[A-ZÆØÅ]|[ \u00a0]?\n[A-ZÆØÅ])"
)
_PAIR = re.compile(r"([A-ZÆØÅ][^\W\d_]+(?:-[^\W\d_]+)*) (?=([A-ZÆØÅ][^\W\d_]+(?:-[^\W\d_]+)*))")
_GAP = re.compile(r"[ \u00a0]{1,2}(?=\S)")
_BREAK = re.compile(r"[ \t\u00a0]{0,4}\r?\n[ \t\u00a0]{0,8}(?=\S)")
_NO_NAME_BEFORE = re.compile(r"([\w/.]+)[ \u00a0]$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:•·–—\n-])[ \t\u00a0]*$")
_SEN = re.compile(r"(?P<dot>\.?)[ \u00a0](?:[A-ZÆØÅ]\.[ \u00a0])?(?P<surname>[A-ZÆØÅ][a-zæøåéü]+(?:sen|ssøn|szon))s?\b")
_NEXT = re.compile(r"s?[ \u00a0]([\w/]+)")
_NAME_FOLLOWS = re.compile(r"[ \u00a0][A-ZÆØÅ]")
_NUMBER_BEFORE = re.compile(r"\d\.? ?$")
_BESIDE = re.compile(r"(?:,| og| &)\s([A-ZÆØÅ][\wæøå-]+)")
_AHEAD = re.compile(r"([A-ZÆØÅ][\wæøå-]+)(?:,| og| &)\s$")
_MONTHS = frozenset(("Maj", "August"))
LIST_ENTRY = re.compile(
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


@cache
def words_of(table: str, key: str) -> frozenset[str]:
    return frozenset(lexicons.load("privacy")[table][key])


@cache
def _ambiguous() -> frozenset[str]:
    return words_of("ambiguous_given_names", "names")


@cache
def _private_cue() -> re.Pattern[str]:
    cues = "|".join(sorted(map(re.escape, words_of("private_cues", "words")), key=len, reverse=True))
    return re.compile(rf"(?<![\w])(?:{cues})[ \u00a0]{{0,2}}$", re.IGNORECASE)


def find_mentions(minutes: Minutes) -> list[Mention]:
    """Every mention of a person, in order, without overlaps."""
    text = minutes.source.text
    return _with_surnames(text, _without_genitive(_distinct([*by_names(text), *_by_lists(minutes)])))


def by_names(text: str) -> Iterator[Mention]:
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
            and cue.group().strip().lower() not in words_of("private_cues", "forms_of_address")
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
    return is_surname(lower) and (not lower.endswith("elsen") or lower in words_of("surnames_in_elsen", "names"))


def _is_given(word: str) -> bool:
    return is_given_name(word) or word in _more_names()


@cache
def _more_names() -> frozenset[str]:
    return frozenset(lexicons.load("privacy")["more_given_names"]["names"].split())


def _before_surname(text: str, match: re.Match[str]) -> bool:
    """``K. Hansen``, ``Zsofia Nielsen``: an initial or an unknown word before a surname in -sen."""
    word = match.group()
    if len(word) > 1 and (
        noun_kind(word.lower()) or word in starters() or word.isupper() or word.lower() in words_of("things", "before")
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
        told = broken is not None and (first.group(), word.group()) in _told_pairs(text)
        if not told and not _continues(word.group(), broken=broken is not None, count=count, shouting=shouting):
            break
        known = _given(word.group()) is not None
        if known and surnamed and _NAME_FOLLOWS.match(text, word.end()):
            break  # the next name of a list without commas
        surnamed = not known
        end = word.end()
        count += 1
    return end


@lru_cache(maxsize=2)
def _told_pairs(text: str) -> frozenset[tuple[str, str]]:
    """Capitalised words that stand side by side on a line."""
    return frozenset(match.groups() for match in _PAIR.finditer(text))  # type: ignore[misc]


def _continues(word: str, *, broken: bool, count: int, shouting: bool) -> bool:
    lower = word.lower()
    kind = noun_kind(lower)
    if kind and not _surname(lower) and (broken or count > 1 or kind != ("person", False)):
        return False  # but Viola Præst
    if (
        word in words_of("things", "stops")
        or lower in words_of("things", "words")
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
    if before and before.group(1).lower() in words_of("things", "before"):
        return None
    follow = _NEXT.match(text, end)
    if follow and follow.group(1).lower() in words_of("things", "words"):
        return None
    if (
        len(raw) > 1
        and raw[-1].lower() in words_of("things", "after_genitive")
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
    return Mention(start, end, key, acts_in_office(text, start, end))


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


def _by_lists(minutes: Minutes) -> Iterator[Mention]:
    """Entries of attendance lists, also with names that no lexicon has."""
    text = minutes.source.text
    for sentence in minutes.sentences():
        if sentence.zone is not ZoneKind.ATTENDANCE:
            continue
        for match in LIST_ENTRY.finditer(text, sentence.start, sentence.end):
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
            found.append(Mention(start, end, names[surname], acts_in_office(text, start, end)))
    return sorted(found, key=lambda one: one.start)
