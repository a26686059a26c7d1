"""A source as papers, sections and candidate sentences: what a summary may choose from, and what it must never choose."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from decisionnlp import lexicons
from decisionnlp.document import Mark, MarkKind, MeetingKind, Sentence, SentenceKind, Source, Span
from decisionnlp.flattening import flatten
from decisionnlp.segmentation import Segmentation, segment, split_sentences

_DEBRIS = lexicons.load("summary_debris")
_RULES = [
    (name, re.compile("(?:" + "|".join(patterns) + ")", re.IGNORECASE))
    for name, patterns in _DEBRIS.items()
    if name != "contact"
]
_CONTACT = re.compile("(?:" + "|".join(_DEBRIS["contact"]) + ")", re.IGNORECASE)
_NOTE = re.compile(r"(?:kilde\w*|note\w*|anm\w*)\.?\s?\d?[:.]", re.IGNORECASE)
# A sentence is over at one of these, with its closing marks.
_ENDED = re.compile(r"[.!?…][\"'”»’)\]]*\d{0,2}$")
_QUESTION = re.compile(r"\?[\"'”»’)\]]*$")
_QUOTED = re.compile(r"[»„“”\"].{12,}[«”“\"],? |[»„“”\"].{12,}[«”“\"]\.?$")
_LETTER = re.compile(r"[^\W\d_]")
_LABEL = re.compile(r"(?:\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|\(?[a-zA-ZÆØÅ][.)]|[IVX]{1,4}[.)])\s+(?=\S)")
_BULLET = re.compile(r"[•·▪◦○●‣∙►➢➤✓■□\uf000-\uf0ff]\s*|[-–—*]\s+")
# Function words with a capital begin a sentence: they stand in no name and in no heading's second line.
_OPENER = re.compile(
    r"(?:Der|Det|Den|De|På|Med|For|Ved|Hvis|Når|Som|Af|Efter|Fra|Ifølge|Siden|Til|Om|Under|Pr\.|Nu|Derfor|Alle|Et|En)\s|I\s(?:[a-zæøå]|(?:19|20)\d\d)"
)
_DANGLING = re.compile(
    r"\b(?:og|eller|samt|i|på|af|til|for|med|fra|om|ved|den|det|de|en|et|at|der|som|er|har|\d{1,2}\.)$"
)
_PAPER_TITLE = re.compile(r"bilag\s?(?:nr\.?\s?)?\d{1,2}[a-z]?\s?[-–—:.]\s?\S", re.IGNORECASE)
_PAGE_LINE = re.compile(r"side\s\d{1,4}(?:\s?(?:af|/)\s?\d{1,4})?$|\d{1,3}$", re.IGNORECASE)
_MIN_PAPER_WORDS = 100
_GAP = re.compile(r"\n[ \t]*\n")
_NUMBERS = re.compile(r"\d[\d.,]*")


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
    """One bilag or item. ``headings[s]`` is the heading of section ``s`` (empty for what stands above the first)."""

    title: str
    start: int
    end: int
    headings: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    left_out: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Piece:
    """A sentence on its way to a candidate."""

    start: int
    end: int
    text: str
    kind: SentenceKind
    lead: Span | None
    heading: bool = False
    reason: str = ""


def read_papers(source: Source) -> tuple[list[Paper], Segmentation]:
    """The papers of a file, in order; a file that is no bundle is one paper."""
    marked = replace(source, marks=(*source.marks, *_running_lines(source)))
    segmentation = segment(marked)
    groups: list[tuple[int, int, list[Sentence]]] = []
    for meeting in segmentation.meetings:
        sentences = meeting.all_sentences()
        cuts = _paper_cuts(source, sentences) if meeting.kind is MeetingKind.ATTACHMENT else []
        edges = [0, *cuts, len(sentences)]
        for first, last in zip(edges, edges[1:], strict=False):
            if first == last:
                continue
            chunk = sentences[first:last]
            start = meeting.start if first == 0 else chunk[0].start
            stop = meeting.end if last == len(sentences) else sentences[last].start
            small = sum(sentence.text.count(" ") + 1 for sentence in chunk) < _MIN_PAPER_WORDS
            same = (
                bool(groups)
                and not cuts
                and meeting.kind is not MeetingKind.ATTACHMENT
                and _points(groups[-1][2], source)
            )
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


def _points(sentences: Sequence[Sentence], source: Source) -> bool:
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
    counts = Counter(shape for shape in shapes if 8 < len(shape) < 120 and not _ENDED.search(shape))
    often = {shape for shape, count in counts.items() if count >= 3 and _LETTER.search(shape) and " " in shape}
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
        if min(b - a for a, b in zip(found, found[1:], strict=False)) >= 12 and _at_breaks(source.text, lines, found)
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
            (text[start : start + 1] == " "
            and text[start + 1 : start + 2] != " ")
            or "\f" in text[max(start - 2, 0) : start]
            for start, _, _ in near
        )
    return 3 * hits >= 2 * len(found)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    return first, first + len(piece.strip())


def _paper_cuts(source: Source, sentences: Sequence[Sentence]) -> list[int]:
    """Indices of the sentences that open another bilag: ``Bilag 2 – …`` on a line of its own, each number once."""
    seen: dict[str, int] = {}
    for index, sentence in enumerate(sentences):
        if not _PAPER_TITLE.match(sentence.text) or _ENDED.search(sentence.text.rstrip()) or len(sentence.text) > 200:
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
    pieces = _pieces(source, furniture, sentences)
    starts = sorted(known)
    for index, piece in enumerate(pieces):
        place = bisect_left(starts, piece.start)
        piece.heading = place < len(starts) and starts[place] < piece.end and piece.kind is not SentenceKind.CELL
        if not piece.heading:
            piece.heading = _is_heading(source.text, pieces, index)
    _name_debris(source.text, pieces)
    title = _title(pieces)
    return _candidates(title, start, end, pieces)


def _pieces(source: Source, furniture: Sequence[Span], sentences: Sequence[Sentence]) -> list[_Piece]:
    """Flattened sentences: what page breaks cut in two is joined, headings glued to their paragraph are cut off."""
    text = source.text
    edges = [span.start for span in furniture]
    cells = {mark.start for mark in source.marks if mark.kind is MarkKind.CELL}
    found: list[_Piece] = []
    for sentence in sentences:
        skip = furniture[max(bisect_right(edges, sentence.start) - 1, 0) : bisect_left(edges, sentence.end)]
        flat = flatten(text, sentence.start, sentence.end, skip=skip).text
        if not flat:
            continue
        last = found[-1] if found else None
        if (
            last is not None
            and SentenceKind.CELL not in (sentence.kind, last.kind)
            and flat[0].islower()
            and not _ENDED.search(last.text)
            and last.text[-1] not in ":;"
            and len(last.text) >= 30
            and _far_apart(text, last.end, sentence.start, furniture, edges)
        ):
            first = bisect_left(edges, last.start)
            joined = flatten(
                text, last.start, sentence.end, skip=furniture[max(first - 1, 0) : bisect_left(edges, sentence.end)]
            ).text
            last.end, last.text = sentence.end, joined
            continue
        if sentence.kind is SentenceKind.CELL and sentence.start not in cells:
            tail = _prose_after(text, sentence)
            if tail:
                found.append(
                    _Piece(
                        sentence.start, tail, flatten(text, sentence.start, tail, skip=skip).text, sentence.kind, None
                    )
                )
                found += _resplit(text, tail, sentence.end, skip)
                continue
        if "\n" in sentence.text and sentence.kind is not SentenceKind.CELL:
            cut = _glued_heading(sentence.text)
            if cut:
                head = flatten(text, sentence.start, sentence.start + cut).text
                begin = sentence.start + cut + len(sentence.text[cut:]) - len(sentence.text[cut:].lstrip())
                found.append(
                    _Piece(
                        sentence.start,
                        sentence.start + len(sentence.text[:cut].rstrip()),
                        head,
                        SentenceKind.HEADING,
                        None,
                        True,
                    )
                )
                rest = flatten(text, begin, sentence.end, skip=skip).text
                found.append(_Piece(begin, sentence.end, rest, SentenceKind.PROSE, None))
                continue
        found.append(_Piece(sentence.start, sentence.end, flat, sentence.kind, sentence.lead))
    return found


def _prose_after(text: str, sentence: Sentence) -> int:
    """Where running prose begins that a flattened table's last row took along; 0 where there is none."""
    gap = None
    for match in _GAP.finditer(sentence.text):
        gap = match
    if gap is None:
        return 0
    block = sentence.text[gap.end() :]
    lines = block.strip().split("\n")
    return (
        sentence.start + gap.end()
        if len(block.split()) >= 20 and _ENDED.search(block.strip()) and max(map(len, lines)) > 55
        else 0
    )


