"""Cues, abbreviations, month names and unit words: data files (TOML), each entry with an example beside it."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from decisionnlp.stems import Stems


@cache
def load(name: str) -> dict[str, Any]:
    """The parsed lexicon ``<name>.toml``.

    Raises:
        FileNotFoundError: there is no lexicon of that name.
    """
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def alternatives(name: str, *keys: str) -> str:
    """The entries of a section as alternatives of a regular expression (``a|b|c``), in the order of the file.

    ``keys`` lead to the section from the top of the lexicon. An entry is a piece of a regular expression over one running line
    in its bare form, with an example in which it is found: ``"tovholdere?" = "Bo er tovholder."``. What may stand around an
    entry, and whether case counts, is said where the pattern is put together.

    Raises:
        FileNotFoundError: there is no lexicon of that name.
        KeyError: it has no such section.
    """
    return "|".join(_section(name, *keys))


@cache
def stems(name: str, *keys: str) -> Stems:
    """One of these stands wherever an entry of the section is found: its entries without the open ends of words (``\\w*``).

    Only for sections whose entries are otherwise plain words; ``keys`` and errors as in :func:`alternatives`.

    Raises:
        ValueError: an entry is more of a pattern than that.
    """
    found = [entry.removesuffix(r"\w*") for entry in _section(name, *keys)]
    if any(re.escape(stem) != stem for stem in found):
        raise ValueError(f"no plain words: {name} {' '.join(keys)}")
    return Stems(*found)


@cache
def words(name: str, section: str) -> frozenset[str]:
    """The ``words`` of a section: single words or phrases, told from their neighbours by no pattern; errors as in :func:`alternatives`."""
    return frozenset(load(name)[section]["words"])


@cache
def calendar_names(table: str) -> tuple[str, ...]:
    """The full names of the ``months`` or ``weekdays``, in order, in small letters."""
    return tuple(row["forms"][0] for row in load("deadlines")[table])


def _section(name: str, *keys: str) -> dict[str, Any]:
    section = load(name)
    for key in keys:
        section = section[key]
    return section
