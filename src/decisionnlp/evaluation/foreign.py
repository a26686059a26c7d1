"""Somebody else's classifier, named as ``package.module:Name``: anything that fits the protocol runs in the harness."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path

from decisionnlp.classification import Classifier
from decisionnlp.errors import InputError

_NAMED = re.compile(r"(?P<module>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*):(?P<name>[A-Za-z_]\w*)")


def is_foreign(model: str) -> bool:
    """Whether a model's name says where its code lies (a Windows path such as ``C:model`` also looks like it: write ``C:\\model``)."""
    return _NAMED.fullmatch(model) is not None


def foreign_classifier(model: str) -> Classifier:
    """A new classifier of the class (or from the function without arguments) that ``model`` names; modules in the working
    directory are found too.

    Raises:
        InputError: there is no such module or name, or what it makes lacks a part of the protocol.
    """
    match = _NAMED.fullmatch(model)
    if match is None:
        raise InputError("", f"{model}: not of the form package.module:Name")
    here = str(Path.cwd())
    if here not in sys.path:
        sys.path.insert(0, here)
    try:
        make = getattr(import_module(match["module"]), match["name"])
    except (ImportError, AttributeError) as error:
        raise InputError("", f"{model}: cannot be imported: {error}") from error
    made = make()
    if not isinstance(made, Classifier):
        parts = [
            part for part in ("name", "version", "fit", "predict", "explain", "save", "load") if not hasattr(made, part)
        ]
        raise InputError("", f"{model}: a classifier also needs {', '.join(parts)}")
    return made
