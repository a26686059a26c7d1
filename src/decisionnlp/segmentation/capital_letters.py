"""Points that count by capital letter inside a numbered one: ``2. Forretningsudvalget A. Indstilling om kontingent … B. Status …``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from decisionnlp.extraction.vocabulary import is_given_name, is_surname
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbered_places import Place, title_end
from decisionnlp.segmentation.numbering import clean_title, closed_title, looks_like_sentence, tells
from decisionnlp.segmentation.title_borders import presented
from decisionnlp.segmentation.titles import Found

_LETTERS = "ABCDEFGHIJKL"
# No initials of a name: words follow.
_LETTER = re.compile(
    r"(?:(?<=[\wæøå:] )|(?<=[.!?)] )|^)(?:(?P<number>\d{1,2})(?P<own>[A-L])[.)]?|(?P<letter>[A-L])[.)]) "
    r"(?=[A-ZÆØÅ][a-zæøå]+ (?:[a-zæøå]|[A-ZÆØÅ][a-zæøå]+ [a-zæøå]))"
)
# "5. Indkomne forslag a) Altaner mod gården Gruppen forelagde …": small letters with a title each, not the entries of a list.
_SMALL = re.compile(r"(?:(?<=[\wæøå:] )|(?<=[.!?)] )|^)(?P<letter>[a-l])[.)] (?=[A-ZÆØÅ][a-zæøå])")
_LINE = re.compile(r"(?:\d{1,2})?(?P<letter>[A-L])(?P<colon>:)?[.)]? +(?=[A-ZÆØÅ])")
_MOTION_LINE = re.compile(
    r"(?P<letter>[a-l])(?P<colon>:)?[.)]? +(?=(?:[Mm]edlems|[Ææ]ndrings)?[Ff]orslag (?:fra|om|til)\b)"
)
_NUMBERED = re.compile(r"\d{1,3}\. (?=[A-ZÆØÅ])")
_PAGE = re.compile(r"Side \d{1,3} ")  # of the contents, between a title and its first letter
_MOTION = re.compile(r"(?:medlems|ændrings)?forslag (?:fra|om|til)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[a-zæøå]{3})\. (?=[A-ZÆØÅ])")
_CAPITAL = re.compile(r"(?<=[a-zæøå)] )[A-ZÆØÅ][a-zæøå]+ ")
_TITLE = 80  # characters of the title between the number and its A
_STOP = re.compile(r"[.!?] (?=[A-ZÆØÅ])")
_TAIL = 260  # characters behind a letter in which the title ends
_LEAST = 2  # letters that count on


def capital_letters(lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """Where such points and their texts begin inside ``lines``, cut at their numbers before: an A right behind a numbered title, and
    what counts on from it up to the next number."""
    for letter in (_LETTER, _SMALL):
        group: list[tuple[Line, re.Match[str]]] = []
        titled = False  # the line above is a numbered title and nothing else
        for line in lines:
            numbered = _NUMBERED.match(line.text) if line.text[0].isdigit() else None
            if numbered is not None:
                yield from _cuts(group)
                group = []
            elif not group and not titled:
                continue
            for match in letter.finditer(line.text):
                counted = match[match.lastgroup or 0].upper() == _LETTERS[len(group) : len(group) + 1]
                opens = titled and (not match.start() or _PAGE.fullmatch(line.text, 0, match.start()) is not None)
                if numbered is not None:
                    opens = _right_behind(line.text, numbered.end(), match.start())
                if counted and (group or opens):
                    group.append((line, match))
            titled = numbered is not None and _right_behind(line.text, numbered.end(), line.length)
        yield from _cuts(group)


def _cuts(group: Sequence[tuple[Line, re.Match[str]]]) -> Iterator[tuple[Line, int]]:
    if len(group) < _LEAST or any(_is_name(line.text[match.end() :].split(" ", 1)[0]) for line, match in group):
        return
    small = group[0][1][group[0][1].lastgroup or 0].islower()
    motions = small and all(_MOTION.match(line.text, match.end()) for line, match in group)
    ends = [
        _motion_end(line.text, match.end())
        if motions
        else _small_end(line.text, match.end())
        if small
        else _end(line, match)
        for line, match in group
    ]
    # Where each stands on a line of its own, they are entries of a list.
    if small and (None in ends or not any(match.start() for _, match in group)):
        return
    for (line, match), end in zip(group, ends, strict=True):
        yield line, match.start()
        if end is not None:
            yield line, end


def _end(line: Line, match: re.Match[str]) -> int | None:
    place = Place(line.index, match.start(), 0, match.end(), line.text[match.end() :][:_TAIL])
    return title_end(line.text, place, None, ())


def _motion_end(text: str, after: int) -> int | None:
    """Where a proposal's title ends: with its full stop (``Forslag fra Ida om et hegn.``), or before a capital that no name carries on."""
    stop = _SENTENCE.search(text, after, after + _TAIL)
    if stop is not None and not looks_like_sentence(title := text[after : stop.start()]) and not tells(title):
        return stop.end()
    for capital in _CAPITAL.finditer(text, after + 1, after + _TAIL):
        above = text[after : capital.start()].rsplit(None, 1)[-1]
        if not above[0].isupper() and not presented(text, capital.start()):
            return capital.start()
    return None


