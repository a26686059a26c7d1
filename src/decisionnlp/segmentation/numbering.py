"""Numbered lines that may be agenda items: every style of numbering, and what speaks for and against each line."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import lru_cache, partial

from decisionnlp import lexicons
from decisionnlp.segmentation.lines import Line
from decisionnlp.slotted import Slotted
from decisionnlp.stems import Stems

_LEXICON = lexicons.load("item_titles")
_words = partial(lexicons.alternatives, "title_lines")
_USUAL = tuple(_LEXICON["usual"])
_UNNUMBERED = frozenset(_LEXICON["unnumbered"])
_AFTER = tuple(_LEXICON["after"])

# Styles in which a word says that the line is a point (``Punkt 2``, ``Sag 2``, ``Ad 2``).
WORDED = frozenset({"punkt", "sag", "ad"})
_OPEN_MARK = r"(?:åben|åbent|lukket|fortrolig|fortroligt|lukket punkt|åbent punkt|lukket sag|åben sag)"
# The styles, most explicit first. ``number`` and ``title`` are what they say; the rest must match as printed.
_STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("punkt", re.compile(
        r"(?:(?:lukket|åbent) (?=punkt \d))?(?:dagsordens?)?(?:dagsordenens )?(?:punkt|pkt\.?|sagspunkt)(?: ?:(?= \d))?\s{0,3}(?:nr\.?\s?)?(?P<number>\d{1,4}\s?(?:[a-zA-Z]?\b|(?:&|og|\+)\s?\d{1,3}\b))(?P<mark>\s*[.:)]|\s+[-–]|\s*$|\s+(?=[A-ZÆØÅ\"»”(]))[\s.:–-]*(?P<title>.*)$",
        re.IGNORECASE)),
    ("sag", re.compile(
        r"(?:sag|saq nr\.|sag nr\.?|sagsnr\.?|nr\.?|emne)\s?(?P<number>\d{1,4}[a-zA-Z]?\b)(?!/|-\d|\.\d)(?P<mark>\s*[.:)]|\s*[-–]|\s/(?=\s)|\s*$|\s+(?=[A-ZÆØÅ\"»”(]))[\s.:–-]*(?:Sag fra: ?)?(?P<title>.*)$",
        re.IGNORECASE)),
    ("ad", re.compile(r"(?:add?\.?|ad\.?\s{1,3}(?:dagsordenens )?(?:(?:dagsordens)?punkt|pkt\.?))\s{0,3}(?P<number>\d{1,3}[a-zA-Z]?\b)(?!\.\d)(?P<mark>\s*[.:)]|\s*[-–]|\s*$|\s+(?=[A-ZÆØÅ]))[\s.:–-]*(?P<title>.*)$", re.IGNORECASE)),
    ("ad", re.compile(r"ad\.?\s{1,3}(?P<number>[a-n])(?P<mark>\s*[.:)]|\s*$)[\s.:–-]*(?P<title>.*)$", re.IGNORECASE)),
    ("register", re.compile(r"(?:(?:LUKKET|FORTROLIG|ÅBEN)[ :-]+)?(?P<number>[A-ZÆØÅ]{2,4}[ -]?\d{1,4}/\d{2,4}(?:-[A-ZÆØÅ]\b)?)(?P<mark>[.:]?)\s*(?P<title>.*)$")),
    ("register", re.compile(r"(?P<number>\d{1,4}/\d{1,3})(?P<mark>\.)\s*(?P<title>[A-ZÆØÅ].*)$")),
    # The year's count of cases: "61/09 Takster".
    ("register", re.compile(r"(?P<number>\d{1,4}/(?:\d\d|(?:19|20)\d\d))(?P<mark>:?)\s+(?P<title>[A-ZÆØÅ\"»”].*)$")),
    ("time", re.compile(r"(?:[Kk]l\.? ?)?(?P<number>\d{1,2}[.:]\d\d)(?P<mark>(?:\s?[-–]\s?(?:kl\.? ?)?\d{1,2}[.:]\d\d)?)[.:]?[\s–-]+(?P<title>[A-ZÆØÅ].*)$")),
    ("time", re.compile(r"(?:[Kk]l\.? ?)?(?P<number>\d{1,2}[.:]\d\d)(?P<mark>\s?[-–]\s?(?:kl\.? ?)?\d{1,2}[.:]\d\d)(?P<title>)$")),
    ("label", re.compile(r"(?P<number>)(?:Emne|Punkt|Sag|Dagsordenspunkt|Titel|Overskrift)(?P<mark>\s?:)\s*(?P<title>[A-ZÆØÅ\"»”].*)$")),
    ("open", re.compile(rf"(?P<number>\d{{1,3}}[a-zA-Z]?)[.:]?\s?(?P<mark>\({_OPEN_MARK}\))[\s.:–-]*(?P<title>.*)$", re.IGNORECASE)),
    ("open", re.compile(rf"(?P<mark>{_OPEN_MARK})\s+(?P<number>\d{{1,3}}[a-zA-Z]?)[.:]?\s+(?P<title>[A-ZÆØÅ].*)$", re.IGNORECASE)),
    ("dot", re.compile(r"(?P<number>\d{1,3}\.[a-z])(?P<mark>[.)]?)(?:\s+(?P<title>[A-ZÆØÅ\"»”].*)$|(?P<none>)$)")),
    ("dot", re.compile(r"(?P<number>\d{1,4}\s?[a-zA-Z]?)(?P<mark>\s?[.:>]|\*(?=\s\s))(?![\d.])\s*(?P<title>.*)$")),
    ("dash", re.compile(r"(?P<number>\d{1,3}[a-zA-Z]?)(?P<mark>\s?[-–])\s+(?P<title>\S.*)$")),
    ("paren", re.compile(r"(?P<number>\d{1,3}[a-zA-Z]?)(?P<mark>\)\.?)\s*(?P<title>.*)$")),
    ("letter", re.compile(r"(?P<number>[A-ZÆØÅ])(?P<mark>[.)])\s+(?P<title>\S.*)$")),
    ("bare", re.compile(r"(?P<number>\d{1,3}[a-zA-Z]?)(?P<mark>)(?:\s+|(?=[A-ZÆØÅ][a-zæøå]{3}))(?P<title>(?:FORTROLIG|LUKKET|[A-ZÆØÅ\"»”(§]|(?:godkendelse af|valg af|nyt fra|orientering |siden sidst|meddelelser|eventuelt|evt\b)).*)$")),
    ("alone", re.compile(r"(?P<number>\d{1,4}[a-zA-Z]?)(?P<mark>)(?P<title>)$")),
)  # fmt: skip
# Those of them that may begin with a digit.
_STYLES_WITH_DIGIT = tuple(
    (style, pattern) for style, pattern in _STYLES if pattern.pattern.startswith((r"(?P<number>\d", "(?:[Kk]l"))
)
_MAYBE = re.compile(
    r"(?:\d|[A-ZÆØÅ][.)]\s|[A-ZÆØÅ]{2,4}[ -]?\d|(?:lukket|fortrolig|åben) [A-ZÆØÅ]{2,4}[ -]?\d|(?:lukket|fortroligt?|åbent?)\s+(?:\d|punkt \d)|(?:titel|overskrift|kl|dagsorden(?:en)?s?|punkt|pkt|sag|saq|nr|emne|add?)\b|dagsordenspunkt|Nr\.\d|pkt)",
    re.IGNORECASE,
)
# "12. december 2018", "1. kvartal", "3. årgang", "2. viceborgmester": the number is an ordinal.
_MONTHS = lexicons.alternatives("calendar_words", "months")
_PARTS_OF_YEAR = lexicons.alternatives("calendar_words", "parts_of_year")
_ORDINAL = re.compile(rf"(?:{_MONTHS}|{_words('short_months')}|{_PARTS_OF_YEAR}|{_words('counted')})\b", re.IGNORECASE)
_MONTH = re.compile(rf"(?:{_MONTHS}|{_PARTS_OF_YEAR})\b", re.IGNORECASE)
# "• Pkt. 43 Takster", "- 1. Takster", "• 1" above its title: items that a web page prints as a list.
_BULLETED = re.compile(
    r"[•·▪◦*\uf0b7–-]\s+(?=(?:(?:Lukket|Åbent) )?(?:[Pp]kt\.?|[Pp]unkt)\s?\d{1,3}\b|\d{1,3}\.? [A-ZÆØÅ]|\d{1,3}\.?$)"
)
BULLET_MARKS = frozenset("•·▪◦*\uf0b7–-")
_DATED = re.compile(r"\d{1,2}[. ] ?(?:19|20)\d\d\b")
_CLASS = re.compile(r"[A-ZÆØÅ]:")
_CLOSED = re.compile(r"\b(?:lukket|fortroligt?|for lukkede døre|lukkede døre)\b", re.IGNORECASE)
_CLOSED_STEMS = Stems("lukke", "fortrolig")
# Marks that are no part of a title: openness, kind, time. At its start, then at its end.
_TITLE_START = re.compile(
    r"^(?:\(?(?:lukket|åbent?|fortroligt?)(?: (?:punkt|sag|dagsorden(?:spunkt)?))?\)?\s*(?:[-–:.]+\s*|(?<=\))\s*)|\((?:B|O|D|E|T|D/B|B/D|O/D|D/O|O/B|B/O|Å|L)\)\s*[-–:]?\s*"
    r"|(?:(?:kl\.? ?)?\d{1,2}[.:]\d\d ?[-–] ?(?:kl\.? ?)?\d{1,2}[.:]\d\d|kl\.? ?\d{1,2}[.:]\d\d)[ :.–-]+(?-i:(?=[A-ZÆØÅ])))",
    re.IGNORECASE,
)
_TITLE_END = re.compile(
    r"(?<!\s)\s*(?:\([^()]{0,60}\b\d{1,3} ?min(?:\.|utter)?(?: ?[-–,] ?[^()\d]{0,12}\d{1,2}[.:]\d\d(?: ?[-–] ?\d{1,2}[.:]\d\d)?)?\)|(?:[-–,]\s*)?\((?:ca\. ?)?(?:kl\. ?)?[\d.,:/ –-]+ ?(?:min(?:\.|utter)?|minut(?:ter)?|t(?:ime|imer)?|kl)?\.?(?: ?min\.?)?\)"
    rf"|\((?:kl\.? ?)?\d{{1,2}}[.:]\d\d(?: ?[-–] ?\d{{1,2}}[.:]\d\d)?\)|\((?:kl\. ?)[\d.,: –-]+\)|[-–,]\s*(?:ca\. ?)?\d{{1,3}} ?(?:min\b\.?|minutter)|\({_OPEN_MARK}\)|[-–,]\s*{_OPEN_MARK}"
    r"|\((?:[BODE](?: ?[/+] ?[BOD])*|T|Beslutning|Orientering|Drøftelse)\)|,?\s*kl\. ?\d{1,2}[.:]\d\d(?: ?[-–] ?\d{1,2}[.:]\d\d)?"
    rf"|\(?(?:{_words('secrecy')})\)?)\s*$",
    re.IGNORECASE,
)
# Cells of a flattened agenda behind a title: "Takster / (O), (D) / 10 min / NV   Slut kl. 18.05".
_CELLS = re.compile(
    r"(?: ?/ ?(?:\((?:[BODE])\)(?:, ?\([BODE]\))*|(?:ca\. ?)?\d{1,3} ?min(?:\.|utter)?|(?-i:[A-ZÆØÅ]{2,4}(?:[+,&] ?[A-ZÆØÅ]{2,4})*))(?=$| |/))*"
    r"\s*\(?(?:slut(?: kl\.? ?\d{1,2}[.:]\d\d)?)?\)?$",
    re.IGNORECASE,
)
_CELL_STEMS = Stems("min", "slut", "(o", "(d", "(b")
# What a match of the one begins with (or a sign beyond ASCII), what one of the other ends with, and what that holds near its end
# where this is no bracket.
_FIRST_SIGNS = frozenset("(lLfFkK0123456789")
_LAST_SIGNS = frozenset(").0123456789nrtgNRTG")
_END_STEMS = Stems("min", "kl", "åben", "lukket", "fortrolig", "tavshed")
_LONGEST_END = 40  # characters; the longest are marks of secrecy
_RUN_ON_STEMS = Stems("sag", "resum", "j.nr", "j. nr")
# Case numbers and first headings that a transcript prints on the title's line.
_RUN_ON = re.compile(
    r"(?:\s+(?:[A-ZÆØÅ]{2,8} ?/ ?)?\d\d/\d{3,6})?\s+(?:(?:Åben|Lukket|ÅBEN|LUKKET) (?:sag|SAG)\b|Sags? ?(?:nr|id|ID|nummer)\b\.?|Sagnr\.?|J\. ?nr\b\.?:?|Sagsfremstilling\b:?|Resum[eé]:).*$"
)
# "J.nr. 12 Takster", "BR 12/07. Takster", "Meddelelser (HAV 3/2008)": the case's number in the body's register.
_CASE_OF_BODY = re.compile(
    r"^J\. ?nr\.? [\d./-]+ +(?=[A-ZÆØÅ])|^[A-ZÆØÅ]{2,4} \d{1,4}/\d{2,4}\.? +(?=[A-ZÆØÅ])|\s*\([A-ZÆØÅ]{2,4} \d{1,4}/\d{2,4}\)$"
)
_KIND_CODE = re.compile(r"\((?:[BODE](?: ?[/+] ?[BOD])*|T)\)|\b\d{1,3} ?min\b|\((?:åben|lukket)", re.IGNORECASE)
_SENTENCE_VERB = re.compile(rf"\b(?:{_words('sentence_verbs')})\b")
_LETTERS = re.compile(r"[^\W\d_]+")


# "1.  1. Takster": the list's own number, and then the number that was typed
_TWICE = re.compile(r"(?P<number>\d{1,3})[.)] +(?=\S)")
# "3 & 4": two points taken as one; the first one orders them.
_SEVERAL = re.compile(r"\s?(?:&|og|\+)\s?(?=\d)")


@dataclass(slots=True)
class Numbered(Slotted):
    """A line that may open an item. ``value`` orders it (3a after 3); ``title`` is what the line itself says after the number."""

    line: int
    style: str
    number: str
    value: float
    title: str
    offset: int  # of the title in the line's text
    bulleted: bool = False  # a bullet stands before the number


def read_number(line: Line) -> Numbered | None:
    """The numbering that ``line`` begins with, or None."""
    found = _numbering(line.text)
    return None if found is None else Numbered(line.index, *found)


# Every look for items asks the same lines.
@lru_cache(maxsize=4096)
def _numbering(text: str) -> tuple[str, str, float, str, int, bool] | None:
    """The fields of :class:`Numbered` behind the line's index."""
    text = text.replace("—", "–")
    bullet = _BULLETED.match(text) if text[:1] in BULLET_MARKS else None
    skipped = bullet.end() if bullet is not None else 0
    if bullet is not None:
        text = text[skipped:]
    if not _MAYBE.match(text):
        return None
    for style, pattern in _STYLES_WITH_DIGIT if text[0].isdigit() else _STYLES:
        match = pattern.match(text)
        if match is None:
            continue
        title = (match["title"] or "").strip()
        if match["mark"] is not None and match["mark"].endswith("/"):
            title = ""  # "Sag 201 / 2 min / NV / beslutning": its head's cells, above the title
        number = match["number"]
        again = _TWICE.match(title) if style == "dot" else None
        typed = again.end() if again is not None and again["number"] == number else 0
        title = title[typed:]
        if style != "register" and not (style == "punkt" and _SEVERAL.search(number)):
            number = number.replace(" ", "")
            number = number.replace(".", "") if style == "dot" else number  # "2.a" is 2a
        if (
            style in ("dot", "dash", "bare", "paren")
            and title
            and _ORDINAL.match(title)
            and (title[0].islower() or _MONTH.match(title))
        ):
            return None
        if (
            style in ("punkt", "sag")
            and title
            and title[0].islower()
            and not re.search(r"[.:)–-]", match["mark"] or "")
        ):
            return None
        if style == "dot" and (_DATED.match(title) or _CLASS.match(title)):
            return None  # "09. 11 2021", "7.A: Nanna Vorup"
        if style == "dot" and title.startswith(("-", "–")) and re.match(r"[-–]\s*\d", title):
            return None
        if style in ("dot", "bare", "alone") and len(number) == 4 and number[:2] in ("19", "20"):
            return None
        if style == "bare" and (re.match(r"[A-ZÆØÅ]?[\w.-]*\s*(?:kr\b|%|pct\b)", title) or len(title) < 4):
            return None
        value = _value(number, style)
        if value is None:
            return None
        offset = skipped + match.start("title") + typed
        return style, number.lstrip("0") or number, value, title, offset, bullet is not None
    return None


