"""Lines that extraction has glued: a heading at the end of a paragraph, a title after another text, a page as one paragraph.

A line is only cut where number, title or a heading make the place certain; a piece is a line of its own with an empty line above it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from decisionnlp import lexicons
from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.absentees import behind_absentees
from decisionnlp.segmentation.cell_titles import cell_titles
from decisionnlp.segmentation.dates import DATE
from decisionnlp.segmentation.glued_marks import glued_marks
from decisionnlp.segmentation.glued_points import glued_points
from decisionnlp.segmentation.lettered_points import lettered_points
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.listed_titles import LISTING, listed_titles
from decisionnlp.segmentation.numbering import is_hour, is_ordinal, is_usual
from decisionnlp.segmentation.outcome_words import CAPITAL_ANSWERS
from decisionnlp.segmentation.points_above import points_above
from decisionnlp.segmentation.run_on_titles import SUBJECT, doubled, opener, presented, title_ends, with_first_name
from decisionnlp.segmentation.running_text import agenda_lines, is_running, running_cuts, usual_title
from decisionnlp.segmentation.series_items import series_ends
from decisionnlp.segmentation.tabs import tab_cuts
from decisionnlp.segmentation.titles import GROUP_BODY
from decisionnlp.segmentation.undated_bodies import undated_bodies

_HEADINGS = lexicons.load("zone_headings")
_WEAK = frozenset(_HEADINGS["weak"]["forms"])
# Headings that are safe inside running text: not weak, at least six letters.
_SAFE = sorted(
    {
        form
        for kind in (ZoneKind.OUTCOME, ZoneKind.PROPOSAL, ZoneKind.CASE, ZoneKind.PLAN, ZoneKind.HISTORY)
        for form in _HEADINGS[kind]["exact"]
        if len(form) >= 6 and form not in _WEAK
    },
    key=len,
    reverse=True,
)
_FORMS = "|".join(re.escape(form[0].upper() + form[1:]) for form in _SAFE)
_CAPITALS = "|".join(re.escape(form.upper()) for form in [*_SAFE, "løsning", "løsninger", "høring", "bilag"])
# "… kl. 16.30.Sagsfremstilling": a heading glued to the end of a paragraph.
_TRAILING = re.compile(rf"(?<=[.?!:)”\"])(?:{_FORMS}):?$")
# A cheap look before it: the last letters of each form.
_ENDING = 4
_ENDINGS = frozenset(form[-_ENDING:] for form in _SAFE)
# "Sagsfremstilling2. Godkendelse af dagsorden": a heading glued to the next title.
_TITLE_REPORT = re.compile(r"(?<=[a-zæøå.)])Referat$")  # "1. Meddelelse fra formandenReferat"
_HEADING_TITLE = re.compile(rf"(?:{_FORMS}|Referat)(?=\d{{1,3}}\. ?[A-ZÆØÅ])")
_LONGEST_HEADING = max(map(len, _SAFE)) + 4  # with a number of three digits and its full stop
# "… dagsordenen?). 1. Godkendelse af referat:": a title glued to the end of the text above it.
_TEXT_TITLE = re.compile(r"(?<=[.?!):]) ?(?=(?P<number>\d{1,3})\. ?[A-ZÆØÅ][^.!?]{3,90}[:.]?$)")
_NUMBER = re.compile(r"(?P<number>\d{1,3})\.(?!\d)")

_BARE_LEAST = 3  # numbers without a mark that make a row of points
_LONG, _SHORT, _PAGE = 250, 40, 100
_FEW = 3  # lines of a text that is broken into none
_BETWEEN = 2  # how many other numbers may stand between two of a run
_ROW = 5  # numbers that count on, from any number: a list inside a point begins with its first
_ALIKE = 60  # how many places of the same number are compared or passed over, so that the work stays linear
# "… den 18. juni Ad 2. Opfølgning": a number before a capital inside running text.
_INLINE = re.compile(
    r"(?:(?<=\s)|^)(?P<mark>(?:Ad\.? ?|AD ?|Pkt\.? ?|PKT\.? ?|(?:Beslutning for )?Punkt ?|PUNKT ?|Sag nr\. ?)?(?P<number>\d{1,3})(?:\s?[.:)] ?| \((?:Åbent?|Lukket)\) )|(?:SAG NR\.|Sa[gq] nr\.) ?(?P<case>\d{1,3}) |(?:Punkt|PUNKT|[Aa]d|Ad dagsordenens (?:punkt|pkt\.)) (?P<worded>\d{1,3}) )(?=[A-ZÆØÅ\"”»])"
)
_STOPPED = 3  # times that a text prints "Beslutning." or "Referat:" for it to be a heading
_OWNED = re.compile(r"\b(?:til|nye?|en|denne|[A-ZÆØÅa-zæøå-]+s) $")  # "Kommunens Beslutning."
# A body directly before "den": "Beslutning Økonomiudvalget den …", not "… bestyrelsens møde den 18. juni".
_BODY = (
    r"(?:Udvalget for [^.:]{3,60}?|(?:[A-ZÆØÅ][^.:]{0,60}?)?(?i:udvalget|udvalg|rådet|råd|bestyrelsen?|magistraten|repræsentationen|direktionen|"
    r"nævnet|forum|med|styregruppen))(?: \([^()]{1,14}\))?"
)
_INLINE_HEADING = re.compile(
    rf"(?=[A-ZÆØÅ])(?<=[\w.,:;!?)”\"-] )(?:(?P<capitals>{_CAPITALS})(?! AF )(?=:? |:?$)"
    rf"|(?P<undated>Beslutning(?:er)?(?: i(?: mødet?)?)? den ?:)"
    rf"|(?P<dated>Beslutning(?:er)? (?:i |fra |på )?{_BODY}(?: den (?:(?i:{DATE}):?|:|(?=[A-ZÆØÅ]))|, (?i:{DATE}):?(?= [A-ZÆØÅ])))"
    rf"|(?P<form>{_FORMS})(?=:|:? [A-ZÆØÅ0-9\"”•-]|$)"
    r"|(?P<stopped>(?<=[.:?!)\w] )Beslutning\.)(?= [A-ZÆØÅ])"
    r"|(?P<reported>(?<=[.:?!)] )Referat)(?=: [A-ZÆØÅ])"
    rf"|(?P<owned>(?:[A-ZÆØÅ]{{2,}}[A-ZÆØÅ-]*,? (?:OG |& )?){{1,5}}BESLUTNING(?: I MØDET)?(?: DEN (?i:{DATE}))?|(?:[A-ZÆØÅ][\wæøå-]*,? (?:og |& )?){{0,3}}[A-ZÆØÅ][\wæøå-]*s beslutning(?: (?:i|på) mødet)?(?: den (?i:{DATE})))"
    rf"|(?P<history>[A-ZÆØÅ][\wæøå-]*(?: og [A-ZÆØÅ][\w-]*)?(?:udvalget|rådet|bestyrelsen)(?:s møde)?(?:,| den| d\.)? ?(?i:{DATE})(?:,? (?i:pkt\.?|punkt) ?\d+)?:))"
)
# "… vedtages. Beslutning Havneudvalget, 22.11.2016 Anbefales": headings that their text follows on the line.
_DATED_HEADING = re.compile(rf"Beslutning (?:i |fra |på )?{_BODY}(?: den|,) (?i:{DATE}):?(?= [A-ZÆØÅ])")
_DATED_LEAST = 2
# "se nedenfor under punkt 6. Renovering": the number refers to an item and opens none.
_REFERS = re.compile(
    r"(?:\b(?:punkt|punkterne|pkt\.?|sag|[Uu]ge|nr\.?|[Bb]ilag|[Ss]ide|[Aa]fsnit|stk\.?|Chr\.|Fr\.|Kr\.|Gl\.)|§) $"
)
# After these a capital word is the object of the sentence, not a heading.
_GOVERNS = re.compile(
    r"\b(?:og|til|for|af|i|om|på|ved|med|den|det|fra|samt|eller|under|som|jf\.|kaldt) $", re.IGNORECASE
)
# "… tages til efterretning. ØKONOMIUDVALGET 2. Takster", "… Godkendt. Orienteringspunkter: Havnen 8. Takster"
_GROUP_ABOVE = re.compile(
    rf"(?:(?<=[.!?:] )(?:{GROUP_BODY}|(?=[A-ZÆØÅ])(?i:{lexicons.alternatives('title_lines', 'groups')})\b[^.:!?\d]{{0,40}}(?::(?: [A-ZÆØÅ][^.:!?\d]{{2,40}})?)?)|(?<=\s)Til (?:behandling|beslutning|drøftelse|orientering|efterretning) [-–] (?:for )?(?:åbne|lukkede) døre) $"
)
# "SAGER TIL UDVALGETS AFGØRELSE": a group of points.
_GROUPED = re.compile(r"\bTIL (?:[A-ZÆØÅ/&-]+ ){0,4}$")
# Metadata that ends a title in running text.
_META = re.compile(
    r"\s(?:J\.? ?nr\.?|Sags ?(?:nr|id|ID|nummer|behandler)|Sagnr|Dok\.? ?nr|Åben sag|Lukket sag|Åbent punkt|Initialer|Acadre)\b|\sSag: (?=[A-ZÆØÅ])"
)
# "Økonomiudvalget den 25. oktober 2005, pkt. 3": who treated the case, printed on behind its title.
_TREATED = re.compile(
    rf"\s[A-ZÆØÅ][\wæøå-]*(?: og [A-ZÆØÅ][\w-]*)?(?:udvalget|rådet|bestyrelsen)(?:s møde)?(?:,| den| d\.)? ?(?i:{DATE}),? (?i:pkt\.?|punkt) ?\d"
)
# "SAG NR. 1 MØDEPLAN 2010 FOR UDVALGET ADMINISTRATIONENS INDSTILLING": a title in capitals lasts as long as they do.
_SHOUTED = re.compile(r"(?:[A-ZÆØÅ0-9(][A-ZÆØÅ0-9.,/()&:–-]*\s+){3,}")
_CAPITAL = re.compile(r"[A-ZÆØÅ]")
_OPEN_MARK = re.compile(r"(?:Åben|Lukket) sag\b|(?:Åbent|Lukket) punkt\b")
_CASE_NAMED = re.compile(r"\s*Sag: [^.:]{3,90}?\(\d[\d -]*\)(?= )")  # "Sag: Kalkning af kirken (1386)"
_ANNEX = re.compile(r"\sBilag(?: nr\.)? \d{1,2}[.:] (?=[A-ZÆØÅ])")  # "2. Takster Bilag 1. Takstblad"
_LETTER_POINT = re.compile(r"\s[a-e][.)] [A-ZÆØÅ]")
_DEFINITE = re.compile(r"(?:(?<!s)en|elsen|et|erne|ene)$")  # "Bestyrelsen", not "Christensen"


# "Spørgsmål fra borgere ( ) Der er …": the case number that a transcript lost; with a page number behind it a row of the contents.
_EMPTIED = re.compile(r"\( \)(?! \d{1,3}(?: |$))")
# "Ikke til stede: Nanna Vorup Dagsordenen godkendt."
_ABSENT = re.compile(
    rf"\b(?:Ikke til stede|Fraværende|Afbud)(?: fra)?: ?[^.:]{{3,300}}?(?= (?:{CAPITAL_ANSWERS})\b"
    r"| [A-ZÆØÅ][a-zæøå]+(?:en|et|erne) (?:blev )?(?:godkendt|tiltrådt|vedtaget|drøftet|taget til)\b)"
)
# "Godkendt. Afbud: Nanna Vorup"
_ABSENT_BEHIND = re.compile(r"(?<=[a-zæøå][.!] )(?:Ikke til ?stede|Fraværende|Afbud)(?: fra| med afbud)?:(?= [A-ZÆØÅ])")
_SENTENCE = re.compile(r"(?:[^\W\d_]{3,}|[a-zæøå\d]\))[.?!](?= [A-ZÆØÅ])")
# "2. Takster (D + B) Kassereren …"
_KIND_END = re.compile(r"\((?:[BODE](?: ?[/+] ?[BOD])*|\d{1,3} ?min\.?)\)(?= (?:[A-ZÆØÅ\d(]|[–-] ))")
# "ADMINISTRATIONENS " before "INDSTILLING"
_OWNER = re.compile(r"(?<=\s)[A-ZÆØÅ]{4,}S\s+$")


# "ØU-74/06-B Takster": a case of the body's own register.
_REGISTER = re.compile(
    r"(?:(?<=\s)|^)(?P<series>[A-ZÆØÅ]{2,4})[ -]?(?P<number>\d{1,4})/(?:\d{4}|\d\d)(?:-[A-ZÆØÅ])? (?=[A-ZÆØÅ\"”»])"
)


@dataclass(frozen=True, slots=True)
class _Place:
    """A number inside running text: ``at`` is the mark's offset, ``tail`` what follows it."""

    line: int
    at: int
    value: int
    after: int
    tail: str
    series: str = ""


