"""Results as a pandas DataFrame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decisionnlp.document import Minutes
from decisionnlp.errors import MissingExtraError
from decisionnlp.export.rows import COLUMNS, rows

if TYPE_CHECKING:
    import pandas


def minutes_to_dataframe(*results: Minutes) -> pandas.DataFrame:
    """One row per finding of all ``results``; the columns are ``export.rows.COLUMNS``.

    Raises:
        MissingExtraError: pandas is not installed.
    """
    try:
        import pandas
    except ImportError as error:
        raise MissingExtraError("to_dataframe()", "data") from error
    return pandas.DataFrame([row.values() for row in rows(results)], columns=list(COLUMNS))