def _resplit(text: str, start: int, end: int, skip: Sequence[Span]) -> list[_Piece]:
    found: list[_Piece] = []
    for span in split_sentences(text, start, end, skip=skip):
        cut = _glued_heading(text[span.start : span.end])
        if cut:
            found.append(
                _Piece(
                    span.start,
                    span.start + cut,
                    flatten(text, span.start, span.start + cut).text,
                    SentenceKind.HEADING,
                    None,
                    True,
                )
            )
        begin = (
            span.start + cut + len(text[span.start + cut : span.end]) - len(text[span.start + cut : span.end].lstrip())
        )
        found.append(_Piece(begin, span.end, flatten(text, begin, span.end, skip=skip).text, SentenceKind.PROSE, None))
    return found


def _far_apart(text: str, end: int, start: int, furniture: Sequence[Span], edges: Sequence[int]) -> bool:
    """A page break, furniture or a line end stands between (so the two are one sentence that was cut)."""
    between = text[end:start]
    return "\n" in between or "\f" in between or bisect_left(edges, end) < bisect_left(edges, start)


def _glued_heading(text: str) -> int:
    """Where a heading ends that the splitter took for the first line of its paragraph; 0 where there is none."""
    line, _, rest = text.partition("\n")
    line = line.rstrip()
    rest = rest.lstrip()
    if (
        not rest
        or len(line) > 90
        or _ENDED.search(line)
        or line[-1] in ",;:-"
        or (not line[0].isupper()
        and not _LABEL.match(line))
    ):
        return 0
    label = _LABEL.match(line)
    body = line[label.end() :] if label else line
    if _BULLET.match(line) or not _OPENER.match(rest) or _DANGLING.search(line) or len(rest) < 40:
        return 0
    return len(line) if body and body[0].isupper() and len(body.split()) <= 12 else 0


