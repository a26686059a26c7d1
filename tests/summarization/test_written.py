"""Summaries by a language model: map and reduce, the check, and real (tiny, untrained) models of transformers."""

from pathlib import Path
from typing import Any

import pytest

from decisionnlp.document import Source
from decisionnlp.errors import InputError, ModelError
from decisionnlp.summarization import write_summary
from decisionnlp.summarization.abstractive.generation import load_generator
from decisionnlp.summarization.abstractive.summarizing import Writing
from tests.summarization.papers import NOTE


class Told:
    """A generator that says what it is told, and remembers what it was asked."""

    name = "told"
    instructed = True

    def __init__(self, *answers: str, context: int = 10_000) -> None:
        self.answers = list(answers)
        self.context = context
        self.prompts: list[str] = []

    def count(self, text: str) -> int:
        return len(text.split())

    def generate(self, prompt: str, *, max_new_tokens: int) -> str:
        self.prompts.append(prompt)
        return self.answers[min(len(self.prompts), len(self.answers)) - 1]


TRUE = "Forvaltningen foreslår at renovere badeanstalten for 18.500.000 kr. i 2025."
FALSE = "Renoveringen af badeanstalten finansieres af anlægspuljen med 14 mio. kr. og et lån."
INVENTED = "Ministeren roste uventet kaffen."


def test_what_fails_is_dropped_and_counted() -> None:
    summary = write_summary(Source(text=NOTE), Told(f"{TRUE} {FALSE} {INVENTED}"), words=60)
    assert [sentence.text for sentence in summary.sentences] == [TRUE]
    report = summary.report
    assert (report.method, report.model, report.generated, report.dropped, report.marked) == (
        "abstractive",
        "told",
        3,
        2,
        0,
    )
    assert any("14" in failure for failure in report.failures)
    (sentence,) = summary.sentences
    assert "18,5 mio. kr." in NOTE[sentence.start : sentence.end]
    assert "2 udeladt" in summary.to_text()


def test_or_marked() -> None:
    summary = write_summary(Source(text=NOTE), Told(f"{TRUE} {FALSE}"), words=60, writing=Writing(unfaithful="mark"))
    by_text = {sentence.text: sentence for sentence in summary.sentences}
    assert not by_text[TRUE].marked
    assert by_text[FALSE].marked
    assert any("beløb 14 000 000" in problem for problem in by_text[FALSE].problems)
    assert summary.report.marked == 1
    assert "ikke fundet i kilden" in summary.to_markdown()
    assert "<mark" in summary.to_html()


def test_repeated_and_over_budget() -> None:
    summary = write_summary(Source(text=NOTE), Told(f"{TRUE} {TRUE} {TRUE}"), words=12)
    assert summary.report.generated == 1
    assert summary.words <= 12
    assert write_summary(Source(text=NOTE), Told(TRUE), words=5).sentences == ()


def test_prompt_is_danish_and_holds_the_text() -> None:
    told = Told(TRUE)
    write_summary(Source(text=NOTE), told, words=77)
    (prompt,) = told.prompts
    assert "højst 77 ord" in prompt
    assert "Økonomi:" in prompt
    assert "Forvaltningen foreslår, at badeanstalten renoveres" in prompt
    assert "Torvet 4" not in prompt


def test_map_and_reduce_beyond_the_context() -> None:
    told = Told(TRUE, context=230)
    steps: list[tuple[str, int, int]] = []
    summary = write_summary(Source(text=NOTE), told, words=20, progress=lambda *step: steps.append(step))
    assert len(told.prompts) > 2
    assert all(len(prompt.split()) <= 230 for prompt in told.prompts)
    assert told.prompts[-1].count(TRUE) >= 2
    assert steps[-1][0].startswith("writing")
    assert [sentence.text for sentence in summary.sentences] == [TRUE]


def test_a_model_that_never_shortens_comes_to_an_end() -> None:
    told = Told(" ".join(["ord"] * 500), context=200)
    summary = write_summary(Source(text=NOTE), told, words=20)
    assert summary.sentences == ()
    assert summary.report.dropped == summary.report.generated


@pytest.mark.parametrize("writing", [Writing(prompt="Skriv noget."), Writing(unfaithful="keep")])
def test_bad_writing(writing: Writing) -> None:
    with pytest.raises(InputError):
        write_summary(Source(text=NOTE), Told(TRUE), writing=writing)


def test_sized_by_words_only() -> None:
    with pytest.raises(InputError):
        write_summary(Source(text=NOTE), Told(TRUE), sentences=2)


def test_a_hub_model_needs_its_commit() -> None:
    for revision in (None, "main"):
        with pytest.raises(InputError, match="commit"):
            load_generator("somebody/some-model", revision=revision)


# -- tiny models, built here ------------------------------------------------------------------------------------------

transformers = pytest.importorskip("transformers")


def tokenizer() -> Any:
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

    inner = Tokenizer(models.WordLevel(unk_token="<unk>"))
    inner.normalizer = normalizers.NFC()
    inner.pre_tokenizer = pre_tokenizers.Whitespace()
    inner.train_from_iterator(
        [NOTE], trainers.WordLevelTrainer(special_tokens=["<pad>", "<unk>", "<s>", "</s>"], vocab_size=300)
    )
    return transformers.PreTrainedTokenizerFast(
        tokenizer_object=inner,
        pad_token="<pad>",
        unk_token="<unk>",
        bos_token="<s>",
        eos_token="</s>",
        model_max_length=256,
    )


@pytest.fixture(scope="module")
def causal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("causal")
    words = tokenizer()
    config = transformers.GPT2Config(
        vocab_size=len(words),
        n_positions=256,
        n_embd=16,
        n_layer=1,
        n_head=2,
        bos_token_id=2,
        eos_token_id=3,
        pad_token_id=0,
    )
    transformers.set_seed(1)
    transformers.GPT2LMHeadModel(config).save_pretrained(folder)
    words.save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def seq2seq(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seq2seq")
    words = tokenizer()
    config = transformers.T5Config(
        vocab_size=len(words),
        d_model=16,
        d_kv=8,
        d_ff=16,
        num_layers=1,
        num_heads=2,
        decoder_start_token_id=0,
        pad_token_id=0,
        eos_token_id=3,
    )
    transformers.set_seed(1)
    transformers.T5ForConditionalGeneration(config).save_pretrained(folder)
    words.save_pretrained(folder)
    return folder


@pytest.mark.parametrize("kind", ["causal", "seq2seq"])
def test_tiny_model(kind: str, request: pytest.FixtureRequest) -> None:
    generator = load_generator(request.getfixturevalue(kind), local_files_only=True)
    assert generator.joint == generator.instructed == (kind == "causal")
    assert generator.context == 256
    summary = write_summary(Source(text=NOTE), generator, words=20)
    assert summary.words <= 20
    report = summary.report
    assert report.generated == report.dropped + len(summary.sentences)
    again = write_summary(Source(text=NOTE), generator, words=20)
    assert again.to_dict() == summary.to_dict()


def test_only_safetensors(causal: Path, tmp_path: Path) -> None:
    copy = tmp_path / "pickled"
    copy.mkdir()
    for file in causal.iterdir():
        if file.suffix != ".safetensors":
            (copy / file.name).write_bytes(file.read_bytes())
    (copy / "pytorch_model.bin").write_bytes(b"not a model")
    with pytest.raises(ModelError):
        load_generator(copy)


def test_no_model(tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        load_generator(tmp_path)
