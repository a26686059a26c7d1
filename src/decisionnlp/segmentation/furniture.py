"""Page furniture: headers, footers, page numbers, margin stamps, address columns, buttons of a web page."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from decisionnlp import lexicons
from decisionnlp.document import MarkKind, Source, Span
from decisionnlp.segmentation.headings import read_heading
from decisionnlp.segmentation.lines import Line, lines_of
from decisionnlp.segmentation.outcome_words import begins_answer
from decisionnlp.segmentation.page_headers import page_headers

_LEXICON = lexicons.load("page_furniture")


def _any(section: str, ending: str = "") -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(_LEXICON[section]) + ")" + ending, re.IGNORECASE)


_WHOLE, _NUMBERED = _any("line", r"\s*$"), _any("numbered_line", r"\s*$")
_PREFIXES = [
    re.compile(pattern) if "total" in pattern else re.compile(pattern, re.IGNORECASE) for pattern in _LEXICON["prefix"]
]
_GLUED_PAGE = re.compile(
    r"(?:[A-ZÆØÅ][^.!?]{2,80}\s)?[Ss]ide \d{1,3} af (?P<total>\d{1,3}?)(?=\d{1,2}\. ?[A-ZÆØÅ]|[A-ZÆØÅ])"
)
_PAGE_OF = re.compile(r"[Ss]ide:?!? ?\d{1,4}!? ?(?:af|/|of)!? ?(?P<total>\d{1,4})\s*$")
_SUFFIX = re.compile("(?:" + "|".join(_LEXICON["suffix"]) + r")\s*$", re.IGNORECASE)
STAMP = _any("stamp")
# Each kind of mark a group.
_ADDRESS = re.compile(rf"(?:{'|'.join(f'({pattern})' for pattern in _LEXICON['address'])})\s*$", re.IGNORECASE)
# Words that let a short line above an address belong to it.
_SENDER = re.compile(
    r"kommune|forvaltning|sekretariat|afdeling|region|center|magistrat|ledelse|forhold|rådhus|stab|skole|\d{4} ",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?:;,]$")
_DATE_LINE = re.compile(r"\d{1,2}\. ?[a-zæøå]+(?: \d{4})?$|\d{1,2}[.-]\d{1,2}[.-]\d{2,4}$")
# A stamp's line that stops in the middle of a title.
_CUT_OFF = re.compile(r"(?:[-–,]|\b(?:og|i|på|af|til|for|med|fra|om|ved|den|\d{1,2}\.))$")
# No long line without one of these is furniture.
_HINT = re.compile(r"[Ss]ide|SIDE|[Cc]ookie|[Ee]-?mail|[|>›»/]|pdf|PDF|http|\d/\d|[Pp]age")
_HINT_SIGNS = ("ide", "SIDE", "/", "mail", "age", "ookie", "|", ">", "›", "»", "pdf", "PDF", "http")
_ADDRESS_HINT = re.compile(r"[\d@]|www|(?:[Ee]-?(?:post|mail)|[Mm]ail|[Ss]agsb|[Tt]lf)")
_DIGIT_OR_AT = re.compile(r"[\d@]")
_ADDRESS_WORDS = ("www", "post", "ail", "agsb", "lf")
_LIST_MARKS = "•·-–*\uf0b7 "
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\d{1,3}$")


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
        indented = [line.index for line in lines if line.indent == 1]
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
    spans += _suffixes(lines)
    spans += _transcript_pages(lines)
    _other_documents(lines, taken)
    _stamps(lines, pages, taken)
    _running(lines, pages, taken)
    _addresses(lines, pages, taken)
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


def _suffixes(lines: Sequence[Line]) -> list[Span]:
    """Texts of buttons glued to the end of a title."""
    found = []
    for line in lines:
        place = max(
            line.text.find("lik her for at "),
            line.text.find("link til "),
            line.text.find("Sidst opdateret"),
            line.text.find("/luk punkt"),
            line.text.find("Tryk for at "),
            line.text.find("Tryk her for at "),
        )
        if place > 0 and (match := _SUFFIX.search(line.text, max(place - 12, 0))) is not None and match.start() > 0:
            found.append(Span(line.start + match.start(), line.end))
    return found


_LISTED = re.compile(r"relaterede dokumenter\s*$", re.IGNORECASE)
_PAGE_ONE = re.compile(r"1 \S.{150,}|transkript\s*$", re.IGNORECASE)


def _other_documents(lines: Sequence[Line], taken: set[int]) -> None:
    """Document-sharing sites list other documents' titles (with their dates) between the title and the transcript."""
    for line in lines[:25]:
        if not _LISTED.match(line.text):
            continue
        for other in lines[line.index :]:
            if _PAGE_ONE.match(other.text) or other.length > 600:
                break
            taken.add(other.index)
        return


