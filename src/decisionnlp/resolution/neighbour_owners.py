"""Who has a task that does not say it: by a pronoun, a label before, whose words these are, who got the matter back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from decisionnlp import lexicons
from decisionnlp.document import Label, Owner, Sentence, Subtype, UnitMention, ZoneKind
from decisionnlp.extraction.vocabulary import verb_kind
from decisionnlp.flattening import FlatText
from decisionnlp.resolution.document_reader import DocumentReader
from decisionnlp.resolution.merging import Task, bare_tail, distinct, tail_of

_words = partial(lexicons.alternatives, "task_sentences")
# "Ansvarlig", "Hvem" at the start of a sentence or cell.
WHO = re.compile(rf"^(?:{_words('who_labels')})\b", re.IGNORECASE)
# What is done to a matter that was sent back
_REWORKED = re.compile(rf"\b(?:skal|bør|må)\b.{{0,60}}\b(?:{_words('reworking')})\b")
# A pronoun for somebody, as the subject or behind its verb.
PRONOUN = re.compile(
    r"^(?:Han|Hun|De|Begge)\b|\bog (?:han|hun)\b|\b(?:som|at|og) (?:han|hun|de)\b|\b(?:vil|skal|kan|må|har|\w{2,}er) (?:han|hun)\b",
    re.IGNORECASE,
)
# "De to ringer rundt." takes up two persons.
_COUNTED = re.compile(r"(?:De (?P<number>to|tre|fire|fem)|Begge) (?=[a-zæøå]+(?:er|al|il|år)\b)")
_NUMBERS = {"to": 2, "tre": 3, "fire": 4, "fem": 5}
# A line that opens with its verb, and what was said by the one before its colon.
SUBJECTLESS = re.compile(r"\W*[A-ZÆØÅ][a-zæøå]+(?:er|r) (?!(?:vi|du|der|det|jeg|man|I)\b)[a-zæøå]")
_SPOKEN = re.compile(r"\W*(?P<who>[A-ZÆØÅ][\wæøå.-]*(?: [A-ZÆØÅ][\wæøå.-]*){0,2}):")
# "Det gør Bo.", "Opgaven går til Bo.": who takes the task before stands behind the verb.
_TURNED = re.compile(
    rf"(?:{_words('taken_up')}) (?:{_words('turned_tails')}) (?P<who>[^.;:]{{2,60}}?)(?: (?:{_words('turned_ends')}))?\.?$"
)
# "Det har Bo lovet.", "Det vil Bo tage sig af."
_PROMISED = re.compile(
    rf"(?:{_words('taken_up')}) (?:har|vil|skal) (?P<who>[^.;:,]{{2,60}}?) (?:{_words('promised_ends')})\.?$"
)
JOINTS = re.compile(rf"\b(?:og|samt|{_words('in_doubt')})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NeighbourOwners(DocumentReader):
    """Owners that neighbouring sentences of the same item name."""

    def _from_label(self, task: Task, tasks: list[Task], sentences: list[Sentence]) -> list[Owner]:
        """``Ansvarlig: Hjørdis. Ny hjertestarter bestilles.``: a label before the first task of the row and behind none."""
        if task.index < 1 or any(other.index in (task.index - 2, task.index + 1) for other in tasks):
            return []
        before = sentences[task.index - 1]
        if not same_zone(before, task.sentence) or before.labels:
            return []
        flat = self.flat(before.start, before.end)
        label = WHO.match(flat.text)
        if label is None:
            return []
        named = [unit for unit in self.units_in(flat) if unit.role == "owner"]
        rest = flat.part(label.end()).text.strip(" :-–.")
        return distinct(self.owner(unit, linked=True) for unit in named) if _names_alone(rest, named) else []

    def _spoken_for(self, task: Task, sentences: list[Sentence]) -> list[Owner]:
        """``Silje: Lamperne er i stykker. Skriver til pedellen.``: whose words these are, by the colon behind the name."""
        for index in range(task.index - 1, max(task.index - 4, -1), -1):
            before = sentences[index]
            if not same_zone(before, task.sentence):
                break
            flat = self.flat(before.start, before.end)
            said = _SPOKEN.match(flat.text)
            if said is None:
                if SUBJECTLESS.match(flat.text):
                    continue  # the line before has no subject either
                break
            place = flat.span(*said.span("who"))
            units = self.units_in(flat)
            named = [unit for unit in units if unit.kind in ("person", "acronym") and unit.end <= place.end]
            if named and only_units(flat.part(*said.span("who")), named):
                return distinct(self.owner(mention, linked=True) for mention in named)
            break
        return []

    def _antecedents(self, task: Task, sentences: list[Sentence]) -> list[Owner]:
        """``Han``, ``Hun``, ``De`` at the start: who acted or spoke in the sentence before; one person for the singular."""
        match = PRONOUN.search(task.flat.text)
        assert match is not None
        plural = match.group().split()[-1].lower() in ("de", "begge")
        count = _COUNTED.match(task.flat.text)
        own = [mention for mention in task.units if mention.start < task.flat.span(match.start(), match.end()).start]
        persons = [
            mention for mention in own if mention.role in ("speaker", "owner", "mention") and mention.kind == "person"
        ]
        if not persons and not plural:  # Vi har talt med Else, og hun bager
            persons = [mention for mention in own if mention.role == "partner" and mention.kind == "person"]
        if not persons and task.index > 0 and same_zone(sentences[task.index - 1], task.sentence):
            before = sentences[task.index - 1]
            mentions = self.units_in(self.flat(before.start, before.end))
            persons = [
                mention
                for mention in mentions
                if mention.role in ("speaker", "owner") and mention.kind in ("person", "acronym")
            ]
            named = [mention for mention in persons if mention.text[:1].isupper()]
            if not plural and len(named) == 1:  # Henriette kender en læge, der …: a name before an office
                persons = named
            persons = persons or [
                mention
                for mention in mentions
                if mention.role == "mention" and (mention.kind == "person" or (count and mention.kind == "acronym"))
            ]
        if count and len(persons) != _NUMBERS.get(count["number"] or "to"):
            return []
        if not persons or (plural and len(persons) < 2) or (not plural and len(persons) > 1):
            return []
        inside = persons[0].start >= task.sentence.start
        return distinct(self.owner(mention, linked=not inside) for mention in persons)

    def _behind_return(self, task: Task, sentences: list[Sentence]) -> bool:
        """The matter went back in the sentence before; what has to be done to it is done there."""
        before = sentences[task.index - 1] if task.index else None
        return (
            before is not None
            and before.subtype is Subtype.RETURNED
            and not task.units
            and bool(_REWORKED.search(task.flat.text))
        )

    def _returned_to(self, task: Task, sentences: list[Sentence]) -> list[Owner]:
        """``Sagen ønskes tilbage senest i maj.``: who got it, in one of the three sentences before."""
        for index in range(task.index - 1, max(task.index - 4, -1), -1):
            before = sentences[index]
            if not same_zone(before, task.sentence):
                break
            if before.subtype in (Subtype.RETURNED, Subtype.REFERRED) or before.has(Label.FOLLOW_UP):
                mentions = self.units_in(self.flat(before.start, before.end))
                given = [mention for mention in mentions if mention.rule in ("handover", "relative")]
                if given:
                    return distinct(self.owner(mention, linked=True) for mention in given)
        return []

    def _takers(self, flat: FlatText) -> list[UnitMention]:
        """Who takes the task before, in a sentence that says only that: ``Bo følger op.``, ``Det gør Bo og Lis.``"""
        tail, turned = tail_of(flat.text), _TURNED.match(flat.text) or _PROMISED.match(flat.text)
        if tail is None and turned is None:
            return []
        units = self.units_in(flat)
        if turned is not None:
            place = flat.span(*turned.span("who"))
            named = [mention for mention in units if place.start <= mention.start and mention.end <= place.end]
            return named if named and only_units(flat.part(*turned.span("who")), named) else []
        assert tail is not None
        owners = [mention for mention in units if mention.role == "owner"]
        before = flat.span(0, tail.start()).end if tail.start() else flat.span(0, 1).start
        named = owners or [mention for mention in units if mention.kind == "person" and mention.end <= before]
        return named if bare_tail(flat.text, named) else []


def first_word(text: str) -> str:
    """The first word in small letters, bullets and signs left out; "" where there is none."""
    found = re.search(r"\w+", text)
    return found.group().lower() if found else ""


def same_zone(one: Sentence, two: Sentence) -> bool:
    """Both stand in what the meeting decided."""
    return one.zone is two.zone and one.zone is ZoneKind.OUTCOME


def opens_with_article(text: str) -> bool:
    """``De gamle papirer lægges i en æske``: behind *De* as a pronoun stands the verb of its clause."""
    if _COUNTED.match(text):
        return False
    match = re.match(r"De (?P<next>[a-zæøå]+)", text)
    return match is not None and verb_kind(match["next"]) is None


def only_units(flat: FlatText, units: Sequence[UnitMention]) -> bool:
    """The text is nothing but units: a cell of a flattened grid."""
    text = flat.text.strip(" .;,()")
    joints = len(re.findall(r"(?:,| og |/|&| samt |\+)", text)) * 4
    covered = sum(len(mention.text) for mention in units)
    return bool(text) and covered >= 2 and covered + joints + 1 >= len(text)


def _names_alone(text: str, units: Sequence[UnitMention]) -> bool:
    """``Bo og Lis``: nothing but the names."""
    for unit in units:
        text = text.replace(unit.text, "", 1)
    return bool(units) and not JOINTS.sub("", text).strip(" .,;/&+")
