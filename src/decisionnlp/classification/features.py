"""Features of a sentence for the linear classifier: words, characters, rules, structure, place and neighbours.

A feature is a short string ``group:value``; the group says what it is (see ``GROUPS``) and is scaled by itself, so that two
hundred character n-grams do not drown one rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.protocol import LABELS
from decisionnlp.classification.rules import Reading, cue, read
from decisionnlp.classification.verbs import first_names, subject_kind
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
}

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+|[?!:;%§–—-]")
_SHAPES = (
    ("date", re.compile(r"\b\d{1,2}[./-]\d{1,2}\b|\b\d{1,2}\. (?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)")),
    ("money", re.compile(r"\bkr\b|\bmio\b|\bkroner\b")),
    ("point", re.compile(r"^\W*(?:ad|at|pkt|punkt)\b\.? ?\d|^\W*\d{1,2}[.):]")),
    ("party", re.compile(r"\([a-zæøå]{1,2}\)")),
    ("year", re.compile(r"\b(?:19|20)\d\d\b")),
    ("quote", re.compile(r"[\"”“»«]")),
    ("paren", re.compile(r"\(")),
    ("colon", re.compile(r": ")),
    ("arrow", re.compile(r"->|→|=>")),
    ("clock", re.compile(r"\bkl\b")),
)  # fmt: skip


@lru_cache(maxsize=20000)
def word_parts(word: str) -> tuple[str, ...]:
    """Character n-grams (3 to 5) within a word, its ends marked."""
    marked = f"<{word}>"
    size = len(marked)
    found = []
    for n in (3, 4, 5):
        for start in range(size - n + 1):
            found.append(f"c:{marked[start : start + n]}")
    return tuple(found)


@lru_cache(maxsize=20000)
def plain_word(word: str, capital: bool, initial: bool) -> str:
    """A word as a feature: numbers and names generalised, since names must not be learned."""
    if word.isdigit():
        return "#" if len(word) < 4 else "####"
    if word in first_names() and capital:
        return "NAVN"
    if capital and not initial and subject_kind(word) is None:
        return "Xx"
    return word


def _tokens(text: str) -> list[str]:
    found = []
    for match in _WORD.finditer(text):
        raw = match.group()
        initial = match.start() == 0
        if 2 <= len(raw) <= 4 and raw.isupper():
            found.append("INIT")
        else:
            found.append(plain_word(raw.lower(), raw[0].isupper(), initial))
    return found


def _bucket(value: int, edges: Sequence[int]) -> str:
    for edge in edges:
        if value <= edge:
            return str(edge)
    return "+"


def features(
    context: SentenceContext, reading: Reading, previous: Reading | None, following: Reading | None
) -> list[str]:
    """All features of one sentence; ``previous`` and ``following`` are the rules' readings of its neighbours."""
    own = _own_text(reading)
    words = _tokens(own)
    found: list[str] = [f"w:{word}" for word in words]
    add = found.append
    padded = ["^", *words, "$"]
    for i in range(len(padded) - 1):
        add(f"b:{padded[i]} {padded[i + 1]}")
    for i in range(len(padded) - 2):
        add(f"b:{padded[i]} {padded[i + 1]} {padded[i + 2]}")
    for word in set(words):
        if word.islower():
            found.extend(word_parts(word))
    lower = own.lower()
    for name, pattern in _SHAPES:
        if pattern.search(lower):
            add(f"k:{name}")
    for name in ("future", "deliverable", "phrasal", "condition", "minority"):
        if cue(name).search(lower):
            add(f"k:{name}")
    _rule_features(found, reading)
    _structure_features(found, reading)
    _place_features(found, context, words)
    _neighbour_features(found, "<", previous)
    _neighbour_features(found, ">", following)
    return found


def _own_text(reading: Reading) -> str:
    return reading.structure.text[reading.own_start :]


def best_weights(reading: Reading) -> dict[str, float]:
    """The surest rule weight per label."""
    best: dict[str, float] = {}
    for firing in reading.firings:
        if firing.label is not None and firing.weight > best.get(firing.label.value, 0.0):
            best[firing.label.value] = firing.weight
    return best


def _rule_features(found: list[str], reading: Reading) -> None:
    for firing in reading.firings:
        if firing.label is None:
            found.append(f"r:-{firing.rule}")
            continue
        found.append(f"r:{firing.label.value[0]}/{firing.rule}")
        if firing.subtype is not None and firing.weight >= 0.4:
            found.append(f"r:{firing.label.value[0]}={firing.subtype.value}")
    best = best_weights(reading)
    given = ""
    for label in LABELS:
        weight = best.get(label.value, 0.0)
        step = int(weight * 5 + 0.001)
        for level in range(1, step + 1):
            found.append(f"r:{label.value[0]}>{level}")
        if weight >= 0.5:
            given += label.value[0]
    found.append(f"r:all={given}")


