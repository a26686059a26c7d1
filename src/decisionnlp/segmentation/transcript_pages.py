"""The pages of a transcript that a document viewer prints: their numbers, their running header, the viewer's own list of papers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from decisionnlp import lexicons
from decisionnlp.document import Span
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.running_headers import is_content
from decisionnlp.segmentation.title_borders import PAST, TOLD

_LISTED = re.compile(r"relaterede dokumenter\s*$", re.IGNORECASE)
_PAGE_ONE = re.compile(r"1 \S.{150,}|transkript\s*$", re.IGNORECASE)


def other_documents(lines: Sequence[Line], taken: set[int]) -> None:
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


_TRANSCRIPT = re.compile(rf"(?:{lexicons.alternatives('line_words', 'viewer')})", re.IGNORECASE)
_PAGE_PREFIX = re.compile(
    r"(?P<page>\d{1,3})(?: |$)(?P<side>[Ss]idenr\.?(?: \d{1,4})?(?: |$)|[Ss]ide!? ?(?:\d{1,4}|[ivx]{1,6}\b|[A-Z]\b)!?(?: af!? ?\d{1,4}!?)?(?: |$))?(?=\S|$)"
)


def transcript_pages(lines: Sequence[Line]) -> list[Span]:
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
_FOOT = re.compile(r"(?:^|(?<=[^\W\d_]{3}[.!?)] )|(?<= ))(?=[A-ZÆØÅ\d])")  # where the words of a footer may begin
_FEET = 3  # pages that end alike before their number


def _page_tails(lines: Sequence[Line], pages: Sequence[tuple[int, int]]) -> list[Span]:
    """The page's number once more at its end (``… inden jul. 2``, ``Side 2 af 3``), where at least two pages print it there; or the
    document's own count of its pages behind a footer (``… inden jul. Havneudvalget Side 1``)."""
    lasts = [
        lines[pages[place + 1][0] - 1] if place + 1 < len(pages) else lines[index]
        for place, (index, _) in enumerate(pages)
    ]
    tails = [_TAIL.search(last.text, max(last.length - 24, 0)) for last in lasts]
    found = [
        Span(last.start + match.start() + 1, last.end)
        for last, match, (_, page) in zip(lasts, tails, pages, strict=True)
        if match is not None and int(match["page"]) == page
    ]
    feet = _feet(lasts, tails, [page for _, page in pages])
    return feet or (found if len(found) >= 2 else [])


def _feet(lasts: Sequence[Line], tails: Sequence[re.Match[str] | None], pages: Sequence[int]) -> list[Span]:
    """What stands before the number at the end of most pages, number and all, where the numbers count on with the pages."""
    shifts = Counter(page - int(match["page"]) for page, match in zip(pages, tails, strict=True) if match is not None)
    if not shifts or max(shifts.values()) < _FEET:
        return []
    shift = max(shifts, key=lambda value: shifts[value])
    told = {
        place: last.text[: match.start()]
        for place, (last, match, page) in enumerate(zip(lasts, tails, pages, strict=True))
        if match is not None and page - int(match["page"]) == shift
    }
    suffix = _common_suffix(list(told.values()))
    begin = next((match.start() for match in _FOOT.finditer(suffix) if len(suffix) - match.start() >= 8), None)
    if begin is None or 3 * len(told) < 2 * (len(pages) - 1):
        return []
    foot = suffix[begin:]
    if PAST.search(foot) or TOLD.search(foot):
        return []  # "… valgte model 1" on each page
    return [
        Span(last.end - len(last.text) + last.text.rindex(foot), last.end)
        for place, last in enumerate(lasts)
        if place in told or (place and last.text.endswith(f" {foot}"))
    ]


def _common_suffix(texts: Sequence[str]) -> str:
    """The words in which all ``texts`` end, a space before them; empty where one of them holds nothing else."""
    shared = 0
    for letters in zip(*(reversed(text) for text in texts), strict=False):
        if len(set(letters)) > 1:
            break
        shared += 1
    suffix = texts[0][len(texts[0]) - shared :]
    return suffix[suffix.find(" ") + 1 :] if " " in suffix else ""


# "SAG NR." in front of the first title of a page is no part of the header above it.
_ITEM_WORD = re.compile(r"(?<=\s)(?:sag|punkt|pkt\.?)(?: nr\.?)?:?\s*$", re.IGNORECASE)


def _shared_beginnings(texts: Sequence[str]) -> tuple[Counter[str], dict[str, int]]:
    """What texts begin with in common up to a whole word: for how many pairs of them, and the first text of the first such pair.

    Texts that begin alike are split by the letter behind, so that no pair is looked at.
    """
    shared: Counter[str] = Counter()
    first: dict[str, int] = {}
    groups = [list(range(len(texts)))] if texts else []
    while groups:
        group = groups.pop()
        alike = [texts[place] for place in group]
        low, high = min(alike), max(alike)  # what these begin with, all do
        common = low[: next((at for at, letter in enumerate(low) if high[at : at + 1] != letter), len(low))]
        behind: dict[str, list[int]] = {}
        inside = outside = 0  # texts that go on in the midst of a word, and those that do not
        pairs = {True: 0, False: 0}  # by how the first of a pair goes on
        for place in group:
            letter = texts[place][len(common) : len(common) + 1]
            same = behind.setdefault(letter, [])
            within = (common[-1:] + letter).isalnum() and letter != ""
            pairs[True] += inside - (len(same) if within else 0)
            pairs[False] += outside - (len(same) if letter and not within else 0)
            same.append(place)
            inside, outside = inside + within, outside + (not within)
        for within, number in pairs.items():
            told = common[: common.rfind(" ") + 1] if within else common
            if number and told.count(" ") >= 2 and len(told) >= 12 and told[0].isupper():
                shared[told] += number
                first[told] = min(first.get(told, len(texts)), _first_of_pair(behind, common[-1:], within))
        groups += (same for letter, same in behind.items() if letter and len(same) > 1)
    return shared, first


def _first_of_pair(behind: Mapping[str, Sequence[int]], last: str, within: bool) -> int:
    """The first text that goes on in a word after ``last`` (or does not) and behind which another text goes on otherwise."""
    return min(
        alike[0]
        for letter, alike in behind.items()
        if ((last + letter).isalnum() and letter != "") == within
        and any(others[-1] > alike[0] for other, others in behind.items() if other != letter or not letter)
    )


def _page_heads(texts: Sequence[str]) -> list[str]:
    """What pages begin with in common: the running header that a transcript prints before each page's text (not on page 1,
    where it is the title of the document)."""
    shared, first = _shared_beginnings(texts)
    if not shared or len(texts) < 3:
        return [""] * len(texts)
    head = _ITEM_WORD.sub("", max(shared, key=lambda common: (shared[common], len(common), -first[common])))
    # "Til behandling - åbne døre", on two pages; "Ad dagsordenens pkt. 3", "Ad dagsordenens pkt. 6"
    if is_content(head.lower()) or head.rstrip().endswith(("-", "–")) or head.startswith("Ad "):
        return [""] * len(texts)
    return ["", *(_with_side(text, head) if text.startswith(head) else "" for text in texts[1:])]


_SIDE = re.compile(r"\bside(?: nr\.?)?:?$", re.IGNORECASE)
_SIDE_NUMBER = re.compile(r" *\d{1,3}(?: af \d{1,4})?(?= |$)")


def _with_side(text: str, head: str) -> str:
    """The header with the page's number behind it, if it ends in ``Side``."""
    number = _SIDE_NUMBER.match(text, len(head)) if _SIDE.search(head.rstrip()) else None
    return text[: number.end()] if number is not None else head
