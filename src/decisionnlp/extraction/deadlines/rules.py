"""The register of grammar rules: every rule has an id, an example and a line that says what it reads.

A deadline's ``rule`` is the id of a whole rule (``within-n``), or of a relation rule and a core rule joined by a hyphen
(``by-month``): *senest* and *maj* are read apart and then put together.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Rule:
    """``kind`` is ``core`` (names a stretch of the calendar), ``relation`` (places the task against it) or ``whole``."""

    id: str
    kind: str
    example: str
    reads: str


RULES: dict[str, Rule] = {}


def _register(identifier: str, kind: str, example: str, reads: str) -> str:
    if identifier in RULES:
        raise ValueError(f"rule id {identifier!r} is taken")
    RULES[identifier] = Rule(identifier, kind, example, reads)
    return identifier


def core(identifier: str, example: str, reads: str) -> str:
    return _register(identifier, "core", example, reads)


def relation(identifier: str, example: str, reads: str) -> str:
    return _register(identifier, "relation", example, reads)


def whole(identifier: str, example: str, reads: str) -> str:
    return _register(identifier, "whole", example, reads)


@cache
def joined(relation_id: str, core_id: str) -> str:
    """The id of a reading made of a relation and a core."""
    return f"{relation_id}-{core_id}"


def parts(identifier: str) -> tuple[str, ...]:
    """The registered rules that an id is made of; empty where it is unknown."""
    if identifier in RULES:
        return (identifier,)
    for position, character in enumerate(identifier):
        head, tail = identifier[:position], identifier[position + 1 :]
        if character == "-" and head in RULES and tail in RULES:
            return head, tail
    return ()
