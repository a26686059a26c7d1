"""Where the sentences of a text begin: it may hold several, and items of a list."""

from __future__ import annotations

import re

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines.tokens import MONTHS, Tokens

_ABBREVIATIONS = lexicons.words("deadline_words", "abbreviations")
_ITEM_SIGNS = frozenset("•▪◦●–-*§\uf0b7")


# Where a text may hold more than one sentence: a mark with a blank and no small letter behind it. The one set in front
# lets the search skip what is no mark.
_SEVERAL = re.compile(r"[.!?;|•▪◦●\uf0b7](?:(?<=[.!?]) [^a-zæøå]|(?<=[;|•▪◦●\uf0b7])|(?<=[!?]).)")


# Behind one of these a sentence begins, behind a full stop with conditions.
_ENDS = frozenset({".", ";", "!", "?", "•", "▪", "◦", "●", "\uf0b7", "", "|"})


def sentence_starts(tokens: Tokens) -> list[int]:
    """Token indices at which a sentence begins; a text may hold several."""
    starts = [0]
    if not _SEVERAL.search(tokens.text):
        return starts
    words = tokens.words
    for index, word in enumerate(words[: tokens.size - 1]):
        if word not in _ENDS:
            continue
        if word != ".":
            starts.append(index + 1)
        elif index and not tokens.glued(index + 1):
            before = words[index - 1]
            following = index + 1
            if before in _ABBREVIATIONS and len(before) < 5 and not tokens.capitalised(following):
                continue
            if before in _ABBREVIATIONS and before not in ("kr", "mv", "m", "mio", "lign"):
                continue
            if (
                before.isdecimal()
                and len(before) <= 2
                and (words[following] in MONTHS or not tokens.capitalised(following))
            ):
                continue
            if tokens.capitalised(following) or words[following].isdecimal() or words[following] in _ITEM_SIGNS:
                starts.append(following)
    return starts