_FIRST_PAGE = re.compile(r"1 .{0,80}?\b(?:\w*referat|dagsorden|\w*protokol|beslutninger|møde)\b", re.IGNORECASE)


def page_paragraphs(lines: Sequence[Line]) -> bool:
    """Whether every paragraph of the text is a page that begins with its number, as the transcript of a document viewer prints it;
    the viewer's title of the document may stand above the first one."""
    if len(lines) > 2 and lines[0].length < 160 and not lines[0].text.startswith("1 "):
        lines = lines[1:]
    return (
        len(lines) >= 2
        and all(f"{line.text} ".startswith(f"{index} ") for index, line in enumerate(lines, 1))
        and max(line.length for line in lines) >= 250
        and _FIRST_PAGE.match(lines[0].text) is not None
    )


_TRANSCRIPT = re.compile(
    r"(?:transkript|save this pdf|starte visningen fra side|størrelse: px|relaterede dokumenter|download\b.*referat)",
    re.IGNORECASE,
)
_PAGE_PREFIX = re.compile(
    r"(?P<page>\d{1,3})(?: |$)(?P<side>[Ss]idenr\.?(?: \d{1,4})?(?: |$)|[Ss]ide!? ?(?:\d{1,4}|[ivx]{1,6}\b|[A-Z]\b)!?(?: af!? ?\d{1,4}!?)?(?: |$))?(?=\S|$)"
)


def _transcript_pages(lines: Sequence[Line]) -> list[Span]:
    """Document-sharing sites print each page as one paragraph that begins with its number: ``3 Side 61 31. Takster``."""
    chain: list[tuple[Line, re.Match[str]]] = []
    for line in lines:
        match = _PAGE_PREFIX.match(line.text)
        if match is not None and int(match["page"]) == len(chain) + 1:
            chain.append((line, match))
    if len(chain) < 2:
        return []
    double = sum(
        1
        for line, match in chain
        if match["side"] or re.match(r"\d{1,3}\. ?[A-ZÆØÅ]|[A-ZÆØÅ]{2,4}-?\d+/", line.text[match.end() :])
    )
    named = any(line.length < 80 and _TRANSCRIPT.match(line.text) for line in lines[:12])
    contents = any(
        re.match(r"indholdsfortegnelse", line.text[match.end() :], re.IGNORECASE) for line, match in chain[:3]
    )
    viewer = any(line.length < 15 and line.text.lower() == "transkript" for line in lines[: chain[0][0].index])
    heads = _page_heads([line.text[match.end() :] for line, match in chain])
    if 3 * sum(bool(head) for head in heads) >= 2 * (len(chain) - 1):
        # Where pages have a running header, a number without it is none of theirs: "5 Eventuelt" is an item.
        kept = [place for place, (line, match) in enumerate(chain) if place == 0 or heads[place]]
        chain, heads = [chain[place] for place in kept], [heads[place] for place in kept]
        viewer = True
    viewer = viewer or page_paragraphs(lines)
    if not (viewer or (double >= 1 and (named or contents or double >= 2)) or (named and contents)):
        return []
    return [
        *(
            Span(line.start, line.start + len((match.group() + head).rstrip()))
            for (line, match), head in zip(chain, heads, strict=True)
        ),
        *_page_tails(lines, [(line.index, int(match["page"])) for line, match in chain]),
    ]


_TAIL = re.compile(r" (?:[Ss]ide!? ?)?(?P<page>\d{1,3})!?(?P<of> af!? ?\d{1,4}!?)?$")


def _page_tails(lines: Sequence[Line], pages: Sequence[tuple[int, int]]) -> list[Span]:
    """The page's number once more at its end (``… inden jul. 2``, ``Side 2 af 3``), where at least two pages print it there."""
    found = []
    for place, (index, page) in enumerate(pages):
        last = lines[pages[place + 1][0] - 1] if place + 1 < len(pages) else lines[index]
        match = _TAIL.search(last.text, max(last.length - 24, 0))
        if match is not None and int(match["page"]) == page:
            found.append(Span(last.start + match.start() + 1, last.end))
    return found if len(found) >= 2 else []


