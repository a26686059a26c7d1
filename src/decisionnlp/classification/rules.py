"""The rules: formulas and clause structure that speak for or against a label. Each firing names its rule.

A rule fires on a clause. Whether the clause is *operative* (this body, at this meeting, really does it) is decided once per
clause; formulas and verb classes then say what is done. What spoke against is kept too, for explanations and features.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from decisionnlp import lexicons
from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.prefilter import Filtered, Likely, Lookout
from decisionnlp.classification.structure import Clause, Structure, analyse
from decisionnlp.classification.verbs import PASSIVE, first_names, mend_text
from decisionnlp.classification.whole_answers import whole_answer
from decisionnlp.document import Label, Subtype

A, D, F = Label.APPROVAL, Label.DECISION, Label.FOLLOW_UP


class Firing(NamedTuple):
    """A rule that spoke: for ``label`` with ``weight`` in (0, 1], or against it (negative; ``label`` None = all labels)."""

    rule: str
    label: Label | None
    weight: float
    subtype: Subtype | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as the rules read it: its structure (with the list's lead before it), where its own words begin, what fired,
    and the cues of ``CUES`` in its own words."""

    structure: Structure
    own_start: int
    firings: tuple[Firing, ...]
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Formula:
    id: str
    label: Label
    subtype: Subtype
    weight: float
    whole_line: bool
    pattern: Filtered


@cache
def formulas() -> tuple[Formula, ...]:
    return tuple(
        Formula(
            row["id"],
            Label(row["label"]),
            Subtype(row["subtype"]),
            row["weight"],
            row["gate"] == "line",
            Filtered(row["pattern"]),
        )
        for row in lexicons.load("decision_formulas")["formula"]
    )


@cache
def _formula_places() -> dict[Filtered, int]:
    return {formula.pattern: place for place, formula in enumerate(formulas())}


def formulas_to_try(likely: Likely) -> list[Formula]:
    """The formulas whose patterns are among those likely, in order."""
    places = _formula_places()
    known = formulas()
    return [known[place] for place in sorted([places[pattern] for pattern in likely if pattern in places])]


# The cues that are features of a sentence, whatever its rules say.
CUES = ("future", "deliverable", "phrasal", "condition", "minority")


@cache
def cue(name: str) -> Filtered:
    return Filtered(lexicons.load("decision_cues")[name]["pattern"])


@cache
def _lookout() -> Lookout:
    cues = [cue(name) for name in lexicons.load("decision_cues")]
    return Lookout([*cues, *(formula.pattern for formula in formulas()), _REMARK])


# "• ", "2.", "a)", "Ad 1:", "At 1 -", "1.-2.:", "Pkt. 3:" before the words of a line.
_MARKER = re.compile(
    r"^\s*(?:[•·▪‣*–—\uf0b7-]\s*)?(?:(?:ad|at|vedr\.?|pkt\.?|punkt|nr\.?|indstillingens|stk\.?)?\s*\.?\s*"
    r"\d{1,2}(?:\s*[.,-]+\s*(?:og\s*)?\d{1,2})*\s*(?:[.):]|(?:-|–)?\s*(?:at-)?punkt(?:et)?\W)\s*|[a-h]\)\s*)?(?:[-–:]\s*)?",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"^(?:beslutning|referat|konklusion|udvalgets beslutning|afgørelse|resultat|udfald)\s*:\s*", re.IGNORECASE
)

# A line that is nothing but a formula: the rule's id begins so, and nothing else about the line counts.
ANSWER = "answer-"
ANSWER_WEIGHT = 0.97

