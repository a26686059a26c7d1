"""Items known by their headings (``Indstilling``, ``Sagsfremstilling``, ``Beslutning``): the title that stands above each group."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Mapping, Sequence

from decisionnlp import lexicons
from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.bodies import meeting_body
from decisionnlp.segmentation.heading_groups import belongs_to_heading
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import (
    clean_title,
    closed_title,
    is_unnumbered_title,
    is_usual,
    looks_like_sentence,
    read_number,
)
from decisionnlp.segmentation.outcome_words import whole_answer
from decisionnlp.segmentation.titles import (
    FRONT,
    FRONT_CELL,
    FRONT_LABEL,
    META,
    OPENNESS,
    TICK,
    Found,
    read_title,
    with_meta,
)

_OPEN_CASE = re.compile(r"(?<=\S )(?:Åben|Lukket|ÅBEN|LUKKET) (?:sag|SAG)\b")
_HELD_ON = re.compile(r"\b(?:kl\.|lokale|referat|dagsorden|møde)\b|\d{4}$", re.IGNORECASE)
# "Havneudvalget ønsker en plan", without a full stop.
_SAYS = re.compile(
    r"[\wæøåÆØÅ-]*(?i:udvalget|rådet|bestyrelsen|direktionen|magistraten) "
    rf"(?:{lexicons.alternatives('line_words', 'body_says')})\b"
)


_APART = 3  # blank lines above a title
_INTRODUCED = 3  # items with one sentence between their title and their first heading
_LONGEST_TITLE = 120


def items_by_headings(
    groups: Sequence[int], lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], marked: Collection[int],
    first: int, last: int,
) -> list[Found]:  # fmt: skip
    """Unnumbered items: each group of headings with the title-like line above it; a title lost in extraction is empty."""
    found: list[Found] = []
    floor = first
    introduced = _introduced(groups, lines, headings, marked, first)
    for place, group in enumerate(groups):
        at = _title_above(lines, group, floor, marked, headings)
        if at is None:
            at = introduced.get(group)
        if at is None and len(groups) == 1:
            at = _title_on_page(lines, headings, first, group)
        page = len(groups) == 1 and at == first
        page = page and (is_unnumbered_title(lines[first].text) or not _HELD_ON.search(lines[first].text))
        if page and meeting_body([lines[first].text]) is not None:
            page = False
        if at is not None and (place or at > first or at in marked or page):
            numbered = read_number(lines[at])
            if numbered is not None and (numbered.style != "dot" or not numbered.title[:1].isupper()):
                numbered = None
            title, title_last = read_title(lines, widths, headings, at, last, numbered)
            title_last = min(title_last, group)
            found.append(
                Found(
                    numbered.number if numbered is not None else None,
                    clean_title(title),
                    closed_title(title),
                    with_meta(lines, at, floor),
                    at,
                    max(title_last, at + 1),
                    last,
                    "none",
                )
            )
        else:
            begin = _list_above(lines, headings, group, floor) if headings[group].kind is ZoneKind.OUTCOME else group
            # "Offentlig beslutning, udfyldes hvis punktet er lukket"
            closed = closed_title(headings[group].text)
            found.append(Found(None, "", closed, with_meta(lines, begin, floor), begin, begin, last, "untitled"))
        floor = group + 1
    if found and found[0].title and len(found) > 1 and all(not other.title for other in found[1:]):
        # No other point has kept its title: what stands above the first one belongs to the front matter.
        found[0] = Found(None, "", False, groups[0], groups[0], groups[0], last, "untitled")
    return found


def _introduced(
    groups: Sequence[int], lines: Sequence[Line], headings: Mapping[int, Heading], marked: Collection[int], first: int
) -> dict[int, int]:
    """For groups with one sentence above them (``Lokaludvalget skal drøfte høringen.``) the title above that, where items are printed
    so: three of them at least, and half of those without a title right above them."""
    bare = [
        group for group, floor in zip(groups, [first, *(group + 1 for group in groups)], strict=False)
        if _title_above(lines, group, floor, marked, headings) is None
    ]  # fmt: skip
    found: dict[int, int] = {}
    for group in bare:
        if group - 2 < first or group - 1 in headings or group - 2 in headings:
            continue
        title, sentence = lines[group - 2], lines[group - 1]
        if (
            sentence.gap > 0
            and sentence.text.endswith(".")
            and title.gap > 0
            and title.length <= _LONGEST_TITLE
            and title.text[0].isupper()
            and title.text[-1] not in ".!,;:"
            and not looks_like_sentence(title.text)
            and not whole_answer(title.text)
            and not FRONT.match(title.text)
        ):
            found[group] = group - 2
    return found if len(found) >= _INTRODUCED and 2 * len(found) >= len(bare) else {}


def _list_above(lines: Sequence[Line], headings: Mapping[int, Heading], group: int, floor: int) -> int:
    """Where a list right above an outcome heading begins: the case of a point that lost its title; ``group`` where there is none."""
    value = 0.0
    for index in range(group - 1, floor, -1):
        numbered = read_number(lines[index])
        if index in headings or numbered is None or (value and numbered.value != value - 1):
            return group
        value = numbered.value
        if value == 1.0:
            return index if lines[index].gap else group
    return group


def _title_on_page(lines: Sequence[Line], headings: Mapping[int, Heading], first: int, group: int) -> int | None:
    """On a page of one point the title stands above an introduction, below the meeting's own lines."""
    second: int | None = None
    for index in range(group - 1, max(first, group - 12), -1):
        line = lines[index]
        ended = line.text.endswith((".", "!", ",", ";", ":"))
        if (
            (line.gap > 0 or (index > first and FRONT.match(lines[index - 1].text)))
            and line.text[0].isupper()
            and not ended
            and 12 <= line.length <= 200
            and not FRONT.match(line.text)
            and not _in_front(lines, index, first)
            and index not in headings
        ):
            if not _HELD_ON.search(line.text):
                return index
            if second is None and " og " in line.text and not any(char.isdigit() for char in line.text):
                second = index  # "Referat og godkendelse af dagsordenen" may be a title, too
    return second


