"""Zones of an agenda item: what is proposal, case, plan, history, outcome, attendance, attachment."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property

from decisionnlp import lexicons
from decisionnlp.document import MeetingKind, ZoneKind
from decisionnlp.segmentation.headings import Heading
from decisionnlp.segmentation.item_lines import DONE, OUTCOME_WORD, ItemLines
from decisionnlp.segmentation.line_joins import list_label, runs_on
from decisionnlp.segmentation.lines import Line
from decisionnlp.segmentation.presence import is_name, is_presence
from decisionnlp.segmentation.same_bodies import foreign, same_body
from decisionnlp.segmentation.titles import Found, proposes
from decisionnlp.segmentation.zone_records import Habits, Stretch

_CUES = lexicons.load("zone_cues")
_PROPOSER = re.compile(r"\([A-ZÆØÅ][^()\d]{2,60}\)$")  # "(Økonomiudvalget)" below its proposal
# "Direktionen indstiller," and "Det indstilles," introduce points: the zone lasts as long as the points do.
_LEAD_IN = re.compile(
    rf"\b(?:{lexicons.alternatives('line_words', 'leading_in')}|indstillede|anbefalede)\b[^.]*$", re.IGNORECASE
)
# "Det indstilles, at": asks the body, unlike the body that itself proposes something to a higher one.
_ASKS = re.compile(r"Det (?:indstilles|foreslås|anbefales)(?:,| at\b| til )")
_AT_POINT = re.compile(r"(?:\W+|\(?\w{1,2}[.)]\s*)?at\b", re.IGNORECASE)
_SUBMITTED = re.compile("(?:" + "|".join(_CUES["case"]) + ")", re.IGNORECASE)
_FIRM_CASE = frozenset(lexicons.load("line_words")["firm_case"])
_COMPETENCE = frozenset({"kompetence", "beslutningskompetence", "politisk kompetence"})
# "ØK/BY", "SFKU - Åben sag"
_SHORT_FORMS = re.compile(r"[ :]*[A-ZÆØÅ]{2,5}(?: ?[/,] ?[A-ZÆØÅ]{2,5})*(?: - (?:Åben|Lukket) sag)?\s*$")
_NAMED_CASE = re.compile(r"Sag: .{3,110}\(\d[\d -]*\)$")  # "Sag: Kalkning af kirken (1386)" names the file
_POINT = re.compile(r"\b(?:pkt|punkt|sag)\.?(?: nr\.?)? ?(?P<number>\d{1,4})$", re.IGNORECASE)
# Labels with a value that belong to the title block, not to a zone of their own.
_TITLE_BLOCK = frozenset({"bilag", "materiale", "proces"})
_REMARKS = frozenset(lexicons.load("line_words")["remarks"])
# Kinds of zone that a heading with its text on the same line opens for one paragraph (and its list) only.
_FEW_WORDS = 4  # blanks at most in a bare answer
_SOME_NAMES = 12  # characters: "Godkendt" is shorter
_PASSING = frozenset({ZoneKind.PROPOSAL, ZoneKind.ATTACHMENT, ZoneKind.PLAN, ZoneKind.HISTORY})


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
        self.looks = ItemLines(item, lines, widths, headings, habits)
        self.stretches = [Stretch(ZoneKind.AGENDA, lines[item.first].start)]
        self.decided = False  # an outcome of this meeting has been met
        self.outcome_line = -1  # of the heading that opened the first outcome
        self.past = False  # under "Sagens forløb" and its kin
        self.inside = [headings[index] for index in range(item.title_last, item.last) if index in headings]
        self.has_outcome = any(
            (heading.kind is ZoneKind.OUTCOME and not foreign(heading, habits) and not self._remark(heading))
            or self._own(heading)
            for heading in self.inside
        )
        self.told_here = any(  # an outcome heading names this very body and day
            heading.kind is ZoneKind.OUTCOME
            and heading.date is not None
            and heading.date == habits.date
            and self._of_body(heading)
            for heading in self.inside
        )
        self.named = is_presence(item.title)  # "1. Mødedeltagere": the point says who was there
        self.default = self._default()
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

    @cached_property
    def points(self) -> list[int]:
        """The lines that begin with ``at``, as points of a proposal do; few items are asked for them."""
        return [index for index in range(self.item.first, self.item.last) if _AT_POINT.match(self.lines[index].text)]

    def _own(self, heading: Heading) -> bool:
        """Whether a heading of body and date (``Kulturudvalget den 3. april 2019:``) names this very meeting."""
        if heading.kind is not ZoneKind.HISTORY or heading.date is None:
            return False
        if self.habits.body is not None and not same_body(heading.body or "", self.habits.body):
            return False
        point = _POINT.search(heading.text)  # "…, pkt. 42" above what was said on point 42
        return heading.date == self.habits.date or (
            self.habits.date is None and point is not None and point["number"] == self.item.number
        )

    def _of_body(self, heading: Heading) -> bool:
        return bool(heading.body and self.habits.body and same_body(heading.body, self.habits.body))

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
                if short and any(OUTCOME_WORD.search(line.text) for line in body) and not self.inside
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
        item = self.item
        untouched = True  # still right under the title
        head_end = self.looks.head_end()
        for index in range(item.title_last, item.last):
            if index < head_end:
                continue
            heading = self.headings.get(index)
            if untouched and heading is not None and heading.kind is ZoneKind.HISTORY and self.looks.title_again(index):
                continue  # "Referat fra møde i Kulturudvalget, 4. juni 2019", once more
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
            opens = index == item.title_last or (index - 1) in self.headings or self.looks.opens(index)
            if untouched and self.looks.of_head(index, asks=self.default is ZoneKind.OUTCOME):
                continue
            if untouched or (self.now.kind is ZoneKind.AGENDA and opens and not self.looks.agenda_line(index)):
                untouched = False
                self._unheaded(index)
                continue
            if opens:
                self._paragraph(index)
        return self.stretches

    def _heading(self, heading: Heading) -> None:
        kind = heading.kind
        if (
            kind is ZoneKind.CASE
            and self.now.kind is ZoneKind.AGENDA
            and _NAMED_CASE.match(self.lines[heading.line].text)
        ):
            return
        if self.now.kind is ZoneKind.AGENDA and not heading.alone and heading.text.lower() in _COMPETENCE:
            return  # "Beslutningskompetence: KB" right under the title
        topic = not heading.alone and kind in (ZoneKind.CASE, ZoneKind.PLAN) and heading.text.lower() not in _FIRM_CASE
        if topic and self.now.kind is ZoneKind.OUTCOME:
            return  # "Økonomi: Chefen vender tilbage" is a topic of what was said
        if kind is ZoneKind.HISTORY and not heading.alone and heading.date is None and self._routes(heading):
            return  # "Sagsforløb: ØK/BY"
        if kind is ZoneKind.ATTENDANCE and self.now.kind is ZoneKind.HISTORY and self._decides(heading):
            return  # who was not there when an earlier body treated the case
        if self.outcome_line == heading.line - 1 and kind is not ZoneKind.ATTENDANCE:
            self.decided = False  # "Beslutning" with nothing below it: the kind of the point, or a form's empty field
        box, self.box = self.box, None
        if kind is ZoneKind.PROPOSAL and self.now.kind is ZoneKind.OUTCOME and self._answered_behind(heading):
            return  # "Administrationens indstilling: Godkendt." under what was decided
        if kind is ZoneKind.PROPOSAL and self._answered(heading):
            kind = ZoneKind.OUTCOME
        if kind is ZoneKind.OUTCOME:
            if heading.date is not None or heading.body is not None:
                other = foreign(heading, self.habits) or (
                    self.told_here and heading.body is not None and not self._of_body(heading)
                )  # another body, earlier the same day
                kind = ZoneKind.HISTORY if other else ZoneKind.OUTCOME
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
            self.outcome_line = -1 if self.decided or not heading.alone else heading.line
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

    def _answered_behind(self, heading: Heading) -> bool:
        """Whether nothing but an answer stands behind a heading on its line, or on the line cut from it."""
        line = self.lines[heading.line]
        rest = line.text[heading.end - line.start :].strip(" :")
        if not rest and runs_on(self.lines, heading.line):
            rest = self.lines[heading.line + 1].text
        return rest.count(" ") < _FEW_WORDS and DONE.match(rest) is not None

    def _answered(self, heading: Heading) -> bool:
        """Whether ``Indstilling og beslutning`` heads nothing but what was decided."""
        below = heading.line + 1
        return (
            not self.has_outcome
            and "beslutning" in heading.text.lower()
            and below < self.item.last
            and DONE.match(self.lines[below].text) is not None
        )

    def _routes(self, heading: Heading) -> bool:
        """Whether nothing but short forms of bodies stands behind a heading: who treats the case, not what they did."""
        line = self.lines[heading.line]
        return _SHORT_FORMS.match(line.text, heading.end - line.start) is not None

    def _pointed(self, before: int) -> bool:
        """Whether the proposal in force holds a point above line ``before``."""
        return self._point_between(before)

    def _unheaded(self, index: int) -> None:
        """The first text under the title that no heading claims."""
        line = self.lines[index]
        default = self.default
        if self.habits.kind is MeetingKind.MINUTES and self.habits.headed and self.looks.absent(index):
            self.box = (default, None)
            self._open(ZoneKind.ATTENDANCE, line.start, None)
            return
        if default is ZoneKind.OUTCOME and self.looks.more_after(index):
            if proposes(line.text):
                self.box = (default, None)
                self._open(ZoneKind.PROPOSAL, line.start, None)
                return
            if self.habits.case_column:
                self.box = (default, None)
                self._open(ZoneKind.CASE, line.start, None)
                return
            if not DONE.match(line.text) and (
                (_SUBMITTED.search(self.looks.paragraph_text(index)) and self.looks.done_after(index))
                or self._asked_below(index)
            ):
                self._open(ZoneKind.CASE, line.start, None)
                self.submitted = True
                return
        if default is ZoneKind.CASE and proposes(line.text):
            self.box = (default, None)
            default = ZoneKind.PROPOSAL
        if default is ZoneKind.OUTCOME and ((line.length <= 300 and self.looks.attends(index)) or self._names(line)):
            default = ZoneKind.ATTENDANCE
        self._open(default, line.start, None)
        self.decided = self.decided or default is ZoneKind.OUTCOME

    def _names(self, line: Line) -> bool:
        """Whether a line under a point about who was there is names and no more."""
        return self.named and line.length >= _SOME_NAMES and is_name(line)

    def _asked_below(self, index: int) -> bool:
        """Whether a paragraph further down asks the body for something, and one below that tells what it did."""
        asked = next(
            (at for at in range(index + 1, min(index + 40, self.item.last)) if _ASKS.match(self.lines[at].text)), None
        )
        return asked is not None and any(
            DONE.match(self.lines[at].text) for at in range(asked + 1, min(asked + 6, self.item.last))
        )

    def _paragraph(self, index: int) -> None:
        """A paragraph inside a zone that may still open another one by its own words."""
        line, now = self.lines[index], self.now
        if self.box is not None:
            if now.kind is ZoneKind.ATTACHMENT and (list_label(line.text) or line.text.startswith("Bilag")):
                return
            if now.kind is ZoneKind.PROPOSAL and (
                (list_label(line.text) and self._point(index))
                or line.text.lower().startswith("at ")
                or _PROPOSER.match(line.text)
                # A table: "at" in one cell, its point in the next.
                or "at" in (line.text.lower(), self.lines[index - 1].text.lower())
            ):
                return
            kind, heading = self.box
            self.box = None
            if kind is ZoneKind.OUTCOME and now.kind is ZoneKind.PROPOSAL and self.looks.presents(index):
                kind, self.submitted, self.proposed = ZoneKind.CASE, True, True
            self._open(kind, line.start, heading)
            self.decided = self.decided or kind is ZoneKind.OUTCOME
            now = self.now
        if self._concludes(index):
            self._open(ZoneKind.OUTCOME, line.start, None)
            self.decided = True
            return
        if now.kind is ZoneKind.OUTCOME and (self.looks.attends(index) or self._names(line)):
            self._open(ZoneKind.ATTENDANCE, line.start, None)
        elif (
            now.kind is ZoneKind.ATTENDANCE
            and (self.decided or (self.default is ZoneKind.OUTCOME and now.heading is None and not self.named))
            and not self.looks.attends(index)
            and not self.looks.tells_presence(index)
        ):
            self._open(ZoneKind.OUTCOME, line.start, self._outcome_heading())
        elif now.kind is ZoneKind.CASE and line.length > 12 and proposes(line.text) and not self._has_proposal():
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
        if self.now.kind is ZoneKind.ATTACHMENT and self.now.heading is not None and self._below_files(index):
            return True
        cased = self.habits.cased and self.looks.decided(index)
        if not (cased or (self.looks.answers(index) if self.proposed else DONE.match(self.lines[index].text))):
            return False
        if cased or self.submitted or self.now.heading is None:
            return True
        # Under a case's own heading only the last such zone can end in the outcome.
        return not any(
            place in self.headings and self.headings[place].kind is not ZoneKind.ATTENDANCE
            for place in range(index, self.item.last)
        ) and (index - 1 not in self.headings)

    def _below_files(self, index: int) -> bool:
        """Whether a paragraph set apart below the names of the attached files is a sentence or an answer: in minutes without a heading
        above what was decided, that is it."""
        text = self.lines[index].text
        return (
            not self.habits.headed
            and self.lines[index].gap > 0
            and index - 1 not in self.headings
            and not list_label(text)
            and ((text.endswith((".", "!")) and text.count(" ") >= 2) or self.looks.decided(index))
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
