"""Training from gold documents: the same corpus and seed give the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from decisionnlp.classification import contexts, get_classifier
from decisionnlp.classification.aligning import aligned_gold
from decisionnlp.classification.training import corpus_hash, train
from decisionnlp.corpus.marked import parse_marked
from decisionnlp.corpus.records import GoldDocument
from decisionnlp.document import Label, Meeting, Minutes, Sentence, Source, Span, ZoneKind
from decisionnlp.errors import InputError

_BODIES = ("aadal", "bremose", "skovby")


def document(body: str, day: int) -> GoldDocument:
    lines = [
        f'%% doc id={body}-udvalg-2021-03-0{day} layout=plain body="{body.title()} Kommune" body_type=fagudvalg year=2021',
        f'%% meeting kind=minutes date=2021-03-0{day} body="Udvalget"',
    ]
    parts = [
        ("Dagsorden", "approved", "Godkendt. {A:adopted}"),
        ("Vej", "deferred", f"Sagen udsættes {day} uger. {{D:deferred}}"),
        ("Støj", "discussed", "Udvalget drøftede støjen.{} Mette sender et notat inden jul. {F:assignment}"),
        ("Skole", "decided", "Udvalget besluttede at flytte torvedagen. {D:own_resolution}"),
        ("Bro", "approved", "Indstillingen blev tiltrådt. {A:adopted} Kontoret undersøger prisen. {F:assignment}"),
        ("Nyt", "discussed", f"Lederen fortalte om {body}.{{}}"),
    ]
    for number, (title, outcome, text) in enumerate(parts, start=1):
        lines += [
            f'%% item number={number} title="{title}" outcome={outcome} closed=no',
            f"{number}. {title}{{}}",
            '%% zone outcome heading="Beslutning"',
            "Beslutning{}",
            text,
        ]
    return parse_marked("\n".join(lines) + "\n")


@pytest.fixture(scope="module")
def documents() -> list[GoldDocument]:
    return [document(body, day) for body in _BODIES for day in (1, 2)]


def test_training_twice_gives_the_same_bytes(documents: list[GoldDocument], tmp_path: Path) -> None:
    meta = train(documents, output=tmp_path / "one")
    train(list(reversed(documents)), output=tmp_path / "two")
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name
    assert {path.name for path in (tmp_path / "one").iterdir()} == {
        "card.md", "manifest.json", "meta.json", "vocabulary.json", "weights.safetensors",
    }  # fmt: skip
    assert meta["trained_on"]["documents"] == 6
    assert meta["trained_on"]["sha256"] == corpus_hash(documents)
    assert get_classifier(tmp_path / "one").name == "linear"


def test_with_a_segmenter_each_document_is_seen_twice(documents: list[GoldDocument], tmp_path: Path) -> None:
    gold = {found.minutes.source.text: found.minutes for found in documents}

    def segmenter(source: Source) -> tuple[tuple[Meeting, ...], tuple[Span, ...]]:
        return gold[source.text].meetings, ()

    meta = train(documents, output=tmp_path / "both", segmenter=segmenter)
    plain = train(documents, output=tmp_path / "gold")
    assert meta["trained_on"]["sentences"] == 2 * plain["trained_on"]["sentences"]


def test_unknown_backend_and_empty_corpus(documents: list[GoldDocument], tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no backend"):
        train(documents, output=tmp_path, backend="oracle")
    with pytest.raises(InputError, match="no annotated documents"):
        train([], output=tmp_path)


def test_gold_labels_follow_the_text_onto_another_segmentation() -> None:
    text = "Godkendt. Mette sender et notat inden jul. Tak."
    gold = document("aadal", 1).minutes
    first = next(sentence for sentence in gold.sentences() if sentence.labels)
    labels = first.labels
    spans = [(0, 9), (10, 42), (43, 47)]
    marked = [
        Sentence(start, end, text[start:end], zone=ZoneKind.OUTCOME, labels=labels if start == 0 else ())
        for start, end in spans
    ]
    minutes = Minutes(Source(text), (Meeting(0, len(text), sentences=tuple(marked)),))
    joined = [Sentence(0, 42, text[:42], zone=ZoneKind.OUTCOME), Sentence(43, 47, text[43:], zone=ZoneKind.OUTCOME)]
    found = contexts([Meeting(0, len(text), sentences=tuple(joined))], minutes.source, [])
    assert [set(one.labels) for one in aligned_gold(found, minutes)] == [{Label.APPROVAL}, set()]
