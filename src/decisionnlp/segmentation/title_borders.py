"""Where, on a line that begins with a point's number, its title ends and its text begins, read from that line alone."""

from __future__ import annotations

import re
from functools import partial

from decisionnlp import lexicons
from decisionnlp.extraction.vocabulary import first_names, office_noun
from decisionnlp.segmentation.numbering import is_usual, looks_like_sentence
from decisionnlp.segmentation.outcome_words import ANSWERS, CAPITAL_ANSWERS

_INNER = frozenset(lexicons.load("abbreviations")["inner"])
# "1.", "1)", "Punkt 1:", "Ad 1.", "1:": whatever numbers the items of minutes that print title and text on one line.
NUMBERED = re.compile(
    r"(?:[•·▪–-] )?(?:(?:Punkt|Pkt\.?|PUNKT|PKT\.?|Ad\.?|AD|Sag(?: nr\.?)?) ?)?\d{1,3}(?:\.(?!\d)|\)\.?|[:>]|(?<=[a-z.] \d) [–-])\s*"
)

_SIGNS = frozenset("•·▪–-PpAaS")  # that it may begin with, but for digits

_words = partial(lexicons.alternatives, "title_lines")
VERB = rf"(?:{_words('verbs')})"
_VERB_INSIDE = re.compile(rf"\b{VERB}\b")
VERB_OR_STOP = re.compile(rf"\b{VERB}\b|[.!:;] ")
_NAME = r"[A-ZÆØÅ][\wæøå.&-]*"
# The sentence that follows a title: its subject, one or two capital words, and a verb.
SUBJECT = re.compile(
    rf"(?<=[\wæøå)] )(?P<subject>{_NAME}(?: {_NAME})?)(?: \([^()]{{2,40}}\))? (?:{VERB}|{_words('acting')}|[a-zæøå]{{3,}}(?:ede|lte|gte|dte|kte|tte|erer))\b"
)
_LAST_WORD = re.compile(r"([A-ZÆØÅ][\wæøå-]*) $")
_HALF = re.compile(r"(?:[A-ZÆØÅ][a-zæøå]+-, )?[A-ZÆØÅ][a-zæøå]+- og $")
# Words that a capital inside a line shows to open what is said below a title: "Takster Der er brug for flere", "Skolepenge Kommer på
# til maj", "Regnskab Gennemgang af tallene".
_OPENER = re.compile(
    rf"(?<=[\wæøå)?.’] )(?:(?:{_words('openers')}) [a-zæøå]|(?:{CAPITAL_ANSWERS})\b"
    r"|(?:(?:Man|Tirs|Ons|Tors|Fre|Lør|Søn)dag (?:den |d\. ?)|Den )\d"
    rf"|(?:{_words('treatments')}) (?:af|om|fra|ved|på)\b)"
)
# "Referat Referat fra sidste møde godkendt", "Regnskab ved Nanna Vorup Nanna Vorup gennemgik tallene": the text begins with its
# title's last word or the name there.
_DOUBLED = re.compile(r"(?P<word>\b[A-ZÆØÅ][a-zæøå]{3,}(?: [A-ZÆØÅ][\wæøå-]+){0,2}) (?=(?P=word)(?:et|en)?\b)")
# "Fastlæggelse af dagsorden Dagsordenen vedtages": the same, where only the text gives it a capital.
_ECHO = re.compile(r"\b(?P<word>[a-zæøå]{5,}) (?=[A-ZÆØÅ])(?=(?i:(?P=word))(?:en|et|ene|erne|n|t|s)?\b)")
_GOVERNED = re.compile(rf"\b(?:{_words('governing')}|{_words('before_names')}) $", re.IGNORECASE)
_PERSON = re.compile(r"[A-ZÆØÅ][\wæøåé.-]+(?:,? (?:og )?[A-ZÆØÅ][\wæøåé.-]+){0,5}\.?$")
# (It begins with its mark and looks back from there, for speed.)
BOUNDARY = re.compile(
    r"(?P<mark>[.?!:])(?:(?<=[^\W\d_]{3}.)|(?<=\b(?:19|20)\d\d.)|(?<=\d\.\d\d.))\.?(?: +(?=[A-ZÆØÅ\"”0-9])|(?<=\.)(?=[A-ZÆØÅ][a-zæøå]))"
)
_LAST_LETTERS = re.compile(r"[^\W\d_]*$")
TOLD = re.compile(rf"\b{VERB}\b|^(?:{ANSWERS}|taget|tages|følger)\b", re.IGNORECASE)

