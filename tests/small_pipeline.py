"""A small Danish pipeline with the components of ``da_core_news_sm``, trained in seconds on sentences written for it."""

from __future__ import annotations

import random
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import fix_random_seed

_WIDTH = 32
# form/lemma/part of speech/relation/head (counted from 1, 0 is the root)/entity
_SENTENCES = (
    "Udvalget/udvalg/NOUN/nsubj/2/O godkendte/godkende/VERB/root/0/O planen/plan/NOUN/obj/2/O ././PUNCT/punct/2/O",
    "Dagsordenen/dagsorden/NOUN/nsubj/3/O blev/blive/AUX/aux/3/O godkendt/godkende/VERB/root/0/O ././PUNCT/punct/3/O",
    "Vej/Vej/PROPN/nsubj/4/B-ORG og/og/CCONJ/cc/3/I-ORG Park/Park/PROPN/conj/1/I-ORG fremlægger/fremlægge/VERB/root/0/O et/en/DET/det/6/O"
    " forslag/forslag/NOUN/obj/4/O i/i/ADP/case/8/O maj/maj/NOUN/obl/4/O ././PUNCT/punct/4/O",
    "Lone/Lone/PROPN/nsubj/3/B-PER Krat/Krat/PROPN/flat/1/I-PER undersøger/undersøge/VERB/root/0/O prisen/pris/NOUN/obj/3/O"
    " ././PUNCT/punct/3/O",
    "I/i/ADP/case/2/O marts/marts/NOUN/obl/3/O sender/sende/VERB/root/0/O forvaltningen/forvaltning/NOUN/nsubj/3/O et/en/DET/det/6/O"
    " notat/notat/NOUN/obj/3/O ././PUNCT/punct/3/O",
    "Notatet/notat/NOUN/nsubj/2/O udarbejdes/udarbejde/VERB/root/0/O af/af/ADP/case/4/O Brovej/Brovej/PROPN/obl/2/B-ORG ././PUNCT/punct/2/O",
    "Skolen/skole/NOUN/nsubj/4/O i/i/ADP/case/3/O Elmeby/Elmeby/PROPN/nmod/1/B-LOC får/få/VERB/root/0/O et/en/DET/det/6/O tag/tag/NOUN/obj/4/O"
    " ././PUNCT/punct/4/O",
    "Det/det/PRON/expl/2/O indstilles/indstille/VERB/root/0/O ,/,/PUNCT/punct/6/O at/at/SCONJ/mark/6/O planen/plan/NOUN/nsubj/6/O"
    " godkendes/godkende/VERB/ccomp/2/O ././PUNCT/punct/2/O",
    "Formanden/formand/NOUN/nsubj/3/O vil/ville/AUX/aux/3/O spørge/spørge/VERB/root/0/O naboerne/nabo/NOUN/obj/3/O ././PUNCT/punct/3/O",
)  # fmt: skip


def _example(nlp: Language, sentence: str) -> Example:
    rows = [token.split("/") for token in sentence.split()]
    words = [row[0] for row in rows]
    reference = Doc(
        nlp.vocab,
        words=words,
        lemmas=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        morphs=[""] * len(rows),
        deps=["ROOT" if row[3] == "root" else row[3] for row in rows],
        heads=[int(row[4]) - 1 if row[4] != "0" else index for index, row in enumerate(rows)],
        ents=[row[5] for row in rows],
    )
    return Example(Doc(nlp.vocab, words=words), reference)


@cache
def train_small_pipeline() -> Language:
    """``da_small-0.0.1``: tok2vec, morphologizer, parser, trainable_lemmatizer, attribute_ruler, ner; do not change it."""
    fix_random_seed(0)
    nlp = spacy.blank("da")
    nlp.meta["name"], nlp.meta["version"] = "small", "0.0.1"
    embed = {
        "@architectures": "spacy.HashEmbedCNN.v2", "width": _WIDTH, "depth": 1, "embed_size": 300, "window_size": 1,
        "maxout_pieces": 2, "subword_features": True, "pretrained_vectors": None,
    }  # fmt: skip
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": _WIDTH, "upstream": "*"}
    tagger = {"@architectures": "spacy.Tagger.v2", "nO": None, "tok2vec": listener}
    nlp.add_pipe("tok2vec", config={"model": embed})
    nlp.add_pipe("morphologizer", config={"model": tagger})
    nlp.add_pipe("parser", config={"model": _transitions("parser", listener), "min_action_freq": 1})
    nlp.add_pipe("trainable_lemmatizer", config={"model": tagger, "min_tree_freq": 1})
    ruler = nlp.add_pipe("attribute_ruler")
    nlp.add_pipe("ner", config={"model": _transitions("ner", listener)})
    examples = [_example(nlp, sentence) for sentence in _SENTENCES]
    optimizer = nlp.initialize(lambda: examples)
    ruler.add(patterns=[[{"ORTH": "kl."}]], attrs={"POS": "NOUN"})  # type: ignore[attr-defined]
    generator = random.Random(0)
    for _ in range(40):
        generator.shuffle(examples)
        for start in range(0, len(examples), 3):
            nlp.update(examples[start : start + 3], sgd=optimizer, drop=0.0)
    return nlp


def _transitions(state: str, listener: dict[str, object]) -> dict[str, object]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2", "state_type": state, "extra_state_tokens": False,
        "hidden_width": 32, "maxout_pieces": 1, "use_upper": True, "nO": None, "tok2vec": listener,
    }  # fmt: skip
