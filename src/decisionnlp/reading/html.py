"""HTML pages: block structure to lines, with headings, numbered lists and tables; what belongs to the site is left out.

The walk is a loop over an explicit stack, so that depth costs no recursion; scripts are never run, nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from decisionnlp.document import MarkKind
from decisionnlp.reading.draft import Draft, ReadOptions, TextBuilder
from decisionnlp.reading.limits import MAX_DEPTH, MAX_TEXT_BYTES, UnreadableError, check_size
from decisionnlp.reading.tables import Cell, numeral, write_table
from decisionnlp.reading.text import byte_order_mark, decode, wide_encoding

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
) | frozenset(_HEADINGS)
_PARAGRAPHS = frozenset(
    ["p", "blockquote", "pre", "table", "ul", "ol", "dl", "figure", "section", "article"]
) | frozenset(_HEADINGS)
# Never text of a document.
_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "applet",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "map",
        "select",
        "option",
        "datalist",
        "input",
        "textarea",
        "nav",
        "head",
        "link",
        "meta",
        "base",
        "param",
        "source",
        "track",
        "progress",
        "meter",
        "dialog",
        "frame",
        "frameset",
    ]
)
_DROPPED_ROLES = frozenset(
    {"navigation", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "banner", "contentinfo"}
)
# Class or id of what belongs to the site: cookie banners, menus, breadcrumbs, sharing.
_SITE = re.compile(
    r"cookie|consent|gdpr|breadcrumb|brødkrumme|skip-?(?:to|link)|(?:^|[-_ ])(?:nav|navbar|navigation|menu|sidebar|sidefooter"
    r"|share|sharing|social|sr-only|visually-hidden|print-?button|search-?(?:form|box|bar)|pagination)(?:$|[-_ ])",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,500}\?>")
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0\u200b\u2060\ufeff]+")
_BULLET = "•"
_NEVER_SITE = frozenset({"b", "strong", "i", "em", "br", "td", "th", "tr", "tbody", "body", "html", "main"})
_MOST_COLUMNS = 1000  # of a table: spans beyond are not followed
_SITE_MAX_SHARE = (
    0.5  # something that holds most of the page's text is not the site's furniture, whatever its class says
)


def read_html(data: bytes, options: ReadOptions) -> Draft:
    """The text of a web page without its navigation, with headings, list items and table cells.

    Raises:
        UnreadableError: it is over one of the limits in ``limits.py``.
    """
    check_size(len(data), MAX_TEXT_BYTES)
    return html_draft(decode_html(data))


def decode_html(data: bytes) -> str:
    """By byte order mark, then the page's own ``charset`` if the bytes keep it, then UTF-8, then Windows-1252."""
    declared = _CHARSET.search(data[:4096])
    if declared and not byte_order_mark(data) and not wide_encoding(data):
        name = declared.group(1).decode("ascii").lower()
        if name in ("iso-8859-1", "latin1", "us-ascii", "ascii"):
            name = "cp1252"  # as browsers read it
        if not name.startswith("utf-16"):
            try:
                return data.decode(name)
            except (LookupError, UnicodeDecodeError, ValueError):
                pass
    return decode(data)[0]


def html_draft(page: str) -> Draft:
    """The text of a page given as a string (also an e-mail's HTML body)."""
    text = _XML_DECLARATION.sub("", page.replace("\x00", ""))
    parser = lxml_html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("the file is empty or damaged: there is no HTML text in it") from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise UnreadableError("the page is nested too deep (the limit is 256 elements): save it as PDF")
    builder = TextBuilder()
    _Walk(builder, root).run()
    draft = builder.build()
    if not draft.text.strip():
        raise UnreadableError("the page holds no text (it may be built by scripts): print it to PDF and read that")
    return draft


@dataclass(slots=True)
class _List:
    ordered: bool
    style: str = "1"
    next: int = 1
    step: int = 1


