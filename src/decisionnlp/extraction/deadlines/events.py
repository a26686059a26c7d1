"""Tasks that hang on a meeting, a process or an act without a date of its own; and words that set a time without naming one."""

from __future__ import annotations

from datetime import date

from decisionnlp import lexicons
from decisionnlp.document import Relation
from decisionnlp.extraction.deadlines import calendar as cal
from decisionnlp.extraction.deadlines import rules
from decisionnlp.extraction.deadlines.lengths import event_words
from decisionnlp.extraction.deadlines.members import (
    REL_AFTER,
    REL_BEFORE,
    REL_BY,
    REL_FROM,
    REL_IN,
    REL_ON,
    TYPE_DATE,
    TYPE_EVENT,
    TYPE_INTERVAL,
    TYPE_VAGUE,
)
from decisionnlp.extraction.deadlines.placing import Placed, core_at
from decisionnlp.extraction.deadlines.stretches import Core, Grain, Reading, Sense, month_bounds, occurrence, reading_of
from decisionnlp.extraction.deadlines.tenses import FORMS, Form
from decisionnlp.extraction.deadlines.tokens import (
    MODIFIERS,
    MONTHS,
    NEXT,
    PLAIN_PROCESSES,
    UNITS,
    PhraseTable,
    Tokens,
    is_destination,
    is_feast,
    is_process,
    meeting_kind,
    month_of_meeting,
    word_set,
)

MEETING = rules.whole(
    "event-meeting", "på næste udvalgsmøde", "a meeting to come, with the month or day that is said of it"
)
MEETING_DAY = rules.whole("event-meeting-day", "på mødet den 12. marts", "a meeting whose day is said: the day stands")
NEXT_TIME = rules.whole("event-next-time", "næste gang", "the next time the body meets")
AFTER_MEETING = rules.whole("after-this-meeting", "efter mødet", "from the day after this meeting")
GATHERING = rules.whole(
    "event-gathering",
    "på budgetseminaret i august",
    "a seminar, temadag and the like, with the month or day said of it",
)
PROCESS = rules.whole("event-process", "til budgetforhandlingerne", "a process named by a noun")
PROCESS_DAY = rules.whole(
    "event-process-day", "inden opstart den 25. oktober", "a process whose day is said: the day stands"
)
THING = rules.whole(
    "event-thing", "inden kulturnatten", "before a thing in the definite, whose time is known to the reader"
)
CLAUSE = rules.whole("event-clause", "når høringen er slut", "an act told in a clause")
FEAST = rules.whole("event-feast", "på kulturnatten", "a feast or a day with a name; its day stands where it is said")
VAGUE = {
    "vague-soon": rules.whole("vague-soon", "snarest muligt", "as soon as may be"),
    "vague-running": rules.whole("vague-running", "løbende", "all the time"),
    "vague-later": rules.whole("vague-later", "på et senere tidspunkt", "some time"),
    "vague-good-time": rules.whole("vague-good-time", "i god tid", "in good time"),
}

_LEX = lexicons.load("deadlines")
_LEADS = PhraseTable((form, Relation(entry["relation"])) for entry in _LEX["event_leads"] for form in entry["forms"])
_LOOK = 8
# Of these only a meeting is a limit (frist: næste møde).
_LIMITS = frozenset({"frist", "frist :", "deadline", "deadline :", "senest"})
# Words that point to a meeting to come.
_POINTING = frozenset(
    {
        "kommende",
        "næste",
        "førstkommende",
        "næstkommende",
        "nærmeste",
        "senere",
        "snarligt",
        "snarlige",
        "første",
        "fremtidigt",
        "ordinære",
        "følgende",
        "hvert",
        "hver",
        "nyt",
        "årets",
    }
)


