"""A source as papers, sections and candidate sentences: what a summary may choose from, and what it must never choose."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from decisionnlp.document import Mark, MarkKind, MeetingKind, Sentence, SentenceKind, Source, Span
from decisionnlp.segmentation import Segmentation, segment
from decisionnlp.summarization.debris import is_heading, name_debris, restates
from decisionnlp.summarization.pieces import ENDED, LETTER, Piece, labelled, pieces_of, without_bullet
from decisionnlp.summarization.turns import lost_headings

_PAPER_TITLE = re.compile(r"bilag\s?(?:nr\.?\s?)?\d{1,2}[a-z]?\s?[-–—:.]\s?\S", re.IGNORECASE)
_PAGE_LINE = re.compile(r"side\s\d{1,4}(?:\s?(?:af|/)\s?\d{1,4})?$|\d{1,3}$", re.IGNORECASE)
_MIN_PAPER_WORDS = 100


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be chosen. ``text`` is its one running line; ``index`` counts in its paper.

    ``lead`` is the index of the sentence that introduces the list it stands in, ``before`` that of the sentence it follows within
    its section (both -1 where there is none). ``place`` and ``of`` say where in its section it stands.
    """

    index: int
    start: int
    end: int
    text: str
    section: int
    place: int
    of: int
    listed: bool = False
    lead: int = -1
    before: int = -1
    usable: bool = True

    @property
    def words(self) -> int:
        return self.text.count(" ") + 1


@dataclass(frozen=True, slots=True)
class Paper:
    """One bilag or item. ``headings[s]`` is the heading of section ``s`` (empty above the first, and where it is lost)."""

    title: str
    start: int
    end: int
    headings: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    left_out: dict[str, int] = field(default_factory=dict)


def read_papers(source: Source) -> tuple[list[Paper], Segmentation]:
    """The papers of a file, in order; a file that is no bundle is one paper."""
    marked = replace(source, marks=(*source.marks, *_running_lines(source)))
    segmentation = segment(marked)
    groups: list[tuple[int, int, list[Sentence]]] = []
    for meeting in segmentation.meetings:
        sentences = meeting.all_sentences()
        cuts = _paper_cuts(sentences) if meeting.kind is MeetingKind.ATTACHMENT else []
        edges = [0, *cuts, len(sentences)]
        for first, last in pairwise(edges):
            if first == last:
                continue
            chunk = sentences[first:last]
            start = meeting.start if first == 0 else chunk[0].start
            stop = meeting.end if last == len(sentences) else sentences[last].start
            small = sum(sentence.text.count(" ") + 1 for sentence in chunk) < _MIN_PAPER_WORDS
            same = bool(groups) and not cuts and meeting.kind is not MeetingKind.ATTACHMENT and _points(groups[-1][2])
            if groups and (small or same):
                groups[-1] = (groups[-1][0], stop, [*groups[-1][2], *chunk])
            else:
                groups.append((start, stop, list(chunk)))
    if len(groups) > 1 and sum(len(sentence.text.split()) for sentence in groups[0][2]) < _MIN_PAPER_WORDS:
        (start, _, first_part), (_, stop, second) = groups[0], groups[1]
        groups[:2] = [(start, stop, [*first_part, *second])]
    known = {mark.start: mark for mark in source.marks if mark.kind is MarkKind.HEADING}
    papers = [_paper(source, segmentation.furniture, known, *group) for group in groups]
    return [paper for paper in papers if paper.candidates], segmentation


def _points(sentences: Sequence[Sentence]) -> bool:
    """The group before is itself a short run of agenda points (no bilag), to which another may be added."""
    return sum(sentence.text.count(" ") + 1 for sentence in sentences) < _MIN_PAPER_WORDS


def _running_lines(source: Source) -> list[Mark]:
    """Lines that come back at least three times, with the lines that always follow them: stamps in the margin.

    A page number beside one of them (``Side 3 af 7``) goes along.
    """
    lines = [
        (match.start(), match.end(), match.group().strip())
        for match in re.finditer(r"[^\n\r\f]*\S[^\n\r\f]*", source.text)
    ]
    shapes = [re.sub(r"\d+", "#", text) for _, _, text in lines]
    counts = Counter(shape for shape in shapes if 8 < len(shape) < 120 and not ENDED.search(shape))
    often = {shape for shape, count in counts.items() if count >= 3 and LETTER.search(shape) and " " in shape}
    if not often:
        return []
    # Rows of tables and cells of plans come back too: a running line stands by itself, far from its last copy.
    places: dict[str, list[int]] = {}
    for index, shape in enumerate(shapes):
        if shape in often:
            places.setdefault(shape, []).append(index)
    running = {
        shape
        for shape, found in places.items()
        if min(b - a for a, b in pairwise(found)) >= 12 and _at_breaks(source.text, lines, found)
    }
    return [
        Mark(MarkKind.FURNITURE, *_trimmed(source.text, lines[i][0], lines[i][1]))
        for i, shape in enumerate(shapes)
        if shape in running
    ]


