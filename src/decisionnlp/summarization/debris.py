"""What stands between the sentences of a bilag: headings, captions, tables, addresses, contents lists, questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from decisionnlp import lexicons
from decisionnlp.document import SentenceKind
from decisionnlp.summarization.centrality import terms
from decisionnlp.summarization.pieces import BULLET, DANGLING, ENDED, LABEL, LETTER, Piece

_DEBRIS = lexicons.load("summary_debris")
_LEXICON = lexicons.load("summary_openings")
RULES = [
    (name, re.compile("(?:" + "|".join(patterns) + ")", re.IGNORECASE))
    for name, patterns in _DEBRIS.items()
    if name != "contact"
]
_CONTACT = re.compile("(?:" + "|".join(_DEBRIS["contact"]) + ")", re.IGNORECASE)
NOTE = re.compile(r"(?:kilde\w*|note\w*|anm\w*)\.?\s?\d?[:.]", re.IGNORECASE)
_QUESTION = re.compile(r"\?[\"'”»’)\]]*$")
_QUOTED = re.compile(r"[»„“”\"].{12,}[«”“\"],? |[»„“”\"].{12,}[«”“\"]\.?$")
# A verb that can be told by its place behind a definite subject ("Beløbet rækker"), or a passive by its ending alone.
_PREDICATE = re.compile(r"\b(?:[Dd]e|[Dd]er|[Vv]i|[Mm]an|\w{3,}(?:en|et|erne|ene)) \w{2,}(?:er|år|ør|te|de|es|ås)\b")
_PASSIVE = re.compile(r"(?<= )[a-zæøå]{3,}(?<!n)(?:e|å)s(?= )")
_NO_PASSIVES = frozenset(_LEXICON["no_passives"].split())
_PARAGRAPH = re.compile(r"[ \t]*\r?\n[ \t]*(?:\r?\n|\Z)|\s*\Z")
_LONG = 14  # words from which on a sentence without its full stop is more likely a sentence than a row of cells
_VERBLESS = 10  # words from which on a sentence is taken to hold a verb
_LONGEST = 2000  # characters; what is longer is no sentence but a text that lost its full stops
_TITLE_TERMS, _TITLE_SHARE = (
    4,
    0.75,
)  # terms that a line must have at least, and the share of them that must be in the title
_RULED = 400  # characters up to which a piece can be a caption, a pointer or an entry of a contents list
_NUMBERS = re.compile(r"\d[\d.,]*")


@cache
def _verbs() -> frozenset[str]:
    """Finite forms that can be told by the word alone."""
    found = set(lexicons.load("summary_openings")["pronoun"]["verbs"])
    for table in lexicons.load("verb_forms").values():
        if isinstance(table, dict):
            for verb in str(table.get("verbs", "")).replace("_", "").split():
                found |= {f"{verb}r", f"{verb}s", f"{verb}de", f"{verb}des", f"{verb[:-1]}te", f"{verb[:-1]}tes"}
    return frozenset(found)


def is_heading(text: str, pieces: Sequence[Piece], index: int) -> bool:
    piece = pieces[index]
    if NOTE.match(piece.text) or RULES[0][1].match(piece.text):
        return False
    if piece.kind is SentenceKind.HEADING:
        return True
    if piece.kind is SentenceKind.CELL or not _looks_like_heading(piece.text) or not _own_line(text, piece):
        return False
    for following in pieces[index + 1 : index + 4]:
        if following.kind is not SentenceKind.CELL and _is_prose(following.text):
            return True
        if following.kind is SentenceKind.CELL or not _looks_like_heading(following.text):
            return following.text.endswith(":") and len(following.text.split()) > 3
    return False


def _looks_like_heading(text: str) -> bool:
    label = LABEL.match(text)
    body = text[label.end() :] if label else text
    words = body.split()
    if not words or len(words) > (22 if label else 16) or len(text) > 150 or body[-1] in ".,;!" or BULLET.match(text):
        return False
    if not (body[0].isupper() or body[0] in "»”’'\"" or (body[0].isdigit() and not label)):
        return False
    letters = len(LETTER.findall(body))
    return letters >= 3 and letters >= 0.55 * len(body) and len(_NUMBERS.findall(body)) <= 2


def _is_prose(text: str) -> bool:
    return (
        len(text.split()) >= 5
        and (ENDED.search(text) is not None or text[-1] == ":")
        and LETTER.search(text) is not None
    )


def _own_line(text: str, piece: Piece) -> bool:
    before = text[max(text.rfind("\n", 0, piece.start), text.rfind("\f", 0, piece.start)) + 1 : piece.start]
    after = text[piece.end : piece.end + 3]
    return not before.strip() and (not after.strip(" ") or after.lstrip(" ")[:1] in "\n\r\f")


def name_debris(text: str, pieces: Sequence[Piece]) -> None:
    """Say of every piece that is no candidate why; ``reason`` stays empty for candidates."""
    noted = False
    for index, piece in enumerate(pieces):
        if index and re.search(r"\n[ \t]*\r?\n", text[pieces[index - 1].end : piece.start]):
            noted = False
        piece.reason = "heading" if piece.heading else "note" if noted else _reason(piece)
        if piece.reason == "fragment" and _unpunctuated(text, pieces, index):
            piece.reason = ""
        if NOTE.match(piece.text):
            noted = True


def _unpunctuated(text: str, pieces: Sequence[Piece], index: int) -> bool:
    """A long sentence that fills a paragraph to its end and only lacks its full stop."""
    piece = pieces[index]
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    return (
        piece.kind is SentenceKind.PROSE
        and len(piece.text.split()) >= _LONG
        and piece.text[0].isupper()
        and piece.text[-1].isalpha()
        and DANGLING.search(piece.text) is None
        and _has_finite_verb(piece.text)
        and _PARAGRAPH.match(text, piece.end) is not None
        and (following is None or not following.text[0].islower())
    )


def _reason(piece: Piece) -> str:
    text = piece.text
    if piece.kind is SentenceKind.CELL:
        return "table"
    if len(text) > _LONGEST:
        return "unbroken"
    if len(text) <= _RULED:
        for name, pattern in RULES:
            if pattern.match(text):
                return name
    if _CONTACT.match(text) and (len(text) < 100 or not ENDED.search(text)):
        return "contact"
    if _QUESTION.search(text):
        return "question"
    words = text.split()
    if text[-1] in ",:" and not BULLET.match(text) and len(words) < 8:
        return "lead"
    label = BULLET.match(text) or LABEL.match(text)
    listed = piece.kind is SentenceKind.LIST_ITEM or label is not None
    body = text[label.end() :] if label else text
    letters = len(LETTER.findall(body))
    numbers = len(_NUMBERS.findall(body))
    if len(words) < 4:
        return "fragment"
    if letters < 0.5 * len(body.replace(" ", "")) or (numbers >= 4 and numbers * 2 >= len(words)):
        return "table"
    if _QUOTED.match(body):
        return "quotation"
    if not ENDED.search(text) and not (listed and piece.lead is not None):
        return "lead" if text[-1] == ":" else "fragment"
    if not listed and text[0].islower():
        return "fragment"
    if not listed and len(words) < _VERBLESS and not _has_finite_verb(text):
        return "fragment"
    return ""


def restates(text: str, title: str) -> bool:
    """A line that only says the title once more (``Endelig vedtagelse af forslag til lokalplan 17 for Kastelvej.``)."""
    own = set(terms(text))
    return (
        len(own) >= _TITLE_TERMS
        and len(own & set(terms(title))) >= _TITLE_SHARE * len(own)
        and not _has_finite_verb(text)
    )


def _has_finite_verb(text: str) -> bool:
    if any(_has_verb(word) for word in text.split()) or _PREDICATE.search(text):
        return True
    return any(match.group() not in _NO_PASSIVES for match in _PASSIVE.finditer(text))


def _has_verb(word: str) -> bool:
    word = word.strip(".,;:()»«”\"'").lower()
    return word in _verbs() or (len(word) > 5 and word.endswith(("ede", "eres", "ises")))
