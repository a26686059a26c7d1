"""Beyond one machine: the same function as in a batch, over a Spark DataFrame through ``mapInPandas`` (Spark 3.5 or later).

Limits on time and memory are the cluster's here. Each Python worker loads the model once. ``decisionnlp`` must be installed
where the executors run.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from decisionnlp.errors import InputError, MissingExtraError
from decisionnlp.export.rows import COLUMNS
from decisionnlp.running.analysis import Outcome, Settings, analyze_one
from decisionnlp.running.parts import DOCUMENT_COLUMNS, document_row

if TYPE_CHECKING:
    import pandas
    from pyspark.sql import DataFrame

_COUNTS = ("pages", "characters", "meetings", "items", "follow_ups", "warnings")
# Of the documents table; nothing is null, so that the types are the same in every partition.
DOCUMENT_SCHEMA = ", ".join(
    [
        *(f"`{name}` {'long' if name in _COUNTS else 'string'}" for name in DOCUMENT_COLUMNS),
        "findings string",
        "error_kind string",
        "error_reason string",
    ]
)
_LONG = ("page", "start", "end")
FINDING_SCHEMA = ", ".join(
    f"`{name}` {'long' if name in _LONG else 'double' if name == 'score' else 'string'}" for name in COLUMNS
)


def analyze_frame(
    frame: DataFrame,
    settings: Settings | None = None,
    *,
    path_column: str = "path",
    content_column: str | None = "content",
) -> DataFrame:
    """Analyse one document per row.

    Args:
        frame: as ``spark.read.format("binaryFile").load(…)`` gives it: a path, and the file's bytes (or its text).
        settings: see :class:`~decisionnlp.running.analysis.Settings`; with ``pseudonymize``, a ``key`` must be given.
        content_column: None to read each path on the executor (it must be reachable from there).

    Returns:
        One row per document (``DOCUMENT_SCHEMA``): what can be sorted and counted, the JSON contract in ``minutes``, the rows
        of ``export.rows`` as JSON in ``findings``; for a document that failed, ``error_kind`` and ``error_reason``, which
        are empty elsewhere. :func:`findings_frame` gives the findings as rows.

    Raises:
        InputError: a column is missing, or pseudonyms are wanted without a key. MissingExtraError: no PySpark.
    """
    _require()
    settings = settings or Settings()
    if settings.pseudonymize and settings.key is None:
        raise InputError(
            "", "pseudonyms that are the same on all executors need a key: Settings(pseudonymize=True, key=…)"
        )
    wanted = [path_column, *([content_column] if content_column else [])]
    missing = [name for name in wanted if name not in frame.columns]
    if missing:
        raise InputError("", f"the frame has no column {', '.join(missing)} (it has {', '.join(frame.columns)})")
    work = _worker(settings, path_column, content_column)
    return frame.select(*wanted).mapInPandas(work, schema=DOCUMENT_SCHEMA)


def findings_frame(documents: DataFrame) -> DataFrame:
    """The findings of all documents of :func:`analyze_frame` as rows, the columns being those of ``Minutes.to_dataframe``."""
    _require()
    from pyspark.sql import functions

    parsed = functions.from_json("findings", f"array<struct<{FINDING_SCHEMA.replace('` ', '`:')}>>")
    return documents.select(functions.explode(parsed).alias("found")).select("found.*")


def _require() -> None:
    try:
        import pyspark  # noqa: F401
    except ImportError as error:
        raise MissingExtraError("running.spark", "spark") from error


def _worker(
    settings: Settings, path_column: str, content_column: str | None
) -> Callable[[Iterable[pandas.DataFrame]], Iterator[pandas.DataFrame]]:
    def work(batches: Iterable[pandas.DataFrame]) -> Iterator[pandas.DataFrame]:
        import pandas

        for batch in batches:
            paths = batch[path_column]
            contents = batch[content_column] if content_column else [None] * len(paths)
            found = [
                spark_row(analyze_one(str(path), settings, content=_plain(content)))
                for path, content in zip(paths, contents, strict=True)
            ]
            yield pandas.DataFrame(found)

    return work


def _plain(content: Any) -> bytes | str | None:
    return bytes(content) if isinstance(content, bytearray | memoryview) else content


def spark_row(outcome: Outcome) -> dict[str, Any]:
    """A row of ``DOCUMENT_SCHEMA``."""
    if outcome.ok:
        row = document_row(outcome)
    else:
        row = {name: 0 if name in _COUNTS else "" for name in DOCUMENT_COLUMNS} | {"path": outcome.path}
    return {
        **row,
        "findings": json.dumps(list(outcome.findings), ensure_ascii=False),
        "error_kind": outcome.kind or "",
        "error_reason": outcome.reason,
    }