def _small_end(text: str, after: int) -> int | None:
    """Where a capital shows that the title behind a small letter ends and its text begins; None where no title stands there."""
    for capital in _CAPITAL.finditer(text, after + 1, after + _TITLE):
        if presented(text, capital.start()):
            continue
        title = text[after : capital.start()].rstrip()
        told = _STOP.search(text, after, capital.end()) or looks_like_sentence(title) or tells(title)
        return None if told else capital.start()
    return None


def _is_name(word: str) -> bool:
    """Whether the letter before a word is the initial of a name: ``A. Hansen modtager genvalg``."""
    return is_surname(word) or is_given_name(word)


def _right_behind(text: str, after: int, at: int) -> bool:
    """Whether nothing but a title stands between the number and the letter."""
    return 0 < at - after <= _TITLE and _STOP.search(text, after, at) is None


def with_capitals(items: list[Found], lines: Sequence[Line]) -> list[Found]:
    """``items``, each numbered one whose text begins with a line ``A. …`` cut at the letters that count on from it."""
    found: list[Found] = []
    for item, parts in _joined(items, lines):
        places = list(_counted(item, lines)) if item.value is not None and item.title else []
        ends = [*(index for index, _, _ in places[1:]), item.last] if places else []
        short = [index for (index, _, _), end in zip(places, ends, strict=True) if end <= index + 1]
        if (
            len(places) < _LEAST
            or 2 * len(short) > len(places)
            or any(not lines[index].text.endswith(".") for index in short)
        ):
            found.extend(parts)  # names, options: each point tells something of its own
            continue
        found.append(replace(item, last=places[0][0]))
        for (index, letter, at), end in zip(places, ends, strict=True):
            title = lines[index].text[at:]
            found.append(Found(letter, clean_title(title), closed_title(title), index, index, index + 1, end, "letter"))
    return found


def _joined(items: Sequence[Found], lines: Sequence[Line]) -> list[tuple[Found, list[Found]]]:
    """``items``, those that begin ``B: …`` and so on given back to the numbered one whose text begins ``A: …``; and what each was."""
    joined: list[tuple[Found, list[Found]]] = []
    expected = 0  # the letter that would count on
    for item in items:
        counts = sum(1 for _ in _counted(item, lines)) if item.number is not None else 0
        if not counts and expected and item.first == joined[-1][0].last:
            match = _opening(lines[item.first])
            if (
                match is not None
                and item.number in (None, match["letter"])
                and match["letter"].upper() == _LETTERS[expected : expected + 1]
            ):
                whole, parts = joined[-1]
                joined[-1] = (replace(whole, last=item.last), [*parts, item])
                expected += 1
                continue
        expected = counts
        joined.append((item, [item]))
    return joined


def _opening(line: Line) -> re.Match[str] | None:
    """The letter that a line begins with: a capital, or a small one before a proposal."""
    return _LINE.match(line.text) or _MOTION_LINE.match(line.text)


def _counted(item: Found, lines: Sequence[Line]) -> Iterator[tuple[int, str, int]]:
    """The lines of an item that count from A on: index, letter, and where the title begins."""
    expected = 0
    for index in range(item.title_last, item.last):
        match = _opening(lines[index])
        # "A) Tilsynsbesøg …" without an empty line above is an entry of a list; "A: Forslag fra …", a title and no more, is none.
        titled = lines[index].length <= _TITLE and lines[index].text[-1] not in ".?!"
        apart = match is not None and (lines[index].gap > 0 or (match["colon"] is not None and titled))
        if match is None or not apart or match["letter"].upper() != _LETTERS[expected : expected + 1]:
            if index == item.title_last:
                return
            continue
        yield index, match["letter"], match.end()
        expected += 1
