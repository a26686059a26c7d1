"""Sentence boundaries of Danish administrative text, over characters: wrapped lines, lists, headings, table debris.

Two questions are asked. Does a line go on in the next one (same paragraph, wrapped), or does something new begin there?
And within a paragraph: which full stops end a sentence, and which belong to an abbreviation, an ordinal or a date?
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from typing import NamedTuple

from decisionnlp import lexicons
from decisionnlp.document import SentenceKind, Span
from decisionnlp.segmentation.lines import Line, column_widths, is_full, lines_of, mask
from decisionnlp.segmentation.plans import plan_rows

_LEXICON = lexicons.load("abbreviations")
_INNER = frozenset(_LEXICON["inner"])
_FINAL = frozenset(_LEXICON["final"])
_AFTER_ORDINAL = frozenset(_LEXICON["after_ordinal"])
_MONTHS = frozenset({"jan", "feb", "febr", "apr", "aug", "sep", "sept", "okt", "nov", "dec"})
# Rulers written with an ordinal before a name (streets, palaces): the full stop is the ordinal's.
_RULERS = frozenset({"christian", "frederik", "frederiks", "christians", "valdemar", "margrethe", "johannes", "pius"})
# Before a lone capital these say that it is a name of an option, not an initial.
_OPTION_WORDS = frozenset(
    [
        "model",
        "modeller",
        "liste",
        "listen",
        "forslag",
        "løsning",
        "gruppe",
        "variant",
        "scenarie",
        "scenario",
        "type",
        "hepatitis",
        "klasse",
        "hold",
        "kategori",
        "bilag",
        "del",
        "delområde",
        "alternativ",
        "punkt",
        "pkt",
        "afsnit",
        "etape",
        "område",
        "vitamin",
        "spor",
    ]
)

BULLETS = "•·▪◦○●‣∙►➢➤✓■□\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076"
# A bullet, or a dash or star with a blank behind it, at the start of a line.
_BULLET = re.compile(rf"[{BULLETS}](?=\s|\S)|[-–—*](?=\s)|o\s{{1,6}}(?=[A-ZÆØÅ])")
# "1." "12)" "(3)" "a)" "b." "iv." at the start of a line.
_NUMBERED = re.compile(
    r"(?P<label>\d{1,2}\.\d{1,2}\.?(?=\s+[A-ZÆØÅ])|\(?(?:\d{1,3}[a-zA-Z]?|[a-zA-Z]|[ivx]{2,4})[.)](?:\s*[-–])?)(?P<gap>\s*)(?P<rest>\S?)"
)
# "1. kvartal", "d. 23. oktober": the number is an ordinal, the letter an abbreviation; no list label.
_NO_LABEL = re.compile(
    r"(?:\d{1,2}[.)]\s*(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal|halvår)\b|[dspv]\.\s*\d)",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(r"\(?(?:\d{1,3}[a-zA-Z]?|[a-zA-Z])[.):]?$")
# "Ad 1", "Ad. 2:", "At 1:" answers a point; "Re. 2" likewise.
_AD = re.compile(r"(?:Ad|At|Pkt|Punkt)\.?\s?\d{1,2}\b")
_AT_ITEM = re.compile(r"(?:\W{1,3}|\(?\w{1,2}[.)]\s*)?[Aa]t\s")
_AT = re.compile(r"[Aa]t\s")
_CLOSED = re.compile(r"[.!?…:;][\"'”»’)\]]*$")
_ENDED = re.compile(r"[.!?…][\"'”»’)\]]*$")
_LEAD = re.compile(r"(?:indstill\w*|foreslå\w*|anbefal\w*)[^.!?]{0,60}[,:]$|\bfølgende:$", re.IGNORECASE)
_OPEN_LEAD = re.compile(
    r"(?:^|[^.!?]\s)(?:indstill\w+|foreslå\w*|anbefal\w*)\b[^.!?]{0,60}\bat(?: [\w-]+){0,3}$", re.IGNORECASE
)
# A line that cannot be the end of anything: it stops at a comma, a hyphenated word or a function word.
_DANGLING = re.compile(
    r"(?:,|(?<=\w)[-\u00ad\u2010\ufffe\x02]|\b(?:og|eller|samt|i|på|af|til|for|med|fra|om|ved|under|over|efter|mellem|mod|hos|"
    r"at|der|som|den|det|de|en|et|er|var|har|blev|bliver|skal|kan|vil|ikke|herunder|inden|senest|d\.|nr\.|kl\.|jf\.|pkt\.|§|stk\.|ca\.|"
    r"vedr\.|bl\.a\.|ift\.|hvor|hvis|når|end|sin|sit|sine|deres|dens|dets|hans|hendes|vores|denne|dette|disse))$"
)
# No alternative of it is longer: the search can begin that close to the end.
_LONGEST_DANGLER = 12
_ORDINAL_END = re.compile(r"\b\d{1,2}\.$")
_MONTH_START = re.compile(
    r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal|halvår|klasse|årgang)\b"
)
_BREAKER = re.compile(r"(?<=\w)[-\u00ad\u2010\ufffe\x02]$")

# Where a sentence may end: a terminator with its closing marks and white space; a full stop glued to the next sentence;
# the blank before an inline bullet or an inline "2. at …".
_CANDIDATE = re.compile(
    r"(?=[.!?…\s])(?:(?P<stop>[.!?…]+)(?P<close>[\"'”»«’)\]]*)(?P<space>\s+)(?=\S)"
    r"|(?<=[a-zæøå]{3})(?P<glued>[.!?])(?=[A-ZÆØÅ][a-zæøå]+[\s,])"
    r"|(?<=\S)(?P<bullet>\s+)(?=[•▪●\uf0b7\uf0a7]\s)"
    r"|(?<=[,;.:)])(?P<point>\s+)(?=\(?\d{1,2}[.)]\s?at\s))"
)
_LABEL = re.compile(
    rf"\s*(?:[{BULLETS}]\s*|[-–—*]\s+)?(?:(?:Ad|At|Punkt|Pkt|Sag|Nr)\.?\s?)?(?:nr\.\s?)?\(?(?:\d{{1,4}}[a-zA-Z]?|\d{{1,2}}\.\d{{1,2}}|[a-zA-Z]|[ivx]{{2,4}})[.)]\s+"
)
_INITIALS = re.compile(r"(?:[A-ZÆØÅ]\.?-?)+$")
_DOTTED = re.compile(r"[a-zæøå]{1,4}(?:\.[a-zæøå]{1,5})+$")
_NUMBER = re.compile(r"\d{1,4}$")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_NEXT = re.compile(r"[^\W\d_]+")
_OPENERS = "\"'”“„»«‘’(["


class Piece(NamedTuple):
    """A sentence's place and shape, before zones are known. ``paragraph`` counts the paragraphs it was cut from."""

    start: int
    end: int
    kind: SentenceKind
    paragraph: int


