"""Minutes without titles: what was said in prose, or in numbered lines that tell the outcome at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from decisionnlp import lexicons
from decisionnlp.segmentation.closing import ends_tasks
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import (
    BULLET_MARKS,
    clean_title,
    closed_title,
    ends_items,
    is_unnumbered_title,
    is_usual,
    looks_like_sentence,
    read_number,
    same_title,
    tells,
    title_key,
)
from decisionnlp.segmentation.titles import CONTENTS, FRONT, Found, agenda_head


def told_as_one(lines: Sequence[Line], first: int, last: int) -> list[Found]:
    """Minutes told in prose without any item: one untitled item from the first paragraph below the front matter."""
    if is_unnumbered_title(lines[first].text) and last - first > 1:
        title = clean_title(lines[first].text)
        return [Found(None, title, False, first, first, first + 1, last, "none")]  # a page of one point
    head = range(max(first - 1, 0), min(first + 12, last))
    if not any(_MINUTES.search(lines[index].text) for index in head):
        # "Bestyrelsesmøde d. 13/3" above those present: minutes that don't say so, if they hold nothing but paragraphs.
        met = any(_MET.search(lines[index].text) for index in head) and any(_THERE.match(lines[i].text) for i in head)
        begin = next((index for index in range(first, last) if _prose(lines, index)), last)
        return _told_by_paragraph(lines, begin, last) if met else []
    numbered = told_by_number(lines, first, last) or told_by_bullet(lines, first, last)
    if numbered:
        return numbered
    titled = [index for index in range(first + 1, last - 1) if _usual_title(lines, index)]
    start = next((index for index in range(first, last) if _prose(lines, index)), None)
    over = _over_text(lines, max(start - 1, first), last) if start is not None else []
    titled = titled if len(titled) >= 2 and (start is None or titled[0] < start) else []
    heads = over if len(over) > len(titled) else titled
    if heads:
        ends = [*heads[1:], last]
        return [
            Found(None, clean_title(lines[index].text), False, index, index, index + 1, end, "none")
            for index, end in zip(heads, ends, strict=True)
        ]
    if start is None:
        return []
    end = next(
        (index for index in range(start + 1, last) if lines[index].gap > 0 and ends_tasks(lines[index].text)), last
    )
    places = [start] + [
        index
        for index in range(start + 1, end)
        if lines[index].gap > 0 and is_unnumbered_title(lines[index].text) and index + 1 < end
    ]
    apart = _told_by_paragraph(lines, start, end) if len(places) == 1 else []
    if apart:
        return apart
    found = [Found(None, "", False, start, start, start, places[1] if len(places) > 1 else end, "untitled")]
    for place, index in enumerate(places[1:], 1):
        stop = places[place + 1] if place + 1 < len(places) else end
        found.append(Found(None, clean_title(lines[index].text), False, index, index, index + 1, stop, "none"))
    return found


_PARAGRAPHS = 8  # that make minutes of bare paragraphs
_PARAGRAPH = 60  # characters of one at least
# "Bestyrelsesmøde d. 13/3", and those present
_MET = re.compile(r"(?:\b|s)(?:bestyrelses ?|års|med(?:arbejder)?)?mødet? .{0,12}\d", re.IGNORECASE)
_THERE = re.compile(r"(?:til ?stede|deltagere|fremmødte|mødt|afbud)\b", re.IGNORECASE)


def _told_by_paragraph(lines: Sequence[Line], start: int, end: int) -> list[Found]:
    """Minutes that hold paragraphs and nothing else, each a matter of its own; none where they are few or short."""
    each = _all_paragraphs(lines[start:end])
    firsts = [index for index in range(start, end) if index == start or lines[index].gap > 0 or each]
    if len(firsts) < _PARAGRAPHS:
        return []
    sizes = [
        sum(line.length for line in lines[index:stop]) for index, stop in zip(firsts, [*firsts[1:], end], strict=True)
    ]
    whole = [index for index, size in zip(firsts, sizes, strict=True) if size >= _PARAGRAPH]
    if len(whole) < _PARAGRAPHS or 4 * len(whole) < 3 * len(firsts):
        return []
    end = next((index for index in firsts if index >= whole[-1] and ends_items(lines[index].text)), end)
    if end == whole[-1]:
        whole.pop()
    if any(is_unnumbered_title(word.capitalize()) for word in lines[start].text.split()[:2]):
        return []  # "Diverse meddelelser Motion for nye er …": all of it is told under that
    return [
        Found(None, "", False, index, index, index, stop, "untitled")
        for index, stop in zip(whole, [*whole[1:], end], strict=True)
    ]


def _all_paragraphs(lines: Sequence[Line]) -> bool:
    """Whether every line is a paragraph of its own: none is broken at the page's width, nearly all end as sentences do."""
    if len(lines) < _PARAGRAPHS:
        return False
    ended = sum(line.text.endswith((".", "!", "?", ")")) for line in lines)
    return 10 * ended >= 9 * len(lines) and sum(line.length for line in lines) >= _UNBROKEN * len(lines)


_UNBROKEN = 150  # characters of a line on average, where pages don't break them
_BULLETED = 4  # points that are told so


