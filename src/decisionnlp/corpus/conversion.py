"""Gold documents in the forms of annotation tools: marked text, Label Studio, INCEpTION."""

from __future__ import annotations

from pathlib import Path

from decisionnlp.corpus.graph import from_graph, to_graph
from decisionnlp.corpus.inception import read_inception, write_inception
from decisionnlp.corpus.labelstudio import read_labelstudio, write_labelstudio
from decisionnlp.corpus.marked import parse_marked
from decisionnlp.corpus.marking import write_marked
from decisionnlp.corpus.records import GoldDocument
from decisionnlp.errors import InputError, no_such

FORMATS = ("marked", "labelstudio", "inception")


def _unknown(format: str) -> InputError:
    return InputError("", no_such("annotation format", format, FORMATS))


def read_format(path: Path, format: str) -> list[GoldDocument]:
    """The documents in the file ``path``.

    Raises:
        InputError: there is no such format, or the file is not of it.
    """
    if format not in FORMATS:
        raise _unknown(format)
    try:
        content = path.read_bytes()
        if format == "marked":
            return [parse_marked(content.decode("utf-8"), path=str(path))]
        if format == "labelstudio":
            return [from_graph(graph) for graph in read_labelstudio(content.decode("utf-8"))]
        return [from_graph(read_inception(content, path=str(path)))]
    except InputError:
        raise
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from error
    except (KeyError, ValueError, TypeError, IndexError) as error:
        raise InputError(str(path), f"is no {format} file: {type(error).__name__} {error}") from error


def write_format(document: GoldDocument, format: str) -> tuple[str, str | bytes]:
    """File name and content of ``document`` in ``format``.

    Raises:
        InputError: there is no such format, or it cannot carry the text.
    """
    if format == "marked":
        return f"{document.id}.marked", write_marked(document)
    if format == "labelstudio":
        return f"{document.id}.json", write_labelstudio(to_graph(document))
    if format == "inception":
        return f"{document.id}.zip", write_inception(to_graph(document))
    raise _unknown(format)
