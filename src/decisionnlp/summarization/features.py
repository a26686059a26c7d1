"""What the ranking looks at: few and plain features of a sentence, each one a column that can be read.

Where in the paper or in its section a sentence stands is not among them: the corpus's bilag were written so that key statements come
anywhere, and what they would teach of position holds for no other paper (they would teach that a section's first sentence says little).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from decisionnlp import lexicons
from decisionnlp.document import DeadlineType
from decisionnlp.extraction.deadlines import find_deadlines
from decisionnlp.summarization.centrality import Vectors, centrality
from decisionnlp.summarization.coherence import opening
from decisionnlp.summarization.structure import Candidate, Paper

_LEXICON = lexicons.load("summary_cues")
CUES = {name: re.compile(entry["pattern"]) for name, entry in _LEXICON.items() if "pattern" in entry}
HEADINGS = {name: re.compile(pattern) for name, pattern in _LEXICON["headings"].items()}

MONEY = re.compile(
    r"\d\s?(?:(?:mio|mill|mia|t)\b\.?\s?)?(?:kr\b|kroner|euro)|\bkr\.\s?\d|\bmia\. |\bmio\. |millioner|milliarder"
)
_SHARE = re.compile(r"\d\s?(?:pct|procent|%)|\bprocent\b")
_NUMBER = re.compile(r"(?<![\w.,/-])\d+(?:[.,]\d+)*(?![\w/])")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY = re.compile(
    rf"\b\d{{1,2}}\.\s?(?:{lexicons.alternatives('calendar_words', 'months')})\b|\b\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}\b"
)
_NUMBER_WORD = re.compile(
    r"\b(?:to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|femten|tyve|tredive|halvdelen|tredjedel|fjerdedel|to tredjedele|fordoblet)\b"
)
_SUM = re.compile(r"(\d[\d.]*(?:,\d+)?)\s?(mia|milliarder|mio|mill(?:ioner)?|t)?\b\.?\s?(?:kr\b|kroner)")
_TIMES = {"mia": 1e9, "milliarder": 1e9, "mio": 1e6, "mill": 1e6, "millioner": 1e6, "t": 1e3}
# Passives ("oprettes", "anslås") are how administrations say what will be done; genitives in -nes are none.
_PASSIVE = re.compile(r"\b[a-zæøå]{3,}(?<!n)(?:e|å)s\b")
_NEGATION = re.compile(r"\b(?:ikke|ingen|intet|hverken|uden|aldrig|kun)\b")
# A participle before its noun ("den samlede udgift") is no past tense.
_PAST = re.compile(
    r"\b(?:blev|var|havde|kunne|skulle|ville|fik|gav|kom|gik|(?<!\bden )(?<!\bde )(?<!\bdet )(?<!\baf )\w{3,}ede)\b"
)
_AHEAD = re.compile(r"\b(?:skal|vil|bliver|forvent\w*|vente[st]|planlægge\w*|senest|fremover|næste)\b")
_WE = re.compile(r"\b(?:vi|vores|os|jeg|man)\b")
# The cues of what is to be decided, done or paid; the others tell background.
_TELLING = (
    "proposal", "decision", "obligation", "forecast", "finance", "change", "next", "act", "alternative", "consequence", "condition", "goal",
)  # fmt: skip


def names() -> list[str]:
    """The columns of ``features_of``, in order."""
    return [
        "bias",
        "centrality", "title", "heading_words",
        "words", "words_short", "words_long", "listed",
        "money", "money_many", "share", "number", "number_many", "number_word", "year", "year_new", "day",
        "negation", "we",
        "pronoun", "connective",
        *(f"cue_{name}" for name in CUES),
        "money_finance", "ahead_obligation", "ahead_next", "number_change", "cues",
        "deadline", "deadline_event",
        "dated_past", "dated_ahead", "plain_proposal", "plain_act", "passive", "number_density", "money_size",
        *(f"under_{name}" for name in HEADINGS),
    ]  # fmt: skip


@cache
def _heading_kinds(heading: str) -> tuple[float, ...]:
    low = heading.lower()
    return tuple(float(pattern.search(low) is not None) for pattern in HEADINGS.values())


def features_of(paper: Paper, vectors: Vectors) -> NDArray[np.float64]:
    """One row per candidate of ``paper``, one column per name in ``names()``; all values within [-3, 3]."""
    candidates = paper.candidates
    central = np.log(np.maximum(centrality(vectors), 1e-3))
    if len(candidates) > 1:
        central = (central - central.mean()) / (central.std() or 1.0)
    central = np.clip(central, -3.0, 3.0)
    title = vectors.to_query(paper.title)
    newest = _newest_year(candidates)
    sums = [_largest_sum(candidate.text.lower()) for candidate in candidates]
    top = max(sums, default=0.0)
    rows = []
    heading = -1
    near = np.zeros(len(candidates))
    for index, candidate in enumerate(candidates):
        if candidate.section != heading:
            heading = candidate.section
            near = _near_heading(paper, vectors, index, near)
        size = max(1.0 + float(np.log10(sums[index] / top)) / 4.0, 0.0) if sums[index] > 0 else 0.0
        rows.append(
            _row(paper, candidate, float(central[index]), float(title[index]), float(near[index]), newest, size)
        )
    return np.array(rows, float).reshape(len(candidates), len(names()))


def _near_heading(paper: Paper, vectors: Vectors, first: int, near: NDArray[np.float64]) -> NDArray[np.float64]:
    """Overlap with the section's heading, for the candidates of the section that begins at ``first``."""
    text = paper.headings[paper.candidates[first].section]
    if not text:
        return near
    last = first + paper.candidates[first].of
    wanted = {vectors.vocabulary[term] for term in _terms(text) if term in vectors.vocabulary}
    if wanted:
        for index in range(first, min(last, len(paper.candidates))):
            low, high = vectors.bounds[index], vectors.bounds[index + 1]
            near[index] = sum(int(column) in wanted for column in vectors.columns[low:high]) / len(wanted)
    return near


