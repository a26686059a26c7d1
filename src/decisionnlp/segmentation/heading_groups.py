"""Which zone headings open an item, in minutes that print their zones under headings."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from decisionnlp import lexicons
from decisionnlp.document import ZoneKind
from decisionnlp.extraction.vocabulary import is_given_name
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import closed_title
from decisionnlp.segmentation.outcome_words import short_answer, whole_answer
from decisionnlp.segmentation.titles import FRONT, META

# How many headings are looked through, so that the work stays linear.
_REACH = 60
# Groups that open with one form, for that form to open them all.
_LEAST = 3
_OPENING = frozenset(lexicons.load("zone_headings")["opening"]["forms"])
_ROUTES = frozenset(lexicons.load("zone_headings")["routes"]["forms"])
_NAMED = re.compile(r"[A-ZÆØÅ][\wæøåé-]+(?: [A-ZÆØÅ][\w.æøåé-]*){1,3}(?: \([A-ZÆØÅ]{1,3}\))?(?:,|$)")
_CASES = tuple(lexicons.load("zone_headings")["cases"]["forms"])


def heading_groups(lines: Sequence[Line], headings: Mapping[int, Heading], first: int, last: int) -> list[int]:
    """Lines of the headings that open an item's group: items print their headings in one order, and an outcome ends a group."""
    order = [
        index for index in sorted(headings)
        if first <= index < last
        and headings[index].kind not in (ZoneKind.ATTENDANCE, ZoneKind.ATTACHMENT, ZoneKind.AGENDA)
        and not (index > first and FRONT.match(lines[index].text) and FRONT.match(lines[index - 1].text))
    ]  # fmt: skip
    outcomes = [index for index in order if headings[index].kind is ZoneKind.OUTCOME]
    if not outcomes:
        return []
    forms = {index: headings[index].text.lower() for index in order}
    before = {forms[index] for index in order if index < outcomes[0]}
    after = {forms[index] for index in order if index > outcomes[-1]}
    # A form printed after the last outcome and never before the first one closes an item (Beslutningskompetence, Videre proces).
    closing = after - before if before else after - _OPENING
    # An outcome dated before the last day that any names was another meeting's: the item goes on.
    own = max((when for index in outcomes if (when := headings[index].date) is not None), default=None)
    told_first = _told_first(headings, order, first, last)
    groups: list[int] = []
    decided = True
    for place, index in enumerate(order):
        kind = headings[index].kind
        if (
            decided
            and not (place and _twins(lines, headings, order[place - 1], index))
            and kind is not ZoneKind.HISTORY
            and (forms[index] not in closing or _registered(lines, headings, index))
            and not (groups and _of_item_above(order, place, groups, forms, lines, headings, told_first=told_first))
        ):
            groups.append(index)
            decided = False
        when = headings[index].date
        if kind is ZoneKind.OUTCOME and (when is None or own is None or when == own):
            decided = True
    return _by_opening(groups, order, forms, lines, headings)


def _by_opening(
    groups: list[int], order: Sequence[int], forms: Mapping[int, str], lines: Sequence[Line], headings: Mapping[int, Heading]
) -> list[int]:  # fmt: skip
    """``groups``, where most of them open with one form that opens items: then each heading of that form does (the outcome above it
    may be glued to its list), and no outcome heading below another body's one."""
    form, count = Counter(forms[index] for index in groups).most_common(1)[0]
    if count < _LEAST or 2 * count <= len(groups) or form not in _OPENING:
        return groups
    kept = {
        index
        for index in groups
        if headings[index].kind is not ZoneKind.OUTCOME or _titled(lines, headings, index) or index == groups[0]
    }
    # Only below a heading that closes other items, too: a second "Resume" below the case opens nothing.
    closing = {forms[above] for above, index in itertools.pairwise(order) if index in kept}
    more = {
        index
        for above, index in itertools.pairwise(order)
        if forms[index] == form and headings[index].alone and forms[above] in closing
    }
    return sorted(kept | more)


def _told_first(headings: Mapping[int, Heading], order: Sequence[int], first: int, last: int) -> bool:
    """Whether the items of a page print their case above their outcome, by their lists of bilag: below what was decided one closes the
    item, and a case below it opens the next."""
    whole = [index for index in sorted(headings) if first <= index < last and headings[index].alone]
    known = set(order)
    votes = 0
    for above, index, below in zip(whole, whole[1:], whole[2:], strict=False):
        if headings[index].kind is not ZoneKind.ATTACHMENT or below not in known:
            continue
        cased = headings[below].text.lower().startswith(_CASES)
        decided = headings[above].kind is ZoneKind.OUTCOME or headings[above].text.lower() in _ROUTES
        if cased and decided:
            votes += 1
        elif headings[above].kind is ZoneKind.CASE and not decided:
            votes -= 1
    return votes > 0


