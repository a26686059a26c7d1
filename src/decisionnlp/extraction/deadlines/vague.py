"""``snarest muligt``, ``løbende``, ``i god tid``: words that set a time without naming one."""

from __future__ import annotations

from decisionnlp import lexicons
from decisionnlp.extraction.deadlines import rules
from decisionnlp.extraction.deadlines.members import (
    TYPE_VAGUE,
)
from decisionnlp.extraction.deadlines.relations import Placed
from decisionnlp.extraction.deadlines.tenses import FORMS
from decisionnlp.extraction.deadlines.tokens import (
    UNITS,
    PhraseTable,
    Tokens,
    with_misspellings,
    word_set,
)

_LEX = lexicons.load("deadlines")
VAGUE = {
    "vague-soon": rules.whole("vague-soon", "snarest muligt", "as soon as may be"),
    "vague-running": rules.whole("vague-running", "løbende", "all the time"),
    "vague-later": rules.whole("vague-later", "på et senere tidspunkt", "some time"),
    "vague-good-time": rules.whole("vague-good-time", "i god tid", "in good time"),
}
VAGUE_STARTS = PhraseTable((form, entry["id"]) for entry in _LEX["vague"] for form in with_misspellings(entry["forms"]))
_AFTER_ADVERB = lexicons.words("deadline_words", "behind_soon") | word_set(", . ; : )")
_BEHIND_RUNNING = lexicons.words("deadline_words", "behind_running")
_NOT_LATER = word_set("som eller og den det de et en lidt noget langt meget ikke men dag")
_ADJECTIVE_LEADS = word_set("den det de en et af fra på til om den deres vores kommunens nye flere")


def _stands_last(tokens: Tokens, index: int) -> bool:
    """``fremlægges senere.``; not ``to år senere``, ``senere end aftalt``, ``den senere behandling``."""
    before = tokens.before(index)
    closes = not tokens.words[index + 1] or tokens.words[index + 1] in (".", ",", ";", ")")
    return closes and before.isalpha() and before not in UNITS and before not in _NOT_LATER


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
                # an adjective stands before no noun in the definite: holder løbende medlemmerne orienteret
                or (len(following) > 4 and following.endswith(("en", "erne", "ene")))
                or following in _BEHIND_RUNNING
                or FORMS.get(following) is not None
            )
            led = tokens.before(index) in _ADJECTIVE_LEADS and following != "at"  # opfordres til løbende at klippe
            if led or not adverb:
                return None
        if phrase == ("senere",) and not _stands_last(tokens, index):
            return None
        if phrase == ("i", "tide") and words[end] == "og":  # i tide og utide
            return None
        return Placed(index, end, TYPE_VAGUE, None, None, None, VAGUE[identifier])
    return None