def split_sentences(text: str, start: int = 0, end: int | None = None, *, skip: Sequence[Span] = ()) -> list[Span]:
    """The sentences of ``text[start:end]`` in order, as trimmed spans.

    They cover every character outside ``skip`` (sorted, disjoint: page furniture) that is not white space exactly once. A heading
    on a line of its own, a list item (also a wrapped one) and a loose table line are sentences.

    Raises:
        ValueError: ``start`` and ``end`` are no stretch of the text.
    """
    end = len(text) if end is None else end
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"no stretch [{start}, {end}) in a text of {len(text)} characters")
    masked = mask(text, skip)
    lines = lines_of(masked, start, end, skip=skip)
    return [Span(piece.start, piece.end) for piece in pieces_of(masked, lines)]


def pieces_of(
    masked: str,
    lines: Sequence[Line],
    *,
    widths: Sequence[int] | None = None,
    breaks: Collection[int] = frozenset(),
    cells: Sequence[Span] = (),
    whole: Sequence[Span] = (),
) -> list[Piece]:
    """Cut ``lines`` (of the masked text) into sentences; a sentence begins at every offset in ``breaks``.

    ``cells`` are the spans of table cells known from the file: no sentence leaves one. ``whole`` are spans that are one sentence
    each (titles). A row of a flattened plan table is one sentence.
    """
    widths = column_widths(lines) if widths is None else widths
    inner = sorted(breaks)
    found: list[Piece] = []
    paragraph = 0
    first = 0
    listing = False  # after "Det indstilles, at udvalget": every line that is not full is a point
    cell_starts = {span.start for span in cells}
    rows = dict(plan_rows(lines, breaks)) if not cells else {}
    row_end = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines):
            line, above = lines[index], lines[index - 1]
            if line.start in breaks or line.gap > 1:
                listing = False
            elif (
                " at" in above.text[-40:]
                and _OPEN_LEAD.search(above.text)
                and above.length <= 100
                and line.text[0].islower()
                and not is_full(above, line, widths[index])
            ):
                listing = True
            if index < row_end:
                continue
            fresh = (
                index in rows or (index == row_end and row_end > 0) or line.start in breaks or line.start in cell_starts
            )
            joined = not listing or is_full(above, line, widths[index]) or _BREAKER.search(above.text) is not None
            if not fresh and joined and goes_on(above, line, widths[index], lines[first]):
                continue
        if first in rows:
            found.append(Piece(lines[first].start, lines[index - 1].end, SentenceKind.CELL, paragraph))
        else:
            _cut_paragraph(masked, lines[first:index], inner, paragraph, found, cell_starts)
        paragraph += 1
        first = index
        row_end = rows.get(first, 0)
    return _kept_whole(found, whole)