def _noun_behind(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The meeting or gathering that a phrase beginning at ``index`` is about: its first and last token; modifiers are skipped."""
    words = tokens.words
    at = index
    while at < tokens.size and at - index < _LOOK:
        word = words[at]
        kind = meeting_kind(word)
        if kind is not None:
            last = at
            if words[at + 1] in ("-", "–") and tokens.glued(at + 1) and meeting_kind(words[at + 2]):
                last = at + 2
            return at, last
        # september-mødet, MED-mødet, Børne- og Ungeudvalgets møde
        hyphen = words[at + 1] in ("-", "–") and tokens.glued(at + 1)
        if hyphen:
            if meeting_kind(words[at + 2]) and tokens.glued(at + 2):
                return at, at + 2
            at += 2
            continue
        if not (
            word in MODIFIERS
            or (word in ("og", "&", "/") and at > index)
            or (word.endswith("s") and word.isalpha() and len(word) > 2 and word not in ("hos", "os", "dags"))
            or tokens.capitalised(at)
            or (word.isdecimal() and words[at + 1] == ".")
            or (word == "." and words[at - 1].isdecimal())
        ):
            return None
        at += 1
    return None


def _behind_noun(tokens: Tokens, at: int, reading: Reading) -> tuple[Core | None, int]:
    """The time said of a meeting (*i marts*, *den 12. marts*, *efter sommerferien*) and the index behind it."""
    words = tokens.words
    step = at
    # mødet i Teknikudvalget den 12. marts
    if words[step] in ("i", "med", "for") and (
        tokens.capitalised(step + 1)
        or words[step + 1].endswith(("udvalget", "rådet", "bestyrelsen", "gruppen", "kredsen"))
    ):
        look = step + 2
        while (
            look - step < 7
            and words[look]
            and (
                tokens.capitalised(look)
                or words[look] in ("og", "-", "&", ",")
                or (words[look - 1] in ("-", "og") and words[look].isalpha())
            )
        ):
            look += 1
        at = look if words[look - 1] != "," and words[step] == "i" else at
        if words[look] in ("i", "den", "d", "til"):
            step = look
    if words[step] == "," and words[step + 1] in ("den", "d"):
        step += 1
    lead = step
    if words[step] in ("i", "til", "på", "her") and not (words[step] == "til" and words[step + 1] in ("at",)):
        step += 1
    if words[step] == "løbet" and words[step + 1] == "af":
        step += 2
    if words[step] in ("sidst", "først", "midt"):
        step = lead
    core = core_at(tokens, step, reading.within_frame())
    if core is None and step != lead:
        core = core_at(tokens, lead, reading.within_frame())
    if core is None or (
        step == lead
        and core.grain != Grain.DAY
        and words[step] not in ("primo", "medio", "ultimo", "sidst", "først", "midt", "uge", "senere", "den", "d")
        and not (words[step].isdecimal() and core.rule == "date")  # på seminaret 4.-5. oktober
    ):
        return None, at
    return core, core.end


def _called(words: list[str], start: int, at: int, noun: str) -> bool:
    """``indkalder til et møde``, ``indkaldelse til generalforsamlingen``: what is called, and no time of the calling."""
    before = words[max(0, start - 5) : start]
    if any(word.startswith("indkald") for word in before):
        return True
    indefinite = words[at] in ("en", "et", "ny", "nyt") or noun.endswith(("møde", "forsamling"))
    return indefinite and words[at] != "næste" and any(word.startswith(("inviter", "indby")) for word in before)


def _meeting(tokens: Tokens, start: int, at: int, relation: Relation, reading: Reading, lead: str) -> Placed | None:
    words = tokens.words
    found = _noun_behind(tokens, at)
    if found is None:
        return None
    noun, last = found
    word = words[last]
    if lead == "til" and _called(words, start, at, word):
        return None
    kind = meeting_kind(word) or "meeting"
    ahead = any(words[look] in ("næste", "førstkommende", "næstkommende", "nærmeste") for look in range(at, noun + 1))
    ahead = (
        ahead
        or (words[at] == "det" and words[at + 1] == "kommende")
        or (words[at] == "kommende" and word.endswith(("møde", "mødet")))
    )
    anchor = "next_meeting" if ahead else "meeting"
    if kind == "gathering" and not word.startswith("dagsorden"):
        anchor = tokens.excerpt(at, last + 1)
    rule = GATHERING if kind == "gathering" else MEETING
    meeting = reading.meeting
    core, end = _behind_noun(tokens, last + 1, reading)
    month = month_of_meeting(word) or (MONTHS.get(words[noun]) if noun != last else None)
    if month is None and noun != last and words[noun].endswith("s"):
        month = MONTHS.get(words[noun][:-1])
    if month is not None:
        year = tokens.year(last + 1) if core is None else None
        if year is not None:  # martsmødet 2026
            return _dated(start, year[1], relation, month_bounds(year[0], month), rule, anchor, False, meeting)
        bounds = (
            occurrence(month_bounds, (month,), meeting, reading.sense)
            if core is None or not core.absolute
            else (core.first, core.last)
        )
        return _dated(start, end, relation, bounds, rule, anchor, False, meeting)
    if core is not None and core.grain == Grain.DAY:
        today = core.deictic and core.first is not None and core.first == meeting  # til mødet i dag
        return _on_day(start, end, relation, core, MEETING_DAY).but(reason="this-meeting" if today else None)
    if core is not None and core.rule == "date" and relation is REL_ON:  # på seminaret den 20.-21. august
        kind_of = TYPE_INTERVAL
        return Placed(start, end, kind_of, REL_IN, core.first, core.last, MEETING_DAY, grain=core.grain)
    if core is not None:
        bounds = (core.first, core.last)
        if core.grain == Grain.HOLIDAY:
            bounds = (None, None)
        return _dated(start, end, relation, bounds, rule, anchor, core.approximate, meeting)
    # på mødet før sommerferien; of et møde inden jul the date is said itself
    if (words[last + 1] == "efter" or (words[last + 1] in ("før", "inden") and word.endswith("et"))) and not ahead:
        inner = core_at(tokens, last + 2, reading.within_frame())
        if inner is not None:
            return _dated(start, inner.end, relation, (None, None), rule, anchor, False, meeting)
    # A bare definite is this meeting, or one that was spoken of.
    bare = last == noun and noun - at == 0
    if bare and word in ("mødet", "mødets"):
        if relation is REL_AFTER:
            day = meeting + cal.DAY if meeting else None
            return Placed(start, last + 1, TYPE_DATE, relation, day, None, AFTER_MEETING)
        if relation in (REL_ON, REL_FROM) and lead not in ("til",):
            return Placed(
                start,
                last + 1,
                TYPE_EVENT,
                relation,
                None,
                None,
                MEETING,
                anchor="meeting",
                reason="this-meeting",
            )
    if any(words[look] in ("sidste", "seneste", "forrige", "dagens", "dette") for look in range(at, noun + 1)):
        return Placed(start, last + 1, TYPE_EVENT, relation, None, None, rule, anchor="meeting", reason="past")
    if (
        kind == "meeting"
        and not ahead
        and relation is REL_ON
        and (word.endswith("er") or word == "møderne")
        and not any(words[look] in ("kommende", "næste", "de") for look in range(at, noun))
    ):
        return Placed(start, last + 1, TYPE_EVENT, relation, None, None, rule, anchor="meeting", reason="generic-event")
    pointed = any(
        words[look] in _POINTING or (words[look].endswith("s") and words[look] != "fælles") for look in range(at, noun)
    )
    own = word != "møde" or (last == noun and tokens.capitalised(noun - 1))  # til områdeledermøde, på FU møde
    own = own and words[at] not in ("en", "et") and not tokens.before(start).endswith(("else", "elsen"))
    pointed = pointed or own
    if kind == "meeting" and word.endswith("møde") and not (ahead or pointed) and relation in (REL_ON, REL_BY):
        # et møde, et borgermøde: an act of its own, not a time
        return Placed(start, last + 1, TYPE_EVENT, relation, None, None, rule, anchor="meeting", reason="generic-event")
    if relation is REL_FROM and not ahead:  # referat fra temadagen
        return Placed(start, last + 1, TYPE_EVENT, relation, None, None, rule, anchor=anchor, reason="past")
    if (lead == "i" and not ahead) or (word.startswith("dagsorden") and not ahead):
        return None
    return Placed(start, max(end, last + 1), TYPE_EVENT, relation, None, None, rule, anchor=anchor)


def _on_day(start: int, end: int, relation: Relation, core: Core, rule: str) -> Placed:
    """What hangs on something whose day is said: the day stands, read with the preposition."""
    placed = Placed(start, end, TYPE_DATE, relation, None, None, rule, core.approximate, core.absolute,
                    grain=Grain.DAY, deictic=core.deictic)  # fmt: skip
    if core.first is None or core.last is None:
        return placed
    if relation is REL_BEFORE:
        return placed.but(latest=core.first - cal.DAY)
    if relation is REL_AFTER:
        return placed.but(earliest=core.last + cal.DAY)
    return placed.but(
        earliest=core.first if relation in (REL_ON, REL_FROM) else None,
        latest=core.last if relation is not REL_FROM else None,
    )


def _dated(
    start: int,
    end: int,
    relation: Relation,
    bounds: tuple[date | None, date | None],
    rule: str,
    anchor: str,
    approximate: bool,
    meeting: date | None,
) -> Placed:
    """An event in a month: the month's bounds, from the meeting date on where that lies in it."""
    first, last = bounds
    if meeting is not None and first is not None and last is not None and first < meeting <= last:
        first = meeting
    return Placed(start, end, TYPE_EVENT, relation, first, last, rule, approximate, anchor=anchor)


def _process(tokens: Tokens, start: int, at: int, relation: Relation, reading: Reading, lead: str) -> Placed | None:
    """``til budgetforhandlingerne``, ``efter endt høring``, ``inden endelig behandling``, ``ved næste budgetopfølgning``."""
    words = tokens.words
    if lead in _LIMITS:
        return None
    look = at
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
        and not tokens.capitalised(start)
        and lead in ("inden", "før")
    ):
        return None  # inden badesæsonen begynder
    modified = look > at
    if lead in ("til", "frem til", "til brug for"):
        if not is_destination(noun):
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
    core, behind = _behind_noun(tokens, end, reading)
    if core is not None and core.grain == Grain.DAY:  # før opstart 25/10
        return _on_day(start, behind, relation, core, PROCESS_DAY)
    if core is not None and core.grain == Grain.MONTH:  # efter valget i november
        anchor = tokens.excerpt(at, end)
        return _dated(
            start, behind, relation, (core.first, core.last), PROCESS, anchor, core.approximate, reading.meeting
        )
    if (
        words[end] in ("af", "i", "om", "for", "på", "hos")
        and core_at(tokens, end + 1, reading_of(None, Sense.FUTURE, True)) is None
    ):
        end = max(end, event_words(tokens, at))
    return Placed(start, end, TYPE_EVENT, relation, None, None, PROCESS, anchor=tokens.excerpt(at, end))


