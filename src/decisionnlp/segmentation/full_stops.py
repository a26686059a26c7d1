"""Which full stops inside a paragraph end a sentence, and which belong to an abbreviation, an ordinal or a date."""

from __future__ import annotations

import re

from decisionnlp import lexicons
from decisionnlp.segmentation.line_joins import BULLETS

_ABBREVIATIONS = lexicons.load("abbreviations")
_EDGES = lexicons.load("sentence_edges")

_INNER = frozenset(_ABBREVIATIONS["inner"])
_FINAL = frozenset(_ABBREVIATIONS["final"])
_AFTER_ORDINAL = frozenset(_ABBREVIATIONS["after_ordinal"])
_MONTHS = frozenset(_EDGES["short_months"])
# Rulers written with an ordinal before a name (streets, palaces): the full stop is the ordinal's.
_RULERS = frozenset(_EDGES["rulers"])
# Before a lone capital these say that it is a name of an option, not an initial.
_OPTION_WORDS = frozenset(_EDGES["option_words"])
# Where a sentence may end: a terminator with its closing marks and white space; a full stop glued to the next sentence;
# the blank before an inline bullet or an inline "2. at …".
_CANDIDATE = re.compile(
    r"(?=[.!?…\s])(?:(?P<stop>[.!?…]+)(?P<close>[\"'”»«’)\]]*)(?P<space>\s+)(?=\S)"
    r"|(?<=[a-zæøå]{3})(?P<glued>[.!?])(?=[A-ZÆØÅ][a-zæøå]+[\s,])"
    r"|(?<=\S)(?P<bullet>\s+)(?=[•▪●\uf0b7\uf0a7]\s)"
    r"|(?<=[,;.:)])(?P<point>\s+)(?=\(?\d{1,2}[.)]\s?at\s))"
)
# The same without the blanks: what stands in most paragraphs. (It begins with the terminator, which is found fast, and tries a
# row of them once.)
_TERMINATOR = re.compile(
    r"(?P<stop>[.!?…](?<![.!?…].)[.!?…]*)(?:(?P<close>[\"'”»«’)\]]*)(?P<space>\s+)(?=\S)|(?<=[a-zæøå]{3}[.!?])(?P<glued>)(?=[A-ZÆØÅ][a-zæøå]+[\s,]))"
)
# What the blanks stand before.
_LISTED = re.compile(r"[•▪●\uf0b7\uf0a7.)](?:\s(?<=[^.)].)|(?<=[.)])\s?at\s)")
_LABEL = re.compile(
    rf"\s*(?:[{BULLETS}]\s*|[-–—*]\s+)?(?:(?:Ad|At|Punkt|Pkt|Sag|Nr)\.?\s?)?(?:nr\.\s?)?\(?(?:\d{{1,4}}[a-zA-Z]?|\d{{1,2}}\.\d{{1,2}}|[a-zA-Z]|[ivx]{{2,4}})[.)]\s+"
)
_LABEL_SIGNS = "AaPSNnivx"  # the letters that more of a label may follow
_INITIALS = re.compile(r"(?:[A-ZÆØÅ]\.?-?)+$")
_DOTTED = re.compile(r"[a-zæøå]{1,4}(?:\.[a-zæøå]{1,5})+$")
_NUMBER = re.compile(r"\d{1,4}$")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_NEXT = re.compile(r"[^\W\d_]+")
# "… i kredsen. b) Kassereren fortalte": an entry of a list by letter that runs on in its line.
_ENTRY = re.compile(r"[a-l][.)] ?(?=[A-ZÆØÅ\"”»])")
_OPENERS = "\"'”“„»«‘’(["


def stops(masked: str, start: int, end: int) -> list[int]:
    """Offsets inside the paragraph ``masked[start:end]`` at which a new sentence begins, in order."""
    cuts: list[int] = []
    guard = _behind_label(masked, start, end)
    opened = start  # where the current sentence began
    pattern = _CANDIDATE if _LISTED.search(masked, start, end) else _TERMINATOR
    for match in pattern.finditer(masked, start, end):
        if match.end() <= guard or match.end() >= end:
            continue
        if match["space"] is not None:
            if not _ends(masked, match, opened, end):
                continue
        elif match["glued"] is not None and _address(masked, match.start()):
            continue
        cuts.append(match.end())
        opened = match.end()
        guard = _behind_label(masked, opened, end)
    return cuts


def _behind_label(masked: str, place: int, end: int) -> int:
    """Where the words begin that stand at ``place``, behind a label."""
    sign = masked[place]
    if sign.isalpha() and sign not in _LABEL_SIGNS and masked[place + 1 : place + 2] not in (".", ")"):
        return place  # a word: a cheap look
    label = _LABEL.match(masked, place, end)
    return label.end() if label else place


