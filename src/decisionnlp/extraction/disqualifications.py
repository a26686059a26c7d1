"""Members who were inhabile: they took no part in the item."""

from __future__ import annotations

import re
from functools import partial

from decisionnlp import lexicons
from decisionnlp.document import Disqualification
from decisionnlp.extraction.vocabulary import noun_kind, starters
from decisionnlp.flattening import FlatText, flatten

_words = partial(lexicons.alternatives, "disqualifications")
_CAP = r"[A-ZÆØÅÉ][a-zæøåéöäü]+(?:-[A-ZÆØÅ]?[a-zæøå]+)?"
_NAME = rf"(?P<name>{_CAP}(?: (?:[A-ZÆØÅ]\.|(?:van|von|de|af)\b|{_CAP})){{0,3}})(?: \((?P<party>[A-ZÆØÅ]{{1,3}}|[A-ZÆØÅ][a-zæøå]+)\))?"
_NAMED = re.compile(_NAME)
_CUE = re.compile(r"inhabil", re.IGNORECASE)
# "ikke inhabil", "fundet habil", "spørgsmålet om inhabilitet" report no disqualification.
_DENIED = re.compile(
    rf"\b(?:{_words('denied')})\b[^.;,]{{0,50}}\binhabil",
    re.IGNORECASE,
)
_LABEL = re.compile(r"inhabil(?:e|itet)?\s?:\s?(?P<names>[^.;]+)", re.IGNORECASE)
_OTHER = re.compile(rf"\b(?:{_words('others')})\b", re.IGNORECASE)


def find_disqualifications(text: FlatText | str) -> list[Disqualification]:
    """Members declared (or declaring themselves) inhabile in one sentence, with offsets into the source."""
    flat = flatten(text) if isinstance(text, str) else text
    line = flat.text
    cue = _CUE.search(line)
    if cue is None or _DENIED.search(line):
        return []
    label = _LABEL.search(line)
    start, end = label.span("names") if label else (0, cue.start())
    if not label:
        other = _OTHER.search(line, start, end)
        stood_in = re.match(r"\W*(?:stedfortræder|suppleant)", line, re.IGNORECASE)
        # Who stepped in is named after the member who stepped out, or opens the sentence.
        if other and not stood_in and _NAMED.search(line, start, other.start()):
            end = other.start()
    found = []
    for match in _NAMED.finditer(line, start, end):
        if not label and re.search(r"(?:stedfortræder|suppleant)\w*:? $", line[: match.start()], re.IGNORECASE):
            continue
        if match.group("name").split()[0].lower() in ("stedfortræder", "suppleant"):
            continue
        words = match.group("name").split()
        offset = match.start("name")
        while words and (words[0] in starters() or (noun_kind(words[0].lower()) and len(words) > 1)):
            offset += len(words[0]) + 1
            words = words[1:]
        if (
            not words
            or noun_kind(words[0].lower())
            or (len(words) == 1 and not match.group("party") and words[0] in starters())
        ):
            continue
        span = flat.span(offset, match.end())
        found.append(
            Disqualification(line[offset : match.end()], span.start, span.end, " ".join(words), match.group("party"))
        )
    return found