def _feast(tokens: Tokens, start: int, at: int, relation: Relation, reading: Reading, lead: str) -> Placed | None:
    """``på kulturnatten``, ``ved overrækkelsen den 3. december``: the day of a feast is the day of the task."""
    words = tokens.words
    if lead not in ("på", "ved") and not (relation is REL_AFTER and (" " in lead or _stands_free(tokens, start))):
        return None
    look = at
    while look - at < 3 and not is_feast(words[look]) and (words[look] in MODIFIERS or words[look].endswith("s")):
        look += 1
    if not is_feast(words[look]):
        return None
    core, end = _behind_noun(tokens, look + 1, reading)
    if core is not None:
        return _on_day(start, end, relation, core, FEAST) if core.grain == Grain.DAY else None
    return Placed(start, look + 1, TYPE_EVENT, relation, None, None, FEAST, anchor=tokens.excerpt(at, look + 1))


# Before *i forbindelse med* these leave no noun that it could tell of.
_BEFORE_CONNECTION = word_set("op ud ind med det den dem for sted på til frem igen samtidig , ( og") | {""}
_ACTS = (
    "ning",
    "ningen",
    "ninger",
    "ningerne",
    "else",
    "elsen",
    "ation",
    "ationen",
    "revision",
    "revisionen",
    "planen",
)


