"""The stages joined: a file goes in, ``Minutes`` come out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from decisionnlp.base import base_name, load_base, parser
from decisionnlp.classification import Classifier, Explanation, Reason, classify, contexts, get_classifier
from decisionnlp.classification.near_tasks import BY_LIMIT, BY_OWNER
from decisionnlp.classification.outcomes import BY_OUTCOME
from decisionnlp.collector import collector_at_rest
from decisionnlp.document import (
    Label,
    Meeting,
    MeetingKind,
    Minutes,
    Outcome,
    PipelineInfo,
    Sentence,
    Source,
    Span,
    ZoneKind,
)
from decisionnlp.errors import InputError
from decisionnlp.extraction.register import Register, load_register
from decisionnlp.reading import read
from decisionnlp.resolution import resolve
from decisionnlp.segmentation import segment
from decisionnlp.version import __version__

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "linear"


def parse_date(value: date | str | None) -> date | None:
    """``value`` as a date; strings are ISO 8601 (``2024-01-23``) or Danish (``23-01-2024``, ``23.1.2024``, ``23/1-2024``).

    Raises:
        InputError: the string is no date.
    """
    if value is None or isinstance(value, date):
        return value
    numbers = [part for part in value.strip().replace(".", "-").replace("/", "-").split("-") if part]
    try:
        if len(numbers) != 3:
            raise ValueError
        first, middle, last = (int(part) for part in numbers)
        return date(first, middle, last) if len(numbers[0]) == 4 else date(last, middle, first)
    except ValueError:
        raise InputError("", f"{value!r} is no date: write it as 2024-01-23 or 23-01-2024") from None


class Analyzer:
    """Everything that is loaded once and used for many documents.

    Args:
        model: ``linear`` (default), ``rules``, the name of a model directory, or a path to one.
        units: a register of units (TOML or CSV, see ``docs/registers.md``), or one already loaded.
        calendar: days of coming meetings, so that ``næste møde`` becomes a date.
        base: a Danish spaCy pipeline (loaded, by the name of its package, or by its directory) whose parse takes part in
            owner finding; it reads only the sentences that hold a task.

    Raises:
        ModelError: the model is unknown, incomplete or does not match its checksums, or the base cannot be loaded.
        InputError: the register cannot be read.
    """

    def __init__(
        self,
        *,
        model: str | os.PathLike[str] | Classifier = DEFAULT_MODEL,
        units: str | os.PathLike[str] | Register | None = None,
        calendar: Sequence[date] = (),
        base: Language | str | os.PathLike[str] | None = None,
    ) -> None:
        self.classifier: Classifier = (
            get_classifier(os.fspath(model)) if isinstance(model, str | os.PathLike) else model
        )
        self.register = load_register(Path(units)) if isinstance(units, str | os.PathLike) else units
        self.calendar = tuple(sorted(calendar))
        self.base = load_base(base) if isinstance(base, str | os.PathLike) else base

    @property
    def info(self) -> PipelineInfo:
        """What a result says of its making: version, classifier, base pipeline."""
        return PipelineInfo(version=__version__, model=self.classifier.name, base=base_name(self.base))

    @collector_at_rest()
    def analyze_source(self, source: Source, *, meeting_date: date | None = None) -> Minutes:
        """All stages over a document that has been read."""
        segmentation = segment(source, meeting_date=meeting_date)
        meetings = classify(segmentation.meetings, source, segmentation.furniture, self.classifier)
        meetings = resolve(
            meetings,
            source,
            segmentation.furniture,
            register=self.register,
            calendar=self.calendar or None,
            parse=parser(self.base),
        )
        warnings = (*segmentation.warnings, *_gaps(meetings))
        return Minutes(source, tuple(meetings), self.info, tuple(segmentation.furniture), warnings)

    def analyze(
        self,
        path: str | os.PathLike[str] | bytes | None = None,
        *,
        text: str | None = None,
        name: str | None = None,
        meeting_date: date | str | None = None,
        ocr: bool = False,
        password: str | None = None,
    ) -> Minutes:
        """Read one file (or take ``text`` as it is) and analyse it.

        Raises:
            InputError: the input cannot be read; the message names file and reason.
        """
        day = parse_date(meeting_date)
        if (path is None) == (text is None):
            raise InputError("", "give either a file (path or bytes) or text=")
        if text is not None:
            source = Source(text=text, path=name or "")
        else:
            assert path is not None
            source = read(path, name=name, ocr=ocr, password=password)
        return self.analyze_source(source, meeting_date=day)


def _model_name(classifier: Classifier) -> str:
    """``rules`` is part of this version; models have a version of their own."""
    return classifier.name if classifier.name == "rules" else f"{classifier.name}-{classifier.version}"


def _gaps(meetings: Sequence[Meeting]) -> list[str]:
    """What may be missing from the result, in words; the segmentation has told already of minutes without items."""
    found = []
    held = [meeting for meeting in meetings if meeting.kind is MeetingKind.MINUTES]
    for meeting in held:
        name = meeting.body or "the meeting"
        if meeting.date is None:
            found.append(f"{name}: no meeting date found; relative deadlines have no dates (give --meeting-date)")
        for item in meeting.items:
            silent = item.outcome is Outcome.NONE and not any(zone.zone is ZoneKind.OUTCOME for zone in item.zones)
            if silent:
                found.append(f"item {item.number or '?'} ({item.title[:60]}): no outcome found")
    if not held:
        found.append("no minutes found: the document reads like an agenda or an attachment")
    return found


@lru_cache(maxsize=4)
def _analyzer(model: str, units: str | None, calendar: tuple[date, ...], base: str | None) -> Analyzer:
    return Analyzer(model=model, units=units, calendar=calendar, base=base)


def analyze(
    path: str | os.PathLike[str] | bytes | None = None,
    *,
    text: str | None = None,
    meeting_date: date | str | None = None,
    model: str | os.PathLike[str] = DEFAULT_MODEL,
    units: str | os.PathLike[str] | None = None,
    calendar: Sequence[date | str] = (),
    base: str | os.PathLike[str] | None = None,
    name: str | None = None,
    ocr: bool = False,
) -> Minutes:
    """Analyse one referat: a path, the file's bytes, or ``text=``.

    Args:
        meeting_date: overrides the date that the document states.
        model: see :class:`Analyzer`. ``units``: a register file. ``calendar``: days of coming meetings.
        base: a Danish spaCy pipeline, by name or directory, see :class:`Analyzer`.
        name: a file name for bytes or text, used in messages and as ``source.path``.
        ocr: read scans with the ``ocr`` extra.

    Raises:
        InputError: the input cannot be used; ModelError: the model cannot be loaded.
    """
    days = tuple(day for value in calendar if (day := parse_date(value)) is not None)
    register = os.fspath(units) if units is not None else None
    analyzer = _analyzer(os.fspath(model), register, days, os.fspath(base) if base is not None else None)
    return analyzer.analyze(path, text=text, name=name, meeting_date=meeting_date, ocr=ocr)


def explain(minutes: Minutes, sentence: Sentence, *, model: str | os.PathLike[str] | None = None) -> Explanation:
    """What spoke for and against each label of ``sentence``, by the model that labelled it (or ``model``).

    Raises:
        ValueError: the sentence is not one of ``minutes``.
    """
    for candidate, explanation in explanations(minutes, only=sentence.span, model=model):
        if candidate.span == sentence.span:
            return explanation
    raise ValueError(f"no sentence [{sentence.start}, {sentence.end}) in {minutes.source.path or 'this document'}")


def explanations(
    minutes: Minutes, *, only: Span | None = None, model: str | os.PathLike[str] | None = None
) -> Iterator[tuple[Sentence, Explanation]]:
    """Every labelled sentence (or the one at ``only``) with what spoke for and against its labels.

    Raises:
        ModelError: the model that labelled the minutes is not at hand; name another one.
    """
    classifier = get_classifier(os.fspath(model) if model is not None else minutes.pipeline.model)
    known = list(zip(contexts(minutes.meetings, minutes.source, minutes.furniture), minutes.sentences(), strict=True))
    for place, (context, sentence) in enumerate(known):
        wanted = bool(sentence.labels) if only is None else sentence.span == only
        if wanted:
            first = place - context.position
            zone = [row for row, _ in known[first : first + context.zone_length]]
            yield sentence, _as_given(sentence, classifier.explain(context, zone))


# What gave a label that the classifier alone does not give: in words, and what it looked at.
_GAINED = {
    BY_OUTCOME: ("the item as a whole ended so, and no other sentence tells it more surely", "item"),
    BY_OWNER: ("it is nearly a task, and names who acts", "owner"),
    BY_LIMIT: ("it is nearly a task, and sets a limit", "deadline"),
}


# What took an unsure label away again.
_LOST = {
    Label.DECISION: ("the item as a whole was discussed and nothing resolved", "item"),
    Label.FOLLOW_UP: ("it is barely a task, and says neither who acts nor when", "owner"),
}


def _as_given(sentence: Sentence, told: Explanation) -> Explanation:
    """``told`` with the labels that the sentence has: its item, an owner or a limit may have settled an unsure one,
    or asked for one more."""
    given = {score.label: score for score in sentence.labels}
    settled = [label for label in told.prediction.labels if label in _LOST and label not in given]
    gained = [score for score in given.values() if score.by in _GAINED]
    if not settled and not gained:
        return told
    kept = [label for label in told.prediction.labels if label not in settled]
    reasons = [Reason(label, -9.0, *_LOST[label]) for label in settled]
    reasons += [Reason(score.label, 9.0, *_GAINED[score.by]) for score in gained]
    subtypes = {score.label: score.subtype for score in gained if score.subtype is not None}
    prediction = replace(
        told.prediction,
        labels=(*kept, *(score.label for score in gained)),
        subtypes={**told.prediction.subtypes, **subtypes},
        by={**told.prediction.by, **{score.label: score.by for score in gained}},
    )
    return replace(told, prediction=prediction, reasons=(*reasons, *told.reasons))


def load(
    model: str | os.PathLike[str] = DEFAULT_MODEL,
    *,
    base: str | os.PathLike[str] | None = None,
    units: str | None = None,
    calendar: Sequence[str] = (),
) -> Language:
    """A spaCy pipeline with the ``decisionnlp`` component, on ``blank("da")`` or on the Danish pipeline ``base``.

    Works offline; ``doc._.minutes`` carries the result and ``doc.spans`` its layers (see ``components``).
    """
    import spacy

    nlp = load_base(base) if base is not None else spacy.blank("da")
    nlp.add_pipe("decisionnlp", config={"model": os.fspath(model), "units": units, "calendar": list(calendar)})
    return nlp
