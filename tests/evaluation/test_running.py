"""Suites run on a small corpus: what is trained, left out, kept, and said the second time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from decisionnlp.classification.fitting import AROUND
from decisionnlp.classification.linear import LinearClassifier
from decisionnlp.classification.rule_classifier import RulesClassifier
from decisionnlp.classification.zones import NAMES
from decisionnlp.cli import app
from decisionnlp.corpus.store import Corpus
from decisionnlp.document import ZoneKind
from decisionnlp.errors import InputError
from decisionnlp.evaluation import running
from decisionnlp.evaluation.foreign import foreign_classifier, is_foreign
from decisionnlp.evaluation.held_out import automatic_segmentation, fit, held_out_groups
from decisionnlp.evaluation.overview import overview
from decisionnlp.evaluation.results import read_results, to_dict
from decisionnlp.evaluation.running import run_suite
from decisionnlp.evaluation.suites import Run, Suite, read_suite
from decisionnlp.evaluation.unzoned import unzoned, unzoned_segmentation
from tests.evaluation.corpora import BODIES, small_corpus

FOLDS = Run(name="linear", model="linear", split="all", validation="folds-of-bodies", folds=2)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return small_corpus(tmp_path_factory.mktemp("corpus"))


def suite(*runs: Run, **changes: object) -> Suite:
    return Suite(name="small", runs=runs, draws=100, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("validation", "folds", "sizes"),
    [("folds-of-bodies", 2, [4, 4]), ("leave-one-body-out", 2, [2, 2, 2, 2]), ("leave-one-layout-out", 2, [8])],
)
def test_what_is_held_out_together(corpus: Corpus, validation: str, folds: int, sizes: list[int]) -> None:
    groups = held_out_groups(corpus.documents, validation, folds)
    assert [len(group) for group in groups] == sizes
    if validation != "leave-one-layout-out":
        bodies = [{document.body_id for document in group} for group in groups]
        assert sum(map(len, bodies)) == len(BODIES)


def test_no_document_is_measured_by_a_model_that_saw_its_body(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[set[str]] = []

    def watched(documents, **options):  # type: ignore[no-untyped-def]
        seen.append({document.body_id for document in documents})
        return fit(documents, **options)

    monkeypatch.setattr(running, "fit", watched)
    result = run_suite(suite(FOLDS), corpus)
    assert len(result.runs[0].documents) == 8
    assert len(seen) == 2
    assert seen[0] & seen[1] == set()


def test_a_second_run_says_the_same(corpus: Corpus) -> None:
    one, two = (to_dict(run_suite(suite(FOLDS), corpus)) for _ in range(2))
    assert one == two


def test_runs_in_processes_of_their_own_say_the_same(corpus: Corpus) -> None:
    chosen = suite(Run(name="rules", model="rules", split="all"), FOLDS)
    assert to_dict(run_suite(chosen, corpus, jobs=2)) == to_dict(run_suite(chosen, corpus))


def test_features_left_out_are_not_learned(corpus: Corpus) -> None:
    whole = fit(corpus.documents, backend="linear", seed=0).classifier
    part = fit(corpus.documents, backend="linear", seed=0, without=("n:", "s:verb=", AROUND)).classifier
    assert isinstance(whole, LinearClassifier)
    assert isinstance(part, LinearClassifier)
    assert whole.learned is not None
    assert part.learned is not None
    gone = set(whole.learned.vocabulary) - set(part.learned.vocabulary)
    assert gone
    assert all(feature.startswith(("n:", "s:verb=")) for feature in gone)
    others = [place for place, name in enumerate(NAMES) if not name.startswith(("own:", "label:", "kinds:"))]
    assert not part.learned.zone[others].any()
    assert whole.learned.zone[others].any()
    assert part.learned.meta["without"] == ["n:", "s:verb=", "around"]


def test_without_zones_every_sentence_of_an_item_is_asked(corpus: Corpus) -> None:
    source = corpus.documents[0].minutes.source
    known, blind = automatic_segmentation(source)[0], unzoned_segmentation(source)[0]
    zones = [{s.zone for item in meeting.items for s in item.sentences} for meeting in blind]
    assert zones == [{ZoneKind.OUTCOME}]
    assert [s.span for m in known for s in m.all_sentences()] == [s.span for m in blind for s in m.all_sentences()]
    run = FOLDS.model_copy(update={"name": "blind", "zones": "ignored"})
    result = run_suite(suite(run), corpus).runs[0]
    assert result.failed == 0
    # Zones are measured as the segmentation found them: the classifier alone did not know them.
    assert result.figures["zones"].value == run_suite(suite(FOLDS), corpus).runs[0].figures["zones"].value


def test_unzoned_leaves_agendas_alone(corpus: Corpus) -> None:
    from dataclasses import replace

    from decisionnlp.document import MeetingKind

    meeting = replace(corpus.documents[0].minutes.meetings[0], kind=MeetingKind.AGENDA)
    assert unzoned([meeting]) == (meeting,)


def test_kept_runs_are_not_measured_again(corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = Run(name="rules", model="rules", split="all")
    first = run_suite(suite(rules, FOLDS), corpus, keep=tmp_path)
    measured: list[str] = []
    original = running._run

    def watched(run, *rest):  # type: ignore[no-untyped-def]
        measured.append(run.name)
        return original(run, *rest)

    monkeypatch.setattr(running, "_run", watched)
    again = run_suite(suite(rules, FOLDS), corpus, keep=tmp_path)
    assert measured == []
    assert to_dict(again) == to_dict(first)
    run_suite(suite(rules, FOLDS.model_copy(update={"without": ("n:",)})), corpus, keep=tmp_path)
    assert measured == ["linear"]
    # What is required of a run and what it is compared with do not change it.
    run_suite(suite(rules.model_copy(update={"against": "linear"}), FOLDS), corpus, keep=tmp_path)
    assert measured == ["linear"]
    for path in tmp_path.iterdir():
        path.write_text("{")
    run_suite(suite(rules), corpus, keep=tmp_path)
    assert measured == ["linear", "rules"]


def test_other_code_or_corpus_is_measured_anew(corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from decisionnlp.evaluation import keeping

    rules = Run(name="rules", model="rules", split="all")
    chosen = suite(rules)
    known = keeping.Kept(tmp_path, chosen, corpus).path(rules)
    assert keeping.Kept(tmp_path, chosen, corpus).path(rules) == known
    smaller = replace(corpus, documents=corpus.documents[1:])
    assert keeping.Kept(tmp_path, chosen, smaller).path(rules) != known
    monkeypatch.setattr(keeping, "code_hash", lambda: "other")
    assert keeping.Kept(tmp_path, chosen, corpus).path(rules) != known


def test_costs_are_measured_where_they_are_asked_for(corpus: Corpus) -> None:
    runs = Run(name="rules", model="rules", split="all"), FOLDS.model_copy(update={"against": "rules"})
    plain, timed = (run_suite(suite(*runs, timing=timing), corpus) for timing in (False, True))
    assert all(run.costs == {} for run in plain.runs)
    assert plain.machine == ""
    rules, linear = timed.runs
    assert set(rules.costs) == {"words_per_second"}
    assert set(linear.costs) == {"words_per_second", "training_seconds", "model_bytes"}
    assert all(cost > 0 for cost in linear.costs.values())
    assert "cores" in timed.machine
    head, rows = overview(timed)
    assert head[-4:] == ["labels gained over", "training, s", "model, MB", "words/s"]
    assert rows[0][-3:-1] == ["–", "–"]
    gain = timed.runs[1].figures["labels"].value, timed.runs[0].figures["labels"].value
    assert gain[0] is not None
    assert gain[1] is not None
    assert rows[1][-4].startswith(f"rules: {gain[0] - gain[1]:+.3f}")
    assert overview(plain)[0][-1] == "labels gained over"


class Parrot(RulesClassifier):
    """Somebody else's classifier."""

    name = "parrot"


