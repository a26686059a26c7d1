"""Numbers of points inside running text: which of them count on, and where the title behind each ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from decisionnlp.segmentation.dates import DATE
from decisionnlp.segmentation.glued_points import all_days
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import closed_title, is_hour, is_ordinal, is_usual
from decisionnlp.segmentation.running_text import usual_title
from decisionnlp.segmentation.title_borders import SUBJECT, doubled, opener, presented, with_first_name

_BARE_LEAST = 3  # numbers without a mark that make a row of points
_BETWEEN = 2  # how many other numbers may stand between two of a run
_ROW = 5  # numbers that count on, from any number: a list inside a point begins with its first
_ALIKE = 60  # how many places of the same number are compared or passed over, so that the work stays linear
# "… den 18. juni Ad 2. Opfølgning": a number before a capital inside running text.
_INLINE = re.compile(
    r"(?:(?<=\s)|^)(?P<mark>(?:Ad\.? ?(?:pkt\.? ?|(?:dagsordens)?punkt ?)?|AD ?|Pkt\.? ?|PKT\.? ?|(?:Beslutning for )?Punkt ?|PUNKT ?|Sag nr\. ?)?(?P<number>\d{1,3})(?:\s?(?:\.:|[.:)]) ?| \((?:Åbent?|Lukket)\) )|(?:SAG NR\.|Sa[gq] nr\.) ?(?P<case>\d{1,3}) |(?:Punkt|PUNKT|[Aa]d|Ad (?:dagsordenens )?(?:punkt|pkt\.)) (?P<worded>\d{1,3}) )(?=[A-ZÆØÅ\"”»]|\d{1,2} ?%-|\([BODE]\) [A-ZÆØÅ])"
)
# "se nedenfor under punkt 6. Renovering": the number refers to an item and opens none.
_REFERS = re.compile(
    r"(?:\b(?:punkt|punkterne|i?mod|pkt\.?|sag|[Uu]ge|nr\.?|[Bb]ilag|[Ss]ide|[Aa]fsnit|stk\.?|Chr\.|Fr\.|Kr\.|Gl\.)|§) $"
)
# Metadata that ends a title in running text.
META = re.compile(
    r"\s(?:J\.? ?nr\.?|Sags ?(?:nr|id|ID|nummer|behandler)|Sagnr|Dok\.? ?nr|Åben sag|Lukket sag|Åbent punkt|Initialer|Acadre)\b|\sSag: (?=[A-ZÆØÅ])"
)
# "Økonomiudvalget den 25. oktober 2005, pkt. 3": who treated the case, printed on behind its title.
_TREATED = re.compile(
    rf"\s[A-ZÆØÅ][\wæøå-]*(?: og [A-ZÆØÅ][\w-]*)?(?:udvalget|rådet|bestyrelsen)(?:s møde)?(?:,| den| d\.)? ?(?i:{DATE}),? (?i:pkt\.?|punkt) ?\d"
)
# "SAG NR. 1 MØDEPLAN 2010 FOR UDVALGET ADMINISTRATIONENS INDSTILLING": a title in capitals lasts as long as they do.
_SHOUTED = re.compile(r"(?:[A-ZÆØÅ0-9(][A-ZÆØÅ0-9.,/()&:–-]*(?:\s+|$)){3,}")
_ANNEX = re.compile(r"\sBilag(?: nr\.)? \d{1,2}[.:] (?=[A-ZÆØÅ])")  # "2. Takster Bilag 1. Takstblad"
_LETTER_POINT = re.compile(r"\s[a-e][.)] [A-ZÆØÅ]")
_DEFINITE = re.compile(r"(?:(?<!s)en|elsen|et|erne|ene)$")  # "Bestyrelsen", not "Christensen"
# "Spørgsmål fra borgere ( ) Der er …": the case number that a transcript lost; with a page number behind it a row of the contents.
_EMPTIED = re.compile(r"\( \)(?! \d{1,3}(?: |$))")
_SENTENCE = re.compile(r"(?:[^\W\d_]{3,}|[a-zæøå\d]\))[.?!](?= [A-ZÆØÅ])")
# "2. Takster (D + B) Kassereren …"
_KIND_END = re.compile(r"\((?:[BODE](?: ?[/+] ?[BOD])*|\d{1,3} ?min\.?)\)(?= (?:[A-ZÆØÅ\d(]|[–-] ))")
# "ADMINISTRATIONENS " before "INDSTILLING"
_OWNER = re.compile(r"(?<=\s)[A-ZÆØÅ]{4,}S\s+$")
# "ØU-74/06-B Takster", "61/09 Takster": a case of the body's own register; a bare one is of the series "/09".
_REGISTER = re.compile(
    r"(?:(?<=\s)|^)(?:(?P<series>[A-ZÆØÅ]{2,4})[ -]?(?P<number>\d{1,4})/(?:\d{4}|\d\d)(?:-[A-ZÆØÅ])?|(?P<count>\d{1,3})(?P<year>/\d\d)) (?=[A-ZÆØÅ\"”»])"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A number inside running text: ``at`` is the mark's offset, ``tail`` what follows it."""

    line: int
    at: int
    value: int
    after: int
    tail: str
    series: str = ""


