"""Small meetings for the tests: one text, sentences with their zones, no other stage needed."""

from __future__ import annotations

from decisionnlp.classification import Gold, SentenceContext
from decisionnlp.document import (
    Item,
    Label,
    Meeting,
    MeetingKind,
    Outcome,
    Recommendation,
    Sentence,
    Source,
    Subtype,
    Zone,
    ZoneKind,
)

LETTERS = {"A": Label.APPROVAL, "D": Label.DECISION, "F": Label.FOLLOW_UP}


def meeting_of(
    parts: list[tuple[ZoneKind, str]],
    *,
    title: str = "Ny cykelsti ved Åvej",
    kind: MeetingKind = MeetingKind.MINUTES,
    body: str | None = "Teknik- og Miljøudvalget",
    recommendations: tuple[str, ...] = (),
) -> tuple[Source, Meeting]:
    """A meeting with one item, its sentences one to a line."""
    text = ""
    sentences = []
    for zone, words in parts:
        start = len(text)
        text += words + "\n"
        sentences.append(Sentence(start, start + len(words), words, zone=zone))
    points = []
    for number, words in enumerate(recommendations, start=1):
        start = text.index(words)
        points.append(Recommendation(str(number), words, start, start + len(words)))
    zones = tuple(Zone(sentence.zone, sentence.start, sentence.end) for sentence in sentences)
    item = Item("1", title, 0, len(text), zones=zones, recommendations=tuple(points), sentences=tuple(sentences))
    return Source(text), Meeting(0, len(text), body=body, kind=kind, items=(item,))


def outcome_of(*lines: str, **options: object) -> tuple[Source, Meeting]:
    """A meeting whose only item has these sentences in its outcome zone."""
    return meeting_of([(ZoneKind.OUTCOME, line) for line in lines], **options)  # type: ignore[arg-type]


def letters(labels: object) -> str:
    """Labels as their first letters in the order A, D, F."""
    assert hasattr(labels, "__iter__")
    return "".join(sorted(label.value[0] for label in labels))


# Rows in the manner of three invented bodies; enough for a model to learn the difference between the labels.
_ROWS: list[tuple[str, str, Subtype | None]] = [
    ("Godkendt.", "A", Subtype.ADOPTED),
    ("Indstillingen blev tiltrådt.", "A", Subtype.ADOPTED),
    ("Taget til efterretning.", "A", Subtype.NOTED),
    ("Planen blev godkendt uden bemærkninger.", "A", Subtype.ADOPTED),
    ("Sagen udsættes til næste møde.", "D", Subtype.DEFERRED),
    ("Ansøgningen blev afvist.", "D", Subtype.REJECTED),
    ("Udvalget besluttede at flytte torvedagen til lørdag.", "D", Subtype.OWN_RESOLUTION),
    ("Punktet sendes tilbage til afdelingen.", "D", Subtype.RETURNED),
    ("Kontoret undersøger prisen og vender tilbage i maj.", "F", Subtype.ASSIGNMENT),
    ("Der udarbejdes et notat til næste møde.", "F", Subtype.IMPLICIT),
    ("Mette kontakter klubben inden jul.", "F", Subtype.ASSIGNMENT),
    ("Det blev aftalt, at Ole sender referatet rundt.", "F", Subtype.ASSIGNMENT),
    ("Udvalget drøftede støjen fra vejen.", "", None),
    ("Lederen fortalte om sommerens arbejde.", "", None),
    ("Der var ros til de frivillige.", "", None),
    ("Formanden bød velkommen.", "", None),
    ("Byggeriet er gået i gang.", "", None),
    ("To medlemmer spurgte til tallene.", "", None),
]


def training_rows() -> tuple[list[SentenceContext], list[Gold], list[str]]:
    contexts, gold, groups = [], [], []
    for body, ending in (("aadal", ""), ("bremose", " Det var enstemmigt."), ("skovby", " Tak for det.")):
        for place, (words, letter, subtype) in enumerate(_ROWS):
            contexts.append(
                SentenceContext(words + ending, item_title=f"Sag {place}", start=place * 100, end=place * 100 + 50)
            )
            gold.append(Gold({LETTERS[letter]: subtype} if letter else {}))
            groups.append(body)
    return contexts, gold, groups


__all__ = ["LETTERS", "Outcome", "letters", "meeting_of", "outcome_of", "training_rows"]
