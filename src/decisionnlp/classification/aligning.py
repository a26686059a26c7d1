"""Gold labels on an automatic segmentation: what a classifier meets at run time, for training and evaluation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.protocol import Gold
from decisionnlp.document import Label, Minutes, Sentence, Subtype

# A gold sentence belongs to the found one that holds at least this share of it.
SHARE = 0.5


def aligned_gold(contexts: Sequence[SentenceContext], minutes: Minutes) -> list[Gold]:
    """The gold labels of automatically found sentences: those of every gold sentence that lies for the most part in one.

    A gold sentence cut in two gives its labels to the longer part.
    """
    gold = list(minutes.sentences())
    starts = [sentence.start for sentence in gold]
    given: list[dict[Label, Subtype | None]] = [{} for _ in contexts]
    best: dict[int, tuple[int, int]] = {}
    for place, context in enumerate(contexts):
        index = max(bisect_left(starts, context.start) - 1, 0)
        while index < len(gold) and gold[index].start < context.end:
            shared = min(gold[index].end, context.end) - max(gold[index].start, context.start)
            if shared > best.get(index, (0, 0))[0]:
                best[index] = (shared, place)
            index += 1
    for index, (shared, place) in best.items():
        if shared >= SHARE * (gold[index].end - gold[index].start) or shared >= 0.8 * _length(contexts[place]):
            given[place].update(_labels(gold[index]))
    return [Gold(labels) for labels in given]


def _length(context: SentenceContext) -> int:
    return context.end - context.start


def _labels(sentence: Sentence) -> dict[Label, Subtype | None]:
    return {score.label: score.subtype for score in sentence.labels}
