"""The same task told over several sentences, or told twice, is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from decisionnlp import lexicons
from decisionnlp.document import Deadline, Owner, Sentence, SentenceKind, Span, Subtype, UnitMention
from decisionnlp.extraction.vocabulary import noun_kind, verb_kind
from decisionnlp.flattening import FlatText
from decisionnlp.resolution.first_steps import takes_first_step
from decisionnlp.stems import small

_words = partial(lexicons.alternatives, "task_sentences")


@dataclass(slots=True)
class Task:
    """A follow-up under construction."""

    sentence: Sentence
    flat: FlatText
    score: float
    subtype: Subtype | None
    owners: list[Owner] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    units: list[UnitMention] = field(default_factory=list)
    index: int = 0


def distinct(owners: Iterable[Owner]) -> list[Owner]:
    """One owner once, by name, in order."""
    found: dict[str, Owner] = {}
    for owner in owners:
        found.setdefault(" ".join(owner.name.lower().split()), owner)
    return list(found.values())


# "X følger op.", "X tager sig af det.", "X er tovholder.": the task itself stands before.
_TAIL = re.compile(
    rf"(?:{_words('tails')})\b"
    # Behind it only when, with whom, or a pronoun for the task: not "følger op på de øvrige bemærkninger".
    rf"(?: (?:{_words('behind_tail')})\b(?:[^.;]|(?<=\d)\.){{0,40}}|, [^.;]{{0,30}})?\.?$",
    re.IGNORECASE,
)
# In small letters, a fast look: most sentences have none.
_MAY_TAIL = re.compile(rf"(?:{_words('tails')})\b")
# Pronouns that take up the task before: "X ser på det", "Det undersøger X", "X lovede den til mødet".
_TAKES_UP = re.compile(
    r"^(?:Det|Dette|Den|De|Dem)\b"
    rf"|\b(?:det|dette|den|dem)\b(?=\s*[.,]|\s*$|\s(?:{_words('behind_pronoun')})\b)|\b(?:herpå|herom|derpå|derom)\b"
)
# "Den skal ligge klar …"; not "Den fornyede indstilling skal …".
_PRONOUN = re.compile(r"^(?:Det|Den|De|Dette|Disse|Han|Hun) (?P<next>\w+)")
_ANAPHOR = re.compile(r"^(?P<noun>[A-ZÆØÅ][a-zæøå-]{2,})(?:en|et|ne)\b")
# "Listen skal ligge klar 1. oktober", "Svaret fra ejeren skal ligge inden for fire uger": only says when.
READY = re.compile(
    rf"^[A-ZÆØÅ][a-zæøå-]+(?:en|et|ene|erne|ne) (?:(?:fra|om|af) \w+ )?(?:\w+ )?(?:{_words('to_be')})\b"
    rf"[^,;.]{{0,40}}?\b(?:{_words('ready')})\b"
)
# What the body wishes for; who does it, and by when, stands behind: "Rådet vil gerne høre mere." – "Bo laver et oplæg til maj."
_WISH = re.compile(_words("wishes"), re.IGNORECASE)
# A thing to have is wished for, and the act behind is about another: "ønsker en kaffemaskine" – "ringer om hallen".
_WANTED_THING = re.compile(
    rf"\b(?:{_words('wishing_for')}) (?:sig )?(?:en|et|flere|nye?|nyt) (?!.*\b(?:{_words('wished_papers')})\w*\b)"
)
_OTHER_THING = re.compile(r"\b(?:om|vedr\.?|vedrørende) (?P<thing>[a-zæøå]{3,}(?:en|et|erne|ene))\b")
_FOR_THING = re.compile(r"\b(?:dato|dag|tid|tidspunkt|sted) for (?P<thing>[a-zæøå]{3,}(?:en|et|erne|ene))\b")
# An open question: who finds out stands behind. "Det skal afklares, hvem der ejer den." – "Bo taler med naboen."
_OPEN_QUESTION = re.compile(rf"(?:\b(?:skal|bør|må) (?:\w+ )?|^(?:Det|Der) )(?:{_words('open_questions')})\b")
_FINDS_OUT = re.compile(rf"\b(?:{_words('finding_out')})\b")
# The body gets or sees it, and when: "Udvalget ser det igen i maj.", "Rådet regner med at høre fra hende i uge 9."
_SEES_IT = re.compile(rf"(?:[A-ZÆØÅ][\wæøå-]+(?:en|et)|Vi) (?:{_words('seeing')}) (?:{_words('seen')})\b")
# No subject of its own: "Afleveres senest 1. maj.", "Skal være klar til mødet."
_NO_SUBJECT = re.compile(rf"(?:[A-ZÆØÅ][a-zæøå]+es|Skal (?:{_words('unsaid')})) ")
# "Der skal aftales et møde.", "Måleren skal skiftes."
_TO_BE_DONE = re.compile(r"\b(?:skal|bør|må) (?:\w+ ){0,2}\w{3,}es\b")
_PASSIVES = re.compile(r"\b(\w{3,}e)s\b")
_ACTS = re.compile(r"(?:[A-ZÆØÅ][\w.-]+(?:,| og)? ){1,4}(?P<verb>[a-zæøå]{3,}e)r\b(?P<rest>.*)")
_WITHOUT_SUBJECT = re.compile(r"(?P<verb>[A-ZÆØÅ][a-zæøå]+r) (?:herefter|derefter|efterfølgende|bagefter|dernæst)\b")
# "Lis er ansvarlig for udsendelsen."
_HELD = re.compile(
    rf"\b(?:{_words('holding')}) (?:for|på|af) (?P<root>\w{{3,}}?)(?:else|elsen|ning|ningen|ing|ingen|et)\.?$"
)
# "Det hele er færdigt til maj."
ALL_OF_IT = re.compile(rf"(?:{_words('all_of_it')}) (?:\w+ )?(?:{_words('done')})\b")
_NEW_VERSION = re.compile(rf"^(?:{_words('renewed')}) (?:{_words('new_versions')})\b")
# "Bo er ansvarlig for økonomien.": a matter of its own, unless the task before told of it.
_HOLDS_OTHER = re.compile(
    rf"\b(?:ansvarlige?|tovholdere?|ansvaret) for (?:at (?:\w+ )?)?(?!(?:{_words('the_task')})\b)(?P<thing>[a-zæøå]{{4,}})"
)
# "Pernille, Åse og Jonna skriver på den.", "Lis, der bor der, ordner det.": their commas do not end the main clause
_NAMES_FIRST = re.compile(r"^(?:[A-ZÆØÅ][\wæøå.-]*(?: [A-ZÆØÅ][\wæøå.-]*)*, )+(?:(?:der|som) [^,]+, )?")
_STEM = re.compile(r"(?:erne|ene|en|et|ne|n)$")
_WORD = re.compile(r"\w+")


def merge(tasks: list[Task]) -> list[Task]:
    """The same task told twice is one; a sentence that only says more of the task before joins it."""
    if len(tasks) == 1:
        return tasks
    merged: list[Task] = []
    known: dict[str, Task] = {}
    for task in tasks:
        # The same sentence again (Aarhus repeats the decision under Sagens forløb), but for case and signs.
        key = " ".join(_WORD.findall(task.flat.text.lower())) if len(task.flat.text) > 25 else ""
        twin = known.get(key) if key else None
        if twin is None and merged and _continues(merged[-1], task):
            twin = merged[-1]
        if twin is None:
            merged.append(task)
            known.setdefault(key, task)
            continue
        twin.spans.append(task.sentence.span)
        twin.index = max(twin.index, task.index) if twin is merged[-1] else twin.index
        if not _SEES_IT.match(task.flat.text):
            twin.owners = distinct([*twin.owners, *(replace(owner, linked=True) for owner in task.owners)])
        read = {_reading(deadline) for deadline in twin.deadlines}
        twin.deadlines += [
            replace(deadline, linked=True) for deadline in task.deadlines if _reading(deadline) not in read
        ]
        twin.score = max(twin.score, task.score)
    return merged


def _reading(deadline: Deadline) -> tuple[object, ...]:
    return deadline.earliest, deadline.latest, deadline.rrule, deadline.anchor


def _continues(before: Task, task: Task) -> bool:
    """``Bo skriver et papir.`` – ``Papiret skal ligge klar 1. maj.``: the next sentence says who or when, of the same thing."""
    if _only_when(task):
        said = [deadline for deadline in before.deadlines if not deadline.linked]
        return task.index - before.index <= 2 and not any(map(dated, said))
    if task.index != before.index + 1 or task.sentence.kind is SentenceKind.LIST_ITEM:
        return False
    if _only_who(before, task):
        return True
    text = task.flat.text
    main = _NAMES_FIRST.sub("", text).split(",", 1)[0]
    if (
        all(owner.linked and owner.name in {one.name for one in task.owners} for owner in before.owners)
        and task.owners
        and not (before.deadlines and task.deadlines)
        and _takes_pronoun(main)
        and not _opens_with_thing(text)
    ):
        return True  # "Bestyrelsen vil gerne vide hvorfor." – "Dennis finder ud af det."
    if (
        _holds_deed(before, task)
        or _answers_wish(before, task)
        or _same_product(before, task)
        or _told_again(before, task)
        or _does_what_must_be_done(before, task)
        or _does_the_same(before, task)
        or _goes_on(before, task)
        or _takes_step(before, task)
    ):
        return True
    if not task.deadlines or any(map(dated, before.deadlines)):
        return False
    pronoun = _PRONOUN.match(text)
    own = set() if _SEES_IT.match(text) else {owner.name for owner in task.owners if not owner.linked}
    named = {owner.name for owner in before.owners}
    if own and own != named and not (pronoun and not named):
        return False
    if READY.match(text) or _NEW_VERSION.match(text) or ALL_OF_IT.match(text) or _SEES_IT.match(text):
        return True
    if _NO_SUBJECT.match(text) and len(text) - sum(len(one.text) for one in task.deadlines) < 24:
        return True
    if pronoun:
        finite = verb_kind(pronoun.group("next").lower()) not in (None, "past")  # not: den fornyede indstilling
        return finite and " også " not in main
    return _takes_up(before.flat.text, text, made=any(map(dated, task.deadlines)))


def _takes_pronoun(main: str) -> bool:
    """``Det undersøger Lis.``; not ``Den nedsatte gruppe fortsætter.``, where the article opens a noun."""
    opening = _PRONOUN.match(main)
    article = opening is not None and verb_kind(opening["next"].lower()) in (None, "past")
    return any(match.start() or not article for match in _TAKES_UP.finditer(main))


def _takes_up(before: str, text: str, *, made: bool) -> bool:
    """``Listen …``: a definite noun of which the sentence before has the root; with ``made``, also a verb that makes such a thing."""
    match = _ANAPHOR.match(text)
    if match is None or noun_kind(match.group().lower()):
        return False
    stem = _stem(match.group())
    told = before.lower()
    if re.search(rf"\b\w*{re.escape(stem)}\w{{0,4}}\b", told):
        return True
    products = lexicons.load("task_verbs")["products"]
    makers = products.get(stem) or products.get(f"{stem}e") or ()  # henvendels(en)
    return made and not set(makers).isdisjoint(_WORD.findall(told))


def _told_again(before: Task, task: Task) -> bool:
    """``Tagrenden skal renses.`` – ``Tagrenden renses af Bo i uge 42.``: all the first says stands in the second, which adds who or when."""
    if before.owners or any(map(dated, before.deadlines)) or not (task.owners or task.deadlines):
        return False
    first, second = _roots(before.flat.text), _roots(task.flat.text)
    return len(first) > 1 and first <= second


def _holds_deed(before: Task, task: Task) -> bool:
    """``Indkaldelsen udsendes i maj.`` – ``Lis er ansvarlig for udsendelsen.``: the deed of the task before, as a noun."""
    held = _HELD.search(task.flat.text)
    if held is None or before.owners or not task.owners or task.deadlines:
        return False
    return re.search(rf"\b{held['root'].lower()}(?:es?|r|s)\b", before.flat.text.lower()) is not None


def _opens_with_thing(text: str) -> bool:
    """``Listen sender Bo.``: a definite noun that is no office stands first."""
    noun = _ANAPHOR.match(text)
    return noun is not None and noun_kind(noun.group().lower()) is None


def _does_what_must_be_done(before: Task, task: Task) -> bool:
    """``Der skal aftales et møde.`` – ``Lis laver en aftale om dato.``: what is to be done by nobody yet, and who does it."""
    if (
        before.owners
        or any(map(dated, before.deadlines))
        or _TO_BE_DONE.search(before.flat.text.split(",", 1)[0]) is None
    ):
        return False
    own = [owner for owner in task.owners if not owner.linked and owner.rule == "subject"]
    opens = bool(own) and own[0].start < task.flat.span(0, min(24, len(task.flat.text))).end
    if _dates_other(task.flat.text, before.flat.text):
        return False
    return opens and not _things(task.flat.text).isdisjoint(_things(before.flat.text))


def _dates_other(text: str, before: str) -> bool:
    """``Lis finder en dato for festen.`` behind words that tell of no such thing."""
    matter = _FOR_THING.search(text)
    return matter is not None and _stem(matter["thing"])[:5] not in before.lower()


def _does_the_same(before: Task, task: Task) -> bool:
    """``Der udsendes et brev til alle.`` – ``Lis udsender brevet.``: the same verb of the same thing, and now somebody's."""
    own = [owner for owner in task.owners if not owner.linked and owner.rule == "subject"]
    if before.owners or not own or (any(map(dated, task.deadlines)) and any(map(dated, before.deadlines))):
        return False
    acting = _ACTS.match(task.flat.text)
    if acting is None or acting["verb"] not in _PASSIVES.findall(before.flat.text):
        return False
    return not _nouns(acting["rest"]).isdisjoint(_nouns(before.flat.text))


