"""Results as data sets: a Hugging Face ``datasets.Dataset`` out of minutes, outcomes, or the output of a batch."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from decisionnlp.document import Minutes
from decisionnlp.errors import InputError, MissingExtraError
from decisionnlp.export.rows import COLUMNS, rows
from decisionnlp.running.parts import read_findings

if TYPE_CHECKING:
    import datasets

_WHOLE = ("page", "start", "end")


def to_dataset(
    results: Iterable[Minutes] | Minutes | str | os.PathLike[str], *, table: str = "findings"
) -> datasets.Dataset:
    """A ``datasets.Dataset`` of results.

    Args:
        results: minutes, one or several, or the output folder of ``decisionnlp batch``.
        table: ``findings`` (one row per decision, approval, follow-up and planned task; columns as in
            ``Minutes.to_dataframe``) or ``sentences`` (one row per sentence with its labels; not from a folder).

    Raises:
        InputError: no such table, or no batch output. MissingExtraError: ``datasets`` is not installed.
    """
    try:
        import datasets
    except ImportError as error:
        raise MissingExtraError("to_dataset()", "data") from error
    if table not in ("findings", "sentences"):
        raise InputError("", f"no table {table!r}: choose findings or sentences")
    if isinstance(results, Minutes):
        results = [results]
    if isinstance(results, str | os.PathLike):
        if table != "findings":
            raise InputError(os.fspath(results), "a batch keeps findings; sentences need the minutes themselves")
        found: Iterator[dict[str, Any]] = read_findings(Path(results))
    elif table == "findings":
        found = (dict(zip(COLUMNS, row.values(), strict=True)) for row in rows(list(results)))
    else:
        found = sentence_rows(results)
    features = _finding_features() if table == "findings" else _sentence_features()
    listed = list(found)
    return datasets.Dataset.from_dict({name: [row[name] for row in listed] for name in features}, features=features)


def sentence_rows(results: Iterable[Minutes]) -> Iterator[dict[str, Any]]:
    """One row per sentence, in document order."""
    for minutes in results:
        for meeting in minutes.meetings:
            homes = {sentence.start: item for item in meeting.items for sentence in item.sentences}
            for sentence in meeting.all_sentences():
                item = homes.get(sentence.start)
                yield {
                    "file": minutes.source.path,
                    "meeting_date": meeting.date.isoformat() if meeting.date else "",
                    "body": meeting.body or "",
                    "item": (item.number or "") if item else "",
                    "title": item.title if item else "",
                    "zone": sentence.zone.value,
                    "text": sentence.text,
                    "labels": [given.label.value for given in sentence.labels],
                    "scores": [given.score for given in sentence.labels],
                    "page": sentence.page,
                    "start": sentence.start,
                    "end": sentence.end,
                }


def _finding_features() -> Any:
    import datasets

    types = {"score": "float64"} | dict.fromkeys(_WHOLE, "int64")
    return datasets.Features({name: datasets.Value(types.get(name, "string")) for name in COLUMNS})


def _sentence_features() -> Any:
    import datasets

    texts = ("file", "meeting_date", "body", "item", "title", "zone", "text")
    return datasets.Features(
        {
            **{name: datasets.Value("string") for name in texts},
            "labels": datasets.Sequence(datasets.Value("string")),
            "scores": datasets.Sequence(datasets.Value("float64")),
            **{name: datasets.Value("int64") for name in _WHOLE},
        }
    )