def cut_lines(lines: Sequence[Line], *, paged: bool = False) -> list[Line]:
    """``lines`` with glued ones cut; the list itself where nothing is glued.

    ``paged`` says that a document viewer printed each page as one paragraph, so that short lines may run on, too.
    """
    points: dict[int, set[int]] = {}
    for line, place in glued_points(lines):
        _cut(points, line, [place])
    lines = _divided(lines, points) if points else lines
    running = is_running(lines)
    if running:
        lines = _divided(lines, running_cuts(lines))
    glued: dict[int, set[int]] = {}
    for line, place in glued_marks(lines):
        _cut(glued, line, [place])
    lines = _divided(lines, glued)
    cuts = tab_cuts(lines)
    _headings(lines, cuts)
    _titles(lines, cuts)
    _running(lines, cuts, paged or running, agenda_lines(lines) if running else ())
    if paged or running:
        for line, at in lettered_points(lines):
            _cut(cuts, line, [at])
    ends = title_ends(lines)
    known = {line.index for line, _ in ends}
    ends += [(line, end) for line, end in cell_titles(lines) if line.index not in known]
    for line, end in [*ends, *series_ends(lines, {*cuts, *(line.index for line, _ in ends)})]:
        _cut(cuts, line, [end])
    _cells(lines, cuts)
    for line, places in points_above(lines):
        _cut(cuts, line, places)
    for line, start, end, _ in undated_bodies(lines):
        _cut(cuts, line, [start, end])
    if paged:
        _as_listed(lines, cuts)
        _front(lines, cuts)
    lines = _divided(lines, cuts)
    behind: dict[int, set[int]] = {}
    for line, place in behind_absentees(lines):
        _cut(behind, line, [place])
    return _divided(lines, behind)


