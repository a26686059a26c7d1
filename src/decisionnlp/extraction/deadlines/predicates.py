"""What the clause says of its subject. A deadline needs a deed that somebody does; what happens by itself, what is foreseen
or aimed at, what others may do and what a paper lays down sets none.

Present passives and the verbs of people are deeds unless a list says otherwise: such verbs are an open class, while those
that tell how things are can be listed. An event, a period and a person can begin, but only work is somebody's to begin.
"""

from __future__ import annotations

from functools import reduce
from operator import or_

from decisionnlp import lexicons
from decisionnlp.document import DeadlineType, Relation
from decisionnlp.extraction.deadlines.events import CLAUSE
from decisionnlp.extraction.deadlines.lengths import N_FROM_EVENT
from decisionnlp.extraction.deadlines.placing import Placed
from decisionnlp.extraction.deadlines.stretches import Grain
from decisionnlp.extraction.deadlines.surroundings import CUES, Surroundings, any_of, words_of
from decisionnlp.extraction.deadlines.tenses import FORMS, Form
from decisionnlp.extraction.deadlines.tokens import MONTHS, meeting_kind, word_set

# Bound once: a member looked up on its class costs as much as ten comparisons.
_REL_AFTER = Relation.AFTER
_REL_BEFORE = Relation.BEFORE
_REL_BY = Relation.BY
_REL_FROM = Relation.FROM
_REL_IN = Relation.IN
_REL_ON = Relation.ON
_EVENT = DeadlineType.EVENT
_RECURRENCE = DeadlineType.RECURRENCE

_PREPOSITIONS = word_set("af på i til for om med fra ved under over hos mellem mod uden fra efter inden før ad")
# So many years ahead lie goals rather than tasks.
_FAR = 4
_UNTIL = frozenset({"until", "valid", "to", "end"})
_HAPPENS, _AGAIN = words_of("happens"), words_of("happens.deed")
_PLACES = frozenset({"finder", "finde", "løber", "løbe"})
_OFFICES = tuple(words_of("attends.offices"))
_WORK = tuple(words_of("work.endings"))
_NO_WORK = tuple(words_of("work.unless"))
_STARTERS = tuple(words_of("work.groups"))
_OUTSIDE = any_of("outside")
_UNITS = lexicons.load("units")
# Who acts: bodies and people by their nouns, which also end compounds, and first names.
_AGENTS = tuple(noun for table in ("unit_nouns", "person_nouns") for forms in _UNITS[table] for noun in forms.split())
_NAMES = frozenset(name.lower() for name in lexicons.load("first_names")["names"].split())
_LAID_DOWN = word_set("planen tidsplanen køreplanen reglerne loven vedtægterne overenskomsten forretningsordenen")
_PRONOUNS = word_set("vi jeg han hun de alle man begge der hver ingen I")
_DEFINITE = ("en", "et", "erne", "ene", "ne")
_MODALS = word_set("skal vil bør kan må")
# Moved or set: with these a time is still to come.
_MOVED = word_set(
    "udsat udskudt flyttet rykket forlænget fastsat berammet planlagt sat aftalt bestilt lovet indkaldt inviteret henvist tilmeldt"
)
_AWAY_NOUNS = tuple(words_of("away"))
_IMPLYING = any_of("implying")
_RUNNING = words_of("running")
_PEOPLE = any_of("people")
_FORESEEN = any_of("foreseen")
_ABOUT_SO_MANY = word_set("omkring ca cirka over mellem op godt knap i gennemsnit")
_APPLIED = any_of("beginning.applied")
_GOING_ON = words_of("running.work")
_BEGINS = words_of("beginning")
_ATTENDS = any_of("attends")
_HAPPENING = any_of("happens", "happens.place")
_EVERYTHING = reduce(
    or_,
    (
        any_of(name)
        for name in (
            "happens", "happens.place", "attends", "foreseen", "changes", "rates", "aims", "source", "foretold", "outside",
            "window", "entitled", "binding", "born", "validity", "implying", "feasts", "absent", "offered", "personnel",
        )
    ),
)  # fmt: skip


