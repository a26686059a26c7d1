"""Page furniture: headers, footers, page numbers, margin stamps, address columns, buttons of a web page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from decisionnlp import lexicons
from decisionnlp.document import MarkKind, Source, Span
from decisionnlp.segmentation.addresses import addresses
from decisionnlp.segmentation.lines import Line, lines_of
from decisionnlp.segmentation.outcome_words import begins_answer
from decisionnlp.segmentation.page_headers import page_headers
from decisionnlp.segmentation.running_headers import running, stamps
from decisionnlp.segmentation.transcript_pages import other_documents, transcript_pages

_LEXICON = lexicons.load("page_furniture")


def _any(section: str, ending: str = "") -> re.Pattern[str]:
    return _one_of(_LEXICON[section], ending)


def _one_of(entries: Iterable[str], ending: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(entries) + ")" + ending, re.IGNORECASE)


def _by_letter(entries: Sequence[str], ending: str) -> tuple[dict[str, re.Pattern[str]], re.Pattern[str]]:
    """The entries that begin with a letter, one pattern a letter, and the others: without case each entry is tried in turn."""
    plain = [entry for entry in entries if entry[:2].isalpha() and "|" not in entry]
    worded = {
        sign: _one_of([entry for entry in plain if entry[0] == sign], ending) for sign in {entry[0] for entry in plain}
    }
    return worded, _one_of([entry for entry in entries if entry not in plain], ending)


_NUMBERED = _any("numbered_line", r"\s*$")
_WHOLE_BY_LETTER, _WHOLE = _by_letter(list(_LEXICON["line"]), r"\s*$")
_PREFIXES = [
    re.compile(pattern) if "total" in pattern else re.compile(pattern, re.IGNORECASE) for pattern in _LEXICON["prefix"]
]
_GLUED_PAGE = re.compile(
    r"(?:[A-ZÆØÅ][^.!?]{2,80}\s)?[Ss]ide \d{1,3} af (?P<total>\d{1,3}?)(?=\d{1,2}\. ?[A-ZÆØÅ]|[A-ZÆØÅ])"
)
_PAGE_OF = re.compile(r"[Ss]ide:?!? ?\d{1,4}!? ?(?:af|/|of)!? ?(?P<total>\d{1,4})\s*$")
_SUFFIX = re.compile("(?:" + "|".join(_LEXICON["suffix"]) + r")\s*$", re.IGNORECASE)
# No long line without one of these is furniture.
_HINT = re.compile(r"[Ss]ide|SIDE|[Cc]ookie|[Ee]-?mail|[|>›»/]|pdf|PDF|http|\d/\d|[Pp]age")
_HINT_SIGNS = ("ide", "SIDE", "/", "mail", "age", "ookie", "|", ">", "›", "»", "pdf", "PDF", "http")
_LIST_MARKS = "•·-–*\uf0b7 "


def page_starts(source: Source, lines: Sequence[Line]) -> set[int]:
    """Indices of the lines that open a page: from the reader's pages, form feeds, or the single leading blank that
    some extractions leave at a page break."""
    text = source.text
    starts = [line.start for line in lines]
    found: set[int] = set()
    for page in source.pages:
        index = bisect_left(starts, page.start)
        if index < len(lines) and lines[index].start < page.end:
            found.add(index)
    position = text.find("\f")
    while position >= 0:
        index = bisect_right(starts, position)
        if index < len(lines):
            found.add(index)
        position = text.find("\f", position + 1)
    if len(found) < 2:
        indented = [line.index for line in lines if line.indent == 1 and line.text not in ("x", "X")]  # ticks of a grid
        if indented == [1]:
            indented = []  # a blank before "Tilstede:" right under the first line
        deeper = sum(1 for line in lines if line.indent > 1)
        listed = sum(1 for index in indented if _LISTED_ITEM.match(lines[index].text))
        if 4 * listed <= len(indented) and 0 < len(indented) <= max(len(lines) // 8, 3) and deeper <= len(lines) // 50:
            found.update(indented)
    return found


# A list set in by one character is no row of pages.
_LISTED_ITEM = re.compile(r"\d{1,3}[.)] |[•·▪-] ")


def find_furniture(
    source: Source, lines: Sequence[Line] | None = None, pages: set[int] | None = None, bars: Sequence[Span] = ()
) -> list[Span]:
    """The furniture of ``source``, sorted and disjoint: what its reader marked and what its text shows.

    ``lines`` and ``pages`` are those of its text where the caller has them already; ``bars`` are those of tables in it.
    """
    text = source.text
    spans = [
        Span(mark.start, mark.end) for mark in source.marks if mark.kind is MarkKind.FURNITURE and mark.end > mark.start
    ]
    lines = lines_of(text) if lines is None else lines
    pages = page_starts(source, lines) if pages is None else pages
    taken: set[int] = set()
    _whole_lines(lines, taken)
    spans += _prefixes(lines)
    spans += page_headers(lines)
    spans += _suffixes(lines) if any(button in text for button in _BUTTONS) else []
    spans += transcript_pages(lines)
    other_documents(lines, taken)
    stamps(lines, pages, taken)
    running(lines, pages, taken)
    addresses(lines, pages, taken)
    spans += [Span(lines[index].start, lines[index].end) for index in taken]
    spans += bars
    spans += _tags(text)
    return _merged(spans, text)


_TAG = re.compile(r"</?(?:strong|em|br|b|i|u|p|span)\b[^<>\n]{0,60}>")
_TAGS = 3  # that make a plain text one whose tags a viewer left in


def _tags(text: str) -> list[Span]:
    """Tags that a document viewer left in its plain text: ``Godkendt.<br />``."""
    if "<br" not in text and "<strong>" not in text:
        return []
    found = [Span(match.start(), match.end()) for match in _TAG.finditer(text)]
    return found if len(found) >= _TAGS else []


def _merged(spans: Sequence[Span], text: str) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and (span.start <= merged[-1].end or not text[merged[-1].end : span.start].strip()):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _hinted(text: str) -> bool:
    for sign in _HINT_SIGNS:
        if sign in text:
            return _HINT.search(text) is not None
    return False


def _whole_lines(lines: Sequence[Line], taken: set[int]) -> None:
    for line in lines:
        text = line.text
        if line.length > 240 or (line.length > 60 and not _hinted(text)):
            continue
        if text[-1].isdigit() and begins_answer(text):
            continue  # "Godkendt. Side 4"
        if _is_whole(text) or (text[0] in _LIST_MARKS and _is_whole(text.lstrip(_LIST_MARKS))):
            taken.add(line.index)


def _is_whole(text: str) -> bool:
    worded = _WHOLE_BY_LETTER.get(text[:1].casefold())
    if worded is not None and worded.match(text) is not None:
        return True
    return _WHOLE.match(text) is not None or (text[-1:].isdigit() and _NUMBERED.match(text) is not None)


def _prefixes(lines: Sequence[Line]) -> list[Span]:
    """``Side 2 af 43. Takster`` is page 2 of 4 and the heading ``3. Takster``."""
    totals = Counter(match["total"] for line in lines if line.length < 30 and (match := _PAGE_OF.match(line.text)))
    found = []
    for line in lines:
        if line.text[0] not in "SsFfUuPp" and "ide " not in line.text[:100]:
            continue
        match = _GLUED_PAGE.match(line.text)
        if match is not None:
            end = match.end()
            for total in totals:
                head = line.text[: match.start("total")]
                if line.text.startswith(total, match.start("total")):
                    end = len(head) + len(total)
                    break
            found.append(Span(line.start, line.start + end))
            continue
        for pattern in _PREFIXES:
            match = pattern.match(line.text)
            if match is not None and "total" not in pattern.pattern:
                found.append(Span(line.start, line.start + len(match.group().rstrip())))
    return found


_BUTTONS = ("lik her for at ", "link til ", "Sidst opdateret", "/luk punkt", "Tryk for at ", "Tryk her for at ")


def _suffixes(lines: Sequence[Line]) -> list[Span]:
    """Texts of buttons glued to the end of a title."""
    found = []
    for line in lines:
        place = max([line.text.find(button) for button in _BUTTONS])
        if place > 0 and (match := _SUFFIX.search(line.text, max(place - 12, 0))) is not None and match.start() > 0:
            found.append(Span(line.start + match.start(), line.end))
    return found
