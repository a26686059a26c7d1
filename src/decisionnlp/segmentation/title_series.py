"""Rows of lines that share one form and may be the titles of a document's items, whatever that form is.

Strangers' minutes print their titles in ways no list foresees. What holds for nearly all of them: the titles of one document look
alike. Here every line that opens a paragraph is read as a label (a letter, a roman numeral, a dash, nothing …), a head, and what
ends the head; lines of one form make a series. Which series is the row of titles, ``series_scores.py`` judges.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from decisionnlp import lexicons
from decisionnlp.segmentation.dates import DATE
from decisionnlp.segmentation.line_joins import BULLETS, goes_on
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import KEY_BEGINS, is_usual, key_begins, looks_like_sentence, roman, title_key
from decisionnlp.segmentation.presence import labels_names
from decisionnlp.segmentation.titles import CONTENTS, FRONT
from decisionnlp.slotted import Slotted

LEAST = 3  # heads that make a series
_LONGEST = 110  # characters of a head
_MOST = 80  # heads of a series: longer rows are lists
_INNER = frozenset(lexicons.load("abbreviations")["inner"])

_SMALL = frozenset("abcdefghijklmnopqrstuvwxyzæøå")
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ")
NUMBER = re.compile(
    r"(?:(?:[Pp]unkt|[Pp]kt\.?|[Aa]d\.?|[Ss]ag) ?)?(?P<value>\d{1,3})(?:\s?[.:)]\s*(?:[-–] )?|\s+)(?=\D)"
)
NUMBER_STARTS = frozenset("0123456789PpAaSs")
# Kind of label, its pattern, and what it begins with (anything, where that is empty).
_LABELS: tuple[tuple[str, re.Pattern[str], frozenset[str]], ...] = (
    ("section", re.compile(r"§ ?(?P<value>\d{1,3})[a-z]?[.:]?\s+"), frozenset("§")),
    ("year", re.compile(r"(?:19|20)\d\d[/-](?P<value>\d{1,4})[.:]?\s+"), frozenset("12")),
    ("number", NUMBER, NUMBER_STARTS),
    ("roman", re.compile(r"(?P<value>[IVXL]{1,7})[.):]?\s+(?=\S{2})"), frozenset("IVXL")),
    ("letter", re.compile(r"(?P<value>[a-zæøå])[.):]\s+"), _SMALL),
    ("capital letter", re.compile(r"(?P<value>[A-ZÆØÅ])[.):]\s+"), _CAPITALS),
    ("dash", re.compile(r"(?P<value>)[-–—*]\s+"), frozenset("-–—*")),
    ("bullet", re.compile(rf"(?P<value>)[{BULLETS}]\s*"), frozenset(BULLETS)),
    ("", re.compile(r"(?P<value>)"), frozenset()),
)  # fmt: skip
# What may end a head inside its line, with white space and the beginning of a text behind it.
_ENDS = re.compile(
    r"(?=[\s:.?!])(?:(?P<tab>[ \t]*\t[ \t]*)(?=\S)|(?P<colon>:)\s+(?=\S)|(?P<dash>\s[–-]\s)(?=\S)|(?P<stop>[.?!])\s+(?=[A-ZÆØÅ\"”»]))"
)
# The head of the document, within its first lines: "Referat af bestyrelsesmøde", "Tirsdag den 5. marts 2024".
_HEAD_LINES = 5
_MEETING = re.compile(r"(?:\w*referat|\w*møde)(?:et)?\b", re.IGNORECASE)
_DATED = re.compile(rf"^(?!\d{{1,3}}[.)] [A-ZÆØÅ]).*\b{DATE}", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
# Who presents a title or how long it takes, which a contents list leaves out: "Takster (Ida)", "Takster v/Ida", "Takster, 10 min."
_PRESENTED = re.compile(
    r"(?:\s*\([^()]{1,25}\)|,?\s+v(?:/|\. )\s?[A-ZÆØÅ]\S*(?: [A-ZÆØÅ]\S*)?|,? (?:ca\. )?\d{1,3} min\.?)$"
)
_PRESENTER = re.compile(r"v(?:/|\. )|min\.?$")
_LAST_WORD = re.compile(r"(\w+)$")


@dataclass(slots=True)
class Head(Slotted):
    """What may be a title: ``lines[line].text[begin:end]``; the text that follows it on its line begins at ``rest``.

    ``label`` is the kind of what stands before it and ``value`` what that counts (0: nothing). ``mark`` says what ends the head:
    ``tab``, ``colon``, ``dash``, ``stop`` inside the line, ``end`` or ``closed`` (by a colon) at its end, ``row`` where the text was cut off its line.
    """

    line: int
    label: str
    value: float
    begin: int
    end: int
    rest: int
    mark: str
    title: str
    key: str
    gap: int

    @property
    def inline(self) -> bool:
        """Whether text follows on the same line."""
        return self.mark in ("tab", "colon", "dash", "stop")


@dataclass(frozen=True, slots=True)
class Series:
    """Heads of one form, in order; ``form`` is its name, for tables of errors."""

    form: str
    heads: tuple[Head, ...]


def heads_of(
    lines: Sequence[Line],
    widths: Sequence[int],
    first: int,
    last: int,
    *,
    inline: bool | None = None,
    keys: Iterable[str] | None = None,
) -> list[Head]:
    """Every reading of every paragraph's first line as label, head and text; ``lines`` from ``first`` to below ``last``.

    ``inline`` asks for those alone whose text follows on the line, or for the others alone; ``keys`` for those that may have one of
    these keys, others may be left out.
    """
    begins = None if keys is None else {None, *(key[:KEY_BEGINS] for key in keys)}
    found: list[Head] = []
    for index in range(first, last):
        line = lines[index]
        read = list(_read(line, lines[index + 1] if index + 1 < last else None, inline))
        if not read:
            continue
        if index > first and not line.gap and not line.cut and goes_on(lines[index - 1], line, widths[index]):
            continue
        if index - first < _HEAD_LINES:
            named = _MEETING.match(line.text)
            dated = _DATED.search(line.text) if _DIGIT.search(line.text) else None
            if named and dated:
                found = [head for head in found if is_usual(head.title)]  # what a web page prints above its minutes
            if named or dated:
                continue
        if not labels_names(lines, index):
            found += [
                _head(line, *one) for one in read if begins is None or key_begins(line.text[one[2] : one[3]]) in begins
            ]
    return found


@lru_cache(maxsize=512)
def _labels(sign: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds of label that a line beginning with ``sign`` may have."""
    return tuple((label, pattern) for label, pattern, starts in _LABELS if not starts or sign in starts)


