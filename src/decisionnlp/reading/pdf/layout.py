"""From words to blocks of lines in reading order, one page at a time.

The content stream's own order is kept wherever it reads downwards: it keeps table cells and text boxes whole. It is left
only where a page was painted line by line across columns, and where a block that stands above another was painted later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from decisionnlp.reading.pdf.ruling import Grid
from decisionnlp.reading.pdf.words import BULLET, Word

_GAP_IN_LINE = 1.5  # a gap of more than this many font sizes parts fragments of one line
_TAB_GAP = 3.0  # from here on it is a column's gap and is written as a tab
_MOST_FRAGMENTS = 1500  # a page with more is a list or a drawing: it is read in stream order
_SAME_LINE = 0.35  # baselines closer than this share of the font size are one line
_LABEL = re.compile(
    r"(?:[•▪–\-*☐☒✓→o]|\(?\d{1,3}[a-z]?(?:\.\d{1,3}){0,3}[.):]?|[a-zA-Z][.)]|(?:Punkt|Pkt\.?|Ad\.?|Nr\.?|Sag)(?: nr\.?)? \d{1,4}[.:]?)"
)
# What a letterhead's column says: telephone, e-mail, web, postal code and town, registration numbers, the case officer.
_ADDRESS = re.compile(
    r"\btlf\b|\btelefon\b|\bmobil\b|direkte|@|\bwww\.|\be-?(?:mail|post)\b|\b\d{4} [A-ZÆØÅ][a-zæøå]|\bcvr\b|\bean\b|sagsbehandler|sagsnr"
    r"|sagsnummer|journalnr|j\.nr|\bside \d+ af \d+|åbningstid|kontaktperson|\bafdeling\b|(?:vej|gade|allé|plads|torv|stræde) \d+"
    r"|^sag:?$|^dato:?$|\bkommune$|^(?:skrevet af|reference|ref\.|initialer)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Fragment:
    """Words on one line without a gap between them."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: float  # share of the letters that are bold
    order: float
    angle: int = 0

    @property
    def top(self) -> float:
        return self.y + 0.75 * self.size

    @property
    def bottom(self) -> float:
        return self.y - 0.22 * self.size


@dataclass(slots=True)
class TableBlock:
    """A ruled table's cells: row, column and text; ``columns`` are the x of its vertical lines."""

    cells: list[tuple[int, int, str]]
    columns: list[float]
    rows: int


@dataclass(slots=True)
class Block:
    """Lines that belong together, top to bottom, or a table."""

    x0: float
    x1: float
    top: float
    bottom: float
    order: float
    lines: list[Fragment] = field(default_factory=list)
    table: TableBlock | None = None


@dataclass(slots=True)
class PageLayout:
    """What is on a page: fragments of running text in stream order, and the blocks that rulings frame."""

    number: int
    width: float
    height: float
    fragments: list[Fragment]
    framed: list[Block]
    scanned: bool = False
    broken: bool = False


def fragments_of(words: Sequence[Word]) -> list[Fragment]:
    """Join words that follow each other in the stream on one line without a column's gap between them."""
    found: list[Fragment] = []
    parts: list[str] = []
    letters = heavy = 0
    current: Fragment | None = None

    def close() -> None:
        nonlocal parts, letters, heavy
        if current is not None:
            current.text = _tidy(" ".join(parts))
            current.bold = heavy / letters if letters else 0.0
            found.append(current)
        parts, letters, heavy = [], 0, 0

    for word in words:
        if current is None or not _continues(current, word):
            close()
            current = Fragment("", word.x0, word.x1, word.y, word.size, 0.0, word.order, word.angle)
        elif word.x0 - current.x1 < 0.05 * word.size and word.size < 0.8 * current.size and parts:
            parts[-1] += word.text  # a raised footnote number clings to its word
            current.x1 = max(current.x1, word.x1)
            continue
        if word.size > current.size and len(current.text) == 0 and not parts:
            current.size, current.y = word.size, word.y
        parts.append(word.text)
        letters += len(word.text)
        heavy += len(word.text) * word.bold
        current.x1 = max(current.x1, word.x1)
    close()
    return [fragment for fragment in found if fragment.text]


