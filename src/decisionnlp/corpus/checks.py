"""What must hold for every gold document, and for the corpus as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from decisionnlp.corpus.bilag import read_bilag
from decisionnlp.corpus.duplicates import near_duplicates
from decisionnlp.corpus.records import BODY_TYPES, LAYOUTS, GoldDocument
from decisionnlp.corpus.store import Corpus, load_corpus, read_folder
from decisionnlp.document import SUBTYPES, DeadlineType, MeetingKind, Sentence, ZoneKind

# Two documents that share more of their character 8-grams than this read like one template.
MAX_SIMILARITY = 0.25


def check_corpus(root: Path) -> list[str]:
    """Every problem of the corpus below ``root``, one line each; an empty list says that all is well.

    Raises:
        InputError: a file cannot be read at all.
    """
    corpus = load_corpus(root)
    problems = [f"{document.id}: {problem}" for document in corpus.documents for problem in check_document(document)]
    problems += _splits(corpus)
    for one, other, similarity in near_duplicates({d.id: d.text for d in corpus.documents}, minimum=MAX_SIMILARITY):
        problems.append(
            f"{one} and {other}: share {similarity:.0%} of their character 8-grams (at most {MAX_SIMILARITY:.0%})"
        )
    problems += _second(corpus, root)
    if (root / "bilag").exists():
        list(read_bilag(root / "bilag"))
    return problems


def _splits(corpus: Corpus) -> Iterator[str]:
    bodies = {document.body_id for document in corpus.documents}
    if corpus.splits:
        for body in sorted(bodies - corpus.splits.keys()):
            yield f"{body}: has no split in splits.json"
        for body in sorted(corpus.splits.keys() - bodies):
            yield f"{body}: is in splits.json, but has no document"


def _second(corpus: Corpus, root: Path) -> Iterator[str]:
    texts = {document.id: document.text for document in corpus.documents}
    for second in read_folder(root / "minutes", "second"):
        if texts.get(second.id) != second.text:
            yield f"second/{second.id}: no gold document of this text"


def check_document(document: GoldDocument) -> Iterator[str]:
    """Every problem of one document."""
    if document.layout not in LAYOUTS:
        yield f"unknown layout {document.layout!r}"
    if document.body_type not in BODY_TYPES:
        yield f"unknown body_type {document.body_type!r}"
    yield from _tiling(document)
    for meeting in document.minutes.meetings:
        for item in meeting.items:
            numbers = {point.number for point in item.recommendations}
            for sentence in item.sentences:
                where = f"sentence at {sentence.start}"
                if sentence.labels and (
                    sentence.zone is not ZoneKind.OUTCOME or meeting.kind is not MeetingKind.MINUTES
                ):
                    yield f"{where}: a label outside an outcome zone of minutes"
                yield from (f"{where}: {problem}" for problem in _labels(sentence))
                for answer in sentence.resolves:
                    if answer.number != "*" and answer.number not in numbers:
                        yield f"{where}: answers point {answer.number}, which the item does not have"
            for task in item.follow_ups:
                for deadline in task.deadlines:
                    dated = deadline.earliest is not None or deadline.latest is not None
                    if deadline.type in (DeadlineType.DATE, DeadlineType.INTERVAL) and not dated:
                        yield f"deadline at {deadline.start}: {deadline.type.value} without a date"
                    if deadline.earliest and deadline.latest and deadline.earliest > deadline.latest:
                        yield f"deadline at {deadline.start}: ends before it begins"
                    if deadline.type is DeadlineType.RECURRENCE and not (
                        deadline.rrule or _at_every_meeting(deadline.text)
                    ):
                        yield f"deadline at {deadline.start}: recurrence without rrule"


def _at_every_meeting(words: str) -> bool:
    """Whether they name the body's own meetings: those recur, but by no rule that a calendar could count."""
    return "møde" in words.casefold()


def _labels(sentence: Sentence) -> Iterator[str]:
    given = [label.label for label in sentence.labels]
    if len(set(given)) != len(given):
        yield "a label is given twice"
    for label in sentence.labels:
        if label.subtype not in SUBTYPES[label.label]:
            yield f"{label.label.value} has no subtype {label.subtype}"


def _tiling(document: GoldDocument) -> Iterator[str]:
    """Every character that is not white space lies in exactly one sentence or in furniture."""
    text = document.text
    owner = bytearray(len(text))
    for span in document.minutes.furniture:
        owner[span.start : span.end] = b"\x02" * (span.end - span.start)
    last = 0
    for sentence in document.minutes.sentences():
        if sentence.start < last:
            yield f"sentence at {sentence.start} overlaps the one before"
        last = sentence.end
        for offset in range(sentence.start, sentence.end):
            owner[offset] = owner[offset] or 1
    loose = next((offset for offset, held in enumerate(owner) if not held and not text[offset].isspace()), None)
    if loose is not None:
        yield f"character {loose} ({text[loose : loose + 20]!r}) lies in no sentence"