# What a line's form tells of a head: its label, value, begin, end, rest and mark.
_Reading = tuple[str, float, int, int, int, str]


def _read(line: Line, below: Line | None, inline: bool | None) -> Iterator[_Reading]:
    text = line.text
    for label, pattern in _labels(text[0]):
        match = pattern.match(text)
        if match is None or (label and match.end() >= len(text)):
            continue
        begin = match.end()
        counts = label not in ("", "dash", "bullet")
        if not (text[begin].isupper() or text[begin] in "\"»”'(" or counts or (label and is_usual(text[begin:]))):
            continue
        value = _value(label, match["value"])
        if inline is not False:
            for end, rest, mark in _ends(text, begin):
                yield label, value, begin, end, rest, mark
        if inline is not True and len(text) - begin <= _LONGEST and "\t" not in text[begin:]:
            cut_off = below is not None and below.gap > 0 and below.start - line.end < 2
            mark = "row" if cut_off else "closed" if text.endswith(":") else "end"
            if (
                mark != "end"
                or not text.endswith((",", ";", ".", "!"))
                or text.lower().endswith(("evt.", "m.m.", "mv."))
            ):
                yield label, value, begin, len(text), len(text), mark
        if label not in ("roman", "letter", "capital letter") or len(match["value"]) > 1:
            return  # "I." may be a letter, "i" a word


def _head(line: Line, label: str, value: float, begin: int, end: int, rest: int, mark: str) -> Head:
    title = line.text[begin:end].strip(" \t:–-")
    key = title_key((_PRESENTED.sub("", title) or title) if title.endswith(")") or _PRESENTER.search(title) else title)
    return Head(line.index, label, value, begin, end, rest, mark, title, key, 1 if line.cut else line.gap)


def _value(label: str, printed: str) -> float:
    if label in ("letter", "capital letter"):
        return ord(printed.lower()) - 96
    if label == "roman":
        return roman(printed)
    return float(printed) if printed else 0.0


