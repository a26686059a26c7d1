from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import DocBin

import decisionnlp
from decisionnlp.components import DISPLACY_COLORS, SPAN_KEYS, displacy_options
from decisionnlp.document import Label
from tests.test_pipeline import REFERAT


@pytest.fixture(scope="module")
def nlp() -> Language:
    return decisionnlp.load("rules")


def test_the_doc_carries_the_result(nlp: Language) -> None:
    doc = nlp(REFERAT)
    assert doc._.minutes == decisionnlp.analyze(text=REFERAT, model="rules")
    labels = {(span.text, span.label_) for span in doc.spans["decisionnlp.labels"]}
    assert ("Dagsordenen blev godkendt.", Label.APPROVAL.value) in labels
    assert [span.text for span in doc.spans["decisionnlp.owners"]] == ["Vej og Park"]
    assert [span.text for span in doc.spans["decisionnlp.deadlines"]] == ["senest i maj"]
    assert "outcome" in {span.label_ for span in doc.spans["decisionnlp.zones"]}


def test_sentences_start_where_the_analysis_says(nlp: Language) -> None:
    doc = nlp(REFERAT)
    starts = {token.idx for token in doc if token.is_sent_start and not token.is_space}
    assert {sentence.start for sentence in doc._.minutes.sentences()} <= starts | {0}


def test_docbin_round_trip(nlp: Language) -> None:
    doc = nlp(REFERAT)
    data = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin(store_user_data=True).from_bytes(data).get_docs(nlp.vocab)
    assert again._.minutes == doc._.minutes
    for key in SPAN_KEYS:
        assert [(s.start, s.end, s.label_) for s in again.spans[key]] == [
            (s.start, s.end, s.label_) for s in doc.spans[key]
        ]


def test_several_processes_give_the_same(nlp: Language) -> None:
    alone = [doc._.minutes.to_json() for doc in nlp.pipe([REFERAT] * 3)]
    assert [doc._.minutes.to_json() for doc in nlp.pipe([REFERAT] * 3, n_process=2)] == alone


def test_the_meeting_date_of_a_doc(nlp: Language) -> None:
    doc = nlp.make_doc(REFERAT)
    doc.user_data["meeting_date"] = "2025-02-04"
    assert nlp(doc)._.minutes.meetings[0].date.isoformat() == "2025-02-04"


def test_displacy_draws_the_span_groups(nlp: Language) -> None:
    doc = nlp(REFERAT)
    for key, label in (("labels", "APPROVAL"), ("deadlines", "date"), ("owners", "OWNER"), ("zones", "outcome")):
        page = displacy.render(doc, style="span", options=displacy_options(f"decisionnlp.{key}"), jupyter=False)
        assert label in page
        assert DISPLACY_COLORS[label] in page
    with pytest.raises(ValueError, match=r"decisionnlp\.labels"):
        displacy_options("labels")


def test_sentence_component() -> None:
    nlp = spacy.blank("da")
    nlp.add_pipe("decisionnlp_sentences")
    doc = nlp("Udvalget behandlede pkt. 4 den 3. maj. Godkendt, jf. bilag.")
    assert [sentence.text for sentence in doc.sents] == [
        "Udvalget behandlede pkt. 4 den 3. maj.",
        "Godkendt, jf. bilag.",
    ]


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A small Danish pipeline with the components of da_core_news_sm, trained on a few sentences."""
    from tests.small_pipeline import train_small_pipeline

    path = tmp_path_factory.mktemp("base") / "da_small"
    train_small_pipeline().to_disk(path)
    yield path


def test_on_a_trained_danish_pipeline(trained: Path) -> None:
    nlp = decisionnlp.load("rules", base=trained)
    doc = nlp(REFERAT)
    assert doc.has_annotation("DEP")
    assert doc._.minutes.pipeline.base == "da_small-0.0.1"
    assert [owner.name for owner in doc._.minutes.follow_ups[0].owners] == ["Vej og Park"]


def test_added_to_a_trained_pipeline_and_kept_on_the_disk(trained: Path, tmp_path: Path) -> None:
    nlp = spacy.load(trained)
    nlp.add_pipe("decisionnlp", config={"model": "rules"})
    alone = [doc._.minutes.to_json() for doc in nlp.pipe([REFERAT] * 2)]
    assert [doc._.minutes.to_json() for doc in nlp.pipe([REFERAT] * 2, n_process=2)] == alone
    nlp.to_disk(tmp_path / "with")
    again = spacy.load(tmp_path / "with")
    assert again.pipe_names == nlp.pipe_names
    assert again(REFERAT)._.minutes.to_json() == alone[0]


def test_an_empty_doc(nlp: Language) -> None:
    doc = nlp("")
    assert doc._.minutes.meetings == () or not doc._.minutes.items