_VALUE = re.compile(r"(\d+)([a-zA-Z]?)$")


def _value(number: str, style: str) -> float | None:
    if style == "register":
        match = re.search(r"(\d+)/", number)
        return float(match[1]) if match else None
    if style == "time":
        hours, minutes = re.split(r"[.:]", number)
        return int(hours) * 60 + int(minutes) if int(hours) < 24 and int(minutes) < 60 else None
    if style == "label":
        return 0.0
    match = _VALUE.match(_SEVERAL.split(number)[0] if style == "punkt" else number)
    if match:
        return int(match[1]) + (ord(match[2].lower()) - 96) / 30 if match[2] else float(match[1])
    return float(ord(number.upper()) - 64) if len(number) == 1 else None


_ALONE = re.compile(
    r"(?:[•·▪◦*\uf0b7–-]\s+)?(?:(?:pkt\.?|punkt|ad\.?|sag(?: nr\.?)?) ?)?\d{1,4}[a-z]?[.:)]?(?: \([^()]{1,20}\)|(?: / [^/]{1,40}){1,5})?$",
    re.IGNORECASE,
)


def is_alone(line: Line) -> bool:
    """Whether the line is a number and nothing else: ``1.``, ``• 4``, ``Pkt. 3 (Ida)``."""
    return _ALONE.match(line.text) is not None


