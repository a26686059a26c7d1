"""The transformer backend on a tiny encoder that the tests build, tokenizer included: no download, no stored weights."""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="needs the transformers extra")
pytest.importorskip("transformers", reason="needs the transformers extra")

from decisionnlp.classification import SentenceContext, get_classifier  # noqa: E402
from decisionnlp.classification.protocol import LABELS, Gold  # noqa: E402
from decisionnlp.classification.transformer import TransformerClassifier  # noqa: E402
from decisionnlp.classification.transformer_checkpoints import Checkpoint, Progress  # noqa: E402
from decisionnlp.classification.transformer_fitting import alike, best_threshold, held_out_bodies, label_weights  # noqa: E402
from decisionnlp.classification.transformer_settings import TransformerSettings  # noqa: E402
from decisionnlp.classification.transformer_windows import windows  # noqa: E402
from decisionnlp.document import Label, Subtype, ZoneKind  # noqa: E402
from decisionnlp.errors import ModelError  # noqa: E402
from tests.classification.tiny_encoder import tiny_encoder  # noqa: E402

pytestmark = [
    pytest.mark.transformers,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]

# Invented words; which label a sentence has depends on a word and, for one of them, on the sentence before.
NOUNS = ["vejen", "broen", "skolen", "taksten", "planen", "puljen", "hallen", "parken"]
UNITS = ["Driften", "Sekretariatet", "Byg", "Kulturen"]


def sentences(count: int, seed: int) -> tuple[list[SentenceContext], list[Gold], list[str]]:
    chance = random.Random(seed)
    contexts, gold, groups = [], [], []
    for number in range(count):
        noun, unit = chance.choice(NOUNS), chance.choice(UNITS)
        kind = chance.randrange(4)
        text, labels = [
            (f"Udvalget godkendte {noun}.", {Label.APPROVAL: Subtype.ADOPTED}),
            (f"Punktet om {noun} udsættes.", {Label.DECISION: Subtype.DEFERRED}),
            (f"{unit} undersøger {noun}.", {Label.FOLLOW_UP: Subtype.ASSIGNMENT}),
            (f"Udvalget talte om {noun}.", {}),
        ][kind]
        contexts.append(SentenceContext(text=text, item_title=noun, previous="Sagen blev fremlagt."))
        gold.append(Gold(labels))
        groups.append(f"by{number % 6}")
    return contexts, gold, groups


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    contexts, _, _ = sentences(400, seed=0)
    return tiny_encoder(tmp_path_factory.mktemp("encoder"), contexts)


def settings(encoder: Path, /, **changes: Any) -> TransformerSettings:
    base = TransformerSettings(
        encoder=str(encoder), epochs=12, batch=32, learning_rate=5e-3, head_learning_rate=1e-2, length=48, stride=8, patience=4,
        validation=0.34, progress=False, device="cpu",
    )  # fmt: skip
    return replace(base, **changes)


def macro_f(said: Sequence[set[Label]], gold: Sequence[Gold]) -> float:
    scores = []
    for label in LABELS:
        hit = sum(label in one and label in other.labels for one, other in zip(said, gold, strict=True))
        total = sum(label in one for one in said) + sum(label in other.labels for other in gold)
        scores.append(2 * hit / total)
    return sum(scores) / len(scores)


def changed(model: Any, before: dict[str, Any]) -> set[str]:
    """The modules of an encoder that fine-tuning has moved: ``embeddings``, ``layer.0``, ``layer.1`` …"""
    after = model.state_dict()
    moved = {key for key, value in before.items() if key in after and not torch.equal(after[key], value)}
    return {".".join(key.split(".")[1:3]) if key.startswith("encoder.") else key.split(".")[0] for key in moved}


@pytest.fixture(scope="module")
def trained(encoder: Path) -> TransformerClassifier:
    return TransformerClassifier(settings(encoder)).fit(*sentences(240, seed=1))


def test_it_learns_what_no_constant_answer_can(trained: TransformerClassifier) -> None:
    contexts, gold, _ = sentences(120, seed=2)
    said = [set(prediction.labels) for prediction in trained.predict(contexts)]
    baseline = max(macro_f([set(LABELS)] * len(gold), gold), 0.5)
    assert macro_f(said, gold) >= 0.95 > baseline


