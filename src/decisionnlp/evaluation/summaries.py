"""Summaries of the corpus's bilag: ours with leave-one-out training beside lead, LexRank, TextRank, LSA and the oracle.

Every system chooses among the same candidate sentences (debris taken out) and fills the same budget of words in the order of
its own rating, so that the rating alone is compared. The oracle knows the key facts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np

from decisionnlp.corpus.bilag import GoldBilag, read_bilag
from decisionnlp.document import Source, Span
from decisionnlp.errors import InputError, MissingExtraError
from decisionnlp.evaluation.bootstrap import interval
from decisionnlp.evaluation.results import Figure
from decisionnlp.evaluation.tables import fact_recall
from decisionnlp.flattening import flatten
from decisionnlp.summarization.abstractive.faithfulness import missing_from
from decisionnlp.summarization.centrality import STOPWORDS, vectors_of
from decisionnlp.summarization.extractive import Wish, pick, rank
from decisionnlp.summarization.fitting import Lesson, fit, lesson_of
from decisionnlp.summarization.ranking import Ranker
from decisionnlp.summarization.selection import Budget, Taste, choose
from decisionnlp.summarization.structure import Paper, read_papers

WORDS = (60, 120, 240)
PEERS = ("lead", "lexrank", "textrank", "lsa")
Progress = Callable[[str, int, int], None]
_TOKEN = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_DRAWS = 2000


@dataclass(frozen=True, slots=True)
class Case:
    """One bilag as the systems see it, with what can be learned from it."""

    bilag: GoldBilag
    paper: Paper
    lesson: Lesson


@dataclass(frozen=True, slots=True)
class Score:
    """One summary, measured. ``coverage``: of the sections that hold a key fact, the share it draws from."""

    recall: float
    redundancy: float
    coverage: float
    faithfulness: float
    rouge: dict[str, float]


def read_cases(root: Path) -> list[Case]:
    """Every bilag below ``root`` (``annotations/bilag``).

    Raises:
        InputError: there are none, or one of them cannot be read.
    """
    cases = []
    for bilag in read_bilag(root):
        papers, _ = read_papers(Source(text=bilag.text, path=f"{bilag.id}.txt"))
        if not papers:
            raise InputError(bilag.id, "no candidate sentences were found")
        paper = max(papers, key=lambda paper: len(paper.candidates))
        cases.append(Case(bilag, paper, lesson_of(paper, [(fact.weight, fact.evidence) for fact in bilag.facts])))
    if not cases:
        raise InputError(str(root), "no annotated bilag: expected gold/*.json and texts/*.txt")
    return cases


def trained_without(cases: Sequence[Case], left_out: int) -> Ranker:
    """A ranker that has seen every bilag but one; bilag of the same body are left out too."""
    body = cases[left_out].bilag.body
    others = [case.lesson for index, case in enumerate(cases) if index != left_out and case.bilag.body != body]
    return fit(others, name=f"without {cases[left_out].bilag.id}")


# -- systems: (case, words) -> spans ----------------------------------------------------------------------------------


def spans_of(paper: Paper, indices: Sequence[int]) -> list[Span]:
    return [Span(paper.candidates[index].start, paper.candidates[index].end) for index in sorted(indices)]


def ours(case: Case, ranker: Ranker, words: int, taste: Taste | None = None) -> list[Span]:
    chosen, along = pick(rank(case.paper, ranker, Wish(words)), Budget(words), taste)
    return spans_of(case.paper, [*chosen, *along])


def oracle(case: Case, words: int) -> list[Span]:
    """Whole sentences for the facts they state, each fact counted once as far as greedy choice sees it."""
    vectors = vectors_of([candidate.text for candidate in case.paper.candidates])
    free: list[tuple[int, ...] | None] = [() for _ in case.paper.candidates]
    best: tuple[float, list[Span]] = (-1.0, [])
    for density in (1.0, 0.8, 0.5):
        taste = Taste(overlap=0.0, spread=1.0, density=density)
        chosen, _ = choose(case.paper.candidates, case.lesson.worth, free, vectors, Budget(words), taste=taste)
        found = spans_of(case.paper, chosen)
        best = max(best, (fact_recall(case.bilag, found), found), key=lambda pair: pair[0])
    return best[1]


def _filled(paper: Paper, rating: Sequence[float], words: int) -> list[Span]:
    """Sentences in the order of their rating, as long as they fit."""
    left = words
    chosen = []
    for index in sorted(range(len(rating)), key=lambda index: (-rating[index], index)):
        if paper.candidates[index].words <= left:
            left -= paper.candidates[index].words
            chosen.append(index)
    return spans_of(paper, chosen)


class DanishTokenizer:
    """What sumy asks of a tokenizer, for Danish: letters and figures, nothing of NLTK."""

    language = "danish"

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(_TOKEN.findall(text))

    def tokenize(self, text: str) -> list[str]:
        """For rouge-score, whose own tokenizer drops æ, ø and å."""
        return _TOKEN.findall(text.lower())


def ratings(paper: Paper, name: str) -> list[float]:
    """One rating per candidate by ``lead``, ``lexrank``, ``textrank`` or ``lsa``."""
    if name == "lead":
        return [-float(candidate.index) for candidate in paper.candidates]
    try:
        from sumy.models.dom import ObjectDocumentModel, Paragraph
        from sumy.models.dom import Sentence as SumySentence
        from sumy.summarizers.lex_rank import LexRankSummarizer
        from sumy.summarizers.lsa import LsaSummarizer
        from sumy.summarizers.text_rank import TextRankSummarizer
    except ImportError as error:
        raise MissingExtraError("the comparison with LexRank, TextRank and LSA", "report") from error
    base = {"lexrank": LexRankSummarizer, "textrank": TextRankSummarizer, "lsa": LsaSummarizer}[name]
    tokenizer = DanishTokenizer()
    sentences = [SumySentence(candidate.text, tokenizer) for candidate in paper.candidates]
    caught: list[float] = []

    class Caught(base):  # type: ignore[misc, valid-type]
        @staticmethod
        def _get_best_sentences(sentences: Any, count: Any, rating: Any, *args: Any, **kwargs: Any) -> tuple[Any, ...]:
            caught.extend(float(rating[one] if isinstance(rating, dict) else rating(one)) for one in sentences)
            return ()

    summarizer = Caught()
    summarizer.stop_words = STOPWORDS
    summarizer(ObjectDocumentModel([Paragraph(sentences)]), len(sentences))
    return caught or [0.0] * len(sentences)


# -- measures ---------------------------------------------------------------------------------------------------------


def measure_summary(case: Case, spans: Sequence[Span]) -> Score:
    """All measures of one summary given as spans of the bilag's text."""
    texts = [flatten(case.bilag.text, span.start, span.end).text for span in spans]
    return Score(
        fact_recall(case.bilag, spans),
        redundancy(texts),
        _coverage(case, spans),
        fmean(
            [
                not missing_from(text, case.bilag.text[span.start : span.end])
                for text, span in zip(texts, spans, strict=True)
            ]
        )
        if spans
        else 1.0,
        rouge(case.bilag.summary, " ".join(texts)),
    )


