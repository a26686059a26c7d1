from __future__ import annotations

from dataclasses import replace

from decisionnlp.classification.rule_classifier import RulesClassifier
from decisionnlp.corpus.marked import parse_marked
from decisionnlp.corpus.records import GoldDocument
from decisionnlp.document import Label, LabelScore, Minutes, Outcome, Subtype, ZoneKind
from decisionnlp.evaluation.errors import ErrorCase, error_cases, errors_markdown
from decisionnlp.evaluation.outcome_errors import outcome_errors, outcomes_markdown
from tests.corpus.test_marked import MARKED


def document() -> GoldDocument:
    return GoldDocument("doc-1", "solby", "Solby", "word", "fagudvalg", 2024, parse_marked(MARKED).minutes)


def relabelled(minutes: Minutes, label: Label, new: tuple[LabelScore, ...], **changes: object) -> Minutes:
    """The minutes with other labels for the sentences that carry ``label``."""
    meeting = minutes.meetings[0]
    item = meeting.items[0]
    sentences = tuple(
        replace(sentence, labels=new, **changes) if sentence.has(label) else sentence  # type: ignore[arg-type]
        for sentence in item.sentences
    )
    return replace(minutes, meetings=(replace(meeting, items=(replace(item, sentences=sentences),)),))


def test_what_is_right_is_no_error() -> None:
    assert error_cases(document(), document().minutes, RulesClassifier()) == []


def test_a_wrong_label_is_told_with_its_score_and_reasons() -> None:
    gold = document()
    wrong = relabelled(gold.minutes, Label.APPROVAL, (LabelScore(Label.DECISION, 0.9, "x", Subtype.DEFERRED),))
    (case,) = error_cases(gold, wrong, RulesClassifier())
    assert (case.gold, case.predicted, case.cause) == (("APPROVAL",), ("DECISION",), "label")
    chances = case.scores
    assert case.confidence == max(chances["DECISION"], round(1 - chances["APPROVAL"], 4))
    assert case.reasons
    assert all(reason.split()[0] in ("APPROVAL", "DECISION") for reason in case.reasons)


def test_a_sentence_in_the_wrong_zone_is_the_segmentations_error() -> None:
    gold = document()
    (case,) = error_cases(
        gold, relabelled(gold.minutes, Label.APPROVAL, (), zone=ZoneKind.CASE, subtype=None), RulesClassifier()
    )
    assert (case.zone, case.predicted_zone, case.cause) == ("outcome", "case", "zone")
    assert (case.confidence, case.reasons) == (1.0, ())


def test_a_sentence_that_was_not_found_at_all() -> None:
    gold = document()
    meeting = gold.minutes.meetings[0]
    item = meeting.items[0]
    kept = tuple(sentence for sentence in item.sentences if not sentence.has(Label.APPROVAL))
    lacking = replace(gold.minutes, meetings=(replace(meeting, items=(replace(item, sentences=kept),)),))
    (case,) = error_cases(gold, lacking, RulesClassifier())
    assert (case.gold, case.predicted, case.predicted_zone, case.cause) == (("APPROVAL",), (), "", "boundary")


def test_a_wrong_outcome_is_told_with_its_sentences() -> None:
    gold = document()
    assert outcome_errors(gold, gold.minutes) == []
    meeting = gold.minutes.meetings[0]
    item = meeting.items[0]
    taken = replace(item, outcome=Outcome.WITHDRAWN, outcome_score=0.7)
    wrong = relabelled(replace(gold.minutes, meetings=(replace(meeting, items=(taken,)),)), Label.APPROVAL, ())
    (case,) = outcome_errors(gold, wrong)
    assert (case.gold, case.predicted, case.score) == (item.outcome.value, "withdrawn", 0.7)
    differing = [row for row in case.sentences if row[1] != row[2]]
    assert [row[2] for row in differing] == ["–"]
    assert differing[0][1].startswith("APPROVAL")
    text = "\n".join(outcomes_markdown([case], 1))
    assert f"{item.outcome.value} taken for withdrawn 1" in text
    assert "/ predicted –" in text


def test_an_item_that_was_not_found_has_a_wrong_outcome() -> None:
    gold = document()
    lacking = replace(gold.minutes, meetings=(replace(gold.minutes.meetings[0], items=()),))
    (case,) = outcome_errors(gold, lacking)
    assert (case.predicted, {row[2] for row in case.sentences}) == ("not found", {"not found"})


def case(text: str, confidence: float, cause: str = "label") -> ErrorCase:
    return ErrorCase(
        "doc-1", "word", "med", 3, 9, text, "outcome", "outcome", "", "", "", "", ("DECISION",), (),
        {"DECISION": 1 - confidence}, confidence, cause, ("DECISION -1.20 the word “bordet” (w:bordet)",),
    )  # fmt: skip


def test_the_surest_come_first_and_no_more_than_wanted() -> None:
    text = errors_markdown(
        "main", [case("En.", 0.6), case("To.", 0.9), case("Tre.", 0.8), case("Fire.", 1.0, "zone")], 2
    )
    assert "4 sentences" in text
    assert "| DECISION missed | 3 | 1 | 0 |" in text
    own, before = text.split("## Where segmentation and gold differ")
    assert own.index("**To.**") < own.index("**Tre.**")
    assert "En." not in text
    assert "**Fire.**" in before
    assert "gold DECISION, predicted – (DECISION 0.10)" in own
    assert "the word “bordet”" in own
