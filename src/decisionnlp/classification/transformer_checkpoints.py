"""Checkpoints of a fine-tuning run: safetensors and JSON, no pickle."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from decisionnlp.classification.transformer_settings import TransformerSettings
from decisionnlp.errors import ModelError

# What may differ between the run that stopped and the one that goes on.
_FREE = ("checkpoint", "progress", "device", "local_files_only")


@dataclass(slots=True)
class Progress:
    """How far a run is. ``epoch``: epochs done; ``best``: lowest validation loss so far; ``stale``: epochs since; ``weights``:
    those of the best epoch, by ``part.parameter``."""

    epoch: int = 0
    best: float = float("inf")
    stale: int = 0
    weights: dict[str, Any] = field(default_factory=dict)


def weights_of(parts: dict[str, Any]) -> dict[str, Any]:
    """A copy of the weights of named modules, on the CPU."""
    return {
        f"{name}.{key}": value.detach().cpu().clone().contiguous()
        for name, part in parts.items()
        for key, value in part.state_dict().items()
    }


def put_back(parts: dict[str, Any], weights: dict[str, Any]) -> None:
    """What ``weights_of`` took."""
    for name, part in parts.items():
        own = {key.removeprefix(f"{name}."): value for key, value in weights.items() if key.startswith(f"{name}.")}
        part.load_state_dict(own)


class Checkpoint:
    """A folder with the last state of a run, or none at all (``settings.checkpoint`` is None: nothing is kept)."""

    def __init__(self, settings: TransformerSettings, seed: int, sentences: str) -> None:
        self.folder = Path(settings.checkpoint) if settings.checkpoint else None
        kept = {key: value for key, value in asdict(settings).items() if key not in _FREE}
        self.identity = {"seed": seed, "settings": kept, "sentences": sentences}

    def resume(self, parts: dict[str, Any], optimizer: Any, schedule: Any) -> Progress:
        """Puts weights, optimiser and schedule where the last run stopped; the beginning where there was none.

        Raises:
            ModelError: the folder holds a run of other settings, seed or sentences, or cannot be read.
        """
        if self.folder is None or not (self.folder / "state.json").exists():
            return Progress()
        from safetensors import SafetensorError
        from safetensors.torch import load_file

        try:
            state = json.loads((self.folder / "state.json").read_text(encoding="utf-8"))
            if state["identity"] != self.identity:
                raise ModelError(
                    f"{self.folder}: a checkpoint of other settings, seed or sentences; remove it or choose another folder"
                )
            put_back(parts, load_file(self.folder / "last.safetensors"))
            described = optimizer.state_dict()
            described["state"] = {}
            for key, value in load_file(self.folder / "optimizer.safetensors").items():
                parameter, name = key.split(".")
                described["state"].setdefault(int(parameter), {})[name] = value
            optimizer.load_state_dict(described)
            schedule.load_state_dict({**schedule.state_dict(), **state["schedule"]})
            # The optimiser's rates are the schedule's, and were read before it.
            for group, rate in zip(optimizer.param_groups, state["rates"], strict=True):
                group["lr"] = rate
            best = load_file(self.folder / "best.safetensors")
        except (OSError, LookupError, TypeError, ValueError, RuntimeError, SafetensorError) as error:
            raise ModelError(f"{self.folder}: no readable checkpoint ({type(error).__name__})") from error
        return Progress(state["epoch"], state["best"], state["stale"], best)

    def keep(self, progress: Progress, parts: dict[str, Any], optimizer: Any, schedule: Any) -> None:
        """Writes where the run is now; one killed while it writes resumes from the epoch before or refuses what it finds."""
        if self.folder is None:
            return
        from safetensors.torch import save_file

        self.folder.mkdir(parents=True, exist_ok=True)
        moments = {
            f"{parameter}.{name}": value.detach().cpu().clone().contiguous()
            for parameter, values in optimizer.state_dict()["state"].items()
            for name, value in values.items()
        }
        files = {"last": weights_of(parts), "best": progress.weights, "optimizer": moments}
        for name, tensors in files.items():
            save_file(tensors, self.folder / f"{name}.safetensors")
        described = {
            "identity": self.identity,
            "epoch": progress.epoch,
            "best": progress.best,
            "stale": progress.stale,
            "rates": [group["lr"] for group in optimizer.param_groups],
            "schedule": {"last_epoch": schedule.last_epoch, "_step_count": schedule._step_count},
        }
        temporary = self.folder / "state.json.part"
        temporary.write_text(json.dumps(described) + "\n", encoding="utf-8")
        temporary.replace(self.folder / "state.json")
