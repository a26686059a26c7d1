"""What is to be done by nobody yet, and the next sentence takes its first step: a draft of the text, a date for the meeting."""

from __future__ import annotations

import re
from functools import partial

from decisionnlp import lexicons

_words = partial(lexicons.alternatives, "first_steps")
# "Der sendes et svar til kommunen.", "Rådet var enigt om at skrive et læserbrev."
_TEXT_WANTED = re.compile(
    rf"\b(?:{_words('text_making')})\b[^,;:]{{0,40}}\b(?:en|et|den|det|nye?|nyt|vores)\b[^,;:]{{0,30}}?(?:{_words('texts')})\b",
    re.IGNORECASE,
)
# "Astrid laver et udkast": and nothing of what it is a draft of, but for the matter itself
_DRAFT = re.compile(
    rf"\b(?:{_words('drafting')}) (?:et |en |det |den )?(?:første |nyt? |kort )?(?:{_words('drafts')})\b"
    r"(?! (?:til|om|for|på|af) (?!det\b|den\b|det hele\b|teksten\b|mødet\b|næste\b|på\b|torsdag\b|bestyrelsen\b|gennemsyn\b))"
)
# "Der skal findes en dag i marts.", "Der holdes et møde med naboerne.": without its day
_MEETING_WANTED = re.compile(
    rf"\bDer (?:skal |bør |må )?(?:{_words('arranging')})\b[^.;:]{{0,60}}?\b(?:en|et|nyt?|fælles)\b[^,;:]{{0,30}}?(?:{_words('meetings')})\b"
)
_DATE = re.compile(rf"\b(?:{_words('dating')})\b[^,;:]{{0,30}}?\b(?:{_words('dates')})\b(?! (?:for|til|om) )")


def takes_first_step(before: str, text: str, *, dated: bool, day_set: bool) -> bool:
    """``text`` tells who begins what ``before`` wants.

    ``dated``: ``before`` says by when, so that a draft with a time of its own is another task; ``day_set``: it has its day.
    """
    if not dated and _TEXT_WANTED.search(before) and _DRAFT.search(text):
        return True
    return not day_set and bool(_MEETING_WANTED.search(before)) and bool(_DATE.search(text))