def test_probabilities_are_calibrated_and_subtypes_fit(trained: TransformerClassifier) -> None:
    contexts, _, _ = sentences(40, seed=3)
    for prediction in trained.predict(contexts):
        assert set(prediction.probabilities) == set(LABELS)
        assert all(0 <= chance <= 1 for chance in prediction.probabilities.values())
        for label in prediction.labels:
            assert prediction.by[label] == "transformer-1.0.0"
            assert label in prediction.subtypes


def test_sentences_outside_the_outcome_zone_get_nothing(trained: TransformerClassifier) -> None:
    context = SentenceContext(text="Udvalget godkendte vejen.", zone=ZoneKind.PROPOSAL)
    (prediction,) = trained.predict([context])
    assert prediction.labels == ()


def test_save_and_load_give_the_same_predictions(trained: TransformerClassifier, tmp_path: Path) -> None:
    contexts, _, _ = sentences(30, seed=4)
    trained.save(tmp_path / "model")
    loaded = get_classifier(tmp_path / "model")
    for one, other in zip(trained.predict(contexts), loaded.predict(contexts), strict=True):
        assert one.labels == other.labels
        assert one.probabilities == pytest.approx(other.probabilities, abs=1e-6)
    assert not [path for path in (tmp_path / "model").rglob("*") if path.suffix in (".bin", ".pt", ".pkl")]


@pytest.mark.parametrize("name", ["head.safetensors", "encoder/model.safetensors", "meta.json"])
def test_altered_files_are_refused(trained: TransformerClassifier, tmp_path: Path, name: str) -> None:
    trained.save(tmp_path / "model")
    path = tmp_path / "model" / name
    data = bytearray(path.read_bytes())
    data[-5] ^= 1
    path.write_bytes(data)
    with pytest.raises(ModelError):
        TransformerClassifier.load(tmp_path / "model")


def test_the_word_that_decides_is_named(trained: TransformerClassifier) -> None:
    explanation = trained.explain(SentenceContext(text="Udvalget godkendte parken.", item_title="parken"))
    best = max(
        (reason for reason in explanation.reasons if reason.label is Label.APPROVAL), key=lambda reason: reason.weight
    )
    assert "godkendte" in best.words


def test_the_same_seed_gives_the_same_model(encoder: Path) -> None:
    data = sentences(60, seed=5)
    one, two = (TransformerClassifier(settings(encoder, epochs=2)).fit(*data) for _ in range(2))
    for first, second in zip(one.predict(data[0]), two.predict(data[0]), strict=True):
        assert first.probabilities == second.probabilities


class StoppedError(Exception):
    pass


@pytest.mark.parametrize("freeze", [False, True])
def test_a_stopped_run_goes_on_where_it_was(
    encoder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, freeze: bool
) -> None:
    data = sentences(60, seed=6)
    whole = TransformerClassifier(settings(encoder, epochs=3, freeze=freeze)).fit(*data)
    kept = settings(encoder, epochs=3, freeze=freeze, checkpoint=str(tmp_path))
    original = Checkpoint.keep

    def stop_after_one(self: Checkpoint, progress: Progress, *rest: Any) -> None:
        original(self, progress, *rest)
        if progress.epoch == 1:
            raise StoppedError

    with monkeypatch.context() as patch:
        patch.setattr(Checkpoint, "keep", stop_after_one)
        with pytest.raises(StoppedError):
            TransformerClassifier(kept).fit(*data)
    resumed = TransformerClassifier(kept).fit(*data)
    assert resumed.meta["epochs"] == whole.meta["epochs"]
    # Order and dropout depend on the epoch alone, so the parts of a run add up to the whole.
    assert resumed.meta["validation_loss"] == pytest.approx(whole.meta["validation_loss"], abs=1e-6)
    for one, other in zip(resumed.predict(data[0]), whole.predict(data[0]), strict=True):
        assert one.probabilities == pytest.approx(other.probabilities, abs=1e-5)
    assert not [path for path in tmp_path.iterdir() if path.suffix not in (".safetensors", ".json")]
    with pytest.raises(ModelError, match="other settings"):
        TransformerClassifier(replace(kept, learning_rate=1e-4)).fit(*data)
    with pytest.raises(ModelError, match="sentences"):
        TransformerClassifier(kept).fit(*sentences(60, seed=7))


