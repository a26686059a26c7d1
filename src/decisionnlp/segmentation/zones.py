"""Zones of an agenda item: what is proposal, case, plan, history, outcome, attendance, attachment."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from decisionnlp import lexicons
from decisionnlp.document import MeetingKind, ZoneKind
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.numbering import looks_like_sentence, same_title, title_key
from decisionnlp.segmentation.sentences import goes_on, list_label
from decisionnlp.segmentation.titles import TICK, Found
from decisionnlp.stems import Stems

_CUES = lexicons.load("zone_cues")
_ATTENDANCE = re.compile("(?:" + "|".join(_CUES["attendance"]) + ")", re.IGNORECASE)
_ATTENDANCE_HINT = re.compile(
    r"ikke|fravær|afbud|forfald|forhindret|stedfortræder|suppleant|stedet|forlod|gik|ankom|kom\b|inhabil|ledet|tiltrådte|trådte",
    re.IGNORECASE,
)
_ATTENDANCE_STEMS = Stems(
    "ikke", "fravær", "afbud", "forfald", "forhindret", "stedfortræder", "suppleant", "stedet", "forlod", "gik", "kom", "inhabil",
    "ledet", "trådte",
)  # fmt: skip
_PROPOSAL = re.compile("(?:" + "|".join(_CUES["proposal"]) + ")", re.IGNORECASE)
_AGENDA = re.compile("(?:" + "|".join(_CUES["agenda"]) + ")")
# "Direktionen indstiller," and "Det indstilles," introduce points: the zone lasts as long as the points do.
_LEAD_IN = re.compile(
    r"\b(?:indstiller|indstilles|indstillede|foreslår|foreslås|anbefaler|anbefales|anbefalede)\b[^.]*$", re.IGNORECASE
)
_OUTCOME_WORD = re.compile(
    r"godkend|vedtag|tiltr|efterretning|drøftet|udsat|udsættes|udgår|udgik|anbefal|beslut|taget|tages|intet|ingen|orienter|afvist|fulgt|følger|\bok\b|^\W*$",
    re.IGNORECASE,
)
_AT_POINT = re.compile(r"(?:\W+|\(?\w{1,2}[.)]\s*)?at\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[a-zæøå)]\.)\s+(?=[A-ZÆØÅ][a-zæøå])")
# What a body did, told or in a formula: where no heading opens the outcome, such a paragraph does.
_DONE = re.compile("(?:" + "|".join(_CUES["outcome"]) + ")")
# What answers or debates a proposal, anywhere in a paragraph.
_ANSWERS = re.compile("(?:" + "|".join(_CUES["answer"]) + ")", re.IGNORECASE)
_SUBMITTED = re.compile("(?:" + "|".join(_CUES["case"]) + ")", re.IGNORECASE)
_FIRM_CASE = frozenset(
    {
        "kompetence",
        "beslutningskompetence",
        "sagens indhold",
        "politisk kompetence",
        "sagsfremstilling",
        "resume",
        "resumé",
        "baggrund",
        "sagsbeskrivelse",
        "videre proces",
        "redegørelse",
        "supplerende sagsfremstilling",
    }
)
# "… deltog ikke i beslutningen": what was decided is not told.
_NOT_IN = re.compile(r"(?:i|ved|under) (?:\w+ )?(?:behandlingen og )?(?:beslutningen|vedtagelsen|godkendelsen)\b")
# Labels with a value that belong to the title block, not to a zone of their own.
_TITLE_BLOCK = frozenset({"bilag", "materiale", "proces"})
# A grid's cell of time or kind (B, O/D).
_CELL = re.compile(
    r"(?:kl\.? ?)?\d{1,2}[.:]\d\d ?[-–] ?(?:kl\.? ?)?\d{1,2}[.:]\d\d$|(?:Beslut|Beslutn|Orient|Drøft|Godk)\.?$|[BDEO](?:/[BDEO])?$|\(?\d{1,3} ?min\.?\)?$",
    re.IGNORECASE,
)
# The agenda's purpose of an item, and the items where anybody asks anything.
_PUT = re.compile(
    r"\b(?:fremlægges|forelægges|fremsendes|vedlægges|sættes|er) til (?:godkendelse|drøftelse|orientering|beslutning)\.?$"
)
_FLOOR = re.compile(
    r"(?:eventuelt|evt\b|bordet rundt|bordrunde|nyt fra|siden sidst|meddelelser|orientering|spørgetid)", re.IGNORECASE
)
_REMARKS = frozenset({"aftalt", "aftale", "aftaler", "besluttet", "konklusion", "resultat", "opsamling"})
# Kinds of zone that a heading with its text on the same line opens for one paragraph (and its list) only.
_PASSING = frozenset({ZoneKind.PROPOSAL, ZoneKind.ATTACHMENT, ZoneKind.PLAN, ZoneKind.HISTORY})
_GENERIC = frozenset(
    [
        "udvalg",
        "udvalget",
        "møde",
        "mødet",
        "i",
        "på",
        "den",
        "for",
        "og",
        "af",
        "det",
        "beslutning",
        "beslutninger",
        "fra",
        "kommune",
        "kommunes",
        "s",
        "ved",
    ]
)


@dataclass(frozen=True, slots=True)
class Habits:
    """How this meeting's minutes are written, as far as zones depend on it.

    ``headed`` says that outcomes usually stand under a heading; ``date`` and ``body`` are the meeting's own;
    ``case_column`` says that a grid prints a column of content before its column of decisions.
    """

    kind: MeetingKind
    headed: bool
    date: date | None = None
    body: str | None = None
    case_column: bool = False


@dataclass(slots=True)
class Stretch:
    """A zone before it is given sentences: it runs from ``start`` to the next stretch."""

    kind: ZoneKind
    start: int
    heading: str | None = None


def foreign(heading: Heading, habits: Habits) -> bool:
    """Whether a heading such as ``Beslutning i Økonomiudvalget den 4. juni 2019`` tells of another meeting than this one."""
    if heading.date is not None and habits.date is not None and heading.date != habits.date:
        return True
    if heading.body is None or habits.body is None:
        return False
    if heading.date is not None and heading.date == habits.date:
        return False
    return not same_body(heading.body, habits.body)


def same_body(one: str, other: str) -> bool:
    """Whether two prints may name the same body: a generic name (``udvalget``, ``bestyrelsens``) fits any of its kind."""
    first, second = _stems(one), _stems(other)
    if not first or not second:
        return True
    return bool(first & second)


def _stems(body: str) -> set[str]:
    words = re.findall(r"[^\W\d_]+", body.lower())
    return {
        re.sub(r"(?:ets|ens|et|en|s)$", "", word)[:12] for word in words if word not in _GENERIC and len(word) > 2
    } - {"udvalg", "bestyrelse"}


def zones_of(
    item: Found, lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], habits: Habits
) -> list[Stretch]:
    """The stretches that tile the item, in order, the first of them starting with the item."""
    return _Walk(item, lines, widths, headings, habits).run()


class _Walk:
    """One pass over the item's lines with the zone in force."""

    def __init__(
        self, item: Found, lines: Sequence[Line], widths: Sequence[int], headings: Mapping[int, Heading], habits: Habits
    ) -> None:
        self.item, self.lines, self.widths, self.headings, self.habits = item, lines, widths, headings, habits
        self.stretches = [Stretch(ZoneKind.AGENDA, lines[item.first].start)]
        self.decided = False  # an outcome of this meeting has been met
        self.past = False  # under "Sagens forløb" and its kin
        self.inside = [headings[index] for index in range(item.title_last, item.last) if index in headings]
        self.has_outcome = any(
            (heading.kind is ZoneKind.OUTCOME and not foreign(heading, habits) and not self._remark(heading))
            or self._own(heading)
            for heading in self.inside
        )
        self.default = self._default()
        self.points = [index for index in range(item.first, item.last) if _AT_POINT.match(lines[index].text)]
        self.last_outcome = max(
            (
                heading.line
                for heading in self.inside
                if heading.kind is ZoneKind.OUTCOME and not foreign(heading, habits)
            ),
            default=-1,
        )
        self.submitted = False  # an unheaded case precedes the outcome
        self.proposed = False  # and an unheaded proposal precedes that case
        self.box: tuple[ZoneKind, str | None] | None = None  # what a box of recommendations interrupts

    def _own(self, heading: Heading) -> bool:
        """Whether a heading of body and date (``Kulturudvalget den 3. april 2019:``) names this very meeting."""
        return (
            heading.kind is ZoneKind.HISTORY
            and heading.date is not None
            and heading.date == self.habits.date
            and (self.habits.body is None or same_body(heading.body or "", self.habits.body))
        )

    def _remark(self, heading: Heading) -> bool:
        """Whether ``Aftalt: Mette ringer`` sums up one paragraph of minutes that are all outcome, rather than heading the outcome."""
        return not self.habits.headed and not heading.alone and heading.text.lower() in _REMARKS

    def _decides(self, heading: Heading) -> bool:
        """Whether a heading of another form opens this meeting's outcome further down in the item."""
        return self.last_outcome > heading.line

    def _default(self) -> ZoneKind:
        """The zone of text that no heading has claimed."""
        if self.habits.kind is not MeetingKind.MINUTES:
            return ZoneKind.CASE
        if self.has_outcome:
            return ZoneKind.CASE
        zoned = any(heading.kind in (ZoneKind.PROPOSAL, ZoneKind.CASE) for heading in self.inside)
        body = self.lines[self.item.title_last : self.item.last]
        if self.habits.headed and zoned:
            short = sum(line.length for line in body) <= 400
            return (
                ZoneKind.OUTCOME
                if short and any(_OUTCOME_WORD.search(line.text) for line in body) and not self.inside
                else ZoneKind.CASE
            )
        return ZoneKind.OUTCOME

    @property
    def now(self) -> Stretch:
        return self.stretches[-1]

    def _open(self, kind: ZoneKind, start: int, heading: str | None) -> None:
        now = self.now
        if now.kind is kind and now.heading == heading and heading is None:
            return
        if now.start == start:
            self.stretches[-1] = Stretch(kind, start, heading)
        else:
            self.stretches.append(Stretch(kind, start, heading))

    def run(self) -> list[Stretch]:
        item, lines = self.item, self.lines
        untouched = True  # still right under the title
        head_end = self._head_end()
        for index in range(item.title_last, item.last):
            line = lines[index]
            if index < head_end:
                continue
            heading = self.headings.get(index)
            if heading is not None:
                if (
                    untouched
                    and not heading.alone
                    and heading.text.lower() in _TITLE_BLOCK
                    and self.habits.kind is MeetingKind.MINUTES
                ):
                    continue
                if (
                    heading.kind is ZoneKind.AGENDA
                    and self.now.kind is not ZoneKind.AGENDA
                    and self.habits.kind is MeetingKind.MINUTES
                ):
                    if self.now.kind is ZoneKind.OUTCOME and heading.text.lower() != "beslutningstema":
                        continue
                    if not untouched and heading.text.lower() not in (
                        "sagsbehandler",
                        "sagsansvarlig",
                        "ansvarlig",
                        "tid",
                        "beslutningstema",
                    ):
                        continue
                self._heading(heading)
                untouched = untouched and heading.kind is ZoneKind.AGENDA
                continue
            opens = (
                index == item.title_last
                or not goes_on(lines[index - 1], line, self.widths[index])
                or (index - 1) in self.headings
            )
            if (
                untouched
                and item.title_last > item.title_first  # else the title's own line tells the outcome
                and index <= item.title_last + 4
                and line.length <= 220
                and same_title(title_key(line.text), title_key(item.title))
                and not looks_like_sentence(line.text)
            ):
                continue  # the title printed once more
            if untouched and ((line.length <= 160 and _AGENDA.match(line.text)) or self._presenter(index)):
                continue
            if untouched and line.length <= 4 and self._ticked(index):
                continue
            if untouched and line.length <= 200 and self._purpose(index):
                continue
            if untouched or (self.now.kind is ZoneKind.AGENDA and opens and not self._agenda_line(index)):
                untouched = False
                self._unheaded(index)
                continue
            if opens:
                self._paragraph(index)
        return self.stretches

    def _head_end(self) -> int:
        """Where the cells of a grid above the text end: the purpose under the title, and then its time or kind."""
        end = self.item.title_last
        for index in range(end, min(end + 7, self.item.last - 1)):
            line = self.lines[index]
            if index in self.headings and self.headings[index].kind is not ZoneKind.AGENDA:
                break
            if _CELL.match(line.text):
                end = index + 1
            elif line.length > 80 or line.text.endswith((".", "!")) or _DONE.match(line.text):
                break
        return end

    def _agenda_line(self, index: int) -> bool:
        line = self.lines[index]
        return line.length <= 160 and (
            _AGENDA.match(line.text) is not None or (index - 1 in self.headings and line.gap == 0 and line.length < 60)
        )

    def _ticked(self, index: int) -> bool:
        """Whether a line is a cell of a grid of bodies (``DIR`` / ``FOU`` / ``X``), one of several."""
        near = self.lines[max(index - 1, self.item.title_last) : min(index + 2, self.item.last)]
        return (
            sum(TICK.match(line.text) is not None for line in near) >= 2
            and TICK.match(self.lines[index].text) is not None
        )

    def _purpose(self, index: int) -> bool:
        """Whether a line right under the title is what the agenda asked there: questions alone, or ``… fremlægges til godkendelse``."""
        text = self.lines[index].text
        if not (text.endswith("?") or _PUT.search(text)) or self.default is not ZoneKind.OUTCOME:
            return False
        if _SENTENCE_END.search(text) or _FLOOR.match(self.item.title) or index + 1 >= self.item.last:
            return False
        return index + 1 not in self.headings and not goes_on(
            self.lines[index], self.lines[index + 1], self.widths[index + 1]
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
        if _OUTCOME_WORD.search(line.text) or (
            line.text.endswith((".", ":", "!", "?")) and not line.text.endswith(" V.")
        ):
            return False
        return (
            0 < len(words) <= 5
            and all(word[0].isupper() or word in ("og", "&", "+", "samt") for word in words)
            and index + 1 < self.item.last
        )

    def _heading(self, heading: Heading) -> None:
        kind = heading.kind
        topic = not heading.alone and kind in (ZoneKind.CASE, ZoneKind.PLAN) and heading.text.lower() not in _FIRM_CASE
        if topic and self.now.kind is ZoneKind.OUTCOME:
            return  # "Økonomi: Chefen vender tilbage" is a topic of what was said
        box, self.box = self.box, None
        if kind is ZoneKind.OUTCOME:
            if heading.date is not None or heading.body is not None:
                kind = ZoneKind.HISTORY if foreign(heading, self.habits) else ZoneKind.OUTCOME
            elif self.past and self.decided:
                return
            if self.past and kind is ZoneKind.OUTCOME and self.decided:
                kind = ZoneKind.HISTORY
        elif kind is ZoneKind.HISTORY and (heading.date is not None or heading.body is not None):
            same = self._own(heading)
            if same and not heading.text.endswith(":") and self._decides(heading):
                return  # "Byrådet den 31. maj 2022" in the list of who treats the case; the outcome has a heading of its own
            if same and self.decided:
                return
            kind = ZoneKind.OUTCOME if same else ZoneKind.HISTORY
        elif kind is ZoneKind.HISTORY and not _LEAD_IN.search(heading.text):
            self.past = True
        elif kind in (ZoneKind.HISTORY, ZoneKind.PROPOSAL) and _LEAD_IN.search(heading.text):
            # "Økonomiudvalget indstiller, at": under an outcome it is the outcome; the first one is the proposal itself.
            now = self.now
            if (now.kind in (ZoneKind.OUTCOME, ZoneKind.HISTORY) and (now.heading is not None or self.past)) or (
                now.kind is ZoneKind.PROPOSAL and not self._pointed(heading.line)
            ):
                return
            if kind is ZoneKind.HISTORY and not any(stretch.kind is ZoneKind.PROPOSAL for stretch in self.stretches):
                kind = ZoneKind.PROPOSAL
            if kind is ZoneKind.PROPOSAL and now.kind is not ZoneKind.PROPOSAL:
                self.box = (self.default, None) if now.kind is ZoneKind.AGENDA else (now.kind, now.heading)
            elif kind is ZoneKind.PROPOSAL:
                return
        if kind in (ZoneKind.CASE, ZoneKind.PROPOSAL, ZoneKind.PLAN):
            self.past = False
        if (
            self.habits.kind is not MeetingKind.MINUTES
            and kind is ZoneKind.OUTCOME
            and self.habits.kind is MeetingKind.ATTACHMENT
        ):
            kind = ZoneKind.HISTORY
        if kind is ZoneKind.OUTCOME:
            self.decided = True
        if (
            not heading.alone
            and kind in _PASSING
            and heading.date is None
            and self.habits.kind is MeetingKind.MINUTES
            and self.box is None
        ):
            # "Materiale: udkast af 3. juni" claims its own paragraph only.
            now = self.now
            if now.kind is kind and box is not None:
                self.box = box  # another "Bilag: …" right below
            elif now.kind is ZoneKind.AGENDA or now.kind is kind:
                self.box = (self.default, None)
            else:
                self.box = (now.kind, now.heading)
        self._open(kind, heading.start, heading.text)

    def _pointed(self, before: int) -> bool:
        """Whether the proposal in force holds a point above line ``before``."""
        return self._point_between(before)

    def _unheaded(self, index: int) -> None:
        """The first text under the title that no heading claims."""
        line = self.lines[index]
        default = self.default
        if default is ZoneKind.OUTCOME and self._more_after(index):
            if _PROPOSAL.match(line.text):
                self.box = (default, None)
                self._open(ZoneKind.PROPOSAL, line.start, None)
                return
            if self.habits.case_column:
                self.box = (default, None)
                self._open(ZoneKind.CASE, line.start, None)
                return
            if (
                _SUBMITTED.search(self._paragraph_text(index))
                and not _DONE.match(line.text)
                and self._done_after(index)
            ):
                self._open(ZoneKind.CASE, line.start, None)
                self.submitted = True
                return
        if default is ZoneKind.CASE and _PROPOSAL.match(line.text):
            self.box = (default, None)
            default = ZoneKind.PROPOSAL
        if default is ZoneKind.OUTCOME and line.length <= 300 and self._attends(index):
            default = ZoneKind.ATTENDANCE
        self._open(default, line.start, None)
        self.decided = self.decided or default is ZoneKind.OUTCOME

    def _paragraph_text(self, index: int) -> str:
        text = self.lines[index].text
        place = index + 1
        while (
            place < self.item.last
            and place - index < 12
            and place not in self.headings
            and goes_on(self.lines[place - 1], self.lines[place], self.widths[place])
        ):
            text += " " + self.lines[place].text
            place += 1
        return text

    def _presents(self, index: int) -> bool:
        """Whether a paragraph below an unheaded proposal holds facts about it, before the paragraph that answers it."""
        return not self._answers(index) and any(
            self._answers(place) and not goes_on(self.lines[place - 1], self.lines[place], self.widths[place])
            for place in range(index + 1, self.item.last)
        )

    def _answers(self, index: int) -> bool:
        """Whether a paragraph answers or debates the proposal above it."""
        return (
            _DONE.match(self.lines[index].text) is not None or _ANSWERS.search(self._paragraph_text(index)) is not None
        )

    def _done_after(self, index: int) -> bool:
        """Whether a later paragraph of the item begins as an outcome does."""
        return any(
            _DONE.match(self.lines[place].text)
            and not goes_on(self.lines[place - 1], self.lines[place], self.widths[place])
            for place in range(index + 1, self.item.last)
        )

    def _more_after(self, index: int) -> bool:
        """Whether another paragraph follows in the item."""
        for place in range(index + 1, self.item.last):
            if place in self.headings or not goes_on(self.lines[place - 1], self.lines[place], self.widths[place]):
                return not list_label(self.lines[place].text) or place + 1 < self.item.last
        return False

    def _attends(self, index: int) -> bool:
        line = self.lines[index]
        if not (_ATTENDANCE_STEMS.within(line.text) and _ATTENDANCE_HINT.search(line.text)):
            return False
        text = line.text
        place = index + 1
        while (
            place < self.item.last
            and place - index < 6
            and place not in self.headings
            and goes_on(self.lines[place - 1], self.lines[place], self.widths[place])
        ):
            text += " " + self.lines[place].text
            place += 1
        told = [part for part in _SENTENCE_END.split(text) if part.strip()]
        if (
            len(text) > 420
            or not all(_ATTENDANCE.match(part) for part in told)
            or text.startswith(("Da ", "Eftersom ", "Fordi ", "Hvis "))
        ):
            return False
        text = _NOT_IN.sub("", text)
        return not re.search(r"godkend|vedtag|beslut|efterretning|tiltr[aå]dt\b|indstilling", text, re.IGNORECASE)

    def _paragraph(self, index: int) -> None:
        """A paragraph inside a zone that may still open another one by its own words."""
        line, now = self.lines[index], self.now
        if self.box is not None:
            if now.kind is ZoneKind.ATTACHMENT and (list_label(line.text) or line.text.startswith("Bilag")):
                return
            if now.kind is ZoneKind.PROPOSAL and (
                (list_label(line.text) and self._point(index)) or line.text.lower().startswith("at ")
            ):
                return
            kind, heading = self.box
            self.box = None
            if kind is ZoneKind.OUTCOME and now.kind is ZoneKind.PROPOSAL and self._presents(index):
                kind, self.submitted, self.proposed = ZoneKind.CASE, True, True
            self._open(kind, line.start, heading)
            self.decided = self.decided or kind is ZoneKind.OUTCOME
            now = self.now
        if self._concludes(index):
            self._open(ZoneKind.OUTCOME, line.start, None)
            self.decided = True
            return
        if now.kind is ZoneKind.OUTCOME and self._attends(index):
            self._open(ZoneKind.ATTENDANCE, line.start, None)
        elif (
            now.kind is ZoneKind.ATTENDANCE and self.decided and not self._attends(index) and not self._names(line.text)
        ):
            self._open(ZoneKind.OUTCOME, line.start, self._outcome_heading())
        elif now.kind is ZoneKind.CASE and _PROPOSAL.match(line.text) and line.length > 12 and not self._has_proposal():
            self.box = (ZoneKind.CASE, now.heading)
            self._open(ZoneKind.PROPOSAL, line.start, None)

    def _concludes(self, index: int) -> bool:
        """Whether a paragraph tells what the body did although no heading says so."""
        if (
            self.habits.kind is not MeetingKind.MINUTES
            or self.has_outcome
            or self.now.kind in (ZoneKind.OUTCOME, ZoneKind.ATTENDANCE, ZoneKind.HISTORY)
        ):
            return False
        if not (self._answers(index) if self.proposed else _DONE.match(self.lines[index].text)):
            return False
        if self.submitted or self.now.heading is None:
            return True
        # Under a case's own heading only the last such zone can end in the outcome.
        return not any(
            place in self.headings and self.headings[place].kind is not ZoneKind.ATTENDANCE
            for place in range(index, self.item.last)
        ) and (index - 1 not in self.headings)

    def _names(self, text: str) -> bool:
        words = text.replace(",", " ").split()
        return (
            len(words) <= 12
            and sum(word[0].isupper() or word[0] in "(-•\uf0b7" for word in words) >= len(words) - 1
            and not text.endswith(".")
        )

    def _has_proposal(self) -> bool:
        return any(heading.kind is ZoneKind.PROPOSAL for heading in self.inside)

    def _outcome_heading(self) -> str | None:
        return next((stretch.heading for stretch in reversed(self.stretches) if stretch.kind is ZoneKind.OUTCOME), None)

    def _point(self, index: int) -> bool:
        """Whether a list item carries on the recommendation rather than another list of the case: where one point
        begins with *at*, all do."""
        if _AT_POINT.match(self.lines[index].text):
            return True
        return not self._point_between(index)

    def _point_between(self, before: int) -> bool:
        """Whether a point that begins with *at* stands in the zone in force above line ``before``."""
        place = bisect_left(self.points, before) - 1
        return place >= 0 and self.lines[self.points[place]].start >= self.now.start
