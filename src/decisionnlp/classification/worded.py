"""Worded items of the corpus as the classifiers see sentences."""

from __future__ import annotations

from decisionnlp.classification.context import SentenceContext, list_leads
from decisionnlp.corpus.wordings import WordedItem
from decisionnlp.document import SentenceKind


def worded_contexts(item: WordedItem) -> list[SentenceContext]:
    """The sentences of a worded item with their neighbours, as in an outcome zone of their own."""
    texts = [text for text, _ in item.sentences]
    leads = list_leads(texts, None)
    return [
        SentenceContext(
            text=text,
            item_title=item.title,
            has_recommendations=bool(item.recommendations),
            kind=SentenceKind.LIST_ITEM if listed else SentenceKind.PROSE,
            lead=lead,
            previous=texts[place - 1] if place else None,
            next=texts[place + 1] if place + 1 < len(texts) else None,
            position=place,
            zone_length=len(texts),
            body=item.body,
            start=place,
            end=place + 1,
            recommendations=item.recommendations,
        )
        for place, (text, (listed, lead)) in enumerate(zip(texts, leads, strict=True))
    ]
