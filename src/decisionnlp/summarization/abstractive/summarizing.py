"""Map and reduce with a language model, then the check: what the source does not say is dropped or marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from decisionnlp import lexicons
from decisionnlp.document import FollowUp, Source
from decisionnlp.errors import InputError
from decisionnlp.segmentation import split_sentences
from decisionnlp.summarization.abstractive.evidence import Aligner
from decisionnlp.summarization.abstractive.faithfulness import missing_from
from decisionnlp.summarization.abstractive.generation import Generator
from decisionnlp.summarization.extractive import Wish, summarize_extractive
from decisionnlp.summarization.ranking import Ranker
from decisionnlp.summarization.records import PaperSummary, Report, Summary, SummarySentence
from decisionnlp.summarization.structure import Paper, read_papers

Progress = Callable[[str, int, int], None]
_PROMPTS = lexicons.load("summary_prompts")
_TOKENS_PER_WORD = 3
_LEAST_OVERLAP = 0.5
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Writing:
    """How to write. ``prompt`` and ``part_prompt`` hold ``{text}`` and may hold ``{words}``; ``unfaithful`` is ``drop`` or ``mark``."""

    prompt: str | None = None
    part_prompt: str | None = None
    unfaithful: str = "drop"

    def check(self) -> None:
        """Raises:
        InputError: a prompt without its text, or an unknown way to treat what fails.
        """
        if self.unfaithful not in ("drop", "mark"):
            raise InputError("", f"unfaithful must be drop or mark, not {self.unfaithful!r}")
        for prompt in (self.prompt, self.part_prompt):
            if prompt is not None and "{text}" not in prompt:
                raise InputError("", "the prompt does not say where the {text} goes")


def summarize_abstractive(
    source: Source,
    wish: Wish,
    generator: Generator,
    ranker: Ranker,
    writing: Writing,
    *,
    planned: Sequence[FollowUp] = (),
    progress: Progress | None = None,
) -> Summary:
    """A summary written by ``generator``; tables and what was left out are as in the extractive one."""
    writing.check()
    if wish.sentences is not None or wish.ratio is not None:
        raise InputError("", "a written summary is sized by words")
    base = summarize_extractive(source, wish, ranker, planned=planned)
    papers, _ = read_papers(source)
    report = replace(base.report, method="abstractive", model=generator.name)
    written: list[PaperSummary] = []
    for paper, plain in zip(papers, base.papers, strict=True):
        raw = _write(paper, wish.words, generator, writing, progress)
        sentences, report = _checked(source, paper, raw, wish.words, writing, report)
        written.append(replace(plain, sentences=sentences))
    every = [sentence for paper in written for sentence in paper.sentences]
    return replace(base, sentences=_within(every, wish.words), papers=tuple(written), report=report)


def _write(paper: Paper, words: int, generator: Generator, writing: Writing, progress: Progress | None) -> str:
    """Parts that fit are summarised one by one, and their summaries together, until one text remains."""
    lines = _lines(paper)
    final = writing.prompt or (_PROMPTS["summary"]["prompt"].strip() if generator.instructed else "{text}")
    part = writing.part_prompt or (_PROMPTS["part"]["prompt"].strip() if generator.instructed else "{text}")
    answer = min(words * _TOKENS_PER_WORD, max(generator.context // 3, 16))
    for depth in range(_DEEPEST + 1):
        room = generator.context - answer - generator.count(_filled(max(final, part, key=len), "", words)) - 16
        chunks = _chunks(lines, max(room, 32), generator)
        if len(chunks) == 1 or depth == _DEEPEST:
            result = generator.generate(_filled(final, chunks[0], words), max_new_tokens=answer)
            if progress is not None:
                progress(f"writing {paper.title[:30]}", 1, 1)
            return result
        lines = []
        share = max(words, 40)
        for number, chunk in enumerate(chunks, 1):
            lines.append(generator.generate(_filled(part, chunk, share), max_new_tokens=answer))
            if progress is not None:
                progress(f"reading {paper.title[:30]}, round {depth + 1}", number, len(chunks))
    raise AssertionError("the last round returns")


def _filled(prompt: str, text: str, words: int) -> str:
    return prompt.replace("{words}", str(words)).replace("{text}", text)


def _lines(paper: Paper) -> list[str]:
    """The paper as running lines, every section opened by its heading."""
    lines: list[str] = []
    section = -1
    for candidate in paper.candidates:
        if candidate.section != section:
            section = candidate.section
            if paper.headings[section]:
                lines.append(f"{paper.headings[section]}:")
        lines.append(candidate.text)
    return lines


def _chunks(lines: Sequence[str], room: int, generator: Generator) -> list[str]:
    """``lines`` in as few pieces of at most ``room`` tokens as fit; a longer line is cut between words."""
    chunks: list[list[str]] = [[]]
    used = 0
    for line in lines:
        for piece in _cut(line, room, generator):
            size = generator.count(piece) + 1
            if chunks[-1] and used + size > room:
                chunks.append([])
                used = 0
            chunks[-1].append(piece)
            used += size
    return ["\n".join(chunk) for chunk in chunks]


def _cut(line: str, room: int, generator: Generator) -> list[str]:
    if generator.count(line) + 1 <= room:
        return [line]
    words = line.split()
    if len(words) < 2:
        return [line]
    middle = len(words) // 2
    return [*_cut(" ".join(words[:middle]), room, generator), *_cut(" ".join(words[middle:]), room, generator)]


def _checked(
    source: Source, paper: Paper, raw: str, words: int, writing: Writing, report: Report
) -> tuple[tuple[SummarySentence, ...], Report]:
    """The written sentences that the paper bears out, with their evidence, in document order."""
    aligner = Aligner(paper.candidates)
    kept: list[SummarySentence] = []
    failures = list(report.failures)
    generated = dropped = marked = 0
    seen: set[str] = set()
    for span in split_sentences(raw):
        text = " ".join(raw[span.start : span.end].split())
        if not any(letter.isalpha() for letter in text) or text.lower() in seen:
            continue
        seen.add(text.lower())
        generated += 1
        sentence = _aligned(source, paper, aligner, text)
        if sentence is None:
            dropped += 1
            failures.append(f"{text} — intet sted i kilden")
        elif sentence.marked:
            failures.append(f"{text} — {', '.join(sentence.problems)}")
            if writing.unfaithful == "drop":
                dropped += 1
            else:
                marked += 1
                kept.append(sentence)
        else:
            kept.append(sentence)
    report = replace(
        report,
        generated=report.generated + generated,
        dropped=report.dropped + dropped,
        marked=report.marked + marked,
        failures=tuple(failures),
    )
    return _within(kept, words), report


def _aligned(source: Source, paper: Paper, aligner: Aligner, text: str) -> SummarySentence | None:
    evidence = aligner.align(text)
    if evidence is None:
        return None
    first, last = paper.candidates[evidence.first], paper.candidates[evidence.last]
    told = " ".join(candidate.text for candidate in paper.candidates[evidence.first : evidence.last + 1])
    problems = missing_from(text, told)
    if evidence.overlap < _LEAST_OVERLAP:
        problems = (*problems, f"kun {evidence.overlap:.0%} af ordene i kilden")
    heading = paper.headings[first.section] or None
    return SummarySentence(
        text,
        first.start,
        last.end,
        source.page_at(first.start),
        round(evidence.overlap, 4),
        heading,
        "chosen",
        bool(problems),
        problems,
    )


def _within(sentences: Sequence[SummarySentence], words: int) -> tuple[SummarySentence, ...]:
    """As many as the budget holds, in the order they were written, then in document order."""
    kept: list[SummarySentence] = []
    left = words
    for sentence in sentences:
        size = len(sentence.text.split())
        if size <= left:
            left -= size
            kept.append(sentence)
    return tuple(sorted(kept, key=lambda sentence: sentence.start))
