"""Danish spaCy pipelines as a base: what they say about single sentences, for owner finding."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from decisionnlp.errors import ModelError
from decisionnlp.models import MANIFEST, list_models, verify

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Flattened sentences in, one parsed Doc for each out.
Parser = Callable[[Sequence[str]], Iterator["Doc"]]
OURS = frozenset(("decisionnlp", "decisionnlp_sentences"))
# What neither parses nor names: left out, for speed.
_UNUSED = OURS | {
    "tagger", "morphologizer", "lemmatizer", "trainable_lemmatizer", "attribute_ruler", "senter", "sentencizer", "textcat",
    "textcat_multilabel", "spancat", "entity_linker",
}  # fmt: skip


def load_base(base: str | os.PathLike[str]) -> Language:
    """A spaCy pipeline by the name of its package (``da_core_news_sm``), by its directory, or by the name of a model directory
    (``base-1.0.0``, see ``training/base_pipeline``); one with our manifest is checked against it first.

    Raises:
        ModelError: there is no such pipeline, it cannot be loaded, it does not match its checksums, or it is not Danish.
    """
    import spacy

    name = os.fspath(base)
    if not Path(name).is_dir():
        known = (model for model in list_models() if name in (model.name, f"{model.name}-{model.version}"))
        name = next((str(model.path) for model in known if (model.path / "config.cfg").is_file()), name)
    if (Path(name) / MANIFEST).is_file():
        verify(Path(name))
    try:
        nlp = spacy.load(Path(name) if Path(name).is_dir() else name)
    except (OSError, ValueError, ImportError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ModelError(f"{name}: cannot be loaded as a spaCy pipeline: {reason}") from error
    if nlp.lang != "da":
        raise ModelError(f"{name}: a pipeline for {nlp.lang!r}, not for Danish")
    return nlp


def base_name(nlp: Language | None) -> str:
    """``da_core_news_sm-3.8.0``; ``blank:da`` where the pipeline is empty but for our own components."""
    if nlp is None or not _factories(nlp).difference(OURS):
        return "blank:da"
    meta = nlp.meta
    return f"{meta.get('lang', 'da')}_{meta.get('name', '')}-{meta.get('version', '')}"


def parser(nlp: Language | None) -> Parser | None:
    """What ``nlp`` says about single sentences, without our own components; ``None`` where it neither parses nor names."""
    if nlp is None or not _factories(nlp).intersection(("parser", "ner")):
        return None
    base = nlp

    def parse(sentences: Sequence[str]) -> Iterator[Doc]:
        unused = [name for name in base.pipe_names if base.get_pipe_meta(name).factory in _UNUSED]
        yield from base.pipe(sentences, disable=unused)

    return parse


def _factories(nlp: Language) -> set[str]:
    return {nlp.get_pipe_meta(name).factory for name in nlp.pipe_names}
