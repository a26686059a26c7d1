"""What may not be shown to everyone: private persons, CPR and telephone numbers, closed items.

Each function takes ``Minutes`` and gives ``Minutes`` (or warnings); spans still point at the right characters of the new text.
"""

from __future__ import annotations

from dataclasses import replace

from decisionnlp.document import Minutes
from decisionnlp.privacy.closed import closed_items, public
from decisionnlp.privacy.persons import Person, find_persons
from decisionnlp.privacy.pseudonyms import flags, pseudonymize

__all__ = ["Person", "closed_items", "find_persons", "flags", "protect", "pseudonymize", "public"]


def protect(minutes: Minutes, *, names: bool = False, closed: bool = False, key: bytes | str | None = None) -> Minutes:
    """Everything in the right order: closed items out, CPR and telephone numbers flagged as warnings, names replaced.

    Args:
        names: replace private persons and mask numbers (``pseudonymize``).
        closed: leave out closed items (``public``).
        key: see ``pseudonymize``.
    """
    if closed:
        minutes = public(minutes)
    found = flags(minutes)
    if found:
        minutes = replace(minutes, warnings=(*minutes.warnings, *found))
    return pseudonymize(minutes, key=key) if names else minutes
