"""Who was there: the lines of the front matter that tell of presence, which lie in zone ``attendance`` outside the items."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from decisionnlp import lexicons
from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.line_joins import goes_on
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import read_number

_EDGES = lexicons.load("meeting_edges")
_LABEL = re.compile("(?:[•·▪-] )?(?:" + "|".join(_EDGES["presence_labels"]) + ")", re.IGNORECASE)
_SENTENCE = re.compile("(?:" + "|".join(_EDGES["presence_sentences"]) + ")", re.IGNORECASE)
_FACT = re.compile("(?:" + "|".join(_EDGES["facts"]) + ")", re.IGNORECASE)
_REMARKS = re.compile(r"bemærkning(?:er)?\s?: ?", re.IGNORECASE)
# Words of a list of names that need no capital.
_SMALL = frozenset(
    [
        "og",
        "samt",
        "&",
        "+",
        "af",
        "for",
        "fra",
        "til",
        "med",
        "i",
        "på",
        "v/",
        *lexicons.load("line_words")["beside_names"],
    ]
)
_LONGEST = 60  # of a line that is one name with title and party
# "Nanna Vorup, udpeget af beboerne", "• Nanna Vorup: Konsulent for de unge": a full name, and then the office in any words.
_WITH_OFFICE = re.compile(
    r"(?:[•·▪*-]\s*)?[A-ZÆØÅ][\w.'’-]+(?: [A-ZÆØÅ][\w.'’-]*){1,4} ?(?:, ?|: |\(| [–-] )[^.?!]{2,80}\.?$"
)
_PARTY = re.compile(r"\([A-ZÆØÅ]{1,3}\)$")  # in a line of its own below the name


_PARTS = re.compile(r"[\s/,&.:]+|og\b")


@lru_cache(maxsize=4096)
def is_presence(title: str) -> bool:
    """Whether a title is nothing but labels of who was there: ``Mødedeltagere``, ``Afbud og til stede``."""
    words = [word for word in _PARTS.split(title.lower().replace("til stede", "tilstede")) if word]
    return bool(words) and all(_is_label(word + ":") for word in words)


def presence_lines(
    lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], first: int, last: int
) -> list[bool]:
    """For each of ``lines[first:last]``, the front matter of a meeting, whether it tells of presence."""
    told: list[bool] = []
    block = False  # inside a list of names under a label
    for index in range(first, last):
        line = lines[index]
        heading = headings.get(index)
        text = line.text
        if (
            index > first
            and goes_on(lines[index - 1], line, widths[index])
            and not _FACT.match(text)
            and not _LABEL.match(text)
        ):
            told.append(told[-1])
            continue
        remark = _REMARKS.match(text)
        said = text[remark.end() :] if remark is not None else text
        if (heading is not None and heading.kind is ZoneKind.ATTENDANCE) or _LABEL.match(said):
            block = True
            told.append(True)
        elif _SENTENCE.match(said):
            told.append(True)
        else:
            closed = (
                remark is not None or _FACT.match(text) or (heading is not None and heading.kind is not ZoneKind.AGENDA)
            )
            block = block and not closed and is_name(line)
            told.append(block)
    return told


@lru_cache(maxsize=4096)
def _is_label(text: str) -> bool:
    return _LABEL.fullmatch(text) is not None


def labels_names(lines: Sequence[Line], index: int) -> bool:
    """Whether a line that labels who was there or who belongs to the body stands right above a name."""
    return (
        index + 1 < len(lines)
        and _is_label(lines[index].text)
        and is_name(lines[index + 1])
        and not lines[index + 1].text.endswith((".", "!", "?"))
    )


def is_name(line: Line) -> bool:
    """Whether a line of a list of participants is a name, perhaps with title, party or mark."""
    if read_number(line) is not None or line.text.endswith(":"):
        return False
    if _WITH_OFFICE.match(line.text) or _PARTY.match(line.text):
        return True
    if line.length > _LONGEST and "," not in line.text:
        return False
    words = [
        word for word in line.text.replace(",", " ").replace("/", " ").split() if word[0].isalpha() or word in _SMALL
    ]
    if not words:
        return False
    capital = sum(word[0].isupper() or word.lower() in _SMALL for word in words)
    return capital * 4 >= len(words) * 3 or (capital * 2 >= len(words) and "(" in line.text)