@pytest.mark.parametrize("content", ["", "{}", '{"identity": 1}', "[]"])
def test_a_broken_checkpoint_is_refused(encoder: Path, tmp_path: Path, content: str) -> None:
    (tmp_path / "state.json").write_text(content)
    with pytest.raises(ModelError, match="checkpoint"):
        TransformerClassifier(settings(encoder, checkpoint=str(tmp_path))).fit(*sentences(60, seed=6))


@pytest.mark.parametrize("pooling", ["mean", "first"])
def test_frozen_encoders_train_the_head_alone(encoder: Path, pooling: str) -> None:
    from safetensors.torch import load_file

    data = sentences(60, seed=7)
    before = load_file(encoder / "model.safetensors")
    fitted = TransformerClassifier(settings(encoder, freeze=True, pooling=pooling, epochs=1)).fit(*data)
    assert fitted.encoder is not None
    assert changed(fitted.encoder.model, before) == set()


def test_bfloat16_learns_too(encoder: Path) -> None:
    fitted = TransformerClassifier(settings(encoder, bf16="always")).fit(*sentences(240, seed=1))
    contexts, gold, _ = sentences(60, seed=2)
    assert macro_f([set(prediction.labels) for prediction in fitted.predict(contexts)], gold) >= 0.9


@pytest.mark.parametrize(
    ("frozen", "moved"), [(0, {"embeddings", "layer.0", "layer.1"}), (1, {"layer.1"})], ids=["all", "upper"]
)
def test_frozen_layers_stay_as_they_were(encoder: Path, frozen: int, moved: set[str]) -> None:
    from safetensors.torch import load_file

    fitted = TransformerClassifier(settings(encoder, frozen_layers=frozen, epochs=1)).fit(*sentences(60, seed=7))
    assert fitted.encoder is not None
    assert changed(fitted.encoder.model, load_file(encoder / "model.safetensors")) == moved


def test_more_frozen_layers_than_there_are_is_said(encoder: Path) -> None:
    with pytest.raises(ModelError, match="frozen_layers is 2, but the encoder has 2"):
        TransformerClassifier(settings(encoder, frozen_layers=2)).fit(*sentences(60, seed=7))


def test_a_pooler_that_the_weights_lack_is_not_made_up(encoder: Path, tmp_path: Path) -> None:
    # Many published encoders come without one; transformers would draw it at random and save it with the rest.
    from safetensors.torch import load_file, save_file

    bare = tmp_path / "bare"
    shutil.copytree(encoder, bare)
    weights = load_file(encoder / "model.safetensors")
    save_file({key: value for key, value in weights.items() if "pooler" not in key}, bare / "model.safetensors")
    saved = []
    for name in ("one", "two"):
        TransformerClassifier(settings(bare, freeze=True, epochs=1)).fit(*sentences(60, seed=7)).save(tmp_path / name)
        saved.append((tmp_path / name / "encoder" / "model.safetensors").read_bytes())
    assert saved[0] == saved[1]
    assert not any("pooler" in key for key in load_file(tmp_path / "one" / "encoder" / "model.safetensors"))


@pytest.mark.parametrize(
    ("lengths", "size", "batches"),
    [
        # One stretch: sorted by length; the batch whose shortest sentence was drawn first comes first.
        ([5, 9, 4, 8], 2, [[2, 0], [3, 1]]),
        ([1, 1, 1, 1, 1], 2, [[4, 2], [0, 3], [1]]),
        ([3], 4, [[0]]),
    ],
)
def test_batches_hold_sentences_of_a_length(lengths: list[int], size: int, batches: list[list[int]]) -> None:
    drawn = [row for row in (4, 2, 0, 3, 1) if row < len(lengths)]
    assert alike(drawn, lengths, size) == batches


