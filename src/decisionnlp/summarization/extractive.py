"""Whole sentences of the paper, chosen for what a decision-maker needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from decisionnlp.document import FollowUp, Source
from decisionnlp.summarization.centrality import Vectors, vectors_of
from decisionnlp.summarization.coherence import needed_by
from decisionnlp.summarization.features import features_of
from decisionnlp.summarization.figures import key_dates, key_figures, planned_rows
from decisionnlp.summarization.focus import lean
from decisionnlp.summarization.ranking import Ranker
from decisionnlp.summarization.records import PaperSummary, Report, Summary, SummarySentence
from decisionnlp.summarization.selection import Budget, Taste, choose
from decisionnlp.summarization.structure import Candidate, Paper, read_papers
from decisionnlp.summarization.themes import themes_of

Progress = Callable[[str, int, int], None]
_USUAL_WORDS = 20  # of a sentence
_FLOOR = 0.1  # of the mean worth of the best
_FACTS = 10  # key facts that any paper is taken to hold, but in no more than this share of its sentences
_MOST = 0.5
_MOST_ASKED = 0.25  # where the reader asked for some of them only
_HALVINGS = 40
_THEMES_LONGEST = 2.0  # times a theme's share of the words
_LONG_WORDS = 28  # up to which no sentence is too long for a theme
_THEMES_EVEN = 0.4  # 0: themes weigh what their sentences do; 1: all weigh the same


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for. Exactly one of the three sizes counts: ``sentences`` before ``ratio`` before ``words``."""

    words: int = 120
    sentences: int | None = None
    ratio: float | None = None
    focus: str | None = None
    title: str | None = None
    recommendation: str | None = None
    meeting_date: date | None = None

    def budget(self, papers: Sequence[Paper]) -> Budget:
        total = sum(candidate.words for paper in papers for candidate in paper.candidates)
        if self.sentences is not None:
            return Budget(max(total, 1), self.sentences)
        return Budget(int(total * self.ratio)) if self.ratio is not None else Budget(self.words)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A paper with what the ranking makes of it: ``scores`` in [0, 1] by candidate."""

    paper: Paper
    vectors: Vectors
    scores: NDArray[np.float64]
    needed: list[tuple[int, ...] | None]


def rank(paper: Paper, ranker: Ranker, wish: Wish) -> Ranked:
    texts = [candidate.text for candidate in paper.candidates]
    vectors = vectors_of(texts)
    features = features_of(paper, vectors)
    logits = ranker.logits(features, texts)
    logits = logits + lean(features, vectors, focus=wish.focus, title=wish.title, recommendation=wish.recommendation)
    asked = wish.focus or wish.title or wish.recommendation
    logits = levelled(logits, paper.candidates, _MOST_ASKED if asked else _MOST)
    scores = 1.0 / (1.0 + np.exp(-np.clip(logits, -30.0, 30.0)))
    return Ranked(paper, vectors, np.asarray(scores, float), needed_by(paper.candidates))


def levelled(logits: NDArray[np.float64], candidates: Sequence[Candidate], most: float = _MOST) -> NDArray[np.float64]:
    """Logits raised so far that their sentences are expected to state ``_FACTS`` key facts between them, though no more than the
    share ``most`` of them does; never lowered.

    Papers without figures score low throughout. They have things to say all the same, and among scores near zero the choice would
    take the one long sentence with the highest rather than three short ones a little below it.
    """
    own = logits[[candidate.usable for candidate in candidates]]
    wanted = min(_FACTS, most * len(own))

    def expected(raised: float) -> float:
        return float((1.0 / (1.0 + np.exp(-np.clip(own + raised, -30.0, 30.0)))).sum())

    if not len(own) or expected(0.0) >= wanted:
        return logits
    low, high = 0.0, 30.0 - float(own.min())
    for _ in range(_HALVINGS):
        middle = (low + high) / 2.0
        low, high = (middle, high) if expected(middle) < wanted else (low, middle)
    return logits + high


def gains_of(ranked: Ranked) -> NDArray[np.float64]:
    """What choosing each candidate is worth; a lead-in by itself is worth nothing."""
    usable = np.array([candidate.usable for candidate in ranked.paper.candidates], bool)
    return np.where(usable, ranked.scores, 0.0)


def pick(ranked: Ranked, budget: Budget, taste: Taste | None = None) -> tuple[list[int], list[int]]:
    """(chosen, came along): indices of candidates in order.

    A sentence far below those the budget is meant for is not taken to fill up the last words, unless the whole paper fits.
    """
    gains = gains_of(ranked)
    candidates = ranked.paper.candidates
    themes = themes_of(ranked.paper)
    sections = [themes[candidate.section] for candidate in candidates] if themes is not None else None
    if sections is not None:
        words = np.array([candidate.words for candidate in candidates])
        gains = _evened(gains, np.array(sections), words, budget)
    if sum(candidate.words for candidate in candidates) > budget.words or budget.sentences is not None:
        meant = budget.sentences or max(budget.words // _USUAL_WORDS, 1)
        best = np.sort(gains)[::-1][:meant]
        gains = np.where(gains >= _FLOOR * best.mean(), gains, 0.0)
    return choose(candidates, gains, ranked.needed, ranked.vectors, budget, taste=taste, sections=sections)


def _evened(
    gains: NDArray[np.float64], themes: NDArray[np.int64], words: NDArray[np.int64], budget: Budget
) -> NDArray[np.float64]:
    """Gains of a paper whose themes weigh the same: what a theme says of most worth counts alike, or nearly, in all of them.

    A sentence that would take the words of two themes is left where its theme has a shorter one to choose.
    """
    count = int(themes.max()) + 1
    long = words > max(_THEMES_LONGEST * budget.words / len(set(themes.tolist())), _LONG_WORDS)
    shorter = np.bincount(themes[~long & (gains > 0)], minlength=count) > 0
    gains = np.where(long & shorter[themes], 0.0, gains)
    best = np.zeros(count)
    np.maximum.at(best, themes, gains)
    top = float(best.max()) or 1.0
    return np.asarray(gains * (top / np.maximum(best[themes], 0.02 * top)) ** _THEMES_EVEN, float)


def summarize_extractive(
    source: Source, wish: Wish, ranker: Ranker, *, planned: Sequence[FollowUp] = (), progress: Progress | None = None
) -> Summary:
    """The summary of every paper in ``source``, and the best of all of them within the same budget."""
    papers, segmentation = read_papers(source)
    furniture = segmentation.furniture
    summaries: list[PaperSummary] = []
    warnings = list(segmentation.warnings) if not papers else []
    everything: list[tuple[int, Ranked, list[int]]] = []
    for number, paper in enumerate(papers):
        ranked = rank(paper, ranker, wish)
        chosen, along = pick(ranked, wish.budget([paper]))
        everything.append((number, ranked, sorted([*chosen, *along])))
        summaries.append(
            PaperSummary(
                paper.title,
                paper.start,
                paper.end,
                _sentences(source, ranked, chosen, along),
                key_figures(source, paper, ranked.scores, furniture),
                key_dates(source, paper, ranked.scores, furniture, meeting_date=wish.meeting_date),
            )
        )
        if progress is not None:
            progress("papers", number + 1, len(papers))
    if not papers:
        warnings.append("no sentences found to choose from")
    sentences = summaries[0].sentences if len(summaries) == 1 else _merged(source, everything, wish, papers)
    left_out: Counter[str] = Counter()
    for paper in papers:
        left_out.update(paper.left_out)
    report = Report(
        model=ranker.name,
        candidates=sum(len(paper.candidates) for paper in papers),
        left_out=dict(sorted(left_out.items())),
        warnings=tuple(dict.fromkeys(warnings)),
    )
    return Summary(
        source,
        papers[0].title if papers else "",
        sentences,
        tuple(summaries),
        tuple(figure for summary in summaries for figure in summary.figures),
        tuple(day for summary in summaries for day in summary.dates),
        planned_rows(source, planned, furniture),
        report,
    )


def _sentence(source: Source, ranked: Ranked, candidate: Candidate, role: str) -> SummarySentence:
    heading = ranked.paper.headings[candidate.section] or None
    score = round(float(ranked.scores[candidate.index]), 4)
    return SummarySentence(
        candidate.text, candidate.start, candidate.end, source.page_at(candidate.start), score, heading, role
    )


def _sentences(source: Source, ranked: Ranked, chosen: list[int], along: list[int]) -> tuple[SummarySentence, ...]:
    roles = {**dict.fromkeys(along, "lead"), **dict.fromkeys(chosen, "chosen")}
    return tuple(_sentence(source, ranked, ranked.paper.candidates[index], roles[index]) for index in sorted(roles))


def _merged(
    source: Source, everything: Sequence[tuple[int, Ranked, list[int]]], wish: Wish, papers: Sequence[Paper]
) -> tuple[SummarySentence, ...]:
    """The best of what the papers' own summaries hold, within the budget of one; each paper counts as a section."""
    pool: list[Candidate] = []
    gains: list[float] = []
    needed: list[tuple[int, ...] | None] = []
    origin: list[tuple[Ranked, Candidate]] = []
    for number, ranked, members in everything:
        base = {index: len(pool) + place for place, index in enumerate(members)}
        worth = gains_of(ranked)
        for index in members:
            candidate = ranked.paper.candidates[index]
            parts = ranked.needed[index]
            needed.append(
                None
                if parts is None or any(part not in base for part in parts)
                else tuple(base[part] for part in parts)
            )
            pool.append(Candidate(len(pool), candidate.start, candidate.end, candidate.text, number, 0, 1))
            gains.append(float(worth[index]))
            origin.append((ranked, candidate))
    vectors = vectors_of([candidate.text for candidate in pool])
    chosen, along = choose(pool, np.array(gains), needed, vectors, wish.budget(papers), taste=Taste(spread=0.75))
    roles = {**dict.fromkeys(along, "lead"), **dict.fromkeys(chosen, "chosen")}
    return tuple(_sentence(source, *origin[index], roles[index]) for index in sorted(roles))
