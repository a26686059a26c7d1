"""Markdown: the file itself, like plain text, with headings, list items and pipe tables marked where they stand.

The signs of the notation (``#``, ``|``, the rule under a table's head) are furniture: no sentence holds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisionnlp.document import Mark, MarkKind
from decisionnlp.reading.draft import Draft, ReadOptions
from decisionnlp.reading.text import decode_checked, form_feed_pages

_LINE = re.compile(r"[^\r\n]+")
_ATX = re.compile(r"( {0,3}(#{1,6})[ \t]+)(\S.*?)([ \t]+#+)?[ \t]*$")
_ITEM = re.compile(r"([ \t]*)(?:[-*+]|\d{1,3}[.)])[ \t]+\S")
_RULE = re.compile(r"[ \t]*(?:\|[ \t]*)?:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*(?:\|[ \t]*)?$")
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")


def read_markdown(data: bytes, options: ReadOptions) -> Draft:
    """The file itself, decoded, its headings and list items marked.

    Raises:
        UnreadableError: it is no text, or too large.
    """
    text, warnings = decode_checked(data)
    marks = tuple(sorted(_marks(text), key=lambda mark: (mark.start, -mark.end)))
    return Draft(text, marks, form_feed_pages(text), warnings)


def _marks(text: str) -> Iterator[Mark]:
    lines = [(match.start(), match.group()) for match in _LINE.finditer(text)]
    table, row, table_start, table_end = -1, -1, 0, 0
    fenced = False
    for index, (start, line) in enumerate(lines):
        if _FENCE.match(line):
            fenced = not fenced
        if fenced:
            continue
        following = lines[index + 1][1] if index + 1 < len(lines) else ""
        if row < 0 and "|" in line and "|" in following and _RULE.match(following):
            table, row, table_start = table + 1, 0, start
        if row >= 0 and "|" in line:
            if row == 1 and _RULE.match(line):
                yield Mark(MarkKind.FURNITURE, start, start + len(line))
                table_end = start + len(line)
                row += 1
                continue
            yield from _row_marks(line, start, table, row if row == 0 else row - 1)
            row, table_end = row + 1, start + len(line)
            continue
        if row >= 0:
            yield Mark(MarkKind.TABLE, table_start, table_end, table=table)
            row = -1
        heading = _ATX.match(line)
        if heading:
            yield Mark(MarkKind.FURNITURE, start + heading.start(2), start + heading.end(2))
            yield Mark(MarkKind.HEADING, start + heading.start(3), start + heading.end(3), level=len(heading.group(2)))
            if heading.group(4):
                closing = heading.group(4)
                first = start + heading.end(4) - len(closing.lstrip())
                yield Mark(MarkKind.FURNITURE, first, start + heading.end(4))
        elif item := _ITEM.match(line):
            indent = len(item.group(1).expandtabs(4))
            first = start + len(item.group(1))
            yield Mark(MarkKind.LIST_ITEM, first, start + len(line.rstrip()), level=1 + indent // 2)
    if row >= 0:
        yield Mark(MarkKind.TABLE, table_start, table_end, table=table)


def _row_marks(line: str, start: int, table: int, row: int) -> Iterator[Mark]:
    """The cells of one row and, as furniture, the bars between them."""
    column = 0
    position = 0
    leading = line.lstrip().startswith("|")
    for part_index, part in enumerate(line.split("|")):
        stripped = part.strip()
        if part_index:
            yield Mark(MarkKind.FURNITURE, start + position - 1, start + position)
        if part_index or not leading:
            if stripped:
                first = start + position + part.index(stripped)
                yield Mark(MarkKind.CELL, first, first + len(stripped), table=table, row=row, column=column)
            column += 1
        position += len(part) + 1
