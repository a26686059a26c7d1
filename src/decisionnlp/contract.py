"""The JSON contract, version 1: ``Minutes`` to plain dictionaries and back, and its JSON Schema.

Enums become their values, dates ISO 8601 strings, tuples lists. ``Sentence.units`` and ``Sentence.deadlines`` (the raw
findings before resolution) are part of the contract as additions. Nothing of the source text but the sentences travels.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from decisionnlp import document
from decisionnlp.document import SCHEMA_VERSION, Minutes, Page, Sentence, Source, Span
from decisionnlp.errors import InputError

SCHEMA_ID = "https://decisionnlp.invalid/schema/minutes-1.0.json"


def source_to_dict(source: Source) -> dict[str, Any]:
    """What every result says of the file it came from; ``pages`` is at least 1."""
    return {
        "path": source.path,
        "sha256": source.sha256,
        "reader": source.reader,
        "pages": max(len(source.pages), 1),
        "characters": len(source.text),
        "warnings": list(source.warnings),
    }


def minutes_to_dict(minutes: Minutes) -> dict[str, Any]:
    """``minutes`` as dictionaries and lists that ``json.dumps`` takes as they are."""
    source = minutes.source
    return {
        "schema_version": SCHEMA_VERSION,
        "source": {**source_to_dict(source), "page_starts": [page.start for page in source.pages]},
        "pipeline": _plain(minutes.pipeline),
        "meetings": [_plain(meeting) for meeting in minutes.meetings],
        "furniture": [_plain(span) for span in minutes.furniture],
        "warnings": list(minutes.warnings),
    }


def minutes_to_json(minutes: Minutes, *, indent: int | None = None) -> str:
    """The JSON contract as text, on one line unless ``indent`` is given."""
    return json.dumps(minutes_to_dict(minutes), ensure_ascii=False, indent=indent)


def minutes_from_dict(data: dict[str, Any], *, text: str | None = None) -> Minutes:
    """The records that ``data`` describes.

    ``text`` is the source text; where it is given, every span is checked against it.

    Raises:
        InputError: another schema version, a missing field, or a span that is not what ``text`` says.
    """
    path = str(data.get("source", {}).get("path", ""))
    if data.get("schema_version") != SCHEMA_VERSION:
        raise InputError(
            path, f"schema_version is {data.get('schema_version')!r}, this version reads {SCHEMA_VERSION!r}"
        )
    try:
        raw = data["source"]
        starts = raw.get("page_starts") or []
        ends = [*starts[1:], raw["characters"]] if starts else []
        source = Source(
            text=text if text is not None else "",
            path=raw["path"],
            sha256=raw["sha256"],
            reader=raw["reader"],
            pages=tuple(
                Page(number, start, end) for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
            ),
            warnings=tuple(raw.get("warnings", ())),
        )
        minutes = Minutes(
            source=source,
            meetings=tuple(_build(document.Meeting, meeting) for meeting in data["meetings"]),
            pipeline=_build(document.PipelineInfo, data.get("pipeline", {})),
            furniture=tuple(_build(Span, span) for span in data.get("furniture", ())),
            warnings=tuple(data.get("warnings", ())),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(path, f"not a decisionnlp result: {type(error).__name__} {error}") from error
    if text is not None:
        _check_slices(minutes, text, path)
    return minutes


def _check_slices(minutes: Minutes, text: str, path: str) -> None:
    for sentence in minutes.sentences():
        findings: list[Sentence | document.Deadline | document.UnitMention]
        findings = [sentence, *sentence.deadlines, *sentence.units]
        for found in findings:
            if text[found.start : found.end] != found.text:
                raise InputError(path, f"characters {found.start}-{found.end} are not {found.text!r}")


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(getattr(value, name)) for name in _field_names(type(value))}
    return value


@cache
def _field_names(record: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(record))


def _build(record: Any, data: dict[str, Any]) -> Any:
    """A record of type ``record``; unknown keys are ignored (additions of a later minor version)."""
    return record(**{name: read(data[name]) for name, read in _readers(record).items() if name in data})


@cache
def _readers(record: Any) -> dict[str, Callable[[Any], Any]]:
    hints = typing.get_type_hints(record, vars(document))
    return {name: _reader(hints[name]) for name in _field_names(record)}


def _reader(hint: Any) -> Callable[[Any], Any]:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        inner = _reader(next(part for part in typing.get_args(hint) if part is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        part = _reader(typing.get_args(hint)[0])
        return lambda values: tuple(part(value) for value in values)
    if hint is date:
        return date.fromisoformat
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if dataclasses.is_dataclass(hint):
        return lambda value: _build(hint, value)
    return _checked(hint)


def _checked(kind: type) -> Callable[[Any], Any]:
    accepted: tuple[type, ...] = (int, float) if kind is float else (kind,)

    def read(value: Any) -> Any:
        if not isinstance(value, accepted) or (isinstance(value, bool) and kind is not bool):
            raise TypeError(f"{value!r} is not {kind.__name__}")
        return value

    return read


def json_schema() -> dict[str, Any]:
    """The contract as JSON Schema (draft 2020-12), derived from the records; additions are allowed."""
    definitions: dict[str, Any] = {}
    meeting = _schema(document.Meeting, definitions)
    pipeline = _schema(document.PipelineInfo, definitions)
    span = _schema(Span, definitions)
    strings = {"type": "array", "items": {"type": "string"}}
    source = {
        "type": "object",
        "required": ["path", "sha256", "reader", "pages", "characters", "warnings"],
        "properties": {
            "path": {"type": "string"},
            "sha256": {"type": "string", "pattern": "^([0-9a-f]{64})?$"},
            "reader": {"type": "string"},
            "pages": {"type": "integer", "minimum": 1},
            "characters": {"type": "integer", "minimum": 0},
            "warnings": strings,
            "page_starts": {"type": "array", "items": {"type": "integer", "minimum": 0}},
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "decisionnlp minutes",
        "type": "object",
        "required": ["schema_version", "source", "pipeline", "meetings"],
        "properties": {
            "schema_version": {"const": SCHEMA_VERSION},
            "source": source,
            "pipeline": pipeline,
            "meetings": {"type": "array", "items": meeting},
            "furniture": {"type": "array", "items": span},
            "warnings": strings,
        },
        "$defs": definitions,
    }


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        parts = [part for part in typing.get_args(hint) if part is not type(None)]
        return {"anyOf": [*(_schema(part, definitions) for part in parts), {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _schema(typing.get_args(hint)[0], definitions)}
    if hint is date:
        return {"type": "string", "format": "date"}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    if dataclasses.is_dataclass(hint):
        name = typing.cast(type, hint).__name__
        if name not in definitions:
            definitions[name] = {}
            hints = typing.get_type_hints(hint, vars(document))
            names = _field_names(typing.cast(type, hint))
            properties = {field: _schema(hints[field], definitions) for field in names}
            if hint in (Sentence, Span, document.Item, document.Meeting):
                properties["start"] = properties["end"] = {"type": "integer", "minimum": 0}
            definitions[name] = {"type": "object", "required": list(names), "properties": properties}
        return {"$ref": f"#/$defs/{name}"}
    return {"type": {str: "string", int: "integer", float: "number", bool: "boolean"}[hint]}