def test_every_sentence_is_in_one_batch() -> None:
    order = list(range(1000))
    random.Random(0).shuffle(order)
    batches = alike(order, [row * 37 % 101 for row in range(1000)], 8)
    assert sorted(row for batch in batches for row in batch) == list(range(1000))
    assert batches != sorted(batches)


def test_training_stops_where_nothing_gets_better(encoder: Path) -> None:
    # A rate that ruins the weights: the first epochs are the best there will be.
    data = sentences(60, seed=5)
    fitted = TransformerClassifier(settings(encoder, epochs=40, patience=2, learning_rate=1.0)).fit(*data)
    assert fitted.meta["epochs"] < 40


@pytest.mark.parametrize(
    ("present", "weight"),
    # Of 100 sentences: the root of absent to present, at least 1 and at most 5.
    [(50, 1.0), (20, 2.0), (10, 3.0), (1, 5.0), (0, 5.0), (90, 1.0)],
)
def test_rare_labels_weigh_more(present: int, weight: float) -> None:
    target = torch.zeros(100, 3)
    target[:present, 1] = 1
    assert label_weights(target)[1].item() == pytest.approx(weight)


@pytest.mark.parametrize(
    ("chances", "true", "threshold"),
    [
        ([0.9, 0.8, 0.3, 0.1], [True, True, False, False], 0.55),
        ([0.9, 0.8, 0.3, 0.1], [True, False, True, False], 0.2),
        ([0.9, 0.2], [False, True], 0.1),
    ],
)
def test_the_threshold_of_the_best_f(chances: list[float], true: list[bool], threshold: float) -> None:
    assert best_threshold(chances, true) == pytest.approx(threshold)


@pytest.mark.parametrize(("share", "count"), [(0.01, 1), (0.34, 2), (0.5, 3), (0.99, 5)])
def test_bodies_are_held_out_and_some_are_left(share: float, count: int) -> None:
    assert len(held_out_bodies([f"by{n % 6}" for n in range(60)], share, 0)) == count


@pytest.mark.parametrize("count", [1, 5, 40, 120, 333])
def test_long_sentences_are_windowed_never_cut(encoder: Path, count: int) -> None:
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(encoder)
    words = [NOUNS[number % len(NOUNS)] for number in range(count)]
    context = SentenceContext(text=" ".join(words), previous="Sagen blev fremlagt.", item_title="planen")
    found = windows(context, tokenizer, length=48, stride=8)
    assert all(len(window.ids) <= 48 for window in found)
    own = [[token for token, mine in zip(window.ids, window.own, strict=True) if mine] for window in found]
    joined = own[0]
    for piece in own[1:]:
        assert joined[-8:] == piece[:8]
        joined = joined + piece[8:]
    assert joined == tokenizer(context.text, add_special_tokens=False)["input_ids"]


def test_the_prefix_stands_before_every_window(encoder: Path) -> None:
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(encoder)
    prefix = tokenizer("planen", add_special_tokens=False)["input_ids"]
    context = SentenceContext(text=" ".join(NOUNS * 12))
    bare, led = (windows(context, tokenizer, length=48, stride=8, prefix=word) for word in ("", "planen"))
    opening = bare[0].own.index(True)
    assert len(led) > 1
    for window in led:
        assert list(window.ids[opening : opening + len(prefix)]) == prefix
        assert not any(window.own[: opening + len(prefix)])
        assert len(window.ids) <= 48


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"encoder": ""}, "needs an encoder"),
        ({"encoder": "/no/such/folder"}, "cannot be loaded"),
        ({"encoder": "someone/some-model", "local_files_only": False}, "pinned revision"),
        ({"encoder": "someone/some-model", "revision": "main"}, "pinned revision"),
        ({"encoder": "someone/some-model", "revision": "0" * 40}, "cannot be loaded"),
    ],
)
def test_what_cannot_be_loaded_is_said(encoder: Path, changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ModelError, match=message):
        TransformerClassifier(settings(encoder, **changes)).fit(*sentences(20, seed=8))


def test_one_body_is_too_few(encoder: Path) -> None:
    contexts, gold, _ = sentences(20, seed=9)
    with pytest.raises(ModelError, match="two bodies"):
        TransformerClassifier(settings(encoder)).fit(contexts, gold, ["by"] * 20)
