"""Results of runs kept between calls, so that an interrupted suite goes on; a result of other code or corpus is not used."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path


@cache
def code_hash() -> str:
    """sha256 over the package's own modules and lexicons: what a figure may depend on besides corpus and settings."""
    root = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.suffix in (".py", ".toml", ".json") and "__pycache__" not in path.parts:
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
