"""The choice within a budget."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decisionnlp.summarization.centrality import centrality, vectors_of
from decisionnlp.summarization.extractive import levelled
from decisionnlp.summarization.selection import Budget, Taste, choose
from decisionnlp.summarization.structure import Candidate

PLAIN = Taste(overlap=0.0, spread=1.0, density=1.0)


def candidates_of(texts: list[str], sections: list[int] | None = None) -> list[Candidate]:
    sections = sections or [0] * len(texts)
    return [
        Candidate(index, 100 * index, 100 * index + len(text), text, sections[index], 0, 1)
        for index, text in enumerate(texts)
    ]


def pick(
    texts: list[str],
    gains: list[float],
    budget: Budget,
    needed: list[tuple[int, ...] | None] | None = None,
    taste: Taste = PLAIN,
    sections: list[int] | None = None,
) -> tuple[list[int], list[int]]:
    needed = needed if needed is not None else [()] * len(texts)
    return choose(candidates_of(texts, sections), np.array(gains), needed, vectors_of(texts), budget, taste=taste)


def test_worth_within_budget() -> None:
    # 3 + 3 words worth 2 fit in 6 words; the 6 words worth 1.5 do not pay.
    assert pick(["a b c", "d e f g h i", "j k l"], [1.0, 1.5, 1.0], Budget(6)) == ([0, 2], [])


def test_exchange_beats_greedy() -> None:
    # Greedy by worth per word takes the two words first and then has no room for the best.
    texts = ["a b", "c d e f g h i j"]
    assert pick(texts, [1.0, 3.0], Budget(8)) == ([1], [])


def test_what_is_needed_comes_along_and_counts() -> None:
    texts = ["der gælder dette", "første del er vigtig", "noget andet her nu"]
    assert pick(texts, [0.0, 1.0, 0.4], Budget(8), [None, (0,), ()]) == ([1], [0])
    assert pick(texts, [0.0, 1.0, 0.4], Budget(6), [None, (0,), ()]) == ([2], [])


def test_a_shared_lead_in_is_paid_once() -> None:
    texts = ["der gælder dette", "ene del", "anden del"]
    assert pick(texts, [0.0, 1.0, 1.0], Budget(7), [None, (0,), (0,)]) == ([1, 2], [0])


def test_the_same_is_not_said_twice() -> None:
    texts = ["skolen lukkes maj", "skolen lukkes maj", "vejen åbner juni"]
    chosen, _ = pick(texts, [1.0, 1.0, 0.9], Budget(6), taste=Taste(overlap=1.0, spread=1.0, density=1.0))
    assert chosen in ([0, 2], [1, 2])


def test_sections_in_proportion() -> None:
    texts = ["alfa beta gamma", "delta epsilon zeta", "eta theta iota"]
    chosen, _ = pick(texts, [1.0, 0.99, 0.9], Budget(6), taste=Taste(0.0, 0.5, 1.0), sections=[0, 0, 1])
    assert chosen == [0, 2]


def test_at_most_so_many_sentences() -> None:
    texts = ["a", "b", "c", "d"]
    assert pick(texts, [1.0, 4.0, 3.0, 2.0], Budget(100, 2)) == ([1, 2], [])


def test_nothing() -> None:
    assert pick([], [], Budget(10)) == ([], [])
    assert pick(["for lang en sætning"], [1.0], Budget(2)) == ([], [])


words = st.lists(
    st.sampled_from(["skole", "vej", "bro", "bad", "plan", "pris", "lån", "maj", "juni"]), min_size=1, max_size=6
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(words, st.floats(0.01, 1.0)), min_size=1, max_size=7), st.integers(1, 15))
def test_budget_holds_and_the_choice_is_near_the_best(rows: list[tuple[str, float]], limit: int) -> None:
    texts = [text for text, _ in rows]
    gains = [gain for _, gain in rows]
    chosen, along = pick(texts, gains, Budget(limit))
    assert along == []
    size = [len(text.split()) for text in texts]
    assert sum(size[index] for index in chosen) <= limit
    best = max(
        sum(gains[index] for index in subset)
        for count in range(len(texts) + 1)
        for subset in itertools.combinations(range(len(texts)), count)
        if sum(size[index] for index in subset) <= limit
    )
    assert sum(gains[index] for index in chosen) >= 0.5 * best


@settings(max_examples=40, deadline=None)
@given(st.lists(words, min_size=1, max_size=8))
def test_centrality_is_that_of_the_dense_matrix(texts: list[str]) -> None:
    vectors = vectors_of(texts)
    size = len(texts)
    dense = np.zeros((size, len(vectors.weights)))
    dense[vectors.rows, vectors.columns] = vectors.values
    similar = dense @ dense.T
    np.fill_diagonal(similar, 0.0)
    degree = similar.sum(axis=1)
    score = np.full(size, 1.0 / size)
    for _ in range(200):
        flow = np.divide(score, degree, out=np.zeros(size), where=degree > 1e-9)
        score = (0.15 + 0.85 * score[degree <= 1e-9].sum()) / size + 0.85 * similar @ flow
    assert np.allclose(centrality(vectors), score * size, atol=0.03)


def test_similarity_is_the_cosine() -> None:
    vectors = vectors_of(["skolen lukkes", "skolen åbnes", "vejen graves op"])
    assert vectors.similarity(0)[0] == np.float64(1.0) or abs(vectors.similarity(0)[0] - 1.0) < 1e-12
    assert 0.0 < vectors.similarity(0)[1] < 1.0
    assert vectors.similarity(0)[2] == 0.0
    assert vectors.to_query("intet fælles overhovedet").tolist() == [0.0, 0.0, 0.0]


def test_of_two_that_say_the_same_only_the_weaker_loses() -> None:
    # The second shares most of its words with the first and still adds more than the third, which shares none.
    texts = [
        "Broen forventes at åbne i marts.",
        "Skolen forventes at åbne i juni.",
        "Kulturen har fokus i haven.",
    ]
    candidates = [Candidate(i, 10 * i, 10 * i + 9, text, i, 0, 1) for i, text in enumerate(texts)]
    vectors = vectors_of(texts)
    assert float(vectors.similarity(0)[1]) > 0.15
    chosen, _ = choose(
        candidates, np.array([0.6, 0.25, 0.12]), [(), (), ()], vectors, Budget(12), taste=Taste(1.0, 1.0, 1.0)
    )
    assert chosen == [0, 1]


@pytest.mark.parametrize(
    ("score", "count", "unusable", "wanted"),
    [
        (-5.0, 8, 0, 0.0),  # four of eight: half of them
        (-5.0, 40, 0, -1.0986),  # ten of forty: one in four
        (-5.0, 10, 2, 0.0),  # four of the eight that can be chosen
        (0.5, 40, 0, 0.5),  # more than ten already
    ],
)
def test_papers_that_score_low_are_levelled(score: float, count: int, unusable: int, wanted: float) -> None:
    candidates = [Candidate(index, 0, 5, "Et ord", 0, index, count, usable=index >= unusable) for index in range(count)]
    assert levelled(np.full(count, score), candidates) == pytest.approx(np.full(count, wanted), abs=1e-3)


def test_levelling_keeps_the_order_and_nothing_is_nothing() -> None:
    candidates = [Candidate(index, 0, 5, "Et ord", 0, index, 3) for index in range(3)]
    raised = levelled(np.array([-9.0, -7.0, -8.0]), candidates)
    assert np.diff(raised) == pytest.approx([2.0, -1.0])
    assert levelled(np.zeros(0), []).size == 0


def test_a_quarter_where_the_reader_asked_for_something() -> None:
    candidates = [Candidate(index, 0, 5, "Et ord", 0, index, 8) for index in range(8)]
    assert levelled(np.full(8, -5.0), candidates, 0.25) == pytest.approx(np.full(8, -1.0986), abs=1e-3)
