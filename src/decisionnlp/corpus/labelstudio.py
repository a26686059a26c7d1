"""Label Studio's task JSON (``labels`` regions with per-region ``textarea`` attributes, and relations), in and out.

Form: https://labelstud.io/guide/export#Label-Studio-JSON-format-of-annotated-tasks. ``LABELING_CONFIG`` is the project's interface.
"""

from __future__ import annotations

import json
from typing import Any

from decisionnlp.corpus.graph import HEAD, KINDS, Edge, Graph, Node

ATTRIBUTES = (
    "kind", "date", "body", "number", "title", "outcome", "closed", "zone", "heading", "labels", "resolves", "answers", "name",
    "type", "relation", "earliest", "latest", "rrule", "anchor", "approximate", "subtype",
)  # fmt: skip

LABELING_CONFIG = "\n".join(
    [
        "<View>",
        '  <Labels name="layer" toName="text">',
        *(f'    <Label value="{kind}"/>' for kind in KINDS),
        "  </Labels>",
        '  <Text name="text" value="$text"/>',
        *(f'  <TextArea name="{name}" toName="text" perRegion="true" editable="true"/>' for name in ATTRIBUTES),
        "</View>",
    ]
)


def write_labelstudio(graph: Graph) -> str:
    """One task as Label Studio imports it."""
    result: list[dict[str, Any]] = []
    for node in graph.nodes:
        place = {"start": node.start, "end": node.end}
        region = {"id": node.id, "from_name": "layer", "to_name": "text", "type": "labels"}
        result.append({**region, "value": {**place, "text": graph.text[node.start : node.end], "labels": [node.kind]}})
        for name, value in node.attributes.items():
            result.append(
                {
                    "id": node.id,
                    "from_name": name,
                    "to_name": "text",
                    "type": "textarea",
                    "value": {**place, "text": [value]},
                }
            )
    for edge in graph.edges:
        result.append(
            {
                "from_id": edge.source,
                "to_id": edge.target,
                "type": "relation",
                "direction": "right",
                "labels": [edge.label],
            }
        )
    task = {
        "data": {"text": graph.text, **{f"meta_{name}": graph.head[name] for name in HEAD}},
        "annotations": [{"result": result}],
    }
    return json.dumps([task], ensure_ascii=False, indent=1) + "\n"


def read_labelstudio(content: str) -> list[Graph]:
    """The tasks of an export; of several annotations of a task the last one counts, cancelled ones don't.

    Raises:
        KeyError, ValueError, TypeError: the content is no such export.
    """
    tasks = json.loads(content)
    if not isinstance(tasks, list):
        raise TypeError("an export is a list of tasks")
    return [_graph(task) for task in tasks]


def _graph(task: dict[str, Any]) -> Graph:
    data = task["data"]
    given = [annotation for annotation in task["annotations"] if not annotation.get("was_cancelled")]
    nodes: dict[str, Node] = {}
    attributes: dict[str, dict[str, str]] = {}
    edges = []
    for entry in given[-1]["result"]:
        if entry["type"] == "labels":
            value = entry["value"]
            nodes[entry["id"]] = Node(entry["id"], value["labels"][0], value["start"], value["end"])
        elif entry["type"] == "textarea":
            attributes.setdefault(entry["id"], {})[entry["from_name"]] = entry["value"]["text"][0]
        elif entry["type"] == "relation":
            edges.append(Edge(entry["from_id"], entry["to_id"], entry["labels"][0]))
    filled = (Node(node.id, node.kind, node.start, node.end, attributes.get(node.id, {})) for node in nodes.values())
    return Graph({name: data[f"meta_{name}"] for name in HEAD}, data["text"], tuple(filled), tuple(edges))
