"""Cells of plan tables by their words: a time, owners, or a task."""

from __future__ import annotations

import re
from functools import cache, partial

from decisionnlp import lexicons
from decisionnlp.document import UnitMention
from decisionnlp.extraction.acronyms import UnitDictionary
from decisionnlp.extraction.mentions import Reader
from decisionnlp.extraction.vocabulary import starters
from decisionnlp.flattening import FlatText

_words = partial(lexicons.alternatives, "plan_times")
# "januar", "jan."
_MONTH = (
    rf"(?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in lexicons.calendar_names('months'))}"
    rf"|{_words('short_months')})\b\.?"
)
_WEEKDAY = "|".join(lexicons.calendar_names("weekdays"))
_YEAR = r"(?:20)\d{2}"
_SEASON = rf"(?:{_words('seasons')})(?:et|en)?"
_CORE = (
    rf"(?:\d\.(?:\s?(?:-|–|og|til)\s?\d\.)?\s(?:{_words('parts_of_year')})(?:,?\s{_YEAR})?"
    rf"|uge\s\d{{1,2}}(?:\s?(?:-|–|og|til)\s?(?:uge\s)?\d{{1,2}})?(?:,?\s?(?:i\s)?{_YEAR})?"
    rf"|(?:(?:{_WEEKDAY})\s)?(?:den\s|d\.\s?)?\d{{1,2}}\.?\s?(?:(?:-|–)\s?\d{{1,2}}\.\s?)?{_MONTH}(?:\s{_YEAR})?"
    rf"|(?:den\s|d\.\s?)?\d{{1,2}}[./-]\d{{1,2}}(?:[./-]?\s?(?:{_YEAR}|\d{{2}}))?(?!\d)"
    rf"|{_MONTH}(?:\s?(?:-|–|/|og|til)\s?{_MONTH})?(?:,?\s{_YEAR})?"
    rf"|{_SEASON}(?:\s?(?:-|–|/|og|til)\s?{_SEASON})?(?:\s{_YEAR})?"
    rf"|{_YEAR}(?:\s?[-–/]\s?(?:{_YEAR}|\d{{2}}))?"
    rf"|{_words('vague')}"
    rf"|(?:{_words('named')})(?:\s{_YEAR})?"
    rf"|{_words('recurring')})"
)
_LEAD = rf"(?:(?:{_words('leads')}):?\s)"
TIME = re.compile(
    rf"{_LEAD}{{0,3}}{_CORE}(?:\s?(?:-|–|til|og|,)\s?{_LEAD}?{_CORE})?\.?(?:\s?kl\.?\s?\d{{1,2}}(?:[.:]\d\d)?)?",
    re.IGNORECASE,
)
_PAST_LEAD = re.compile(rf"^(?:{_words('stages')}):?\s+", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:,|;|/|\+|&|\bog\b|\bsamt\b)\s*")
_CELL_NAME = re.compile(r"[A-ZÆØÅ][\w.&-]*(?: (?:[A-ZÆØÅ(][\w.&)-]*|for|af|i|\d{1,2})){0,4}$")


@cache
def columns() -> dict[str, str]:
    """Heading (lower case) → ``time``, ``owner``, ``task`` or ``other``."""
    table = lexicons.load("plan_tables")
    return {word: kind for kind in ("other", "task", "owner", "time") for word in table[kind]}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(heading.split()[0] for heading in columns())


def header_columns(text: str) -> list[str] | None:
    """Kinds of the columns where ``text`` is nothing but column headings, else None."""
    opening = text.split(maxsplit=1)
    if not opening or opening[0].lower().strip(":|") not in _first_words():
        return None  # most lines
    words = text.lower().split()
    found: list[str] = []
    position = 0
    known = columns()
    while position < len(words):
        for length in (2, 1):
            word = " ".join(words[position : position + length]).strip(":|")
            if word in known:
                found.append(known[word])
                position += length
                break
        else:
            return None
    return found or None


def is_plan(kinds: list[str]) -> bool:
    """Whether columns of these kinds make a plan: a task, and a time or an owner."""
    return "task" in kinds and ("time" in kinds or "owner" in kinds)


def is_time(text: str) -> bool:
    """Whether a cell holds nothing but a time."""
    return len(text) < 60 and TIME.fullmatch(text.strip()) is not None


def time_start(text: str) -> int:
    """Where the expression itself begins: *Igangsat* and the like say nothing about the date."""
    match = _PAST_LEAD.match(text)
    return match.end() if match else 0


def owners_of(flat: FlatText, dictionary: UnitDictionary) -> list[UnitMention]:
    """The owners of a cell that holds nothing else; empty where it holds anything else."""
    text = flat.text.strip(" .:;")
    if not text or len(text) > 200:
        return []
    reader = Reader(flat.text, dictionary)
    covered: set[int] = set()
    found: list[UnitMention] = []
    for group in reader.groups():
        for atom in group.atoms:
            covered.update(range(atom.first, atom.last))
            start, end = reader.tokens[atom.first].start, reader.tokens[atom.last - 1].end
            found.append(_mention(flat, start, end, atom.kind))
    left = [token for index, token in enumerate(reader.tokens) if index not in covered]
    if found and all(
        token.lower in ("og", "samt", ",", "/", "&", "+", ".", ";", "de", "den", "relevante", "alle", "(", ")", "-")
        for token in left
    ):
        return found
    found = []
    position = 0
    for part in [*_JOINT.finditer(flat.text), None]:
        end = part.start() if part else len(flat.text.rstrip(" .;"))
        piece = flat.text[position:end]
        start = position + len(piece) - len(piece.lstrip())
        if end > start:
            first = flat.text[start:end].split()[0]
            if not _CELL_NAME.match(flat.text[start:end]) or is_time(flat.text[start:end]) or first in starters():
                return []
            found.append(_mention(flat, start, end, "unit"))
        position = part.end() if part else end
    return found if len(text.split()) <= 4 * len(found) else []


def _mention(flat: FlatText, start: int, end: int, kind: str) -> UnitMention:
    span = flat.span(start, end)
    return UnitMention(
        flat.text[start:end], span.start, span.end, "owner", {"bare": "unit", "base": "person"}.get(kind, kind), "cell"
    )
