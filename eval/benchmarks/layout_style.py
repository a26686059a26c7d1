"""The knobs of a layout: each has named values with how often they are drawn; one draw is the style of one document."""

from __future__ import annotations

from random import Random

# knob: value: weight. What a value prints stands in layout_printing.py.
KNOBS: dict[str, dict[str, int]] = {
    "number": {
        "1.": 6, "1)": 3, "1:": 2, "01": 1, "1 bare": 2, "Punkt 1": 3, "Punkt 1:": 2, "Pkt. 1:": 2, "Ad 1)": 2, "Ad. 1 -": 2,
        "§ 1": 1, "a.": 2, "I.": 2, "2023/14": 1, "dash": 2, "bullet": 2, "CAPITALS": 3, "none": 5,
    },
    "number_from": {"1": 6, "87": 1},
    "number_place": {"same line": 8, "own line": 1},
    "title": {"alone": 7, "alone:": 3, "title: text": 4, "title. text": 2, "title – text": 2, "title tab text": 2},
    "title_wrap": {"as text": 4, "at 30": 1},
    "blanks": {"between items": 4, "everywhere": 3, "nowhere": 3, "two between": 2},
    "wrap": {"none": 4, "60": 2, "75": 3, "90": 3},
    "paragraphs": {"as told": 4, "a sentence a line": 2, "one block": 2},
    "heading": {"none": 4, "alone": 4, "alone:": 3, "inline:": 4, "CAPITALS": 2, "CAPITALS inline:": 1, "brackets": 1},
    "order": {"outcome last": 5, "outcome first": 1},
    "sublist": {"none": 4, "1.": 2, "bullets": 2, "a)": 1, "dashes": 1},
    "front": {"bare": 2, "short": 3, "full": 3},
    "attendance": {"none": 2, "list": 3, "line": 3, "table": 1, "initials": 1},
    "contents": {"none": 6, "titles": 1, "numbered": 2},
    "meta": {"none": 6, "presenter": 1, "time": 1, "case number": 1, "suffix": 2},
    "grid": {"none": 6, "header line": 1, "header cells": 1},
    "empty_items": {"none": 3, "some": 2},
    "closing": {"none": 2, "end": 1, "next": 1, "signed": 1, "all": 2},
    "crumbs": {"none": 4, "web page": 1},
    "pages": {"none": 4, "running header": 1},
    "noise": {"none": 3, "light": 2},
}  # fmt: skip

UNNUMBERED = ("dash", "bullet", "CAPITALS", "none")
INLINE = ("title: text", "title. text", "title – text", "title tab text")

Style = dict[str, str]


def draw(random: Random, *, zoned: bool, items: int, fixed: Style | None = None) -> Style:
    """A style whose values go together; ``zoned`` documents print zones, so their titles stand alone. ``fixed`` knobs are not drawn."""
    given = fixed or {}
    style = {
        name: given.get(name) or random.choices(list(values), list(values.values()))[0]
        for name, values in KNOBS.items()
    }
    if zoned and style["title"] in INLINE:
        style["title"] = "alone"
    if not zoned and style["heading"] == "brackets" and style["title"] in INLINE:
        style["heading"] = "none"
    if style["title"] in INLINE and style["heading"] != "none":
        style["heading"] = "none"  # nobody prints a heading behind a title that has its text on its own line
    if style["heading"] in ("none", "brackets"):
        style["order"] = "outcome last"
    if style["number"] in ("CAPITALS", "none", "dash", "bullet"):
        style["number_place"], style["number_from"] = "same line", "1"
        if style["blanks"] == "nowhere" and style["number"] == "none" and style["title"] in ("alone", "alone:"):
            style["blanks"] = "between items"  # without any sign of a title not even a reader could tell
        if style["number"] in ("dash", "bullet") and style["sublist"] in ("bullets", "dashes"):
            style["sublist"] = "none"
    if style["number"] in ("a.", "I.", "01", "§ 1", "2023/14"):
        style["number_from"] = "1"
    if style["number"] == "a." and style["sublist"] == "a)":
        style["sublist"] = "none"
    if style["number"] == "a." and items > 20:
        style["number"] = "1."
    if style["number"] in ("Ad 1)", "Ad. 1 -", "dash", "bullet") or style["title"] in INLINE:
        style["number_place"] = "same line"
    if style["title"] == "title tab text" or style["wrap"] == "none":
        style["title_wrap"] = "as text"
    if style["number"] == "none" and style["title"] == "title. text":
        style["title"] = "title: text"
    return style


def number_label(style: Style, place: int) -> str:
    """What stands before the title of the item at ``place`` (from 0); empty where titles have no number."""
    value = place + int(style["number_from"])
    kind = style["number"]
    if kind in ("CAPITALS", "none"):
        return ""
    if kind in ("dash", "bullet"):
        return {"dash": "-", "bullet": "•"}[kind]
    if kind == "a.":
        return f"{chr(ord('a') + place)}."
    if kind == "I.":
        return f"{roman(value)}."
    if kind == "2023/14":
        return f"2023/{value + 13}"
    if kind == "01":
        return f"{value:02d}"
    return kind.replace(" bare", "").replace("1", str(value))


def roman(value: int) -> str:
    """A number below 90 in roman numerals."""
    tens, ones = divmod(value, 10)
    return ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")[tens] + (
        "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX",
    )[ones]  # fmt: skip
