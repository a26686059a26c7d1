"""Title and text of a point on one line (``1. Takster. Godkendt.``): where the title ends."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import partial

from decisionnlp import lexicons
from decisionnlp.extraction.vocabulary import first_names
from decisionnlp.segmentation.cell_titles import capital_border
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import ends_items, is_usual, looks_like_sentence, read_number
from decisionnlp.segmentation.outcome_words import ANSWERS, CAPITAL_ANSWERS, short_answer, whole_answer

_INNER = frozenset(lexicons.load("abbreviations")["inner"])
# "1.", "1)", "Punkt 1:", "Ad 1.", "1:": whatever numbers the items of minutes that print title and text on one line.
_OPENS = re.compile(
    r"(?:[•·▪–-] )?(?:(?:Punkt|Pkt\.?|PUNKT|PKT\.?|Ad\.?|AD|Sag(?: nr\.?)?) ?)?\d{1,3}(?:\.(?!\d)|\)\.?|[:>]|(?<=[a-z.] \d) [–-])\s*"
)

_SIGNS = frozenset("•·▪–-PpAaS")  # that it may begin with, but for digits

_words = partial(lexicons.alternatives, "title_lines")
_VERB = rf"(?:{_words('verbs')})"
_VERB_INSIDE = re.compile(rf"\b{_VERB}\b")
_VERB_OR_STOP = re.compile(rf"\b{_VERB}\b|[.!:;] ")
_NAME = r"[A-ZÆØÅ][\wæøå.&-]*"
# The sentence that follows a title: its subject, one or two capital words, and a verb.
SUBJECT = re.compile(
    rf"(?<=[\wæøå)] )(?P<subject>{_NAME}(?: {_NAME})?)(?: \([^()]{{2,40}}\))? (?:{_VERB}|{_words('acting')}|[a-zæøå]{{3,}}(?:ede|lte|gte|dte|kte|tte|erer))\b"
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
_GOVERNED = re.compile(rf"\b(?:{_words('governing')}|{_words('before_names')}) $", re.IGNORECASE)
_PERSON = re.compile(r"[A-ZÆØÅ][\wæøåé.-]+(?:,? (?:og )?[A-ZÆØÅ][\wæøåé.-]+){0,5}\.?$")
# (It begins with its mark and looks back from there, for speed.)
_BOUNDARY = re.compile(
    r"(?P<mark>[.?!:])(?:(?<=[^\W\d_]{3}.)|(?<=\b(?:19|20)\d\d.))\.?(?: +(?=[A-ZÆØÅ\"”0-9])|(?<=\.)(?=[A-ZÆØÅ][a-zæøå]))"
)
_LAST_LETTERS = re.compile(r"[^\W\d_]*$")
_TOLD = re.compile(
    rf"\b{_VERB}\b|^(?:{ANSWERS}|taget|tages|følger)\b",
    re.IGNORECASE,
)


# "1. Valg af ordstyrer – Nanna", "2. Godkendelse af dagsorden - ok"
_CHOSEN = re.compile(
    r"(?:(?:Punkt|Pkt\.?|Ad\.?) ?)?\d{1,3}\s?[.:)]?\s+(?:Valg|Godkendelse|Underskrift|Underskrivelse) af [^.:–]{3,60}? (?=[–-] \S)",
    re.IGNORECASE,
)


def title_ends(lines: Sequence[Line]) -> list[tuple[Line, int]]:
    """Title and outcome on one line: ``1. Takster. Godkendt.`` where most of the numbered lines are written so, and
    ``1. Valg af ordstyrer – Nanna`` anywhere."""
    listed = [*_listed_above(lines), *_bulleted(lines)]
    sure = {line.index for line, _ in listed}
    found = [*listed, *(pair for pair in _ends(lines) if pair[0].index not in sure)]
    known = {line.index for line, _ in found}
    chosen = [
        (line, match.end())
        for line in lines
        if line.index not in known
        and line.length <= 160
        and _may_open(line.text)
        and (match := _CHOSEN.match(line.text)) is not None
    ]
    known |= {line.index for line, _ in chosen}
    return [*found, *chosen, *((line, end) for line, end in _dashed(lines) if line.index not in known)]


_BULLET = re.compile(r"(?P<bullet>[•·▪◦*\uf0b7]) +(?=[A-ZÆØÅ])")
_BULLETED = 4  # bullets at one edge, most of them with titles such as stand in most minutes
_HEADED = re.compile(r"[^.:!?]{3,70}(?:\.|:)(?= +[A-ZÆØÅ\"”])")


def bulleted_titles(lines: Sequence[Line]) -> list[Line]:
    """Lines whose bullet stands for the number of a point: set apart, at one edge, at least half of them with a usual title."""
    found = [line for line in lines if (line.gap or line.cut) and _BULLET.match(line.text)]
    if len(found) < _BULLETED:
        return []
    edge = min(line.indent for line in found)
    found = [line for line in found if line.indent == edge]
    usual = sum(is_usual(line.text[2:].lstrip()) for line in found)
    return found if len(found) >= _BULLETED and 2 * usual >= len(found) else []


def _bulleted(lines: Sequence[Line]) -> list[tuple[Line, int]]:
    """Where the titles of such points end, if their text stands on the same line."""
    found = []
    for line in bulleted_titles(lines):
        begin = _BULLET.match(line.text)
        head = _HEADED.match(line.text, begin.end()) if begin is not None else None
        if head is not None:
            found.append((line, head.end()))
    return found


_LISTED = 3  # lines that begin with a title listed under their number, for the minutes to be written so
_MARKED = re.compile(r"[.:]? ?[-–:] ?\S|[.:] +[A-ZÆØÅ]")


def _listed_above(lines: Sequence[Line]) -> list[tuple[Line, int]]:
    """Lines that begin with the title which an agenda above lists under their number, and go on behind a mark
    (``Ad. 4. Meddelelser - Bodil har …``)."""
    listed: dict[str, str] = {}
    ends: list[tuple[Line, int]] = []
    for line in lines:
        numbered = read_number(line)
        if numbered is None or len(numbered.title) < 6:
            continue
        title = listed.get(numbered.number)
        if title is None:
            if line.length <= 110:
                listed[numbered.number] = numbered.title.rstrip(" .:")
        elif numbered.title.startswith(title) and _MARKED.match(numbered.title, len(title)):
            ends.append((line, numbered.offset + len(title)))
    return ends if len(ends) >= _LISTED else []


# "3. Lamper – de gamle er skiftet"
_DASHED = re.compile(r"\d{1,2}[.)] ?(?=\w)(?:[^.:;!?–]|\.(?! [A-ZÆØÅ])){2,60}? (?=[–-] (?P<rest>\S))")


def _dashed(lines: Sequence[Line]) -> list[tuple[Line, int]]:
    """Minutes in which nearly every numbered line prints its title, a dash, and what was said; a dash before the kind of the point
    or its minutes tells nothing."""
    ends = [
        (line, match)
        for line in lines
        if line.text[0].isdigit() and line.length < 1200 and (match := _DASHED.match(line.text)) is not None
    ]
    if len(ends) < 3:
        return []
    numbered = sum(1 for line in lines if line.text[0].isdigit() and _OPENS.match(line.text))
    told = sum(1 for line, match in ends if _TOLD.search(line.text[match.start("rest") :]) is not None)
    usual = any(is_usual(line.text[_after_number(line.text) : match.end()].strip()) for line, match in ends)
    if len(ends) * 4 < numbered * 3 or told * 2 < len(ends) or told < 3 or not usual:
        return []
    return [(line, match.end()) for line, match in ends]


def _ends(lines: Sequence[Line]) -> list[tuple[Line, int]]:
    numbered = [
        line for line in lines if line.length < 1200 and _may_open(line.text) and _OPENS.match(line.text) is not None
    ]
    if len(numbered) < 3:
        numbered = _bare(lines) or numbered
    if len(numbered) < 2 or len(numbered) > 400:
        return _usual_heads(lines) if len(numbered) < 2 else []
    split: list[tuple[Line, int]] = []
    for line in numbered:
        end = _title_before_text(line.text)
        if end is not None:
            split.append((line, end))
    # A short title alone on its line says nothing about how lines with text are written.
    texted = sum(1 for line in numbered if line.length > 60 or _BOUNDARY.search(line.text, _after_number(line.text)))
    if len(split) * 2 < texted or len(split) < 2:
        subjects = [(line, end) for line in numbered if (end := _title_before_subject(line.text)) is not None]
        if len(subjects) * 3 >= len(numbered) * 2 and len(subjects) >= 3:
            split = subjects
        else:
            split = [
                pair
                for pair in split
                if is_usual(pair[0].text[_after_number(pair[0].text) :])
                or whole_answer(pair[0].text[pair[1] :].strip())
            ]
    certain = [
        (line, end) for line in numbered if line.length >= 16 and (end := _title_before_opener(line.text)) is not None
    ]
    if certain:
        # Where most of the lines are written so, a subject and its verb tell the border in the others; else none is cut.
        known = {line.index for line, _ in split}
        unmarked = [(line, end) for line, end in certain if line.index not in known]
        known |= {line.index for line, _ in unmarked}
        unmarked += [
            (line, end)
            for line in numbered
            if line.index not in known and (end := _title_before_subject(line.text, usual=False)) is not None
        ]
        if 2 * len([*split, *unmarked]) > texted:
            named = [
                pair
                for pair in unmarked
                if pair[0].text[_after_number(pair[0].text) : pair[1]].strip() in first_names()
            ]
            split = [pair for pair in [*split, *unmarked] if pair not in named]  # "1. Oskar Lindvig er stoppet"
            if len(unmarked) >= _UNMARKED:
                split += _capital_borders(numbered, {line.index for line, _ in split})
    split = [*split, *_printed_above(numbered, {line.index for line, _ in split})]
    split += _written_alike(numbered, {line.index for line, _ in split})
    brief = {line.index: evt.end() for line in numbered if (evt := _EVT.match(line.text, _after_number(line.text)))}
    split = [(line, end) for line, end in split if line.index not in brief]
    for line in numbered:
        if line.index in brief:
            split.append((line, brief[line.index]))
    glued = {line.index: match.start() for line in numbered if (match := _ANSWER_GLUED.search(line.text, 4, 90))}
    for line in numbered:
        place = glued.get(line.index)
        if place is None and glued and line.index not in brief and (match := _TEXT_GLUED.search(line.text, 4, 90)):
            place = match.start()
        if place is not None:
            split.append((line, place))
    return split


_UNMARKED = (
    3  # titles with their text behind them and nothing between, for a capital alone to show the border in the others
)


def _capital_borders(numbered: Sequence[Line], known: Collection[int]) -> list[tuple[Line, int]]:
    """``3. Skraldesortering Tak for hjælpen!``: the border in the long lines that are left, where no mark stands in the title."""
    found = []
    for line in numbered:
        if line.index in known or line.length <= 60:
            continue
        begin = _after_number(line.text)
        end = capital_border(line.text, begin)
        if end is not None and not _VERB_OR_STOP.search(line.text, begin, end) and end - begin <= 60:
            found.append((line, end))
    return found


_BARE = re.compile(r"(?P<number>\d{1,2}) (?=[A-ZÆØÅ])")


def _bare(lines: Sequence[Line]) -> list[Line]:
    """Lines that a number without any mark opens (``1 Referat. Godkendt.``), where they count up from 1."""
    found: list[Line] = []
    for line in lines:
        match = _BARE.match(line.text) if line.text[0].isdigit() and line.length < 1200 else None
        if match is not None and int(match["number"]) == len(found) + 1:
            found.append(line)
    return found if len(found) >= 3 else []


_LABEL = re.compile(r"\w ?[–-] [A-ZÆØÅ][a-zæøå]{2,14}$")  # "Takster – Tovholder: Ida": no text follows
# Where a title may end on its line, whatever follows.
_ENDS = re.compile(r"(?P<word>[^\W\d_]{2,}[’')]*|\b(?:19|20)\d\d|\d)(?P<mark>[.?]?:|[.?])(?: +(?=\S)|$)")
_ALIKE = 3  # lines at least that print title and text with one mark between them


def _written_alike(numbered: Sequence[Line], known: Collection[int]) -> list[tuple[Line, int]]:
    """The other lines of minutes in which nearly every numbered line prints its title, a mark, and what was said."""
    if (
        sum(": " in line.text[:110] or ". " in line.text[4:110] or "? " in line.text[:110] for line in numbered)
        < _ALIKE
    ):
        return []  # a cheap look
    ends: list[tuple[Line, int]] = []
    closed = usual = told = short = 0
    for line in numbered:
        end = _end(line.text)
        usual += is_usual(line.text[_after_number(line.text) :])
        if end is None:
            closed += line.index in known
            short += line.index not in known and line.length <= 60
            continue
        closed += 1
        if end < line.length:
            told += 1
            ends.append((line, end))
    if told < _ALIKE or usual < 2 or 4 * closed < 3 * (len(numbered) - short) or short > closed:
        return []
    return [(line, end) for line, end in ends if line.index not in known]


def _end(text: str) -> int | None:
    """Where the title of a numbered line ends, judged by its first mark alone."""
    begin = _after_number(text)
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


_HEAD = re.compile(r"(?P<title>[A-ZÆØÅ][^.:;!?]{2,55}):(?: +(?=\S)|$)")


def _usual_heads(lines: Sequence[Line]) -> list[tuple[Line, int]]:
    """Unnumbered titles with a colon and their text on one line (``Valg af revisor: Nanna Vorup``), at least three usual ones; or
    the one with a short answer among titles that stand alone before their colon."""
    heads = [
        (line, match)
        for line in lines
        if (line.gap or line.cut) and (match := _HEAD.match(line.text)) is not None and not ends_items(line.text)
    ]
    usual = [line.index for line, match in heads if is_usual(match["title"])]
    if len(usual) < _ALIKE:
        alone = sum(line.gap > 0 and line.length <= 60 and line.text.endswith(":") for line in lines)
        return [
            (line, match.end())
            for line, match in heads
            if alone >= _ALIKE and line.index in usual and short_answer(line.text[match.end() :])
        ]
    capitals = any(lines[index].text[:6].isupper() for index in usual)
    between = [
        (line, match.end())
        for line, match in heads
        if usual[0] <= line.index <= usual[-1]
        and (line.index in usual or (match["title"].count(" ") < 5 and (capitals or not match["title"].isupper())))
    ]
    if len(between) > 2 * len(usual):
        between = [(line, end) for line, end in between if line.index in usual]
    return [(line, end) for line, end in between if end < line.length]


_SAID = re.compile(rf"(?:{_words('subjects')}) [a-zæøå]")
_PAST = re.compile(r"\b[a-zæøå]{3,}(?:ede|lte|gte|dte|kte|tte|ste)\b")
_FORMULA_END = re.compile(r"(?:^|[.!?] ?|\d)(?:Taget til (?:efterretning|orientering)|Godkendt|Vedtaget)\.?$")
# "11. EventueltIntet", "9. VandværkshavenDer er"
_ANSWER_GLUED = re.compile(
    rf"(?:(?<=[a-zæøå]{{3}})|(?<=\b(?:19|20)\d\d))(?=(?:{CAPITAL_ANSWERS}|Der (?:er|var|blev)|Ikke den|Det blev)\b)"
)

# "10. VandværkshavenHækken er klippet": in minutes that glue an answer to a title, too.
_TEXT_GLUED = re.compile(
    rf"(?<=[a-zæøå]{{3}})(?=[A-ZÆØÅ][a-zæøå]{{2,30}} (?:{_VERB}|[a-zæøå]{{3,}}(?:ede|lte|gte|dte|kte|tte|erer))\b)"
)


# "2. Sygefravær Godkendt"
_ANSWER_BEHIND = re.compile(rf"(?<=[\wæøå)] )(?:{CAPITAL_ANSWERS})\b")
_EVT = re.compile(r"Evt(?:\.|uelt[.:]?) (?=[A-ZÆØÅ])")
_BEHIND = re.compile(r"[.:]? [A-ZÆØÅ\"”]")  # a title that ends here


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
    return match.end() if match is not None else None


def _title_before_opener(text: str) -> int | None:
    """``4. Skolepenge Kommer på til maj``: where the text begins, if a word shows it without any mark."""
    begin = _after_number(text)
    if not text[begin : begin + 1].isupper():
        return None
    evt = _EVT.match(text, begin)
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
    if _VERB_OR_STOP.search(title) or len(text) - min(ends) < 5:
        return None
    return min(ends)


def _printed_above(numbered: Sequence[Line], known: Collection[int]) -> list[tuple[Line, int]]:
    """Lines that begin with a number and title which stand alone on another line: the text begins behind that title."""
    alone: dict[str, list[str]] = {}  # titles by what their lines begin with, number and all
    for line in numbered:
        if 12 <= line.length <= 110:
            alone.setdefault(line.text[:12], []).append(line.text.rstrip(" .:"))
    found = []
    for line in numbered:
        if line.length < 24 or line.index in known:
            continue
        titles = alone.get(line.text[:12], ())
        if len(titles) < 2 and line.length <= 110:
            continue  # itself alone
        ends = [
            len(title)
            for title in titles
            if line.length > len(title) + 6 and line.text.startswith(title) and _BEHIND.match(line.text, len(title))
        ]
        if ends:
            end = max(ends)
            found.append((line, end + (line.text[end] in ".:")))
    return found


def _title_before_subject(text: str, *, usual: bool = True) -> int | None:
    """``2. Sygefravær HR gennemgik tallene``: a title such as stands in most minutes (or any, if not ``usual``), and the sentence
    that follows it."""
    begin = _after_number(text)
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
    given = _LAST_WORD.search(text, max(begin - 24, floor), begin)
    return given.start() if given is not None and given[1].split("-")[0] in first_names() else begin


def _may_open(text: str) -> bool:
    """A cheap look before the patterns that begin with an item's number."""
    return text[0] in _SIGNS or text[0].isdigit()


