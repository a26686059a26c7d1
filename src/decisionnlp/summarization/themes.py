"""Papers that are a list of equal themes: each theme must get its say before one of them gets a second.

``Tema 1 … Tema 6``, ``Anbefaling 1 … 7`` or ``1) … 7)``. Sections numbered ``1.`` are no such list: ``1. Indledning, 2. Baggrund,
3. Økonomi`` is how any paper is built, and there the parts are of unequal weight.
"""

from __future__ import annotations

import re
from collections import Counter

from decisionnlp import lexicons
from decisionnlp.summarization.features import HEADINGS
from decisionnlp.summarization.structure import Paper

_LEXICON = lexicons.load("summary_themes")
_WORD = re.compile(rf"(?:{'|'.join(_LEXICON['named']['words'])})\s?(?:nr\.\s?)?(\d{{1,2}})\b", re.IGNORECASE)
_NUMBER = re.compile(r"\(?(\d{1,2})\)\s*(?=\w)")
_USUAL = tuple(HEADINGS[name] for name in _LEXICON["usual"]["kinds"])
_FEWEST = 4  # themes
_SHARE = 0.6  # of the sentences must stand under them
_MOST_USUAL = 1 / 3  # of numbered headings may be such as any paper has


def themes_of(paper: Paper) -> tuple[int, ...] | None:
    """For each section the number of the theme it belongs to, others counted on; ``None`` where the paper is no list of themes."""
    sizes = Counter(candidate.section for candidate in paper.candidates)
    filled = [section for section in range(len(paper.headings)) if sizes[section]]
    for pattern, any_heading in ((_WORD, True), (_NUMBER, False)):
        opening = _counted(paper, filled, pattern)
        if len(opening) < _FEWEST:
            continue
        usual = sum(any(kind.search(paper.headings[section].lower()) for kind in _USUAL) for section in opening)
        if not any_heading and usual > _MOST_USUAL * len(opening):
            continue
        groups = _grouped(paper, opening)
        under = sum(sizes[section] for section in filled if groups[section] <= len(opening))
        if under >= _SHARE * len(paper.candidates):
            return groups
    return None


def _counted(paper: Paper, filled: list[int], pattern: re.Pattern[str]) -> list[int]:
    """Sections whose headings count on; one may be empty (``6) … Se bilag 2.``)."""
    opening: list[int] = []
    last = 0
    for section in filled:
        match = pattern.match(paper.headings[section])
        if match is None:
            continue
        number = int(match[1])
        if number <= last:
            opening, last = [], 0
        if last < number <= last + 2:
            opening.append(section)
            last = number
    return opening


def _grouped(paper: Paper, opening: list[int]) -> tuple[int, ...]:
    """Themes count from 1. Headings that come back (``Høringssvarene``) stand below a theme, others beside it."""
    often = Counter(paper.headings)
    groups: list[int] = []
    theme, fresh = 0, len(opening)
    for section, heading in enumerate(paper.headings):
        if section in opening:
            theme = opening.index(section) + 1
            groups.append(theme)
        elif theme and often[heading] > 1:
            groups.append(theme)
        else:
            fresh += 1
            groups.append(fresh)
    return tuple(groups)
