"""UIMA CAS (XMI with its type system embedded in a zip, as INCEpTION exchanges it), in and out, by dkpro-cassis."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from decisionnlp.corpus.graph import HEAD, Edge, Graph, Node
from decisionnlp.corpus.labelstudio import ATTRIBUTES
from decisionnlp.errors import InputError, MissingExtraError

SPAN_TYPE = "webanno.custom.DecisionSpan"
EDGE_TYPE = "webanno.custom.DecisionLink"
HEAD_TYPE = "webanno.custom.DecisionDocument"
_XMI, _TYPES = "document.xmi", "TypeSystem.xml"
_MOST_BYTES = 64 * 1024 * 1024


def _feature(name: str) -> str:
    """Prefixed, since UIMA and Python reserve names such as ``type``."""
    return f"decision_{name}"


def _cassis() -> Any:
    try:
        import cassis
    except ImportError as error:
        raise MissingExtraError("INCEpTION import and export", "annotation") from error
    return cassis


def write_inception(graph: Graph) -> bytes:
    """A zip with ``document.xmi`` and ``TypeSystem.xml``.

    Raises:
        InputError: the text holds a character that XML cannot carry; MissingExtraError: dkpro-cassis is not installed.
    """
    cassis = _cassis()
    types = cassis.TypeSystem()
    span = types.create_type(SPAN_TYPE, supertypeName="uima.tcas.Annotation")
    for name in ("key", "layer", *map(_feature, ATTRIBUTES)):
        types.create_feature(span, name, "uima.cas.String")
    link = types.create_type(EDGE_TYPE, supertypeName="uima.tcas.Annotation")
    types.create_feature(link, "Governor", span)
    types.create_feature(link, "Dependent", span)
    types.create_feature(link, "label", "uima.cas.String")
    head = types.create_type(HEAD_TYPE, supertypeName="uima.tcas.Annotation")
    for name in HEAD:
        types.create_feature(head, f"document_{name}", "uima.cas.String")
    cas = cassis.Cas(types)
    cas.sofa_string = graph.text
    cas.sofa_mime = "text/plain"
    cas.add(head(begin=0, end=len(graph.text), **{f"document_{name}": graph.head[name] for name in HEAD}))
    placed = {}
    for node in graph.nodes:
        given = {_feature(name): value for name, value in node.attributes.items()}
        placed[node.id] = span(begin=node.start, end=node.end, key=node.id, layer=node.kind, **given)
        cas.add(placed[node.id])
    for edge in graph.edges:
        source, target = placed[edge.source], placed[edge.target]
        cas.add(link(begin=target.begin, end=target.end, Governor=source, Dependent=target, label=edge.label))
    try:
        xmi: str = cas.to_xmi()
    except ValueError as error:
        raise InputError(graph.head["id"], f"cannot be written as XML: {error}") from error
    described: str = types.to_xml()
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in ((_XMI, xmi), (_TYPES, described)):
            # A fixed date: the same annotation gives the same file.
            packed.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content)
    return archive.getvalue()


def read_inception(content: bytes, *, path: str = "") -> Graph:
    """The document of such a zip.

    Raises:
        InputError: it is no such zip, or far too large when unpacked; MissingExtraError: dkpro-cassis is not installed.
    """
    cassis = _cassis()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = packed.namelist()
            xmi = next(name for name in names if name.endswith(".xmi"))
            described = next(name for name in names if name.endswith("TypeSystem.xml"))
            if sum(info.file_size for info in packed.infolist()) > _MOST_BYTES:
                raise InputError(path, "unpacks to more than 64 MiB")
            types = cassis.load_typesystem(io.BytesIO(packed.read(described)))
            cas = cassis.load_cas_from_xmi(io.BytesIO(packed.read(xmi)), typesystem=types)
    except (zipfile.BadZipFile, StopIteration) as error:
        raise InputError(path, "is no zip with an .xmi and a TypeSystem.xml") from error
    head = next(iter(cas.select(HEAD_TYPE)))
    nodes = []
    for found in cas.select(SPAN_TYPE):
        given = {name: value for name in ATTRIBUTES if (value := getattr(found, _feature(name))) is not None}
        nodes.append(Node(found.key, found.layer, found.begin, found.end, given))
    edges = [Edge(found.Governor.key, found.Dependent.key, found.label) for found in cas.select(EDGE_TYPE)]
    return Graph(
        {name: getattr(head, f"document_{name}") for name in HEAD}, cas.sofa_string, tuple(nodes), tuple(edges)
    )
