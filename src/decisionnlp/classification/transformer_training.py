"""Training the transformer backend from rows of the corpus, with what a reader of the model directory wants to know."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.protocol import Gold
from decisionnlp.classification.transformer import TransformerClassifier
from decisionnlp.classification.transformer_settings import TransformerSettings
from decisionnlp.classification.transformer_windows import marked_parts
from decisionnlp.models import write_manifest


def train_transformer(
    contexts: Sequence[SentenceContext],
    gold: Sequence[Gold],
    groups: Sequence[str],
    *,
    output: Path,
    meta: dict[str, Any],
    seed: int,
    settings: TransformerSettings | None,
) -> None:
    """Fine-tune and write the model directory; ``meta`` goes into its ``meta.json``.

    Raises:
        ModelError: the encoder cannot be loaded, or there is too little to learn from; MissingExtraError: torch or transformers is
            not installed.
    """
    model = TransformerClassifier(settings, seed=seed)
    kept = distinct_rows(contexts, gold, groups)
    model.fit([contexts[i] for i in kept], [gold[i] for i in kept], [groups[i] for i in kept])
    model.version = meta["version"]
    libraries = {name: version_of(name) for name in ("torch", "transformers", "tokenizers")}
    model.meta = {**meta, **model.meta, "sentences_read": len(kept), "libraries": libraries}
    model.save(output)
    (output / "card.md").write_text(model_card(model), encoding="utf-8")
    write_manifest(output)


def distinct_rows(contexts: Sequence[SentenceContext], gold: Sequence[Gold], groups: Sequence[str]) -> list[int]:
    """One of the rows that an encoder cannot tell apart: a sentence that gold and automatic segmentation cut alike is read once."""
    found: dict[Any, int] = {}
    for row, context in enumerate(contexts):
        labels = tuple(sorted((label.value, subtype or "") for label, subtype in gold[row].labels.items()))
        found.setdefault((groups[row], context.start, marked_parts(context), labels), row)
    return list(found.values())


def model_card(model: TransformerClassifier) -> str:
    """The model card in Markdown."""
    meta, settings = model.meta, model.settings
    trained = meta["trained_on"]
    encoder = f"`{settings.encoder}`" + (f", revision `{settings.revision}`" if settings.revision else "")
    lines = [
        f"# decisionnlp {meta['name']} {model.version}",
        "",
        "Labels sentences of Danish meeting minutes (outcome zones only) with APPROVAL, DECISION and FOLLOW_UP.",
        "",
        f"- Encoder: {encoder}, {'frozen' if settings.freeze else 'fine-tuned'}, {settings.pooling} pooling, windows of {settings.length} tokens.",
        "  Its own licence holds for its weights, which are part of this directory.",
        f"- Trained on {trained['documents']} minutes of {trained['bodies']} bodies ({meta['sentences_read']} distinct sentences of outcome zones,",
        f"  segmentation: {trained['segmentation']}); sha256 of texts and labels: `{trained['sha256']}`.",
        f"- {meta['epochs']} epochs, seed {model.seed}; loss {meta['validation_loss']:.4f} on {len(meta['held_out_bodies'])} bodies held out for early stopping,",
        "  calibration and thresholds. No figures beside it: `decisionnlp evaluate` gives them.",
        "- Libraries: " + ", ".join(f"{name} {number}" for name, number in meta["libraries"].items()) + ".",
        "",
    ]
    return "\n".join(lines)
