"""Tasks of an item: their own owners and deadlines, those of neighbouring sentences, and what tells the same task."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from decisionnlp import lexicons
from decisionnlp.document import (
    Deadline,
    FollowUp,
    Item,
    Label,
    Relation,
    Sentence,
    UnitMention,
)
from decisionnlp.extraction.deadlines import find_time_expressions
from decisionnlp.extraction.units import UnitContext, expansions
from decisionnlp.extraction.vocabulary import verb_forms
from decisionnlp.flattening import FlatText
from decisionnlp.resolution.merging import ALL_OF_IT, READY, Task, dated, distinct, holds_other, merge, tail_of
from decisionnlp.resolution.neighbour_owners import (
    JOINTS,
    PRONOUN,
    SUBJECTLESS,
    WHO,
    NeighbourOwners,
    first_word,
    only_units,
    opens_with_article,
    same_zone,
)
from decisionnlp.slotted import changed

_words = partial(lexicons.alternatives, "task_sentences")
# A sentence about when, for the task before: "Fristen er …", "Det skal ske senest …", "Svaret skal ligge klar …"
_WHEN = re.compile(
    rf"(?:(?:{_words('limits')})\b|(?!Det (?:er|blev|bliver) \w+(?: med [^,]{{1,40}})?,? at\b)(?:{_words('matters')})\b.{{0,60}}\b(?:{_words('happening')})\b)"
)
# A line that says who kept the minutes or led the meeting
_SIGNS = re.compile(rf"(?:{_words('meeting_roles')})\b", re.IGNORECASE)
_LIMIT = re.compile(r"(?:tids)?frist(?:en)?\b|deadline\b", re.IGNORECASE)
# What a limit is for, where it says so: "Fristen for tilmelding er 1. maj."
_FOR_WHAT = re.compile(r"\w+ for (?:at |en |et |den |det |de |disse )?(?P<thing>\w+)")
# A cell of a grid that holds a week or a day has no more characters.
_CELL = 14
_ANY_TASK = frozenset(lexicons.load("task_sentences")["limits_of_any"])
# The matter comes back: whoever got it brings it.
_COMES_BACK = re.compile(rf"^(?:{_words('coming_matters')})\b.{{0,80}}\b(?:{_words('coming_back')})\b")
# A list item that says itself who or what it is about: what introduces the list is its heading.
_HAS_SUBJECT = re.compile(r"\W*(?:Der|Det|Vi|Man|Jeg|[A-ZÆØÅ][\wæøå]+ og [A-ZÆØÅ][\wæøå]+ (?:har|er))\b")
# What else may stand in a task that says only who.
_TAKING_PART = re.compile(rf"^(?:{_words('taking_part')})\b:?\s*", re.IGNORECASE)
_DOUBTED = re.compile(rf"\b(?:{_words('in_doubt')})\s+(?P<name>\w+)", re.IGNORECASE)
# Who goes where the event is: "Vibeke og Torkel deltager for rådet."
_ATTENDS = re.compile(rf"\b(?:{_words('attending')})\b")
_ATTENDING = 100  # characters of a sentence that says so
_UNIT_PRONOUN = re.compile(
    rf"^(?P<unit>\S+) (?:{_words('telling')})[^;]{{0,40}}\bat den\b(?! (?:\w+ )?(?:{_words('wanting')})\b)"
)


@dataclass(frozen=True, slots=True)
class TaskReader(NeighbourOwners):
    """Reads the tasks of items."""

    def read(self, item: Item, day: date | None) -> tuple[tuple[Sentence, ...], tuple[FollowUp, ...]]:
        """The item's sentences with their units and deadlines, and its follow-ups."""
        sentences = list(item.sentences)
        wanted = [index for index, sentence in enumerate(sentences) if sentence.has(Label.FOLLOW_UP)]
        if not wanted:
            return item.sentences, ()
        starts = {sentence.start for sentence in sentences}
        tasks: list[Task] = []
        for index in wanted:
            task = self._own(sentences[index], day)
            task.index = index
            self._from_lead(task, starts, day)
            tasks.append(task)
        for task in tasks:
            self._from_neighbours(task, tasks, sentences, day)
        self._share_limits(tasks, sentences)
        for task in tasks:
            sentences[task.index] = changed(
                sentences[task.index],
                deadlines=tuple(deadline for deadline in task.deadlines if not deadline.linked),
                units=tuple(task.units),
            )
        merged = merge(tasks)
        return tuple(sentences), tuple(self._follow_up(task) for task in merged)

    def _own(self, sentence: Sentence, day: date | None) -> Task:
        flat = self.flat(sentence.start, sentence.end)
        label = next(label for label in sentence.labels if label.label is Label.FOLLOW_UP)
        task = Task(sentence, flat, label.score, label.subtype, spans=[sentence.span])
        full = expansions(flat, context=UnitContext(dictionary=self.dictionary))
        task.units = self.units_in(flat)
        acting = [mention for mention in task.units if mention.role == "owner"] or self._named_alone(flat, task.units)
        task.owners = distinct(self.owner(mention, name=full.get(mention.text)) for mention in acting)
        task.deadlines = self.deadlines_in(flat, day)
        return task

    def _named_alone(self, flat: FlatText, units: Sequence[UnitMention]) -> list[UnitMention]:
        """``Lis, Bo og måske Per.``, ``Deltagere Lis og Bo.``: a task that says nothing but who; those in doubt are left out."""
        label = _TAKING_PART.match(flat.text)
        if label is not None:
            flat = flat.part(label.end())
            units = self.units_in(flat)
        named = [unit for unit in units if unit.kind in ("person", "acronym") and unit.text[:1].isupper()]
        rest = flat.text
        for unit in named:
            rest = rest.replace(unit.text, "", 1)
        if JOINTS.sub("", rest).strip(" .,;/&+"):
            return []
        doubted = {match["name"] for match in _DOUBTED.finditer(flat.text)}
        return [unit for unit in named if unit.text.split()[0] not in doubted]

    def _from_lead(self, task: Task, starts: set[int], day: date | None) -> None:
        """A list item without owner or deadline takes those of the words that introduce the list."""
        lead = task.sentence.lead
        if lead is None or lead.start not in starts:
            return
        flat = self.flat(lead.start, lead.end)
        if not task.owners and not _HAS_SUBJECT.match(task.flat.text):
            task.owners = distinct(
                self.owner(mention, linked=True)
                for mention in self.units_in(flat, lead=True)
                if mention.role == "owner"
            )
        if not task.deadlines:
            task.deadlines = [changed(deadline, linked=True) for deadline in self.deadlines_in(flat, day)]

    def _from_neighbours(self, task: Task, tasks: list[Task], sentences: list[Sentence], day: date | None) -> None:
        text = task.flat.text
        if not task.owners and PRONOUN.search(text) and not opens_with_article(text):
            task.owners = self._antecedents(task, sentences)
        if not task.owners and (unit := _UNIT_PRONOUN.match(text)):
            told = [mention for mention in task.units if mention.text == unit.group("unit")]
            task.owners = distinct(self.owner(mention) for mention in told)
        if not task.deadlines and task.owners and len(text) < 140 and tail_of(text):
            others = {other.index for other in tasks if other is not task and other.owners}
            task.deadlines = self._deadline_before(task, sentences, day, others)
        if not task.deadlines and task.owners and len(text) <= _ATTENDING and _ATTENDS.search(text):
            task.deadlines = self._day_attended(task, sentences, day)
        if not task.owners and (_COMES_BACK.search(text) or self._behind_return(task, sentences)):
            task.owners = self._returned_to(task, sentences)
        if not task.owners and SUBJECTLESS.match(text) and first_word(text) in verb_forms("task"):
            task.owners = self._spoken_for(task, sentences)
        if not task.owners:
            task.owners = self._from_label(task, tasks, sentences)
        if not task.owners or not any(map(dated, task.deadlines)):
            self._from_following(task, sentences, day)

    def _deadline_before(
        self, task: Task, sentences: list[Sentence], day: date | None, others: set[int]
    ) -> list[Deadline]:
        """``UJU og Bo følger op.``: the deadline of the nearest of the two sentences before that is no task of others."""
        for index in range(task.index - 1, max(task.index - 3, -1), -1):
            before = sentences[index]
            if not same_zone(before, task.sentence) or index in others:
                break
            found = self.deadlines_in(self.flat(before.start, before.end), day)
            if found:
                return [changed(deadline, linked=True) for deadline in found]
        return []

    def _day_attended(self, task: Task, sentences: list[Sentence], day: date | None) -> list[Deadline]:
        """``Årsmødet holdes den 25. april. Vibeke og Torkel deltager.``: the one day to come that the sentence before tells of the event."""
        before = sentences[task.index - 1] if task.index else None
        if before is None or day is None or not same_zone(before, task.sentence) or before.has(Label.FOLLOW_UP):
            return []
        flat = self.flat(before.start, before.end)
        told = [
            (found.deadline, flat.span(found.deadline.start, found.deadline.end))
            for found in find_time_expressions(flat.text, meeting_date=day)
            if found.reason not in ("past", "past-tense", "retold")
        ]
        days = [
            changed(deadline, start=span.start, end=span.end, linked=True)
            for deadline, span in told
            if deadline.relation is Relation.ON and deadline.earliest is not None and day < deadline.earliest
            and deadline.earliest == deadline.latest
        ]  # fmt: skip
        return days if len(days) == 1 and len(told) == 1 else []

    def _from_following(self, task: Task, sentences: list[Sentence], day: date | None) -> None:
        """Sentences behind that only say who or when: ``Ansvarlig: Bo.``, ``Fristen er 1. maj.``, a cell of the grid."""
        prose = False  # sentences that say something else lie between: only cells of a grid still count
        for index in range(task.index + 1, min(task.index + 7, len(sentences))):
            after = sentences[index]
            if after.zone is not task.sentence.zone or (after.has(Label.FOLLOW_UP) and index > task.index + 1):
                break
            length = after.end - after.start
            if length > 160 or (prose and (length > 80 or not self._own_line(after))):
                prose = True
                continue
            flat = self.flat(after.start, after.end)
            if flat.text.endswith(":") and not (WHO.search(flat.text) or _LIMIT.match(flat.text)):
                break  # Ungdomsudvalg: opens what follows, and is nobody's cell
            short, near = length <= 80, not prose and index == task.index + 1
            takers = self._takers(flat) if near and not holds_other(flat.text, task.flat.text) else []
            says_who = bool(WHO.search(flat.text)) or bool(takers)
            says_when = (
                near
                and not after.has(Label.FOLLOW_UP)
                and bool(_WHEN.match(flat.text) or READY.match(flat.text))
                and not _past(flat.text)
                and not _limits_other(flat.text, task.flat.text)
            )
            cell = None
            if not task.owners and (short or says_who):
                units = self.units_in(flat)
                owners = takers or [mention for mention in units if mention.role == "owner"]
                known = any(
                    mention.kind is not None or mention.text.isupper() for mention in units
                )  # not: Kaffe og Kage
                if known and only_units(flat, units) and not _SIGNS.match(flat.text):
                    cell = "who"
                    owners = units
                if (owners and not prose and says_who) or cell:
                    task.owners = distinct(self.owner(mention, linked=True) for mention in owners)
            # An event of the sentence's own may stand beside "Frist: 1. maj".
            open_end = not task.deadlines or (
                (says_when or length <= _CELL or _LIMIT.match(flat.text)) and not any(map(dated, task.deadlines))
            )
            open_end = open_end and not _limits_other(flat.text, task.flat.text)
            if open_end and cell is None and (length <= 40 or says_when):
                whens = self.deadlines_in(flat, day)
                if _only_deadlines(flat, whens) and (_LIMIT.match(flat.text) or self._ends_line(after)):
                    cell = "when"
                if whens and (cell or says_when):
                    task.deadlines += [changed(deadline, linked=True) for deadline in whens]
            if after.has(Label.FOLLOW_UP):
                break  # cells behind are those of the next task
            prose = prose or (cell is None and not says_who)

    def _share_limits(self, tasks: list[Task], sentences: list[Sentence]) -> None:
        """``Lars skriver om hallen. Mia skriver om valget. Deadline er 1. marts.``: the limit is that of all in the row."""
        by_index = {task.index: task for task in tasks}
        for task in tasks:
            behind = task.index + 1
            if behind >= len(sentences) or behind in by_index or not task.owners:
                continue
            flat = self.flat(sentences[behind].start, sentences[behind].end)
            if not (_LIMIT.match(flat.text) or ALL_OF_IT.match(flat.text)) or _past(flat.text):
                continue
            limit = [deadline for deadline in task.deadlines if deadline.start >= sentences[behind].start]
            index = task.index - 1
            while limit and index in by_index and by_index[index].owners and not by_index[index].deadlines:
                by_index[index].deadlines = list(limit)
                index -= 1

    def _own_line(self, sentence: Sentence) -> bool:
        """The sentence is a line of its own."""
        text = self.source.text
        before = text[max(0, sentence.start - 4) : sentence.start].strip(" \t")
        return sentence.start == 0 or before.endswith("\n") or not before

    def _ends_line(self, sentence: Sentence) -> bool:
        """Nothing stands behind the sentence on its line: ``Efteråret. Gudstjeneste i skoven`` is no cell."""
        return not self.source.text[sentence.end : sentence.end + 4].split("\n", 1)[0].strip(" \t|")

    def _follow_up(self, task: Task) -> FollowUp:
        sentence = task.sentence
        return FollowUp(
            text=task.flat.text,
            sentence=sentence.span,
            page=sentence.page,
            score=task.score,
            owners=tuple(task.owners),
            deadlines=tuple(task.deadlines),
            spans=tuple(sorted(task.spans)),
            kind="ordered",
            subtype=task.subtype,
        )


def _limits_other(text: str, task: str) -> bool:
    """``Deadline for tilmelding er 1. maj`` behind a task that says nothing of signing up."""
    thing = _FOR_WHAT.match(text) if _LIMIT.match(text) else None
    if thing is None or thing["thing"].lower() in _ANY_TASK:
        return False
    return thing["thing"].lower()[:5] not in task.lower()


def _past(text: str) -> bool:
    return bool(re.search(r"\b(?:var|blev|havde|gik|fik|udløb)\b", text))


def _only_deadlines(flat: FlatText, whens: Sequence[Deadline]) -> bool:
    """The text is nothing but a deadline."""
    return bool(whens) and sum(len(deadline.text) for deadline in whens) + 2 >= len(flat.text.strip(" .;,"))
