"""The clauses of a Danish sentence: what opens them, who acts, which verb in which form, negated or not.

No parser: minutes are short, formulaic and often damaged, so a look-up of verb forms and the order of words (the finite verb
is the second constituent of a main clause) go a long way at a fraction of the cost.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from decisionnlp.classification.function_words import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    IDLE,
    NEGATES,
    NO_NAMES,
    PAUSES,
    PREPOSITIONS,
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
    AUXILIARIES,
    INFINITIVE,
    MODALS,
    PARTICIPLE,
    PASSIVE,
    PAST_MODALS,
    PAST_PASSIVE,
    PRESENT,
    PRETERITE,
    VerbForm,
    is_genitive_body,
    looks_passive,
    subject_kind,
)


@dataclass(slots=True)
class Clause:
    """One clause. ``kind``: ``main`` and its equals (``idet``, ``while``, ``then``), ``at``, ``inf``, ``purpose``, ``if``,
    ``when``, ``cause``, ``though``, ``rel``, ``ask``. ``form`` is the tense and voice of its verb complex:
    ``pres``, ``pret``, ``perf``, ``pass`` (present passive), ``passpret``, ``passperf``, ``part`` (a bare participle), ``inf``,
    ``infpass``, or empty where there is no verb."""

    kind: str
    first: int
    last: int
    start: int = 0
    end: int = 0
    verb: VerbForm | None = None
    lemma: str = ""
    form: str = ""
    modal: str = ""
    modal_past: bool = False
    negated: bool = False
    subject: str = ""
    subject_words: tuple[str, ...] = ()
    governor: int = -1
    finite_at: int = -1
    main_at: int = -1
    after_pause: str = ""

    @property
    def classes(self) -> frozenset[str]:
        return self.verb.classes if self.verb else frozenset()


@dataclass(slots=True)
class Structure:
    """A sentence's words (lower case, slips mended), their offsets, its clauses in order, and what stands between its blanks."""

    text: str
    lower: str
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    capitals: list[int] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

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
    structure = Structure(text, lower)
    tokens: list[Token] = []
    starts = structure.starts
    offset = 0
    structure.pieces = pieces_of(text)
    for found, size, _, _, _, _ in structure.pieces:
        tokens += found
        for token in found:
            starts.append(offset + token[1])
        offset += size + 1
    if not tokens:
        return structure
    words, _, forms, capitals, verb_likes = map(list, zip(*tokens, strict=True))
    structure.words, structure.capitals = words, capitals
    if len(text) != len(lower):  # letters that grow in lower case: offsets are those of the lower case
        structure.starts = starts = [match.start() for match in TOKEN.finditer(lower)]
        structure.capitals = capitals = [0] * len(words)
    own = _body_words(body) if body else frozenset()
    finite = [like and is_verbal(words, forms, index, capitals) for index, like in enumerate(verb_likes)]
    structure.clauses = _clauses(words, forms, finite, capitals, own)
    for clause in structure.clauses:
        clause.start = starts[clause.first]
        last = clause.last - 1
        clause.end = starts[last] + len(words[last])
    return structure


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
        _read(clause, words, forms, finite, capitals, previous, own)
        previous = clause
    return clauses


def _read(
    clause: Clause,
    words: list[str],
    forms: list[VerbForm | None],
    finite: list[bool],
    capitals: list[int],
    previous: Clause | None,
    own: frozenset[str],
) -> None:
    """Fill in the verb complex, the negation and the subject of a clause."""
    first, last = clause.first, clause.last
    at = -1
    if clause.kind not in ("inf", "purpose") or not infinitive_ahead(words, forms, first + 1):
        at = finite.index(True, first, last) if True in finite[first:last] else -1
    clause.finite_at = at
    clause.negated = not NEGATES.isdisjoint(words[first:last])
    if at < 0:
        _read_nonfinite(clause, words, forms)
    else:
        _read_finite(clause, words, forms, at)
    _read_subject(clause, words, capitals, previous, own)


def _read_nonfinite(clause: Clause, words: list[str], forms: list[VerbForm | None]) -> None:
    first, last = clause.first, clause.last
    for index in range(first, last):
        form = forms[index]
        word = words[index]
        if (
            clause.kind in ("inf", "purpose", "main", "at")
            and word in ("være", "blive", "have", "få")
            and index + 1 < last
        ):
            continue
        if form is None:
            continue
        if clause.kind in ("inf", "purpose") or clause.after_pause in COORDINATORS:
            if INFINITIVE in form.forms:
                clause.verb, clause.lemma, clause.form, clause.main_at = form, form.lemma, INFINITIVE, index
                return
            if PASSIVE in form.forms:
                clause.verb, clause.lemma, clause.form, clause.main_at = form, form.lemma, "infpass", index
                return
        if PARTICIPLE in form.forms and clause.kind not in ("inf",):
            before = words[index - 1] if index > first else ""
            if before in DETERMINERS and before not in ("det", "alle", "den", "de"):
                continue
            clause.verb, clause.lemma, clause.form, clause.main_at = form, form.lemma, PARTICIPLE, index
            return
        if index == first and INFINITIVE in form.forms:
            clause.verb, clause.lemma, clause.form, clause.main_at = form, form.lemma, INFINITIVE, index
            return
        if PASSIVE in form.forms:
            clause.verb, clause.lemma, clause.form, clause.main_at = form, form.lemma, PASSIVE, index
            return


