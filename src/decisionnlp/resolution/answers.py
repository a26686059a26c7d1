"""Which points of the recommendation an outcome sentence answers, with polarity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from decisionnlp.document import Item, Label, Polarity, Resolution, Sentence, Source, Span, Subtype, ZoneKind
from decisionnlp.extraction.vocabulary import words
from decisionnlp.flattening import flatten

ALL = "*"
_ORDINALS = {
    "første": "1",
    "andet": "2",
    "anden": "2",
    "tredje": "3",
    "fjerde": "4",
    "femte": "5",
    "sjette": "6",
    "syvende": "7",
    "ottende": "8",
    "sidste": "last",
}
_NUMBER = r"(?:\d{1,2}[a-z]?(?![\d/%]|\.\d))"
_LIST = (
    rf"{_NUMBER}\.?(?:\s?(?:-|–|,|og|samt|&|til(?: og med)?|, og)\s?(?:(?:at|pkt\.?|punkt)[ -]?)?{_NUMBER}\.?){{0,9}}"
)
_POINT_WORD = r"(?:at[- ]?punkt(?:et|erne|er)?|at(?:[ -]dot)?|ad\.?|pkt\.?|punkt(?:et|erne)?|forslag|indstillingspunkt(?:et|erne)?|delindstilling(?:en)?|indstilling(?:en)?s?(?: punkt| pkt\.?| nr\.?)?|nr\.?|dot|anbefaling)"
# At 1 · Ad 2 · pkt. 1-3 · forslag 1–5 · punkt 1 og 2 · indstillingens punkt 2
_NAMED = re.compile(rf"\b{_POINT_WORD}\s(?:nr\.?\s?)?(?P<list>{_LIST})", re.IGNORECASE)
# indstillingens 2. at-punkt · 1. og 2. at · første punkt · 2. pind
_ORDINAL = re.compile(
    rf"\b(?P<list>\d{{1,2}}\.(?:\s?(?:-|–|,|og|samt)\s?\d{{1,2}}\.){{0,6}}|{'|'.join(_ORDINALS)})\s(?:og (?P<second>{'|'.join(_ORDINALS)})\s)?(?:at\b|at-punkt(?:et)?|dot|pind|prik|led|punkt|del|forslag|indstilling|anbefaling|delindstilling)\b",
    re.IGNORECASE,
)
# kan ikke tiltræde 6 · godkendte 1 og 3
_AFTER_VERB = re.compile(
    rf"\b(?:tiltræd|tiltrådt|godkend|anbefal|vedtag|vedtog|følg)\w*\s(?P<list>{_LIST})(?=\s*(?:[.,;]|$))", re.IGNORECASE
)
# Pkt. a og b · litra c
_LETTERS = re.compile(
    r"\b(?:pkt\.?|punkt|litra|at|ad)\s(?P<list>[a-h](?:\s?(?:,|og|samt|-|–)\s?[a-h])*)(?![\wæøå.])", re.IGNORECASE
)
# A line that begins with the numbers: "1. - 2. tiltrådt", "1: Godkendt", "1-3 godkendt"
_LEADING = re.compile(
    rf"^\s*(?P<list>{_NUMBER}[.):]?(?:\s?(?:-|–|,|og|samt|til)\s?{_NUMBER}[.):]?){{0,9}})\s*[:.)]?\s*(?=[A-ZÆØÅa-zæøå])"
)
# "a og b tiltrådt", "c blev forkastet"
_LEADING_LETTERS = re.compile(
    r"^\s*(?P<list>[a-h](?:\s?(?:,|og|samt|-|–)\s?[a-h])*)\)?\s(?=(?:blev|er|godkend|tiltr|vedtag|forkast|udgår|udsæt|anbefal))"
)
# "De to første vedtaget", "Det tredje blev taget af bordet"
_FIRST_FEW = re.compile(r"\bde (?P<count>to|tre|fire) første\b", re.IGNORECASE)
_FEW = {"to": 2, "tre": 3, "fire": 4}
_THE_NTH = re.compile(
    rf"\bdet (?P<list>{'|'.join(_ORDINALS)})(?= (?:blev|er|bliver|godkend|tiltr|vedtag|forkast|udgår|udsæt))",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(?P<first>\d{1,2})\.?\s?(?:-|–|til(?: og med)?)\s?(?P<last>\d{1,2})(?!\w)")

_POLARITIES: tuple[tuple[Polarity, re.Pattern[str]], ...] = tuple(
    (polarity, re.compile(pattern, re.IGNORECASE))
    for polarity, pattern in (
        (
            Polarity.REJECTED,
            r"\bikke (?:\w+ ){0,2}(?:godkend|tiltr[æå]d|vedtag|imødekom|anbefal|tilslut|følge|bakke|støtte|kom(?:me)? igennem|vinde)\w*|"
            r"\b(?:godkend|tiltræd|vedtag|imødekom|anbefal|tilslut|følg|støtt)\w* ikke\b|\bforkast\w*|\bafvi(?:se|st)\w*|\bafsl(?:å|og|ag)\w*|\bnedstem\w*|\bbortfald\w*|\bfaldt\b|\bfalder (?:bort|væk)|\bkan ikke\b|\bkunne ikke\b|\bsagde nej|\bnej til|\bfandt ikke tilslutning",
        ),
        (
            Polarity.DEFERRED,
            r"\budsæt\w*|\budsat\w*|\budskyd\w*|\budskudt\w*|\bi bero\b|\bafvent\w*|\bgenoptag\w*|\bvent(?:er|e) til|\btages op (?:igen|på)|\bsættes på igen",
        ),
        (
            Polarity.RETURNED,
            r"\b(?:send\w*|sendt|går|gik) (?:\w+ ){0,3}(?:tilbage|retur)\b|\btilbagesend\w*|\breturner\w*|\bhjemvis\w*|\boversend\w*|\bhenvis\w*|\bretur\b",
        ),
        (Polarity.WITHDRAWN, r"\budgår\b|\budgik\b|\btrækkes\b|\btrukket\b|\btaget af (?:dagsordenen|bordet)"),
        (
            Polarity.APPROVED,
            r"\bgodkend\w*|\btiltr[æå]d\w*|\bvedtag\w*|\btaget til efterretning|\btages til efterretning|\btil efterretning|\banbefal\w*|\bimødekom\w*|\bfølges\b|\btilslut\w*|"
            r"\bbevilg\w*|\bfrigiv\w*|\bdrøftet\b|\bdrøftede\b|\bnoteret\b|\btil orientering\b|\bstadfæst\w*|\bgav (?:sin )?tilslutning|\bja til|\bbakke\w* op|\bok\b|\bi orden\b|\benig\w*",
        ),
    )
)
_SPLIT = re.compile(
    r"(?<=[^\d][.;])\s+|,\s+(?=(?:mens|men|og|medens|hvorimod|dog)\b)|\s+(?=(?:mens|men|medens|hvorimod)\b)|,\s+(?=(?:kan|kunne) ikke\b)|(?<=\w)\s+(?=At \d)|\s+og\s+(?=(?:kan|kunne) ikke\b)",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\b(?:de øvrige|det øvrige|øvrige|resten(?= (?:af (?:indstilling|punkt|forslag)\w*|godkend|tiltr|vedtag|følges|blev|er|kan|kunne)))\b",
    re.IGNORECASE,
)
# A point that asks the body to choose: whatever it chooses follows it.
_CHOICE = re.compile(
    r"\b(?:vælg|valg|prioriter|tager stilling|tage stilling|træffe\w* (?:valg|beslutning))\w*", re.IGNORECASE
)
_OPTION = re.compile(
    r"\b(?:model|scenarie|scenario|løsning|placering|variant|alternativ|mulighed|version|vælge[rs]?|valgte?|(?:landede|landet|pege[rd]e?|peget) på) (?P<name>\d{1,2}|[a-f])\b",
    re.IGNORECASE,
)


def answer_points(item: Item, source: Source, furniture: Sequence[Span] = ()) -> Item:
    """The item with ``Sentence.resolves`` on labelled outcome sentences and ``Recommendation.answers`` on its points."""
    if not any(sentence.labels for sentence in item.sentences):
        return item
    numbers = [point.number for point in item.recommendations]
    sentences = list(item.sentences)
    amendments = any(_AMENDMENT.search(point.text) for point in item.recommendations)
    answered: dict[str, list[Polarity]] = {}
    chosen = [number for number in numbers if len(numbers) == 1] or [
        point.number for point in item.recommendations if _CHOICE.search(point.text)
    ]
    choices = {point.number: point.text for point in item.recommendations if point.number in chosen}
    for index, sentence in enumerate(sentences):
        if sentence.zone is not ZoneKind.OUTCOME:
            continue
        operative = sentence.has(Label.APPROVAL) or sentence.has(Label.DECISION)
        if not operative:
            continue
        flat = flatten(source.text, sentence.start, sentence.end, skip=furniture)
        found = read_answers(flat.text, sentence, numbers, frozenset(answered))
        if found and found[0].number == ALL and _AMENDMENT.search(flat.text) and not amendments:
            continue
        if not found and sentence.subtype is Subtype.CHOSEN_OPTION and not answered.keys() & choices.keys():
            found = _choice(flat.text, choices)
        if sentence.subtype is Subtype.OWN_RESOLUTION and not sentence.has(Label.APPROVAL):
            found = [
                Resolution(answer.number, Polarity.APPROVED)
                if answer.number in choices and _polarity(flat.text) is None
                else answer
                for answer in found
            ]
        if not found:
            # The number may stand on a line of its own before the verdict ("At 1:" / "Godkendt.").
            found = _numbered_line_before(sentences, index, source, furniture, sentence, numbers)
        if not found:
            continue
        sentences[index] = replace(sentence, resolves=tuple(found))
        for answer in found:
            answered.setdefault(answer.number, [])
    if not item.recommendations and not any(sentence.resolves for sentence in sentences):
        return item  # no point, and none answered
    _share_out(sentences, item, source, furniture)
    _one_verdict_on_all(sentences, numbers, source, furniture)
    answered = _collected(sentences, numbers)
    points = tuple(replace(point, answers=tuple(answered.get(point.number, ()))) for point in item.recommendations)
    return replace(item, sentences=tuple(sentences), recommendations=points)


_GENERIC = re.compile(
    r"^\W*(?:(?:\w+ ){0,3}(?:indstilling\w*|sagen|punktet)\b|(?:godkendt|tiltrådt|vedtaget|anbefales|anbefalet|udsat|taget til efterretning)\W*$)",
    re.IGNORECASE,
)
_STEM = re.compile(r"[a-zæøå]{5,}")
_COMMON = words(
    "godke tiltr vedta anbef indst udval byråd kommu forva admin følge samt efter orien række taget tages skal bliver blive mødet sagen punkt"
)


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
        sentences[index] = replace(sentence, resolves=(Resolution(number, sentence.resolves[0].polarity),))


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
            sentences[index] = replace(sentences[index], resolves=())


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


def read_answers(
    text: str, sentence: Sentence, numbers: Sequence[str], answered: frozenset[str] = frozenset()
) -> list[Resolution]:
    """Answers of one labelled outcome sentence. ``numbers`` are the item's points; a verdict that names none means all (``*``).

    ``answered`` are points that sentences before took: *de øvrige* are the others.
    """
    default = _by_label(sentence)
    found: list[Resolution] = []
    if not numbers and not _POINT_NAMED.search(text):
        return []  # without points neither a bare verdict nor "punkt 5" (of the agenda) answers any
    if (
        re.search(r"\d", text)
        or _LEADING_LETTERS.match(text)
        or any(
            word in text.lower()
            for word in ("første", "andet", "tredje", "sidste", "punkt", "pind", "øvrige", "resten")
        )
    ):
        found = _numbered(text, default, numbers, answered)
    if found:
        return found
    if default is None or not numbers or not _answers_all(sentence):
        return []  # without points there is nothing that "all" could mean
    return [Resolution(ALL, default)]


# "At 1", "Ad 2)", "indstillingens 2. at-punkt": surely a point of the recommendation.
_POINT_NAMED = re.compile(r"\b(?:at|ad)\.?\s?\d|\d\.\s?at\b|at-punkt", re.IGNORECASE)
# What a member moved is not what the administration recommended.
_AMENDMENT = re.compile(
    r"ændringsforslag|underforslag|modforslag|mindretallets forslag|\bdet forslag\b|forslag(?:et)? fra (?-i:[A-ZÆØÅ])",
    re.IGNORECASE,
)


def _by_label(sentence: Sentence) -> Polarity | None:
    """The polarity that the sentence's label and subtype say."""
    subtypes = {label.subtype for label in sentence.labels} | {sentence.subtype}
    for subtype, polarity in (
        (Subtype.REJECTED, Polarity.REJECTED),
        (Subtype.DEFERRED, Polarity.DEFERRED),
        (Subtype.RETURNED, Polarity.RETURNED),
        (Subtype.REFERRED, Polarity.RETURNED),
        (Subtype.WITHDRAWN, Polarity.WITHDRAWN),
        (Subtype.OWN_RESOLUTION, Polarity.REJECTED),
        (Subtype.CHOSEN_OPTION, Polarity.APPROVED),
        (Subtype.APPOINTED, Polarity.APPROVED),
        (Subtype.DELEGATED, Polarity.APPROVED),
    ):
        if subtype in subtypes and not sentence.has(Label.APPROVAL):
            return polarity
    return Polarity.APPROVED if sentence.has(Label.APPROVAL) else None