def is_ordinal(after: str) -> bool:
    """Whether a number before ``after`` is the day of a date or counts a quarter: ``SEPTEMBER 2011``, ``kvartal``."""
    return _MONTH.match(after) is not None


KEY_BEGINS = 3  # letters
# "Onsdag den 4. juni kl. 16. Mødested: Hallen"; a page that lost its digits may print "kl. 1. Godkendelse".
_HOUR = re.compile(r"\b[Kk]l\.? $")
_HOURS = range(6, 25)


def is_hour(text: str, at: int, value: int) -> bool:
    """Whether the number at ``at`` of a text tells the time of day."""
    return value in _HOURS and _HOUR.search(text, max(at - 5, 0), at) is not None


@lru_cache(maxsize=4096)
def title_key(title: str) -> str:
    """What two prints of the same title have in common."""
    return "".join(_LETTERS.findall(clean_title(title).lower()))[:60]


def key_begins(title: str) -> str | None:
    """The first letters of a title's key (three), or None where only the key itself tells: a cheap look before ``title_key``."""
    start = title[:KEY_BEGINS]
    # (Marks before a title begin with other signs, but for a case's number, which has a stroke: "HAV 12/07 Takster".)
    if start.isascii() and start.isalpha() and start[0] not in _FIRST_SIGNS and "/" not in title:
        return start.lower()
    return None


