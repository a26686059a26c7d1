"""How an encoder is fine-tuned: settings, and how they are read from a TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from decisionnlp.errors import InputError

_CHOICES = {"pooling": ("mean", "first"), "bf16": ("auto", "always", "never")}


@dataclass(frozen=True, slots=True)
class TransformerSettings:
    """How an encoder is fine-tuned.

    ``encoder``: a local folder or a hub id; ``revision`` pins the latter; nothing is fetched while ``local_files_only`` holds.
    ``gguf_file``: the file in the encoder's folder that holds its weights, for models that come as GGUF. ``pooling``: ``mean``
    over the sentence's own tokens, or ``first`` token. ``length`` and ``stride``: tokens of a window, and by how many the windows
    of a long sentence overlap. ``prefix``: what the encoder was trained to read before every text (``query: `` for E5). ``freeze``
    trains the head alone, on vectors that the encoder makes once; ``frozen_layers`` leaves the embeddings and that many layers
    above them as they were published, which costs little on few sentences and about halves the time. ``warmup``: share of the
    steps. ``patience``: epochs without a better validation loss before stopping. ``validation``: share of the bodies held out.
    ``bf16``: ``auto`` (where the device has it), ``always`` or ``never``. ``device``: ``auto``, ``cpu``, ``cuda``, ``cuda:1`` …
    ``checkpoint``: a folder to resume from and to save into each epoch.

    Raises:
        ValueError: a setting outside its range; the message names it.
    """

    encoder: str = ""
    revision: str | None = None
    local_files_only: bool = True
    gguf_file: str | None = None
    prefix: str = ""
    pooling: str = "mean"
    length: int = 256
    stride: int = 64
    epochs: int = 10
    batch: int = 16
    learning_rate: float = 3e-5
    head_learning_rate: float = 1e-3
    weight_decay: float = 0.01
    warmup: float = 0.1
    patience: int = 3
    validation: float = 0.15
    freeze: bool = False
    frozen_layers: int = 0
    bf16: str = "auto"
    device: str = "auto"
    checkpoint: str | None = None
    progress: bool = True

    def __post_init__(self) -> None:
        for name, known in _CHOICES.items():
            if getattr(self, name) not in known:
                raise ValueError(f"{name} must be {' or '.join(map(repr, known))}, not {getattr(self, name)!r}")
        for name in ("length", "epochs", "batch", "patience", "learning_rate", "head_learning_rate"):
            if not getattr(self, name) > 0:
                raise ValueError(f"{name} must be above 0, not {getattr(self, name)}")
        if not 0 <= self.stride < self.length:
            raise ValueError(f"stride must be at least 0 and below length ({self.length}), not {self.stride}")
        if not 0 < self.validation < 1:
            raise ValueError(f"validation must lie between 0 and 1, not {self.validation}")
        if not 0 <= self.warmup <= 1:
            raise ValueError(f"warmup must lie between 0 and 1, not {self.warmup}")
        for name in ("weight_decay", "frozen_layers"):
            if not getattr(self, name) >= 0:
                raise ValueError(f"{name} must be at least 0, not {getattr(self, name)}")


_TYPES: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "str | None": (str,),
    "bool": (bool,),
    "int": (int,),
    "float": (float, int),
}


def settings_from(values: Mapping[str, Any], *, path: str = "") -> TransformerSettings:
    """Settings from plain values; fields left out keep their defaults.

    Raises:
        InputError: an unknown field, a value of the wrong type or outside its range, or no ``encoder``.
    """
    known = {field.name: str(field.type) for field in fields(TransformerSettings)}
    for name, value in values.items():
        if name not in known:
            raise InputError(path, f"unknown field {name!r}; known are {', '.join(known)}")
        wanted = _TYPES[known[name]]
        # A bool is an int to Python, not to the reader of a settings file.
        if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
            raise InputError(path, f"{name} must be {known[name].removesuffix(' | None')}, not {value!r}")
    if not values.get("encoder"):
        raise InputError(path, "names no encoder: a local folder, or a hub id with a revision")
    try:
        return TransformerSettings(**values)
    except ValueError as error:
        raise InputError(path, str(error)) from error


def read_settings(path: Path) -> TransformerSettings:
    """Settings from a TOML file, the fields of ``TransformerSettings`` at its top level.

    Raises:
        InputError: the file cannot be read, is not TOML, or ``settings_from`` refuses it.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"not a TOML file: {error}") from error
    return settings_from(values, path=str(path))