def _nouns(text: str) -> set[str]:
    """Stems of the longer words, bodies and offices left out: *brev*, *brevet*."""
    return {_stem(word) for word in _WORD.findall(text.lower()) if len(word) > 3 and not noun_kind(word)}


def _takes_step(before: Task, task: Task) -> bool:
    """``Der sendes et svar.`` – ``Astrid laver et udkast.``: nobody has the task before, and somebody opens with its first step."""
    own = [owner for owner in task.owners if not owner.linked and owner.rule == "subject"]
    if before.owners or not own or own[0].start > task.flat.span(0, 1).start + 3:
        return False
    said = any(map(dated, before.deadlines))
    if said and any(map(dated, task.deadlines)):
        return False
    day_set = any(
        deadline.earliest is not None and deadline.earliest == deadline.latest for deadline in before.deadlines
    )
    return takes_first_step(before.flat.text, task.flat.text, dated=said, day_set=day_set)


def _goes_on(before: Task, task: Task) -> bool:
    """``Bo spørger kommunen.`` – ``Kommer herefter med et forslag.``: a verb without a subject, for the one before."""
    opening = _WITHOUT_SUBJECT.match(task.flat.text)
    own = any(not owner.linked for owner in task.owners)
    return opening is not None and bool(before.owners) and not own and verb_kind(opening["verb"].lower()) == "present"


