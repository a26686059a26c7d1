"""Language models by transformers: sequence-to-sequence or causal, from a folder or the hub, weights in safetensors or GGUF."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from decisionnlp.errors import InputError, MissingExtraError, ModelError

_COMMIT = re.compile(r"[0-9a-f]{40}$")


class Generator(Protocol):
    """Whatever continues a prompt. ``context`` is how many tokens prompt and answer may have together."""

    name: str
    context: int
    instructed: bool

    def count(self, text: str) -> int:
        """How many tokens ``text`` has."""

    def generate(self, prompt: str, *, max_new_tokens: int) -> str:
        """The answer alone, without the prompt."""


@dataclass(frozen=True, slots=True)
class TransformersGenerator:
    """A model of transformers. ``joint`` says that prompt and answer share the context (causal models)."""

    name: str
    context: int
    instructed: bool
    joint: bool
    tokenizer: Any
    model: Any

    def count(self, text: str) -> int:
        return len(self.tokenizer(text, add_special_tokens=False)["input_ids"])

    def generate(self, prompt: str, *, max_new_tokens: int) -> str:
        import torch

        if self.joint and getattr(self.tokenizer, "chat_template", None):
            prompt = self.tokenizer.apply_chat_template(
                [{"role": "user", "content": prompt}], tokenize=False, add_generation_prompt=True
            )
            encoded = self.tokenizer(prompt, return_tensors="pt", add_special_tokens=False)
        else:
            encoded = self.tokenizer(prompt, return_tensors="pt")
        given = {key: encoded[key] for key in ("input_ids", "attention_mask") if key in encoded}
        with torch.inference_mode():
            out = self.model.generate(
                **given,
                max_new_tokens=max_new_tokens,
                do_sample=False,
                num_beams=1,
                no_repeat_ngram_size=6,
                pad_token_id=self.tokenizer.pad_token_id
                if self.tokenizer.pad_token_id is not None
                else self.tokenizer.eos_token_id,
            )
        tokens = out[0][given["input_ids"].shape[1] :] if self.joint else out[0]
        return str(self.tokenizer.decode(tokens, skip_special_tokens=True)).strip()


def load_generator(
    model: str | os.PathLike[str],
    *,
    revision: str | None = None,
    gguf_file: str | None = None,
    local_files_only: bool = False,
    instructed: bool | None = None,
    context: int | None = None,
) -> TransformersGenerator:
    """A sequence-to-sequence or causal model.

    Args:
        model: a folder, or a hub id; a hub id needs ``revision``, the commit (40 hexadecimal digits) that was looked at.
        gguf_file: the name of a GGUF file in the folder or repository; else only safetensors are read, never pickles.
        local_files_only: nothing is downloaded.
        instructed: give the model the Danish prompt; by default causal models get it, sequence-to-sequence ones the bare text.
        context: tokens that fit, where the model does not say.

    Raises:
        MissingExtraError: transformers or torch is not installed. InputError: a hub id without a commit.
        ModelError: the model cannot be loaded.
    """
    name = os.fspath(model)
    local = Path(name).is_dir()
    if not local and not (revision and _COMMIT.match(revision)):
        raise InputError(
            "", f"{name} is no folder; a model of the hub needs revision=, the commit to use (40 hexadecimal digits)"
        )
    try:
        import torch
        from transformers import AutoConfig, AutoModelForCausalLM, AutoModelForSeq2SeqLM, AutoTokenizer
    except ImportError as error:
        raise MissingExtraError("abstractive summaries", "transformers") from error
    options: dict[str, Any] = {"local_files_only": local_files_only or local, "trust_remote_code": False}
    if not local:
        options["revision"] = revision
    if gguf_file:
        options["gguf_file"] = gguf_file
    try:
        config = AutoConfig.from_pretrained(name, **options)
        joint = not bool(getattr(config, "is_encoder_decoder", False))
        tokenizer = AutoTokenizer.from_pretrained(name, **options)
        family = AutoModelForCausalLM if joint else AutoModelForSeq2SeqLM
        weights = {} if gguf_file else {"use_safetensors": True}
        loaded = family.from_pretrained(name, dtype=torch.float32, **weights, **options)
    except Exception as error:  # transformers raises whatever its parts raise
        raise ModelError(
            f"{name}: cannot be loaded: {str(error).splitlines()[0] if str(error) else type(error).__name__}"
        ) from error
    loaded.eval()
    shown = Path(name).name if local else f"{name}@{revision}"
    known = _context(config, tokenizer)
    return TransformersGenerator(
        shown, context or known, joint if instructed is None else instructed, joint, tokenizer, loaded
    )


def _context(config: Any, tokenizer: Any) -> int:
    """The smallest length that configuration and tokenizer state; 1024 where neither does."""
    stated = [getattr(config, key, None) for key in ("max_position_embeddings", "n_positions")]
    lengths = [
        int(value)
        for value in (*stated, getattr(tokenizer, "model_max_length", None))
        if value and 0 < int(value) < 10**7
    ]
    return min(lengths) if lengths else 1024
