"""Prints what a gold document says in a drawn style, with gold offsets for the new text."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from layout_content import Content, Paragraph, Told
from layout_sheet import Sheet
from layout_style import UNNUMBERED, Style, number_label

from decisionnlp.document import Minutes, ZoneKind

_MONTHS = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
]
_DAYS = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]
_LOST_NUMBER = 0.04
_LOST_BLANK = 0.05
_NARROW = 30
_SINCE = date(2019, 1, 7)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "layout_words.toml").read_text(encoding="utf-8"))


def printed(content: Told, style: Style, random: Random) -> Minutes:
    """The document anew; the same style and random state give the same text."""
    return _Printer(content, style, random).run()


class _Printer:
    def __init__(self, content: Told, style: Style, random: Random) -> None:
        self.content, self.style, self.random = content, style, random
        self.sheet = Sheet()
        self.day = content.day or _SINCE + timedelta(days=random.randrange(1500))
        words = _words()
        self.names = [
            f"{random.choice(words['names']['first'])} {random.choice(words['names']['last'])}" for _ in range(7)
        ]
        # One wording of each heading and note for the whole document.
        self.heads = {ZoneKind(kind): random.choice(given) for kind, given in words["headings"].items()}
        self.note = {kind: random.choice(given) for kind, given in words["meta"].items()}

    def run(self) -> Minutes:
        style = self.style
        if style["crumbs"] == "web page":
            for text in self._some("crumbs", "top", 3):
                self.sheet.furniture(text)
        self._front()
        self._contents()
        if style["grid"] != "none":
            self._grid_header()
        for place, item in enumerate(self.content.items):
            self._item(place, item)
        self.sheet.outside()
        self._closing()
        if style["crumbs"] == "web page":
            self.sheet.blank()
            for text in self._some("crumbs", "bottom", 2):
                self.sheet.furniture(text)
        headers = [self.random.choice(_words()["running"]["headers"])]
        if self.random.random() < 0.5:
            headers.append(f"Møde {self._date(self.day)}")
        return self.sheet.minutes(
            self.content.id,
            self.content.day,
            width=0 if style["wrap"] == "none" else int(style["wrap"]),
            page=self.random.randint(40, 55) if style["pages"] == "running header" else 0,
            headers=headers,
        )

    # words

    def _pick(self, table: str, name: str) -> str:
        return self._filled(self.random.choice(_words()[table][name]))

    def _some(self, table: str, name: str, count: int) -> list[str]:
        return self.random.sample(_words()[table][name], count)

    def _filled(self, text: str, day: date | None = None) -> str:
        day = day or self.day
        name = self.random.choice(self.names)
        weekday = _DAYS[day.weekday()]
        return text.format(
            date=self._date(day),
            numeric=day.strftime("%d-%m-%Y"),
            weekday=weekday,
            Weekday=weekday.capitalize(),
            name=name,
            first=name.split()[0],
            hour=self.random.randint(15, 20),
            code=self.random.randint(100, 9999),
        )

    @staticmethod
    def _date(day: date) -> str:
        return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"

    # the parts of the document

    def _front(self) -> None:
        line = self.sheet.line
        front = self.style["front"]
        if front == "bare":
            line(self._pick("front", "titles_with_date"), zone=ZoneKind.AGENDA)
        else:
            line(self._pick("front", "titles"), zone=ZoneKind.AGENDA)
            line(self._pick("front", "date"), zone=ZoneKind.AGENDA)
            if front == "full":
                for name in ("place", "time", "reporter"):
                    line(self._pick("front", name), zone=ZoneKind.AGENDA)
        self._gap()
        attendance = self.style["attendance"]
        if attendance == "none":
            return
        if attendance == "line":
            line(self._pick("attendance", "line") + ", ".join(self.names), zone=ZoneKind.ATTENDANCE)
        elif attendance == "initials":
            initials = ("".join(part[0] for part in name.split()) for name in self.names)
            line(self._pick("attendance", "line") + ", ".join(initials), zone=ZoneKind.ATTENDANCE)
        else:
            line(self._pick("attendance", "list"), zone=ZoneKind.ATTENDANCE)
            roles = _words()["names"]["roles"]
            for place, name in enumerate(self.names):
                role = f"\t{roles[min(place, 3)]}" if attendance == "table" else f" ({roles[0]})" if place == 0 else ""
                line(name + role, zone=ZoneKind.ATTENDANCE)
        if self.random.random() < 0.6:
            line(self._pick("front", "absent"), zone=ZoneKind.ATTENDANCE)

    def _contents(self) -> None:
        contents = self.style["contents"]
        if contents == "none":
            return
        self._gap()
        self.sheet.line(self._pick("contents", "heads"), zone=ZoneKind.AGENDA)
        for place, item in enumerate(self.content.items):
            label = number_label(self.style, place) if contents == "numbered" else ""
            self.sheet.line(f"{label} {item.title}".strip(), zone=ZoneKind.AGENDA)

    def _grid_header(self) -> None:
        self._gap()
        header: list[str] = self.random.choice(_words()["grid"]["headers"])
        if self.style["grid"] == "header line":
            self.sheet.line("\t".join(header), zone=ZoneKind.AGENDA)
        else:
            for cell in header:
                self.sheet.line(cell, zone=ZoneKind.AGENDA)

    def _closing(self) -> None:
        closing = self.style["closing"]
        if closing == "none":
            return
        self._gap()
        for name in ("end", "next", "signed"):
            if closing in (name, "all"):
                day = self.day + timedelta(days=35)
                self.sheet.line(self._filled(self.random.choice(_words()["closing"][name]), day), zone=ZoneKind.AGENDA)

    def _gap(self) -> None:
        """What stands between two blocks of the document."""
        blanks = self.style["blanks"]
        if blanks == "nowhere" or (self.style["noise"] == "light" and self.random.random() < _LOST_BLANK):
            return
        self.sheet.blank(2 if blanks == "two between" else 1)

    def _inner_gap(self) -> None:
        """What stands between two paragraphs of one item."""
        if self.style["blanks"] == "everywhere":
            self.sheet.blank()

    # items

    def _item(self, place: int, item: Content) -> None:
        style, sheet = self.style, self.sheet
        if style["noise"] == "light" and style["number"] in UNNUMBERED[2:] and style["blanks"] != "everywhere":
            sheet.blank(
                1 if style["blanks"] != "nowhere" else 0
            )  # a lost blank line would be the only sign of this title
        else:
            self._gap()
        sheet.item(item.title)
        empty = style["empty_items"] == "some" and place > 0 and self.random.random() < 0.2
        zones = {} if empty else self._told(item)
        label = number_label(style, place)
        if style["noise"] == "light" and place and style["number"] not in UNNUMBERED:
            label = "" if self.random.random() < _LOST_NUMBER else label
        title = item.title.upper() if style["number"] == "CAPITALS" else item.title
        if style["meta"] == "suffix":
            title = f"{title} {self._filled(self.note['suffix'])}"
        texts = zones.get(ZoneKind.OUTCOME, [])
        form = style["title"]
        if form == "alone:" or (form == "title: text" and texts):
            title += ":"
        elif form == "title. text" and texts and not title.endswith((".", "?", "!")):
            title += "."
        wraps = _NARROW if style["title_wrap"] == "at 30" else 0
        if label and style["number_place"] == "own line":
            sheet.line(label, zone=ZoneKind.AGENDA)
            sheet.line(title, zone=ZoneKind.AGENDA, wraps=wraps)
        else:
            sheet.line(f"{label} {title}".strip(), zone=ZoneKind.AGENDA, wraps=wraps)
        if form in ("title: text", "title. text", "title – text", "title tab text") and texts:
            between = {"title – text": " – ", "title tab text": "\t"}.get(form, " ")
            sheet.go_on(texts[0][0], zone=ZoneKind.OUTCOME, between=between)
            sheet.go_on(*texts[0][1:], zone=ZoneKind.OUTCOME)
            self._paragraphs(texts[1:], ZoneKind.OUTCOME, None, first=False)
            self._attendance(zones)
            return
        if style["meta"] not in ("none", "suffix"):
            sheet.line(self._filled(self.note[style["meta"].split()[0]]), zone=ZoneKind.AGENDA)
        order = [ZoneKind.CASE, ZoneKind.PROPOSAL, ZoneKind.OUTCOME]
        if style["order"] == "outcome first":
            order = [ZoneKind.OUTCOME, ZoneKind.CASE, ZoneKind.PROPOSAL]
        for kind in order:
            if zones.get(kind):
                self._zone(kind, zones[kind])
            if kind is ZoneKind.OUTCOME:
                self._attendance(zones)

    def _told(self, item: Content) -> dict[ZoneKind, list[Paragraph]]:
        """What of the item this style prints: without headings, nothing would tell a proposal from a case."""
        unheaded = self.style["heading"] in ("none", "brackets")
        zones: dict[ZoneKind, list[Paragraph]] = {}
        for kind, paragraphs in item.zones.items():
            if unheaded and kind is ZoneKind.PROPOSAL:
                continue
            if unheaded and kind is ZoneKind.CASE:
                paragraphs = paragraphs[:1]
            if self.style["paragraphs"] == "a sentence a line":
                paragraphs = [[sentence] for paragraph in paragraphs for sentence in paragraph]
            elif self.style["paragraphs"] == "one block" and kind is not ZoneKind.PROPOSAL:
                paragraphs = [[sentence for paragraph in paragraphs for sentence in paragraph]]
            zones[kind] = paragraphs
        return zones

    def _attendance(self, zones: dict[ZoneKind, list[Paragraph]]) -> None:
        for paragraph in zones.get(ZoneKind.ATTENDANCE, []):
            self._inner_gap()
            self.sheet.line(*paragraph, zone=ZoneKind.ATTENDANCE)

    def _zone(self, kind: ZoneKind, paragraphs: list[Paragraph]) -> None:
        form = self.style["heading"]
        sentences = sum(len(paragraph) for paragraph in paragraphs)
        if form == "brackets" and kind is ZoneKind.OUTCOME and sentences == 1:
            self._inner_gap()
            self.sheet.line(f"({paragraphs[0][0]})", zone=kind)
            return
        if form in ("none", "brackets"):
            self._paragraphs(paragraphs, kind, None, first=True)
            return
        head = self.heads[kind]
        printed = head.upper() if form.startswith("CAPITALS") else head
        self._inner_gap()
        self.sheet.line(printed + (":" if form.endswith(":") else ""), zone=kind, heading=printed)
        if form.endswith("inline:"):
            self.sheet.go_on(*paragraphs[0], zone=kind, heading=printed)
            self._paragraphs(paragraphs[1:], kind, printed, first=False)
        else:
            self._paragraphs(paragraphs, kind, printed, first=True)

    def _paragraphs(self, paragraphs: list[Paragraph], kind: ZoneKind, heading: str | None, *, first: bool) -> None:
        """The paragraphs of a zone; in some items the later sentences of an outcome as a list."""
        sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
        listed = (
            self.style["sublist"] != "none"
            and kind is ZoneKind.OUTCOME
            and len(sentences) >= 3
            and self.random.random() < 0.5
        )
        if listed:
            if first:
                self._inner_gap()
                self.sheet.line(sentences.pop(0), zone=kind, heading=heading)
            for place, sentence in enumerate(sentences):
                mark = {"1.": f"{place + 1}.", "bullets": "•", "a)": f"{chr(ord('a') + place % 26)})", "dashes": "-"}
                self.sheet.line(f"{mark[self.style['sublist']]} {sentence}", zone=kind, heading=heading)
            return
        for paragraph in paragraphs:
            self._inner_gap()
            self.sheet.line(*paragraph, zone=kind, heading=heading)