def _divided(lines: Sequence[Line], cuts: Mapping[int, Collection[int]]) -> list[Line]:
    if not cuts:
        return list(lines)
    found: list[Line] = []
    for line in lines:
        begin = 0
        pieces = [*sorted(cuts.get(line.index, ())), line.length]
        for end in pieces:
            text = line.text[begin:end]
            lead = len(text) - len(text.lstrip())
            stripped = text.strip()
            if stripped:
                start = line.start + begin + lead
                found.append(
                    line.but(
                        index=len(found),
                        start=start,
                        end=start + len(stripped),
                        text=stripped,
                        gap=line.gap if begin == 0 else 1,
                        cut=line.cut and begin == 0,
                    )
                )
            begin = end
    return found


def _cut(cuts: dict[int, set[int]], line: Line, places: Iterable[int]) -> None:
    chosen = {place for place in places if 0 < place < line.length}
    if chosen:
        cuts.setdefault(line.index, set()).update(chosen)


def _headings(lines: Sequence[Line], cuts: dict[int, set[int]]) -> None:
    for line in lines:
        last = line.text[-1]
        if last.isalpha() or last == ":":
            trails = line.text.rstrip(":")[-_ENDING:] in _ENDINGS
            match = _TRAILING.search(line.text, max(line.length - 40, 0)) if trails else None
            if match is None and last == "t" and line.text[0].isdigit():
                match = _TITLE_REPORT.search(line.text, max(line.length - 10, 0))
            if match is not None:
                _cut(cuts, line, [match.start()])
        mark = _OPEN_MARK.search(line.text, 0, 120) if line.text[0] in "JSAI" else None
        if mark is not None and _META.match(" " + line.text[:20]) and _CAPITAL.match(line.text, mark.end() + 1):
            _cut(cuts, line, [mark.end()])  # "J.nr.: 12 Initialer: NV Åben sag Kassereren har …"
        if line.text[0].isupper() and "." in line.text[:_LONGEST_HEADING]:
            match = _HEADING_TITLE.match(line.text)
            if match is not None:
                _cut(cuts, line, [match.end()])


