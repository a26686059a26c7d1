from __future__ import annotations

import pytest

from decisionnlp.classification.ngrams import NgramTable, ngrams


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
def test_the_table_finds_what_the_vocabulary_holds(words: tuple[str, ...], expected: list[str]) -> None:
    table = NgramTable({feature: place for place, feature in enumerate(VOCABULARY)})
    rows, places = table.places([words, ("hvad",), words])
    for row in (0, 2):
        assert sorted(VOCABULARY[place] for place in places[rows == row]) == sorted(expected)
    assert 1 not in rows
    assert sorted(expected) == sorted(run for run in ngrams(words) if run in VOCABULARY and run[0] == "b")
