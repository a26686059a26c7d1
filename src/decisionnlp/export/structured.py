"""JSON (one object, or an array for several documents) and JSON Lines (one document a line)."""

from __future__ import annotations

import json
from collections.abc import Sequence

from decisionnlp.contract import minutes_to_dict, minutes_to_json
from decisionnlp.document import Minutes


def render_json(results: Sequence[Minutes]) -> str:
    """The JSON contract: one object for one result, else a list."""
    data = [minutes_to_dict(minutes) for minutes in results]
    return json.dumps(data[0] if len(data) == 1 else data, ensure_ascii=False, indent=1) + "\n"


def render_jsonl(results: Sequence[Minutes]) -> str:
    """The JSON contract, a line a result."""
    return "".join(minutes_to_json(minutes) + "\n" for minutes in results)