def _titles(lines: Sequence[Line], cuts: dict[int, set[int]]) -> None:
    """A first title that stands at the end of another line, where the next number opens a line of its own."""
    opening: dict[int, int] = {}
    for line in lines:
        match = _NUMBER.match(line.text) if line.text[0].isdigit() else None
        if match is not None:
            opening.setdefault(int(match["number"]), line.index)
    for line in lines:
        if line.length < 30 or line.text[0].isdigit():
            continue
        if not line.text[line.text.rfind(".", 0, line.length - 1) - 1].isdigit():
            continue  # no number before the last full stop inside the line: a cheap look
        match = _TEXT_TITLE.search(line.text, max(line.length - 110, 0))
        if match is None or match.start() < 12:
            continue
        number = int(match["number"])
        following = opening.get(number + 1)
        if number not in opening and following is not None and 0 < following - line.index <= 40:
            _cut(cuts, line, [match.end()])


# Labels of a page's front matter inside its one paragraph.
_LABELS = re.compile(
    r"(?<=\S )(?=(?:(?:Øvrige |Møde)?[Dd]eltagere|Til ?stede|Tilstede|Mødt|Fraværende|Der forelå afbud|Afbud|Medlemmer|Referent|"
    r"Mødeleder|Ordstyrer|Mødested|Sted|Bemærkninger til dagsordenen|Meddelelser|Dagsorden)(?: [a-zæøå ]{2,22})?: ?)"
    r"|(?<=\S )(?=(?:Sagsoversigt|Indholdsfortegnelse|INDHOLDSFORTEGNELSE)\b)|(?<=\S )(?=I mødet deltog )"
)


