"""Gold bilag: long papers with a reference summary and weighted key facts, each with its evidence spans."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from decisionnlp.document import Span
from decisionnlp.errors import InputError

KINDS = ("notat", "handleplan", "redegoerelse", "budget", "evaluering", "hoering", "tilsyn", "analyse")


@dataclass(frozen=True, slots=True)
class KeyFact:
    """What a reader must know; ``weight`` 1 to 3; any one of the ``evidence`` spans states it fully."""

    text: str
    weight: int
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldBilag:
    """One bilag; ``plan_rows`` are the rows of its plan tables."""

    id: str
    title: str
    kind: str
    body: str
    year: int
    meeting_date: str
    text: str
    summary: str
    facts: tuple[KeyFact, ...]
    plan_rows: tuple[Span, ...] = ()


def from_quotes(data: dict[str, Any], text: str, *, path: str = "") -> GoldBilag:
    """A bilag whose facts quote their evidence, as annotators write it: every quote must occur exactly once.

    Raises:
        InputError: with every quote that does not, and every field that is wrong.
    """
    errors: list[str] = []

    def find(quote: str, what: str) -> Span:
        count = text.count(quote) if quote else 0
        if count != 1:
            errors.append(f"{what}: occurs {count} times: {quote[:60]!r}")
            return Span(0, 0)
        start = text.index(quote)
        return Span(start, start + len(quote))

    facts = []
    for number, fact in enumerate(data["facts"], 1):
        if fact["weight"] not in (1, 2, 3) or not fact["evidence"]:
            errors.append(f"fact {number}: weight must be 1 to 3, and evidence is needed")
        spans = tuple(find(quote, f"fact {number}") for quote in fact["evidence"])
        facts.append(KeyFact(fact["text"], fact["weight"], spans))
    rows = tuple(find(quote, "plan row") for quote in data.get("plan_rows", ()))
    if data["kind"] not in KINDS:
        errors.append(f"kind {data['kind']!r} is none of {', '.join(KINDS)}")
    if not 10 <= len(facts) <= 15:
        errors.append(f"{len(facts)} facts; 10 to 15 are wanted")
    if errors:
        raise InputError(path, "; ".join(errors))
    head = (data["id"], data["title"], data["kind"], data["body"], int(data["year"]), data["meeting_date"])
    return GoldBilag(*head, text, data["summary"], tuple(facts), rows)


def write_bilag(root: Path, bilag: GoldBilag) -> None:
    """``texts/<id>.txt`` and ``gold/<id>.json`` below ``root`` (``annotations/bilag``)."""
    for folder in ("texts", "gold"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "texts" / f"{bilag.id}.txt").write_bytes(bilag.text.encode())
    data = asdict(bilag)
    data["sha256"] = hashlib.sha256(data.pop("text").encode()).hexdigest()
    rendered = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    (root / "gold" / f"{bilag.id}.json").write_text(rendered, encoding="utf-8")


def read_bilag(root: Path) -> Iterator[GoldBilag]:
    """Every bilag below ``root``, by id.

    Raises:
        InputError: a file is missing or is not the one annotated, or a span lies outside the text.
    """
    for path in sorted((root / "gold").glob("*.json")):
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            text = (root / "texts" / f"{path.stem}.txt").read_bytes().decode("utf-8")
            if data.pop("sha256") != hashlib.sha256(text.encode()).hexdigest():
                raise ValueError("the text is not the one that was annotated")
            facts = tuple(
                KeyFact(fact["text"], fact["weight"], tuple(Span(**span) for span in fact["evidence"]))
                for fact in data.pop("facts")
            )
            rows = tuple(Span(**span) for span in data.pop("plan_rows"))
            for span in (*rows, *(span for fact in facts for span in fact.evidence)):
                if not 0 <= span.start < span.end <= len(text):
                    raise ValueError(f"a span [{span.start}, {span.end}) lies outside the text")
            yield GoldBilag(text=text, facts=facts, plan_rows=rows, **data)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise InputError(str(path), f"cannot be read: {error}") from error
