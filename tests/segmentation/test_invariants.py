"""What holds for every text: the spans tile, no character is lost or told twice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decisionnlp.document import Page, Source, Span
from decisionnlp.segmentation import Segmentation, numbered_places, segment, split_sentences

from .layouts import LAYOUTS, Layout

# Pieces of minutes, thrown together in any order: the layouts that result are nonsense, the rules hold nevertheless.
PIECES = [
    "1. Godkendelse af dagsorden",
    "2. Budget 2025 (20 min)",
    "Punkt 3: Lukket punkt",
    "Beslutning",
    "Beslutning: Godkendt.",
    "Indstilling",
    "Det indstilles,",
    "1. at taksten hæves,",
    "at planen vedtages.",
    "Sagsfremstilling",
    "Byrådet, 4. juni 2019, pkt. 7:",
    "Fraværende: Tove Lund (V)",
    "Udvalget drøftede sagen og bad om tal for fravæ-",
    "ret til næste møde. Det sker d. 4. maj.",
    "• et punkt",
    " en linje med et blanktegn foran",
    "Side 2 af 12",
    "Punkt 3, Bilag 2: Notat om",
    "Tidspunkt",
    "Aktivitet",
    "Ansvarlig",
    "Maj 2024",
    "9999 Lerbæk",
    "Telefon: 12 34 56 78",
    "",
    "",
    ".",
    "-",
    "\f",
    "\ufffe",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("\n".join)
LETTERS = st.text(alphabet='aAæØ1.)(,:;!?-–•\n\r\t\f \u00a0\ufffe\u00ad«»"§', max_size=120)


def check(source: Source, found: Segmentation) -> None:
    text = source.text
    owners = [0] * len(text)
    for span in found.furniture:
        for place in range(span.start, span.end):
            owners[place] += 1
    furniture = list(owners)
    edge = 0
    for meeting in found.meetings:
        assert meeting.start == edge, "meetings tile the document"
        edge = meeting.end
        inside = meeting.start
        for item in meeting.items:
            assert inside <= item.start < item.end <= meeting.end, "items follow one another inside their meeting"
            inside = item.end
            place = item.start
            assert item.zones and item.zones[0].start == item.start and item.zones[-1].end == item.end
            for zone in item.zones:
                assert not text[place : zone.start].strip(), "zones tile the item"
                place = zone.end
            for sentence in item.sentences:
                assert item.start <= sentence.start < sentence.end <= item.end
                assert any(
                    zone.start <= sentence.start and sentence.end <= zone.end and zone.zone is sentence.zone
                    for zone in item.zones
                )
            for point in item.recommendations:
                assert text[point.start : point.end] == point.text
        previous = meeting.start
        for sentence in meeting.all_sentences():
            assert text[sentence.start : sentence.end] == sentence.text
            assert sentence.text.strip() == sentence.text and sentence.text
            assert previous <= sentence.start
            previous = sentence.end
            for place in range(sentence.start, sentence.end):
                if not furniture[place]:
                    owners[place] += 1
    assert edge == len(text) or not found.meetings
    for place, char in enumerate(text):
        if not char.isspace():
            assert owners[place] == 1, f"{char!r} at {place} belongs to {owners[place]} sentences or furniture"


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_layouts_tile(layout: Layout) -> None:
    source = Source(layout.text)
    check(source, segment(source))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_thrown_together_minutes_tile(text: str) -> None:
    source = Source(text)
    check(source, segment(source))


@settings(max_examples=200, deadline=None)
@given(LETTERS)
def test_any_characters_tile(text: str) -> None:
    source = Source(text)
    check(source, segment(source))


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.integers(1, 5))
def test_pages_do_not_matter_to_tiling(text: str, count: int) -> None:
    step = max(len(text) // count, 1)
    pages = tuple(
        Page(number, start, min(start + step, len(text))) for number, start in enumerate(range(0, len(text), step), 1)
    )
    source = Source(text, pages=pages)
    check(source, segment(source))


@settings(max_examples=200, deadline=None)
@given(st.one_of(TEXTS, LETTERS), st.data())
def test_split_sentences_covers_what_is_not_skipped(text: str, data: st.DataObject) -> None:
    edges = sorted(set(data.draw(st.lists(st.integers(0, len(text)), max_size=6))))
    skip = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=False)]
    spans = split_sentences(text, skip=skip)
    left_out = {place for span in skip for place in range(span.start, span.end)}
    covered = [place for span in spans for place in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    solid = {place for place, char in enumerate(text) if not char.isspace() and place not in left_out}
    assert solid <= set(covered)
    for span in spans:
        assert text[span.start : span.end].strip() == text[span.start : span.end]


def test_a_wrong_stretch_is_refused() -> None:
    with pytest.raises(ValueError, match="stretch"):
        split_sentences("abc", 2, 9)


def test_empty_and_blank_texts() -> None:
    assert segment(Source("")).meetings == ()
    assert len(segment(Source(" \n ")).meetings) == 1
    assert split_sentences("") == []


def test_hostile_input_is_linear() -> None:
    titles = "".join(f"{number}. Titel nummer {number}\n" for number in range(2000))
    for text in (
        titles,
        "1. A\n" * 1500,
        "Tidspunkt\nAktivitet\nAnsvarlig\n" * 500,
        "Udvalgets beslutning i " * 2000,
        "s beslutning " * 3000,
        "a@" * 9000,
        "1. Sag\n\nIndstilling\n\n" + "Kulturudvalget indstiller til byrådet,\n\nfordi det er godt\n\n" * 3000,
        "1. Sag\n\n" + "Følgende emner blev nævnt under dette punkt her:\n\n1. Afbud.\n\n2. Andet.\n\n" * 1500,
        "Transkript\n\n1 " + "1. Titel Sagen blev godkendt. Beslutning Godkendt. " * 2000,
        "Dagsorden\n" + "".join(f"{number}) Titel {number}\n" for number in range(1500)) + "Ad. 1\nTekst her.\n" * 1500,
    ):
        source = Source(text)
        check(source, segment(source))


def test_like_numbers_are_compared_in_linear_work(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0
    common = numbered_places._common

    def counted(one: str, other: str) -> int:
        nonlocal calls
        calls += 1
        return common(one, other)

    monkeypatch.setattr(numbered_places, "_common", counted)
    work = []
    for count in (400, 800):
        calls = 0
        source = Source("Referat\n" + "1. Aftale om skiltet " * count)
        check(source, segment(source))
        work.append(calls)
    assert 0 < work[1] < 2.2 * work[0]