def told_by_bullet(lines: Sequence[Line], first: int, last: int) -> list[Found]:
    """Points of minutes that hold nothing but bullets, most of which tell what was done, each of them one; none in others."""
    start = next((index for index in range(first, last) if lines[index].text[0] in BULLET_MARKS), last)
    if start == last:
        return []
    mark, edge = lines[start].text[0], lines[start].indent
    places = [index for index in range(start, last) if lines[index].text[0] == mark and lines[index].indent == edge]
    if len(places) < _BULLETED or 2 * len(places) < last - start:
        return []
    end = next((index for index in places if _NEXT.match(lines[index].text.lstrip(mark + " "))), last)
    places = [index for index in places if index < end]
    told = [lines[index].text for index in places if tells(lines[index].text) or _DONE.search(lines[index].text)]
    if len(places) < _BULLETED or 3 * len(told) < 2 * len(places):
        return []
    return [
        Found(None, "", False, index, index, index, stop, "untitled")
        for index, stop in zip(places, [*places[1:], end], strict=True)
    ]


_NEXT = re.compile(r"næste \w*møde\b", re.IGNORECASE)
# "Taksterne drøftes.", "Der besluttes at vente"
_DONE = re.compile(rf"\b(?:{lexicons.alternatives('line_words', 'done')})(?:es|edes|tes|et|t)\b")

_HEAD = 60  # characters of a line that heads the paragraphs below it


def _over_text(lines: Sequence[Line], first: int, last: int) -> list[int]:
    """Short lines set apart above paragraphs, the first of them above the first paragraph of all; none where as many other short
    lines stand among them."""
    heads: list[int] = []
    others = 0
    for index in range(first, last - 1):
        line, below = lines[index], lines[index + 1]
        if line.length > _HEAD or (
            line.text[-1] in ".!?,;" and not line.text.endswith(("mv.", "m.m.", "m.v.", "evt."))
        ):
            continue
        apart = line.gap > 0 and below.gap > 0 and below.length > _HEAD and below.text[-1] in ".!?)"
        if apart and line.text[0].isupper() and not FRONT.match(line.text) and not ends_items(line.text):
            heads.append(index)
        elif line.text[0].isalnum():
            others += 1
    return heads if len(heads) >= 2 and heads[0] == first and 2 * others <= len(heads) else []


PRESENT = re.compile(rf"(?:{lexicons.alternatives('line_words', 'present')})\b", re.IGNORECASE)
_ROW = 3  # titles that make an agenda
_REACH = 45  # lines in which it and those who were there are looked for


def told_behind_presence(lines: Sequence[Line], first: int, last: int) -> int | None:
    """Where the points begin that tell what was said: below an agenda printed as a list, behind who was there or right below it in
    sentences; the points count from 1 again. None if the minutes are not written so."""
    start = agenda_head(lines, first, last)
    if start is None:
        return None
    row, present = 0, False
    for index in range(start + 1, min(start + _REACH, last)):
        line = lines[index]
        numbered = read_number(line)
        if numbered is not None and numbered.value == row + 1:
            if line.length > 110:
                return None
            row += 1
        elif row >= _ROW and PRESENT.match(line.text):
            present = True
        elif numbered is not None and numbered.value == 1.0 and (present or _told_anew(lines, start, index, last)):
            return index
    return None


_ANEW = 8  # lines among which the sentences of a second count are looked at


def _told_anew(lines: Sequence[Line], start: int, index: int, last: int) -> bool:
    """Whether the titles of a list end right above ``index``, where a second count begins in sentences."""
    above = [number for line in lines[start + 1 : index] if (number := read_number(line)) is not None]
    below = [number for line in lines[index : min(index + _ANEW, last)] if (number := read_number(line)) is not None]
    return (
        len(above) >= _ROW
        and index - start - 1 - len(above) <= 1
        and len(below) >= _ROW
        and [number.value for number in below[:_ROW]] == [1.0, 2.0, 3.0]
        and 3 * sum(_says(number.title) for number in below) >= 2 * len(below)
        and 3 * sum(_says(number.title) for number in above) <= len(above)
    )


def _says(text: str) -> bool:
    return looks_like_sentence(text) or tells(text)


_MORE = 12  # characters by which a line that begins with its title says more than it


def told_below_agenda(found: Sequence[Found], agenda: Sequence[Line]) -> list[Found]:
    """Points below an ``agenda`` printed as a list of titles: where most lines under its numbers say something else, they tell
    what was said, and the titles are those of the list."""
    listed: dict[str, str] = {}
    for line in agenda:
        numbered = read_number(line)
        if numbered is not None and numbered.title:
            listed[numbered.number] = numbered.title
    known = [item for item in found if item.number in listed]
    other = {
        item.number
        for item in known
        if item.title
        and (
            not same_title(title_key(item.title), title_key(listed[item.number or ""]))
            or len(item.title)
            > len(listed[item.number or ""]) + _MORE  # "Næste møde" / "Næste møde bliver i maj hos Ida"
        )
    }
    if (
        len(known) * 3 < len(found) * 2
        or len(other) * 2 <= len(known)
        or len(known) != len({one.number for one in known})
    ):
        return list(found)
    return [
        replace(item, title=clean_title(listed[item.number]), title_last=item.title_first, style="told")
        if item.number in other and item.number is not None
        else item
        for item in found
    ]


