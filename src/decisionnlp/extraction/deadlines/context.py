"""Whether a time expression is a deadline at all, told from the words around it; if not, a reason.

The reasons: ``past``, ``past-tense``, ``retold``, ``meeting-date``, ``next-meeting``, ``this-meeting``, ``label``, ``effective``,
``validity``, ``statutory``, ``hearing``, ``budget-year``, ``period-name``, ``document-date``, ``about``, ``status``,
``opening-hours``, ``bare``, ``generic-event``, ``dated-beside``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from decisionnlp import lexicons
from decisionnlp.document import DeadlineType, Relation
from decisionnlp.extraction.deadlines.events import NEXT_TIME
from decisionnlp.extraction.deadlines.lengths import AFTER_N, IN_N, N_AFTER_DATE, N_AFTER_MEETING, N_FROM_EVENT, WITHIN_N
from decisionnlp.extraction.deadlines.placing import Placed
from decisionnlp.extraction.deadlines.stretches import Grain
from decisionnlp.extraction.deadlines.tenses import FORMS, PROSPECTIVE, REQUESTS, STATES, Clauses, Form
from decisionnlp.extraction.deadlines.tokens import WEEKDAYS, Learned, Tokens, meeting_kind

_LEX = lexicons.load("deadline_context")
_LENGTHS = frozenset({WITHIN_N, N_FROM_EVENT, N_AFTER_DATE, AFTER_N})
_FORWARD = frozenset({Relation.BY, Relation.BEFORE, Relation.AFTER, Relation.FROM})
# Verbs that decide rather than ask: what was decided *inden sommerferien* was decided then.
_DECIDING = frozenset("besluttede besluttet vedtog vedtaget godkendte anbefalede indstillede gav givet fik fået oplyste lagde lagt konkluderede stillede stillet sendte tilkendegav oversendte oversendt henviste".split())
_PREPOSITIONS = frozenset("på ved til inden efter før fra i for under om".split())
_MEETING_SUBJECTS = frozenset({"vi", "igen", "udvalget", "bestyrelsen", "rådet", "byrådet", "gang"})
_AUXILIARIES = frozenset({"blev", "var", "har", "er", "havde", "blevet"})


class Cues:
    """Every cue list as one bit of a mask: a word's mask is worked out once, a clause's is the union of its words'.

    An entry that ends in ``*`` is the beginning of a word.
    """

    def __init__(self, lexicon: dict[str, dict[str, Any]]) -> None:
        self._words: dict[str, int] = {}
        self._beginnings: list[tuple[tuple[str, ...], int]] = []
        self._known = Learned(self._learn)
        self.bits: dict[str, int] = {}
        for section, lists in lexicon.items():
            for key, entries in lists.items():
                if key == "example":
                    continue
                bit = 1 << len(self.bits)
                self.bits[section if key == "words" else f"{section}.{key}"] = bit
                beginnings = tuple(entry[:-1] for entry in entries if entry.endswith("*"))
                if beginnings:
                    self._beginnings.append((beginnings, bit))
                for entry in entries:
                    if not entry.endswith("*"):
                        self._words[entry] = self._words.get(entry, 0) | bit

    def mask(self, words: Iterable[str]) -> int:
        """The lists that any of the words is on."""
        return self._known.union(words)

    def _learn(self, word: str) -> int:
        bits = self._words.get(word, 0)
        for beginnings, bit in self._beginnings:
            if word.startswith(beginnings):
                bits |= bit
        return bits


_CUES = Cues(_LEX)


def _words_of(name: str) -> frozenset[str]:
    section, _, key = name.partition(".")
    return frozenset(_LEX[section][key or "words"])


_DOCUMENT, _LABEL, _ANNOUNCEMENT = _words_of("document"), _words_of("label"), _words_of("announcement")


class Surroundings:
    """Words and cues of the clause and the sentence around an expression, each collected once."""

    __slots__ = ("_clause_masks", "_clause_words", "_sentence_masks", "clauses", "meeting", "starts", "tokens")

    def __init__(self, tokens: Tokens, clauses: Clauses, starts: list[int], meeting: date | None) -> None:
        self.tokens = tokens
        self.clauses = clauses
        self.starts = starts
        self.meeting = meeting
        self._clause_words: dict[int, frozenset[str]] = {}
        self._clause_masks: dict[int, int] = {}
        self._sentence_masks: dict[int, int] = {}

    def clause_words(self, index: int) -> frozenset[str]:
        number = self.clauses.clause(index)
        found = self._clause_words.get(number)
        if found is None:
            begin = self.clauses.openers[number]
            end = self.clauses.openers[number + 1] if number + 1 < len(self.clauses.openers) else self.tokens.size
            found = self._clause_words[number] = frozenset(self.tokens.words[begin:end])
        return found

    def bounds(self, index: int) -> tuple[int, int]:
        """The first token of the sentence and the one behind it."""
        number = self.clauses.sentence(index)
        begin = self.starts[number]
        end = self.starts[number + 1] if number + 1 < len(self.starts) else self.tokens.size
        return begin, end

    def clause_has(self, index: int, name: str) -> bool:
        number = self.clauses.clause(index)
        mask = self._clause_masks.get(number)
        if mask is None:
            mask = self._clause_masks[number] = _CUES.mask(self.clause_words(index))
        return bool(mask & _CUES.bits[name])

    def sentence_has(self, index: int, name: str) -> bool:
        number = self.clauses.sentence(index)
        mask = self._sentence_masks.get(number)
        if mask is None:
            begin, end = self.bounds(index)
            mask = self._sentence_masks[number] = _CUES.mask(self.tokens.words[begin:end])
        return bool(mask & _CUES.bits[name])

    def near_has(self, first: int, last: int, name: str) -> bool:
        """Between two tokens, which the sentence bounds."""
        return bool(_CUES.mask(self.tokens.words[first:last]) & _CUES.bits[name])


def _is_over(placed: Placed, meeting: date) -> bool:
    """It lies wholly before the meeting."""
    if placed.latest is not None:
        return placed.latest < meeting
    return placed.earliest is not None and placed.earliest < meeting and placed.absolute


def _announces(placed: Placed, around: Surroundings) -> bool:
    """The expression says when the body meets next: *Næste møde er den 5. marts*, *Den 5. marts holdes næste møde*."""
    tokens, words = around.tokens, around.tokens.words
    begin, end = around.bounds(placed.start)
    if around.near_has(begin, min(begin + 3, placed.start), "dates_of_meetings") and (
        ":" in words[begin : placed.start] or words[begin] in ("mødedatoer", "mødedage", "mødedato", "mødedatoerne")
    ):
        return True
    allowed = _ANNOUNCEMENT
    at = placed.start - 1
    steps = 0
    while at >= begin and steps < 14:
        word = words[at]
        kind = meeting_kind(word)
        if kind == "meeting":
            break
        if not (word in allowed or word in WEEKDAYS or not word[0].isalnum() or word.isdecimal() or word.endswith(("udvalget", "rådet", "bestyrelsen", "gruppen"))):
            break
        at -= 1
        steps += 1
    if at >= begin and meeting_kind(words[at]) == "meeting":
        look = at - 1
        ahead = words[at].endswith(("mødet", "møder", "møde")) and words[at] in ("mødet", "møde", "møder")
        while look >= begin and at - look < 6:
            word = words[look]
            if word in ("næste", "kommende", "førstkommende", "nyt", "følgende", "næstkommende", "ordinære", "ordinært", "øvrige"):
                ahead = True
            elif word in _PREPOSITIONS:
                return False
            elif FORMS.get(word) in (Form.PRESENT, Form.PERFECT) and word not in ("holder", "er"):
                # Der afholdes møde igen den …
                return ahead and words[at] in ("møde", "mødet") and word in ("afholdes", "holdes", "er") and look - begin < 3
            elif not (word.endswith("s") or word in ("det", "de", "den", "et", "der", "vores", "og") or tokens.capitalised(look)):
                break
            look -= 1
        return ahead
    behind = words[placed.end : placed.end + 8]
    if behind and behind[0] in ("er", "afholdes", "holdes", "holder", "mødes", "kl"):
        if behind[0] == "mødes":
            return True
        for offset, word in enumerate(behind[1:], 1):
            if meeting_kind(word) == "meeting":
                return any(other in ("næste", "ordinært", "nyt", "igen") for other in behind[1:offset])
    clause = around.clause_words(placed.start)
    if placed.relation is Relation.ON and "mødes" in clause and not _MEETING_SUBJECTS.isdisjoint(clause):
        return True
    if placed.relation is Relation.ON and words[placed.start - 1 : placed.start] == ["gang"] and words[placed.start - 2] == "næste":
        return True
    if placed.rule == NEXT_TIME and words[placed.end] in ("den", "d", "er", ":"):
        return True
    return False


def _hearing(placed: Placed, around: Surroundings) -> bool:
    """A hearing period, or the limit of one or of a complaint; not the body's own answer to a hearing."""
    at = placed.start
    if not (around.sentence_has(at, "hearing") or around.sentence_has(at, "hearing.limits") or around.sentence_has(at, "hearing.answers")):
        return False
    words = around.tokens.words
    begin, end = around.bounds(at)
    before = words[max(begin, at - 14) : at]
    if placed.relation is not Relation.BEFORE and around.near_has(max(begin, at - 14), at, "hearing.limits"):
        return True
    lead = placed.lead
    if lead in ("between", "until", "to", "valid") and around.clause_has(at, "hearing"):
        return lead != "to" or "høring" in before or "offentlig" in before
    if not (around.clause_has(at, "hearing.answers") and around.sentence_has(at, "hearing.arrival")):
        return False
    if any(word in _OWN_ANSWER for word in words[begin:end]):
        return False
    return not _ANSWERS.isdisjoint(around.clause_words(at)) or any("høring" in word for word in words[begin:end])