def _kept_whole(found: list[Piece], whole: Sequence[Span]) -> list[Piece]:
    """Join the pieces inside each of the ``whole`` spans (sorted)."""
    if not whole:
        return found
    joined: list[Piece] = []
    place = 0
    for piece in found:
        while place < len(whole) and whole[place].end <= piece.start:
            place += 1
        inside = place < len(whole) and whole[place].start < piece.start < whole[place].end
        if inside and joined and joined[-1].start >= whole[place].start:
            joined[-1] = Piece(joined[-1].start, piece.end, joined[-1].kind, joined[-1].paragraph)
        else:
            joined.append(piece)
    return joined


def list_label(text: str) -> bool:
    """Whether a line begins as a list item does: with a bullet, a number or a letter with a bracket or full stop."""
    if _BULLET.match(text):
        return True
    return _numbered(text) is not None


def _numbered(text: str) -> re.Match[str] | None:
    """The number or letter that labels a list item at the start of ``text``."""
    match = _NUMBERED.match(text)
    if match is None or (not match["gap"] and match["rest"]) or _NO_LABEL.match(text):
        return None
    return match


def _ended(text: str) -> bool:
    """``_ENDED`` at the end of a line, which no white space follows."""
    return text.rstrip("\"'”»’)]").endswith((".", "!", "?", "…"))


