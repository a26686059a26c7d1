"""The corpus on disk: texts, stand-off gold annotations with offsets and sha256, and the split of every body.

``annotations/minutes/texts/<id>.txt`` is the document; ``annotations/minutes/gold/<id>.json`` (and ``second/<id>.json``, by an
independent annotator) its annotation. Fields that have their default value and texts that the offsets give are left out.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from decisionnlp.contract import minutes_from_dict, minutes_to_dict
from decisionnlp.corpus.records import GoldDocument
from decisionnlp.corpus.wordings import WordedItem, read_wordings
from decisionnlp.document import SCHEMA_VERSION, Minutes
from decisionnlp.errors import InputError

SPLITS = ("train", "validation", "test")
_HEAD = ("id", "body_id", "body_name", "layout", "body_type", "year", "annotator")


def gold_to_dict(document: GoldDocument) -> dict[str, Any]:
    """Plain data of a gold document: its head, the text's sha256, and the annotation without what the text gives."""
    full = minutes_to_dict(document.minutes)
    return {
        "schema_version": SCHEMA_VERSION,
        **{name: getattr(document, name) for name in _HEAD},
        "sha256": document.minutes.source.sha256,
        "meetings": _slim(full["meetings"]),
        "furniture": full["furniture"],
    }


def _slim(value: Any) -> Any:
    if isinstance(value, list):
        return [_slim(part) for part in value]
    if not isinstance(value, dict):
        return value
    given = {"score": (1.0,), "by": ("gold",), "page": (1,), "kind": ("prose", "ordered")}
    kept = {}
    for name, part in value.items():
        empty = part is None or part is False or part == [] or part == "" or part in given.get(name, ())
        sliced = name == "text" and "start" in value
        if not empty and not sliced:
            kept[name] = _slim(part)
    return kept


def gold_from_dict(data: dict[str, Any], text: str, *, path: str = "") -> GoldDocument:
    """The gold document of ``data`` over ``text``.

    Raises:
        InputError: the text is not the one that was annotated, a field is missing, or a span lies outside the text.
    """
    digest = hashlib.sha256(text.encode()).hexdigest()
    if data.get("sha256") != digest:
        raise InputError(
            path, f"the text's sha256 is {digest[:12]}…, the annotation is of {str(data.get('sha256'))[:12]}…"
        )
    meetings = _fill(data.get("meetings", []), text, path)
    full = {
        "schema_version": data.get("schema_version"),
        "source": {
            "path": f"{data.get('id')}.txt",
            "sha256": digest,
            "reader": "text",
            "characters": len(text),
        },
        "pipeline": {"name": "gold", "version": "", "model": "gold", "base": ""},
        "meetings": meetings,
        "furniture": data.get("furniture", []),
    }
    minutes: Minutes = minutes_from_dict(full, text=text)
    missing = [name for name in _HEAD if name not in data]
    if missing:
        raise InputError(path, f"lacks {', '.join(missing)}")
    return GoldDocument(minutes=minutes, **{name: data[name] for name in _HEAD})


def _fill(value: Any, text: str, path: str) -> Any:
    if isinstance(value, list):
        return [_fill(part, text, path) for part in value]
    if not isinstance(value, dict):
        return value
    filled = {name: _fill(part, text, path) for name, part in value.items()}
    if "start" in filled and "items" not in filled and "title" not in filled:
        start, end = filled["start"], filled["end"]
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
            raise InputError(path, f"a span [{start}, {end}) lies outside the text of {len(text)} characters")
        filled.setdefault("text", text[start:end])
    if "label" in filled:
        filled.setdefault("score", 1.0)
        filled.setdefault("by", "gold")
    if "sentence" in filled:
        sentence = filled["sentence"]
        filled.setdefault("text", text[sentence["start"] : sentence["end"]])
        filled.setdefault("score", 1.0)
        filled.setdefault("page", 1)
    if "items" in filled or ("kind" in filled and "sentences" in filled and "title" not in filled):
        return filled
    if "sentences" in filled or "zones" in filled or "outcome" in filled:
        filled.setdefault("number", None)
        filled.setdefault("title", "")
    return filled


