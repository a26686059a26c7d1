"""Suites: what is run on which documents, as a TOML file that a reader understands."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

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
    ``folds-of-bodies`` (ten folds) and ``leave-one-layout-out`` train the backend anew for what is held out, on all other documents.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    model: str = "linear"
    input: Literal["text", "segmentation", "labels"] = "text"
    dates: Literal["given", "found"] = "given"
    split: Literal["train", "validation", "test", "all"] = "test"
    validation: Literal["fixed", "held-out-split", "leave-one-body-out", "folds-of-bodies", "leave-one-layout-out"] = (
        "fixed"
    )
    require: tuple[Requirement, ...] = ()


class Suite(BaseModel):
    """A named list of runs, and tables that are evaluated beside the minutes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    description: str = ""
    runs: tuple[Run, ...] = ()
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
        return Suite.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(str(path), f"not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError(str(path), f"{place}: {first['msg']}") from error
