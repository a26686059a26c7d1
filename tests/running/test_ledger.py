"""Tasks from meeting to meeting: joined, answered, overdue, and what a person set stays."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from decisionnlp.errors import InputError
from decisionnlp.running.analysis import Settings
from decisionnlp.running.ledger import Entry, Ledger, read, set_entry, update
from decisionnlp.running.ledger.answering import done_verbs, find_evidence, verbs
from decisionnlp.running.ledger.entries import Told
from decisionnlp.running.ledger.linking import link, weights_of
from decisionnlp.running.ledger.records import Due, Held, Line, Matter, Place, Task
from decisionnlp.running.ledger.rendering import COLUMNS, render
from decisionnlp.running.ledger.words import Weights, content

RULES = Settings(model="rules")
DAY = date(2024, 4, 20)
JANUARY = """Økonomiudvalget i Hovby
Referat af møde den 23. januar 2024

1. Godkendelse af dagsorden
Beslutning
Godkendt.

2. Cykelparkering ved stationen
Beslutning
Godkendt. Vejafdelingen indhenter tilbud på et cykelskur ved stationen senest den 1. marts 2024.

3. Støj fra havnen
Beslutning
Forvaltningen undersøger støjen fra værftet og vender tilbage med et notat på næste møde.

4. Svømmehallens tag
Beslutning
Ejendomsafdelingen udarbejder en tidsplan for udskiftning af taget på svømmehallen inden udgangen af februar.

5. Eventuelt
Sekretariatet bestiller nye stole til byrådssalen.
"""
FEBRUARY = """Økonomiudvalget i Hovby
Referat af møde den 20. februar 2024

1. Støj fra havnen
Sagsfremstilling
Forvaltningen har målt støjen fra værftet.
Beslutning
Taget til efterretning.

2. Svømmehallens tag
Beslutning
Tidsplanen for taget er endnu ikke udarbejdet. Ejendomsafdelingen udarbejder tidsplanen for udskiftning af taget inden den 1. april 2024.
"""
APRIL = """Økonomiudvalget i Hovby
Referat af møde den 9. april 2024

1. Opfølgning på beslutninger
Beslutning
Der er indhentet tre tilbud på cykelskuret ved stationen. Udvalget takkede.

2. Byrådssalen
Beslutning
Sekretariatet finder en kunstner til udsmykning af salen inden den 1. maj 2024.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("01.txt", JANUARY), ("02.txt", FEBRUARY), ("04.txt", APRIL)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def by_word(ledger: Ledger, word: str) -> Entry:
    found = [entry for entry in ledger.entries if word in entry.task]
    assert len(found) == 1, (word, [entry.task for entry in ledger.entries])
    return found[0]


def test_a_year_of_a_committee(folder: Path) -> None:
    ledger = update(folder, settings=RULES, as_of=DAY)
    states = {
        word: by_word(ledger, word).state(DAY) for word in ("cykelskur", "støjen", "tidsplan", "stole", "kunstner")
    }
    assert states == {
        "cykelskur": "answered",
        "støjen": "answered",
        "tidsplan": "overdue",  # told anew in February, with a new deadline
        "stole": "open",
        "kunstner": "due",  # eleven days left
    }
    assert len(ledger.entries) == 5

    bikes = by_word(ledger, "cykelskur")
    assert bikes.evidence is not None
    assert bikes.evidence.text == "Der er indhentet tre tilbud på cykelskuret ved stationen."
    assert APRIL[bikes.evidence.start : bikes.evidence.end] == bikes.evidence.text
    assert (bikes.evidence.date, Path(bikes.evidence.file).name, bikes.evidence.page) == ("2024-04-09", "04.txt", 1)

    noise = by_word(ledger, "støjen")
    assert noise.evidence is not None and noise.evidence.rule == "brought-back"
    assert noise.due == "2024-02-20"  # the next meeting that was held

    roof = by_word(ledger, "tidsplan")
    assert [told.date for told in roof.tellings] == ["2024-01-23", "2024-02-20"]
    assert roof.due == "2024-03-31"
    assert [entry.state(DAY) for entry in ledger.entries] == ["overdue", "due", "open", "answered", "answered"]