def _front(lines: Sequence[Line], cuts: dict[int, set[int]]) -> None:
    """The first pages of a transcript, up to the first item: cut at the labels of who was there, where and when."""
    for line in lines[:3]:
        end = min(cuts.get(line.index, {line.length}))
        _cut(cuts, line, [match.start() for match in _LABELS.finditer(line.text, 0, end)])
        if end < line.length:
            return


def _as_listed(lines: Sequence[Line], cuts: dict[int, set[int]]) -> None:
    for line, begin, end, places in listed_titles(lines):
        if begin not in cuts.get(line.index, ()):
            _cut(
                cuts,
                line,
                [*places, *(edge for span in _inline_headings(line.text) if span[0] >= end for edge in span)],
            )


_CELLS = re.compile(r"(?:Punkt|Pkt\.?) ?(?P<digits>\d{2,6})(?P<rest> ?min\.?)(?=[A-ZÆØÅ\"”])")
_SLOT = re.compile(r"(?:kl\.? ?)?\d{1,2}[.:]\d\d ?[-–] ?\d{1,2}[.:]\d\d(?=[A-ZÆØÅ])")


def _cells(lines: Sequence[Line], cuts: dict[int, set[int]]) -> None:
    """Rows of a table whose cells a page glues: ``Punkt 15 minDagsorden`` is point 1 of five minutes, the next one ``Punkt 210 min…``."""
    expected = 1
    rows: list[tuple[Line, list[int]]] = []
    for line in lines:
        match = _CELLS.match(line.text) if line.text[0] == "P" else None
        if match is None or not match["digits"].startswith(str(expected)) or match["digits"] == str(expected):
            continue
        rows.append((line, [match.start("digits") + len(str(expected)), match.end()]))
        expected += 1
    if len(rows) < 3:
        return
    for line, places in rows:
        _cut(cuts, line, places)
    for line in lines:
        slot = _SLOT.match(line.text)
        if slot is not None:
            _cut(cuts, line, [slot.end()])