def _is_heading(text: str, pieces: Sequence[_Piece], index: int) -> bool:
    piece = pieces[index]
    if _NOTE.match(piece.text) or _RULES[0][1].match(piece.text):
        return False
    if piece.kind is SentenceKind.HEADING:
        return True
    if piece.kind is SentenceKind.CELL or not _looks_like_heading(piece.text) or not _own_line(text, piece):
        return False
    for following in pieces[index + 1 : index + 4]:
        if following.kind is not SentenceKind.CELL and _is_prose(following.text):
            return True
        if following.kind is SentenceKind.CELL or not _looks_like_heading(following.text):
            return following.text.endswith(":") and len(following.text.split()) > 3
    return False


def _looks_like_heading(text: str) -> bool:
    label = _LABEL.match(text)
    body = text[label.end() :] if label else text
    words = body.split()
    if not words or len(words) > (22 if label else 16) or len(text) > 150 or body[-1] in ".,;!" or _BULLET.match(text):
        return False
    if not (body[0].isupper() or body[0] in "»”’'\"" or (body[0].isdigit() and not label)):
        return False
    letters = len(_LETTER.findall(body))
    return letters >= 3 and letters >= 0.55 * len(body) and len(_NUMBERS.findall(body)) <= 2


def _is_prose(text: str) -> bool:
    return (
        len(text.split()) >= 5
        and (_ENDED.search(text) is not None or text[-1] == ":")
        and _LETTER.search(text) is not None
    )