def _subject(placed: Placed, around: Surroundings, verb: int, *, back: bool = True) -> tuple[int, str]:
    """Where the noun of the subject stands and what it is: the last word before the first preposition; (-1, "") for none."""
    clauses, words = around.clauses, around.tokens.words
    number = clauses.clause(verb)
    first = clauses.openers[number]
    for _ in range(3):
        if words[first] != "og" or not number or clauses.first_after(clauses.openers[number - 1] - 1) < first:
            break
        number -= 1  # beskæring af linde og elm foregår …
        first = clauses.openers[number]
    if words[first] in ("som", "der") and first + 1 == verb and first:  # holdet, som starter den 7. april
        noun = first - 1 if words[first - 1].isalpha() else first - 2
        return (noun, words[noun]) if noun >= 0 and words[noun].isalpha() else (-1, "")
    while first < verb and (words[first] in ("at", "og", "som", "men", "der", "hvor") or not words[first][:1].isalnum()):
        first += 1
    if back and first == verb and words[verb - 1] in ("og", "men") and number:  # åbner 1. maj og lukker 1. juni
        former = clauses.first_after(clauses.openers[number - 1] - 1)
        if 0 <= former < first:
            return _subject(placed, around, former, back=False)
        before = range(max(clauses.openers[number - 1], verb - 40), verb - 1)
        former = next((look for look in before if words[look] in _HAPPENS), -1)
        return _subject(placed, around, former, back=False) if former >= 0 else (-1, "")
    if placed.start <= first < placed.end:  # Den 1. marts starter …
        first = placed.end
    last = verb
    if first >= verb:
        first, last = verb + 1, placed.start if placed.start > verb else around.tokens.size
    head = -1
    for look in range(first, min(last, first + 30)):
        word = words[look]
        if word in _PREPOSITIONS and head >= 0:
            break
        if not word[:1].isalpha():
            if head >= 0 and word not in ("-", "/", "&", "."):
                break
            continue
        head = look
    return head, words[head] if head >= 0 else ""


def is_work(noun: str) -> bool:
    """*ombygningen, gravearbejdet, næste etape*: what somebody does."""
    return noun.endswith(_WORK) and not noun.endswith(_NO_WORK)


def _happens(placed: Placed, around: Surroundings) -> bool:
    """``Kulturnatten finder sted …``, ``Skoleåret begynder …``, ``Den nye rektor starter …``: not work that begins."""
    words = around.tokens.words
    first, last = around.clause_bounds(placed.start)
    verb = next((look for look in range(first, last) if words[look] in _HAPPENS or words[look] in _PLACES), -1)
    if verb < 0:
        return False
    word = words[verb]
    if word in _HAPPENS:
        if word == "ligger" and (verb + 1 != placed.start or around.clause_has(placed.start, "ready")):
            return False
        if words[verb + 1] in _AGAIN and (words[verb + 1] != "med" or words[verb + 2] == "at"):  # åbner for tilmelding, starter op, begynder på
            return False
    elif not (
        (words[verb], words[verb + 1]) in (("finder", "sted"), ("finde", "sted"))
        or ("stablen" in around.clause_words(placed.start) and word in ("løber", "løbe"))
    ):
        return False
    head, noun = _subject(placed, around, verb)
    if head < 0 or noun in ("vi", "jeg", "i") or is_work(noun) or noun.endswith(_STARTERS) or meeting_kind(noun):
        return False
    behind = words[verb + 1]
    transitive = head < verb and behind.isalpha() and behind not in _PREPOSITIONS and behind not in FORMS
    plain = behind in ("den", "d", "igen", "op", "allerede", "først", "dog", "så", "sted", "formentlig", "nu", "næste")
    return not transitive or plain or verb + 1 >= placed.start


def _represents(placed: Placed, around: Surroundings) -> bool:
    """``Formanden deltager i landsmødet den 24. april.``: told of an office or a body; of a person by name it is a task."""
    words = around.tokens.words
    first, last = around.clause_bounds(placed.start)
    verb = next((look for look in range(first, last) if CUES.of(words[look]) & _ATTENDS), first)
    noun = _subject(placed, around, verb)[1]
    return noun in ("vi", "der") or noun.endswith(_OFFICES)


def _foreseen(placed: Placed, around: Surroundings) -> bool:
    """``Elevtallet forventes at nå 600 i 2027.``: a number or a state, not that something is done."""
    at = placed.start
    if around.clause_has(at, "foreseen"):
        first, last = around.clause_bounds(at)
        words = around.tokens.words
        if any(
            words[look + 1].isdecimal() and look + 1 != at
            for look in range(first, last)
            if CUES.of(words[look]) & _FORESEEN
        ):
            return True  # i år ventes 10.000 gæster
    if not (around.sentence_has(at, "foreseen") and around.clause_has(at, "becomes")) or around.clause_has(at, "ready"):
        return False
    first, last = around.clause_bounds(at)
    return not any(around.clauses.forms.get(look) == Form.PARTICIPLE for look in range(first, last))


