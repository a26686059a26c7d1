"""Why the linear classifier's first look says what it says: each feature's part in the scores, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from decisionnlp.classification.features import GROUPS
from decisionnlp.classification.firings import Reading
from decisionnlp.classification.linear_weights import SCALES, LinearWeights
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


def feature_reasons(
    learned: LinearWeights, index: Mapping[str, int], row: Sequence[str], reading: Reading, limit: int = 8
) -> list[Reason]:
    """The ``limit`` weightiest features of a row for and against each label; ``index`` numbers the vocabulary."""
    groups: dict[str, list[str]] = {}
    for feature in dict.fromkeys(row):
        if feature in index:
            groups.setdefault(feature[0], []).append(feature)
    through = _open_units(learned, index, groups) @ learned.hidden_out[:, : len(LABELS)]
    weighed: list[tuple[str, NDArray[np.float64]]] = []
    letters, together = np.zeros(len(LABELS)), np.zeros(len(LABELS))
    for group, names in groups.items():
        scale = SCALES[group] / len(names) ** 0.5
        for name in names:
            place = index[name]
            weight = (learned.weights[place, : len(LABELS)] + learned.hidden[place] @ through) / 2 * scale
            if group == "c":
                letters += weight
            elif group == "r" and (">" in name or name.startswith("r:all=")):
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


def _open_units(learned: LinearWeights, index: Mapping[str, int], groups: dict[str, list[str]]) -> NDArray[np.float64]:
    """``[units, units]``: a one for each unit that these features open. A layer of rectified units is linear where the same
    units are open, so a feature's part in the scores is known exactly."""
    total = learned.hidden_bias.astype(np.float64)
    for group, names in groups.items():
        places = [index[name] for name in names]
        total += learned.hidden[places].astype(np.float64).sum(axis=0) * (SCALES[group] / len(names) ** 0.5)
    return np.diag((total > 0).astype(np.float64))


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
