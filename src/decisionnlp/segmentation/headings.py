"""Zone headings: which line (or beginning of a line) opens a proposal, a case, an outcome and so on."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from decisionnlp import lexicons
from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.dates import DATE, read_date
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.outcome_words import CAPITAL_ANSWERS, begins_answer
from decisionnlp.slotted import Slotted
from decisionnlp.stems import Stems

_LEXICON = lexicons.load("zone_headings")
_EXACT: dict[str, ZoneKind] = {form: kind for kind in ZoneKind for form in _LEXICON.get(kind, {}).get("exact", {})}
_WEAK = frozenset(_LEXICON["weak"]["forms"])
_LEADING = tuple(
    (ZoneKind(kind), re.compile(form, re.IGNORECASE))
    for kind in ("outcome", "proposal", "case", "history")
    for form in _LEXICON[kind].get("leading", {})
)
# The first word of any heading, for a cheap refusal.
_FIRST_WORDS = frozenset(form.split()[0].split("/")[0] for form in _EXACT)

_LEADING_HINT = Stems("indst", "anbefa", "foresl", "økonom", "referat", "vurdering", "forløb", "offentlig", "besluttet")
_DIGIT = re.compile(r"\d")
# A body and a digit after it, near the beginning of a line.
_DATED_HINT = re.compile(
    rf"(?:{lexicons.alternatives('line_words', 'bodies')}|{lexicons.alternatives('line_words', 'other_bodies')})\D{{0,90}}\d",
    re.IGNORECASE,
)
_BODY_STEMS = Stems(*lexicons.load("line_words")["bodies"], *lexicons.load("line_words")["other_bodies"])
_POLITICAL = rf"(?:[\w&,.\-/]+ ){{0,9}}?[\w&\-]*(?:{lexicons.alternatives('line_words', 'bodies_named')}|udvalget for [\w ,&\-]{{3,60}}?)"
_MEETS = re.compile(rf"{lexicons.alternatives('line_words', 'bodies')}|møde|forum|gruppe", re.IGNORECASE)
# "Beslutning", "Byrådets beslutning", "Beslutning i Økonomiudvalget den 4. juni 2019", "Beslutning fra møde i Byrådet 04-06-2019".
_DECISION = re.compile(
    r"(?P<owner>(?:[\w&,.\-]+ ){0,8}?[\w&.\-]+s )?(?:beslutning(?:er)?|behandling)\b"
    rf"(?P<middle>[^:\n]{{0,110}}?)(?:,? (?:den|d\.) ?|,? )(?P<date>{DATE})(?:,? ?(?:pkt|punkt|sag)\.?(?: ?nr)?\.? ?\d+)?(?:,? kl\.? ?\d\d[.:]\d\d)?[.:]?(?=\s|$|[A-ZÆØÅ])",
    re.IGNORECASE,
)
_DECISION_BARE = re.compile(
    r"(?P<owner>(?:[\w&,.\-]+ ){0,6}?[\w&.\-]+s )?beslutning(?:er)?(?P<middle> (?:i|fra|på|ved|af|truffet(?: (?:i|af|på))?) [^:.\n]{2,90})?(?:[.:](?=\s|$)|$)",
    re.IGNORECASE,
)
# A transcript that lost its digits: "Beslutning Økonomiudvalget den:".
_UNDATED = re.compile(
    r"(?:Beslutning(?:er)?(?: i(?: mødet?)?(?= den ?:)| (?:i )?(?P<body>[A-ZÆØÅ][^:.\d]{3,80}?))? den"
    r"|BESLUTNING(?:ER)?(?: (?:I )?(?P<capitals>[A-ZÆØÅ][A-ZÆØÅ ,&.-]{2,80}?))? DEN) ?(?::|$)"
)
_NOT_HEADING = re.compile(
    rf"\b(?:{lexicons.alternatives('line_words', 'no_headings')}|(?-i:[a-zæøå]{{3,}}(?:ede|dte|gte|kte|tte)))\b",
    re.IGNORECASE,
)
# "Teknikudvalget, 8. oktober 2019, pkt. 71:", "Økonomiudvalget den 04-06-2019:", "Byrådet d. 4/6-2019".
_BODY_AND_DATE = re.compile(
    rf"(?!(?:{lexicons.alternatives('line_words', 'events_of_bodies')})\b)(?P<body>{_POLITICAL})(?:s møde)?,?(?: (?:den|d\.))? ?(?P<date>{DATE})(?:,? ?\(?(?:pkt|punkt|sag)\.?(?: ?nr)?\.? ?\d+\)?)?(?P<end>\s?:|\s?[-–]|$|"
    # "Byplanudvalget den 19-08-2015 Taget til efterretning."
    rf"(?=\s+(?-i:{CAPITAL_ANSWERS}|Indstilling(?:en|erne)|(?:Udvalget|Byrådet|Rådet|Bestyrelsen|Kommunalbestyrelsen) [a-zæøå]+(?:e|g|r|s)\b"
    # "Byrådet, 22.11.2016 Nanna Vorup var fraværende. Godkendt."
    r"|[A-ZÆØÅ][\w'-]+(?: [A-ZÆØÅ][\w'-]+){1,3} (?:\([A-ZÆØÅ]{1,2}\) )?(?:var fraværende|var forhindret|deltog ikke|var inhabil))))",
    re.IGNORECASE,
)
# "Fraværende i Lerbæk Byråd, 31. maj 2022:"
_ABSENT = re.compile(r"(?:fraværende|afbud|til ?stede|ikke til ?stede|mødt)\b", re.IGNORECASE)
_GLUED = re.compile(
    r"(Beslutning|Indstilling|Sagsfremstilling|Resumé?|Referat|Bilag)(?=[A-ZÆØÅ][a-zæøå]|(?<=Beslutning)\d{1,2}\.? |(?<=Bilag)- ?[A-ZÆØÅ])"
)
# "Beslutning Godkendt.": heading and text on one line without a colon.
_RUN_IN = re.compile(
    r"(?P<word>Beslutning|Beslutninger|BESLUTNING|Indstilling|INDSTILLING|Sagsfremstilling|SAGSFREMSTILLING|Referat)\s+(?!Referat)(?=[A-ZÆØÅ][a-zæøå]+)"
)
_NUMBERING = re.compile(r"(?:\d{1,2}[.)]|[a-z]\))\s+")
_FIRM = (ZoneKind.OUTCOME, ZoneKind.PROPOSAL, ZoneKind.CASE)
# Labels of the agenda whose value stands on the next line.
_LABELS = frozenset(lexicons.load("line_words")["value_labels"])
_SORTS = frozenset({"beslutning", "orientering", "drøftelse"})
_DAY = re.compile(rf"(?:{DATE}|\d{{1,2}}\. ?[a-zæøå]+)", re.IGNORECASE)
_TRIM = " \t\u00a0.:,;-–*_"


@dataclass(slots=True)
class Heading(Slotted):
    """A zone heading: ``line`` is the index of its line, ``[start, end)`` its span, ``text`` the form printed, without colon.

    ``alone`` says that nothing follows on the line; ``date`` and ``body`` are those a heading such as
    ``Beslutning i Økonomiudvalget den 4. juni 2019`` names.
    """

    line: int
    kind: ZoneKind
    start: int
    end: int
    text: str
    alone: bool
    weak: bool = False
    date: date | None = None
    body: str | None = None
    numbered: bool = False


# "BESLUTNINGSPROTOKOL" / "fra det ordinære møde torsdag den 13. marts 2003"
_NAMES = frozenset({"beslutningsprotokol", "beslutningsreferat", "protokol", "referat"})
_TOP = 8  # lines in which a text names itself
_OF_BODY = re.compile(r"beslutninger (?:fra|på|i) [^.:]{3,60}møde$", re.IGNORECASE)
_OF_MEETING = re.compile(
    r"(?:fra|af|for|til) (?:(?:det|den|et) )?(?:[\wæøåÆØÅ-]+ ){0,5}?[a-zæøå]*møde[t]?\b(?:[ ,]+(?:(?:den|d\.|(?:man|tirs|ons|tors|fre|lør|søn)dag) ?){0,3}\d.{0,60})?$",
    re.IGNORECASE,
)


def find_headings(lines: Sequence[Line], marked: Collection[int] = ()) -> dict[int, Heading]:
    """The zone headings among ``lines``, by line index. ``marked`` are the lines that the reader knows to be headings."""
    found: dict[int, Heading] = {}
    for line in lines:
        heading = read_heading(line)
        if heading is not None:
            found[line.index] = heading
    alone = Counter(heading.text.lower() for heading in found.values() if heading.alone)
    inline = Counter(heading.text.lower() for heading in found.values() if not heading.alone)
    # Where a document uses strong headings on lines of their own, the weak words on such lines are headings, too.
    firm = sum(1 for heading in found.values() if heading.alone and not heading.weak and heading.kind in _FIRM)
    kept: dict[int, Heading] = {}
    for index, heading in found.items():
        form = heading.text.lower()
        above = kept.get(index - 1)
        if form in _NAMES and index + 1 < len(lines) and _OF_MEETING.match(lines[index + 1].text):
            continue  # the name of the document, printed on each of its pages
        if index < _TOP and heading.kind is ZoneKind.OUTCOME and heading.date is None and _OF_BODY.match(heading.text):
            continue  # its title, without the day
        if (
            above is not None
            and above.kind is ZoneKind.AGENDA
            and above.alone
            and lines[index].gap == 0
            and above.text.lower() in _LABELS
        ):
            continue  # the value of "Punkttype" and its kin, printed below the label
        if (
            form in _SORTS
            and heading.alone
            and index + 1 in found
            and any(
                found[near].text.lower() == "sagsgang og sagstype"
                for near in range(max(index - 3, 0), index)
                if near in found
            )
        ):
            continue  # "Sagsgang og sagstype" / "Byrådet" / "Beslutning": the kind of case
        if _among_bullets(lines, found, index):
            continue  # "• Konklusion" between other entries of a list
        if heading.weak and heading.kind is ZoneKind.OUTCOME and _under_title(lines, index):
            kept[index] = heading
            continue
        if heading.weak and index not in marked and not heading.text.isupper() and alone[form] + inline[form] < 2:
            line = lines[index]
            if (
                firm < 3
                or line.text.endswith(".")
                or (line.gap == 0 and index and not lines[index - 1].text.endswith((".", ":", "!", "?", ")")))
            ):
                continue
        if heading.numbered and (
            alone[form] < 2
            or heading.kind in (ZoneKind.ATTENDANCE, ZoneKind.AGENDA)
            or not _beside_headings(lines, found, index)
        ):
            continue
        kept[index] = heading
    _earlier_bodies(kept)
    return kept


def _among_bullets(lines: Sequence[Line], found: Mapping[int, Heading], index: int) -> bool:
    """Whether a line stands between two others with its own bullet and edge, neither of them a heading."""
    line = lines[index]
    if line.text[0] not in "•·▪" or not 0 < index < len(lines) - 1:
        return False
    return all(
        lines[near].text[0] == line.text[0] and lines[near].indent == line.indent and near not in found
        for near in (index - 1, index + 1)
    )


_PLAIN = frozenset({"beslutning", "beslutninger"})
_AS_POINT = re.compile(r"\b(?:pkt|punkt|sag)\b", re.IGNORECASE)
_NEAR = 25  # lines at most that tell what an earlier body decided


def _earlier_bodies(kept: dict[int, Heading]) -> None:
    """Make history of ``Beslutning fra Planudvalget, 30. november 2021, pkt. 56`` where a plain ``Beslutning`` comes next: the plain
    one is what this meeting did."""
    order = [index for index, heading in kept.items() if heading.kind in _FIRM]
    for index, following in itertools.pairwise(order):
        heading, other = kept[index], kept[following]
        if (
            heading.kind is ZoneKind.OUTCOME
            and heading.date is not None
            and _AS_POINT.search(heading.text)
            and other.kind is ZoneKind.OUTCOME
            and other.alone
            and other.text.lower() in _PLAIN
            and following - index <= _NEAR
        ):
            kept[index] = replace(heading, kind=ZoneKind.HISTORY)


def _beside_headings(lines: Sequence[Line], found: Mapping[int, Heading], index: int) -> bool:
    """Whether the numbered line next above or below is a heading, too: ``2. Økonomi`` among other points is a title."""
    above = next((place for place in range(index - 1, -1, -1) if _NUMBERING.match(lines[place].text)), -1)
    below = next((place for place in range(index + 1, len(lines)) if _NUMBERING.match(lines[place].text)), -1)
    return above in found or below in found


# "7. Takster", "Punkt 7: Takster": a numbered title above "Referat".
_TITLE = re.compile(r"(?:(?:Punkt|Pkt\.?|Sag nr\.?|Ad\.?) ?)?\d{1,4}[a-z]?[.:)]? +[A-ZÆØÅ\"”].{2,}")


def _under_title(lines: Sequence[Line], index: int) -> bool:
    """Whether a lone ``Referat`` stands right under a numbered title, set apart from it and from the text that follows."""
    if index == 0 or index + 1 >= len(lines) or not lines[index].gap or not lines[index + 1].gap:
        return False
    above = lines[index - 1]
    return above.length <= 160 and not above.text.endswith((".", ",", ";")) and _TITLE.match(above.text) is not None


def read_heading(line: Line) -> Heading | None:
    """The zone heading that ``line`` is or begins with, judged by the line alone."""
    text = line.text
    numbered = False
    offset = 0
    match = _NUMBERING.match(text) if text[0].isdigit() or text[1:2] == ")" else None
    if match is not None:
        offset = match.end()
        numbered = True
    elif text[0] in "•·▪":
        # "• Sagsfremstilling": a page that prints its zones as a list; only a whole line is a heading there.
        rest = text.lstrip("•·▪ \t")
        form = " ".join(rest.strip(_TRIM).lower().split())
        if rest and (_EXACT.get(form) in _FIRM or _DECISION.fullmatch(rest) is not None):
            offset = len(text) - len(rest)
    body = text[offset:]
    if not body or not (body[0].isalpha() or body[0] in "*_"):
        return None
    if body[0] in "*_":
        lead = len(body) - len(body.lstrip("*_ "))
        offset += lead
        body = body[lead:]
        if not body:
            return None
    colon = body.find(":", 0, 90)
    head = body[:colon] if colon >= 0 else body
    if len(head) <= 60:
        form = " ".join(head.strip(_TRIM).lower().split())
        kind = _EXACT.get(form)
        if kind is not None:
            rest = body[len(head) :].strip(_TRIM)
            if colon < 0 or not rest:
                weak = form in _WEAK and colon < 0
                return _heading(line, kind, line.start, line.end, head.strip(_TRIM), True, weak=weak, numbered=numbered)
            if form == "referat" and _DAY.fullmatch(rest):
                return None  # "Referat: 1. marts" names the document
            if not numbered:
                return _heading(line, kind, line.start, line.start + offset + colon + 1, head.strip(_TRIM), False)
            return None
    if numbered:
        return None
    lower = body[:110].lower()
    if "beslutning" in lower[:110] or "behandling" in lower[:110]:
        found = _decision(line, body, offset)
        if found is not None:
            return found
    worded = body[0] in "BISR"  # as all that a text may be glued to
    glued = _GLUED.match(body) if worded else None
    if glued is not None and len(body) > glued.end() + 2:
        return _heading(line, _EXACT[glued[1].lower()], line.start, line.start + offset + glued.end(), glued[1], False)
    if len(body) <= 200 and _LEADING_HINT.within(body):
        for kind, pattern in _LEADING:
            match = pattern.match(body)
            if match is not None and match.end() >= len(body.rstrip(":, ")):
                return _heading(line, kind, line.start, line.end, body.strip(_TRIM), True)
    if (
        body[0].isupper()
        and _DIGIT.search(body, 0, 160)
        and _BODY_STEMS.within(body[:160])
        and _DATED_HINT.search(body, 0, 160)
    ):
        match = _BODY_AND_DATE.match(body)
        if (
            match is not None
            and not _NOT_HEADING.search(match["body"])
            and not _DOCUMENT_TITLE.match(body)  # "Referat fra Magistratens møde den 18. marts 2019" is a title
            and (":" in match["end"] or "pkt" in match.group().lower() or "Kommune" not in match["body"])
        ):  # "Lerbæk Kommune, Byrådet 04-06-2019" is a page's header
            when, rest = read_date(match["date"]), body[match.end() :].strip()
            if match["end"].strip() not in ("-", "–") or not rest:
                kind = ZoneKind.ATTENDANCE if _ABSENT.match(match["body"]) else ZoneKind.HISTORY
                return _heading(
                    line, kind, line.start, line.start + offset + match.end(), match.group().strip(_TRIM), not rest,
                    when=when, body=match["body"],
                )  # fmt: skip
    run_in = _RUN_IN.match(body) if worded else None
    if (
        run_in is not None
        and (body.rstrip().endswith((".", "!")) or run_in["word"].isupper())
        and len(body) > run_in.end() + 3
    ):
        return _heading(
            line,
            _EXACT[run_in["word"].lower()],
            line.start,
            line.start + offset + run_in.end("word"),
            run_in["word"],
            False,
        )
    return None


# "Resumé af bestyrelsens beslutninger, mødet den 4. juni 2019": the title of the minutes.
_DOCUMENT_TITLE = re.compile(
    rf"(?:{lexicons.alternatives('line_words', 'document_titles')}) (?:af|over|fra)\b", re.IGNORECASE
)


def _decision(line: Line, body: str, offset: int) -> Heading | None:
    if _DOCUMENT_TITLE.match(body):
        return None
    match = _DECISION.match(body)
    if (
        match is not None
        and not _NOT_HEADING.search(match["middle"])
        and not _NOT_HEADING.search(match["owner"] or "")
        and not begins_answer(match["middle"].lstrip())  # "Beslutning Udsat til mødet den 4. juni"
    ):
        if (
            (
                body.lower().startswith("behandling")
                or "behandling" in match.group().lower()[: len(match["owner"] or "") + 10]
            )
            and not match.group().rstrip().endswith(":")
            and not re.search(r"pkt\.? ?\d+$", match.group().rstrip(" ."))
        ):
            return None
        rest = body[match.end() :].strip(_TRIM)
        named = (match["owner"] or "").strip() or _body_in(match["middle"])
        return _heading(
            line, ZoneKind.OUTCOME, line.start, line.start + offset + match.end(), match.group().strip(_TRIM), not rest,
            when=read_date(match["date"]), body=named,
        )  # fmt: skip
    match = _UNDATED.match(body)
    named = (match["body"] or match["capitals"] or "").strip() if match is not None else ""
    if match is not None and not _NOT_HEADING.search(named):
        rest = body[match.end() :].strip(_TRIM)
        return _heading(
            line,
            ZoneKind.OUTCOME,
            line.start,
            line.start + offset + match.end(),
            match.group().strip(_TRIM),
            not rest,
            body=named or None,
        )
    match = _OWNED.match(body)
    if match is not None and not _NOT_HEADING.search(match["body"]):
        return _heading(
            line,
            ZoneKind.OUTCOME,
            line.start,
            line.start + offset + match.end(),
            match.group(),
            False,
            body=match["body"],
        )
    match = _DECISION_BARE.match(body)
    if match is None or len(match.group()) > 130:
        return None
    middle, owner = match["middle"] or "", match["owner"] or ""
    if (not middle and not owner) or _NOT_HEADING.search(middle) or _NOT_HEADING.search(owner):
        return None
    if not body[0].isupper():
        return None
    if middle and not _MEETS.search(middle):
        return None
    rest = body[match.end() :].strip(_TRIM)
    if rest and not match.group().rstrip().endswith(":"):
        return None
    return _heading(
        line, ZoneKind.OUTCOME, line.start, line.start + offset + match.end(), match.group().strip(_TRIM), not rest,
        body=owner.strip() or _body_in(middle),
    )  # fmt: skip


# "Regionsrådets beslutning Høringssvaret blev godkendt.": the words of the heading end where a second capital stands.
_OWNED = re.compile(
    r"(?P<body>[A-ZÆØÅ][\wæøå-]*(?: (?:og )?[A-ZÆØÅ]?[\wæøå-]+){0,4}?(?:rådet|udvalget|bestyrelsen|direktionen|kommissionen))s [Bb]eslutning(?=:? [A-ZÆØÅ][\wæøå-]+ )"
)


def _body_in(middle: str) -> str | None:
    match = re.search(r"(?:\b(?:i|I|fra|FRA|af|AF|på|PÅ|ved|VED|for|FOR)\s+)?(?P<body>[A-ZÆØÅ][^\d:]{3,90})", middle)
    if match is None:
        return None
    return (
        re.sub(
            r"\s*(?:,|\bden\b|\bDEN\b|\bd\.|\bi mødet\b|\bpå mødet\b|\b(?:[Mm]an|[Tt]irs|[Oo]ns|[Tt]ors|[Ff]re)dag\b|s? møde\b).*$",
            "",
            match["body"],
        ).strip()
        or None
    )


def _heading(
    line: Line, kind: ZoneKind, start: int, end: int, text: str, alone: bool, *, weak: bool = False, numbered: bool = False,
    when: date | None = None, body: str | None = None,
) -> Heading:  # fmt: skip
    return Heading(line.index, kind, start, end, text, alone, weak, when, body, numbered)
