"""Minutes that print nothing but what was answered, a paragraph for each point: ``Dagsorden godkendes.`` / ``Indstillingen godkendes.``"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from decisionnlp import lexicons
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import read_number
from decisionnlp.segmentation.titles import Found

_LEAST = 4  # answers
_SHARE = 4  # at most so many paragraphs for an answer
_ANSWER = re.compile(rf"(?:{lexicons.alternatives('outcome_words', 'answered_alone')})(?![\wæøå:])", re.IGNORECASE)
# "Nivi Lynge (IA): Oliespand bag skolen.": what members bring up, all of it one point.
_SPEAKER = re.compile(r"[A-ZÆØÅ][\wæøåé.-]*(?: [A-ZÆØÅ][\wæøåé.-]*){0,3} \([A-ZÆØÅ]{1,3}\):")
_LETTERED = re.compile(r"(?P<value>\d{1,2})[a-z]\.")


def answers_alone(lines: Sequence[Line], headings: Mapping[int, Heading], first: int, last: int) -> list[Found]:
    """A point for each paragraph of ``lines[first:last]`` that begins as an answer does; none where there are few, or headings."""
    if any(first <= index < last for index in headings):
        return []
    paragraphs = [index for index in range(first, last) if index == first or lines[index].gap > 0]
    answers = [index for index in paragraphs if _ANSWER.match(lines[index].text)]
    if len(answers) < _LEAST or _SHARE * len(answers) < sum(index >= answers[0] for index in paragraphs):
        return []
    answered = frozenset(answers)
    starts: list[int] = []
    spoken = False
    value = 0
    for index in paragraphs:
        if index < answers[0]:
            continue
        text = lines[index].text
        speaks = _SPEAKER.match(text) is not None
        lettered = _LETTERED.match(text)
        numbered = read_number(lines[index]) if text[0].isdigit() else None
        if lettered is not None:  # "2a. Nyt fra formanden" and "2b." are parts of one point
            if int(lettered["value"]) != value:
                starts.append(index)
            value = int(lettered["value"])
        elif (
            index in answered
            or (speaks and not spoken)
            or (numbered is not None and numbered.style == "dot" and numbered.value > 1)
        ):
            starts.append(index)
        spoken = spoken or speaks
    return [
        Found(None, "", False, index, index, index, end, "untitled")
        for index, end in zip(starts, [*starts[1:], last], strict=True)
    ]
