"""Is this Danish? A sample of the text is enough to warn by; nothing hangs on the answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from decisionnlp import lexicons

if TYPE_CHECKING:
    from decisionnlp.document import Source

_SAMPLE = 3000
_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAST_WORDS = 12
# Written Norwegian is near enough to be taken for Danish and the other way round; these spellings are Danish alone.
_NEAR = frozenset({"nb", "no", "nn"})
_DANISH_ONLY = lexicons.words("function_words", "danish_only")


# Words that make up a good part of any Danish text; some are Norwegian or Swedish, too.
_SMALL = lexicons.words("function_words", "frequent")


def _sample(text: str) -> str:
    """Up to three stretches from the beginning, the middle and the end: a bundle may begin with a foreign page."""
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return "\n".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


def is_danish(source: Source | str) -> bool | None:
    """Whether a text is in Danish; None where it holds fewer than 12 words or the language model is not installed."""
    sample = _sample(source if isinstance(source, str) else source.text)
    words = _WORD.findall(sample.lower())
    if len(words) < _LEAST_WORDS:
        return None
    own = len(_DANISH_ONLY.intersection(words))
    if own >= 3 and sum(word in _SMALL for word in words) * 6 >= len(words):
        return True  # so plain that the language model need not be loaded
    try:
        from py3langid import classify
    except ImportError:
        return None
    language = classify(" ".join(words))[0]
    return language == "da" or (language in _NEAR and own >= 2)
