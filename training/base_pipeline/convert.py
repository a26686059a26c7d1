"""The treebanks as spaCy's training files: ``train.spacy``, ``dev.spacy``, ``test.spacy`` and a report of what was done.

    python training/base_pipeline/convert.py DATA OUT

``DATA`` holds ``ud_danish_ddt/``, ``ddt_cdt/`` and ``danplus/`` (see the README). The sentences of UD's dev set, and whatever of
the other two shares their words, stay out of ``train``; the even ones teach the conversion its labels and choose the checkpoint
(``dev``), the odd ones are the test.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from treebanks import Token, part_of, read_cdt, read_names, read_ud
from universal import Tables

_NO_SPACE_BEFORE = frozenset([".", ",", ";", ":", "?", "!", ")", "]", "»", "...", "%"])
_NO_SPACE_AFTER = frozenset(["(", "[", "«"])


def as_doc(nlp: Language, tokens: list[Token], names: list[str] | None, *, parsed: bool = True) -> Doc:
    """One sentence; what is not annotated is left missing, so that nothing is learned from it."""
    words = [token.form for token in tokens]
    lemmas = [token.lemma for token in tokens] if any(token.lemma for token in tokens) else None
    doc = Doc(nlp.vocab, words=words, spaces=[token.space for token in tokens], ents=names)
    for index, token in enumerate(doc):
        row = tokens[index]
        if parsed:
            token.is_sent_start = index == 0
        if row.upos:
            token.pos_ = row.upos
            token.set_morph(row.feats)  # type: ignore[attr-defined]
        if lemmas and row.lemma:
            token.lemma_ = row.lemma
    if parsed:
        for index, token in enumerate(doc):
            row = tokens[index]
            token.head = doc[row.head if row.head >= 0 else index]
            token.dep_ = row.rel if row.head >= 0 else "ROOT"
    return doc


def spaced(forms: list[str]) -> list[bool]:
    """Whether a blank follows each form: the treebank does not say, punctuation does mostly."""
    quotes, found = 0, [True] * len(forms)
    for index, form in enumerate(forms):
        if form == '"':
            quotes += 1
            if quotes % 2:
                found[index] = False
            elif index:
                found[index - 1] = False
        elif form in _NO_SPACE_BEFORE and index:
            found[index - 1] = False
        elif form in _NO_SPACE_AFTER:
            found[index] = False
    return found


def grouped(docs: list[Doc], seed: int = 0) -> list[Doc]:
    """One to four sentences to a Doc, so that the parser meets sentence borders."""
    generator = random.Random(seed)  # noqa: S311
    found, position = [], 0
    while position < len(docs):
        size = generator.randint(1, 4)
        part = docs[position : position + size]
        found.append(Doc.from_docs(part, ensure_whitespace=True) or part[0])
        position += size
    return found


def main(data: Path, out: Path) -> None:
    nlp = spacy.blank("da")
    ud = read_ud(next((data / "ud_danish_ddt").glob("*dev.conllu")))
    cdt = read_cdt(data / "ddt_cdt" / "da.conll")
    names: dict[tuple[str, ...], list[str]] = {}
    for path in sorted((data / "danplus").glob("*.tsv")):
        names |= read_names(path)
    held = "\0\0".join(["", *("\0".join(token.form for token in sentence) for sentence in ud), ""])
    held_forms = [tuple(token.form for token in sentence) for sentence in ud]
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for forms in held_forms:
        by_first.setdefault(forms[0], []).append(forms)

    def is_held(forms: tuple[str, ...]) -> bool:
        """Of the dev set, wholly or as a fragment (CDT and UD cut some sentences differently)."""
        if part_of(forms, held):
            return True
        own = f"\0{chr(0).join(forms)}\0"
        return any(len(other) > 3 and part_of(other, own) for form in set(forms) for other in by_first.get(form, ()))

    by_forms = {tuple(token.form for token in sentence): sentence for sentence in cdt}
    tables = Tables()
    for number, sentence in enumerate(ud):
        twin = by_forms.get(tuple(token.form for token in sentence))
        if number % 2 == 0 and twin is not None:
            tables.learn(twin, sentence)
    report: dict[str, Any] = {
        "conversion": {half: agreement(ud[start::2], by_forms, tables) for half, start in (("even", 0), ("odd", 1))}
    }
    bins = {"train": DocBin(), "dev": DocBin(), "test": DocBin()}
    for number, sentence in enumerate(ud):
        forms = tuple(token.form for token in sentence)
        bins["test" if number % 2 else "dev"].add(as_doc(nlp, sentence, names.get(forms)))
    left_out, seen = 0, set()
    sentences: list[Doc] = []
    for sentence in cdt:
        forms = tuple(token.form for token in sentence)
        if is_held(forms):
            left_out += 1
            continue
        seen.add(forms)
        converted = tables.convert(sentence)
        for token, space in zip(converted, spaced(list(forms)), strict=True):
            token.space = space
        sentences.append(as_doc(nlp, converted, names.get(forms)))
    for doc in grouped(sentences):
        bins["train"].add(doc)
    only_names = 0
    for forms, tags in names.items():
        if forms in seen or is_held(forms):
            continue
        rows = [
            Token(form, "", "", "", "", -1, "", space) for form, space in zip(forms, spaced(list(forms)), strict=True)
        ]
        bins["train"].add(as_doc(nlp, rows, tags, parsed=False))
        only_names += 1
    out.mkdir(parents=True, exist_ok=True)
    for name, stored in bins.items():
        stored.to_disk(out / f"{name}.spacy")
    report["sentences"] = {
        "train": len(sentences),
        "train_names_only": only_names,
        "left_out": left_out,
        "dev": len(bins["dev"]),
        "test": len(bins["test"]),
    }
    text = json.dumps(report, indent=1)
    (out / "report.json").write_text(text + "\n", encoding="utf-8")
    print(text)


def agreement(ud: list[list[Token]], cdt: dict[tuple[str, ...], list[Token]], tables: Tables) -> dict[str, float]:
    """How often the converted CDT annotation is UD's own, on the sentences that both have."""
    hits = {"upos": 0, "feats": 0, "uas": 0, "las": 0, "lemma": 0}
    total = 0
    for sentence in ud:
        twin = cdt.get(tuple(token.form for token in sentence))
        if twin is None:
            continue
        for ours, theirs in zip(tables.convert(twin), sentence, strict=True):
            if theirs.upos == "PUNCT":
                continue  # as spaCy's scorer does
            total += 1
            hits["upos"] += ours.upos == theirs.upos
            hits["feats"] += ours.feats == theirs.feats
            hits["lemma"] += ours.lemma == theirs.lemma
            hits["uas"] += ours.head == theirs.head
            hits["las"] += ours.head == theirs.head and ours.rel == theirs.rel
    return {"tokens": total, **{name: round(hit / total, 4) for name, hit in hits.items()}}


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