def _at_breaks(text: str, lines: Sequence[tuple[int, int, str]], found: Sequence[int]) -> bool:
    """Most of the copies stand at a page break: beside a page number, a form feed, or a line indented by one blank."""
    hits = 0
    for index in found:
        near = lines[max(index - 2, 0) : index + 4]
        hits += any(_PAGE_LINE.match(line) or _PAGE_LINE.search(line[-14:]) for _, _, line in near) or any(
            (text[start : start + 1] == " " and text[start + 1 : start + 2] != " ")
            or "\f" in text[max(start - 2, 0) : start]
            for start, _, _ in near
        )
    return 3 * hits >= 2 * len(found)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    return first, first + len(piece.strip())


def _paper_cuts(sentences: Sequence[Sentence]) -> list[int]:
    """Indices of the sentences that open another bilag: ``Bilag 2 – …`` on a line of its own, each number once."""
    seen: dict[str, int] = {}
    for index, sentence in enumerate(sentences):
        if not _PAPER_TITLE.match(sentence.text) or ENDED.search(sentence.text.rstrip()) or len(sentence.text) > 200:
            continue
        number = re.sub(r"\W", "", sentence.text.lower()[:10])
        if number not in seen:
            seen[number] = index
    cuts = sorted(seen.values())
    # Entries of a contents list follow each other closely; a bilag holds text.
    return [
        index
        for place, index in enumerate(cuts)
        if index
        and sum(s.text.count(" ") + 1 for s in sentences[index : cuts[place + 1] if place + 1 < len(cuts) else None])
        >= _MIN_PAPER_WORDS
    ]


def _paper(
    source: Source,
    furniture: Sequence[Span],
    known: dict[int, Mark],
    start: int,
    end: int,
    sentences: Sequence[Sentence],
) -> Paper:
    pieces = pieces_of(source, furniture, sentences)
    starts = sorted(known)
    for index, piece in enumerate(pieces):
        place = bisect_left(starts, piece.start)
        piece.heading = place < len(starts) and starts[place] < piece.end and piece.kind is not SentenceKind.CELL
        if not piece.heading:
            piece.heading = is_heading(source.text, pieces, index)
    leads = {piece.lead.start for piece in pieces if piece.lead is not None}
    for piece in pieces:
        piece.heading = piece.heading and not (
            piece.start in leads and piece.text[-1] in ",:" and piece.text.count(" ") > 0
        )
    name_debris(source.text, pieces)
    title = _title(pieces)
    return _candidates(title, start, end, pieces, lost_headings(source.text, furniture, pieces))


def _title(pieces: Sequence[Piece]) -> str:
    """The title: the longest of the first headings, or else the first line."""
    named = next(
        (piece.text for piece in pieces[:6] if _PAPER_TITLE.match(piece.text) and not ENDED.search(piece.text)), None
    )
    if named is not None:
        return named
    early = [piece.text for piece in pieces[:8] if piece.heading or piece.reason in ("fragment", "heading")]
    for place, piece in enumerate(pieces[:8]):
        if piece.text in early and len(piece.text.split()) >= 3:
            after = pieces[place + 1] if place + 1 < len(pieces) else None
            cut = (
                after is not None
                and after.reason == "fragment"
                and after.start - piece.end <= 2
                and len(after.text.split()) < 4
            )
            return f"{piece.text} {after.text.rstrip('.')}" if cut and after is not None else piece.text
    return early[0] if early else (pieces[0].text[:100] if pieces else "")


def _candidates(title: str, start: int, end: int, pieces: Sequence[Piece], lost: frozenset[int]) -> Paper:
    headings = [""]
    left_out: Counter[str] = Counter()
    kept: list[tuple[Piece, int, int, bool]] = []  # piece, section, lead, usable
    lead_at: dict[int, int] = {}
    for index, piece in enumerate(pieces):
        if index in lost:
            headings.append("")
        if piece.heading:
            if piece.text != title or len(headings) > 1:
                headings.append(piece.text.rstrip(":,"))
            continue
        if piece.reason and piece.reason != "lead":
            left_out[piece.reason] += 1
            continue
        if restates(piece.text, title):
            left_out["title again"] += 1
            continue
        listing = labelled(piece.text)
        lead = lead_at.get(piece.lead.start, -1) if piece.lead is not None and listing else -1
        whole = (
            ENDED.search(piece.text) is not None and len(piece.text.split()) >= 6 and not piece.text.startswith("at ")
        )
        if piece.lead is not None and listing and lead < 0 and not whole:
            left_out["list without lead-in"] += 1
            continue
        lead_at[piece.start] = len(kept)
        kept.append((piece, len(headings) - 1, lead, not piece.reason))
    sizes = Counter(section for _, section, _, _ in kept)
    placed: Counter[int] = Counter()
    candidates: list[Candidate] = []
    for index, (piece, section, lead, usable) in enumerate(kept):
        before = index - 1 if index and kept[index - 1][1] == section else -1
        listed = lead >= 0
        opens, text = without_bullet(piece)
        place = placed[section]
        placed[section] += 1
        candidates.append(
            Candidate(index, opens, piece.end, text, section, place, sizes[section], listed, lead, before, usable)
        )
    return Paper(title, start, end, tuple(headings), tuple(candidates), dict(left_out))