def redundancy(texts: Sequence[str]) -> float:
    """The mean over sentences of the largest cosine to another one, in [0, 1]; 0 for fewer than two."""
    if len(texts) < 2:
        return 0.0
    vectors = vectors_of(texts)
    nearest = []
    for index in range(len(texts)):
        similar = vectors.similarity(index)
        similar[index] = 0.0
        nearest.append(float(similar.max()))
    return fmean(nearest)


def _coverage(case: Case, spans: Sequence[Span]) -> float:
    telling = {candidate.section for candidate in case.paper.candidates if case.lesson.worth[candidate.index] > 0}
    drawn = {
        candidate.section
        for candidate in case.paper.candidates
        if any(span.start <= candidate.start < span.end for span in spans)
    }
    return len(telling & drawn) / len(telling) if telling else 1.0


def rouge(reference: str, summary: str) -> dict[str, float]:
    """ROUGE-1, -2 and -L F1 with the Danish tokenizer, each in [0, 1].

    Raises:
        MissingExtraError: rouge-score is not installed.
    """
    try:
        from rouge_score.rouge_scorer import RougeScorer
    except ImportError as error:
        raise MissingExtraError("ROUGE", "report") from error
    kinds = ["rouge1", "rouge2", "rougeL"]
    found = RougeScorer(kinds, tokenizer=DanishTokenizer()).score(reference, summary)
    return {kind: float(found[kind].fmeasure) for kind in kinds}


# -- the table --------------------------------------------------------------------------------------------------------


def _silent(name: str, done: int, total: int) -> None:
    """No progress wanted."""


def summarization_table(
    root: Path, *, words: Sequence[int] = WORDS, peers: Sequence[str] = PEERS, progress: Progress = _silent
) -> dict[str, Figure]:
    """``<system>/<measure>/<words>`` for ours (leave-one-out), its peers and the oracle; intervals over bilag.

    Raises:
        InputError: there are no bilag, or one cannot be read; MissingExtraError: a peer is not installed.
    """
    cases = read_cases(root)
    scores: dict[tuple[str, int], list[Score]] = {}
    for place, case in enumerate(cases):
        for system, budget, spans in _choices(cases, place, words, peers):
            scores.setdefault((system, budget), []).append(measure_summary(case, spans))
        progress("summaries, leave one out", place + 1, len(cases))
    figures: dict[str, Figure] = {}
    for (system, budget), found in scores.items():
        rows = {
            "fact_recall": [score.recall for score in found],
            "redundancy": [score.redundancy for score in found],
            "coverage": [score.coverage for score in found],
            "faithfulness": [score.faithfulness for score in found],
            **{kind: [score.rouge[kind] for score in found] for kind in found[0].rouge},
        }
        for measure, values in rows.items():
            low, high = _interval(values)
            figures[f"{system}/{measure}/{budget}"] = Figure(fmean(values), low, high)
    return figures


def _choices(
    cases: Sequence[Case], place: int, words: Sequence[int], peers: Sequence[str]
) -> Iterator[tuple[str, int, list[Span]]]:
    case = cases[place]
    ranked = rank(case.paper, trained_without(cases, place), Wish())
    rated = {name: ratings(case.paper, name) for name in peers}
    for budget in words:
        chosen, along = pick(ranked, Budget(budget))
        yield "ours", budget, spans_of(case.paper, [*chosen, *along])
        for name in peers:
            yield name, budget, _filled(case.paper, rated[name], budget)
        yield "oracle", budget, oracle(case, budget)


def _interval(values: Sequence[float]) -> tuple[float | None, float | None]:
    """95 % bootstrap interval of the mean over bilag."""
    if len(values) < 2:
        return None, None
    generator = np.random.default_rng(0)
    draws = generator.choice(np.array(values), (_DRAWS, len(values))).mean(axis=1)
    return interval(draws) or (None, None)