def _roots(text: str) -> set[str]:
    """The first letters of the words that carry the matter."""
    return {word[:5].rstrip("es") for word in _WORD.findall(text.lower()) if len(word) > 4}


def _things(text: str) -> set[str]:
    """The roots without those of bodies and offices."""
    return {word[:5].rstrip("es") for word in _WORD.findall(text.lower()) if len(word) > 4 and not noun_kind(word)}


def _stem(noun: str) -> str:
    """*tilbuddene* → *tilbud*, *listerne* → *list*."""
    stem = _STEM.sub("", noun.lower())
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem


def _shared(one: str, two: str) -> bool:
    """A word of some length stands in both, bodies and offices left out."""
    words = {word for word in _WORD.findall(one.lower()) if len(word) > 4 and not noun_kind(word)}
    return not words.isdisjoint(_WORD.findall(two.lower()))


def _same_product(before: Task, task: Task) -> bool:
    """``… ønsker en beregning.`` – ``Beregningen bestilles hos X.``: what *en* brought in is taken up at once, and is all there is."""
    match = _ANAPHOR.match(task.flat.text)
    if match is None or (before.owners and task.owners) or task.deadlines:
        return False
    finite = re.match(r"\S+ (\w+)", task.flat.text)
    if finite is None or verb_kind(finite[1].lower()) != "passive":
        return False
    stem = re.escape(_stem(match.group()))
    return (
        re.search(rf"\b(?:en|et|nyt?|som en|som et)\b(?: \w+)? (?:\w+-?)?{stem}e?\b", before.flat.text.lower())
        is not None
    )