def _set_apart(lines: Sequence[Line], headings: Mapping[int, Heading], group: int) -> bool:
    """Whether the line above a group's heading is a title that reads like a heading (``Økonomi``): wide apart from what stands above
    it, as the group's own heading is not, and without a colon."""
    line, own = lines[group - 1], lines[group]
    return line.gap >= _APART > own.gap and own.text.endswith(":") and not line.text.endswith(":")


def _in_front(lines: Sequence[Line], index: int, floor: int) -> bool:
    """Whether a line is a cell of the front matter's table: a label with its value, or none, beside others."""
    near = [lines[place].text for place in (index - 1, index + 1) if floor <= place < len(lines)]
    if FRONT_LABEL.match(lines[index].text):
        return index > floor and (FRONT.match(near[0]) is not None or FRONT_CELL.match(near[0]) is not None)
    return FRONT_CELL.match(lines[index].text) is not None and any(FRONT_CELL.match(text) for text in near)


def _title_above(
    lines: Sequence[Line],
    group: int,
    floor: int,
    marked: Collection[int],
    headings: Mapping[int, Heading],
) -> int | None:
    index = group - 1
    best: int | None = None
    while index >= floor and group - index <= 6:
        line = lines[index]
        if OPENNESS.match(line.text) and index > floor and best is None:
            index, group = index - 1, group - 1
            continue
        if line.length <= 4 and TICK.match(line.text):
            index, group = index - 1, group - 1  # a grid of bodies with a cross at the one that decides
            continue
        if index in marked:
            return index
        if index in headings and not headings[index].alone and closed_title(headings[index].text):
            return index  # "Lukket: Salg af grund"
        if (index in headings and headings[index].kind is ZoneKind.AGENDA) or META.match(line.text):
            if best is not None:
                break
            index -= 1
            continue
        if index == group - 1 and index in headings and _set_apart(lines, headings, group):
            return index
        if index in headings or line.length > 160:
            break
        above = headings.get(index - 1)
        if line.length > 60 and above is not None and above.alone and above.kind in (ZoneKind.CASE, ZoneKind.PROPOSAL):
            break  # what stands right below "Sagsfremstilling"
        if _in_front(lines, index, floor):
            break
        if FRONT.match(line.text) or belongs_to_heading(lines, headings, index):
            break
        if _OPEN_CASE.search(line.text):
            return index  # "Godkendelse af dagsorden Åben sag Sagsnr.:"
        titled = line.text[0].isupper() or line.text[0].isdigit() or line.text[0] in '"»”('
        ended = line.text.endswith((".", "!", ",", ";", ":")) and not line.text.lower().endswith(
            ("evt.", "kr.", "mv.", "m.v.", "m.m.")
        )
        if titled and not ended and not looks_like_sentence(line.text) and not _SAYS.match(line.text):
            best = index
            if line.gap > 0 or line.cut:
                return index
        elif ended:
            break
        index -= 1
    return best