def _running(lines: Sequence[Line], cuts: dict[int, set[int]], paged: bool, agendas: Collection[int] = ()) -> None:
    """Pages printed as one paragraph: cut at items whose number and title recur or that count on, and at headings.

    ``agendas`` are lines that list what is to come: they stay whole.
    """
    least = _PAGE if paged else _LONG
    if not any(line.length >= least for line in lines):
        _told_inside(lines, cuts)
        return
    long = [line for line in lines if line.length >= _SHORT]
    stopped, reported = _stopped(lines), _reported(lines)
    headings = {line.index: _inline_headings(line.text, stopped=stopped, reported=reported) for line in long}
    if paged:
        headings |= {line.index: [] for line in long if _lists_only(line.text, headings[line.index])}
    places = _places([line for line in lines if line.length >= _SHORT or line.text[0].isdigit()])
    # "Byrådets møde 28. november 2005 Punkt 2:" is a heading, and its number opens no item.
    places = [
        place for place in places if not any(start < place.at < end for start, end in headings.get(place.line, ()))
    ]
    recurring = _title_lengths(places)
    counted = _counted(places, paged=paged or len(lines) <= _FEW)
    if paged and not counted and (bare := _bare_places(lines)):
        places, counted = [*places, *bare], set(bare)
    chosen = [place for place in places if (place in recurring or place in counted) and place.line not in agendas]
    inside = Counter(place.line for place in chosen if place.at > 0 or (paged and place.tail[:1] and len(chosen) > 1))
    inside.update({index: len(found) for index, found in headings.items()})
    runs = [inside[line.index] for line in long if line.length >= least]
    if max(runs, default=0) < 3 and sum(runs) < (2 if paged else 4):
        _told_inside(lines, cuts)
        return  # no page of this text runs on over several points
    ends: dict[int, list[int]] = {line.index: [] for line in long}
    for place in chosen:
        line = lines[place.line]
        if place.line not in ends:
            continue
        ends[place.line].append(place.at)
        group = _GROUP_ABOVE.search(line.text, max(place.at - 90, 0), place.at)
        if group is not None:
            ends[place.line].append(group.start())
        title = _title_end(line.text, place, recurring.get(place), headings[place.line])
        if title is not None:
            ends[place.line].append(title)
            mark = _OPEN_MARK.search(line.text, title, title + 120)
            named = _CASE_NAMED.match(line.text, title)
            if named is not None:
                ends[place.line].append(named.end())
            if mark is not None and _META.match(" " + line.text[title:].lstrip()[:20]):
                ends[place.line].append(mark.end())
    for place in _sub_places(long, chosen):
        ends[place.line].append(place.at)
        title = _title_end(lines[place.line].text, place, None, headings[place.line])
        if title is not None:
            ends[place.line].append(title)
    for line in long:
        for start, end in headings[line.index]:
            ends[line.index] += [start, end]
        if inside[line.index]:
            ends[line.index] += [match.end() for match in _ABSENT.finditer(line.text)]
            ends[line.index] += [match.start() for match in _ABSENT_BEHIND.finditer(line.text)]
        _cut(cuts, line, ends[line.index])


_SUB = re.compile(r"(?:(?<=\s)|^)(?P<parent>\d{1,2})\.(?P<own>\d{1,2})\.? (?=[A-ZÆØÅ\"”»])")
_SUB_LEAST = 2  # sub-points that a text prints in its midst


def _sub_places(lines: Sequence[Line], chosen: Sequence[_Place]) -> list[_Place]:
    """Numbers of sub-points (``4.1. Formanden``) that count on from 1 behind the last print of their point."""
    last = {place.value: (place.line, place.at) for place in chosen}
    order = sorted((place.line, place.at, place.value) for place in chosen)
    found: list[_Place] = []
    count: dict[int, int] = {}
    for line in lines:
        for match in _SUB.finditer(line.text) if "." in line.text else ():
            here = (line.index, match.start(), 0)
            parent, own = int(match["parent"]), int(match["own"])
            above = bisect_left(order, here) - 1
            if (
                above < 0
                or order[above][2] != parent
                or order[above][:2] != last[parent]
                or own != count.get(parent, 0) + 1
            ):
                continue
            count[parent] = own
            found.append(
                _Place(line.index, match.start(), own, match.end(), line.text[match.end() : match.end() + 260])
            )
    return found if len(found) >= _SUB_LEAST else []


def _lists_only(text: str, headings: Sequence[tuple[int, int]]) -> bool:
    """Whether a page is the contents list: a title there (``Økonomi``) may be worded as a heading, none as the outcome's."""
    return (
        bool(headings)
        and LISTING.search(text, 0, headings[0][0]) is not None
        and not any(
            text.startswith(("Beslutning", "BESLUTNING", "Indstilling", "Sagsfrem"), start) for start, _ in headings
        )
    )


def _told_inside(lines: Sequence[Line], cuts: dict[int, set[int]]) -> None:
    """Lines that hold headings of zones, in a text that is broken into lines all the same: the outcome's, with its day, tells."""
    dated = (line for line in lines if "Beslutning" in line.text and _DATED_HEADING.search(line.text, 1) is not None)
    if sum(1 for _ in dated) >= _DATED_LEAST:
        for line in lines:
            if line.length >= _SHORT:
                _cut(cuts, line, [edge for span in _inline_headings(line.text) for edge in span])


def _stopped(lines: Sequence[Line]) -> bool:
    """Whether ``Beslutning.`` stands often enough to be a heading."""
    return sum(line.text.count("Beslutning. ") for line in lines) >= _STOPPED