def _answers_wish(before: Task, task: Task) -> bool:
    """A wish of the body with neither owner nor deadline, and right behind it one who acts: the wish is what he acts on."""
    if before.owners or any(map(dated, before.deadlines)) or before.sentence.kind is SentenceKind.LIST_ITEM:
        return False
    if before.deadlines and not _shared(before.flat.text, task.flat.text):
        return False  # it says when already, if only by an event
    last = before.flat.text.rsplit(";", 1)[-1]
    asked = _OPEN_QUESTION.search(last) and _FINDS_OUT.search(task.flat.text)
    if asked and _dates_other(task.flat.text, last):
        return False
    if not _WISH.search(last) and not asked:
        return False
    if _WANTED_THING.search(last) and _OTHER_THING.search(task.flat.text):
        other = _OTHER_THING.search(task.flat.text)
        assert other is not None
        if _stem(other["thing"])[:5] not in last.lower():
            return False  # Rådet ønsker en kaffemaskine. – Bo ringer om hallen.
    own = [owner for owner in task.owners if not owner.linked and owner.rule not in ("dash", "item-name")]
    first = task.flat.span(0, min(40, len(task.flat.text)))
    return bool(own) and own[0].start < first.end and not _WISH.search(task.flat.text)


def dated(deadline: Deadline) -> bool:
    """It says a day, a stretch or a rhythm; an event without its day may still be given one."""
    return deadline.earliest is not None or deadline.latest is not None or deadline.rrule is not None


