"""Errors that a user can act on. The command line prints them as one line and exits with 2."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class DecisionnlpError(Exception):
    """Base of every error this package raises on purpose."""


class InputError(DecisionnlpError):
    """A file, a folder or an option that cannot be used.

    ``path`` names the input (or is empty for text handed over directly) and ``reason`` says in one line what is wrong
    and, where there is one, what would help.
    """

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}" if path else reason)


class MissingExtraError(DecisionnlpError):
    """An optional dependency is not installed; the message says how to get it."""

    def __init__(self, feature: str, extra: str) -> None:
        self.feature = feature
        self.extra = extra
        super().__init__(f"{feature} needs the optional packages: pip install 'decisionnlp[{extra}]'")


class ModelError(DecisionnlpError):
    """A model directory is missing, unknown, incomplete or does not match its checksums."""


def no_such(kind: str, given: str, known: Iterable[str]) -> str:
    """One line for a name that is none of ``known``: the nearest where one is near, then what there is."""
    names = list(known)
    near = get_close_matches(given.casefold(), names, n=1, cutoff=0.6)
    guess = f" (did you mean {near[0]}?)" if near else ""
    return f"no {kind} {given!r}{guess}: choose one of {', '.join(names)}"