@dataclasses.dataclass(frozen=True, slots=True)
class Corpus:
    """Gold documents of a folder. ``splits`` gives the split of every body; a body is never in two. ``wordings`` are worded
    items for training alone."""

    root: Path
    documents: tuple[GoldDocument, ...]
    splits: dict[str, str]
    wordings: tuple[WordedItem, ...] = ()

    def split_of(self, document: GoldDocument) -> str:
        """``train``, ``validation`` or ``test``, by the document's body; ``train`` for a body that no split names."""
        return self.splits.get(document.body_id, "train")

    def select(self, split: str) -> list[GoldDocument]:
        """The documents of one split; ``all`` for every one."""
        return [document for document in self.documents if split in ("all", self.split_of(document))]


def write_document(root: Path, document: GoldDocument, *, folder: str = "gold") -> None:
    """Write text and annotation of ``document`` below ``root`` (``annotations/minutes``)."""
    (root / "texts").mkdir(parents=True, exist_ok=True)
    (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "texts" / f"{document.id}.txt").write_bytes(document.text.encode())
    rendered = json.dumps(gold_to_dict(document), ensure_ascii=False, indent=1) + "\n"
    (root / folder / f"{document.id}.json").write_text(rendered, encoding="utf-8")


def read_document(path: Path) -> GoldDocument:
    """The gold document whose annotation is ``path`` (its text lies in ``../texts``).

    Raises:
        InputError: a file is missing, is not JSON, or the two don't belong together.
    """
    text_path = path.parent.parent / "texts" / f"{path.stem}.txt"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        text = text_path.read_bytes().decode("utf-8")
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"cannot be read: {error}") from error
    return gold_from_dict(data, text, path=str(path))


def read_folder(root: Path, folder: str = "gold") -> Iterator[GoldDocument]:
    """The annotated documents of ``root/folder``, by name.

    Raises:
        InputError: a document is damaged, or its text is missing.
    """
    for path in sorted((root / folder).glob("*.json")):
        yield read_document(path)


@cache
def load_corpus(root: Path) -> Corpus:
    """The corpus below ``root`` (the folder ``annotations``, or a stranger's in the same form).

    Raises:
        InputError: there are no annotated minutes, or one of them cannot be read.
    """
    documents = tuple(read_folder(root / "minutes"))
    if not documents:
        raise InputError(str(root), "no annotated minutes: expected minutes/gold/*.json and minutes/texts/*.txt")
    path = root / "splits.json"
    try:
        splits = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    except ValueError as error:
        raise InputError(str(path), f"not JSON: {error}") from error
    if bad := sorted(set(splits.values()) - set(SPLITS)):
        raise InputError(str(path), f"unknown splits {', '.join(bad)}")
    return Corpus(root, documents, splits, read_wordings(root / "wordings"))


def assign_splits(
    documents: Iterable[GoldDocument], *, shares: tuple[float, float, float] = (0.6, 0.15, 0.25)
) -> dict[str, str]:
    """Bodies to splits, by body type in turn so that every split holds every kind; the order within a type is that of a
    sha256 of the body's id, so that a new body moves no other."""
    by_type: dict[str, set[str]] = {}
    for document in documents:
        by_type.setdefault(document.body_type, set()).add(document.body_id)
    splits: dict[str, str] = {}
    given = dict.fromkeys(SPLITS, 0)
    for _, bodies in sorted(by_type.items()):
        for body in sorted(bodies, key=lambda name: hashlib.sha256(name.encode()).hexdigest()):
            total = sum(given.values()) + 1
            split = max(SPLITS, key=lambda name: shares[SPLITS.index(name)] * total - given[name])
            splits[body] = split
            given[split] += 1
    return dict(sorted(splits.items()))