def test_what_a_person_set_survives(folder: Path) -> None:
    ledger = update(folder, settings=RULES, as_of=DAY)
    chairs, roof, bikes = (by_word(ledger, word) for word in ("stole", "tidsplan", "cykelskur"))
    set_entry(folder, chairs.id, {"status": "afsluttet", "note": "hentet i maj"}, today=DAY)
    set_entry(
        folder,
        roof.id[:4],
        {"owner": "Ida Holm", "deadline": "01-06-2024"},
        today=DAY,
    )
    set_entry(folder, bikes.id, {"status": "in_progress"}, today=DAY)
    march = "Økonomiudvalget i Hovby\nReferat af møde den 12. marts 2024\n\n1. Lys\nBeslutning\nSekretariatet bestiller nye lamper.\n"
    (folder / "03.txt").write_text(march, encoding="utf-8")
    (folder / "01.txt").rename(folder / "first.txt")
    after = update(folder, settings=RULES, as_of=DAY)
    assert {entry.id for entry in ledger.entries} <= {entry.id for entry in after.entries}
    known = {entry.id: entry for entry in after.entries}
    assert (known[chairs.id].state(DAY), known[chairs.id].note) == ("done", "hentet i maj")
    assert known[roof.id].owner == "Ida Holm"
    assert known[roof.id].day == date(2024, 6, 1)
    assert known[roof.id].state(DAY) == "open"
    assert known[bikes.id].state(DAY) == "overdue"  # a person says it is not done, whatever the minutes say
    set_entry(folder, chairs.id, {"status": ""}, today=DAY)
    assert {entry.id: entry for entry in read(folder, as_of=DAY).entries}[chairs.id].state(DAY) == "open"