def _stands_free(tokens: Tokens, start: int) -> bool:
    """No noun stands before the expression that it could tell of."""
    before = tokens.before(start)
    return before in _BEFORE_CONNECTION or before in FORMS or before.endswith("es") or before.isdecimal()


def _connected(tokens: Tokens, start: int, at: int, relation: Relation, lead: str) -> Placed | None:
    """``tages op i forbindelse med parkeringsplanen``; *udgifter i forbindelse med flytningen* tells what for."""
    if not lead.startswith(("i forbindelse", "ifm", "ifbm")):
        return None
    words = tokens.words
    if not _stands_free(tokens, start):
        return None
    look = at
    while look - at < 3 and (words[look] in MODIFIERS or words[look].endswith("s") or words[look] in ("den", "det")):
        look += 1
    noun = words[look]
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


_CLAUSE_STARTS = PhraseTable(
    (form, None)
    for form in [
        "når",
        "så snart",
        "straks når",
        "efter at",
        "først når",
        "inden",
        "før",
        "forinden",
        "i takt med at",
        "hurtigst muligt efter at",
        "lige så snart",
    ]
)
_SUBJECTS = frozenset(
    {
        "der",
        "det",
        "den",
        "de",
        "vi",
        "udvalget",
        "byrådet",
        "sagen",
        "forvaltningen",
        "bestyrelsen",
        "administrationen",
        "kommunen",
    }
)
_GENERIC = word_set(
    "en et man og at i du borgere borgeren børn barnet børnene eleven elever eleverne ansøger nye kommuner forældre"
)
# Verbs and adjectives that tell that something is there or over.
_DONE = frozenset(
    [
        "foreligger",
        "kommer",
        "udkommer",
        "ankommer",
        "afsluttes",
        "slut",
        "slutter",
        "ovre",
        "omme",
        "klar",
        "færdig",
        "færdigt",
        "færdige",
        "plads",
        "begynder",
        "starter",
        "åbner",
        "vender",
        "udløber",
        "modtages",
        "afklaret",
        "tillader",
        "lukker",
        "indkommer",
        "kendes",
        "tilbage",
    ]
)
_WHENEVER = word_set("nødt behov brug")
_DEGREES = word_set("helt fuldt godt meget lidt mest bedst tæt langt højt kort")
_CLAUSE_LIMIT = 16
_HELPERS = word_set("er bliver har skal kan vil må bør")


