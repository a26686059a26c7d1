"""Whether a sentence can be read where it is put: what it points back to, what introduces it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from decisionnlp import lexicons
from decisionnlp.summarization.structure import Candidate

_LEXICON = lexicons.load("summary_openings")


def _words(entries: Sequence[str]) -> re.Pattern[str]:
    listed = sorted((re.escape(entry) for entry in entries), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(listed)})(?![\w-])", re.IGNORECASE)


_ALWAYS = _words(_LEXICON["pronoun"]["always"])
_BACK = re.compile(rf"(?:det|den|de) (?:{'|'.join(_LEXICON['pronoun']['verbs'])})\b", re.IGNORECASE)
_FORWARD = re.compile(_LEXICON["pronoun"]["forward"], re.IGNORECASE)
_CONNECTIVE = _words(_LEXICON["connective"]["words"])
# "Her" and "for" open other things too: "For Vester Torp fastholdes forslaget", "Her i kommunen".
_NAMED = re.compile(
    r"(?:for|her) (?:[A-ZÆØÅ\d]|at\b|de |den |det |en |et |i |så vidt|alle|hver|hvert|perioden|nogle|mange|første|anden|nuværende|tiden|øjeblikket)"
)
_MAX_CHAIN = 2


def opening(text: str) -> str:
    """``pronoun`` where the sentence points back to the one before it, ``connective`` where it reads on from it, else empty."""
    if _ALWAYS.match(text):
        return "" if _NAMED.match(text[0].lower() + text[1:]) else "pronoun"
    if _BACK.match(text) and not _FORWARD.match(text):
        return "pronoun"
    return "connective" if _CONNECTIVE.match(text) else ""


def needed_by(candidates: Sequence[Candidate]) -> list[tuple[int, ...] | None]:
    """For each candidate the indices that must come along (in order, without itself); ``None`` where it cannot be repaired.

    A list item needs its lead-in. A sentence that points back, and a lead-in that does (``Det drejer sig om:``), needs the one
    before it in its section, and what that one needs, up to two sentences.
    """
    needed: list[tuple[int, ...] | None] = []
    for candidate in candidates:
        if not candidate.usable:
            needed.append(None)
            continue
        if candidate.listed and candidate.lead >= 0:
            needed.append(_with_lead(candidates, needed, candidate.lead))
            continue
        if opening(candidate.text) != "pronoun":
            needed.append(())
            continue
        before = candidate.before
        if before < 0 or not candidates[before].usable:
            needed.append(None)
            continue
        more = needed[before]
        chain = None if more is None else (*more, before)
        needed.append(chain if chain is not None and len(chain) <= _MAX_CHAIN else None)
    return needed


def _with_lead(
    candidates: Sequence[Candidate], needed: Sequence[tuple[int, ...] | None], lead: int
) -> tuple[int, ...] | None:
    """What an item needs: its lead-in, and what the lead-in itself points back to."""
    before = candidates[lead].before
    if opening(candidates[lead].text) != "pronoun":
        return (lead,)
    if before < 0 or not candidates[before].usable:
        return None
    more = needed[before]
    return (*more, before, lead) if more is not None and len(more) < _MAX_CHAIN else None