def _structure_features(found: list[str], reading: Reading) -> None:
    structure = reading.structure
    mains = 0
    for clause in structure.clauses:
        if clause.end <= reading.own_start:
            continue
        verb = "unknown" if clause.verb is None else ("light" if "light" in clause.classes else "")
        names = sorted(clause.classes - {"light"}) or ["none"]
        tag = f"{clause.modal}{clause.form}{'-neg' if clause.negated else ''}"
        found.append(f"s:{clause.kind}/{tag}/{clause.subject}")
        if clause.kind == "main":
            mains += 1
            place = "1" if mains == 1 else "2+"
            found.append(f"s:m{place}/{tag}")
            found.append(f"s:m{place}/{tag}/{clause.subject}")
            found.append(f"s:m{place}/subject={clause.subject}")
            for name in names:
                found.append(f"s:m/{name}/{tag}")
                found.append(f"s:m/{name}/{tag}/{clause.subject}")
            if clause.lemma:
                found.append(f"s:verb={clause.lemma}/{clause.form}")
                found.append(f"s:verb={clause.lemma}")
        else:
            for name in names:
                found.append(f"s:{clause.kind}/{name}/{tag}")
            if clause.governor >= 0:
                governor = structure.clauses[clause.governor]
                found.append(f"s:{clause.kind}<{governor.lemma or 'none'}")
        if verb:
            found.append(f"s:{verb}")
    found.append(f"s:mains={min(mains, 3)}")


def _place_features(found: list[str], context: SentenceContext, words: list[str]) -> None:
    add = found.append
    add(f"p:kind={context.kind.value}")
    add(f"p:position={_bucket(context.position, (0, 1, 2, 4, 8))}")
    left = context.zone_length - 1 - context.position
    add(f"p:left={_bucket(left, (0, 1, 3, 7))}")
    add(f"p:zone={_bucket(context.zone_length, (1, 2, 3, 5, 9))}")
    add(f"p:length={_bucket(len(words), (1, 2, 4, 8, 14, 22))}")
    add(f"p:recommendations={context.has_recommendations}")
    if context.kind is SentenceKind.HEADING or (
        context.heading and context.text.rstrip(" :") == context.heading.rstrip(" :")
    ):
        add("p:is-heading")
    if not context.text.rstrip().endswith((".", "!", "?", ":", ";")):
        add("p:no-stop")
    if context.heading:
        for word in _tokens(context.heading)[:4]:
            add(f"h:{word.lower()}")
    else:
        add("h:none")
    for word in _tokens(context.item_title)[:6]:
        add(f"t:{word.lower()}")
    if context.lead:
        add("l:yes")
        for word in _tokens(context.lead)[:12]:
            add(f"l:{word}")


def _neighbour_features(found: list[str], side: str, reading: Reading | None) -> None:
    if reading is None:
        found.append(f"n:{side}none")
        return
    best = best_weights(reading)
    for name, weight in best.items():
        if weight >= 0.5:
            found.append(f"n:{side}{name[0]}")
        if weight >= 0.8:
            found.append(f"n:{side}{name[0]}!")
    structure = reading.structure
    if structure.words:
        found.append(f"n:{side}first={structure.words[0]}")
    if structure.clauses:
        clause = structure.clauses[0]
        found.append(f"n:{side}{clause.form}/{clause.subject}")


def batch_features(contexts: Sequence[SentenceContext], readings: Sequence[Reading] | None = None) -> list[list[str]]:
    """The features of many sentences; each neighbour is read once."""
    if readings is None:
        readings = [read(context) for context in contexts]
    known: dict[tuple[str, str | None], Reading] = {}
    for context, reading in zip(contexts, readings, strict=True):
        if context.lead is None:
            known.setdefault((context.text, context.body), reading)

    def neighbour(text: str | None, body: str | None) -> Reading | None:
        if text is None:
            return None
        found = known.get((text, body))
        if found is None:
            found = known[(text, body)] = read(SentenceContext(text, body=body))
        return found

    return [
        features(context, reading, neighbour(context.previous, context.body), neighbour(context.next, context.body))
        for context, reading in zip(contexts, readings, strict=True)
    ]


def group_of(feature: str) -> str:
    return feature[0]


def vocabulary(rows: Iterable[Sequence[str]], minimum: int) -> list[str]:
    """Features that occur in at least ``minimum`` rows, sorted."""
    counts: dict[str, int] = {}
    for row in rows:
        for feature in set(row):
            counts[feature] = counts.get(feature, 0) + 1
    return sorted(feature for feature, count in counts.items() if count >= minimum)