def same_title(one: str, other: str) -> bool:
    """Whether two title keys are the same title, one of them perhaps cut off at a line end."""
    if not one or not other:
        return False
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= 8 and long.startswith(short))


_ONE_STOP = re.compile(
    r"(?:[^.]|\.(?=\s?[a-zæøå]|\d{3}\b))*[a-zæøå]{5,}\.$"
)  # "Takster jf. vedtægten.": the others shorten words


_YEAR_LAST = re.compile(r"\b(?:19|20)\d\d\.$")
_PAGE_BEHIND = re.compile(r"\s+Side \d{1,3}$")  # "Takster Side 4": a header of the page behind the first title on it
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


def roman(numeral: str) -> int:
    """The value of a roman numeral in capitals, of the letters I, V, X and L."""
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-one if one < other else one for one, other in itertools.pairwise([*values, 0]))


@lru_cache(maxsize=4096)
def clean_title(title: str) -> str:
    """``title`` on one line without openness, kind and time marks: ``Takster (5 min)`` is ``Takster``."""
    title = " ".join(title.split())
    if _RUN_ON_STEMS.within(title):
        title = _RUN_ON.sub("", title)
    if "/" in title and _CELL_STEMS.within(title):
        cells = _CELLS.search(title)
        if cells is not None and _CELL_STEMS.within(cells.group()):
            title = title[: cells.start()].rstrip() or title
    if "/" in title or title.startswith("J"):
        title = _CASE_OF_BODY.sub("", title) or title
    for _ in range(3):
        start = _TITLE_START.match(title) if title[:1] in _FIRST_SIGNS or not title[:1].isascii() else None
        shorter = (title if start is None else title[start.end() :]).strip()
        last = shorter[-1:]
        if last in _LAST_SIGNS and (last == ")" or _END_STEMS.within(shorter[-_LONGEST_END:])):
            shorter = _TITLE_END.sub("", shorter).strip()
        if shorter == title or not shorter:
            break
        title = shorter
    if title[-1:].isdigit():
        title = _PAGE_BEHIND.sub("", title) or title
    title = title.strip(" \t:–-#") or title
    if (
        title.endswith(".")
        and (title.count(".") == 1 or _YEAR_LAST.search(title, max(len(title) - 5, 0)) or _ONE_STOP.match(title))
        and not title.endswith(" pr.")
        and not title.lower().endswith(("evt.", "mv.", "m.m.", "m.v.", "mm.", "kr.", "a.m.b.a."))
    ):
        title = title[:-1]
    return title


