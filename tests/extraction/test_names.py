"""Short forms learned from a document, and registers of units."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from decisionnlp.errors import InputError
from decisionnlp.extraction.acronyms import learn, with_register
from decisionnlp.extraction.register import Register, Unit, load_register


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("Sociale Tilbud og Arbejde (MST) fremlægger sagen.", "MST", "Sociale Tilbud og Arbejde"),
        ("KB = Kommunalbestyrelsen\nØU = Økonomiudvalget", "KB", "Kommunalbestyrelsen"),
        ("På tværs af Vand, Jord og Klima og skolerne.\nVJK svarer.", "VJK", "Vand, Jord og Klima"),
        ("Deltagere: Jonna Ravnkilde, Tage Lindvad\n\nJonna følger op.", "Jonna", "Jonna Ravnkilde"),
        ("Mødedeltagere: Ovidia Brandstrup, Tage Lindvad\n\nOvidia tager den.", "Ovidia", "Ovidia Brandstrup"),
        ("Kirsten Bo (KB) åbnede mødet.", "KB", "Kirsten Bo"),
        ("Tage Lindvad og Jonna Ravnkilde deltog. TL følger op.", "TL", "Tage Lindvad"),
    ],
)
def test_short_forms(text: str, short: str, name: str) -> None:
    assert learn(text).resolve(short) == (name, ())


def test_two_full_names_stay_open() -> None:
    dictionary = learn("Deltagere: Lotte Vind, Lotte Strand\n\nLotte følger op.")
    assert dictionary.resolve("Lotte") == ("Lotte", ("Lotte Vind", "Lotte Strand"))


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        # a label is no surname
        ("Fremmødte: Pia, Ove, Lone Afbud: Tage\n\nLone ringer.", "Lone", "Lone"),
        ("Vi takkede Jytte Afdelingsmødet er flyttet.\nJytte ringer.", "Jytte", "Jytte"),
        # the dead take no tasks
        ("Jytte Holm er død. Vi sender en krans.\nJytte ringer til kirken.", "Jytte", "Jytte"),
        ("Vi mindedes Jytte Holm.\nJytte ringer til kirken.", "Jytte", "Jytte"),
        ("Jytte Holm dør ikke af det.\nJytte ringer til kirken.", "Jytte", "Jytte Holm"),
        # those present go before others
        ("Lone, Tage og Pia til stede.\n\nTage Lindvad fra kredsen hjælper.\nTage ringer.", "Tage", "Tage"),
        ("Deltagere: Tage Lindvad, Pia Storm\n\nTage Holm var her i 1998.\nTage ringer.", "Tage", "Tage Lindvad"),
        ("Deltagere: Lone Birk, Pia Storm\n\nTage Lindvad fra kredsen hjælper.\nTage ringer.", "Tage", "Tage Lindvad"),
    ],
)
def test_whom_a_first_name_stands_for(text: str, short: str, name: str) -> None:
    assert learn(text).resolve(short) == (name, ())


@pytest.mark.parametrize("text", ["Ida Holm (SF) spurgte.", "Punktet (EU) blev drøftet.", "Intet her."])
def test_parties_and_plain_words_teach_nothing(text: str) -> None:
    assert not {"SF", "EU"} & set(learn(text).full)


def test_a_name_over_a_line_end() -> None:
    assert "Vand, Jord og Klima" in learn("Driftsområdet Vand,\nJord og Klima deltog.\nSagen\nDrøftet").names


def test_register_in_toml(tmp_path: Path) -> None:
    file = tmp_path / "units.toml"
    file.write_text(
        '[[unit]]\nname = "Vejafdelingen"\naliases = ["VEJ"]\nkind = "afdeling"\nparent = "Teknik"\nemail = "vej@example.dk"\nid = "12"\n',
        encoding="utf-8",
    )
    register = load_register(file)
    assert register.lookup("vej") == ()
    assert register.lookup("VEJ") == (Unit("Vejafdelingen", ("VEJ",), "afdeling", "Teknik", "vej@example.dk", "12"),)
    assert "Vejafdelingen" not in with_register(learn(""), None).names
    assert "Vejafdelingen" in with_register(learn(""), register).names


@pytest.mark.parametrize("separator", [",", ";"])
def test_register_in_csv(tmp_path: Path, separator: str) -> None:
    file = tmp_path / "units.csv"
    rows = [["Name", "Aliases", "Email"], ["Kultur og Fritid", "KF|Kulturen", "kf@example.dk"]]
    file.write_text("\n".join(separator.join(row) for row in rows), encoding="utf-8")
    assert load_register(file).lookup("KULTURen")[0].email == "kf@example.dk"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.toml", "[[unit]\n", "not valid TOML"),
        ("a.toml", 'title = "x"', "no [[unit]] tables"),
        ("a.toml", '[[unit]]\nnavn = "x"', "unknown column 'navn'"),
        ("a.toml", '[[unit]]\nname = " "', "entry 1 has no name"),
        ("a.toml", '[[unit]]\nname = "x"\naliases = [1]', "aliases must be strings"),
        ("a.csv", "", "is empty"),
        ("a.csv", "name,kind\nx,y,z", "more columns"),
        ("a.txt", "name", ".toml or .csv"),
    ],
)
def test_register_errors(tmp_path: Path, name: str, content: str, reason: str) -> None:
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(reason)):
        load_register(file)


def test_missing_register() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_register("/no/such/register.toml")


def test_several_units_of_one_form() -> None:
    register = Register((Unit("Skole Nord", ("Skolen",)), Unit("Skole Syd", ("Skolen",))))
    assert [unit.name for unit in register.lookup("skolen")] == ["Skole Nord", "Skole Syd"]