def _read_finite(clause: Clause, words: list[str], forms: list[VerbForm | None], at: int) -> None:
    last = clause.last
    word = words[at]
    clause.main_at = at
    if word in MODALS:
        clause.modal = MODALS[word]
        clause.modal_past = word in PAST_MODALS
        passive_aux = False
        for index in range(at + 1, last):
            inner, form = words[index], forms[index]
            if inner in ("blive", "være"):
                passive_aux = True
                continue
            if inner == "have":
                # "skal have fundet en dato", "vil have sagen belyst": a state to be brought about, not a past
                caused = not clause.modal_past
                clause.form = "" if caused else "perf"
                passive_aux = passive_aux or caused
                continue
            if form is not None and (
                INFINITIVE in form.forms
                or PASSIVE in form.forms
                or ((passive_aux or clause.form == "perf") and PARTICIPLE in form.forms)
            ):
                clause.verb, clause.lemma, clause.main_at = form, form.lemma, index
                clause.form = "infpass" if PASSIVE in form.forms or passive_aux else clause.form or INFINITIVE
                return
            if form is None and looks_passive(inner):
                clause.verb, clause.lemma, clause.main_at, clause.form = (
                    VerbForm(inner, frozenset({PASSIVE}), frozenset({"unknown"})),
                    inner,
                    index,
                    "infpass",
                )
                return
        clause.form = clause.form or ("infpass" if passive_aux else INFINITIVE)
        return
    if word in AUXILIARIES:
        tense = AUXILIARIES[word]
        for index in range(at + 1, last):
            inner, form = words[index], forms[index]
            if inner in ("blevet", "været"):
                continue
            if form is not None and PARTICIPLE in form.forms:
                clause.verb, clause.lemma, clause.main_at = form, form.lemma, index
                if word in ("har", "havde"):
                    clause.form = "passperf" if "blevet" in words[at:index] else "perf"
                elif word in ("er", "var"):
                    clause.form = "passperf" if "blevet" in words[at:index] or word == "er" else "passpret"
                else:
                    clause.form = "passpret" if tense == PRETERITE else PASSIVE
                return
        clause.lemma, clause.form = word, tense
        return
    form = forms[at]
    if form is None:
        kind = PASSIVE if word.endswith("es") else PRESENT
        clause.verb, clause.lemma, clause.form = VerbForm(word, frozenset({kind}), frozenset({"unknown"})), word, kind
        return
    clause.verb, clause.lemma = form, form.lemma
    if PASSIVE in form.forms:
        clause.form = PASSIVE
    elif PAST_PASSIVE in form.forms:
        clause.form = "passpret"
    elif PRESENT in form.forms:
        clause.form = PRESENT
    else:
        clause.form = PRETERITE


def _read_subject(
    clause: Clause, words: list[str], capitals: list[int], previous: Clause | None, own: frozenset[str]
) -> None:
    """The kind of the subject: words before the finite verb, behind it in inverted order, or those of the clause before."""
    first, at, last = clause.first, clause.finite_at, clause.last
    if at < 0:
        stop = clause.main_at if clause.main_at >= 0 else last
        candidates = range(first, stop)
    else:
        candidates = range(first, at)
    kind, span = _noun_kind(words, capitals, candidates, own)
    if at >= 0 and (not kind or kind == "adverbial"):
        behind = range(at + 1, min(at + 7, last))
        inverted, inverted_span = _noun_kind(words, capitals, behind, own, inverted=True)
        if inverted and (at == first or kind == "adverbial" or not list(candidates)):
            kind, span = inverted, inverted_span
    opens_bare = at == first or (at == first + 1 and words[first] in COORDINATORS)
    if (
        (not kind or kind == "adverbial")
        and opens_bare
        and previous is not None
        and (clause.after_pause in COORDINATORS or at > first)
    ):
        kind, span = previous.subject, previous.subject_words
    clause.subject = "" if kind == "adverbial" else kind
    clause.subject_words = span


def _noun_kind(
    words: list[str], capitals: list[int], indexes: range, own: frozenset[str], *, inverted: bool = False
) -> tuple[str, tuple[str, ...]]:
    if not indexes:
        return "", ()
    span = tuple(words[index] for index in indexes)
    head = words[indexes[0]]
    if "der" in span[:3] and (head == "der" or inverted or head in SUBORDINATORS or head in COORDINATORS):
        return "der", span
    if not inverted and head in PREPOSITIONS and head not in ("alle",):
        # "På mødet …": an adverbial fills the first place, the subject follows the verb
        return "adverbial", span
    if not inverted and len(span) <= 2 and ADVERBS.issuperset(span):
        return "adverbial", span
    previous_preposition = False
    found = ""
    for offset, index in enumerate(indexes):
        word = words[index]
        if word in PREPOSITIONS:
            previous_preposition = True
            if inverted and not found:
                break
            continue
        if previous_preposition:
            continue
        if word in ("jeg", "undertegnede"):
            return "person", span
        kind = "body" if word in own else subject_kind(word)
        if kind is None:
            named = capitals[index] == 2 or (
                capitals[index] == 1 and (index > 0 or (len(span) > 1 and capitals[index + 1] > 0))
            )
            if named and word not in NO_NAMES and not word[0].isdigit():
                kind = "person"
        if kind == "member":
            # "rådets medlemmer" are the body, "et medlem" is not
            if word.startswith("medlemm") and index and is_genitive_body(words[index - 1]):
                return "body", span
            # "liste K" is a party, "ny liste" a paper
            if word != "liste" or (index + 1 < len(words) and len(words[index + 1]) < 3):
                return "member", span
            kind = None
        if word in ("han", "hun", "begge"):
            kind = "person"
        if kind and (not found or (found == "person" and kind in ("admin", "body"))):
            found = kind
        if kind is None and not found and offset == 0 and word in ("vi",):
            found = "body"
    if not found:
        found = "thing" if not inverted else ""
        if IDLE.issuperset(span):
            found = "adverbial"
    return found, span
