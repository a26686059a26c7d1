"""Ruled tables: the lines drawn on a page, joined into grids, and the cells of each grid.

A grid is a set of crossing lines. Where no line parts two fields of it they are one (merged) cell.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

_THIN = 3.5  # points: a filled rectangle no wider than this is a line
_NEAR = 2.5  # lines no further apart than this are the same line; ends within this of a line touch it
_SHORTEST = 6.0
_MAX_OBJECTS = 20_000  # a page with more drawn objects is a map or a drawing
_MAX_SEGMENTS = 40_000
_MAX_FIELDS = 20_000
_MAX_DEPTH = 4

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Line:
    """A ruling at ``at`` (x of a vertical, y of a horizontal) from ``start`` to ``end``."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class GridCell:
    row: int
    column: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(slots=True)
class Grid:
    """``columns`` are the x of its vertical lines, left to right; cells in reading order."""

    x0: float
    y0: float
    x1: float
    y1: float
    columns: list[float]
    lines: list[float]  # the y of its horizontal lines, bottom to top
    cells: list[GridCell] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)  # the cell of each field, row by row from the top

    @property
    def rows(self) -> int:
        return len(self.lines) - 1

    @property
    def is_table(self) -> bool:
        """Two rows and two columns at least that are not all merged away."""
        return len({cell.row for cell in self.cells}) > 1 and len({cell.column for cell in self.cells}) > 1

    def cell_at(self, x: float, y: float) -> int | None:
        """The index of the cell around a point, or None."""
        if not (self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1):
            return None
        column = min(max(bisect_right(self.columns, x) - 1, 0), len(self.columns) - 2)
        row = self.rows - 1 - min(max(bisect_right(self.lines, y) - 1, 0), self.rows - 1)
        return self.owners[row * (len(self.columns) - 1) + column]


def page_lines(page: Any) -> tuple[list[Line], list[Line]]:
    """The vertical and the horizontal lines drawn on a page; none where it holds more than a table would."""
    vertical: list[Line] = []
    horizontal: list[Line] = []
    for x0, y0, x1, y1 in _strokes(page.raw):
        if x1 - x0 <= _THIN and y1 - y0 >= _SHORTEST:
            vertical.append(Line((x0 + x1) / 2, y0, y1))
        elif y1 - y0 <= _THIN and x1 - x0 >= _SHORTEST:
            horizontal.append(Line((y0 + y1) / 2, x0, x1))
        if len(vertical) + len(horizontal) > _MAX_SEGMENTS:
            return [], []
    return vertical, horizontal


def _strokes(page: Any) -> Iterator[tuple[float, float, float, float]]:
    """Boxes of everything drawn as a straight line along an axis, in page coordinates."""
    budget = [_MAX_OBJECTS]
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MAX_OBJECTS)):
        yield from _object_strokes(pdfium.FPDFPage_GetObject(page, index), _IDENTITY, 0, budget)


def _object_strokes(
    obj: Any, outer: Matrix, depth: int, budget: list[int]
) -> Iterator[tuple[float, float, float, float]]:
    budget[0] -= 1
    if budget[0] < 0 or not obj:
        return
    kind = pdfium.FPDFPageObj_GetType(obj)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        yield from _path_strokes(obj, _compose(_matrix(obj), outer), budget)
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
        inner = _compose(_matrix(obj), outer)
        for index in range(max(pdfium.FPDFFormObj_CountObjects(obj), 0)):
            if budget[0] < 0:
                return
            yield from _object_strokes(pdfium.FPDFFormObj_GetObject(obj, index), inner, depth + 1, budget)


def _path_strokes(path: Any, matrix: Matrix, budget: list[int]) -> Iterator[tuple[float, float, float, float]]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if not fill.value and not stroke.value:
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(max(pdfium.FPDFPath_CountSegments(path), 0)):
        budget[0] -= 1
        if budget[0] < 0:
            return
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = _apply(matrix, x.value, y.value)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            yield from _subpath_strokes(points, bool(stroke.value))
            points = []
        points.append(point)
        if pdfium.FPDFPathSegment_GetClose(segment) and len(points) > 2:
            points.append(points[0])
    yield from _subpath_strokes(points, bool(stroke.value))


def _subpath_strokes(points: list[tuple[float, float]], stroked: bool) -> Iterator[tuple[float, float, float, float]]:
    if len(points) < 2:
        return
    x0, x1 = min(x for x, _ in points), max(x for x, _ in points)
    y0, y1 = min(y for _, y in points), max(y for _, y in points)
    if x1 - x0 <= _THIN or y1 - y0 <= _THIN:
        yield x0, y0, x1, y1
    elif stroked:
        for (xa, ya), (xb, yb) in pairwise(points):
            if abs(xa - xb) <= 0.7 or abs(ya - yb) <= 0.7:
                yield min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)


