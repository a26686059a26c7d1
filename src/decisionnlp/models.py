"""Model directories by name and version, with checksums: a file that is missing, unknown or altered is refused.

Models shipped with the package lie in ``models/<name>-<version>/`` of the repository and in ``decisionnlp/_models`` of the
wheel; a user's own lie in a directory of their own (``DECISIONNLP_MODELS`` or the platform's data directory).
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from decisionnlp.errors import ModelError, no_such

MANIFEST = "manifest.json"
META = "meta.json"
_DIRECTORY = re.compile(r"^(?P<name>[a-z][a-z0-9_-]*?)-(?P<version>\d+\.\d+\.\d+[a-z0-9.+]*)$")


@dataclass(frozen=True, slots=True)
class ModelDirectory:
    """A model on disk; ``shipped`` says that it came with the package."""

    name: str
    version: str
    path: Path
    shipped: bool


def shipped_root() -> Path:
    """Where the package's own models lie: inside the wheel, or at the root of a source checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "_models"
    return inside if inside.is_dir() else package.parent.parent / "models"


def user_root() -> Path:
    """Where a user's own models lie; need not exist. ``DECISIONNLP_MODELS`` overrides the platform's data directory."""
    given = os.environ.get("DECISIONNLP_MODELS")
    if given:
        return Path(given).expanduser()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", str(Path.home() / "AppData" / "Local")))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "decisionnlp" / "models"


def list_models() -> list[ModelDirectory]:
    """Every model directory found, shipped ones first, the newest version of a name first."""
    return [*_listed(shipped_root(), shipped=True), *_listed(user_root(), shipped=False)]


def _listed(root: Path, *, shipped: bool) -> Iterator[ModelDirectory]:
    if not root.is_dir():
        return
    found = []
    for path in root.iterdir():
        match = _DIRECTORY.match(path.name)
        if match and path.is_dir():
            found.append(ModelDirectory(match["name"], match["version"], path, shipped))
    found.sort(key=lambda model: model.name)
    found.sort(key=lambda model: _version_key(model.version), reverse=True)
    yield from found


def _version_key(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


def find_model(name: str | os.PathLike[str]) -> Path:
    """The directory of a model: a path to one, ``name-version``, or ``name`` (its newest version). Shipped models come first.

    Raises:
        ModelError: there is none; the message lists those there are.
    """
    text = os.fspath(name)
    path = Path(text).expanduser()
    if path.is_dir() and (path / MANIFEST).is_file():
        return path
    if path.is_dir() and (os.sep in text or "/" in text):
        raise ModelError(f"{path}: not a model directory (no {MANIFEST})")
    known = list_models()
    for model in known:
        if text in (model.name, f"{model.name}-{model.version}"):
            return model.path
    names = ["rules", *dict.fromkeys(name for model in known for name in (model.name, f"{model.name}-{model.version}"))]
    raise ModelError(no_such("model", text, names))


def sha256_of(path: Path) -> str:
    """The checksum of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _files(directory: Path) -> set[str]:
    """Every file below a model directory but its manifest, as relative paths with forward slashes; links are not followed."""
    found = {
        path.relative_to(directory).as_posix() for path in directory.rglob("*") if path.is_symlink() or path.is_file()
    }
    return found - {MANIFEST}


def write_meta(directory: Path, meta: Mapping[str, Any]) -> None:
    """Write ``meta.json``: what the model is, what it was trained on and how it did."""
    rendered = json.dumps(meta, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (directory / META).write_text(rendered, encoding="utf-8")


def write_manifest(directory: Path) -> None:
    """Write the checksums of every file in a model directory; the last step of saving a model."""
    files = {name: sha256_of(directory / name) for name in sorted(_files(directory))}
    content = {"format": 1, "files": files}
    (directory / MANIFEST).write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def verify(directory: Path) -> None:
    """Check a model directory against its manifest.

    Raises:
        ModelError: the manifest is missing or unreadable, or a file is missing, altered, or not listed.
    """
    try:
        files = json.loads((directory / MANIFEST).read_text(encoding="utf-8"))["files"]
        listed = {str(name): str(digest) for name, digest in files.items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise ModelError(f"{directory}: no readable {MANIFEST}") from error
    present = _files(directory)
    for name in sorted(listed):
        if name not in present or (directory / name).is_symlink():
            raise ModelError(f"{directory}: {name} is missing")
        if sha256_of(directory / name) != listed[name]:
            raise ModelError(f"{directory}: {name} does not match its checksum")
    unknown = sorted(present - set(listed))
    if unknown:
        raise ModelError(f"{directory}: unknown file {unknown[0]}")
