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