@dataclass(slots=True)
class _Walk:
    builder: TextBuilder
    root: Any
    total: int = 0
    lists: list[_List] = field(default_factory=list)
    pending_space: bool = False

    def run(self) -> None:
        self.total = sum(len(piece) for piece in self.root.itertext() if isinstance(piece, str))
        self.block(self._content_root())

    def _content_root(self) -> Any:
        """The ``main`` element (or single ``article``) where it holds most of the text, else the body."""
        body = next(iter(self.root.iter("body")), self.root)
        for path in (".//main", ".//*[@role='main']"):
            found = body.findall(path)
            if len(found) == 1 and self._length(found[0]) >= 0.3 * self._length(body):
                return found[0]
        return body

    @staticmethod
    def _length(element: Any) -> int:
        return sum(len(piece.strip()) for piece in element.itertext())

    # ---- inline text -------------------------------------------------------------------------------------------------
    def text(self, raw: str | None, *, pre: bool = False) -> None:
        if not raw:
            return
        if pre:
            self.builder.add(raw.replace("\r\n", "\n").replace("\r", "\n"))
            return
        folded = _SPACE.sub(" ", raw)
        if folded == " ":
            self.pending_space = True
            return
        if (folded[0] == " " or self.pending_space) and not self.builder.at_line_start:
            self.builder.add(" ")
        self.pending_space = folded[-1] == " "
        self.builder.add(folded.strip(" "))

    def end_line(self) -> None:
        self.pending_space = False
        self.builder.end_line()

    def gap(self) -> None:
        self.pending_space = False
        self.builder.gap()

    # ---- blocks ------------------------------------------------------------------------------------------------------
    def block(self, element: Any, depth: int = 0, pre: bool = False) -> None:
        """Everything inside ``element``; recursion is bounded by the parser's own depth limit."""
        if depth > MAX_DEPTH + 60:
            raise UnreadableError("the page is nested too deep: save it as PDF")
        self.text(element.text, pre=pre)
        for child in element:
            if isinstance(child.tag, str):
                self.element(child, depth + 1, pre)
            self.text(child.tail, pre=pre)

    def element(self, element: Any, depth: int, pre: bool) -> None:
        tag = element.tag.lower().rpartition("}")[2]
        if tag in _DROPPED or self._is_site(element, tag):
            self.pending_space = True
            return
        if tag == "br":
            self.pending_space = False
            self.builder.add("\n")
        elif tag in _HEADINGS:
            self.gap()
            with self.builder.mark(MarkKind.HEADING, level=_HEADINGS[tag]):
                self.block(element, depth)
            self.gap()
        elif tag in ("ul", "ol", "menu", "dir"):
            self.write_list(element, tag, depth)
        elif tag == "li":
            self.list_item(element, depth)
        elif tag == "table":
            self.table(element, depth)
        elif tag == "button" and not self._is_title(element):
            self.pending_space = True
        elif tag in _BLOCKS or tag == "button":
            (self.gap if tag in _PARAGRAPHS else self.end_line)()
            self.block(element, depth, pre or tag == "pre")
            (self.gap if tag in _PARAGRAPHS else self.end_line)()
        else:
            self.block(element, depth, pre)

    @staticmethod
    def _is_title(button: Any) -> bool:
        """Accordions put an item's title into a button; other buttons (Udskriv, Kopiér link) are the page's own."""
        if button.get("aria-expanded") is not None or button.get("aria-controls") is not None:
            return True
        return any(isinstance(parent.tag, str) and parent.tag.lower() in _HEADINGS for parent in button.iterancestors())

    def _is_site(self, element: Any, tag: str) -> bool:
        if tag in _NEVER_SITE:
            return False
        marked = (element.get("role") or "").lower() in _DROPPED_ROLES
        if tag in ("footer", "header", "aside"):
            inside = any(parent.tag in ("main", "article", "section", "td") for parent in element.iterancestors())
            marked = marked or not (inside or (tag == "header" and element.find(".//h1") is not None))
        if not marked:
            names = f"{element.get('id') or ''} {element.get('class') or ''}"
            marked = bool(names.strip()) and any(_SITE.search(name) for name in names.split())
        return marked and self._length(element) <= _SITE_MAX_SHARE * self.total

    def write_list(self, element: Any, tag: str, depth: int) -> None:
        ordered = tag == "ol"
        items = sum(1 for child in element if child.tag == "li")
        step = -1 if element.get("reversed") is not None else 1
        start = _integer(element.get("start"), items if step < 0 else 1)
        self.lists.append(_List(ordered, _list_style(element), start, step))
        nested = len(self.lists) > 1
        (self.end_line if nested else self.gap)()
        self.block(element, depth)
        self.lists.pop()
        (self.end_line if nested else self.gap)()

    def list_item(self, element: Any, depth: int) -> None:
        self.end_line()
        current = self.lists[-1] if self.lists else _List(False)
        label = _BULLET
        if current.ordered:
            number = _integer(element.get("value"), current.next)
            current.next = number + current.step
            label = f"{numeral(number, current.style)}."
        if current.style == "none":
            label = ""
        with self.builder.mark(MarkKind.LIST_ITEM, level=max(len(self.lists), 1)):
            if label and self._length(element):
                self.builder.add(f"{label} ")
                self.builder.hold_line()
            self.block(element, depth)
        self.end_line()

    def table(self, element: Any, depth: int) -> None:
        rows = _rows(element)
        widths = [sum(1 for cell in row if self._length(cell)) for row in rows]
        layout = (
            element.get("role") in ("presentation", "none")
            or len(rows) < 2
            or max(widths, default=0) < 2
            or any(cell.find(".//table") is not None or cell.find(".//h1") is not None or cell.find(".//h2") is not None
                   for row in rows for cell in row)
        )  # fmt: skip
        self.gap()
        for caption in element.findall("caption"):
            self.block(caption, depth)
            self.gap()
        if layout:
            for row in rows:
                for cell in row:
                    self.end_line()
                    self.block(cell, depth)
                    self.end_line()
                self.gap()
            return
        lists, self.lists = self.lists, []
        write_table(self.builder, self._cells(rows, depth))
        self.lists = lists
        self.pending_space = False

    def _cells(self, rows: Sequence[Sequence[Any]], depth: int) -> Sequence[Cell]:
        """Cells with their grid columns: spans over rows and columns move what follows."""
        taken: dict[int, int] = {}  # column -> rows it is still taken by a cell above
        cells = []
        for number, row in enumerate(rows):
            column = 0
            blocked = {at for at, left in taken.items() if left > 0}
            taken = {at: left - 1 for at, left in taken.items() if left > 1}
            for cell in row:
                while column in blocked:
                    column += 1

                def write(cell: Any = cell) -> None:
                    self.pending_space = False
                    self.block(cell, depth)
                    self.pending_space = False

                cells.append(Cell(number, column, write))
                wide = min(max(_integer(cell.get("colspan"), 1), 1), 1000)
                tall = min(max(_integer(cell.get("rowspan"), 1), 1), 65534)
                if tall > 1:
                    taken.update(dict.fromkeys(range(column, min(column + wide, _MOST_COLUMNS)), tall - 1))
                column += wide
        return cells


def _rows(table: Any) -> list[list[Any]]:
    rows = []
    for part in table:
        if part.tag == "tr":
            rows.append(part)
        elif part.tag in ("thead", "tbody", "tfoot"):
            rows.extend(row for row in part if row.tag == "tr")
    return [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]


def _list_style(element: Any) -> str:
    style = re.search(r"list-style(?:-type)?\s*:\s*([a-z-]{1,30})", (element.get("style") or "").lower())
    return style.group(1) if style else (element.get("type") or "1")


def _integer(value: str | None, default: int) -> int:
    try:
        number = int((value or "").strip())
    except ValueError:
        return default
    return number if abs(number) < 1_000_000 else default