def _after_number(text: str) -> int:
    match = _OPENS.match(text) or _BARE.match(text)
    return match.end() if match is not None else 0


# "Lokalplan for havnen. Indsigelser. Endelig vedtagelse": how far a case has come is part of its title.
_STAGE = re.compile(rf"(?:(?:{_words('stages')})\b[^.]{{0,60}}(?:\. ?|$))+")


def _title_before_text(text: str) -> int | None:
    begin = _after_number(text)
    begin += len(text[begin : begin + 3]) - len(text[begin : begin + 3].lstrip(": "))  # "1. : Takster"
    if not text[begin : begin + 1].isupper() and not is_usual(text[begin:]):
        return None
    for match in _BOUNDARY.finditer(text, begin):
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
            _TOLD.search(rest[:120])
            or _SAID.match(rest)
            or _FORMULA_END.search(rest)
            or (len(title) <= 60 and rest.rstrip().endswith((".", "!")) and _PAST.search(rest))
        ):
            return None
        if (
            not rest.rstrip().endswith((".", "!", "?", ")"))
            and not _TOLD.search(rest)
            and not _FORMULA_END.search(rest)
        ):
            return None
        if looks_like_sentence(title):
            return None
        if match["mark"] == "." and _STAGE.fullmatch(rest):
            return None
        return match.end()
    return None
