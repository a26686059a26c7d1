"""Records that the stages make by the thousand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from types import MemberDescriptorType
from typing import Any, Self, TypeVar, cast

R = TypeVar("R")


def changed(record: R, **changes: Any) -> R:
    """The same dataclass with other values in some fields: ``dataclasses.replace``, which looks at every field anew each time.

    Raises:
        TypeError: no such field.
    """
    kind: Any = type(record)
    places, read, puts = _access(kind)
    values = list(read(record))
    try:
        for name, value in changes.items():
            values[places[name]] = value
    except KeyError as error:
        raise TypeError(f"no such fields: {error.args[0]}") from None
    if puts is None:
        return cast(R, kind(*values))
    made = object.__new__(kind)
    for put, value in zip(puts, values, strict=True):
        put(made, value)
    return cast(R, made)


class Slotted:
    """Base of dataclasses with slots: their fields are read often, and a slot is read four times as fast as a named tuple's.

    They are not frozen, since that makes them slow to make; none is ever changed.
    """

    __slots__ = ()

    def but(self, **changes: Any) -> Self:
        """The same with other values in some fields (see :func:`changed`)."""
        return changed(self, **changes)


def setters(kind: Any) -> list[Callable[[Any, Any], None]]:
    """What writes each field of a dataclass with slots, in their order."""
    return [getattr(kind, field.name).__set__ for field in fields(kind)]


@cache
def _access(kind: Any) -> tuple[dict[str, int], Callable[[Any], Any], list[Callable[[Any, Any], None]] | None]:
    """The places of the fields, what reads them all, and what writes each; the last only where making a record is no more than
    filling its slots and it is frozen: filling them takes half the time of its ``__init__``, but twice that of another's."""
    names = [field.name for field in fields(kind) if field.init]
    slots = [getattr(kind, name, None) for name in names]
    plain = len(names) == len(fields(kind)) and not hasattr(kind, "__post_init__")
    puts = [slot.__set__ for slot in slots if isinstance(slot, MemberDescriptorType)]
    whole = plain and len(puts) == len(names) and kind.__dataclass_params__.frozen
    return {name: place for place, name in enumerate(names)}, attrgetter(*names), puts if whole else None