@cache
def _terms(text: str) -> tuple[str, ...]:
    from decisionnlp.summarization.centrality import terms

    return tuple(dict.fromkeys(terms(text)))


def _newest_year(candidates: Sequence[Candidate]) -> int:
    """The year that the paper was most likely written in: the commonest of those it names."""
    counts: dict[int, int] = {}
    for candidate in candidates:
        for year in _YEAR.findall(candidate.text):
            counts[int(year)] = counts.get(int(year), 0) + 1
    return max(counts, key=lambda year: (counts[year], year)) if counts else 0


def _deadlines(text: str) -> tuple[float, float]:
    """Whether a deadline is set by the calendar, and whether one hangs on an event; no day of a meeting is needed for that."""
    found = {deadline.type for deadline in find_deadlines(text, meeting_date=None)}
    return float(DeadlineType.DATE in found or DeadlineType.INTERVAL in found), float(DeadlineType.EVENT in found)


def _largest_sum(low: str) -> float:
    """The largest amount of money in a sentence, in kroner; 0 where there is none."""
    found = [
        float(number.replace(".", "").replace(",", ".")) * _TIMES.get(unit, 1.0) for number, unit in _SUM.findall(low)
    ]
    return max(found, default=0.0)


def _row(
    paper: Paper, candidate: Candidate, central: float, title: float, near: float, newest: int, size: float
) -> list[float]:
    text = candidate.text
    low = text.lower()
    words = candidate.words
    length = np.log(max(words, 1) / 18.0)
    years = [int(year) for year in _YEAR.findall(low)]
    numbers = len(_NUMBER.findall(_YEAR.sub(" ", low)))
    money = len(MONEY.findall(low))
    opened = opening(text)
    cues = [float(pattern.search(low) is not None) for pattern in CUES.values()]
    by = dict(zip(CUES, cues, strict=True))
    past = float(_PAST.search(low) is not None)
    ahead = float(_AHEAD.search(low) is not None)
    kept = 1.0 - by["meeting"]  # the days of staff and public meetings are not what a decision-maker must keep
    day = float(_DAY.search(low) is not None)
    dated = float(bool(years) or day > 0)
    future = float(any(year >= newest for year in years))
    deadline, on_event = _deadlines(text) if kept else (0.0, 0.0)
    row = [
        1.0,
        central, min(2.0 * title, 2.0), min(near, 1.0),
        float(np.clip(length, -2.0, 2.0)), float(words < 8), float(words > 34), float(candidate.listed),
        float(money > 0), float(money > 1), float(_SHARE.search(low) is not None), float(numbers > 0), min(numbers, 4) / 4.0,
        float(_NUMBER_WORD.search(low) is not None), kept * float(bool(years)), kept * future, kept * day,
        float(_NEGATION.search(low) is not None), float(_WE.search(low) is not None),
        float(opened == "pronoun"), float(opened == "connective"),
        *cues,
        float(money > 0) * by["finance"], by["time_ahead"] * by["obligation"], by["time_ahead"] * by["next"],
        float(numbers > 0) * by["change"], sum(by[name] for name in _TELLING) / 5.0,
        deadline, on_event,
        dated * past * (1.0 - ahead), kept * dated * max(ahead, by["time_ahead"]) * (1.0 - past),
        float(not numbers and not dated) * by["proposal"], float(not numbers and not dated) * by["act"],
        float(_PASSIVE.search(low) is not None), min(5.0 * numbers / max(words, 1), 2.0), size,
        *_heading_kinds(paper.headings[candidate.section]),
    ]  # fmt: skip
    return [float(value) for value in row]
