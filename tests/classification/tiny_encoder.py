"""An encoder that the tests build themselves, tokenizer included: no download, no stored weights."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.transformer_windows import marked_parts


def tiny_encoder(path: Path, contexts: Sequence[SentenceContext]) -> Path:
    """A word-level tokenizer that knows the words of ``contexts``, and a BERT of two narrow layers, in ``path``."""
    import torch
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    found: dict[str, int] = {}
    for special in ("[PAD]", "[UNK]", "[CLS]", "[SEP]"):
        found[special] = len(found)
    pre = pre_tokenizers.BertPreTokenizer()
    for context in contexts:
        for part in marked_parts(context):
            for word, _ in pre.pre_tokenize_str(part.lower()):
                found.setdefault(word, len(found))
    tokenizer = Tokenizer(models.WordLevel(found, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", found["[CLS]"]), ("[SEP]", found["[SEP]"])]
    )
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]", sep_token="[SEP]"
    )
    fast.save_pretrained(path)
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(found), hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64,
        max_position_embeddings=64,
    )  # fmt: skip
    BertModel(config).save_pretrained(path, safe_serialization=True)
    return path
