"""Which points of the recommendation an outcome sentence answers, with polarity."""

from __future__ import annotations

import re
from collections.abc import Sequence

from decisionnlp import lexicons
from decisionnlp.document import Item, Label, Polarity, Resolution, Sentence, Source, Span, Subtype, ZoneKind
from decisionnlp.flattening import flatten
from decisionnlp.resolution.point_numbers import number_line
from decisionnlp.resolution.verdicts import ALL, by_label, polarity_of, read_answers
from decisionnlp.slotted import changed

_CHOICE = re.compile(rf"\b(?:{lexicons.alternatives('point_answers', 'choosing')})\w*", re.IGNORECASE)
_OPTION = re.compile(
    rf"\b(?:{lexicons.alternatives('point_answers', 'options')}) (?P<name>\d{{1,2}}|[a-f])\b", re.IGNORECASE
)
_AMENDMENT = re.compile(lexicons.alternatives("point_answers", "amendments"), re.IGNORECASE)
_GENERIC = re.compile(rf"^\W*(?:{lexicons.alternatives('point_answers', 'whole')})", re.IGNORECASE)
_STEM = re.compile(r"[a-zæøå]{5,}")
_COMMON = frozenset(lexicons.load("point_answers")["common_stems"])


def answer_points(item: Item, source: Source, furniture: Sequence[Span] = ()) -> Item:
    """The item with ``Sentence.resolves`` on labelled outcome sentences and ``Recommendation.answers`` on its points."""
    labelled = [index for index, sentence in enumerate(item.sentences) if sentence.labels]
    if not labelled:
        return item
    numbers = [point.number for point in item.recommendations]
    sentences = list(item.sentences)
    answered: dict[str, list[Polarity]] = {}
    for index in labelled:
        sentence = sentences[index]
        if sentence.zone is not ZoneKind.OUTCOME:
            continue
        operative = sentence.has(Label.APPROVAL) or sentence.has(Label.DECISION)
        if not operative:
            continue
        flat = flatten(source.text, sentence.start, sentence.end, skip=furniture)
        found = read_answers(flat.text, sentence, numbers, frozenset(answered))
        if found and found[0].number == ALL and _AMENDMENT.search(flat.text) and not _amended(item):
            continue
        if not found and sentence.subtype is Subtype.CHOSEN_OPTION:
            choices = _choices(item)
            found = _choice(flat.text, choices) if not answered.keys() & choices.keys() else []
        if found and sentence.subtype is Subtype.OWN_RESOLUTION and not sentence.has(Label.APPROVAL):
            choices = _choices(item)
            found = [
                Resolution(answer.number, Polarity.APPROVED)
                if answer.number in choices and polarity_of(flat.text) is None
                else answer
                for answer in found
            ]
        if not found:
            # The number may stand on a line of its own before the verdict ("At 1:" / "Godkendt.").
            found = _numbered_line_before(sentences, index, source, furniture, sentence, numbers)
        if not found:
            continue
        sentences[index] = changed(sentence, resolves=tuple(found))
        for answer in found:
            answered.setdefault(answer.number, [])
    if not item.recommendations and not any(sentence.resolves for sentence in sentences):
        return item  # no point, and none answered
    _share_out(sentences, item, source, furniture)
    _one_verdict_on_all(sentences, numbers, source, furniture)
    answered = _collected(sentences, numbers)
    points = tuple(changed(point, answers=tuple(answered.get(point.number, ()))) for point in item.recommendations)
    return changed(item, sentences=tuple(sentences), recommendations=points)


def _amended(item: Item) -> bool:
    """A point of the recommendation is itself a change to another."""
    return any(_AMENDMENT.search(point.text) for point in item.recommendations)


def _choices(item: Item) -> dict[str, str]:
    """The points that ask for a choice, by number; a single one does."""
    points = item.recommendations
    chosen = points if len(points) == 1 else [point for point in points if _CHOICE.search(point.text)]
    numbers = {point.number for point in chosen}
    return {point.number: point.text for point in points if point.number in numbers}


