"""Near-duplicates by the Jaccard similarity of character n-grams (Broder 1997), exactly computed."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping

import numpy as np

SIZE = 8
_FOLD = re.compile(r"[\W\d_]+")


def _grams(text: str) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    """Sorted, distinct checksums of the character n-grams of the letters alone, lower case."""
    letters = _FOLD.sub(" ", text).lower()
    found = {zlib.crc32(letters[start : start + SIZE].encode()) for start in range(max(len(letters) - SIZE + 1, 0))}
    return np.array(sorted(found), dtype=np.uint32)


def near_duplicates(texts: Mapping[str, str], *, minimum: float) -> Iterator[tuple[str, str, float]]:
    """Pairs of names whose similarity in [0, 1] is above ``minimum``."""
    grams = {name: _grams(text) for name, text in texts.items()}
    names = sorted(grams)
    for index, one in enumerate(names):
        for other in names[index + 1 :]:
            first, second = grams[one], grams[other]
            shared = len(np.intersect1d(first, second, assume_unique=True))
            total = len(first) + len(second) - shared
            if total and shared / total > minimum:
                yield one, other, shared / total
