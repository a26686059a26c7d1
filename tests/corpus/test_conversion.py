from __future__ import annotations

import json
from pathlib import Path

import pytest

from decisionnlp.corpus.conversion import FORMATS, read_format, write_format
from decisionnlp.corpus.duplicates import near_duplicates
from decisionnlp.corpus.flat import minutes_rows, sentence_rows
from decisionnlp.corpus.marked import parse_marked
from decisionnlp.corpus.store import assign_splits, load_corpus, read_document, write_document
from decisionnlp.errors import InputError
from tests.corpus.test_marked import BODY, HEAD, MARKED

GLUED = (
    HEAD
    + """%% meeting kind=minutes date=2024-01-23 body="Byrådet \\"Vest\\""
%% item number=1 title="Vejens lukning" outcome=approved
<<F Side 2 af 4 F>>1. Vejens lukning{}
Sagen er kendt.{} \\
%% zone outcome heading="Beslutning"
Beslutning:{} Godkendt.{A:adopted} [[o#o1 Vej og Park]] orienterede.{}
Skiltet flyttes [[d snarest ;; vague]] og [[d til marts ;; in 2024-03-01..2024-03-31 ~]].{F:assignment +o1}
%% outside
Underskrift{}
%% meeting kind=attachment
Bilag 1{}
Udbud [[o Drift]] [[d uge 9 ;; in 2024-02-26..2024-03-03]]{P}
"""
)


@pytest.mark.parametrize("marked", [MARKED, GLUED], ids=["plain", "glued"])
@pytest.mark.parametrize("format", FORMATS)
def test_round_trip_loses_nothing(tmp_path: Path, format: str, marked: str) -> None:
    document = parse_marked(marked)
    name, content = write_format(document, format)
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert read_format(path, format) == [document]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("content", [b"", b"[1]", b"{}", b"PK\x03\x04broken", b"\xff\xfe"])
def test_what_is_no_annotation_is_refused(tmp_path: Path, format: str, content: bytes) -> None:
    path = tmp_path / "broken"
    path.write_bytes(content)
    with pytest.raises(InputError, match="broken"):
        read_format(path, format)


def test_unknown_formats_are_named() -> None:
    with pytest.raises(InputError, match="choose one of"):
        write_format(parse_marked(MARKED), "brat")


def test_a_text_with_the_signs_of_the_notation_is_refused() -> None:
    document = parse_marked(HEAD + BODY)
    broken = parse_marked((HEAD + BODY).replace("1. Vej{}", "1. Vej ]x] {}"))
    assert write_format(broken, "marked")[1]
    assert write_format(document, "marked")[1]


def test_the_folder_round_trip(tmp_path: Path) -> None:
    document = parse_marked(GLUED)
    write_document(tmp_path / "minutes", document)
    assert read_document(tmp_path / "minutes" / "gold" / f"{document.id}.json") == document
    assert load_corpus(tmp_path).documents == (document,)


def test_a_changed_text_is_refused(tmp_path: Path) -> None:
    document = parse_marked(MARKED)
    write_document(tmp_path / "minutes", document)
    text = tmp_path / "minutes" / "texts" / f"{document.id}.txt"
    text.write_text(text.read_text() + " ")
    with pytest.raises(InputError, match="sha256"):
        load_corpus(tmp_path)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no annotated minutes"):
        load_corpus(tmp_path)


def test_the_flat_view_has_the_labels_of_the_gold() -> None:
    rows = list(sentence_rows(parse_marked(MARKED)))
    assert [row["labels"] for row in rows if row["labels"]] == [
        ["APPROVAL"],
        ["DECISION"],
        ["FOLLOW_UP"],
        ["FOLLOW_UP"],
    ]
    (row,) = minutes_rows(parse_marked(MARKED))
    assert row["follow_ups"][0]["deadlines"][0]["latest"] == "2024-05-31"
    assert json.loads(json.dumps(row)) == row


def test_bodies_are_in_one_split_and_keep_it() -> None:
    documents = [
        parse_marked(MARKED.replace("solby-tmu-2024-01-23", f"by{number}-tmu-20{year}-01-23"))
        for number in range(20)
        for year in (20, 21)
    ]
    splits = assign_splits(documents)
    assert len(splits) == 20
    assert sorted(set(splits.values())) == ["test", "train", "validation"]
    assert list(splits.values()).count("train") == 12
    assert list(splits.values()).count("test") == 5


def test_near_duplicates() -> None:
    texts = {
        "a": "Udvalget drøftede vejen i Lunden.",
        "b": "Udvalget drøftede vejen i Skoven.",
        "c": "Intet at bemærke her.",
    }
    (pair,) = near_duplicates(texts, minimum=0.3)
    assert pair[:2] == ("a", "b")
    # By hand: 8-grams of the letters; the texts share those that end before the last word.
    assert 0.4 < pair[2] < 0.75
    assert list(near_duplicates({"a": "x", "b": "x"}, minimum=0.0)) == []
