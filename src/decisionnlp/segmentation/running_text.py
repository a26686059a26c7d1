"""Minutes printed without line breaks: where, inside its few long lines, something begins that elsewhere begins a line.

The document's shape decides first: nearly all of it stands on long lines, and in their midst stand several marks that minutes
print at the beginning of a line. Only then the lines are cut at those marks: labels of the front matter and of a point
(``Sagsnr.:``), headings of zones, numbered titles that count on, and whole answers. Offsets stay as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from decisionnlp import lexicons
from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.dates import DATE
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import is_hour, is_ordinal, is_unnumbered_title
from decisionnlp.segmentation.outcome_words import CAPITAL_ANSWERS
from decisionnlp.segmentation.title_borders import SUBJECT, doubled, opener, with_first_name

_LONG = 300  # characters of a line that a page would have wrapped
_SHARE = 0.6  # of the text on such lines
_LEAST = 3  # marks in their midst
_AGENDAS = 20  # lists of what is to come that are read in one line
_LIST = 4000  # characters of one of them
_KINDS = 2  # different ones
_LEAD = 30  # characters from the head of the contents to their first row
_REACH = 150  # characters from a number to what shows it to be a title's

_HEADINGS = lexicons.load("zone_headings")
_WEAK = frozenset(_HEADINGS["weak"]["forms"])
_ZONED = (ZoneKind.OUTCOME, ZoneKind.PROPOSAL, ZoneKind.CASE, ZoneKind.PLAN, ZoneKind.HISTORY)
_STRONG = sorted(
    {form for kind in _ZONED for form in _HEADINGS[kind]["exact"] if len(form) >= 6 and form not in _WEAK},
    key=len,
    reverse=True,
)
_LABEL = rf"(?:{lexicons.alternatives('running_labels', 'labels')})(?: \d{{1,2}})?\.? ?:"
_CAPITAL = r"[A-ZÆØÅ\"”»]"
_FORM = "|".join(re.escape(form[0].upper() + form[1:]) for form in _STRONG)
_WEAK_FORM = "|".join(re.escape(form[0].upper() + form[1:]) for form in sorted(_WEAK, key=len, reverse=True))
# Behind one of these a capital word is the object of its sentence.
_GOVERNS = re.compile(
    rf"\b(?:{lexicons.alternatives('title_lines', 'governing')}|{lexicons.alternatives('running_labels', 'governing')}) $",
    re.IGNORECASE,
)
_BODY = r"(?:Udvalget for [A-ZÆØÅ][^.:?!]{2,50}?(?=,? (?:den|d\.)(?: |$))|[A-ZÆØÅ][\w.&-]*(?:,? (?:og |for )?[A-ZÆØÅ][\w&-]*){0,4}?(?:udvalg|udvalget|råd|rådet|bestyrelsen?|udvalgene)(?: \d{4}-\d{2,4})?)"
_YEAR = re.compile(
    r"(?<!/)\b(?:19|20)\d\d,? $"
)  # "Byrådets møde den 4. juni 2019 Punkt 3:": where the body treated the point
_MARKS = re.compile(
    rf"(?P<group>(?<= )(?:Lukket|Åbent?) (?:møde|dagsorden)(?= (?:Sag|Saq|Punkt|Pkt\.?) (?:nr\. )?\d))|"
    rf"(?<=\S )(?=[A-ZÆØÅ])(?:"
    rf"(?P<label>{_LABEL})"
    rf"|(?P<case>(?:Sags?[- ]?(?:nr|id|nummer)|Acadre|J\.? ?nr|Dok\.? ?nr)\.? (?=\d))"
    rf"|(?P<open>(?:Åben|Lukket) sag|(?:Åbent|Lukket) punkt)(?= (?:Sag|J\.|Acadre|Dok))"
    rf"|(?P<decision>Beslutning(?:er)?(?: i(?= den ?:)| (?:i |fra |på )?{_BODY})?,? (?:den|d\.)(?: ?(?i:{DATE}))?(?: ?:|(?= {_CAPITAL}|$| \d{{1,2}}\. at\b)))"
    rf"|(?P<capitals>BESLUTNING(?:ER)?(?: (?:I |FRA |PÅ )?[A-ZÆØÅ][A-ZÆØÅ ,&.-]{{2,60}}?)?,? (?:DEN|D\.)(?: ?(?i:{DATE}))?(?: ?:|(?= {_CAPITAL}|$)))"
    rf"|(?P<owned>(?<=[.:!?)] )[A-ZÆØÅ][\w.&-]*(?: (?:og )?[\w&-]+){{0,3}}?(?:rådet|udvalget|bestyrelsen)s [Bb]eslutning(?= {_CAPITAL}[\wæøå]* ?))"
    rf"|(?P<body>(?<=[.:!?)] ){_BODY},? den(?= {_CAPITAL}))"
    rf"|(?P<treated>{_BODY}(?:s møde)?,? (?:(?:den|d\.) ?)?(?i:{DATE}),? (?i:punkt|pkt\.?|sag)(?: nr\.?)? \d{{1,3}}(?=[.:]))"
    rf"|(?P<form>{_FORM})(?:(?= ?:)|(?= {_CAPITAL})|(?= \d{{1,2}}[.)] ))"
    rf"|(?P<weak>(?<=[.:!?)] )(?:{_WEAK_FORM})(?= {_CAPITAL}[\wæøå]*(?:en|et|ne|e)? ))"
    rf"|(?P<lead>(?:Det (?:indstilles|foreslås|anbefales)|(?<=[.:!?)”\"] )[A-ZÆØÅ][\wæøå-]{{3,40}} (?:indstiller|foreslår|anbefaler))(?:,| til |,? at\b))"
    rf"|(?P<absent>(?<=[.!?)] )(?:Fraværende|Afbud|Ikke til stede)(?= {_CAPITAL}[\wæøå]+ {_CAPITAL}))"
    rf"|(?P<answer>(?<=\w )(?:Til efterretning|Taget til efterretning|(?:{CAPITAL_ANSWERS}))\.(?= |$))"
    rf")"
)
# "… tages til efterretning. Orienteringen blev taget til efterretning": the answer behind a recommendation.
_TOLD = re.compile(
    r"(?<=[\w.)] )(?:[A-ZÆØÅ][\wæøå-]{3,30}(?:en|et|ne) (?:(?:blev|bliver|er) (?:herefter |enstemmigt |dermed )?)?"
    rf"(?:{lexicons.alternatives('running_labels', 'concluded')})\b"
    r"|(?:[A-ZÆØÅ][\wæøå-]*(?:udvalget|rådet|bestyrelsen)|Udvalget|Rådet|Bestyrelsen|[A-ZÆØÅ]{2,4}) (?:tog|godkendte|tiltrådte|vedtog|besluttede|drøftede)\b"
    rf"|(?:{CAPITAL_ANSWERS})\b)"
)
_NUMBERED = re.compile(r"(?:^|\s)(?:\d{1,3}[.):]|(?:Ad|[Pp]unkt|nr\.?) \d{1,3}) $")
_VALUE = re.compile(r" ?(?:[A-ZÆØÅ]{1,4}[ -])?[\d./-]{0,20}\d[\w./-]{0,30}(?= [A-ZÆØÅ0-9\"”])")
# "… ventes færdig i uge 24. Taget til efterretning", "med 5 stemmer mod 3. Sagen": no title
_WEEK = re.compile(r"\b(?:[Uu]ge|i?mod) $")
_CASE = re.compile(r"(?:Sags?\W?(?:nr|id|nummer)|J\.? ?nr|Dok)", re.IGNORECASE)
# "12/25773", a case number that no label announces; not the year "2018/19".
_CASE_NUMBER = re.compile(r"(?<=[\w)”\"] )(?!(?:19|20)\d\d/(?:\d\d(?!\d)|(?:19|20)\d\d\b))\d{2,4}/\d{2,6}(?= |$)")
_SENTENCE = re.compile(r"(?:[^\W\d_]{3,}|\b(?:19|20)\d\d)[.?!](?= [A-ZÆØÅ])")

_NUMBER = re.compile(
    r"(?:(?<=\s)|^)(?:[-–•] )?(?P<word>(?:Ad dagsordenspunkt|(?:Dagsordensp|P)unkt(?: nr\.?|:)?|PUNKT|Pkt\.?|PKT\.?|Ad\.?|AD|Sag(?: nr\.?)?|Saq nr\.) ?)?(?P<number>\d{1,3})(?P<mark>[.):]?)"
    r"(?P<gap> ?[–-]? ?)(?=[^\W\d_]|[\"”»])"
)
# "Forslag til dagsorden: 1. Referat 2. Budget": a list of what is to come.
_AGENDA = re.compile(
    r"\b(?:Forslag til |Endelig |Udkast til )?(?:[Dd]agsorden(?:en)?|Indholdsfortegnelse|Punkter(?: på åbent møde| til dagsorden(?:en)?)?)\b[^.]{0,40}?(?=\d{1,3}[.)] )"
)


_LISTING = re.compile(r"Indholdsfortegnelse|INDHOLDSFORTEGNELSE|Sagsoversigt")
_OF_POINTS = ("Beslutning", "BESLUTNING", "Indstilling", "INDSTILLING", "Sagsfrem", "SAGSFREM", "Sagsnr", "J.nr")


def is_running(lines: Sequence[Line]) -> bool:
    """Whether nearly all of the text stands on long lines that hold marks of minutes in their midst."""
    total = long = 0
    for line in lines:
        total += line.length
        if line.length >= _LONG:
            long += line.length
    if long < _SHARE * total or not long:
        return False
    found: list[str] = []
    for line in lines:
        if line.length >= _LONG:
            found += [kind for _, _, kind in _marks(line.text)]
            found += ["number"] * len(_worded(line.text))
    return len(found) >= _LEAST and (len(set(found)) >= _KINDS or found.count("number") >= _LEAST)


def running_cuts(lines: Sequence[Line]) -> dict[int, set[int]]:
    """Offsets at which to cut each line of a running text, by line index."""
    cuts: dict[int, set[int]] = {}
    worded = {line.index: _worded(line.text) for line in lines}
    use_worded = sum(len(places) for places in worded.values()) >= 2
    listed: list[str] = []
    for line in lines:
        text = line.text
        agendas = _agendas(text)
        listed += [text[start:end] for start, end in agendas[: max(_AGENDAS - len(listed), 0)]]
        marks = [
            mark
            for mark in _marks(text)
            if not (mark[2] == "Dagsorden" and all(mark[0] != start for start, _ in agendas))
        ]
        listing = _LISTING.search(text)
        if listing is not None and not any(
            start > listing.start() and text.startswith(_OF_POINTS, start) for start, _, _ in marks
        ):
            marks = [mark for mark in marks if mark[0] <= listing.start()]  # "Økonomi" is a title of the contents
        starts = sorted(start for start, _, _ in marks)
        places = {place for start, end, _ in marks for place in (start, end) if place}
        if listing is not None and any(0 < start - listing.end() <= _LEAD for start, _ in worded[line.index]):
            places.update((listing.start(), listing.end()))
        places.update(_answers(text, marks, starts))
        numbers = worded[line.index] if use_worded else _plain(text, starts)
        for start, after in numbers:
            if any(begin < start < end for begin, end in agendas):
                continue
            places.add(start)
            places.update(_title_ends(text, after, starts, listed, worded=use_worded))
        if places:
            cuts[line.index] = places
    return cuts


def _after(starts: Sequence[int], place: int, default: int) -> int:
    """The first of the ascending ``starts`` behind ``place``."""
    index = bisect_right(starts, place)
    return starts[index] if index < len(starts) else default


def _answers(text: str, marks: Sequence[tuple[int, int, str]], starts: Sequence[int]) -> Iterator[int]:
    """Where, behind a recommendation and before the next mark, a sentence tells what became of it."""
    for start, _, kind in marks:
        if kind in ("lead", "Indstilling", "Forslag") or text.startswith(("Indstilling:", "Forslag:"), start):
            told = _TOLD.search(text, start, _after(starts, start + 20, len(text)))
            if told is not None:
                yield told.start()


def _agendas(text: str) -> list[tuple[int, int]]:
    """Stretches that list what is to come (``Dagsorden: 1. Referat 2. Budget``): no sentence ends between their titles."""
    found: list[tuple[int, int]] = []
    for match in _AGENDA.finditer(text):
        if found and match.start() < found[-1][1]:
            continue
        if len(found) == _AGENDAS:
            break
        end, count, value = match.end(), 0, 0
        for number in _NUMBER.finditer(text, match.end(), match.end() + _LIST):
            if number.start() - end > _REACH * 2 or number["word"] or _SENTENCE.search(text, end, number.start()):
                break
            title = text[number.end() : number.end() + 12]
            if not number["mark"] or not title[:1].isupper():
                continue
            if int(number["number"]) <= value:
                break
            count, value, end = count + 1, int(number["number"]), number.end()
        if count >= _LEAST:
            found.append((match.start(), end))
    return found


# Whether a text runs on and where it is to be cut ask the same lines.
@lru_cache(maxsize=128)
def _marks(text: str) -> tuple[tuple[int, int, str], ...]:
    """Start of each mark, where its own text ends (0: it and what follows stay one line), and its kind."""
    return tuple(_found_marks(text))


def _found_marks(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _MARKS.finditer(text):
        kind = match.lastgroup or ""
        start, end = match.start(), match.end()
        if kind in ("form", "decision", "label", "weak") and _GOVERNS.search(text, max(start - 12, 0), start):
            continue
        if kind in ("form", "weak", "label", "case") and _NUMBERED.search(text, max(start - 12, 0), start):
            continue  # "7. Økonomi", "4. J.nr. 5 Takster": a title
        if kind in ("label", "case"):
            value = _VALUE.match(text, end) if kind == "case" or _CASE.match(match.group()) else None
            yield start, value.end() if value is not None else 0, match.group().rstrip(" .:")
        elif (
            kind in ("form", "weak", "decision", "body", "owned")
            and text[end - 1] != ":"
            and text[end : end + 2].strip()[:1] != ":"
        ):
            yield start, end, match.group()
        else:
            yield start, 0, kind


@lru_cache(maxsize=128)
def _worded(text: str) -> tuple[tuple[int, int], ...]:
    """Places and ends of numbers that say with a word to be a point's (``Punkt 2.``) and that count on; behind a list of the
    contents they count anew."""
    places: list[tuple[int, int, int]] = []
    for match in _NUMBER.finditer(text):
        if not match["word"] or not (match["mark"] or match["gap"].strip() or text[match.end()].isupper()):
            continue
        if _GOVERNS.search(text, max(match.start() - 12, 0), match.start()) or _YEAR.search(
            text, max(match.start() - 8, 0), match.start()
        ):
            continue
        places.append((match.start(), match.end(), int(match["number"])))
    found: list[tuple[int, int]] = []
    value = 0
    for place, (start, end, number) in enumerate(places):
        anew = (
            len(found) >= _LEAST
            and number < value
            and any(other == number + 1 for _, _, other in places[place + 1 : place + 3])
        )
        if not found or number == value + 1 or anew:
            found.append((start, end))
            value = number
    return tuple(found)


def _plain(text: str, starts: Sequence[int]) -> list[tuple[int, int]]:
    """Places and ends of numbers that a title and then a mark follow, with no sentence between them."""
    found: list[tuple[int, int]] = []
    for match in _NUMBER.finditer(text):
        if match["mark"] not in (".", ")") or match["word"] or not text[match.end()].isupper():
            continue
        if (
            is_ordinal(text[match.end() : match.end() + 12])
            or is_hour(text, match.start("number"), int(match["number"]))
            or _WEEK.search(text, max(match.start() - 5, 0), match.start())
        ):
            continue
        following = _after(starts, match.end(), -1)
        if following < 0 or following - match.end() > _REACH:
            continue
        between = text[match.end() : following]
        if _SENTENCE.search(between) or any(
            not is_ordinal(between[number.end() : number.end() + 12])  # "Budgetopfølgning pr. 31. marts"
            for number in _NUMBER.finditer(between)
        ):
            continue
        found.append((match.start(), match.end()))
    return found


def _title_ends(text: str, after: int, starts: Sequence[int], listed: Sequence[str], *, worded: bool) -> Iterator[int]:
    """Where the title that begins at ``after`` ends, and where a case number behind it does."""
    following = _after(starts, after, len(text))
    stop = min(after + _REACH, following)
    case = _CASE_NUMBER.search(text, after, stop + 12)
    if case is not None and case.start() < stop:
        yield case.start()
        yield case.end()
        return
    if not worded:
        return
    sentence = _SENTENCE.search(text, after, stop)
    known = _listed(text[after:stop], listed)
    rest = text[after + known : stop].lstrip(' .:–-"”')
    if known and (not rest or rest[0].isupper()):
        yield after + known
        return
    ends = [sentence.end()] if sentence is not None else []
    usual = usual_title(text[after:stop])
    if usual:
        ends.append(after + usual)
    subject = SUBJECT.search(text, after + 3, min(ends, default=stop))
    if subject is not None:
        ends.append(with_first_name(text, subject.start("subject"), after + 3))
    opening = opener(text, after + 3, stop)
    if opening is not None:
        ends.append(opening)
    again = doubled(text, after + 3, stop)
    if again is not None:
        ends.append(again)
    if ends:
        yield min(ends)


def usual_title(tail: str) -> int:
    """How many characters of ``tail`` are a title such as stands in most minutes, with a capital behind it; 0 for none."""
    for match in re.finditer(r"\S+(?= [A-ZÆØÅ])", tail[:60]):
        if is_unnumbered_title(tail[: match.end()]):
            return match.end()
    return 0


def _listed(tail: str, listed: Sequence[str]) -> int:
    """How many characters of ``tail`` are whole words that an agenda above prints just so; one word must fill a title there."""
    words = [match.end() for match in re.finditer(r"\S+", tail)]
    for end in reversed(words[1:15]):
        if any(tail[:end].rstrip(".:") in text for text in listed):
            return end
    if words:
        only = re.compile(rf"\. {re.escape(tail[: words[0]].rstrip('.:'))}(?= \d|$)")
        if any(only.search(text) for text in listed):
            return words[0]
    return 0


def agenda_lines(lines: Sequence[Line]) -> set[int]:
    """Indices of lines that list what is to come, where the points themselves are counted in words (``Pkt. 2: …``)."""
    if sum(len(_worded(line.text)) for line in lines) < 2:
        return set()
    return {line.index for line in lines if any(start == 0 for start, _ in _agendas(line.text))}
