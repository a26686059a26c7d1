from __future__ import annotations

import pytest

from decisionnlp.classification.ngrams import NgramTree, ngrams


def test_runs_of_one_to_three_words() -> None:
    assert ngrams(("sagen", "udsat")) == [
        "w:sagen", "w:udsat",
        "b:^ sagen", "b:sagen udsat", "b:udsat $",
        "b:^ sagen udsat", "b:sagen udsat $",
    ]  # fmt: skip


VOCABULARY = ["b:^ sagen", "b:sagen udsat $", "b:udsat $", "c:sag", "w:udsat", "w:møde", "b:møde i"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # "b:sagen udsat $" is known although "b:sagen udsat" is not
        (("sagen", "udsat"), ["b:^ sagen", "b:sagen udsat $", "b:udsat $"]),
        (("udsat",), ["b:udsat $"]),
        (("møde", "i", "møde", "i"), ["b:møde i", "b:møde i"]),
        (("andet",), []),
        ((), []),
    ],
)
def test_the_tree_finds_what_the_vocabulary_holds(words: tuple[str, ...], expected: list[str]) -> None:
    tree = NgramTree({feature: place for place, feature in enumerate(VOCABULARY)})
    assert sorted(VOCABULARY[place] for place in tree.places(words)) == sorted(expected)
    assert sorted(expected) == sorted(run for run in ngrams(words) if run in VOCABULARY and run[0] == "b")