def _only_when(task: Task) -> bool:
    """``Frist: 1. maj.``, ``Senest fredag.``: nothing but a deadline."""
    said = sum(len(deadline.text) for deadline in task.deadlines if not deadline.linked)
    return said > 0 and said + 2 >= len(task.flat.text.strip(" .;,"))


def _only_who(before: Task, task: Task) -> bool:
    """``UJU og Bo følger op.``, ``Bo påtager sig opgaven inden mødet.`` behind a task without an owner of its own: only who takes it."""
    own = [owner for owner in task.owners if not owner.linked]
    said = [deadline for deadline in task.deadlines if not deadline.linked]
    if (said and before.deadlines) or not bare_tail(task.flat.text, own):
        return False
    if holds_other(task.flat.text, before.flat.text):
        return False
    names = {owner.name for owner in own}
    return all(owner.linked and owner.name in names for owner in before.owners)


def holds_other(text: str, before: str) -> bool:
    """``Bo er ansvarlig for økonomien.`` behind words that tell of no such matter."""
    held = _HOLDS_OTHER.search(text)
    return held is not None and held["thing"].lower()[:4] not in before.lower()


def tail_of(text: str) -> re.Match[str] | None:
    """``Bo følger op.``: the words at the end that say only that somebody has the task."""
    return _TAIL.search(text) if _MAY_TAIL.search(small(text)) else None


def bare_tail(text: str, named: Sequence[Owner | UnitMention]) -> bool:
    """``UJU og Bo følger op.``: names and a tail, and nothing of what is to be done between them."""
    tail = tail_of(text)
    if tail is None or not named:
        return False
    return tail.start() <= sum(len(one.text) for one in named) + 5 * (len(named) - 1) + 2
