"""Whether a line goes on in the next one (the same paragraph, wrapped), or something new begins there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from decisionnlp import lexicons
from decisionnlp.segmentation.lines import Line, is_full

_EDGES = lexicons.load("sentence_edges")
_MONTHS = lexicons.alternatives("calendar_words", "months")
_PARTS_OF_YEAR = lexicons.alternatives("calendar_words", "parts_of_year")
_SCHOOL_YEARS = lexicons.alternatives("sentence_edges", "school_years")
_PROPOSING = lexicons.alternatives("sentence_edges", "proposing")
_UNENDED = lexicons.alternatives("sentence_edges", "unended")
_BEFORE_NUMBER = tuple(_EDGES["before_number"])
_STOP_BEFORE_NUMBER = tuple(_EDGES["stop_before_number"])

BULLETS = "•·▪◦○●‣∙►➢➤✓■□\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076"
# A bullet, or a dash or star with a blank behind it, at the start of a line.
_BULLET = re.compile(rf"[{BULLETS}](?=\s|\S)|[-–—*](?=\s)|o\s{{1,6}}(?=[A-ZÆØÅ])")
_BULLET_SIGNS = frozenset(f"{BULLETS}-–—*o")
# "1." "12)" "(3)" "a)" "b." "iv." at the start of a line.
_NUMBERED = re.compile(
    r"(?P<label>\d{1,2}\.\d{1,2}\.?(?=\s+[A-ZÆØÅ])|\(?(?:\d{1,3}[a-zA-Z]?|[a-zA-Z]|[ivx]{2,4})[.)](?:\s*[-–])?)(?P<gap>\s*)(?P<rest>\S?)"
)
# "1. kvartal", "d. 23. oktober": the number is an ordinal, the letter an abbreviation; no list label.
_NO_LABEL = re.compile(
    rf"(?:\d{{1,2}}[.)]\s*(?:{_MONTHS}|{_PARTS_OF_YEAR})\b|[dspv]\.\s*\d)",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(r"\(?(?:\d{1,3}[a-zA-Z]?|[a-zA-Z])[.):]?$")
_LONGEST_NUMBER = 6  # "(123a)"
# "Ad 1", "Ad. 2:", "At 1:" answers a point; "Re. 2" likewise.
_AD = re.compile(r"(?:Ad|At|Pkt|Punkt)\.?\s?\d{1,2}\b")
_AT_ITEM = re.compile(r"(?:\W{1,3}|\(?\w{1,2}[.)]\s*)?[Aa]t\s")
_AT = re.compile(r"[Aa]t\s")
_CLOSED = re.compile(r"[.!?…:;][\"'”»’)\]]*$")
_LEAD = re.compile(rf"(?:{_PROPOSING})[^.!?]{{0,60}}[,:]$|\bfølgende:$", re.IGNORECASE)
_OPEN_LEAD = re.compile(rf"(?:^|[^.!?]\s)(?:{_PROPOSING})\b[^.!?]{{0,60}}\bat(?: [\w-]+){{0,3}}$", re.IGNORECASE)
_LONGEST_LEAD = 100  # characters
# A line that cannot be the end of anything: it stops at a comma, a hyphenated word or a function word.
_DANGLING = re.compile(rf"(?:,|(?<=\w)[-\u00ad\u2010\ufffe\x02]|\b(?:{_UNENDED}))$")
# No alternative of it is longer: the search can begin that close to the end.
_LONGEST_DANGLER = 12
_ORDINAL_END = re.compile(r"\b\d{1,2}\.$")
_MONTH_START = re.compile(rf"(?:{_MONTHS}|{_PARTS_OF_YEAR}|{_SCHOOL_YEARS})\b")
_BREAKER = re.compile(r"(?<=\w)[-\u00ad\u2010\ufffe\x02]$")
_BREAKERS = ("-", "\u00ad", "\u2010", "\ufffe", "\x02")


def list_label(text: str) -> bool:
    """Whether a line begins as a list item does: with a bullet, a number or a letter with a bracket or full stop."""
    return _bulleted(text) or _numbered(text) is not None


def _bulleted(text: str) -> bool:
    return text[:1] in _BULLET_SIGNS and _BULLET.match(text) is not None


def _numbered(text: str) -> re.Match[str] | None:
    """The number or letter that labels a list item at the start of ``text``."""
    if text[:1].isalpha() and "." not in text[1:5] and ")" not in text[1:5]:
        return None  # most lines: a cheap look
    match = _NUMBERED.match(text)
    if match is None or (not match["gap"] and match["rest"]) or _NO_LABEL.match(text):
        return None
    return match


def _ended(text: str) -> bool:
    """Whether a line ends as a sentence does, closing marks left out."""
    return text.rstrip("\"'”»’)]").endswith((".", "!", "?", "…"))


def goes_on(above: Line, line: Line, width: int, opening: Line | None = None) -> bool:
    """Whether ``line`` continues the paragraph of the line ``above`` it (which began with the line ``opening``)."""
    text, before = line.text, above.text
    first = text[0]
    full = is_full(above, line, width)
    apart = line.gap > 0
    if (
        before.endswith(_BREAKERS)
        and _BREAKER.search(before, len(before) - 1)
        and first.islower()
        and len(before) > 2
        and not (apart and line.gap > 3 and not line.cut)
    ):
        return True
    if (len(before) <= _LONGEST_NUMBER and _NUMBER_ALONE.match(before)) or (len(before) == 1 and before in BULLETS):
        # A label whose text stands on the next line; a lone "-" or "." is an empty field.
        return line.gap <= 1 and not list_label(text) and (not before[0].isdigit() or before[-1] in ".):")
    if _bulleted(text):
        return first in "-–—" and text[1:3].strip().islower() and full and not apart and not _CLOSED.search(before)
    numbered = _numbered(text)
    if numbered is not None:
        if before.endswith((",", ":", " at")) or before == "at":
            return False
        if opening is not None and _numbered(opening.text) is not None and before.endswith((" og", ";")):
            return False
        lower = (
            bool(numbered["rest"])
            and numbered["rest"].islower()
            and not text[numbered.start("rest") :].startswith("at ")
        )
        if _CLOSED.search(before) and not before.endswith(_STOP_BEFORE_NUMBER):
            return False
        return (
            not apart
            and (full or _DANGLING.search(before, len(before) - _LONGEST_DANGLER) is not None)
            and (lower or before.endswith(_BEFORE_NUMBER))
        )
    if first in "Aa" and _AT.match(text):
        if apart or width == 0 or _LEAD.search(before):
            return False
        if opening is not None and _AT_ITEM.match(opening.text) and before.endswith((",", ";", ".", " og", ", og")):
            return False
        return full and first.islower()
    if first in "AP" and _AD.match(text) and (apart or not full or _ended(before)):
        return False
    if first.islower():
        if _MONTH_START.match(text) and _ORDINAL_END.search(before):
            return line.gap <= 3
        if _ended(before):
            return not apart and full
        if before.endswith(":"):
            return not apart and full
        if not apart:
            return True
        if above.length < 30 and _bulleted(before):
            return False  # "• Formanden", and below it what he told
        return (
            (line.cut or above.length >= width // 2 or bool(_DANGLING.search(before, len(before) - _LONGEST_DANGLER)))
            and line.gap <= 4
            and not before.isupper()
        )
    if first in ",;)":
        return True
    if apart:
        return (
            line.cut
            and line.gap <= 6
            and _DANGLING.search(before, len(before) - _LONGEST_DANGLER) is not None
            and not _ended(before)
            and above.length >= width // 2
        )
    if before.endswith(":"):
        return False
    if _ended(before):
        return full
    if before.isupper() and not text.isupper() and len(before) > 4:
        return False
    return full or (
        _DANGLING.search(before, len(before) - _LONGEST_DANGLER) is not None
        and not before.isupper()
        and above.length >= width // 2
    )


def opens_list(above: Line, line: Line, width: int) -> bool:
    """Whether ``line`` is the first point below ``Forvaltningen indstiller, at byrådet``: no point there has a mark of its own."""
    return (
        " at" in above.text[-40:]
        and _OPEN_LEAD.search(above.text) is not None
        and above.length <= _LONGEST_LEAD
        and line.text[0].islower()
        and not is_full(above, line, width)
    )


def stops_in_word(line: Line) -> bool:
    """Whether the line ends with a hyphen that parts a word."""
    return line.text.endswith(_BREAKERS) and _BREAKER.search(line.text) is not None


def runs_on(lines: Sequence[Line], index: int) -> bool:
    """Whether the text of an entry stands on its own line, behind a colon at which the line was cut: ``b) Containere: droppes.``"""
    if index + 1 >= len(lines) or not lines[index].text.endswith(":"):
        return False
    below = lines[index + 1]
    return below.gap == 1 and not below.cut and below.start - lines[index].end <= 1
