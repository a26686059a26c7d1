"""Votes, amounts, identifiers and disqualifications of an item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from decisionnlp.document import Amount, Disqualification, Identifier, Item, Source, Span, Vote, ZoneKind
from decisionnlp.extraction.amounts import find_amounts
from decisionnlp.extraction.disqualifications import find_disqualifications
from decisionnlp.extraction.identifiers import find_identifiers
from decisionnlp.extraction.votes import find_votes
from decisionnlp.flattening import flatten
from decisionnlp.slotted import changed
from decisionnlp.stems import Stems

# One look decides whether a sentence can hold anything; most hold nothing.
_WORTH = re.compile(
    r"kr\b|kroner|DKK|EUR|€|§|\d[-/.]\w*\d|stem|enig|undl|forbehold|inhabil|\b(?:LBK|BEK|[Ll]okalplan)|:\s*\d",
    re.IGNORECASE,
)
# Its alternatives by what they cost to look for: words that are enough wherever they stand, signs, and the rest.
_ENOUGH = ("kroner", "dkk", "eur", "stem", "enig", "undl", "forbehold", "inhabil")
# (Each way begins with its sign, for speed.)
_SIGNS = re.compile(r"[€§\d:](?:(?<=[€§])|(?<=\d)[-/.]\w*\d|(?<=:)\s*\d)")
_CROWNS = re.compile(r"kr\b")
_STEMS = Stems("lbk", "bek", "lokalplan")
_BALLOT_ZONES = frozenset((ZoneKind.OUTCOME, ZoneKind.ATTENDANCE))


def _worth(text: str) -> bool:
    """Whether ``_WORTH`` is found."""
    lower = text.lower()
    for word in _ENOUGH:
        if word in lower:
            return True
    if _SIGNS.search(text):
        return True
    if "kr" in lower and _CROWNS.search(lower):
        return True
    return _STEMS.within(text) and _WORTH.search(text) is not None


def _filled(item: Item) -> bool:
    return bool(item.votes or item.amounts or item.identifiers or item.disqualifications)


def attributes(item: Item, source: Source, furniture: Sequence[Span]) -> Item:
    """The item with its attributes: ballots and disqualifications of this meeting only, amounts and identifiers of any zone."""
    votes: list[Vote] = []
    amounts: list[Amount] = []
    identifiers: list[Identifier] = []
    disqualified: list[Disqualification] = []
    for sentence in item.sentences:
        if not _worth(sentence.text):
            continue
        flat = flatten(source.text, sentence.start, sentence.end, skip=furniture)
        amounts += find_amounts(flat)
        identifiers += find_identifiers(flat)
        if sentence.zone in _BALLOT_ZONES:
            votes += find_votes(flat)
            disqualified += find_disqualifications(flat)
    if not (votes or amounts or identifiers or disqualified or _filled(item)):
        return item
    return changed(
        item,
        votes=tuple(votes),
        amounts=tuple(amounts),
        identifiers=tuple(identifiers),
        disqualifications=tuple(disqualified),
    )