def _aimed_at(placed: Placed, around: Surroundings) -> bool:
    """``Målet er at halvere udledningen inden 2030.``: a year far ahead that a policy aims at."""
    at, words = placed.start, around.tokens.words
    year = placed.grain == Grain.YEAR or (
        placed.rule.endswith("-year") and "half" not in placed.rule and "this" not in placed.rule
    )
    if not year or placed.type is _RECURRENCE:
        return False
    if words[at : at + 2] in (["frem", "mod"], ["hen", "mod"], ["frem", "til"]):
        return True
    ends = placed.latest or placed.earliest
    if around.meeting is not None and ends is not None and ends.year - around.meeting.year >= _FAR:
        verb = around.clauses.governing(at, placed.end)
        if verb >= 0 and not words[verb].endswith("es"):
            return True
    return around.sentence_has(at, "aims")


def _laid_down(placed: Placed, around: Surroundings) -> bool:
    """``Ifølge tidsplanen skal …``, ``I henhold til vedtægterne …``, ``Efter overenskomsten skal …``"""
    words = around.tokens.words
    begin, _ = around.bounds(placed.start)
    for look in range(max(begin, placed.start - 40), placed.start):
        word = words[look]
        named = word in ("ifølge", "jf", "jævnfør") or (
            word in ("følge", "henhold") and look > begin and words[look - 1] == "i"
        )
        if word == "ifølge" or (
            (named or (word == "efter" and look == begin)) and around.near_has(look + 1, look + 5, "papers")
        ):
            return True
        if word == "efter" and words[look + 1] in _LAID_DOWN:  # er efter planen afsluttet i november
            return True
    return False


def _outside(placed: Placed, around: Surroundings) -> bool:
    """``Lovforslaget ventes vedtaget …``, ``Regeringen vil …``: what others decide for all."""
    words = around.tokens.words
    begin, _ = around.bounds(placed.start)
    if words[begin] in ("i", "på", "hos"):  # I Folketinget forhandles …
        begin += 1
    for look in range(begin, min(begin + 3, placed.start)):
        if CUES.of(words[look]) & _OUTSIDE:
            return True
        if words[look] in FORMS or words[look] in _PREPOSITIONS:
            return False
    return False


def _lasts(placed: Placed, around: Surroundings) -> bool:
    """``er bindende frem til …``, ``er spærret til …``, ``kan ses til …``: how long, not by when."""
    if placed.lead not in _UNTIL or placed.type is _EVENT:
        return False
    at, words = placed.start, around.tokens.words
    if placed.lead == "end" and words[at] not in ("frem", "til", "op", "indtil"):
        return False
    clauses = around.clauses
    number = clauses.clause(at)
    clause = around.clause_words(at)
    if around.clause_has(at, "ready") or "senest" in clause:
        return False
    if placed.lead == "until" or words[at] in ("frem", "indtil"):
        verb = clauses.governing(at, placed.end)
        if verb < 0 or clauses.clause(verb) != number:
            return False
        if clauses.forms[verb] == Form.PRESENT:
            if words[verb].endswith("es"):
                return words[verb] not in _GOING_ON
            index, noun = _subject(placed, around, verb)
            return index >= 0 and not _acts(around, index, noun)
    verbs = [look for look in range(around.clause_bounds(at)[0], at) if look in clauses.forms]
    if not verbs or words[verbs[0]] not in ("er", "bliver", "har", "hedder"):
        return False
    if words[verbs[0]] == "har":
        return len(verbs) == 1 and placed.lead != "to"
    done = [words[verb] for verb in verbs[1:] if placed.lead == "to" or words[verb] != "sat"]
    return not any(
        word in _MOVED or clauses.forms[verb] == Form.INFINITIVE for word, verb in zip(done, verbs[1:], strict=False)
    )


def _begins_to_apply(placed: Placed, around: Surroundings) -> bool:
    """``Fra 1. juli får borgerne …``: with *fra* something applies from then on, unless it is work that begins."""
    words, at = around.tokens.words, placed.start
    if words[at] != "fra" or placed.type is _EVENT:
        return False
    clauses = around.clauses
    verb = clauses.governing(at, placed.end)
    if verb < 0:
        first = around.bounds(at)[0]
        return "klar" not in around.clause_words(at) and not _acts(around, first, words[first])
    word = words[verb]
    if word in _BEGINS or "gang" in around.clause_words(at):
        return False
    if CUES.of(word) & _APPLIED or around.clause_has(at, "budget"):
        return True
    if word.endswith("es"):  # Vejen graves op fra 1. marts.
        return False
    index, noun = _subject(placed, around, verb)
    return index >= 0 and not _acts(around, index, noun)