def _share_out(
    sentences: list[Sentence],
    item: Item,
    source: Source,
    furniture: Sequence[Span],
) -> None:
    """Several verdicts on several points without numbers: each verdict goes to the point whose words it takes up."""
    whole = [
        index for index, sentence in enumerate(sentences) if sentence.resolves and sentence.resolves[0].number == ALL
    ]
    if len(whole) < 2 or len(item.recommendations) < 2:
        return
    stems = [_stems(point.text) for point in item.recommendations]
    given: dict[int, str] = {}
    for index in whole:
        text = flatten(source.text, sentences[index].start, sentences[index].end, skip=furniture).text
        if _GENERIC.match(text):
            continue
        shared = sorted(((len(_stems(text) & known), number) for number, known in enumerate(stems)), reverse=True)
        if shared[0][0] > shared[1][0]:
            given[index] = item.recommendations[shared[0][1]].number
    for index, number in given.items():
        sentence = sentences[index]
        sentences[index] = changed(sentence, resolves=(Resolution(number, sentence.resolves[0].polarity),))


def _one_verdict_on_all(
    sentences: list[Sentence], numbers: Sequence[str], source: Source, furniture: Sequence[Span]
) -> None:
    """Of several verdicts on everything one holds: that on the recommendation as such, else the first; none where each
    point has an answer of its own."""
    whole = [
        index for index, sentence in enumerate(sentences) if sentence.resolves and sentence.resolves[0].number == ALL
    ]
    named = {answer.number for sentence in sentences for answer in sentence.resolves} - {ALL}
    if numbers and named >= set(numbers):
        kept = None
    elif len({sentences[index].resolves[0].polarity for index in whole}) < 2:
        return
    else:
        generic = (
            index
            for index in whole
            if sentences[index].has(Label.APPROVAL)
            and _GENERIC.match(flatten(source.text, sentences[index].start, sentences[index].end, skip=furniture).text)
        )
        kept = next(generic, whole[0])
    for index in whole:
        if index != kept:
            sentences[index] = changed(sentences[index], resolves=())


def _collected(sentences: Sequence[Sentence], numbers: Sequence[str]) -> dict[str, list[Polarity]]:
    """The answers to each point; what is said of all holds for those that nothing else is said of."""
    answered: dict[str, list[Polarity]] = {}
    for sentence in sentences:
        for answer in sentence.resolves:
            if answer.number != ALL and answer.polarity not in answered.setdefault(answer.number, []):
                answered[answer.number].append(answer.polarity)
    named = set(answered)
    for sentence in sentences:
        for answer in sentence.resolves:
            for number in numbers if answer.number == ALL else ():
                if number not in named and answer.polarity not in answered.setdefault(number, []):
                    answered[number].append(answer.polarity)
    return answered


def _choice(text: str, choices: dict[str, str]) -> list[Resolution]:
    """A choice answers the point that asks for one: against it where the point names another option."""
    if len(choices) != 1:
        return []
    ((number, point),) = choices.items()
    wanted = {match.group("name").lower() for match in _OPTION.finditer(point)}
    taken = {match.group("name").lower() for match in _OPTION.finditer(text)}
    if len(wanted) == 1:  # the point recommends one option
        return [Resolution(number, Polarity.APPROVED if wanted & taken else Polarity.REJECTED)] if taken else []
    return [Resolution(number, Polarity.APPROVED)]


def _stems(text: str) -> set[str]:
    return {word[:5] for word in _STEM.findall(text.lower())} - _COMMON


def _numbered_line_before(
    sentences: Sequence[Sentence],
    index: int,
    source: Source,
    furniture: Sequence[Span],
    sentence: Sentence,
    numbers: Sequence[str],
) -> list[Resolution]:
    if index == 0 or not numbers:
        return []
    before = sentences[index - 1]
    named = number_line(flatten(source.text, before.start, before.end, skip=furniture).text)
    polarity = by_label(sentence)
    if polarity is None:
        return []
    return [Resolution(number, polarity) for number in named if number in numbers]
