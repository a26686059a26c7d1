"""Times inside what is told of a thing, or of an office: *omtalt på mødet*, *tovholder på loppemarkedet*, *behovet for et møde i juni*."""

from __future__ import annotations

from decisionnlp.extraction.deadlines.members import TYPE_EVENT
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.surroundings import Surroundings, words_of
from decisionnlp.extraction.deadlines.tenses import FORMS

_SAID = words_of("dependent.said")
_OFFICES_HELD, _ASKED_FOR = words_of("dependent.offices"), words_of("dependent.asked_for")
# Words between a preposition and its noun; tokens that a look back over a sentence goes at most.
_LONG, _FAR = 7, 40


def of_what_is_said(placed: Placed, around: Surroundings) -> bool:
    """``arrangementer omtalt på generalforsamlingen``, ``tovholder på loppemarkedet``: it tells which thing, or which office."""
    at, words = placed.start, around.tokens.words
    if at < 3 or placed.type is not TYPE_EVENT or words[at] not in ("på", "ved"):
        return False
    if words[at - 1] in _OFFICES_HELD:
        return True
    # ønskes behandlet, er vedtaget på: the words before make no participle of a thing
    return words[at - 1] in _SAID and words[at - 2].endswith(("er", "en", "et", "ene")) and words[at - 2] not in FORMS


def of_days_to_fill(placed: Placed, around: Surroundings) -> bool:
    """``en vagt til lørdagene``: the days are what somebody is wanted for."""
    words = around.tokens.words
    return words[placed.start] == "til" and words[placed.end - 1].endswith("dagene")


def asked_how_many(placed: Placed, around: Surroundings) -> bool:
    """``spørger, hvor mange der regner med at komme lørdag``: how many is what is asked, in whatever clause the day stands."""
    words = around.tokens.words
    begin = around.bounds(placed.start)[0]
    for look in range(placed.start - 1, max(begin, placed.start - _FAR), -1):
        if words[look] in (",", ";", ":"):
            return False
        if words[look] in ("mange", "meget") and words[look - 1] == "hvor" and look > begin + 1:
            return True
    return False


def of_a_meeting_asked_for(placed: Placed, around: Surroundings) -> bool:
    """``undersøger muligheden for et ekstra møde i juni``: the time is that of the meeting."""
    at, words = placed.start, around.tokens.words
    if at < 4 or placed.lead != "in" or not words[at - 1].endswith(("møde", "møder", "mødet")):
        return False
    begin = max(around.clause_bounds(at)[0], at - _LONG)
    return any(words[look] in ("for", "om", "til") and words[look - 1] in _ASKED_FOR for look in range(begin + 1, at))
