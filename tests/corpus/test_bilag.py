"""Gold bilag: facts that quote their evidence become spans, and files give back what was written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from decisionnlp.corpus.bilag import from_quotes, read_bilag, write_bilag
from decisionnlp.document import Span
from decisionnlp.errors import InputError

TEXT = "\n".join(f"Hal {number} koster {number} mio. kr." for number in range(1, 11)) + "\nTiden er knap.\n"


def data(**other: Any) -> dict[str, Any]:
    facts = [
        {"text": f"Prisen på hal {number}", "weight": 3 if number == 1 else 1, "evidence": [f"Hal {number} koster"]}
        for number in range(1, 11)
    ]
    head = {
        "id": "haller",
        "title": "Haller",
        "kind": "notat",
        "body": "Vejlby",
        "year": 2024,
        "meeting_date": "2024-05-02",
    }
    return {**head, "summary": "Ti haller.", "facts": facts, "plan_rows": ["Tiden er knap."], **other}


def test_quotes_become_spans_and_files_give_them_back(tmp_path: Path) -> None:
    bilag = from_quotes(data(), TEXT)
    assert bilag.facts[0].evidence == (Span(0, 12),)  # "Hal 1 koster"; "Hal 10 koster" is another quote
    assert TEXT[bilag.plan_rows[0].start : bilag.plan_rows[0].end] == "Tiden er knap."
    write_bilag(tmp_path, bilag)
    assert list(read_bilag(tmp_path)) == [bilag]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"plan_rows": ["mio. kr."]}, "plan row: occurs 10 times"),
        ({"plan_rows": ["Hal 11"]}, "plan row: occurs 0 times"),
        ({"kind": "brev"}, "kind 'brev' is none of"),
        ({"facts": []}, "0 facts; 10 to 15 are wanted"),
    ],
)
def test_what_an_annotator_got_wrong_is_said(wrong: dict[str, Any], reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        from_quotes(data(**wrong), TEXT)


def test_a_text_that_was_changed_is_refused(tmp_path: Path) -> None:
    write_bilag(tmp_path, from_quotes(data(), TEXT))
    (tmp_path / "texts" / "haller.txt").write_text(TEXT + "Mere.\n", encoding="utf-8")
    with pytest.raises(InputError, match="not the one that was annotated"):
        list(read_bilag(tmp_path))
