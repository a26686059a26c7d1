"""What the rules let pass is weighed: sentences that the weights alone stop, and the likes of them that pass."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files

import pytest

from decisionnlp.extraction.deadlines import find_deadlines, find_time_expressions
from decisionnlp.extraction.deadlines.arbiter import WEIGHTS, weights
from decisionnlp.extraction.deadlines.evidence import signs, stem, word_signs

M = date(2024, 1, 23)

# what no rule stops | the like of it that is a deadline
PAIRS = [
    (
        "Rideklubben spiller sin første kamp lørdag den 27. april.",
        "Rideklubben afleverer sin plan lørdag den 27. april.",
    ),
    ("Karnevallet trækker fulde huse den 15. juni.", "Karnevallet planlægges den 15. juni."),
    ("Dagplejen forventer flere børn i 2025.", "Dagplejen afprøver ordningen i 2025."),
    ("Bommen holder næppe til næste sommer.", "Bommen skal repareres til næste sommer."),
]


def reasons(text: str) -> list[str | None]:
    return [expression.reason for expression in find_time_expressions(text, meeting_date=M)]


@pytest.mark.parametrize(("doubtful", "like"), PAIRS)
def test_what_is_doubted(doubtful: str, like: str) -> None:
    assert reasons(doubtful) == ["doubted"]
    assert find_deadlines(doubtful, meeting_date=M) == []
    assert reasons(like) == [None]


@pytest.mark.parametrize("doubtful", [doubtful for doubtful, _ in PAIRS])
def test_a_task_is_not_doubted(doubtful: str) -> None:
    (deadline,) = find_deadlines(doubtful, meeting_date=M, task=True)
    assert deadline.text in doubtful


def test_the_odds_are_told() -> None:
    (doubted,) = find_time_expressions(PAIRS[0][0], meeting_date=M)
    (weighed,) = find_time_expressions(PAIRS[0][1], meeting_date=M)
    assert doubted.odds is not None
    assert weighed.odds is not None
    assert doubted.odds < weights().threshold <= weighed.odds


@pytest.mark.parametrize(
    "text",
    [
        "Svaret sendes senest i maj.",
        "Status gives hvert kvartal.",
        "Sagen følges løbende.",
        "Det drøftes på næste møde.",
    ],
)
def test_what_says_itself_that_it_is_a_limit_is_not_weighed(text: str) -> None:
    (expression,) = find_time_expressions(text, meeting_date=M)
    assert (expression.reason, expression.odds) == (None, None)


def test_the_weights_are_small_sorted_data() -> None:
    text = files("decisionnlp.lexicons").joinpath(WEIGHTS).read_text(encoding="utf-8")
    stored = json.loads(text)
    assert len(text.encode()) < 200_000
    assert list(stored["weights"]) == sorted(stored["weights"])
    assert all(-6 < weight < 6 for weight in stored["weights"].values())
    assert -3 < stored["threshold"] < 0


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [("afholdes", "afhold"), ("afholder", "afhold"), ("afholdt", "afhold"), ("udarbejdede", "udarbejd"), ("mødet", "mød"), ("er", "er"), ("ses", "ses")],
)  # fmt: skip
def test_stems(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


def test_signs_of_facts_and_words() -> None:
    assert signs(("verb", "passive", "in", "noun")) == ["verb:passive", "verb:passive+in", "verb:passive+noun"]
    assert signs(("subject", "work", "ombygningen")) == ["subject:work", "s:ngen", "s:ombygning"]
    assert signs(("opens", "on")) == ["opens:on"]
    assert word_signs("sommerfesten") == ["w:sommerfesten", "e:esten"]
    assert word_signs("ikke") == ["has:ikke"]
    assert word_signs("12") == ["figures"]
    assert word_signs("i") == word_signs(",") == []