_OWN_ANSWER = frozenset({"forvaltningen", "administrationen", "udvalget", "bestyrelsen", "rådet", "sekretariatet", "af"})
_ANSWERS = frozenset({"høringssvar", "høringssvaret", "indsigelser", "indsigelse", "klage", "klager"})


def _statutory(placed: Placed, around: Surroundings) -> bool:
    at = placed.start
    if around.sentence_has(at, "statutory"):
        return True
    if not around.sentence_has(at, "statutory.generic"):
        return False
    begin, end = around.bounds(at)
    return around.near_has(max(begin, at - 14), at, "statutory.generic") or around.near_has(placed.end, min(placed.end + 4, end), "statutory.generic")


def _main_verb(around: Surroundings, verb: int) -> str:
    """The participle behind an auxiliary, else the verb itself."""
    clauses, words = around.clauses, around.tokens.words
    if words[verb] in _AUXILIARIES:
        behind = clauses.first_after(verb)
        if behind >= 0 and clauses.forms[behind] is Form.PARTICIPLE and clauses.clause(behind) == clauses.clause(verb):
            return words[behind]
    return words[verb]


def _past_tense(placed: Placed, around: Surroundings) -> bool:
    """The clause tells what has been done, and the expression belongs to that."""
    clauses, words = around.clauses, around.tokens.words
    verb = clauses.governing(placed.start, placed.end)
    if verb < 0:
        return False
    if clauses.forms[verb] is Form.PARTICIPLE and placed.start - verb == 1 and placed.relation in (Relation.ON, Relation.IN):
        alone = not any(clauses.forms.get(look) for look in range(max(verb - 8, 0), verb) if clauses.clause(look) == clauses.clause(verb))
        if alone and words[verb] not in PROSPECTIVE:
            return True
    if not clauses.is_past(verb, around.tokens):
        return False
    begins = placed.earliest or placed.latest
    if placed.absolute and around.meeting is not None and begins is not None and begins > around.meeting:
        return False
    main = _main_verb(around, verb)
    event = placed.type in (DeadlineType.EVENT, DeadlineType.VAGUE)
    if main in PROSPECTIVE and verb < placed.start:
        if main not in _DECIDING and (placed.relation in _FORWARD or event):
            return False
        if main in _DECIDING and placed.relation is Relation.BY:
            return False
        if main in REQUESTS and placed.start - verb > 2 and not (words[placed.end] == "om" and main in ("bad", "anmodede")):
            return False
    # is afsluttet inden sommerferien: what will have been done by then
    return not (
        clauses.forms[verb] in (Form.PARTICIPLE, Form.PERFECT)
        and placed.relation in (Relation.BY, Relation.BEFORE)
        and "er" in around.clause_words(placed.start)
        and "har" not in around.clause_words(placed.start)
    )


