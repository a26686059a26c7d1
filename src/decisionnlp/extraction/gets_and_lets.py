"""What stands behind *får*, *lader* and *skal have*: whether the subject does it, or gets it from others."""

from __future__ import annotations

from itertools import pairwise

from decisionnlp.extraction.clauses import BREAKS
from decisionnlp.extraction.deadlines.tenses import FORMS, Form
from decisionnlp.extraction.vocabulary import PREPOSITIONS, animate_infinitives, is_participle, owner_words
from decisionnlp.extraction.we_deeds import HANDED_OVER

RESPONSIBLE = owner_words("responsibility")
_TO_LOOK_AT = owner_words("treatments") | {"gennemsyn", "orientering", "høring", "godkendelse"}
_CHANCES = owner_words("chances")
_HANDED_IN = owner_words("handed_in")
_DEFINITE = ("en", "et", "ne")


def gets_done(word: str, window: list[str]) -> bool:
    """``får undersøgt``, ``får opgaven``: the subject acts; ``får tilsendt``, ``får besked``: it is told."""
    if word == "får" and window[:1] == ["besked"] and window[1:3] in (["på", "at"], ["om", "at"]):
        return True  # Carsten får besked på at lukke for vandet
    if word != "får" or HANDED_OVER.intersection(window):
        return False
    if any(one == "til" and other in _TO_LOOK_AT for one, other in pairwise(window)):
        return False  # Nævnet får udkastet til gennemsyn
    if RESPONSIBLE.intersection(window):
        return True
    if window[:2] in (["en", "snak"], ["lavet", "en"]):
        return True
    if window[:1] in (["en"], ["et"]) and window[2:4] == ["til", "at"]:
        return True  # Benny får en tømrer til at se på det
    if window[1:3] == ["til", "at"] and window[0].endswith(_DEFINITE) and window[0] not in _CHANCES:
        return True  # Benny får tømreren til at se på det
    for place, later in enumerate(window[:5]):
        if (place and window[place - 1] in PREPOSITIONS) or later in ("hver", "hvert"):
            continue  # får på mødet en orientering, får hvert kvartal tal for vikarer
        if later in BREAKS or later in ("en", "et"):  # får et venligt brev, får en ny adgang
            return "i" in window and "hus" in window
        thing = not place and FORMS.get(later) != Form.PARTICIPLE and window[1:2] and window[1] in PREPOSITIONS
        if thing and later.endswith("et"):
            continue  # får udkastet på mail
        if later in ("ud", "hjem", "styr", "fat", "hus") or is_participle(later):
            return True
    return False


def lets_do(window: list[str]) -> bool:
    """``lader målerne montere``: a thing and what only people do with it; not ``lader klasserne male muren``."""
    thing = window[1:2] != [] and window[0].endswith(_DEFINITE) and window[1] in animate_infinitives()
    return thing and (window[2:3] == [] or window[2] in PREPOSITIONS or window[2] in BREAKS or window[2] == ".")


def handed_in(behind: list[str]) -> bool:
    """``kortene afleveret senest fredag``: a thing that others hand in; not ``afleveret kortene``, ``kortene afleveret til Lis``."""
    thing = behind[1:2] != [] and behind[0].endswith(_DEFINITE) and behind[1] in _HANDED_IN
    return thing and behind[2:3] not in (["til"], ["hos"], ["på"])