def _answers_all(sentence: Sentence) -> bool:
    """A verdict on what was put to the body, and not a decision of its own beside it."""
    if sentence.has(Label.APPROVAL):
        return True
    return sentence.subtype in (
        Subtype.REJECTED,
        Subtype.DEFERRED,
        Subtype.RETURNED,
        Subtype.REFERRED,
        Subtype.WITHDRAWN,
    )


def _numbered(
    text: str, default: Polarity | None, numbers: Sequence[str], answered: frozenset[str]
) -> list[Resolution]:
    found: dict[str, Resolution] = {}
    pending: list[str] = []
    last: Polarity | None = None
    for clause in _SPLIT.split(text):
        mentioned = _mentioned(clause, numbers, text.startswith(clause))
        if _REST.search(clause) and numbers and not mentioned:
            mentioned = [number for number in numbers if number not in found and number not in answered]
        polarity = _polarity(clause)
        if not mentioned:
            if polarity and pending:
                for number in pending:
                    found[number] = Resolution(number, polarity)
                pending = []
            continue
        if polarity is None:
            pending += mentioned
            continue
        last = polarity
        if polarity is Polarity.WITHDRAWN and default is Polarity.REJECTED:
            polarity = default  # At 3 er ikke nødvendigt; det udgår.
        for number in (*pending, *mentioned):
            found.setdefault(number, Resolution(number, polarity))
        pending = []
    if pending and (last or default):
        for number in pending:
            found.setdefault(number, Resolution(number, last or default or Polarity.APPROVED))
    known = set(numbers)
    kept = [answer for answer in found.values() if not known or answer.number in known]
    return sorted(kept, key=lambda answer: _order(answer.number))


