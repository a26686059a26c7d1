"""The annotated corpus as spaCy ``Example`` objects and ``.spacy`` files, and the scores of a pipeline against them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from decisionnlp.components import SPAN_KEYS, _lay
from decisionnlp.corpus.records import GoldDocument
from decisionnlp.corpus.store import Corpus

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
    from spacy.training import Example

__all__ = ["SPAN_KEYS", "corpus_examples", "evaluate", "gold_doc", "score_layers", "write_docbin"]


def gold_doc(nlp: Language, document: GoldDocument) -> Doc:
    """A gold document as a ``Doc`` on the tokens of ``nlp``, with the annotated layers in ``doc.spans`` (``SPAN_KEYS``)."""
    doc = nlp.make_doc(document.text)
    _lay(doc, document.minutes)
    return doc


def corpus_examples(nlp: Language, corpus: Corpus | Iterable[GoldDocument], *, split: str = "all") -> list[Example]:
    """One ``Example`` per gold document: bare tokens to be annotated, and the gold layers as reference.

    Args:
        split: ``train``, ``validation``, ``test`` or ``all``, where a ``Corpus`` is given.
    """
    from spacy.training import Example

    return [Example(nlp.make_doc(document.text), gold_doc(nlp, document)) for document in _chosen(corpus, split)]


def write_docbin(path: Path, nlp: Language, corpus: Corpus | Iterable[GoldDocument], *, split: str = "all") -> int:
    """Write the gold documents as a ``.spacy`` file, as ``spacy evaluate`` and ``spacy debug data`` read it; how many."""
    from spacy.tokens import DocBin

    docs = [gold_doc(nlp, document) for document in _chosen(corpus, split)]
    # The layers are the reference; the records behind them stay in the corpus.
    DocBin(store_user_data=False, docs=docs).to_disk(path)
    return len(docs)


def evaluate(nlp: Language, corpus: Corpus | Iterable[GoldDocument], *, split: str = "all") -> dict[str, Any]:
    """Run ``nlp`` over the corpus and score its layers; see :func:`score_layers` for the keys."""
    examples = corpus_examples(nlp, corpus, split=split)
    for example, doc in zip(examples, nlp.pipe([example.predicted for example in examples]), strict=True):
        example.predicted = doc
    return score_layers(examples)


def score_layers(examples: Iterable[Example]) -> dict[str, Any]:
    """Precision, recall and F of exact spans with their labels, by spaCy's own ``Scorer.score_spans``.

    Keys are ``<layer>_p``, ``<layer>_r``, ``<layer>_f`` and ``<layer>_per_type`` for each layer of ``SPAN_KEYS``, named without
    the package (``labels_f``). Values are in [0, 1], or None where the gold has no such span. The measures that count
    for this project, over sentences rather than tokens, are those of ``decisionnlp evaluate``.
    """
    from spacy.scorer import Scorer

    kept = list(examples)
    scores: dict[str, Any] = {}
    for key in SPAN_KEYS:
        name = key.removeprefix("decisionnlp.")

        def spans(doc: Doc, _: str, key: str = key) -> Sequence[Span]:
            return list(doc.spans[key]) if key in doc.spans else []

        def annotated(doc: Doc, key: str = key) -> bool:
            return key in doc.spans

        scores |= Scorer.score_spans(
            kept, name, getter=spans, has_annotation=annotated, allow_overlap=True, labeled=True
        )
    return scores


def _chosen(corpus: Corpus | Iterable[GoldDocument], split: str) -> Sequence[GoldDocument]:
    return corpus.select(split) if isinstance(corpus, Corpus) else list(corpus)
