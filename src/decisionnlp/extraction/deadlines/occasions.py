"""``til budgetforhandlingerne``, ``på kulturnatten``, ``i forbindelse med parkeringsplanen``: processes, feasts and acts named by a noun."""

from __future__ import annotations

from decisionnlp import lexicons
from decisionnlp.document import Relation
from decisionnlp.extraction.deadlines import rules
from decisionnlp.extraction.deadlines.cores import core_at
from decisionnlp.extraction.deadlines.event_days import behind_noun, dated, day_behind, on_day
from decisionnlp.extraction.deadlines.lengths import event_words
from decisionnlp.extraction.deadlines.members import (
    REL_AFTER,
    REL_BEFORE,
    REL_ON,
    TYPE_EVENT,
)
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.stretches import Grain, Reading, Sense, reading_of
from decisionnlp.extraction.deadlines.tenses import FORMS, Form, is_inverted
from decisionnlp.extraction.deadlines.tokens import (
    MODIFIERS,
    NEXT,
    PLAIN_PROCESSES,
    Tokens,
    has_connections,
    is_act,
    is_destination,
    is_feast,
    is_occasion,
    is_process,
    word_set,
)

PROCESS = rules.whole("event-process", "til budgetforhandlingerne", "a process named by a noun")
PROCESS_DAY = rules.whole(
    "event-process-day", "inden opstart den 25. oktober", "a process whose day is said: the day stands"
)
FEAST = rules.whole("event-feast", "på kulturnatten", "a feast or a day with a name; its day stands where it is said")
# Of these only a meeting is a limit (frist: næste møde).
LIMITS = frozenset({"frist", "frist :", "deadline", "deadline :", "senest"})


def _behind_act(tokens: Tokens, start: int, at: int, reading: Reading) -> Placed | None:
    """``Efter flytningen til Nygade sælger vi reolerne.``: to the verb of the main clause, or the act alone."""
    core, behind = behind_noun(tokens, at + 1, reading)
    if core is not None and core.grain == Grain.DAY:
        return on_day(start, behind, REL_AFTER, core, PROCESS_DAY)
    if core is not None and core.grain == Grain.MONTH:
        bounds, anchor = (core.first, core.last), tokens.excerpt(at, at + 1)
        return dated(start, behind, REL_AFTER, bounds, PROCESS, anchor, core.approximate, reading.meeting)
    end = at + 1
    if tokens.words[end] in ("af", "i", "til", "på", "fra", "hos"):
        last = end + 1
        while last < end + 9 and tokens.words[last].isalnum():
            last += 1
        verbs = (look for look in range(end + 1, last) if _is_main_verb(tokens, look))
        end = next(verbs, end if tokens.words[end] == "til" else event_words(tokens, at))
    return Placed(start, end, TYPE_EVENT, REL_AFTER, None, None, PROCESS, anchor=tokens.excerpt(at, end))


def _is_main_verb(tokens: Tokens, index: int) -> bool:
    return FORMS.get(tokens.words[index]) in (Form.PRESENT, Form.PERFECT) or is_inverted(tokens, index)


_PARTS: tuple[str, ...] = tuple(lexicons.load("deadlines")["processes"]["parts"])


def process_at(tokens: Tokens, start: int, at: int, relation: Relation, reading: Reading, lead: str) -> Placed | None:
    """``til budgetforhandlingerne``, ``efter endt høring``, ``inden endelig behandling``, ``ved næste budgetopfølgning``."""
    words = tokens.words
    if lead in LIMITS:
        return None
    look = at
    if relation is REL_AFTER and is_act(words[at]) and _stands_free(tokens, start):
        return _behind_act(tokens, start, at, reading)
    while look - at < 6 and look < tokens.size:
        word = words[look]
        if is_process(word):
            break
        if not (
            word in MODIFIERS
            or (word in ("og", "-") and look > at)
            or (word.endswith("s") and word.isalpha())
            or tokens.capitalised(look)
            or word.isdecimal()
            or (word == "." and look > at)
        ):
            return None
        look += 1
    else:
        return None
    noun = words[look]
    if not is_process(noun):
        return None
    if (
        relation is REL_BEFORE
        and FORMS.get(words[look + 1]) in (Form.PRESENT, Form.PERFECT)
        and (not tokens.capitalised(start) or words[look + 2] == ",")
        and lead in ("inden", "før")
    ):
        return None  # inden badesæsonen begynder
    modified = look > at
    if lead in ("til", "frem til", "til brug for"):
        if not (is_destination(noun) or _is_reading(tokens, start, look)) or tokens.before(start).endswith(_PARTS):
            return None
    elif lead in ("i", "på", "under", "fra") or (
        relation is REL_ON
        and not (is_destination(noun) or words[at] in NEXT or noun.endswith("udløb"))
        and not (lead.startswith(("i forbindelse", "ifm", "ifbm")) and noun.endswith("ingen"))
    ):
        return None
    if (
        relation is not REL_BEFORE
        and noun in PLAIN_PROCESSES
        and not modified
        and not (noun.endswith(("en", "et")) and noun not in ("svaret",))
    ):
        return None
    if words[at] in ("den", "det", "de") and words[at + 1] in ("seneste", "sidste", "tidligere"):
        return None
    end = look + 1
    if lead == "til brug for" and noun.endswith(("en", "et")) and not modified:  # et oplæg til brug for evalueringen
        return Placed(start, end, TYPE_EVENT, relation, None, None, PROCESS, anchor=noun, reason="about")
    core, behind = behind_noun(tokens, end, reading)
    if core is not None and core.grain == Grain.DAY:  # før opstart 25/10
        return on_day(start, behind, relation, core, PROCESS_DAY)
    if core is not None and core.grain == Grain.MONTH:  # efter valget i november
        anchor = tokens.excerpt(at, end)
        return dated(
            start, behind, relation, (core.first, core.last), PROCESS, anchor, core.approximate, reading.meeting
        )
    if (
        words[end] in ("af", "i", "om", "for", "på", "hos")
        and core_at(tokens, end + 1, reading_of(None, Sense.FUTURE, True)) is None
    ):
        named = day_behind(tokens, end, reading)
        if named is not None:
            return on_day(start, named.end, relation, named, FEAST if is_feast(noun) else PROCESS_DAY)
        end = max(end, event_words(tokens, at))
    return Placed(start, end, TYPE_EVENT, relation, None, None, PROCESS, anchor=tokens.excerpt(at, end))


