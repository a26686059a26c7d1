from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from decisionnlp.contract import json_schema, minutes_from_dict, minutes_to_dict, minutes_to_json
from decisionnlp.corpus.marked import parse_marked
from decisionnlp.errors import InputError
from tests.corpus.test_marked import MARKED

SCHEMA = Path(__file__).parents[1] / "docs" / "schema" / "minutes-1.0.json"


def test_the_published_schema_is_the_one_of_the_records() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == json_schema()


def test_results_are_valid_and_come_back_unchanged() -> None:
    minutes = parse_marked(MARKED).minutes
    data = json.loads(minutes_to_json(minutes))
    jsonschema.Draft202012Validator(json_schema()).validate(data)
    again = minutes_from_dict(data, text=minutes.source.text)
    assert again.meetings == minutes.meetings
    assert minutes_to_dict(again) == data


def test_the_contract_has_the_names_that_tools_rely_on() -> None:
    data = minutes_to_dict(parse_marked(MARKED).minutes)
    assert {"schema_version", "source", "pipeline", "meetings"} <= data.keys()
    assert {"path", "sha256", "reader", "pages", "characters", "warnings"} <= data["source"].keys()
    assert {"name", "version", "model", "base"} <= data["pipeline"].keys()
    meeting = data["meetings"][0]
    assert {"date", "date_source", "body", "start", "end", "items"} <= meeting.keys()
    item = meeting["items"][0]
    names = "number title start end outcome zones recommendations sentences follow_ups votes amounts identifiers"
    assert set(names.split()) <= item.keys()
    assert {"zone", "heading", "start", "end"} <= item["zones"][0].keys()
    assert {"number", "text", "start", "end"} <= item["recommendations"][0].keys()
    names = "start end text page zone labels subtype resolves"
    assert set(names.split()) <= item["sentences"][0].keys()
    task = item["follow_ups"][0]
    assert {"text", "sentence", "page", "score", "owners", "deadlines"} <= task.keys()
    assert {"text", "start", "end", "name", "linked"} <= task["owners"][0].keys()
    names = "text start end type relation earliest latest rrule anchor approximate rule linked"
    assert set(names.split()) <= task["deadlines"][0].keys()
    assert task["deadlines"][0]["latest"] == "2024-05-31"


def test_another_version_is_refused() -> None:
    data = minutes_to_dict(parse_marked(MARKED).minutes)
    with pytest.raises(InputError, match="schema_version"):
        minutes_from_dict({**data, "schema_version": "2.0"})


@pytest.mark.parametrize("missing", ["source", "meetings"])
def test_missing_parts_are_named(missing: str) -> None:
    data = minutes_to_dict(parse_marked(MARKED).minutes)
    del data[missing]
    with pytest.raises(InputError, match="not a decisionnlp result"):
        minutes_from_dict(data)


def test_spans_that_are_not_the_text_are_refused() -> None:
    minutes = parse_marked(MARKED).minutes
    with pytest.raises(InputError, match="are not"):
        minutes_from_dict(minutes_to_dict(minutes), text=minutes.source.text.replace("Referat", "Dagsord"))