def _labelled(placed: Placed, around: Surroundings) -> bool:
    """``Mødedato: 24. januar``."""
    words, at = around.tokens.words, placed.start - 1
    begin, _ = around.bounds(placed.start)
    if at < begin:
        return False
    if words[at] in (":", ".") and at - 1 >= begin:
        at -= 1
    elif words[at] not in _LABEL or at != begin:
        return False
    return words[at] in _LABEL and at - begin <= 2 and placed.relation in (Relation.ON, Relation.IN)


def reason_against(placed: Placed, around: Surroundings) -> str | None:
    """Why the expression is no deadline, or ``None`` where it is one."""
    words = around.tokens.words
    meeting = around.meeting
    before = words[placed.start - 1] if placed.start else ""
    if placed.reason is not None:
        return placed.reason
    dated = placed.earliest is not None or placed.latest is not None
    if meeting is not None and dated and _is_over(placed, meeting):
        return "past"
    clause = around.clause_words(placed.start)
    if placed.type is DeadlineType.VAGUE:
        return "past-tense" if _past_tense(placed, around) else None
    if _labelled(placed, around):
        return "label"
    on_meeting = meeting is not None and placed.earliest == placed.latest == meeting and placed.relation is Relation.ON
    if on_meeting and not placed.deictic:
        return "meeting-date"
    if placed.relation in (Relation.ON, Relation.IN, Relation.BY) and around.tokens.told & 2 and placed.rule not in (WITHIN_N, IN_N) and _announces(placed, around):
        return "next-meeting"
    rule_lead = placed.lead
    if rule_lead in ("from", "on", "in", "bare", "to", "between") and placed.type is not DeadlineType.EVENT:
        if placed.relation is Relation.FROM and {"gælder", "gælde"} & clause:
            return "effective"
        if around.clause_has(placed.start, "effective") and not ({"indstillingen", "forslaget", "anbefalingen"} & clause and "tiltræder" in clause):
            return "effective"
        if before in _DOCUMENT and rule_lead == "from":
            return "document-date"
    if rule_lead in ("to", "until", "between", "end", "in", "bare", "from", "on", "by") and placed.type is not DeadlineType.EVENT:
        if around.clause_has(placed.start, "validity") and not around.clause_has(placed.start, "validity.unless") and "senest" not in clause:
            return "validity"
    if placed.rule in _LENGTHS and _statutory(placed, around):
        return "statutory"
    if placed.type is not DeadlineType.RECURRENCE and _hearing(placed, around):
        return "hearing"
    year_long = placed.grain is Grain.YEAR or "-year" in placed.rule and "half" not in placed.rule or placed.rule.endswith("this-period") and placed.grain is Grain.YEAR
    if year_long and placed.relation is Relation.IN:
        if around.sentence_has(placed.start, "budget"):
            return "budget-year"
        if placed.grain is Grain.PART and around.sentence_has(placed.start, "descriptive"):
            return "period-name"
        if "school-year" in placed.rule and before and before not in _PREPOSITIONS and words[placed.start] == "skoleåret":
            return "about"
    if _past_tense(placed, around):
        return "past-tense"
    verb = around.clauses.governing(placed.start, placed.end)
    state = verb >= 0 and words[verb] in STATES
    if placed.deictic and on_meeting and (state or verb < 0 or on_meeting and words[placed.start] == "i" and verb > placed.end + 3):
        return "status"
    if state and year_long and meeting is not None and placed.earliest is not None and placed.earliest <= meeting:
        return "status"
    if before == "er" and placed.relation is Relation.FROM:
        return "document-date"
    if "ligger" in clause and placed.relation is Relation.IN and any(word.endswith("ferien") for word in clause):
        return "status"
    closed = placed.relation in (Relation.IN, Relation.BY) and not {"lukket", "ferielukket", "ferielukning"}.isdisjoint(clause)
    if closed and "senest" not in clause and rule_lead not in ("by", "before", "end"):
        return "opening-hours"
    if placed.rule.endswith("weekday") and around.sentence_has(placed.start, "opening_signs"):
        return "opening-hours"
    weekly = placed.rule.endswith("weekday") or placed.type is DeadlineType.RECURRENCE or placed.rule.startswith("between")
    if weekly and around.clause_has(placed.start, "opening") and "hus" not in clause:
        return "opening-hours"
    if rule_lead == "bare" and _is_part_of_a_name(placed, around):
        return "bare"
    return None


def _is_part_of_a_name(placed: Placed, around: Surroundings) -> bool:
    """A period without a preposition inside running text names something (*budgetopfølgning marts*, *Status uge 3*)."""
    words = around.tokens.words
    begin, _ = around.bounds(placed.start)
    before = words[placed.start - 1] if placed.start > begin else ""
    if words[begin] in ("bilag", "status", "referat", "dagsorden", "orientering", "notat"):
        return True
    if not before or not before[0].isalnum():
        return False
    if placed.grain in (Grain.WEEK, Grain.QUARTER, Grain.HALF) or "next-period" in placed.rule or "part-of" in placed.rule or "half-of" in placed.rule:
        return before in ("status", "referat", "bilag", "opfølgning", "budgetopfølgning", "regnskab", "rapport")
    return placed.grain is not Grain.PART or before in ("budgetopfølgning", "status", "regnskab", "perioden")
