"""Whether *vi* with its verb tells of a deed: not of a talk, a wish or a state."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from decisionnlp.extraction.deadlines.tenses import FORMS, Form
from decisionnlp.extraction.vocabulary import (
    ADVERBS,
    PREPOSITIONS,
    animate_infinitives,
    animate_verbs,
    is_participle,
    owner_words,
    task_infinitives,
    verb_forms,
    verb_kind,
)

_WE_STATES = owner_words("we_states")
_TALK = owner_words("talk")
_NO_DEED = owner_words("no_deed")
_REQUEST_ALWAYS = owner_words("asks")
_GETS = owner_words("gets")
_AIMS = owner_words("aims")
_GIVEN = owner_words("receiving") | owner_words("given")
_TOWARDS = frozenset(("på", "mod", "efter", "med"))
HANDED_OVER = owner_words("handed_over")
_NO_RESULT = owner_words("no_result")
_AMONG_US = owner_words("among_us")
_OPEN_THINGS = owner_words("open_matters")
_CHATS = frozenset(("snak", "samtale", "dialog"))
_SETTING_OUT = frozenset(("begynder", "starter"))
PRONOUNS = frozenset(("han", "hun", "de", "vi", "jeg", "man", "den", "det", "dette", "der", "vedkommende", "denne"))
_NO_WE_DEED = _WE_STATES | _TALK | _NO_DEED | _REQUEST_ALWAYS | _GETS | owner_words("stative")
_NO_INFINITIVE = _NO_WE_DEED | PREPOSITIONS
_NO_AIM = (_NO_WE_DEED - _TALK) | PREPOSITIONS | _GIVEN


@cache
def _tasks() -> frozenset[str]:
    return verb_forms("we") | verb_forms("task") | task_infinitives() | animate_verbs() | animate_infinitives()


def we_act(word: str, window: list[str], *, main: bool, told: bool) -> bool:
    """``Vi sender en hilsen``, ``Vi skal huske kaffe``, in a main clause whatever is no state; not ``Vi ønsker``, ``Vi skal have``."""
    if word == "lader" and any(pair in (("om", "."), ("om", ",")) for pair in pairwise([*window, "."])):
        return False  # Forordet lader vi formanden om
    tasks = _tasks()
    if word in ("skal", "vil", "må"):
        deed = next((later for later in window if later not in ADVERBS), "")
        if deed == "have" and word != "vil":  # Vi skal have gravet soklen op, vi skal have en snak med naboen
            return any(map(is_done, window[:5])) or (main and not _CHATS.isdisjoint(window[1:5]))
        if word == "må" and told:
            return False  # en aftale om, at vi må parkere der
        if (deed in tasks and deed not in _TALK) or _looks_into(deed, window):
            return True
        if main and _we_see_to(deed, window[window.index(deed) + 1 :] if deed else []):
            return True  # Vi skal tale med naboen, vi vil få vejen jævnet
        return main and deed.endswith(("e", "å")) and len(deed) > 3 and deed not in _NO_INFINITIVE
    if _looks_into(word, window) or (word in _SETTING_OUT and ("med", "at") in pairwise(window)):
        return True
    if word in _AIMS and not told:
        return aims_at(window)
    if main and _we_see_to(word, window):
        return True
    if "fast" in window[:2] or word in _TALK:
        return False
    if word in tasks:
        return True
    return main and verb_kind(word) == "present" and word not in _NO_WE_DEED


def _we_see_to(word: str, behind: list[str]) -> bool:
    """``Vi får jævnet vejen``, ``vi taler med naboen``: deeds with the verbs of getting and of talk; not ``får tilsendt``."""
    if word in ("får", "få"):
        own = behind[: behind.index(",")] if "," in behind else behind
        thing_done = own[1:2] != [] and own[0].endswith(("en", "et", "ne")) and is_participle(own[1])
        done = any(map(is_done, own[:3])) or (thing_done and own[1] not in _NO_RESULT)
        return done and HANDED_OVER.isdisjoint(own)
    outside = behind[1:2] and behind[1] not in _AMONG_US
    return word in ("taler", "tale", "snakker", "snakke") and behind[:1] == ["med"] and bool(outside)


def aims_at(window: list[str]) -> bool:
    """``Vi satser på at sende den``: a deed is meant; not ``satser på godt vejr``, ``regner med at få pengene``."""
    aim = [word for word in window if word not in ADVERBS]
    aim = aim[1:] if aim[:1] != [] and aim[0] in _TOWARDS else aim
    if aim[:1] != ["at"] or len(aim) < 2:
        return False
    deed = aim[1]
    if deed in ("få", "tale", "snakke"):
        return _we_see_to(deed, aim[2:])
    return deed.endswith(("e", "å")) and deed not in _NO_AIM


def _looks_into(verb: str, window: list[str]) -> bool:
    """``ser på, om``, ``hører klubben, om``, ``gør en indsats``: deeds with the verbs of talk and states."""
    if verb in ("se", "ser"):
        at = window.index("på") + 1 if "på" in window[:3] else len(window)
        return any(word in _OPEN_THINGS for word in window[at : at + 2]) or (
            window[:1] == ["på"] and len(window) > 2 and window[1] not in PRONOUNS
        )
    if verb in ("hører", "høre"):
        return "ad" in window[:5] or any(one == "," and other in _OPEN_THINGS for one, other in pairwise(window))
    return verb in ("gør", "gøre") and not {"indsats", "rent", "klar"}.isdisjoint(window[:4])


def is_done(word: str) -> bool:
    """The participle of a known verb: *lavet*, *renset*."""
    return FORMS.get(word) == Form.PARTICIPLE or (word.endswith("et") and word[:-1] in task_infinitives())
