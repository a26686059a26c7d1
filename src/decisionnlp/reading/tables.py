"""Tables and lists as readers write them into the text: each cell on lines of its own, each list item with its number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from decisionnlp.document import MarkKind
from decisionnlp.reading.draft import TextBuilder

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at a row and column of its table's grid; ``write`` adds its text to the builder."""

    row: int
    column: int
    write: Callable[[], None]


def write_table(builder: TextBuilder, cells: Sequence[Cell], *, table: int | None = None) -> int:
    """Write cells in reading order, rows parted by a blank line; empty cells leave no mark. Returns the table's number."""
    number = builder.new_table() if table is None else table
    builder.gap()
    with builder.mark(MarkKind.TABLE, table=number):
        row = cells[0].row if cells else 0
        for cell in cells:
            if cell.row != row:
                builder.gap()
                row = cell.row
            builder.end_line()
            with builder.mark(MarkKind.CELL, table=number, row=cell.row, column=cell.column):
                cell.write()
            builder.end_line()
    builder.gap()
    return number


def roman(number: int) -> str:
    """Lower-case Roman numeral of a number from 1 to 3999; Arabic digits outside."""
    if not 1 <= number <= 3999:
        return str(number)
    out = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        out.append(letters * count)
    return "".join(out)


def letter(number: int) -> str:
    """a, b, … z, aa, bb, … as Word counts; digits for numbers below 1."""
    if number < 1:
        return str(number)
    repeats, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * min(repeats + 1, 20)


def numeral(number: int, style: str) -> str:
    """A list number in one of the styles of HTML, ODF and OOXML."""
    match style:
        case "a" | "lower-alpha" | "lower-latin" | "lowerLetter":
            return letter(number)
        case "A" | "upper-alpha" | "upper-latin" | "upperLetter":
            return letter(number).upper()
        case "i" | "lower-roman" | "lowerRoman":
            return roman(number)
        case "I" | "upper-roman" | "upperRoman":
            return roman(number).upper()
        case "decimalZero" | "decimal-leading-zero":
            return f"{number:02d}"
        case _:
            return str(number)
