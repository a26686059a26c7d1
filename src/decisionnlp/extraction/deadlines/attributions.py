"""Times inside what is told of a thing, or of an office: *omtalt på mødet*, *tovholder på loppemarkedet*, *behovet for et møde i juni*."""

from __future__ import annotations

from decisionnlp.extraction.deadlines.agents import acts, subject
from decisionnlp.extraction.deadlines.members import TYPE_EVENT
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.surroundings import CUES, Surroundings, any_of, words_of
from decisionnlp.extraction.deadlines.tenses import FORMS, Form

_SAID = words_of("dependent.said")
_BEFALLS, _GIVEN = words_of("telling.befalls"), words_of("telling.given")
_INVITING = tuple(words_of("occasions.inviting"))
_TOLD = words_of("telling.told")
_NEWS, _OTHERS = words_of("telling.news"), any_of("telling.others")
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


def printed_there(placed: Placed, around: Surroundings) -> bool:
    """``så der står 3. marts i folderen``: the day is what is printed."""
    at, words = placed.start, around.tokens.words
    return (
        words[at][:1].isdecimal() and words[at - 2 : at] in (["der", "står"], ["der", "stod"]) and placed.lead == "on"
    )


def until_now(placed: Placed, around: Surroundings) -> bool:
    """``historien fra 1932 til i dag``: how far something told goes."""
    return around.tokens.words[placed.start : placed.end] == ["til", "i", "dag"]


def invites(placed: Placed, around: Surroundings) -> bool:
    """``Bo inviterer borgmesteren til indvielsen den 9. november.``: the day is that of what somebody is asked to."""
    before = around.tokens.words[max(around.bounds(placed.start)[0], placed.start - _LONG) : placed.start]
    return any(word.startswith(_INVITING) for word in before)


def told_news(placed: Placed, around: Surroundings) -> bool:
    """``Formanden fortalte, at hallen åbner i februar.``: what happens or others do; not ``…, at kassereren sender svar i maj``."""
    words, clauses, at = around.tokens.words, around.clauses, placed.start
    number = clauses.clause(at)
    opener = clauses.openers[number]
    if number and words[opener] == "at" and words[opener - 1] != ",":
        number -= 1  # at regeringen ventes at fremsætte et forslag
        opener = clauses.openers[number]
    behind = words[placed.end] == "," and words[placed.end + 1] in _TOLD
    if behind:
        opener = around.clause_bounds(at)[0] - 1  # Regionen nedlægger linjen til sommer, fortalte Mogens.
    elif words[opener] != "at" or opener < 2:
        return False
    else:
        begin = max(around.bounds(opener)[0], opener - _FAR // 2)
        if not around.near_has(begin, opener, "telling.told") or around.near_has(begin, opener, "telling.requests"):
            return False
    verb = clauses.first_after(opener)
    if not opener < verb < opener + _FAR or clauses.clause(verb) != number:
        return False
    index, noun = subject(placed, around, verb)
    if index < 0 or noun in ("den", "det", "der"):
        # Nabokommunen oplyste, at den åbner en svømmehal i 2027.
        begin = max(around.bounds(opener)[0], opener - _FAR // 2)
        return noun == "den" and words[verb] in _NEWS and around.near_has(begin, opener, "telling.others")
    if behind and not CUES.of(noun) & _OTHERS:
        return False  # of the body's own things a limit may be told
    if CUES.of(noun) & _OTHERS:
        return not words[verb].endswith("es") or words[verb] in _NEWS
    word = words[verb]
    if word in _BEFALLS:
        return True
    begun = word in ("går", "tages") and around.clause_has(at, "telling.begun")
    ready = word == "er" and around.clause_has(at, "ready")
    # things do nothing: bussen holder op; not svaret foreligger
    does = clauses.forms[verb] == Form.PRESENT and not word.endswith("es") and word not in _GIVEN
    return (word in _NEWS or begun or ready or does) and not acts(around, index, noun)


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
