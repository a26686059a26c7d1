"""Which sentences of the paper does a written sentence rest on? Aligned by the words they share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from decisionnlp.summarization.abstractive.faithfulness import content
from decisionnlp.summarization.structure import Candidate

_WIDEST = 3
_PENALTY = 0.06


@dataclass(frozen=True, slots=True)
class Evidence:
    """Candidates ``[first, last]`` (by index); ``overlap`` in [0, 1] is the share of the sentence's terms found there."""

    first: int
    last: int
    overlap: float


class Aligner:
    """An index over the candidates of one paper."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.candidates = candidates
        self.terms = [content(candidate.text) for candidate in candidates]
        self.holding: dict[str, list[int]] = {}
        for index, found in enumerate(self.terms):
            for term in found:
                self.holding.setdefault(term, []).append(index)

    def align(self, sentence: str) -> Evidence | None:
        """The stretch of one to three neighbouring candidates that holds most of the sentence's terms, the shorter
        where more adds little; ``None`` where nothing is shared."""
        wanted = content(sentence)
        if not wanted:
            return None
        counts: dict[int, int] = {}
        for term in wanted:
            for index in self.holding.get(term, ()):
                counts[index] = counts.get(index, 0) + 1
        seeds = sorted(counts, key=lambda index: (-counts[index], index))[:20]
        best: tuple[float, Evidence] | None = None
        for seed in seeds:
            for width in range(1, _WIDEST + 1):
                for first in range(max(seed - width + 1, 0), min(seed, len(self.candidates) - width) + 1):
                    found: set[str] = set().union(*self.terms[first : first + width])
                    overlap = len(wanted & found) / len(wanted)
                    value = overlap - _PENALTY * (width - 1)
                    if best is None or value > best[0] + 1e-9:
                        best = (value, Evidence(first, first + width - 1, overlap))
        return best[1] if best else None
