"""Features of a sentence for the linear classifier: words, characters, rules, structure, place and neighbours.

A feature is a short string ``group:value``; the group says what it is (see ``GROUPS``) and is scaled by itself, so that two
hundred character n-grams do not drown one rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from decisionnlp import lexicons
from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.firings import Reading
from decisionnlp.classification.ngrams import ngrams
from decisionnlp.classification.pieces import WORD, Piece, generalised, pieces_of
from decisionnlp.classification.protocol import LABELS
from decisionnlp.classification.rules import read
from decisionnlp.document import SentenceKind

# Group: weight of its unit vector, and its name in explanations.
GROUPS: dict[str, tuple[float, str]] = {
    "w": (1.0, "the word"),
    "b": (0.8, "the words"),
    "c": (0.8, "the letters"),
    "r": (2.0, "the rule"),
    "s": (1.5, "the clause"),
    "k": (1.0, "the cue"),
    "p": (0.8, "the place"),
    "h": (0.6, "the heading"),
    "t": (0.5, "the item's title"),
    "l": (0.7, "the list's lead"),
    "n": (1.0, "the neighbours"),
    "x": (1.0, "the kind of item with the clause"),
    "o": (1.0, "words shared with the proposal or title"),
}
# What a group's vector weighs among the others, and the group's place in tables of them.
SCALES = {group: weight for group, (weight, _) in GROUPS.items()}
GROUP_NUMBERS = {group: number for number, group in enumerate(GROUPS)}

_DIGIT = re.compile(r"\d")
_LETTERS = tuple(label[0] for label in LABELS)
# A rule's weight is in (0, 1]: at most five steps of a fifth.
_STEPS = {letter: tuple(f"r:{letter}>{level}" for level in range(1, 6)) for letter in _LETTERS}
# Shapes that hold a digit, and signs or pieces of which one must stand in the text (with what must then be found, if that is not enough).
_NUMBER_SHAPES = (
    ("date", re.compile(r"\b\d{1,2}[./-]\d{1,2}\b|\b\d{1,2}\. (?:" + "|".join(lexicons.calendar_names("months")) + ")")),
    ("point", re.compile(r"^\W*(?:ad|at|pkt|punkt)\b\.? ?\d|^\W*\d{1,2}[.):]")),
    ("year", re.compile(r"\b(?:19|20)\d\d\b")),
)  # fmt: skip
_SIGN_SHAPES = (
    ("money", ("kr", "mio"), re.compile(r"\bkr\b|\bmio\b|\bkroner\b")),
    ("party", ("(",), re.compile(r"\([a-zæøå]{1,2}\)")),
    ("quote", ('"', "”", "“", "»", "«"), None),
    ("paren", ("(",), None),
    ("colon", (": ",), None),
    ("arrow", ("->", "→", "=>"), None),
    ("clock", ("kl",), re.compile(r"\bkl\b")),
)


def letter_runs(word: str) -> list[str]:
    """Character n-grams (3 to 5) within a word, its ends marked."""
    marked = f"<{word}>"
    size = len(marked)
    return [marked[start : start + n] for n in (3, 4, 5) for start in range(size - n + 1)]


@lru_cache(maxsize=20000)
def word_parts(word: str) -> tuple[str, ...]:
    """The runs of a word's letters as features."""
    return tuple([f"c:{run}" for run in letter_runs(word)])


