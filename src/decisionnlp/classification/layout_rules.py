"""Lines whose form says what they are: to-do lists, posts with names, names with tasks."""

from __future__ import annotations

import re
from functools import lru_cache

from decisionnlp import lexicons
from decisionnlp.classification.cues import cue
from decisionnlp.classification.examined import Examined
from decisionnlp.classification.verbs import first_names
from decisionnlp.document import Label, Subtype

D, F = Label.DECISION, Label.FOLLOW_UP

# "Valgbestyrelse: Rune, Mogens og Birthe", "• Økonomiudvalg: LBS, RR og SJ": a post and the names that fill it.
_NAMES = r"[A-ZÆØÅ][\wæøåé]*\.?(?: [A-ZÆØÅ][\wæøåé]*\.?){0,3}"
_NAMED_POST = re.compile(rf"^\W*[A-ZÆØÅ][\w -]{{3,45}}: ({_NAMES}(?:(?:,| og|,? samt) {_NAMES})*)(?: \([^)]*\))?\W*$")
_POST = re.compile(lexicons.alternatives("clause_words", "posts"))
# "Lotte – kasser til telefoner", "KA: regneark", "Jeppe og Noor: plakat"
_NAMED_TASK = re.compile(
    r"^\W*((?:[A-ZÆØÅ][\wæøåé]*\.?)(?:(?: ?[/&+,] ?| og | )[A-ZÆØÅ][\wæøåé]*\.?){0,3})(?: \([^)]{1,25}\))? ?[:–—-] ?\w"
)
# "Kirsten: børnene er glade", "Asger: intet nyt": what follows the name is a report, not a task.
_TOLD_AFTER_NAME = re.compile(
    rf"(?::| [–—-]) .*?\b(?:{lexicons.alternatives('clause_words', 'told_after_name')})\b",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(r":| [–—-] |[–—]")


@lru_cache(maxsize=1000)
def _announces_tasks(line: str) -> bool:
    """Whether what stands above the lines is the heading or lead of a to-do list."""
    return cue("to_do_heading").pattern.search(line) is not None


def read_layout(sentence: Examined) -> None:
    """To-do lists: lines under a heading or lead that announces tasks."""
    lead = sentence.lead.lower().strip(" :")
    heading = sentence.heading.lower().strip(" :")
    if (
        len(sentence.own) > 8
        and ((lead and _announces_tasks(lead)) or (heading and _announces_tasks(heading)))
        and not cue("to_do_heading").pattern.search(sentence.own)
    ):
        finished = any(clause.form in ("pret", "perf", "passpret", "passperf") for clause in sentence.structure.clauses)
        sentence.fire("to-do-line", F, 0.3 if finished else 0.7, Subtype.ASSIGNMENT, lead or heading)
    post = _NAMED_POST.match(sentence.text) if ": " in sentence.text else None
    if post:
        weight = 0.65 if _POST.search(sentence.own.split(":")[0]) else 0.2
        sentence.fire("named-post", D, weight, Subtype.APPOINTED, sentence.own[:60])
        if weight > 0.5:
            return
    text = sentence.text
    signed = ":" in text or "-" in text or "–" in text or "—" in text
    who = _NAMED_TASK.match(text) if signed else None
    if who is not None and not any(
        clause.form in ("pret", "perf", "passpret", "passperf") for clause in sentence.structure.clauses
    ):
        name = who.group(1).split()[0].rstrip(",")
        known = name.lower() in first_names() or name.isupper() or name in ("Alle", "Formanden")
        told = _TOLD_AFTER_NAME.search(sentence.text) or not _NAME_ENDS.search(sentence.text)
        sentence.fire("named-task-line", F, 0.6 if known and not told else 0.3, Subtype.ASSIGNMENT, sentence.own[:60])
