"""Error analysis: the sentences a classifier was most sure about and wrong, with what spoke for it, to be read by people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from decisionnlp.classification import Classifier, contexts
from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.protocol import LABELS, Prediction
from decisionnlp.corpus.records import GoldDocument
from decisionnlp.document import Label, Minutes, Sentence
from decisionnlp.evaluation.alignment import pair_up
from decisionnlp.evaluation.outcome_errors import OutcomeError, outcomes_markdown

# Reasons shown for each label that is wrong.
REASONS = 5


@dataclass(frozen=True, slots=True)
class ErrorCase:
    """A sentence with a wrong label.

    ``confidence`` in [0, 1] is how sure the classifier was of what is wrong: the probability of a label given in error, or what
    is lacking to 1 of a label missed. ``cause``: ``label`` (the classifier's own), ``zone`` (gold and segmentation put the
    sentence into different zones) or ``boundary`` (no sentence of gold, or of the segmentation, lies there).
    """

    document: str
    layout: str
    body_type: str
    start: int
    end: int
    text: str
    zone: str
    predicted_zone: str
    heading: str
    item: str
    previous: str
    following: str
    gold: tuple[str, ...]
    predicted: tuple[str, ...]
    scores: dict[str, float]
    confidence: float
    cause: str
    reasons: tuple[str, ...] = ()


def error_cases(document: GoldDocument, predicted: Minutes, classifier: Classifier) -> list[ErrorCase]:
    """Every sentence of a document that has a label too many or too few, in order."""
    sentences = [sentence for meeting in predicted.meetings for sentence in meeting.all_sentences()]
    known = contexts(predicted.meetings, predicted.source, predicted.furniture)
    said = classifier.predict(known)
    wanted = list(document.minutes.sentences())
    partner = {index: wanted[number] for number, index in pair_up(wanted, sentences)}
    found = []
    for place, (sentence, context, prediction) in enumerate(zip(sentences, known, said, strict=True)):
        other = partner.get(place)
        given = {score.label for score in sentence.labels}
        true = {score.label for score in other.labels} if other else set()
        if given != true:
            # The sentences of its zone, by which the classifier judged it.
            first = place - context.position
            zone = known[first : first + context.zone_length]
            reasons = _reasons(classifier, context, zone, given ^ true) if context.eligible else ()
            found.append(_case(document, context, sentence, other, prediction, given, true, reasons))
    aligned = {sentence.start for sentence in partner.values()}
    found += [_lost(document, sentence) for sentence in wanted if sentence.labels and sentence.start not in aligned]
    return sorted(found, key=lambda case: case.start)


def _case(
    document: GoldDocument,
    context: SentenceContext,
    sentence: Sentence,
    other: Sentence | None,
    prediction: Prediction,
    given: set[Label],
    true: set[Label],
    reasons: tuple[str, ...],
) -> ErrorCase:
    chances = prediction.probabilities
    confidence = max(chances[label] if label in given else 1 - chances[label] for label in given ^ true)
    cause = "boundary" if other is None else "label" if other.zone is sentence.zone else "zone"
    return ErrorCase(
        document.id,
        document.layout,
        document.body_type,
        sentence.start,
        sentence.end,
        context.text,
        other.zone.value if other else "",
        sentence.zone.value,
        context.heading or "",
        context.item_title,
        context.previous or "",
        context.next or "",
        _named(true),
        _named(given),
        {label.value: round(chances[label], 3) for label in LABELS},
        round(confidence, 4),
        cause,
        reasons,
    )


def _lost(document: GoldDocument, sentence: Sentence) -> ErrorCase:
    """A labelled sentence of which the segmentation made none."""
    return ErrorCase(
        document.id,
        document.layout,
        document.body_type,
        sentence.start,
        sentence.end,
        " ".join(sentence.text.split()),
        sentence.zone.value,
        "",
        sentence.heading or "",
        "",
        "",
        "",
        _named({score.label for score in sentence.labels}),
        (),
        {},
        1.0,
        "boundary",
    )


def _named(labels: set[Label]) -> tuple[str, ...]:
    return tuple(label.value for label in LABELS if label in labels)


def _reasons(
    classifier: Classifier, context: SentenceContext, zone: Sequence[SentenceContext], wrong: set[Label]
) -> tuple[str, ...]:
    explained = classifier.explain(context, zone).reasons
    lines = []
    for label in LABELS:
        if label in wrong:
            own = [reason for reason in explained if reason.label is label][:REASONS]
            lines += [f"{label.value} {reason.weight:+.2f} {reason.words} ({reason.source})" for reason in own]
    return tuple(lines)


def errors_markdown(name: str, cases: Sequence[ErrorCase], most: int, outcomes: Sequence[OutcomeError] = ()) -> str:
    """Counts of all errors, then the ``most`` confident ones of the classifier, of item outcomes and of the segmentation, as
    Markdown."""
    lines = [f"# Errors of {name}", "", f"{len(cases)} sentences with a label too many or too few.", ""]
    lines += _count_tables(cases)
    own = [case for case in cases if case.cause == "label"]
    before = [case for case in cases if case.cause != "label"]
    for title, part in (("Where the zone was right", own), ("Where segmentation and gold differ", before)):
        part = sorted(part, key=lambda case: (-case.confidence, case.document, case.start))
        lines += [f"## {title}: {min(most, len(part))} of {len(part)}, surest first", ""]
        for number, case in enumerate(part[:most], 1):
            lines += _shown(number, case)
    lines += outcomes_markdown(outcomes, most)
    return "\n".join(lines) + "\n"


def _count_tables(cases: Sequence[ErrorCase]) -> list[str]:
    kinds: Counter[tuple[str, str]] = Counter()
    for case in cases:
        for label in set(case.gold) ^ set(case.predicted):
            kinds[f"{label} {'missed' if label in case.gold else 'too many'}", case.cause] += 1
    causes = ("label", "zone", "boundary")
    lines = [f"| error | {' | '.join(causes)} |", "|---|---|---|---|"]
    for name in sorted({name for name, _ in kinds}):
        lines.append(f"| {name} | {' | '.join(str(kinds[name, cause]) for cause in causes)} |")
    for title in ("layout", "body_type", "document"):
        counted = Counter(str(getattr(case, title)) for case in cases)
        shown = ", ".join(f"{key} {count}" for key, count in sorted(counted.items(), key=lambda p: (-p[1], p[0]))[:20])
        lines += ["", f"By {title.replace('_', ' ')}: {shown}."]
    return [*lines, ""]


def _shown(number: int, case: ErrorCase) -> list[str]:
    zones = (
        case.zone or "none"
        if case.zone == case.predicted_zone
        else f"{case.zone or 'none'} → {case.predicted_zone or 'none'}"
    )
    scores = ", ".join(f"{label} {score:.2f}" for label, score in case.scores.items())
    lines = [
        f"{number}. **{case.text}**",
        f"   - gold {'+'.join(case.gold) or '–'}, predicted {'+'.join(case.predicted) or '–'} ({scores or 'no sentence there'})",
        f"   - `{case.document}:{case.start}` {case.layout}, {case.body_type}; zone {zones}; heading »{case.heading}«; item »{case.item}«",
        f"   - before: {case.previous or '–'} / after: {case.following or '–'}",
    ]
    return [*lines, *(f"   - {reason}" for reason in case.reasons), ""]
