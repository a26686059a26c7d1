"""Clauses: kind, verb form and subject, worked by hand."""

from __future__ import annotations

import pytest

from decisionnlp.classification.structure import analyse
from decisionnlp.classification.verbs import looks_passive, mend, mend_text, subject_kind, verb_forms


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Indstillingen blev godkendt.", [("main", "godkende", "passpret", "matter")]),
        ("Godkendt.", [("main", "godkende", "part", "")]),
        ("Notatet sendes til rådet.", [("main", "sende", "pass", "matter")]),
        ("Det aftaltes, at Ole ringer.", [("main", "aftale", "passpret", "matter"), ("at", "ringe", "pres", "person")]),
        (
            "Udvalget besluttede, at forvaltningen undersøger sagen og vender tilbage.",
            [
                ("main", "beslutte", "pret", "body"),
                ("at", "undersøge", "pres", "admin"),
                ("at", "vende", "pres", "admin"),
            ],
        ),
        (
            "Efter en kort drøftelse besluttede bestyrelsen at sende forslaget i høring.",
            [("main", "beslutte", "pret", "body"), ("inf", "sende", "inf", "thing")],
        ),
        ("Direktionen, Staben og HR følger op.", [("main", "følge", "pres", "body")]),
        ("KA grubler over tallene.", [("main", "grubler", "pres", "person")]),
    ],
)
def test_clauses(text: str, clauses: list[tuple[str, str, str, str]]) -> None:
    found = [(clause.kind, clause.lemma, clause.form, clause.subject) for clause in analyse(text).clauses]
    assert found == clauses


def test_negation_and_modality() -> None:
    (clause,) = analyse("Udvalget kunne ikke tiltræde forslaget.").clauses
    assert (clause.negated, clause.modal, clause.modal_past, clause.lemma) == (True, "kunne", True, "tiltræde")


def test_the_body_that_meets_is_known_by_name() -> None:
    assert analyse("Chefforum godkender planen.", "Chefforum").clauses[0].subject == "body"


def test_an_attribute_is_no_verb() -> None:
    clauses = analyse("De godkendte takster gælder fra januar.").clauses
    assert [clause.lemma for clause in clauses] != ["godkende"]


def test_words() -> None:
    assert "task" in verb_forms()["udarbejdes"].classes
    assert subject_kind("vejafdelingen") == "admin"
    assert subject_kind("kulturudvalget") == "body"
    assert looks_passive("gentænkes")
    assert not looks_passive("deres")


@pytest.mark.parametrize(
    ("word", "meant"),
    [("godkent", "godkendt"), ("godkendete", "godkendete"), ("orinteret", "orienteret"), ("efteretning", "efterretning"), ("forvaltningen", "forvaltningen"), ("cykelsti", "cykelsti")],
)  # fmt: skip
def test_slips_of_the_keyboard(word: str, meant: str) -> None:
    assert mend(word) == meant


def test_mending_keeps_the_capital() -> None:
    assert mend_text("Godkent af rådet.") == "Godkendt af rådet."


def test_empty_and_odd_input() -> None:
    assert analyse("").clauses == []
    assert analyse("…").clauses == []
    assert analyse("İ Å ß").text == "İ Å ß"


@pytest.mark.parametrize(
    ("text", "words", "starts", "capitals"),
    [
        # a mark inside a piece, a tab and two blanks between pieces, initials and a plain capital
        ("Bo,LK og\tAnna  ser", ["bo", ",", "lk", "og", "anna", "ser"], [0, 2, 3, 6, 9, 15], [2, 0, 2, 0, 2, 0]),
        ("Sagen Sagen", ["sagen", "sagen"], [0, 6], [1, 1]),
        # a letter that grows in lower case: offsets are those of the lower-case text, and no capital is told
        ("aİ Bo", ["ai", "bo"], [0, 4], [0, 0]),
        (" – ", ["–"], [1], [0]),
    ],
)
def test_words_of_pieces_lie_where_they_stand(
    text: str, words: list[str], starts: list[int], capitals: list[int]
) -> None:
    structure = analyse(text)
    assert (structure.words, structure.starts, structure.capitals) == (words, starts, capitals)