# "SAG NR." in front of the first title of a page is no part of the header above it.
_ITEM_WORD = re.compile(r"(?<=\s)(?:sag|punkt|pkt\.?)(?: nr\.?)?:?\s*$", re.IGNORECASE)


def _page_heads(texts: Sequence[str]) -> list[str]:
    """What pages begin with in common: the running header that a transcript prints before each page's text (not on page 1,
    where it is the title of the document)."""
    shared: Counter[str] = Counter()
    for one, other in itertools.combinations(texts, 2):
        same = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
        common = "".join(letter for letter, _ in same)
        if len(one) > len(common) and one[len(common) - 1 : len(common) + 1].isalnum():
            common = common[: common.rfind(" ") + 1]
        if common.count(" ") >= 2 and len(common) >= 12 and common[0].isupper():
            shared[common] += 1
    if not shared or len(texts) < 3:
        return [""] * len(texts)
    head = _ITEM_WORD.sub("", max(shared, key=lambda common: (shared[common], len(common))))
    if _content(head.lower()) or head.rstrip().endswith(("-", "–")):  # "Til behandling - åbne døre", on two pages
        return [""] * len(texts)
    return ["", *(_with_side(text, head) if text.startswith(head) else "" for text in texts[1:])]


_SIDE = re.compile(r"\bside(?: nr\.?)?:?$", re.IGNORECASE)
_SIDE_NUMBER = re.compile(r" *\d{1,3}(?: af \d{1,4})?(?= |$)")


def _with_side(text: str, head: str) -> str:
    """The header with the page's number behind it, if it ends in ``Side``."""
    number = _SIDE_NUMBER.match(text, len(head)) if _SIDE.search(head.rstrip()) else None
    return text[: number.end()] if number is not None else head


def _stamps(lines: Sequence[Line], pages: set[int], taken: set[int]) -> None:
    for line in lines:
        if line.text[0] not in "Pp" or not STAMP.match(line.text):
            continue
        taken.add(line.index)
        index = line.index + 1
        while index < len(lines) and index - line.index <= 6 and lines[index].gap == 0 and index not in pages:
            above, text = lines[index - 1].text, lines[index].text
            if (
                lines[index].length > 60
                or text.startswith("Punkt ")
                or re.search(r"\.(?:docx?|pdf|xlsx?|pptx?)$", above)
            ):
                break
            last = index + 1 >= len(lines) or lines[index + 1].gap > 0 or index + 1 in pages
            if not (text[0].islower() or _CUT_OFF.search(above) or last):
                break
            taken.add(index)
            index += 1
        # A lone date between the stamp and the page number is part of the footer.
        if index + 1 < len(lines) and _DATE_LINE.match(lines[index].text) and index + 1 in taken:
            taken.add(index)


def _running(lines: Sequence[Line], pages: set[int], taken: set[int]) -> None:
    """Lines that recur at page edges or beside page numbers (digits aside): running headers and footers."""
    edges: set[int] = set()
    for index in pages:
        edges.update(range(max(index - 3, 0), min(index + 3, len(lines))))
    numbers = [
        index for index in taken if lines[index].length < 30 and any(char.isdigit() for char in lines[index].text)
    ]
    for index in numbers:
        edges.update(range(max(index - 2, 0), min(index + 3, len(lines))))
    edges -= taken
    edges.update(_numbered_footers(lines, taken))
    shapes: dict[str, list[int]] = {}
    for index in edges:
        line = lines[index]
        if (line.length <= 110 and not line.text.endswith((".", "!", "?"))) or line.length <= 4:
            shapes.setdefault(_DIGITS.sub("#", line.text.lower()), []).append(index)
    shapes = {shape: places for shape, places in shapes.items() if len(places) >= 2}
    if not shapes:
        return
    counts = Counter(_DIGITS.sub("#", line.text.lower()) for line in lines if line.length <= 110)
    for shape, places in shapes.items():
        everywhere = counts[shape]
        needed = 3 if len(pages) >= 4 or len(numbers) >= 4 else 2
        if shape == "#":
            if len(places) >= 2 and len(places) >= everywhere * 0.8:
                taken.update(index for index in places if _PAGE_NUMBER.match(lines[index].text))
        elif len(places) >= needed and len(places) >= everywhere * 0.7 and not _content(shape):
            taken.update(places)