def _acts(around: Surroundings, index: int, noun: str) -> bool:
    """Whether the noun of a subject is somebody who acts: a pronoun, a body, a person by name or office."""
    if noun in _PRONOUNS or noun.endswith(_AGENTS) or noun in _NAMES:
        return True
    tokens = around.tokens
    if not tokens.capitalised(index):
        return False
    return not noun.endswith(_DEFINITE) or index not in around.starts


def _moves_by_itself(placed: Placed, around: Surroundings) -> bool:
    """``Færgen sejler fra 1. april til 30. september.``: a verb that no list knows, and nobody acts."""
    clauses, words = around.clauses, around.tokens.words
    first, last = around.clause_bounds(placed.start)
    if around.clause_has(placed.start, "running"):
        verb = next((look for look in range(first, last) if words[look] in _RUNNING), -1)
        if verb < 0:
            return False
        index, noun = _subject(placed, around, verb)
        return index >= 0 and not _acts(around, index, noun)
    if placed.type is _RECURRENCE or any(look in clauses.forms for look in range(first, last)):
        return False
    for look in range(first + 1, min(placed.start, first + 6)):
        word = words[look]
        if word in _PREPOSITIONS or word == "og":
            return False
        if (
            len(word) > 4
            and word.endswith("er")
            and not around.tokens.capitalised(look)
            and words[look - 1].endswith(_DEFINITE)
            and words[look - 1].isalpha()
        ):
            behind = words[look + 1]
            acted_on = look + 1 < placed.start and behind.isalpha() and behind not in _PREPOSITIONS
            return not acted_on and not _acts(around, look - 1, words[look - 1])
    return False


def _implied(placed: Placed, around: Surroundings) -> bool:
    """``Udspillet indebærer, at jobcentrene nedlægges …``: what a text holds."""
    clauses = around.clauses
    opener = clauses.openers[clauses.clause(placed.start)]
    words = around.tokens.words
    if words[opener] != "at" or opener < 2:
        return False
    look = opener - 2 if words[opener - 1] == "," else opener - 1
    while look >= 0 and opener - look < 7 and words[look] not in (".", ",", ";"):
        if CUES.of(words[look]) & _IMPLYING:
            return True
        look -= 1
    return False


def _comes_of_age(around: Surroundings, index: int) -> bool:
    """``Marie bliver 70 år den 2. maj.``"""
    words = around.tokens.words
    first, last = around.clause_bounds(index)
    return any(words[look] == "bliver" and words[look + 1].isdecimal() and look + 1 != index for look in range(first, last))


def _stands(around: Surroundings, index: int) -> bool:
    """``er på valg til foråret``"""
    words = around.tokens.words
    first, last = around.clause_bounds(index)
    return any(words[look] == "valg" and words[look - 1] == "på" for look in range(first + 1, last))


def _for_anybody(placed: Placed, around: Surroundings) -> bool:
    """``Kunder kan afbestille indtil dagen før.``, ``Nye medlemmer betaler halvt efter 1. juli.``: a rule for people in general."""
    if not around.mask & _PEOPLE or placed.type is _RECURRENCE:
        return False
    open_ended = placed.relation in (_REL_AFTER, _REL_FROM) or placed.lead == "until" or placed.rule == N_FROM_EVENT
    begin = around.bounds(placed.start)[0]
    return open_ended and around.near_has(begin, begin + 2, "people")


def _says_who(placed: Placed, around: Surroundings) -> str | None:
    """``projekter, der er afsluttet før 1. januar``, ``børn, der starter i august``: the relative clause says which are meant."""
    words, clauses = around.tokens.words, around.clauses
    first, last = around.clause_bounds(placed.start)
    if first < 2 or words[first] not in ("der", "som") or words[first - 1] != ",":
        return None
    noun = words[first - 2]
    verbs = [look for look in range(first + 1, min(last, placed.start)) if look in clauses.forms]
    if not verbs or not noun.endswith(("er", "e", "børn", "mænd")):
        return None
    finite = words[verbs[0]]
    done = finite in ("er", "har") and len(verbs) > 1 and clauses.forms[verbs[1]] == Form.PARTICIPLE
    opening = clauses.clause(first)
    begin = max(clauses.openers[opening - 2] if opening > 1 else 0, first - 40)
    granted = finite.endswith("es") and around.near_has(begin, first, "granting")
    people = noun.endswith(("ere", "børn", "elever", "forældre", "medlemmer")) and clauses.forms[verbs[0]] == Form.PRESENT
    return "condition" if done or granted or (people and not finite.endswith("es") and finite not in _MODALS) else None