BARE = re.compile(r"(?P<number>\d{1,2}) (?=[A-ZÆØÅ])")
_LABEL = re.compile(r"\w ?[–-] [A-ZÆØÅ][a-zæøå]{2,14}$")  # "Takster – Tovholder: Ida": no text follows
# Where a title may end on its line, whatever follows.
_ENDS = re.compile(r"(?P<word>[^\W\d_]{2,}[’')]*|\b(?:19|20)\d\d|\d)(?P<mark>[.?]?:|[.?])(?: +(?=\S)|$)")
_SAID = re.compile(rf"(?:{_words('subjects')}) [a-zæøå]")
PAST = re.compile(r"\b[a-zæøå]{3,}(?:ede|lte|gte|dte|kte|tte|ste)\b")
_FORMULA_END = re.compile(r"(?:^|[.!?] ?|\d)(?:Taget til (?:efterretning|orientering)|Godkendt|Vedtaget)\.?$")
# "2. Sygefravær Godkendt"
_ANSWER_BEHIND = re.compile(rf"(?<=[\wæøå)] )(?:{CAPITAL_ANSWERS})\b")
EVT = re.compile(r"Evt(?:\.|uelt[.:]?) (?=[A-ZÆØÅ])")


def opener(text: str, begin: int, stop: int) -> int | None:
    """Where a word between ``begin`` and ``stop`` opens the text that stands on its title's line."""
    for match in _OPENER.finditer(text, begin, stop):
        if not presented(text, match.start()):
            return match.start()
    return None


def presented(text: str, at: int) -> bool:
    """Whether the words at ``at`` hang on what stands before them: ``Regnskab v. Nanna``."""
    return _GOVERNED.search(text, max(at - 8, 0), at) is not None


def doubled(text: str, begin: int, stop: int) -> int | None:
    """Where the last word of a title, or the name there, is printed again between ``begin`` and ``stop`` and opens the text."""
    match = _DOUBLED.search(text, begin, stop)
    echo = _ECHO.search(text, begin, match.start() if match is not None else stop)
    if echo is not None:
        return echo.end()
    return match.end() if match is not None else None


def title_before_opener(text: str) -> int | None:
    """``4. Skolepenge Kommer på til maj``: where the text begins, if a word shows it without any mark."""
    begin = after_number(text)
    if not text[begin : begin + 1].isupper():
        return None
    evt = EVT.match(text, begin)
    if evt is not None:
        return evt.end()
    again = doubled(text, begin, begin + 70)
    ends = [again] if again is not None else []
    opening = opener(text, begin + 3, begin + 110)
    if opening is not None:
        ends.append(opening)
    if not ends:
        return None
    title = text[begin : min(ends)]
    if VERB_OR_STOP.search(title) or len(text) - min(ends) < 5:
        return None
    return min(ends)


def title_before_subject(text: str, *, usual: bool = True) -> int | None:
    """``2. Sygefravær HR gennemgik tallene``: a title such as stands in most minutes (or any, if not ``usual``), and the sentence
    that follows it."""
    begin = after_number(text)
    if not is_usual(text[begin:]) and (usual or not text[begin : begin + 1].isupper()):
        return None
    match = SUBJECT.search(text, begin + 3, begin + 130)
    answer = _ANSWER_BEHIND.search(text, begin + 3, begin + 90)
    ends = [answer.start()] if answer is not None else []
    if match is not None:
        ends.append(with_first_name(text, match.start("subject"), begin + 3))
    return min(ends) if ends else None