def _twins(lines: Sequence[Line], headings: Mapping[int, Heading], above: int, index: int) -> bool:
    """Whether two headings in a row are both outcome headings of one item."""
    one, other = headings[above], headings[index]
    if one.kind is not ZoneKind.OUTCOME or other.kind is not ZoneKind.OUTCOME:
        return False
    if closed_title(one.text) or closed_title(other.text):
        return False  # all that is told of a closed point
    if one.date is None:
        # "Beslutning", and right below it "Økonomiudvalgets beslutning i mødet den 31. marts"; "Drøftelse", and then "Beslutning"
        return index - above <= 2 if other.date is not None else one.text.lower() != other.text.lower()
    if other.date is None:
        return _answered(lines, above, index)  # "Beslutning i … den 4. juni" / "Godkendt" / "Referat"
    return _other_body(one, other)


def _answered(lines: Sequence[Line], one: int, other: int) -> bool:
    """Whether nothing but an answer of a word or two stands between two headings."""
    return other - one <= 2 and all(whole_answer(line.text) for line in lines[one + 1 : other])


def _other_body(one: Heading, other: Heading) -> bool:
    """Whether two dated outcome headings in a row name two bodies that treated the same case."""
    return bool(one.body and other.body) and one.body != other.body


def _of_item_above(
    order: Sequence[int], place: int, groups: Sequence[int], forms: Mapping[int, str], lines: Sequence[Line], headings: Mapping[int, Heading],
    *, told_first: bool,
) -> bool:  # fmt: skip
    """Whether a heading below an outcome belongs to the item decided; where the case is told first, its form says so."""
    form = forms[order[place]]
    if told_first and form in _ROUTES:
        return True
    if told_first and form.startswith(_CASES):
        return False
    return _still_told(order, place, groups, forms, lines, headings)


def _still_told(
    order: Sequence[int],
    place: int,
    groups: Sequence[int],
    forms: Mapping[int, str],
    lines: Sequence[Line],
    headings: Mapping[int, Heading],
) -> bool:
    """Whether a heading below an outcome still belongs to the item decided: the form that opened the first item, or one that stands
    before all others, comes further down before the next outcome, or the items open with their outcome, below a title."""
    index, opener = order[place], groups[0]
    openers = {forms[group] for group in groups if forms[group] in _OPENING} | {forms[opener]}
    if headings[index].kind is ZoneKind.OUTCOME or _titled(lines, headings, index):
        return False
    if _registered(lines, headings, index):
        return False
    for later in order[place + 1 : place + _REACH]:
        if headings[later].kind is ZoneKind.OUTCOME:
            apart = _titled(lines, headings, later) or closed_title(headings[later].text)
            return headings[opener].kind is ZoneKind.OUTCOME and apart
        if forms[later] in openers and forms[index] != forms[opener] and forms[index] not in _OPENING:
            return True
    return headings[opener].kind is ZoneKind.OUTCOME and _titled(lines, headings, opener)


def _registered(lines: Sequence[Line], headings: Mapping[int, Heading], index: int) -> bool:
    """Whether facts about a point stand right above a heading: its case number, ``Åben``."""
    above = headings.get(index - 1)
    return (above is not None and above.kind is ZoneKind.AGENDA) or (
        index > 0 and META.match(lines[index - 1].text) is not None
    )


def belongs_to_heading(lines: Sequence[Line], headings: Mapping[int, Heading], index: int) -> bool:
    """Whether a line is no title, whatever stands below it: the short answer right below a heading of the outcome, the body
    below a heading that asks who treats the case, or somebody's name below one that asks who was absent."""
    above, text = headings.get(index - 1), lines[index].text
    if above is None or not above.alone:
        return False
    if above.kind is ZoneKind.ATTENDANCE:
        return _NAMED.match(text) is not None and is_given_name(text.split()[0])
    return above.text.lower() in _ROUTES or (above.kind is ZoneKind.OUTCOME and short_answer(text))


def _titled(lines: Sequence[Line], headings: Mapping[int, Heading], index: int) -> bool:
    """Whether a line that reads as a title stands above a heading, set apart from what is above it."""
    if index == 0 or index - 1 in headings:
        return False
    above = lines[index - 1]
    if belongs_to_heading(lines, headings, index - 1):
        return False
    return (
        above.gap > 0 and above.text[0].isupper() and above.length <= 160 and not above.text.endswith((".", ",", ":"))
    )
