"""Numbered lists of Word documents: what Word would print before each paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from decisionnlp.reading.docx.elements import W, value
from decisionnlp.reading.tables import numeral

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(slots=True)
class _Level:
    style: str = "decimal"
    text: str = "%1."
    start: int = 1
    restart: int = -1  # the level after which this one starts anew; -1: every higher one


@dataclass(slots=True)
class _List:
    key: str  # lists with the same key count on from each other
    levels: dict[int, _Level]


@dataclass(slots=True)
class Numbering:
    """Counters for every list of a document; ``label`` is called once for each numbered paragraph, in order."""

    lists: dict[str, _List] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)

    @classmethod
    def parse(cls, root: Any | None) -> Numbering:
        """From ``word/numbering.xml``; empty where the document has none."""
        found = cls()
        if root is None:
            return found
        abstract = {
            item.get(f"{W}abstractNumId"): {_level_index(level): _level(level) for level in item.findall(f"{W}lvl")}
            for item in root.findall(f"{W}abstractNum")
        }
        for item in root.findall(f"{W}num"):
            number = item.get(f"{W}numId") or ""
            base = value(item.find(f"{W}abstractNumId")) or ""
            levels = dict(abstract.get(base, {}))
            overridden = False
            for override in item.findall(f"{W}lvlOverride"):
                index = _level_index(override)
                own = override.find(f"{W}lvl")
                start = _integer(value(override.find(f"{W}startOverride")), None)
                level = _level(own) if own is not None else levels.get(index, _Level(text=f"%{index + 1}."))
                if start is not None:
                    level = _Level(level.style, level.text, start, level.restart)
                    overridden = True
                levels[index] = level
            found.lists[number] = _List(f"num {number}" if overridden else f"abstract {base}", levels)
        return found

    def label(self, number: str, index: int) -> str | None:
        """The label of the next paragraph of list ``number`` at level ``index`` (from 0); None where there is no list."""
        item = self.lists.get(number)
        if item is None or number == "0" or not 0 <= index < _LEVELS:
            return None
        level = item.levels.get(index, _Level(text=f"%{index + 1}."))
        if level.style == "bullet":
            return (
                "•"
                if len(level.text) == 1 and not level.text.isalnum() and level.text not in "-–"
                else level.text or "•"
            )
        counts = self._counts.setdefault(item.key, [None] * _LEVELS)
        current = counts[index]
        counts[index] = level.start if current is None else current + 1
        for lower in range(index + 1, _LEVELS):
            restart = item.levels[lower].restart if lower in item.levels else -1
            if restart != 0 and (restart < 0 or index < restart):
                counts[lower] = None
        if level.style == "none":
            return _PLACE.sub("", level.text).strip() or None

        def place(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            shown = item.levels.get(at, _Level())
            count = counts[at]
            return numeral(shown.start if count is None else count, shown.style)

        return _PLACE.sub(place, level.text).strip() or None


def _integer(found: str | None, default: int | None) -> int | None:
    try:
        return int(found) if found is not None else default
    except ValueError:
        return default


def _level_index(element: Any) -> int:
    return _integer(element.get(f"{W}ilvl"), 0) or 0


def _level(element: Any) -> _Level:
    text = value(element.find(f"{W}lvlText"))
    return _Level(
        style=value(element.find(f"{W}numFmt")) or "decimal",
        text="%1." if text is None else _readable(text),
        start=_integer(value(element.find(f"{W}start")), 1) or 0,
        restart=-1 if (restart := _integer(value(element.find(f"{W}lvlRestart")), None)) is None else restart,
    )


def _readable(text: str) -> str:
    """Bullets of symbol fonts come as private-use characters (and Courier's ``o``)."""
    return "•" if len(text) == 1 and (text == "o" or "\ue000" <= text <= "\uf8ff") else text