def _usual_title(lines: Sequence[Line], index: int) -> bool:
    """A title such as stands in most minutes, on a line of its own with text below it."""
    line, below = lines[index], lines[index + 1]
    return (
        line.length <= 50
        and line.text[0].isupper()
        and is_usual(line.text)
        and not line.text.endswith((".", ","))
        and not CONTENTS.match(line.text)
        and not _MINUTES.match(line.text)
        and not is_usual(below.text)
        and not looks_like_sentence(line.text)
        and (line.gap > 0 or lines[index - 1].text.endswith(".") or lines[index - 1].length < 30)
    )


def told_by_number(lines: Sequence[Line], first: int, last: int) -> list[Found]:
    """Points that have a number and no title, only what was said: lines numbered in one style, at least three of them from 1 on."""
    styles: dict[str, list[tuple[int, str, float]]] = {}
    for line in lines[first:last]:
        numbered = read_number(line)
        if (
            numbered is not None
            and numbered.style in ("dot", "paren", "punkt", "ad", "bare")
            and (
                line.gap > 0
                or line.cut
                or lines[line.index - 1].text.endswith((".", "!", "?", ":"))
                or lines[line.index - 1].length < 30
                or styles.get(numbered.style, [(-1, "", 0.0)])[-1][0] == line.index - 1
            )
        ):
            styles.setdefault(numbered.style, []).append((line.index, numbered.number, numbered.value))
    for places in styles.values():
        values = [value for _, _, value in places]
        counted = values[0] == 1.0 and len(set(values)) == len(values) and max(values) <= len(values) + 3
        # An automatic list whose numbers extraction lost, all or nearly all of them.
        lost = len(values) >= 4 and values.count(1.0) * 5 >= len(values) * 4
        if len(places) >= 3 and (counted or lost):
            numbers = {index for index, _, _ in places}
            filled = [  # a number alone above another one is an empty row
                place for place in places
                if lines[place[0]].length > 4 or (place[0] + 1 < last and place[0] + 1 not in numbers)
            ]  # fmt: skip
            if not filled:
                continue
            ends = [*(index for index, _, _ in filled[1:]), last]
            rows = [(index, number, end) for (index, number, _), end in zip(filled, ends, strict=True)]
            found = [_numbered(lines, *row) for row in rows]
            apart = [_set_apart(lines, index, end) for index, _, end in rows]
            titled = sum(bool(item.title) and alone for item, alone in zip(found, apart, strict=True))
            if 2 * titled > len(found) and 3 * sum(apart) >= 2 * len(
                found
            ):  # what stands alone above its text is a title here, whatever its words
                found = [
                    _numbered(lines, *row, apart=alone, headed=True) for row, alone in zip(rows, apart, strict=True)
                ]
            return found
    return []


def _set_apart(lines: Sequence[Line], index: int, end: int) -> bool:
    """Whether a line stands alone between empty lines, above text of its own."""
    return lines[index].gap > 0 and index + 1 < end and lines[index + 1].gap > 0


def _numbered(
    lines: Sequence[Line], index: int, number: str, end: int, *, apart: bool = False, headed: bool = False
) -> Found:
    """A point of such a list: titled where its line is short and unlike a sentence (or ``apart``), with text below it unless the
    others are titled (``headed``)."""
    numbered = read_number(lines[index])
    title = numbered.title.lstrip(" :") if numbered is not None else ""
    titled = apart or not (looks_like_sentence(title) or tells(title))
    if title and len(title) <= 110 and (end - index > 1 or headed) and titled:
        return Found(number, clean_title(title), closed_title(title), index, index, index + 1, end, "dot")
    return Found(number, "", False, index, index, index, end, "untitled")


_MINUTES = re.compile(r"\b(?:(?:møde|beslutnings)?referat|protokol|beslutningsprotokol)\b", re.IGNORECASE)
_PARTICIPANTS = re.compile(
    rf"(?:{lexicons.alternatives('line_words', 'participants')})\w*\b.{{0,20}}?:|"
    r"til ?stede (?:var|er)\b|(?:afbud|fraværende|fravær)\b",
    re.IGNORECASE,
)


def _prose(lines: Sequence[Line], index: int) -> bool:
    """Whether a paragraph of sentences begins here rather than a line of the front matter."""
    line = lines[index]
    numbered = read_number(line)
    if tells(line.text if numbered is None and line.text.endswith(".") else numbered.title if numbered else ""):
        return not FRONT.match(line.text) and not _PARTICIPANTS.match(line.text)
    if line.text[0] in "•–-" and line.length >= 30:
        return True
    return (
        line.length >= 40
        and (line.gap > 0 or index == 0 or lines[index - 1].length < 40)
        and line.text[0].isupper()
        and not FRONT.match(line.text)
        and not _PARTICIPANTS.match(line.text)
        and not _MINUTES.search(line.text[:60])
        and looks_like_sentence(line.text)
    )
