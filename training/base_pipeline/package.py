"""Score a trained pipeline and store it as a model directory with checksums.

    python training/base_pipeline/package.py TRAINED CORPUS OUT/base-1.0.0

``TRAINED`` is ``model-best`` of ``spacy train``, ``CORPUS`` the output of ``convert.py``. Prints the scores on the test
sentences; refuses a directory in which anything would need a pickle, or that is larger than 15 MB.
"""

from __future__ import annotations

import json
import pickle
import pickletools
import sys
import time
from pathlib import Path
from typing import Any
from unittest import mock

import spacy
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.training import Example

from decisionnlp.models import write_manifest

LIMIT = 15_000_000


def scores(nlp: Language, corpus: Path) -> dict[str, Any]:
    """On the test sentences, tokens as spaCy's tokenizer makes them."""
    examples = []
    for gold in DocBin().from_disk(corpus / "test.spacy").get_docs(nlp.vocab):
        examples.append(Example(nlp.make_doc(gold.text), gold))
    found = nlp.evaluate(examples)
    wanted = ("token_f", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "ents_p", "ents_r", "ents_f")
    figures: dict[str, Any] = {name: round(found[name], 4) for name in wanted}
    figures["nsubj_f"] = round(found["dep_las_per_type"]["nsubj"]["f"], 4)
    figures["ents_per_type"] = {name: round(value["f"], 4) for name, value in sorted(found["ents_per_type"].items())}
    texts = [example.reference.text for example in examples] * 3
    words = sum(len(text.split()) for text in texts)
    start = time.perf_counter()
    list(nlp.pipe(texts))
    figures["words_per_second"] = round(words / (time.perf_counter() - start))
    return figures


def without_pickle(directory: Path) -> None:
    """No file is a pickle, and loading asks for none."""
    for path in directory.rglob("*"):
        if path.is_file() and _is_pickle(path.read_bytes()):
            sys.exit(f"{path}: a pickle")
    with (
        mock.patch.object(pickle, "loads", side_effect=AssertionError),
        mock.patch.object(pickle, "load", side_effect=AssertionError),
    ):
        spacy.load(directory)


def _is_pickle(data: bytes) -> bool:
    try:
        operations = [operation.name for operation, _, _ in pickletools.genops(data)]
    except (ValueError, IndexError, UnicodeDecodeError):
        return False
    return bool(operations) and operations[-1] == "STOP"


def main(trained: Path, corpus: Path, out: Path) -> None:
    nlp = spacy.load(trained)
    name, _, version = out.name.rpartition("-")
    nlp.meta.update(
        name=f"decisionnlp_{name}",
        version=version,
        description="Small Danish pipeline: parts of speech, dependencies, lemmas, names; no word vectors.",
        author="decisionnlp",
        license="CC BY-SA 4.0",
        sources=[
            {"name": "UD_Danish-DDT (dev)", "license": "CC BY-SA 4.0"},
            {"name": "Copenhagen Dependency Treebanks, Danish (Buch-Kromann)", "license": "CC BY-SA 4.0"},
            {"name": "DaN+ (Plank, Nørgaard Jensen, van der Goot 2020)", "license": "MIT"},
        ],
    )
    figures = scores(nlp, corpus)
    nlp.meta["performance"] = figures
    nlp.to_disk(out)
    without_pickle(out)
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    if size > LIMIT:
        sys.exit(f"{out}: {size:,} bytes, more than {LIMIT:,}")
    write_manifest(out)
    print(json.dumps({"bytes": size, **figures}, indent=1))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