@lru_cache(maxsize=1000)
def _tokens(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words of a text, numbers and names generalised, and the beginnings of its longer ones: enough to see that two texts
    talk of the same."""
    return _told(text, pieces_of(text))


def _told(text: str, pieces: Sequence[Piece]) -> tuple[tuple[str, ...], frozenset[str]]:
    """The same of a text whose pieces are known."""
    words: list[str] = []
    stems: list[str] = []
    for _, _, _, its_words, its_stems, _ in pieces:
        words += its_words
        stems += its_stems
    first = WORD.match(text)
    if first is not None:
        words[0] = generalised(first.group(), True)
    return tuple(words), frozenset(stems)


def _bucket(value: int, edges: Sequence[int]) -> str:
    for edge in edges:
        if value <= edge:
            return str(edge)
    return "+"


@dataclass(slots=True, eq=False)
class Block:
    """Features that many sentences have alike; made once, and known again by being the same object."""

    names: tuple[str, ...]


class FeatureRow(NamedTuple):
    """The features of a sentence (some twice), without those of its words, and the words: their runs (:mod:`ngrams`) and
    letters (:func:`word_parts`) are features, too. ``blocks`` are more features, in groups that many sentences have alike."""

    features: list[str]
    blocks: list[Block]
    words: tuple[str, ...]

    def flat(self) -> list[str]:
        """All features, each once."""
        found = dict.fromkeys(
            [*ngrams(self.words), *self.features, *chain.from_iterable(block.names for block in self.blocks)]
        )
        for word in sorted(set(filter(lettered, self.words))):
            found.update(dict.fromkeys(word_parts(word)))
        return list(found)


def lettered(word: str) -> bool:
    """Whether the letters of a word count: names and numbers stand as signs for their kind."""
    return word.islower()


def features(context: SentenceContext, reading: Reading, before: Sequence[str], after: Sequence[str]) -> FeatureRow:
    """All features of one sentence; ``before`` and ``after`` are what its neighbours tell (see :func:`_heard`)."""
    structure, start = reading.structure, reading.own_start
    own = structure.text[start:]
    words, stems = _told(own, structure.pieces[structure.text.count(" ", 0, start) :])
    found: list[str] = []
    blocks: list[Block] = []
    add = found.append
    lower = own.lower()
    if _DIGIT.search(lower):
        for name, pattern in _NUMBER_SHAPES:
            if pattern.search(lower):
                add(f"k:{name}")
    for name, signs, certain in _SIGN_SHAPES:
        for sign in signs:
            if sign in lower:
                if certain is None or certain.search(lower):
                    add(f"k:{name}")
                break
    found += [f"k:{name}" for name in reading.cues]
    _rule_features(found, reading)
    _structure_features(found, blocks, reading)
    _place_features(found, blocks, context, words)
    _crossed_features(found, blocks, context, reading, words)
    _overlap_features(found, blocks, context, stems, reading)
    found += [f"n:<{word}" for word in before]
    found += [f"n:>{word}" for word in after]
    return FeatureRow(found, blocks, words)


def best_weights(reading: Reading) -> dict[str, float]:
    """The surest rule weight per label, by the label's first letter."""
    best: dict[str, float] = {}
    for firing in reading.firings:
        if firing.label is not None and firing.weight > best.get(firing.label[0], 0.0):
            best[firing.label[0]] = firing.weight
    return best


def _rule_features(found: list[str], reading: Reading) -> None:
    for firing in reading.firings:
        if firing.label is None:
            found.append(f"r:-{firing.rule}")
            continue
        found.append(f"r:{firing.label[0]}/{firing.rule}")
        if firing.subtype is not None and firing.weight >= 0.4:
            found.append(f"r:{firing.label[0]}={firing.subtype}")
    best = best_weights(reading)
    given = ""
    for letter in _LETTERS:
        weight = best.get(letter, 0.0)
        found += _STEPS[letter][: int(weight * 5 + 0.001)]
        if weight >= 0.5:
            given += letter
    found.append(f"r:all={given}")


@lru_cache(maxsize=1000)
def _class_names(classes: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(classes - {"light"})) or ("none",)


# Which main clause of the sentence a clause is.
_NO_MAIN, _FIRST_MAIN, _LATER_MAIN = "", "1", "2+"


@lru_cache(maxsize=20000)
def _clause_features(
    kind: str,
    tag: str,
    subject: str,
    lemma: str,
    form: str,
    classes: frozenset[str] | None,
    place: str,
    governor: str | None,
) -> Block:
    """``tag`` is modality, form and negation; ``classes`` are None without a verb; ``governor`` is the lemma of what it hangs on."""
    names = _class_names(classes or frozenset())
    found = [f"s:{kind}/{tag}/{subject}"]
    if place:
        found += (f"s:m{place}/{tag}", f"s:m{place}/{tag}/{subject}", f"s:m{place}/subject={subject}")
        for name in names:
            found += (f"s:m/{name}/{tag}", f"s:m/{name}/{tag}/{subject}")
        if lemma:
            found += (f"s:verb={lemma}/{form}", f"s:verb={lemma}")
    else:
        found += [f"s:{kind}/{name}/{tag}" for name in names]
        if governor is not None:
            found.append(f"s:{kind}<{governor or 'none'}")
    if classes is None:
        found.append("s:unknown")
    elif "light" in classes:
        found.append("s:light")
    return Block(tuple(found))


def _structure_features(found: list[str], blocks: list[Block], reading: Reading) -> None:
    clauses = reading.structure.clauses
    mains = 0
    for clause in clauses:
        if clause.end <= reading.own_start:
            continue
        place = _NO_MAIN
        if clause.kind == "main":
            place = _LATER_MAIN if mains else _FIRST_MAIN
            mains += 1
        blocks.append(
            _clause_features(
                clause.kind,
                f"{clause.modal}{clause.form}{'-neg' if clause.negated else ''}",
                clause.subject,
                clause.lemma,
                clause.form,
                None if clause.verb is None else clause.verb.classes,
                place,
                clauses[clause.governor].lemma if clause.governor >= 0 else None,
            )
        )
    found.append(f"s:mains={min(mains, 3)}")


@lru_cache(maxsize=4000)
def _opening(group: str, text: str, count: int) -> Block:
    """The first words of a heading or title, as features."""
    return Block(tuple(f"{group}:{word.lower()}" for word in _tokens(text)[0][:count]))


# Counts beyond these fall into the last bucket.
_POSITIONS, _LEFT, _SIZES, _LENGTHS = (0, 1, 2, 4, 8), (0, 1, 3, 7), (1, 2, 3, 5, 9), (1, 2, 4, 8, 14, 22)


@lru_cache(maxsize=20000)
def _place(kind: SentenceKind, position: int, left: int, size: int, length: int, points: bool) -> Block:
    return Block(
        (
            f"p:kind={kind}",
            f"p:position={_bucket(position, _POSITIONS)}",
            f"p:left={_bucket(left, _LEFT)}",
            f"p:zone={_bucket(size, _SIZES)}",
            f"p:length={_bucket(length, _LENGTHS)}",
            f"p:recommendations={points}",
        )
    )


@lru_cache(maxsize=1000)
def _lead_words(lead: str) -> Block:
    return Block(tuple(f"l:{word}" for word in _tokens(lead)[0][:12]))


_NO_HEADING = Block(("h:none",))


def _place_features(found: list[str], blocks: list[Block], context: SentenceContext, words: Sequence[str]) -> None:
    add = found.append
    left = min(context.zone_length - 1 - context.position, 8)
    blocks.append(
        _place(
            context.kind,
            min(context.position, 9),
            left,
            min(context.zone_length, 10),
            min(len(words), 23),
            context.has_recommendations,
        )
    )
    if context.kind is SentenceKind.HEADING or (
        context.heading and context.text.rstrip(" :") == context.heading.rstrip(" :")
    ):
        add("p:is-heading")
    if not context.text.rstrip().endswith((".", "!", "?", ":", ";")):
        add("p:no-stop")
    blocks.append(_opening("h", context.heading, 4) if context.heading else _NO_HEADING)
    blocks.append(_opening("t", context.item_title, 6))
    if context.lead:
        add("l:yes")
        blocks.append(_lead_words(context.lead))


def _heard(reading: Reading) -> tuple[str, ...]:
    """What a sentence tells its neighbours, without the side it stands on."""
    found = []
    for letter, weight in best_weights(reading).items():
        if weight >= 0.5:
            found.append(letter)
        if weight >= 0.8:
            found.append(f"{letter}!")
    structure = reading.structure
    if structure.words:
        found.append(f"first={structure.words[0]}")
    if structure.clauses:
        clause = structure.clauses[0]
        found.append(f"{clause.form}/{clause.subject}")
        if clause.lemma:
            found.append(f"verb={clause.lemma}")
        for name in clause.classes:
            found.append(f"class={name}/{clause.form}")
        last = structure.clauses[-1]
        if last is not clause:
            found.append(f"last={last.form}/{last.subject}")
    return tuple(found)


# What an item is about, by its title: an election, a piece of news, something to adopt, a choice.
_TITLES = tuple(
    (name, re.compile(rf"\b(?:{lexicons.alternatives('item_kinds', name)}){end}"))
    for name, end in (
        ("elect", ""),
        ("choose", r"\b|\?"),
        *((name, r"\b") for name in ("apply", "formal", "news", "money", "date")),
    )
)
NON_OUTCOME = re.compile(
    rf"^\W*(?:{lexicons.alternatives('outcome_lines', 'unspoken_before')})?(?:{lexicons.alternatives('outcome_lines', 'unspoken')})\b.{{0,40}}$"
)


@lru_cache(maxsize=4000)
def title_kinds(title: str) -> tuple[str, ...]:
    lower = title.lower()
    return tuple(name for name, pattern in _TITLES if pattern.search(lower)) or ("other",)


@lru_cache(maxsize=20000)
def _crossed(
    kinds: tuple[str, ...], tag: str, subject: str, names: bool, first: str, short: str, points: bool
) -> Block:
    found: list[str] = []
    for kind in kinds:
        found += (
            f"x:{kind}/{tag}/{subject}",
            f"x:{kind}/{first}/{short}",
            f"x:{kind}/names={names}",
            f"x:{kind}/names={names}/{tag}",
        )
    found += (f"x:{first}/{tag}/{subject}", f"x:{first}/{short}/{tag}", f"x:points={points}/{tag}/{subject}")
    return Block(tuple(found))


def _crossed_features(
    found: list[str],
    blocks: list[Block],
    context: SentenceContext,
    reading: Reading,
    words: Sequence[str],
) -> None:
    clauses = [clause for clause in reading.structure.clauses if clause.end > reading.own_start]
    main = next((clause for clause in clauses if clause.kind == "main"), None)
    tag = f"{main.modal}{main.form}" if main else "none"
    subject = main.subject if main else ""
    names = "NAVN" in words or "INIT" in words or words.count("Xx") > 1
    first = "0" if context.position == 0 else "1" if context.position == 1 else "+"
    short = "short" if len(words) <= 4 else "long"
    kinds, points = title_kinds(context.item_title), bool(context.recommendations)
    blocks.append(_crossed(kinds, tag, subject, names, first, short, points))
    if NON_OUTCOME.match(context.text.lower()):
        found.append("x:non-outcome")


@lru_cache(maxsize=4000)
def _stems(texts: tuple[str, ...]) -> frozenset[str]:
    return _tokens(" ".join(texts))[1]


def _level(own: frozenset[str], texts: tuple[str, ...]) -> str:
    """How much of a sentence's longer words stands in the texts, in four steps; empty where there is no text."""
    if not texts or texts == ("",):
        return ""
    share = len(own & _stems(texts)) / len(own)
    return "0" if share == 0 else "1" if share < 0.3 else "2" if share < 0.6 else "3"


@lru_cache(maxsize=1000)
def _overlap(title: str, points: str, form: str) -> Block:
    found: list[str] = []
    for name, level in (("title", title), ("points", points)):
        found += (f"o:{name}={level}", f"o:{name}={level}/{form}") if level else (f"o:{name}-missing",)
    return Block(tuple(found))


def _overlap_features(
    found: list[str], blocks: list[Block], context: SentenceContext, own: frozenset[str], reading: Reading
) -> None:
    if not own:
        found.append("o:no-content")
        return
    clauses = reading.structure.clauses
    form = clauses[0].form if clauses else ""
    blocks.append(_overlap(_level(own, (context.item_title,)), _level(own, context.recommendations), form))


def batch_features(contexts: Sequence[SentenceContext], readings: Sequence[Reading] | None = None) -> list[FeatureRow]:
    """The features of many sentences; each neighbour is read once."""
    if readings is None:
        readings = [read(context) for context in contexts]
    told: dict[tuple[str, str | None], tuple[str, ...]] = {}
    for context, reading in zip(contexts, readings, strict=True):
        if context.lead is None and (context.text, context.body) not in told:
            told[(context.text, context.body)] = _heard(reading)

    def neighbour(text: str | None, body: str | None) -> tuple[str, ...]:
        if text is None:
            return ("none",)
        found = told.get((text, body))
        if found is None:
            found = told[(text, body)] = _heard(read(SentenceContext(text, body=body)))
        return found

    return [
        features(context, reading, neighbour(context.previous, context.body), neighbour(context.next, context.body))
        for context, reading in zip(contexts, readings, strict=True)
    ]
