"""Case numbers, KLE numbers, council numbers and legal references, normalised."""

from __future__ import annotations

import re
from functools import partial

from decisionnlp import lexicons
from decisionnlp.document import Identifier
from decisionnlp.flattening import FlatText, flatten
from decisionnlp.stems import Stems

_words = partial(lexicons.alternatives, "identifiers")
# 02.34.02-P19-8-19: a KLE number with facet, serial and year; 00.30.00: the bare number.
_KLE = re.compile(r"(?<![\d.])(?P<value>\d{2}\.\d{2}\.\d{2}(?:-[A-ZÆØÅ]\d{2}(?:-\d{1,5}-\d{2,4})?)?)(?![\d.]*\d)")
# Sagsnr.: 330-2019-5127 · Sag: EMN-2022-004417 · Sagsid. 20/41876 · Journalnr. 1-31-72-9-19
_LABELLED = re.compile(
    rf"\b(?:{_words('case_labels')})\b\.?\s?(?:nr\.?\s?)?:?\s?"
    r"(?P<value>(?=[\w./-]*\d)[A-ZÆØÅa-zæøå]{0,4}-?\d[\w]*(?:[-./]\w*\d\w*){0,5})",
    re.IGNORECASE,
)
# Forms that are case numbers also without a label.
_CASE = re.compile(
    r"(?<![\w/.-])(?P<value>[A-Z]{2,4}-20\d{2}-\d{4,6}|\d{3}-20\d{2}-\d{2,6}|\d-\d{1,2}-\d{2}-\d{1,4}-\d{2}|\d{2}/\d{4,6})(?![\w/-])"
)
# BR 118/02: a decision of Copenhagen's council.
_COUNCIL = re.compile(r"(?<!\w)BR\s?(?P<value>\d{1,4}/(?:20)?\d{2})(?!\w)")
_SECTION = r"§{1,2}\s?\d+(?!\d)(?:\s?[a-zæøå](?!\w))?(?:\s?(?:-|–|og)\s?\d+(?:\s?[a-z](?!\w))?)?(?:,?\s?stk\.?\s?\d+)?(?:,?\s?(?:nr|pkt)\.?\s?\d+)?(?:,?\s?\d+\. pkt\.)?"
# planlovens § 19 · lov om kommunernes styrelse § 17, stk. 4 · § 17, stk. 4, i lov om social service · § 18-midler is a grant's name.
_LAW = re.compile(
    rf"(?:(?P<before>\b(?:lov(?:en)? om [a-zæøå ,-]{{3,60}}?|[A-ZÆØÅa-zæøå-]{{1,40}}(?:{_words('rule_endings')})|(?:{_words('laws')})lov(?:en)?|[A-ZÆØÅ]{{2,4}}L)),?\s)?"
    rf"(?P<section>{_SECTION})(?!-?[a-zæøå]*mid(?:ler|del))(?P<after>,?\si\s(?:lov om [a-zæøå]+(?: (?:[a-zæøå]+))?|[a-zæøå]+loven))?",
    re.IGNORECASE,
)
_ACT = re.compile(
    rf"\b(?P<kind>{_words('acts')})\s(?:nr\.?\s)?(?P<number>\d{{1,5}})\s(?:af\s)"
    r"(?P<date>(?:d\. |den )?\d{1,2}[./-] ?(?:\d{1,2}[./-]\d{2,4}|[a-z]+ \d{4}))",
    re.IGNORECASE,
)
_PLAN = re.compile(
    rf"\b(?P<kind>{_words('plans')})\s(?:nr\.?\s)?(?P<value>\d+(?:[-.]\w*\d\w*){{0,4}}[A-Z]?)(?![\w])",
    re.IGNORECASE,
)
# One of them stands in every match of the pattern.
_CASE_STEMS = Stems("sag", "nr", "journal", "dok", "acadre", "esdh")
_ACT_STEMS = Stems("lov", "lbk", "bek", "cir", "vej")
_PLAN_STEMS = Stems("plan", "tillæg")
_PREFILTER = re.compile(rf"§|\d[-/.]\w*\d|\b(?:{_words('signs')})", re.IGNORECASE)
_DATE_LIKE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})$")


def find_identifiers(text: FlatText | str) -> list[Identifier]:
    """All identifiers in order, not overlapping, with offsets into the source.

    ``kind``: ``case``, ``kle``, ``council`` (BR numbers), ``law``, ``act``, ``plan``. ``value`` is normalised: blanks folded,
    ``planlovens § 19`` as ``planloven § 19``, ``§ 17, stk. 4``.
    """
    flat = flatten(text) if isinstance(text, str) else text
    line = flat.text
    if not _PREFILTER.search(line):
        return []
    candidates: list[tuple[int, int, str, str, str]] = []
    if line.count(".") > 1:
        candidates += [
            (*match.span("value"), "kle", match.group("value"), "kle")
            for match in _KLE.finditer(line)
            if not _DATE_LIKE.match(match.group("value")) or int(match.group("value")[3:5]) > 12
        ]
    if "BR" in line:
        candidates += [
            (*match.span(), "council", f"BR {match.group('value')}", "br") for match in _COUNCIL.finditer(line)
        ]
    if "§" in line:
        candidates += [(*match.span(), "law", _law(match), "section") for match in _LAW.finditer(line)]
    if _ACT_STEMS.within(line):
        candidates += [(*match.span(), "act", _act(match), "act") for match in _ACT.finditer(line)]
    if _PLAN_STEMS.within(line):
        candidates += [(*match.span(), "plan", _plan(match), "plan") for match in _PLAN.finditer(line)]
    for match in _LABELLED.finditer(line) if _CASE_STEMS.within(line) else ():
        value = match.group("value")
        if len(value) > 3 and re.search(r"[-/.]|\d{5}", value) and not _DATE_LIKE.match(value):
            candidates.append(
                (*match.span("value"), "case", value.upper() if value[0].isalpha() else value, "labelled")
            )
    if "-" in line or "/" in line:
        candidates += [(*match.span("value"), "case", match.group("value"), "form") for match in _CASE.finditer(line)]
    found: list[Identifier] = []
    taken = 0
    for start, end, kind, value, rule in sorted(candidates, key=lambda item: (item[0], -item[1])):
        if start >= taken:
            span = flat.span(start, end)
            found.append(Identifier(line[start:end], span.start, span.end, kind, value, rule))
            taken = end
    return found


def _act(match: re.Match[str]) -> str:
    day = match.group("date").removeprefix("den ").removeprefix("d. ")
    return f"{match.group('kind').lower()} nr. {match.group('number')} af {day}"


def _plan(match: re.Match[str]) -> str:
    kind = match.group("kind").lower()
    name = "lokalplan" if kind.startswith("lokalplan") else "kommuneplantillæg" if kind.startswith("komm") else kind
    return f"{name} {match.group('value')}"


def _law(match: re.Match[str]) -> str:
    section = re.sub(r"§{1,2}\s?", "§ ", match.group("section"))
    section = re.sub(r",?\s?stk\.?\s?", ", stk. ", section)
    section = re.sub(r",?\s?nr\.?\s?(?=\d)", ", nr. ", section)
    before = (match.group("before") or "").strip(" ,")
    after = re.sub(r"^,?\si\s", "", match.group("after") or "")
    name = before or after
    if name and name[0].isupper() and not name.isupper():
        name = name[0].lower() + name[1:]
    if name.endswith(("ens", "ernes", "ets")):
        name = name[:-1]
    return f"{name} {section}".strip()