def _is_state(words: list[str], first: int, index: int) -> bool:
    """*når aftalen er underskrevet*; not *når der er frost*, *når det er helt stille*, which come and go."""
    return len(words[index]) > 3 and words[index] not in _DEGREES and words[first : first + 2] != ["der", "er"]


def _clause(tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    """``når høringen er slut``, ``så snart svaret foreligger``, ``inden arbejdet sættes i gang``."""
    words = tokens.words
    found = _CLAUSE_STARTS.first_at(tokens, index)
    if found is None:
        return None
    phrase = found[0]
    at = index + len(phrase)
    if words[at] in _GENERIC or not words[at].isalpha() or (phrase[-1], words[at]) == ("inden", "for"):
        return None
    before = phrase[-1] in ("inden", "før", "forinden")
    if before and words[at] == "da":
        return Placed(index, at + 1, TYPE_EVENT, REL_BEFORE, None, None, CLAUSE, anchor="da")
    end = at
    verb = done = False
    last = -1  # place of the verb before, or of what it says has become
    while (
        end < tokens.size
        and end - at < _CLAUSE_LIMIT
        and (
            words[end] not in (",", ".", ";", ":", "(", ")", "?", "!", "–")
            or (words[end] == "." and words[end - 1].isdecimal() and words[end + 1].isalpha())
        )
    ):
        form = FORMS.get(words[end])
        if verb and (words[end].isdecimal() or (words[end] == "senest" and words[end + 1] != "i")):
            break  # a date of its own
        auxiliary = any(word in ("er", "bliver", "har") for word in words[max(at, end - 4) : end])
        if form == Form.PAST and end > at:
            if not auxiliary:
                return None
            done = True  # er holdt: past and participle are alike
        over = words[end] in _DONE or (
            auxiliary and (form == Form.PARTICIPLE or (words[end].endswith("t") and _is_state(words, at, end)))
        )
        done = done or over
        passive = words[end].endswith("es") and len(words[end]) > 4 and not tokens.capitalised(end)
        if form in (Form.PRESENT, Form.PERFECT) or passive:
            if verb and end - at > 3 and words[end - 1] in ("og",):
                break
            if verb and not index and last == end - 1 and words[end - 1] not in _HELPERS:
                break  # Inden aftalen underskrives sendes den rundt: the main clause begins with its verb
            last = end
            verb = verb or end > at
        elif over:
            last = end
        end += 1
    # når teksten ligger fast; a month inside is read for itself
    named = (
        words[at].endswith(("en", "et", "erne"))
        and len(words[at]) > 3
        and words[at] not in _SUBJECTS
        and words[at] not in ("noget", "intet", "andet", "meget")
        and not any(word in MONTHS or word == "uge" for word in words[at:end])
    )
    done = (
        done or words[at] in ("han", "hun") or words[at + 1] in ("kender", "ved", "ses", "mødes")
    )  # når vi kender prisen
    if not verb or end == at or not (before or done or named or phrase[0] != "når"):
        return None  # når der er behov: whenever that is
    if phrase[0] == "når" and not _WHENEVER.isdisjoint(words[at:end]):
        return None
    if words[end - 1] in ("den", "d") and phrase[0] in ("når", "inden", "før"):
        core = core_at(tokens, end - 1, reading.within_frame())  # før det sendes den 19. november
        if core is not None and core.grain == Grain.DAY:
            return _on_day(index, core.end, REL_BEFORE if before else REL_ON, core, CLAUSE)
    relation = REL_BEFORE if before else REL_AFTER
    if before and words[at + 1] == "kan" and words[at] in _SUBJECTS:  # før der kan søges: what has to be there first
        return Placed(index, end, TYPE_EVENT, relation, None, None, CLAUSE, anchor="", reason="condition")
    return Placed(index, end, TYPE_EVENT, relation, None, None, CLAUSE, anchor=tokens.excerpt(at, end))


def _thing(tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    """``inden kulturnatten``, ``før sommerlejren i juli``: *inden* is of time, whatever stands behind it in the definite."""
    words = tokens.words
    at = index + 1
    ahead = False
    while words[at] in MODIFIERS and at - index < 4:
        ahead = ahead or words[at] in NEXT
        at += 1
    noun = words[at]
    if (
        words[index] not in ("inden", "før")
        or len(noun) < (4 if ahead else 5)
        or not (ahead or noun.endswith(("en", "et", "erne", "ene")))
        or not noun.isalpha()
        or noun in UNITS
        or noun in MONTHS
        or tokens.capitalised(at)
        or noun in FORMS
        or meeting_kind(noun)
        or is_process(noun)
        or noun.endswith(_BODIES)
    ):
        return None
    core, end = _behind_noun(tokens, at + 1, reading)
    if core is not None and core.grain == Grain.DAY:
        return _on_day(index, end, REL_BEFORE, core, THING)
    anchor = tokens.excerpt(index + 1, at + 1)
    if core is not None and core.grain == Grain.MONTH:
        bounds = (core.first, core.last)
        return _dated(index, end, REL_BEFORE, bounds, THING, anchor, core.approximate, reading.meeting)
    if words[at + 1] not in _THING_ENDS:
        return None
    return Placed(index, at + 1, TYPE_EVENT, REL_BEFORE, None, None, THING, anchor=anchor)


_CALLS = word_set(
    "info information invitation invitationer indbydelse indbydelser tilmelding tilmeldinger billet billetter kandidat kandidater deltagere"
)


def _takes_part(words: list[str], index: int, lead: str) -> bool:
    """``tilmelder foreningen til konferencen``, ``info til generalforsamlingen``, ``at deltage i et af rådets møder``"""
    before = words[max(0, index - 6) : index]
    if lead.startswith("i"):
        return before[-2:] == ["at", "deltage"]
    return lead == "til" and (not _CALLS.isdisjoint(before[-1:]) or any(map(_signs_up, before)))


def _signs_up(word: str) -> bool:
    return word.startswith("tilmeld")


_THING_ENDS = word_set(", . ; : ) og men samt så med for på til") | {""}
# Those who act: inden bestyrelsen …
_BODIES = ("udvalget", "rådet", "bestyrelsen", "forvaltningen", "afdelingen", "gruppen", "kommunen", "regionen")
_NEXT_TIME_LEADS = {
    "næste": REL_ON,
    "til": REL_BY,
    "inden": REL_BEFORE,
    "før": REL_BEFORE,
    "senest": REL_BY,
}
CLAUSE_STARTS = frozenset(_CLAUSE_STARTS)
EVENT_STARTS = frozenset({*_LEADS, *_CLAUSE_STARTS, *_NEXT_TIME_LEADS})


def event_at(tokens: Tokens, index: int, reading: Reading) -> Placed | None:
    """The event that begins at a token, with its preposition or conjunction."""
    words = tokens.words
    word = words[index]
    if word in _NEXT_TIME_LEADS and "gang" in words[index + 1 : index + 4]:
        at = index + (words[index] == "senest") + (word != "næste")
        if words[at - 1 : at + 2] in (
            ["til", "næste", "gang"],
            ["inden", "næste", "gang"],
            ["før", "næste", "gang"],
        ) or words[at : at + 2] == ["næste", "gang"]:
            return Placed(
                index, at + 2, TYPE_EVENT, _NEXT_TIME_LEADS[word], None, None, NEXT_TIME, anchor="next_meeting"
            )
    for phrase, relation in _LEADS.at(tokens, index) if tokens.told & 2 else ():
        text = " ".join(phrase)
        at = index + len(phrase)
        found = (
            _meeting(tokens, index, at, relation, reading, text)
            or _process(tokens, index, at, relation, reading, text)
            or _feast(tokens, index, at, relation, reading, text)
            or _connected(tokens, index, at, relation, text)
        )
        if found is not None:
            return found.but(reason="attending") if _takes_part(words, index, text) else found
    if word in _CLAUSE_STARTS:
        return _thing(tokens, index, reading) or _clause(tokens, index, reading)
    return None


VAGUE_STARTS = PhraseTable((form, entry["id"]) for entry in _LEX["vague"] for form in entry["forms"])
_AFTER_ADVERB = word_set(
    "op om på med i til af for ud ind ned og , . ; : ) eller via ved hos gennem efter fra igennem at over under hen mellem den det de vi der udvalget deres sin"
)
_ADJECTIVE_LEADS = word_set("den det de en et af fra på til om den deres vores kommunens nye flere")


def vague_at(tokens: Tokens, index: int) -> Placed | None:
    """``snarest muligt``, ``løbende`` (as an adverb), ``på sigt``, ``i god tid``."""
    words = tokens.words
    for phrase, identifier in VAGUE_STARTS.at(tokens, index):
        end = index + len(phrase)
        if identifier == "vague-running":
            following = words[end]
            adverb = (
                following in _AFTER_ADVERB
                or not following
                or following.endswith(("et", "t", "es"))
                or FORMS.get(following) is not None
            )
            if tokens.before(index) in _ADJECTIVE_LEADS or not adverb:
                return None
        if phrase == ("i", "tide") and words[end] == "og":  # i tide og utide
            return None
        return Placed(index, end, TYPE_VAGUE, None, None, None, VAGUE[identifier])
    return None