def _matrix(obj: Any) -> Matrix:
    raw = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(obj, raw):
        return _IDENTITY
    return raw.a, raw.b, raw.c, raw.d, raw.e, raw.f


def _compose(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def grids(vertical: list[Line], horizontal: list[Line]) -> list[Grid]:
    """Grids from lines: collinear pieces are joined, crossing lines belong together, top of the page first."""
    vertical, horizontal = _join(vertical), _join(horizontal)
    if len(vertical) < 2 or len(horizontal) < 2 or len(vertical) * len(horizontal) > 1_000_000:
        return []
    parent = list(range(len(vertical) + len(horizontal)))
    for v, upright in enumerate(vertical):
        for h, flat in enumerate(horizontal):
            if (
                flat.start - _NEAR <= upright.at <= flat.end + _NEAR
                and upright.start - _NEAR <= flat.at <= upright.end + _NEAR
            ):
                _unite(parent, v, len(vertical) + h)
    groups: dict[int, tuple[list[Line], list[Line]]] = {}
    for v, upright in enumerate(vertical):
        groups.setdefault(_find(parent, v), ([], []))[0].append(upright)
    for h, flat in enumerate(horizontal):
        groups.setdefault(_find(parent, len(vertical) + h), ([], []))[1].append(flat)
    found = [_grid(uprights, flats) for uprights, flats in groups.values() if len(uprights) > 1 and len(flats) > 1]
    return sorted((grid for grid in found if grid is not None), key=lambda grid: (-grid.y1, grid.x0))


def _join(lines: list[Line]) -> list[Line]:
    """Collinear pieces that touch become one line."""
    lines = sorted(lines, key=lambda line: line.at)
    bands: list[list[Line]] = []
    for line in lines:
        if bands and line.at - bands[-1][0].at <= _NEAR:
            bands[-1].append(line)
        else:
            bands.append([line])
    joined: list[Line] = []
    for band in bands:
        at = sum(line.at for line in band) / len(band)
        current: Line | None = None
        for line in sorted(band, key=lambda line: line.start):
            if current is not None and line.start <= current.end + _NEAR:
                current.end = max(current.end, line.end)
            else:
                current = Line(at, line.start, line.end)
                joined.append(current)
    return joined


def _grid(uprights: list[Line], flats: list[Line]) -> Grid | None:
    xs, ys = _distinct(uprights), _distinct(flats)[::-1]
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1 or columns * rows > _MAX_FIELDS:
        return None
    parent = list(range(columns * rows))
    for row in range(rows):
        middle_y = (ys[row] + ys[row + 1]) / 2
        for column in range(columns):
            middle_x = (xs[column] + xs[column + 1]) / 2
            here = row * columns + column
            if column + 1 < columns and not _covers(uprights, xs[column + 1], middle_y):
                _unite(parent, here, here + 1)
            if row + 1 < rows and not _covers(flats, ys[row + 1], middle_x):
                _unite(parent, here, here + columns)
    cells: dict[int, GridCell] = {}
    for row in range(rows):
        for column in range(columns):
            root = _find(parent, row * columns + column)
            x0, x1, y0, y1 = xs[column], xs[column + 1], ys[row + 1], ys[row]
            cell = cells.get(root)
            if cell is None:
                cells[root] = GridCell(row, column, x0, y0, x1, y1)
            else:
                cell.column = min(cell.column, column)
                cell.x0, cell.x1 = min(cell.x0, x0), max(cell.x1, x1)
                cell.y0, cell.y1 = min(cell.y0, y0), max(cell.y1, y1)
    ordered = sorted(cells.items(), key=lambda item: (item[1].row, item[1].column))
    place = {root: index for index, (root, _) in enumerate(ordered)}
    owners = [place[_find(parent, index)] for index in range(columns * rows)]
    return Grid(xs[0], ys[-1], xs[-1], ys[0], xs, ys[::-1], [cell for _, cell in ordered], owners)


def _distinct(lines: list[Line]) -> list[float]:
    found: list[float] = []
    for at in sorted(line.at for line in lines):
        if not found or at - found[-1] > _NEAR:
            found.append(at)
    return found


def _covers(lines: list[Line], at: float, middle: float) -> bool:
    return any(abs(line.at - at) <= _NEAR and line.start <= middle <= line.end for line in lines)


def _find(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def _unite(parent: list[int], first: int, second: int) -> None:
    a, b = _find(parent, first), _find(parent, second)
    if a != b:
        parent[max(a, b)] = min(a, b)