def goes_on(above: Line, line: Line, width: int, opening: Line | None = None) -> bool:
    """Whether ``line`` continues the paragraph of the line ``above`` it (which began with the line ``opening``)."""
    text, before = line.text, above.text
    first = text[0]
    full = is_full(above, line, width)
    apart = line.gap > 0
    if (
        _BREAKER.search(before, len(before) - 1)
        and first.islower()
        and len(before) > 2
        and not (apart and line.gap > 3 and not line.cut)
    ):
        return True
    if _NUMBER_ALONE.match(before) or (len(before) == 1 and before in BULLETS):
        # A label whose text stands on the next line; a lone "-" or "." is an empty field.
        return line.gap <= 1 and not list_label(text) and (not before[0].isdigit() or before[-1] in ".):")
    if _BULLET.match(text):
        return first in "-–—" and text[1:3].strip().islower() and full and not apart and not _CLOSED.search(before)
    numbered = _numbered(text)
    if numbered is not None:
        if before.endswith((",", ":", " at")) or before == "at":
            return False
        if opening is not None and _numbered(opening.text) is not None and before.endswith((" og", ";")):
            return False
        lower = (
            bool(numbered["rest"])
            and numbered["rest"].islower()
            and not text[numbered.start("rest") :].startswith("at ")
        )
        if _CLOSED.search(before) and not before.endswith(("d.", "nr.", "pkt.", "stk.", "jf.", "kl.", "ca.", "pr.")):
            return False
        return (
            not apart
            and (full or _DANGLING.search(before, len(before) - _LONGEST_DANGLER) is not None)
            and (
                lower
                or before.endswith(
                    (" den", "nr.", "pkt.", "d.", " punkt", " pkt", " sag", " bilag", " side", " model", " kl.", " uge")
                )
            )
        )
    if _AT.match(text):
        if apart or width == 0 or _LEAD.search(before):
            return False
        if opening is not None and _AT_ITEM.match(opening.text) and before.endswith((",", ";", ".", " og", ", og")):
            return False
        return full and first.islower()
    if _AD.match(text) and (apart or not full or _ended(before)):
        return False
    if first.islower():
        if _MONTH_START.match(text) and _ORDINAL_END.search(before):
            return line.gap <= 3
        if _ended(before):
            return not apart and full
        if before.endswith(":"):
            return not apart and full
        if not apart:
            return True
        if above.length < 30 and _BULLET.match(before):
            return False  # "• Formanden", and below it what he told
        return (
            (line.cut or above.length >= width // 2 or bool(_DANGLING.search(before, len(before) - _LONGEST_DANGLER)))
            and line.gap <= 4
            and not before.isupper()
        )
    if first in ",;)":
        return True
    if apart:
        return (
            line.cut
            and line.gap <= 6
            and _DANGLING.search(before, len(before) - _LONGEST_DANGLER) is not None
            and not _ended(before)
            and above.length >= width // 2
        )
    if before.endswith(":"):
        return False
    if _ended(before):
        return full
    if before.isupper() and not text.isupper() and len(before) > 4:
        return False
    return full or (
        _DANGLING.search(before, len(before) - _LONGEST_DANGLER) is not None
        and not before.isupper()
        and above.length >= width // 2
    )


def _cut_paragraph(
    masked: str,
    lines: Sequence[Line],
    inner: Sequence[int],
    paragraph: int,
    found: list[Piece],
    cell_starts: Collection[int],
) -> None:
    start, end = lines[0].start, lines[-1].end
    kind = SentenceKind.PROSE
    if start in cell_starts:
        kind = SentenceKind.CELL
    elif list_label(lines[0].text) or (lines[0].text.startswith("at ") and len(lines[0].text) > 3):
        kind = SentenceKind.LIST_ITEM
    cuts = _stops(masked, start, end)
    if inner:
        low, high = bisect_right(inner, start), bisect_left(inner, end)
        if low < high:
            forced = inner[low:high]
            kept: set[int] = set(forced)
            edges = [start, *forced, end]
            for left, right in itertools.pairwise(edges):
                kept.update(_stops(masked, left, right))
            cuts = sorted(kept)
    position = start
    for cut in [*cuts, end]:
        piece = masked[position:cut]
        stripped = piece.strip()
        if stripped:
            first = position + len(piece) - len(piece.lstrip())
            shape = kind
            if kind is SentenceKind.PROSE and position > start and list_label(stripped):
                shape = SentenceKind.LIST_ITEM
            found.append(Piece(first, first + len(stripped), shape, paragraph))
        position = cut


def _stops(masked: str, start: int, end: int) -> list[int]:
    """Offsets inside one paragraph at which a new sentence begins."""
    cuts: list[int] = []
    label = _LABEL.match(masked, start, end)
    guard = label.end() if label else start
    opened = start  # where the current sentence began
    for match in _CANDIDATE.finditer(masked, start, end):
        if match.end() <= guard or match.end() >= end:
            continue
        if match["stop"] is not None:
            if not _ends(masked, match, opened, end):
                continue
        elif match["glued"] is not None and _address(masked, match.start()):
            continue
        cuts.append(match.end())
        opened = match.end()
        label = _LABEL.match(masked, opened, end)
        guard = label.end() if label else opened
    return cuts


def _address(masked: str, stop: int) -> bool:
    """Whether the full stop at ``stop`` stands inside a mail or web address or a file name."""
    first = max(masked.rfind(" ", 0, stop), masked.rfind("\n", 0, stop)) + 1
    token = masked[first : stop + 1]
    return "@" in token or "www" in token or "/" in token or "\\" in token


def _ends(masked: str, match: re.Match[str], opened: int, end: int) -> bool:
    """Whether the terminator that ``match`` found ends the sentence that began at ``opened``."""
    stop, close = match["stop"], match["close"]
    place = match.end()
    following = masked[place]
    if following in _OPENERS and place + 1 < end:
        after = masked[place + 1]
        begins = after.isupper() or after.isdigit() or (after in "-–.")
        quoted = True
    else:
        begins = following.isupper() or following.isdigit() or following in "-–—§" or following in BULLETS
        quoted = False
    if not begins:
        return False
    if "?" in stop or "!" in stop:
        return not (
            following in "-–—" and masked[place + 1 : place + 2] == " " and masked[place + 2 : place + 3].islower()
        )
    if len(stop) > 1 or stop == "…":
        return following.isupper() or quoted
    if following in "-–—" and (masked[place + 1 : place + 2].isspace() and masked[place + 2 : place + 3].islower()):
        return False
    token = _token_before(masked, match.start(), opened)
    if not token:
        # A full stop standing alone, or after an opening mark.
        return following.isupper()
    lower = token.lower()
    if ")" in close or "]" in close:
        return not (lower in _INNER or lower in _FINAL or _INITIALS.match(token)) or not _inside_brackets_only(
            masked, match, opened
        )
    word = _NEXT.match(masked, place + (1 if quoted else 0))
    after_word = word.group().lower() if word else ""
    if _NUMBER.match(token):
        return _number_ends(masked, match, token, opened, following, after_word)
    if len(token) == 1 and token.isalpha() and token.isupper():
        if following.isupper() and masked[place + 1 : place + 2] == ".":
            return False
        return _capital_ends(masked, match.start() - 1, opened)
    if _INITIALS.match(token) and "." in token:
        return not following.isupper()
    if token.isupper() and len(token) > 1:
        return True
    if lower in _MONTHS:
        return not following.isdigit()
    if lower == "min" and _token_before(masked, match.start() - len(token), opened)[-1:].isdigit():
        return following.isupper()
    if lower in _INNER:
        return False
    if lower in _FINAL or _DOTTED.match(token):
        if following.isdigit() or following in "(-–—" or after_word in ("kr", "kroner"):
            return False
        return following.isupper() or quoted or following in BULLETS
    if following in "-–—":
        return True
    return True


def _inside_brackets_only(masked: str, match: re.Match[str], opened: int) -> bool:
    """Whether the bracket closed here was opened within this sentence (then a full stop in it was an abbreviation's)."""
    return "(" in masked[opened : match.start()] or "[" in masked[opened : match.start()]


def _token_before(masked: str, place: int, opened: int) -> str:
    position = place
    while position > opened and masked[position - 1].isspace():
        position -= 1
    last = position
    while position > opened and not masked[position - 1].isspace():
        position -= 1
    return masked[position:last].lstrip("\"'”“„»«‘’([-–").rstrip("\"'”»’)].,")


def _number_ends(masked: str, match: re.Match[str], token: str, opened: int, following: str, after_word: str) -> bool:
    if after_word in _AFTER_ORDINAL or after_word in ("og", "eller", "til", "samt"):
        return False
    if following in "-–—":
        # "1. - 2. kvartal" is a range; after a year or an amount a dash opens the next speaker or item.
        return bool(_YEAR.match(token))
    before = _token_before(masked, match.start() - len(token), opened).lower()
    if following.isdigit():
        return bool(_YEAR.match(token)) and before not in ("nr", "pkt", "sag")
    if before in _RULERS and len(token) <= 2:
        return False
    return bool(before)


def _capital_ends(masked: str, place: int, opened: int) -> bool:
    """A lone capital with a full stop: an initial before a name, or the name of an option at the end of a sentence."""
    before = _token_before(masked, place, opened)
    if not before:
        return False
    if before.lower() in _OPTION_WORDS:
        return True
    if before in ("og", "eller", "samt"):
        # "V, C og O." lists letters, "Ø. Lund og Å. Friis" lists names.
        earlier = _token_before(masked, masked.rindex(before, opened, place), opened)
        return len(earlier) == 1 and earlier.isupper()
    return before[0].islower() or before[0].isdigit()
