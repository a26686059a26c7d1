"""One clause: what it is, and how the form of its verb, its negation and its subject are read from its words."""

from __future__ import annotations

from dataclasses import dataclass

from decisionnlp.classification.function_words import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    IDLE,
    NEGATES,
    NO_NAMES,
    PREPOSITIONS,
    SUBORDINATORS,
)
from decisionnlp.classification.verb_places import (
    infinitive_ahead,
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


def read_clause(
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
    span = tuple(words[indexes.start : indexes.stop])
    head = span[0]
    if "der" in span[:3] and (head == "der" or inverted or head in SUBORDINATORS or head in COORDINATORS):
        return "der", span
    if not inverted and head in PREPOSITIONS and head not in ("alle",):
        # "På mødet …": an adverbial fills the first place, the subject follows the verb
        return "adverbial", span
    if not inverted and len(span) <= 2 and ADVERBS.issuperset(span):
        return "adverbial", span
    previous_preposition = False
    found = ""
    for index, word in zip(indexes, span, strict=True):
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
        if kind is None and not found and word == "vi" and index == indexes.start:
            found = "body"
    if not found:
        found = "thing" if not inverted else ""
        if IDLE.issuperset(span):
            found = "adverbial"
    return found, span