def _address(masked: str, stop: int) -> bool:
    """Whether the full stop at ``stop`` stands inside a mail or web address or a file name."""
    first = max(masked.rfind(" ", 0, stop), masked.rfind("\n", 0, stop)) + 1
    token = masked[first : stop + 1]
    return "@" in token or "www" in token or "/" in token or "\\" in token


def _ends(masked: str, match: re.Match[str], opened: int, end: int) -> bool:
    """Whether the terminator that ``match`` found ends the sentence that began at ``opened``."""
    stop, close = match["stop"], match["close"]
    place = match.end()
    following = masked[place]
    if following in _OPENERS and place + 1 < end:
        after = masked[place + 1]
        begins = after.isupper() or after.isdigit() or (after in "-–.")
        quoted = True
    else:
        begins = following.isupper() or following.isdigit() or following in "-–—§" or following in BULLETS
        begins = begins or _ENTRY.match(masked, place) is not None
        quoted = False
    if not begins:
        return False
    if "?" in stop or "!" in stop:
        return not (
            following in "-–—" and masked[place + 1 : place + 2] == " " and masked[place + 2 : place + 3].islower()
        )
    if len(stop) > 1 or stop == "…":
        return following.isupper() or quoted
    if following in "-–—" and (masked[place + 1 : place + 2].isspace() and masked[place + 2 : place + 3].islower()):
        return False
    token = _token_before(masked, match.start(), opened)
    if not token:
        # A full stop standing alone, or after an opening mark.
        return following.isupper()
    lower = token.lower()
    if ")" in close or "]" in close:
        return not (lower in _INNER or lower in _FINAL or _INITIALS.match(token)) or not _inside_brackets_only(
            masked, match, opened
        )
    word = _NEXT.match(masked, place + (1 if quoted else 0))
    after_word = word.group().lower() if word else ""
    if _NUMBER.match(token):
        return _number_ends(masked, match, token, opened, following, after_word)
    if len(token) == 1 and token.isalpha() and token.isupper():
        if following.isupper() and masked[place + 1 : place + 2] == ".":
            return False
        return _capital_ends(masked, match.start() - 1, opened)
    if _INITIALS.match(token) and "." in token:
        return not following.isupper()
    if token.isupper() and len(token) > 1:
        return True
    if lower in _MONTHS:
        return not following.isdigit()
    if lower == "min" and _token_before(masked, match.start() - len(token), opened)[-1:].isdigit():
        return following.isupper()
    if lower in _INNER:
        return False
    if lower in _FINAL or _DOTTED.match(token):
        if following.isdigit() or following in "(-–—" or after_word in ("kr", "kroner"):
            return False
        return following.isupper() or quoted or following in BULLETS
    if following in "-–—":
        return True
    return True


def _inside_brackets_only(masked: str, match: re.Match[str], opened: int) -> bool:
    """Whether the bracket closed here was opened within this sentence (then a full stop in it was an abbreviation's)."""
    return "(" in masked[opened : match.start()] or "[" in masked[opened : match.start()]


def _token_before(masked: str, place: int, opened: int) -> str:
    position = place
    while position > opened and masked[position - 1].isspace():
        position -= 1
    last = position
    while position > opened and not masked[position - 1].isspace():
        position -= 1
    return masked[position:last].lstrip("\"'”“„»«‘’([-–").rstrip("\"'”»’)].,")


def _number_ends(masked: str, match: re.Match[str], token: str, opened: int, following: str, after_word: str) -> bool:
    if after_word in _AFTER_ORDINAL or after_word in ("og", "eller", "til", "samt"):
        return False
    if following in "-–—":
        # "1. - 2. kvartal" is a range; after a year or an amount a dash opens the next speaker or item.
        return bool(_YEAR.match(token))
    before = _token_before(masked, match.start() - len(token), opened).lower()
    if following.isdigit():
        return bool(_YEAR.match(token)) and before not in ("nr", "pkt", "sag")
    if before in _RULERS and len(token) <= 2:
        return False
    return bool(before)


def _capital_ends(masked: str, place: int, opened: int) -> bool:
    """A lone capital with a full stop: an initial before a name, or the name of an option at the end of a sentence."""
    before = _token_before(masked, place, opened)
    if not before:
        return False
    if before.lower() in _OPTION_WORDS:
        return True
    if before in ("og", "eller", "samt"):
        # "V, C og O." lists letters, "Ø. Lund og Å. Friis" lists names.
        earlier = _token_before(masked, masked.rindex(before, opened, place), opened)
        return len(earlier) == 1 and earlier.isupper()
    return before[0].islower() or before[0].isdigit()