def test_a_foreign_class_runs_with_the_same_command(corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "suite.toml"
    for validation in ("fixed", "folds-of-bodies"):
        path.write_text(f'name = "s"\ndraws = 100\n[[runs]]\nname = "r"\nsplit = "all"\nvalidation = "{validation}"\n')
        arguments = ["--suite", str(path), "--corpus", str(corpus.root), "--model", f"{__name__}:Parrot"]
        result = CliRunner().invoke(app, ["evaluate", *arguments, "--report", str(tmp_path / validation)])
        assert result.exit_code == 0, result.output
        (run,) = read_results(tmp_path / validation / "results.json").runs
        assert run.failed == 0
        assert (run.figures["labels"].value or 0) > 0.5


@pytest.mark.parametrize(
    ("model", "foreign"),
    [
        ("rules", False),
        ("models/linear-1.0.0", False),
        ("/a/b:c", False),
        ("C:\\models", False),
        ("mine:Model", True),
        ("a.b:C", True),
    ],
)
def test_what_names_a_class(model: str, foreign: bool) -> None:
    assert is_foreign(model) is foreign


@pytest.mark.parametrize(
    ("model", "message"),
    [
        ("no_such_module:Thing", "cannot be imported"),
        (f"{__name__}:Nothing", "cannot be imported"),
        ("builtins:dict", "also needs name, version, fit, predict"),
    ],
)
def test_what_is_no_classifier_is_refused(model: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        foreign_classifier(model)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('without = ["n:"]', "need a validation that trains"),
        ('validation = "held-out-split"\nmodel = "rules"\nwithout = ["n:"]', "only the linear backend"),
        ('validation = "held-out-split"\ninput = "segmentation"\nzones = "ignored"', "only end to end"),
        ('validation = "held-out-split"\nmodel = "transformer"', "config goes with"),
        ('validation = "held-out-split"\nconfig = "x.toml"', "config goes with"),
    ],
)
def test_runs_that_contradict_themselves_are_refused(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "suite.toml"
    path.write_text(f'name = "s"\n[[runs]]\nname = "r"\n{line}\n')
    with pytest.raises(InputError, match=message):
        read_suite(path)


def test_a_config_lies_beside_its_suite(tmp_path: Path) -> None:
    path = tmp_path / "suite.toml"
    path.write_text(
        'name = "s"\n[[runs]]\nname = "r"\nmodel = "transformer"\nvalidation = "held-out-split"\nconfig = "x.toml"\n'
    )
    assert read_suite(path).runs[0].config == str(tmp_path / "x.toml")


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[2] / "eval" / "suites").glob("*.toml")), ids=lambda p: p.stem
)
def test_the_suites_of_the_project_are_read(path: Path) -> None:
    runs = read_suite(path).runs
    names = [run.name for run in runs]
    assert len(set(names)) == len(names)
    assert all(run.against in ("", *names) for run in runs)


def test_results_by_version_and_the_surest_errors(corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "suite.toml"
    path.write_text(
        'name = "s"\ndraws = 100\nkeep = ["one"]\n'
        '[[runs]]\nname = "one"\nmodel = "rules"\nsplit = "all"\n[[runs]]\nname = "two"\nmodel = "rules"\nsplit = "all"\n'
    )
    arguments = ["evaluate", "--suite", str(path), "--corpus", str(corpus.root), "--results", str(tmp_path / "results")]
    result = CliRunner().invoke(app, [*arguments, "--worst", "3"])
    assert result.exit_code == 0, result.output
    assert result.stdout.count("# Errors of") == 2
    (written,) = (tmp_path / "results").glob("s-*.json")
    one, two = read_results(written).runs
    assert (len(one.documents), len(two.documents)) == (8, 0)
    assert two.figures == one.figures
    assert "| run | held out |" in written.with_suffix(".md").read_text()
    assert json.loads(written.read_text())["suite"] == "s"
