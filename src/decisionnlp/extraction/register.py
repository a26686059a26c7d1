"""A user's register of units: names, aliases, parents, e-mail addresses and ids, from TOML or CSV."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from decisionnlp.errors import InputError

FIELDS = ("name", "aliases", "kind", "parent", "email", "id")


@dataclass(frozen=True, slots=True)
class Unit:
    """One entry of a register. ``aliases`` are other forms that mean the same unit (abbreviations, short forms)."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    parent: str | None = None
    email: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """Units by every form they go by. ``lookup`` gives all units of a form: more than one leaves the question open."""

    units: tuple[Unit, ...] = ()
    _forms: dict[str, tuple[Unit, ...]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        forms: dict[str, tuple[Unit, ...]] = {}
        for unit in self.units:
            for form in dict.fromkeys(fold(form) for form in (unit.name, *unit.aliases)):
                forms[form] = (*forms.get(form, ()), unit)
        object.__setattr__(self, "_forms", forms)

    def lookup(self, text: str) -> tuple[Unit, ...]:
        """The units of which ``fold(text)`` is the name or an alias: several where the register has several, none where it has none."""
        return self._forms.get(fold(text), ())

    @property
    def names(self) -> list[str]:
        """Every form, in the register's spelling."""
        return [form for unit in self.units for form in (unit.name, *unit.aliases)]


def fold(text: str) -> str:
    """The form under which a name is looked up: lower case (short capitals stay), single blanks, ``&`` as *og*."""
    words = text.replace("&", " og ").split()
    return " ".join(word if word.isupper() and len(word) <= 6 else word.lower() for word in words)


def load_register(path: str | Path) -> Register:
    """Read a register.

    TOML: an array of tables ``[[unit]]``; CSV: a header line, ``;`` or ``,`` between columns, aliases parted by ``|``.
    Columns: ``name`` (required), ``aliases``, ``kind``, ``parent``, ``email``, ``id``.

    Raises:
        InputError: the file cannot be read, is no TOML or CSV, has unknown columns, or an entry has no name.
    """
    file = Path(path)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise InputError(str(path), "is not UTF-8 text") from error
    suffix = file.suffix.lower()
    if suffix == ".toml":
        rows = _toml_rows(text, str(path))
    elif suffix == ".csv":
        rows = _csv_rows(text, str(path))
    else:
        raise InputError(str(path), "a register is a .toml or .csv file")
    return Register(tuple(_unit(row, number, str(path)) for number, row in enumerate(rows, 1)))


def _toml_rows(text: str, path: str) -> Iterable[Mapping[str, Any]]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(path, f"is not valid TOML: {error}") from error
    rows = data.get("unit", data.get("units"))
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputError(path, "has no [[unit]] tables")
    return rows


def _csv_rows(text: str, path: str) -> Iterable[Mapping[str, Any]]:
    lines = text.splitlines()
    if not lines or not lines[0].strip():
        raise InputError(path, "is empty; its first line must name the columns")
    delimiter = ";" if lines[0].count(";") >= lines[0].count(",") and ";" in lines[0] else ","
    rows: list[dict[str, str]] = []
    for row in csv.DictReader(lines, delimiter=delimiter):
        if None in row:
            raise InputError(path, f"line {len(rows) + 2} has more columns than the first line names")
        rows.append({(key or "").strip().lower(): (value or "").strip() for key, value in row.items()})
    return rows


def _unit(row: Mapping[str, Any], number: int, path: str) -> Unit:
    unknown = [key for key in row if key not in FIELDS]
    if unknown:
        raise InputError(path, f"entry {number} has an unknown column {unknown[0]!r}; known are {', '.join(FIELDS)}")
    name = str(row.get("name") or "").strip()
    if not name:
        raise InputError(path, f"entry {number} has no name")
    aliases = row.get("aliases") or ()
    if isinstance(aliases, str):
        aliases = [alias.strip() for alias in aliases.split("|")]
    if not all(isinstance(alias, str) for alias in aliases):
        raise InputError(path, f"entry {number}: aliases must be strings")
    text = {key: (str(row[key]).strip() or None) if row.get(key) is not None else None for key in FIELDS[2:]}
    return Unit(name, tuple(alias for alias in aliases if alias), **text)
