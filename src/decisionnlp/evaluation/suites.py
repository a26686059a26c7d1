"""Suites: what is run on which documents, as a TOML file that a reader understands."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from decisionnlp.errors import InputError


class Requirement(BaseModel):
    """A figure that must be reached: ``measure`` is at least ``minimum - tolerance`` (or at most ``maximum + tolerance``)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    measure: str
    minimum: float | None = None
    maximum: float | None = None
    tolerance: float = Field(default=0.0, ge=0.0)


class Run(BaseModel):
    """One system on the documents of one split.

    ``input``: ``text`` (end to end), ``segmentation`` (gold segmentation, then classification and resolution) or ``labels``
    (gold labels, then extraction and resolution). ``validation``: ``fixed`` uses the model as it is; ``held-out-split`` trains the
    backend on the other splits; ``leave-one-body-out``,
    ``folds-of-bodies`` (``folds`` of them), ``leave-one-layout-out`` and ``leave-one-body-type-out`` train the backend anew for what is
    held out, on all other documents. ``config``: settings of an encoder (``transformer``, ``ensemble``), beside the suite. For ablations: ``without`` are beginnings of
    features that the ``linear`` backend leaves out (``around``: the scores of the sentences around); ``zones = "ignored"`` lets
    every sentence of an item count as outcome; ``against`` names the run that this one is compared with.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    model: str = "linear"
    input: Literal["text", "segmentation", "labels"] = "text"
    dates: Literal["given", "found"] = "given"
    split: Literal["train", "validation", "test", "all"] = "test"
    validation: Literal[
        "fixed",
        "held-out-split",
        "leave-one-body-out",
        "folds-of-bodies",
        "leave-one-layout-out",
        "leave-one-body-type-out",
    ] = "fixed"
    folds: int = Field(default=10, ge=2)
    config: str | None = None
    without: tuple[str, ...] = ()
    zones: Literal["used", "ignored"] = "used"
    against: str = ""
    require: tuple[Requirement, ...] = ()

    @model_validator(mode="after")
    def _trains_what_it_changes(self) -> Self:
        changed = self.without or self.config or self.zones == "ignored"
        if changed and (self.validation == "fixed" or self.input == "labels"):
            raise ValueError(f"run {self.name!r}: without, config and zones need a validation that trains")
        if self.without and self.model != "linear":
            raise ValueError(f"run {self.name!r}: only the linear backend leaves features out")
        if self.zones == "ignored" and self.input != "text":
            raise ValueError(f"run {self.name!r}: zones can be ignored only end to end (input = 'text')")
        if (self.model in ("transformer", "ensemble") and self.validation != "fixed") != (self.config is not None):
            raise ValueError(f"run {self.name!r}: config goes with training an encoder (transformer, ensemble)")
        return self


class Suite(BaseModel):
    """A named list of runs, and tables that are evaluated beside the minutes. ``timing`` measures what training and analysing
    cost; ``keep`` names the runs whose documents go into results by version (all where it is empty)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    description: str = ""
    runs: tuple[Run, ...] = ()
    timing: bool = False
    keep: tuple[str, ...] = ()
    deadlines: bool = False
    summaries: bool = False
    seed: int = 0
    draws: int = Field(default=2000, ge=100)
    require: tuple[Requirement, ...] = ()


def read_suite(path: Path) -> Suite:
    """The suite in the TOML file ``path``.

    Raises:
        InputError: the file is missing, is not TOML, or says something a suite does not know.
    """
    try:
        suite = Suite.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(str(path), f"not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError(str(path), f"{place}: {first['msg']}") from error
    placed = [
        run if run.config is None else run.model_copy(update={"config": str(path.parent / run.config)})
        for run in suite.runs
    ]
    return suite.model_copy(update={"runs": tuple(placed)})