_READINGS = ("behandling", "behandlingen")
# Where these stand before it, a matter is passed on to its next reading, and no time of a task is told.
_PASSED_ON = tuple(lexicons.words("deadline_words", "passing_on_beginnings"))


def _is_reading(tokens: Tokens, start: int, noun: int) -> bool:
    """``regne på det til budgettets 2. behandling``; of a matter that ``sendes til 2. behandling`` it is the way."""
    words = tokens.words
    if not words[noun].endswith(_READINGS):
        return False
    back = noun - 1 - (words[noun - 1] == ".")
    ordinal = tokens.ordinal(back, 3) if back > start else None
    return ordinal is not None and not any(word.startswith(_PASSED_ON) for word in words[max(0, start - 3) : start])


def feast_at(tokens: Tokens, start: int, at: int, relation: Relation, reading: Reading, lead: str) -> Placed | None:
    """``på kulturnatten``, ``ved overrækkelsen den 3. december``: the day of a feast is the day of the task."""
    words = tokens.words
    if lead not in ("på", "ved") and not (relation is REL_AFTER and (" " in lead or _stands_free(tokens, start))):
        return None
    look = at
    while look - at < 3 and not is_feast(words[look]) and (words[look] in MODIFIERS or words[look].endswith("s")):
        look += 1
    if not is_feast(words[look]):
        return None
    core, end = behind_noun(tokens, look + 1, reading)
    if core is None and words[look + 1] == "af":
        core = day_behind(tokens, look + 1, reading)
        end = core.end if core is not None else look + 1
    if core is not None:
        return on_day(start, end, relation, core, FEAST) if core.grain == Grain.DAY else None
    return Placed(start, look + 1, TYPE_EVENT, relation, None, None, FEAST, anchor=tokens.excerpt(at, look + 1))


# Before *i forbindelse med* these leave no noun that it could tell of.
_BEFORE_CONNECTION = word_set("op ud ind med det den dem for sted på til frem igen samtidig , ( og") | {""}
_ACTS: tuple[str, ...] = tuple(lexicons.load("deadlines")["connected"]["acts"])


def _stands_free(tokens: Tokens, start: int) -> bool:
    """No noun stands before the expression that it could tell of."""
    before = tokens.before(start)
    return before in _BEFORE_CONNECTION or before in FORMS or before.endswith("es") or before.isdecimal()


def connected_at(tokens: Tokens, start: int, at: int, relation: Relation, reading: Reading, lead: str) -> Placed | None:
    """``tages op i forbindelse med parkeringsplanen``; *udgifter i forbindelse med flytningen* tells what for."""
    if not lead.startswith(("i forbindelse", "ifm", "ifbm")):
        return None
    words = tokens.words
    look = at
    while look - at < 3 and (words[look] in MODIFIERS or words[look].endswith("s") or words[look] in ("den", "det")):
        look += 1
    noun = words[look]
    if is_feast(noun) or (words[at] not in NEXT and is_occasion(noun)):
        if has_connections(tokens.before(start)) or not start:
            return None
        core, end = behind_noun(tokens, look + 1, reading)
        if core is not None:
            return on_day(start, end, relation, core, FEAST) if core.grain == Grain.DAY else None
        return Placed(start, look + 1, TYPE_EVENT, relation, None, None, FEAST, anchor=tokens.excerpt(at, look + 1))
    if not _stands_free(tokens, start):
        return None
    if (
        not noun.endswith(_ACTS)
        or len(noun) < 7
        or core_at(tokens, look + 2, reading_of(None, Sense.FUTURE, True)) is not None
    ):
        return None
    end = look + 1
    if words[end] in ("af", "i", "om", "for", "på", "hos"):
        end = max(end, event_words(tokens, at))
    end -= words[end - 1] == "."
    return Placed(start, end, TYPE_EVENT, relation, None, None, PROCESS, anchor=tokens.excerpt(at, end))
