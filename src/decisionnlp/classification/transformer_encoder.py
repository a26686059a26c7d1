"""A Hugging Face encoder with its tokenizer: sentences with their context in, one vector per sentence out.

torch and transformers (the ``transformers`` extra) are imported when an encoder is fetched or loaded, never before. Weights are
read from safetensors (or, once frozen, from a GGUF file) only; nothing is fetched unless ``local_files_only`` is turned off.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any, Self

from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.transformer_settings import TransformerSettings
from decisionnlp.classification.transformer_windows import Window, windows
from decisionnlp.errors import MissingExtraError, ModelError

_COMMIT = re.compile(r"[0-9a-f]{40}")
_HUB_ID = re.compile(r"[\w.-]+(?:/[\w.-]+)?")


def import_torch() -> Any:
    """torch, with transformers at hand and quiet.

    Raises:
        MissingExtraError: torch or transformers is not installed.
    """
    try:
        import torch
        import transformers
    except ImportError as error:
        raise MissingExtraError("the transformer backend", "transformers") from error
    transformers.logging.set_verbosity_error()
    transformers.logging.disable_progress_bar()
    return torch


class Encoder:
    """``model`` turns token ids into states, ``settings`` say how those become one vector of ``width`` numbers a sentence."""

    def __init__(self, model: Any, tokenizer: Any, settings: TransformerSettings) -> None:
        self.torch = import_torch()
        wanted = settings.device
        self.device = self.torch.device(
            ("cuda" if self.torch.cuda.is_available() else "cpu") if wanted == "auto" else wanted
        )
        self.model = model.to(self.device)
        self.tokenizer = tokenizer
        self.settings = settings
        config = model.config.get_text_config()
        self.width = int(config.hidden_size)
        # RoBERTa's positions start behind the padding index: two of them are never used.
        self.length = min(settings.length, int(getattr(config, "max_position_embeddings", settings.length + 2)) - 2)
        if tokenizer.pad_token_id is None:
            tokenizer.pad_token = tokenizer.eos_token or tokenizer.unk_token

    @classmethod
    def fetch(cls, settings: TransformerSettings) -> Self:
        """The encoder that ``settings`` name, its weights as they were published.

        Raises:
            ModelError: it is not named, not pinned to a commit, not at hand, or has no safetensors.
        """
        import_torch()
        if not settings.encoder:
            raise ModelError("the transformer backend needs an encoder: a local folder, or a hub id with a revision")
        folder = Path(settings.encoder).exists()
        pinned = settings.revision is not None and _COMMIT.fullmatch(settings.revision) is not None
        if not folder and not pinned and _HUB_ID.fullmatch(settings.encoder):
            raise ModelError(
                f"{settings.encoder}: no such folder, and a model from the hub needs a pinned revision: the 40 digits of a commit"
            )
        options: dict[str, Any] = {"revision": settings.revision, "local_files_only": settings.local_files_only}
        if settings.gguf_file:
            options["gguf_file"] = settings.gguf_file
        return cls._read(settings.encoder, settings, options, safetensors=not settings.gguf_file)

    @classmethod
    def load(cls, folder: Path, settings: TransformerSettings) -> Self:
        """An encoder that ``save`` wrote.

        Raises:
            ModelError: the folder does not hold one.
        """
        import_torch()
        return cls._read(str(folder), settings, {"local_files_only": True}, safetensors=True)

    @classmethod
    def _read(cls, place: str, settings: TransformerSettings, options: dict[str, Any], *, safetensors: bool) -> Self:
        from transformers import AutoModel, AutoTokenizer

        options = {**options, "trust_remote_code": False}
        try:
            tokenizer = AutoTokenizer.from_pretrained(place, **options)
            model = AutoModel.from_pretrained(place, **options, **({"use_safetensors": True} if safetensors else {}))
        except (OSError, ValueError) as error:
            raise ModelError(f"{place}: cannot be loaded: {(str(error).splitlines() or [''])[0]}") from error
        if not safetensors:
            _forget_gguf(model)
        if getattr(model, "pooler", None) is not None:
            # Never read here. Where the checkpoint lacks it, it would be made up at random, and no two trained models be the same.
            model.pooler = None
        return cls(model.float(), tokenizer, settings)

    def save(self, folder: Path) -> None:
        """Weights as safetensors, configuration and tokenizer as JSON."""
        self.model.save_pretrained(folder, safe_serialization=True)
        self.tokenizer.save_pretrained(folder)

    def learning(self) -> list[Any]:
        """The parameters that fine-tuning changes: those above ``settings.frozen_layers``; the others are told to stay.

        Raises:
            ModelError: it has fewer layers, or none that can be told apart.
        """
        wanted = self.settings.frozen_layers
        lists = [part for part in self.model.modules() if isinstance(part, self.torch.nn.ModuleList)]
        stack: Any = max(lists, key=len, default=[])
        if wanted >= max(len(stack), 1):
            raise ModelError(f"frozen_layers is {wanted}, but the encoder has {len(stack)} layers to learn with")
        # Models declare what they read with before what reads it: embeddings, layers from below, what lies above them.
        first = next(stack[wanted].parameters()) if wanted else None
        held = wanted > 0
        for parameter in self.model.parameters():
            held = held and parameter is not first
            parameter.requires_grad_(not held)
        return [parameter for parameter in self.model.parameters() if parameter.requires_grad]

    def precision(self) -> Any:
        """The context in which it computes: bfloat16 where the settings and the device say so."""
        has = self.device.type == "cuda" and self.torch.cuda.is_bf16_supported()
        if self.settings.bf16 == "never" or (self.settings.bf16 == "auto" and not has):
            return nullcontext()
        return self.torch.autocast(self.device.type, dtype=self.torch.bfloat16)

    def windows(self, contexts: Sequence[SentenceContext]) -> list[list[Window]]:
        """The windows of each sentence; together they hold every token of it."""
        chosen = self.settings
        return [
            windows(c, self.tokenizer, length=self.length, stride=chosen.stride, prefix=chosen.prefix) for c in contexts
        ]

    def vectors(self, rows: Sequence[Sequence[Window]]) -> Any:
        """``[rows, width]`` float32 on the device: the windows of a sentence weigh as many of its tokens as they hold."""
        torch = self.torch
        flat = [(row, window) for row, own in enumerate(rows) for window in own]
        size = (len(flat), max(len(window.ids) for _, window in flat))
        ids = torch.full(size, int(self.tokenizer.pad_token_id or 0), dtype=torch.long)
        attention, own = torch.zeros(size, dtype=torch.long), torch.zeros(size, dtype=torch.float32)
        for place, (_, window) in enumerate(flat):
            ids[place, : len(window.ids)] = torch.tensor(window.ids)
            attention[place, : len(window.ids)] = 1
            own[place, : len(window.own)] = torch.tensor(window.own, dtype=torch.float32)
        ids, attention, own = ids.to(self.device), attention.to(self.device), own.to(self.device)
        with self.precision():
            states = self.model(input_ids=ids, attention_mask=attention).last_hidden_state
        states = states.float()
        weight = own.sum(1, keepdim=True).clamp(min=1)
        first = self.settings.pooling == "first"
        pooled = states[:, 0] if first else (states * own.unsqueeze(-1)).sum(1) / weight
        if len(flat) == len(rows):
            return pooled
        place_of = torch.tensor([row for row, _ in flat], device=self.device)
        total = torch.zeros((len(rows), self.width), device=self.device).index_add(0, place_of, pooled * weight)
        mass = torch.zeros((len(rows), 1), device=self.device).index_add(0, place_of, weight)
        return total / mass

    def features(self, contexts: Sequence[SentenceContext]) -> Any:
        """``[contexts, width]`` float32 on the CPU, without gradients: what it makes of each sentence as it stands."""
        torch = self.torch
        rows = self.windows(contexts)
        found = torch.zeros((len(rows), self.width))
        # Alike lengths together: less padding.
        order = sorted(range(len(rows)), key=lambda row: max(len(window.ids) for window in rows[row]))
        self.model.eval()
        with torch.inference_mode():
            for start in range(0, len(order), self.settings.batch):
                chosen = order[start : start + self.settings.batch]
                found[chosen] = self.vectors([rows[row] for row in chosen]).cpu()
        return found


def _forget_gguf(model: Any) -> None:
    """Lets a model that came from a GGUF file be saved like any other: its weights have been expanded, only the marks remain.

    Raises:
        ModelError: the weights are still packed.
    """
    if not all(parameter.is_floating_point() for parameter in model.parameters()):
        raise ModelError("the weights of the GGUF file were not expanded by this version of transformers")
    model.hf_quantizer = None
    model.is_quantized = False
    for config in (model.config, model.config.get_text_config()):
        if getattr(config, "quantization_config", None) is not None:
            del config.quantization_config
