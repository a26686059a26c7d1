"""spaCy factories: ``decisionnlp`` (the whole analysis) and ``decisionnlp_sentences`` (sentence boundaries alone).

The components are thin: pure functions do the work, the results are laid over the ``Doc``. spaCy imports this module for
every ``spacy.blank`` in an environment that has decisionnlp installed, so nothing heavy is imported at the top.

``doc._.minutes``
    the :class:`~decisionnlp.document.Minutes`; survives ``DocBin(store_user_data=True)`` and ``nlp.pipe(n_process=…)``
``doc.spans["decisionnlp.labels" | ".deadlines" | ".owners" | ".zones"]``
    span groups with the labels as span labels, for displaCy (``style="span"``) and ``spacy evaluate``
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from decisionnlp.document import Minutes

_KEY = "decisionnlp.minutes"
# The span groups that a Doc gets.
SPAN_KEYS = ("decisionnlp.labels", "decisionnlp.deadlines", "decisionnlp.owners", "decisionnlp.zones")

# Of the span groups, as displaCy draws them; also given to displaCy by entry point, so that they hold without options.
DISPLACY_COLORS = {
    "DECISION": "#d9b8f2", "APPROVAL": "#b4e0c1", "FOLLOW_UP": "#b5d5f0", "OWNER": "#cfe3ef",
    "date": "#f2d3ab", "interval": "#f2d3ab", "recurrence": "#f2d3ab", "event": "#f2e4c7", "vague": "#f2e4c7",
    "outcome": "#b4e0c1", "proposal": "#efe2b0", "case": "#e6e8ea", "plan": "#cfe3ef", "history": "#e6e8ea",
}  # fmt: skip


def displacy_options(spans_key: str = "decisionnlp.labels") -> dict[str, Any]:
    """Options for ``displacy.render(doc, style="span", options=…)`` that draw one of ``SPAN_KEYS``.

    Raises:
        ValueError: there is no such span group.
    """
    if spans_key not in SPAN_KEYS:
        raise ValueError(f"no span group {spans_key!r}: choose one of {', '.join(SPAN_KEYS)}")
    return {"spans_key": spans_key, "colors": dict(DISPLACY_COLORS)}


def _get_minutes(doc: Doc) -> Minutes | None:
    """The result; rebuilt from its JSON where the Doc came out of a DocBin or another process."""
    stored = doc.user_data.get(_KEY)
    if isinstance(stored, str):
        import json

        from decisionnlp.contract import minutes_from_dict

        return minutes_from_dict(json.loads(stored), text=doc.text)
    return stored


def _encode(value: Any, chain: Any = None) -> Any:
    """How a DocBin or another process carries ``Minutes``: as their JSON."""
    if type(value).__name__ == "Minutes" and hasattr(value, "to_json"):
        return value.to_json()
    return value if chain is None else chain(value)


def _register() -> None:
    if not Doc.has_extension("minutes"):
        Doc.set_extension("minutes", getter=_get_minutes)
    import srsly

    encoders = srsly.msgpack_encoders
    if "decisionnlp.minutes" not in encoders.get_all():
        encoders.register("decisionnlp.minutes", func=_encode)


def _lay(doc: Doc, minutes: Minutes) -> None:
    """Span groups and sentence starts over ``doc``."""
    groups: dict[str, list[Span]] = {key: [] for key in SPAN_KEYS}

    def add(key: str, start: int, end: int, label: str) -> None:
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is not None:
            groups[key].append(span)

    for meeting in minutes.meetings:
        for item in meeting.items:
            for zone in item.zones:
                add("decisionnlp.zones", zone.start, zone.end, zone.zone.value)
        for sentence in meeting.all_sentences():
            for given in sentence.labels:
                add("decisionnlp.labels", sentence.start, sentence.end, given.label.value)
    for task in minutes.follow_ups:
        for owner in task.owners:
            add("decisionnlp.owners", owner.start, owner.end, "OWNER")
        for deadline in task.deadlines:
            add("decisionnlp.deadlines", deadline.start, deadline.end, deadline.type.value)
    for key, spans in groups.items():
        doc.spans[key] = spans
    doc.user_data[_KEY] = minutes


def _start_sentences(doc: Doc, starts: set[int]) -> None:
    import numpy as np
    from spacy.attrs import SENT_START

    # from_array in one go: setting is_sent_start token by token is quadratic.
    values = np.full(len(doc), -1, dtype="int32")
    pending = True
    ordered = sorted(starts)
    position = 0
    for index, token in enumerate(doc):
        while position < len(ordered) and ordered[position] < token.idx + len(token):
            pending = True
            position += 1
        if pending and not token.is_space:
            values[index] = 1
            pending = False
    if len(doc):
        values[0] = 1
        starts_column: Any = values.astype("uint64").reshape(-1, 1)
        doc.from_array([SENT_START], starts_column)


class DecisionnlpComponent:
    """The whole analysis as a pipeline component."""

    def __init__(self, nlp: Language, name: str, *, model: str, units: str | None, calendar: list[str]) -> None:
        from decisionnlp.pipeline import Analyzer, parse_date

        self.name = name
        days = [day for value in calendar if (day := parse_date(value)) is not None]
        self.analyzer = Analyzer(model=model, units=units, calendar=days, base=nlp)

    def __call__(self, doc: Doc) -> Doc:
        from decisionnlp.document import Source
        from decisionnlp.pipeline import parse_date

        day = parse_date(doc.user_data.get("meeting_date"))
        source = Source(text=doc.text, path=str(doc.user_data.get("path", "")))
        minutes = self.analyzer.analyze_source(source, meeting_date=day)
        _lay(doc, minutes)
        if not doc.has_annotation("DEP"):
            _start_sentences(doc, {sentence.start for sentence in minutes.sentences()})
        return doc


class SentenceComponent:
    """Sentence boundaries of Danish administrative text on spaCy's tokens."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        from decisionnlp.segmentation import split_sentences

        _start_sentences(doc, {span.start for span in split_sentences(doc.text)})
        return doc


_register()


@Language.factory(
    "decisionnlp",
    default_config={"model": "linear", "units": None, "calendar": []},
    assigns=["doc._.minutes", "doc.spans", "token.is_sent_start"],
)
def make_decisionnlp(
    nlp: Language, name: str, model: str, units: str | None, calendar: list[str]
) -> DecisionnlpComponent:
    """The factory of ``nlp.add_pipe("decisionnlp", config={"model": …, "units": path or None, "calendar": ISO dates})``."""
    return DecisionnlpComponent(nlp, name, model=model, units=units, calendar=calendar)


@Language.factory("decisionnlp_sentences", assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str) -> SentenceComponent:
    """The factory of ``nlp.add_pipe("decisionnlp_sentences")``."""
    return SentenceComponent(name)