# "4.1. Formanden", "4a. Forslag fra bestyrelsen"
_SUB = re.compile(
    r"(?:(?<=\s)|^)(?:[Aa]d\.? (?:pkt\.? |punkt )?)?(?P<parent>\d{1,2})(?:\.(?P<own>\d{1,2})\.?:?|(?P<letter>[a-h])\.) (?=[A-ZÆØÅ\"”»])"
)
_SUB_LEAST = 2  # sub-points that a text prints in its midst; one with a letter was put in


def sub_places(lines: Sequence[Line], chosen: Sequence[Place]) -> list[Place]:
    """Numbers of sub-points (``4.1. Formanden``, ``4a. Forslag``) that count on from 1 behind the last print of their point."""
    last = {place.value: (place.line, place.at) for place in chosen}
    order = sorted((place.line, place.at, place.value) for place in chosen)
    found: list[Place] = []
    count: dict[int, int] = {}
    lettered = False
    for line in lines:
        for match in _SUB.finditer(line.text) if "." in line.text else ():
            here = (line.index, match.start(), 0)
            letter = match["letter"]
            parent, own = int(match["parent"]), ord(letter) - ord("a") + 1 if letter else int(match["own"])
            above = bisect_left(order, here) - 1
            if (
                above < 0
                or order[above][2] != parent
                or order[above][:2] != last[parent]
                or own != count.get(parent, 0) + 1
            ):
                continue
            count[parent] = own
            lettered = lettered or letter is not None
            found.append(Place(line.index, match.start(), own, match.end(), line.text[match.end() : match.end() + 260]))
    return found if lettered or len(found) >= _SUB_LEAST else []


def _referred(text: str, at: int) -> bool:
    """Whether the number at ``at`` refers to an item or an annex: ``se punkt 6.``"""
    return _REFERS.search(text, max(at - 16, 0), at) is not None


def numbered_places(long: Sequence[Line]) -> list[Place]:
    found: list[Place] = []
    for line in long:
        for match in _REGISTER.finditer(line.text) if "/" in line.text else ():
            title = line.text[match.end() : match.end() + 260]
            series = match["series"] or match["year"]
            value = int(match["number"] or match["count"])
            if match["year"] and all_days([value], series[1:]):
                continue
            found.append(Place(line.index, match.start(), value, match.end(), title, series))
        for match in _INLINE.finditer(line.text):
            if is_ordinal(line.text[match.end() : match.end() + 12]):
                continue
            if match.end("mark") - match.start("mark") < 6 and _referred(line.text, match.start()):
                continue
            if match["mark"][0].isdigit() and is_hour(line.text, match.start(), int(match["number"])):
                continue
            found.append(
                Place(
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


def bare_places(lines: Sequence[Line]) -> list[Place]:
    """Numbers without any mark behind the end of a sentence, that count on from 1 and a usual title."""
    found: list[Place] = []
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
            found.append(Place(line.index, match.start(), value, match.end(), title))
    return found if len(found) >= _BARE_LEAST else []


def title_lengths(places: Sequence[Place]) -> dict[Place, int | None]:
    """Places whose number and title stand in the text twice; for the later one how long the common title is."""
    lengths: dict[Place, int | None] = {}
    seen: dict[int, deque[Place]] = {}
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


def counted_places(places: Sequence[Place], *, paged: bool = False) -> set[Place]:
    """Places in a run that counts on by one for at least three numbers, from 1 or with usual titles among them; five on the pages
    of a viewer, which may go on from the last meeting's.

    A few numbers of another list (points of a proposal, annexes) may stand between two of a run. On the pages of a viewer two
    are enough where the first one is a usual title, or all of them stand in capitals.
    """
    found: set[Place] = set()
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
        pair = place.series[:1].isalpha() or (
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
    years = {place.series for place in found if place.series.startswith("/")}
    return found | {place for place in places if place.series in years}  # "… 64/09 …, 66/09 …": one lost its number


def closed_behind(title: str) -> bool:
    """Whether a title ends by saying in brackets that the point is closed: ``Salg af grund (Lukket punkt)``."""
    return title.endswith(")") and closed_title(title[title.rfind("(") :])


def title_end(text: str, place: Place, common: int | None, headings: Sequence[tuple[int, int]]) -> int | None:
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
    for pattern in (META, _LETTER_POINT, _TREATED, _ANNEX):
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
    labelled = ":" in text[place.after + usual - 1 : place.after + usual + 1]
    # "2. Orientering: Kalkning af kirken Sagsnr.: 12"
    named = labelled and bool(ends) and META.match(text, min(ends)) is not None
    if usual and not named:
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
        if colon is not None and not closed_behind(text[colon.end() : stop]):
            ends.append(colon.end())
    return min(ends) if ends else None