def _reported(lines: Sequence[Line]) -> bool:
    """Whether ``Referat:`` stands often enough to be the heading of each point's outcome."""
    return sum(line.text.count("Referat: ") for line in lines) >= _STOPPED


def _inline_headings(text: str, *, stopped: bool = False, reported: bool = False) -> list[tuple[int, int]]:
    """Starts and ends of headings inside a line; ``Beslutning.`` is one where ``stopped``, ``Referat:`` where ``reported`` says so."""
    found = []
    for match in _INLINE_HEADING.finditer(text):
        if match["reported"] is not None and not reported:
            continue
        if match["stopped"] is not None and (
            not stopped or _OWNED.search(text, max(match.start() - 24, 0), match.start())
        ):
            continue
        if match["form"] is not None and _GOVERNS.search(text[max(match.start() - 12, 0) : match.start()]):
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


def _referred(text: str, at: int) -> bool:
    """Whether the number at ``at`` refers to an item or an annex: ``se punkt 6.``"""
    return _REFERS.search(text, max(at - 16, 0), at) is not None


def _places(long: Sequence[Line]) -> list[_Place]:
    found: list[_Place] = []
    for line in long:
        for match in _REGISTER.finditer(line.text) if "/" in line.text else ():
            title = line.text[match.end() : match.end() + 260]
            found.append(_Place(line.index, match.start(), int(match["number"]), match.end(), title, match["series"]))
        for match in _INLINE.finditer(line.text):
            if is_ordinal(line.text[match.end() : match.end() + 12]):
                continue
            if match.end("mark") - match.start("mark") < 6 and _referred(line.text, match.start()):
                continue
            if match["mark"][0].isdigit() and is_hour(line.text, match.start(), int(match["number"])):
                continue
            found.append(
                _Place(
                    line.index,
                    match.start(),
                    int(match["number"] or match["case"] or match["worded"]),
                    match.end(),
                    line.text[match.end() : match.end() + 260],
                )
            )
    return found


# "Mødepunkt Beslutning 1 Godkendelse af dagsorden Godkendt. 2 Takster …"
_BARE = re.compile(
    r"(?:(?<=[.!?)] )|(?<=[a-zæøå]punkt )|(?<=Beslutning )|(?<=Referat )|^)(?P<number>\d{1,2}) (?=[A-ZÆØÅ\"”»])"
    r"|(?<= )(?P<cased>\d{1,2}) (?=[A-ZÆØÅ0-9][^!?]{3,150}? Sag: [^:]{3,90}?\(\d{3,6}\))"
    r"|(?<= )(?P<usual>\d{1,2}) (?=(?:Eventuelt|Næste møde|Meddelelser)\b)"
)


def _bare_places(lines: Sequence[Line]) -> list[_Place]:
    """Numbers without any mark behind the end of a sentence, that count on from 1 and a usual title."""
    found: list[_Place] = []
    for line in lines:
        for match in _BARE.finditer(line.text):
            value = int(match["number"] or match["cased"] or match["usual"])
            last = found[-1].value if found else 0
            if value not in (1, last + 1) or is_ordinal(line.text[match.end() : match.end() + 12]):
                continue
            title = line.text[match.end() : match.end() + 260]
            if value == 1:
                if len(found) > 1 or not (is_usual(title) or title.startswith("Godkendelse")):
                    continue
                found = []  # "1 Referat for": the number of the page
            found.append(_Place(line.index, match.start(), value, match.end(), title))
    return found if len(found) >= _BARE_LEAST else []


def _title_lengths(places: Sequence[_Place]) -> dict[_Place, int | None]:
    """Places whose number and title stand in the text twice; for the later one how long the common title is."""
    lengths: dict[_Place, int | None] = {}
    seen: dict[int, deque[_Place]] = {}
    for place in places:
        for other in seen.get(place.value, ()):
            common = _common(other.tail, place.tail)
            if common >= 4:
                lengths.setdefault(other, None)
                if (lengths.get(place) or 0) < common:
                    lengths[place] = common
        seen.setdefault(place.value, deque(maxlen=_ALIKE)).append(place)
    return lengths


def _common(one: str, other: str) -> int:
    """How many characters both begin with, up to a word's end in ``other`` (and in ``one``)."""
    length = 0
    for first, second in zip(one.lower(), other.lower(), strict=False):
        if first != second:
            break
        length += 1
    while length and not (_word_ends(one, length) and _word_ends(other, length)):
        length -= 1
    return len(other[:length].rstrip(" -–("))