def _continues(current: Fragment, word: Word) -> bool:
    if word.angle != current.angle:
        return False
    size = max(current.size, word.size)
    offset = abs(word.y - current.y)
    gap = word.x0 - current.x1
    if offset <= _SAME_LINE * size:
        return -0.6 * size <= gap <= _GAP_IN_LINE * size
    raised = word.size < 0.8 * current.size and offset <= 0.6 * size  # footnote number
    return raised and -0.3 * size <= gap <= 0.5 * size


def _tidy(text: str) -> str:
    return " ".join(text.split())


def cell_text(words: Sequence[Word]) -> str:
    """The text of one cell: its lines top to bottom, each left to right."""
    return "\n".join(line.text for line in rows_of(fragments_of(sorted(words, key=lambda word: word.order))))


def rows_of(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Fragments joined to visual lines, top to bottom and left to right."""
    ordered = sorted(fragments, key=lambda fragment: (-fragment.y, fragment.x0))
    bands: list[list[Fragment]] = []
    for fragment in ordered:
        if bands and abs(bands[-1][0].y - fragment.y) <= _SAME_LINE * max(fragment.size, bands[-1][0].size):
            bands[-1].append(fragment)
        else:
            bands.append([fragment])
    return [join_line(sorted(band, key=lambda fragment: fragment.x0)) for band in bands]


def join_line(pieces: Sequence[Fragment]) -> Fragment:
    """One line out of fragments side by side; a column's gap becomes a tab, except after a list label."""
    if len(pieces) == 1:
        return pieces[0]
    text = pieces[0].text
    for before, after in pairwise(pieces):
        wide = after.x0 - before.x1 > _TAB_GAP * max(before.size, after.size)
        text += ("\t" if wide and not _LABEL.fullmatch(before.text) else " ") + after.text
    letters = sum(len(piece.text) for piece in pieces)
    bold = sum(piece.bold * len(piece.text) for piece in pieces) / letters
    largest = max(pieces, key=lambda piece: len(piece.text))
    return Fragment(
        text,
        min(piece.x0 for piece in pieces),
        max(piece.x1 for piece in pieces),
        largest.y,
        largest.size,
        bold,
        min(piece.order for piece in pieces),
        largest.angle,
    )


def frame(words: Sequence[Word], grids: Sequence[Grid], width: float) -> tuple[list[Word], list[Block]]:
    """Words inside ruled grids become table blocks (or one text block for a narrow box); the other words are returned."""
    usable = [grid for grid in grids if grid.is_table or grid.x1 - grid.x0 < 0.6 * width]
    if not usable:
        return list(words), []
    held: dict[tuple[int, int], list[Word]] = {}
    free: list[Word] = []
    for word in words:
        x, y = (word.x0 + word.x1) / 2, word.y + 0.3 * word.size
        for number, grid in enumerate(usable):
            cell = grid.cell_at(x, y)
            if cell is not None:
                held.setdefault((number, cell), []).append(word)
                break
        else:
            free.append(word)
    blocks = []
    for number, grid in enumerate(usable):
        texts = [
            (cell.row, cell.column, cell_text(held[number, index]))
            for index, cell in enumerate(grid.cells)
            if (number, index) in held
        ]
        inside = [word for (owner, _), some in held.items() if owner == number for word in some]
        if not inside:
            continue
        order = min(word.order for word in inside)
        block = Block(grid.x0, grid.x1, grid.y1, grid.y0, order)
        if grid.is_table and len(texts) > 1:
            block.table = TableBlock(texts, grid.columns, grid.rows)
        else:
            block.lines = rows_of(fragments_of(sorted(inside, key=lambda word: word.order)))
        blocks.append(block)
    return free, blocks


def side_column(fragments: Sequence[Fragment], width: float) -> list[Fragment]:
    """The fragments of a narrow column at the right that stands beside the text (a letterhead's address block).

    A column: at least three fragments that begin at the same x in the right of the page, with nothing crossing their left
    edge beside them. It is told from a table's last column by what it says, by its own place in the stream, or by
    baselines that differ from those of the text.
    """
    if len(fragments) > _MOST_FRAGMENTS:
        return []
    starts = sorted(fragment.x0 for fragment in fragments if fragment.x0 >= 0.58 * width)
    best: list[Fragment] = []
    for start in sorted({round(x) for x in starts}):
        if sum(1 for x in starts if abs(x - start) <= 2.5) < 3:
            continue
        column = [fragment for fragment in fragments if fragment.x0 >= start - 3]
        top, bottom = max(f.top for f in column), min(f.bottom for f in column)
        beside = [f for f in fragments if f.x0 < start - 3 and f.bottom < top and f.top > bottom]
        if any(fragment.x1 > start - 4 for fragment in beside):
            continue
        if _is_side_column(column, beside):
            best = column
            break
    return best


def _is_side_column(column: Sequence[Fragment], beside: Sequence[Fragment]) -> bool:
    cues = sum(1 for fragment in column if _ADDRESS.search(fragment.text))
    aligned = sum(1 for f in column if any(abs(f.y - other.y) <= 0.8 for other in beside))
    runs = _runs(column, beside)
    alone = runs <= max(1, len(column) // 4)
    if cues >= 2 and (alone or aligned < 0.9 * len(column) or cues >= len(column) / 3):
        return True
    return len(column) >= 4 and alone and aligned < 0.5 * len(column) and bool(beside)


def is_address(column: Sequence[Fragment]) -> bool:
    """Whether a side column holds an address rather than text of the case."""
    cues = sum(1 for fragment in column if _ADDRESS.search(fragment.text))
    words = sum(len(fragment.text.split()) for fragment in column)
    return cues >= 2 and words <= 90


def _runs(some: Sequence[Fragment], others: Sequence[Fragment]) -> int:
    """In how many unbroken runs of the stream ``some`` stand among ``others``."""
    tagged = sorted([(f.order, True) for f in some] + [(f.order, False) for f in others])
    return sum(
        1 for (_, is_some), before in zip(tagged, [(0, False), *tagged], strict=False) if is_some and not before[1]
    )


def read_order(fragments: Sequence[Fragment], framed: Sequence[Block], width: float) -> list[Block]:
    """The page's blocks in reading order."""
    if len(fragments) > _MOST_FRAGMENTS:
        return _stream_blocks(fragments, framed)
    fragments = _with_labels(fragments)
    gutter = text_gutter(fragments, width)
    if gutter is not None:
        fragments = _by_columns(fragments, gutter)
    return _raise_late_blocks(_stream_blocks(fragments, framed))


def _with_labels(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Bullets and numbers painted apart from their items are put before them in the order."""
    out = []
    for fragment in fragments:
        if len(fragment.text) <= 6 and _LABEL.fullmatch(fragment.text):
            right = [
                other
                for other in fragments
                if other is not fragment
                and abs(other.y - fragment.y) <= _SAME_LINE * other.size
                and 0 <= other.x0 - fragment.x1 <= 5 * other.size
            ]
            item = min(right, key=lambda other: other.x0, default=None)
            if item is not None and not _LABEL.fullmatch(item.text):
                fragment = replace(fragment, order=item.order - 0.5)
        out.append(fragment)
    return sorted(out, key=lambda fragment: fragment.order)


def text_gutter(fragments: Sequence[Fragment], width: float) -> float | None:
    """The x between two columns of running text that the stream zig-zags through, or None.

    Columns of text fill their lines with several words on both sides; the two sides of a table or a form do not.
    """
    pairs = []
    by_order = sorted(fragments, key=lambda fragment: fragment.order)
    for left, right in pairwise(by_order):
        if abs(left.y - right.y) <= 0.8 and right.x0 > left.x1 and 0.35 * width < right.x0 < 0.68 * width:
            pairs.append((left, right))
    if len(pairs) < 5:
        return None
    start = median(right.x0 for _, right in pairs)
    pairs = [(left, right) for left, right in pairs if abs(right.x0 - start) <= 4]
    if len(pairs) < 5:
        return None
    left_width = start - min(left.x0 for left, _ in pairs)
    right_width = max(right.x1 for _, right in pairs) - start
    full_left = sum(1 for left, _ in pairs if left.x1 - left.x0 > 0.6 * left_width and len(left.text.split()) >= 3)
    full_right = sum(
        1 for _, right in pairs if right.x1 - right.x0 > 0.6 * right_width and len(right.text.split()) >= 3
    )
    if min(full_left, full_right) < 0.6 * len(pairs) or left_width < 0.2 * width or right_width < 0.2 * width:
        return None
    return start - 2


def _by_columns(fragments: Sequence[Fragment], gutter: float) -> list[Fragment]:
    """Fragments top to bottom, the left column before the right one between any two lines that cross the gutter."""
    out: list[Fragment] = []
    left: list[Fragment] = []
    right: list[Fragment] = []
    for fragment in sorted(fragments, key=lambda fragment: (-round(fragment.y), fragment.x0)):
        if fragment.x0 < gutter < fragment.x1:
            out += [*left, *right, fragment]
            left, right = [], []
        else:
            (right if fragment.x0 >= gutter else left).append(fragment)
    out += [*left, *right]
    for order, fragment in enumerate(out):
        fragment.order = order
    return out


def _stream_blocks(fragments: Sequence[Fragment], framed: Sequence[Block]) -> list[Block]:
    """Runs of the stream that read downwards; a framed block parts them where it stands in the stream."""
    entries: list[Fragment | Block] = sorted([*fragments, *framed], key=lambda entry: entry.order)
    blocks: list[Block] = []
    line: list[Fragment] = []
    current: Block | None = None

    def end_line() -> None:
        nonlocal line
        if line and current is not None:
            current.lines.append(join_line(line))
        line = []

    for entry in entries:
        if isinstance(entry, Block):
            end_line()
            current = None
            blocks.append(entry)
            continue
        if current is not None and line and _beside(line[-1], entry):
            line.append(entry)
        else:
            last = line[-1] if line else None
            end_line()
            if current is None or last is None or not _below(last, entry, current) or _parted(last, entry, framed):
                current = Block(entry.x0, entry.x1, entry.top, entry.bottom, entry.order)
                blocks.append(current)
            line = [entry]
        current.x0, current.x1 = min(current.x0, entry.x0), max(current.x1, entry.x1)
        current.top, current.bottom = max(current.top, entry.top), min(current.bottom, entry.bottom)
    end_line()
    return blocks


def _beside(left: Fragment, right: Fragment) -> bool:
    return abs(left.y - right.y) <= _SAME_LINE * max(left.size, right.size) and right.x0 >= left.x1 - 0.6 * right.size


def _below(before: Fragment, after: Fragment, block: Block) -> bool:
    """Whether ``after`` goes on reading downwards from ``before``: lower, not far below, and over or under its column."""
    drop = before.y - after.y
    if drop < 0.3 * after.size:
        return False
    return after.x0 <= block.x1 and after.x1 >= block.x0


def _parted(before: Fragment, after: Fragment, framed: Sequence[Block]) -> bool:
    """Whether a table or box stands between two lines, wherever in the stream it was painted."""
    return any(block.top <= before.y and block.bottom >= after.y for block in framed)


def _raise_late_blocks(blocks: Sequence[Block]) -> list[Block]:
    """Move a block up before those it stands wholly above, where both share a column of the page."""
    placed: list[Block] = []
    for block in blocks:
        at = len(placed)
        for index in range(len(placed) - 1, -1, -1):
            other = placed[index]
            shared = min(block.x1, other.x1) - max(block.x0, other.x0)
            if shared < 0.3 * min(block.x1 - block.x0, other.x1 - other.x0):
                continue
            if other.top <= block.bottom + 2:
                at = index
            else:
                break
        placed.insert(at, block)
    return placed


def starts_with_bullet(text: str) -> bool:
    return text.startswith((BULLET, "▪", "☐", "☒")) and len(text) > 1
