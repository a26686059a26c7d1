"""What a web page glues to the end of a line: the next point's number, a label of the front matter, the word ``Referat:``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import is_ordinal

# "… godkendt.2. Takster", "(referent)1. Takster", "Nanna VorupPunkt 4."
# (Each pattern begins with the character that is rare, for speed.)
_MARK = re.compile(r"\d(?<=[a-zæøåé.!?:)”].)(?<!\d[.:].)\d{0,2}\.(?:(?=\s+[^\W\d_])|(?=[A-ZÆØÅ][a-zæøå]))")
_WORDED = re.compile(r"P(?<=[a-zæøåé.!?:)”].)(?:unkt|kt\.?) ?(?P<number>\d{1,3})\.(?=\s|$)")
_REFERS = re.compile(r"(?:\b(?:pkt|punkt|nr|kl|d|den|stk|side|bilag|sag|kap|ca|kr|jf|af|til)\.?|§)$", re.IGNORECASE)
_OPENS = re.compile(r"(?:(?:Punkt|Pkt\.?) ?)?(?P<number>\d{1,3})[.:)](?!\d)")
_MOST = 400  # numbers in a text whose lines are compared
_REACH = 60  # lines from one number of the run to the next
# "i bispegårdenFraværende medlemmer:", "VorupTil mødet er indbudt:", "EventueltReferat:", "19-21 Dagsorden:"
_LABEL = re.compile(
    r"[RDFATMO](?<=[a-zæøå].)(?:eferat|agsorden|eltagere|raværende|fbud|il ?stede|remmødte|ødedeltagere|rdstyrer|ødeleder|eferent|"
    r"il mødet er indbudt)(?: [a-zæøå]{3,30}){0,2} ?:|M(?<=[a-zæøå].)ed venlig hilsen$|D(?<=\s{5}.)agsorden:$|E(?<=[a-zæøå.!?].)v(?:t\.|entuelt):?$"
)
_REPORT = re.compile(r"Referat: ?")
# "Meddelelser:Åbne": the title of a row of points behind a title without text.
_OPENNESS = re.compile(r":(?=(?:Åbne|Lukkede)(?: punkter| sager)?:?$)")
_HEAD = 40  # lines at the top of a text


# "9. Eventuelt Intet. Næste møde er …": what closes the minutes behind a last point that says nothing.
_NOTHING = re.compile(
    r"(?:Evt\.?|Eventuelt)[.:]? ?(?:Referat: ?|Beslutning:? ?)?(?:Intet|Ingen[^.]{0,20})\. (?=Næste (?:ordinære )?møde\b|Mødet (?:slut|hæv|afslut|blev (?:hævet|afsluttet))|Referent:|Underskrift)"
)


# The same below the title, cut from it: "Der var intet til punktet. Lerbæk, den 4. juni".
_LAST = re.compile(r"(?:^|\d[.:)]? ?)(?:Evt\.?|Eventuelt)[.:]?$")
_NOTHING_BELOW = re.compile(r"(?:Der var )?[Ii]n(?:tet|gen)[^.\d]{0,40}\. (?=[A-ZÆØÅ/_])")


def behind_nothing(lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """Where the closing lines begin behind what a last point, *Eventuelt*, says: that there was nothing."""
    for above, line in pairwise(lines):
        nothing = _NOTHING_BELOW.match(line.text) if _LAST.search(above.text) else None
        if nothing is not None:
            yield line, nothing.end()


def glued_marks(lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """Offsets in lines where something of its own begins: numbers that count on in a row of points, labels of the front matter."""
    for line in lines:
        openness = _OPENNESS.search(line.text) if line.text.endswith(("e", "r", ":")) and line.length <= 60 else None
        if openness is not None:
            yield line, openness.end()
    for line in lines[:_HEAD]:
        if not (":" in line.text or "venlig" in line.text or "Ev" in line.text):
            continue  # a cheap look
        for match in _LABEL.finditer(line.text):
            yield line, match.start()
            report = _REPORT.match(line.text, match.start())
            if report is not None:
                yield line, report.end()
    for line in lines:
        if "Intet. " in line.text or "Ingen" in line.text:
            yield from ((line, match.end()) for match in _NOTHING.finditer(line.text))
    yield from _numbers(lines)


def _numbers(lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    places: list[tuple[int, int, int]] = []  # line, offset, value
    for line in lines:
        if "." not in line.text:
            continue
        worded = _WORDED.finditer(line.text, 3) if "Punkt" in line.text or "Pkt" in line.text else ()
        for match in (*_MARK.finditer(line.text, 3), *worded):
            if _REFERS.search(line.text[max(match.start() - 8, 0) : match.start()]) or is_ordinal(
                line.text[match.end() :].lstrip()
            ):
                continue
            places.append((line.index, match.start(), int(match[match.lastgroup or 0].rstrip("."))))
    if not places:
        return
    for line in lines:
        opens = _OPENS.match(line.text)
        if opens is not None:
            places.append((line.index, 0, int(opens["number"])))
    if len(places) > _MOST:
        return
    places.sort()
    for place, (index, offset, value) in enumerate(places):
        if not offset:
            continue
        before = [other for other in places[:place] if index - other[0] <= _REACH]
        after = [other for other in places[place + 1 :] if other[0] - index <= _REACH]
        follows = any(other[2] == value + 1 for other in after)
        leads = any(other[2] == value - 1 for other in before)
        # Its own number must not open a line between the two it stands between.
        first = max((other[0] for other in before if other[2] == value - 1), default=-1)
        last = min((other[0] for other in after if other[2] == value + 1), default=len(lines))
        twin = any(other[2] == value and other[1] == 0 and first <= other[0] <= last for other in places)
        start = value == 1 or not any(other[2] < value for other in before)  # "Punkt 61." begins a year's count
        last_of_row = leads and any(other[2] == value - 2 for other in before)
        if not twin and ((follows and (leads or start)) or last_of_row):
            yield lines[index], offset