OPERATIVE_CLASSES = (
    ("reject", D, Subtype.REJECTED, 0.9),
    ("defer", D, Subtype.DEFERRED, 0.9),
    ("return", D, Subtype.RETURNED, 0.85),
    ("refer", D, Subtype.REFERRED, 0.8),
    ("approve", A, Subtype.ADOPTED, 0.95),
    ("recommend", A, Subtype.RECOMMENDED, 0.85),
    ("delegate", D, Subtype.DELEGATED, 0.9),
    ("appoint", D, Subtype.APPOINTED, 0.8),
    ("resolve", D, Subtype.OWN_RESOLUTION, 0.6),
)
_OPTION = re.compile(
    r"\b(?:model|scenari\w*|alternativ\w*|mulighed|løsning\w*|variant\w*|forslag(?:et)?|version|placering)\b"
)
_CONCRETE_BOER = re.compile(r"\b(?:generelt|altid|i højere grad|større fokus|mere fokus|opmærksom på|huske på)\b")
_REMARK = Filtered(r"\b(?:protokolbemærkning|mindretalsudtalelse|tilført (?:beslutnings)?protokollen)|[»„]|: ?[\"”“]")
_GENERAL_BODIES = frozenset(
    [
        "udvalget",
        "bestyrelsen",
        "rådet",
        "mødet",
        "vi",
        "man",
        "alle",
        "nævnet",
        "gruppen",
        "styregruppen",
        "forsamlingen",
        "kredsen",
        "komiteen",
        "flertallet",
        "direktionen",
        "rådmanden",
        "borgmesteren",
        "repræsentantskabet",
        "generalforsamlingen",
        "afdelingsmødet",
        "beboermødet",
        "forretningsudvalget",
        "rådmandskredsen",
        "ledergruppen",
        "chefgruppen",
        "koordinationsudvalget",
        "formandskabet",
        "øu",
        "fu",
    ]
)
# "Valgbestyrelse: Rune, Mogens og Birthe", "• Økonomiudvalg: LBS, RR og SJ": a post and the names that fill it.
_NAMES = r"[A-ZÆØÅ][\wæøåé]*\.?(?: [A-ZÆØÅ][\wæøåé]*\.?){0,3}"
_NAMED_POST = re.compile(rf"^\W*[A-ZÆØÅ][\w -]{{3,45}}: ({_NAMES}(?:(?:,| og|,? samt) {_NAMES})*)(?: \([^)]*\))?\W*$")
_POST = re.compile(
    r"formand|forperson|kasserer|suppleant|repræsentant|udvalg|råd\b|gruppe|valg|kontakt|medlem|stedfortræder|dirigent|"
    r"referent|ordstyrer|bestyrelse|sekretær|revisor|hold\b|redaktør"
)
# "Lotte – kasser til telefoner", "KA: regneark", "Jeppe og Noor: plakat"
_NAMED_TASK = re.compile(
    r"^\W*((?:[A-ZÆØÅ][\wæøåé]*\.?)(?:(?: ?[/&+,] ?| og | )[A-ZÆØÅ][\wæøåé]*\.?){0,3})(?: \([^)]{1,25}\))? ?[:–—-] ?\w"
)
# "Kirsten: børnene er glade", "Asger: intet nyt": what follows the name is a report, not a task.
_TOLD_AFTER_NAME = re.compile(
    r"(?::| [–—-]) .*?\b(?:er|har|kan|kender|synes|mener|går|kommer fra|mødes|vi|jeg|min|vores|det|der|intet|ingen|ikke)\b",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(r":| [–—-] |[–—]")
_AGREED = re.compile(r"\b(?:enig(?:e|hed)?(?: om)?|enedes|konsensus|aftalen blev|blev aftalen)\b")
# What a single person's verb cannot do for the body.
_BODY_ACTS = frozenset({Subtype.REJECTED, Subtype.ADOPTED, Subtype.CHOSEN_OPTION, Subtype.RECOMMENDED})
# "Kulturudvalget, 9. januar, pkt. 12: Anbefales."
_HISTORY = re.compile(
    r"^[\w -]*(?:udvalget|byrådet|rådet|bestyrelsen|direktionen|magistraten|kommunalbestyrelsen),? (?:den |d\. )?\d{1,2}[.-]"
)
# "F og Ø kan ikke …", "A, B og V anbefaler …": party letters as the subject.
_PARTIES = re.compile(
    r"^(?:liste )?(?!i )[a-zæøå]\b(?:(?:, | og | samt )[a-zæøå]\b)* (?:kan|kunne|stemte|stemmer|ønsker|ønskede|anbefaler|vil|undlod|tager|tog)\b"
)
_WANTS = re.compile(
    r"\b(?:ser gerne|så gerne|vil gerne|ville gerne|vil have|ville have|lod beskeden|beskeden er|forudsætter)\b"
)
# "Rektor orienterede om:", "Nyt fra formanden:": what the list under it tells is told.
_TELLING_LEAD = re.compile(
    r"\b(?:orienter\w*|oplyste|oplyser|fortalte|fortæller|redegjorde|redegør|nævnte|informer\w*|meddel\w*|berettede|nyt fra)\b[^.]*$"
)
_CALLS_ATTENTION = re.compile(r"\bgør(?:es|e)? (?:\w+ ){0,2}opmærksom\b|\bgjorde(?:s)? (?:\w+ ){0,2}opmærksom\b")
# "På regionsmødet blev det vedtaget …": said of a meeting that is not this one.
_OTHER_MEETING = re.compile(
    r"^på (?:\w+s )?(\w{4,}(?:møde|mødet)) (?:\w+ ){0,2}?(?:blev|vedtog|besluttede|godkendte|var)\b"
)
# Work that goes on anyway, not an act agreed at the meeting.
_GOES_ON = re.compile(r"\bder arbejdes (?!videre|fortsat|hen imod|frem mod)(?:\w+ ){0,3}?(?:med|på|i)\b")
# "Orientering om byggeriet", "Gennemgang af planen": what was talked about.
_TALK_NOUN = re.compile(
    r"^\W*(?:orientering|information|gennemgang|præsentation|drøftelse|meddelelse|redegørelse|opsamling|status) (?:om|vedr|af|fra|ved|på|v/)"
)
# Told in the historic present unless a time is given: "Lederen orienterer om sygefraværet."
_TELLING_VERBS = frozenset({"orientere", "informere", "fremlægge", "præsentere", "forelægge"})
_DECIDING = re.compile(r"\bbeslutning(?:en)?\b(?: \w+){0,2}$")
_MANDATE = re.compile(r"\b(?:mandat|bemyndigelse|fuldmagt|opgaven|til opgave)\b")
_ADDRESS_TASK = re.compile(r"\b(?:bede[rs]?|bad|bedt|anmode[rs]?|anmodede[s]?|anmodet|pålægge[rs]?|pålagde|pålagt)\b")
_CONTENT_OBJECT = re.compile(r"\b(?:et|en|at|om|nærmere|yderligere|mere|flere|nyt|ny|nye)\b")


def strip_marker(text: str) -> str:
    """A line without its bullet, number or ``Ad 1:``."""
    stripped = text[_MARKER.match(text).end() :]  # type: ignore[union-attr]
    if ":" in stripped:
        stripped = _PREFIX.sub("", stripped)
    return stripped or text


def read(context: SentenceContext) -> Reading:
    """Everything the rules see in one sentence: its text, the lead of its list, the zone's heading and the body count."""
    return _read(context.text, context.lead, context.heading, context.body)


# The same short lines come again and again: headings, "Godkendt.", and each sentence as its neighbours' neighbour.
@lru_cache(maxsize=2048)
def _read(words: str, lead: str | None, heading: str | None, body: str | None) -> Reading:
    line = strip_marker(words)
    own = mend_text(line)
    text, own_start = own, 0
    if lead:
        stem = mend_text(lead.rstrip(" :,–-"))
        if stem and stem != words:
            # "Udvalget besluttede:" + "• at …": the item takes the lead's verb; a comma would cut an "at" off it
            joint = " " if own.lower().startswith("at ") or stem.lower().endswith((" at", "om")) else ": "
            text, own_start = stem + joint + own, len(stem) + len(joint)
    structure = analyse(text, body)
    firings: list[Firing] = []
    likely = _lookout().likely(structure.lower)
    if structure.clauses:
        _Rules(
            structure,
            likely,
            firings,
            text=words,
            line=line,
            own=own,
            own_start=own_start,
            lead=lead,
            heading=heading,
            body=body,
        ).run()
    lower = own.lower()
    return Reading(
        structure, own_start, tuple(firings), tuple(name for name in CUES if cue(name).search(lower, likely))
    )


class _Rules:
    """One sentence under examination."""

    def __init__(
        self,
        structure: Structure,
        likely: Likely,
        firings: list[Firing],
        *,
        text: str,
        line: str,
        own: str,
        own_start: int,
        lead: str | None,
        heading: str | None,
        body: str | None,
    ) -> None:
        self.structure = structure
        self.lower = structure.lower
        self.likely = likely
        self.firings = firings
        self.text = text
        self.line = line
        self.own = own.lower()
        self.own_start = own_start
        self.lead = lead or ""
        self.heading = heading or ""
        self.body = (body or "").lower()
        self.remark: int | None = None
        self.operative: dict[int, str] = {}

    def fire(
        self, rule: str, label: Label | None, weight: float, subtype: Subtype | None = None, words: str = ""
    ) -> None:
        self.firings.append(Firing(rule, label, round(weight, 3), subtype, words))

    def part(self, clause: Clause) -> str:
        return self.lower[clause.start : clause.end]

    # -- the run ---------------------------------------------------------------------------------------------------------

    def run(self) -> None:
        own = self.own.strip()
        if own.endswith("?"):
            self.fire("question", None, -1.0, words=own[-20:])
            return
        answer = whole_answer(self.line) if self.own_start == 0 else None
        if answer is not None and not any(self.foreign(clause) for clause in self.structure.clauses):
            weight = ANSWER_WEIGHT if answer.label else -1.0
            self.fire(f"{ANSWER}{answer.id}", answer.label, weight, answer.subtype, own[:40])
            if answer.label is None:
                return
        if cue("vote").search(own, self.likely):
            self.fire("vote", None, -0.8, words="vote")
        nominal = _TALK_NOUN.match(own) and all(clause.finite_at < 0 for clause in self.structure.clauses)
        if nominal and not cue("future").search(own, self.likely):
            self.fire("no-act", None, -0.6, words=own[:40])
        no_act = cue("no_act").search(own, self.likely)
        if no_act:
            self.fire("no-act", None, -0.6, words=no_act.group())
        blocked = self.sentence_blocks()
        for index, clause in enumerate(self.structure.clauses):
            if clause.end > self.own_start:
                self.read_clause(index, clause, blocked)
        for formula in formulas_to_try(self.likely):
            self.read_formula(formula, blocked)
        self.read_layout()

    def sentence_blocks(self) -> dict[str, str]:
        """What speaks against the whole sentence: a retold decision, a proposal, competence, law."""
        found = {}
        for name in ("earlier", "proposal", "competence", "law", "hypothetical"):
            match = cue(name).search(self.lower, self.likely)
            if match:
                found[name] = match.group()
                self.fire(f"against-{name}", None, -0.6, words=match.group())
        return found

    def foreign(self, clause: Clause) -> bool:
        """Whether the clause's subject is a body other than the one that meets."""
        if clause.subject != "body" or not self.body:
            return False
        for word in clause.subject_words:
            if word in _GENERAL_BODIES:
                return False
            if word.endswith(("udvalget", "bestyrelsen", "rådet", "magistraten", "nævnet")):
                return word.removesuffix("et").removesuffix("en")[:6] not in self.body and word[:6] not in self.body
        return False

    def told_elsewhere(self, clause: Clause) -> bool:
        """Whether the sentence opens with another meeting than this body's, and the clause tells what was done there."""
        match = _OTHER_MEETING.match(self.lower)
        if match is None or clause.form not in ("pret", "passpret", "perf", "passperf"):
            return False
        return match.group(1)[:6] not in self.body and match.group(1)[:4] not in ("dett", "sids", "dagens")

    def quoted(self, clause: Clause) -> bool:
        """Inside a remark that a member had entered in the minutes, or in quotation marks."""
        if self.remark is None:
            match = _REMARK.search(self.lower, self.likely)
            self.remark = match.start() if match else len(self.lower)
        return clause.start >= self.remark

    def state(self, index: int, clause: Clause, blocked: dict[str, str]) -> str:
        """Whether the clause is operative: ``direct``, ``decided`` or ``agreed`` (through its governor), else why not."""
        known = self.operative.get(index)
        if known is None:
            known = self.operative[index] = self._state(index, clause, blocked)
        return known

    def _state(self, index: int, clause: Clause, blocked: dict[str, str]) -> str:
        if clause.kind in ("if", "when", "cause", "though", "rel", "ask", "purpose"):
            return f"not-{clause.kind}"
        if self.quoted(clause):
            return "not-quoted"
        if clause.kind in ("at", "inf"):
            return self._governed(clause, blocked)
        if clause.subject == "member" or (_PARTIES.match(self.part(clause)) and "flertal" not in self.lower):
            return "not-member"
        if _HISTORY.match(self.own):
            return "not-earlier"
        if "earlier" in blocked and (clause.form in ("pret", "passpret", "perf", "passperf", "part")):
            return "not-earlier"
        if self.told_elsewhere(clause):
            return "not-earlier"
        if clause.start >= self.own_start > 0 and _TELLING_LEAD.search(self.lower[: self.own_start].rstrip(" :,–-")):
            return "reported"
        if self.foreign(clause):
            return "not-foreign"
        if (
            clause.modal == "skulle"
            and clause.subject in ("body", "matter", "thing")
            and clause.form in ("inf", "infpass")
            and clause.modal_past
        ):
            return "not-modal"
        return "direct"

    def _governed(self, clause: Clause, blocked: dict[str, str]) -> str:
        if clause.governor < 0:
            # an "at" line without its lead: the indstilling's form, here an answer only by its neighbours
            return "direct" if clause.kind == "at" and self.own_start else "loose"
        governor = self.structure.clauses[clause.governor]
        upper = self.state(clause.governor, governor, blocked)
        words = self.part(governor)
        if upper.startswith("not"):
            return upper
        if governor.negated and governor.lemma in ("beslutte", "ønske", "aftale", "vedtage"):
            return "not-negated"
        classes = governor.classes
        if governor.lemma in ("beslutte", "vedtage", "bestemme", "vælge") or (
            "beslutning" in words and _DECIDING.search(words)
        ):
            if governor.subject in ("admin",) and governor.form in ("pret", "pres") and "enig" not in words:
                return "not-admin"
            return "decided"
        if governor.lemma in ("aftale", "enes") or _AGREED.search(words):
            return "agreed"
        if "order" in classes or governor.lemma == "bede" or _WANTS.search(words):
            if governor.subject == "member" or (
                governor.subject == "person" and governor.form in ("pres", "pret", "perf")
            ):
                return "not-member"
            return "ordered"
        if _MANDATE.search(words):
            return "delegated"
        if re.search(r"\b(?:brug|behov) for\b", words):
            return "needed"
        if "delegate" in classes:
            return "delegated"
        if governor.lemma in ("anbefale", "indstille") and "proposal" not in blocked and governor.subject != "admin":
            return "recommended"
        if governor.lemma == "foreslå" or "propose" in classes:
            return "not-proposal"
        if governor.lemma == "love":
            return "promised"
        if "report" in classes or governor.lemma in ("tilkendegive", "forvente") or _CALLS_ATTENTION.search(words):
            return "reported"
        if upper in ("decided", "agreed", "ordered"):
            return upper
        if re.search(r"\b(?:idet|med|bemærkning\w*|tilføjelse\w*|ændring\w*)\b", words) or not governor.lemma:
            return "attached"
        return "nested"

    # -- clauses ---------------------------------------------------------------------------------------------------------

    def read_clause(self, index: int, clause: Clause, blocked: dict[str, str]) -> None:
        state = self.state(index, clause, blocked)
        if state.startswith("not"):
            if clause.verb is not None:
                self.fire(f"against-{state[4:]}", None, -0.3, words=self.part(clause)[:60])
            if state == "not-rel":
                self.read_relative(clause)
            elif state == "not-foreign" and clause.form == "pres" and "task" in clause.classes and not clause.modal:
                # what another body decides is not ours, but "Festudvalget laver et oplæg" is a task
                self.read_task(clause, "direct", blocked)
            return
        self.read_outcome(clause, state, blocked)
        self.read_task(clause, state, blocked)

    def performs(self, clause: Clause, state: str, blocked: dict[str, str]) -> float:
        """How sure it is that the clause performs its verb: 0 where it doesn't."""
        if state in ("decided", "agreed"):
            return 1.0 if clause.form not in ("pret", "perf") else 0.3
        if state == "recommended":
            return 0.9
        if state != "direct":
            return 0.0
        if "proposal" in blocked or "competence" in blocked:
            return 0.15
        form, subject = clause.form, clause.subject
        if form == "part":
            return 1.0 if subject in ("", "matter", "thing", "der", "person", "admin", "body") else 0.4
        if clause.modal:
            if clause.modal == "kunne" and form == "inf" and subject in ("body", "person", ""):
                return 0.95
            if clause.modal == "kunne" and form == "infpass":
                return 0.1 if " først " in self.part(clause) else 0.75
            if clause.modal == "ville" and subject == "body":
                return 0.6
            return 0.1
        if form in ("pass", "passpret"):
            return 0.95 if subject != "person" else 0.7
        if form == "passperf":
            return 0.7
        if form in ("pres", "pret"):
            if subject == "body":
                return 0.95
            if subject in ("", "adverbial"):
                return 0.6
            return 0.2 if subject in ("admin", "person", "matter", "thing") else 0.3
        if form == "perf":
            return 0.35 if subject == "body" else 0.1
        return 0.3 if form == "inf" else 0.0

    def read_outcome(self, clause: Clause, state: str, blocked: dict[str, str]) -> None:
        classes = clause.classes
        if not classes and not (state == "decided" and clause.kind == "inf"):
            return
        sure = self.performs(clause, state, blocked)
        part = self.part(clause)
        if clause.lemma == "indstille" and clause.subject == "admin":
            return
        for name, label, subtype, weight in OPERATIVE_CLASSES:
            if name not in classes:
                continue
            if name in ("appoint", "resolve", "defer") and clause.lemma in ("vælge", "give", "yde", "prioritere"):
                self.read_choice(clause, state, sure, part)
                break
            if (
                name == "resolve"
                and clause.form in (PASSIVE, "pret")
                and clause.subject in ("der", "matter", "thing", "")
            ):
                weight = 0.7
            if (
                name == "resolve"
                and clause.form in ("pret", "pres")
                and clause.subject in ("admin", "person", "thing", "matter")
            ):
                break
            if clause.negated:
                if name in ("approve", "recommend"):
                    label, subtype, weight = D, Subtype.REJECTED, 0.85
                elif name in ("defer", "return", "refer", "reject"):
                    break
            if (
                label is A
                and clause.lemma == "vedtage"
                and state == "direct"
                and clause.form in ("pret", "part", "passpret")
                and self.has_complement(clause)
            ):
                break
            if label is A and subtype is Subtype.ADOPTED:
                rest = self.lower[clause.start :]
                if cue("condition").search(rest, self.likely) and "uden bemærkning" not in rest:
                    subtype = Subtype.CONDITIONAL
            if state == "recommended" and label is A:
                subtype = Subtype.RECOMMENDED
            if sure > 0:
                self.fire(f"{name}-{state}-{clause.form or 'none'}", label, weight * sure, subtype, part[:60])
            break
        else:
            self.read_resolution(clause, state, sure, part)

    def has_complement(self, clause: Clause) -> bool:
        clauses = self.structure.clauses
        mine = clauses.index(clause)
        return any(other.governor == mine and other.kind in ("at", "inf") for other in clauses)

    def read_choice(self, clause: Clause, state: str, sure: float, part: str) -> None:
        if clause.lemma == "vælge":
            if self.has_complement(clause):
                return
            if _OPTION.search(part):
                self.fire(f"choose-{state}", D, 0.8 * sure, Subtype.CHOSEN_OPTION, part[:60])
            elif sure:
                self.fire(f"elect-{state}", D, 0.7 * sure, Subtype.APPOINTED, part[:60])
        elif re.search(
            r"\b(?:dispensation|tilladelse|tilskud|tilsagn|støtte|bevilling|garanti|henstand|samtykke|afslag)\b", part
        ):
            label, subtype = (D, Subtype.REJECTED) if "afslag" in part else (A, Subtype.ADOPTED)
            self.fire(f"grant-{state}", label, 0.55 * sure, subtype, part[:60])

    def read_resolution(self, clause: Clause, state: str, sure: float, part: str) -> None:
        """A body's own decision: what stands under *besluttede*, or the verb itself."""
        if state == "decided" and (clause.verb is not None or clause.kind == "inf"):
            self.fire(f"decided-{clause.kind}", D, 0.75 * max(sure, 0.6), Subtype.OWN_RESOLUTION, part[:60])
        elif "decide" in clause.classes and state == "direct":
            if self.has_complement(clause) and not self.own_start:
                return
            self.fire("decided-noun", D, 0.55 * sure, Subtype.OWN_RESOLUTION, part[:60])
        elif state == "agreed" and "task" not in clause.classes and clause.verb is not None:
            self.fire("agreed-policy", D, 0.4, Subtype.OWN_RESOLUTION, part[:60])

    # -- tasks -----------------------------------------------------------------------------------------------------------

    def read_task(self, clause: Clause, state: str, blocked: dict[str, str]) -> None:
        part = self.part(clause)
        classes = clause.classes
        if clause.negated or "law" in blocked or _CALLS_ATTENTION.search(part):
            return
        if "order" in classes and state in ("direct", "attached", "loose", "agreed", "decided"):
            self.read_order(clause, part)
            return
        if clause.lemma == "aftale" and state == "direct":
            if not self.has_complement(clause) and clause.form in ("part", "passpret", "pass"):
                self.fire("agreed-noun", F, 0.45, Subtype.ASSIGNMENT, part[:60])
            if clause.form != "pass":
                return
        if state == "direct" and "proposal" in blocked:
            return
        task = "task" in classes or "promise" in classes or "unknown" in classes
        future = cue("future").search(part, self.likely) is not None
        if (
            not task
            and clause.modal == "skulle"
            and not clause.modal_past
            and state == "direct"
            and (future or clause.form == "infpass")
        ):
            self.fire(
                "shall-" + ("time" if future else "passive"), F, 0.55 if future else 0.4, Subtype.ASSIGNMENT, part[:60]
            )
        if not task:
            if state in ("agreed", "ordered", "needed", "promised") and (
                clause.verb is not None or clause.kind == "inf"
            ):
                self.fire(
                    f"task-{state}-other",
                    F,
                    0.5,
                    Subtype.ASSIGNMENT if state != "needed" else Subtype.IMPLICIT,
                    part[:60],
                )
            return
        light = "light" in classes or "unknown" in classes
        phrasal = cue("phrasal").search(part, self.likely) is not None
        deliverable = cue("deliverable").search(part, self.likely) is not None
        concrete = 1.0 if not light or phrasal else (0.8 if future else 0.65 if deliverable else 0.35)
        told = clause.form == "pres" and not clause.modal and clause.lemma in _TELLING_VERBS
        if not future and clause.kind == "main" and ((told and "idet" not in self.lower) or _GOES_ON.search(part)):
            concrete *= 0.4
        if state == "decided":
            if clause.kind == "at" and clause.form in ("pres", "pass", "inf", "infpass"):
                self.fire("task-decided", F, 0.75 * concrete, Subtype.ASSIGNMENT, part[:60])
            elif clause.kind == "inf":
                self.fire("task-decided-inf", F, 0.4 * concrete, Subtype.ASSIGNMENT, part[:60])
            return
        if state in ("agreed", "ordered", "needed", "delegated", "promised"):
            subtype = Subtype.IMPLICIT if state == "needed" else Subtype.ASSIGNMENT
            self.fire(f"task-{state}", F, 0.85 * max(concrete, 0.7), subtype, part[:60])
            return
        if state == "reported":
            promise = "promise" in classes or (clause.lemma in ("vende", "melde", "komme", "følge") and phrasal)
            if (
                clause.form in ("pres", "pass")
                and promise
                and (future or re.search(r"\b(?:udvalget|bestyrelsen|rådet|os|mødet)\b", part))
            ):
                self.fire("task-promised", F, 0.7, Subtype.ASSIGNMENT, part[:60])
            else:
                self.fire(
                    "task-reported",
                    F,
                    0.2 if clause.form in ("pres", "pass", "inf", "infpass") else 0.05,
                    Subtype.ASSIGNMENT,
                    part[:60],
                )
            return
        if state not in ("direct", "attached", "loose"):
            return
        if state == "attached" and cue("condition").search(self.lower, self.likely):
            concrete *= 0.5
        self.read_plain_task(clause, part, concrete, future, deliverable)

    def read_relative(self, clause: Clause) -> None:
        """``…, som vender tilbage med et forslag``; ``…, der bedes regne på det``: a task told of the unit just named."""
        part = self.part(clause)
        if clause.negated or not clause.classes:
            return
        if self.structure.words[clause.first].startswith("hv"):
            return
        present = clause.modal in ("skulle", "ville") and not clause.modal_past
        if clause.lemma in ("bede", "anmode", "pålægge") and clause.form == "pass":
            self.fire("relative-order", F, 0.8, Subtype.ASSIGNMENT, part[:60])
        elif "task" in clause.classes and clause.form == "infpass" and present:
            self.fire("relative-task", F, 0.6, Subtype.ASSIGNMENT, part[:60])
        elif (
            "task" in clause.classes
            and clause.form in ("pres", "inf")
            and clause.modal in ("", "skulle", "ville")
            and not clause.modal_past
        ):
            phrasal = "light" not in clause.classes or cue("phrasal").search(part, self.likely)
            timely = cue("future").search(part, self.likely)
            if clause.modal == "skulle" or (phrasal and (timely or re.search(r"\b(?:tilbage|videre|op)\b", part))):
                self.fire("relative-task", F, 0.55, Subtype.ASSIGNMENT, part[:60])

    def read_order(self, clause: Clause, part: str) -> None:
        if clause.subject == "member" or clause.form in ("perf", "passperf"):
            return
        content = (
            self.has_complement(clause) or cue("deliverable").search(part, self.likely) or re.search(r"\bom\b", part)
        )
        if clause.lemma in ("bede", "anmode", "pålægge"):
            weight = 0.85 if content else 0.5
            if clause.subject in ("person", "thing") and clause.form == "pret":
                weight *= 0.6
        elif clause.lemma in ("ønske", "efterlyse", "efterspørge", "kræve", "imødese"):
            weight = 0.7 if content else 0.35
            if clause.subject == "person":
                weight *= 0.4
        else:
            weight = 0.35 if content else 0.15
        if clause.form == "pret" and clause.subject in ("admin",):
            weight *= 0.5
        subtype = (
            Subtype.IMPLICIT
            if clause.lemma in ("ønske", "efterlyse", "efterspørge", "forvente", "imødese") and clause.subject != "body"
            else Subtype.ASSIGNMENT
        )
        self.fire(f"order-{clause.lemma}-{clause.form or 'none'}", F, weight, subtype, part[:60])

    def read_plain_task(self, clause: Clause, part: str, concrete: float, future: bool, deliverable: bool) -> None:
        form, subject, modal = clause.form, clause.subject, clause.modal
        bonus = 1.0 if future or deliverable else 0.85
        if modal:
            if clause.modal_past and modal != "burde":
                return
            if modal == "ville" and subject in ("admin", "person", "body", ""):
                self.fire("task-will", F, 0.75 * concrete * bonus, Subtype.ASSIGNMENT, part[:60])
            elif modal == "ville" and form == "infpass":
                self.fire("task-will-passive", F, 0.6 * concrete * bonus, Subtype.ASSIGNMENT, part[:60])
            elif modal == "skulle":
                subtype = Subtype.ASSIGNMENT
                self.fire(
                    f"task-shall-{form}",
                    F,
                    (0.7 if subject in ("admin", "person", "der", "body") else 0.6) * concrete * bonus,
                    subtype,
                    part[:60],
                )
            elif modal == "burde" and not _CONCRETE_BOER.search(part):
                self.fire(f"task-should-{form}", F, 0.65 * concrete * bonus, Subtype.IMPLICIT, part[:60])
            elif modal == "kunne" and (phrase := cue("future").search(part, self.likely)):
                self.fire("task-can", F, 0.2, Subtype.IMPLICIT, phrase.group())
            return
        if form == "pres":
            if subject in ("admin", "person"):
                self.fire(f"task-active-{subject}", F, 0.85 * concrete * bonus, Subtype.ASSIGNMENT, part[:60])
            elif subject == "body":
                self.fire("task-active-body", F, 0.65 * concrete * bonus, Subtype.ASSIGNMENT, part[:60])
            elif subject in ("", "thing") and concrete > 0.6:
                self.fire("task-active-other", F, 0.5 * concrete * bonus, Subtype.ASSIGNMENT, part[:60])
        elif form == "pass":
            self.fire(f"task-passive-{subject or 'none'}", F, 0.75 * concrete * bonus, Subtype.IMPLICIT, part[:60])
        elif form == "inf" and clause.main_at == clause.first and (deliverable or future):
            self.fire("task-infinitive-line", F, 0.5 * concrete, Subtype.ASSIGNMENT, part[:60])

    # -- formulas and layout ------------------------------------------------------------------------------------------------

    def read_formula(self, formula: Formula, blocked: dict[str, str]) -> None:
        if formula.id == "follow-person-brackets" and any(
            "defer" in clause.classes for clause in self.structure.clauses
        ):
            return  # "Punktet udsættes (Ib, Lis)": who is to be there
        if formula.whole_line:
            match = formula.pattern.search(self.own, self.likely)
            if match and "proposal" not in blocked:
                self.fire(formula.id, formula.label, formula.weight, formula.subtype, match.group()[:60])
            return
        match = formula.pattern.search(self.lower, self.likely)
        if match is None or match.end() <= self.own_start:
            return
        clause = self.structure.clause_at(match.start())
        if clause is None:
            return
        index = self.structure.clauses.index(clause)
        state = self.state(index, clause, blocked)
        weight, subtype = formula.weight, formula.subtype
        # "Nyt medlem er …": the member is who is elected, not who wishes
        elected = state == "not-member" and subtype is Subtype.APPOINTED and clause.form == "pres"
        # "kunne ikke samle flertal", "skal en tur mere": there the modal tells the outcome
        modal_outcome = (clause.negated and subtype is Subtype.REJECTED) or (
            subtype in (Subtype.RETURNED, Subtype.DEFERRED) and clause.modal == "skulle" and not clause.modal_past
        )
        if state.startswith("not") and not elected:
            weight *= 0.15
        elif state in ("reported", "nested"):
            weight *= 0.3
        elif ("proposal" in blocked and formula.id != "recommend-passive") or "competence" in blocked:
            weight *= 0.25
        elif "earlier" in blocked and formula.label is not F:
            weight *= 0.3
        if formula.label is F:
            if clause.negated or (
                clause.form in ("pret", "perf", "passpret", "passperf")
                and formula.id not in ("follow-need", "follow-wish-noun")
            ):
                weight *= 0.2
            if clause.modal and clause.modal == "kunne":
                weight *= 0.3
        elif clause.negated and formula.label is A:
            weight *= 0.1
        elif not modal_outcome and (
            clause.modal in ("skulle", "burde")
            or (clause.modal == "kunne" and clause.modal_past and clause.subject != "body")
        ):
            weight *= 0.3
        if (
            formula.label is A
            and subtype is Subtype.ADOPTED
            and cue("condition").search(self.lower[match.start() :], self.likely)
            and "uden bemærkning" not in self.lower
        ):
            subtype = Subtype.CONDITIONAL
        self.fire(formula.id, formula.label, weight, subtype, match.group()[:60])

    def read_layout(self) -> None:
        """To-do lists: lines under a heading or lead that announces tasks."""
        lead = self.lead.lower().strip(" :")
        heading = self.heading.lower().strip(" :")
        pattern = cue("to_do_heading").pattern
        if (
            len(self.own) > 8
            and ((lead and pattern.search(lead)) or (heading and pattern.search(heading)))
            and not pattern.search(self.own)
        ):
            finished = any(clause.form in ("pret", "perf", "passpret", "passperf") for clause in self.structure.clauses)
            self.fire("to-do-line", F, 0.3 if finished else 0.7, Subtype.ASSIGNMENT, lead or heading)
        post = _NAMED_POST.match(self.text)
        if post:
            weight = 0.65 if _POST.search(self.own.split(":")[0]) else 0.2
            self.fire("named-post", D, weight, Subtype.APPOINTED, self.own[:60])
            if weight > 0.5:
                return
        if _NAMED_TASK.match(self.text) and not any(
            clause.form in ("pret", "perf", "passpret", "passperf") for clause in self.structure.clauses
        ):
            who = _NAMED_TASK.match(self.text)
            name = who.group(1).split()[0].rstrip(",") if who else ""
            known = name.lower() in first_names() or name.isupper() or name in ("Alle", "Formanden")
            told = _TOLD_AFTER_NAME.search(self.text) or not _NAME_ENDS.search(self.text)
            self.fire("named-task-line", F, 0.6 if known and not told else 0.3, Subtype.ASSIGNMENT, self.own[:60])
