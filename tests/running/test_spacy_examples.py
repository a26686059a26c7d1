"""The corpus as spaCy examples."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin

from decisionnlp.corpus.records import GoldDocument
from decisionnlp.document import Meeting
from decisionnlp.pipeline import Analyzer
from decisionnlp.running.spacy_examples import SPAN_KEYS, corpus_examples, evaluate, score_layers, write_docbin
from tests.running.writing import minutes_text


@pytest.fixture(scope="module")
def gold() -> list[GoldDocument]:
    """What the rules say, taken for gold: a pipeline with the same rules must reach 1."""
    analyzer = Analyzer(model="rules")
    return [
        GoldDocument(
            f"d{number}", "hovby", "Hovby", "plain", "other", 2024, analyzer.analyze(text=minutes_text(number))
        )
        for number in range(3)
    ]


def test_examples_hold_the_gold_layers(gold: list[GoldDocument]) -> None:
    nlp = spacy.blank("da")
    examples = corpus_examples(nlp, gold)
    assert [example.reference.text for example in examples] == [document.text for document in gold]
    labels = [(span.label_, span.text) for span in examples[0].reference.spans["decisionnlp.labels"]]
    assert ("APPROVAL", "Godkendt.") in labels
    assert all(key not in example.predicted.spans for example in examples for key in SPAN_KEYS)


def test_the_same_rules_reach_one(gold: list[GoldDocument]) -> None:
    nlp = spacy.blank("da")
    nlp.add_pipe("decisionnlp", config={"model": "rules"})
    scores = evaluate(nlp, gold)
    assert scores["labels_f"] == scores["zones_f"] == scores["owners_f"] == 1.0
    assert set(scores["labels_per_type"]) == {"APPROVAL", "FOLLOW_UP"}


def test_scores_by_hand(gold: list[GoldDocument]) -> None:
    """Of the first document's labels one is taken from the gold: precision falls to (n - 1) / n, recall stays 1."""
    nlp = spacy.blank("da")
    nlp.add_pipe("decisionnlp", config={"model": "rules"})
    first = gold[0]
    meeting = first.minutes.meetings[0]
    item = meeting.items[0]
    count = sum(len(sentence.labels) for sentence in first.minutes.sentences())
    bare = replace(item, sentences=tuple(replace(sentence, labels=()) for sentence in item.sentences))
    gone = sum(len(sentence.labels) for sentence in item.sentences)
    changed: Meeting = replace(meeting, items=(bare, *meeting.items[1:]))
    less = replace(first, minutes=replace(first.minutes, meetings=(changed, *first.minutes.meetings[1:])))
    scores = evaluate(nlp, [less])
    assert gone > 0
    assert scores["labels_r"] == 1.0
    assert scores["labels_p"] == pytest.approx((count - gone) / count)


def test_docbin_round_trip(gold: list[GoldDocument], tmp_path: Path) -> None:
    nlp = spacy.blank("da")
    assert write_docbin(tmp_path / "gold.spacy", nlp, gold) == 3
    docs = list(DocBin().from_disk(tmp_path / "gold.spacy").get_docs(nlp.vocab))
    for doc, example in zip(docs, corpus_examples(nlp, gold), strict=True):
        for key in SPAN_KEYS:
            assert [(span.start, span.end, span.label_) for span in doc.spans[key]] == [
                (span.start, span.end, span.label_) for span in example.reference.spans[key]
            ]


def test_nothing_annotated_scores_none() -> None:
    assert score_layers([])["labels_f"] is None
