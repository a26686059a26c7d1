"""The clauses of a Danish sentence: what opens them, who acts, which verb in which form, negated or not.

No parser: minutes are short, formulaic and often damaged, so a look-up of verb forms and the order of words (the finite verb
is the second constituent of a main clause) go a long way at a fraction of the cost.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from decisionnlp.classification.clauses import Clause, read_clause
from decisionnlp.classification.function_words import (
    COORDINATORS,
    PAUSES,
    STRONG_PAUSES,
    SUBORDINATORS,
    TURNS,
)
from decisionnlp.classification.pieces import TOKEN, Piece, Token, pieces_of
from decisionnlp.classification.verb_places import (
    counts_as_verb,
    finite_ahead,
    finite_next,
    infinitive_ahead,
    is_verbal,
    verb_ahead,
)
from decisionnlp.classification.verbs import (
    VerbForm,
)


@dataclass(slots=True)
class Structure:
    """A sentence's words (lower case, slips mended), their offsets, its clauses in order, and what stands between its blanks."""

    text: str
    lower: str
    words: list[str]
    starts: list[int]
    capitals: list[int]
    clauses: list[Clause]
    pieces: list[Piece]

    def clause_at(self, offset: int) -> Clause | None:
        """The clause that holds a character offset; the nearest before it where it lies between two."""
        found = None
        for clause in self.clauses:
            if clause.start > offset:
                break
            found = clause
        return found or (self.clauses[0] if self.clauses else None)


def analyse(text: str, body: str | None = None) -> Structure:
    """The structure of one flattened sentence; ``body`` names the body that meets (``Chefforum``), wherever it acts."""
    lower = text.lower()
    pieces = pieces_of(text)
    tokens: list[Token] = []
    starts: list[int] = []
    offset = 0
    for found, size, _, _, _, _ in pieces:
        tokens += found
        for token in found:
            starts.append(offset + token[1])
        offset += size + 1
    if not tokens:
        return Structure(text, lower, [], [], [], [], pieces)
    words, _, forms, capitals, verb_likes = map(list, zip(*tokens, strict=True))
    if len(text) != len(lower):  # letters that grow in lower case: offsets are those of the lower case
        starts = [match.start() for match in TOKEN.finditer(lower)]
        capitals = [0] * len(words)
    own = _body_words(body) if body else frozenset()
    finite = [like and is_verbal(words, forms, index, capitals) for index, like in enumerate(verb_likes)]
    clauses = _clauses(words, forms, finite, capitals, own)
    for clause in clauses:
        clause.start = starts[clause.first]
        last = clause.last - 1
        clause.end = starts[last] + len(words[last])
    return Structure(text, lower, words, starts, capitals, clauses, pieces)


@lru_cache(maxsize=256)
def _body_words(body: str) -> frozenset[str]:
    return frozenset(word for word in TOKEN.findall(body.lower()) if len(word) > 4)


def _clauses(
    words: list[str], forms: list[VerbForm | None], finite: list[bool], capitals: list[int], own: frozenset[str]
) -> list[Clause]:
    count = len(words)
    clauses: list[Clause] = []
    begin = 0
    kind = "main"
    governor = -1
    pause = ""
    seen_verb = False

    def close(end: int) -> None:
        nonlocal begin
        if end > begin and not PAUSES.issuperset(words[begin:end]):
            clauses.append(Clause(kind, begin, end, governor=governor, after_pause=pause))
        begin = end

    index = 0
    while index < count:
        word = words[index]
        if word not in TURNS:
            pass
        elif word in PAUSES:
            strong = word in STRONG_PAUSES and not (
                word == "." and index + 1 < count and not capitals[index + 1] and not words[index + 1].isdigit()
            )
            follows = words[index + 1] if index + 1 < count else ""
            ahead = verb_ahead(words, forms, finite, index + 1)
            if strong or word in "()" or (seen_verb and ahead) or (seen_verb and follows in SUBORDINATORS):
                close(index)
                begin = index + 1
                old_kind, old_governor = kind, governor
                kind, governor, pause, seen_verb = "main", -1, word, False
                if word == "," and old_kind in ("at", "inf") and follows in COORDINATORS and ahead == "inf":
                    kind, governor = old_kind, old_governor
                if (
                    word == ","
                    and follows == "der"
                    and clauses
                    and old_kind in ("main", "at", "idet")
                    and finite_next(finite, index + 2)
                ):
                    kind = "rel"
        elif word == "at" and index + 1 < count and not finite[index + 1] and not words[index + 1].isdigit():
            purpose = index > 0 and words[index - 1] == "for" and words[index - 1 : index + 1] == ["for", "at"]
            start = (
                index - 1
                if index > begin and words[index - 1] in ("om", "for", "til", "på", "ved", "af", "i", "med", "efter")
                else index
            )
            close(start)
            governor = len(clauses) - 1
            kind = "purpose" if purpose else ("inf" if infinitive_ahead(words, forms, index + 1) else "at")
            pause, seen_verb = "at", False
        elif word in SUBORDINATORS and word != "at":
            tag = SUBORDINATORS[word]
            if word in ("som", "mens", "medens", "da", "hvor") and not finite_ahead(words, finite, index + 1):
                index += 1
                continue
            if word == "som" and not clauses and index == begin:
                index += 1
                continue  # "Som dirigent valgtes …"
            opens = index == begin or (index == begin + 1 and words[begin] in COORDINATORS)
            close(index if not opens else begin)
            governor = len(clauses) - 1
            kind, pause, seen_verb = tag, word, False
        elif word == "så" and index and words[index - 1] == "," and index + 1 < count and not finite[index + 1]:
            close(index)
            governor, kind, pause, seen_verb = len(clauses) - 1, "purpose", word, False
        elif word in COORDINATORS and seen_verb:
            ahead = verb_ahead(words, forms, finite, index + 1)
            nearby = verb_ahead(words, forms, finite, index + 1, limit=4)
            if ahead == "finite" and (nearby == "finite" or word == "men"):
                close(index)
                begin = index + 1
                pause, seen_verb = word, False
                if kind == "inf" and not finite[index + 1 if index + 1 < count else index]:
                    kind, governor = "main", -1
            elif nearby in ("inf", "part"):
                close(index)
                begin = index + 1
                pause, seen_verb = word, False
        if not seen_verb and (finite[index] or counts_as_verb(forms[index], kind)):
            seen_verb = True
        index += 1
    close(count)
    previous: Clause | None = None
    for clause in clauses:
        read_clause(clause, words, forms, finite, capitals, previous, own)
        previous = clause
    return clauses