def test_ids_do_not_depend_on_the_order_of_files_or_runs(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole = update(folder, settings=RULES, as_of=DAY)
    other = tmp_path_factory.mktemp("other")
    (other / "04.txt").write_text(APRIL, encoding="utf-8")
    update(other, settings=RULES, as_of=DAY)
    (other / "02.txt").write_text(FEBRUARY, encoding="utf-8")
    part = update(other, settings=RULES, as_of=DAY)
    roof = by_word(part, "tidsplan")
    set_entry(other, roof.id, {"note": "kendt fra februar"}, today=DAY)
    (other / "01.txt").write_text(JANUARY, encoding="utf-8")
    grown = update(other, settings=RULES, as_of=DAY)
    assert by_word(grown, "tidsplan").id == roof.id  # its first telling came last, and it kept its id and its note
    assert by_word(grown, "tidsplan").note == "kendt fra februar"
    assert [entry.task for entry in grown.entries] == [entry.task for entry in whole.entries]
    assert update(other, settings=RULES, as_of=DAY).entries == grown.entries


def test_a_task_whose_file_is_gone_stays_where_a_person_worked_on_it(folder: Path) -> None:
    ledger = update(folder, settings=RULES, as_of=DAY)
    set_entry(folder, by_word(ledger, "kunstner").id, {"note": "ring til kunstforeningen"}, today=DAY)
    (folder / "04.txt").unlink()
    after = update(folder, settings=RULES, as_of=DAY)
    assert by_word(after, "kunstner").state(DAY) == "gone"
    assert by_word(after, "cykelskur").state(DAY) == "overdue"  # the evidence went with the file
    (folder / "04.txt").write_text(APRIL, encoding="utf-8")
    again = update(folder, settings=RULES, as_of=DAY)
    assert by_word(again, "kunstner").note == "ring til kunstforeningen"
    assert by_word(again, "kunstner").state(DAY) == "due"


def test_two_reports_of_one_meeting_are_one(folder: Path) -> None:
    before = update(folder, settings=RULES, as_of=DAY)
    (folder / "01-endelig.txt").write_text(JANUARY + "\nReferent: Ida Holm\n", encoding="utf-8")
    assert len(update(folder, settings=RULES, as_of=DAY).entries) == len(before.entries)


def test_unreadable_files_are_told(folder: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    ledger = update(folder, settings=RULES, as_of=DAY)
    assert len(ledger.entries) == 5
    assert len(ledger.notes) == 1 and "broken.pdf" in ledger.notes[0]


def test_what_cannot_be_set(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no ledger yet"):
        set_entry(folder, "x", {"status": "done"})
    update(folder, settings=RULES, as_of=DAY)
    for values, reason in (
        ({"status": "sold"}, "no status"),
        ({"colour": "red"}, "no field"),
        ({"deadline": "soon"}, "no date"),
        ({}, "nothing"),
    ):
        with pytest.raises(InputError, match=reason):
            set_entry(folder, "x", values)
    with pytest.raises(InputError, match="no such entry"):
        set_entry(folder, "zzzzzzz", {"status": "done"})
    with pytest.raises(InputError, match="several"):
        set_entry(folder, "", {"status": "done"})
    (tmp_path / "other.sqlite").write_text("no database, only text that is long enough to be one")
    with pytest.raises(InputError, match="cannot be used as a ledger"):
        update(folder, db=tmp_path / "other.sqlite", settings=RULES)


def test_formats(folder: Path) -> None:
    ledger = update(folder, settings=RULES, as_of=DAY)
    set_entry(folder, by_word(ledger, "stole").id, {"note": "=SUM(A1)"}, today=DAY)
    ledger = update(folder, settings=RULES, as_of=DAY)
    rows = list(csv.DictReader(io.StringIO(str(render(ledger, "csv")))))
    assert tuple(rows[0]) == COLUMNS
    assert [row["state"] for row in rows] == ["overdue", "due", "open", "answered", "answered"]
    assert {row["note"] for row in rows} == {"", "'=SUM(A1)"}
    data = json.loads(str(render(ledger, "json")))
    assert [
        Entry.from_dict({name: value for name, value in entry.items() if name != "state"}) for entry in data["entries"]
    ] == list(ledger.entries)
    assert "## Overskredet" in str(render(ledger, "md"))
    assert "overskredet" in str(render(ledger, "table"))
    with pytest.raises(InputError, match="no format"):
        render(ledger, "doc")
    with sqlite3.connect(folder / "ledger.sqlite") as db:
        assert db.execute("SELECT count(*) FROM sightings WHERE role = 'evidence'").fetchone() == (2,)
    db.close()


def test_calendar_and_workbook(folder: Path) -> None:
    from icalendar import Calendar
    from openpyxl import load_workbook

    ledger = update(folder, settings=RULES, as_of=DAY)
    todos = Calendar.from_ical(str(render(ledger, "ics"))).walk("VTODO")
    assert [str(todo["status"]) for todo in todos] == ["NEEDS-ACTION"] * 3 + ["COMPLETED"] * 2
    assert todos[0].decoded("due") == date(2024, 3, 31)
    book = render(ledger, "xlsx")
    assert isinstance(book, bytes)
    sheet = load_workbook(io.BytesIO(book)).active
    assert sheet is not None
    assert sheet.max_row == 6 and sheet.cell(2, 2).value == "overskredet"


def test_parquet(folder: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    ledger = update(folder, settings=RULES, as_of=DAY)
    data = render(ledger, "parquet")
    assert isinstance(data, bytes)
    assert parquet.read_table(io.BytesIO(data)).column("state").to_pylist() == [
        "overdue",
        "due",
        "open",
        "answered",
        "answered",
    ]


# -- the parts, by hand ---------------------------------------------------------------------------------------------------


def _held(day: str, *matters: Matter, file: str = "") -> Held:
    return Held(file or f"{day}.txt", "Byrådet", day, matters)


def _matter(title: str, *, tasks: tuple[Task, ...] = (), lines: tuple[str, ...] = (), outcome: str = "none") -> Matter:
    told = tuple(
        Line(text, Place("f", 1, number * 100, number * 100 + len(text)), "outcome", False)
        for number, text in enumerate(lines)
    )
    return Matter("1", title, outcome, (), told, tasks)


def _task(text: str, *owners: str, due: str = "") -> Task:
    deadlines = (Due(due, "date", due),) if due else ()
    return Task(text, Place("f", 1, 0, len(text)), owners, deadlines, "ordered")


JOINED = [
    # first, second, same title?, joined?
    ("Vejafdelingen indhenter tilbud på cykelskur ved stationen", "Vejafdelingen indhenter tilbud på cykelskuret ved stationen", True, True),
    ("Vejafdelingen indhenter tilbud på cykelskur ved stationen", "Vejafdelingen indhenter tilbud på belysning i parken", True, False),
    ("Vejafdelingen indhenter tilbud på cykelskur ved stationen", "Vejafdelingen indhenter nye tilbud på cykelskur ved stationen", False, True),
    ("Forvaltningen vender tilbage", "Forvaltningen vender tilbage", False, False),  # fits any matter
    ("Sekretariatet sender brev til ministeriet", "Sekretariatet sender svar til borgeren", True, False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "same_title", "joined"), JOINED)
def test_joined_or_not(first: str, second: str, same_title: bool, joined: bool) -> None:
    owner = first.split()[0]
    meetings = [
        _held("2024-01-23", _matter("Forhold ved stationen", tasks=(_task(first, owner),))),
        _held(
            "2024-02-20", _matter("Forhold ved stationen" if same_title else "Eventuelt", tasks=(_task(second, owner),))
        ),
    ]
    assert (len(link(meetings, weights_of(meetings))) == 1) is joined


def test_two_that_fit_alike_are_not_joined_but_named() -> None:
    text = "Vejafdelingen indhenter tilbud på asfalt til stien"
    meetings = [
        _held(
            "2024-01-23",
            _matter("Stier i nord", tasks=(_task(text, "Vejafdelingen"),)),
            _matter("Stier i syd", tasks=(_task(text, "Vejafdelingen"),)),
        ),
        _held("2024-02-20", _matter("Eventuelt", tasks=(_task(text, "Vejafdelingen"),))),
    ]
    threads = link(meetings, weights_of(meetings))
    assert len(threads) == 3
    assert threads[2].candidates == threads[:2] or threads[2].candidates == threads[1::-1]


def test_another_owner_is_another_task() -> None:
    meetings = [
        _held("2024-01-23", _matter("Skolegården", tasks=(_task("Ida maler bænken i skolegården", "Ida"),))),
        _held("2024-02-20", _matter("Skolegården", tasks=(_task("Per maler hegnet i skolegården", "Per"),))),
    ]
    assert len(link(meetings, weights_of(meetings))) == 2


TASK = "Sekretariatet udarbejder et notat om cykelparkering i midtbyen"
EVIDENCE = [
    ("Notatet om cykelparkering i midtbyen er udarbejdet.", "certain"),
    ("Sekretariatet har udarbejdet notat om cykelparkering i midtbyen.", "certain"),
    ("Der blev fremlagt et notat om cykelparkering i midtbyen.", "maybe"),  # another act, most of the words
    ("Notatet om cykelparkering i midtbyen er endnu ikke udarbejdet.", None),
    ("Notat om cykelparkering i midtbyen skal udarbejdes.", None),
    ("Der er udarbejdet et notat om svømmehallen.", None),
    ("Udvalget drøftede cykelparkering.", None),
    ("Sekretariatet udarbejdede i marts et notat om cykelparkering i midtbyen.", "certain"),
    ("Udvalget drøftede notatet om cykelparkering i midtbyen.", "maybe"),
    ("Sekretariatet udarbejdede et notat om affald i midtbyen.", "maybe"),
    ("Er notatet om cykelparkering i midtbyen udarbejdet?", None),
]


@pytest.mark.parametrize(("line", "expected"), EVIDENCE)
def test_evidence(line: str, expected: str | None) -> None:
    meetings = [
        _held("2024-01-23", _matter("Trafik", tasks=(_task(TASK, "Sekretariatet"),))),
        _held("2024-02-20", _matter("Opfølgning", lines=(line, "Næste møde er i marts."))),
    ]
    weights = weights_of(meetings)
    found = find_evidence(link(meetings, weights)[0], meetings, weights)
    assert (("certain" if found[0].certain else "maybe") if found else None) == expected


def test_earlier_minutes_are_no_evidence() -> None:
    meetings = [
        _held("2024-01-09", _matter("Opfølgning", lines=("Notatet om cykelparkering i midtbyen er udarbejdet.",))),
        _held("2024-01-23", _matter("Trafik", tasks=(_task(TASK, "Sekretariatet"),))),
    ]
    weights = weights_of(meetings)
    assert find_evidence(link(meetings, weights)[0], meetings, weights) == []


def test_verbs_and_participles() -> None:
    assert "udarbejde" in verbs(TASK)
    assert "sende" in verbs("Brevet sendes til ministeren")
    assert done_verbs("Der er indhentet tre tilbud.") >= {"indhente"}
    assert done_verbs("Der er ikke indhentet tilbud.") == frozenset()
    assert done_verbs("") == frozenset()


def test_weights_by_hand() -> None:
    weights = Weights([frozenset({"a", "b"}), frozenset({"a"}), frozenset({"a", "c"})])
    assert weights.of({"b"}) > weights.of({"a"})
    assert weights.alike(frozenset({"b"}), frozenset({"b"})) == 1.0
    assert weights.alike(frozenset({"b"}), frozenset({"c"})) == 0.0
    assert weights.alike(frozenset(), frozenset({"b"})) == 0.0
    # a weighs log1p(4 / 3.5), b log1p(4 / 1.5): 0.7621 and 1.2993; Dice = 2 · 1.2993 / (2.0614 + 1.2993).
    assert weights.alike(frozenset({"a", "b"}), frozenset({"b"})) == pytest.approx(0.7732, abs=1e-4)
    assert content("Sekretariatet skal udarbejde et notat inden den 1. marts") == {"sekretariat", "udarbejde", "notat"}


def test_states() -> None:
    told = (Told("ordered", "2024-01-23", "f", 1, 0, 4, "Gør."),)
    entry = Entry("a", "Gør.", (), "", "2024-05-01", "", "", "", "ordered", "open", told)
    assert [entry.state(day) for day in (date(2024, 4, 16), date(2024, 4, 17), date(2024, 5, 1), date(2024, 5, 2))] == [
        "open",
        "due",
        "due",
        "overdue",
    ]
