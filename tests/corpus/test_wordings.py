"""Worded items: read, refused where they are wrong, and learned from."""

from __future__ import annotations

from pathlib import Path

import pytest

from decisionnlp.classification.training import training_rows
from decisionnlp.classification.worded import worded_contexts
from decisionnlp.corpus.wordings import parse_wordings, read_wordings
from decisionnlp.document import Label, Outcome, Subtype
from decisionnlp.errors import InputError

FOLDER = Path(__file__).parents[2] / "annotations" / "wordings"
TEXT = """
# Tag | Udvalget | at taget skiftes; at puljen åbnes
A:adopted,F:assignment | Godkendt, idet kontoret sender en tidsplan.
- | Fraværende: Ingen.
=> approved

# Nyt
- | Lederen fortalte om ferien.
=> discussed
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "udvalg.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_items_are_read(tmp_path: Path) -> None:
    first, second = parse_wordings(write(tmp_path, TEXT))
    assert (first.group, first.title, first.body) == ("wordings-udvalg", "Tag", "Udvalget")
    assert first.recommendations == ("at taget skiftes", "at puljen åbnes")
    assert first.outcome is Outcome.APPROVED
    assert first.sentences[0][1] == {Label.APPROVAL: Subtype.ADOPTED, Label.FOLLOW_UP: Subtype.ASSIGNMENT}
    assert (second.body, second.recommendations, second.sentences[0][1]) == (None, (), {})


@pytest.mark.parametrize(
    "text",
    [
        "A:adopted | Godkendt.\n=> approved\n",
        "# Tag\nA:adopted Godkendt.\n=> approved\n",
        "# Tag\nX:adopted | Godkendt.\n=> approved\n",
        "# Tag\nA:deferred | Godkendt.\n=> approved\n",
        "# Tag\nA:adopted | Godkendt.\n=> fine\n",
        "# Tag\nA:adopted | Godkendt.\n",
        "# Tag\nA:adopted | Godkendt.\n# Vej\n- | Intet.\n=> none\n",
        "# Tag\n=> none\n",
    ],
)
def test_wrong_files_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError):
        list(parse_wordings(write(tmp_path, text)))


def test_they_become_training_rows(tmp_path: Path) -> None:
    items = tuple(parse_wordings(write(tmp_path, TEXT)))
    rows = training_rows([], None, items)
    assert [context.position for context in rows.contexts] == [0, 1, 0]
    assert rows.groups == ["wordings-udvalg"] * 3
    assert [gold.places for gold in rows.items] == [(0, 1), (2,)]
    assert [point.text for point in rows.items[0].item.recommendations] == ["at taget skiftes", "at puljen åbnes"]
    contexts = worded_contexts(items[0])
    assert contexts[0].next == "Fraværende: Ingen." and contexts[1].previous is not None


def test_a_corpus_without_them_has_none(tmp_path: Path) -> None:
    assert read_wordings(tmp_path / "wordings") == ()


def test_the_project_s_own_files_hold() -> None:
    items = read_wordings(FOLDER)
    assert len(items) > 300
    told = [(item.title, item.body, *(text for text, _ in item.sentences)) for item in items]
    assert len(set(told)) == len(told)
    for item in items:
        labels = {label for _, own in item.sentences for label in own}
        if item.outcome in (Outcome.NONE, Outcome.DISCUSSED):
            assert not labels - {Label.FOLLOW_UP}, item.title
