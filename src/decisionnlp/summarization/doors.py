"""The doors of the room: a file, its bytes or a text goes in, a ``Summary`` comes out."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date

from decisionnlp.document import FollowUp, Source
from decisionnlp.errors import InputError
from decisionnlp.reading import read
from decisionnlp.summarization.abstractive.generation import Generator
from decisionnlp.summarization.abstractive.summarizing import Writing, summarize_abstractive
from decisionnlp.summarization.extractive import Wish, summarize_extractive
from decisionnlp.summarization.focus import check_focus
from decisionnlp.summarization.ranking import DEFAULT_RANKER, load_ranker
from decisionnlp.summarization.records import Summary

Progress = Callable[[str, int, int], None]


def summarize(
    path: str | os.PathLike[str] | bytes | None = None,
    *,
    text: str | None = None,
    words: int = 120,
    sentences: int | None = None,
    ratio: float | None = None,
    focus: str | None = None,
    title: str | None = None,
    recommendation: str | None = None,
    meeting_date: date | None = None,
    name: str | None = None,
    ranker: str | os.PathLike[str] = DEFAULT_RANKER,
    ocr: bool = False,
    progress: Progress | None = None,
) -> Summary:
    """Summarise one file (a path or its bytes) or ``text=``.

    Args:
        words: at most so many words, counted between blanks; at least 1.
        sentences: at most so many sentences instead. ``ratio``: at most this share of the words, in (0, 1], instead.
        focus: ``decisions``, ``economy`` or ``actions``.
        title: the agenda item's title. ``recommendation``: its indstilling. Sentences that speak of the same are preferred.
        meeting_date: the day against which dates without a year are read.
        name: a file name for bytes or text.
        progress: called with (what, done, of how many).

    Raises:
        InputError: the input or an option cannot be used; ModelError: the ranker cannot be loaded.
    """
    if (path is None) == (text is None):
        raise InputError("", "give either a file (path or bytes) or text=")
    if text is not None:
        source = Source(text=text, path=name or "")
    else:
        assert path is not None
        source = read(path, name=name, ocr=ocr)
    return summarize_source(
        source,
        words=words,
        sentences=sentences,
        ratio=ratio,
        focus=focus,
        title=title,
        recommendation=recommendation,
        meeting_date=meeting_date,
        ranker=ranker,
        progress=progress,
    )


def summarize_source(
    source: Source,
    *,
    words: int = 120,
    sentences: int | None = None,
    ratio: float | None = None,
    focus: str | None = None,
    title: str | None = None,
    recommendation: str | None = None,
    meeting_date: date | None = None,
    planned: Sequence[FollowUp] = (),
    ranker: str | os.PathLike[str] = DEFAULT_RANKER,
    progress: Progress | None = None,
) -> Summary:
    """Summarise a document that has been read; ``planned`` are the rows of its plan tables. Otherwise as ``summarize``."""
    wish = _wish(words, sentences, ratio, focus, title, recommendation, meeting_date)
    return summarize_extractive(source, wish, load_ranker(ranker), planned=planned, progress=progress)


def write_summary(
    source: Source,
    generator: Generator,
    *,
    words: int = 120,
    sentences: int | None = None,
    ratio: float | None = None,
    focus: str | None = None,
    title: str | None = None,
    recommendation: str | None = None,
    meeting_date: date | None = None,
    planned: Sequence[FollowUp] = (),
    writing: Writing | None = None,
    ranker: str | os.PathLike[str] = DEFAULT_RANKER,
    progress: Progress | None = None,
) -> Summary:
    """A summary written by a language model (``abstractive.generation.load_generator``), each sentence checked against the source.

    What the source does not say is dropped, or marked with ``Writing(unfaithful="mark")``; ``report`` counts both. ``words``
    sizes it; the tables are as in ``summarize_source``.

    Raises:
        InputError: an option cannot be used; ModelError: the ranker cannot be loaded.
    """
    wish = _wish(words, sentences, ratio, focus, title, recommendation, meeting_date)
    return summarize_abstractive(
        source, wish, generator, load_ranker(ranker), writing or Writing(), planned=planned, progress=progress
    )


def _wish(
    words: int,
    sentences: int | None,
    ratio: float | None,
    focus: str | None,
    title: str | None,
    recommendation: str | None,
    meeting_date: date | None,
) -> Wish:
    check_focus(focus)
    for option, value in (("words", words), ("sentences", sentences)):
        if value is not None and value < 1:
            raise InputError("", f"{option} must be at least 1, not {value}")
    if ratio is not None and not 0.0 < ratio <= 1.0:
        raise InputError("", f"ratio must lie above 0 and not above 1, not {ratio}")
    return Wish(words, sentences, ratio, focus, title, recommendation, meeting_date)