def _word_ends(text: str, length: int) -> bool:
    return length >= len(text) or not (text[length - 1].isalnum() and text[length].isalnum())


def _counted(places: Sequence[_Place], *, paged: bool = False) -> set[_Place]:
    """Places in a run that counts on by one for at least three numbers, from 1 or with usual titles among them; five on the pages
    of a viewer, which may go on from the last meeting's.

    A few numbers of another list (points of a proposal, annexes) may stand between two of a run. On the pages of a viewer two
    are enough where the first one is a usual title, or all of them stand in capitals.
    """
    found: set[_Place] = set()
    ordered = sorted(places, key=lambda place: place.series)
    for first, place in enumerate(ordered):
        if place in found:
            continue
        run, skipped, alike = [place], 0, 0
        for ahead in range(first + 1, len(ordered)):
            other = ordered[ahead]
            if other.series != place.series or skipped > _BETWEEN or alike > _ALIKE:
                break
            if other.value == run[-1].value + 1 and other not in found:
                run.append(other)
                skipped = alike = 0
            elif other.value != run[-1].value:
                skipped += 1
            else:
                alike += 1
        pair = place.series or (
            paged and ((place.value == 1 and is_usual(place.tail)) or (place.value == 0 and is_usual(run[-1].tail)))
        )
        shouted = paged and len(run) > 1 and all(_SHOUTED.match(one.tail) is not None for one in run)
        if len(run) >= (2 if pair or shouted else 3) and (
            place.series
            or place.value <= (2 if paged else 1)
            or shouted
            or (paged and len(run) >= _ROW)
            or any(is_usual(one.tail) for one in run)
        ):
            found.update(run)
    return found


def _title_end(text: str, place: _Place, common: int | None, headings: Sequence[tuple[int, int]]) -> int | None:
    """Where the title that begins at ``place`` ends: known from the contents list, or told by what follows."""
    stop = min(place.after + 200, len(text))
    shouted = _SHOUTED.match(text, place.after)
    if shouted is not None:
        zone = next((start for start, _ in headings if place.after < start <= shouted.end()), None)
        owner = _OWNER.search(text, place.after, zone) if zone is not None else None
        return owner.start() if owner is not None else zone if zone is not None else shouted.end()
    if common is not None:
        end = place.after + common
        rest = text[end:].lstrip(" .:)(")
        if not rest or not rest[0].islower():
            return end
    ends = [start for start, _ in headings if place.after < start <= stop]
    emptied = _EMPTIED.search(text, place.after, stop)
    if emptied is not None:
        ends.append(emptied.end())
    for pattern in (_META, _LETTER_POINT, _TREATED, _ANNEX):
        match = pattern.search(text, place.after, stop)
        if match is not None:
            ends.append(match.start())
    sentence = _SENTENCE.search(text, place.after, stop)
    match = SUBJECT.search(text, place.after, sentence.end() if sentence is not None else stop)
    if match is not None:
        subject = match["subject"].split()
        begin = match.start("subject")
        if len(subject) == 2 and (_DEFINITE.search(subject[1]) or subject[0] == subject[1]):
            begin += len(subject[0]) + 1
        begin = with_first_name(text, begin, place.after)
        if begin > place.after and not presented(text, begin):
            ends.append(begin)
    ends += [end for end in (opener(text, place.after + 3, stop), doubled(text, place.after, stop)) if end is not None]
    kind = _KIND_END.search(text, place.after, stop)
    if kind is not None:
        ends.append(kind.end())
    usual = usual_title(text[place.after : stop])
    if usual:
        ends.append(place.after + usual)
    bracketed = sentence is not None and text[sentence.end() - 2] == ")"  # "2. Budget (Bilag 2). Bo gennemgik …"
    if (bracketed or not ends) and sentence is not None and sentence.end() - place.after <= 100:
        ends.append(sentence.end())
    for following in _INLINE.finditer(text, place.after, stop):
        if not _referred(text, following.start()):
            ends.append(following.start())
            break
    if not ends or min(ends) - place.after > 100:
        colon = re.compile(r"\w: ?(?=[A-ZÆØÅ])").search(text, place.after, min(stop, place.after + 60))
        if colon is not None:
            ends.append(colon.end())
    return min(ends) if ends else None