def _ends(text: str, begin: int) -> Iterator[tuple[int, int, str]]:
    """The first place of each kind at which a head that begins at ``begin`` may end inside its line."""
    seen: set[str] = set()
    for match in _ENDS.finditer(text, begin, begin + _LONGEST + 3):
        kind = match.lastgroup or ""
        head = text[begin : match.start()]
        if kind in seen or len(head) < 3 or (kind == "dash" and head[0] in "-–"):
            continue  # in "7 - Haven - Hegn" the dash behind the number parts, the next one belongs to the title
        if kind == "stop" and text[match.start()] == ".":
            word = _LAST_WORD.search(head)
            if (
                word is None
                or word[1].lower() in _INNER
                or (word[1].isdigit() and len(word[1]) < 4)
                or len(word[1]) < 2
            ):
                continue
        seen.add(kind)
        yield match.start() + (kind in ("colon", "stop")), match.end(), kind
        if kind == "stop":
            return  # what stands behind a full stop is no part of a title


def may_end_inside(text: str, begin: int) -> bool:
    """Whether a head that begins at ``begin`` may have text behind it on its line, or is none for its length."""
    return len(text) - begin > _LONGEST or _ENDS.search(text, begin) is not None


def series_of(heads: Iterable[Head], *, inline: bool | None = None) -> list[Series]:
    """All series among ``heads``; ``inline`` keeps those whose text follows on the line (or those where it doesn't)."""
    heads = [
        head for head in heads
        if (inline is None or head.inline == inline)
        and len(head.key) >= 3
        and not FRONT.match(head.title + ":")
        and not CONTENTS.match(head.title)
        and not looks_like_sentence(head.title)
    ]  # fmt: skip
    groups: dict[str, list[Head]] = defaultdict(list)
    for head in heads:
        name = f"{head.label or 'plain'} {head.mark}"
        groups[name].append(head)
        if head.gap:
            groups[f"{name} apart"].append(head)
        if head.gap > 1:
            groups[f"{name} far apart"].append(head)
        if head.title.isupper() and len(head.key) >= 3:
            groups[f"{name} capitals"].append(head)
        if not head.inline:
            groups[f"{head.label or 'plain'} any"].append(head)
            if head.gap:
                groups[f"{head.label or 'plain'} any apart"].append(head)
    groups["printed above"] = _printed_above(heads)
    found: list[Series] = []
    seen: set[tuple[int, ...]] = set()
    for name, group in groups.items():
        for form, chosen in _variants(name, group):
            places = tuple(head.line for head in chosen)
            if LEAST <= len(chosen) <= _MOST and places not in seen:
                seen.add(places)
                found.append(Series(form, tuple(chosen)))
    return found


def _printed_above(heads: Sequence[Head]) -> list[Head]:
    """Heads whose title stands alone on a line further up, as a contents list prints it: each title's last such print but one."""
    alone: dict[str, int] = {}
    for head in heads:
        if not head.inline and len(head.key) >= 4:
            alone.setdefault(head.key, head.line)
    again: dict[str, Head] = {}
    for head in heads:
        if alone.get(head.key, head.line) < head.line:
            again.setdefault(head.key, head)
    return sorted(again.values(), key=lambda head: head.line)


def _variants(name: str, group: Sequence[Head]) -> Iterator[tuple[str, list[Head]]]:
    """A group, one head a line; where its labels count, its longest count; where a usual title stands early in it, from there on."""
    lines: dict[int, Head] = {}
    for head in group:
        lines.setdefault(head.line, head)
    chosen = list(lines.values())
    if chosen and chosen[0].value:
        chosen = _counted(chosen)
    yield name, chosen
    if chosen and chosen[0].value:
        return
    distinct = _once(chosen)
    if len(distinct) < len(chosen):
        yield f"{name} once", distinct
    start = next((place for place, head in enumerate(distinct) if is_usual(head.title)), 0)
    if 0 < start <= len(distinct) // 2:
        yield f"{name} from usual", distinct[start:]


def _once(heads: Sequence[Head]) -> list[Head]:
    """The heads that are printed no more than twice, each at its last place: a zone's heading comes back under every title."""
    places: dict[str, list[Head]] = defaultdict(list)
    for head in heads:
        places[head.key].append(head)
    kept = {again[-1].line for again in places.values() if len(again) <= 2}
    return [head for head in heads if head.line in kept]


def _counted(heads: Sequence[Head]) -> list[Head]:
    """The longest row that counts on by one, a value left out now and then."""
    best: list[int] = []
    link: list[int] = []
    for place, head in enumerate(heads):
        length, before = 1, -1
        for other in range(max(place - 60, 0), place):
            step = head.value - heads[other].value
            if 1 <= step <= 2 and best[other] + 1 >= length:
                length, before = best[other] + 1, other
        best.append(length)
        link.append(before)
    place = max(range(len(best)), key=best.__getitem__)
    row: list[Head] = []
    while place >= 0:
        row.append(heads[place])
        place = link[place]
    return row[::-1]
