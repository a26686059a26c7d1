"""How well segmentation finds items, zones, sentences, recommendations, furniture, dates and bodies in annotated minutes.

    python eval/benchmarks/segmentation.py FILE_OR_FOLDER… [--errors items|zones|sentences|recommendations|dates|furniture] [--limit N]

Reads marked text (``*.marked``, see ``annotations/marked-text.md``) and prints one table; with ``--errors`` also what went wrong.
The text is segmented without the meeting date, as a user would who has only the file.
"""

from __future__ import annotations

import argparse
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from decisionnlp.corpus.marked import parse_marked
from decisionnlp.document import Item, Meeting, MeetingKind, Minutes, Recommendation, Sentence, Source, ZoneKind
from decisionnlp.errors import InputError
from decisionnlp.segmentation import Segmentation, segment
from decisionnlp.segmentation.numbering import same_title, title_key


@dataclass
class Tally:
    """True positives, false positives and false negatives of one thing that is counted."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, gold: set[object], found: set[object]) -> None:
        self.right += len(gold & found)
        self.wrong += len(found - gold)
        self.missed += len(gold - found)

    @property
    def precision(self) -> float | None:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        return self.right / (self.right + self.missed) if self.right + self.missed else None

    @property
    def f(self) -> float | None:
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else None


@dataclass
class Scores:
    items: Tally = field(default_factory=Tally)
    sentences: Tally = field(default_factory=Tally)
    recommendations: Tally = field(default_factory=Tally)
    furniture: Tally = field(default_factory=Tally)
    outcome_zone: Tally = field(default_factory=Tally)
    zones: Counter[tuple[str, str]] = field(default_factory=Counter)
    labelled: int = 0
    labelled_in_outcome: int = 0
    dates: Counter[bool] = field(default_factory=Counter)
    bodies: Counter[bool] = field(default_factory=Counter)
    kinds: Counter[bool] = field(default_factory=Counter)
    closed: Tally = field(default_factory=Tally)
    errors: dict[str, list[str]] = field(default_factory=dict)

    def note(self, kind: str, text: str) -> None:
        self.errors.setdefault(kind, []).append(text)


def gold_files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.glob("*.marked")) if path.is_dir() else [path]


def pair_items(gold: Sequence[Item], found: Sequence[Item]) -> list[tuple[Item, Item | None]]:
    """Each gold item with the found one of the same number and title nearby, each found one used once."""
    free = list(found)
    pairs: list[tuple[Item, Item | None]] = []
    for item in gold:
        key = title_key(item.title)
        best = None
        for other in free:
            near = abs(other.start - item.start) <= 300 and other.start < item.end and item.start < other.end
            same = (
                same_title(key, title_key(other.title))
                or (item.number is not None and item.number == other.number)
                or key.startswith("sag")
            )
            if near and same and (best is None or abs(other.start - item.start) < abs(best.start - item.start)):
                best = other
        if best is not None:
            free.remove(best)
        pairs.append((item, best))
    return pairs


def score(name: str, gold: Minutes, found: Segmentation, scores: Scores) -> None:
    text = gold.source.text
    wanted = [item for meeting in gold.meetings for item in meeting.items]
    given = [item for meeting in found.meetings for item in meeting.items]
    pairs = pair_items(wanted, given)
    matched = {id(other) for _, other in pairs if other is not None}
    scores.items.right += len(matched)
    scores.items.missed += len(wanted) - len(matched)
    scores.items.wrong += len(given) - len(matched)
    for item, other in pairs:
        if other is None:
            scores.note("items", f"{name}: missed {item.number} {item.title!r}")
        else:
            scores.closed.add({1} if item.closed else set(), {1} if other.closed else set())
    for other in given:
        if id(other) not in matched:
            scores.note("items", f"{name}: extra {other.number} {other.title!r}")
    _zones(name, gold, found, scores)
    ends = {sentence.end for sentence in gold.sentences()}
    got = {sentence.end for meeting in found.meetings for sentence in meeting.all_sentences()}
    scores.sentences.add(set(ends), set(got))
    for end in sorted(ends ^ got):
        scores.note(
            "sentences",
            f"{name}: {'missed' if end in ends else 'extra'} {text[max(end - 50, 0) : end]!r} | {text[end : end + 30]!r}",
        )
    points = {_bare(text[point.start : point.end]) for point in _points(wanted)}
    told = {_bare(text[point.start : point.end]) for point in _points(given)}
    scores.recommendations.add(set(points), set(told))
    for point in sorted(points ^ told):
        scores.note("recommendations", f"{name}: {'missed' if point in points else 'extra'} {point[:110]!r}")
    solid = {place for span in gold.furniture for place in range(span.start, span.end) if not text[place].isspace()}
    taken = {place for span in found.furniture for place in range(span.start, span.end) if not text[place].isspace()}
    scores.furniture.add(set(solid), set(taken))
    for what, places in (("missed", solid - taken), ("extra", taken - solid)):
        for piece in _runs(sorted(places)):
            scores.note("furniture", f"{name}: {what} {text[piece[0] : piece[1]]!r}")
    _meetings(name, gold, found, scores)


def _bare(point: str) -> str:
    """A point without the words that annotators now include and now leave out."""
    flat = re.sub(r"-\n(?=[a-zæøå])", "", point)
    return re.sub(
        r"^(?:det indstilles,? |[^,]{3,60} indstiller,? )?(?:at )?", "", " ".join(flat.split()), flags=re.IGNORECASE
    ).strip(" .,;")


def _points(items: Iterable[Item]) -> Iterator[Recommendation]:
    for item in items:
        yield from item.recommendations


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = previous = None
    for place in places:
        if previous is None or place > previous + 2:
            if start is not None and previous is not None:
                yield start, previous + 1
            start = place
        previous = place
    if start is not None and previous is not None:
        yield start, previous + 1


def _zones(name: str, gold: Minutes, found: Segmentation, scores: Scores) -> None:
    """Zone by zone over the gold sentences; only what lies in a minutes meeting can be an outcome."""
    rows: list[tuple[int, str, Sentence]] = []
    for meeting in found.meetings:
        rows += [(sentence.start, _zone(meeting, sentence), sentence) for sentence in meeting.all_sentences()]
    rows.sort(key=lambda row: row[0])
    starts = [row[0] for row in rows]
    for meeting in gold.meetings:
        inside = {sentence.start for item in meeting.items for sentence in item.sentences}
        for sentence in meeting.all_sentences():
            place = bisect_right(starts, sentence.start) - 1
            guess = rows[place][1] if place >= 0 and rows[place][2].end > sentence.start else "furniture"
            want = _zone(meeting, sentence)
            if sentence.start not in inside and want != "outcome":
                want = "outside"
                guess = guess if guess == "outcome" else "outside"
            scores.zones[want, guess] += 1
            if sentence.labels:
                scores.labelled += 1
                scores.labelled_in_outcome += guess == "outcome"
            scores.outcome_zone.add({1} if want == "outcome" else set(), {1} if guess == "outcome" else set())
            if want != guess and ("outcome" in (want, guess)):
                scores.note(
                    "zones",
                    f"{name}: {want} read as {guess}{' LABELLED' if sentence.labels else ''}: {sentence.text[:100]!r} [{sentence.heading}]",
                )
            elif want != guess:
                scores.note(
                    "otherzones", f"{name}: {want} read as {guess}: {sentence.text[:100]!r} [{sentence.heading}]"
                )


def _zone(meeting: Meeting, sentence: Sentence) -> str:
    if sentence.zone is ZoneKind.OUTCOME and meeting.kind is not MeetingKind.MINUTES:
        return "case"
    return str(sentence.zone)


def _meetings(name: str, gold: Minutes, found: Segmentation, scores: Scores) -> None:
    for meeting in gold.meetings:
        middle = (meeting.start + meeting.end) // 2
        best = next((other for other in found.meetings if other.start <= middle < other.end), None)
        if best is None:
            continue
        scores.kinds[best.kind is meeting.kind] += 1
        if best.kind is not meeting.kind:
            scores.note("dates", f"{name}: kind {meeting.kind} read as {best.kind}")
        if meeting.kind is MeetingKind.ATTACHMENT:
            continue
        scores.dates[best.date == meeting.date] += 1
        if best.date != meeting.date:
            scores.note("dates", f"{name}: date {meeting.date} read as {best.date} ({best.date_source})")
        same = (best.body or "").lower() == (meeting.body or "").lower()
        scores.bodies[same] += 1
        if not same:
            scores.note("dates", f"{name}: body {meeting.body!r} read as {best.body!r}")


def _row(name: str, tally: Tally) -> str:
    cells = ["  –  " if value is None else f"{value:.3f}" for value in (tally.precision, tally.recall, tally.f)]
    return f"{name:<22} {cells[0]:>7} {cells[1]:>7} {cells[2]:>7} {tally.right + tally.missed:>7}"


def _share(counter: Counter[bool]) -> str:
    total = sum(counter.values())
    return f"{counter[True] / total:.3f} of {total}" if total else "–"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--errors", nargs="*", default=[])
    parser.add_argument("--limit", type=int, default=60)
    arguments = parser.parse_args()
    scores = Scores()
    documents = 0
    for path in gold_files(arguments.paths):
        try:
            gold = parse_marked(path.read_text(encoding="utf-8"), path=str(path)).minutes
        except InputError:
            print(f"skipped, marked text with errors: {path.name}")
            continue
        documents += 1
        score(path.stem, gold, segment(Source(gold.source.text, path="document.txt")), scores)
    print(f"{documents} documents\n{'':<22} {'P':>7} {'R':>7} {'F':>7} {'gold':>7}")
    for name in ("items", "sentences", "recommendations", "furniture", "outcome_zone", "closed"):
        print(_row(name, getattr(scores, name)))
    agree = sum(count for (want, guess), count in scores.zones.items() if want == guess)
    total = sum(scores.zones.values())
    print(f"{'zone right':<22} {agree / total:.3f} of {total} sentences" if total else "")
    if scores.labelled:
        print(f"{'labelled in outcome':<22} {scores.labelled_in_outcome / scores.labelled:.3f} of {scores.labelled}")
    for name, counter in (("dates", scores.dates), ("bodies", scores.bodies), ("kinds", scores.kinds)):
        print(f"{name:<22} {_share(counter)}")
    wrong = Counter({pair: count for pair, count in scores.zones.items() if pair[0] != pair[1]})
    print("zones confused:", ", ".join(f"{want}→{guess} {count}" for (want, guess), count in wrong.most_common(12)))
    for kind in arguments.errors:
        print(f"\n{kind}:")
        for line in scores.errors.get(kind, [])[: arguments.limit]:
            print("  " + line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