def _entitled(placed: Placed, around: Surroundings) -> bool:
    """``har ret til …``, also before the infinitive that holds the expression."""
    clauses = around.clauses
    first, last = around.clause_bounds(placed.start)
    if around.tokens.words[first] == "at" and clauses.clause(first):
        first = max(clauses.openers[clauses.clause(first) - 1], first - 40)
    words = around.tokens.words[first:last]
    return around.near_has(first, last, "entitled") and not {"har", "have", "er"}.isdisjoint(words)


def no_deed(placed: Placed, around: Surroundings) -> str | None:
    """Why nobody does what the expression stands beside, or ``None`` where it may be a deed."""
    lead, at = placed.lead, placed.start
    if placed.rule == CLAUSE:  # inden vandet stiger: the verb is that of the event
        return None
    if lead == "from" and _begins_to_apply(placed, around):
        return "effective"
    if lead in _UNTIL and _lasts(placed, around):
        return "validity"
    words = around.tokens.words
    if at and words[at] == "op" and words[at - 1] in ("ugerne", "dagene", "tiden", "månederne", "perioden"):
        return "about"
    if at and placed.type is not _RECURRENCE and words[at - 1].endswith(_AWAY_NOUNS):
        return "status"
    if lead not in ("by", "before") and placed.type is not _EVENT and _moves_by_itself(placed, around):
        return "happening"
    relation = placed.relation
    placing = relation is _REL_ON or relation is _REL_IN
    if placed.type is _RECURRENCE:  # Der udsendes hvert år omkring 400 breve.
        behind = placed.end + 1 if words[placed.end] in _ABOUT_SO_MANY else placed.end
        if words[behind].isdecimal() and words[behind + 1].isalpha() and words[behind + 1] not in MONTHS:
            return "status"
    if _for_anybody(placed, around):
        return "statutory"
    if placing or relation is _REL_BEFORE or lead == "end":
        reason = _says_who(placed, around)
        if reason is not None:
            return reason
    mask = around.mask
    if _aimed_at(placed, around) and (lead != "by" or around.sentence_has(at, "aims")):
        return "goal"
    if not mask & _EVERYTHING:
        return None
    if (placing or lead in ("to", "end")) and mask & _HAPPENING and _happens(placed, around):
        return "happening"
    if (
        (placing or relation is _REL_BY)
        and lead != "by"
        and around.clause_has(at, "attends")
        and (placed.earliest or placed.latest) is not None
        and placed.anchor != "next_meeting"
        and placed.type is not _RECURRENCE
        and _represents(placed, around)
    ):
        return "attending"
    if placing and placed.type is not _RECURRENCE and (around.clause_has(at, "feasts") or _comes_of_age(around, at)):
        return "happening"
    if _foreseen(placed, around):
        return "foreseen"
    if around.clause_has(at, "changes") and lead not in ("by",):
        return "change"
    if around.clause_has(at, "rates") and (around.clause_has(at, "budget") or "år" in around.clause_words(at)):
        return "change"
    if around.sentence_has(at, "source") and _laid_down(placed, around):
        return "statutory"
    if around.clause_has(at, "foretold") and {"har", "er"} & around.clause_words(at) and lead != "by":
        return "foretold"
    if placing and "tilbage" in around.clause_words(at) and around.sentence_has(at, "absent"):
        return "status"
    if mask & _IMPLYING and _implied(placed, around):
        return "content"
    if around.sentence_has(at, "outside") and _outside(placed, around):
        return "foretold"
    clause = around.clause_words(at)
    if "valg" in clause and "på" in clause and _stands(around, at):
        return "effective"
    if around.sentence_has(at, "entitled") and _entitled(placed, around):
        return "statutory"
    if around.clause_has(at, "window") and lead in ("until", "between", "valid", "from") and {"kan", "har"} & clause:
        return "hearing"
    if placed.type is _RECURRENCE and around.clause_has(at, "binding"):
        return "validity"
    if "kan" in clause and around.clause_has(at, "offered"):
        return "hearing"
    if around.clause_has(at, "binding") and (
        "kan" in clause or "automatisk" in clause or lead in ("until", "valid") or "tidligst" in clause
    ):
        return "validity"
    if placed.type is _RECURRENCE and around.clause_has(at, "validity") and {"er", "har"} & clause:
        return "status"  # Hallen er booket hver tirsdag.
    if placing and around.clause_has(at, "personnel"):
        return "effective"
    if around.clause_has(at, "born"):
        return "statutory"
    return None
