"""What the lines of an agenda item look like: cells of its head, names, attendance, what answers a proposal or tells what was done."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from decisionnlp import lexicons
from decisionnlp.document import ZoneKind
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.line_joins import goes_on, list_label
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import looks_like_sentence, same_title, title_key
from decisionnlp.segmentation.outcome_words import short_answer
from decisionnlp.segmentation.titles import TICK, Found, proposes
from decisionnlp.segmentation.zone_records import Habits
from decisionnlp.stems import Stems

_CUES = lexicons.load("zone_cues")
_ATTENDANCE = re.compile("(?:" + "|".join(_CUES["attendance"]) + ")", re.IGNORECASE)
_ATTENDANCE_HINT = re.compile(lexicons.alternatives("line_words", "attendance_hints"), re.IGNORECASE)
_ATTENDANCE_STEMS = Stems(*(hint.removesuffix(r"\b") for hint in lexicons.load("line_words")["attendance_hints"]))
_AGENDA = re.compile("(?:" + "|".join(_CUES["agenda"]) + ")")
OUTCOME_WORD = re.compile(rf"{lexicons.alternatives('line_words', 'outcome_hints')}|^\W*$", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=[a-zæøå)]\.)\s+(?=[A-ZÆØÅ][a-zæøå])")
# What a body did, told or in a formula: where no heading opens the outcome, such a paragraph does.
DONE = re.compile("(?:" + "|".join(_CUES["outcome"]) + ")")
# What answers or debates a proposal, anywhere in a paragraph.
_ANSWERS = re.compile("(?:" + "|".join(_CUES["answer"]) + ")", re.IGNORECASE)
# "… deltog ikke i beslutningen": what was decided is not told.
_NOT_IN = re.compile(r"(?:i|ved|under) (?:\w+ )?(?:behandlingen og )?(?:beslutningen|vedtagelsen|godkendelsen)\b")
# A grid's cell of time or kind (B, O/D).
_CELL = re.compile(
    r"(?:kl\.? ?)?\d{1,2}[.:]\d\d ?[-–] ?(?:kl\.? ?)?\d{1,2}[.:]\d\d$|(?:Beslut|Beslutn|Orient|Drøft|Godk)\.?$|[BDEO](?:/[BDEO])?$|\(?\d{1,3} ?min\.?\)?$",
    re.IGNORECASE,
)
_KIND = re.compile(r"[BDO](?: ?[/+] ?[BDO])?$")
_AGENDA_CELLS = 12  # lines at most that the agenda's cells of one point fill
# The agenda's purpose of an item, and the items where anybody asks anything.
_PUT = re.compile(
    rf"\b(?:{lexicons.alternatives('line_words', 'put_forward')}) til (?:godkendelse|drøftelse|orientering|beslutning)\.?$"
)
_FLOOR = re.compile(rf"(?:{lexicons.alternatives('line_words', 'floor')})", re.IGNORECASE)


# "Dagsordenen godkendes.", "Indstillingens pkt. 1 tages til efterretning"
_DECREED = re.compile(
    rf"[A-ZÆØÅ][\wæøå]+(?: [\w.]+){{0,4}} (?:{lexicons.alternatives('line_words', 'decreed')})\b"
    r"(?! (?:af|i|på|ved)\b)"
)
# "Nanna Vorup (A), Egon Pabst (V)"
_MEMBERS = re.compile(
    r"(?:[A-ZÆØÅ][\w.'-]*(?: ?- ?[A-ZÆØÅ][\w.'-]*| [A-ZÆØÅ][\w.'-]*){1,4} \((?:[A-ZÆØÅ]{1,2}|løsgænger|UFP|ufp)\)(?:, ?| og |;|\.?$))+"
)
# "Suppleant for Nanna Vorup:", with the name on the next line
_LABEL_OF_NAMES = re.compile(r"(?:Suppleant|Stedfortræder|Afløser)(?:er)? (?:for|i stedet for) [A-ZÆØÅ][^:]{2,60}:$")
_DECIDES = re.compile(lexicons.alternatives("line_words", "deciding"), re.IGNORECASE)
# "• Liste K's plads er vakant." among the absent
_SEAT = re.compile(rf"\b(?:{lexicons.alternatives('line_words', 'seats')})", re.IGNORECASE)
# "Nanna Vorup grundet ferie.", "Egon Pabst, syg"
_REASON = re.compile(
    rf"^[^.]*[A-ZÆØÅ][\w'-]+ [A-ZÆØÅ][\w'-]+,? \(?(?:{lexicons.alternatives('line_words', 'absence_reasons')})"
)
# "Behandling" / "Mødedato" / "Havneudvalget" / "25-09-2018" / "1": the grid of who treats the case, flattened.
_ROUTE_LABEL = re.compile(rf"(?:{lexicons.alternatives('line_words', 'route_labels')}) ?:?$")
_ROUTE_VALUE = re.compile(
    r"\d{1,3}$|\d{1,2}[-./]\d{1,2}[-./]\d{4}$|Byrådet$|Kommunalbestyrelsen$"
    r"|(?:[A-ZÆØÅ][\wæøå-]*,? (?:og )?){0,4}[A-ZÆØÅ][\wæøå]*(?:udvalget|rådet)$|Udvalget for [A-ZÆØÅ][^.:]{2,50}$"
)
# Labels whose text is more than a value.
_THEMES = frozenset({"tema", "beslutningstema", "forberedelse"})


class ItemLines:
    """The lines of one item; every question is about the line or paragraph at ``index``."""

    def __init__(
        self, item: Found, lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], habits: Habits
    ) -> None:
        self.item, self.lines, self.widths, self.headings, self.habits = item, lines, widths, headings, habits

    def head_end(self) -> int:
        """Where the cells of a grid above the text end: the purpose under the title, and then its time or kind."""
        end = self.item.title_last
        for index in range(end, min(end + 7, self.item.last - 1)):
            line = self.lines[index]
            if index in self.headings and self.headings[index].kind is not ZoneKind.AGENDA:
                break
            if _CELL.match(line.text):
                end = index + 1
            elif line.length > 80 or line.text.endswith((".", "!")) or DONE.match(line.text):
                break
        return max(end, self._kind_end())

    def _kind_end(self) -> int:
        """Where the cell of a grid that holds nothing but the letter of the point's kind ends (``B``): what stands between the title
        and it is what the agenda said."""
        first = self.item.title_last
        for index in range(first, min(first + _AGENDA_CELLS, self.item.last - 1)):
            line = self.lines[index]
            if _KIND.match(line.text):
                return index + 1
            if (index in self.headings and self.headings[index].kind is not ZoneKind.AGENDA) or DONE.match(line.text):
                break
        return first

    def of_head(self, index: int, *, asks: bool) -> bool:
        """Whether a line right under the title still belongs to the item's head rather than to its text; ``asks`` says that it
        may be what the agenda asked there."""
        line = self.lines[index]
        return (
            self.title_again(index)
            or (line.length <= 160 and _AGENDA.match(line.text) is not None)
            or self._presenter(index)
            or (line.length <= 4 and self._ticked(index))
            or self._labelled(index)
            or self._of_route(index)
            or (asks and line.length <= 200 and self._purpose(index))
        )

    def title_again(self, index: int) -> bool:
        """Whether the title is printed once more."""
        item, line = self.item, self.lines[index]
        return (
            item.title_last > item.title_first  # else the title's own line tells the outcome
            and index <= item.title_last + 4
            and line.length
            <= len(item.title) + 24  # "Motionsrum", and then "Motionsrummet skal gøres færdigt til foråret"
            and not (line.text.endswith(".") and line.length > len(item.title) + 8)
            and same_title(title_key(line.text), title_key(item.title))
            and not looks_like_sentence(line.text)
        )

    def _of_route(self, index: int) -> bool:
        """Whether a line is a cell of the grid of who treats the case: below its own labels, the body, a day or a number alone."""
        line = self.lines[index]
        if line.length > 60 or index + 1 >= self.item.last:
            return False
        if _ROUTE_LABEL.match(line.text):
            return True
        above = self.lines[self.item.title_last : index]
        return any(_ROUTE_LABEL.match(other.text) for other in above) and (
            _ROUTE_VALUE.match(line.text) is not None
            or (self.habits.body is not None and line.text == self.habits.body)
        )

    def _purpose(self, index: int) -> bool:
        """Whether a line right under the title is what the agenda asked there: questions alone, or ``… fremlægges til godkendelse``."""
        text = self.lines[index].text
        if not (text.endswith("?") or _PUT.search(text)):
            return False
        if SENTENCE_END.search(text) or _FLOOR.match(self.item.title) or index + 1 >= self.item.last:
            return False
        return index + 1 not in self.headings and not goes_on(
            self.lines[index], self.lines[index + 1], self.widths[index + 1]
        )

    def agenda_line(self, index: int) -> bool:
        line = self.lines[index]
        return line.length <= 160 and (
            _AGENDA.match(line.text) is not None
            or (index - 1 in self.headings and line.gap == 0 and line.length < 60)
            or self._labelled(index)
        )

    def _labelled(self, index: int) -> bool:
        """Whether a short line is the value of a label of the head that stands alone above it: ``Punkttype`` / ``Orientering.``"""
        above, line = self.headings.get(index - 1), self.lines[index]
        return (
            above is not None
            and above.kind is ZoneKind.AGENDA
            and above.alone
            and above.text.lower() not in _THEMES
            and line.gap <= 1
            and line.length < 60
            and (not line.text.endswith(".") or " " not in line.text)
        )

    def _ticked(self, index: int) -> bool:
        """Whether a line is a cell of a grid of bodies (``DIR`` / ``FOU`` / ``X``), one of several."""
        near = self.lines[max(index - 1, self.item.title_last) : min(index + 2, self.item.last)]
        return (
            sum(TICK.match(line.text) is not None for line in near) >= 2
            and TICK.match(self.lines[index].text) is not None
        )

    def _presenter(self, index: int) -> bool:
        """A short line of names or initials under the title (a grid's Tovholder column)."""
        line = self.lines[index]
        if (
            index != self.item.title_last
            or ":" in line.text
            or line.length > 40
            or self.item.last - index <= 1
            or self.habits.headed
        ):
            return False
        words = line.text.replace(",", " ").replace("/", " ").split()
        if OUTCOME_WORD.search(line.text) or (
            line.text.endswith((".", ":", "!", "?")) and not line.text.endswith(" V.")
        ):
            return False
        return (
            0 < len(words) <= 5
            and all(word[0].isupper() or word in ("og", "&", "+", "samt") for word in words)
            and index + 1 < self.item.last
        )

    def absent(self, index: int) -> bool:
        """Whether a line right under the title holds nothing but names with their parties: who was not there."""
        return self.lines[index].length <= 400 and _MEMBERS.fullmatch(self.lines[index].text) is not None

    def tells_presence(self, index: int) -> bool:
        """Whether a line below who was not there carries that on: names, a label of more names, or the value of the label."""
        text, above = self.lines[index].text, self.headings.get(index - 1)
        labelled = above is not None and above.kind is ZoneKind.ATTENDANCE and above.alone
        return (
            only_names(text)
            or (labelled and text in ("Ingen.", "-"))
            or _LABEL_OF_NAMES.match(text) is not None
            or self._excused(index)
            or (list_label(text) and _SEAT.search(text) is not None and _DECIDES.search(text) is None)
        )

    def _excused(self, index: int) -> bool:
        """Whether a line right below a label of absence, or below others that are, holds a name and why: no verb, no answer."""
        text, place = self.lines[index].text, index - 1
        while place > self.item.title_last and place not in self.headings and self.lines[place + 1].gap == 0:
            place -= 1
        label = self.headings.get(place)
        return (
            label is not None
            and label.kind is ZoneKind.ATTENDANCE
            and self.lines[place + 1].gap == 0
            and _REASON.search(text) is not None
            and _DECIDES.search(text) is None
        )

    def paragraph_text(self, index: int, most: int = 12) -> str:
        """The paragraph that the line opens, up to so many lines of it."""
        text = self.lines[index].text
        place = index + 1
        while (
            place < self.item.last
            and place - index < most
            and place not in self.headings
            and goes_on(self.lines[place - 1], self.lines[place], self.widths[place])
        ):
            text += " " + self.lines[place].text
            place += 1
        return text

    def presents(self, index: int) -> bool:
        """Whether a paragraph below an unheaded proposal holds facts about it, before the paragraph that answers it."""
        return not self.answers(index) and any(
            self.answers(place) and not goes_on(self.lines[place - 1], self.lines[place], self.widths[place])
            for place in range(index + 1, self.item.last)
        )

    def answers(self, index: int) -> bool:
        """Whether a paragraph answers or debates the proposal above it."""
        return DONE.match(self.lines[index].text) is not None or _ANSWERS.search(self.paragraph_text(index)) is not None

    def decided(self, index: int) -> bool:
        """Whether a line gives the body's answer, told or in a formula (``Dagsordenen godkendes``), or none was needed (``Ingen``)."""
        text = self.lines[index].text
        return DONE.match(text) is not None or short_answer(text) or _DECREED.match(text) is not None

    def done_after(self, index: int) -> bool:
        """Whether a later paragraph of the item begins as an outcome does."""
        return any(
            DONE.match(self.lines[place].text)
            and not goes_on(self.lines[place - 1], self.lines[place], self.widths[place])
            for place in range(index + 1, self.item.last)
        )

    def opens(self, index: int) -> bool:
        """Whether a paragraph begins on the line: also right under a whole sentence that puts something to the body."""
        above, line = self.lines[index - 1], self.lines[index]
        return not goes_on(above, line, self.widths[index]) or (
            above.text.endswith(".") and line.text[0].isupper() and proposes(above.text)
        )

    def more_after(self, index: int) -> bool:
        """Whether another paragraph follows in the item."""
        for place in range(index + 1, self.item.last):
            if place in self.headings or self.opens(place):
                return not list_label(self.lines[place].text) or place + 1 < self.item.last
        return False

    def attends(self, index: int) -> bool:
        line = self.lines[index]
        if not (_ATTENDANCE_STEMS.within(line.text) and _ATTENDANCE_HINT.search(line.text)):
            return False
        text = self.paragraph_text(index, 6)
        told = [part for part in SENTENCE_END.split(text) if part.strip()]
        if (
            len(text) > 420
            or text.startswith(("Da ", "Eftersom ", "Fordi ", "Hvis "))
            or not all(_ATTENDANCE.match(part) for part in told)
        ):
            return False
        text = _NOT_IN.sub("", text)
        return _DECIDES.search(text) is None


# "Nanna Vorup, Egon M. Pabst og Bodil Tang."
_NAME = r"[A-ZÆØÅ][\w.'’-]*(?: [A-ZÆØÅ][\w.'’-]*){1,4}"
_NAMES = re.compile(rf"{_NAME}(?:(?:, | og | samt |, samt ){_NAME})*\.$")


_MARK = re.compile(r"(?:\d{1,2}[.)]|[-–•·▪])\s+")


def only_names(text: str) -> bool:
    """Whether a line holds names (or marks before them) alone."""
    if text.endswith("."):
        return _NAMES.match(text) is not None and OUTCOME_WORD.search(text) is None
    text = _MARK.sub("", text)
    if short_answer(text) and not text.startswith("Ingen"):
        return False  # "Godkendt. Side 4"
    words = text.replace(",", " ").split()
    return len(words) <= 12 and sum(word[0].isupper() or word[0] in "(-•\uf0b7" for word in words) >= len(words) - 1