def _own_line(text: str, piece: _Piece) -> bool:
    before = text[max(text.rfind("\n", 0, piece.start), text.rfind("\f", 0, piece.start)) + 1 : piece.start]
    after = text[piece.end : piece.end + 3]
    return not before.strip() and (not after.strip(" ") or after.lstrip(" ")[:1] in "\n\r\f")


def _name_debris(text: str, pieces: Sequence[_Piece]) -> None:
    """Say of every piece that is no candidate why; ``reason`` stays empty for candidates."""
    noted = False
    for index, piece in enumerate(pieces):
        if index and re.search(r"\n[ \t]*\r?\n", text[pieces[index - 1].end : piece.start]):
            noted = False
        piece.reason = "heading" if piece.heading else "note" if noted else _reason(piece)
        if _NOTE.match(piece.text):
            noted = True


def _reason(piece: _Piece) -> str:
    text = piece.text
    if piece.kind is SentenceKind.CELL:
        return "table"
    for name, pattern in _RULES:
        if pattern.match(text):
            return name
    if _CONTACT.match(text) and (len(text) < 100 or not _ENDED.search(text)):
        return "contact"
    if _QUESTION.search(text):
        return "question"
    words = text.split()
    label = _BULLET.match(text) or _LABEL.match(text)
    listed = piece.kind is SentenceKind.LIST_ITEM or label is not None
    body = text[label.end() :] if label else text
    letters = len(_LETTER.findall(body))
    numbers = len(_NUMBERS.findall(body))
    if len(words) < 4:
        return "fragment"
    if letters < 0.5 * len(body.replace(" ", "")) or (numbers >= 4 and numbers * 2 >= len(words)):
        return "table"
    if _QUOTED.match(body):
        return "quotation"
    if not _ENDED.search(text) and not (listed and piece.lead is not None):
        return "lead" if text[-1] == ":" and len(words) >= 4 else "fragment"
    if not listed and text[0].islower():
        return "fragment"
    return ""


def _title(pieces: Sequence[_Piece]) -> str:
    """The title: the longest of the first headings, or else the first line."""
    early = [piece.text for piece in pieces[:8] if piece.heading or piece.reason in ("fragment", "heading")]
    long = [text for text in early if len(text.split()) >= 3]
    if long:
        return long[0]
    return early[0] if early else (pieces[0].text[:100] if pieces else "")


def _candidates(title: str, start: int, end: int, pieces: Sequence[_Piece]) -> Paper:
    headings = [""]
    left_out: Counter[str] = Counter()
    kept: list[tuple[_Piece, int, int, bool]] = []  # piece, section, lead, usable
    lead_at: dict[int, int] = {}
    for piece in pieces:
        if piece.heading:
            if piece.text != title or len(headings) > 1:
                headings.append(piece.text.rstrip(":"))
            continue
        if piece.reason and piece.reason != "lead":
            left_out[piece.reason] += 1
            continue
        lead = lead_at.get(piece.lead.start, -1) if piece.lead is not None else -1
        if piece.lead is not None and lead < 0:
            left_out["list without lead-in"] += 1
            continue
        lead_at[piece.start] = len(kept)
        kept.append((piece, len(headings) - 1, lead, not piece.reason))
    sizes = Counter(section for _, section, _, _ in kept)
    placed: Counter[int] = Counter()
    candidates: list[Candidate] = []
    for index, (piece, section, lead, usable) in enumerate(kept):
        before = index - 1 if index and kept[index - 1][1] == section else -1
        listed = piece.kind is SentenceKind.LIST_ITEM
        place = placed[section]
        placed[section] += 1
        candidates.append(
            Candidate(
                index, piece.start, piece.end, piece.text, section, place, sizes[section], listed, lead, before, usable
            )
        )
    return Paper(title, start, end, tuple(headings), tuple(candidates), dict(left_out))
