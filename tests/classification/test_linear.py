"""The linear classifier on three invented bodies: it learns, explains, and comes back from disk the same."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from decisionnlp.classification import Gold, SentenceContext, classify
from decisionnlp.classification.feature_reasons import feature_parts
from decisionnlp.classification.features import batch_features
from decisionnlp.classification.fitting import best_threshold, body_folds, calibration_error, fit_linear, matrix
from decisionnlp.classification.item_numbers import LAYER_ONLY, item_numbers
from decisionnlp.classification.linear import LinearClassifier
from decisionnlp.classification.linear_weights import joined_scores, outcome_chances
from decisionnlp.classification.protocol import LABELS, Classifier, GoldItem, OutcomeJudge
from decisionnlp.classification.zones import NAMES, zone_features, zone_numbers
from decisionnlp.document import SUBTYPES, Item, Label, Outcome, ZoneKind
from decisionnlp.errors import ModelError
from tests.classification.builders import outcome_of, training_rows


@pytest.fixture(scope="module")
def fitted() -> LinearClassifier:
    return LinearClassifier().fit(*training_rows())


def test_it_is_a_classifier_that_judges_outcomes(fitted: LinearClassifier) -> None:
    assert isinstance(fitted, Classifier)
    assert isinstance(fitted, OutcomeJudge)


def test_it_learns(fitted: LinearClassifier) -> None:
    new = [
        "Forslaget blev godkendt.",
        "Sagen udsættes til juni.",
        "Kontoret vender tilbage med et notat.",
        "Rådet drøftede vejen.",
    ]
    found = [prediction.labels for prediction in fitted.predict([SentenceContext(text) for text in new])]
    assert found == [(Label.APPROVAL,), (Label.DECISION,), (Label.FOLLOW_UP,), ()]


def test_other_zones_get_nothing(fitted: LinearClassifier) -> None:
    (prediction,) = fitted.predict([SentenceContext("Godkendt.", zone=ZoneKind.CASE)])
    assert prediction.labels == ()
    assert set(prediction.probabilities.values()) == {0.0}
    assert fitted.predict([]) == []


def test_saved_and_loaded_it_predicts_the_same(fitted: LinearClassifier, tmp_path: Path) -> None:
    fitted.save(tmp_path / "linear-0.1.0")
    loaded = LinearClassifier.load(tmp_path / "linear-0.1.0")
    contexts, _, _ = training_rows()
    assert loaded.predict(contexts) == fitted.predict(contexts)


def test_a_changed_file_is_refused(fitted: LinearClassifier, tmp_path: Path) -> None:
    fitted.save(tmp_path)
    path = tmp_path / "vocabulary.json"
    path.write_text(path.read_text(encoding="utf-8").replace("godkendt", "godkendx", 1), encoding="utf-8")
    with pytest.raises(ModelError, match=r"vocabulary\.json does not match"):
        LinearClassifier.load(tmp_path)


def test_fitting_twice_gives_the_same_numbers(fitted: LinearClassifier) -> None:
    again = LinearClassifier().fit(*training_rows())
    assert fitted.learned is not None
    assert again.learned is not None
    assert again.learned.vocabulary == fitted.learned.vocabulary
    assert np.array_equal(again.learned.weights, fitted.learned.weights)
    assert np.array_equal(again.learned.zone, fitted.learned.zone)


def test_the_fast_first_look_equals_the_plain_product(fitted: LinearClassifier) -> None:
    contexts, _, _ = training_rows()
    rows = batch_features(contexts)
    learned = fitted.learned
    assert learned is not None
    known = matrix([row.flat() for row in rows], learned.vocabulary)
    linear = known @ learned.weights.astype(np.float64) + learned.bias
    units = np.maximum(known @ learned.hidden.astype(np.float64) + learned.hidden_bias, 0.0)
    plain = joined_scores(linear, units @ learned.hidden_out.astype(np.float64) + learned.hidden_out_bias)
    assert np.allclose(fitted.first_look(rows), plain)


def test_the_parts_of_the_features_add_up_to_the_scores(fitted: LinearClassifier) -> None:
    contexts, _, _ = training_rows()
    rows = batch_features(contexts[:12])
    learned = fitted.learned
    assert learned is not None
    index = {word: i for i, word in enumerate(learned.vocabulary)}
    for row, scores in zip(rows, fitted.first_look(rows), strict=True):
        parts, standing = feature_parts(learned, index, row.flat())
        told = standing + sum(weight for _, weight in parts)
        assert told == pytest.approx(scores[: len(LABELS)], abs=1e-3)


def test_an_explanation_speaks_in_words(fitted: LinearClassifier) -> None:
    contexts, _, _ = training_rows()
    explanation = fitted.explain(contexts[4], contexts[:18])
    assert explanation.prediction == fitted.predict(contexts[:18])[4]
    words = " ".join(reason.words for reason in explanation.reasons if reason.label is Label.DECISION)
    assert "udsæt" in words
    assert explanation.lines()[0].startswith("APPROVAL 0.")


def test_without_weights_it_says_so() -> None:
    with pytest.raises(ModelError, match="not been fitted"):
        LinearClassifier().predict([SentenceContext("Godkendt.")])


def test_one_body_is_too_few() -> None:
    contexts, gold, groups = training_rows()
    with pytest.raises(ModelError, match="two bodies"):
        LinearClassifier().fit(contexts[:18], gold[:18], groups[:18])


def test_outcomes_are_learned_and_agree_with_the_labels() -> None:
    contexts, gold, groups = training_rows()
    items = []
    for place, (labels, body) in enumerate(zip(gold, groups, strict=True)):
        outcome = Outcome.DISCUSSED
        if Label.APPROVAL in labels.labels:
            outcome = Outcome.APPROVED
        elif Label.DECISION in labels.labels:
            outcome = Outcome.DEFERRED
        items.append(GoldItem(Item(None, f"Sag {place}", 0, 1), outcome, body, (place,)))
    classifier = LinearClassifier(fit_linear(contexts, gold, groups, items=items))
    source, meeting = outcome_of("Indstillingen blev tiltrådt.", title="Sag")
    (classified,) = classify([meeting], source, [], classifier)
    assert classified.items[0].outcome is Outcome.APPROVED
    source, meeting = outcome_of("Formanden bød velkommen.", title="Sag")
    (classified,) = classify([meeting], source, [], classifier)
    assert classified.items[0].outcome not in (Outcome.APPROVED, Outcome.DEFERRED)


def test_folds_keep_bodies_whole() -> None:
    bodies = np.array(["a"] * 5 + ["b"] * 3 + ["c"] * 2)
    folds = body_folds(bodies, 10)
    assert len(folds) == 3
    for inside, outside in folds:
        assert not set(bodies[inside]) & set(bodies[outside])
    assert sorted(place for _, outside in folds for place in outside) == list(range(10))


def test_calibration_error_by_hand() -> None:
    # two sentences at .9, one of them right: the bin's mean is .9, its frequency .5; two at .1, none right
    chances, target = np.array([0.9, 0.9, 0.1, 0.1]), np.array([1.0, 0.0, 0.0, 0.0])
    assert calibration_error(chances, target, np.ones(4)) == pytest.approx((0.8 + 0.2) / 4)


def test_the_threshold_lies_between_the_classes() -> None:
    chances = np.array([0.1] * 20 + [0.3] * 5 + [0.6] * 20)
    target = np.array([0.0] * 25 + [1.0] * 20)
    assert 0.3 < best_threshold(chances, target, np.ones(45), 0) <= 0.6


def test_zones_are_told_apart_and_seen_as_a_whole() -> None:
    rows = [
        SentenceContext("a", position=p, zone_length=n, start=s)
        for p, n, s in ((0, 2, 0), (1, 2, 5), (0, 1, 9), (0, 2, 1))
    ]
    assert zone_numbers(rows) == [0, 0, 1, 2]
    labels = np.array([[2.0, -1.0, 0.0], [-3.0, 1.0, 4.0], [0.0, 0.0, 0.0]])
    # The first subtype of each label carries its score, the others none: label and subtypes then say the same.
    kinds = [
        np.hstack([labels[:, [i]], np.full((3, len(SUBTYPES[label]) - 1), -9.0)]) for i, label in enumerate(LABELS)
    ]
    numbers = zone_features(np.hstack([labels, *kinds]), [0, 0, 1])
    column = {name: i for i, name in enumerate(NAMES)}
    assert numbers[0, column["after:F"]] == pytest.approx(4.0, abs=0.01)
    assert numbers[1, column["before:A"]] == pytest.approx(2.0, abs=0.01)
    assert numbers[0, column["others:D"]] == pytest.approx(1.0, abs=0.01)
    assert numbers[1, column["label:D"]] == 1.0
    assert numbers[1, column["kinds:D"]] == pytest.approx(1.0, abs=0.01)
    assert numbers[2, column["only"]] == 1.0


def test_an_items_numbers_tell_where_its_surest_sentences_stand() -> None:
    probabilities = [(0.1, 0.2, 0.0), (0.0, 0.9, 0.3), (0.6, 0.4, 0.0)]
    scores = [tuple(float(10 * i + j) for j in range(19)) for i in range(3)]
    endings = [(-float(i + 1),) * 11 for i in range(3)]
    rows = [SentenceContext(text) for text in ("Vejen er lang.", "Vi køber asfalt.", "Fint.")]
    told = item_numbers(Item(None, "Vej", 0, 0), rows, probabilities, [(0.0,) * 16] * 3, endings, scores)[-LAYER_ONLY:]
    assert told[:9].tolist() == [0.6, 0.1, 0.0, 0.9, 0.4, 0.2, 0.3, 0.0, 0.0]
    # three sentences; the surest of each label is the third, the second, the second; then how many stand behind it; no recommendation
    assert told[9:17] == pytest.approx([3, 2 / 3, 1 / 3, 1 / 3, 0, 1, 1, 0])
    most, decision, first = told[17:47], told[47:77], told[77:]
    assert most.tolist() == [6.0] * 19 + [-1.0] * 11
    assert decision.tolist() == [6.0] * 19 + [-2.0] * 11
    assert first.tolist() == [0.0, 1.0, 2.0, 3.0, 4.0, 5.0] + [6.0] * 13 + [-1.0] * 11


def test_both_models_of_the_outcome_have_their_share() -> None:
    plain, hidden = np.array([0.0, 0.0]), np.array([0.0, -np.log(3.0)])
    # The layer alone: 1/2 and 1/4, that is 2/3 and 1/3; the plain model knows no difference.
    odds = ((2 / 3 + 1e-3) / (1 / 3 + 1e-3)) ** 0.7
    assert outcome_chances(plain, hidden) == pytest.approx([odds / (1 + odds), 1 / (1 + odds)])
    assert outcome_chances(np.array([plain] * 2), np.array([hidden] * 2))[1] == pytest.approx(
        outcome_chances(plain, hidden)
    )


def test_meta_holds_figures_of_unseen_bodies(fitted: LinearClassifier, tmp_path: Path) -> None:
    fitted.save(tmp_path)
    meta = json.loads((tmp_path / "meta.json").read_text(encoding="utf-8"))
    assert set(meta["held_out"]) >= {label.value for label in LABELS}


def test_gold_without_labels_is_fine() -> None:
    contexts, gold, groups = training_rows()
    assert Gold() in gold
    assert len(contexts) == len(groups)
