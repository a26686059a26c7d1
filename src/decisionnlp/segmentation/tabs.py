"""Rows of a table whose cells a text keeps apart with tabs: ``2. Takster<TAB>Udsat til maj<TAB>Ib``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from decisionnlp.segmentation.lines import Line

# A number, a title, a tab and something in the next cell; the tab between number and title does not count.
_ROW = re.compile(r"\d{1,3}[a-z]?[.)]?[ \t]+[A-ZÆØÅ\"»”][^\t]{2,120}(?=\t+ ?\S)")
_TABS = re.compile(r"[ \t]*\t[ \t]*")
_LEAST = 3  # rows, for the text to be such a table


def tab_cuts(lines: Sequence[Line]) -> dict[int, set[int]]:
    """Where to cut numbered rows into their cells, by line index; empty where fewer than three lines are such rows."""
    rows = [
        (line, match) for line in lines
        if line.text[0].isdigit() and "\t" in line.text and (match := _ROW.match(line.text)) is not None
    ]  # fmt: skip
    if len(rows) < _LEAST:
        return {}
    return {line.index: {tabs.end() for tabs in _TABS.finditer(line.text, match.end())} for line, match in rows}
