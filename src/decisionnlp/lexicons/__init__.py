"""Cues, abbreviations, month names and unit words: data files (TOML), each entry with an example beside it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


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
    section = load(name)
    for key in keys:
        section = section[key]
    return "|".join(section)
