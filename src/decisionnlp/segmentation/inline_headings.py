"""Headings of zones inside a line: ``… vedtages. Beslutning Havneudvalget, 22.11.2016 Anbefales``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from decisionnlp import lexicons
from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.dates import DATE
from decisionnlp.segmentation.lines import Line

_HEADINGS = lexicons.load("zone_headings")
_WEAK = frozenset(_HEADINGS["weak"]["forms"])
# Headings that are safe inside running text: not weak, at least six letters.
SAFE_FORMS = sorted(
    {
        form
        for kind in (ZoneKind.OUTCOME, ZoneKind.PROPOSAL, ZoneKind.CASE, ZoneKind.PLAN, ZoneKind.HISTORY)
        for form in _HEADINGS[kind]["exact"]
        if len(form) >= 6 and form not in _WEAK
    },
    key=len,
    reverse=True,
)
FORMS = "|".join(re.escape(form[0].upper() + form[1:]) for form in SAFE_FORMS)
_CAPITALS = "|".join(
    re.escape(form.upper()) for form in [*SAFE_FORMS, "løsning", "løsninger", "høring", "bilag", "kompetence"]
)
_STOPPED = 3  # times that a text prints "Beslutning." or "Referat:" for it to be a heading
_OWNED = re.compile(r"\b(?:til|nye?|en|denne|[A-ZÆØÅa-zæøå-]+s) $")  # "Kommunens Beslutning."
# A body directly before "den": "Beslutning Økonomiudvalget den …", not "… bestyrelsens møde den 18. juni".
_BODY = rf"(?:Udvalget for [^.:]{{3,60}}?|(?:[A-ZÆØÅ][^.:]{{0,60}}?)?(?i:{lexicons.alternatives('line_words', 'bodies_named')}))(?: \([^()]{{1,14}}\)| \d{{4}}-\d{{2,4}})?"
_INLINE_HEADING = re.compile(
    rf"(?=[A-ZÆØÅ])(?:^(?P<opening>{_CAPITALS})(?= [A-ZÆØÅ][a-zæøå])"
    r"|^BESLUTNING(?:ER)? (?:I |FRA |PÅ )?[A-ZÆØÅ][A-ZÆØÅ ,&.-]{2,60}? DEN(?= [A-ZÆØÅ][a-zæøå])"
    rf"|(?<=[\w.,:;!?)”\"-] )(?:BESLUTNING(?:ER)? (?:I |FRA |PÅ )?[A-ZÆØÅ][A-ZÆØÅ ,&.-]{{2,60}}? DEN(?= [A-ZÆØÅ]|$)|(?P<capitals>{_CAPITALS})(?! AF )(?=:? |:?$)"
    rf"|(?P<undated>Beslutning(?:er)?(?: i(?: mødet?)?)? den ?:)"
    rf"|(?P<dated>Beslutning(?:er)? (?:i |fra |på )?{_BODY}(?: den (?:(?i:{DATE}):?|:|(?=[A-ZÆØÅ]))|, (?i:{DATE}):?(?= [A-ZÆØÅ])))"
    rf"|(?P<form>{FORMS})(?=:|:? [A-ZÆØÅ0-9\"”•-]|$)"
    r"|(?P<stopped>(?<=[.:?!)\w] )Beslutning\.)(?= [A-ZÆØÅ])"
    r"|(?P<reported>(?<=[.:?!)] )Referat)(?=: [A-ZÆØÅ])"
    rf"|(?P<owned>(?:[A-ZÆØÅ]{{2,}}[A-ZÆØÅ-]*,? (?:OG |& )?){{1,5}}BESLUTNING(?: I MØDET)?(?: DEN (?i:{DATE}))?|(?:[A-ZÆØÅ][\wæøå-]*,? (?:og |& )?){{0,3}}[A-ZÆØÅ][\wæøå-]*s beslutning(?: (?:i|på) mødet)?(?: den (?i:{DATE})))"
    rf"|(?P<history>[A-ZÆØÅ][\wæøå-]*(?: og [A-ZÆØÅ][\w-]*)?(?:udvalget|rådet|bestyrelsen)(?:s møde)?(?:,| den| d\.)? ?(?i:{DATE})(?:,? (?i:pkt\.?|punkt) ?\d+)?:)))"
)
# "… vedtages. Beslutning Havneudvalget, 22.11.2016 Anbefales": headings that their text follows on the line.
_DATED_HEADING = re.compile(rf"Beslutning (?:i |fra |på )?{_BODY}(?: den|,) (?i:{DATE}):?(?= [A-ZÆØÅ])")
_DATED_LEAST = 2
# After these a capital word is the object of the sentence, not a heading.
_GOVERNS = re.compile(
    r"\b(?:og|til|for|af|i|om|på|ved|med|den|det|fra|samt|eller|under|som|jf\.|kaldt|punkttype) $", re.IGNORECASE
)
# "SAGER TIL UDVALGETS AFGØRELSE": a group of points.
_GROUPED = re.compile(r"\bTIL (?:[A-ZÆØÅ/&-]+ ){0,4}$")


def is_stopped(lines: Sequence[Line]) -> bool:
    """Whether ``Beslutning.`` stands often enough to be a heading."""
    return sum(line.text.count("Beslutning. ") for line in lines) >= _STOPPED


def is_reported(lines: Sequence[Line]) -> bool:
    """Whether ``Referat:`` stands often enough to be the heading of each point's outcome."""
    return sum(line.text.count("Referat: ") for line in lines) >= _STOPPED


def inline_headings(text: str, *, stopped: bool = False, reported: bool = False) -> list[tuple[int, int]]:
    """Starts and ends of headings inside a line; ``Beslutning.`` is one where ``stopped``, ``Referat:`` where ``reported`` says so."""
    found = []
    for match in _INLINE_HEADING.finditer(text):
        if match["reported"] is not None and not reported:
            continue
        if match["stopped"] is not None and (
            not stopped or _OWNED.search(text, max(match.start() - 24, 0), match.start())
        ):
            continue
        named = match["form"] is not None or match["capitals"] is not None
        if named and _GOVERNS.search(text[max(match.start() - 12, 0) : match.start()]):
            continue
        if match["capitals"] is not None and _GROUPED.search(text, max(match.start() - 40, 0), match.start()):
            continue
        end = match.end()
        if text[end : end + 1] == ":":
            # "Beslutning: Godkendt." stays one line: heading and text.
            found.append((match.start(), match.start()))
            continue
        found.append((match.start(), end))
    return found


def headed_by_day(lines: Sequence[Line]) -> bool:
    """Whether lines hold the outcome's heading with its day in their midst, often enough for the text to print its headings so."""
    return (
        sum(1 for line in lines if "Beslutning" in line.text and _DATED_HEADING.search(line.text, 1) is not None)
        >= _DATED_LEAST
    )
