"""Lines that extraction has glued: a heading at the end of a paragraph, a title after another text, a page as one paragraph.

A line is only cut where number, title or a heading make the place certain; a piece is a line of its own with an empty line above it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial

from decisionnlp import lexicons
from decisionnlp.segmentation.absentees import around_absentees, behind_absentees
from decisionnlp.segmentation.answers_behind_titles import answers_behind_titles
from decisionnlp.segmentation.capital_letters import capital_letters
from decisionnlp.segmentation.cell_titles import cell_titles
from decisionnlp.segmentation.closing import closing_sentences
from decisionnlp.segmentation.glued_marks import behind_nothing, glued_marks
from decisionnlp.segmentation.glued_points import glued_points
from decisionnlp.segmentation.inline_headings import (
    FORMS,
    SAFE_FORMS,
    headed_by_day,
    inline_headings,
    is_reported,
    is_stopped,
)
from decisionnlp.segmentation.lettered_points import lettered_points
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.listed_titles import LISTING, listed_titles
from decisionnlp.segmentation.numbered_places import (
    META,
    bare_places,
    closed_behind,
    counted_places,
    numbered_places,
    sub_places,
    title_end,
    title_lengths,
)
from decisionnlp.segmentation.numbering import looks_like_sentence
from decisionnlp.segmentation.outcome_words import begins_answer, whole_answer
from decisionnlp.segmentation.paragraph_titles import paragraph_titles
from decisionnlp.segmentation.points_above import points_above
from decisionnlp.segmentation.recurring_openings import recurring_openings
from decisionnlp.segmentation.run_on_titles import title_ends
from decisionnlp.segmentation.running_text import agenda_lines, is_running, running_cuts
from decisionnlp.segmentation.series_items import series_ends
from decisionnlp.segmentation.tabs import tab_cuts
from decisionnlp.segmentation.titles import GROUP_BODY
from decisionnlp.segmentation.titles_between import titles_between
from decisionnlp.segmentation.undated_bodies import undated_bodies
from decisionnlp.segmentation.unmarked_titles import unmarked_titles

# "… kl. 16.30.Sagsfremstilling": a heading glued to the end of a paragraph.
_TRAILING = re.compile(rf"(?:(?<=[.?!:)”\"])(?:{FORMS})|(?<=[a-zæøå])(?:Beslutning|Indstilling|Sagsfremstilling)):?$")
# A cheap look before it: the last letters of each form.
_ENDING = 4
_ENDINGS = frozenset(form[-_ENDING:] for form in SAFE_FORMS)
# "Sagsfremstilling2. Godkendelse af dagsorden": a heading glued to the next title.
_TITLE_REPORT = re.compile(r"(?<=[a-zæøå.)\d])Referat$")  # "1. Meddelelse fra formandenReferat"
_HEADING_TITLE = re.compile(rf"(?:{FORMS}|Referat)(?=\d{{1,3}}\. ?[A-ZÆØÅ])")
_LONGEST_HEADING = max(map(len, SAFE_FORMS)) + 4  # with a number of three digits and its full stop
# "… dagsordenen?). 1. Godkendelse af referat:": a title glued to the end of the text above it.
_TEXT_TITLE = re.compile(r"(?<=[.?!):]) ?(?=(?P<number>\d{1,3})\. ?[A-ZÆØÅ][^.!?]{3,90}[:.]?$)")
_NUMBER = re.compile(r"(?P<number>\d{1,3})\.(?!\d)")
_LONG, _SHORT, _PAGE = 250, 40, 100
_FEW = 3  # lines of a text that is broken into none
# "… tages til efterretning. ØKONOMIUDVALGET 2. Takster", "… Godkendt. Orienteringspunkter: Havnen 8. Takster"
_words = partial(lexicons.alternatives, "title_lines")
_GROUP_ABOVE = re.compile(
    rf"(?:(?<=[.!?:] )(?:{GROUP_BODY}|(?=[A-ZÆØÅ])(?i:{_words('groups')}|{_words('doors')})\b[^.:!?\d]{{0,40}}(?::(?: [A-ZÆØÅ][^.:!?\d]{{2,40}})?)?)|(?<=\s)(?=Til [a-zæøå])(?i:{_words('doors')})) $"
)
_CAPITAL = re.compile(r"[A-ZÆØÅ]")
_OPEN_MARK = re.compile(r"(?:Åben|Lukket) sag\b|(?:Åbent|Lukket) punkt\b")
_CASE_NAMED = re.compile(r"\s*Sag: [^.:]{3,90}?\(\d[\d -]*\)(?= )")  # "Sag: Kalkning af kirken (1386)"


def cut_lines(lines: Sequence[Line], *, paged: bool = False) -> list[Line]:
    """``lines`` with glued ones cut; the list itself where nothing is glued.

    ``paged`` says that a document viewer printed each page as one paragraph, so that short lines may run on, too.
    """
    points: dict[int, set[int]] = {}
    for line, place in (*glued_points(lines), *paragraph_titles(lines), *unmarked_titles(lines)):
        _cut(points, line, [place])
    lines = _divided(lines, points) if points else lines
    running = is_running(lines)
    if running:
        lines = _divided(lines, running_cuts(lines))
    glued: dict[int, set[int]] = {}
    for line, place in (*glued_marks(lines), *recurring_openings(lines)):
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
        if not _kind_of_point(line, end, lines, cuts.get(line.index, ())) and not _OPEN_END.fullmatch(line.text, end):
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
    for line, place in (
        *behind_absentees(lines),
        *capital_letters(lines),
        *behind_nothing(lines),
        *titles_between(lines),
        *closing_sentences(lines),
        *answers_behind_titles(lines),
    ):
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


# "58. Salg af grund - Lukket punkt": the mark belongs to the title.
_OPEN_END = re.compile(r"\W*(?:Åbent?|Lukket|Fortroligt?)(?: (?:punkt|sag|møde))?\W*")
_KIND_NAMED = re.compile(rf"\S+ (?:{lexicons.alternatives('item_titles', 'kinds')}): ?$", re.IGNORECASE)
_MINUTES_BEHIND = re.compile(r"\.? ?\(\d{1,3} ?min\.?\)$")


def _kind_of_point(line: Line, end: int, lines: Sequence[Line], cuts: Collection[int]) -> bool:
    """``2. Orientering: Kalkning af kirken`` before ``Sagsnr.: 12``, ``3. Beslutning: Salg af grund (Lukket punkt)``,
    ``4. DEBAT: Ny lovgivning (20 min.)``: a colon behind the kind of the point, whose title goes on."""
    if not line.text[:end].rstrip().endswith(":"):
        return False
    later = min((place for place in cuts if place > end), default=line.length)
    rest = line.text[end:later].rstrip()
    if closed_behind(rest):
        return True
    named = _KIND_NAMED.match(line.text[:end]) is not None
    below = line.text[later : later + 20].strip()
    if not below and line.index + 1 < len(lines):
        below = lines[line.index + 1].text[:20]
    if named and len(rest) <= 120 and rest[:1].isupper():
        title = _MINUTES_BEHIND.sub("", rest)
        if not (
            title.endswith((".", "!", "?")) or whole_answer(title) or begins_answer(title) or looks_like_sentence(title)
        ):
            return True
    return META.match(f" {below}") is not None and rest[-1:] not in (".", "!", "?")


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
        if mark is not None and META.match(" " + line.text[:20]) and _CAPITAL.match(line.text, mark.end() + 1):
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
    rf"(?<=\S )(?=(?:{lexicons.alternatives('line_words', 'labels_inside')})(?: [a-zæøå ]{{2,22}})?: ?)"
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
                [*places, *(edge for span in inline_headings(line.text) if span[0] >= end for edge in span)],
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
    stopped, reported = is_stopped(lines), is_reported(lines)
    headings = {line.index: inline_headings(line.text, stopped=stopped, reported=reported) for line in long}
    if paged:
        headings |= {line.index: [] for line in long if _lists_only(line.text, headings[line.index])}
    places = numbered_places([line for line in lines if line.length >= _SHORT or line.text[0].isdigit()])
    # "Byrådets møde 28. november 2005 Punkt 2:" is a heading, and its number opens no item.
    places = [
        place for place in places if not any(start < place.at < end for start, end in headings.get(place.line, ()))
    ]
    recurring = title_lengths(places)
    counted = counted_places(places, paged=paged or len(lines) <= _FEW)
    if paged and not counted and (bare := bare_places(lines)):
        places, counted = [*places, *bare], set(bare)
    chosen = [place for place in places if (place in recurring or place in counted) and place.line not in agendas]
    for place in chosen:
        if place.line in headings:
            headings[place.line] = _behind_kind(lines[place.line].text, place.after, headings[place.line])
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
        title = title_end(line.text, place, recurring.get(place), headings[place.line])
        if title is not None:
            ends[place.line].append(title)
            mark = _OPEN_MARK.search(line.text, title, title + 120)
            named = _CASE_NAMED.match(line.text, title)
            if named is not None:
                ends[place.line].append(named.end())
            if mark is not None and META.match(" " + line.text[title:].lstrip()[:20]):
                ends[place.line].append(mark.end())
    for place in sub_places(long, chosen):
        ends[place.line].append(place.at)
        title = title_end(lines[place.line].text, place, None, headings[place.line])
        if title is not None:
            ends[place.line].append(title)
    for line in long:
        for start, end in headings[line.index]:
            ends[line.index] += [start, end]
        if inside[line.index]:
            ends[line.index] += around_absentees(line.text)
        _cut(cuts, line, ends[line.index])


_KIND = re.compile(r"\s*[A-ZÆØÅ][^.:!?]{2,60}: ?")


def _behind_kind(text: str, after: int, headings: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without the heading right behind a point's number that tells the point's kind and heads its title: ``2. Beslutning: Takster``
    before ``Sagsnr.: 12`` or another heading."""
    kind = _KIND.match(text, after)
    first = next((span for span in headings if span[0] >= after), None)
    if kind is None or first is None or text[after : first[0]].strip():
        return headings
    following = [span[0] for span in headings if span[0] > kind.end()]
    stop = min([*following[:1], kind.end() + 160, len(text)])
    meta = META.search(text, kind.end(), stop)
    title = text[kind.end() : meta.start() if meta is not None else stop].rstrip()
    if not closed_behind(title) and (
        len(title) < 4 or len(title) > 120 or title[-1] in ".!?" or (meta is None and not following)
    ):
        return headings
    return [span for span in headings if span is not first]


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
    if headed_by_day(lines):
        for line in lines:
            if line.length >= _SHORT:
                _cut(cuts, line, [edge for span in inline_headings(line.text) for edge in span])
