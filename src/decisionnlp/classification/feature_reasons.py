"""Why the linear classifier's first look says what it says: each feature's part in the scores, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from decisionnlp.classification.features import GROUPS, SCALES
from decisionnlp.classification.firings import Reading
from decisionnlp.classification.linear_weights import LinearWeights
from decisionnlp.classification.protocol import LABELS, Reason

_SIDES = {"<": "the sentence before", ">": "the sentence after"}


_FORMS = {
    "pres": "present", "pass": "present passive", "pret": "past", "passpret": "past passive", "perf": "perfect",
    "passperf": "perfect passive", "part": "bare participle", "inf": "infinitive", "infpass": "passive infinitive",
}  # fmt: skip
_SUBJECTS = {
    "body": "the body acts", "admin": "a unit acts", "person": "a person acts", "member": "one side acts",
    "matter": "the matter is the subject", "thing": "a thing is the subject", "der": "“der” is the subject",
}  # fmt: skip


def feature_parts(
    learned: LinearWeights, index: Mapping[str, int], row: Sequence[str]
) -> tuple[list[tuple[str, NDArray[np.float64]]], NDArray[np.float64]]:
    """What each feature of a row adds to the first look's scores of the labels (``[3]`` each), and what stands without any
    (``[3]``); together they are the scores. A layer of rectified units is linear where the same units are open, so that a
    feature's part is known exactly. ``index`` numbers the vocabulary."""
    groups: dict[str, list[str]] = {}
    for feature in dict.fromkeys(row):
        if feature in index:
            groups.setdefault(feature[0], []).append(feature)
    names = [name for group in groups.values() for name in group]
    places = [index[name] for name in names]
    scale = np.array([SCALES[group] / len(own) ** 0.5 for group, own in groups.items() for _ in own])[:, None]
    linear, into = learned.weights[places, : len(LABELS)] * scale, learned.hidden[places] * scale
    open_units = into.sum(axis=0) + learned.hidden_bias > 0
    out = learned.hidden_out[open_units, : len(LABELS)]
    parts = (linear + into[:, open_units] @ out) / 2
    standing = (
        learned.bias[: len(LABELS)] + learned.hidden_bias[open_units] @ out + learned.hidden_out_bias[: len(LABELS)]
    )
    return list(zip(names, parts, strict=True)), np.asarray(standing / 2, dtype=np.float64)


def feature_reasons(
    learned: LinearWeights, index: Mapping[str, int], row: Sequence[str], reading: Reading, limit: int = 8
) -> list[Reason]:
    """The ``limit`` weightiest features of a row for and against each label; ``index`` numbers the vocabulary."""
    weighed: list[tuple[str, NDArray[np.float64]]] = []
    letters, together = np.zeros(len(LABELS)), np.zeros(len(LABELS))
    for name, weight in feature_parts(learned, index, row)[0]:
        if name[0] == "c":
            letters += weight
        elif name[0] == "r" and (">" in name or name.startswith("r:all=")):
            together += weight
        else:
            weighed.append((name, weight))
    weighed += [("c:", letters), ("r:*", together)]
    words = {firing.rule: firing.words for firing in reading.firings}
    found = []
    for i, label in enumerate(LABELS):
        top = sorted(weighed, key=lambda pair: -abs(pair[1][i]))[:limit]
        found += [Reason(label, round(float(w[i]), 3), _say(name, words), name) for name, w in top if abs(w[i]) >= 0.05]
    return found


def _say(feature: str, words: dict[str, str]) -> str:
    """A feature in words."""
    group, value = feature[0], feature[2:]
    what = GROUPS[group][1]
    if group == "c":
        return "the letters of its words"
    if value == "*":
        return "what the rules say together"
    if group == "r":
        rule = value.lstrip("-").split("/")[-1]
        said = words.get(rule)
        return f"the rule {rule}" + (f" at “{said}”" if said else "")
    if group == "n":
        return f"{_SIDES.get(value[0], 'a neighbour')}: {value[1:]}"
    if group == "s" and value.startswith(("m", "at/", "inf/", "idet/")):
        parts = [_FORMS.get(part) or _SUBJECTS.get(part) or part for part in value.split("/")[1:] if part]
        return f"{'its main clause' if value[0] == 'm' else 'a clause in it'}: {', '.join(parts)}"
    return f"{what} “{value}”"