@lru_cache(maxsize=4096)
def closed_title(title: str) -> bool:
    """Whether the title says that the item was treated behind closed doors."""
    return _CLOSED_STEMS.within(title) and _CLOSED.search(title) is not None


def is_usual(title: str) -> bool:
    """Whether a title begins as one that stands in the minutes of most bodies."""
    return title.lower().startswith(_USUAL)


def is_unnumbered_title(text: str) -> bool:
    """Whether a line is one of the titles that bodies print without a number."""
    return text.lower().strip(" .:-–") in _UNNUMBERED


def ends_items(text: str) -> bool:
    """Whether a line begins what comes after the last item: next meeting, signatures."""
    return text.lower().startswith(_AFTER)


def has_item_mark(title: str) -> bool:
    """Whether a title carries a mark of its kind, its time or its openness: ``(B)``, ``20 min``, ``(åben``."""
    return _KIND_CODE.search(title) is not None


_TELLS = re.compile(rf"\b(?:{_words('telling')})\b", re.IGNORECASE)


def tells(title: str) -> bool:
    """Whether a title with no text below it tells the outcome itself: ``Dagsordenen blev godkendt``."""
    return (
        len(title) > 12
        and _TELLS.search(title) is not None
        and not re.match(r"(?:hvordan|hvad|hvor|skal)\b", title, re.IGNORECASE)
    )


def looks_like_sentence(title: str) -> bool:
    """Whether the words after the number read as a sentence rather than as a title."""
    if title.startswith("at "):
        return True
    ended = title.endswith((".", "!", ";")) and not title.lower().endswith(
        ("evt.", "mv.", "m.m.", "m.v.", "kr.", "mm.")
    )
    return ((ended or len(title) > 90) and _SENTENCE_VERB.search(title) is not None) or (
        ". " in title and ended and len(title) > 60
    )
