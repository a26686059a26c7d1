"""The marks of marked text (notation: ``annotations/marked-text.md``): the plain text, and where each mark stands in it."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field

from decisionnlp.document import Span

# Every mark that can stand in the text; the separators count only inside their own span.
_MARK = re.compile(r"<<F|F>>|\[\[|\]\]|\{[^{}\n]*\}| ?;; ?| ?>> ?")
_OPENING = re.compile(r"(?P<kind>[odr])(?P<number>\d*[a-z]?)(?:#(?P<id>[\w-]+))?\s")


def _words(line: str) -> list[str]:
    """Words of a ``%%`` line; only double quotes quote, so that apostrophes may stand in titles."""
    lexer = shlex.shlex(line, posix=True)
    lexer.whitespace_split = True
    lexer.quotes = '"'
    lexer.commenters = ""
    return list(lexer)


@dataclass
class Mark:
    """An opened ``[[…]]``."""

    kind: str
    number: str
    id: str | None
    start: int
    line: int
    end: int = -1
    extra: str = ""


@dataclass
class MarkedSentence:
    start: int
    end: int
    spec: str
    line: int
    marks: list[Mark] = field(default_factory=list)


@dataclass
class Directive:
    word: str
    values: dict[str, str]
    offset: int
    line: int


class MarkScanner:
    """One pass over the marked text: the plain text comes out, the marks are kept with its offsets."""

    def __init__(self, marked: str, path: str) -> None:
        self.path = path
        self.errors: list[str] = []
        self.out: list[str] = []
        self.length = 0
        self.furniture: list[Span] = []
        self.marks: list[Mark] = []
        self.sentences: list[MarkedSentence] = []
        self.directives: list[Directive] = []
        self._stack: list[Mark] = []
        self._furniture_start: int | None = None
        self._pending: int | None = None  # where the open sentence starts
        self._last_solid = 0  # end of the last character that is neither white space nor furniture
        self._sentence_marks: list[Mark] = []
        lines = marked.split("\n")
        for number, line in enumerate(lines, 1):
            continued = line.endswith("\\") and number < len(lines) and lines[number].startswith("%%")
            line = line[:-1] if continued else line + ("\n" if number < len(lines) else "")
            if line.startswith("%%"):
                self._directive(line, number)
            elif line.startswith("% "):
                self.error(number, "a line of marks begins with %%, not %")
            else:
                self._line(line, number)
        self._close_check("the end of the file", 0)
        if self._stack:
            self.error(self._stack[-1].line, "[[ is never closed")
        if self._furniture_start is not None:
            self.error(0, "<<F is never closed")
        self.text = "".join(self.out)

    def error(self, line: int, message: str) -> None:
        self.errors.append(f"line {line}: {message}")

    def _emit(self, piece: str) -> None:
        if not piece:
            return
        if self._furniture_start is None:
            stripped = piece.strip()
            if stripped:
                if self._pending is None:
                    self._pending = self.length + len(piece) - len(piece.lstrip())
                self._last_solid = self.length + len(piece.rstrip())
        self.out.append(piece)
        self.length += len(piece)

    def _close_check(self, what: str, line: int) -> None:
        if self._pending is not None:
            tail = "".join(self.out)[self._pending : self._pending + 60]
            self.error(line, f"a sentence before {what} has no closing braces: {tail!r}")
            self._pending = None

    def _directive(self, line: str, number: int) -> None:
        self._close_check("this line", number)
        try:
            word, *pairs = _words(line[2:])
            values = {}
            for pair in pairs:
                name, given, value = pair.partition("=")
                values[name if given else "kind"] = value if given else pair
        except ValueError as error:
            self.error(number, f"cannot read the %% line: {error}")
            return
        if word not in ("doc", "meeting", "item", "zone", "outside"):
            self.error(number, f"unknown %% line {word!r}")
            return
        self.directives.append(Directive(word, values, self.length, number))

    def _line(self, line: str, number: int) -> None:
        position = 0
        while True:
            match = _MARK.search(line, position)
            if match is None:
                self._emit(line[position:])
                return
            token = match.group()
            bare = token.strip()
            top = self._stack[-1] if self._stack else None
            if bare in (";;", ">>") and (top is None or (bare == ";;") != (top.kind == "d") or top.kind == "r"):
                self._emit(line[position : match.end()])
                position = match.end()
                continue
            self._emit(line[position : match.start()])
            position = match.end()
            if token == "<<F":
                if line[position : position + 1] == " ":
                    position += 1
                self._furniture_start = self.length
            elif token == "F>>":
                self._close_furniture(number)
            elif token == "[[":
                position = self._open(line, position, number)
            elif bare in (";;", ">>") and top is not None:
                end = line.find("]]", position)
                if end < 0:
                    self.error(number, f"what follows {bare} must end with ]] on the same line")
                    end = len(line.rstrip("\n"))
                top.end = self.length
                top.extra = line[position:end].strip()
                position = end
            elif token == "]]":
                if not self._stack:
                    self.error(number, "]] without [[")
                    continue
                mark = self._stack.pop()
                mark.end = mark.end if mark.end >= 0 else self.length
                self.marks.append(mark)
            else:
                self._sentence(token[1:-1].strip(), number)

    def _close_furniture(self, number: int) -> None:
        if self._furniture_start is None:
            self.error(number, "F>> without <<F")
            return
        if self.out and self.out[-1].endswith(" ") and len(self.out[-1]) > 0:
            self.out[-1] = self.out[-1][:-1]
            self.length -= 1
        self.furniture.append(Span(self._furniture_start, self.length))
        self._furniture_start = None

    def _open(self, line: str, position: int, number: int) -> int:
        match = _OPENING.match(line, position)
        if match is None:
            self.error(number, f"[[ must be followed by o, d or r: {line[position : position + 20]!r}")
            return position
        mark = Mark(match["kind"], match["number"], match["id"], self.length, number)
        self._stack.append(mark)
        if mark.kind != "r":
            self._sentence_marks.append(mark)
        return match.end()

    def _sentence(self, spec: str, number: int) -> None:
        if self._pending is None:
            self.error(number, f"{{{spec}}} closes no sentence")
            return
        self.sentences.append(MarkedSentence(self._pending, self._last_solid, spec, number, self._sentence_marks))
        self._pending = None
        self._sentence_marks = []
