"""Items that lost their titles and begin with the number of their case: ``• Sagsid.: 18/9917``. The last ones may hold nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.titles import Found

_LEAST = 3  # items that begin so
_REGISTERED = re.compile(r"\W{0,3}(?P<label>Sags ?(?:id|ID|nr|nummer)|Sagsnr|J\. ?nr)\.?:(?:\s*[\d./A-Z-]*)$")


def with_registered(items: list[Found], lines: Sequence[Line]) -> list[Found]:
    """``items``, cut at every further line that opens most of them: the case number alone, without a title above it."""
    labels = [
        match["label"] for item in items if not item.title and (match := _REGISTERED.match(lines[item.first].text))
    ]
    if len(labels) < _LEAST or 2 * len(labels) <= len(items) or len(set(labels)) != 1:
        return items
    label = labels[0]
    found: list[Found] = []
    for item in items:
        rows = [index for index in range(item.first + 1, item.last) if _opens(lines[index], label)]
        ends = [*rows, item.last]
        found.append(replace(item, last=ends[0]))
        found += [
            Found(None, "", False, index, index, index + 1, end, "none")
            for index, end in zip(rows, ends[1:], strict=True)
        ]
    return found


def _opens(line: Line, label: str) -> bool:
    match = _REGISTERED.match(line.text)
    return match is not None and match["label"] == label and line.gap > 0
