"""Whether a later referat takes a task up: answered on strong evidence, maybe on weak, and never silently.

Strong is a line that says the very act is done (``Notatet om … er udarbejdet``) in most of the task's own words, or, for a task
that was to come back to this body, an item on the same matter that was decided. Anything less is a candidate for a person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from decisionnlp.extraction.vocabulary import verb_kind
from decisionnlp.running.ledger.linking import Sighting, Thread, same_matter, task_content
from decisionnlp.running.ledger.records import Held, Line, Matter, Place
from decisionnlp.running.ledger.words import Weights, content, cues, lemma, title_words

_WORD = re.compile(r"[^\W\d_]+")
# "er … udarbejdet", "har … undersøgt", "blev … sendt": an auxiliary and, a few words on, a participle.
_AUXILIARY = frozenset(("er", "blev", "var", "har", "havde", "blevet"))
_PARTICIPLE = re.compile(
    r"(?:[aeiouyæøå]t|[bdfgklmnprsv]t|dt|ede|te|gjort|sat|lagt|solgt|bragt|holdt|færdig|færdige|afsendt)$"
)
_DECIDED = frozenset(("approved", "approved_with_conditions", "recommended", "noted", "decided", "rejected"))
_READ = frozenset(("outcome", "case", "plan"))
SAME_MATTER_DAYS = 400  # an item of the same title after more than a year is another turn of the matter
ACT_DAYS = 800


@dataclass(frozen=True, slots=True)
class Evidence:
    """The line of a later referat that takes a task up. ``certain``: strong enough to call the task answered."""

    text: str
    place: Place
    date: str
    certain: bool
    rule: str
    score: float


def find_evidence(thread: Thread, meetings: list[Held], weights: Weights) -> list[Evidence]:
    """What meetings after the last sighting say about a task, best first."""
    last = thread.last
    if not last.held.date:
        return []
    found: list[Evidence] = []
    for held in meetings:
        if not held.date or held.date <= last.held.date:
            continue
        for matter in held.matters:
            alike = same_matter(last.matter, matter, weights)
            found += _told_done(last, held, matter, alike, weights)
            brought = _brought_back(last, held, matter, alike)
            if brought is not None:
                found.append(brought)
    return sorted(found, key=lambda one: (-one.certain, -one.score, one.date, one.place.start))[:3]


def _told_done(last: Sighting, held: Held, matter: Matter, alike: float, weights: Weights) -> list[Evidence]:
    wanted = task_content(last.task)
    acts = verbs(last.task.text)
    found = []
    for line in matter.lines:
        if line.zone not in _READ:
            continue
        done = done_verbs(line.text)
        if not done:
            continue
        given = content(line.text)
        things = wanted - (acts & done)
        cover = weights.covered(things, given)
        shared = len(things & given)
        the_act = bool(done & acts)
        any_act = bool(done & cues("done_verbs", "lemmas"))
        enough = shared >= 2 or (shared == 1 and alike >= 0.7 and len(things) <= 2)
        if (the_act or any_act) and cover >= 0.75 and enough:
            soon = _days(last.held.date, held.date) <= ACT_DAYS
            found.append(_evidence(line, held, soon, "act-done" if soon else "act-maybe-done", cover + alike))
        elif (shared >= 2 or (shared and alike >= 0.5)) and (
            cover >= 0.6 or ((the_act or any_act) and (cover >= 0.4 or alike >= 0.7))
        ):
            found.append(_evidence(line, held, False, "act-maybe-done", cover + alike))
    return found


def _brought_back(last: Sighting, held: Held, matter: Matter, alike: float) -> Evidence | None:
    if alike < 0.85 or matter.outcome not in _DECIDED or _days(last.held.date, held.date) > SAME_MATTER_DAYS:
        return None
    line = next((line for line in matter.lines if line.labelled and line.zone == "outcome"), None)
    if line is None:
        return None
    text = last.task.text.lower()
    returns = any(cue in text for cue in cues("brought_back", "cues"))
    # One word in common (Budget) is not enough to be the same matter, unless a case number says so.
    returns &= bool(set(last.matter.cases) & set(matter.cases)) or len(title_words(matter.title)) >= 2
    return _evidence(line, held, returns, "brought-back" if returns else "same-matter", alike)


def _days(one: str, two: str) -> int:
    return (date.fromisoformat(two) - date.fromisoformat(one)).days


def _evidence(line: Line, held: Held, certain: bool, rule: str, score: float) -> Evidence:
    return Evidence(line.text, line.place, held.date, certain, rule, round(score, 3))


def done_verbs(text: str) -> frozenset[str]:
    """Dictionary forms of what a line says is done; empty where it says *not*, *shall* or *if*."""
    words = [match.group().lower() for match in _WORD.finditer(text)]
    if not words or set(words) & cues("not_done") or text.rstrip().endswith("?"):
        return frozenset()
    found = set()
    for index, word in enumerate(words):
        if word in _AUXILIARY:
            found |= {lemma(later) for later in words[index + 1 : index + 9] if _PARTICIPLE.search(later)}
        elif verb_kind(word) == "past":  # "Formanden kontaktede kommunen."
            found.add(lemma(word))
    return frozenset(found)


def verbs(text: str) -> frozenset[str]:
    """Dictionary forms of the words of a task that may be its verbs (present, passive or infinitive by their ending)."""
    found = set()
    for match in _WORD.finditer(text.lower()):
        word = match.group()
        if len(word) > 3 and word.endswith(("er", "es", "e", "år", "ør", "ås")):
            form = lemma(word.removesuffix("s") if word.endswith("es") else word)
            if form != word or word.endswith("e"):
                found.add(form)
    return frozenset(found)