def _polarity(clause: str) -> Polarity | None:
    """The verdict that stands first (Ikke godkendt before godkendt; anbefales, bortset fra … ikke)."""
    found = [
        (match.start(), rank, polarity)
        for rank, (polarity, pattern) in enumerate(_POLARITIES)
        if (match := pattern.search(clause))
    ]
    return min(found)[2] if found else None


def _order(number: str) -> tuple[int, str]:
    digits = re.match(r"\d+", number)
    return (int(digits.group()) if digits else 0, number)


def _mentioned(clause: str, numbers: Sequence[str], opens: bool) -> list[str]:
    """Point numbers that a clause names."""
    found: list[str] = []
    for match in _NAMED.finditer(clause):
        found += _expand(match.group("list"))
    for match in _AFTER_VERB.finditer(clause):
        listed = _expand(match.group("list"))
        found += listed if numbers and set(listed) <= set(numbers) else []
    for match in _ORDINAL.finditer(clause):
        for word in (match.group("list"), match.group("second")):
            if not word:
                continue
            number = _ORDINALS.get(word.lower())
            if number == "last":
                found += numbers[-1:]
            elif number:
                found.append(number)
            else:
                found += _expand(word)
    few = _FIRST_FEW.search(clause)
    if few and numbers:
        found += numbers[: _FEW[few.group("count").lower()]]
    for match in _THE_NTH.finditer(clause):
        number = _ORDINALS[match.group("list").lower()]
        found += numbers[-1:] if number == "last" else [number]
    letters = _LEADING_LETTERS.match(clause) if opens and not found else None
    if letters:
        listed = [str(ord(letter) - ord("a") + 1) for letter in re.findall(r"[a-h]\b", letters.group("list").lower())]
        found += [] if numbers and not set(listed) <= set(numbers) else listed
    if not found and opens:
        leading = _LEADING.match(clause)
        if leading:
            listed = _expand(leading.group("list"))
            found += listed if not numbers or set(listed) <= set(numbers) else []
    if not found:
        for match in _LETTERS.finditer(clause):
            for letter in re.findall(r"\b[a-h]\b", match.group("list").lower()):
                found.append(letter if letter in numbers else str(ord(letter) - ord("a") + 1))
    return list(dict.fromkeys(found))


def _expand(listed: str) -> list[str]:
    """``1-3, 5 og 6`` → 1, 2, 3, 5, 6."""
    found: list[str] = []
    rest = listed
    for match in _RANGE.finditer(listed):
        first, last = int(match.group("first")), int(match.group("last"))
        if first <= last < first + 30:
            found += [str(number) for number in range(first, last + 1)]
            rest = rest.replace(match.group(), " ")
    found += re.findall(r"\d{1,2}[a-z]?", rest)
    return sorted(dict.fromkeys(found), key=_order)


_NUMBER_LINE = re.compile(rf"^\s*(?:(?:at|ad|pkt|punkt|nr)\.?\s?)?(?P<list>{_LIST})[:.)]*\s*$", re.IGNORECASE)


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
    match = _NUMBER_LINE.match(flatten(source.text, before.start, before.end, skip=furniture).text)
    polarity = _by_label(sentence)
    if match is None or polarity is None:
        return []
    return [Resolution(number, polarity) for number in _expand(match.group("list")) if number in numbers]