def _numbered_footers(lines: Sequence[Line], taken: set[int]) -> set[int]:
    """A line printed several times, each time beside a bare number that grows: a footer and its page number."""
    groups: dict[str, list[tuple[int, int, int]]] = {}
    for line in lines[:-1]:
        below = lines[line.index + 1]
        if below.length > 3:
            continue
        if line.length <= 110 and below.gap <= 1 and _PAGE_NUMBER.match(below.text):
            shape = _DIGITS.sub("#", line.text.lower())
            if not _content(shape):
                groups.setdefault(shape, []).append((line.index, below.index, int(below.text)))
    found: set[int] = set()
    for places in groups.values():
        numbers = [number for _, _, number in places]
        if len(places) >= 2 and numbers == sorted(set(numbers)) and numbers[-1] - numbers[0] <= 3 * len(numbers):
            found.update(index for index, _, _ in places)
            taken.update(index for pair in places for index in pair[:2])
    return found - taken


_CONTENT = re.compile(
    r"(?:beslutning|indstilling|sagsfremstilling|referat$|bilag|godkendt|drøftet|taget til|punkt|pkt|resum|-$|\.$|fraværende|afbud|#[.)])"
)


def _content(shape: str) -> bool:
    return _CONTENT.match(shape) is not None


def _addressed(text: str) -> bool:
    """Whether ``_ADDRESS_HINT`` is found."""
    if _DIGIT_OR_AT.search(text):
        return True
    return any(word in text for word in _ADDRESS_WORDS) and _ADDRESS_HINT.search(text) is not None


def _addresses(lines: Sequence[Line], pages: set[int], taken: set[int]) -> None:
    """Clusters of short lines with at least two marks of a sender's address."""
    marks: dict[int, int] = {}
    for line in lines:
        if line.length <= 70 and line.text[0].isalnum() and _addressed(line.text):
            match = _ADDRESS.match(line.text)
            if match is not None:
                marks[line.index] = match.lastindex or 0
    places = sorted(marks)
    cluster: list[int] = []
    for place in [*places, len(lines) + 99]:
        if cluster and place - cluster[-1] > 4:
            if len({marks[index] for index in cluster}) >= 2:
                _take_address(lines, pages, cluster[0], cluster[-1], taken)
            cluster = []
        cluster.append(place)


def _take_address(lines: Sequence[Line], pages: set[int], first: int, last: int, taken: set[int]) -> None:
    if any(lines[index].length > 62 and index not in taken for index in range(first, last + 1)):
        return
    # The names a "Sagsbehandler:" line announces, on the lines after it.
    while (
        last + 1 < len(lines)
        and lines[last].text.endswith((":", "/"))
        and last + 1 not in pages
        and lines[last + 1].length < 45
    ):
        last += 1
    # Upwards: the rest of the block, then blocks of short lines that name the sender.
    while first > 0 and first not in pages:
        above = lines[first - 1]
        if read_heading(above) is not None or (
            first >= 2 and lines[first - 1].gap == 0 and read_heading(lines[first - 2]) is not None
        ):
            break
        if (
            above.length > 40
            or (_SENTENCE.search(above.text) and not above.text.endswith(","))
            or above.text[0] in "-•\uf0b7"
        ):
            break
        if (
            above.text[0].isdigit()
            and not _DATE_LINE.match(above.text)
            and not re.match(r"\d+ ?[A-Z]?$|\d{4} ", above.text)
        ):
            break
        if lines[first].gap > 0 and not (
            _SENDER.search(above.text) or _DATE_LINE.match(above.text) or _ends_block(lines, first - 1)
        ):
            break
        if lines[first].gap > 2:
            break
        first -= 1
    taken.update(range(first, last + 1))


def _ends_block(lines: Sequence[Line], index: int) -> bool:
    """Whether the block that ends with line ``index`` is short lines of which one names a sender."""
    place = index
    while place >= 0 and index - place < 6 and lines[place].length <= 40:
        if _SENDER.search(lines[place].text):
            return True
        if lines[place].gap > 0:
            return False
        place -= 1
    return False