def with_first_name(text: str, begin: int, floor: int) -> int:
    """Where a subject that begins at ``begin`` begins with its first name ("Arne Welling Christensen bød velkommen") or the first
    half of a body's name ("Sundheds- og Kulturforvaltningen indstiller")."""
    half = _HALF.search(text, max(begin - 40, floor), begin)
    if half is not None:
        return half.start()
    given = _LAST_WORD.search(text, max(begin - 30, floor), begin)
    if given is None:
        return begin
    if given[1].split("-")[0] in first_names():
        return with_first_name(text, given.start(), floor)
    office = office_noun(given[1].lower()) if given.start() > floor else None
    # "Regnskab Kassereren Mona Elm gennemgik tallene", not "Ansøgning fra Skovby Vandrelaug Mona Elm …"
    return given.start() if office is not None and (office[0] == "person" or office[1]) else begin


def may_open(text: str) -> bool:
    """A cheap look before the patterns that begin with an item's number."""
    return text[0] in _SIGNS or text[0].isdigit()


def after_number(text: str) -> int:
    """Where the number that opens a line ends; 0 if none does."""
    match = NUMBERED.match(text) or BARE.match(text)
    return match.end() if match is not None else 0


# "Lokalplan for havnen. Indsigelser. Endelig vedtagelse": how far a case has come is part of its title.
_STAGE = re.compile(rf"(?:(?:{_words('stages')})\b[^.]{{0,60}}(?:\. ?|$))+")


def title_before_text(text: str) -> int | None:
    """``1. Takster. Godkendt.``: where the text begins behind a mark, if what follows tells something and the title does not."""
    begin = after_number(text)
    begin += len(text[begin : begin + 3]) - len(text[begin : begin + 3].lstrip(": "))  # "1. : Takster"
    if not text[begin : begin + 1].isupper() and not is_usual(text[begin:]):
        return None
    for match in BOUNDARY.finditer(text, begin):
        title, rest = text[begin : match.start("mark")], text[match.end() :]
        word = _LAST_LETTERS.search(title)
        if word is not None and word.group().lower() in _INNER:
            continue
        if len(title) > 110 or len(title) < 4 or title.startswith("at "):
            return None
        if match["mark"] == ":" and _LABEL.search(title):
            return None
        if _VERB_INSIDE.search(title) and not (match["mark"] == "?" and title.startswith("Hv")):
            return None
        chosen = title.lower().startswith("valg af") and _PERSON.match(rest) is not None
        if chosen and match["mark"] == ":":
            return match.end()
        if match["mark"] == ":" and not (
            TOLD.search(rest[:120])
            or _SAID.match(rest)
            or _FORMULA_END.search(rest)
            or (len(title) <= 60 and rest.rstrip().endswith((".", "!")) and PAST.search(rest))
        ):
            return None
        if not rest.rstrip().endswith((".", "!", "?", ")")) and not TOLD.search(rest) and not _FORMULA_END.search(rest):
            return None
        if looks_like_sentence(title):
            return None
        if match["mark"] == "." and _STAGE.fullmatch(rest):
            return None
        return match.end()
    return None


def first_mark(text: str) -> int | None:
    """Where the title of a numbered line ends, judged by its first mark alone."""
    begin = after_number(text)
    for match in _ENDS.finditer(text, begin, begin + 100):
        if match["mark"] == "." and (
            match["word"].lower().rstrip("’')") in _INNER or (match["word"].isdigit() and len(match["word"]) < 4)
        ):
            continue
        title, rest = text[begin : match.start("mark")], text[match.end() :]
        if ":" in match["mark"] and _LABEL.search(title):
            return None
        if len(title) < 3 or title.startswith("at ") or (rest and ":" not in match["mark"] and not rest[0].isupper()):
            return None
        if ":" not in match["mark"] and (not title[0].isupper() and not is_usual(title)):
            return None
        if match["mark"] == "." and _VERB_INSIDE.search(title):
            return None
        return match.end()
    return None