def proposed(headings: Mapping[int, Heading], first: int, last: int) -> list[int]:
    """The headings that open a case with its proposal, where no heading tells the outcome."""
    alone = [index for index in sorted(headings) if first <= index < last and headings[index].alone]
    order = [index for index in alone if headings[index].kind in (ZoneKind.CASE, ZoneKind.PROPOSAL)]
    opener = headings[order[0]].text.lower() if order else ""
    if len({headings[index].kind for index in order}) < 2 or not opener.startswith(("sag", "resum", "indstilling")):
        return []  # "Økonomi" may be a title
    return [index for index in order if headings[index].text.lower() == opener]


def titled_by_case(lines: Sequence[Line], headings: Mapping[int, Heading], first: int, last: int) -> list[Found]:
    """Items of minutes that print every point as a title and its case (``Meddelelser`` / ``Sagsfremstilling``), without a heading
    above what was decided; none where fewer than two of the titles are usual ones."""
    if any(
        first <= index < last and heading.kind is ZoneKind.OUTCOME and not _opens_case(headings, index + 1)
        for index, heading in headings.items()
    ):
        return []
    titles: list[int] = []
    for index in range(first, last - 1):
        line = lines[index]
        if not _opens_case(headings, index + 1):
            continue
        own = headings.get(index)
        if (
            (own is None or own.kind is ZoneKind.OUTCOME)  # "Beslutninger", a group of points
            and (
                line.gap > 0
                or line.cut
                or is_usual(line.text)
                or lines[max(index - 1, 0)].text.endswith((".", "!", "?"))
            )
            and line.length <= 160
            and line.text[0].isupper()
            and not line.text.endswith((".", ",", ":", ";"))
            and read_number(line) is None
            and not looks_like_sentence(line.text)
            and not whole_answer(line.text)
        ):
            titles.append(index)
    usual = [index for index in titles if is_unnumbered_title(lines[index].text)]
    if len(usual) < 2:
        return []
    # What stands above the first usual title is the page of the front matter.
    titles = [index for index in titles if index >= usual[0]]
    found: list[Found] = []
    opening = titles[0]
    for index, following in itertools.pairwise([*titles, last]):
        text = lines[index].text
        if following == index + 2 and following < last and not is_usual(text):
            continue  # the heading of a group, with an empty case of its own, goes with the title below it
        found.append(Found(None, clean_title(text), closed_title(text), opening, index, index + 1, last, "none"))
        opening = following
    return found


def _opens_case(headings: Mapping[int, Heading], index: int) -> bool:
    below = headings.get(index)
    return below is not None and below.alone and below.kind is ZoneKind.CASE
